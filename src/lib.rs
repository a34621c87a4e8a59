//! Supple guides people through stretches, eyes closed, and keeps a local record of what was done.
//!
//! # How the data flows
//!
//! ```text
//! TOML file -> Routine -> Plan -> Session -> Events -> sound, screen, log
//! ```
//!
//! There is one way through, and each arrow is one module. In reading order:
//!
//! 1. [`routine`]: what a routine file says, valid by construction. All that can be wrong with a
//!    file is found here, at once, and told with its line and its mend; once a [`routine::Routine`]
//!    exists, nothing later can fail on its content.
//! 2. [`figure`]: posed figures, from their data to shapes that screens and SVG files are drawn from.
//! 3. [`plan`]: the routine laid out as a flat list of timed steps. Pure and exact: the same
//!    routine gives the same plan.
//! 4. [`session`]: a state machine over a plan. It takes commands and readings of a clock and gives
//!    events. Given the same commands and readings it gives the same events, so an hour of
//!    stretching is tested in a millisecond.
//! 5. [`clock`]: the person's date and time of day, and the one clock that a session is timed by.
//! 6. [`runner`]: the one place where time passes. Its thread owns the session and hands each event
//!    to the sound, the log and the snapshot that screens draw.
//! 7. [`voice`] and [`sound`]: what is said of an event and which cue it makes, how both become
//!    sound, and the device that plays it.
//! 8. [`history`]: the record. Append-only lines, read back as sessions and summaries.
//! 9. [`library`]: the routines found, shipped and the person's own, watched for changes.
//! 10. [`settings`], [`folders`], [`disk`], [`words`], [`facts`], [`narrate`] and `signals`:
//!     what the person chose, where things lie, how they are written, every word that is seen or
//!     heard, how a routine and a session are put into words, and when the system ends the program.
//! 11. [`cli`], [`app`] and [`ui`]: three shells around the same runner are the window, the terminal
//!     guide and the tests. Screens draw and return actions; they hold no truth and do no work.
//!
//! # What holds everywhere
//!
//! - `routine`, `figure`, `plan` and `session` know no screen, no sound, no file system and no clock.
//! - What is said fits before the next sound, or is not said; a phrase is rendered before it is due.
//! - A cue never waits for a frame or for the disk, and a screen never waits for the disk.
//! - What was not held is not recorded: not across a pause, not across a suspended machine.
//! - Nothing the person wrote is overwritten: a file that can't be read is kept, named and left alone.
//! - Every word shown or spoken comes from `assets/lang`.

pub use supple_core::{figure, message, plan, routine, session, side, text};

pub mod app;
pub mod cli;
pub mod clock;
pub mod disk;
pub mod facts;
pub mod folders;
pub mod history;
pub mod library;
pub mod narrate;
pub mod runner;
pub mod settings;
mod signals;
pub mod sound;
pub mod ui;
pub mod voice;
pub mod words;
