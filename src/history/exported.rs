//! The history as programs read it, and as it is read back: the shapes of `supple history --json`.
//!
//! A contract: fields are added, never changed. What the history knows of a session is in its fields, so that
//! one that was read back is the same; sums are there for other programs, and not read.

pub mod of;

use std::borrow::Cow;

use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

use super::record::due::DueFact;
use super::record::id::Id;
use super::record::said::{MOST_PAIN, NotCounted, WhyLeftOut};
use super::record::time::when;
use crate::routine::Side;
use crate::session::{Answer, Outcome, StopReason};

/// The version of what is printed. One of a later version is not read.
pub const FORMAT: u32 = 1;

/// A session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session<'a> {
    pub id: Id,
    /// RFC 3339, with the person's offset at that time.
    #[serde(borrow, deserialize_with = "moment")]
    pub started: Cow<'a, str>,
    #[serde(borrow, deserialize_with = "moment_or_none")]
    pub finished: Option<Cow<'a, str>>,
    /// The IANA name of the zone that the person was in; `None` if only its offset is known.
    #[serde(borrow)]
    pub zone: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub routine: Routine<'a>,
    pub outcome: SessionOutcome,
    pub reason: Option<StopReason>,
    #[serde(deserialize_with = "pain_or_none")]
    pub pain_before: Option<u8>,
    #[serde(deserialize_with = "pain_or_none")]
    pub pain_after: Option<u8>,
    #[serde(borrow)]
    pub note: Option<Cow<'a, str>>,
    #[serde(skip_deserializing)]
    pub held_ms: u64,
    #[serde(skip_deserializing)]
    pub prescribed_ms: u64,
    #[serde(borrow)]
    pub holds: Vec<Hold<'a>>,
    /// The attempts at holds that were done again, besides the longest of each, which is the one in
    /// `holds`. Their time is not in `held_ms`.
    #[serde(borrow, default)]
    pub other_attempts: Vec<Hold<'a>>,
    /// Each time it hurt, in order.
    #[serde(borrow, default)]
    pub hurts: Vec<Hurt<'a>>,
    /// What the exercises were done with, those that have a load.
    #[serde(borrow, default)]
    pub loads: Vec<Load<'a>>,
    /// How many repetitions were done in each set, where the person said another number than was counted.
    #[serde(borrow, default)]
    pub reps: Vec<Reps<'a>>,
    /// Whether it was done without Supple and told later: nothing of it was measured.
    #[serde(default)]
    pub told: bool,
    /// Why it counts for nothing, if it does.
    #[serde(default)]
    pub not_counted: Option<NotCounted>,
    /// Whether a later line corrects what was written first.
    #[serde(default)]
    pub corrected: bool,
    /// Why something was left out, if the person said so.
    #[serde(default)]
    pub left_out: Option<WhyLeftOut>,
    /// The pain that the person gave on a later day.
    #[serde(borrow, default)]
    pub next_day: Option<NextDay<'a>>,
    /// When its routine's sessions were due then; `None` if the record does not say.
    #[serde(default)]
    pub due: Option<DueFact>,
    /// The machine that recorded it; `None` if the line that begins it is missing.
    #[serde(default)]
    pub device: Option<Id>,
    /// The pain above which the routine's author says to stop.
    #[serde(default, deserialize_with = "pain_or_none")]
    pub pain_limit: Option<u8>,
    /// What was prescribed to be done with, where that is another than in `loads` too.
    #[serde(borrow, default)]
    pub prescribed_loads: Vec<Load<'a>>,
    /// How long one repetition takes, of exercises that are done at a pace.
    #[serde(borrow, default)]
    pub paces: Vec<Pace<'a>>,
    /// The last moment that is known of it.
    #[serde(borrow, default, deserialize_with = "moment_or_none")]
    pub last: Option<Cow<'a, str>>,
    /// Whether a step was done to its end after it hurt last.
    #[serde(default)]
    pub done_since_pain: bool,
    /// The line of the record that was written last: of two exports the one with the later line counts.
    #[serde(default)]
    pub last_line: Option<Id>,
}

