//! What somebody probably meant by a word that they wrote.

use super::shown;

/// The fewest letters that a word and its beginning must share to be taken for each other.
const SHORTEST_PART: usize = 3;

/// The one of `known` that `word` was probably meant to be: one that it misspells, or else one that
/// begins it or has it in it.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = shown(word).to_lowercase();
    misspelt(&word, known)
        .or_else(|| run_together(&word, known))
        .or_else(|| sharing_a_part(&word, known))
}

/// The one of `known` that begins with `word`, but for what stands between its parts.
fn run_together<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    const SHORTEST: usize = 4;
    let run_together = |text: &str| text.replace(['-', '_', ' '], "").to_lowercase();
    let word = run_together(word);
    let is_meant = |near: &&&str| run_together(near).starts_with(&word);
    let is_long = word.chars().count() >= SHORTEST;
    known.iter().find(is_meant).copied().filter(|_| is_long)
}

/// The one of `known` that `word` misspells: part by part at most a third of the letters differ, so
/// that a week is not taken for a day, nor one exercise for another.
pub fn misspelt<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .filter_map(|&near| Some((distance(word, near)?, near)))
        // Few miss the first letter.
        .min_by_key(|(distance, near)| (*distance, near.chars().next() != word.chars().next()))
        .map(|(_, near)| near)
}

/// How many letters differ between a word and the one it may misspell; `None` if too many do.
fn distance(word: &str, near: &str) -> Option<usize> {
    let parts = |text| str::split(text, ['-', '_', ' ']);
    if parts(word).count() != parts(near).count() {
        return None;
    }
    let pairs = parts(word).zip(parts(near));
    let distances = pairs.map(|(part, near)| {
        let distance = strsim::damerau_levenshtein(part, near);
        let most = (near.chars().count() / 3).max(1);
        (distance <= most).then_some(distance)
    });
    distances.sum()
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
