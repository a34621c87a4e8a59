//! What came of a session and of a day, in words: the same in the window and in the terminal. A
//! session under way is in [`crate::narrate`].

pub mod summary;

use jiff::civil::Date;

use crate::day::{Choice, LeftOut, Limit, Rest, Rise, Standing, Turn, Why};
use crate::facts;
use crate::history::{
    Hurt, LastDone, NotCounted, RecordedSession, RoutineRef, SessionOutcome, WhyNot,
};
use crate::lengths::minutes_and_seconds;
use crate::narrate;
use crate::progress::{Held, Tally};
use crate::routine::{Routine, Safety, Side};
use crate::session::{Answer, State, StopReason};
use crate::summary::Reason;
use crate::text::printable;
use crate::words::{Arg, List, Message, Words};

/// Why a rest does more good than another session of a routine today, if it does.
pub fn advice(standing: &Standing, routine: &Routine) -> Option<Message> {
    let of_another = standing.rest_of_day.map(|rest| rest_since(rest, "another"));
    of_another.or_else(|| own_advice(standing, routine))
}

/// The same by what came of this very routine, for lists that say of all once what came of another.
pub fn own_advice(standing: &Standing, routine: &Routine) -> Option<Message> {
    let enough = standing.enough;
    let enough = enough.map(|most| Message::new("day-enough").with("most", most));
    let over = standing.turn == Turn::Over;
    let over = over.then(|| match routine.schedule.afterwards.as_deref() {
        Some(then) => Message::new("day-over-then").with("then", then),
        None => Message::new("day-over"),
    });
    standing.rest.map(rest).or(enough).or(over)
}

/// Why a routine is not meant for today, of one that is not.
pub fn why_not_today(standing: &Standing) -> Message {
    let why = match standing.turn {
        Turn::DayBetween => "today-day-between",
        Turn::NotYet => "today-not-yet",
        Turn::WeekDone => return week(standing).unwrap_or(Message::new("today-week-done")),
        _ => "today-not-planned",
    };
    Message::new(why)
}

/// On how many days of the week it was done, where so many are meant.
pub fn week(standing: &Standing) -> Option<Message> {
    let week = standing.week?;
    let id = match standing.turn {
        Turn::MayBeDone => "today-week-may-be-done",
        _ => "today-week",
    };
    let (done, of) = (week.done.min(week.of), week.of);
    Some(Message::new(id).with("done", done).with("of", of))
}

/// Which exercises of a group the person has chosen, and of how many: "Strength: Squat and Row. Choose
/// any 2 of 5."
pub fn chosen(choice: &Choice) -> Message {
    let names: Vec<_> = choice.chosen_ones().map(|it| it.name.as_str()).collect();
    let id = if choice.is_full() {
        "choice-chosen"
    } else {
        "choice-chosen-fewer"
    };
    Message::new(id)
        .with("chosen", choice.chosen())
        .with("group", choice.group.name.as_str())
        .with("exercises", List::And.of(names.iter().copied()))
        .with("choose", choice.choose)
        .with("count", choice.exercises.len())
}

/// Which exercises of a routine a session does not have since it is not their turn, and why: a sentence
/// for each reason.
pub fn left_out(whole: &Routine, left_out: &[LeftOut]) -> Vec<Message> {
    let reasons = [
        (Turn::NotItsDay, "days-left-out-not-its-day"),
        (Turn::DayBetween, "days-left-out-day-between"),
        (Turn::Done, "days-left-out-done"),
        (Turn::WeekDone, "days-left-out-week-done"),
    ];
    let reasons = reasons.map(|(turn, id)| (Why::Turn(turn), id));
    let of_week = (Why::NotInWeek, "days-left-out-not-in-week");
    let sentence = |(why, id): (Why, &'static str)| {
        let those = left_out.iter().filter(|left| left.why == why);
        let exercises = those.filter_map(|left| whole.exercises.get(left.exercise));
        let names: Vec<_> = exercises.map(|exercise| exercise.name.as_str()).collect();
        let list = Message::new(id).with("count", names.len());
        (!names.is_empty()).then(|| list.with("exercises", List::And.of(names.iter().copied())))
    };
    let reasons = reasons.into_iter().chain([of_week]);
    reasons.filter_map(sentence).collect()
}

