//! Every screen in every window at every text size: named, settled, and in reach.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Shape, Vec2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Case, USUAL, is_control, said};
use crate::editor::{on_clinics, on_exercises, type_into};
use crate::reminders::on_reminders;

/// Windows from the smallest to 4K, in points at 100 % text; text size zooms, so that a window at
/// 200 % has half the points.
const WINDOWS: [Vec2; 3] = [
    vec2(480.0, 600.0),
    vec2(1280.0, 800.0),
    vec2(3840.0, 2160.0),
];
const TEXT_SIZES: [f32; 3] = [0.8, 1.0, 2.0];

fn in_every_window(look: impl Fn(&mut Case, &str)) {
    for window in WINDOWS {
        for text in TEXT_SIZES {
            let mut case = Case::new(window / text);
            look(&mut case, &format!("{window} at {text}"));
        }
    }
}

/// Nothing is unnamed, cut off at a side, or over something else. What is below the window's edge
/// is in a part that scrolls.
fn check(case: &Case, place: &str) {
    check_above(case, place, &[]);
}

/// The same where buttons of these names stand at the foot of the window, and cover what is scrolled below them.
fn check_above(case: &Case, place: &str, foot: &[&str]) {
    case.harness.check_accessibility();
    let width = case.harness.ctx.content_rect().width();
    let nodes = case.harness.root().children_recursive();
    let nodes: Vec<Node<'_>> = nodes
        .filter(|node| node.accesskit_node().raw_bounds().is_some())
        .collect();
    for node in &nodes {
        let role = node.accesskit_node().role();
        if is_control(node) || matches!(role, Role::Label | Role::Heading) {
            let rect = node.rect();
            let inside = rect.left() >= -0.5 && rect.right() <= width + 0.5;
            assert!(inside, "{place}: {} at {rect} of {width}", said(node));
        }
    }
    let controls: Vec<_> = nodes.iter().filter(|node| is_control(node)).collect();
    for (index, one) in controls.iter().enumerate() {
        for other in &controls[index + 1..] {
            // The navigation covers what is scrolled below it.
            let is_tab = |node: &Node<'_>| node.accesskit_node().role() == Role::Tab;
            let is_foot = |node: &Node<'_>| {
                let name = node.accesskit_node().label().unwrap_or_default();
                foot.contains(&name.as_str())
            };
            if is_tab(one) != is_tab(other) || is_foot(one) != is_foot(other) {
                continue;
            }
            let common = one.rect().intersect(other.rect());
            let overlap = common.is_positive() && common.area() > 1.0;
            assert!(!overlap, "{place}: {} over {}", said(one), said(other));
        }
    }
}

#[test]
fn every_place_is_in_reach() {
    in_every_window(|case, window| {
        check(case, &format!("today in {window}"));
        let places = [
            (Key::Num2, "routines-title"),
            (Key::Num3, "nav-history"),
            (Key::Num4, "learn-title"),
            (Key::Num5, "settings-title"),
        ];
        for (key, title) in places {
            case.press_with(Modifiers::COMMAND, key);
            assert!(case.has(Role::Heading, &case.words.get(title)), "{title}");
            check(case, &format!("{title} in {window}"));
        }
    });
}

#[test]
fn reminders_are_in_reach_whatever_is_set() {
    for window in WINDOWS {
        for text in TEXT_SIZES {
            let place = format!("reminders in {window} at {text}");
            let mut case = on_reminders(Case::new(window / text));
            check(&case, &place);
            for name in [
                "Other hours on some days",
                "What: Two-minute standing break",
            ] {
                let button = case.harness.get_by_role_and_label(Role::Button, name);
                button.click_accesskit();
                case.harness.run();
            }
            check(&case, &format!("{place}, opened"));
        }
    }
    let settings = "safety_card_seen = true\nlanguage = \"de\"\n\n[reminders]\nwhen = \"spread\"\nmeal = \"12:00-13:00\"\n[sound]\n";
    for window in WINDOWS {
        let case = on_reminders(Case::with(window / 2.0, settings, "de"));
        check(&case, &format!("reminders in German in {window}"));
    }
}

