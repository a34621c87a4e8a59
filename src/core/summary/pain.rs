//! Pain over weeks.
//!
//! Pain before and after one session is shown, and never called a change that matters: what is known of
//! such changes is about weeks.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, ToSpan as _};

use super::{Session, week_of};
use crate::routine::days;

/// The middle of several numbers from 0 to 10, of an even count the mean of the two in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Middle {
    /// Twice the number: it may lie between two.
    halves: u8,
}

impl Middle {
    fn of(mut all: Vec<u8>) -> Option<Self> {
        all.sort_unstable();
        let (upper, lower) = (all.len() / 2, all.len().checked_sub(1)? / 2);
        Some(Self {
            halves: all[lower] + all[upper],
        })
    }

    /// The whole number below it, and whether a half comes to it.
    pub fn parts(self) -> (u8, bool) {
        (self.halves / 2, self.halves % 2 == 1)
    }

    /// 0 to 10.
    pub fn value(self) -> f32 {
        f32::from(self.halves) / 2.0
    }
}

/// A week's pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PainWeek {
    /// Its first day.
    pub first: Date,
    pub before: Option<Middle>,
    pub after: Option<Middle>,
    /// In how many sessions the person gave any.
    pub answers: u64,
}

/// How pain before sessions changed between the first answers and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trend {
    pub from: Middle,
    pub to: Middle,
    /// Between the first answer and the last, rounded down; at least two.
    pub weeks: u32,
    pub change: Change,
    pub kind: TrendKind,
    /// How many points the least change is that people notice, from so much pain.
    pub least: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Less,
    Same,
    More,
}

/// What may be said of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendKind {
    /// It is smaller than any that people notice.
    Small,
    /// People notice such a change, and it can't be told from chance.
    MayBeChance,
    /// People notice such a change.
    Noticed,
}

impl Trend {
    /// Answers that are needed at first, and at last.
    const ANSWERS: usize = 3;
    /// Within so many weeks: the fewer, the better.
    const WEEKS: std::ops::RangeInclusive<i64> = 1..=3;
    /// Below 1.8 points a change can't be told from chance, by the source of [`between`](Self::between): so many
    /// halves of a point can.
    const CHANCE_HALVES: u8 = 4;
    /// From the first answer to the last.
    const LEAST_DAYS: u32 = 14;

    fn between(from: Middle, to: Middle, weeks: u32) -> Self {
        // By where it started, from 1 to 4, 5 to 7 and 8 to 10: doi 10.1055/a-1304-3677.
        let least = match from.halves {
            0..=9 => 1,
            10..=15 => 2,
            16.. => 3,
        };
        let by = from.halves.abs_diff(to.halves);
        let kind = match by {
            by if by < 2 * least => TrendKind::Small,
            by if by < Self::CHANCE_HALVES => TrendKind::MayBeChance,
            _ => TrendKind::Noticed,
        };
        let change = match to.cmp(&from) {
            std::cmp::Ordering::Less => Change::Less,
            std::cmp::Ordering::Equal => Change::Same,
            std::cmp::Ordering::Greater => Change::More,
        };
        Self {
            from,
            to,
            weeks,
            change,
            kind,
            least,
        }
    }
}

#[derive(Default)]
pub(super) struct Pains {
    /// What was given on each day, before and after.
    days: BTreeMap<Date, [Vec<u8>; 2]>,
    answers: BTreeMap<Date, u64>,
    /// The limit of each routine's last session.
    limits: BTreeMap<String, (Timestamp, Option<u8>)>,
}

impl Pains {
    pub(super) fn add(&mut self, session: &Session<'_>) {
        let given = [session.pain_before, session.pain_after];
        if given.iter().any(Option::is_some) {
            let of_day = self.days.entry(session.date).or_default();
            for (all, pain) in of_day.iter_mut().zip(given) {
                all.extend(pain);
            }
            *self.answers.entry(session.date).or_default() += 1;
        }
        let now = (session.started, session.pain_limit);
        match self.limits.get_mut(session.routine) {
            Some(last) if last.0 <= now.0 => *last = now,
            Some(_) => {}
            None => {
                self.limits.insert(session.routine.to_owned(), now);
            }
        }
    }

    pub(super) fn limit(&self) -> Option<u8> {
        self.limits.values().filter_map(|(_, limit)| *limit).min()
    }

    pub(super) fn weeks(&self, first: Weekday) -> Vec<PainWeek> {
        let mut weeks: BTreeMap<Date, ([Vec<u8>; 2], u64)> = BTreeMap::new();
        for (date, given) in &self.days {
            let (all, answers) = weeks.entry(week_of(*date, first)).or_default();
            for (all, given) in all.iter_mut().zip(given) {
                all.extend(given);
            }
            *answers += self.answers.get(date).copied().unwrap_or(0);
        }
        let week = |(first, ([before, after], answers)): (Date, ([Vec<u8>; 2], u64))| PainWeek {
            first,
            before: Middle::of(before),
            after: Middle::of(after),
            answers,
        };
        weeks.into_iter().map(week).collect()
    }

    pub(super) fn trend(&self) -> Option<Trend> {
        let given = self
            .days
            .iter()
            .filter(|(_, [before, _])| !before.is_empty());
        let given: Vec<(Date, &[u8])> = given.map(|(date, it)| (*date, &*it[0])).collect();
        let (first, last) = (given.first()?.0, given.last()?.0);
        let between = days(first, last);
        if between < Trend::LEAST_DAYS {
            return None;
        }
        let of_days = |from: Date, to: Date| {
            let those = given.iter();
            let those: Vec<_> = those
                .filter(|(date, _)| from <= *date && *date <= to)
                .collect();
            let all: Vec<u8> = those.iter().flat_map(|(_, pain)| pain.to_vec()).collect();
            let span = (those.first()?.0, those.last()?.0);
            (all.len() >= Trend::ANSWERS).then_some((span, all))
        };
        let within = |weeks: i64| (weeks * 7 - 1).days();
        let mut from = Trend::WEEKS.map(|weeks| first.saturating_add(within(weeks)));
        let ((_, at_first), from) = from.find_map(|end| of_days(first, end))?;
        let mut to = Trend::WEEKS.map(|weeks| last.saturating_sub(within(weeks)));
        let ((at_last, _), to) = to.find_map(|begin| of_days(begin, last))?;
        if at_last <= at_first {
            return None;
        }
        Some(Trend::between(
            Middle::of(from)?,
            Middle::of(to)?,
            between / 7,
        ))
    }
}
