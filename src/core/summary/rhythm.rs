//! What was due of one routine, day by day.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::day::{DaySum, OfDay, Sums, Whole};
use super::{LEFT_ALONE_DAYS, Question, week_of};
use crate::routine::{Due, Rhythm, WEEK, days};

/// One routine's sessions, and where it stands as one goes through the days.
pub(super) struct Course<'a, 'q> {
    days: BTreeMap<Date, OfDay<'a>>,
    question: &'q Question<'q>,
    /// What is in force, from the last session that says so; `None` if no session has yet.
    due: Option<&'a Due>,
    turns: Vec<Turns<'a>>,
    /// The first session since it was last left alone.
    first: Option<Date>,
    last: Option<Date>,
    whole: Whole,
}

impl<'a, 'q> Course<'a, 'q> {
    pub(super) fn of(days: BTreeMap<Date, OfDay<'a>>, question: &'q Question<'q>) -> Self {
        Self {
            days,
            question,
            due: None,
            turns: Vec::new(),
            first: None,
            last: None,
            whole: Whole::default(),
        }
    }

    /// Adds what each day comes to. Gives when the routine's sessions are due at the end.
    pub(super) fn walk(mut self, sums: &mut [DaySum]) -> Option<Due> {
        let from = self.days.keys().next().copied();
        let span = self.question.span;
        let every = from.map(|from| from.series(1.day()).take_while(|date| *date <= span.to));
        let of_days = std::mem::take(&mut self.days);
        for date in every.into_iter().flatten() {
            let of_day = of_days.get(&date);
            if let Some(of_day) = of_day {
                self.enter(date, of_day);
            }
            let number = of_day.map_or(0, OfDay::number);
            let due = self.due_on(date, number);
            let place = usize::try_from(days(span.from, date)).unwrap_or(usize::MAX);
            let sum = sums.get_mut(place).filter(|_| date >= span.from);
            if let Some(sum) = sum {
                self.count(sum, of_day, due);
            }
        }
        let is_in_force = self.last.is_some_and(|last| !self.is_left(last, span.to));
        self.due.filter(|_| is_in_force).cloned()
    }

    /// Takes in the sessions of a day.
    fn enter(&mut self, date: Date, of_day: &OfDay<'a>) {
        let is_left = self.last.is_some_and(|last| self.is_left(last, date));
        if is_left || self.first.is_none() {
            self.first = Some(date);
        }
        if let Some(due) = of_day.due()
            && (is_left || self.due != Some(due))
        {
            let turn = |rhythm| Turns::of(rhythm, date, self.question.first_weekday);
            self.turns = due.rhythms.iter().map(turn).collect();
            self.due = Some(due);
        }
        self.whole = of_day.of_one().unwrap_or(self.whole);
        self.last = Some(date);
    }

    /// Whether it has been left alone since.
    fn is_left(&self, last: Date, date: Date) -> bool {
        let ends = self.due.and_then(|due| due.ends_on(self.first));
        ends.is_none_or(|ends| ends < date) && last.saturating_add(LEFT_ALONE_DAYS.days()) < date
    }

    /// How many sessions are due on a day on which so many were done.
    fn due_on(&mut self, date: Date, done: u32) -> Option<u32> {
        let due = self.due.filter(|due| !due.rhythms.is_empty())?;
        if self.is_left(self.last?, date) || due.ends_on(self.first).is_some_and(|end| end < date) {
            return None;
        }
        if due.first_day.is_some_and(|first| date < first) {
            return Some(0);
        }
        let turns = self.turns.iter_mut();
        turns.map(|turns| turns.due_on(date, done > 0)).max()
    }

    fn count(&self, sum: &mut DaySum, of_day: Option<&OfDay<'a>>, due: Option<u32>) {
        let nothing = OfDay::default();
        let of_day = of_day.unwrap_or(&nothing);
        let is_over = sum.date < self.question.today;
        // Nobody begins the day with what they have not done.
        let counted = due.map(|due| {
            if is_over {
                due
            } else {
                due.min(of_day.number())
            }
        });
        let sums: Sums = of_day.sums(counted, self.whole);
        sum.sums.add(&sums);
        sum.hurt |= of_day.hurt;
        if let Some(due) = due {
            sum.due = Some(sum.due.unwrap_or(0) + due);
        }
    }
}

/// Where one rhythm stands. What it leaves to the person is due when it can be put off no more: of days with
/// others between them, the last on which the next is still in time.
struct Turns<'a> {
    rhythm: &'a Rhythm,
    first_weekday: Weekday,
    /// The first day on which it may be done again.
    next: Date,
    week: Date,
    /// How many days of the week there are to be, of those that are left of it.
    quota: u32,
    /// On how many days of it sessions were done, or were due and are not recorded.
    used: u32,
}

impl<'a> Turns<'a> {
    fn of(rhythm: &'a Rhythm, from: Date, first_weekday: Weekday) -> Self {
        let week = week_of(from, first_weekday);
        let left = WEEK.saturating_sub(days(week, from));
        let per_week = rhythm.days_per_week.unwrap_or(WEEK);
        Self {
            rhythm,
            first_weekday,
            next: from,
            week,
            quota: (per_week * left).div_ceil(WEEK),
            used: 0,
        }
    }

    fn due_on(&mut self, date: Date, is_done: bool) -> u32 {
        let week = week_of(date, self.first_weekday);
        if week != self.week {
            self.week = week;
            self.quota = self.rhythm.days_per_week.unwrap_or(WEEK);
            self.used = 0;
        }
        let is_open =
            self.rhythm.is_for(date.weekday()) && date >= self.next && self.used < self.quota;
        let is_due = is_open && (is_done || self.can_wait_no_longer(date));
        self.used += u32::from(is_due);
        if is_done {
            let between = i64::from(self.rhythm.days_between);
            self.next = date.saturating_add((between + 1).days());
        } else if is_due {
            self.next = date.saturating_add(1.day());
        }
        if is_due { self.rhythm.times_a_day } else { 0 }
    }

    /// Whether an open day is the last for it.
    fn can_wait_no_longer(&self, date: Date) -> bool {
        let between = self.rhythm.days_between;
        if self.rhythm.days_per_week.is_none() {
            return days(self.next, date) >= between;
        }
        let others = self.quota.saturating_sub(self.used + 1);
        let left = WEEK.saturating_sub(days(self.week, date));
        left <= others * (between + 1) + 1
    }
}
