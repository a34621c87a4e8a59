//! Exercises that belong together: a circuit that is done in rounds, or several of which the person
//! chooses some.

use std::sync::Arc;
use std::time::Duration;

use super::Exercise;

/// What a file says of exercises that belong together. They stand one after the other in the routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseGroup {
    /// Unique in its routine.
    pub name: String,
    /// How often its exercises are done one after the other, 1 to 100. A round is a set of each.
    pub rounds: u32,
    /// How many rounds more may be done.
    pub more_rounds: u32,
    pub rest_between_rounds: Duration,
    /// How many of its exercises a session has, where the person chooses which.
    pub choose: Option<u32>,
}

impl ExerciseGroup {
    /// Whether its exercises are done in turn, one set of each after the other.
    pub fn has_rounds(&self) -> bool {
        self.rounds.saturating_add(self.more_rounds) > 1
    }
}

impl Exercise {
    /// The exercise as a part of a group, whose rounds are its sets if it has several.
    #[must_use]
    pub fn in_group(mut self, group: &Arc<ExerciseGroup>) -> Self {
        self.join(group);
        self.sides_mut().for_each(|side| side.join(group));
        self
    }

    fn join(&mut self, group: &Arc<ExerciseGroup>) {
        self.group = Some(Arc::clone(group));
        if group.has_rounds() {
            self.sets = group.rounds;
            self.more_sets = group.more_rounds;
            self.rest_between_sets = group.rest_between_rounds;
            // A set in each round is all that a step or a side can say of them.
            self.of_side_alone.sets = None;
            for step in &mut self.steps {
                step.dose.sets = None;
                step.sides.iter_mut().for_each(|side| side.sets = None);
            }
        }
    }

    /// The circuit that it is a part of, if it is.
    pub fn circuit(&self) -> Option<&ExerciseGroup> {
        self.group.as_deref().filter(|group| group.has_rounds())
    }

    /// Whether both are parts of one circuit.
    pub fn is_in_circuit_with(&self, other: &Self) -> bool {
        self.circuit().is_some() && self.is_in_group_with(other)
    }

    /// Whether both belong to one group.
    pub fn is_in_group_with(&self, other: &Self) -> bool {
        let groups = self.group.as_ref().zip(other.group.as_ref());
        groups.is_some_and(|(one, other)| one.name == other.name)
    }
}

/// The exercises in the pieces in which they are done: a circuit is one, and so is any other exercise.
pub fn in_turn(exercises: &[Exercise]) -> impl Iterator<Item = &[Exercise]> {
    exercises.chunk_by(Exercise::is_in_circuit_with)
}
