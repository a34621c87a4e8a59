mod asked;
mod due;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Weekday, date};

use super::*;
use crate::day::{Day, End, SessionOfDay, Turn};
use crate::progress::Share;
use crate::routine::{Exercise, Rhythm, Routine, Side};
use crate::session::Outcome;

/// A Monday.
const MONDAY: Date = date(2026, 11, 2);

fn daily(times_a_day: u32) -> Due {
    rhythm(Rhythm {
        times_a_day,
        days: Vec::new(),
        days_per_week: None,
        days_between: 0,
    })
}

fn rhythm(rhythm: Rhythm) -> Due {
    Due {
        rhythms: vec![rhythm],
        ..Due::default()
    }
}

fn step(side: Option<Side>, outcome: Outcome, held: u64) -> Step<'static> {
    Step {
        dose: DoseStep {
            exercise: "knee",
            side,
            optional: false,
            prescribed: Some(Duration::from_secs(20)),
            held: Duration::from_secs(held),
            outcome,
        },
        name: "Knee to chest",
        reps: None,
        left_out: Reason::NoTime,
    }
}

/// A session of two holds, of which so many were done.
fn session(date: Date, due: Option<&Due>, done: u64) -> Session<'_> {
    let hold = |side, index| {
        if index < done {
            step(Some(side), Outcome::Done, 20)
        } else {
            step(Some(side), Outcome::Skipped, 0)
        }
    };
    Session {
        date,
        started: date.at(8, 0, 0, 0).in_tz("UTC").unwrap().timestamp(),
        routine: "back",
        version: "1",
        due,
        is_completed: true,
        known: Known::Measured,
        hurt: false,
        pain_before: None,
        pain_after: None,
        pain_limit: None,
        steps: vec![hold(Side::Left, 0), hold(Side::Right, 1)],
    }
}

fn question(span: Span) -> Question<'static> {
    Question {
        span,
        routine: None,
        today: span.to,
        first_weekday: Weekday::Monday,
    }
}

fn day(offset: i64) -> Date {
    MONDAY.saturating_add(offset.days())
}

fn span(from: i64, to: i64) -> Span {
    Span {
        from: day(from),
        to: day(to),
    }
}

/// What each day of a span is shown as, a letter each.
fn marks(summary: &Summary) -> String {
    let letter = |day: &DaySum| match day.mark() {
        Mark::Before => '.',
        Mark::Nothing => ' ',
        Mark::NotDue => '-',
        Mark::Due => 'o',
        Mark::Open => '?',
        Mark::PutOff => 'x',
        Mark::Partly => 'p',
        Mark::Done => 'D',
    };
    summary.days.iter().map(letter).collect()
}

#[test]
fn of_sessions_without_a_schedule_nothing_is_known_to_be_due() {
    let sessions = [session(day(0), None, 2), session(day(1), None, 1)];
    let summary = Summary::of(sessions, &question(span(0, 3)));
    assert_eq!(marks(&summary), "DD  ");
    assert_eq!(summary.whole.sessions, Share::default());
    assert_eq!((summary.whole.free, summary.whole.unknown), (2, 2));
    assert_eq!(
        summary.whole.held(),
        Share {
            done: 60_000,
            of: 80_000
        }
    );
    assert_eq!(summary.whole.attempted(), Share { done: 2, of: 2 });
    assert_eq!(summary.whole.dose, Share::default());
}

#[test]
fn what_was_due_and_not_begun_lacks_its_whole_dose() {
    let due = daily(1);
    let sessions = [
        session(day(0), Some(&due), 2),
        session(day(2), Some(&due), 1),
    ];
    let mut question = question(span(0, 3));
    let summary = Summary::of(sessions.clone(), &question);
    let whole = summary.whole;
    // Today is not over.
    assert_eq!(whole.sessions, Share { done: 2, of: 3 });
    assert_eq!(whole.exercises, Share { done: 2, of: 3 });
    assert_eq!(
        whole.dose,
        Share {
            done: 60_000,
            of: 120_000
        }
    );
    assert_eq!(
        whole.left,
        Share {
            done: 40_000,
            of: 40_000
        }
    );
    assert_eq!(
        whole.right,
        Share {
            done: 20_000,
            of: 40_000
        }
    );
    question.today = day(4);
    let whole = Summary::of(sessions, &question).whole;
    assert_eq!(whole.sessions, Share { done: 2, of: 4 });
    assert_eq!(whole.dose.of, 160_000);
}

