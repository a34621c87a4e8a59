//! The Tab key goes through each screen as one reads it: everything that can be worked, once each,
//! and each with a name.

use std::{fs, mem};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Case, USUAL, is_control, said};
use crate::clinic::CLINIC;
use crate::editor::{on_clinics, on_exercises};
use crate::reminders::on_reminders;

/// More than any screen has.
const MOST: usize = 80;

/// Walks once through all that the Tab key comes to. A page on which something has come meanwhile, as the voices and
/// the devices that the system was asked for, is another page.
fn walk(case: &mut Case, screen: &str) {
    loop {
        let before = controls(case);
        let walked = walk_round(case, screen);
        if controls(case) == before {
            return walked.unwrap();
        }
    }
}

fn controls(case: &Case) -> Vec<String> {
    let nodes = case.harness.root().children_recursive();
    nodes.filter(is_control).map(|node| id(&node)).collect()
}

/// What is not as it should be, if anything is.
fn walk_round(case: &mut Case, screen: &str) -> Result<(), String> {
    let mut walked: Vec<String> = Vec::new();
    let mut went_round = false;
    for _ in 0..MOST {
        case.press(Key::Tab);
        let mut nodes = case.harness.root().children_recursive();
        let focused = |node: &Node<'_>| is_control(node) && node.accesskit_node().is_focused();
        let Some(now) = nodes.find(focused) else {
            continue;
        };
        let id = id(&now);
        if walked.first() == Some(&id) {
            break;
        }
        // Below a narrow window the navigation comes last to the eye, and first to the keyboard.
        let is_read_down = window(case).width() > 700.0;
        if let Some(before) = walked.last().filter(|_| is_read_down) {
            let Some(before) = by_id(case, before) else {
                return Err(format!("{screen}: what was walked through is gone"));
            };
            // What has the keyboard is scrolled to, so both are looked for anew.
            let (old, new) = (before.rect(), now.rect());
            let follows = new.left() >= old.right() - 1.0 || new.top() >= old.bottom() - 1.0;
            // The keyboard rests on the name of the page, so that the navigation before it comes last.
            let is_round = !follows && !mem::replace(&mut went_round, true);
            if !follows && !is_round {
                let [before, now] = [&before, &now].map(said);
                return Err(format!(
                    "{screen}: {now} at {new} comes after {before} at {old}"
                ));
            }
        }
        let (name, rect) = (said(&now), now.rect());
        if !window(case).expand(1.0).contains_rect(rect) {
            return Err(format!(
                "{screen}: {name} at {rect} has the keyboard out of view"
            ));
        }
        if now.accesskit_node().label().is_none() {
            return Err(format!("{screen}: {name} has no name"));
        }
        if walked.contains(&id) {
            return Err(format!("{screen}: {name} comes twice"));
        }
        walked.push(id);
    }
    let nodes = case.harness.root().children_recursive();
    let missed = nodes.filter(|node| {
        let there = is_control(node) && !node.accesskit_node().is_disabled();
        there && !walked.contains(&id(node)) && !is_led_to_by_arrows(node, &walked)
    });
    let missed: Vec<_> = missed.map(|node| said(&node)).collect();
    if missed.is_empty() {
        Ok(())
    } else {
        Err(format!("{screen}: {missed:?} can't be reached"))
    }
}

/// Whether it is one of the numbers for pain, of which the Tab key comes to one.
fn is_led_to_by_arrows(node: &Node<'_>, walked: &[String]) -> bool {
    const NUMBERS: usize = 11;
    let is_number = |node: &Node<'_>| node.accesskit_node().role() == Role::RadioButton;
    let Some(group) = node.parent().filter(|_| is_number(node)) else {
        return false;
    };
    let numbers: Vec<_> = group.children().filter(is_number).collect();
    numbers.len() == NUMBERS && numbers.iter().any(|number| walked.contains(&id(number)))
}

fn window(case: &Case) -> Rect {
    case.harness.ctx.content_rect()
}

