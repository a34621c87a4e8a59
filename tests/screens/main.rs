//! The whole app without a window: every screen by what a screen reader hears of it, every key, and
//! every control in reach in every window at every text size.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
#[path = "../support/clinic.rs"]
mod clinic;
#[path = "../support/folders.rs"]
mod folders;
mod forms;
mod keys;
mod layout;
mod order;
mod pictures;
mod visitor;