/// "Rest today", and why, by what came of this very routine.
pub fn rest(rest: Rest) -> Message {
    rest_since(rest, "this")
}

/// The same, by what came of `routine`, which is "this" one or "another".
fn rest_since(rest: Rest, routine: &'static str) -> Message {
    let message = match rest {
        Rest::Stopped => Message::new("day-rest-stopped"),
        Rest::AboveLimit { pain, limit } => {
            let id = match limit {
                Limit::Authors(_) => "day-rest-pain",
                Limit::Clinics => "day-rest-pain-clinics",
            };
            Message::new(id)
                .with("pain", pain)
                .with("limit", limit.pain())
        }
        Rest::Rose(Rise { after, before }) => Message::new("day-rest-rose")
            .with("before", before)
            .with("after", after),
        Rest::Began { pain, limit } => {
            let id = match limit {
                Limit::Authors(_) => "day-rest-began",
                Limit::Clinics => "day-rest-began-clinics",
            };
            Message::new(id)
                .with("pain", pain)
                .with("limit", limit.pain())
        }
        Rest::PutOff => Message::new("day-rest-put-off"),
    };
    message.with("routine", routine)
}

/// Why a session had better not begin with so much pain, which is above the limit.
pub fn too_much(pain: u8, limit: Limit) -> Message {
    Message::new(match limit {
        Limit::Authors(_) => "too-much-pain",
        Limit::Clinics => "too-much-pain-clinics",
    })
    .with("pain", pain)
    .with("limit", limit.pain())
}

/// What there is to say about the pain after a session, where it calls for a rest.
pub fn pain_warning(
    before: Option<u8>,
    after: Option<u8>,
    safety: &Safety,
) -> Option<&'static str> {
    let rest = Rest::after_session(before, after, safety)?;
    Some(match rest {
        Rest::AboveLimit {
            limit: Limit::Authors(_),
            ..
        } => "finish-pain-above-limit",
        Rest::Rose(_) => "finish-pain-rose",
        _ => "finish-pain-high",
    })
}

/// How far a session had come that was cut off and can be gone on with.
pub fn unfinished(tally: &Tally) -> Message {
    steps_done(tally, "today-unfinished")
}

/// "6 of 6 holds · left 1:00, right 1:00"; `id` names the text of the first part.
pub fn held(words: &Words, tally: &Tally, id: &'static str) -> String {
    let time = time(&tally.held);
    // Of what is optional and was only tried, no step was to be done.
    let has_steps = tally.steps.of > 0 || time.is_none();
    let parts = [has_steps.then(|| steps_done(tally, id)), time];
    let parts = parts.iter().flatten();
    words.list(List::Facts, parts.map(|part| words.message(part)))
}

/// "6 of 6 holds"; `id` names the text.
pub fn steps_done(tally: &Tally, id: &'static str) -> Message {
    Message::new(id)
        .with("done", tally.steps.done)
        .with("of", tally.steps.of)
}

/// `None` if no time was held.
fn time(held: &Held) -> Option<Message> {
    let all = held.whole();
    let has_sides_alone = held.both == 0;
    Some(match (held.left, held.right) {
        _ if all == 0 => return None,
        (Some(left), Some(right)) if has_sides_alone => Message::new("finish-held-sides")
            .with("left", minutes_and_seconds(left))
            .with("right", minutes_and_seconds(right)),
        (Some(left), None) if has_sides_alone => {
            Message::new("finish-held-left").with("time", minutes_and_seconds(left))
        }
        (None, Some(right)) if has_sides_alone => {
            Message::new("finish-held-right").with("time", minutes_and_seconds(right))
        }
        _ => Message::new("finish-held").with("time", minutes_and_seconds(all)),
    })
}

