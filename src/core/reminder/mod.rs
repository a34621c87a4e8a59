//! Whether it is time to remind somebody, and why not.
//!
//! A state machine as a [session](crate::session) is: it reads no clock and asks nobody. Whoever drives it
//! passes in what is known at a moment, a [`Reading`], and gets a [`Decision`]: remind, wait until, or
//! keep silent because. Given the same readings and answers it decides the same.
//!
//! What it never does: remind twice within [`APART`], nor outside of the person's hours, nor while
//! something calls for silence, nor of what hurt today; and after a night's sleep of the machine, or three
//! days of it, it reminds once.
//!
//! ```
//! use std::collections::BTreeSet;
//! use std::sync::Arc;
//! use std::time::Duration;
//! use jiff::civil::date;
//! use supple_core::reminder::{
//!     Answer, Candidate, Decision, Place, Reading, Reminders, Silence, Wishes,
//! };
//! use supple_core::session;
//!
//! let candidates = [Candidate {
//!     routine: Arc::from("standing-break"),
//!     place: Place::Desk,
//!     length: Duration::from_mins(2),
//!     times: Vec::new(),
//!     done: 0,
//!     of: 4,
//!     at_most: None,
//!     is_open: true,
//!     last: None,
//! }];
//! let nine = date(2026, 11, 30).at(9, 0, 0, 0).in_tz("Europe/Berlin")?;
//! let at = |minutes: u64, silences| Reading {
//!     here: &nine + Duration::from_mins(minutes),
//!     clocks: session::Reading {
//!         monotonic: Duration::from_mins(minutes),
//!         with_sleep: Duration::from_mins(minutes),
//!     },
//!     idle: Some(Duration::ZERO),
//!     silences,
//!     candidates: &candidates,
//! };
//! let (nothing, call) = (BTreeSet::new(), BTreeSet::from([Silence::Microphone]));
//!
//! let mut reminders = Reminders::new(Wishes::default());
//! assert!(matches!(reminders.advance(&at(0, &nothing)), Decision::Wait(_)));
//! assert_eq!(reminders.next_deadline(), Some(Duration::from_mins(45)));
//!
//! // In a call it keeps silent, and for ten minutes after.
//! let Decision::Silent { why, .. } = reminders.advance(&at(45, &call)) else { panic!() };
//! assert_eq!(why, Silence::Microphone);
//! let Decision::Silent { why, .. } = reminders.advance(&at(50, &nothing)) else { panic!() };
//! assert_eq!(why, Silence::Calm);
//! let Decision::Remind(reminder) = reminders.advance(&at(55, &nothing)) else { panic!() };
//! assert_eq!(reminder.after, Some(Silence::Microphone));
//! reminders.answer(Answer::NotNow, &at(55, &nothing));
//! assert_eq!(reminders.sat(), Duration::ZERO);
//! # Ok::<(), jiff::Error>(())
//! ```

mod candidate;
mod decision;
mod hours;
mod kept;
mod machine;
mod moments;
mod outlook;
mod silence;
mod sitting;
mod spans;
#[cfg(test)]
mod tests;
mod wishes;

pub use candidate::Candidate;
pub use decision::{Answer, Decision, Reading, Reminder, Wait, Why};
pub use hours::{Hours, NoStretch, Place, Stretch};
pub use kept::Kept;
pub use machine::{ON_SHOW, Reminders};
pub use outlook::{Expected, outlook};
pub use silence::{APART, CALM, JUST_DONE, Silence, WAKING};
pub use sitting::{AWAY, BREAK};
pub use wishes::{When, Wishes};
