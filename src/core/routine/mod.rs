//! What a routine file says, valid by construction.
//!
//! The format is described for its authors in `routines/README.md`. [`read()`] turns the bytes of a
//! file into a [`Routine`], or into every mistake the file has. A new key of the format begins in
//! [`keys`], the one table of them, with its texts in `assets/lang/*/format.ftl`.

mod again;
mod apart;
mod choices;
mod count;
pub mod defaults;
mod diagnostic;
mod due;
mod exercise;
mod figures;
mod group;
mod groups;
pub mod keys;
mod language;
mod mistake;
mod one;
mod read;
mod schedule;
mod section;
mod side_words;
mod sided;
mod size;
pub mod spoken;
mod suggest;
mod syntax;
pub mod tempo;
#[cfg(test)]
mod tests;
mod text;
mod weeks;
mod when;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use serde::Serialize;

use crate::figure::{self, Figure};
pub use crate::side::Side;

pub(crate) use again::{name_of, not_again};
pub use apart::Apart;
pub(crate) use apart::pieces;
pub use diagnostic::{Diagnostic, MOST_SHOWN, Place};
pub use due::Due;
pub(crate) use exercise::OF_DOSE;
pub use group::{ExerciseGroup, in_turn};
pub use mistake::{
    GroupFault, ImageFault, Mistake, Severity, ShortTime, SideWord, Syntax, WhenFault, WordsTooLong,
};
pub use read::written_id;
pub use read::{Reading, hash, is_routine, of_library, read, read_figure};
pub use schedule::{Rhythm, Schedule};
pub(crate) use schedule::{WEEK, days};
pub use size::{Size, measure};
pub use syntax::explain;
pub use tempo::Tempo;
pub use text::id_or as id_of_words;
pub use text::whole_seconds;
pub use text::{LONGEST_NAME, LONGEST_TEXT, link_host};
pub use weeks::WeekStep;

/// The largest file that is read, in bytes; a larger one is refused unread.
pub const LARGEST_FILE: usize = 256 * 1024;
/// The most exercises of a file.
pub const MOST_EXERCISES: usize = 200;
/// The most figures of a file's own.
pub const MOST_FIGURES: usize = 50;
/// The most steps of a plan.
pub const MOST_STEPS: u64 = 10_000;
/// The longest plan, without its open steps.
pub const LONGEST_ROUTINE_HOURS: u64 = 12;

/// What a file is read with, besides its bytes.
pub struct Surroundings<'a> {
    /// The file's name without its ending: the id of a routine that names none.
    pub stem: &'a str,
    /// For the warning that a review is due.
    pub today: Date,
    /// Whether the image at a path relative to the file can be shown. The path's form has been
    /// checked before.
    pub image: &'a dyn Fn(&str) -> Result<(), ImageFault>,
}

/// A prescription: a few exercises with their doses, a schedule and the author's safety notes.
///
/// Every text is free of control, zero-width and direction-changing characters, every duration is
/// whole seconds within the format's limits, and the whole makes at most 10,000 steps and 12 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// Letters, digits and hyphens; what the record refers to.
    pub id: String,
    /// Whether the file itself says so: else the id comes from the file's name.
    pub id_is_written: bool,
    /// Counts up with each change that patients should notice; starts at 1.
    pub revision: u32,
    pub title: String,
    pub summary: Option<String>,
    /// BCP 47 tag of the language the routine is written in.
    pub language: String,
    pub updated: Option<Date>,
    pub tags: Vec<String>,
    pub author: Option<Author>,
    pub schedule: Schedule,
    pub safety: Safety,
    /// Never empty.
    pub exercises: Vec<Exercise>,
    /// The file's own figures, by name.
    pub figures: BTreeMap<String, Figure>,
    /// SHA-256 of the file's bytes in lower-case hexadecimal: which words exactly were prescribed.
    pub sha256: String,
    /// Of a [`part`](Self::part) without some of the exercises: when sessions of the whole are due.
    pub due_of_whole: Option<Box<Due>>,
}

impl Routine {
    /// How an exercise is drawn: a figure of the file's own, or else a shipped one of that name.
    pub fn figure_of(&self, exercise: &Exercise) -> Option<&Figure> {
        let name = exercise.figure.as_deref()?;
        self.figures.get(name).or_else(|| figure::shipped(name))
    }

    /// The week whose exercises a week of the programme has, from 1: itself, or else the last one before it that
    /// has any, or else the first.
    pub fn week_with_exercises(&self, week: u32) -> u32 {
        weeks::week_with_exercises(&self.exercises, week)
    }

