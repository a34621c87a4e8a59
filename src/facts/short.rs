//! A dose where there is room for a few words: in a list, on a card.

use std::time::Duration;

use super::from_to;
use crate::lengths;
use crate::routine::{Dose, Exercise, Sides};
use crate::words::{List, Message, Words};

/// The dose of an exercise: "3 × 20 s, each side". What of it is of no use at a glance is left out.
pub fn short_dose(words: &Words, exercise: &Exercise) -> String {
    if exercise.has_dose_of_sides() {
        return super::dose(words, exercise);
    }
    let reps = |reps| from_to(reps, exercise.more_reps);
    let dose = match exercise.dose {
        Dose::Hold { hold, reps: 1 } if exercise.more_reps == 0 => short_time(words, hold),
        Dose::Hold { hold, reps: times } => words.message(
            &Message::new("facts-short-hold")
                .with("reps", reps(times))
                .with("time", short_time(words, hold)),
        ),
        Dose::Paced { reps: times, .. } => {
            words.message(&Message::new("facts-short-paced").with("reps", reps(times)))
        }
        Dose::Timed { time } => short_time(words, time),
        Dose::Open => words.get("facts-dose-open"),
    };
    let sets = from_to(exercise.sets, exercise.more_sets);
    let sets = Message::new("facts-sets").with("sets", sets);
    // The rounds of a circuit are those of all its exercises.
    let has_sets = exercise.most_sets() > 1 && exercise.circuit().is_none();
    let sets = has_sets.then(|| words.message(&sets));
    let sides = match exercise.sides {
        Sides::None => None,
        Sides::Left => Some("facts-short-left"),
        Sides::Right => Some("facts-short-right"),
        Sides::Each => Some("facts-short-each"),
        Sides::Alternate => Some("facts-short-alternate"),
    };
    let sides = sides.map(|id| words.get(id));
    let parts = [Some(dose), sets, sides, exercise.load.clone()];
    words.list(List::Parts, parts.into_iter().flatten())
}

/// "20 s", "10 min", "1:30 min".
fn short_time(words: &Words, time: Duration) -> String {
    let seconds = time.as_secs();
    let (id, number) = match (seconds / 60, seconds % 60) {
        (0, seconds) => ("facts-short-seconds", seconds.to_string()),
        (minutes, 0) => ("facts-short-minutes", minutes.to_string()),
        _ => ("facts-short-minutes", lengths::minutes_and_seconds(seconds)),
    };
    words.message(&Message::new(id).with("number", number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dose_is_told_in_a_few_words_and_never_without_its_side() {
        let words = Words::of("en");
        let secs = Duration::from_secs;
        let hold = |hold, reps| Dose::Hold {
            hold: secs(hold),
            reps,
        };
        let paced = Dose::Paced {
            reps: 8,
            pace: secs(4),
        };
        for (dose, sets, sides, told) in [
            (hold(20, 3), 1, Sides::Each, "3 × 20 s, each side"),
            (hold(90, 1), 2, Sides::Left, "1:30 min, 2 sets, left only"),
            (
                paced,
                1,
                Sides::Alternate,
                "8 repetitions, each side, in turn",
            ),
            (Dose::Timed { time: secs(600) }, 1, Sides::None, "10 min"),
            (
                Dose::Open,
                1,
                Sides::Right,
                "until you say done, right only",
            ),
        ] {
            let exercise = Exercise {
                dose,
                sets,
                sides,
                ..Exercise::new("knee", "Knee")
            };
            assert_eq!(short_dose(&words, &exercise), told);
        }
    }
}
