//! Names of figures, exercises and whatever an author names.

use crate::text::{in_latin, misspelt};

/// The figure or exercise whose name was misspelt. One that is merely like it shows another exercise.
pub(in crate::routine) fn figure_named<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let name = name.trim().to_lowercase().replace(['_', ' '], "-");
    misspelt(&name, names).or_else(|| {
        // Its words may be written as one, or one of them as two.
        let joined = |name: &str| name.replace('-', "");
        let name = joined(&name);
        let letters = |known: &str| strsim::damerau_levenshtein(&name, &joined(known));
        let near = names.iter().copied().map(|known| (letters(known), known));
        let near = near.min_by_key(|(letters, _)| *letters);
        near.filter(|(letters, _)| *letters <= 1)
            .map(|(_, known)| known)
    })
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