#[test]
fn a_session_that_was_told_counts_as_one_and_adds_no_time() {
    let due = daily(1);
    let told = Session {
        known: Known::Told,
        steps: Vec::new(),
        ..session(day(1), Some(&due), 2)
    };
    let sessions = [session(day(0), Some(&due), 2), told];
    let summary = Summary::of(sessions, &question(span(0, 1)));
    let whole = summary.whole;
    assert_eq!(whole.sessions, Share { done: 2, of: 2 });
    assert_eq!((whole.told, whole.begun), (1, 2));
    assert_eq!(
        whole.dose,
        Share {
            done: 40_000,
            of: 40_000
        }
    );
    assert_eq!(summary.exercises[0].sessions, Share { done: 1, of: 1 });
}

#[test]
fn a_routine_that_was_left_alone_is_due_no_more_until_it_is_taken_up_again() {
    let due = daily(1);
    let sessions = [0, 40].map(|offset| session(day(offset), Some(&due), 2));
    let summary = Summary::of(sessions.clone(), &question(span(0, 41)));
    let marks = marks(&summary);
    assert_eq!(&marks[..1], "D");
    assert_eq!(&marks[1..29], "o".repeat(28));
    assert_eq!(&marks[29..40], " ".repeat(11));
    assert_eq!(&marks[40..], "D?");
    // A programme whose end is known goes on until then.
    let due = Due {
        weeks: Some(6),
        ..daily(1)
    };
    let summary = Summary::of([session(day(0), Some(&due), 2)], &question(span(0, 50)));
    assert_eq!(summary.whole.sessions, Share { done: 1, of: 42 });
}

#[test]
fn reasons_are_counted_for_each_exercise_and_a_side_is_told_where_it_hurt() {
    let mut hurt = session(day(0), None, 0);
    hurt.steps[0].left_out = Reason::Hurts;
    let sums = Summary::of(
        [hurt, session(day(1), None, 1), session(day(2), None, 1)],
        &question(span(0, 2)),
    );
    let left_out = &sums.exercises[0].left_out;
    let all: Vec<_> = left_out
        .iter()
        .map(|it| (it.reason, it.side, it.steps))
        .collect();
    assert_eq!(
        all,
        [
            (Reason::NoTime, None, 3),
            (Reason::Hurts, Some(Side::Left), 1)
        ]
    );
}

#[test]
fn an_exercise_that_is_counted_otherwise_now_keeps_what_was_held_before() {
    let held = session(day(0), None, 1);
    let mut open = session(day(1), None, 2);
    open.steps
        .iter_mut()
        .for_each(|it| it.dose.prescribed = None);
    let sums = Summary::of([held, open], &question(span(0, 1))).exercises;
    let told: Vec<_> = sums
        .iter()
        .map(|it| (it.measure, it.left, it.right, it.steps_left_out()))
        .collect();
    let share = |done, of| Share { done, of };
    assert_eq!(
        told,
        [
            (Measure::Times, share(1, 1), share(1, 1), 0),
            (Measure::Time, share(20_000, 20_000), share(0, 20_000), 1),
        ]
    );
}

#[test]
fn pain_over_weeks_is_held_against_what_is_published_and_never_within_two_weeks() {
    use TrendKind::{MayBeChance, Noticed, Small};

    let trend = |from: u8, to: u8, days: i64| {
        let given = |offset: i64, pain: u8| Session {
            pain_before: Some(pain),
            ..session(day(offset), None, 2)
        };
        let first = (0..3).map(|offset| given(offset, from));
        let last = (days - 2..=days).map(|offset| given(offset, to));
        Summary::of(first.chain(last), &question(span(0, days))).trend
    };
    assert_eq!(trend(6, 2, 13), None);
    for (from, to, change, kind) in [
        (6, 4, Change::Less, Noticed),
        (6, 5, Change::Less, Small),
        (4, 3, Change::Less, MayBeChance),
        (4, 2, Change::Less, Noticed),
        (3, 3, Change::Same, Small),
        (9, 7, Change::Less, Small),
        (9, 6, Change::Less, Noticed),
        (2, 4, Change::More, Noticed),
    ] {
        let trend = trend(from, to, 20).unwrap();
        assert_eq!((trend.change, trend.kind), (change, kind), "{from} {to}");
        assert_eq!(trend.weeks, 2);
    }
}

