//! A session that was cut off, or stopped for lack of time, and how to go on with it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;

use super::History;
use super::record::Id;
use super::session::{Hurt, RoutineRef, SessionOutcome};
use super::site;
use crate::day::Day;
use crate::plan::Plan;
use crate::routine::{Exercise, Routine};
use crate::session::{Answer, Attempt, Outcome, Session, StopReason};

/// A session of this machine that was cut off or stopped for lack of time, and how to go on with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfinished {
    pub session: Id,
    pub started: Zoned,
    pub routine: RoutineRef,
    /// The step of the dose to go on at, as an index in the plan.
    pub next_hold: usize,
    /// The ids of the exercises that are done in their easier way since it hurt.
    pub eased: Vec<Arc<str>>,
    /// Of the parts of a circuit those whose further rounds are left out since it hurt.
    pub left_out: Vec<Arc<str>>,
    /// What was done of the dose.
    pub attempts: Vec<Attempt>,
    /// The ids of the exercises that it has.
    pub exercises: BTreeSet<Arc<str>>,
    /// The day of the first session of its routine, from which the weeks count.
    pub first_session: Option<Date>,
    /// 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
}

impl History {
    /// The last session of a device, if it was cut off not long ago with a hold done and others
    /// left, and the person has not said that they don't want to go on. One that was stopped for
    /// lack of time is such a session too; what ended in pain is not. Sessions of a clock that was
    /// ahead of `now` are left out. One that began at another site, which has the same device id if it is
    /// a copy, is gone on with there alone.
    pub fn unfinished(&self, device: Id, now: &Zoned) -> Option<Unfinished> {
        let last = self
            .sessions
            .iter()
            .find(|session| session.device == Some(device) && session.started <= *now)?;
        let next_hold = last.next_hold?;
        let cut_off = match last.outcome {
            SessionOutcome::Interrupted => true,
            SessionOutcome::Stopped(reason) => reason == StopReason::NoTime,
            SessionOutcome::Completed => false,
        };
        let begun = last.holds.iter().any(|hold| hold.outcome == Outcome::Done);
        let recent = now.duration_since(&last.started) <= site::LONGEST;
        let answered = |answer: Answer| {
            let hurts = last.hurts.iter();
            let hurts = hurts.filter(move |hurt: &&Hurt| hurt.answer == Some(answer));
            hurts.map(|hurt| Arc::clone(&hurt.exercise)).collect()
        };
        (cut_off && begun && recent && !last.ended_in_pain()).then(|| Unfinished {
            session: last.id,
            started: last.started.clone(),
            routine: last.routine.clone(),
            next_hold: next_hold as usize,
            eased: answered(Answer::Easier),
            left_out: answered(Answer::Skipped),
            attempts: last.attempts_before(next_hold),
            exercises: last.exercises(),
            first_session: self
                .found
                .first_sessions(&self.sessions)
                .get(&last.routine.id)
                .copied(),
            pain_before: last.pain_before,
        })
    }
}

impl Unfinished {
    /// Whether it is a session of this very file. One that was edited since has other steps.
    pub fn is_of(&self, routine: &Routine) -> bool {
        *self.routine.sha256 == *routine.sha256
    }

    /// Whether the person may be offered to go on with it, which asks nothing of them: only with a session of this
    /// very file of which something is left that did not hurt, and while nothing speaks against one of it on `day`,
    /// in which this session is not done yet. Else they can begin anew, and are asked what is asked before any
    /// session.
    pub fn can_go_on(&self, routine: &Routine, day: &Day) -> bool {
        let part = self.part_of(routine);
        let plan = Plan::of(&part);
        self.is_of(routine)
            && self.is_of_the_plan(&plan)
            && self.goes_on_at(&part, &plan).is_some()
            && !day.standing(routine, false).is_advised_against()
    }

    /// The routine with the exercises that the session has, which may be some of them, and with the
    /// doses of its week.
    pub fn part_of<'a>(&self, routine: &'a Routine) -> Cow<'a, Routine> {
        let has = |exercise: &Exercise| self.exercises.contains(exercise.id.as_str());
        let exercises = &routine.exercises;
        let all = exercises.iter().all(has) || !exercises.iter().any(has);
        if all && exercises.iter().all(|exercise| exercise.steps.is_empty()) {
            return Cow::Borrowed(routine);
        }
        let date = self.started.date();
        let week = routine.schedule.week_on(date, self.first_session);
        Cow::Owned(routine.part(week, |index| all || exercises.get(index).is_some_and(has)))
    }

    /// Whether its steps are steps of work of the plan: a line that was made by hand may have any.
    fn is_of_the_plan(&self, plan: &Plan) -> bool {
        let is_work = |step: usize| plan.steps.get(step).is_some_and(|it| it.kind.is_work());
        let mut steps = self.attempts.iter().map(|attempt| attempt.step);
        is_work(self.next_hold) && steps.all(is_work)
    }

    /// The step of work to go on at, by its index in the routine's own plan: the next one that is no further
    /// round of what hurt. `None` where nothing else is left.
    fn goes_on_at(&self, routine: &Routine, plan: &Plan) -> Option<usize> {
        plan.first_work_without(self.next_hold, &self.left_out_of(routine))
    }

    /// The parts of circuits whose further rounds are left out, as indices into the routine's exercises. Of
    /// an exercise by itself nothing is: it comes no more.
    fn left_out_of(&self, routine: &Routine) -> Vec<usize> {
        let mut left_out = named(&self.left_out, routine);
        left_out.retain(|&index| routine.exercises[index].circuit().is_some());
        left_out
    }

    /// The step of work with which [`Self::session`] goes on, by its index in the routine's own plan.
    pub(super) fn first_step(&self, routine: &Routine, plan: &Plan) -> usize {
        self.goes_on_at(routine, plan).unwrap_or(self.next_hold)
    }

    /// What is passed over when it goes on at a step, since it hurt: it counts as skipped.
    fn passed_before(&self, at: usize, plan: &Plan) -> Vec<Attempt> {
        let tried: BTreeSet<usize> = self.attempts.iter().map(|attempt| attempt.step).collect();
        let is_passed = |step: &usize| (self.next_hold..at).contains(step) && !tried.contains(step);
        let passed = plan.work().filter(|(step, _)| is_passed(step));
        let attempts = passed.map(|(step, work)| Attempt {
            step,
            prescribed: work.duration,
            held: Duration::ZERO,
            outcome: Outcome::Skipped,
            again: false,
        });
        attempts.collect()
    }

    /// The session of this very file that goes on where this one was cut off.
    pub fn session(&self, routine: &Arc<Routine>) -> Session {
        let its_plan = Plan::of(routine);
        let at = self.first_step(routine, &its_plan);
        let passed = self.passed_before(at, &its_plan);
        let session = Session::going_on(Arc::clone(routine), at);
        let plan = Arc::clone(session.plan());
        let attempts = self.attempts.iter().copied().chain(passed);
        let attempts = attempts.map(|attempt| Attempt {
            step: plan.from_record(attempt.step),
            ..attempt
        });
        session
            .easing(named(&self.eased, routine))
            .leaving_out(self.left_out_of(routine))
            .after(attempts.collect())
    }
}

/// The exercises with these ids, as indices into the routine's.
fn named(ids: &[Arc<str>], routine: &Routine) -> Vec<usize> {
    let is_named = |exercise: &Exercise| ids.iter().any(|id| **id == *exercise.id);
    let exercises = routine.exercises.iter().enumerate();
    let named = exercises.filter(|(_, exercise)| is_named(exercise));
    named.map(|(index, _)| index).collect()
}
