//! What is told of the rounds of a circuit.

use super::{Part, Rank, Script};
use crate::facts;
use crate::narrate;
use crate::plan::Plan;
use crate::routine::Exercise;
use crate::words::Message;

impl Script {
    /// Keeps in mind which round was told.
    pub(super) fn note_round(&mut self, index: usize, plan: &Plan) {
        let circuit = self.exercise(index, plan).and_then(Exercise::circuit);
        let circuit = circuit.map(|circuit| circuit.name.clone());
        let round = plan.steps.get(index).and_then(|step| step.set);
        self.round = circuit.zip(round).or(self.round.take());
    }

    /// Which round of a circuit begins with a step; before the first how many there are.
    pub(super) fn round(&self, index: usize, plan: &Plan) -> Option<Part> {
        let circuit = self.exercise(index, plan)?.circuit()?;
        let told = self.round.as_ref();
        let is_told = told.is_some_and(|(name, round)| {
            *name == circuit.name && plan.steps[index].set == Some(*round)
        });
        if is_told {
            return None;
        }
        if let Some(round) = narrate::further_round(&self.routine, plan, index) {
            return Some(self.own(&round, Rank::Number));
        }
        plan.begins_round(index, &self.routine)?;
        let rounds = facts::from_to(circuit.rounds, circuit.more_rounds);
        let circuit = Message::new("voice-circuit").with("name", circuit.name.as_str());
        Some(self.own(&circuit.with("rounds", rounds), Rank::Name))
    }

    /// What may be said to come next in a circuit, of whose exercises some may be left out until then.
    pub(super) fn may_come_in_circuit(&self, exercise: &Exercise) -> Vec<Part> {
        let exercises = &self.routine.exercises;
        let is_of_it = |other: &&Exercise| other.is_in_circuit_with(exercise);
        let last = exercises.iter().rposition(|other| is_of_it(&other));
        let after_it = last.and_then(|last| exercises.get(last + 1));
        let may_come = exercises.iter().filter(is_of_it).chain(after_it);
        let next = |exercise: &Exercise| {
            let next = Message::new("session-next-exercise").with("name", exercise.name.as_str());
            self.own(&Message::new("voice-next").with("next", next), Rank::Name)
        };
        may_come.map(next).collect()
    }

    /// The last exercise that is done in turn with one, by their indices: until then all of them may come.
    pub(super) fn last_of_circuit(&self, index: usize) -> usize {
        let exercises = &self.routine.exercises[index..];
        let together = exercises.chunk_by(Exercise::is_in_circuit_with).next();
        index + together.map_or(0, |together| together.len() - 1)
    }
}
