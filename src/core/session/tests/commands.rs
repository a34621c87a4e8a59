//! What a person can ask for, and what comes of it.

use super::*;
use crate::routine::Sides;
use Command::{
    Back, Done, Easier, Extend, Hurts, Pause as Halt, Resume, Skip, SkipExercise, Start, Stop,
};

#[test]
fn every_command_has_an_answer_in_every_state() {
    const COMMANDS: [Command; 11] = [
        Start,
        Halt,
        Resume,
        Skip,
        SkipExercise,
        Back,
        Extend,
        Done,
        Hurts,
        Stop(StopReason::NoTime),
        Easier,
    ];
    let ready = Course::of(vec![holds(1), open()]);
    let mut preparing = ready.clone();
    preparing.commands(&[(0.0, Start)]).until(5.0);
    let mut holding = preparing.clone();
    holding.until(15.0);
    let mut waiting = preparing.clone();
    waiting.until(50.0);
    let with = |course: &Course, command| {
        let mut course = course.clone();
        course.apply(command).unwrap();
        course
    };
    let mut away = holding.clone();
    away.pass(Duration::from_mins(1));
    let finished = with(&waiting, Done);
    let stopped = with(&holding, Stop(StopReason::Other));

    // One letter for each command: obeyed, or why not.
    // Not started, Already started, already Paused, not paused (R), not oPen (o), no End, it Hurts,
    // over (v).
    for (name, course, answers) in [
        ("ready", &ready, "+nnnnnnnn+n"),
        ("preparing", &preparing, "a+r++++o++r"),
        ("holding", &holding, "a+r++++o++r"),
        ("waiting", &waiting, "a+r+++e+++r"),
        ("paused in a hold", &with(&holding, Halt), "ap+++++o+++"),
        ("paused, waiting", &with(&waiting, Halt), "ap++++e++++"),
        ("hurt in a hold", &with(&holding, Hurts), "ap++++hop++"),
        ("hurt, waiting", &with(&waiting, Hurts), "ap++++h+p++"),
        ("interrupted", &away, "ap+++++o+++"),
        ("completed", &finished, "vvvvvvvvvvv"),
        ("stopped", &stopped, "vvvvvvvvvvv"),
    ] {
        for (command, answer) in COMMANDS.into_iter().zip(answers.chars()) {
            let mut tried = course.clone();
            let expected = match answer {
                'n' => Err(Refusal::NotStarted),
                'a' => Err(Refusal::AlreadyStarted),
                'p' => Err(Refusal::AlreadyPaused),
                'r' => Err(Refusal::NotPaused),
                'o' => Err(Refusal::NotOpen),
                'e' => Err(Refusal::NoEnd),
                'h' => Err(Refusal::Hurts),
                'v' => Err(Refusal::Over),
                _ => Ok(()),
            };
            assert_eq!(tried.apply(command), expected, "{command:?} when {name}");
            if expected.is_err() {
                assert_eq!(tried.events, course.events, "{command:?} when {name}");
                assert_eq!(tried.session.state(), course.session.state());
                assert_eq!(tried.session.step(), course.session.step());
                assert_eq!(tried.session.elapsed(), course.session.elapsed());
            } else {
                assert_ne!(tried.events, course.events, "{command:?} when {name}");
            }
        }
    }
}

#[test]
fn a_pause_moves_what_is_to_come_and_nothing_else() {
    let mut course = Course::started(vec![holds(1)]);
    course
        .commands(&[
            (15.25, Halt),
            (100.0, Resume),
            (108.5, Halt),
            (200.125, Resume),
        ])
        .until(300.0);
    assert_eq!(
        course.story_from(10.0),
        [
            "10: step 1",
            "15.25: paused Asked",
            "100: resumed",
            "104.75: halfway",
            "108.5: paused Asked",
            "200.125: resumed",
            "203.375: last 3",
            "204.375: last 2",
            "205.375: last 1",
            "206.375: Done 1 20",
            "206.375: completed",
        ]
    );
}

/// Of two holds and an open step, what comes of commands from the first of them on.
fn after(commands: &[(f64, Command)]) -> Vec<String> {
    let mut course = Course::started(vec![holds(2), open()]);
    course.commands(commands);
    let quiet = |line: &String| !line.contains("halfway") && !line.contains("last");
    let story = course.story_from(commands[0].0);
    story.into_iter().filter(quiet).collect()
}

