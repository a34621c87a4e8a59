//! The events of a plan that nobody disturbs.

use super::*;
use crate::routine::{Sides, SpokenCue};

#[test]
fn a_plan_is_told_from_its_start_to_its_end() {
    let mut course = Course::started(vec![holds(2), paced(3)]);
    course.until(200.0);
    assert_eq!(
        course.story_from(0.0),
        [
            "0: started",
            "0: step 0",
            "10: step 1",
            "20: halfway",
            "27: last 3",
            "28: last 2",
            "29: last 1",
            "30: Done 1 20",
            "30: step 2",
            "33: rest ending",
            "35: step 3",
            "45: halfway",
            "52: last 3",
            "53: last 2",
            "54: last 1",
            "55: Done 3 20",
            "55: step 4",
            "58: rest ending",
            "60: step 5",
            "70: step 6",
            "70: beat 1",
            "74: beat 2",
            "78: beat 3",
            "79: last 3",
            "80: last 2",
            "81: last 1",
            "82: Done 6 12",
            "82: completed",
        ]
    );
    assert_eq!(course.session.state(), State::Completed);
    assert_eq!(course.session.left(), Duration::ZERO);
    assert_eq!(course.session.next_deadline(), None);
}

#[test]
fn repetitions_that_alternate_sides_beat_from_side_to_side_without_a_pause() {
    let mut march = paced(2);
    march.sides = Sides::Alternate;
    march.countdown = 0;
    let mut course = Course::started(vec![march]);
    course.until(200.0);
    assert_eq!(
        course.story_from(10.0),
        [
            "10: step 1",
            "10: beat 1 Left",
            "14: beat 1 Right",
            "18: beat 2 Left",
            "22: beat 2 Right",
            "26: Done 1 16",
            "26: completed",
        ]
    );
}

#[test]
fn every_whole_second_within_a_step_is_reported_once() {
    let mut course = Course::started(vec![holds(1)]);
    course.until(200.0);
    let seconds: Vec<u64> = course
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Second { .. }))
        .map(|event| event.at.saturating_sub(BEGINNING).as_secs())
        .collect();
    let expected: Vec<u64> = (1..30).filter(|&second| second != 10).collect();
    assert_eq!(seconds, expected);
}

#[test]
fn the_last_seconds_tick_as_many_times_as_the_exercise_says_and_never_with_the_start() {
    for (hold, countdown, ticks) in [
        (20, 0, vec![]),
        (20, 3, vec![3, 2, 1]),
        (3, 3, vec![2, 1]),
        (2, 10, vec![1]),
        (1, 3, vec![]),
    ] {
        let mut exercise = hold_of(hold);
        exercise.countdown = countdown;
        let mut course = Course::started(vec![exercise]);
        course.until(100.0);
        let reported: Vec<u32> = course
            .events
            .iter()
            .filter_map(|event| match event.kind {
                EventKind::LastSeconds { left, .. } => Some(left),
                _ => None,
            })
            .collect();
        assert_eq!(reported, ticks, "hold {hold}, countdown {countdown}");
    }
}

#[test]
fn the_middle_of_an_odd_hold_is_at_its_half_second() {
    for (hold, halfway, reported) in [(21, true, Some("20.5: halfway")), (21, false, None)] {
        let mut exercise = hold_of(hold);
        exercise.halfway = halfway;
        let mut course = Course::started(vec![exercise]);
        course.until(100.0);
        let story = course.story_from(0.0);
        let line = story.iter().find(|line| line.contains("halfway"));
        assert_eq!(line.map(String::as_str), reported);
    }
}

#[test]
fn only_a_rest_of_four_seconds_or_more_calls_back() {
    for (rest, reported) in [
        (3, None),
        (4, Some("32: rest ending")),
        (9, Some("37: rest ending")),
    ] {
        let mut exercise = holds(2);
        exercise.rest = Duration::from_secs(rest);
        let mut course = Course::started(vec![exercise]);
        course.until(100.0);
        let story = course.story_from(0.0);
        let line = story.iter().find(|line| line.contains("ending"));
        assert_eq!(line.map(String::as_str), reported, "rest {rest}");
    }
}

