//! What a day looks like: which routines are shown on Today, in which order, and how far they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use crate::history::{History, Summary};
use crate::library::{Entry, Origin};
use crate::ui::today::{Card, Dose};

/// A shipped routine that was done within so many days is one that the person has taken up.
const TAKEN_UP_DAYS: i32 = 14;
/// Today shows at least so many routines, with suggestions after the person's own.
const FEWEST_CARDS: usize = 3;

/// What was done on a day, and lately.
#[derive(Debug, Clone)]
pub(super) struct Day {
    pub(super) date: Date,
    done: Summary,
    /// Ids of the routines done lately.
    lately: BTreeSet<Arc<str>>,
}

impl Day {
    pub(super) fn of(history: &History, now: &Zoned) -> Self {
        let date = now.date();
        let since = date.saturating_sub(TAKEN_UP_DAYS.days());
        let lately = history
            .sessions
            .iter()
            .take_while(|session| session.started.date() >= since)
            .map(|session| Arc::clone(&session.routine.id))
            .collect();
        Self {
            date,
            done: Summary::of(history.on(date)),
            lately,
        }
    }

    /// How often a routine was done on this day.
    pub(super) fn done(&self, routine: &str) -> u32 {
        self.done.doses_of(routine)
    }

    /// The routines of this day: first what is due, then what is done, then suggestions. The
    /// person's own are always among them, those shipped if they were done lately.
    pub(super) fn cards<'a>(&self, entries: &'a [Entry]) -> Vec<Card<'a>> {
        let mut cards: Vec<Card> = entries
            .iter()
            .filter_map(|entry| self.card(entry))
            .collect();
        cards.sort_by_key(|card| match card.dose {
            Dose::Planned { done, of } if done < of => 0,
            Dose::Planned { .. } => 1,
            Dose::Suggested => 2,
        });
        let taken_up = cards
            .iter()
            .filter(|card| card.dose != Dose::Suggested)
            .count();
        cards.truncate(taken_up.max(FEWEST_CARDS));
        cards
    }

    fn card<'a>(&self, entry: &'a Entry) -> Option<Card<'a>> {
        let routine = entry.routine.as_deref()?;
        let shipped = entry.origin == Origin::Shipped;
        let dose = if shipped && !self.lately.contains(routine.id.as_str()) {
            Dose::Suggested
        } else {
            Dose::Planned {
                done: self.done(&routine.id),
                of: routine.schedule.dose_on(self.date.weekday()),
            }
        };
        Some(Card {
            routine,
            shipped,
            is_broken: !entry.is_current,
            dose,
        })
    }
}
