//! What days ask for, and what is in no share of that.

use super::*;

/// A routine that is done daily and has no schedule, beside one that is due daily and was done once.
#[test]
fn what_was_not_due_is_in_no_share_of_what_was() {
    let due = daily(1);
    let free = |offset| Session {
        routine: "neck",
        ..session(day(offset), None, 2)
    };
    let sessions = (0..10).map(free).chain([session(day(0), Some(&due), 2)]);
    let whole = Summary::of(sessions, &question(span(0, 9))).whole;
    assert_eq!(whole.sessions, Share { done: 1, of: 9 });
    assert_eq!((whole.free, whole.done()), (10, 11));
    assert_eq!(
        whole.held(),
        Share {
            done: 40_000,
            of: 360_000
        }
    );
    assert_eq!(whole.attempted(), Share { done: 1, of: 9 });
    assert_eq!(whole.dose_begun().of, 440_000);
    // So is what was done beyond what was due.
    let twice = [0, 1].map(|hour: i64| {
        let mut session = session(day(0), Some(&due), 2);
        session.started = session.started.checked_add(hour.hours()).unwrap();
        session
    });
    let mut question = question(span(0, 1));
    question.today = day(2);
    let whole = Summary::of(twice, &question).whole;
    assert_eq!(
        (whole.sessions.done, whole.sessions.of, whole.more),
        (1, 2, 1)
    );
    assert_eq!(
        whole.held(),
        Share {
            done: 40_000,
            of: 80_000
        }
    );
}

/// A session of so many holds without a side.
fn sized(date: Date, due: &Due, holds: usize) -> Session<'_> {
    Session {
        steps: vec![step(None, Outcome::Done, 20); holds],
        ..session(date, Some(due), 0)
    }
}

#[test]
fn a_missed_day_asks_what_those_before_it_did_and_one_more_session_never_lowers_the_share() {
    let due = daily(1);
    let size = |offset: i64| if offset % 2 == 0 { 10 } else { 1 };
    let share = |sessions: i64| {
        let sessions = (0..sessions).map(|offset| sized(day(offset), &due, size(offset)));
        let dose = Summary::of(sessions, &question(span(0, 28))).whole.dose;
        dose.done * 1000 / dose.of
    };
    for sessions in 2..28 {
        assert!(share(sessions) <= share(sessions + 1), "{sessions}");
    }
    // Half the sessions are about half the dose.
    assert!((450..550).contains(&share(14)), "{}", share(14));
}

#[test]
fn a_missed_day_asks_for_the_exercises_that_have_their_turn_on_it() {
    let on = |days: &[Weekday]| Rhythm {
        times_a_day: 1,
        days: days.to_vec(),
        days_per_week: None,
        days_between: 0,
    };
    let due = Due {
        rhythms: vec![on(&[]), on(&[Weekday::Monday])],
        ..Due::default()
    };
    let asked = |done: &[i64], missed: i64| {
        let sessions = done.iter().map(|offset| {
            let holds = if offset % 7 == 0 { 10 } else { 1 };
            sized(day(*offset), &due, holds)
        });
        let summary = Summary::of(sessions, &question(span(0, 30)));
        summary.between(day(missed), day(missed)).dose.of / 20_000
    };
    assert_eq!(asked(&[0, 1, 2], 7), 10, "a Monday");
    assert_eq!(asked(&[0, 1, 2], 3), 1);
    assert_eq!(asked(&[0, 1, 7], 2), 1);
    // Another text of the routine asks for something else, and changes nothing of the days before.
    let longer = Session {
        version: "2",
        ..sized(day(3), &due, 4)
    };
    let sessions = [sized(day(0), &due, 10), sized(day(1), &due, 1), longer];
    let summary = Summary::of(sessions, &question(span(0, 6)));
    let asked: Vec<_> = summary
        .days
        .iter()
        .map(|it| it.sums.dose.of / 20_000)
        .collect();
    assert_eq!(asked, [10, 1, 1, 4, 4, 4, 0]);
}

