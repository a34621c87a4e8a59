//! A day as it would go.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, Zoned};

use super::candidate::Candidate;
use super::decision::{Answer, Decision, Reading, Why};
use super::machine::Reminders;
use super::sitting::BREAK;
use crate::session;

/// So often somebody at a desk is looked at.
const LOOK: Duration = Duration::from_mins(1);

/// More than any day has.
const MOST_STEPS: usize = 10_000;

/// A reminder that would come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub at: Zoned,
    /// The routine's id.
    pub routine: Arc<str>,
    pub why: Why,
}

/// The reminders of the rest of a day, if the person sits at the desk in their working hours, nothing calls
/// for silence, and each is followed at once.
pub fn outlook(reminders: &Reminders, candidates: &[Candidate], from: &Zoned) -> Vec<Expected> {
    let mut reminders = reminders.clone();
    let mut candidates = candidates.to_vec();
    let silences = BTreeSet::new();
    let began = reminders.clocks();
    let mut expected = Vec::new();
    let mut here = from.clone();
    for _ in 0..MOST_STEPS {
        if here.date() != from.date() {
            break;
        }
        let passed = Duration::try_from(here.duration_since(from)).unwrap_or_default();
        // Outside of working hours nobody sits at the desk.
        let idle = if reminders.counts_sitting(&here) {
            Duration::ZERO
        } else {
            BREAK
        };
        let reading = Reading {
            here: here.clone(),
            clocks: session::Reading {
                monotonic: began.monotonic.saturating_add(passed),
                with_sleep: began.with_sleep.saturating_add(passed),
            },
            idle: Some(idle),
            silences: &silences,
            candidates: &candidates,
        };
        let wait = match reminders.advance(&reading) {
            Decision::Remind(reminder) => {
                reminders.answer(Answer::Start, &reading);
                expected.push(Expected {
                    at: here.clone(),
                    routine: Arc::clone(&reminder.routine),
                    why: reminder.why,
                });
                follow(&mut candidates, &reminder.routine, &here)
            }
            Decision::Silent { .. } | Decision::Wait(_) => reminders
                .next_deadline()
                .map(|deadline| deadline.saturating_sub(reading.clocks.with_sleep))
                .map(|wait| wait.clamp(Duration::from_secs(1), LOOK)),
        };
        let next = wait.and_then(|wait| here.checked_add(wait).ok());
        let Some(next) = next else { break };
        here = next;
    }
    expected
}

/// Counts a session of a routine and returns how long it takes.
fn follow(candidates: &mut [Candidate], routine: &str, from: &Zoned) -> Option<Duration> {
    let candidate = candidates.iter_mut().find(|it| *it.routine == *routine)?;
    candidate.done = candidate.done.saturating_add(1);
    let length = SignedDuration::try_from(candidate.length).ok()?;
    let end: Option<Timestamp> = from.timestamp().checked_add(length).ok();
    candidate.last = end;
    Some(candidate.length)
}
