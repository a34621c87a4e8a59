//! Every key that is listed is obeyed on the screen that lists it, and the lists agree.

use std::collections::BTreeSet;
use std::fs;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::app::Start;
use supple::clock;
use supple::library::{Found, Origin, read_file};

use crate::app::{Case, USUAL};
use crate::clinic::CLINIC;
use crate::editor;
use crate::receive::given;

/// The screens that list keys.
const SCREENS: [fn() -> Case; 13] = [
    Case::usual,
    before_a_session,
    Case::in_a_session,
    hurting,
    || editor::on_clinics(Case::usual()),
    || editor::on_exercises(Case::usual()),
    || editor::on_figures(Case::usual()),
    || on_page(Key::Num2),
    || on_page(Key::Num3),
    || on_page(Key::Num4),
    || on_page(Key::Num5),
    on_the_page_of_a_routine,
    on_the_page_of_a_file,
];

fn on_page(key: Key) -> Case {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, key);
    case
}

fn on_the_page_of_a_routine() -> Case {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    case
}

fn on_the_page_of_a_file() -> Case {
    let text = CLINIC.replace("From your physiotherapist", "For the evening");
    let mut case = given("evening.toml", &text).case;
    case.wait_for("Heading For the evening");
    case
}

fn before_a_session() -> Case {
    let mut case = Case::usual();
    case.press(Key::Enter);
    case.wait_for("Does anything hurt right now?");
    case
}

fn hurting() -> Case {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    case
}

fn in_an_open_step() -> Case {
    const ROUTINE: &str = "format = 1\ntitle = \"Open\"\n[[exercise]]\nname = \"Breathe\"\nkind = \"open\"\nprepare = 0\n";
    let place = Case::usual().end();
    let path = place.path().join("open.toml");
    fs::write(&path, ROUTINE).unwrap();
    let reading = read_file(&path, clock::today()).unwrap();
    let start = Start {
        routine: Some(Found {
            routine: reading.routine.unwrap().into(),
            origin: Origin::Own(path),
        }),
        ask: true,
        ..Start::default()
    };
    let mut case = Case::open(USUAL, place, "en", start);
    case.wait_for("Does anything hurt right now?");
    case.harness.key_press(Key::Enter);
    case.wait_for("Button Done");
    case
}

/// The lines of the panel of keys: the keys, and what they do.
fn listed(case: &mut Case) -> Vec<(String, String)> {
    case.harness.key_press(Key::F1);
    case.wait_for("Keys of this screen");
    let panel = case
        .harness
        .get_by_role_and_label(Role::Dialog, "Keys of this screen");
    let nodes = panel.children_recursive();
    let labels = nodes.filter(|node| node.accesskit_node().role() == Role::Label);
    let labels = labels.map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).unwrap_or_default()
    });
    let lines: Vec<_> = labels
        .skip_while(|label| label.starts_with("Keys of"))
        .collect();
    let pairs = lines.chunks_exact(2);
    pairs
        .map(|pair| (pair[0].clone(), pair[1].clone()))
        .collect()
}

/// The keys of a line, each to be pressed once.
struct Keys {
    all: Vec<(Modifiers, Key)>,
    pressed: BTreeSet<usize>,
}

impl Keys {
    /// As they stand in a list.
    fn of(signs: &str) -> Self {
        let (modifiers, signs) = match signs.split_once(' ') {
            Some(("Ctrl" | "Cmd", signs)) => (Modifiers::COMMAND, signs),
            Some(("Alt", signs)) => (Modifiers::ALT, signs),
            _ => (Modifiers::NONE, signs),
        };
        let digit = |digit: u8| Key::from_name(&digit.to_string()).unwrap();
        let keys: Vec<Key> = if let Some((first, last)) = signs.split_once(" – ") {
            // The digits of a number are pressed one after the other.
            let last = last.parse::<u8>().unwrap().min(9);
            (first.parse().unwrap()..=last).map(digit).collect()
        } else {
            let signs = signs.split([' ', ',']).filter(|sign| !sign.is_empty());
            signs.map(key).collect()
        };
        Self {
            all: keys.into_iter().map(|key| (modifiers, key)).collect(),
            pressed: BTreeSet::new(),
        }
    }

    fn press(&mut self, case: &mut Case, number: usize) {
        let (modifiers, key) = self.all[number];
        case.harness.key_press_modifiers(modifiers, key);
        case.harness.step();
        self.pressed.insert(number);
    }
}

fn key(sign: &str) -> Key {
    match sign {
        "Esc" => Key::Escape,
        "←" => Key::ArrowLeft,
        "→" => Key::ArrowRight,
        "↑" => Key::ArrowUp,
        "↓" => Key::ArrowDown,
        "+" => Key::Plus,
        "−" => Key::Minus,
        "?" => Key::Questionmark,
        sign => Key::from_name(sign).unwrap_or_else(|| panic!("no key {sign:?}")),
    }
}

