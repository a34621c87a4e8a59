//! What somebody probably meant by a word that they wrote.

use super::shown;

/// The fewest letters that a word and its beginning must share to be taken for each other.
const SHORTEST_PART: usize = 3;

/// Words that people write for the format's own and that look nothing like them.
const SYNONYMS: &[(&str, &str)] = &[
    ("repetitions", "reps"),
    ("repeats", "reps"),
    ("repeat", "reps"),
    ("times", "reps"),
    ("wiederholungen", "reps"),
    ("duration", "hold"),
    ("seconds", "hold"),
    ("steps", "instructions"),
    ("description", "instructions"),
    ("anleitung", "instructions"),
    ("picture", "image"),
    ("bild", "image"),
    ("exercises", "exercise"),
    ("both", "each"),
    ("beide", "each"),
    ("links", "left"),
    ("rechts", "right"),
    ("lying", "floor"),
    ("sitting", "seated"),
    ("dienstag", "tue"),
    ("mittwoch", "wed"),
    ("donnerstag", "thu"),
    ("freitag", "fri"),
    ("samstag", "sat"),
    ("sonntag", "sun"),
];

/// The one of `known` that `word` was probably meant to be: a synonym of it, a word of which at
/// most a third of the letters differ, or else one that begins the word or has the word in it.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = shown(word).to_lowercase();
    synonym(&word, known)
        .or_else(|| spelt_alike(&word, known))
        .or_else(|| sharing_a_part(&word, known))
}

fn synonym<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let is_of_word = |near: &str| SYNONYMS.contains(&(word, near));
    known.iter().copied().find(|near| is_of_word(near))
}

fn spelt_alike<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .map(|&near| (strsim::damerau_levenshtein(word, near), near))
        .filter(|(distance, near)| *distance <= near.chars().count().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, near)| near)
}

fn sharing_a_part<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let is_long = |part: &str| part.chars().count() >= SHORTEST_PART;
    let find = |shares: &dyn Fn(&str) -> bool| known.iter().copied().find(|near| shares(near));
    if !is_long(word) {
        return None;
    }
    find(&|near| near.starts_with(word))
        .or_else(|| find(&|near| near.contains(word)))
        .or_else(|| find(&|near| is_long(near) && word.starts_with(near)))
}
