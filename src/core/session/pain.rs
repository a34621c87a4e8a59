//! Pain in a session: what it is that hurts, what may be answered, and how that is left.

use super::event::Log;
use super::{Answer, Command, Leaving, Pause, Session, State};
use crate::routine::Exercise;

impl Session {
    /// The step that pain reported now is about, by its index. In the rest between two rounds of a circuit that is
    /// the exercise done last in the round before; in any other step it is the step itself.
    pub fn hurting_step(&self) -> usize {
        let here = self.current.step;
        if !self.plan.is_rest_before_round(here) {
            return here;
        }
        let exercises = &self.routine.exercises;
        let is_in_round_before = |&step: &usize| {
            let (done, rest) = (&self.plan.steps[step], &self.plan.steps[here]);
            let rounds = done.set.zip(rest.set);
            step < here
                && rounds.is_some_and(|(done, coming)| done + 1 == coming)
                && exercises[done.exercise].is_in_circuit_with(&exercises[rest.exercise])
                && !self.plan.left_out.contains(&done.exercise)
        };
        let done = self.last_done.filter(is_in_round_before);
        done.or_else(|| self.plan.work_before(here)).unwrap_or(here)
    }

    /// Whether the exercise that pain reported now is about is done in its easier way already.
    pub fn hurts_eased(&self) -> bool {
        self.eased
            .contains(&self.plan.steps[self.hurting_step()].exercise)
    }

    /// The exercise that pain reported now is about.
    fn hurting(&self) -> &Exercise {
        let step = &self.plan.steps[self.hurting_step()];
        self.routine.exercises[step.exercise].on(step.side)
    }

    /// The answer that an accepted command gives to the question asked after "It hurts".
    pub(super) fn answer(&self, command: Command) -> Option<Answer> {
        if self.state != State::Paused(Pause::Hurts) {
            return None;
        }
        match command {
            Command::Easier if self.hurting().easier.is_some() && !self.hurts_eased() => {
                Some(Answer::Easier)
            }
            Command::Easier | Command::Resume | Command::Back | Command::Done => {
                Some(Answer::WentOn)
            }
            Command::Skip | Command::SkipExercise => Some(Answer::Skipped),
            Command::Stop(_) => Some(Answer::Ended),
            Command::Start | Command::Pause | Command::Extend | Command::Hurts => None,
        }
    }

    /// Leaves the exercise that hurt in a step; where that is over, the rest after it goes on, if it leads to
    /// another round.
    pub(super) fn leave_what_hurts(&mut self, felt_in: usize, log: &mut Log) {
        if felt_in == self.current.step {
            self.skip_exercise(log);
        } else if self.plan.is_left_out(self.current.step) {
            self.go_on(Leaving::Early, log);
        } else {
            self.resume(log);
        }
    }
}
