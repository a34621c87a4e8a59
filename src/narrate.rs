//! A session under way, in words: the same in the window and in the terminal. What came of one that
//! is over is in [`report`](crate::report), what a routine says in [`facts`].

use std::time::Duration;

use crate::facts;
use crate::lengths;
use crate::plan::{Movement, Plan, Step, StepKind};
use crate::routine::{Dose, Exercise, Routine, Side};
use crate::session::{Pause, Refusal};
use crate::words::{List, Message, Words};

/// A step's own name: "Get ready", "Left side", "Hold" where there are no sides.
pub fn step(step: &Step) -> Message {
    step_on(step, step.side)
}

fn step_on(step: &Step, side: Option<Side>) -> Message {
    let side = |id| Message::new(id).with("side", facts::side_key(side));
    match step.kind {
        StepKind::Prepare => Message::new("session-prepare"),
        StepKind::Hold => side("session-hold"),
        StepKind::Switch => side("session-switch"),
        StepKind::Rest => Message::new("session-rest"),
        StepKind::Reps => side("session-reps"),
        StepKind::Activity => side("session-activity"),
        StepKind::Wait => side("session-wait"),
    }
}

/// All there is to say of a step in one line: "Hold, left side, 2 of 3, Set 1 of 2".
pub fn step_in_full(now: &Step, exercise: &Exercise, words: &Words) -> String {
    let name = if now.kind == StepKind::Reps && exercise.alternates_at_pace() {
        let first = facts::side_key(Some(exercise.first_side));
        Message::new("session-reps-in-turn").with("first", first)
    } else {
        step(now)
    };
    in_full(now, exercise, name, repetition(now, exercise), words)
}

/// The same of a step of which `elapsed` has passed of its `length`: at a pace the repetition under
/// way counts too, "Repetitions, left side, 3 of 10, Set 1 of 2".
pub fn step_under_way(
    now: &Step,
    exercise: &Exercise,
    elapsed: Duration,
    length: Option<Duration>,
    words: &Words,
) -> String {
    let repetition = match length.and_then(|length| at_pace(now, exercise, elapsed, length)) {
        Some((rep, of)) => {
            let message = Message::new("session-repetition");
            Some(with_part(
                message.with("rep", rep).with("of", of),
                now,
                exercise,
                elapsed,
            ))
        }
        None => repetition(now, exercise),
    };
    let name = step_on(now, now.side_at(exercise, elapsed));
    in_full(now, exercise, name, repetition, words)
}

/// Which repetition is under way in a step at a pace, and of how many, on each side by itself where
/// they alternate; `None` in any other step. As with the sounds, one counts where all of it fits in
/// the step, which may have been made longer.
pub fn at_pace(
    step: &Step,
    exercise: &Exercise,
    elapsed: Duration,
    length: Duration,
) -> Option<(u64, u64)> {
    let Dose::Paced { pace, .. } = exercise.dose else {
        return None;
    };
    // Paces and lengths are whole seconds.
    let pace_secs = pace.as_secs().max(1);
    let last = (length.as_secs() / pace_secs).saturating_sub(1);
    let others = (elapsed.as_secs() / pace_secs).min(last);
    let rep_after = |others| Movement::after(others, exercise).rep;
    let earlier = u64::from(step.reps_before);
    (step.kind == StepKind::Reps).then(|| (earlier + rep_after(others), earlier + rep_after(last)))
}

/// A text with the part of the repetition that is under way, where it has any.
pub fn with_part(text: Message, step: &Step, exercise: &Exercise, elapsed: Duration) -> Message {
    match part_at(step, exercise, elapsed) {
        Some(part) => Message::new("session-with-part")
            .with("text", text)
            .with("part", part),
        None => text,
    }
}

/// Which part of a repetition is under way: "up"; `None` where it has no parts.
pub fn part_at(step: &Step, exercise: &Exercise, elapsed: Duration) -> Option<Message> {
    let (part, _) = exercise.tempo.part_at(elapsed)?;
    let part = exercise.tempo.parts().get(part)?;
    (step.kind == StepKind::Reps).then(|| facts::way(part.way))
}

fn in_full(
    now: &Step,
    exercise: &Exercise,
    name: Message,
    repetition: Option<Message>,
    words: &Words,
) -> String {
    let extra = now.extra && now.kind.is_work();
    let extra = extra.then(|| Message::new("session-extra"));
    let parts = [Some(name), repetition, set(now, exercise), extra];
    let parts: Vec<String> = parts
        .iter()
        .flatten()
        .map(|part| words.message(part))
        .collect();
    words.list(List::Parts, parts)
}

