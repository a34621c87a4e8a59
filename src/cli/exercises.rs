//! Lists the exercises that come with Supple.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;

use super::table::table;
use super::{Context, Failure};
use crate::exercises;
use crate::facts;
use crate::routine::{Dose, Exercise, Position, Region, Sides, of_library};
use crate::words::{List, Words};

/// Reads a region as a file writes it.
pub(super) fn region() -> impl TypedValueParser<Value = Region> {
    PossibleValuesParser::new(Region::WORDS).try_map(|word| {
        let place = Region::WORDS.iter().position(|region| *region == word);
        place.map(|place| Region::ALL[place]).ok_or(word)
    })
}

pub(super) fn run(context: &Context, region: Option<Region>, json: bool) -> Result<(), Failure> {
    let language = context.words.language().tag;
    let exercises: Vec<Exercise> = exercises::ids()
        .into_iter()
        .filter_map(|id| of_library(id, language))
        .filter(|exercise| region.is_none_or(|region| exercise.regions.contains(&region)))
        .collect();
    if json {
        super::print_json(&Report {
            format: 1,
            language,
            exercises: exercises.iter().map(ExerciseReport::of).collect(),
        })
    } else {
        let rows: Vec<_> = exercises
            .iter()
            .map(|exercise| row(exercise, &context.words))
            .collect();
        super::print(table(&rows, &[]))
    }
}

/// The id, the name, the dose, and what it is for.
fn row(exercise: &Exercise, words: &Words) -> [String; 4] {
    let regions = exercise.regions.iter();
    let regions = regions.map(|region| words.get(facts::region(*region)));
    [
        exercise.id.clone(),
        exercise.name.clone(),
        facts::dose(words, exercise),
        words.list(List::Parts, regions),
    ]
}

/// What `exercises --json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    language: &'a str,
    exercises: Vec<ExerciseReport<'a>>,
}

#[derive(Serialize)]
struct ExerciseReport<'a> {
    id: &'a str,
    name: &'a str,
    figure: Option<&'a str>,
    position: Option<Position>,
    equipment: &'a [String],
    regions: Vec<&'static str>,
    instructions: &'a [String],
    feel_it_in: Option<&'a str>,
    caution: Option<&'a str>,
    easier: Option<&'a str>,
    harder: Option<&'a str>,
    /// `hold`, `reps`, `time` or `open`, as a file writes it.
    kind: &'static str,
    hold_ms: Option<u128>,
    pace_ms: Option<u128>,
    /// The parts of a repetition, in their order.
    tempo: Vec<PartReport>,
    /// Of an activity such as a walk.
    time_ms: Option<u128>,
    reps: Option<u32>,
    /// The upper number, where `reps` is the lower one.
    most_reps: Option<u32>,
    sets: u32,
    most_sets: Option<u32>,
    load: Option<&'a str>,
    sides: Sides,
    source: Option<&'a str>,
}

/// A part of a repetition.
#[derive(Serialize)]
struct PartReport {
    part: &'static str,
    ms: u128,
}

impl<'a> ExerciseReport<'a> {
    fn of(exercise: &'a Exercise) -> Self {
        let time = match exercise.dose {
            Dose::Timed { time } => Some(time),
            _ => None,
        };
        let (kind, hold, pace, reps) = match exercise.dose {
            Dose::Timed { .. } => ("time", None, None, None),
            Dose::Hold { hold, reps } => ("hold", Some(hold), None, Some(reps)),
            Dose::Paced { reps, pace } => ("reps", None, Some(pace), Some(reps)),
            Dose::Open => ("open", None, None, None),
        };
        Self {
            id: &exercise.id,
            name: &exercise.name,
            figure: exercise.figure.as_deref(),
            position: exercise.position,
            equipment: &exercise.equipment,
            regions: exercise
                .regions
                .iter()
                .map(|region| region.word())
                .collect(),
            instructions: &exercise.instructions,
            feel_it_in: exercise.feel_it_in.as_deref(),
            caution: exercise.caution.as_deref(),
            easier: exercise.easier.as_deref(),
            harder: exercise.harder.as_deref(),
            kind,
            hold_ms: hold.map(|hold| hold.as_millis()),
            pace_ms: pace.map(|pace| pace.as_millis()),
            tempo: exercise
                .tempo
                .parts()
                .iter()
                .map(|part| PartReport {
                    part: part.way.word(),
                    ms: part.length.as_millis(),
                })
                .collect(),
            time_ms: time.map(|time| time.as_millis()),
            reps,
            most_reps: reps
                .filter(|_| exercise.more_reps > 0)
                .map(|reps| reps.saturating_add(exercise.more_reps)),
            sets: exercise.sets,
            most_sets: (exercise.more_sets > 0).then(|| exercise.most_sets()),
            load: exercise.load.as_deref(),
            sides: exercise.sides,
            source: exercise.source.as_deref(),
        }
    }
}
