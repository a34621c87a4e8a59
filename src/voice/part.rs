//! Phrases, and what each is for in what is said at a moment.

use crate::plan::StepKind;

/// Words that are said in one go.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    pub text: String,
    /// BCP 47.
    pub language: String,
}

/// A phrase that is part of what is said at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub phrase: Phrase,
    pub rank: Rank,
}

/// What a part is for, the most important first: where there is no room for all, parts of a lower
/// rank are said rather than those of a higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// What happens, and on which side.
    Moment,
    /// The exercise's name, or what comes next.
    Name,
    /// The easier way that the person chose when it hurt.
    Easier,
    /// To stop if it hurts.
    Gently,
    /// What to take care of: more important than how often, and than how it is done.
    Caution,
    /// Which repetition or set it is.
    Number,
    /// The author's words for the whole of a hold, or for a moment at a pace.
    Say,
    Dose,
    Instruction,
    /// The author's note for this person.
    Note,
    /// Where it is felt.
    Felt,
}

impl Part {
    /// Whether it is one of several that are of use in their order alone.
    pub(super) fn is_of_list(&self) -> bool {
        self.rank == Rank::Instruction
    }

    /// Whether it tells how the exercise is done, on one of its sides maybe otherwise than on the other.
    pub(super) fn tells_how(&self) -> bool {
        use Rank::{Caution, Felt, Instruction, Note};
        matches!(self.rank, Caution | Instruction | Note | Felt)
    }

    /// Whether it is still of use in the middle of the exercise.
    pub(super) fn outlasts_its_step(&self) -> bool {
        self.tells_how() || matches!(self.rank, Rank::Gently | Rank::Easier)
    }

    /// Whether it is still of use later in a step of this kind.
    pub(super) fn can_wait(&self, kind: StepKind) -> bool {
        // All of what is said while getting ready is as true until the end of it.
        self.outlasts_its_step() || self.rank == Rank::Say || kind == StepKind::Prepare
    }

    pub(super) fn new(text: &str, language: &str, rank: Rank) -> Self {
        let phrase = Phrase {
            text: text.to_owned(),
            language: language.to_owned(),
        };
        Self { phrase, rank }
    }
}

/// A phrase that a session needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub phrase: Phrase,
    /// The last exercise that needs it, by its index in the routine.
    pub until: usize,
}
