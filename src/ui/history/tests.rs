//! What the history promises: each session in one line, and the same speed for ten years.

mod charts;
mod loads;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{ScrollArea, Shape, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use eframe::egui::accesskit::Role;

use super::list::Line;
use super::*;
use crate::folders::Folders;
use crate::history::{Log, NotBegun, Note, RecordedSession, Recorder, WhyNot};
use crate::routine::{Dose, Exercise};
use crate::runner::Record as _;
use crate::session::{Command, Reading, Session, StopReason};
use crate::ui::{Place, theme};

fn morning() -> Zoned {
    at("2026-11-22T07:42")
}

/// A session of two holds of 20 s without pauses, recorded: what `commands` give at their seconds.
fn recorded(commands: &[(u64, Command)], note: Note) -> RecordedSession {
    let mut exercise = Exercise::new("knee", "Knee to chest");
    exercise.prepare = Duration::ZERO;
    exercise.rest = Duration::ZERO;
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(20),
        reps: 2,
    };
    let routine = Arc::new(Routine::new("back", "Lower back", vec![exercise]));
    let folder = TempDir::new().unwrap();
    let folders = Folders {
        data: folder.path().join("data"),
        config: folder.path().join("config"),
        cache: folder.path().join("cache"),
        record: None,
    };
    let log = Log::open_with_clock(&folders, morning).unwrap();
    let mut recorder = Recorder::new(&log, &routine, note.pain_before);
    let mut course = Session::new(Arc::clone(&routine));
    let mut events = Vec::new();
    for second in 0..=60 {
        let now = Reading {
            monotonic: Duration::from_secs(second),
            with_sleep: Duration::from_secs(second),
        };
        if second == 0 {
            course.apply(Command::Start, now, &mut events).unwrap();
        }
        course.advance(now, &mut events);
        for (_, command) in commands.iter().filter(|(at, _)| *at == second) {
            course.apply(*command, now, &mut events).unwrap();
        }
    }
    for event in &events {
        recorder.event(event, course.plan());
    }
    log.note(recorder.session(), note);
    drop(recorder);
    Arc::unwrap_or_clone(log.history().sessions.remove(0))
}

/// The same when the exercise may be left out.
fn optional(commands: &[(u64, Command)]) -> RecordedSession {
    let mut session = recorded(commands, Note::default());
    for hold in &mut session.holds {
        hold.optional = true;
    }
    session
}

fn all() -> RecordedSession {
    recorded(&[], Note::default())
}

