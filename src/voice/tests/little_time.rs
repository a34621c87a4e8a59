//! What is said where there is too little time for all of it, or more than enough.

use super::*;

/// An instruction that lasts for a quarter of a minute.
fn long() -> String {
    "Draw one knee slowly towards your chest with both of your hands, and keep the other foot where it is, flat on the floor, and your back as heavy as it will be, from the first to the last of these seconds, and breathe out. ".repeat(2)
}

#[test]
fn the_time_that_is_made_for_words_is_enough_for_all_of_them() {
    for entry in crate::words::LANGUAGES
        .iter()
        .flat_map(crate::library::shipped_in)
    {
        let routine = entry.routine.unwrap();
        let plan = Plan::of(&routine);
        for (index, step) in plan.steps.iter().enumerate() {
            if step.kind != StepKind::Prepare {
                continue;
            }
            let exercise = &routine.exercises[step.exercise];
            let began = |step: usize| Event {
                at: plan.steps[step].start,
                kind: EventKind::StepBegan { step },
            };
            let mut script = Script::new(&routine);
            if index > 0 {
                // To stop if it hurts was said before the first.
                let first = script.hear(&[began(0)], &plan).now;
                for part in &first {
                    script.note_said(0, part);
                }
            }
            let before = index.checked_sub(1).map(began);
            script.hear(&Vec::from_iter(before), &plan);
            let words = script.hear(&[began(index)], &plan).now;
            // Where it is felt is said if there is room.
            let words = words.iter().filter(|part| part.rank < Rank::Felt);
            let words = words.map(|part| spoken::length(&part.phrase.text) + PAUSE);
            let cue = crate::sound::lead(crate::sound::Cue::GetReady) + MARGIN;
            // The last needs no pause behind it, and there is the silence before the hold.
            let takes = cue + words.sum::<Duration>() + QUIET.saturating_sub(PAUSE);
            assert!(takes <= exercise.prepare, "{} {takes:?}", exercise.name);
            let spare = exercise.prepare.saturating_sub(takes);
            assert!(
                spare < Duration::from_secs(4),
                "{} {spare:?}",
                exercise.name
            );
        }
    }
}

#[test]
fn without_time_to_get_ready_all_is_told_in_the_first_hold() {
    let mut course = Course::of(routine(vec![Exercise {
        prepare: Duration::ZERO,
        switch: Duration::ZERO,
        halfway: false,
        instructions: vec!["Lie down.".to_owned()],
        ..knee()
    }]));
    course.until(30);
    assert_eq!(
        course.said(),
        [
            (
                0,
                vec![
                    "Knee",
                    "once, hold 20 seconds, each side, left first",
                    "Left side",
                    "Hold.",
                    "Stop if it hurts.",
                    "Lie down."
                ]
            ),
            (20, vec!["Right side", "Hold."]),
        ]
    );
}

#[test]
fn how_it_is_done_is_said_in_the_hold_where_there_was_no_time_before() {
    let long = "Draw one knee slowly towards your chest with both of your hands. ".repeat(2);
    let mut course = Course::of(routine(vec![Exercise {
        instructions: vec!["Lie down.".to_owned(), long.clone()],
        caution: Some("No pulling.".to_owned()),
        ..knee()
    }]));
    course.until(50);
    let said = course.said();
    assert_eq!(said[0].1[4..], ["No pulling.", "Lie down."]);
    assert_eq!(said[1], (10, vec!["Hold, left side", long.as_str()]));
    assert_eq!(said[4], (35, vec!["Hold, right side"]), "said once");
}

#[test]
fn after_a_late_wake_up_what_is_past_is_not_said() {
    let routine = Arc::new(routine(vec![knee()]));
    let plan = crate::plan::Plan::of(&routine);
    let at = |second, kind| Event {
        at: Duration::from_secs(second),
        kind,
    };
    let mut script = Script::new(&routine);
    let reported = script.hear(
        &[
            at(9, EventKind::Paused(crate::session::Pause::Asked)),
            at(10, EventKind::StepBegan { step: 1 }),
            // The seconds that follow have nothing to say.
            at(11, EventKind::Second { step: 1 }),
        ],
        &plan,
    );
    let texts = |parts: &[Part]| {
        let texts = parts.iter().map(|part| part.phrase.text.clone());
        texts.collect::<Vec<_>>()
    };
    let dose = "once, hold 20 seconds, each side, left first";
    let all = ["Knee", dose, "Left side", "Hold.", "Stop if it hurts."];
    assert_eq!(texts(&reported.now), all);
    assert_eq!(texts(&reported.past), ["Paused."]);
}