fn id(node: &Node<'_>) -> String {
    format!("{:?}", node.accesskit_node().id())
}

fn by_id<'a>(case: &'a Case, wanted: &str) -> Option<Node<'a>> {
    let mut nodes = case.harness.root().children_recursive();
    nodes.find(|node| id(node) == wanted)
}

/// Walks through each place of the navigation, in a window of its own.
fn walk_places(open: fn() -> Case) {
    for (key, screen) in [
        (Key::Num1, "today"),
        (Key::Num2, "routines"),
        (Key::Num3, "history"),
        (Key::Num4, "learn"),
        (Key::Num5, "settings"),
    ] {
        let mut case = open();
        case.press_with(Modifiers::COMMAND, key);
        walk(&mut case, screen);
    }
}

#[test]
fn in_every_place_of_the_navigation() {
    walk_places(Case::usual);
}

#[test]
fn on_the_page_of_reminders() {
    walk(&mut on_reminders(Case::usual()), "reminders");
}

#[test]
fn in_the_editor_and_where_exercises_are_picked() {
    walk(&mut on_clinics(Case::usual()), "editor");
    let mut case = on_exercises(Case::usual());
    // A few of them: all are more than a walk takes.
    let search = "Search exercises";
    case.harness.get_by_label(search).focus();
    case.harness.run();
    case.harness.get_by_label(search).type_text("squat");
    case.harness.run();
    assert!(!case.heard().contains("Clamshell"), "{}", case.heard());
    walk(&mut case, "exercises");
}

#[test]
fn on_the_page_of_a_routine_and_of_learn() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    walk(&mut case, "routine");
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num4);
    let title = case.words.find("learn-sources-title").unwrap();
    case.click(Role::Link, &title);
    walk(&mut case, "a page of learn");
}

#[test]
fn on_the_page_of_a_past_session() {
    let mut case = Case::in_a_session();
    case.press(Key::Escape);
    case.press(Key::O);
    case.wait_for("Enough for this time.");
    case.press(Key::Escape);
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("From your physiotherapist, stopped");
    let line = case
        .harness
        .get_by_label_contains("From your physiotherapist, stopped");
    // It may be below what is in view.
    line.focus();
    case.harness.run();
    case.press(Key::Enter);
    assert!(
        case.has(Role::Heading, "From your physiotherapist"),
        "{}",
        case.heard()
    );
    walk(&mut case, "a past session");
}

#[test]
fn before_a_session_in_it_and_after_it() {
    let mut case = Case::with(USUAL, "language = \"en\"\n", "en");
    case.press(Key::Enter);
    walk(&mut case, "safety");
    let mut case = Case::usual();
    case.press(Key::Enter);
    walk(&mut case, "pain");
    case.press(Key::Num7);
    case.click(Role::Button, "Start");
    assert!(case.has(Role::Heading, &case.words.get("too-much-title")));
    walk(&mut case, "better not today");
    // No step of it ends while it is walked through.
    let mut case = Case::after(USUAL, |folders, _| {
        let routine = CLINIC.replace("prepare = \"10s\"", "prepare = \"10m\"");
        fs::write(folders.routines().join("clinic.toml"), routine).unwrap();
    });
    case.begin();
    // Until the sound is ready it can only be started.
    case.wait_for("Pause");
    walk(&mut case, "player");
    case.press(Key::F11);
    case.wait_for("Leave full screen");
    walk(&mut case, "full screen");
    case.press(Key::F11);
    case.press(Key::W);
    case.wait_for("Usual window");
    walk(&mut case, "small window");
    case.press(Key::W);
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    walk(&mut case, "it hurts");
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt");
    walk(&mut case, "finish");
}

#[test]
fn what_had_the_keyboard_on_one_screen_hands_it_to_nothing_on_the_next() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::H);
    case.wait_for("Stop here, and rest");
    case.press(Key::Tab);
    let end = case.harness.get_by_label("End the session");
    assert!(end.accesskit_node().is_focused());
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt");
    let mut nodes = case.harness.root().children_recursive();
    let focused = nodes.find(|node| is_control(node) && node.accesskit_node().is_focused());
    assert!(focused.is_none(), "{:?}", focused.map(|node| said(&node)));
}

