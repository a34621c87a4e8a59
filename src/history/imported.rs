//! A session that was exported by another record, as this one reads it.

use super::exported::{self, Hold as Exported};
use super::kept::MOST_SETS;
use super::record::{Id, RoutineFact, countable, when};
use super::room::EACH_EXERCISE;
use super::session::{Hold, Hurt, Load, RecordedSession, Reps, SessionOutcome};
use super::texts::{self, Texts, cut};
use crate::routine::{LONGEST_NAME, MOST_EXERCISES, MOST_STEPS};
use crate::session::StopReason;

/// No session has more steps, nor is more read of what was done again, or of how often it hurt.
fn most() -> usize {
    usize::try_from(MOST_STEPS).unwrap_or(usize::MAX)
}

impl Texts {
    /// What a line says of a session; `None` if it is not known when it was.
    pub(super) fn imported(
        &mut self,
        id: Id,
        session: &exported::Session<'_>,
    ) -> Option<RecordedSession> {
        let zone = session.zone.as_deref();
        let started = time(&session.started, zone)?;
        let finished = session.finished.as_deref().and_then(|it| time(it, zone));
        let last = session.last.as_deref().and_then(|it| time(it, zone));
        let last = last.or_else(|| finished.clone());
        let next_day = session.next_day.as_ref();
        let next_day = next_day.and_then(|it| Some((it.pain, time(&it.time, zone)?)));
        Some(RecordedSession {
            id,
            device: session.device,
            last: last.unwrap_or_else(|| started.clone()),
            started,
            finished,
            routine: self.routine(&session.routine.clone().fact()),
            outcome: session.outcome.with(session.reason),
            pain_before: session.pain_before,
            pain_limit: session.pain_limit,
            pain_after: session.pain_after,
            note: session.note.as_ref().map(|it| texts::note(it)),
            due: session.due.as_ref().map(|due| self.due(due.due())),
            is_told: session.told,
            not_counted: session.not_counted,
            left_out: session.left_out,
            next_day,
            corrections: Vec::new(),
            was_corrected: session.corrected,
            loads: self.loads(&session.loads),
            prescribed_loads: self.loads(&session.prescribed_loads),
            reps: self.all_reps(&session.reps),
            paces: session
                .paces
                .iter()
                .take(MOST_EXERCISES)
                .map(|it| (self.id(&it.exercise), countable(it.rep_ms)))
                .filter(|(_, ms)| *ms > 0)
                .collect(),
            holds: self.holds(&session.holds),
            other_attempts: self.holds(&session.other_attempts),
            hurts: session
                .hurts
                .iter()
                .take(most())
                .map(|it| Hurt {
                    step: it.step,
                    exercise: self.id(&it.exercise),
                    name: self.text(&it.name),
                    side: it.side,
                    answer: it.answer,
                })
                .collect(),
            last_line: session.last_line.unwrap_or(id),
            // It goes on where it began.
            next_hold: None,
            done_since_pain: session.done_since_pain,
        })
    }

    fn loads(&mut self, loads: &[exported::Load<'_>]) -> Vec<Load> {
        let loads = loads.iter().take(MOST_EXERCISES);
        loads.map(|it| self.load(&it.exercise, &it.load)).collect()
    }

    fn all_reps(&mut self, reps: &[exported::Reps<'_>]) -> Vec<Reps> {
        let reps = reps.iter().take(MOST_EXERCISES);
        reps.map(|it| Reps {
            exercise: self.id(&it.exercise),
            side: it.side,
            reps: it.reps.iter().copied().take(MOST_SETS).collect(),
        })
        .collect()
    }

    /// In the order of their steps, of which each is looked for by its number.
    fn holds(&mut self, holds: &[Exported<'_>]) -> Vec<Hold> {
        let holds = (0..).zip(holds).take(most());
        let mut holds: Vec<Hold> = holds
            .map(|(place, hold)| Hold {
                step: hold.step.unwrap_or(place),
                exercise: self.id(&hold.exercise),
                name: self.text(&hold.name),
                side: hold.side,
                set: hold.set,
                rep: hold.rep,
                prescribed_ms: hold.prescribed_ms.map(countable),
                held_ms: countable(hold.held_ms),
                outcome: hold.outcome,
                optional: hold.optional,
            })
            .collect();
        holds.sort_by_key(|hold| hold.step);
        holds
    }
}

/// The moment in the zone of the session. A zone that is not known, or is no name of one, leaves the offset.
pub(super) fn time(text: &str, zone: Option<&str>) -> Option<jiff::Zoned> {
    let text = cut(text, LONGEST_NAME);
    let in_zone = zone.and_then(|zone| when(&format!("{text}[{}]", cut(zone, LONGEST_NAME))));
    in_zone.or_else(|| when(text))
}

impl<'a> exported::Routine<'a> {
    /// The same as a line has it.
    pub(super) fn fact(self) -> RoutineFact<'a> {
        RoutineFact {
            id: self.id,
            revision: self.revision,
            title: self.title,
            sha256: self.sha256,
            language: self.language,
        }
    }
}

impl exported::SessionOutcome {
    fn with(self, reason: Option<StopReason>) -> SessionOutcome {
        match self {
            Self::Completed => SessionOutcome::Completed,
            Self::Stopped => SessionOutcome::Stopped(reason.unwrap_or(StopReason::Other)),
            Self::Interrupted => SessionOutcome::Interrupted,
        }
    }
}

impl RecordedSession {
    /// What it takes in memory at most, beside itself.
    pub(super) fn memory(&self) -> usize {
        let sets = |it: &Reps| size_of_val(&it.reps[..]);
        let exercises = self
            .holds
            .chunk_by(|one, other| one.exercise == other.exercise);
        size_of::<Self>()
            // What is found in all sessions is found for each exercise.
            + exercises.count() * EACH_EXERCISE
            + self.note.as_deref().map_or(0, str::len)
            + size_of_val(&self.loads[..])
            + size_of_val(&self.prescribed_loads[..])
            + size_of_val(&self.reps[..])
            + self.reps.iter().map(sets).sum::<usize>()
            + size_of_val(&self.paces[..])
            + size_of_val(&self.holds[..])
            + size_of_val(&self.other_attempts[..])
            + size_of_val(&self.hurts[..])
    }
}