#[test]
fn what_never_fits_is_said_neither_in_a_pause_nor_after_the_end() {
    let mut course = Course::of(routine(vec![Exercise {
        instructions: vec![long()],
        ..knee()
    }]));
    course.until(12).give(Command::Pause).until(90);
    course.give(Command::Resume).until(300);
    let said = course.said();
    let of_it = said.iter().flat_map(|(_, texts)| texts);
    assert!(of_it.clone().all(|text| *text != long()), "{said:?}");
    assert_eq!(of_it.last(), Some(&"That was all of it. Well done."));
}

#[test]
fn what_a_pause_cut_off_is_said_when_it_goes_on_and_stays_with_its_exercise() {
    let mut course = Course::of(routine(vec![
        Exercise {
            instructions: vec!["Lie down.".to_owned()],
            prepare: Duration::from_secs(30),
            ..knee()
        },
        Exercise {
            instructions: vec!["Sit up.".to_owned()],
            ..Exercise::new("twist", "Twist")
        },
    ]));
    course.until(2).give(Command::Pause).until(9);
    course.give(Command::Resume);
    assert_eq!(
        course.said()[2],
        (9, vec!["Going on.", "Stop if it hurts.", "Lie down."])
    );

    // Into the second exercise, out of it while it is told of, and back into the first.
    course.give(Command::SkipExercise).until(10);
    course.give(Command::Pause);
    course.said.clear();
    course.give(Command::Back).until(34);
    let said = course.said();
    let told_of = |text: &str| said.iter().any(|(_, texts)| texts.contains(&text));
    assert!(told_of("Right side"), "{said:?}");
    assert!(!told_of("Sit up."), "{said:?}");
}

#[test]
fn whatever_fits_may_begin_as_late_as_any_phrase() {
    // In the shorter of them "Rest" and "Next: 2 of 2." only just have room.
    for rest_ms in [3_900, 3_400] {
        let mut course = Course::of(routine(vec![Exercise {
            sides: Sides::None,
            dose: Dose::Hold {
                hold: Duration::from_secs(20),
                reps: 2,
            },
            rest: Duration::from_millis(rest_ms),
            ..knee()
        }]));
        course.until(29);
        course.now = Duration::from_secs(30);
        let mut events = Vec::new();
        course.session.advance(course.reading(), &mut events);
        let (voice, session) = (&mut course.voice, &course.session);
        let spoken = voice.hear(&events, session, &course.cues, Duration::ZERO);
        let patience = spoken.map(|spoken| spoken.patience);
        assert_eq!(patience, Some(LATEST), "{rest_ms}");
    }
}

#[test]
fn what_to_take_care_of_comes_before_the_dose_where_time_is_short() {
    let mut course = Course::of(routine(vec![Exercise {
        prepare: Duration::from_secs(8),
        caution: Some("Not with a fresh ankle injury.".to_owned()),
        say: Some("Breathe.".to_owned()),
        ..knee()
    }]));
    course.until(9);
    let said = course.said();
    let care = "Not with a fresh ankle injury.";
    assert_eq!(said[0].1, ["Knee", "Left side", "Stop if it hurts.", care]);
}

#[test]
fn to_stop_if_it_hurts_is_said_in_a_hold_where_there_was_no_time_before() {
    let mut course = Course::of(routine(vec![Exercise {
        prepare: Duration::from_secs(4),
        ..knee()
    }]));
    course.until(30);
    let said = course.said();
    let stop = "Stop if it hurts.";
    assert!(!said[0].1.contains(&stop), "{said:?}");
    assert!(said[1].1.contains(&stop), "{said:?}");
}

#[test]
fn the_easier_way_that_was_chosen_is_said_in_the_hold_where_the_rest_is_too_short() {
    let easier = "Stand closer to the wall, and let the back knee bend a little, without pain.";
    let mut course = Course::of(routine(vec![Exercise {
        easier: Some(easier.to_owned()),
        dose: Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 2,
        },
        sides: Sides::None,
        ..Exercise::new("calf", "Calf")
    }]));
    course.until(40).said.clear();
    course.give(Command::Hurts);
    course.until(42).give(Command::Easier);
    course.until(70);
    let said = course.said();
    assert!(!said[0].1.contains(&easier), "{said:?}");
    let times = said.iter().filter(|(_, texts)| texts.contains(&easier));
    assert_eq!(times.count(), 1, "{said:?}");
}