#[test]
fn who_answers_once_a_week_is_told_how_the_pain_moved_too() {
    let trend = |weeks: i64, every: usize| {
        let given = |offset: i64| Session {
            pain_before: Some(u8::try_from(10 - offset * 10 / (7 * weeks)).unwrap()),
            ..session(day(offset), None, 2)
        };
        let sessions = (0..=7 * weeks).step_by(every).map(given);
        Summary::of(sessions, &question(span(0, 7 * weeks))).trend
    };
    let told = trend(12, 7).unwrap();
    assert_eq!(
        (told.from.parts(), told.to.parts()),
        ((10, false), (1, false))
    );
    // What is first and what is last have no day in common.
    assert!(trend(4, 7).is_none());
    assert!(trend(5, 7).is_some());
}

#[test]
fn a_week_begins_as_the_region_has_it() {
    for (region, first) in [
        (Some("DE"), Weekday::Monday),
        (Some("GB"), Weekday::Monday),
        (Some("US"), Weekday::Sunday),
        (Some("EG"), Weekday::Saturday),
        (Some("MV"), Weekday::Friday),
        (None, Weekday::Monday),
    ] {
        assert_eq!(first_weekday(region), first, "{region:?}");
        let begins = week_of(day(3), first);
        assert_eq!(begins.weekday(), first);
        assert!(begins <= day(3) && day(3) < begins.saturating_add(7.days()));
    }
}

/// Sessions of two routines over half a year, as chance has them.
fn random<'a>(random: &mut fastrand::Rng, dues: &'a [Due]) -> Vec<Session<'a>> {
    let mut sessions = Vec::new();
    let mut starts = BTreeSet::new();
    for _ in 0..random.usize(..120) {
        let date = day(random.i64(0..180));
        let due = dues.get(random.usize(..dues.len() + 2));
        let mut session = session(date, due, random.u64(..3));
        let minutes = random.i64(0..1440);
        session.started = session.started.checked_add(minutes.minutes()).unwrap();
        if !starts.insert(session.started) {
            continue;
        }
        session.routine = if random.bool() { "back" } else { "neck" };
        if random.u8(..8) == 0 {
            session.known = Known::Told;
        }
        session.hurt = random.u8(..8) == 0;
        session.is_completed = random.bool();
        session.pain_before = random.bool().then(|| random.u8(..11));
        sessions.push(session);
    }
    sessions
}

#[test]
fn sums_agree_whatever_the_sessions_and_in_whichever_order_they_come() {
    let dues = [
        daily(1),
        daily(3),
        Due::default(),
        rhythm(Rhythm {
            times_a_day: 2,
            days: vec![Weekday::Tuesday, Weekday::Sunday],
            days_per_week: None,
            days_between: 0,
        }),
        rhythm(Rhythm {
            times_a_day: 1,
            days: Vec::new(),
            days_per_week: Some(3),
            days_between: 1,
        }),
    ];
    let mut chance = fastrand::Rng::with_seed(7);
    for _ in 0..300 {
        let sessions = random(&mut chance, &dues);
        let mut asked = question(span(chance.i64(0..60), 60 + chance.i64(0..140)));
        asked.first_weekday = [Weekday::Monday, Weekday::Sunday][chance.usize(..2)];
        let summary = Summary::of(sessions.clone(), &asked);

        let mut shuffled = sessions.clone();
        chance.shuffle(&mut shuffled);
        assert_eq!(Summary::of(shuffled, &asked), summary);

        let mut of_weeks = Sums::default();
        for (_, sums) in summary.weeks() {
            of_weeks.add(&sums);
        }
        assert_eq!(of_weeks, summary.whole);
        assert_eq!(Sums::of(&summary.days), summary.whole);

        let in_span = || sessions.iter().filter(|it| asked.span.has(it.date));
        let whole = summary.whole;
        assert_eq!(whole.begun, in_span().count() as u64);
        assert!(whole.sessions.done <= whole.sessions.of);
        assert!(whole.dose.done <= whole.dose.of);
        assert!(whole.exercises.done <= whole.exercises.of);
        assert!(whole.told <= whole.begun);

        // Of the exercises the same time was held, and each routine's sums add up to that of all.
        let sides = |side: fn(&ExerciseSum) -> Share| {
            let mut sum = Share::default();
            summary.exercises.iter().for_each(|it| sum.add(side(it)));
            sum
        };
        assert_eq!(sides(|it| it.left), whole.left);
        assert_eq!(sides(|it| it.right), whole.right);
        let mut of_routines = Sums::default();
        for routine in ["back", "neck"] {
            let routine = Some(routine);
            of_routines.add(&Summary::of(sessions.clone(), &Question { routine, ..asked }).whole);
        }
        assert_eq!(of_routines, whole);
    }
}