/// The pain, from 0 to 10, once this digit was typed after it: a 0 makes ten of one, and the same
/// digit again takes it back. One 0 too many leaves it at ten: the worst pain never becomes none by a slip.
pub fn typed_pain(pain: Option<u8>, digit: u8) -> Option<u8> {
    match (pain, digit) {
        (Some(1 | 10), 0) => Some(10),
        (Some(pain), digit) if pain == digit => None,
        _ => Some(digit),
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

/// How a session on record ended, in a word or two; the holds stand beside it.
pub fn outcome(outcome: SessionOutcome) -> Message {
    Message::new(match outcome {
        SessionOutcome::Completed => "past-completed",
        SessionOutcome::Stopped(StopReason::Pain) => "past-stopped-pain",
        SessionOutcome::Stopped(StopReason::NoTime) => "past-stopped-no-time",
        SessionOutcome::Stopped(StopReason::Other) => "past-stopped",
        SessionOutcome::Interrupted => "past-interrupted",
    })
}

/// What a session is marked with: that it was told, that it does not count, that it was corrected.
pub fn marks(session: &RecordedSession) -> Vec<&'static str> {
    let not_counted = session.not_counted.map(|why| match why {
        NotCounted::NotDone => "past-not-done",
        NotCounted::NotMine => "past-not-mine",
    });
    let told = session.is_told.then_some("past-told");
    let corrected = session.is_corrected().then_some("past-corrected");
    [told, not_counted, corrected]
        .into_iter()
        .flatten()
        .collect()
}

/// Why a hold was left out.
pub fn left_out_because(reason: Reason) -> &'static str {
    match reason {
        Reason::Hurts => "past-left-out-hurts",
        Reason::StoppedInPain => "past-left-out-stopped-in-pain",
        Reason::NoTime => "past-left-out-no-time",
        Reason::TooHard => "past-left-out-too-hard",
        Reason::DidNotKnowHow => "past-left-out-not-known",
        Reason::Other => "past-left-out-other",
        Reason::NotGiven => "past-left-out-not-given",
    }
}

/// Why a session was not begun.
pub fn not_begun(why: WhyNot) -> Message {
    match why {
        WhyNot::PainAboveLimit { limit } => {
            Message::new("past-not-begun-pain").with("limit", limit)
        }
    }
}

/// "pain 3 to 2", of the answers before a session and after it.
pub fn pain(before: Option<u8>, after: Option<u8>) -> Option<Message> {
    Some(match (before, after) {
        (Some(before), Some(after)) => Message::new("past-pain")
            .with("before", before)
            .with("after", after),
        (Some(before), None) => Message::new("past-pain-before").with("pain", before),
        (None, Some(after)) => Message::new("past-pain-after").with("pain", after),
        (None, None) => return None,
    })
}

/// Where it hurt, and what the person chose then: "Knee to chest (left side): you skipped it".
/// With what an exercise was done, and since when with each load up to it, the newest first. Where
/// there is no course of it, the load alone.
pub fn course(words: &Words, load: &str, course: &[(Date, &str)]) -> String {
    let since = |(day, load): &(Date, &str)| {
        let date = facts::date(words, *day);
        let since = Message::new("past-load-since").with("load", printable(load));
        words.message(&since.with("date", date))
    };
    match course {
        [] | [_] => printable(load),
        course => words.list(List::Facts, course.iter().rev().map(since)),
    }
}

