//! Reminders: where they are set, and the small window that comes.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::time;
use jiff::tz::TimeZone;
use supple::desk::said::Said;
use supple::library::{Entry, Library};
use supple::message::Message;
use supple::reminder::{Expected, Reminder, Silence, Why};
use supple::routine::Routine;
use supple::settings::{ReminderTime, Reminding, Settings};
use supple::ui::reminder::{View as Window, show};
use supple::ui::reminders::{Ahead, Done, Draft, Live, Running, View};
use supple::ui::{Place, reminders};
use supple::words::Words;

use crate::screens::{Draw, Screen, TODAY, at, words};

/// By day and by night, in a usual window.
pub(crate) const REMINDED: [Screen; 3] = [
    ("reminders", after_sitting),
    ("reminders-spread", spread),
    ("reminders-none-run", none_runs),
];
/// In the smallest window, and at twice the size of its text.
pub(crate) const SMALL: [Screen; 1] = [("reminders-small", after_sitting)];

const BREAK: &str = "two-minute-standing-break";

fn entries() -> Vec<Entry> {
    Library::open(None, words().language()).entries().to_vec()
}

fn here(hour: i8, minute: i8) -> Zoned {
    let here = TODAY.at(hour, minute, 0, 0).to_zoned(TimeZone::UTC);
    here.unwrap()
}

fn expected(hour: i8, minute: i8, routine: &str, why: Why) -> Expected {
    Expected {
        at: here(hour, minute),
        routine: routine.into(),
        why,
    }
}

fn page(set: Reminding, ahead: Ahead, live: Live) -> Draw {
    let (entries, settings) = (
        entries(),
        Settings {
            reminders: set,
            ..Settings::default()
        },
    );
    at(Place::Reminders, move |ui| {
        let view = View {
            settings: &settings,
            now: &here(10, 54),
            entries: &entries,
            ahead: Some(&ahead),
            live: &live,
            starts_with_computer: Some(true),
            warnings: &[],
            warning: None,
        };
        reminders::show(ui, &words(), &view, &mut Draft::default());
    })
}

/// In a call, in the middle of a morning.
fn after_sitting() -> Draw {
    let mut set = Reminding {
        on: true,
        routine: Some(BREAK.to_owned()),
        ..Reminding::default()
    };
    set.hours.meal = "12:15-13:00".parse().ok();
    let sitting = Why::Sitting(Duration::from_mins(45));
    let ahead = Ahead {
        done: vec![Done {
            at: time(9, 45, 0, 0),
            minutes: 2,
        }],
        expected: vec![
            expected(11, 30, BREAK, sitting),
            expected(13, 45, BREAK, sitting),
        ],
    };
    let told = Message::new("status-silent")
        .with("because", Message::new("status-because-microphone"))
        .with("title", "Two-minute standing break")
        .with(
            "why",
            Message::new("remind-why-sitting").with("minutes", 45_u32),
        );
    let live = Live::Runs(Running {
        told: Some(told),
        troubles: Vec::new(),
        silences: BTreeSet::from([Silence::Microphone]),
        unknown: BTreeSet::from([Silence::Camera]),
        tells_idle: true,
    });
    page(set, ahead, live)
}

/// What is left of the day's sessions, while hardly anything is told.
fn spread() -> Draw {
    let mut set = Reminding {
        when: ReminderTime::SpreadOverDay,
        put_off_at_most: Some(5),
        ..Reminding::default()
    };
    set.hours.work[4] = "09:00-15:00".parse().ok();
    let ahead = Ahead {
        done: Vec::new(),
        expected: vec![
            expected(12, 30, "lower-back-relief", Why::Left(2)),
            expected(19, 30, "lower-back-relief", Why::Left(1)),
        ],
    };
    page(set, ahead, Live::Runs(Running::default()))
}

/// Nothing runs that reminds.
fn none_runs() -> Draw {
    let set = Reminding {
        on: true,
        ..Reminding::default()
    };
    page(set, Ahead::default(), Live::NoneRuns)
}

/// The small window, in a language.
pub(crate) fn window(language: &'static str) -> Draw {
    let library = Library::open(None, Words::of(language).language());
    window_of(language, library.routine(BREAK).unwrap())
}

/// That of a routine that nothing shows.
pub(crate) fn plain_window() -> Draw {
    let library = Library::open(None, Words::of("en").language());
    let mut routine = (*library.routine(BREAK).unwrap()).clone();
    for exercise in &mut routine.exercises {
        (exercise.figure, exercise.position) = (None, None);
    }
    window_of("en", Arc::new(routine))
}

fn window_of(language: &'static str, routine: Arc<Routine>) -> Draw {
    let words = Words::of(language);
    let reminder = Reminder {
        routine: BREAK.into(),
        why: Why::Sitting(Duration::from_mins(45)),
        after: Some(Silence::Microphone),
        can_be_put_off: true,
    };
    let length = Duration::from_mins(2);
    let view = Window {
        said: Said::of(&reminder, &routine.title, Some(length), &words),
        routine,
        can_be_put_off: true,
    };
    Box::new(move |ui| _ = show(ui, &words, &view))
}
