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

use std::collections::BTreeSet;
use std::time::Duration;

use super::{Dose, Exercise, Position, Sides, defaults};

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
/// That of a repetition at a pace, with the silence before the next one.
const BEAT_MS: u64 = 500;

/// Supple's own words around the author's, in whichever language is longer: the dose,
const DOSE_MS: u64 = 2_800;
/// that of repetitions at a pace,
const PACED_DOSE_MS: u64 = 3_400;
/// from how many to how many,
const RANGE_MS: u64 = 800;
/// each part of such a repetition,
const PART_MS: u64 = 1_300;
/// what it says of sides, and the side itself,
const SIDES_MS: u64 = 3_200;
/// what it says of several sets,
const SETS_MS: u64 = 1_200;
/// and, before the very first exercise, to stop if it hurts.
const GENTLY_MS: u64 = 2_200;
/// Which round of a circuit begins, or how many there are.
const ROUND_MS: u64 = 2_000;
/// To which side it goes when sides change.
const SWITCH_MS: u64 = 1_800;
/// That a hold begins, with the silence behind it.
const HOLD_MS: u64 = 900;

/// What to mind and how an exercise is done: the author's words that are said before it, in order.
/// What is dangerous comes first.
pub fn how(exercise: &Exercise) -> impl Iterator<Item = &str> {
    let caution = exercise.caution.iter();
    let all = caution.chain(&exercise.instructions);
    all.chain(&exercise.clinician_note).map(String::as_str)
}

/// How long it takes to hear what is said before an exercise, from its cue to the silence before the
/// hold, in whole seconds. The first of a routine has no `neighbour` before it.
pub fn before(exercise: &Exercise, neighbour: Option<&Exercise>) -> Duration {
    let is_first = neighbour.is_none();
    let begins = neighbour.is_none_or(|before| !exercise.is_in_circuit_with(before));
    let circuit = exercise.circuit().filter(|_| begins);
    let exercise = exercise.on(Some(exercise.first_side));
    let authors = std::iter::once(exercise.name.as_str()).chain(how(exercise));
    let authors = authors.chain(exercise.load.as_deref());
    let mut words: Duration = authors.map(|text| length_aloud(text) + PAUSE).sum();
    words += Duration::from_millis(match exercise.dose {
        Dose::Paced { .. } => PACED_DOSE_MS,
        Dose::Hold { .. } | Dose::Timed { .. } | Dose::Open => DOSE_MS,
    });
    if exercise.more_reps + exercise.more_sets > 0 {
        words += Duration::from_millis(RANGE_MS);
    }
    if exercise.has_dose_of_sides() {
        words += Duration::from_millis(DOSE_MS);
    }
    let parts = u32::try_from(exercise.tempo.parts().len()).unwrap_or(0);
    words += Duration::from_millis(PART_MS) * parts;
    if exercise.sides != Sides::None {
        words += Duration::from_millis(SIDES_MS);
    }
    if exercise.sets > 1 && exercise.dose != Dose::Open {
        words += Duration::from_millis(SETS_MS);
    }
    if let Some(circuit) = circuit {
        words += length_aloud(&circuit.name) + PAUSE + Duration::from_millis(ROUND_MS);
    }
    if is_first {
        words += Duration::from_millis(GENTLY_MS);
    }
    with_cue_and_silence(words)
}

/// To get ready where the author says nothing of it: as long as the words take, within reason, and
/// long enough to come from the position of its `neighbour` before it to that of this one.
pub fn prepare(exercise: &Exercise, neighbour: Option<&Exercise>) -> Duration {
    before(exercise, neighbour).clamp(to_come_from(neighbour, exercise), LONGEST)
}

/// To get ready for an exercise of a circuit in a further round, where the author says nothing of it:
/// how it is done was told in the first, but the easier way is told in each once it was chosen.
pub fn prepare_again(exercise: &Exercise, neighbour: &Exercise) -> Duration {
    if exercise.prepare_is_written {
        return exercise.prepare;
    }
    let on_first = exercise.on(Some(exercise.first_side));
    let authors = std::iter::once(exercise.name.as_str()).chain(on_first.easier.as_deref());
    let authors = authors.map(|text| length_aloud(text) + PAUSE);
    let words = authors.sum::<Duration>() + Duration::from_millis(SIDES_MS + ROUND_MS);
    with_cue_and_silence(words).clamp(to_come_from(Some(neighbour), exercise), LONGEST)
}

