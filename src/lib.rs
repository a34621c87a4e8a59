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
//!    file is found here, at once, and reported with its line and its fix; once a [`routine::Routine`]
//!    exists, nothing later can fail on its content. It is read with [`tables`], as a figure is, and
//!    may take its exercises from those that come with the app, [`exercises`]. A file's author changes it
//!    as a text: [`editing`] changes the lines that an edit is about and no others, and places each mistake
//!    at its field; [`changes`] tells what is different in another version.
//! 2. [`figure`]: posed figures, from their data to shapes that screens and SVG files are drawn from.
//! 3. [`plan`]: the routine laid out as a flat list of timed steps. Pure and exact: the same
//!    routine gives the same plan.
//! 4. [`session`]: a state machine over a plan. It takes commands and readings of a clock and gives
//!    events. Given the same commands and readings it gives the same events, so an hour of
//!    stretching is tested in a millisecond.
//! 5. [`progress`] and [`day`]: the one tally of what was to be done and what was done, and what a
//!    day means for a routine: due, done, enough, or better a rest. [`summary`] adds up a record over days:
//!    sessions of those due, doses, pain, and why things were left out. [`reminder`] is when to remind somebody
//!    of a routine, and when to keep silent: a state machine like the session's.
//! 6. [`clock`]: the person's date and time of day, and the one clock that a session is timed by.
//! 7. [`runner`]: the one place where time passes. Its thread owns the session and hands each event
//!    to the sound, the log and the snapshot that screens draw.
//! 8. [`voice`] and [`sound`]: what is said of an event and which cue it makes, how both become
//!    sound, and the device that plays it.
//! 9. [`history`]: the record. Append-only lines, read back as sessions.
//! 10. [`library`]: the routines found, shipped and the person's own, watched for changes.
//! 11. [`words`]: every word that is seen or heard. [`facts`] puts a routine into words, [`narrate`] a
//!     session under way, [`report`] what came of it; [`red_flags`] are the signs to call for help at.
//!     [`afterwards`] is what a person is asked of what they did.
//!     A [`document`] is what a page on paper says, before it is known how that is written; [`handout`] makes one of
//!     a routine and [`record_report`] one of the record, [`pdf`] writes it as [`document::html`] does, and
//!     [`handing_out`] puts it where a person wants it.
//!     [`record_export`] writes the record for other programs, as tables and as JSON.
//!     A [`backup`] is all that is the person's in one file, to be brought back on another machine.
//!     [`share`] has the forms in which a routine is handed on, a file to send and a code on paper, and
//!     [`receive`] makes a routine file of whatever was given.
//! 12. [`settings`], [`folders`] and [`disk`]: what the person chose, where things lie, and how they
//!     are written so that nothing is lost.
//! 13. [`store`]: what is kept on the disk and outlives every window, in one place: the settings, the
//!     routines, the one that is being written and the record. What takes its time is done in
//!     [`background`] and comes back as news.
//! 14. [`guided`]: the one way to begin a session, with its sound, its record and its clock, and
//!     [`undisturbed`] by the desktop: its screen stays on, players pause.
//! 15. [`remind`]: what the person can be reminded of, and when.
//! 16. [`cli`], [`app`] and [`ui`]: three shells around the same runner and the same store are the
//!     window, the terminal guide and the tests. Screens draw and return actions; they hold no truth
//!     and do no work. On Linux and Windows the processor draws the window, by a crate of its own in
//!     `src/draw`: shapes go in, changed pixels come out.
//! 17. [`desk`]: a fourth shell, the process that reminds. It opens no window and no sound: what needs either is
//!     another process of the program, started for that alone.
//!
//! What the desktop tells, whether somebody is at it and what a reminder keeps silent for, is read in
//! [`desk::readings`], each subject in a file of its own. Other programs are asked over a `bus`.
//!
//! Shared by all of them: [`side`] is left or right, [`lengths`] puts a length of time into words and [`dates`] a date,
//! [`locale`] is where the machine is set to be,
//! [`text`] tells what of a stranger's text may be shown, a [`message`] is a text not yet put into a
//! language. [`contain`] keeps a panic to the work it happened in, `threads` starts every thread,
//! `signals` knows when the system ends the program, `error_stream` keeps what libraries write out of
//! the terminal, and `environment` has them read nothing that has no end. A [`file_dialog`] asks the person for a file.
//!
//! # What holds everywhere
//!
//! - What lies in `src/core` knows no screen, no sound, no language, no file system and no clock. It is
//!   a crate of its own, so that the compiler holds most of this; `tests/layers.rs` holds the rest, and
//!   that no two modules need each other.
//! - What is said fits before the next sound, or is not said; a phrase is rendered before it is due.
//! - A cue never waits for a frame or for the disk, and a screen never waits for the disk.
//! - Nothing below the shells knows a window: it is the same for the terminal, and for what will run
//!   without either.
//! - What was not held is not recorded: not across a pause, not across a suspended machine.
//! - Nothing the person wrote is overwritten: a file that can't be read is kept, named and left alone.
//! - Every word shown or spoken comes from `assets/lang`.
//!
//! # Where something new goes
//!
//! - A rule about today (what is due, what is enough, when a rest does more good): `src/core/day`, with what is
//!   due in `turn.rs`, which is asked of days that are over too. About what counts as done: `src/core/progress.rs`. What they say is shown alike by the window and the terminal,
//!   which decide nothing of it.
//! - A sum of the record: `src/core/summary`, in words in `src/report/summary.rs`; the window, the terminal and reports
//!   show what stands there. What a person says of a session later is a [`history::record::Fact`] more, and never
//!   changes one that was written.
//! - What can be wrong with the record: a [`history::ProblemKind`] with words in `record.ftl` and a code for programs
//!   in `src/record_export/json.rs`. It is found where lines are read, in `src/history/read.rs`, or put together, in
//!   `assemble.rs`.
//! - A key of the format: a row in `src/core/routine/keys.rs` (its name, what it takes, what counts
//!   without it) and what it says in `format.ftl`. It is read into a field of [`routine::Routine`],
//!   those of an exercise in `exercise.rs` and all others in `read.rs`; how a change of it reads, in
//!   `src/core/changes.rs`, and its names for people, in `edit.ftl` and `change.ftl`. What can be wrong with it is a
//!   [`routine::Mistake`] with words in `check.ftl`; how else people write it leads to it in
//!   `src/core/routine/suggest`. `routines/routine.schema.json` is printed from the rows (`supple new
//!   --schema`) and held against them by a test. A key of a figure is read in `src/core/figure/read`,
//!   by the same reader, and explained in `assets/figures/README.md`. A test holds `routines/README.md`
//!   against the rows. What a `use` takes along of it: `again.rs`; whether a week changes it: `weeks.rs`; its field in
//!   the editor: `src/ui/editor/layout.rs` and `field.rs`.
//! - A screen: a file in `src/ui` with its view, its `show` and an enum of what it asks for; a
//!   [`ui::Place`] that leads to it and a variant of [`ui::Action`] that holds the enum, which is
//!   carried out in a file of its own in `src/app/apply`. The view is filled in `src/app/pages.rs`, what
//!   a person has begun on it and not finished is a field of `Drafts` there, and every word is in
//!   `assets/lang`.
//! - A form that a reminder comes in: a variant of [`settings::ReminderForm`], shown by a file in `src/desk/forms` and
//!   tried in the order of `in_order` there; its words are in `reminder-settings.ftl` and `reminder.ftl`. What a
//!   desktop tells: a [`reminder::Silence`], and a file in `src/desk/readings`.
//!   What the process can be asked for, by the tray, the bus and other copies alike: a [`desk::request::Request`]; and
//!   what it says of itself: a field of [`desk::status::Status`]. What it reads of the disk and
//!   keeps there is in [`desk::known`], on a thread that nobody waits for.
//! - Something that is kept, whether a window is open or not: a part of [`store::Store`]. Something that
//!   ends with the window: a field of [`app::App`]. Either is a file of its own with its state, its
//!   [`background::Jobs`] and an enum of their news, which it takes in itself.
//! - What is common to several shells and needs no shell: a module beside these. If it needs nothing
//!   around it either, it belongs in `src/core`.

#[doc(inline)]
pub use supple_core::{
    changes, contain, dates, day, document, editing, exercises, figure, lengths, message, plan,
    progress, reminder, routine, session, side, summary, tables, text,
};

pub mod afterwards;
pub mod app;
pub mod background;
pub mod backup;
#[cfg(all(unix, not(target_os = "macos")))]
pub mod bus;
pub mod cli;
pub mod clock;
pub mod desk;
pub mod disk;
#[cfg(unix)]
mod environment;
mod error_stream;
pub mod facts;
pub mod file_dialog;
pub mod folders;
pub mod guided;
pub mod handing_out;
pub mod handout;
pub mod history;
pub mod library;
pub mod locale;
pub mod narrate;
pub mod pdf;
pub mod receive;
pub mod record_export;
pub mod record_report;
pub mod red_flags;
pub mod remind;
pub mod report;
pub mod runner;
pub mod settings;
pub mod share;
mod signals;
pub mod sound;
pub mod store;
mod threads;
pub mod ui;
pub mod undisturbed;
pub mod voice;
pub mod words;