fn at(time: &str) -> Zoned {
    let time: jiff::civil::DateTime = time.parse().unwrap();
    time.to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

fn line(session: &RecordedSession, language: &str) -> Line {
    Line::of(
        Past::Session(session),
        &Words::of(language),
        &at("2026-11-22T12:00"),
    )
}

#[test]
fn each_session_says_how_it_went() {
    use Command::{Hurts, Resume, Skip, Stop};
    for (commands, english, german) in [
        (vec![], "2 of 2 holds, 0:40 held", "2 von 2 gehalten, 0:40"),
        (
            vec![(0, Skip)],
            "1 of 2 holds, 1 skipped",
            "1 von 2 gehalten, 1 ausgelassen",
        ),
        (
            vec![(5, Hurts), (6, Resume)],
            "2 of 2 holds, 0:40 held · it hurt",
            "2 von 2 gehalten, 0:40 · es tat weh",
        ),
        (
            vec![(5, Hurts), (25, Stop(StopReason::Pain))],
            "stopped: pain · 0 of 2 holds, 0:05 held",
            "wegen Schmerz beendet · 0 von 2 gehalten, 0:05",
        ),
        (
            vec![(25, Stop(StopReason::Pain))],
            "stopped: pain · 1 of 2 holds, 0:25 held",
            "wegen Schmerz beendet · 1 von 2 gehalten, 0:25",
        ),
        (
            vec![(25, Stop(StopReason::NoTime))],
            "stopped: no time · 1 of 2 holds, 0:25 held",
            "aus Zeitmangel beendet · 1 von 2 gehalten, 0:25",
        ),
        (
            vec![(25, Stop(StopReason::Other))],
            "stopped · 1 of 2 holds, 0:25 held",
            "beendet · 1 von 2 gehalten, 0:25",
        ),
        (
            vec![(25, Command::Pause)],
            "interrupted · 1 of 2 holds, 0:20 held",
            "abgebrochen · 1 von 2 gehalten, 0:20",
        ),
    ] {
        let session = recorded(&commands, Note::default());
        assert_eq!(line(&session, "en").what, english);
        assert_eq!(line(&session, "de").what, german);
    }
}

#[test]
fn an_optional_hold_that_was_not_done_leaves_no_gap_and_counts_with_its_time() {
    use Command::{Skip, Stop};
    let no_time = Stop(StopReason::NoTime);
    for (commands, line_says, page_says) in [
        (
            vec![(30, Skip)],
            "1 of 1 hold, 0:30 held",
            Some("1 of 1 done · 0:30 of exercise in all"),
        ),
        (
            vec![(0, Skip)],
            "1 of 1 hold, 0:20 held",
            Some("1 of 1 done · 0:20 of exercise in all"),
        ),
        (
            vec![(0, Skip), (10, no_time)],
            "stopped: no time · 0 of 0 holds, 0:10 held",
            Some("0:10 of exercise in all"),
        ),
        (vec![(0, Skip), (0, Skip)], "0 of 0 holds, 0:00 held", None),
    ] {
        let session = optional(&commands);
        assert_eq!(line(&session, "en").what, line_says);
        let mut harness = Harness::builder()
            .with_size([1280.0, 1200.0])
            .with_context_setup(theme::install)
            .build_ui(move |ui| {
                show_page_of(ui, &session);
            });
        harness.run();
        let exercise = harness.query_by_label("Knee to chest");
        assert_eq!(exercise.is_some(), page_says.is_some(), "{commands:?}");
        if let Some(text) = page_says {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        }
    }
}

#[test]
fn pain_is_reported_as_far_as_it_was() {
    for (before, after, says) in [
        (Some(3), Some(2), Some("pain 3 to 2")),
        (Some(3), None, Some("pain 3 before")),
        (None, Some(2), Some("pain 2 after")),
        (None, None, None),
    ] {
        let session = recorded(
            &[],
            Note {
                pain_before: before,
                pain_after: after,
                ..Note::default()
            },
        );
        assert_eq!(line(&session, "en").pain.as_deref(), says);
    }
}

#[test]
fn recent_days_have_names_and_others_dates() {
    for (started, says) in [
        ("2026-11-22T07:42", "Today 7:42"),
        ("2026-11-21T20:10", "Yesterday 20:10"),
        ("2026-11-20T11:05", "20 November 2026 11:05"),
        // A clock that was wrong for a while.
        ("2026-11-23T01:00", "23 November 2026 1:00"),
    ] {
        let mut session = all();
        session.started = at(started);
        assert_eq!(line(&session, "en").when, says);
    }
}

/// What the line of each session says.
const LINE: &str = ", Lower back,";

/// The line of the one session.
fn line_of<'h>(harness: &'h Harness<'_, impl Sized>) -> egui_kittest::Node<'h> {
    harness.get_by(|node| {
        let label = node.label();
        node.role() == Role::Button && label.is_some_and(|label| label.contains(LINE))
    })
}

/// Draws the page of a session.
fn show_page_of(ui: &mut Ui, session: &RecordedSession) -> Option<Action> {
    let view = SessionView {
        routines: &[],
        session,
        history: None,
        now: &at("2026-11-22T12:00"),
    };
    show_session(ui, &Words::of("en"), &view, &mut Corrections::default())
}

/// Draws the history.
fn show_all(ui: &mut Ui, history: Option<&History>, draft: &mut Draft) -> Option<Action> {
    let history = history.map(|history| Arc::new(history.clone()));
    let view = View {
        now: &at("2026-11-22T12:00"),
        history: history.as_ref(),
        reading: 1,
        routines: &[],
        first_weekday: Weekday::Monday,
        unopened: None,
    };
    draft.sum_up(&view);
    show(ui, &Words::of("en"), &view, draft)
}

fn harness(history: Option<History>, size: Vec2) -> Harness<'static> {
    scrolled(history, size, 0.0)
}

fn scrolled(history: Option<History>, size: Vec2, to: f32) -> Harness<'static> {
    let mut draft = Draft::default();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_ui(move |ui| {
            ScrollArea::vertical()
                .vertical_scroll_offset(to)
                .show(ui, |ui| {
                    show_all(ui, history.as_ref(), &mut draft);
                });
        });
    harness.run();
    harness
}

fn many(count: usize) -> History {
    let session = recorded(
        &[],
        Note {
            note: Some("Easier on the left".to_owned()),
            ..Note::default()
        },
    );
    History {
        sessions: std::iter::repeat_n(Arc::new(session), count).collect(),
        ..History::default()
    }
}

#[test]
fn a_title_in_a_line_that_was_made_by_hand_is_shown_in_one_line() {
    let mut session = recorded(&[], Note::default());
    session.routine.title = "Back\n\u{202e}relief".into();
    let past = Past::Session(&session);
    let line = Line::of(past, &Words::of("en"), &at("2030-11-22T12:00"));
    assert_eq!(line.title, "Back<U+000A><U+202E>relief");
}

