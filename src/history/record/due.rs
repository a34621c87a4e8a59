//! When sessions of a routine were due, as a line says it.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::routine::{Due, Rhythm};

/// The most rhythms that are read of a line: an exercise may have one of its own.
const MOST: usize = crate::routine::MOST_EXERCISES + 1;

/// See [`Due`]. Nothing is written of what the routine's file does not say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DueFact {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rhythms: Vec<RhythmFact>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<String>,
}

/// See [`Rhythm`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RhythmFact {
    /// Sessions on each of its days.
    pub times: u32,
    /// From 1 for Monday to 7; without any, every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<i8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_week: Option<u32>,
    #[serde(default, skip_serializing_if = "is_none")]
    pub between: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none(days: &u32) -> bool {
    *days == 0
}

fn date(text: Option<&str>) -> Option<Date> {
    text?.parse().ok()
}

impl From<&Due> for DueFact {
    fn from(due: &Due) -> Self {
        let rhythm = |it: &Rhythm| RhythmFact {
            times: it.times_a_day,
            days: it
                .days
                .iter()
                .map(|day| day.to_monday_one_offset())
                .collect(),
            per_week: it.days_per_week,
            between: it.days_between,
        };
        Self {
            rhythms: due.rhythms.iter().map(rhythm).collect(),
            first_day: due.first_day.map(|day| day.to_string()),
            weeks: due.weeks,
            last_day: due.last_day.map(|day| day.to_string()),
        }
    }
}

impl DueFact {
    /// A line that was written by anything else than Supple may say any number.
    pub(in crate::history) fn due(&self) -> Due {
        const WEEK: u32 = 7;
        const YEARS: u32 = 520;
        let day = |day: &i8| Weekday::from_monday_one_offset(*day).ok();
        let rhythm = |it: &RhythmFact| Rhythm {
            times_a_day: it.times.clamp(1, 24 * 60),
            days: it.days.iter().filter_map(day).collect(),
            days_per_week: it.per_week.map(|days| days.clamp(1, WEEK)),
            days_between: it.between.min(366),
        };
        Due {
            rhythms: self.rhythms.iter().take(MOST).map(rhythm).collect(),
            first_day: date(self.first_day.as_deref()),
            weeks: self.weeks.map(|weeks| weeks.min(YEARS)),
            last_day: date(self.last_day.as_deref()),
        }
    }
}