#[test]
fn what_is_left_to_the_person_is_never_asked_for() {
    let due = daily(1);
    let with_more = |is_done: bool| {
        let mut session = sized(day(0), &due, 3);
        session.steps[2].dose.optional = true;
        session.steps[2].dose.exercise = "more";
        if !is_done {
            session.steps[2].dose.outcome = Outcome::Skipped;
        }
        Summary::of([session], &question(span(0, 5))).whole
    };
    let (without, with) = (with_more(false), with_more(true));
    assert_eq!(
        (with.dose, with.exercises),
        (without.dose, without.exercises)
    );
    assert_eq!(
        with.dose,
        Share {
            done: 40_000,
            of: 200_000
        }
    );
    assert_eq!(with.dose_begun().done, 60_000);
    // And it makes up for nothing that was asked for.
    let mut session = sized(day(0), &due, 3);
    session.steps[0].dose.held = Duration::ZERO;
    session.steps[0].dose.outcome = Outcome::Skipped;
    session.steps[2].dose.optional = true;
    let whole = Summary::of([session], &question(span(0, 0))).whole;
    assert_eq!(
        whole.dose,
        Share {
            done: 20_000,
            of: 40_000
        }
    );
}

#[test]
fn what_was_put_off_for_pain_was_due_no_more() {
    let due = daily(1);
    let put_off = |offset| Session {
        known: Known::PutOff,
        is_completed: false,
        pain_before: Some(9),
        pain_limit: Some(5),
        steps: Vec::new(),
        ..session(day(offset), None, 0)
    };
    let sessions = [session(day(0), Some(&due), 2), put_off(1), put_off(3)];
    let summary = Summary::of(sessions, &question(span(0, 4)));
    assert_eq!(marks(&summary), "Dxox?");
    assert_eq!(summary.whole.sessions, Share { done: 1, of: 2 });
    assert_eq!((summary.whole.put_off, summary.whole.begun), (2, 1));
    assert_eq!(summary.whole.unknown, 0);
    assert_eq!(summary.pain[0].answers, 2);
    // Of another routine it is due all the same.
    let neck = Session {
        routine: "neck",
        ..session(day(0), Some(&due), 2)
    };
    let sessions = [session(day(0), Some(&due), 2), neck, put_off(1)];
    let summary = Summary::of(sessions, &question(span(0, 2)));
    assert_eq!(marks(&summary), "Do?");
    // Where nothing else is on record, it is the first entry.
    let summary = Summary::of([put_off(1)], &question(span(0, 2)));
    assert_eq!(marks(&summary), ".x ");
}

#[test]
fn a_day_that_the_clock_made_up_is_in_no_sum() {
    let due = daily(1);
    let early = session(jiff::civil::date(1970, 1, 1), Some(&due), 2);
    let later = session(day(9), Some(&due), 2);
    let mut asked = question(span(0, 4));
    asked.span.from = jiff::civil::date(1, 1, 1);
    let summary = Summary::of([early, session(day(0), Some(&due), 2), later], &asked);
    assert_eq!(summary.misdated, 2);
    assert_eq!(summary.begins, Some(day(0)));
    assert_eq!(summary.span.from, EARLIEST);
    assert_eq!(summary.whole.sessions, Share { done: 1, of: 4 });
}

#[test]
fn what_is_done_twice_does_not_stand_for_a_side_or_an_exercise_that_was_left_out() {
    let due = daily(1);
    let question = Question {
        today: day(1),
        ..question(span(0, 0))
    };
    let of_left = |times: usize| {
        let mut sessions = vec![session(MONDAY, Some(&due), 1); times];
        for session in &mut sessions {
            let back = |step: Step<'static>| Step {
                dose: DoseStep {
                    exercise: "back",
                    ..step.dose
                },
                ..step
            };
            session.steps.push(back(step(None, Outcome::Skipped, 0)));
        }
        Summary::of(sessions, &question).whole
    };
    for times in 1..4 {
        let sums = of_left(times);
        assert_eq!((sums.dose.done, sums.dose.of), (20_000, 60_000), "{times}");
        assert_eq!((sums.exercises.done, sums.exercises.of), (1, 2), "{times}");
    }
    // The parts of one join.
    let mut halves = [
        session(MONDAY, Some(&due), 1),
        session(MONDAY, Some(&due), 1),
    ];
    halves[1].steps.swap(0, 1);
    halves[1].steps[0].dose.side = Some(Side::Left);
    halves[1].steps[1].dose.side = Some(Side::Right);
    let sums = Summary::of(halves, &question).whole;
    assert_eq!((sums.dose.done, sums.dose.of), (40_000, 40_000));
}
