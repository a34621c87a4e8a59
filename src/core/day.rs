//! What a day means for a routine: what is due, what is done of it, whether that is enough, and
//! whether a rest does more good than another session, and why.
//!
//! One place decides, and every way to a session shows what it says: Today, the page of a routine,
//! the list of routines, the question before a session, and the guide in the terminal. Nothing here
//! keeps anybody from a session: it is advice.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::progress::{Sessions, Share};
use crate::routine::{Routine, Safety, Schedule};

/// A shipped routine that was done within so many days is one that the person has taken up.
pub const TAKEN_UP_DAYS: i32 = 14;

/// A day of the person's calendar, with what is on record of it.
#[derive(Debug, Clone)]
pub struct Day {
    date: Date,
    /// By the routine's id.
    routines: BTreeMap<Arc<str>, OfRoutine>,
    /// Ids of the routines done lately.
    lately: BTreeSet<Arc<str>>,
}

/// What is on record of a routine and a day.
#[derive(Debug, Clone, Copy, Default)]
struct OfRoutine {
    sessions: Sessions,
    /// Whether one was stopped because it hurt. A better one later takes nothing back.
    hurt: bool,
    /// The worst pain after one, from 0 to 10.
    pain_after: Option<u8>,
    /// The worst pain after one that was more than before it.
    rise: Option<Rise>,
    /// When the last one began.
    begun: Option<Timestamp>,
    /// When one was last put off because of the pain before it.
    put_off: Option<Timestamp>,
}

/// A session of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    pub started: Timestamp,
    /// What of it was done.
    pub part: Share,
    pub end: End,
    /// Whether it ended because it hurt.
    pub hurt: bool,
    /// From 0 to 10, if the person gave one.
    pub pain_before: Option<u8>,
    /// From 0 to 10, if the person gave one.
    pub pain_after: Option<u8>,
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
    /// The most that its author allows for a day, once that many are done.
    pub enough: Option<u32>,
    /// Why it's better left alone for the rest of the day.
    pub rest: Option<Rest>,
}

/// How often a routine is meant for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dose {
    /// So many sessions are meant for the day.
    Planned { done: u32, of: u32 },
    /// The person has not taken it up; it might be a good one, if it is meant for such a day.
    Suggested { for_today: bool },
}

/// Why a rest does more good than another session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// A session was stopped because it hurt.
    Stopped,
    /// Afterwards the pain, from 0 to 10, was above the limit.
    AboveLimit { pain: u8, limit: Limit },
    /// Afterwards the pain was more than before.
    Rose(Rise),
    /// The person put the session off because of the pain before it.
    PutOff,
}

/// Pain that was more after a session than before it; both from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rise {
    pub after: u8,
    pub before: u8,
}

/// The pain above which a session had better not begin, and a rest does more good after one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The one that the routine's author has set, from 0 to 10.
    Authors(u8),
    /// The highest that clinics set, since the author has set none.
    Clinics,
}

/// The place of a routine in the day, first to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Due,
    Done,
    /// It might be a good one.
    Suggested,
    /// It is not planned for this day.
    NotToday,
    /// It had better rest.
    Rest,
}

impl Day {
    /// A day of which nothing is on record.
    pub fn new(date: Date) -> Self {
        Self {
            date,
            routines: BTreeMap::new(),
            lately: BTreeSet::new(),
        }
    }

    pub fn date(&self) -> Date {
        self.date
    }

    /// Takes in that a routine was done lately, on this day or within [`TAKEN_UP_DAYS`] before it.
    pub fn was_done_lately(&mut self, routine: &Arc<str>) {
        if !self.lately.contains(routine) {
            self.lately.insert(Arc::clone(routine));
        }
    }

    /// Takes in a session of this day.
    pub fn add(&mut self, routine: &Arc<str>, session: &Session) {
        let of_it = self.of(routine);
        if session.end != End::NotYet {
            let is_completed = session.end == End::Completed;
            of_it.sessions.add(session.part, is_completed);
        }
        of_it.hurt |= session.hurt;
        of_it.pain_after = of_it.pain_after.max(session.pain_after);
        let rise = Rise::between(session.pain_before, session.pain_after);
        of_it.rise = of_it.rise.max(rise);
        of_it.begun = of_it.begun.max(Some(session.started));
    }