/// What was done of an exercise the last time, as far as its dose leaves that to the person.
pub fn last_done(done: &LastDone) -> Option<Message> {
    let of_side = |(side, reps): &(Option<Side>, Vec<u64>)| -> Arg {
        let reps = List::And.of(reps.iter().copied());
        match side {
            None => reps,
            Some(_) => Message::new("exercise-last-on-side")
                .with("side", facts::side_key(*side))
                .with("reps", reps)
                .into(),
        }
    };
    let reps = (!done.reps.is_empty()).then(|| List::Parts.of(done.reps.iter().map(of_side)));
    let load = done.load.as_deref();
    let message = match (reps, load) {
        (Some(reps), Some(load)) => Message::new("exercise-last-both")
            .with("reps", reps)
            .with("load", load),
        (Some(reps), None) => Message::new("exercise-last").with("what", reps),
        (None, Some(load)) => Message::new("exercise-last").with("what", load),
        (None, None) => return None,
    };
    Some(message)
}

pub fn hurt(hurt: &Hurt) -> Message {
    let answer = match hurt.answer {
        Some(Answer::Easier) => "easier",
        Some(Answer::WentOn) => "went-on",
        Some(Answer::Skipped) => "skipped",
        Some(Answer::Ended) => "ended",
        None => "unknown",
    };
    let message = match narrate::side(hurt.side) {
        Some(side) => Message::new("past-hurt-side").with("side", side),
        None => Message::new("past-hurt-exercise"),
    };
    message.with("name", printable(&hurt.name)).with(
        "chosen",
        Message::new("past-hurt-chosen").with("answer", answer),
    )
}

/// A routine's title as a session on record has it; a session whose beginning is missing has none.
pub fn title(words: &Words, routine: &RoutineRef) -> String {
    if routine.title.is_empty() {
        words.get("past-untitled")
    } else {
        printable(&routine.title)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::plan::Plan;
    use crate::progress::of_session;
    use crate::routine::{Dose, Exercise};
    use crate::session::{Attempt, Outcome};

    /// Of a session in which these steps came to these ends; what was not skipped was held a second.
    fn tally_of(routine: &Routine, plan: &Plan, outcomes: &[(usize, Outcome)]) -> Tally {
        let attempt = |&(step, outcome): &(usize, Outcome)| Attempt {
            step,
            prescribed: None,
            held: Duration::from_secs(u64::from(outcome != Outcome::Skipped)),
            outcome,
            again: false,
        };
        let attempts: Vec<_> = outcomes.iter().map(attempt).collect();
        Tally::of(of_session(routine, plan, &attempts))
    }

    #[test]
    fn pain_is_typed_digit_by_digit_and_the_worst_never_becomes_none_by_one_key_too_many() {
        for (typed, pain) in [
            (&[3][..], Some(3)),
            (&[3, 3], None),
            (&[3, 4], Some(4)),
            (&[1, 0], Some(10)),
            (&[1, 0, 0], Some(10)),
            (&[1, 0, 0, 0], Some(10)),
            (&[1, 0, 2], Some(2)),
            (&[0], Some(0)),
            (&[0, 0], None),
        ] {
            let now = typed
                .iter()
                .fold(None, |pain, digit| typed_pain(pain, *digit));
            assert_eq!(now, pain, "{typed:?}");
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
            let tally = tally_of(&routine, &plan, &outcomes);
            let said = ended(state, &routine, &tally).id;
            assert_eq!(said, id, "{state:?} {outcomes:?}");
            let of_itself = !matches!(state, State::Stopped(StopReason::Pain) | State::Failed);
            let is_told = state.is_over() && of_itself;
            assert_eq!(ENDS.contains(&said), is_told, "{state:?}");
        }
    }

    #[test]
    fn an_optional_exercise_that_was_not_done_leaves_no_gap() {
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
            ([Done, CutShort], "session-ended-exercises"),
            ([Skipped, Done], "session-ended-some"),
            ([Skipped, Skipped], "session-ended-nothing"),
        ] {
            let outcomes: Vec<_> = work.iter().copied().zip(outcomes).collect();
            let tally = tally_of(&routine, &plan, &outcomes);
            let said = ended(State::Completed, &routine, &tally).id;
            assert_eq!(said, id, "{outcomes:?}");
        }
    }
}
