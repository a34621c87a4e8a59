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

/// Where else the routine's author says to stop. What stands on the same page among the others is
/// not said twice.
pub fn also_stop_if<'a>(words: &Words, routine: &'a Routine) -> Vec<&'a str> {
    not_among_all(words, &routine.safety.stop_if)
}

/// Those of an author's `signs` that are not among the signs that Supple itself tells everybody of.
pub fn not_among_all<'a>(words: &Words, signs: &'a [String]) -> Vec<&'a str> {
    let mut reported: Vec<_> = [emergencies(words), soon(words)]
        .concat()
        .iter()
        .map(|sign| meaning(sign))
        .collect();
    let mut also = Vec::new();
    for sign in signs {
        let meaning = meaning(sign);
        if !reported.contains(&meaning) {
            reported.push(meaning);
            also.push(sign.as_str());
        }
    }
    also
}

/// The words of a sign that mean something, so that "pain in the chest" is "Chest pain".
fn meaning(sign: &str) -> Vec<String> {
    const SHORTEST: usize = 4;
    let sign = sign.to_lowercase();
    let words = sign.split(|letter: char| !letter.is_alphanumeric());
    let is_long = |word: &&str| word.chars().count() >= SHORTEST;
    let mut words: Vec<_> = words.filter(is_long).map(str::to_owned).collect();
    words.sort_unstable();
    words
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

    #[test]
    fn an_emergency_that_the_author_names_too_is_reported_once_however_it_is_put() {
        let also = |language, stop_if: &[&str]| {
            let mut routine = Routine::new("back", "Back", vec![Exercise::new("knee", "Knee")]);
            routine.safety.stop_if = stop_if.iter().map(|&sign| sign.to_owned()).collect();
            let words = Words::of(language);
            let also = also_stop_if(&words, &routine);
            also.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let signs = [
            "Chest pain",
            "pain in the chest",
            "dizziness",
            "Dizziness.",
            "weakness or numbness in both legs",
            "weakness in both legs at night",
        ];
        assert_eq!(
            also("en", &signs),
            ["dizziness", "weakness in both legs at night"]
        );
        let signs = ["Schmerz in der Brust", "Schwindel"];
        assert_eq!(also("de", &signs), ["Schwindel"]);
    }
}
