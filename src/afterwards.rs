//! What a person is asked when a session is over, of what they did: with which load, and how many
//! repetitions where that was left to them. The window and the terminal ask the same.

use crate::facts;
use crate::history::{Last, Load, Reps, WhyLeftOut};
use crate::progress::{self, StepReps};
use crate::routine::{Dose, Exercise, Side};
use crate::runner::Snapshot;
use crate::session::{Outcome, State};
use crate::words::{Message, Words};

/// A question about one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The exercise's id.
    pub exercise: String,
    /// The exercise's name; with the side, where each is asked about by itself.
    pub name: String,
    /// The side, where each has a dose of its own.
    pub side: Option<Side>,
    pub about: About,
    /// In words.
    pub prescribed: String,
    /// What stands there until the person says otherwise: as the last time, or as it was counted.
    pub proposed: String,
    /// Of repetitions, in how many sets they were counted: a number is meant for each.
    pub sets: usize,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Load,
    Reps,
}

/// What a person said that is to be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Those that are others than prescribed.
    pub loads: Vec<Load>,
    /// Those that are others than counted.
    pub reps: Vec<Reps>,
}

/// The most repetitions of a set that a routine may have.
const MOST_REPS: u32 = 1_000;

/// Whether it is worth asking why something was left out: of a session that was ended before its end, that was
/// said then.
pub fn asks_why(snapshot: &Snapshot) -> bool {
    snapshot.state == State::Completed && snapshot.tally().skipped > 0
}

/// A reason for leaving something out, as it is offered.
pub fn why(why: WhyLeftOut) -> Message {
    Message::new(match why {
        WhyLeftOut::NoTime => "finish-why-no-time",
        WhyLeftOut::TooHard => "finish-why-too-hard",
        WhyLeftOut::Hurts => "finish-why-hurts",
        WhyLeftOut::DidNotKnowHow => "finish-why-not-known",
        WhyLeftOut::Other => "finish-why-other",
    })
}

/// What there is to ask after a session. What its exercises were done with `last` is taken to be so again
/// as long as the same is prescribed.
pub fn questions(words: &Words, snapshot: &Snapshot, last: &Last) -> Vec<Question> {
    let exercises = || snapshot.routine.exercises.iter().enumerate();
    let begun = exercises().filter(|(index, _)| is_begun(snapshot, *index));
    let loads = begun.filter_map(|(_, exercise)| of_load(exercise, last));
    let reps = exercises().flat_map(|(index, exercise)| {
        let sides: &[_] = if exercise.has_dose_of_sides() {
            &[Some(Side::Left), Some(Side::Right)]
        } else {
            &[None]
        };
        let of_side = |side: &Option<Side>| of_reps(words, snapshot, index, *side);
        sides.iter().filter_map(of_side).collect::<Vec<_>>()
    });
    loads.chain(reps).collect()
}

/// Whether anything of an exercise was done.
fn is_begun(snapshot: &Snapshot, index: usize) -> bool {
    let steps = snapshot.plan.work().map(|(_, step)| step);
    let mut steps = steps.zip(snapshot.dose());
    steps.any(|(step, dose)| {
        let is_done = dose.outcome == Outcome::Done || !dose.held.is_zero();
        step.exercise == index && is_done
    })
}

fn of_load(exercise: &Exercise, last: &Last) -> Option<Question> {
    let prescribed = exercise.load.clone()?;
    let last = last.of(&exercise.id);
    let last = last.filter(|last| last.prescribed_load.as_deref() == Some(&*prescribed));
    let last = last.and_then(|last| last.load.as_deref());
    Some(Question {
        exercise: exercise.id.clone(),
        name: exercise.name.clone(),
        side: None,
        about: About::Load,
        proposed: last.unwrap_or(&prescribed).to_owned(),
        prescribed,
        sets: 0,
    })
}

/// Of an exercise that was begun and whose dose has a range, on both sides alike or on one of them.
fn of_reps(
    words: &Words,
    snapshot: &Snapshot,
    index: usize,
    side: Option<Side>,
) -> Option<Question> {
    let exercise = snapshot.routine.exercises.get(index)?;
    let open = Some(exercise.on(side)).filter(|exercise| exercise.more_reps > 0)?;
    let counted = counted(snapshot, index, side);
    let name = match side {
        None => exercise.name.clone(),
        Some(_) => words.message(
            &Message::new("exercise-on-side")
                .with("exercise", exercise.name.as_str())
                .with("side", facts::side_key(side)),
        ),
    };
    let range = facts::from_to(open.dose.reps()?, open.more_reps);
    (!counted.is_empty()).then(|| Question {
        exercise: exercise.id.clone(),
        name,
        side,
        about: About::Reps,
        prescribed: words.message(&Message::new("finish-reps-range").with("range", range)),
        proposed: said_of(&counted),
        sets: counted.len(),
    })
}

