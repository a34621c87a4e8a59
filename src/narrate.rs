//! What is said of a session under way: the same words in the window and in the terminal.

use std::time::Duration;

use crate::facts;
use crate::history::{SessionOutcome, WhyNot};
use crate::plan::{Movement, Plan, Step, StepKind};
use crate::progress::Tally;
use crate::routine::{Dose, Exercise, Routine, Safety, Side};
use crate::session::{Pause, Refusal, State, StopReason};
use crate::words::{List, Message, Words};

/// A step's own name: "Get ready", "Left side", "Hold" where there are no sides.
pub fn step(step: &Step) -> Message {
    step_on(step, step.side)
}

fn step_on(step: &Step, side: Option<Side>) -> Message {
    let side = |id| Message::new(id).with("side", side_key(side));
    match step.kind {
        StepKind::Prepare => Message::new("session-prepare"),
        StepKind::Hold => side("session-hold"),
        StepKind::Switch => side("session-switch"),
        StepKind::Rest => Message::new("session-rest"),
        StepKind::Reps => side("session-reps"),
        StepKind::Wait => side("session-wait"),
    }
}

/// All there is to say of a step in one line: "Hold, left side, 2 of 3, Set 1 of 2".
pub fn step_in_full(now: &Step, exercise: &Exercise, words: &Words) -> String {
    let name = if now.kind == StepKind::Reps && exercise.alternates_at_pace() {
        let first = side_key(Some(exercise.first_side));
        Message::new("session-reps-in-turn").with("first", first)
    } else {
        step(now)
    };
    in_full(now, exercise, name, repetition(now, exercise), words)
}

/// The same of a step of which `elapsed` has passed of its `length`: at a pace the repetition under
/// way counts too, "Slowly, left side, 3 of 10, Set 1 of 2".
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
            Some(message.with("rep", rep).with("of", of))
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
    (step.kind == StepKind::Reps).then(|| (rep_after(others), rep_after(last)))
}

fn in_full(
    now: &Step,
    exercise: &Exercise,
    name: Message,
    repetition: Option<Message>,
    words: &Words,
) -> String {
    let parts = [Some(name), repetition, set(now, exercise)];
    let parts: Vec<String> = parts
        .iter()
        .flatten()
        .map(|part| words.message(part))
        .collect();
    words.list(List::Parts, parts)
}

/// "Left side"; `None` where there are no sides.
pub fn side(side: Option<Side>) -> Option<Message> {
    side.map(|_| Message::new("session-side").with("side", side_key(side)))
}

/// "2 of 3", in a hold that is one of several.
pub fn repetition(step: &Step, exercise: &Exercise) -> Option<Message> {
    let Dose::Hold { reps: of, .. } = exercise.dose else {
        return None;
    };
    let rep = step.rep.filter(|_| of > 1)?;
    let message = Message::new("session-repetition");
    Some(message.with("rep", rep).with("of", of))
}

