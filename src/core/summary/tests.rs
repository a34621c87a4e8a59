mod asked;

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

/// The marks of two weeks with one session on each of some days, and the sessions that were done of those due.
fn two_weeks(due: &Due, on: &[i64]) -> (String, Share) {
    let sessions = on.iter().map(|offset| session(day(*offset), Some(due), 2));
    let summary = Summary::of(sessions, &question(span(0, 13)));
    (marks(&summary), summary.whole.sessions)
}

#[test]
fn what_was_due_is_what_the_schedule_said_and_today_counts_as_far_as_it_was_done() {
    let on_days = |days: &[Weekday]| {
        rhythm(Rhythm {
            times_a_day: 1,
            days: days.to_vec(),
            days_per_week: None,
            days_between: 0,
        })
    };
    let weekly = |per_week, days_between| {
        rhythm(Rhythm {
            times_a_day: 1,
            days: Vec::new(),
            days_per_week: per_week,
            days_between,
        })
    };
    for (due, on, expected, share) in [
        (daily(1), &[1, 2, 4][..], ".DDoDoooooooo?", (3, 12)),
        (daily(2), &[0, 1], "ppooooooooooo?", (2, 26)),
        (
            on_days(&[Weekday::Monday, Weekday::Thursday]),
            &[0, 7],
            "D--o---D--o---",
            (2, 4),
        ),
        // A session on another day is one more.
        (
            on_days(&[Weekday::Monday, Weekday::Thursday]),
            &[0, 1],
            "DD-o---o--o---",
            (1, 4),
        ),
        // As long as the days that are left would do, none was due.
        (weekly(Some(2), 0), &[0, 2, 7, 8], "D-D----DD-----", (4, 4)),
        (weekly(Some(2), 0), &[0], "D-----o-----o?", (1, 3)),
        (Due::default(), &[0, 3], "D  D          ", (0, 0)),
    ] {
        let (marks, sessions) = two_weeks(&due, on);
        assert_eq!(marks, expected, "{due:?} {on:?}");
        assert_eq!((sessions.done, sessions.of), share, "{due:?} {on:?}");
    }
}

#[test]
fn of_days_between_each_stretch_has_one_session_which_may_come_late_and_costs_no_other() {
    let due = rhythm(Rhythm {
        times_a_day: 1,
        days: Vec::new(),
        days_per_week: None,
        days_between: 1,
    });
    // Of two days each: the fifth is late, and the eighth is that of the next.
    let (marks, share) = two_weeks(&due, &[0, 2, 5, 8]);
    assert_eq!(marks, "D-D--D-oD--o-?");
    assert_eq!((share.done, share.of), (4, 6), "and today is not over");
    let due = rhythm(Rhythm {
        days_per_week: Some(3),
        ..due.rhythms[0].clone()
    });
    let (marks, share) = two_weeks(&due, &[0, 5, 7, 9, 11]);
    assert_eq!(marks, "D---oD-D-D-D--");
    assert_eq!((share.done, share.of), (5, 6));
}

#[test]
fn whoever_comes_late_each_time_has_not_done_all_of_it() {
    for (days_between, every, expected) in [
        (1, 1, (42, 42, 42)),
        (1, 2, (42, 42, 0)),
        (1, 3, (28, 42, 0)),
        (1, 4, (21, 42, 0)),
        (2, 5, (17, 28, 0)),
        (6, 13, (7, 12, 0)),
    ] {
        let due = rhythm(Rhythm {
            times_a_day: 1,
            days: Vec::new(),
            days_per_week: None,
            days_between,
        });
        let on = (0..84).step_by(every);
        let sessions = on.map(|offset| session(day(offset), Some(&due), 2));
        let asked = Question {
            today: day(84),
            ..question(span(0, 83))
        };
        let whole = Summary::of(sessions, &asked).whole;
        let told = (whole.sessions.done, whole.sessions.of, whole.more);
        assert_eq!(told, expected, "{days_between} between, every {every} days");
    }
}

/// Of days of which so many a week are meant, those count on which most was done.
#[test]
fn of_a_week_the_days_with_most_sessions_are_those_that_were_due() {
    let weekly = |per_week, days_between| {
        rhythm(Rhythm {
            times_a_day: 2,
            days: Vec::new(),
            days_per_week: Some(per_week),
            days_between,
        })
    };
    // Sessions on each day of the week, and then those that were done of those due, and more.
    for (due, numbers, expected) in [
        (weekly(2, 0), [1, 1, 1, 0, 0, 1, 2], (3, 4, 3)),
        (weekly(1, 0), [0, 1, 2, 0, 0, 0, 0], (2, 2, 1)),
        (weekly(2, 0), [2, 0, 0, 0, 0, 0, 0], (2, 4, 0)),
        // Two on one day don't stand for two days. A day after another uses up one of the week's, as it does on
        // Today, and counts where more was done on it.
        (weekly(2, 0), [3, 1, 0, 0, 0, 0, 0], (3, 4, 1)),
        (weekly(2, 1), [1, 2, 0, 0, 0, 0, 0], (2, 2, 1)),
        (weekly(2, 1), [1, 0, 1, 0, 2, 0, 0], (3, 4, 1)),
    ] {
        let mut sessions = Vec::new();
        for (offset, number) in (0..).zip(numbers) {
            for _ in 0..number {
                sessions.push(session(day(offset), Some(&due), 2));
            }
        }
        let asked = Question {
            today: day(7),
            ..question(span(0, 6))
        };
        let whole = Summary::of(sessions, &asked).whole;
        let told = (whole.sessions.done, whole.sessions.of, whole.more);
        assert_eq!(told, expected, "{due:?} {numbers:?}");
    }
}

