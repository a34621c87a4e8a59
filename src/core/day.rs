//! What a day means for a routine: what is due, what is done of it, whether that is enough, and
//! whether a rest does more good than another session, and why.
//!
//! One place decides, and every way to a session shows what it says: Today, the page of a routine,
//! the list of routines, the question before a session, and the guide in the terminal. Nothing here
//! keeps anybody from a session: it is advice.
//!
//! Pain is the person's, and no routine's. After a session that was stopped because it hurt, or with
//! much pain before or after one, a rest is the advice for all of the day, whichever routine it came
//! of: others can still be begun, but none is offered as what comes next. Pain that rose and stayed
//! within the limit speaks against that routine alone.

mod rest;
mod selection;
#[cfg(test)]
mod tests;
mod turn;

pub use rest::{Limit, Rest, Rise};
use selection::Chosen;
pub use selection::{
    Candidate, Choice, ExercisesOf, LastWith, LeftOut, Selection, Why, choices,
    groups_to_choose_of, of_one_session,
};
pub(crate) use turn::Before;
pub use turn::Turn;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp, Zoned};

use self::turn::Practice;
use crate::dates::week_of;
use crate::progress::{Share, Tally};
use crate::routine::{Exercise, Rhythm, Routine, Schedule};

/// A shipped routine that was done within so many days is one that the person has taken up.
pub const TAKEN_UP_DAYS: i32 = 14;

/// What happens late in the evening reaches so far into the next day: a session that was cut off can be
/// gone on with, and pain is minded. It is long enough for the night, since pain is not over because it
/// is midnight, and discomfort may last for 24 hours; and short enough that the next day's session at
/// the usual hour is that day's own.
pub const OVER_NIGHT: SignedDuration = SignedDuration::from_hours(12);

/// Whether pain at this moment, or at the end of a session at this moment, still speaks against another
/// one: for the rest of that day, and over the night.
pub fn still_matters(moment: &Zoned, now: &Zoned) -> bool {
    moment.date() == now.date() || now.duration_since(moment).abs() <= OVER_NIGHT
}

/// A day of the person's calendar, with what is on record of it.
#[derive(Debug, Clone)]
pub struct Day {
    date: Date,
    /// On which weeks begin where the person is.
    first_weekday: Weekday,
    /// By the routine's id.
    routines: BTreeMap<Arc<str>, OfRoutine>,
    /// Ids of the routines done lately.
    lately: BTreeSet<Arc<str>>,
    /// Of each routine on record the day of its first session.
    first_sessions: Arc<FirstSessions>,
    chosen: Chosen,
    /// What is later than this is ahead of the clock.
    now: Timestamp,
    /// What the person said last about their pain.
    said: Option<Said>,
    /// The same of moments that are ahead of the clock, or were: it was set back since then. What was said
    /// before that and what after it can't be known, so that either calls for a rest.
    said_ahead: Option<Said>,
}

/// The day of the first session of each routine on record, by its id.
pub type FirstSessions = BTreeMap<Arc<str>, Date>;

/// What is on record of a routine and a day.
#[derive(Debug, Clone, Default)]
struct OfRoutine {
    /// Its sessions, of this day and of those before it.
    sessions: Practice,
    /// The same of each exercise, by its id.
    exercises: BTreeMap<Arc<str>, Practice>,
    /// Of each day how many sessions the person told of, without what they had.
    told: BTreeMap<Date, u32>,
    /// Whether one ended in pain. A better one later takes nothing back.
    hurt: bool,
    /// The worst pain after one, from 0 to 10, under each limit that its author had set.
    pain_after: BTreeMap<Option<u8>, u8>,
    /// The worst pain after one that was more than before it.
    rise: Option<Rise>,
}

/// What a person said about their pain.
#[derive(Debug, Clone)]
struct Said {
    at: Timestamp,
    routine: Arc<str>,
    pain: Pain,
}

#[derive(Debug, Clone, Copy)]
enum Pain {
    /// So much, from 0 to 10, before a session that they began, with the limit of its author.
    Before { pain: u8, limit: Option<u8> },
    /// Too much before a session, which they put off.
    PutOff,
    /// Some or none after a session.
    After,
}