    /// Takes in that a session was put off on this day, because of the pain before it.
    pub fn put_off(&mut self, routine: &Arc<str>, at: Timestamp) {
        let of_it = self.of(routine);
        of_it.put_off = of_it.put_off.max(Some(at));
    }

    fn of(&mut self, routine: &Arc<str>) -> &mut OfRoutine {
        self.routines.entry(Arc::clone(routine)).or_default()
    }

    /// What the day means for a routine. One that is `shipped` is the person's once they have taken
    /// it up.
    pub fn standing(&self, routine: &Routine, shipped: bool) -> Standing {
        let of_it = self.routines.get(routine.id.as_str());
        let done = of_it.map_or(0, |of_it| of_it.sessions.number());
        let of = routine.schedule.dose_on(self.date.weekday());
        let is_theirs = !shipped || self.lately.contains(routine.id.as_str());
        Standing {
            dose: if is_theirs {
                Dose::Planned { done, of }
            } else {
                Dose::Suggested { for_today: of > 0 }
            },
            enough: routine.schedule.max_per_day.filter(|most| done >= *most),
            rest: of_it.and_then(|of_it| of_it.rest(routine)),
        }
    }
}

impl OfRoutine {
    fn rest(&self, routine: &Routine) -> Option<Rest> {
        if self.hurt {
            return Some(Rest::Stopped);
        }
        // A session that was begun later takes it back.
        let put_off = self.put_off.filter(|at| Some(*at) > self.begun);
        Rest::after(self.pain_after, self.rise, &routine.safety).or(put_off.map(|_| Rest::PutOff))
    }
}

impl Rest {
    /// Why the pain before and after a session calls for a rest, if it does. So much is reported when
    /// the session ends, and holds for the rest of the day.
    pub fn after_session(before: Option<u8>, after: Option<u8>, safety: &Safety) -> Option<Self> {
        Self::after(after, Rise::between(before, after), safety)
    }

    fn after(pain: Option<u8>, rise: Option<Rise>, safety: &Safety) -> Option<Self> {
        let above = pain.and_then(|pain| {
            let limit = Limit::below(pain, safety)?;
            Some(Self::AboveLimit { pain, limit })
        });
        above.or(rise.map(Self::Rose))
    }
}

impl Rise {
    fn between(before: Option<u8>, after: Option<u8>) -> Option<Self> {
        let (before, after) = before.zip(after)?;
        (after > before).then_some(Self { after, before })
    }
}

impl Limit {
    /// Clinics stop exercises at a pain of 3, 4 or 5.
    const OF_CLINICS: u8 = 5;

    /// The limit, if `pain` from 0 to 10 is above it.
    pub fn below(pain: u8, safety: &Safety) -> Option<Self> {
        let limit = safety.pain_limit.map_or(Self::Clinics, Self::Authors);
        (pain > limit.pain()).then_some(limit)
    }

    /// From 0 to 10.
    pub fn pain(self) -> u8 {
        match self {
            Self::Authors(pain) => pain,
            Self::Clinics => Self::OF_CLINICS,
        }
    }
}

impl Standing {
    /// Whether a rest is advised, for whichever reason.
    pub fn is_advised_against(&self) -> bool {
        self.rest.is_some() || self.enough.is_some()
    }

    /// The place of the routine in the day.
    pub fn rank(&self) -> Rank {
        match self.dose {
            _ if self.rest.is_some() => Rank::Rest,
            _ if self.enough.is_some() => Rank::Done,
            Dose::Planned { done: 0, of: 0 } | Dose::Suggested { for_today: false } => {
                Rank::NotToday
            }
            Dose::Suggested { for_today: true } => Rank::Suggested,
            Dose::Planned { done, of } if done >= of => Rank::Done,
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
        let meant = if self.is_advised_against() { done } else { of };
        (*schedule != Schedule::default()).then_some(Share {
            done: done.into(),
            of: meant.into(),
        })
    }
}