#[test]
fn the_page_of_a_routine_is_in_reach() {
    in_every_window(|case, window| {
        let look = case.named("picture-open", "From your physiotherapist");
        case.click(Role::Button, &look);
        for text in ["recent surgery", "numbness in the legs"] {
            assert!(case.heard().contains(text), "{text}:\n{}", case.heard());
        }
        check(case, &format!("routine in {window}"));
    });
}

#[test]
fn the_editor_and_the_exercises_to_pick_are_in_reach() {
    for window in WINDOWS {
        for text in TEXT_SIZES {
            let place = format!("{window} at {text}");
            let mut case = on_clinics(Case::new(window / text));
            check(&case, &format!("editor in {place}"));
            for page in ["Fields", "Preview"] {
                if case.has(Role::RadioButton, page) {
                    case.click(Role::RadioButton, page);
                    check(&case, &format!("{page} of the editor in {place}"));
                }
            }
            let case = on_exercises(Case::new(window / text));
            check(&case, &format!("exercises in {place}"));
        }
    }
}

#[test]
fn the_buttons_of_the_editor_are_in_reach_at_any_width() {
    for width in [722.0, 860.0, 1000.0, 1064.0, 1160.0] {
        let mut case = on_clinics(Case::new(vec2(width, 700.0)));
        type_into(&mut case, "Hold", "25s");
        case.wait_for("Save");
        check(&case, &format!("editor at {width}"));
    }
}

#[test]
fn the_editor_is_in_reach_in_longer_words_too() {
    let mut case = Case::with(WINDOWS[0] / 2.0, "language = \"de\"\n", "de");
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let [edit, back] =
        ["editor-edit-name", "editor-back"].map(|id| case.named(id, "From your physiotherapist"));
    case.click(Role::Button, &edit);
    case.wait_for(&back);
    for page in [
        "editor-page-parts",
        "editor-page-fields",
        "editor-page-seen",
    ] {
        let page = case.words.find(page).unwrap();
        case.click(Role::RadioButton, &page);
        check(&case, &format!("{page} of the editor"));
    }
}

#[test]
fn what_is_asked_before_a_session_is_in_reach() {
    in_every_window(|case, window| {
        case.press(Key::Enter);
        assert!(case.has(Role::Heading, &case.words.get("pain-before-title")));
        check(case, &format!("pain in {window}"));
    });
    for window in WINDOWS {
        let mut case = Case::with(window / 2.0, "language = \"de\"\n", "de");
        case.press(Key::Enter);
        check(&case, &format!("safety in {window}"));
    }
}

#[test]
fn every_page_of_learn_is_in_reach() {
    let mut case = Case::new(WINDOWS[0] / 2.0);
    for page in supple::ui::learn::PAGES {
        case.press_with(Modifiers::COMMAND, Key::Num4);
        let title = case.words.find(&format!("learn-{page}-title")).unwrap();
        case.click(Role::Link, &title);
        assert!(case.has(Role::Heading, &title), "{page}");
        check(&case, page);
    }
}

#[test]
fn a_page_of_learn_opens_at_its_beginning_and_the_list_where_it_was() {
    let mut case = Case::new(WINDOWS[0]);
    case.press_with(Modifiers::COMMAND, Key::Num4);
    let [title, list] = ["learn-sources-title", "learn-title"].map(|id| case.words.get(id));
    let top = |case: &Case, role, label: &str| {
        let node = case.harness.get_by_role_and_label(role, label);
        node.rect().top()
    };
    case.click(Role::Link, &title);
    let opened = top(&case, Role::Heading, &title);
    assert!((0.0..150.0).contains(&opened), "{opened}");
    let back = case.words.get("learn-back");
    case.click(Role::Button, &back);
    let scrolled = top(&case, Role::Heading, &list);
    assert!(scrolled < 0.0, "{scrolled}");
}