/// A session of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionOfDay {
    /// On which it began.
    pub date: Date,
    pub started: Timestamp,
    /// Its end; where it was cut off, the last moment that is known of it.
    pub last: Timestamp,
    /// What of it was done.
    pub part: Share,
    pub end: End,
    /// Whether it ended because it hurt.
    pub hurt: bool,
    /// From 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
    /// From 0 to 10, if the person gave one.
    pub pain_after: Option<u8>,
    /// The limit that its author had set then, if that is known and there was one.
    pub pain_limit: Option<u8>,
    /// Whether the clock stood ahead during it, since something that was written later is from before it.
    pub was_ahead: bool,
}

/// How a session ended, as far as a day goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Completed,
    /// Stopped, or cut off.
    BeforeItsEnd,
    /// Cut off, and the person can still go on with it: until then it is not done.
    NotYet,
}

/// What a day means for a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub dose: Dose,
    /// Whether it is its turn, by its days and those of its exercises.
    pub turn: Turn,
    /// On how many days of this week it was done, where so many are meant.
    pub week: Option<Share>,
    /// The most that its author allows for a day, once that many are done.
    pub enough: Option<u32>,
    /// Why it's better left alone for the rest of the day.
    pub rest: Option<Rest>,
    /// Why all routines are, since a session of another one.
    pub rest_of_day: Option<Rest>,
}

/// How often a routine is meant for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// So many sessions are meant for the day.
    Planned { done: u32, of: u32 },
    /// The person has not taken it up; it might be a good one, if it is meant for such a day.
    Suggested { for_today: bool },
}

/// The place of a routine in the day, first to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Due,
    /// It may be done, and another day of the week does as well.
    MayBeDone,
    Done,
    /// It might be a good one.
    Suggested,
    /// It is not planned for this day.
    NotToday,
    /// The whole day had better be a rest.
    DayOfRest,
    /// It had better rest.
    Rest,
}

impl Day {
    /// A day of which nothing is on record.
    pub fn new(date: Date) -> Self {
        Self {
            date,
            first_weekday: Weekday::Monday,
            routines: BTreeMap::new(),
            lately: BTreeSet::new(),
            first_sessions: Arc::default(),
            chosen: Chosen::default(),
            now: Timestamp::MAX,
            said: None,
            said_ahead: None,
        }
    }

    /// The same as it stands at this moment.
    pub fn at(now: &Zoned) -> Self {
        Self {
            now: now.timestamp(),
            ..Self::new(now.date())
        }
    }

    pub fn date(&self) -> Date {
        self.date
    }

    /// The same where weeks begin on another day than Monday.
    #[must_use]
    pub fn with_first_weekday(self, first_weekday: Weekday) -> Self {
        Self {
            first_weekday,
            ..self
        }
    }

    /// The first day of its week.
    fn week_begins(&self) -> Date {
        week_of(self.date, self.first_weekday)
    }

    /// The same with the days on which routines were begun.
    #[must_use]
    pub fn with_first_sessions(self, first_sessions: Arc<FirstSessions>) -> Self {
        Self {
            first_sessions,
            ..self
        }
    }

    /// The same with the last sessions that had each exercise of each routine.
    #[must_use]
    pub fn with_last_exercises(mut self, last: Arc<LastWith>) -> Self {
        self.chosen.last = last;
        self
    }

    /// The same with what the person has chosen for the next session of some routines.
    #[must_use]
    pub fn with_chosen(mut self, next: ExercisesOf) -> Self {
        self.chosen.next = next;
        self
    }

    /// Takes in that a routine was done lately, on this day or within [`TAKEN_UP_DAYS`] before it.
    pub fn was_done_lately(&mut self, routine: &Arc<str>) {
        if !self.lately.contains(routine) {
            self.lately.insert(Arc::clone(routine));
        }
    }

    /// Counts a session that was begun on this day, or within [`TAKEN_UP_DAYS`] before it.
    pub fn count(&mut self, routine: &Arc<str>, session: &SessionOfDay) {
        if session.end != End::NotYet {
            let is_completed = session.end == End::Completed;
            let sessions = &mut self.of(routine).sessions;
            sessions.add(session.date, session.part, is_completed);
        }
    }