/// What works on every screen, and is tried on the first.
const EVERYWHERE: [&str; 3] = ["keys-text-size", "keys-scroll", "keys-help"];

fn obeys_all_that_it_lists(number: usize) {
    let open = SCREENS[number];
    let words = Case::usual().words;
    let lines = listed(&mut open());
    assert!(lines.len() > EVERYWHERE.len(), "{lines:?}");
    for (signs, does) in lines {
        let what = OBEYED.iter().find(|(id, _)| words.get(id) == does);
        let (id, obeyed) = what.unwrap_or_else(|| panic!("nobody tries {signs:?}, {does:?}"));
        if number > 0 && EVERYWHERE.contains(id) {
            continue;
        }
        let mut keys = Keys::of(&signs);
        obeyed(open, &mut keys);
        let all = (0..keys.all.len()).collect();
        assert_eq!(keys.pressed, all, "{signs}, {does}: all are tried");
    }
}

#[test]
fn every_key_that_today_lists_is_obeyed() {
    obeys_all_that_it_lists(0);
}

#[test]
fn every_key_that_the_question_about_pain_lists_is_obeyed() {
    obeys_all_that_it_lists(1);
}

#[test]
fn every_key_that_a_session_lists_is_obeyed() {
    obeys_all_that_it_lists(2);
}

#[test]
fn every_key_that_a_session_lists_when_it_hurts_is_obeyed() {
    obeys_all_that_it_lists(3);
}

#[test]
fn every_key_that_the_editor_lists_is_obeyed() {
    obeys_all_that_it_lists(4);
}

#[test]
fn every_key_that_the_exercises_list_is_obeyed() {
    obeys_all_that_it_lists(5);
}

#[test]
fn every_key_that_the_figures_list_is_obeyed() {
    obeys_all_that_it_lists(6);
}

#[test]
fn every_key_that_the_other_pages_list_is_obeyed() {
    for number in 7..SCREENS.len() {
        obeys_all_that_it_lists(number);
    }
}

/// What each line of the lists is called, and what shows that its keys are obeyed.
type Obeyed = fn(fn() -> Case, &mut Keys);

