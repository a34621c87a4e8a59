//! Words that name the left or the right in the texts of an exercise, held against its sides.
//!
//! Only texts that say how it is done are looked at. A caution or a note may well be about one limb of
//! two, and a picture shows what it shows. The languages that Supple itself speaks are known; a word
//! that may mean something else ("right away", "ten seconds left") is taken to mean that.

mod language;

use super::mistake::{Mistake, SideWord};
use super::section::Section;
use super::{Side, Sides, sided};
use crate::text::shown;
use language::{LANGUAGES, Language, Word, words};

/// The texts that say how an exercise is done, besides its name.
const TEXTS: [&str; 6] = [
    "instructions",
    "say",
    "cue",
    "feel_it_in",
    "easier",
    "harder",
];

/// Warns of words that name another side than the exercise has, or one side where it has both.
/// `sides` is what is written of them, by the exercise itself or for all.
pub(super) fn warn(section: &Section<'_>, language: &str, sides: Option<Sides>) {
    let base = language.split('-').next().unwrap_or_default();
    let Some(language) = LANGUAGES.iter().find(|known| known.tag == base) else {
        return;
    };
    let of = |key| {
        let texts = section.written(key).into_iter();
        texts.map(|(start, text)| Text::of(language, start, text))
    };
    let name: Vec<_> = of("name").collect();
    let texts: Vec<_> = TEXTS.into_iter().flat_map(of).collect();
    let in_name = || name.iter().filter_map(|text| text.first(language.in_name));
    let in_texts = || {
        texts
            .iter()
            .filter_map(|text| text.first(language.in_sentence))
    };
    let warn_of_other = |own: Side| {
        let sides = key(own);
        let other = |found: Found| found.note(section, |word| SideWord::Other { word, sides });
        let names_own = |texts: &[Text<'_>]| texts.iter().any(|text| text.names(own));
        if names_own(&name) {
            return;
        }
        in_name().for_each(other);
        // Beside its own side the other one helps: "With the left hand pull the right arm."
        if !names_own(&texts) {
            in_texts().take(1).for_each(other);
        }
    };
    match sides {
        None => in_name().for_each(|found| {
            let sides = key(found.side);
            found.note(section, |word| SideWord::NotWritten { word, sides });
        }),
        Some(Sides::None) => {}
        Some(Sides::Left) => warn_of_other(Side::Left),
        Some(Sides::Right) => warn_of_other(Side::Right),
        Some(Sides::Each | Sides::Alternate) => {
            in_name().for_each(|found| found.note(section, |word| SideWord::InName { word }));
            in_texts().for_each(|found| {
                let pair = language.pair(&found.word);
                found.note(section, |word| SideWord::OfBoth { word, pair });
            });
        }
    }
}

/// A side as a file has it.
fn key(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

/// A text as it stands in the file.
struct Text<'s> {
    language: &'static Language,
    /// Its first byte in the file.
    start: usize,
    written: &'s str,
}

/// A word that names a side.
struct Found {
    word: String,
    side: Side,
    /// In the file.
    start: usize,
}

impl<'s> Text<'s> {
    fn of(language: &'static Language, start: usize, written: &'s str) -> Self {
        Self {
            language,
            start,
            written,
        }
    }

    /// Whether the side is named anywhere, between braces too.
    fn names(&self, side: Side) -> bool {
        let mut words = words(self.written).into_iter();
        words.any(|word| self.language.side(&word) == Some(side))
    }

    /// The first word outside of braces that names a side, and not both of them ("left and right").
    fn first(&self, names_side: fn(&[Word<'_>], usize) -> bool) -> Option<Found> {
        let text = sided::without_choices(self.written);
        let words = words(&text);
        let side = |at: usize| self.language.side(&words[at]);
        let sides: Vec<usize> = (0..words.len()).filter(|at| side(*at).is_some()).collect();
        let are_both = |pair: &[usize]| {
            let mut between = words[pair[0] + 1..pair[1]].iter();
            side(pair[0]) != side(pair[1]) && between.all(|word| self.language.joins(word))
        };
        let both: Vec<_> = sides.windows(2).filter(|pair| are_both(pair)).collect();
        let is_alone = |at: &usize| !both.iter().any(|pair| pair.contains(at));
        let mut alone = sides.iter().filter(|at| is_alone(at));
        let at = *alone.find(|at| names_side(&words, **at))?;
        Some(Found {
            word: words[at].text.to_owned(),
            side: side(at)?,
            start: self.start + words[at].start,
        })
    }
}

impl Found {
    /// Notes what is wrong with the word, at its place.
    fn note(&self, section: &Section<'_>, mistake: impl FnOnce(String) -> SideWord) {
        let span = self.start..self.start + self.word.len();
        section.note(Mistake::SideWord(mistake(shown(&self.word))), span);
    }
}