#[test]
fn that_it_hurt_and_the_pain_are_never_cut_off() {
    use Command::{Hurts, Resume, Stop};
    let note = Note {
        pain_before: Some(3),
        pain_after: Some(10),
        ..Note::default()
    };
    let no_time = Stop(StopReason::NoTime);
    let session = recorded(&[(5, Hurts), (6, Resume), (25, no_time)], note);
    for language in ["en", "en-US", "de"] {
        for width in [240.0, 330.0, 480.0, 640.0, 859.0, 861.0, 1012.0] {
            let words = Words::of(language);
            let session = session.clone();
            let mut harness = Harness::builder()
                .with_size(vec2(width, 300.0))
                .with_context_setup(theme::install)
                .build_ui(move |ui| {
                    let past = Past::Session(&session);
                    let listed = list::Listed::of([(At::Session(0), past)]);
                    let now = at("2030-11-22T12:00");
                    list::show(ui, &words, |_| Some(past), &listed, &now);
                });
            harness.run();
            let is_cut_off = |shape: &ClippedShape| match &shape.shape {
                Shape::Text(text) => text.galley.elided,
                _ => false,
            };
            let shapes = &harness.output().shapes;
            assert!(!shapes.iter().any(is_cut_off), "{language}, {width}");
        }
    }
}

#[test]
fn all_of_a_session_stands_inside_of_its_line_in_a_list_of_any_width() {
    use Command::{Hurts, Resume, Stop};
    let note = Note {
        pain_before: Some(3),
        pain_after: Some(10),
        note: Some("Easier on the left than on the right, and best after a walk.".to_owned()),
        ..Note::default()
    };
    let no_time = Stop(StopReason::NoTime);
    let mut session = recorded(&[(5, Hurts), (6, Resume), (25, no_time)], note);
    session.routine.title = "Lower back and hips for the morning, before breakfast".into();
    for width in (240..1100_u16).step_by(20) {
        let width = f32::from(width);
        let session = session.clone();
        let mut harness = Harness::builder()
            .with_size(vec2(width, 300.0))
            .with_context_setup(theme::install)
            .build_ui(move |ui| {
                let past = Past::Session(&session);
                let listed = list::Listed::of([(At::Session(0), past)]);
                let now = at("2030-11-22T12:00");
                list::show(ui, &Words::of("de"), |_| Some(past), &listed, &now);
            });
        harness.run();
        let line = harness.get_by_role(Role::Button).rect();
        let inside = line.shrink2(vec2(0.0, 4.0));
        for shape in &harness.output().shapes {
            if let Shape::Text(text) = &shape.shape
                && !text.galley.text().starts_with("Sonntag,")
            {
                let place = text.visual_bounding_rect();
                let says = text.galley.text();
                assert!(
                    inside.contains_rect(place),
                    "{width}: {says} at {place} in {line}"
                );
            }
        }
    }
}

#[test]
fn the_columns_are_the_same_whether_or_not_a_line_opens_and_only_then_a_sign_says_so() {
    let mut history = many(1);
    let session = &history.sessions[0];
    history.not_begun.push(NotBegun {
        id: session.id,
        device: session.id,
        time: at("2026-11-22T08:30"),
        routine: session.routine.clone(),
        pain_before: Some(6),
        why: WhyNot::PainAboveLimit { limit: 3 },
    });
    Arc::make_mut(&mut history.sessions[0]).pain_before = Some(4);
    let harness = harness(Some(history), vec2(1280.0, 1800.0));
    let place_of = |says: &str| {
        let shapes = harness.output().shapes.iter();
        let mut places = shapes.filter_map(|shape| match &shape.shape {
            Shape::Text(text) if text.galley.text() == says => Some(text.visual_bounding_rect()),
            _ => None,
        });
        let place = places.next();
        (place, places.next())
    };
    let (opened, unopened) = (place_of("pain 4 before").0, place_of("pain 6 before").0);
    assert_eq!(
        opened.map(|place| place.right().round()),
        unopened.map(|place| place.right().round()),
    );
    assert!(matches!(place_of("›"), (Some(_), None)));
}

#[test]
fn a_screen_reader_hears_a_session_as_one_line() {
    for size in [
        vec2(1280.0, 1800.0),
        vec2(480.0, 2600.0),
        vec2(240.0, 3600.0),
    ] {
        let mut history = many(1);
        Arc::make_mut(&mut history.sessions[0]).started = at("2026-11-22T07:42");
        let harness = harness(Some(history), size);
        harness.get_by_role_and_label(
            Role::Button,
            "Today 7:42, Lower back, 2 of 2 holds, 0:40 held, Easier on the left",
        );
    }
}

