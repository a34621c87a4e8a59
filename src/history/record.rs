//! One line of the record: its shape, its checksum, and how a line that is not whole is recognised.
//!
//! ```text
//! {"v":1,"id":"0193…","session":"0193…","time":"2026-11-22T08:01:20.004+01:00[Europe/Berlin]",
//!  "fact":{"hold":{"step":1,"exercise":"knee-to-chest",…,"held_ms":20000,"outcome":"done"}},
//!  "crc":"5d1f33ab"}
//! ```
//!
//! (on one line). `crc` is the CRC-32 (as in zip and PNG) of the bytes before `,"crc":"`, in eight
//! lower-case hexadecimal digits.

pub(super) mod due;
pub(super) mod id;
pub(super) mod said;
pub(super) mod time;

use std::borrow::Cow;

use jiff::Zoned;
use serde::{Deserialize, Deserializer, Serialize};

pub use self::due::{DueFact, RhythmFact};
pub use self::id::Id;
pub(super) use self::said::MOST_PAIN;
pub use self::said::{Correction, NotCounted, Now, WhyLeftOut};
pub(super) use self::time::{time_text, when};
use super::exported;
use crate::routine::{Routine, Side};
use crate::session::{Answer, Outcome, StopReason};

/// The version of the lines that this program writes. A line of a later one is kept and counted.
pub const VERSION: u32 = 1;

/// Letters of an id.
const ID_LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

/// What follows the checked bytes: the key and quote, eight digits, the quote and brace.
const CRC_KEY: &[u8] = br#","crc":""#;
const CRC_DIGITS: usize = 8;
const CRC_END: &[u8] = br#""}"#;

/// One fact with what is needed to place it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line<'a> {
    /// The version of its shape; see [`VERSION`].
    pub v: u32,
    /// The same in every copy of the line: lines of one id are one fact.
    pub id: Id,
    /// The session that it is a fact of.
    pub session: Id,
    /// When it became true, with offset and zone, to the millisecond.
    #[serde(borrow)]
    pub time: Cow<'a, str>,
    /// What became true.
    #[serde(borrow)]
    pub fact: Fact<'a>,
}

/// What became true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact<'a> {
    /// A session began.
    #[serde(borrow)]
    Started(Started<'a>),
    /// A step of the dose ended: done, cut short or skipped.
    #[serde(borrow)]
    Hold(HoldFact<'a>),
    /// It hurts, in this step.
    Hurt {
        step: u32,
        #[serde(borrow)]
        exercise: Cow<'a, str>,
        side: Option<Side>,
    },
    /// What the person chose after it hurt.
    Answered {
        answer: Answer,
    },
    /// The machine or the program was away for about this long, and the session paused for it.
    Away {
        away_ms: u64,
    },
    /// A session that was cut off goes on at this step.
    Continued {
        step: u32,
    },
    /// Every step was reached and the last has ended.
    Completed {},
    Stopped {
        reason: StopReason,
    },
    /// The person was asked before a session and did not begin it. It stands alone: its session
    /// has no other line.
    #[serde(borrow)]
    NotBegun(NotBegunFact<'a>),
    /// The person does not want to go on with a session that was cut off.
    Closed {},
    /// What the person said afterwards. What a later line says of the same counts.
    Noted {
        #[serde(
            default,
            deserialize_with = "pain",
            skip_serializing_if = "Option::is_none"
        )]
        pain_before: Option<u8>,
        #[serde(
            default,
            deserialize_with = "pain",
            skip_serializing_if = "Option::is_none"
        )]
        pain_after: Option<u8>,
        #[serde(borrow, skip_serializing_if = "Option::is_none")]
        note: Option<Cow<'a, str>>,
        /// The loads that were used where they are others than prescribed. Older lines do not have it.
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        loads: Vec<LoadFact<'a>>,
        /// How many repetitions were done where that is left to the person, and others than were counted.
        /// Older lines do not have it.
        #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
        reps: Vec<RepsFact<'a>>,
    },
    /// A session that was done without Supple, as the person told. Older programs don't know it, nor what
    /// follows.
    #[serde(borrow)]
    Told(ToldFact<'a>),
    /// What of the session is to be read otherwise.
    Corrected(Correction),
    /// The line of that id, which corrected something, counts no more.
    Undone {
        line: Id,
    },
    /// Why something was left out. What a later line says counts.
    LeftOut {
        why: WhyLeftOut,
    },
    /// How it felt on a later day, on which the line was written.
    NextDay {
        #[serde(default, deserialize_with = "pain")]
        pain: Option<u8>,
    },
    /// A session as another record has it, from which it was exported. It counts as long as the line that
    /// began the session is not here.
    #[serde(borrow)]
    Imported(Box<exported::Session<'a>>),
}

/// A session that was done without Supple.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldFact<'a> {
    #[serde(borrow)]
    pub routine: RoutineFact<'a>,
    pub device: Id,
    /// When it was done, with offset and zone; of one of which the day alone is known, at noon.
    #[serde(borrow)]
    pub done: Cow<'a, str>,
    pub due: DueFact,
}

