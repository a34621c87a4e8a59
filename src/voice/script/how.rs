//! How an exercise is done: what is said of it when it comes, and what of that is still to be said.

use super::{Part, Rank, Script};
use crate::facts::Aim;
use crate::plan::{Plan, Step, StepKind};
use crate::routine::Exercise;
use crate::words::Message;

impl Script {
    /// How an exercise is done, and what to mind: until it was said also to stop if it hurts, or
    /// if it hurts more than the author allows. In a further round that is known, but for the easier way
    /// and what was not said.
    pub(super) fn how(&self, index: usize, plan: &Plan, first_of_all: bool) -> Vec<Part> {
        let (Some(step), Some(exercise)) = (plan.steps.get(index), self.exercise(index, plan))
        else {
            return Vec::new();
        };
        let gently = match self.routine.safety.allowed_pain() {
            None => Message::new("voice-gently"),
            Some(limit) => Message::new("voice-gently-limit").with("limit", limit),
        };
        let gently = (!self.gently_is_said).then(|| self.own(&gently, Rank::Gently));
        if self.is_told(step, exercise) {
            let easier = self.easier_way(exercise);
            let easier = easier.filter(|_| self.is_eased(exercise));
            return easier
                .into_iter()
                .chain(gently)
                .chain(self.untold_at(index, plan))
                .collect();
        }
        // In a session that goes on here it was not said when it was chosen.
        let easier = self.easier_way(exercise);
        let easier = easier.filter(|_| first_of_all && self.is_eased(exercise));
        let how = self.at_any_time(exercise);
        easier.into_iter().chain(gently).chain(how).collect()
    }

    /// How an exercise is done: as true in its holds as before them. An easier way takes the place of
    /// the instructions, which would contradict it.
    pub(in crate::voice) fn at_any_time(&self, exercise: &Exercise) -> Vec<Part> {
        let is_eased = self.is_eased(exercise);
        let of = |rank| move |text: &String| self.authors(text, rank);
        let caution = exercise.caution.iter().map(of(Rank::Caution));
        let instructions = exercise.instructions.iter().filter(|_| !is_eased);
        let instructions = instructions.map(of(Rank::Instruction));
        let note = exercise.clinician_note.iter().map(of(Rank::Note));
        let felt = exercise.feel_it_in.as_deref().map(|text| {
            let felt = Message::new("voice-feel-it-in").with("where", text);
            let aim = Aim::of(&self.routine, exercise);
            self.own(&felt.with("aim", aim.key()), Rank::Felt)
        });
        let how = caution.chain(instructions).chain(note);
        how.chain(felt).collect()
    }

    fn is_eased(&self, exercise: &Exercise) -> bool {
        let mut eased = self.eased.iter();
        eased.any(|index| {
            let eased = self.routine.exercises.get(*index);
            eased.is_some_and(|eased| eased.id == exercise.id)
        })
    }

    /// Of how an exercise is done what is called otherwise on this side than on the one before, when its
    /// turn comes for the first time. Later that is known, but for what was not said.
    pub(super) fn other_limbs(
        &self,
        before: Option<&Step>,
        index: usize,
        plan: &Plan,
    ) -> Vec<Part> {
        let Some((step, exercise)) = plan.steps.get(index).zip(self.exercise(index, plan)) else {
            return Vec::new();
        };
        let goes_on = before
            .is_some_and(|before| (before.exercise, before.side) == (step.exercise, step.side));
        let Some(side) = step.side.filter(|_| !goes_on) else {
            return Vec::new();
        };
        let of_both = self.routine.exercises.get(step.exercise);
        let other = of_both.map(|exercise| self.at_any_time(exercise.on(Some(side.other()))));
        let other = other.unwrap_or_default();
        let mut parts = self.at_any_time(exercise);
        parts.retain(|part| !other.contains(part));
        if self.told.contains(&(step.exercise, step.side)) {
            let untold = self.untold.get(&step.exercise);
            parts.retain(|part| untold.is_some_and(|untold| untold.contains(part)));
        }
        parts
    }

    /// The easier way that the person chose when it hurt.
    pub(super) fn easier(&self, hurting: usize, plan: &Plan) -> Vec<Part> {
        let exercise = self.exercise(hurting, plan);
        let easier = exercise.and_then(|exercise| self.easier_way(exercise));
        easier.into_iter().collect()
    }

    /// The easier way of an exercise, in the words for one side.
    pub(in crate::voice) fn easier_way(&self, exercise: &Exercise) -> Option<Part> {
        let easier = exercise.easier.as_deref()?;
        Some(self.authors(easier, Rank::Easier))
    }

    /// Keeps in mind that an exercise was told of on a side, and in which round.
    pub(super) fn note_told(&mut self, index: usize, plan: &Plan) {
        let step = plan.steps.get(index);
        let Some(step) = step.filter(|step| step.kind != StepKind::Rest) else {
            return;
        };
        self.told.insert((step.exercise, step.side));
        self.note_round(index, plan);
    }

    /// Whether a step is of a further round of a circuit, of an exercise that was told of in one before.
    pub(super) fn is_told(&self, step: &Step, exercise: &Exercise) -> bool {
        let is_further = step.set.is_some_and(|round| round > 1);
        is_further && exercise.circuit().is_some() && self.is_told_of(step.exercise)
    }

    /// Of an exercise that comes again in a further round what was not said of how it is done.
    pub(super) fn untold_at(&self, index: usize, plan: &Plan) -> Vec<Part> {
        let Some((step, exercise)) = plan.steps.get(index).zip(self.exercise(index, plan)) else {
            return Vec::new();
        };
        let untold = self.untold.get(&step.exercise);
        let Some(untold) = untold.filter(|_| self.is_told(step, exercise)) else {
            return Vec::new();
        };
        let mut how = self.at_any_time(exercise);
        how.retain(|part| untold.contains(part));
        how
    }

    /// The same in a rest before it, in which no name may have been said.
    pub(super) fn untold_with_name(&self, index: usize, plan: &Plan) -> Vec<Part> {
        let untold = self.untold_at(index, plan);
        let exercise = self.exercise(index, plan).filter(|_| !untold.is_empty());
        let name = exercise.map(|exercise| self.authors(&exercise.name, Rank::Name));
        name.into_iter().chain(untold).collect()
    }

    /// Keeps in mind what was not said, or was cut off, of how an exercise is done.
    pub(in crate::voice) fn keep_untold(
        &mut self,
        exercise: usize,
        parts: impl IntoIterator<Item = Part>,
    ) {
        let untold = self.untold.entry(exercise).or_default();
        for part in parts {
            if part.rank == Rank::Gently {
                self.gently_is_said = false;
            } else if (part.tells_how() || part.rank == Rank::Dose) && !untold.contains(&part) {
                untold.push(part);
            }
        }
    }

    /// Keeps in mind that a part is being said of an exercise.
    pub(in crate::voice) fn note_said(&mut self, exercise: usize, part: &Part) {
        self.gently_is_said |= part.rank == Rank::Gently;
        if let Some(untold) = self.untold.get_mut(&exercise) {
            untold.retain(|other| other != part);
        }
    }

    /// Whether a part was to be said of an exercise, and was not.
    pub(super) fn is_untold(&self, exercise: usize, part: &Part) -> bool {
        let untold = self.untold.get(&exercise);
        untold.is_some_and(|untold| untold.contains(part))
    }

    fn is_told_of(&self, exercise: usize) -> bool {
        self.told.iter().any(|(told, _)| *told == exercise)
    }
}