/// The least to come from the position of an exercise to that of the next.
fn to_come_from(neighbour: Option<&Exercise>, exercise: &Exercise) -> Duration {
    let position = neighbour.and_then(|exercise| exercise.position);
    match (position, exercise.position) {
        (Some(from), Some(to)) if from != to => {
            if [from, to].contains(&Position::Floor) {
                defaults::PREPARE_FROM_OR_ON_THE_FLOOR
            } else {
                defaults::PREPARE_ELSEWHERE
            }
        }
        _ => defaults::PREPARE,
    }
}

/// How long it takes to hear to which side it goes, and how that side is done where its words differ,
/// when sides change for the first time: from the cue to the silence before the hold, in whole
/// seconds. `None` where the words of both sides are the same.
pub fn at_switch(exercise: &Exercise) -> Option<Duration> {
    let first = exercise.on(Some(exercise.first_side));
    let second = exercise.on(Some(exercise.first_side.other()));
    let said: BTreeSet<_> = how(first).collect();
    let other = how(second).filter(|text| !said.contains(text));
    let lengths: Vec<Duration> = other.map(|text| length_aloud(text) + PAUSE).collect();
    let words = Duration::from_millis(SWITCH_MS) + lengths.iter().sum();
    (!lengths.is_empty()).then(|| with_cue_and_silence(words))
}

/// To change sides for the first time where the author says nothing of it: as long as the words
/// take, within reason.
pub fn switch(exercise: &Exercise) -> Duration {
    let words = at_switch(exercise).unwrap_or_default();
    words.clamp(defaults::SWITCH, LONGEST)
}

/// Whether words have time between two repetitions at this pace: what is said may not run into the
/// next one's sound.
pub fn fits_pace(text: &str, pace: Duration) -> bool {
    Duration::from_millis(BEAT_MS) + length_aloud(text) <= pace
}

/// Words of an author for a hold that take longer than the time they have in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutTime<'e> {
    pub text: &'e str,
    /// How long they take to say.
    pub words: Duration,
    /// How long it is until the next sound.
    pub time: Duration,
}

/// The words for the holds of an exercise that have no time in them: what would not end before the
/// next sound is not begun.
pub fn without_time_in_hold(exercise: &Exercise) -> Vec<WithoutTime<'_>> {
    let Dose::Hold { hold, .. } = exercise.dose else {
        return Vec::new();
    };
    let exercise = exercise.on(Some(exercise.first_side));
    let time =
        |at| until_next_sound(exercise, hold, at).saturating_sub(sound_at(exercise, hold, at));
    let mut without = Vec::new();
    let mut last: Option<(Duration, Duration)> = None;
    for cue in exercise.cues.iter().filter(|cue| cue.at < hold) {
        // Those of one moment are said one after the other.
        let before = last.filter(|(at, _)| *at == cue.at);
        let before = before.map_or(Duration::ZERO, |(_, words)| words + PAUSE);
        let (words, time) = (length_aloud(&cue.say), time(cue.at).saturating_sub(before));
        if words > time {
            let text = cue.say.as_str();
            without.push(WithoutTime { text, words, time });
        } else {
            last = Some((cue.at, before + words));
        }
    }
    // This can wait for the longest silence.
    let beginnings = [Duration::ZERO, hold / 2].into_iter();
    let beginnings = beginnings.chain(exercise.cues.iter().map(|cue| cue.at));
    let longest = beginnings.map(time).max().unwrap_or_default();
    let say = exercise.say.iter().map(|say| (say, length_aloud(say)));
    without.extend(
        say.filter(|(_, words)| *words > longest)
            .map(|(say, words)| {
                let (text, time) = (say.as_str(), longest);
                WithoutTime { text, words, time }
            }),
    );
    without
}

/// From a moment of a hold to the next at which something sounds: words, its middle, a tick, its end.
fn until_next_sound(exercise: &Exercise, hold: Duration, at: Duration) -> Duration {
    let ticks = hold.saturating_sub(Duration::from_secs(exercise.countdown.into()));
    let tick = if at < ticks {
        ticks
    } else {
        at + Duration::from_secs(1)
    };
    let middle = exercise.halfway.then_some(hold / 2);
    // They are in order, and there may be thousands.
    let next = exercise.cues.partition_point(|cue| cue.at <= at);
    let cue = exercise.cues.get(next).map(|cue| cue.at);
    let sounds = cue.into_iter().chain(middle).filter(|sound| *sound > at);
    sounds
        .fold(tick.min(hold), Duration::min)
        .saturating_sub(at)
}

/// How long Supple's own sound and words at a moment of a hold take.
fn sound_at(exercise: &Exercise, hold: Duration, at: Duration) -> Duration {
    Duration::from_millis(if at.is_zero() {
        CUE_MS + HOLD_MS
    } else if exercise.halfway && at == hold / 2 {
        CUE_MS
    } else {
        0
    })
}

