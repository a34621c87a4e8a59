//! What the sums promise: each chart is come to by the keyboard and told in words, and what is corrected is
//! handed in as a line more.

use eframe::egui::Key;

use super::*;
use crate::history::{Correction, NotCounted, Now};
use crate::ui::history::correct::Corrections;

/// A year of sessions is not needed here: three days, the last of them today.
fn history() -> History {
    let mut history = many(3);
    for (session, day) in history.sessions.iter_mut().zip(["22", "21", "11"]) {
        let session = Arc::make_mut(session);
        session.started = at(&format!("2026-11-{day}T07:42"));
        session.pain_before = Some(4);
        session.pain_after = Some(2);
    }
    history
}

fn page(history: History) -> Harness<'static, (Draft, Option<Action>)> {
    let mut harness = Harness::builder()
        .with_size([1280.0, 1800.0])
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, (draft, asked): &mut (Draft, Option<Action>)| {
                let action = show_all(ui, Some(&history), draft);
                *asked = asked.take().or(action);
            },
            (Draft::default(), None),
        );
    harness.run();
    harness
}

#[test]
fn the_days_are_gone_through_by_arrows_and_told_in_words_and_enter_opens_one() {
    let history = history();
    let yesterday = history.sessions[1].id;
    let mut harness = page(history);
    let calendar = harness.get_by_label_contains("Sessions a day. 25 May 2026 to 22 November");
    calendar.focus();
    harness.run();
    harness.get_by_label("Sun 22 November 2026: one session");
    for (key, told) in [
        (Key::ArrowUp, "Sat 21 November 2026: one session"),
        (Key::ArrowLeft, "Sat 14 November 2026: nothing recorded"),
        (Key::ArrowRight, "Sat 21 November 2026: one session"),
        (Key::ArrowUp, "Fri 20 November 2026: nothing recorded"),
        (Key::ArrowDown, "Sat 21 November 2026: one session"),
    ] {
        harness.key_press(key);
        harness.run();
        assert!(harness.query_by_label(told).is_some(), "{told}");
    }
    harness.key_press(Key::Enter);
    harness.run();
    let opened = Action::Go(Place::Session(yesterday));
    assert_eq!(harness.state().1.as_ref(), Some(&opened));
}

#[test]
fn the_weeks_of_pain_are_gone_through_by_arrows_and_told_in_words() {
    let mut harness = page(history());
    let chart = harness.get_by_label_contains("Pain, before and after. Week of 16 November");
    chart.focus();
    harness.run();
    harness.get_by_label("Week of 16 November 2026: before 4, after 2");
}

#[test]
fn sums_are_told_with_what_they_are_of() {
    let harness = page(history());
    for says in [
        "Sessions: 3",
        "Dose completed: 100 %",
        "2 min of 2 min of holding in the sessions begun",
        "today 1 · this week 2 · this month 3",
    ] {
        assert!(harness.query_by_label(says).is_some(), "{says}");
    }
}

#[test]
fn what_is_corrected_is_handed_in_and_what_is_not_stays_as_it_is() {
    let mut session = Arc::unwrap_or_clone(history().sessions.remove(0));
    session.corrections = Vec::new();
    let id = session.id;
    let mut harness = Harness::builder()
        .with_size([1280.0, 1400.0])
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, (corrections, asked): &mut (Corrections, Option<Action>)| {
                let view = SessionView {
                    routines: &[],
                    session: &session,
                    history: None,
                    now: &at("2026-11-22T12:00"),
                };
                let action = show_session(ui, &Words::of("en"), &view, corrections);
                *asked = asked.take().or(action);
            },
            (Corrections::default(), None),
        );
    harness.run();
    assert!(
        harness.query_by_label("Save").is_none(),
        "nothing is changed"
    );
    harness.get_by_label("Pain after 6").click();
    harness.run();
    harness.get_by_label("Not mine").click();
    harness.run();
    harness.get_by_label("Save").click();
    harness.run();
    let correction = Correction {
        pain_after: Some(Now(Some(6))),
        not_counted: Some(Now(Some(NotCounted::NotMine))),
        ..Correction::default()
    };
    let asked = Action::History(HistoryAction::Correct(id, correction));
    assert_eq!(harness.state().1.as_ref(), Some(&asked));
}

#[test]
fn what_is_typed_about_one_session_is_kept_while_another_is_looked_at() {
    let mut sessions: Vec<_> = history().sessions.into_iter().take(2).collect();
    Arc::make_mut(&mut sessions[1]).id = crate::history::Id::new();
    let mut harness = Harness::builder()
        .with_size([1280.0, 1400.0])
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, (corrections, shown): &mut (Corrections, usize)| {
                let view = SessionView {
                    routines: &[],
                    session: &sessions[*shown],
                    history: None,
                    now: &at("2026-11-22T12:00"),
                };
                show_session(ui, &Words::of("en"), &view, corrections);
            },
            (Corrections::default(), 0),
        );
    harness.run();
    harness.get_by_label("Pain after 6").click();
    harness.run();
    harness.state_mut().1 = 1;
    harness.run();
    assert!(
        harness.query_by_label("Save").is_none(),
        "of it nothing is changed"
    );
    harness.state_mut().1 = 0;
    harness.run();
    assert!(harness.query_by_label("Save").is_some());
}

#[test]
fn every_routine_on_record_can_be_chosen_and_told_from_another_of_its_title() {
    let mut history = history();
    let first = history.sessions[0].clone();
    for number in 0..12 {
        let mut session = RecordedSession::clone(&first);
        session.id = crate::history::Id::new();
        session.routine.id = format!("back-{number}").into();
        session.routine.title = "Back".into();
        history.sessions.push(session.into());
    }
    let mut harness = page(history);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let told = (0..12).find(|number| {
            let name = format!("Back, back-{number}");
            harness.query_by_label(&name).is_some()
        });
        seen.extend(told);
        let Some(next) = harness.query_by_label("The routine after") else {
            break;
        };
        next.click();
        harness.run();
    }
    assert_eq!(seen.len(), 12, "{seen:?}");
}