const OBEYED: [(&str, Obeyed); 33] = [
    ("keys-text-size", |open, keys| {
        let mut case = open();
        for (number, is_so) in [
            (0, (|zoom| zoom > 1.1) as fn(f32) -> bool),
            (2, |zoom| (zoom - 1.0).abs() < 0.01),
            (1, |zoom| zoom < 0.9),
        ] {
            keys.press(&mut case, number);
            case.wait_until("the text size", |case| {
                is_so(case.harness.ctx.zoom_factor())
            });
        }
    }),
    ("keys-scroll", |_, keys| {
        let mut case = Case::new(vec2(480.0, 600.0));
        case.press_with(Modifiers::COMMAND, Key::Num5);
        let top = |case: &Case| {
            let title = case
                .harness
                .get_by_role_and_label(Role::Heading, "Settings");
            title.rect().top()
        };
        let at_first = top(&case);
        keys.press(&mut case, 1);
        case.wait_until("further down", |case| top(case) < at_first - 1.0);
        keys.press(&mut case, 0);
        case.wait_until("up again", |case| top(case) > at_first - 1.0);
    }),
    ("keys-help", |open, keys| {
        let mut case = open();
        for number in 0..2 {
            keys.press(&mut case, number);
            case.wait_for("Keys of this screen");
            case.harness.key_press(Key::Escape);
            case.wait_until("it closes", |case| {
                !case.has(Role::Dialog, "Keys of this screen")
            });
        }
    }),
    ("keys-begin", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("Does anything hurt right now?");
    }),
    ("keys-first-way", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("“For the evening” is now one of your routines.");
    }),
    ("keys-try", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("Does anything hurt right now?");
    }),
    ("keys-places", |open, keys| {
        let mut case = open();
        for (number, title) in [
            (1, "Routines"),
            (2, "History"),
            (3, "Learn"),
            (4, "Settings"),
            (0, "Good "),
        ] {
            keys.press(&mut case, number);
            case.wait_for(&format!("Heading {title}"));
        }
    }),
    ("keys-pain", |open, keys| {
        let chosen = |case: &Case| {
            (0_u8..=10).find(|number| {
                let name = format!("Pain {number}");
                let button = case.harness.get_by_role_and_label(Role::RadioButton, &name);
                button.accesskit_node().toggled() == Some(Toggled::True)
            })
        };
        for number in 0_u8..=9 {
            let mut case = open();
            keys.press(&mut case, usize::from(number));
            case.wait_until("the number", |case| chosen(case) == Some(number));
        }
        let mut case = open();
        keys.press(&mut case, 1);
        keys.press(&mut case, 0);
        case.wait_until("10", |case| chosen(case) == Some(10));
    }),
    ("keys-on", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("It hurts");
    }),
    ("keys-back", |open, keys| {
        let titles = |case: &Case| {
            let heard = case.heard();
            let lines = heard.lines().filter(|line| line.starts_with("Heading"));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        let mut case = open();
        let left = titles(&case);
        keys.press(&mut case, 0);
        case.wait_until("another page", |case| titles(case) != left);
    }),
    ("keys-hurts", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("Stop here, and rest");
    }),
    ("keys-pause", |open, keys| {
        let mut case = open();
        if case.has(Role::Button, "Start") {
            // While one gets ready it begins at once.
            keys.press(&mut case, 0);
            case.wait_for("Hold, left side");
        }
        for button in ["Go on", "Pause"] {
            keys.press(&mut case, 0);
            case.wait_for(&format!("Button {button}"));
        }
    }),
    ("keys-back-skip", |open, keys| {
        let step = |case: &Case| {
            let heard = case.heard();
            let (_, step) = heard.split_once("Step ").unwrap();
            step.split(' ').next().unwrap().parse::<u32>().unwrap()
        };
        let mut case = open();
        assert_eq!(step(&case), 1);
        keys.press(&mut case, 1);
        case.wait_until("the next step", |case| step(case) == 2);
        keys.press(&mut case, 0);
        case.wait_until("the one before", |case| step(case) == 1);
    }),
    ("keys-extend", |_, keys| {
        let mut case = Case::in_a_session();
        case.harness.key_press(Key::ArrowRight);
        case.wait_for("Hold, left side, 20 seconds");
        keys.press(&mut case, 0);
        case.wait_for("Hold, left side, 30 seconds");
    }),
    ("keys-done", |_, keys| {
        let mut case = in_an_open_step();
        keys.press(&mut case, 0);
        case.wait_until("the end", |case| !case.has(Role::Button, "Done"));
    }),
    ("keys-sound", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for_setting("muted = false");
    }),
    ("keys-voice", |open, keys| {
        let mut case = open();
        // It is heard with the sound alone.
        case.harness.key_press(Key::M);
        case.wait_for("Voice on");
        keys.press(&mut case, 0);
        case.wait_for("Voice off");
    }),
    ("keys-dark", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("Sound is off, so the screen does not go dark.");
    }),
    ("keys-small-window", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("Button Usual window");
    }),
    ("keys-full-screen", |open, keys| {
        for number in 0..2 {
            let mut case = open();
            keys.press(&mut case, number);
            case.wait_for("Button Leave full screen");
        }
    }),
    ("keys-end", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for("End the session?");
    }),
    ("keys-why-end", |open, keys| {
        for (number, leads_to) in [
            (0, "Enough for this time."),
            (1, "Enough for this time."),
            (2, "Stop here, and rest"),
        ] {
            let mut case = open();
            case.harness.key_press(Key::Escape);
            case.wait_for("End the session?");
            keys.press(&mut case, number);
            case.wait_for(leads_to);
        }
    }),
    ("keys-hurts-then", |open, keys| {
        for (number, leads_to) in [
            (0, "The easier way:"),
            (1, "Pelvic tilt"),
            (2, "Button Pause"),
            (3, "Pain now"),
        ] {
            let mut case = open();
            keys.press(&mut case, number);
            case.wait_for(leads_to);
        }
    }),
    ("keys-editor-save", |_, keys| {
        let mut case = duplicated();
        keys.press(&mut case, 0);
        case.wait_for("Save now");
    }),
    ("keys-editor-duplicate", |open, keys| {
        let mut case = open();
        keys.press(&mut case, 0);
        case.wait_for(", 3 of 3");
    }),
    ("keys-editor-undo", |_, keys| {
        let mut case = duplicated();
        keys.press(&mut case, 0);
        case.wait_until_gone(", 3 of 3");
    }),
    ("keys-editor-redo", |_, keys| {
        let mut case = duplicated();
        case.press_with(Modifiers::COMMAND, Key::Z);
        case.wait_until_gone(", 3 of 3");
        keys.press(&mut case, 0);
        case.wait_for(", 3 of 3");
    }),
    ("keys-editor-move", |_, keys| {
        let mut case = editor::on_clinics(Case::usual());
        let first = "Single knee to chest, 1 of 2";
        case.harness.get_by_label_contains(first).focus();
        case.harness.run();
        keys.press(&mut case, 1);
        case.wait_for("Single knee to chest, 2 of 2");
        keys.press(&mut case, 0);
        case.wait_for(first);
    }),
    ("keys-editor-fields", |_, keys| {
        let mut case = on_its_list();
        keys.press(&mut case, 0);
        case.wait_until("the dose", |case| has_keyboard(case, "Hold"));
    }),
    ("keys-editor-panes", |_, keys| {
        let mut case = on_its_list();
        keys.press(&mut case, 0);
        case.wait_until("the fields", |case| has_keyboard(case, "Hold"));
    }),
    ("keys-editor-back", |_, keys| {
        let mut case = on_its_list();
        case.press(Key::Enter);
        case.wait_until("the dose", |case| has_keyboard(case, "Hold"));
        keys.press(&mut case, 0);
        case.wait_until("the list", |case| has_keyboard(case, "Single knee"));
        keys.press(&mut case, 0);
        case.wait_until_gone("Leave the editor");
    }),
    ("keys-editor-search", |_, keys| {
        let mut case = editor::on_exercises(Case::usual());
        keys.press(&mut case, 0);
        case.wait_until("the field", |case| {
            let role = Role::TextInput;
            let field = "Search exercises";
            case.harness.get_by_role_and_label(role, field).is_focused()
        });
    }),
    ("keys-editor-add", |open, keys| {
        let mut case = open();
        editor::type_into(&mut case, "Search exercises", "clam");
        case.click(Role::CheckBox, "Choose Clamshell");
        keys.press(&mut case, 0);
        case.wait_for("Button Clamshell, 1 of 1");
    }),
];