/// A session that the person was asked about before and did not begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotBegun<'a> {
    pub id: Id,
    /// RFC 3339, with the person's offset at that time.
    #[serde(borrow, deserialize_with = "moment")]
    pub time: Cow<'a, str>,
    #[serde(borrow)]
    pub zone: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub routine: Routine<'a>,
    #[serde(deserialize_with = "pain_or_none")]
    pub pain_before: Option<u8>,
    pub reason: NotBegunReason,
    /// The limit that the routine's author had set for pain.
    #[serde(deserialize_with = "pain")]
    pub pain_limit: u8,
    #[serde(default)]
    pub device: Option<Id>,
}

/// Why a session was not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotBegunReason {
    PainAboveLimit,
}

/// The routine as it was then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Routine<'a> {
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    pub revision: u32,
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// Of its file.
    #[serde(borrow)]
    pub sha256: Cow<'a, str>,
    /// BCP 47.
    #[serde(borrow, default)]
    pub language: Cow<'a, str>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionOutcome {
    Completed,
    Stopped,
    Interrupted,
}

/// What was done of a step of the dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hold<'a> {
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    pub side: Option<Side>,
    pub set: Option<u32>,
    pub rep: Option<u32>,
    /// `None` for an open step.
    pub prescribed_ms: Option<u64>,
    pub held_ms: u64,
    pub outcome: Outcome,
    /// Whether it may be left out: its exercise, or what is beyond what is asked.
    #[serde(default)]
    pub optional: bool,
    /// Index in the plan; without it, the place among the holds.
    #[serde(default)]
    pub step: Option<u32>,
}

/// It hurt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hurt<'a> {
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    pub side: Option<Side>,
    /// What the person chose then; `None` if that is not known.
    pub answer: Option<Answer>,
    /// Index in the plan.
    #[serde(default)]
    pub step: u32,
}

/// What an exercise was done with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Load<'a> {
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    #[serde(borrow)]
    pub load: Cow<'a, str>,
}

/// How many repetitions were done in each set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reps<'a> {
    /// The exercise's id.
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    pub side: Option<Side>,
    pub reps: Cow<'a, [u32]>,
}

/// How long one repetition of an exercise takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pace<'a> {
    /// The exercise's id.
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    pub rep_ms: u64,
}

/// How it felt on a later day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextDay<'a> {
    /// 0 to 10.
    #[serde(deserialize_with = "pain")]
    pub pain: u8,
    /// RFC 3339.
    #[serde(borrow, deserialize_with = "moment")]
    pub time: Cow<'a, str>,
}

// What is no pain and no moment is refused as it is read, so that the file's line can be named.

fn pain<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    let pain = u8::deserialize(from)?;
    let is_on_the_scale = pain <= MOST_PAIN;
    let what = Unexpected::Unsigned(pain.into());
    let refused = || D::Error::invalid_value(what, &"a number from 0 to 10");
    is_on_the_scale.then_some(pain).ok_or_else(refused)
}

fn pain_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    #[derive(Deserialize)]
    struct Pain(#[serde(deserialize_with = "pain")] u8);
    Ok(Option::<Pain>::deserialize(from)?.map(|Pain(pain)| pain))
}

fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Cow<'de, str>, D::Error> {
    let text = Cow::<str>::deserialize(from)?;
    match when(&text) {
        Some(_) => Ok(text),
        None => Err(D::Error::custom("no date and time with its offset")),
    }
}

fn moment_or_none<'de: 'a, 'a, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Cow<'a, str>>, D::Error> {
    #[derive(Deserialize)]
    struct Moment<'a>(#[serde(borrow, deserialize_with = "moment")] Cow<'a, str>);
    Ok(Option::<Moment>::deserialize(from)?.map(|Moment(text)| text))
}

impl Session<'_> {
    /// What an exercise was done with.
    pub fn load_of(&self, exercise: &str) -> Option<&str> {
        let load = self.loads.iter().find(|load| load.exercise == exercise)?;
        Some(&load.load)
    }
}
