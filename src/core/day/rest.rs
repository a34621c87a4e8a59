//! When pain calls for a rest, and why.

use crate::routine::Safety;

/// Why a rest does more good than another session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// A session was stopped because it hurt, or nothing more was done in it after it hurt.
    Stopped,
    /// Afterwards the pain, from 0 to 10, was above the limit.
    AboveLimit { pain: u8, limit: Limit },
    /// Afterwards the pain was more than before.
    Rose(Rise),
    /// A session was begun with pain above the limit, from 0 to 10, and that was the last word on it.
    Began { pain: u8, limit: Limit },
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

impl Rest {
    /// Why the pain before and after a session calls for a rest, if it does. So much is reported when
    /// the session ends, and holds for the rest of the day.
    pub fn after_session(before: Option<u8>, after: Option<u8>, safety: &Safety) -> Option<Self> {
        let above = after.and_then(|pain| {
            let limit = Limit::below(pain, safety.pain_limit)?;
            Some(Self::AboveLimit { pain, limit })
        });
        above.or(Rise::between(before, after).map(Self::Rose))
    }
}

impl Rise {
    pub(super) fn between(before: Option<u8>, after: Option<u8>) -> Option<Self> {
        let (before, after) = before.zip(after)?;
        (after > before).then_some(Self { after, before })
    }
}

impl Limit {
    /// Clinics stop exercises at a pain of 3, 4 or 5.
    const OF_CLINICS: u8 = 5;

    /// The limit, if `pain` from 0 to 10 is above it; `authors` is the author's, if they set one.
    pub fn below(pain: u8, authors: Option<u8>) -> Option<Self> {
        let limit = authors.map_or(Self::Clinics, Self::Authors);
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
