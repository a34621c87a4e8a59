//! What a routine means and what a session does with it, in any shell and on any system.
//!
//! A crate of its own, so that the compiler holds it: nothing here can name a screen, a sound, a
//! language or the record. That nothing here reads a file or a clock, a test holds. The page of
//! `supple` documents how the modules belong together.

pub mod changes;
pub mod contain;
pub mod dates;
pub mod day;
pub mod document;
pub mod editing;
pub mod exercises;
pub mod figure;
pub mod lengths;
pub mod message;
pub mod plan;
pub mod progress;
pub mod reminder;
pub mod routine;
pub mod session;
pub mod side;
pub mod summary;
pub mod tables;
pub mod text;