#[test]
fn a_session_that_was_not_begun_stands_among_the_others_and_opens_nothing() {
    let mut history = many(1);
    Arc::make_mut(&mut history.sessions[0]).started = at("2026-11-22T07:42");
    let session = &history.sessions[0];
    history.not_begun.push(NotBegun {
        id: session.id,
        device: session.id,
        time: at("2026-11-22T08:30"),
        routine: session.routine.clone(),
        pain_before: Some(6),
        why: WhyNot::PainAboveLimit { limit: 3 },
    });
    let harness = harness(Some(history), vec2(1280.0, 1800.0));
    let reported = "Today 8:30, Lower back, not begun: pain above the limit of 3, pain 6 before";
    let not_begun = harness.get_by_role_and_label(Role::Label, reported).rect();
    let begun = line_of(&harness).rect();
    assert!(not_begun.bottom() <= begun.top(), "newest first");
}

#[test]
fn only_the_lines_in_view_are_made() {
    let rows = |harness: &Harness<'_>| harness.query_all_by_label_contains(LINE).count();
    let size = vec2(1280.0, 1800.0);
    for to in [0.0, 5_000.0, 570_000.0] {
        let harness = scrolled(Some(many(11_000)), size, to);
        assert!((5..40).contains(&rows(&harness)), "{}", rows(&harness));
    }
}

#[test]
fn the_sessions_of_a_day_stand_below_its_name_which_is_told_once() {
    let mut history = many(4);
    for (session, started) in history.sessions.iter_mut().zip([
        "2026-11-22T07:42",
        "2026-11-21T20:10",
        "2026-11-21T07:38",
        "2025-11-20T07:51",
    ]) {
        Arc::make_mut(session).started = at(started);
    }
    let harness = harness(Some(history), vec2(1280.0, 2600.0));
    let days = [
        "Today, Sunday 22 November",
        "Yesterday, Saturday 21 November",
    ];
    let [today, yesterday] =
        days.map(|day| harness.get_by_role_and_label(Role::Label, day).rect().top());
    let lines = harness.query_all_by_label_contains(LINE);
    let tops: Vec<f32> = lines.map(|line| line.rect().top()).collect();
    let [first, second, third] = tops[..] else {
        panic!("those of this half year: {tops:?}");
    };
    assert!(today < first && first < yesterday && yesterday < second && second < third);
}

#[test]
fn an_empty_and_an_unread_history_say_so() {
    let size = vec2(1280.0, 800.0);
    harness(None, size).get_by_label("Reading your record.");
    harness(Some(History::default()), size).get_by_label_contains("Your sessions will stand here");
}

#[test]
fn problems_of_the_record_are_reported_and_never_flood_the_screen() {
    use crate::history::{Problem, ProblemKind};
    let problem = |line| Problem {
        path: "2026.jsonl".into(),
        line: Some(line),
        kind: ProblemKind::Damaged { copy: None },
    };
    let history = History {
        problems: (1..=50).map(problem).collect(),
        ..History::default()
    };
    let harness = harness(Some(history), vec2(1280.0, 1800.0));
    let reported = harness
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().role() == Role::Status)
        .count();
    assert_eq!(reported, MOST_PROBLEMS);
    harness.get_by_label_contains("47 more problems");
}

#[test]
fn a_line_opens_the_page_of_its_session_by_hand_and_by_key() {
    for by_key in [false, true] {
        let history = many(1);
        let id = history.sessions[0].id;
        let mut harness = Harness::builder()
            .with_size([1280.0, 1800.0])
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, asked: &mut Option<Action>| {
                    let action = show_all(ui, Some(&history), &mut Draft::default());
                    *asked = asked.take().or(action);
                },
                None,
            );
        harness.run();
        if by_key {
            line_of(&harness).focus();
            harness.run();
            harness.key_press(eframe::egui::Key::Enter);
        } else {
            line_of(&harness).click();
        }
        harness.run();
        let page = Action::Go(Place::Session(id));
        assert_eq!(harness.state().as_ref(), Some(&page), "{by_key}");
    }
}

#[test]
fn the_page_of_a_session_tells_all_that_the_record_knows() {
    use Command::{Hurts, Resume, Skip};
    let long = "Easier on the left. ".repeat(40);
    let note = Note {
        pain_before: Some(3),
        pain_after: Some(2),
        note: Some(long.clone()),
        ..Note::default()
    };
    let session = recorded(&[(5, Hurts), (6, Resume), (30, Hurts), (31, Skip)], note);
    let mut harness = Harness::builder()
        .with_size([1280.0, 1200.0])
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, asked: &mut Option<Action>| {
                *asked = asked.take().or(show_page_of(ui, &session));
            },
            None,
        );
    harness.run();
    for text in [
        "Lower back",
        "Knee to chest",
        "1 of 2 done · 0:24 of exercise in all",
        "Knee to chest: you went on",
        "Knee to chest: you skipped it",
        "pain 3 to 2",
        &long,
    ] {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
    harness.get_by_label("← History").click();
    harness.run();
    assert_eq!(harness.state(), &Some(Action::Go(Place::History)));
}