/// "Set 1 of 2", where there are several.
pub fn set(step: &Step, exercise: &Exercise) -> Option<Message> {
    let set = step.set.filter(|_| exercise.sets > 1)?;
    let message = Message::new("session-set");
    Some(message.with("set", set).with("of", exercise.sets))
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
    let mut coming = plan.steps.iter().skip(now.saturating_add(1));
    let Some(step) = coming.next() else {
        return Message::new("session-next-end");
    };
    let side = |id| Message::new(id).with("side", side_key(step.side));
    match step.kind {
        _ if changes(step) => Message::new("session-next-exercise").with("name", name_of(step)),
        StepKind::Prepare => Message::new("session-next-prepare"),
        StepKind::Rest => match coming.next() {
            Some(after) if changes(after) => {
                Message::new("session-next-rest-exercise").with("name", name_of(after))
            }
            Some(after) => match exercise_of(after).and_then(|of| repetition(after, of)) {
                Some(repetition) => Message::new("session-next-rest-hold")
                    .with("side", side_key(after.side))
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
        StepKind::Wait => side("session-next-wait"),
    }
}

/// Why the session stands still.
pub fn pause(pause: Pause) -> Message {
    match pause {
        Pause::Asked => Message::new("session-paused"),
        Pause::Hurts => Message::new("session-hurts"),
        Pause::Interrupted { away } => {
            Message::new("session-interrupted").with("away", about(away))
        }
    }
}

/// A length of time in one unit, as one would say it.
pub fn about(time: Duration) -> Message {
    let seconds = time.as_secs();
    let (id, number) = match seconds {
        0..120 => ("session-seconds", seconds),
        120..7200 => ("session-minutes", seconds / 60),
        _ => ("session-hours", seconds / 3600),
    };
    Message::new(id).with("number", number)
}

/// Minutes and seconds, "6:12", or hours too, "1:06:12".
pub fn clock(time: Duration) -> String {
    minutes_and_seconds(seconds_begun(time))
}

/// The same of whole seconds.
pub fn minutes_and_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// Seconds of which something is left: a hold of 20 s reads 20 until its first second is gone.
pub fn seconds_begun(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
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

/// Whom to ask about a routine, where its file says how.
pub fn contact(routine: &Routine) -> Option<Message> {
    let author = routine.author.as_ref()?;
    let contact = author.contact.as_deref()?;
    Some(match author.name.as_deref().or(author.clinic.as_deref()) {
        Some(name) => Message::new("hurts-contact-of")
            .with("name", name)
            .with("contact", contact),
        None => Message::new("hurts-contact").with("contact", contact),
    })
}

/// Advice that ends with whom to ask: the routine's author, where the file says how.
pub fn ask_first(advice: &'static str, routine: &Routine) -> Message {
    let whom = match contact(routine) {
        Some(_) => "author",
        None => "doctor",
    };
    Message::new(advice).with("whom", whom)
}

/// The pain, from 0 to 10, once this digit was typed after it: a 0 makes ten of one, and the same
/// digit again takes it back.
pub fn typed_pain(pain: Option<u8>, digit: u8) -> Option<u8> {
    match (pain, digit) {
        (Some(1), 0) => Some(10),
        (Some(pain), digit) if pain == digit => None,
        _ => Some(digit),
    }
}

/// What there is to say about the pain: it is above the author's limit, or more than before.
pub fn pain_warning(
    before: Option<u8>,
    after: Option<u8>,
    safety: &Safety,
) -> Option<&'static str> {
    let after = after?;
    if safety.limit_below(after).is_some() {
        Some("finish-pain-above-limit")
    } else if before.is_some_and(|before| after > before) {
        Some("finish-pain-rose")
    } else {
        None
    }
}

/// What [`ended`] may say of a session that was not cut off, did not fail and did not end for pain.
pub const ENDS: [&str; 6] = [
    "session-ended-all",
    "session-ended-exercises",
    "session-ended-some",
    "session-ended-nothing",
    "session-ended-no-time",
    "session-ended-other",
];

/// How a session ended, in one line: by what was really held, since one may skip through to the end.
pub fn ended(state: State, routine: &Routine, tally: &Tally) -> Message {
    let in_full = tally.steps;
    Message::new(match state {
        State::Stopped(StopReason::Pain) => "session-ended-pain",
        State::Stopped(StopReason::NoTime) => "session-ended-no-time",
        // A session that is cut off.
        State::Ready | State::Running | State::Paused(_) => "session-ended-cut-off",
        State::Failed => "session-ended-failed",
        _ if in_full.done == 0 => "session-ended-nothing",
        State::Stopped(StopReason::Other) => "session-ended-other",
        State::Completed if in_full.done < in_full.of => "session-ended-some",
        State::Completed if facts::is_all_stretches(routine) => "session-ended-all",
        State::Completed => "session-ended-exercises",
    })
}

/// How a session on record ended, in a word or two; the holds are told beside it.
pub fn outcome(outcome: SessionOutcome) -> Message {
    Message::new(match outcome {
        SessionOutcome::Completed => "history-completed",
        SessionOutcome::Stopped(StopReason::Pain) => "history-stopped-pain",
        SessionOutcome::Stopped(StopReason::NoTime) => "history-stopped-no-time",
        SessionOutcome::Stopped(StopReason::Other) => "history-stopped",
        SessionOutcome::Interrupted => "history-interrupted",
    })
}

/// Why a session was not begun.
pub fn not_begun(why: WhyNot) -> Message {
    match why {
        WhyNot::PainAboveLimit { limit } => {
            Message::new("history-not-begun-pain").with("limit", limit)
        }
    }
}

/// A side's word for texts that choose by it; `none` where there are no sides.
pub fn side_key(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
        None => "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::of_session;
    use crate::routine::{Sides, SpokenCue};
    use crate::session::{Attempt, Outcome};

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
        let told = |index: usize, elapsed, length| {
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
            let text = format!("Slowly, {repetition}, Set 1 of 2");
            assert_eq!(told(1, elapsed, length), text, "after {elapsed:?}");
        }
        assert_eq!(told(0, seconds(5), seconds(10)), "Get ready");
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
        for (elapsed, length, told) in [
            (0, 24, "Slowly, right side, 1 of 6"),
            (2, 24, "Slowly, left side, 1 of 6"),
            (4, 24, "Slowly, right side, 2 of 6"),
            (23, 24, "Slowly, left side, 6 of 6"),
            (24, 34, "Slowly, right side, 7 of 9"),
        ] {
            let text = step_under_way(
                step,
                exercise,
                seconds(elapsed),
                Some(seconds(length)),
                &words,
            );
            assert_eq!(text, told, "after {elapsed} s");
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
    fn an_end_is_told_by_what_was_really_held() {
        use Outcome::{CutShort, Done, Skipped};
        let mut exercise = Exercise::new("a", "A");
        exercise.figure = Some("knee-to-chest".to_owned());
        exercise.dose = Dose::Hold {
            hold: Duration::from_secs(20),
            reps: 2,
        };
        let routine = Routine::new("r", "R", vec![exercise]);
        let plan = Plan::of(&routine);
        let (completed, other) = (State::Completed, State::Stopped(StopReason::Other));
        for (state, outcomes, id) in [
            (completed, vec![(1, Done), (3, Done)], "session-ended-all"),
            (completed, vec![(3, Done)], "session-ended-some"),
            (
                completed,
                vec![(1, Done), (3, Skipped)],
                "session-ended-some",
            ),
            (
                completed,
                vec![(1, Skipped), (3, CutShort)],
                "session-ended-nothing",
            ),
            (other, vec![], "session-ended-nothing"),
            (other, vec![(1, Done)], "session-ended-other"),
            (
                State::Stopped(StopReason::Pain),
                vec![],
                "session-ended-pain",
            ),
            (
                State::Stopped(StopReason::NoTime),
                vec![],
                "session-ended-no-time",
            ),
            (State::Running, vec![(1, Done)], "session-ended-cut-off"),
            (State::Failed, vec![(1, Done)], "session-ended-failed"),
        ] {
            let attempts: Vec<_> = outcomes
                .iter()
                .map(|&(step, outcome)| Attempt {
                    step,
                    prescribed: None,
                    held: Duration::from_secs(u64::from(outcome != Skipped)),
                    outcome,
                })
                .collect();
            let tally = Tally::of(of_session(&routine, &plan, &attempts));
            let said = ended(state, &routine, &tally).id;
            assert_eq!(said, id, "{state:?} {outcomes:?}");
            let of_itself = !matches!(state, State::Stopped(StopReason::Pain) | State::Failed);
            let is_told = state.is_over() && of_itself;
            assert_eq!(ENDS.contains(&said), is_told, "{state:?}");
        }
    }

    #[test]
    fn an_optional_exercise_that_was_skipped_leaves_no_gap() {
        use Outcome::{CutShort, Done, Skipped};
        let mut optional = Exercise::new("b", "B");
        optional.optional = true;
        optional.dose = Dose::Open;
        let mut asked = Exercise::new("a", "A");
        asked.dose = Dose::Open;
        let routine = Routine::new("r", "R", vec![asked, optional]);
        let plan = Plan::of(&routine);
        let work: Vec<usize> = plan.work().map(|(step, _)| step).collect();
        for (outcomes, id) in [
            ([Done, Done], "session-ended-exercises"),
            ([Done, Skipped], "session-ended-exercises"),
            ([Done, CutShort], "session-ended-some"),
            ([Skipped, Done], "session-ended-some"),
            ([Skipped, Skipped], "session-ended-nothing"),
        ] {
            let attempts: Vec<_> = work
                .iter()
                .zip(outcomes)
                .map(|(&step, outcome)| Attempt {
                    step,
                    prescribed: None,
                    held: Duration::from_secs(u64::from(outcome != Skipped)),
                    outcome,
                })
                .collect();
            let tally = Tally::of(of_session(&routine, &plan, &attempts));
            let said = ended(State::Completed, &routine, &tally).id;
            assert_eq!(said, id, "{outcomes:?}");
        }
    }

    #[test]
    fn a_second_counts_until_it_is_gone() {
        for (millis, text) in [
            (0, "0:00"),
            (1, "0:01"),
            (20_000, "0:20"),
            (59_001, "1:00"),
            (372_000, "6:12"),
            (3_599_000, "59:59"),
            (3_600_000, "1:00:00"),
            (43_200_000, "12:00:00"),
        ] {
            assert_eq!(clock(Duration::from_millis(millis)), text);
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