#[test]
fn skipping_goes_to_the_next_step_and_records_what_was_held() {
    for (commands, story) in [
        (vec![(4.0, Skip)], vec!["4: step 1"]),
        (vec![(15.0, Skip)], vec!["15: CutShort 1 5", "15: step 2"]),
        (
            vec![(10.0, Skip)],
            vec!["10: step 1", "10: Skipped 1 0", "10: step 2"],
        ),
        (
            vec![(10.125, Skip)],
            vec!["10.125: Skipped 1 0.125", "10.125: step 2"],
        ),
        (vec![(32.0, Skip)], vec!["32: step 3"]),
        (
            vec![(15.0, Extend), (35.0, Skip)],
            vec!["15: extended", "35: Done 1 25", "35: step 2"],
        ),
        (
            vec![(15.0, Halt), (60.0, Skip)],
            vec![
                "15: paused Asked",
                "60: resumed",
                "60: CutShort 1 5",
                "60: step 2",
            ],
        ),
        (
            vec![(72.0, Skip)],
            vec!["72: CutShort 6 2", "72: completed"],
        ),
    ] {
        assert_eq!(after(&commands), story, "{commands:?}");
    }
}

#[test]
fn skipping_an_exercise_records_all_that_is_left_of_it() {
    for (commands, story) in [
        (
            vec![(4.0, SkipExercise)],
            vec!["4: Skipped 1 0", "4: Skipped 3 0", "4: step 5"],
        ),
        (
            vec![(15.0, SkipExercise)],
            vec!["15: CutShort 1 5", "15: Skipped 3 0", "15: step 5"],
        ),
        (
            vec![(32.0, SkipExercise)],
            vec!["32: Skipped 3 0", "32: step 5"],
        ),
        (
            vec![(15.0, Hurts), (60.0, SkipExercise)],
            vec![
                "15: hurt in 1",
                "15: paused Hurts",
                "60: answered Skipped",
                "60: resumed",
                "60: CutShort 1 5",
                "60: Skipped 3 0",
                "60: step 5",
            ],
        ),
        (
            vec![(32.0, Back), (40.0, SkipExercise)],
            vec![
                "32: step 1",
                "40: CutShort 1 8",
                "40: Skipped 3 0",
                "40: step 5",
            ],
        ),
        (
            vec![(55.0, Back), (56.0, Back), (57.0, SkipExercise)],
            vec![
                "55: Done 3 20",
                "55: step 4",
                "55: step 3",
                "56: Skipped 3 1",
                "56: step 1",
                "57: Skipped 1 1",
                "57: step 5",
            ],
        ),
        (
            vec![(61.0, SkipExercise)],
            vec!["61: Skipped 6 0", "61: completed"],
        ),
    ] {
        assert_eq!(after(&commands), story, "{commands:?}");
    }
}

#[test]
fn going_back_starts_the_step_again_or_the_hold_before_or_getting_ready_for_the_first() {
    for (commands, story) in [
        (vec![(15.0, Back)], vec!["15: CutShort 1 5", "15: step 1"]),
        (vec![(5.0, Back)], vec!["5: step 0"]),
        (vec![(1.0, Back)], vec!["1: step 0"]),
        (vec![(11.0, Back)], vec!["11: Skipped 1 1", "11: step 0"]),
        (vec![(32.0, Back)], vec!["32: step 1"]),
        (
            vec![(36.999, Back)],
            vec!["36.999: Skipped 3 1.999", "36.999: step 1"],
        ),
        (vec![(37.0, Back)], vec!["37: CutShort 3 2", "37: step 3"]),
        (vec![(35.0, Back)], vec!["35: step 3", "35: step 1"]),
        (vec![(57.0, Back)], vec!["57: step 3"]),
        (vec![(61.0, Back)], vec!["61: step 3"]),
        (vec![(63.0, Back)], vec!["63: step 5"]),
        (
            vec![(15.0, Halt), (60.0, Back)],
            vec![
                "15: paused Asked",
                "60: resumed",
                "60: CutShort 1 5",
                "60: step 1",
            ],
        ),
    ] {
        assert_eq!(after(&commands), story, "{commands:?}");
    }
}

#[test]
fn a_hold_that_is_done_again_is_another_attempt_at_the_same_step() {
    let mut course = Course::started(vec![holds(1)]);
    course.commands(&[(15.0, Back)]).until(60.0);
    let reported: Vec<_> = course
        .attempts()
        .into_iter()
        .map(|attempt| (attempt.step, attempt.held.as_secs(), attempt.outcome))
        .collect();
    assert_eq!(
        reported,
        [(1, 5, Outcome::CutShort), (1, 20, Outcome::Done)]
    );
}

#[test]
fn ten_seconds_more_move_the_end_and_the_middle_that_was_not_told_yet() {
    let story = |commands: &[(f64, Command)]| {
        let mut course = Course::started(vec![holds(1)]);
        course.commands(commands).until(200.0);
        let attempt = course.attempts()[0];
        assert_eq!(attempt.prescribed, Some(Duration::from_secs(20)));
        course.story_from(10.5)
    };
    assert_eq!(
        story(&[(12.0, Extend)]),
        [
            "12: extended",
            "25: halfway",
            "37: last 3",
            "38: last 2",
            "39: last 1",
            "40: Done 1 30",
            "40: completed",
        ]
    );
    assert_eq!(
        story(&[(29.5, Extend), (39.5, Extend)]),
        [
            "20: halfway",
            "27: last 3",
            "28: last 2",
            "29: last 1",
            "29.5: extended",
            "37: last 3",
            "38: last 2",
            "39: last 1",
            "39.5: extended",
            "47: last 3",
            "48: last 2",
            "49: last 1",
            "50: Done 1 40",
            "50: completed",
        ]
    );
}

