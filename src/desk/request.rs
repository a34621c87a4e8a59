//! What the process that reminds can be asked for, and what it answers.

use std::sync::mpsc::Sender;

use serde::{Deserialize, Serialize};

use super::status::Status;
use crate::reminder::Answer;

/// What it is asked for by the tray, another copy of the program or another program. To each it answers with
/// the [`Status`] after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// How things stand.
    Status,
    /// Look at the settings, the routines and the record now.
    Look,
    Quiet(Quiet),
    /// In the person's name, to the reminder that is on show.
    Answer(#[serde(with = "named")] Answer),
    /// Begin a session of what comes next.
    StartNext,
    /// Open the window.
    Open,
    /// Open it where reminders are set.
    Settings,
    End,
}

/// How long to keep silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quiet {
    Minutes(u32),
    UntilTomorrow,
    /// No longer.
    Off,
}

/// What reaches the process while it waits.
#[derive(Debug)]
pub enum News {
    /// Something is asked for, and whoever asked may wait for the answer.
    Asked(Request, Option<Sender<Status>>),
    /// The reminder with this number was answered.
    Answered(u64, Answer),
    /// It could not be shown after all.
    NotShown(u64),
    /// It was said to its end.
    Spoken(u64),
    /// The disk answers that did not.
    DiskAnswers,
    /// The system wants the program to end.
    End,
}

mod named {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    use crate::reminder::Answer;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    pub(super) fn serialize<S: Serializer>(answer: &Answer, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(answer.name())
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Answer, D::Error> {
        let name = String::deserialize(from)?;
        Answer::named(&name).ok_or_else(|| D::Error::custom("no such answer"))
    }
}
