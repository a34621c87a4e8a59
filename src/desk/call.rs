//! A reminder as it is handed to whatever shows it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::reminder::{Reminder, Silence, Why};

/// A reminder, as a line that one program writes and another reads. A contract: fields are added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The routine's id.
    pub routine: String,
    pub why: Reason,
    /// What kept it back last.
    #[serde(default)]
    pub after: Option<Silence>,
    pub can_be_put_off: bool,
    /// Whether it only shows how a reminder comes.
    #[serde(default)]
    pub is_example: bool,
}

impl Call {
    /// One that shows how a reminder of this routine comes.
    pub fn example(routine: &str) -> Self {
        Self {
            routine: routine.to_owned(),
            why: Reason::Left(1),
            after: None,
            can_be_put_off: true,
            is_example: true,
        }
    }
}

/// Why it is time: `{"sitting_minutes": 45}`, `{"time": "10:30"}` or `{"left": 2}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    SittingMinutes(u64),
    Time(String),
    Left(u32),
}

impl From<Why> for Reason {
    fn from(why: Why) -> Self {
        match why {
            Why::Sitting(long) => Self::SittingMinutes(long.as_secs() / 60),
            Why::Time(time) => Self::Time(time.strftime("%H:%M").to_string()),
            Why::Left(left) => Self::Left(left),
        }
    }
}

impl TryFrom<Reason> for Why {
    type Error = jiff::Error;

    fn try_from(reason: Reason) -> Result<Self, jiff::Error> {
        Ok(match reason {
            Reason::SittingMinutes(minutes) => {
                Self::Sitting(Duration::from_secs(minutes.saturating_mul(60)))
            }
            Reason::Time(time) => Self::Time(time.parse()?),
            Reason::Left(left) => Self::Left(left),
        })
    }
}

impl From<&Reminder> for Call {
    fn from(reminder: &Reminder) -> Self {
        Self {
            routine: reminder.routine.to_string(),
            why: reminder.why.into(),
            after: reminder.after,
            can_be_put_off: reminder.can_be_put_off,
            is_example: false,
        }
    }
}
