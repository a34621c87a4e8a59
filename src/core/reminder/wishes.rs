//! How a person wants to be reminded.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::hours::Hours;
use super::silence::Silence;

/// How a person wants to be reminded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    pub hours: Hours,
    pub when: When,
    /// The id of the routine to be reminded of after sitting. Without it, whichever fits and is left to be
    /// done.
    pub what: Option<Arc<str>>,
    /// What of [`Silence::CHOSEN`] to keep silent for.
    pub quiet_while: BTreeSet<Silence>,
    /// How often one reminder can be put off; without it, as often as the person likes.
    pub put_off_at_most: Option<u32>,
}

/// What makes it time for a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// So much sitting inside of working hours.
    AfterSitting(Duration),
    /// The times that the routines' authors give.
    AtFixedTimes,
    /// What is left of the day's dose, spread evenly over what is left of the day.
    SpreadOverDay,
}

impl Default for Wishes {
    fn default() -> Self {
        let mut quiet_while = BTreeSet::from(Silence::CHOSEN);
        quiet_while.remove(&Silence::Battery);
        Self {
            hours: Hours::default(),
            when: When::AfterSitting(Duration::from_mins(45)),
            what: None,
            quiet_while,
            put_off_at_most: None,
        }
    }
}
