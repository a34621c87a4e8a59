//! Names of figures, exercises and whatever an author names.

use crate::text::{in_latin, misspelt};

/// The figure or exercise whose name was misspelt. One that is merely like it shows another exercise.
pub(in crate::routine) fn figure_named<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let given = name.trim().to_lowercase().replace(['_', ' '], "-");
    let misspelt = misspelt(&given, names);
    misspelt
        .or_else(|| {
            // Its words may be written as one, or one of them as two.
            let joined = |name: &str| name.replace('-', "");
            let name = joined(&given);
            let letters = |known: &str| strsim::damerau_levenshtein(&name, &joined(known));
            let near = names.iter().copied().map(|known| (letters(known), known));
            let near = near.min_by_key(|(letters, _)| *letters);
            near.filter(|(letters, _)| *letters <= 1)
                .map(|(_, known)| known)
        })
        .or_else(|| in_one_another(&given, names))
}

/// The one of `names` whose words are all in `name`, the longest of them, or else the only one that has all words of
/// `name`: an exercise's whole name says more than that of its figure, and half a name less.
fn in_one_another<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    /// In letters. Of less there is something in many a name.
    const SHORTEST: usize = 4;
    let has = |whole: &str, part: &str| {
        part.len() >= SHORTEST && format!("-{whole}-").contains(&format!("-{part}-"))
    };
    let within = names.iter().filter(|known| has(name, known));
    let mut around = names.iter().filter(|known| has(known, name));
    let only = around.next().filter(|_| around.next().is_none());
    within.max_by_key(|known| known.len()).or(only).copied()
}

/// One of the names that an author gives, as it was probably meant.
pub(in crate::routine) fn name_like<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let lower = |name: &str| in_latin(name).to_lowercase();
    let name = lower(name);
    let letters = |known: &str| strsim::damerau_levenshtein(&name, &lower(known));
    let near = names.iter().copied().map(|known| (letters(known), known));
    let near = near.min_by_key(|(letters, _)| *letters);
    let most = (name.chars().count() / 4).max(1);
    near.filter(|(letters, _)| *letters <= most)
        .map(|(_, known)| known)
}
