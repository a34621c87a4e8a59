//! How many repetitions there were, where that was left to the person.

use super::*;
use crate::routine::Side;

/// A session over, with as many holds of the first exercise done, if there are so many.
fn after_holds(routine: Routine, holds: usize) -> Snapshot {
    let routine = Arc::new(routine);
    let plan = Plan::of(&routine);
    let done = plan.work().filter(|(_, step)| step.exercise == 0);
    let attempts = done.map(|(step, _)| attempt(step, 20, Outcome::Done));
    Snapshot {
        attempts: Arc::new(attempts.take(holds).collect()),
        plan: Arc::new(plan.clone()),
        routine,
        ..completed()
    }
}

#[test]
fn how_many_were_done_of_a_range_is_asked_with_what_was_counted() {
    let mut routine = routine();
    routine.exercises[0].sides = Sides::None;
    routine.exercises[0].sets = 2;
    routine.exercises[0].more_reps = 1;
    let over = after_holds(routine, 4);
    let field = "Repetitions of Knee to chest";
    let meant =
        "Not kept yet: please give 2 whole numbers, one for each set, up to 1000, such as “3, 1”.";
    for (typed, reported, is_told) in [
        ("", vec![], false),
        ("0", vec![3, 10], false),
        (" and 2", vec![], true),
        (".5", vec![], true),
    ] {
        let mut harness = harness(completed(), RECORDED);
        harness.state_mut().finish = Finish::of(&Words::of("en"), &over, &Last::default());
        harness.run();
        assert!(harness.query_by_label("Prescribed: 2 to 3").is_some());
        harness.get_by_label(field).focus();
        harness.run();
        harness.key_press(Key::End);
        harness.run();
        harness.get_by_label(field).type_text(typed);
        harness.run();
        let said = harness.state().finish.answers().said.reps;
        let said: Vec<u32> = said.into_iter().flat_map(|it| it.reps).collect();
        assert_eq!(said, reported, "{typed:?}");
        let told = harness.query_by_label(meant);
        assert!(told.is_none(), "while it is written: {typed:?}");
        for _ in 0..2 {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
            harness.run();
            let told = harness.query_by_label(meant);
            assert_eq!(told.is_some(), is_told, "{typed:?}");
            assert!(harness.get_by_label(field).is_focused());
            assert_eq!(harness.state().reported.is_none(), is_told, "{typed:?}");
        }
    }
    // One without a range, or of which nothing was done, is not asked about.
    let finish = Finish::of(&Words::of("en"), &completed(), &Last::default());
    assert!(finish.asked.is_empty());
}

#[test]
fn each_side_with_a_dose_of_its_own_is_asked_about_by_itself() {
    let mut routine = routine();
    let exercise = &mut routine.exercises[0];
    exercise.sides = Sides::Each;
    let with_more = |more_reps| Exercise {
        more_reps,
        ..exercise.clone()
    };
    exercise.in_words_of = Some(std::sync::Arc::new([with_more(1), with_more(2)]));
    let over = after_holds(routine, usize::MAX);
    let mut finish = Finish::of(&Words::of("en"), &over, &Last::default());
    let asked = finish.asked.iter();
    let asked: Vec<_> = asked
        .map(|(question, _)| (question.name.as_str(), question.proposed.as_str()))
        .collect();
    assert_eq!(
        asked,
        [("Knee to chest, left", "3"), ("Knee to chest, right", "4")]
    );
    finish.asked[1].1 = "2".to_owned();
    let said = finish.answers().said.reps;
    let said: Vec<_> = said.into_iter().map(|it| (it.side, it.reps)).collect();
    assert_eq!(said, [(Some(Side::Right), vec![2])]);
}
