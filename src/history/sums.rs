//! The record as its sums take it.

use std::collections::BTreeSet;

use jiff::Zoned;
use jiff::civil::Date;

use super::record::WhyLeftOut;
use super::{History, Hold, NotBegun, RecordedSession, RoutineRef, SessionOutcome, WhyNot};
use crate::progress::Share;
use crate::routine::Due;
use crate::session::{Answer, Outcome, StopReason};
use crate::summary::{EARLIEST, Known, Question, Reason, Session, Span, Step, Summary};

impl History {
    /// What the record comes to. Of a session that is older than the schedules in the record, `due_of` has the
    /// one of the very file that it was of, where that is still there.
    pub fn summary<'a>(
        &'a self,
        question: &Question<'_>,
        due_of: impl Fn(&RoutineRef) -> Option<&'a Due>,
    ) -> Summary {
        let asked = |routine: &RoutineRef| question.routine.is_none_or(|id| *id == *routine.id);
        let sessions = self.sessions.iter().filter(|session| session.counts());
        let sessions = sessions.filter(|session| asked(&session.routine));
        let not_begun = self.not_begun.iter().filter(|it| asked(&it.routine));
        let all = sessions.map(|session| session.summed(&due_of));
        Summary::of(all.chain(not_begun.map(NotBegun::summed)), question)
    }

    /// The day of the first entry on record that is none after `to`; none before Supple was there counts.
    pub fn begins(&self, to: Date) -> Option<Date> {
        let sessions = self.sessions.iter().filter(|session| session.counts());
        let dates = sessions.map(|session| session.started.date());
        let dates = dates.chain(self.not_begun.iter().map(|it| it.time.date()));
        dates.filter(|date| EARLIEST <= *date && *date <= to).min()
    }

    /// The days from `from` to `to`, without those before the first entry on record: what every report and table means
    /// by a time.
    pub fn span(&self, from: Date, to: Date) -> Span {
        let begins = self.begins(to).unwrap_or(to);
        Span {
            from: from.max(begins).min(to),
            to,
        }
    }

    /// The last session of yesterday of one of these routines, if it is not known yet how it felt since. Once
    /// something was done of the same routine again, it is no more. What lies ahead of now is passed over.
    pub fn of_yesterday(
        &self,
        now: &Zoned,
        routines: &BTreeSet<String>,
    ) -> Option<&RecordedSession> {
        let yesterday = now.date().yesterday().ok()?;
        let counted = self.sessions.iter().filter(|session| session.counts());
        let mut seen = BTreeSet::new();
        let mut last_of_each = counted
            .skip_while(|session| session.started > *now)
            .take_while(|session| session.started.date() >= yesterday)
            .filter(|session| routines.contains(&*session.routine.id))
            .filter(|session| seen.insert(&session.routine.id));
        let last =
            last_of_each.find(|last| last.started.date() == yesterday && last.next_day.is_none());
        last.map(|last| &**last)
    }

    /// The routines on record, the last done first, each as its last session has it.
    pub fn routines(&self) -> Vec<&RoutineRef> {
        let mut routines: Vec<&RoutineRef> = Vec::new();
        for session in self.sessions.iter().filter(|session| session.counts()) {
            let routine = &session.routine;
            if !routine.id.is_empty() && routines.iter().all(|known| known.id != routine.id) {
                routines.push(routine);
            }
        }
        routines
    }
}

impl NotBegun {
    fn summed(&self) -> Session<'_> {
        let WhyNot::PainAboveLimit { limit } = self.why;
        Session {
            date: self.time.date(),
            started: self.time.timestamp(),
            routine: &self.routine.id,
            version: &self.routine.sha256,
            due: None,
            is_completed: false,
            known: Known::PutOff,
            hurt: false,
            pain_before: self.pain_before,
            pain_after: None,
            pain_limit: Some(limit),
            steps: Vec::new(),
        }
    }
}

impl RecordedSession {
    fn summed<'a>(&'a self, due_of: &impl Fn(&RoutineRef) -> Option<&'a Due>) -> Session<'a> {
        let steps = self.holds.iter().map(|hold| Step {
            dose: hold.dose_step(),
            name: &hold.name,
            reps: self.reps_in(hold),
            left_out: match hold.outcome {
                Outcome::Skipped => self.why_left_out(hold),
                Outcome::Done | Outcome::CutShort => Reason::NotGiven,
            },
        });
        Session {
            date: self.started.date(),
            started: self.started.timestamp(),
            routine: &self.routine.id,
            version: &self.routine.sha256,
            due: self.due.as_deref().or_else(|| due_of(&self.routine)),
            is_completed: self.outcome == SessionOutcome::Completed,
            known: if self.is_told {
                Known::Told
            } else {
                Known::Measured
            },
            hurt: self.ended_in_pain() || !self.hurts.is_empty(),
            pain_before: self.pain_before,
            pain_after: self.pain_after,
            pain_limit: self.pain_limit,
            steps: steps.collect(),
        }
    }

    /// How many repetitions at a pace a hold has, if it has any.
    pub fn reps_in(&self, hold: &Hold) -> Option<u32> {
        let (_, pace) = self.paces.iter().find(|(id, _)| *id == hold.exercise)?;
        let reps = hold.prescribed_ms?.checked_div(*pace)?;
        u32::try_from(reps).ok().filter(|reps| *reps > 0)
    }

    /// Repetitions at a pace that a hold came to, of those it has, if it has any.
    pub fn reps_done(&self, hold: &Hold) -> Option<Share> {
        let of = u64::from(self.reps_in(hold)?);
        let prescribed = hold.prescribed_ms?;
        let done = hold.held_ms.min(prescribed).saturating_mul(of);
        let done = done.checked_div(prescribed)?;
        Some(Share { done, of })
    }

    /// Whether the person chose an easier way for what a hold is of.
    pub fn is_easier(&self, hold: &Hold) -> bool {
        self.hurts.iter().any(|hurt| {
            hurt.exercise == hold.exercise
                && (hurt.side == hold.side || hurt.side.is_none())
                && hurt.answer == Some(Answer::Easier)
        })
    }

    /// Why a hold was left out, as far as that is known: since it hurt there, as the person said of the session,
    /// or since the session ended before it.
    pub fn why_left_out(&self, hold: &Hold) -> Reason {
        let hurt_there = self.hurts.iter().any(|hurt| {
            hurt.exercise == hold.exercise
                && (hurt.side == hold.side || hurt.side.is_none())
                && matches!(hurt.answer, Some(Answer::Skipped | Answer::Ended) | None)
        });
        if hurt_there {
            return Reason::Hurts;
        }
        if let Some(why) = self.left_out {
            return match why {
                WhyLeftOut::NoTime => Reason::NoTime,
                WhyLeftOut::TooHard => Reason::TooHard,
                WhyLeftOut::Hurts => Reason::Hurts,
                WhyLeftOut::DidNotKnowHow => Reason::DidNotKnowHow,
                WhyLeftOut::Other => Reason::Other,
            };
        }
        match self.outcome {
            SessionOutcome::Stopped(why) if self.is_after_its_end(hold) => match why {
                StopReason::Pain => Reason::StoppedInPain,
                StopReason::NoTime => Reason::NoTime,
                StopReason::Other => Reason::Other,
            },
            _ => Reason::NotGiven,
        }
    }

    /// Whether no hold from this one on was done.
    fn is_after_its_end(&self, hold: &Hold) -> bool {
        let later = self.holds.iter().rev();
        let mut later = later.take_while(|other| other.step >= hold.step);
        later.all(|other| other.outcome == Outcome::Skipped)
    }
}