/// How many repetitions of an exercise were counted in each set, on a side or else on the one with fewer.
fn counted(snapshot: &Snapshot, index: usize, side: Option<Side>) -> Vec<u64> {
    let exercise = snapshot.routine.exercises.get(index);
    let steps = snapshot.plan.work().map(|(_, step)| step);
    let steps = steps.zip(snapshot.dose());
    let of_it = steps.filter(|(step, _)| step.exercise == index);
    let of_it = of_it.filter(|(step, _)| side.is_none() || step.side == side);
    progress::reps_by_set(of_it.map(|(step, dose)| StepReps {
        set: step.set,
        side: step.side,
        done: match exercise.map(|exercise| exercise.dose) {
            Some(Dose::Hold { .. }) => u64::from(dose.outcome == Outcome::Done),
            Some(Dose::Paced { .. }) => {
                let one = exercise.map_or(0, |it| it.length_at_pace(1).as_millis());
                let held = dose.held.as_millis();
                u64::try_from(held.checked_div(one).unwrap_or(0)).unwrap_or(u64::MAX)
            }
            _ => 0,
        },
    }))
}

fn said_of(reps: &[u64]) -> String {
    let reps: Vec<String> = reps.iter().map(u64::to_string).collect();
    reps.join(", ")
}

impl Said {
    /// Takes in what was said to a question.
    ///
    /// # Errors
    /// What is none of the answers that are meant is not kept: what is meant, in words.
    pub fn take(&mut self, question: &Question, said: &str) -> Result<(), Message> {
        let said = said.trim();
        let exercise = question.exercise.as_str().into();
        match question.about {
            About::Load if !said.is_empty() && said != question.prescribed => {
                let load = said.into();
                self.loads.push(Load { exercise, load });
            }
            About::Reps if !said.is_empty() && said != question.proposed => {
                let reps = reps_in(said).filter(|reps| reps.len() == question.sets);
                let reps = reps.ok_or_else(|| question.what_is_meant())?;
                let side = question.side;
                self.reps.push(Reps {
                    exercise,
                    side,
                    reps,
                });
            }
            About::Load | About::Reps => {}
        }
        Ok(())
    }
}

impl Question {
    /// Which numbers answer a question about repetitions.
    fn what_is_meant(&self) -> Message {
        Message::new("finish-reps-meant")
            .with("sets", self.sets)
            .with("most", MOST_REPS.to_string())
            .with("example", self.proposed.as_str())
    }
}

/// The whole numbers that a text consists of; `None` if it has anything else or too large a number.
fn reps_in(said: &str) -> Option<Vec<u32>> {
    let parts = said.split(|c: char| c == ',' || c.is_whitespace());
    let numbers = parts.filter(|part| !matches!(*part, "" | "and" | "und"));
    let number = |text: &str| {
        let is_whole = text.chars().all(|c| c.is_ascii_digit());
        let number = text.parse().ok().filter(|_| is_whole);
        number.filter(|number| *number <= MOST_REPS)
    };
    numbers.map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(about: About, prescribed: &str, proposed: &str) -> Question {
        Question {
            exercise: "squat".to_owned(),
            name: "Squat".to_owned(),
            side: None,
            about,
            prescribed: prescribed.to_owned(),
            proposed: proposed.to_owned(),
            sets: 2,
        }
    }

    #[test]
    fn what_is_as_prescribed_or_as_counted_is_not_kept_as_said() {
        let load = question(About::Load, "2 kg", "3 kg");
        let reps = question(About::Reps, "8 to 12", "10, 9");
        for (asked, said, loads, numbers) in [
            (&load, "2 kg", vec![], vec![]),
            (&load, " 3 kg ", vec!["3 kg"], vec![]),
            (&load, "", vec![], vec![]),
            (&reps, "", vec![], vec![]),
            (&reps, "10, 9", vec![], vec![]),
            (&reps, "12 and 11", vec![], vec![12, 11]),
            (&reps, "12 und 0", vec![], vec![12, 0]),
            (&reps, " 1000,11 ", vec![], vec![1000, 11]),
        ] {
            let mut kept = Said::default();
            kept.take(asked, said).unwrap();
            let kept_loads: Vec<&str> = kept.loads.iter().map(|it| &*it.load).collect();
            assert_eq!(kept_loads, loads, "{said}");
            let kept_reps: Vec<u32> = kept.reps.into_iter().flat_map(|it| it.reps).collect();
            assert_eq!(kept_reps, numbers, "{said}");
        }
    }

    #[test]
    fn what_is_no_number_for_each_set_is_not_kept_and_what_is_meant_is_said() {
        let reps = question(About::Reps, "8 to 12", "10, 9");
        for said in [
            "many",
            "10",
            "10.5",
            "8-12",
            "3 sets of 10",
            "12, pain 3",
            "12, 11, 10",
            "-1, 5",
            "+1, 5",
            "1001, 5",
            "99999999999, 5",
            "and",
        ] {
            let mut kept = Said::default();
            let meant = kept.take(&reps, said).unwrap_err();
            assert_eq!(kept, Said::default(), "{said}");
            let meant = Words::of("en").message(&meant);
            assert!(
                meant.contains("2 whole numbers") && meant.contains("10, 9"),
                "{meant}"
            );
        }
    }
}
