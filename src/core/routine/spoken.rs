//! How long words take to say, reckoned from the text alone.
//!
//! The same on every machine, whichever voice speaks there: so the plan is the same everywhere, and
//! an author learns from `check` what has no time. What is said in a session is chosen by the real
//! length of each phrase; this is what time is made for.
//!
//! Held against espeak-ng 1.51 at its usual speed here, 160 words a minute, for the 246 texts of the
//! shipped routines: all English ones together take it 288 s, reckoned 309 s (7 % more), all German
//! ones 333 s, reckoned 371 s (11 % more). A single phrase takes it from 0.63 to 1.1 times what is
//! reckoned.

use std::time::Duration;

use super::{Dose, Exercise, Sides, defaults};

/// The silence between two phrases that are said one after the other.
pub const PAUSE: Duration = Duration::from_millis(300);

/// The silence between the last word and the beginning of a hold: to be there, and to let go.
pub const QUIET: Duration = Duration::from_secs(2);

/// The longest that is made for words where the author says nothing, and the longest that is ever
/// spoken at once: the person lying there waits for the exercise. The rest is said in its holds.
pub const LONGEST: Duration = Duration::from_mins(1);

/// Where a voice draws breath.
const MARKS: &str = ",;:.!?…–—、。，；：！？।،؛؟";

/// The cue that comes before the words.
const CUE_MS: u64 = 700;

/// Supple's own words around the author's, in whichever language is longer: the dose,
const DOSE_MS: u64 = 2_800;
/// what it says of sides, and the side itself,
const SIDES_MS: u64 = 3_200;
/// what it says of several sets,
const SETS_MS: u64 = 1_200;
/// and, before the very first exercise, to stop if it hurts.
const GENTLY_MS: u64 = 2_200;

/// How an exercise is done and what to mind: the author's words that are said before it, in order.
pub fn how(exercise: &Exercise) -> impl Iterator<Item = &str> {
    let instructions = exercise.instructions.iter();
    instructions.map(String::as_str).chain(to_mind(exercise))
}

/// What to mind, of [`how`] an exercise is done.
pub fn to_mind(exercise: &Exercise) -> impl Iterator<Item = &str> {
    [&exercise.caution, &exercise.clinician_note]
        .into_iter()
        .flatten()
        .map(String::as_str)
}

/// How long it takes to hear what is said before an exercise, from its cue to the silence before the
/// hold, in whole seconds. `is_first` of the first of a routine.
pub fn before(exercise: &Exercise, is_first: bool) -> Duration {
    let exercise = exercise.on(Some(exercise.first_side));
    let authors = std::iter::once(exercise.name.as_str()).chain(how(exercise));
    let mut words: Duration = authors.map(|text| length(text) + PAUSE).sum();
    words += Duration::from_millis(DOSE_MS);
    if exercise.sides != Sides::None {
        words += Duration::from_millis(SIDES_MS);
    }
    if exercise.sets > 1 && exercise.dose != Dose::Open {
        words += Duration::from_millis(SETS_MS);
    }
    if is_first {
        words += Duration::from_millis(GENTLY_MS);
    }
    let all = Duration::from_millis(CUE_MS) + words + QUIET;
    Duration::from_secs(
        all.as_millis()
            .div_ceil(1_000)
            .try_into()
            .unwrap_or(u64::MAX),
    )
}

/// To get ready where the author says nothing of it: as long as the words take, within reason.
pub fn prepare(exercise: &Exercise, is_first: bool) -> Duration {
    before(exercise, is_first).clamp(defaults::PREPARE, LONGEST)
}

/// How long a phrase takes to say: 15 letters a second, which is 160 words a minute, and a moment at
/// each mark between its words. Scripts that leave vowels out, or write them as marks, have fewer
/// letters a word, and those whose characters are syllables fewer still.
pub fn length(text: &str) -> Duration {
    let mut thousandths: u64 = 250;
    let mut after_a_mark = false;
    for character in text.chars() {
        if character.is_alphanumeric() {
            thousandths += of(character) + if after_a_mark { 250 } else { 0 };
            after_a_mark = false;
        } else {
            after_a_mark |= MARKS.contains(character);
        }
    }
    Duration::from_millis(thousandths)
}

/// What one letter or digit takes, in milliseconds.
fn of(character: char) -> u64 {
    match character {
        // "30" has two digits and six letters.
        _ if character.is_numeric() => 300,
        // Latin, Greek, Cyrillic, Armenian; Georgian; Latin and Greek with more marks.
        '\0'..='\u{58f}' | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{1fff}' => 67,
        // Hangul; kana, and the characters of Chinese and Japanese.
        '\u{1100}'..='\u{11ff}'
        | '\u{3040}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => 200,
        _ => 125,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As espeak-ng 1.51 says them at 160 words a minute, in hundredths of a second.
    const MEASURED: [(&str, u64); 8] = [
        ("Stop if it hurts.", 108),
        ("once, hold 20 seconds, each side, left first", 384),
        ("Bend that hand up, as if to say stop.", 238),
        ("Let that hand bend down, fingers towards the floor.", 337),
        ("3-mal, 20 Sekunden halten", 240),
        (
            "Stellen Sie diese Hand auf, als wollten Sie „Halt“ zeigen.",
            349,
        ),
        (
            "Лягте на спину, согните оба колена и поставьте стопы на пол.",
            310,
        ),
        (
            "Túmbate boca arriba con las rodillas dobladas y los pies apoyados en el suelo.",
            460,
        ),
    ];

    #[test]
    fn a_phrase_is_reckoned_about_as_long_as_a_voice_takes() {
        for (text, hundredths) in MEASURED {
            let part = length(text).as_millis() / u128::from(hundredths);
            assert!((8..=14).contains(&part), "{text}: {part} tenths");
        }
    }

    #[test]
    fn where_a_character_is_a_syllable_it_takes_as_long_as_one() {
        let letters = length("knee").as_millis();
        for text in ["膝を胸に", "仰卧双膝", "등을대고"] {
            assert!(length(text).as_millis() > 2 * letters, "{text}");
        }
        // Four letters and a vowel's mark.
        assert!(length("पीठके").as_millis() > letters);
    }

    #[test]
    fn only_a_mark_between_words_takes_a_moment() {
        let pause = Duration::from_millis(250);
        assert_eq!(length("Lie, down"), length("Lie down") + pause);
        assert_eq!(length("Lie down."), length("Lie down"));
        assert_eq!(length("dont"), length("don't"));
        assert_eq!(
            length("1.5"),
            length("15") + pause,
            "read as a word of its own"
        );
        assert_eq!(length("仰卧，双膝"), length("仰卧双膝") + pause);
    }
}
