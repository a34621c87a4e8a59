//! What was not held is not counted: a machine asleep, a process stopped.

use super::*;

fn secs(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[test]
fn a_wake_up_more_than_two_seconds_late_or_a_longer_sleep_interrupts() {
    // From second 14.7 of the plan, 4.7 s into the first hold; what comes next is due at 15.
    for (awake, asleep, away, why) in [
        (2.3, 0.0, None, "late by 2 s exactly"),
        (2.301, 0.0, Some(2.301), "late by more"),
        (
            13.0,
            0.0,
            Some(13.0),
            "stopped; suspended where the clock counts it",
        ),
        (
            0.3,
            3600.0,
            Some(3600.3),
            "suspended where the clock leaves it out",
        ),
        (0.3, 2.0, None, "asleep for 2 s exactly"),
        (0.3, 2.001, Some(2.301), "asleep for more"),
        (0.0, 0.0, None, "the same moment again"),
    ] {
        let mut course = Course::started(vec![holds(2)]);
        course.until(14.7);
        let reported = course.events.len();
        course.pass_with_sleep(secs(awake), secs(asleep));
        let state = course.session.state();
        match away.map(secs) {
            None => assert_eq!(state, State::Running, "{why}"),
            Some(away) => {
                assert_eq!(state, State::Paused(Pause::Interrupted { away }), "{why}");
                assert_eq!(course.session.elapsed(), secs(4.7), "{why}");
                assert_eq!(
                    course.events.len(),
                    reported + 1,
                    "{why}: nothing for the gap"
                );
                assert_eq!(course.events[reported].at, BEGINNING + secs(14.7), "{why}");
            }
        }
    }
}

#[test]
fn a_clock_that_runs_backwards_counts_as_one_that_stands_still() {
    let mut course = Course::started(vec![holds(1)]);
    course.until(14.5);
    let earlier = Reading {
        monotonic: BEGINNING,
        with_sleep: Duration::ZERO,
    };
    course.session.advance(earlier, &mut course.events);
    assert_eq!(course.session.elapsed(), secs(4.5));
    assert_eq!(course.session.state(), State::Running);
}

#[test]
fn a_held_stretch_is_finished_after_an_interruption_and_not_a_second_is_given_away() {
    let mut course = Course::started(vec![holds(1)]);
    course.until(25.0).pass(secs(10.0));
    course.commands(&[(50.0, Command::Resume)]).until(60.0);
    assert_eq!(
        course.story_from(21.0),
        [
            "25: interrupted 10",
            "50: resumed",
            "52: last 3",
            "53: last 2",
            "54: last 1",
            "55: Done 1 20",
            "55: completed",
        ]
    );
}

#[test]
fn while_nothing_runs_no_sleep_matters() {
    for command in [
        Command::Pause,
        Command::Hurts,
        Command::Stop(StopReason::Other),
    ] {
        let mut course = Course::started(vec![holds(1)]);
        course.commands(&[(15.0, command)]);
        let (state, reported) = (course.session.state(), course.events.len());
        course
            .pass_with_sleep(secs(0.1), Duration::from_hours(5))
            .pass(secs(9000.0));
        assert_eq!(course.session.state(), state);
        assert_eq!(course.events.len(), reported);
    }
    let mut ready = Course::of(vec![holds(1)]);
    ready.pass(secs(9000.0));
    ready.commands(&[(9000.0, Command::Start)]).until(9001.0);
    assert_eq!(ready.session.state(), State::Running);
}

#[test]
fn a_sleep_while_paused_does_not_interrupt_what_follows() {
    let mut course = Course::started(vec![holds(1)]);
    course.commands(&[(15.0, Command::Pause)]);
    course.pass_with_sleep(secs(5.0), Duration::from_hours(8));
    course.commands(&[(20.0, Command::Resume)]).until(35.0);
    assert_eq!(course.session.state(), State::Completed);
}

#[test]
fn a_rehearsal_tolerates_as_much_more_as_its_clock_is_faster() {
    let mut course = Course::of(vec![holds(3)]);
    course.session = course.session.tolerating(TOLERANCE * 60);
    course.apply(Command::Start).unwrap();
    course.pass(secs(60.0));
    assert_eq!(course.session.state(), State::Running);
    course.pass(secs(121.1));
    assert!(matches!(course.session.state(), State::Paused(_)));
}

#[test]
fn no_reading_of_a_clock_makes_it_panic() {
    let extremes = [Duration::ZERO, BEGINNING, Duration::MAX];
    for with_sleep in extremes {
        for monotonic in extremes {
            for then in extremes {
                let mut course = Course::of(vec![holds(1)]);
                course.now = Reading {
                    monotonic,
                    with_sleep,
                };
                course.apply(Command::Start).unwrap();
                let later = Reading {
                    monotonic: Duration::MAX,
                    with_sleep: then,
                };
                course.session.advance(later, &mut course.events);
                let _ = course
                    .session
                    .apply(Command::Resume, later, &mut course.events);
                let _ = course.session.next_deadline();
            }
        }
    }
}
