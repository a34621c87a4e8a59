//! An exercise of a file used again further down, with a dose of its own.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::mistake::{Mistake, Severity};
use crate::exercises;
use crate::tables::Findings;
use crate::text::{composed, shown};

/// What an exercise says of its place in the file and in time, and not of what is done: another that uses it has a
/// place of its own.
const OF_ITS_PLACE: [&str; 4] = ["id", "group", "from_week", "until_week"];

/// The same, and what only makes sense beside the dose that it is written with.
const OF_ITS_PLACE_AND_DOSE: [&str; 7] = [
    "id",
    "group",
    "from_week",
    "until_week",
    "left",
    "right",
    "step",
];

/// What an exercise that is used again does not say of another, which `says` these keys itself. With a dose of its own
/// it is that on both sides and in every week.
pub(crate) fn not_again(says: impl Fn(&str) -> bool) -> &'static [&'static str] {
    const DOSE: [&str; 7] = ["kind", "hold", "reps", "sets", "pace", "tempo", "time"];
    if DOSE.into_iter().any(says) {
        &OF_ITS_PLACE_AND_DOSE
    } else {
        &OF_ITS_PLACE
    }
}

/// An exercise as it is used again.
pub(super) struct Used<'a> {
    pub(super) entries: &'a DeTable<'a>,
    /// What is wrong with it where it stands.
    pub(super) noted: &'a [(Mistake, Range<usize>)],
}

impl Used<'_> {
    /// Forgets what was noted after the first `kept` at the place of its `use`, as far as it was noted already where
    /// the exercise itself stands. While that has a mistake, nobody can tell what it says here.
    pub(super) fn tell_once(
        &self,
        used_at: &Range<usize>,
        kept: usize,
        findings: &Findings<'_, Mistake>,
    ) {
        let mut noted = self.noted.iter();
        let is_wrong = noted.any(|(mistake, _)| mistake.severity() == Severity::Error);
        findings.retain_since(kept, |mistake, span| {
            let is_known = || self.noted.iter().any(|(known, _)| known == mistake);
            span != used_at || !is_wrong && !is_known()
        });
    }
}

/// What an exercise is found by: its id, or what another says to use, without what nobody sees of it.
pub(crate) fn name_of(written: &str) -> String {
    composed(written.trim()).into_owned()
}

/// Which exercise a table names by its `use`, and where it does.
pub(super) fn used_by(table: &DeTable<'_>) -> Option<(String, Range<usize>)> {
    let name = table.get("use")?;
    let id = name.get_ref().as_str()?;
    Some((name_of(id), name.span()))
}

/// Which id an exercise has by which those below may use it: it is written, and all of the exercise with it.
pub(super) fn usable_as(table: &DeTable<'_>) -> Option<String> {
    if table.contains_key("use") {
        return None;
    }
    let id = table.get("id")?.get_ref().as_str()?;
    Some(name_of(id))
}

/// Warns of each `use` of an id that an exercise written out in the file has, and one of the library: which of them is
/// meant says their order alone. `named` has, for each exercise of the file, what it uses and its written id.
pub(super) fn warn_of_both<'a>(
    named: impl Iterator<Item = (Option<&'a Spanned<String>>, Option<&'a Spanned<String>>)> + Clone,
    findings: &Findings<'_, Mistake>,
) {
    let own = named
        .clone()
        .filter_map(|(uses, id)| id.filter(|_| uses.is_none()));
    let mut first: HashMap<&str, usize> = HashMap::new();
    for id in own {
        first.entry(id.get_ref()).or_insert(id.span().start);
    }
    for used in named.filter_map(|(uses, _)| uses) {
        let id = used.get_ref();
        if let Some(own_at) = first.get(id.as_str())
            && exercises::text(id, "en").is_some()
        {
            let is_own = *own_at < used.span().start;
            let id = shown(id);
            findings.note(Mistake::ExerciseOfBoth { id, is_own }, used.span());
        }
    }
}

/// The exercises of a file that stand above another.
pub(super) struct Above<T>(HashMap<String, T>);

impl<T> Default for Above<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Above<T> {
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        self.0.get(id)
    }

    /// The first of an id counts: two of one are a mistake.
    pub(super) fn add(&mut self, id: Option<String>, exercise: impl FnOnce() -> T) {
        if let Some(id) = id {
            self.0.entry(id).or_insert_with(exercise);
        }
    }
}