    /// Counts what was done of an exercise in a session that is counted.
    pub fn count_exercise(
        &mut self,
        routine: &Arc<str>,
        exercise: &str,
        session: &SessionOfDay,
        tally: &Tally,
    ) {
        if session.end != End::NotYet {
            let exercises = &mut self.of(routine).exercises;
            let practice = exercises.entry(Arc::from(exercise)).or_default();
            // It may be done to its end in a session that was not.
            practice.add(session.date, tally.part(true), true);
        }
    }

    /// Takes in that what a session had, which is counted, is not known: the person told of it later.
    pub fn count_told(&mut self, routine: &Arc<str>, date: Date) {
        *self.of(routine).told.entry(date).or_default() += 1;
    }

    /// Takes in the pain of a session at whose end it [`still_matters`].
    pub fn mind(&mut self, routine: &Arc<str>, session: &SessionOfDay) {
        let limit = session.pain_limit;
        let of_it = self.of(routine);
        of_it.hurt |= session.hurt;
        if let Some(pain) = session.pain_after {
            let worst = of_it.pain_after.entry(limit).or_default();
            *worst = pain.max(*worst);
        }
        let rise = Rise::between(session.pain_before, session.pain_after);
        of_it.rise = of_it.rise.max(rise);
        if let Some(pain) = session.pain_before {
            let pain = Pain::Before { pain, limit };
            self.say(routine, session.started, session.was_ahead, pain);
        }
        if session.pain_after.is_some() {
            self.say(routine, session.last, session.was_ahead, Pain::After);
        }
    }

    /// Takes in that a session was put off because of the pain before it, at a moment that
    /// [`still_matters`]; `was_ahead` as [`SessionOfDay::was_ahead`].
    pub fn put_off(&mut self, routine: &Arc<str>, at: Timestamp, was_ahead: bool) {
        self.say(routine, at, was_ahead, Pain::PutOff);
    }

    fn say(&mut self, routine: &Arc<str>, at: Timestamp, was_ahead: bool, pain: Pain) {
        let last = if was_ahead || at > self.now {
            &mut self.said_ahead
        } else {
            &mut self.said
        };
        if last.as_ref().is_none_or(|said| said.at <= at) {
            let routine = Arc::clone(routine);
            *last = Some(Said { at, routine, pain });
        }
    }

    /// Why what was said of such routines calls for a rest.
    fn said_to_rest(&self, of: impl Fn(&str) -> bool, limit: Option<u8>) -> Option<Rest> {
        let said = [&self.said, &self.said_ahead].into_iter().flatten();
        let mut rests = said.filter(|said| of(&said.routine));
        rests.find_map(|said| said.rest(limit))
    }

    fn of(&mut self, routine: &Arc<str>) -> &mut OfRoutine {
        self.routines.entry(Arc::clone(routine)).or_default()
    }

    /// What the day means for a routine. One that is `shipped` is the person's once they have taken
    /// it up.
    pub fn standing(&self, routine: &Routine, shipped: bool) -> Standing {
        let sessions = self.sessions(&routine.id);
        let done = sessions.number_on(self.date);
        let turns = self.turns(routine);
        let turn = turns.iter().map(|(turn, _)| *turn).min();
        let turn = turn.unwrap_or(Turn::Due);
        let is_of_today = |(turn, _): &&(Turn, u32)| turn.is_of_today();
        let times = turns.iter().filter(is_of_today).map(|(_, times)| *times);
        let of = times.max().unwrap_or(0);
        let per_week = routine.schedule.days_per_week.map(u64::from);
        let is_theirs = !shipped || self.lately.contains(routine.id.as_str());
        let rest = self.rest(routine);
        Standing {
            dose: if is_theirs {
                Dose::Planned { done, of }
            } else {
                Dose::Suggested { for_today: of > 0 }
            },
            turn,
            week: per_week.map(|of| Share {
                done: sessions.days_of_week(self.date, self.week_begins()).into(),
                of,
            }),
            enough: routine.schedule.max_per_day.filter(|most| done >= *most),
            rest,
            rest_of_day: match rest {
                None => self.rest_since_another(&routine.id),
                Some(_) => None,
            },
        }
    }