    /// The routine in a week of its programme, from 1, with some of its exercises, by their indices; at
    /// least one has to be among them. Those of [other weeks](Self::week_with_exercises) are left
    /// out, unless that is all. The time to get ready is that after the exercise which now comes before.
    #[must_use]
    pub fn part(&self, week: u32, is_in: impl Fn(usize) -> bool) -> Self {
        let week_of_exercises = self.week_with_exercises(week);
        let is_in_week = |index: usize| self.exercises[index].is_in_week(week_of_exercises);
        let has = |index: usize| is_in(index) && is_in_week(index);
        let any = (0..self.exercises.len()).any(has);
        let mut exercises: Vec<Exercise> = Vec::new();
        for (index, exercise) in self.exercises.iter().enumerate() {
            if if any { has(index) } else { is_in(index) } {
                // Of that week it has all that there is.
                let mut exercise = Exercise {
                    from_week: 1,
                    until_week: None,
                    ..exercise.in_week(week)
                };
                if !exercise.prepare_is_written {
                    exercise.prepare = spoken::prepare(&exercise, exercises.last());
                }
                exercises.push(exercise);
            }
        }
        let due = self.due();
        let mut part = Self {
            exercises,
            ..self.clone()
        };
        if part.due() != due {
            part.due_of_whole = Some(Box::new(due));
        }
        part
    }
}

/// Who prescribed the routine, and how to reach them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    pub name: Option<String>,
    pub role: Option<String>,
    pub clinic: Option<String>,
    pub contact: Option<String>,
}

/// What the author says about stopping and about not starting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Safety {
    /// Pain from 0 to 10 above which the person is advised to stop. Clinics differ, so the limit is
    /// the author's; where there is none, [`Limit`](crate::day::Limit) has one that is above theirs.
    pub pain_limit: Option<u8>,
    pub stop_if: Vec<String>,
    pub not_if: Vec<String>,
}

impl Safety {
    /// The most pain from 1 to 10 that the author allows; `None` where none is said, or none is allowed: then to
    /// stop if it hurts is all there is to say.
    pub fn allowed_pain(&self) -> Option<u8> {
        self.pain_limit.filter(|limit| *limit > 0)
    }
}

/// One exercise with its dose.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the exercise, in any combination"
)]
pub struct Exercise {
    /// Unique in its routine.
    pub id: String,
    pub name: String,
    /// The name of what shows it: see [`Routine::figure_of`].
    pub figure: Option<String>,
    pub position: Option<Position>,
    pub equipment: Vec<String>,
    /// The parts of the body that it is for, in the order of [`Region::ALL`].
    pub regions: Vec<Region>,
    pub instructions: Vec<String>,
    pub feel_it_in: Option<String>,
    pub caution: Option<String>,
    pub clinician_note: Option<String>,
    /// What it belongs to, if anything: see [`Exercise::circuit`].
    pub group: Option<Arc<ExerciseGroup>>,
    pub dose: Dose,
    /// The parts of a repetition at a pace, which they make together.
    pub tempo: Tempo,
    /// What is lifted or pulled against, in the author's words: "2 kg", "green band".
    pub load: Option<String>,
    /// How many repetitions more may be done in each set, on each side.
    pub more_reps: u32,
    /// 1 to 100; in a circuit its rounds.
    pub sets: u32,
    /// How many sets more may be done.
    pub more_sets: u32,
    pub sides: Sides,
    /// The side that each set begins with, where both are done.
    pub first_side: Side,
    /// To hear how it is done and to get into position: see [`spoken::prepare`].
    pub prepare: Duration,
    /// Whether the file itself says how long that is.
    pub prepare_is_written: bool,
    /// Between repetitions on the same side.
    pub rest: Duration,
    /// To change sides.
    pub switch: Duration,
    /// How much longer the first change of sides is, to hear how the other side is done: see
    /// [`spoken::switch`].
    pub more_at_first_switch: Duration,
    pub rest_between_sets: Duration,
    /// Before the next exercise; not after the last.
    pub rest_after: Duration,
    /// How many of the last seconds of a hold tick.
    pub countdown: u32,
    /// Whether the middle of a hold is sounded.
    pub halfway: bool,
    /// Whether that is the author's word, which goes for a hold of any length.
    pub halfway_is_written: bool,
    pub say: Option<String>,
    /// In order of time.
    pub cues: Vec<SpokenCue>,
    pub easier: Option<String>,
    pub harder: Option<String>,
    pub optional: bool,
    /// How its dose changes from week to week, in the order of the weeks.
    pub steps: Vec<WeekStep>,
    /// When it is to be done, where that differs from the whole routine.
    pub rhythm: Option<Rhythm>,
    /// The first week of the programme that has it, from 1.
    pub from_week: u32,
    /// The last one, if that is not the programme's.
    pub until_week: Option<u32>,
    /// Path of a PNG or JPEG, relative to the routine's file.
    pub image: Option<String>,
    pub image_alt: Option<String>,
    /// An https address, or a citation.
    pub source: Option<String>,
    /// Of one side: what is written for it alone. No step that counts for both sides changes that.
    pub of_side_alone: StepDose,
    /// The exercise in the words and with the dose of the left and of the right, where they differ:
    /// see [`Exercise::on`]. The texts above are those of both.
    pub in_words_of: Option<Arc<[Self; 2]>>,
}