#[test]
fn a_page_stands_in_the_middle_of_a_very_large_window() {
    let case = Case::new(vec2(3840.0, 2160.0));
    let width = case.harness.ctx.content_rect().width();
    let rect = case
        .harness
        .get_by_label_contains("Stop if it hurts")
        .rect();
    assert!(rect.left() > width * 0.2, "{rect} of {width}");
}

#[test]
fn when_to_stop_is_read_before_anything_is_begun() {
    for size in [vec2(1280.0, 800.0), vec2(480.0, 600.0), vec2(400.0, 300.0)] {
        let case = Case::new(size);
        let line = case.harness.get_by_label_contains("Stop if it hurts");
        let starts = case.harness.get_all_by_label_contains("Start");
        let first = starts.map(|button| button.rect().top());
        let first = first.fold(f32::INFINITY, f32::min);
        let bottom = line.rect().bottom();
        assert!(bottom < first.min(size.y), "{size}: {bottom}, then {first}");
    }
}

#[test]
fn the_cards_of_a_line_begin_at_one_height() {
    let case = Case::after(USUAL, |folders, routine| {
        let more = "title = \"With a title that takes two lines on a card of this width\"";
        let text = crate::clinic::CLINIC.replacen("title = \"From your physiotherapist\"", more, 1);
        let other = folders.routines().join("other.toml");
        std::fs::write(other, text).unwrap();
        assert_eq!(routine.title, "From your physiotherapist");
    });
    let starts = case.harness.get_all_by_role(Role::Button);
    let starts = starts.filter(|node| said(node).starts_with("Button Start "));
    let heights: Vec<f32> = starts.map(|node| node.rect().top()).collect();
    assert!(heights.len() >= 3, "{}", case.heard());
    assert!(
        heights[..3]
            .iter()
            .all(|top| (top - heights[0]).abs() < 0.6),
        "{heights:?}"
    );
}

#[test]
fn the_first_exercise_of_a_routine_is_in_view_when_its_page_opens() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "Lower back relief");
    case.click(Role::Button, &look);
    let first = case.harness.get_by_label("1. Single knee to chest");
    assert!(first.rect().bottom() < 650.0, "{}", first.rect());
}

#[test]
fn what_answers_a_question_stands_right_below_it() {
    let mut case = Case::usual();
    case.press(Key::Enter);
    let answer = case.harness.get_by_label("Start without an answer").rect();
    let labels = case.harness.get_all_by_role(Role::Label);
    let ends = labels.map(|label| label.rect().bottom());
    let last = ends.filter(|end| *end < answer.top()).fold(0.0, f32::max);
    assert!(answer.top() - last < 80.0, "{answer} {last}");
}

/// Some window managers make windows of any size.
#[test]
fn a_window_with_room_for_nothing_breaks_nothing() {
    for window in [
        vec2(1.0, 1.0),
        vec2(60.0, 400.0),
        vec2(400.0, 20.0),
        vec2(240.0, 150.0),
    ] {
        let mut case = Case::new(window);
        for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num1] {
            case.press_with(Modifiers::COMMAND, key);
        }
        case.press(Key::Enter);
        case.harness.key_press(Key::Enter);
        case.wait_for("Single knee to chest");
        case.harness.key_press(Key::H);
        case.wait_for("Stop here, and rest");
        case.harness.key_press(Key::Q);
        case.wait_for("You stopped when it hurt");
    }
}

#[test]
fn a_page_that_goes_on_below_says_so_until_its_end() {
    let signs = |case: &Case| {
        let shapes = case.harness.output().shapes.iter();
        let is_sign = |shape: &Shape| matches!(shape, Shape::Circle(circle) if (circle.radius - 9.0).abs() < 0.01);
        shapes.filter(|clipped| is_sign(&clipped.shape)).count()
    };
    let mut case = Case::new(vec2(480.0, 600.0));
    case.press_with(Modifiers::COMMAND, Key::Num2);
    assert_eq!(signs(&case), 1);
    case.press(Key::PageDown);
    assert_eq!(signs(&case), 1);
    case.press(Key::End);
    assert_eq!(signs(&case), 0, "at its end");
    let mut case = Case::new(vec2(1280.0, 3000.0));
    case.press_with(Modifiers::COMMAND, Key::Num4);
    assert_eq!(signs(&case), 0, "all of it is in view");
}