/// How long it takes to read a text aloud, with the longer words for its strokes.
fn length_aloud(text: &str) -> Duration {
    length(&aloud(text, Some(["oder", "von"])))
}

/// In whole seconds.
fn with_cue_and_silence(words: Duration) -> Duration {
    let all = Duration::from_millis(CUE_MS) + words + QUIET;
    let seconds = all.as_millis().div_ceil(1_000);
    Duration::from_secs(seconds.try_into().unwrap_or(u64::MAX))
}

/// A text as it is read aloud: a stroke between two words is said as `or` in the text's language, and
/// one between a number and 10 as `of`, since pain and effort are counted from 0 to 10. Where the words
/// of the language are not known, a stroke between two words is a comma. Beside any other number it
/// stays as it is. A choice of Supple's own, without a source.
pub fn aloud(text: &str, or_and_of: Option<[&str; 2]>) -> String {
    let mut aloud = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('/') {
        aloud.push_str(before);
        rest = after;
        aloud.push_str(&stroke(before, after, or_and_of));
    }
    aloud.push_str(rest);
    aloud
}

/// What is said for a stroke between the end of one text and the beginning of another.
fn stroke(before: &str, after: &str, or_and_of: Option<[&str; 2]>) -> String {
    let is_in_word = |c: &char| c.is_alphanumeric();
    let left: String = before.chars().rev().take_while(is_in_word).collect();
    let right: String = after.chars().take_while(is_in_word).collect();
    let is_number = |word: &str| !word.is_empty() && word.chars().all(char::is_numeric);
    match or_and_of {
        Some([_, of]) if is_number(&left) && right == "10" => format!(" {of} "),
        _ if left.is_empty() || right.is_empty() || is_number(&left) || is_number(&right) => {
            "/".to_owned()
        }
        // "and/or"
        Some([or, _]) if right == or => " ".to_owned(),
        Some([or, _]) => format!(" {or} "),
        None => ", ".to_owned(),
    }
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
    fn who_lies_down_or_gets_up_has_time_for_it() {
        let exercise = |position| Exercise {
            position,
            ..Exercise::new("a", "A")
        };
        let (floor, seated, standing) = (Position::Floor, Position::Seated, Position::Standing);
        let seconds = |from, to| {
            let last = exercise(from);
            prepare(&exercise(to), Some(&last)).as_secs()
        };
        assert_eq!(seconds(Some(floor), Some(standing)), 20);
        assert_eq!(seconds(Some(seated), Some(floor)), 20);
        assert_eq!(seconds(Some(standing), Some(seated)), 15);
        assert_eq!(seconds(Some(floor), Some(floor)), 10);
        assert_eq!(seconds(None, Some(floor)), 10, "nobody knows");
        assert_eq!(prepare(&exercise(Some(floor)), None).as_secs(), 10);
    }

    #[test]
    fn getting_ready_in_a_further_round_has_time_for_the_easier_way() {
        let usual = Exercise::new("a", "A");
        let easier =
            "Hold on to the back of a chair, and only go down as far as it is good. ".repeat(3);
        let with_easier = Exercise {
            easier: Some(easier.clone()),
            ..usual.clone()
        };
        let ready = prepare_again(&with_easier, &usual);
        assert!(ready >= length(&easier) + QUIET, "{ready:?}");
        assert!(ready > prepare_again(&usual, &usual));
    }

    #[test]
    fn a_stroke_is_read_as_a_word_or_as_a_pause() {
        let english = Some(["or", "of"]);
        for (text, words, said) in [
            ("to the left/right", english, "to the left or right"),
            ("and/or a towel", english, "and or a towel"),
            ("Not above 5/10 pain", english, "Not above 5 of 10 pain"),
            ("links/rechts", Some(["oder", "von"]), "links oder rechts"),
            ("gauche/droite", None, "gauche, droite"),
            (
                "1/2 turn, w/ a towel, 5/10",
                None,
                "1/2 turn, w/ a towel, 5/10",
            ),
            ("https://example.org/a", None, "https://example.org, a"),
        ] {
            assert_eq!(aloud(text, words), said);
        }
    }

    #[test]
    fn only_a_mark_between_words_takes_a_moment() {
        let pause = Duration::from_millis(250);
        assert_eq!(length("Lie, down"), length("Lie down") + pause);
        assert_eq!(length("Lie down."), length("Lie down"));
        assert_eq!(length("dont"), length("don't"));
        assert_eq!(length("dont"), length("don’t"));
        assert_eq!(
            length("1.5"),
            length("15") + pause,
            "read as a word of its own"
        );
        assert_eq!(length("仰卧，双膝"), length("仰卧双膝") + pause);
    }
}