    /// What of a routine its next session has, by the days of its exercises.
    pub fn selection(&self, routine: &Arc<Routine>) -> Selection {
        let turns = self.turns(routine);
        let turns: Vec<Turn> = turns.into_iter().map(|(turn, _)| turn).collect();
        Selection::of(routine, self.week(routine), &turns, &self.chosen)
    }

    /// All of a routine but what is not chosen, with the doses of today.
    pub fn whole(&self, routine: &Arc<Routine>) -> Selection {
        Selection::whole(routine, self.week(routine), &self.chosen)
    }

    /// Whether all of a routine has anything of what a session leaves out.
    pub fn has_more(&self, routine: &Arc<Routine>, left_out: &[LeftOut]) -> bool {
        let whole = self.whole(routine);
        let is_in_whole = |left: &LeftOut| {
            let mut others = whole.left_out.iter();
            others.all(|other| other.exercise != left.exercise)
        };
        left_out.iter().any(is_in_whole)
    }

    /// The same in another week of its programme, from 1.
    pub fn whole_in(&self, routine: &Arc<Routine>, week: u32) -> Selection {
        Selection::whole(routine, week, &self.chosen)
    }

    /// Which week of its programme it is, from 1.
    pub fn week(&self, routine: &Routine) -> u32 {
        let first = self.first_session(routine);
        routine.schedule.week_on(self.date, first)
    }

    /// The last day of a routine's programme, if it has one and that is known.
    pub fn ends_on(&self, routine: &Routine) -> Option<Date> {
        routine.schedule.ends_on(self.first_session(routine))
    }

    fn first_session(&self, routine: &Routine) -> Option<Date> {
        self.first_sessions.get(routine.id.as_str()).copied()
    }

    /// Of each exercise whether it is its turn, and how often it is meant for a day of its own. Where
    /// no exercise has days or times of its own, all are as the routine's sessions are.
    fn turns(&self, routine: &Routine) -> Vec<(Turn, u32)> {
        let of_all = routine.schedule.rhythm();
        let begins = routine.schedule.first_day;
        let of_span = if begins.is_some_and(|first| self.date < first) {
            Some(Turn::NotYet)
        } else {
            let ends = self.ends_on(routine);
            ends.filter(|last| self.date > *last).map(|_| Turn::Over)
        };
        if let Some(turn) = of_span {
            return vec![(turn, 0); routine.exercises.len()];
        }
        let has_own = |exercise: &Exercise| exercise.rhythm.is_some();
        if !routine.exercises.iter().any(has_own) {
            let turn = self
                .sessions(&routine.id)
                .turn(&of_all, self.date, self.week_begins());
            return vec![(turn, of_all.times_a_day); routine.exercises.len()];
        }
        let of_it = self.routines.get(routine.id.as_str());
        let week = routine.week_with_exercises(self.week(routine));
        let turn = |exercise: &Exercise| {
            if week < exercise.from_week {
                return (Turn::NotYet, 0);
            }
            if !exercise.is_in_week(week) {
                return (Turn::Over, 0);
            }
            let rhythm: &Rhythm = exercise.rhythm.as_ref().unwrap_or(&of_all);
            let practice = |exercise: &Exercise| {
                let practice = of_it.and_then(|of_it| of_it.exercises.get(exercise.id.as_str()));
                practice.unwrap_or(Practice::NONE)
            };
            let turn = |practice: &Practice| {
                let told = of_it.map(|of_it| &of_it.told);
                let practice = practice.with_told(told, rhythm, self.first_weekday);
                practice.turn(rhythm, self.date, self.week_begins())
            };
            let choose = exercise.group.as_ref().and_then(|group| group.choose);
            let turn = match choose.filter(|_| exercise.rhythm.is_none()) {
                // One that is not chosen is done when the others are. Those with a rhythm of their own go by that.
                Some(choose) => {
                    let group = routine.exercises.iter();
                    let group = group
                        .filter(|other| other.rhythm.is_none() && other.is_in_group_with(exercise));
                    turn(&Practice::of_choice(group.map(practice), choose))
                }
                None => turn(practice(exercise)),
            };
            (turn, rhythm.times_a_day)
        };
        routine.exercises.iter().map(turn).collect()
    }