#[test]
fn the_authors_words_are_said_in_each_hold_at_their_moment() {
    let mut exercise = holds(2);
    exercise.halfway = false;
    exercise.countdown = 0;
    exercise.cues = [0, 10, 10]
        .map(|at| SpokenCue {
            at: Duration::from_secs(at),
            say: "Breathe.".to_owned(),
        })
        .to_vec();
    let mut course = Course::started(vec![exercise]);
    course.until(100.0);
    let said: Vec<String> = course
        .story_from(0.0)
        .into_iter()
        .filter(|line| line.contains("say"))
        .collect();
    assert_eq!(
        said,
        [
            "10: say 0",
            "20: say 1",
            "20: say 2",
            "35: say 0",
            "45: say 1",
            "45: say 2"
        ]
    );
}

#[test]
fn words_for_the_end_of_a_hold_are_said_with_its_end_however_late_that_is() {
    let mut exercise = holds(2);
    exercise.cues = vec![SpokenCue {
        at: Duration::from_secs(20),
        say: "Let go.".to_owned(),
    }];
    let mut course = Course::started(vec![exercise]);
    course.commands(&[(40.0, Command::Extend)]).until(100.0);
    let reported: Vec<String> = course
        .story_from(0.0)
        .into_iter()
        .filter(|line| line.contains("say") || line.contains("Done"))
        .collect();
    assert_eq!(
        reported,
        ["30: say 0", "30: Done 1 20", "55: say 0", "65: Done 3 30"]
    );
}

#[test]
fn an_open_step_lasts_until_the_person_says_done() {
    let mut course = Course::started(vec![open(), holds(1)]);
    course.until(4000.0);
    assert_eq!(course.session.length(), None);
    course.apply(Command::Done).unwrap();
    assert_eq!(
        course.story_from(1.0),
        ["10: step 1", "4000: Done 1 3990", "4000: step 2"]
    );
    assert_eq!(course.attempts()[0].prescribed, None);
}

#[test]
fn calls_that_are_late_within_the_tolerance_lose_nothing_and_lengthen_nothing() {
    let mut punctual = Course::started(vec![holds(3), paced(5)]);
    punctual.until(300.0);
    for late_millis in [1, 130, 999, 1001, 1999, 2000] {
        let mut late = Course::started(vec![holds(3), paced(5)]);
        while late.session.state() == State::Running {
            late.pass(Duration::from_millis(late_millis));
        }
        assert_eq!(
            late.events, punctual.events,
            "{late_millis} ms between calls"
        );
    }
}

#[test]
fn a_session_that_was_cut_off_goes_on_where_it_stopped() {
    let routine = Arc::new(Routine::new("test", "Test", vec![holds(3)]));
    for (first_step, began) in [(3, 3), (5, 5), (6, 5), (usize::MAX, 5)] {
        let session = Session::from_step(Arc::clone(&routine), first_step);
        let mut course = Course {
            session,
            ..Course::of(vec![holds(3)])
        };
        course.apply(Command::Start).unwrap();
        assert_eq!(course.story_from(0.0)[1], format!("0: step {began}"));
        course.apply(Command::SkipExercise).unwrap();
        let recorded: Vec<usize> = course.attempts().iter().map(|done| done.step).collect();
        let expected: Vec<usize> = [1, 3, 5]
            .into_iter()
            .filter(|&step| step >= began)
            .collect();
        assert_eq!(recorded, expected, "what came before is on record already");
    }
}

#[test]
fn who_goes_on_first_gets_ready_and_that_time_is_not_recorded() {
    for (rest_secs, ready, hold) in [(5, 2, 3), (0, 2, 3)] {
        let mut exercise = holds(3);
        exercise.rest = Duration::from_secs(rest_secs);
        let routine = Arc::new(Routine::new("test", "Test", vec![exercise.clone()]));
        let at = Plan::of(&routine).work().nth(1).unwrap().0;
        let mut course = Course {
            session: Session::going_on(routine, at),
            ..Course::of(vec![exercise])
        };
        course.apply(Command::Start).unwrap();
        course.until(15.0);
        course.apply(Command::Stop(StopReason::Other)).unwrap();
        let story = course.story_from(0.0);
        assert_eq!(
            story[1..],
            [
                format!("0: step {ready}"),
                format!("10: step {hold}"),
                format!("15: CutShort {hold} 5"),
                "15: stopped Other".to_owned(),
            ],
            "rest {rest_secs}"
        );
    }
}