#[test]
fn a_paced_step_made_longer_gets_the_repetitions_that_fit() {
    let mut course = Course::started(vec![paced(2)]);
    course.commands(&[(15.0, Extend)]).until(60.0);
    let beats: Vec<String> = course
        .story_from(10.0)
        .into_iter()
        .filter(|line| line.contains("beat") || line.contains("Done"))
        .collect();
    assert_eq!(
        beats,
        [
            "10: beat 1",
            "14: beat 2",
            "18: beat 3",
            "22: beat 4",
            "28: Done 1 18"
        ]
    );
}

#[test]
fn a_step_grows_to_an_hour_and_no_longer() {
    let mut course = Course::started(vec![holds(1)]);
    course.until(15.0);
    let obeyed = (0..1000)
        .take_while(|_| course.apply(Extend).is_ok())
        .count();
    assert_eq!(obeyed, 358);
    assert_eq!(course.session.length(), Some(Duration::from_hours(1)));
    assert_eq!(course.apply(Extend), Err(Refusal::LongEnough));
}

#[test]
fn while_it_hurts_no_step_gets_longer() {
    let mut course = Course::started(vec![holds(1)]);
    course.commands(&[(15.0, Hurts)]).until(20.0);
    let before = course.session.length();
    assert_eq!(course.apply(Extend), Err(Refusal::Hurts));
    assert_eq!(course.session.length(), before);
}

#[test]
fn it_hurts_stops_at_once_and_waits() {
    let mut course = Course::started(vec![holds(1)]);
    course.commands(&[(15.0, Halt), (16.0, Hurts)]).until(100.0);
    assert_eq!(
        course.story_from(15.0),
        ["15: paused Asked", "16: hurt in 1", "16: paused Hurts"]
    );
    course.commands(&[(100.0, Stop(StopReason::Pain))]);
    assert_eq!(
        course.story_from(17.0),
        [
            "100: answered Ended",
            "100: CutShort 1 5",
            "100: stopped Pain"
        ]
    );
}

#[test]
fn going_on_after_it_hurt_gives_time_to_get_back_into_position() {
    let mut no_rest = holds(2);
    no_rest.rest = Duration::ZERO;
    let hurt_at = |exercise: &Exercise, seconds: f64, command| {
        let mut course = Course::started(vec![exercise.clone(), open()]);
        course.commands(&[(seconds, Hurts), (100.0, command)]);
        course.until(112.0);
        let story = course.story_from(100.0);
        assert_eq!(story[0], "100: answered WentOn");
        assert_eq!(story[1], "100: resumed");
        story[2..].to_vec()
    };
    for command in [Resume, Easier] {
        for (exercise, seconds, story) in [
            (&holds(2), 4.0, vec!["100: step 0", "110: step 1"]),
            (
                &holds(2),
                15.0,
                vec!["100: CutShort 1 5", "100: step 0", "110: step 1"],
            ),
            (&holds(2), 32.0, vec!["100: step 2", "105: step 3"]),
            (
                &holds(2),
                40.0,
                vec!["100: CutShort 3 5", "100: step 2", "105: step 3"],
            ),
            (&no_rest, 40.0, vec!["100: CutShort 2 10", "100: step 2"]),
        ] {
            let mut reported = hurt_at(exercise, seconds, command);
            reported.retain(|line| line.contains("CutShort") || line.contains("step"));
            assert_eq!(reported, story, "{command:?} at {seconds}");
        }
    }
}

#[test]
fn what_was_chosen_after_it_hurt_is_reported_and_nothing_else_is() {
    let mut with_easier_way = holds(2);
    with_easier_way.easier = Some("Bend the knee.".to_owned());
    for (exercise, command, reported) in [
        (&with_easier_way, Easier, Some(Answer::Easier)),
        (&holds(2), Easier, Some(Answer::WentOn)),
        (&with_easier_way, Resume, Some(Answer::WentOn)),
        (&with_easier_way, Back, Some(Answer::WentOn)),
        (&with_easier_way, Skip, Some(Answer::Skipped)),
        (&with_easier_way, SkipExercise, Some(Answer::Skipped)),
        (
            &with_easier_way,
            Stop(StopReason::Pain),
            Some(Answer::Ended),
        ),
    ] {
        let answers = |pause| {
            let mut course = Course::started(vec![exercise.clone()]);
            course.commands(&[(15.0, pause), (20.0, command)]);
            let answer = |event: &Event| match event.kind {
                EventKind::Answered(answer) => Some(answer),
                _ => None,
            };
            course.events.iter().find_map(answer)
        };
        assert_eq!(answers(Hurts), reported, "{command:?}");
        assert_eq!(answers(Halt), None, "{command:?} in another pause");
    }
}