    /// When sessions of the routine of that id were done.
    fn sessions(&self, id: &str) -> &Practice {
        let of_it = self.routines.get(id);
        of_it.map_or(Practice::NONE, |of_it| &of_it.sessions)
    }

    /// Why a routine is better left alone, by what came of it.
    fn rest(&self, routine: &Routine) -> Option<Rest> {
        let of_it = self.routines.get(routine.id.as_str());
        let limit = routine.safety.pain_limit;
        let much_pain = of_it.and_then(|of_it| of_it.much_pain(limit));
        let said = || self.said_to_rest(|of| *of == *routine.id, limit);
        let rise = of_it.and_then(|of_it| of_it.rise);
        much_pain.or_else(said).or(rise.map(Rest::Rose))
    }

    /// Why the whole day had better be a rest, by what came of other routines.
    fn rest_since_another(&self, id: &str) -> Option<Rest> {
        let others = self.routines.iter().filter(|(other, _)| ***other != *id);
        let much_pain = others.filter_map(|(_, of_it)| of_it.much_pain(None));
        much_pain
            .min_by_key(|rest| *rest != Rest::Stopped)
            .or_else(|| self.said_to_rest(|of| *of != *id, None))
    }
}

impl OfRoutine {
    /// Why pain in or after a session calls for a rest. Of one whose limit is not known, `limit` is it.
    fn much_pain(&self, limit: Option<u8>) -> Option<Rest> {
        if self.hurt {
            return Some(Rest::Stopped);
        }
        let above = self.pain_after.iter().filter_map(|(of_then, pain)| {
            let above = Limit::below(*pain, of_then.or(limit))?;
            Some((*pain, above))
        });
        let worst = above.max_by_key(|(pain, _)| *pain);
        worst.map(|(pain, limit)| Rest::AboveLimit { pain, limit })
    }
}

impl Said {
    /// Why it calls for a rest until something else is said; pain after a session is minded for itself.
    /// Where its limit is not known, `limit` is it.
    fn rest(&self, limit: Option<u8>) -> Option<Rest> {
        match self.pain {
            Pain::Before {
                pain,
                limit: of_then,
            } => {
                let limit = Limit::below(pain, of_then.or(limit))?;
                Some(Rest::Began { pain, limit })
            }
            Pain::PutOff => Some(Rest::PutOff),
            Pain::After => None,
        }
    }
}

impl Standing {
    /// Whether a rest is advised, for whichever reason.
    pub fn is_advised_against(&self) -> bool {
        self.calls_for_rest() || self.enough.is_some()
    }

    /// Whether a rest is advised because of pain.
    pub fn calls_for_rest(&self) -> bool {
        self.rest.is_some() || self.rest_of_day.is_some()
    }

    /// The place of the routine in the day.
    pub fn rank(&self) -> Rank {
        match self.dose {
            _ if self.rest.is_some() => Rank::Rest,
            _ if self.rest_of_day.is_some() => Rank::DayOfRest,
            _ if self.enough.is_some() => Rank::Done,
            Dose::Planned { done: 0, of: 0 } | Dose::Suggested { for_today: false } => {
                Rank::NotToday
            }
            Dose::Suggested { for_today: true } => Rank::Suggested,
            Dose::Planned { done, of } if done >= of => Rank::Done,
            Dose::Planned { .. } if self.turn == Turn::Done => Rank::Done,
            Dose::Planned { .. } if self.turn == Turn::MayBeDone => Rank::MayBeDone,
            Dose::Planned { .. } => Rank::Due,
        }
    }

    /// What is done and what is meant for the day, where its author has planned the days. While a rest
    /// is advised, no more is meant than what is done.
    pub fn planned(&self, schedule: &Schedule) -> Option<Share> {
        let Dose::Planned { done, of } = self.dose else {
            return None;
        };
        let done = done.min(of);
        let is_free = self.is_advised_against() || self.turn == Turn::MayBeDone;
        let meant = if is_free { done } else { of };
        (*schedule != Schedule::default()).then_some(Share {
            done: done.into(),
            of: meant.into(),
        })
    }
}