/// How many repetitions of an exercise were done in each set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RepsFact<'a> {
    /// The exercise's id.
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    /// Where each side has a dose of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    pub reps: Vec<u32>,
}

/// The load that an exercise was done with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadFact<'a> {
    /// The exercise's id.
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    #[serde(borrow)]
    pub load: Cow<'a, str>,
}

/// A session began. Holds all of the prescription that the history will ever need, so that the
/// past stays readable when the routine's file changes or is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Started<'a> {
    #[serde(borrow)]
    pub routine: RoutineFact<'a>,
    pub device: Id,
    /// A hash of the machine and of the folder of the record. Older lines do not have it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Cow<'a, str>>,
    #[serde(
        default,
        deserialize_with = "pain",
        skip_serializing_if = "Option::is_none"
    )]
    pub pain_before: Option<u8>,
    /// The pain above which its author says to stop, where they do: 0 to 10.
    #[serde(
        default,
        deserialize_with = "pain",
        skip_serializing_if = "Option::is_none"
    )]
    pub pain_limit: Option<u8>,
    /// Sum over all steps of the dose that have an end.
    pub prescribed_ms: u64,
    /// When its sessions are due. Older lines do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueFact>,
    #[serde(borrow)]
    pub exercises: Vec<ExerciseFact<'a>>,
}

/// A session that was not begun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotBegunFact<'a> {
    #[serde(borrow)]
    pub routine: RoutineFact<'a>,
    pub device: Id,
    /// 0 to 10.
    #[serde(
        default,
        deserialize_with = "pain",
        skip_serializing_if = "Option::is_none"
    )]
    pub pain_before: Option<u8>,
    pub why: WhyNot,
}

/// Why a session was not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The pain before it is above the limit.
    PainAboveLimit { limit: u8 },
}

impl Fact<'_> {
    /// The pain that it gives.
    pub(super) fn pain(&self) -> impl Iterator<Item = u8> + use<> {
        let [before, after] = match self {
            Self::Started(it) => [it.pain_before, None],
            Self::NotBegun(it) => {
                let WhyNot::PainAboveLimit { limit } = it.why;
                [it.pain_before, Some(limit)]
            }
            Self::Noted {
                pain_before,
                pain_after,
                ..
            } => [*pain_before, *pain_after],
            Self::NextDay { pain } => [*pain, None],
            _ => [None, None],
        };
        before.into_iter().chain(after)
    }
}

/// Pain as a line has it. Any number that is not on the scale is read as 255, so that the rest of
/// the line counts.
fn pain<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let number = Option::<serde_json::Number>::deserialize(deserializer)?;
    let on_the_scale = |number: serde_json::Number| {
        let whole = number.as_u64().and_then(|whole| u8::try_from(whole).ok());
        whole.unwrap_or(u8::MAX)
    };
    Ok(number.map(on_the_scale))
}

/// Which words exactly were prescribed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoutineFact<'a> {
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    pub revision: u32,
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// Of the routine's file, in lower-case hexadecimal.
    #[serde(borrow)]
    pub sha256: Cow<'a, str>,
    /// BCP 47.
    #[serde(borrow)]
    pub language: Cow<'a, str>,
}

impl RoutineFact<'static> {
    /// What is written of a routine.
    pub fn of(routine: &Routine) -> Self {
        Self {
            id: routine.id.clone().into(),
            revision: routine.revision,
            title: routine.title.clone().into(),
            sha256: routine.sha256.clone().into(),
            language: routine.language.clone().into(),
        }
    }
}

/// An exercise with the steps of its dose, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExerciseFact<'a> {
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    /// Whether it may be skipped; written where it is so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// The load that is prescribed, where one is.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Cow<'a, str>>,
    /// How long one repetition at a pace takes, of an exercise that is done at one. Older lines have it
    /// only where it is left to the person how many there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rep_ms: Option<u64>,
    /// The steps beyond what is asked, by their index in the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<u32>,
    pub steps: Vec<Prescribed>,
}

/// One step of the dose, short because a routine may have thousands:
/// `[index in the plan, side, set, repetition, milliseconds]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prescribed(
    pub u32,
    pub Option<Side>,
    pub Option<u32>,
    pub Option<u32>,
    pub Option<u64>,
);