/// "Left side"; `None` where there are no sides.
pub fn side(side: Option<Side>) -> Option<Message> {
    side.map(|_| Message::new("session-side").with("side", facts::side_key(side)))
}

/// "2 of 3", or "2 of 8 to 12", in a hold that is one of several.
pub fn repetition(step: &Step, exercise: &Exercise) -> Option<Message> {
    let exercise = exercise.on(step.side);
    let Dose::Hold { reps, .. } = exercise.dose else {
        return None;
    };
    let is_one_of_several = reps.saturating_add(exercise.more_reps) > 1;
    let rep = step.rep.filter(|_| is_one_of_several)?;
    let message = Message::new("session-repetition").with("rep", rep);
    Some(message.with("of", facts::from_to(reps, exercise.more_reps)))
}

/// "Set 1 of 2", where there are several; in a circuit "Round 1 of 2".
pub fn set(step: &Step, exercise: &Exercise) -> Option<Message> {
    let exercise = exercise.on(step.side);
    let set = step.set.filter(|_| exercise.most_sets() > 1)?;
    let id = match exercise.circuit() {
        Some(_) => "session-round",
        None => "session-set",
    };
    let message = Message::new(id).with("set", set);
    Some(message.with("of", facts::from_to(exercise.sets, exercise.more_sets)))
}

/// That what is asked is done, where a step is the first beyond it: "That was 8. Up to 12, if you
/// can."
pub fn enough(routine: &Routine, plan: &Plan, index: usize) -> Option<Message> {
    let step = plan.steps.get(index).filter(|step| step.extra)?;
    let before = index
        .checked_sub(1)
        .and_then(|before| plan.steps.get(before));
    if before.is_some_and(|before| before.extra) {
        return None;
    }
    let exercise = routine.exercises.get(step.exercise)?.on(step.side);
    let (id, asked, more) = if step.set.is_some_and(|set| set > exercise.sets) {
        let id = match exercise.circuit() {
            Some(_) => "session-enough-rounds",
            None => "session-enough-sets",
        };
        (id, exercise.sets, exercise.more_sets)
    } else {
        ("session-enough", exercise.dose.reps()?, exercise.more_reps)
    };
    let message = Message::new(id).with("least", asked);
    Some(message.with("most", asked.saturating_add(more)))
}

/// The author's own words that are due once `elapsed` of the step has passed: those of the last cue,
/// or else what is said of the whole hold.
pub fn words_due<'a>(now: &Step, exercise: &'a Exercise, elapsed: Duration) -> Option<&'a str> {
    if !now.kind.is_work() {
        return None;
    }
    let mut cues = exercise.cues.iter().rev();
    let last = cues.find(|cue| cue.at <= elapsed);
    last.map(|cue| cue.say.as_str()).or(exercise.say.as_deref())
}

/// What comes after the step `now` of the plan, to stand behind "Next:".
pub fn next(routine: &Routine, plan: &Plan, now: usize) -> Message {
    let exercise_of = |step: &Step| routine.exercises.get(step.exercise);
    let name_of = |step: &Step| exercise_of(step).map_or("", |exercise| exercise.name.as_str());
    let of_now = plan.steps.get(now).map(|step| step.exercise);
    let changes = |step: &Step| of_now.is_some_and(|exercise| exercise != step.exercise);
    let coming = plan.after(now);
    let Some(step) = plan.steps.get(coming) else {
        return Message::new("session-next-end");
    };
    let side = |id| Message::new(id).with("side", facts::side_key(step.side));
    // A further set that begins with a step.
    let further_set = |id, index: usize| {
        let step = plan
            .steps
            .get(index)
            .filter(|_| plan.begins_further_set(index))?;
        let set = set(step, exercise_of(step)?)?;
        let message = Message::new(id).with("set", set);
        Some(message.with("side", facts::side_key(step.side)))
    };
    if let Some(set) = further_set("session-next-set", coming) {
        return set;
    }
    let is_rest = step.kind == StepKind::Rest;
    if let Some(set) = further_set("session-next-rest-set", plan.after(coming))
        && is_rest
    {
        return set;
    }
    if let Some(round) = further_round(routine, plan, coming) {
        return Message::new("session-next-round")
            .with("round", round)
            .with("name", name_of(step));
    }
    if let Some(round) = further_round(routine, plan, plan.after(coming))
        && is_rest
    {
        return Message::new("session-next-rest-round").with("round", round);
    }
    match step.kind {
        _ if changes(step) => Message::new("session-next-exercise").with("name", name_of(step)),
        StepKind::Prepare => Message::new("session-next-prepare"),
        StepKind::Rest => match plan.steps.get(plan.after(coming)) {
            Some(after) if changes(after) => {
                Message::new("session-next-rest-exercise").with("name", name_of(after))
            }
            Some(after) => match exercise_of(after).and_then(|of| repetition(after, of)) {
                Some(repetition) => Message::new("session-next-rest-hold")
                    .with("side", facts::side_key(after.side))
                    .with("repetition", repetition),
                None => Message::new("session-next-rest"),
            },
            None => Message::new("session-next-rest"),
        },
        StepKind::Switch => side("session-next-switch"),
        StepKind::Hold => match exercise_of(step).and_then(|of| repetition(step, of)) {
            Some(repetition) => side("session-next-hold-of").with("repetition", repetition),
            None => side("session-next-hold"),
        },
        StepKind::Reps => side("session-next-reps"),
        StepKind::Activity => side("session-next-activity"),
        StepKind::Wait => side("session-next-wait"),
    }
}

