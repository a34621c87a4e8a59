//! What is on now, and why.

use jiff::Zoned;
use serde::{Deserialize, Serialize};

use super::call::Reason;
use super::readings::Missing;
use crate::reminder::{Answer, Silence};
use crate::settings::ReminderForm;

/// How things stand with the reminders, as one program tells another. A contract: fields are added, never
/// changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    pub format: u32,
    /// Whether the process that reminds runs.
    pub runs: bool,
    /// Whether the person wants to be reminded.
    pub on: bool,
    /// How reminders come: `window`, `notification` or `voice`.
    pub form: String,
    pub now: Option<Now>,
    /// What is the case that a reminder would wait for, whether one does or not.
    #[serde(default)]
    pub silences: Vec<Silence>,
    /// Since the last break.
    pub sitting_minutes: Option<u64>,
    /// Until when the person wants quiet.
    pub quiet_until: Option<String>,
    /// Until when the person has put the reminder off that comes again.
    #[serde(default)]
    pub put_off_until: Option<String>,
    /// How the last reminder came, where that is another form than `form`: one of those, or `none` if it could
    /// not be shown at all.
    #[serde(default)]
    pub shown_as: Option<String>,
    /// The last reminder that came.
    pub last: Option<Happened>,
    /// What came, and what was kept back, today: the oldest first.
    pub today: Vec<Happened>,
    /// What nothing on this desktop tells: see [`Missing::name`].
    pub missing: Vec<String>,
    /// What is wrong with the disk, as far as it concerns reminders.
    #[serde(default)]
    pub trouble: Option<Trouble>,
}

/// What can be wrong with the disk, as far as it concerns reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// It does not answer: what it said last counts on.
    Silent,
    /// A later version of the program wrote `reminders.json`, which is left alone.
    KeptLater,
    /// `reminders.json` can't be read, and is left alone.
    KeptUnreadable,
    /// `reminders.json` can't be written.
    KeptUnwritten,
}

/// What is the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Now {
    /// This is on show.
    Reminding {
        #[serde(flatten)]
        of: Occasion,
    },
    /// It would be time for this, now or before a quiet is over that was asked for, and something keeps it back.
    Silent {
        because: Silence,
        #[serde(flatten)]
        waiting: Occasion,
    },
    /// This comes then, if nothing changes.
    Waiting {
        at: String,
        #[serde(flatten)]
        next: Occasion,
    },
    /// The hours in which there are reminders begin then.
    OutsideHours {
        until: String,
    },
    /// Nothing comes before then: a break in the hours, or their end, is sooner.
    NotBefore {
        until: String,
    },
    NothingLeft,
}

/// A routine, and why it is time for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    pub routine: String,
    pub title: String,
    pub why: Reason,
}

/// A reminder that came, or was kept back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    pub at: String,
    #[serde(flatten)]
    pub of: Occasion,
    /// What kept it back; of one that came nothing.
    pub silent: Option<Silence>,
    /// What became of one that came; nothing while it is on show.
    pub answer: Option<Became>,
}

/// What became of a reminder that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    Start,
    PutOff,
    NotNow,
    NotToday,
    /// It went by itself.
    Gone,
    /// Something called for silence while it was on show.
    TakenBack,
    /// No form could be had.
    NotShown,
}

impl From<Answer> for Became {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Start => Self::Start,
            Answer::PutOff => Self::PutOff,
            Answer::NotNow => Self::NotNow,
            Answer::NotToday => Self::NotToday,
            Answer::Gone => Self::Gone,
        }
    }
}

impl Status {
    /// When no process reminds.
    pub fn of_none(on: bool, form: ReminderForm) -> Self {
        Self {
            format: 1,
            runs: false,
            on,
            form: form.name().to_owned(),
            now: None,
            silences: Vec::new(),
            sitting_minutes: None,
            quiet_until: None,
            put_off_until: None,
            shown_as: None,
            last: None,
            today: Vec::new(),
            missing: Vec::new(),
            trouble: None,
        }
    }

    /// Whether a reminder is on show.
    pub fn is_reminding(&self) -> bool {
        matches!(self.now, Some(Now::Reminding { .. }))
    }
}

impl Missing {
    /// Its name among programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Locked => "locked",
            Self::Microphone => "microphone",
            Self::Camera => "camera",
            Self::FullScreen => "full-screen",
            Self::DoNotDisturb => "do-not-disturb",
            Self::Battery => "battery",
        }
    }
}

/// A moment as a status has it, with the zone's offset.
pub fn written(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