#[test]
fn in_the_question_whether_to_end_it_stays_among_the_answers() {
    let mut case = Case::in_a_session();
    case.harness.key_press(Key::Escape);
    case.wait_for("End the session?");
    let focused = |case: &Case| {
        let mut nodes = case.harness.root().children_recursive();
        let node = nodes.find(|node| is_control(node) && node.accesskit_node().is_focused());
        node.map(|node| said(&node)).unwrap_or_default()
    };
    let mut walked = vec![focused(&case)];
    for _ in 0..5 {
        case.press(Key::Tab);
        walked.push(focused(&case));
    }
    let answers = [
        "player-end-keep-going",
        "player-end-no-time",
        "player-end-other",
        "player-it-hurts",
    ];
    let answers = answers.map(|id| format!("Button {}", case.words.get(id)));
    let expected: Vec<_> = answers.iter().cycle().take(6).cloned().collect();
    assert_eq!(walked, expected);
}

/// The smallest window with the largest text has room for half of its points.
fn cramped() -> Case {
    Case::new(vec2(240.0, 300.0))
}

#[test]
fn in_the_least_room_what_has_the_keyboard_is_in_view() {
    walk_places(cramped);
    let mut case = cramped();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    walk(&mut case, "routine");
    let mut case = cramped();
    case.press(Key::Enter);
    walk(&mut case, "pain");
    let mut case = cramped();
    case.begin();
    case.press(Key::H);
    case.wait_for("Stop here, and rest");
    walk(&mut case, "it hurts");
    case.press(Key::Q);
    case.wait_for("You stopped when it hurt");
    walk(&mut case, "finish");
}

#[test]
fn a_page_is_read_to_its_end_by_keys() {
    let mut case = cramped();
    case.begin();
    case.press(Key::H);
    case.wait_for("Stop here, and rest");
    let top_of = |case: &Case, text: &str| case.harness.get_by_label(text).rect().top();
    let window = window(&case);
    let heading = "Stop here, and rest";
    let last = case.words.get("advice-soon-heading");
    let at_first = top_of(&case, heading);
    assert!(!window.y_range().contains(top_of(&case, &last)));
    for _ in 0..20 {
        if window.y_range().contains(top_of(&case, &last)) {
            break;
        }
        case.press(Key::PageDown);
    }
    assert!(window.y_range().contains(top_of(&case, &last)));
    let here = top_of(&case, heading);
    case.press(Key::ArrowDown);
    assert!(top_of(&case, heading) < here);
    case.press(Key::Home);
    assert!((top_of(&case, heading) - at_first).abs() < 1.0);
    case.press(Key::End);
    let last = "pain after a stretch, or pain in the lower abdomen";
    assert!(window.y_range().contains(top_of(&case, last)));
}

#[test]
fn the_tab_key_comes_round_to_the_beginning_of_a_page() {
    let mut case = cramped();
    case.begin();
    case.press(Key::H);
    case.wait_for("Stop here, and rest");
    case.press(Key::Q);
    case.wait_for("You stopped when it hurt");
    case.press(Key::End);
    let title = |case: &Case| {
        let mut nodes = case.harness.root().children_recursive();
        let is_it =
            |node: &Node<'_>| node.accesskit_node().role() == Role::Heading && node.is_focused();
        nodes.find(is_it).map(|node| node.rect())
    };
    let leaves = (0..MOST).any(|_| {
        case.press(Key::Tab);
        title(&case).is_none()
    });
    assert!(leaves, "the keyboard stays on the title");
    let returns = (0..MOST).any(|_| {
        case.press(Key::Tab);
        title(&case).is_some()
    });
    assert!(returns, "{}", case.heard());
    let title = title(&case).unwrap();
    assert!(window(&case).contains_rect(title), "{title}");
}
