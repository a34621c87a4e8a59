//! A text as it is edited: each exercise apart, where its lines can be read apart, so that an edit of one
//! touches no other.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::field::{Field, Part, Value};
use super::placed::{At, Spots};
use super::tree::Tree;
use crate::routine::{Diagnostic, pieces};

/// A text with the places of all that it says.
#[derive(Debug, Clone)]
pub(super) enum Pieces {
    /// Tables stand between the exercises, or they are not written with headings.
    Whole(Tree),
    /// What stands before the first exercise, and each exercise.
    Apart {
        head: Arc<Tree>,
        exercises: Vec<Arc<Tree>>,
    },
}

impl Pieces {
    /// `None` if the text is no TOML. What is `known` of another text's exercises is not read again.
    pub(super) fn of(text: &str, known: Option<&Self>) -> Option<Self> {
        match Self::apart(text, known) {
            Some(apart) => Some(apart),
            None => Tree::of(text).map(Self::Whole),
        }
    }

    fn apart(text: &str, known: Option<&Self>) -> Option<Self> {
        let pieces = pieces(text);
        let (head, exercises) = pieces.split_first()?;
        if exercises.is_empty() {
            return None;
        }
        let known = match known {
            Some(Self::Apart { exercises, .. }) => &exercises[..],
            Some(Self::Whole(_)) | None => &[],
        };
        let known: HashMap<_, _> = known.iter().map(|tree| (tree.text(), tree)).collect();
        let tree = |text: &&str| match known.get(*text) {
            Some(tree) => Some((*tree).clone()),
            None => Tree::of(text).filter(is_of_one_exercise).map(Arc::new),
        };
        let exercises = exercises.iter().map(tree).collect::<Option<_>>()?;
        let head = Tree::of(head).filter(|head| !head.root().contains_key("exercise"))?;
        Some(Self::Apart {
            head: Arc::new(head),
            exercises,
        })
    }

    /// All of the text as one; `None` if it is no TOML.
    pub(super) fn whole(&self) -> Option<Tree> {
        match self {
            Self::Whole(tree) => Some(tree.clone()),
            Self::Apart { .. } => Tree::of(&self.text()),
        }
    }

    pub(super) fn text(&self) -> String {
        self.trees().map(Tree::text).collect()
    }

    /// The piece that a part stands in, and the part in it.
    fn piece(&self, part: &Part) -> Option<(&Tree, Part)> {
        match (self, part.exercise_index()) {
            (Self::Whole(tree), _) => Some((tree, part.clone())),
            (Self::Apart { head, .. }, None) => Some((head, part.clone())),
            (Self::Apart { exercises, .. }, Some(index)) => {
                Some((exercises.get(index)?, part.clone().in_exercise(0)))
            }
        }
    }

    /// How many tables a list has.
    pub(super) fn count(&self, list: &Field) -> usize {
        match self {
            Self::Apart { exercises, .. } if *list == super::exercises() => exercises.len(),
            _ => self
                .piece(&list.part)
                .map_or(0, |(tree, part)| tree.count(&part.field(list.key))),
        }
    }

    /// The value of a key as a person reads it.
    pub(super) fn value(&self, field: &Field) -> Option<Value> {
        let (tree, part) = self.piece(&field.part)?;
        tree.value(&part.field(field.key))
    }

    /// The language that the file is written in.
    pub(super) fn language(&self) -> String {
        match self {
            Self::Whole(tree) => tree.language(),
            Self::Apart { head, .. } => head.language(),
        }
    }

    /// The texts of the exercises with what stands before the first, if they are apart.
    pub(super) fn apart_texts(&self) -> Option<Vec<&str>> {
        matches!(self, Self::Apart { .. }).then(|| self.trees().map(Tree::text).collect())
    }

    /// The trees of the pieces, in order.
    fn trees(&self) -> impl Iterator<Item = &Tree> {
        let (first, others): (_, &[Arc<Tree>]) = match self {
            Self::Whole(tree) => (tree, &[]),
            Self::Apart { head, exercises } => (&**head, exercises),
        };
        [first].into_iter().chain(others.iter().map(|tree| &**tree))
    }

    /// At which field each of some mistakes belongs.
    pub(super) fn places(&self, diagnostics: &[Diagnostic]) -> Vec<At> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for tree in self.trees() {
            pieces.push((start, tree, OnceCell::new()));
            start += tree.text().len();
        }
        let place = |diagnostic: &Diagnostic| {
            let byte = diagnostic.place.span.start;
            let number = pieces.partition_point(|(start, ..)| *start <= byte).max(1) - 1;
            let (start, tree, spots) = &pieces[number];
            let at = spots
                .get_or_init(|| Spots::of(tree))
                .place(&diagnostic.mistake, byte - start);
            match number.checked_sub(1) {
                Some(index) => at.in_exercise(index),
                None => at,
            }
        };
        diagnostics.iter().map(place).collect()
    }
}

/// Whether it says nothing but one exercise, below a heading.
fn is_of_one_exercise(tree: &Tree) -> bool {
    let root = tree.root();
    let exercises = root
        .get("exercise")
        .and_then(toml_edit::Item::as_array_of_tables);
    root.len() == 1 && exercises.is_some_and(|tables| tables.len() == 1)
}
