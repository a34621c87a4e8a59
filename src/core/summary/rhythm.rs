//! What was due of one routine, day by day.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::day::{Asked, DaySum, OfDay, Sums};
use super::{LEFT_ALONE_DAYS, Question, week_of};
use crate::day::{Before, Turn};
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
    /// The routine's text of the last session.
    version: Option<&'a str>,
    /// What sessions of that text asked for, by which of the rhythms were due on their days.
    asked: BTreeMap<DueRhythms, Asked>,
    /// What those of the texts before it asked for.
    asked_before: Asked,
}

/// Which of the rhythms are due, a bit for each. Those past the last bit share it.
type DueRhythms = u128;

impl<'a, 'q> Course<'a, 'q> {
    pub(super) fn of(days: BTreeMap<Date, OfDay<'a>>, question: &'q Question<'q>) -> Self {
        Self {
            days,
            question,
            due: None,
            turns: Vec::new(),
            first: None,
            last: None,
            version: None,
            asked: BTreeMap::new(),
            asked_before: Asked::default(),
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
            let (due, rhythms) = self.due_on(date, number);
            if let Some(of_day) = of_day.filter(|it| it.asked().sessions > 0) {
                self.asked.entry(rhythms).or_default().add(of_day.asked());
            }
            let place = usize::try_from(days(span.from, date)).unwrap_or(usize::MAX);
            let sum = sums.get_mut(place).filter(|_| date >= span.from);
            if let Some(sum) = sum {
                self.count(sum, of_day, due, rhythms);
            }
        }
        let is_in_force = self.last.is_some_and(|last| !self.is_left(last, span.to));
        self.due.filter(|_| is_in_force).cloned()
    }

    /// Takes in the sessions of a day.
    fn enter(&mut self, date: Date, of_day: &OfDay<'a>) {
        let is_left = self.last.is_some_and(|last| self.is_left(last, date));
        if !of_day.is_begun() {
            // Who puts it off for pain has not left it alone.
            self.last = self.last.filter(|_| !is_left).map(|_| date).or(self.last);
            return;
        }
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
        if self.version != of_day.version() {
            self.version = of_day.version();
            let all = self.asked_of_all();
            if all.sessions > 0 {
                self.asked_before = all;
            }
            self.asked.clear();
        }
        self.last = Some(date);
    }

    /// Whether it has been left alone since.
    fn is_left(&self, last: Date, date: Date) -> bool {
        let ends = self.due.and_then(|due| due.ends_on(self.first));
        ends.is_none_or(|ends| ends < date) && last.saturating_add(LEFT_ALONE_DAYS.days()) < date
    }

    /// What sessions of the routine as it is now asked for.
    fn asked_of_all(&self) -> Asked {
        let mut all = Asked::default();
        self.asked.values().for_each(|asked| all.add(*asked));
        all
    }

    /// What sessions asked for before a day on which none was measured: of the same text of the routine, on days with
    /// the same rhythms if there were any.
    fn asked_on(&self, rhythms: DueRhythms) -> Asked {
        let same = self.asked.get(&rhythms).copied();
        let asked = same.unwrap_or_else(|| self.asked_of_all());
        if asked.sessions > 0 {
            asked
        } else {
            self.asked_before
        }
    }

    /// How many sessions are due on a day on which so many were done, and by which rhythms.
    fn due_on(&mut self, date: Date, done: u32) -> (Option<u32>, DueRhythms) {
        let is_known = |due: &&Due| !due.rhythms.is_empty();
        let Some((due, last)) = self.due.filter(is_known).zip(self.last) else {
            return (None, 0);
        };
        if self.is_left(last, date) || due.ends_on(self.first).is_some_and(|end| end < date) {
            return (None, 0);
        }
        if due.first_day.is_some_and(|first| date < first) {
            return (Some(0), 0);
        }
        let (mut most, mut rhythms) = (0, 0);
        for (place, turns) in self.turns.iter_mut().enumerate() {
            let times = turns.due_on(date, done > 0);
            most = most.max(times);
            rhythms |= DueRhythms::from(times > 0) << place.min(127);
        }
        (Some(most), rhythms)
    }

    fn count(
        &self,
        sum: &mut DaySum,
        of_day: Option<&OfDay<'a>>,
        due: Option<u32>,
        rhythms: DueRhythms,
    ) {
        let nothing = OfDay::default();
        let of_day = of_day.unwrap_or(&nothing);
        // What is put off for pain is due no more.
        let due = due.map(|due| {
            if of_day.is_put_off() {
                due.min(of_day.number())
            } else {
                due
            }
        });
        // Nobody begins the day with what they have not done.
        let counted = due.map(|due| {
            if sum.is_over {
                due
            } else {
                due.min(of_day.number())
            }
        });
        let sums: Sums = of_day.sums(counted, self.asked_on(rhythms));
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
    /// On how many days of it sessions were done, due or not, or were due and are not recorded.
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
        let before = Before {
            next: Some(self.next),
            week,
            used: self.used,
            quota: self.rhythm.days_per_week.map(|_| self.quota),
        };
        let turn = Turn::of(self.rhythm, date, before);
        let is_due = match turn {
            Turn::Due => is_done || !self.can_wait(date),
            turn => is_done && turn.is_open(),
        };
        self.used += u32::from(is_due || is_done);
        if is_done {
            self.next = self.rhythm.next_after(date);
        } else if is_due {
            self.next = date.saturating_add(1.day());
        }
        if is_due { self.rhythm.times_a_day } else { 0 }
    }

    /// Whether of days with others between them it is not the last on which the next is still in time.
    fn can_wait(&self, date: Date) -> bool {
        let rhythm = self.rhythm;
        rhythm.days_per_week.is_none() && days(self.next, date) < rhythm.days_between
    }
}
