//! What is said of programmes such as physiotherapists write: limbs, cautions, a pace, sets, short
//! rests.

use super::*;

fn at_pace(reps: u32, pace_secs: u64) -> Exercise {
    Exercise {
        dose: Dose::Paced {
            reps,
            pace: Duration::from_secs(pace_secs),
        },
        ..Exercise::new("drop", "Drop")
    }
}

/// Which texts are said, in order.
fn texts(course: &Course) -> Vec<String> {
    let said = course.said.iter().flat_map(|(_, texts)| texts.clone());
    said.collect()
}

fn place(texts: &[String], text: &str) -> Option<usize> {
    texts.iter().position(|said| said == text)
}

#[test]
fn a_caution_is_said_before_how_it_is_done_and_instructions_are_left_out_before_it() {
    let caution = "Stop if the pain goes below the knee, or if the leg gets numb.";
    let instruction = "Squeeze your buttocks and lift your bottom off the floor.";
    let exercise = |prepare| Exercise {
        prepare: Duration::from_secs(prepare),
        instructions: vec![instruction.to_owned()],
        caution: Some(caution.to_owned()),
        ..knee()
    };
    let told_with = |prepare| {
        let mut course = Course::of(routine(vec![exercise(prepare)]));
        course.until(prepare - 1);
        let said = texts(&course);
        (place(&said, caution), place(&said, instruction))
    };
    assert_eq!(told_with(20), (Some(4), Some(5)));
    assert_eq!(told_with(11), (Some(4), None));
}

#[test]
fn without_time_before_it_a_caution_is_said_between_repetitions_at_a_pace() {
    let caution = "Some pain is allowed, up to 5, and no more.";
    let mut course = Course::of(routine(vec![Exercise {
        prepare: Duration::ZERO,
        caution: Some(caution.to_owned()),
        instructions: vec!["Stand on a step, on the balls of both of your feet.".to_owned()],
        ..at_pace(15, 4)
    }]));
    course.until(60);
    let said = texts(&course);
    let how = place(&said, "Stand on a step, on the balls of both of your feet.");
    assert!(place(&said, caution).unwrap() < how.unwrap(), "{said:?}");
}

#[test]
fn words_for_repetitions_at_a_pace_are_said_as_soon_as_one_has_room_for_them() {
    let say = "Go up with the right leg, and lower it slowly on the left one, heel last.";
    let cue = "Do not let the knee fall inwards, and breathe.";
    let mut course = Course::of(routine(vec![Exercise {
        say: Some(say.to_owned()),
        cues: vec![SpokenCue {
            at: Duration::from_secs(18),
            say: cue.to_owned(),
        }],
        ..at_pace(8, 4)
    }]));
    course.until(60).said.remove(0);
    let said = course.said();
    assert_eq!(
        said[..3],
        [
            (10, vec!["8 repetitions."]),
            (14, vec![say]),
            // Two seconds before the next repetition there was too little time for it.
            (30, vec![cue]),
        ]
    );
}

#[test]
fn what_is_rendered_late_is_said_while_there_is_time_before_the_exercise() {
    let exercise = Exercise {
        instructions: vec!["Lie down.".to_owned()],
        caution: Some("No pulling.".to_owned()),
        prepare: Duration::from_secs(14),
        ..knee()
    };
    let dose = "once, hold 20 seconds, each side, left first";
    for (ready_at, expected) in [
        (
            2,
            vec![
                "Knee",
                dose,
                "Left side",
                "Stop if it hurts.",
                "No pulling.",
                "Lie down.",
            ],
        ),
        // Too late for all of it.
        (8, vec!["Knee", "Left side", "Stop if it hurts."]),
    ] {
        let mut course = Course::of_nothing_rendered(routine(vec![exercise.clone()]));
        course.until(ready_at);
        assert_eq!(course.said(), [], "nothing is rendered");
        course.render_all();
        course.until(13);
        let said = course.said();
        assert_eq!(said, [(ready_at + 1, expected)]);
    }
}

#[test]
fn what_is_rendered_late_cuts_off_nothing_that_is_being_said() {
    let long = "Lie down on your back, and let both of your arms rest beside you on the floor.";
    let mut course = Course::of_nothing_rendered(routine(vec![Exercise {
        prepare: Duration::from_secs(30),
        instructions: vec![long.to_owned()],
        caution: Some("No pulling.".to_owned()),
        ..knee()
    }]));
    course.render(long);
    course.until(2).render_all();
    course.until(29);
    let seconds: Vec<u64> = course.said.iter().map(|(second, _)| *second).collect();
    // The first takes four seconds, and may begin two seconds late.
    assert_eq!((seconds[0], seconds.len()), (1, 2), "{:?}", course.said());
    assert!(seconds[1] >= 5, "{:?}", course.said());
}

#[test]
fn an_author_who_allows_pain_is_not_contradicted() {
    for (limit, reported) in [
        (None, "Stop if it hurts."),
        (Some(0), "Stop if it hurts."),
        (Some(5), "Stop if the pain goes above 5."),
    ] {
        let mut routine = routine(vec![knee()]);
        routine.safety.pain_limit = limit;
        let course = Course::of(routine);
        assert_eq!(texts(&course)[3], reported);
    }
}

#[test]
fn words_of_both_sides_are_read_without_a_stroke() {
    let more = "kind = \"reps\"\npace = 6\ncaution = \"Not above 5/10.\"";
    let both = CALF.replace("\"each\"", "\"alternate\"");
    let mut course = Course::of(read(&format!("{both}{more}")));
    course.until(20);
    let said = texts(&course);
    assert!(
        place(&said, "Step back with the left or right leg.").is_some(),
        "{said:?}"
    );
    assert!(place(&said, "Not above 5 of 10.").is_some(), "{said:?}");
}

