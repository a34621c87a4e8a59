//! What was due of one routine, day by day.

use std::collections::{BTreeMap, BTreeSet};

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
            let (due, rhythms) = self.due_on(date, &of_days);
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

    /// How many sessions are due on a day, and by which rhythms.
    fn due_on(
        &mut self,
        date: Date,
        of_days: &BTreeMap<Date, OfDay<'a>>,
    ) -> (Option<u32>, DueRhythms) {
        let is_known = |due: &&Due| !due.rhythms.is_empty();
        let Some((due, last)) = self.due.filter(is_known).zip(self.last) else {
            return (None, 0);
        };
        let ends = due.ends_on(self.first);
        let is_over = |date: Date| ends.is_some_and(|end| end < date);
        if self.is_left(last, date) || is_over(date) {
            return (None, 0);
        }
        if due.first_day.is_some_and(|first| date < first) {
            return (Some(0), 0);
        }
        // What was done by another schedule, or after the end, is none of this one's.
        let is_of_it =
            |on: Date, it: &OfDay<'a>| !is_over(on) && it.due().is_none_or(|of_day| of_day == due);
        let number = |on: Date| {
            let of_day = of_days.get(&on).filter(|it| is_of_it(on, it));
            of_day.map_or(0, OfDay::number)
        };
        let (mut most, mut rhythms) = (0, 0);
        for (place, turns) in self.turns.iter_mut().enumerate() {
            let times = turns.due_on(date, number);
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

/// Where one rhythm stands. What it leaves to the person is known once its stretch of days is: a week where so many
/// days of each are meant, and else as many days as one session has with the days between.
struct Turns<'a> {
    rhythm: &'a Rhythm,
    first_weekday: Weekday,
    /// The first day on which it may be done again.
    next: Date,
    /// The first day after the stretch.
    until: Date,
    /// The days of the stretch that are due.
    due: BTreeSet<Date>,
}

impl<'a> Turns<'a> {
    fn of(rhythm: &'a Rhythm, from: Date, first_weekday: Weekday) -> Self {
        Self {
            rhythm,
            first_weekday,
            next: from,
            until: from,
            due: BTreeSet::new(),
        }
    }

    /// How many sessions are due on a day, the one after that which was asked about before. `number` is how many
    /// were done on a day, as far as that is known.
    fn due_on(&mut self, date: Date, number: impl Fn(Date) -> u32) -> u32 {
        if date >= self.until {
            let (until, due) = match self.rhythm.days_per_week {
                Some(per_week) => self.of_week(date, per_week, number),
                None => self.of_days_between(date, number),
            };
            self.until = until;
            self.due = due.into_iter().collect();
        }
        if self.due.contains(&date) {
            self.rhythm.times_a_day
        } else {
            0
        }
    }

    /// One session with the days between, from a day on: it is due on the day on which most was done, and on the last
    /// if nothing was. So it may come late and costs no other, and nobody who comes late each time has done it all.
    fn of_days_between(&self, from: Date, number: impl Fn(Date) -> u32) -> (Date, Vec<Date>) {
        let until = self.rhythm.next_after(from);
        let days = || series(from, until).filter(|on| self.rhythm.is_for(on.weekday()));
        // Of several the first.
        let best = days().rev().max_by_key(|on| self.of_dose(number(*on)));
        let best = best.filter(|on| number(*on) > 0);
        (until, best.or(days().next_back()).into_iter().collect())
    }

    /// So many days of the week from a day on, of those that are left of it: those on which most was done, and where
    /// they are too few the last ones on which the next is still in time.
    fn of_week(
        &mut self,
        from: Date,
        per_week: u32,
        number: impl Fn(Date) -> u32,
    ) -> (Date, Vec<Date>) {
        let (rhythm, week) = (self.rhythm, week_of(from, self.first_weekday));
        let until = week.saturating_add(i64::from(WEEK).days());
        let quota = (per_week * days(from, until)).div_ceil(WEEK);
        let first = self.next;
        let (mut due, mut missed, mut used) = (Vec::new(), Vec::new(), 0);
        for date in series(from, until) {
            let before = Before {
                next: Some(self.next),
                week,
                used,
                quota: Some(quota),
            };
            let turn = Turn::of(rhythm, date, before);
            let is_done = number(date) > 0;
            let is_missed = turn == Turn::Due && !is_done;
            if is_done {
                self.next = rhythm.next_after(date);
            } else if is_missed {
                self.next = date.saturating_add(1.day());
            }
            if is_done && turn.is_open() {
                due.push(date);
            }
            missed.extend(is_missed.then_some(date));
            used += u32::from(is_done || is_missed);
        }
        let could_be = |on: &Date| *on >= first && rhythm.is_for(on.weekday()) && number(*on) > 0;
        let all: Vec<Date> = series(from, until).filter(could_be).collect();
        let mut best = self.best(&due, &all, number);
        best.extend(missed);
        (until, best)
    }

    /// As many of these days, with the days between them, as are `first` among them: those on which most was done.
    fn best(&self, first: &[Date], all: &[Date], number: impl Fn(Date) -> u32) -> Vec<Date> {
        let sum = |days: &[Date]| days.iter().map(|on| self.of_dose(number(*on))).sum::<u32>();
        let fits = |days: &[Date]| {
            let mut pairs = days.windows(2);
            days.len() == first.len()
                && pairs.all(|pair| self.rhythm.next_after(pair[0]) <= pair[1])
        };
        let mut best = first.to_owned();
        // A week has no more than seven of them.
        for choice in 0_u32..1 << all.len() {
            let is_chosen = |place: &usize| choice >> place & 1 == 1;
            let chosen: Vec<Date> = (0..all.len()).filter(is_chosen).map(|it| all[it]).collect();
            if fits(&chosen) && sum(&chosen) > sum(&best) {
                best = chosen;
            }
        }
        best
    }

    /// How much of a day's dose so many sessions are.
    fn of_dose(&self, number: u32) -> u32 {
        number.min(self.rhythm.times_a_day)
    }
}

/// The days from one on, up to another.
fn series(from: Date, until: Date) -> impl DoubleEndedIterator<Item = Date> {
    let length = i64::from(days(from, until));
    (0..length).map(move |day| from.saturating_add(day.days()))
}
