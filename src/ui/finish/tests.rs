//! What the end of a session promises: what was held is reported as the record has it, nothing is
//! demanded, and nothing that was reported is lost.

mod repetitions;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::history::{History, Hold, Load, RecordedSession, SessionOutcome, WhyLeftOut};
use crate::plan::Plan;
use crate::progress::Tally;
use crate::report;
use crate::routine::{Author, Exercise, Routine, Safety, Sides};
use crate::session::{Attempt, Outcome, State};
use crate::ui::theme;

/// Two holds of 20 s on each side, then one open exercise.
fn routine() -> Routine {
    let mut knee = Exercise::new("knee", "Knee to chest");
    knee.sides = Sides::Each;
    knee.dose = Dose::Hold {
        hold: Duration::from_secs(20),
        reps: 2,
    };
    let mut walk = Exercise::new("walk", "Walk");
    walk.dose = Dose::Open;
    let mut routine = Routine::new("back", "Lower back", vec![knee, walk]);
    routine.safety = Safety {
        pain_limit: Some(3),
        ..Safety::default()
    };
    routine.author = Some(Author {
        contact: Some("555 0134".to_owned()),
        ..Author::default()
    });
    routine
}

// Its steps: 0 prepare, 1 hold, 2 rest, 3 hold, 4 switch, 5 hold, 6 rest, 7 hold, 8 rest,
// 9 prepare, 10 wait.

fn attempt(step: usize, held_secs: u64, outcome: Outcome) -> Attempt {
    Attempt {
        step,
        prescribed: Some(Duration::from_secs(20)),
        held: Duration::from_secs(held_secs),
        outcome,
        again: false,
    }
}

/// At the open step.
fn in_own_time(held_secs: u64, outcome: Outcome) -> Attempt {
    Attempt {
        prescribed: None,
        ..attempt(10, held_secs, outcome)
    }
}

fn snapshot(state: State, attempts: Vec<Attempt>) -> Snapshot {
    let routine = Arc::new(routine());
    Snapshot {
        plan: Arc::new(Plan::of(&routine)),
        routine,
        state,
        step: 10,
        elapsed: Duration::ZERO,
        length: None,
        left: Duration::ZERO,
        is_eased: false,
        hurting_step: 0,
        hurts_eased: false,
        attempts: Arc::new(attempts),
        refused: None,
        sound_warning: None,
        record_warning: None,
        as_of: Duration::ZERO,
    }
}

struct Screen {
    finish: Finish,
    snapshot: Snapshot,
    about: About,
    words: Words,
    reported: Option<Action>,
}

fn harness(snapshot: Snapshot, about: About) -> Harness<'static, Screen> {
    sized(snapshot, about, vec2(1280.0, 1400.0))
}

fn sized(snapshot: Snapshot, about: About, size: Vec2) -> Harness<'static, Screen> {
    let screen = Screen {
        finish: Finish::default(),
        snapshot,
        about,
        words: Words::of("en"),
        reported: None,
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, screen: &mut Screen| {
                let reported =
                    screen
                        .finish
                        .show(ui, &screen.words, &screen.snapshot, screen.about);
                screen.reported = screen.reported.take().or(reported);
            },
            screen,
        );
    harness.run();
    harness
}

const RECORDED: About = About {
    pain_before: Some(2),
    kept: Kept::Recorded,
};

fn completed() -> Snapshot {
    snapshot(State::Completed, vec![attempt(1, 20, Outcome::Done)])
}

#[test]
fn what_was_held_is_reported_for_each_exercise_and_side() {
    use Outcome::{CutShort, Done, Skipped};
    let first = "0 of 4 holds";
    for (attempts, knee, walk, whole) in [
        (vec![], first, "0 of 1 done", "0 of 5 done"),
        (
            vec![
                attempt(1, 20, Done),
                attempt(3, 5, CutShort),
                attempt(5, 20, Done),
                attempt(7, 0, Skipped),
            ],
            "2 of 4 holds · left 0:25, right 0:20",
            "0 of 1 done",
            "2 of 5 done · left 0:25, right 0:20",
        ),
        // A hold that was gone back to counts once, with its longest attempt.
        (
            vec![attempt(1, 8, CutShort), attempt(1, 20, Done)],
            "1 of 4 holds · left 0:20, right 0:00",
            "0 of 1 done",
            "1 of 5 done · left 0:20, right 0:00",
        ),
        // Done in one's own time, and begun once more by going back to it.
        (
            vec![in_own_time(20, Done), in_own_time(70, CutShort)],
            "0 of 4 holds",
            "1 of 1 done · 0:20 of exercise in all",
            "1 of 5 done · 0:20 of exercise in all",
        ),
    ] {
        let harness = harness(snapshot(State::Completed, attempts), RECORDED);
        for text in [knee, walk, whole] {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        }
    }
}