#[test]
fn what_was_done_by_another_schedule_or_after_the_end_is_no_day_of_this_one() {
    let once = rhythm(Rhythm {
        times_a_day: 2,
        days: Vec::new(),
        days_per_week: Some(1),
        days_between: 0,
    });
    let ends = Due {
        last_day: Some(day(2)),
        ..once.clone()
    };
    let other = daily(2);
    for (first, then) in [(&once, &other), (&ends, &ends)] {
        let on = [(0, first), (4, then), (4, then)];
        let sessions = on.map(|(offset, due)| session(day(offset), Some(due), 2));
        let summary = Summary::of(sessions, &question(span(0, 6)));
        let monday = &summary.days[0];
        assert_eq!((monday.due, monday.sums.sessions.done), (Some(2), 1));
    }
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
fn a_new_schedule_changes_nothing_of_what_was_due_before() {
    let (once, twice) = (daily(1), daily(2));
    let sessions = [
        session(day(0), Some(&once), 2),
        session(day(3), Some(&twice), 2),
    ];
    let summary = Summary::of(sessions, &question(span(0, 4)));
    let due: Vec<_> = summary.days.iter().map(|day| day.due).collect();
    assert_eq!(due, [Some(1), Some(1), Some(1), Some(2), Some(2)]);
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

/// What is due is decided once, and asked by Today in the morning and by the sums when the day is over.
#[test]
fn no_day_that_is_over_was_due_on_which_today_said_otherwise() {
    let first_weekday = Weekday::Monday;
    for seed in 0..400 {
        let mut random = fastrand::Rng::with_seed(seed);
        let (per_week, days_between) = (random.u32(1..=7), random.u32(0..=3));
        let weekdays = (1..=7).filter_map(|day| Weekday::from_monday_one_offset(day).ok());
        let mut own = Rhythm {
            times_a_day: random.u32(1..=2),
            days: Vec::new(),
            days_per_week: random.bool().then_some(per_week),
            days_between,
        };
        // No file names days and counts them.
        if random.u8(0..3) == 0 {
            own.days = weekdays.filter(|_| random.u8(0..4) > 0).collect();
            (own.days_per_week, own.days_between) = (None, 0);
        }
        let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        routine.schedule.times_per_day = Some(own.times_a_day);
        routine.schedule.days = own.days.clone();
        routine.schedule.days_per_week = own.days_per_week;
        routine.schedule.days_between = Some(own.days_between);
        assert_eq!(routine.schedule.rhythm(), own);
        let due = rhythm(own);
        // From the first day of a week on, and never left alone.
        let begins = week_of(day(0), first_weekday);
        let at = |offset: i64| begins.saturating_add(offset.days());
        let done: Vec<i64> = (0..60)
            .filter(|it| *it == 0 || random.u8(0..3) == 0)
            .collect();
        let sessions = done.iter().map(|it| session(at(*it), Some(&due), 40));
        let span = Span {
            from: begins,
            to: at(60),
        };
        let summary = Summary::of(
            sessions,
            &Question {
                span,
                routine: None,
                today: at(60),
                first_weekday,
            },
        );
        for offset in 1..60 {
            let mut morning = Day::new(at(offset)).with_first_weekday(first_weekday);
            for before in done.iter().filter(|it| **it < offset) {
                morning.count(&Arc::from("back"), &of_day(at(*before)));
            }
            let turn = morning.standing(&routine, false).turn;
            let sum = summary.days[usize::try_from(offset).unwrap()];
            let is_done = done.contains(&offset);
            let is_due = sum.due.is_some_and(|due| due > 0);
            let asked_for = match turn {
                Turn::Due => true,
                // It was left to the person, who did it.
                Turn::MayBeDone => is_done,
                // What came late takes nothing from the next.
                Turn::DayBetween => is_done && routine.schedule.days_per_week.is_none(),
                _ => false,
            };
            assert!(asked_for || !is_due, "{seed}: {} was {turn:?}", at(offset));
        }
    }
}

/// A whole session, as a day counts it.
fn of_day(date: Date) -> SessionOfDay {
    SessionOfDay {
        date,
        started: Timestamp::UNIX_EPOCH,
        last: Timestamp::UNIX_EPOCH,
        part: Share { done: 1, of: 1 },
        end: End::Completed,
        hurt: false,
        pain_before: None,
        pain_after: None,
        pain_limit: None,
        was_ahead: false,
    }
}

#[test]
fn whoever_did_it_on_as_many_days_as_a_week_has_was_due_no_more_of_it() {
    let due = rhythm(Rhythm {
        times_a_day: 1,
        days: Vec::new(),
        days_per_week: Some(2),
        days_between: 1,
    });
    let monday = week_of(day(0), Weekday::Monday);
    let at = |offset: i64| monday.saturating_add(offset.days());
    // The second was no day for it, and Today says from then on that the days of this week are done.
    let sessions = [0, 1].map(|offset| session(at(offset), Some(&due), 40));
    let summary = Summary::of(
        sessions,
        &Question {
            span: Span {
                from: monday,
                to: at(6),
            },
            routine: None,
            today: at(7),
            first_weekday: Weekday::Monday,
        },
    );
    assert_eq!(summary.whole.sessions, Share { done: 1, of: 1 });
    assert_eq!(summary.whole.more, 1);
}
