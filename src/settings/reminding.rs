//! How and when the person wants to be reminded, as the settings have it.

use std::collections::BTreeSet;
use std::time::Duration;

use toml::Value;
use toml_edit::{Array, InlineTable, Value as Written};

use crate::reminder::{Hours, Silence, Stretch, When, Wishes};

/// How and when the person wants to be reminded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminding {
    /// Whether they want that at all.
    pub on: bool,
    pub when: ReminderTime,
    /// 10 to 240: after so much sitting, where it is that.
    pub sitting_minutes: u16,
    pub hours: Hours,
    /// The id of the routine for after sitting; `None` takes whichever fits.
    pub routine: Option<String>,
    /// Those of [`Silence::CHOSEN`] that a reminder waits for.
    pub quiet_while: BTreeSet<Silence>,
    /// How often one reminder can be put off; `None` sets no limit.
    pub put_off_at_most: Option<u32>,
    pub form: ReminderForm,
}

/// What makes it time for a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderTime {
    AfterSitting,
    AtFixedTimes,
    SpreadOverDay,
}

/// How a reminder comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderForm {
    /// A small window of its own.
    Window,
    /// A notification of the desktop.
    Notification,
    /// A spoken sentence.
    Voice,
}

/// The id of the routine that comes with Supple for a break at the desk: what whoever has chosen nothing yet is
/// reminded of.
const DESK_BREAK: &str = "two-minute-standing-break";

impl Default for Reminding {
    fn default() -> Self {
        let Wishes {
            hours, quiet_while, ..
        } = Wishes::default();
        Self {
            on: false,
            when: ReminderTime::AfterSitting,
            sitting_minutes: 45,
            hours,
            routine: Some(DESK_BREAK.to_owned()),
            quiet_while,
            put_off_at_most: None,
            form: ReminderForm::Window,
        }
    }
}

impl Reminding {
    /// What the reminders go by.
    pub fn wishes(&self) -> Wishes {
        let sitting = Duration::from_mins(self.sitting_minutes.into());
        Wishes {
            hours: self.hours.clone(),
            when: match self.when {
                ReminderTime::AfterSitting => When::AfterSitting(sitting),
                ReminderTime::AtFixedTimes => When::AtFixedTimes,
                ReminderTime::SpreadOverDay => When::SpreadOverDay,
            },
            what: self.routine.as_deref().map(Into::into),
            quiet_while: self.quiet_while.clone(),
            put_off_at_most: self.put_off_at_most,
        }
    }
}

impl ReminderTime {
    pub(super) const ALL: [(Self, &'static str); 3] = [
        (Self::AfterSitting, "after-sitting"),
        (Self::AtFixedTimes, "fixed-times"),
        (Self::SpreadOverDay, "spread"),
    ];

    pub(super) fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(time, _)| *time == self)
            .map_or("", |(_, name)| name)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, it)| *it == name).map(|(time, _)| *time)
    }
}

impl ReminderForm {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Window, "window"),
        (Self::Notification, "notification"),
        (Self::Voice, "voice"),
    ];

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(form, _)| *form == self)
            .map_or("", |(_, name)| name)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, it)| *it == name).map(|(form, _)| *form)
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A table of the days that have working hours.
pub(super) fn work_written(hours: &Hours) -> Written {
    let days = WEEKDAYS.iter().zip(&hours.work);
    let days = days.filter_map(|(day, hours)| Some((*day, hours.as_ref()?.to_string())));
    days.collect::<InlineTable>().into()
}

pub(super) fn work_read(value: &Value) -> Option<[Option<Stretch>; 7]> {
    let mut work = [None; 7];
    for (day, hours) in value.as_table()? {
        let index = WEEKDAYS.iter().position(|it| it == day)?;
        *work.get_mut(index)? = Some(hours.as_str()?.parse().ok()?);
    }
    Some(work)
}

pub(super) fn stretch_read(value: &Value) -> Option<Stretch> {
    value.as_str()?.parse().ok()
}

pub(super) fn quiet_written(quiet_while: &BTreeSet<Silence>) -> Written {
    let names = quiet_while.iter().filter_map(|silence| silence.name());
    names.collect::<Array>().into()
}

pub(super) fn quiet_read(value: &Value) -> Option<BTreeSet<Silence>> {
    let silences = value.as_array()?.iter();
    let silences = silences.map(|name| Silence::named(name.as_str()?));
    silences.collect()
}