#[test]
fn a_side_that_was_not_prescribed_is_left_out() {
    for (sides, reported) in [
        (Sides::Left, "1 of 2 holds · left 0:20"),
        (Sides::Right, "1 of 2 holds · right 0:20"),
        (Sides::None, "1 of 2 holds · 0:20 of exercise in all"),
    ] {
        let mut routine = routine();
        routine.exercises[0].sides = sides;
        let mut snapshot = completed();
        snapshot.plan = Arc::new(Plan::of(&routine));
        snapshot.routine = Arc::new(routine);
        let harness = harness(snapshot, RECORDED);
        assert!(harness.query_by_label(reported).is_some(), "{reported}");
    }
}

#[test]
fn what_was_reported_is_saved_from_where_it_is_seen() {
    for after in [None, Some(Key::X)] {
        let mut harness = sized(completed(), RECORDED, vec2(240.0, 300.0));
        if let Some(key) = after {
            harness.key_press(key);
        }
        harness.run();
        let save = harness.get_by_label("Save").rect();
        let skip = harness.get_by_label_contains("Leave").rect();
        assert!(
            save.bottom() <= 300.0 && skip.bottom() <= 300.0,
            "{save} {skip}"
        );
    }
}

#[test]
fn what_all_come_to_is_the_sum_of_what_is_shown() {
    let short = |step, millis| Attempt {
        held: Duration::from_millis(millis),
        ..attempt(step, 0, Outcome::CutShort)
    };
    let ended = snapshot(
        State::Completed,
        vec![
            short(1, 2_600),
            short(5, 2_900),
            short(7, 2_800),
            short(10, 2_700),
        ],
    );
    let exercises = progress::by_exercise(ended.dose());
    let words = Words::of("en");
    let reported = |tally: &Tally| report::held(&words, tally, "finish-rounds");
    assert_eq!(
        reported(&exercises[0].1),
        "0 of 4 done · left 0:02, right 0:04"
    );
    assert_eq!(
        reported(&exercises[1].1),
        "0 of 1 done · 0:02 of exercise in all"
    );
    assert_eq!(
        reported(&ended.tally()),
        "0 of 5 done · 0:08 of exercise in all"
    );
}

#[test]
fn pain_above_the_limit_or_above_before_is_answered_with_advice() {
    for (before, after, limit, answer) in [
        (None, None, Some(3), None),
        (None, Some(3), Some(3), None),
        (None, Some(4), Some(3), Some("finish-pain-above-limit")),
        (Some(5), Some(4), Some(3), Some("finish-pain-above-limit")),
        (Some(1), Some(2), Some(3), Some("finish-pain-rose")),
        (Some(2), Some(2), Some(3), None),
        (Some(9), Some(8), None, Some("finish-pain-high")),
        (Some(4), Some(4), None, None),
    ] {
        let safety = Safety {
            pain_limit: limit,
            ..Safety::default()
        };
        assert_eq!(
            report::pain_warning(before, after, &safety),
            answer,
            "{before:?} {after:?}"
        );
    }
    let mut harness = harness(completed(), RECORDED);
    assert!(harness.query_by_label_contains("555 0134").is_none());
    harness.key_press(Key::Num4);
    harness.run();
    harness.get_by_label("That is above the limit that your routine sets.");
    harness.get_by_label_contains("555 0134");
    harness.get_by_label("chest pain");
}

#[test]
fn what_is_reported_is_what_is_saved() {
    let mut harness = harness(completed(), RECORDED);
    harness.get_by_label("Pain now 10").click();
    harness.run();
    let note = harness.get_by_role(Role::MultilineTextInput);
    note.focus();
    harness.run();
    let note = harness.get_by_role(Role::MultilineTextInput);
    note.type_text("  Easier on the left. 3 h later fine ");
    harness.run();
    harness.get_by_label("Save").click();
    harness.run();
    let reported = Answers {
        pain_after: Some(10),
        note: Some("Easier on the left. 3 h later fine".to_owned()),
        ..Answers::default()
    };
    assert_eq!(harness.state().reported, Some(Action::Answered(reported)));
}

#[test]
fn the_note_is_saved_from_within_and_enter_breaks_its_line() {
    let mut harness = harness(completed(), RECORDED);
    harness.get_by_role(Role::MultilineTextInput).focus();
    harness.run();
    let note = harness.get_by_role(Role::MultilineTextInput);
    note.type_text("Fine");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().reported, None);
    let note = harness.get_by_role(Role::MultilineTextInput);
    note.type_text("again");
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let reported = Answers {
        pain_after: None,
        note: Some("Fine\nagain".to_owned()),
        ..Answers::default()
    };
    assert_eq!(harness.state().reported, Some(Action::Answered(reported)));
}

