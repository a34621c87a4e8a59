//! The values that count when neither an exercise nor the file's `[defaults]` says otherwise.
//!
//! They follow the doses usual for static stretches: holds of 10 to 30 s, about a minute in all for
//! each exercise (ACSM position stand, doi 10.1249/MSS.0b013e318213fefb).

use std::collections::BTreeMap;
use std::time::Duration;

use super::{Dose, Exercise, Routine, Safety, Schedule, Side, Sides, StepDose, Tempo};

/// To get into position, at the least: what is said before an exercise may take longer.
pub const PREPARE: Duration = Duration::from_secs(10);
/// The same where one lay down for the exercise before and not for this one, or the other way round.
/// Twice the usual time: a choice of Supple's own, without a source.
pub const PREPARE_FROM_OR_ON_THE_FLOOR: Duration = Duration::from_secs(20);
/// The same between sitting and standing: half as much again, a choice too.
pub const PREPARE_ELSEWHERE: Duration = Duration::from_secs(15);
/// How long a hold lasts, for each side.
pub const HOLD: Duration = Duration::from_secs(20);
/// Repetitions, for each side.
pub const REPS: u32 = 3;
/// How many times all of it.
pub const SETS: u32 = 1;
/// To change sides; the first time at the least: what is said of the other side may take longer.
pub const SWITCH: Duration = Duration::from_secs(5);
/// Between repetitions on the same side.
pub const REST: Duration = Duration::from_secs(5);
/// Between sets.
pub const REST_BETWEEN_SETS: Duration = Duration::from_secs(20);
/// Before the next exercise.
pub const REST_AFTER: Duration = Duration::from_secs(5);
/// Between the rounds of a circuit. A choice of Supple's own, without a source.
pub const REST_BETWEEN_ROUNDS: Duration = Duration::from_mins(1);
/// How many rounds a group has.
pub const ROUNDS: u32 = 1;
/// How long one paced repetition takes.
pub const PACE: Duration = Duration::from_secs(4);
/// How long an activity lasts. A choice of Supple's own, without a source.
pub const TIME: Duration = Duration::from_mins(5);
/// How many of the last seconds tick.
pub const COUNTDOWN: u32 = 3;
/// On which sides an exercise is done.
pub const SIDES: Sides = Sides::None;
/// Which side comes first where both are done.
pub const FIRST_SIDE: Side = Side::Left;
/// BCP 47 tag of the language that a file is written in.
pub const LANGUAGE: &str = "en";

/// Whether the middle of a hold of this length is sounded.
pub fn halfway(hold: Duration) -> bool {
    hold >= Duration::from_secs(20)
}

impl Exercise {
    /// An exercise of which the file says no more than its name.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            figure: None,
            position: None,
            equipment: Vec::new(),
            regions: Vec::new(),
            instructions: Vec::new(),
            feel_it_in: None,
            caution: None,
            clinician_note: None,
            group: None,
            dose: Dose::Hold {
                hold: HOLD,
                reps: REPS,
            },
            tempo: Tempo::default(),
            load: None,
            more_reps: 0,
            sets: SETS,
            more_sets: 0,
            sides: SIDES,
            first_side: FIRST_SIDE,
            prepare: PREPARE,
            prepare_is_written: false,
            rest: REST,
            switch: SWITCH,
            more_at_first_switch: Duration::ZERO,
            rest_between_sets: REST_BETWEEN_SETS,
            rest_after: REST_AFTER,
            countdown: COUNTDOWN,
            halfway: halfway(HOLD),
            halfway_is_written: false,
            say: None,
            cues: Vec::new(),
            easier: None,
            harder: None,
            optional: false,
            steps: Vec::new(),
            rhythm: None,
            from_week: 1,
            until_week: None,
            image: None,
            image_alt: None,
            source: None,
            of_side_alone: StepDose::default(),
            in_words_of: None,
        }
    }
}

impl Routine {
    /// A routine of which the file says no more than its title and its exercises, of which there
    /// must be one at least.
    pub fn new(id: impl Into<String>, title: impl Into<String>, exercises: Vec<Exercise>) -> Self {
        Self {
            id: id.into(),
            revision: 1,
            title: title.into(),
            summary: None,
            language: LANGUAGE.to_owned(),
            updated: None,
            tags: Vec::new(),
            author: None,
            schedule: Schedule::default(),
            safety: Safety::default(),
            exercises,
            figures: BTreeMap::new(),
            id_is_written: true,
            sha256: String::new(),
            due_of_whole: None,
        }
    }
}
