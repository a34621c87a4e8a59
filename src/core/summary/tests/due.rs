//! On which days sessions were due, by each rhythm.

use super::*;

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