#[test]
fn advice_says_whom_to_ask() {
    for (contact, whom) in [
        (Some("555 0134"), "ask whoever gave you the routine"),
        (None, "ask a doctor or physiotherapist"),
    ] {
        let mut routine = routine();
        routine.author = Some(Author {
            contact: contact.map(str::to_owned),
            ..Author::default()
        });
        let mut snapshot = completed();
        snapshot.routine = Arc::new(routine);
        let mut harness = harness(snapshot, RECORDED);
        harness.key_press(Key::Num4);
        harness.run();
        harness.get_by_label_contains(whom);
    }
}

#[test]
fn nothing_is_demanded() {
    for key in [Key::Enter, Key::Escape] {
        let mut harness = harness(completed(), RECORDED);
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().reported, Some(nothing()), "{key:?}");
    }
}

#[test]
fn a_key_throws_nothing_away_that_was_reported() {
    let mut harness = harness(completed(), RECORDED);
    harness.key_press(Key::Num3);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().reported, None);
    harness.get_by_label("Leave these answers out").click();
    harness.run();
    assert_eq!(harness.state().reported, Some(nothing()));
}

#[test]
fn a_number_pressed_again_is_taken_back() {
    let mut harness = harness(completed(), RECORDED);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::NONE, Key::Num3);
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().reported, Some(nothing()));
}

#[test]
fn a_rehearsal_asks_nothing() {
    let about = About {
        pain_before: None,
        kept: Kept::Rehearsed,
    };
    let mut harness = harness(completed(), about);
    harness.get_by_label_contains("rehearsal");
    assert!(harness.query_by_role(Role::MultilineTextInput).is_none());
    harness.get_by_label("Close").click();
    harness.run();
    assert_eq!(harness.state().reported, Some(nothing()));
}

#[test]
fn a_screen_reader_says_that_the_session_is_over() {
    let harness = harness(completed(), RECORDED);
    let said = harness.get_by_label("Done for this time.");
    let said = said.accesskit_node();
    assert_eq!(said.role(), Role::Heading);
    assert!(said.is_focused());
}

/// The number that has the keyboard, by its name.
fn with_keyboard(harness: &Harness<'_, Screen>) -> Option<String> {
    let numbers = harness.get_all_by_role(Role::RadioButton);
    let mut focused = numbers.filter(|node| node.accesskit_node().is_focused());
    focused
        .next()
        .and_then(|node| node.accesskit_node().label())
}

#[test]
fn a_typed_number_and_what_there_is_to_say_of_it_are_in_view_in_every_window() {
    for size in [
        (1280.0, 800.0),
        (640.0, 480.0),
        (480.0, 360.0),
        (320.0, 240.0),
    ] {
        let mut harness = sized(completed(), RECORDED, size.into());
        harness.key_press(Key::Num9);
        harness.run();
        let foot = harness.get_by_label_contains("Save").rect().min.y;
        for name in [
            "Pain now 9",
            "That is above the limit that your routine sets.",
        ] {
            let rect = harness.get_by_label(name).rect();
            let in_view = rect.min.y >= 0.0 && rect.max.y <= foot;
            assert!(in_view, "{size:?}: {name} at {rect}, the foot at {foot}");
        }
    }
}

#[test]
fn in_a_low_window_the_questions_come_before_what_was_held() {
    for (height, first) in [(480.0, true), (800.0, false)] {
        let harness = sized(completed(), RECORDED, vec2(640.0, height));
        let note = harness.get_by_role(Role::MultilineTextInput).rect();
        let held = harness.get_by_label("Knee to chest").rect();
        assert_eq!(note.min.y < held.min.y, first, "{height}");
    }
}

#[test]
fn the_tab_key_comes_to_the_chosen_number_alone_and_the_arrows_to_the_others() {
    let mut harness = harness(completed(), RECORDED);
    harness.key_press(Key::Num4);
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(with_keyboard(&harness).as_deref(), Some("Pain now 4"));
    for (key, then) in [
        (Key::ArrowRight, "Pain now 5"),
        (Key::ArrowDown, "Pain now 6"),
        (Key::ArrowLeft, "Pain now 5"),
        (Key::ArrowUp, "Pain now 4"),
        (Key::ArrowUp, "Pain now 3"),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(with_keyboard(&harness).as_deref(), Some(then), "{key:?}");
    }
    assert_eq!(harness.state().finish.answers().pain_after, Some(4));
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().finish.answers().pain_after, Some(3));
    // And on to the reasons, and the note.
    for _ in 0..=WhyLeftOut::ALL.len() {
        harness.key_press(Key::Tab);
        harness.run();
    }
    assert_eq!(with_keyboard(&harness), None);
    assert!(harness.get_by_role(Role::MultilineTextInput).is_focused());
}

