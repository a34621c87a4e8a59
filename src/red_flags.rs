//! The signs at which to call the emergency services, to see a doctor soon, or to stop. Every
//! screen and text that warns has them from here, the emergencies first.

use crate::routine::Routine;
use crate::words::Words;

/// What calls for the emergency services.
pub fn emergencies(words: &Words) -> Vec<String> {
    lines(words, "advice-emergency")
}

/// What a doctor should see soon, though it is no emergency.
pub fn soon(words: &Words) -> Vec<String> {
    lines(words, "advice-soon")
}

/// Where else the routine's author says to stop: all that they say, but for what stands among the
/// others on the same page in the same words. Words alone can't tell whether two signs are the same, so
/// what differs in any of them is kept, and languages list the other ways to say a sign themselves.
pub fn also_stop_if<'a>(words: &Words, routine: &'a Routine) -> Vec<&'a str> {
    not_among_all(words, &routine.safety.stop_if)
}

/// Those of an author's `signs` that are not, in the same words, among the signs that Supple itself
/// tells everybody of.
pub fn not_among_all<'a>(words: &Words, signs: &'a [String]) -> Vec<&'a str> {
    not_among(signs, &general(words))
}

/// Those of an author's `signs` that are not, in the same words, among what is `told` on the same page, each once.
pub fn not_among<'a>(signs: &'a [String], told: &[String]) -> Vec<&'a str> {
    let mut told: Vec<_> = told.iter().map(|sign| wording(sign)).collect();
    let mut others = Vec::new();
    for sign in signs {
        let wording = wording(sign);
        if wording.is_empty() || !told.contains(&wording) {
            told.push(wording);
            others.push(sign.as_str());
        }
    }
    others
}

/// The emergencies, in every way in which the language says them.
pub fn emergencies_in_all_words(words: &Words) -> Vec<String> {
    let other_ways = words.get("advice-same");
    let other_ways = other_ways.lines().map(str::to_owned).collect();
    [emergencies(words), other_ways].concat()
}

/// Every sign of the general lists, in every way in which the language says it.
fn general(words: &Words) -> Vec<String> {
    [emergencies_in_all_words(words), soon(words)].concat()
}

/// The words of a sign, without what makes no other sign of it: case, and marks around words. A sign
/// of marks alone has none, and so is like no general one.
fn wording(sign: &str) -> Vec<String> {
    let sign = sign.to_lowercase();
    let words = sign.split_whitespace();
    let words = words.map(|word| word.trim_matches(|sign: char| sign.is_ascii_punctuation()));
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The texts `ID-1` and on.
fn lines(words: &Words, id: &str) -> Vec<String> {
    let lines = (1..).map_while(|number| words.find(&format!("{id}-{number}")));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::Exercise;

    fn also(language: &str, stop_if: &[&str]) -> Vec<String> {
        let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
        routine.safety.stop_if = stop_if.iter().map(|&sign| sign.to_owned()).collect();
        let words = Words::of(language);
        let also = also_stop_if(&words, &routine);
        also.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn an_emergency_that_the_author_names_too_is_reported_once() {
        for (language, sign) in [
            ("en", "Chest pain"),
            ("en", "chest pain."),
            ("en", "pain in the chest"),
            ("de", "Schmerz in der Brust"),
            ("de", "Brustschmerzen"),
        ] {
            assert_eq!(also(language, &[sign]), [""; 0], "{sign}");
        }
    }

    #[test]
    fn signs_that_differ_in_any_word_are_all_kept() {
        for (language, signs) in [
            (
                "en",
                &[
                    "pain in the leg",
                    "pain in the arm",
                    "pain in the jaw",
                    "a hot, red toe",
                    "an odd tic",
                    "no chest pain for a day",
                    "weakness in both legs at night",
                    "weakness or numbness in both arms",
                ][..],
            ),
            (
                "de",
                &["Schmerz im Arm", "Schmerz im Fuß", "Schmerz am Ohr"],
            ),
            ("en", &["头晕", "手麻", "胸痛"]),
            ("en", &["?", "❗", "…"]),
        ] {
            assert_eq!(also(language, signs), signs);
        }
    }

    #[test]
    fn a_sign_that_an_author_names_twice_is_told_once() {
        let signs = ["dizziness", "Dizziness.", "an odd tic", "?", "!"];
        assert_eq!(also("en", &signs), ["dizziness", "an odd tic", "?", "!"]);
    }

    /// The letters of a text and nothing else, in lower case.
    fn letters(text: &str) -> String {
        let text = text.to_lowercase();
        text.chars().filter(|sign| sign.is_alphanumeric()).collect()
    }

    #[test]
    fn no_sign_vanishes_unless_it_repeats_a_general_one_in_whole() {
        let pieces = [
            "pain",
            "in",
            "the",
            "leg",
            "chest",
            "arm",
            "a",
            "Fuß",
            "am",
            "Ohr",
            "头",
            "晕",
            "ไม่",
            ",",
            ".",
            "?",
            "(",
            "or",
            "fever",
            "no",
            "trouble passing water",
        ];
        for language in crate::words::LANGUAGES {
            let words = Words::of(language.tag);
            let general = general(&words);
            let known: Vec<String> = general.iter().map(|sign| letters(sign)).collect();
            let mut random = fastrand::Rng::with_seed(7);
            for _ in 0..3000 {
                let count = random.usize(1..6);
                let sign = (0..count).map(|_| *random.choice(&pieces).unwrap());
                let sign = sign.collect::<Vec<_>>().join(" ");
                let is_repeated = known.contains(&letters(&sign));
                let is_gone = also(language.tag, &[&sign]).is_empty();
                assert!(is_repeated || !is_gone, "{}: {sign:?}", language.tag);
            }
            for sign in general {
                let all = [sign.as_str(), "pain in the leg", sign.as_str()];
                assert_eq!(also(language.tag, &all), ["pain in the leg"], "{sign}");
            }
        }
    }
}