/// "Round 2 of 3", where a round of a circuit after the first begins with a step.
pub fn further_round(routine: &Routine, plan: &Plan, index: usize) -> Option<Message> {
    plan.begins_round(index, routine)
        .filter(|round| *round > 1)?;
    let step = plan.steps.get(index)?;
    set(step, routine.exercises.get(step.exercise)?)
}

/// Why the session stands still.
pub fn pause(pause: Pause) -> Message {
    match pause {
        Pause::Asked => Message::new("session-paused"),
        Pause::Hurts => Message::new("session-hurts"),
        Pause::Interrupted { away } => {
            Message::new("session-interrupted").with("away", lengths::about(away))
        }
    }
}

/// Why a command was not obeyed.
pub fn refusal(refusal: Refusal) -> Message {
    Message::new(match refusal {
        Refusal::NotStarted => "session-refused-not-started",
        Refusal::AlreadyStarted => "session-refused-already-started",
        Refusal::AlreadyPaused => "session-refused-already-paused",
        Refusal::NotPaused => "session-refused-not-paused",
        Refusal::NotOpen => "session-refused-not-open",
        Refusal::NoEnd => "session-refused-no-end",
        Refusal::LongEnough => "session-refused-long-enough",
        Refusal::Hurts => "session-refused-hurts",
        Refusal::Over => "session-refused-over",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::{Sides, SpokenCue};

    #[test]
    fn what_comes_next_is_said_in_both_languages() {
        let mut first = Exercise::new("a", "Knee to chest");
        first.sides = Sides::Each;
        first.dose = Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 2,
        };
        let mut second = Exercise::new("b", "Pelvic tilt");
        second.dose = Dose::Open;
        let routine = Routine::new("r", "R", vec![first, second]);
        let plan = Plan::of(&routine);
        let (english, german) = (Words::of("en"), Words::of("de"));
        for (now, in_english, in_german) in [
            (0, "hold 1 of 2, left side", "Halten 1 von 2, linke Seite"),
            (1, "rest, then left 2 of 2", "Pause, dann links 2 von 2"),
            (3, "switch to the right side", "zur rechten Seite wechseln"),
            (7, "rest, then Pelvic tilt", "Pause, dann Pelvic tilt"),
            (8, "Pelvic tilt", "Pelvic tilt"),
            (9, "in your own time", "in Ihrem Tempo"),
            (10, "the end", "geschafft"),
        ] {
            let message = next(&routine, &plan, now);
            assert_eq!(english.message(&message), in_english, "after step {now}");
            assert_eq!(german.message(&message), in_german, "after step {now}");
        }
    }

    #[test]
    fn a_further_set_is_what_comes_next() {
        let mut exercise = Exercise::new("a", "Squeeze");
        exercise.sides = Sides::Each;
        exercise.sets = 2;
        exercise.dose = Dose::Hold {
            hold: Duration::from_secs(5),
            reps: 1,
        };
        for (rest, now, in_english, in_german) in [
            (
                20,
                3,
                "rest, then Set 2 of 2, left side",
                "Pause, dann Satz 2 von 2, linke Seite",
            ),
            (20, 4, "Set 2 of 2, left side", "Satz 2 von 2, linke Seite"),
            (0, 3, "Set 2 of 2, left side", "Satz 2 von 2, linke Seite"),
        ] {
            exercise.rest_between_sets = Duration::from_secs(rest);
            let routine = Routine::new("r", "R", vec![exercise.clone()]);
            let message = next(&routine, &Plan::of(&routine), now);
            assert_eq!(Words::of("en").message(&message), in_english);
            assert_eq!(Words::of("de").message(&message), in_german);
        }
    }

    #[test]
    fn a_step_at_a_pace_counts_its_repetitions() {
        let seconds = Duration::from_secs;
        let mut exercise = Exercise::new("a", "Bird dog");
        exercise.dose = Dose::Paced {
            reps: 10,
            pace: seconds(4),
        };
        exercise.sets = 2;
        let routine = Routine::new("r", "R", vec![exercise]);
        let plan = Plan::of(&routine);
        let words = Words::of("en");
        let reported = |index: usize, elapsed, length| {
            let (step, exercise) = (&plan.steps[index], &routine.exercises[0]);
            step_under_way(step, exercise, elapsed, Some(length), &words)
        };
        for (elapsed, length, repetition) in [
            (seconds(0), seconds(40), "1 of 10"),
            (Duration::from_millis(7_999), seconds(40), "2 of 10"),
            (seconds(8), seconds(40), "3 of 10"),
            (seconds(40), seconds(40), "10 of 10"),
            // Ten seconds more are two more, and a rest of two seconds.
            (seconds(41), seconds(50), "11 of 12"),
            (seconds(49), seconds(50), "12 of 12"),
        ] {
            let text = format!("Repetitions, {repetition}, Set 1 of 2");
            assert_eq!(reported(1, elapsed, length), text, "after {elapsed:?}");
        }
        assert_eq!(reported(0, seconds(5), seconds(10)), "Get ready");
    }

    #[test]
    fn repetitions_that_alternate_sides_are_counted_on_each_side() {
        let seconds = Duration::from_secs;
        let mut exercise = Exercise::new("a", "March");
        exercise.dose = Dose::Paced {
            reps: 6,
            pace: seconds(2),
        };
        exercise.sides = Sides::Alternate;
        exercise.first_side = Side::Right;
        let routine = Routine::new("r", "R", vec![exercise]);
        let plan = Plan::of(&routine);
        let (step, exercise) = (&plan.steps[1], &routine.exercises[0]);
        let words = Words::of("en");
        assert_eq!(step.duration, Some(seconds(24)));
        for (elapsed, length, reported) in [
            (0, 24, "Repetitions, right side, 1 of 6"),
            (2, 24, "Repetitions, left side, 1 of 6"),
            (4, 24, "Repetitions, right side, 2 of 6"),
            (23, 24, "Repetitions, left side, 6 of 6"),
            (24, 34, "Repetitions, right side, 7 of 9"),
        ] {
            let text = step_under_way(
                step,
                exercise,
                seconds(elapsed),
                Some(seconds(length)),
                &words,
            );
            assert_eq!(text, reported, "after {elapsed} s");
        }
    }

    #[test]
    fn the_authors_words_are_due_while_a_hold_lasts() {
        let mut exercise = Exercise::new("a", "Calf stretch");
        exercise.say = Some("Heel stays down.".to_owned());
        exercise.cues = [(5, "Breathe."), (14, "Nearly there.")]
            .map(|(at, say)| SpokenCue {
                at: Duration::from_secs(at),
                say: say.to_owned(),
            })
            .into();
        let routine = Routine::new("r", "R", vec![exercise]);
        let plan = Plan::of(&routine);
        for (step, elapsed_secs, due) in [
            (0, 9, None),
            (1, 0, Some("Heel stays down.")),
            (1, 5, Some("Breathe.")),
            (1, 13, Some("Breathe.")),
            (1, 20, Some("Nearly there.")),
            (2, 5, None),
        ] {
            let elapsed = Duration::from_secs(elapsed_secs);
            let words = words_due(&plan.steps[step], &routine.exercises[0], elapsed);
            assert_eq!(words, due, "{elapsed_secs} s into step {step}");
        }
    }

    #[test]
    fn an_absence_is_told_in_one_unit() {
        let english = Words::of("en");
        for (away_secs, says) in [
            (3, "away for 3 seconds"),
            (119, "away for 119 seconds"),
            (120, "away for 2 minutes"),
            (7200, "away for 2 hours"),
        ] {
            let away = Duration::from_secs(away_secs);
            let text = english.message(&pause(Pause::Interrupted { away }));
            assert!(text.contains(says), "{text}");
        }
    }
}
