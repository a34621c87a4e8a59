//! What is printed of the history.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Zoned;

use super::{
    Hold, Hurt, Load, NextDay, NotBegun, NotBegunReason, Pace, Reps, Routine, Session,
    SessionOutcome,
};
use crate::history::record::{DueFact, WhyNot};
use crate::history::session;

/// `2026-11-22T20:28:12.277+01:00`.
pub fn rfc_3339(time: &Zoned) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string()
}

fn zone(time: &Zoned) -> Option<Cow<'_, str>> {
    time.time_zone().iana_name().map(Into::into)
}

impl<'a> Session<'a> {
    /// What is printed of a session.
    pub fn of(session: &'a session::RecordedSession) -> Self {
        let (outcome, reason) = match session.outcome {
            session::SessionOutcome::Completed => (SessionOutcome::Completed, None),
            session::SessionOutcome::Stopped(reason) => (SessionOutcome::Stopped, Some(reason)),
            session::SessionOutcome::Interrupted => (SessionOutcome::Interrupted, None),
        };
        let next_day = session.next_day.as_ref();
        let paces = session.paces.iter();
        Self {
            id: session.id,
            started: rfc_3339(&session.started).into(),
            finished: session.finished.as_ref().map(|time| rfc_3339(time).into()),
            zone: zone(&session.started),
            routine: Routine::of(&session.routine),
            outcome,
            reason,
            pain_before: session.pain_before,
            pain_after: session.pain_after,
            note: session.note.as_deref().map(Into::into),
            held_ms: session.held_ms(),
            prescribed_ms: session.prescribed_ms(),
            holds: session.holds.iter().map(Hold::of).collect(),
            other_attempts: session.other_attempts.iter().map(Hold::of).collect(),
            hurts: session.hurts.iter().map(Hurt::of).collect(),
            loads: session.loads.iter().map(Load::of).collect(),
            reps: session.reps.iter().map(Reps::of).collect(),
            told: session.is_told,
            not_counted: session.not_counted,
            corrected: session.is_corrected(),
            left_out: session.left_out,
            next_day: next_day.map(|(pain, time)| NextDay {
                pain: *pain,
                time: rfc_3339(time).into(),
            }),
            due: session.due.as_deref().map(DueFact::from),
            device: session.device,
            pain_limit: session.pain_limit,
            prescribed_loads: session.prescribed_loads.iter().map(Load::of).collect(),
            paces: paces.map(Pace::of).collect(),
            last: Some(rfc_3339(&session.last).into()),
            done_since_pain: session.done_since_pain,
            last_line: Some(session.last_line),
        }
    }
}

impl<'a> NotBegun<'a> {
    /// What is printed of a session that was not begun.
    pub fn of(it: &'a session::NotBegun) -> Self {
        let WhyNot::PainAboveLimit { limit } = it.why;
        Self {
            id: it.id,
            time: rfc_3339(&it.time).into(),
            zone: zone(&it.time),
            routine: Routine::of(&it.routine),
            pain_before: it.pain_before,
            reason: NotBegunReason::PainAboveLimit,
            pain_limit: limit,
            device: Some(it.device),
        }
    }
}

impl<'a> Routine<'a> {
    fn of(routine: &'a session::RoutineRef) -> Self {
        Self {
            id: Cow::from(&*routine.id),
            revision: routine.revision,
            title: Cow::from(&*routine.title),
            sha256: Cow::from(&*routine.sha256),
            language: Cow::from(&*routine.language),
        }
    }
}

impl<'a> Hold<'a> {
    pub(crate) fn of(hold: &'a session::Hold) -> Self {
        Self {
            exercise: Cow::from(&*hold.exercise),
            name: Cow::from(&*hold.name),
            side: hold.side,
            set: hold.set,
            rep: hold.rep,
            prescribed_ms: hold.prescribed_ms,
            held_ms: hold.held_ms,
            outcome: hold.outcome,
            optional: hold.optional,
            step: Some(hold.step),
        }
    }
}

impl<'a> Hurt<'a> {
    fn of(hurt: &'a session::Hurt) -> Self {
        Self {
            exercise: Cow::from(&*hurt.exercise),
            name: Cow::from(&*hurt.name),
            side: hurt.side,
            answer: hurt.answer,
            step: hurt.step,
        }
    }
}

impl<'a> Load<'a> {
    fn of(load: &'a session::Load) -> Self {
        Self {
            exercise: Cow::from(&*load.exercise),
            load: Cow::from(&*load.load),
        }
    }
}

impl<'a> Reps<'a> {
    fn of(reps: &'a session::Reps) -> Self {
        Self {
            exercise: Cow::from(&*reps.exercise),
            side: reps.side,
            reps: Cow::from(&reps.reps),
        }
    }
}

impl<'a> Pace<'a> {
    fn of((exercise, ms): &'a (Arc<str>, u64)) -> Self {
        Self {
            exercise: Cow::from(&**exercise),
            rep_ms: *ms,
        }
    }
}