#[test]
fn a_file_from_elsewhere_and_what_is_handed_out_are_in_reach() {
    in_every_window(|case, window| {
        let elsewhere = case.folders().data.with_file_name("elsewhere");
        std::fs::create_dir_all(&elsewhere).unwrap();
        let given = elsewhere.join("evening.toml");
        let newer = elsewhere.join("clinic.toml");
        let broken = elsewhere.join("broken.toml");
        let text = crate::clinic::CLINIC;
        std::fs::write(&given, text.replace("From your physio", "Evening physio")).unwrap();
        std::fs::write(&newer, text.replace("revision = 3", "revision = 4")).unwrap();
        std::fs::write(&broken, text.replace("hold", "hodl")).unwrap();
        for (file, told) in [
            (&given, "Try once"),
            (&newer, "Use revision 4"),
            (&broken, "Show what is wrong"),
        ] {
            case.drop_files(&[file]);
            case.wait_for(told);
            let foot = [
                "Add",
                "Use revision 4",
                "Close",
                "Not now",
                "Try once",
                "Keep revision 3",
            ];
            check_above(case, &format!("{told} in {window}"), &foot);
        }
        case.press(Key::Escape);
        check(case, &format!("files that came in {window}"));
        case.press_with(Modifiers::COMMAND, Key::Num1);
        let look = case.named("picture-open", "From your physiotherapist");
        case.click(Role::Button, &look);
        case.click(Role::Button, "Hand out From your physiotherapist");
        case.wait_for("Sheet 1 of");
        check(case, &format!("handing out in {window}"));
    });
}

/// What both lists of routines have stands in both at one place, whatever else can be done with each.
#[test]
fn start_and_look_stand_in_columns_through_both_lists_of_routines() {
    let mut case = Case::new(USUAL);
    case.press_with(Modifiers::COMMAND, Key::Num2);
    for begins in ["Start ", "Look at "] {
        let all = case.harness.root().children_recursive();
        let lefts = all.filter_map(|node| {
            let name = node.accesskit_node().label().unwrap_or_default();
            let is_meant = is_control(&node) && name.starts_with(begins);
            is_meant.then(|| (name, node.rect().left()))
        });
        let lefts: Vec<(String, f32)> = lefts.collect();
        assert!(
            lefts
                .iter()
                .any(|(name, _)| name.ends_with("From your physiotherapist"))
                && lefts
                    .iter()
                    .any(|(name, _)| name.ends_with("Lower back relief")),
            "{lefts:?}"
        );
        let first = lefts[0].1;
        assert!(
            lefts.iter().all(|(_, left)| (left - first).abs() < 1.5),
            "{lefts:?}"
        );
    }
}

/// Below what the patient sees, whatever the language's words for it need.
#[test]
fn what_is_to_be_fixed_is_in_view_in_every_language() {
    for (language, title) in [
        ("en", "Lower back relief"),
        ("de", "Entlastung für den unteren Rücken"),
    ] {
        let settings = format!("safety_card_seen = true\nlanguage = \"{language}\"\n");
        let mut case = Case::with(USUAL, &settings, language);
        case.press_with(Modifiers::COMMAND, Key::Num2);
        let copy = case.named("editor-edit-copy-name", title);
        case.click(Role::Button, &copy);
        let well = case.words.get("editor-all-well");
        case.wait_for(&well);
        let last = case.harness.get_by_label(&well).rect();
        // With the margin of its card.
        let bottom = case.harness.ctx.content_rect().bottom();
        assert!(
            last.bottom() + 12.0 <= bottom,
            "{language}: {last} of {bottom}"
        );
    }
}