/// The editor with the keyboard on the first exercise of its list.
fn on_its_list() -> Case {
    let mut case = editor::on_clinics(Case::usual());
    let first = "Single knee to chest, 1 of 2";
    case.harness.get_by_label_contains(first).focus();
    case.harness.run();
    case
}

fn has_keyboard(case: &Case, begins: &str) -> bool {
    let mut nodes = case.harness.query_all_by_label_contains(begins);
    nodes.any(|node| node.is_focused())
}

/// The editor in which an exercise has been duplicated.
fn duplicated() -> Case {
    let mut case = editor::on_clinics(Case::usual());
    case.press_with(Modifiers::COMMAND, Key::D);
    case.wait_for(", 3 of 3");
    case
}

#[test]
fn settings_list_every_key_that_a_screen_lists_and_no_other() {
    let mut of_screens = BTreeSet::new();
    for open in SCREENS {
        of_screens.extend(listed(&mut open()));
    }
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num5);
    let heard = case.heard();
    let (_, keys) = heard.split_once("Heading Keys\n").unwrap();
    let mut of_settings = BTreeSet::new();
    // The first part stands before all headings, and has nothing.
    for place in keys.split("Heading ").skip(1) {
        let labels = place.lines().filter_map(|line| line.strip_prefix("Label "));
        let labels: Vec<&str> = labels.collect();
        let lines: Vec<(String, String)> = labels
            .chunks(2)
            .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
            .collect();
        let keys: BTreeSet<&String> = lines.iter().map(|(key, _)| key).collect();
        assert!(!lines.is_empty(), "{place}");
        assert_eq!(keys.len(), lines.len(), "one meaning in one place: {place}");
        of_settings.extend(lines);
    }
    assert_eq!(of_settings, of_screens);
}

#[test]
fn the_readme_names_the_keys_of_a_session_and_none_that_there_is_not() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, keys) = readme.split_once("\n## Keys\n").unwrap();
    let (keys, _) = keys.split_once("\n## ").unwrap();
    let (of_window, of_terminal) = keys.split_once("In the terminal").unwrap();
    let named = |text: &str| {
        let keys = text.split("<kbd>").skip(1);
        let keys = keys.map(|key| key.split("</kbd>").next().unwrap().to_owned());
        keys.collect::<BTreeSet<_>>()
    };
    let signs = |lines: Vec<(String, String)>| {
        let lines = lines.into_iter().filter(|(_, does)| {
            // What is asked in front of a session names its keys itself.
            !does.starts_with("why you end")
                && !does.contains("text")
                && !does.starts_with("read on")
        });
        let keys = lines.flat_map(|(keys, _)| {
            let keys = keys.split([' ', ',']).map(str::to_owned);
            keys.filter(|key| !key.is_empty()).collect::<Vec<_>>()
        });
        keys.collect::<BTreeSet<_>>()
    };
    assert_eq!(named(of_window), signs(listed(&mut Case::in_a_session())));
    assert_eq!(named(of_terminal), BTreeSet::from(["Q".to_owned()]));
}