#[test]
fn a_repetition_is_numbered_in_the_hold_where_the_rest_before_it_is_too_short() {
    for (rest, number) in [(0, Some("2")), (3, Some("2")), (9, None)] {
        let mut course = Course::of(routine(vec![Exercise {
            sides: Sides::None,
            dose: Dose::Hold {
                hold: Duration::from_secs(10),
                reps: 2,
            },
            rest: Duration::from_secs(rest),
            ..knee()
        }]));
        course.until(20 + rest);
        let (_, last) = course.said().pop().unwrap();
        assert_eq!(last.first(), Some(&"Hold."), "rest {rest}");
        assert_eq!(last.get(1).copied(), number, "rest {rest}");
        let in_the_rest = place(&texts(&course), "Next: 2 of 2.").is_some();
        assert_eq!(in_the_rest, number.is_none(), "rest {rest}");
    }
}

#[test]
fn a_set_is_numbered_in_the_rest_before_it_or_when_it_begins() {
    for (rest, reported) in [
        (20, vec!["Rest", "Next: Set 2 of 2, left side."]),
        (0, vec!["Left side", "Hold.", "Set 2 of 2"]),
    ] {
        let mut course = Course::of(routine(vec![Exercise {
            sets: 2,
            rest_between_sets: Duration::from_secs(rest),
            halfway: false,
            ..knee()
        }]));
        // To get ready, a hold of each side and the change between them.
        course.until(55);
        assert_eq!(course.said().pop().unwrap(), (55, reported));
        course.until(55 + rest);
        if rest > 0 {
            assert_eq!(course.said().pop().unwrap().1, ["Hold, left side"]);
        }
    }
}

/// A stretch of each leg that names it.
const CALF: &str = "format = 1\ntitle = \"x\"\n[[exercise]]\nname = \"Calf\"\nsides = \"each\"\n\
    reps = 1\ninstructions = [\"Face a wall.\", \"Step back with the {left|right} leg.\"]\n\
    feel_it_in = \"the {left|right} calf\"\nhalfway = false\n";

fn calf(more: &str) -> Routine {
    read(&format!("{CALF}{more}"))
}

fn read(file: &str) -> Routine {
    let surroundings = crate::routine::Surroundings {
        stem: "calf",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    let reading = crate::routine::read(file.as_bytes(), &surroundings);
    reading.routine.unwrap()
}

#[test]
fn each_side_is_told_by_its_own_limbs() {
    let mut course = Course::of(calf("switch = 8"));
    course.until(60);
    let said = course.said();
    assert_eq!(
        said[0].1[4..],
        [
            "Face a wall.",
            "Step back with the left leg.",
            "Feel it in: the left calf."
        ]
    );
    let switch = [
        "Switch to the right side",
        "Step back with the right leg.",
        "Feel it in: the right calf.",
    ];
    assert!(said.iter().any(|(_, texts)| *texts == switch), "{said:?}");
}

#[test]
fn where_no_time_is_written_the_first_change_of_sides_is_as_long_as_its_words() {
    let routine = calf("sets = 2");
    let plan = crate::plan::Plan::of(&routine);
    let switches = plan
        .steps
        .iter()
        .filter(|step| step.kind == StepKind::Switch);
    let seconds: Vec<u64> = switches
        .map(|step| step.duration.unwrap().as_secs())
        .collect();
    let words = spoken::at_switch(&routine.exercises[0]).unwrap().as_secs();
    assert!(words > 5);
    assert_eq!(seconds, [words, 5]);
    assert_eq!(
        plan.total,
        crate::routine::measure(&routine.exercises).total
    );
}

#[test]
fn what_was_not_said_of_one_side_is_not_said_of_the_other() {
    let long = "Keep the knee of the {left|right} leg straight, and its heel down. ".repeat(4);
    let more = format!("prepare = 5\nhold = 10\nsay = \"Breathe.\"\ncaution = \"{long}\"");
    let mut course = Course::of(calf(&more));
    course.until(60);
    let mut turned = false;
    for (_, texts) in course.said() {
        turned |= texts.contains(&"Switch to the right side");
        let other = if turned { "left" } else { "right leg" };
        assert!(texts.iter().all(|text| !text.contains(other)), "{texts:?}");
    }
    assert!(turned);
}

#[test]
fn a_load_is_said_with_the_dose_and_what_works_or_is_kept_is_said_as_such() {
    use crate::routine::Region;
    let curl = Exercise {
        load: Some("2 kg".to_owned()),
        feel_it_in: Some("the upper arm".to_owned()),
        prepare: Duration::from_secs(30),
        ..at_pace(2, 5)
    };
    let mut course = Course::of(routine(vec![curl]));
    course.until(60);
    let said = texts(&course);
    let dose = "2 repetitions at a pace of 5 seconds, 2 kg";
    assert!(place(&said, dose).is_some(), "{said:?}");
    assert!(place(&said, "Works: the upper arm.").is_some(), "{said:?}");
    for (sides, holds) in [
        (Sides::None, "Hold your balance."),
        (Sides::Each, "Hold your balance, left side."),
    ] {
        let stand = Exercise {
            regions: vec![Region::Balance],
            sides,
            ..knee()
        };
        let mut course = Course::of(routine(vec![stand]));
        course.until(60);
        let said = texts(&course);
        assert!(place(&said, holds).is_some(), "{said:?}");
    }
}
