//! Whether something is due on a day, by the days on which it is to be done and those on which it was.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::dates::week_of;
use crate::progress::{Sessions, Share};
use crate::routine::{Rhythm, WEEK, days};

#[cfg(test)]
mod tests;

/// What a day means for something that is to be done on some days. Of several things the least
/// counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It is to be done today.
    Due,
    /// It may be done today; if it is not, there are days enough left in the week.
    MayBeDone,
    /// As often as is meant for today.
    Done,
    /// The days of this week are done.
    WeekDone,
    /// It was done lately, and there are to be days between.
    DayBetween,
    /// The day is none of its days.
    NotItsDay,
    /// The programme has not begun.
    NotYet,
    /// The programme is over.
    Over,
}

/// What came before a day on which nothing is done yet, as far as a rhythm minds it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Before {
    /// The first day on which it may be done again, if it ever was.
    pub next: Option<Date>,
    /// The first day of the week that the day is in.
    pub week: Date,
    /// On how many days of it it was done.
    pub used: u32,
    /// On how many it is meant, if so many are.
    pub quota: Option<u32>,
}

impl Turn {
    /// What a day means by a rhythm: the one place that says so, of today and of days that are over.
    pub(crate) fn of(rhythm: &Rhythm, date: Date, before: Before) -> Self {
        if !rhythm.is_for(date.weekday()) {
            return Self::NotItsDay;
        }
        if before.next.is_some_and(|next| date < next) {
            return Self::DayBetween;
        }
        let Some(quota) = before.quota else {
            return Self::Due;
        };
        let Some(others) = quota.saturating_sub(before.used).checked_sub(1) else {
            return Self::WeekDone;
        };
        let left = WEEK.saturating_sub(days(before.week, date));
        let needed = others * (rhythm.days_between + 1) + 1;
        if left > needed {
            Self::MayBeDone
        } else {
            Self::Due
        }
    }

    /// Whether a session of today is to have it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::MayBeDone)
    }

    /// Whether the day is one of those on which it is done, or can be.
    pub fn is_of_today(self) -> bool {
        self.is_open() || self == Self::Done
    }
}

/// When something was done: the sessions of each day that are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Practice {
    days: BTreeMap<Date, Sessions>,
}

impl Practice {
    /// Nothing was done.
    pub(super) const NONE: &'static Self = &Self {
        days: BTreeMap::new(),
    };

    pub(super) fn add(&mut self, date: Date, part: Share, is_completed: bool) {
        self.days.entry(date).or_default().add(part, is_completed);
    }

    /// Of several of which a session has so many, or as few as were chosen: what was done of them is shared
    /// out among those.
    pub(super) fn of_choice<'p>(all: impl Iterator<Item = &'p Self>, choose: u32) -> Self {
        let mut of_days: BTreeMap<Date, Vec<Sessions>> = BTreeMap::new();
        for practice in all {
            for (date, sessions) in &practice.days {
                of_days.entry(*date).or_default().push(*sessions);
            }
        }
        let shared_out = |(date, each): (Date, Vec<Sessions>)| {
            let chosen = u32::try_from(each.len()).unwrap_or(u32::MAX).min(choose);
            let mut sessions = Sessions::default();
            for one in each {
                sessions.add_of(one, chosen);
            }
            (date, sessions)
        };
        Self {
            days: of_days.into_iter().map(shared_out).collect(),
        }
    }

    /// The same with sessions of which the day alone is known: they had whatever it was the turn of.
    pub(super) fn with_told(
        &self,
        told: Option<&BTreeMap<Date, u32>>,
        rhythm: &Rhythm,
        first_weekday: Weekday,
    ) -> Cow<'_, Self> {
        let mut all = Cow::Borrowed(self);
        for (date, times) in told.into_iter().flatten() {
            let week = week_of(*date, first_weekday);
            // More than the day has turns change nothing.
            for _ in 0..(*times).min(rhythm.times_a_day) {
                if all.turn(rhythm, *date, week).is_open() {
                    all.to_mut().add(*date, Share { done: 1, of: 1 }, true);
                }
            }
        }
        all
    }

    /// How many sessions of a day it comes to.
    pub(super) fn number_on(&self, date: Date) -> u32 {
        self.days.get(&date).map_or(0, Sessions::number)
    }

    /// The days before this one on which it was done, the last first.
    fn done_before(&self, date: Date) -> impl Iterator<Item = Date> + '_ {
        let before = self.days.range(..date).rev();
        before
            .filter(|(_, day)| day.number() > 0)
            .map(|(day, _)| *day)
    }

    /// What the day means for it. `week` is the first day of the week that it is in.
    pub(super) fn turn(&self, rhythm: &Rhythm, date: Date, week: Date) -> Turn {
        match self.number_on(date) {
            0 => {}
            _ if !rhythm.is_for(date.weekday()) => {}
            done if done >= rhythm.times_a_day => return Turn::Done,
            _ => return Turn::Due,
        }
        let last = self.done_before(date).next();
        let before = Before {
            next: last.map(|last| rhythm.next_after(last)),
            week,
            used: self.days_of_week(date, week),
            quota: rhythm.days_per_week,
        };
        Turn::of(rhythm, date, before)
    }

    /// On how many days of the week that begins on `week`, before today and with it.
    pub(super) fn days_of_week(&self, date: Date, week: Date) -> u32 {
        let before = self.done_before(date).take_while(|day| *day >= week);
        let today = u32::from(self.number_on(date) > 0);
        u32::try_from(before.count()).unwrap_or(WEEK) + today
    }
}