/// What was done of one step of the dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HoldFact<'a> {
    /// Index in the plan.
    pub step: u32,
    #[serde(borrow)]
    pub exercise: Cow<'a, str>,
    #[serde(borrow)]
    pub name: Cow<'a, str>,
    pub side: Option<Side>,
    pub set: Option<u32>,
    pub rep: Option<u32>,
    /// `None` for an open step.
    pub prescribed_ms: Option<u64>,
    /// Also beyond what was prescribed.
    pub held_ms: u64,
    pub outcome: Outcome,
    /// Whether the step is still to be done; written where it is so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// Milliseconds that can be added up. No step takes the fifty days that are the most here, but a
/// line that was written by anything else than Supple may say any number.
pub(super) fn countable(ms: u64) -> u64 {
    ms.min(u32::MAX.into())
}

/// Why a line can't be read as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It has no checksum at its end: its writing was cut off, or its end is damaged.
    Torn,
    /// The checksum does not fit.
    Damaged,
    /// It is whole, and says what only a later version of Supple understands.
    Newer,
}

impl<'a> Line<'a> {
    /// A fact of a session that became true at `time`, under a new id.
    pub fn new(session: Id, time: &Zoned, fact: Fact<'a>) -> Self {
        Self {
            v: VERSION,
            id: Id::new(),
            session,
            time: time_text(time).into(),
            fact,
        }
    }

    /// The line as it is written, with its checksum and its newline.
    pub fn text(&self) -> String {
        #[expect(
            clippy::expect_used,
            reason = "no map, no key that is not text, no foreign Serialize"
        )]
        let mut text = serde_json::to_string(self).expect("a line is always JSON");
        text.pop();
        let crc = crc32fast::hash(text.as_bytes());
        format!("{text},\"crc\":\"{crc:08x}\"}}\n")
    }

    /// Reads a line without its line ending.
    ///
    /// # Errors
    /// If it is torn or damaged, or only a later version understands it.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Unread> {
        let (checked, crc) = split_crc(bytes).ok_or(Unread::Torn)?;
        if crc32fast::hash(checked) != crc {
            return Err(Unread::Damaged);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Unread::Damaged)?;
        match serde_json::from_str::<Self>(text) {
            Ok(line) if line.v <= VERSION => Ok(line),
            _ => Err(Unread::Newer),
        }
    }
}

/// Whether bytes are the beginning of a line that does not reach the end of its id. They hold no fact,
/// and without an id there is no way to see whether the line was written again whole.
pub(super) fn is_hardly_begun(bytes: &[u8]) -> bool {
    const BEGINNING: &[u8] = br#"{"v":1,"id":""#;
    let id = bytes.get(BEGINNING.len()..).unwrap_or_default();
    let is_of_an_id = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'-';
    if id.is_empty() {
        return BEGINNING.starts_with(bytes);
    }
    bytes.starts_with(BEGINNING) && id.len() < ID_LENGTH && id.iter().all(is_of_an_id)
}

/// The id of a line that is not whole, if its id is. By it a reader sees whether the line was written
/// again whole.
pub(super) fn id_of_torn(bytes: &[u8]) -> Option<Id> {
    const KEY: &[u8] = br#""id":""#;
    let start = bytes.windows(KEY.len()).position(|window| window == KEY)? + KEY.len();
    let id = bytes.get(start..start + ID_LENGTH)?;
    std::str::from_utf8(id).ok()?.parse().ok()
}

/// Whether bytes that are no line begin with a whole one: what follows it lacks the line end between them. Texts in
/// a line have their quotes escaped, so that none looks like its end.
pub(super) fn begins_with_whole_line(bytes: &[u8]) -> bool {
    let mut windows = bytes.windows(CRC_KEY.len());
    let key = windows.position(|window| window == CRC_KEY);
    let end = key.map(|key| key + CRC_KEY.len() + CRC_DIGITS + CRC_END.len());
    let line = end.and_then(|end| bytes.get(..end)).and_then(split_crc);
    line.is_some_and(|(checked, crc)| crc32fast::hash(checked) == crc)
}

/// Whether bytes that are no line have the beginning of another one inside: they are more than what is left of
/// one. Texts in a line have their quotes escaped, so that none looks like it.
pub(super) fn holds_another(bytes: &[u8]) -> bool {
    const BEGINNING: &[u8] = br#"{"v":"#;
    let mut inside = bytes.windows(BEGINNING.len()).skip(1);
    inside.any(|window| window == BEGINNING)
}

fn split_crc(bytes: &[u8]) -> Option<(&[u8], u32)> {
    let rest = bytes.strip_suffix(CRC_END)?;
    let (rest, digits) = rest.split_at_checked(rest.len().checked_sub(CRC_DIGITS)?)?;
    let checked = rest.strip_suffix(CRC_KEY)?;
    let crc = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    Some((checked, crc))
}