#[test]
fn every_exercise_whose_easier_way_was_chosen_stays_eased() {
    let mut with_easier_way = holds(1);
    with_easier_way.easier = Some("Bend the knee.".to_owned());
    let exercises = vec![with_easier_way.clone(), with_easier_way, holds(1)];
    let mut course = Course::started(exercises);
    assert!(!course.session.is_eased());
    course.commands(&[(15.0, Hurts), (20.0, Easier)]);
    assert!(course.session.is_eased());
    course.commands(&[(21.0, SkipExercise)]);
    assert!(!course.session.is_eased(), "in the second exercise");
    course.commands(&[(22.0, Hurts), (23.0, Easier)]);
    assert!(course.session.is_eased());
    course.commands(&[(24.0, Skip), (25.0, Back), (26.0, Back)]);
    assert_eq!(course.session.step().1.exercise, 0);
    assert!(course.session.is_eased(), "back in the first");
    course.commands(&[(26.0, SkipExercise), (27.0, SkipExercise)]);
    course.commands(&[(28.0, Hurts), (29.0, Easier)]);
    assert!(!course.session.is_eased(), "the third has no easier way");
}

#[test]
fn no_exercise_is_eased_in_another_pause_or_by_another_answer() {
    let mut with_easier_way = holds(1);
    with_easier_way.easier = Some("Bend the knee.".to_owned());
    for (pause, command) in [(Halt, Easier), (Hurts, Resume), (Hurts, Back)] {
        let mut course = Course::started(vec![with_easier_way.clone()]);
        course.commands(&[(15.0, pause), (20.0, command)]);
        assert!(!course.session.is_eased(), "{command:?} after {pause:?}");
    }
}

#[test]
fn a_session_that_is_stopped_keeps_what_was_held() {
    for (commands, story) in [
        (
            vec![(15.0, Stop(StopReason::NoTime))],
            vec!["15: CutShort 1 5", "15: stopped NoTime"],
        ),
        (
            vec![(32.0, Stop(StopReason::Other))],
            vec!["32: stopped Other"],
        ),
    ] {
        assert_eq!(after(&commands), story, "{commands:?}");
    }
    let mut unbegun = Course::of(vec![holds(1)]);
    unbegun.apply(Stop(StopReason::Other)).unwrap();
    assert_eq!(unbegun.story_from(0.0), ["0: stopped Other"]);
}

#[test]
fn enough_ends_what_is_beyond_what_is_asked_and_nothing_else() {
    let mut exercise = Exercise::new("a", "A");
    exercise.prepare = Duration::ZERO;
    exercise.rest = Duration::ZERO;
    exercise.dose = Dose::Hold {
        hold: Duration::from_secs(10),
        reps: 1,
    };
    exercise.more_reps = 3;
    exercise.sides = Sides::Each;
    let routine = Arc::new(Routine::new("test", "Test", vec![exercise]));
    let mut course = Course::over(Session::new(routine));
    course.apply(Command::Start).unwrap();
    course.until(5.0);
    assert_eq!(course.apply(Done), Err(Refusal::NotOpen));
    course.until(14.0);
    course.apply(Done).unwrap();
    let (_, step) = course.session.step();
    assert_eq!(step.kind, StepKind::Switch, "to the other side");
    let outcomes: Vec<Outcome> = course.attempts().iter().map(|it| it.outcome).collect();
    assert_eq!(outcomes[..2], [Outcome::Done, Outcome::CutShort]);
    assert_eq!(outcomes[2..], [Outcome::Skipped; 2]);
}

#[test]
fn an_activity_tells_its_last_ten_minutes_and_each_fifth_before() {
    let mut walk = Exercise::new("walk", "Walk");
    walk.prepare = Duration::ZERO;
    walk.countdown = 0;
    walk.dose = Dose::Timed {
        time: Duration::from_secs(22 * 60 + 30),
    };
    let routine = Arc::new(Routine::new("test", "Test", vec![walk]));
    let mut course = Course::over(Session::new(routine));
    course.apply(Command::Start).unwrap();
    course.until(23.0 * 60.0);
    let minutes = course.events.iter().filter_map(|event| match event.kind {
        EventKind::Minute { left, .. } => Some(left),
        _ => None,
    });
    let minutes: Vec<u32> = minutes.collect();
    assert_eq!(minutes, [20, 15, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(course.session.state(), State::Completed);
}