#[test]
fn why_something_was_left_out_takes_one_key_which_takes_it_back_and_writes_in_the_note_alone() {
    let mut harness = harness(completed(), RECORDED);
    let said = |harness: &Harness<'_, Screen>| harness.state().finish.answers().left_out;
    assert_eq!(said(&harness), None, "nothing is demanded");
    harness.get_by_label("Too hard · B");
    for (key, why) in [
        (Key::B, Some(WhyLeftOut::TooHard)),
        (Key::A, Some(WhyLeftOut::NoTime)),
        (Key::A, None),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(said(&harness), why);
    }
    harness.get_by_role(Role::MultilineTextInput).focus();
    harness.run();
    harness.key_press(Key::C);
    harness.run();
    assert_eq!(said(&harness), None);
}

#[test]
fn arrows_that_are_pressed_quickly_stay_with_the_numbers() {
    let mut harness = harness(completed(), RECORDED);
    harness.key_press(Key::Num8);
    harness.run();
    harness.key_press(Key::Tab);
    for _ in 0..5 {
        harness.key_press(Key::ArrowRight);
    }
    harness.run();
    assert_eq!(with_keyboard(&harness).as_deref(), Some("Pain now 10"));
}

#[test]
fn what_an_exercise_was_done_with_is_asked_and_taken_to_be_as_the_last_time() {
    let mut routine = routine();
    routine.exercises[0].load = Some("2 kg".to_owned());
    for (last, typed, reported) in [
        (None, "", None),
        (None, " and a half", Some("2 kg and a half")),
        (Some(("2 kg", "3 kg")), "", Some("3 kg")),
        // What was prescribed since then counts.
        (Some(("1 kg", "3 kg")), "", None),
    ] {
        let past = History {
            sessions: last
                .map(|last| done_with(&routine, last.0, last.1).into())
                .into_iter()
                .collect(),
            ..History::default()
        };
        let mut harness = harness(completed(), RECORDED);
        let over = Snapshot {
            routine: Arc::new(routine.clone()),
            ..completed()
        };
        let last = past.last_of(&routine);
        harness.state_mut().finish = Finish::of(&Words::of("en"), &over, &last);
        harness.run();
        let field = harness.get_by_label("What you used for Knee to chest");
        field.focus();
        harness.run();
        harness.key_press(Key::End);
        harness.run();
        let field = harness.get_by_label("What you used for Knee to chest");
        field.type_text(typed);
        harness.run();
        let loads = harness.state().finish.answers().said.loads;
        let loads: Vec<&str> = loads.iter().map(|it| &*it.load).collect();
        assert_eq!(
            loads,
            Vec::from_iter(reported),
            "last {last:?}, typed {typed:?}"
        );
        let told = harness.query_by_label("Prescribed: 2 kg");
        assert_eq!(told.is_some(), reported.is_some());
    }
}

#[test]
fn what_was_not_begun_was_done_with_nothing() {
    let mut routine = routine();
    for exercise in &mut routine.exercises {
        exercise.load = Some("2 kg".to_owned());
    }
    let routine = Arc::new(routine);
    let asked = |attempts: Vec<Attempt>| {
        let over = Snapshot {
            attempts: Arc::new(attempts),
            routine: Arc::clone(&routine),
            ..completed()
        };
        let asked = Finish::of(&Words::of("en"), &over, &Last::default()).asked;
        let names = asked.into_iter().map(|(question, _)| question.name);
        names.collect::<Vec<_>>()
    };
    assert!(asked(vec![]).is_empty());
    assert!(asked(vec![attempt(1, 0, Outcome::Skipped)]).is_empty());
    assert_eq!(
        asked(vec![attempt(1, 5, Outcome::CutShort)]),
        ["Knee to chest"]
    );
    assert_eq!(asked(vec![in_own_time(0, Outcome::Done)]), ["Walk"]);
}

/// A session in which the first exercise was done with this load, where another was prescribed.
fn done_with(routine: &Routine, prescribed: &str, load: &str) -> RecordedSession {
    let exercise = Arc::from(routine.exercises[0].id.as_str());
    let started = "2026-11-22T07:42[UTC]".parse().unwrap();
    let mut session = RecordedSession::sample(&routine.id, started, SessionOutcome::Completed);
    session.holds = vec![Hold {
        exercise: Arc::clone(&exercise),
        ..Hold::sample(1, 20_000, Outcome::Done)
    }];
    let of = |load: &str| {
        let exercise = Arc::clone(&exercise);
        let load = load.into();
        vec![Load { exercise, load }]
    };
    (session.prescribed_loads, session.loads) = (of(prescribed), of(load));
    session
}