/// How much of an exercise makes one set on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// `reps` holds of `hold` each.
    Hold { hold: Duration, reps: u32 },
    /// `reps` movements at a steady pace of one each `pace`.
    Paced { reps: u32, pace: Duration },
    /// An activity such as a walk, for this long.
    Timed { time: Duration },
    /// Until the person says done.
    Open,
}

/// How much there is from a week on, where that is another. Of repetitions and sets the second number
/// is how many more may be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepDose {
    pub hold: Option<Duration>,
    pub reps: Option<(u32, u32)>,
    pub sets: Option<(u32, u32)>,
}

impl Exercise {
    /// Whether the sides change with each repetition at a pace, within one step: a steady pace has
    /// no room for a pause between two of them.
    pub fn alternates_at_pace(&self) -> bool {
        self.sides == Sides::Alternate && matches!(self.dose, Dose::Paced { .. })
    }

    /// How long one step of work lasts: a hold, or all repetitions at a pace together, without those
    /// that may be done besides. `None` for an open step.
    pub fn step_length(&self) -> Option<Duration> {
        match self.dose {
            Dose::Hold { hold, .. } => Some(hold),
            Dose::Paced { reps, .. } => Some(self.length_at_pace(reps)),
            Dose::Timed { time } => Some(time),
            Dose::Open => None,
        }
    }

    /// How long so many repetitions at a pace take, on both sides where they alternate; none of
    /// another dose.
    pub fn length_at_pace(&self, reps: u32) -> Duration {
        let Dose::Paced { pace, .. } = self.dose else {
            return Duration::ZERO;
        };
        let sides = if self.alternates_at_pace() { 2 } else { 1 };
        pace.saturating_mul(reps).saturating_mul(sides)
    }

    /// How many sets there are with those that may be done besides.
    pub fn most_sets(&self) -> u32 {
        self.sets.saturating_add(self.more_sets)
    }

    /// Whether the sides differ in how much is to be done.
    pub fn has_dose_of_sides(&self) -> bool {
        let dose = |exercise: &Self| {
            (
                exercise.dose,
                exercise.more_reps,
                exercise.sets,
                exercise.more_sets,
            )
        };
        let sides = self.in_words_of.as_ref();
        sides.is_some_and(|sides| dose(&sides[0]) != dose(&sides[1]))
    }
}

impl Dose {
    /// How often in a set, on each side; `None` of what has no repetitions.
    pub fn reps(self) -> Option<u32> {
        match self {
            Self::Hold { reps, .. } | Self::Paced { reps, .. } => Some(reps),
            Self::Timed { .. } | Self::Open => None,
        }
    }
}

/// The author's words at a moment of each hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenCue {
    /// From the hold's start, to its end at most.
    pub at: Duration,
    pub say: String,
}

/// Where the person is, from which follows what to have ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    Floor,
    Seated,
    Standing,
}

/// A part of the body that an exercise is for, or what of the whole it trains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    Neck,
    Shoulder,
    Elbow,
    WristHand,
    UpperBack,
    LowerBack,
    Trunk,
    Hip,
    Knee,
    AnkleFoot,
    Balance,
    Breathing,
}

impl Region {
    /// All of them, from the head down.
    pub const ALL: &'static [Self] = &[
        Self::Neck,
        Self::Shoulder,
        Self::Elbow,
        Self::WristHand,
        Self::UpperBack,
        Self::LowerBack,
        Self::Trunk,
        Self::Hip,
        Self::Knee,
        Self::AnkleFoot,
        Self::Balance,
        Self::Breathing,
    ];
    /// As a file writes them, in the same order.
    pub const WORDS: &'static [&'static str] = &[
        "neck",
        "shoulder",
        "elbow",
        "wrist-hand",
        "upper-back",
        "lower-back",
        "trunk",
        "hip",
        "knee",
        "ankle-foot",
        "balance",
        "breathing",
    ];

    /// As a file writes it.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// Which sides an exercise is done on, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sides {
    /// The exercise has no sides.
    None,
    Left,
    Right,
    /// All repetitions of one side, then all of the other.
    Each,
    /// One, other, one, other.
    Alternate,
}
