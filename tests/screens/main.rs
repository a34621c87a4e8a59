//! The whole app without a window: every screen by what a screen reader hears of it, every key, and
//! every control in reach in every window at every text size.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod app;
mod before_session;
mod choosing;
#[path = "../support/clinic.rs"]
mod clinic;
#[cfg(target_os = "linux")]
mod disks;
mod editor;
mod export;
mod files;
#[path = "../support/folders.rs"]
mod folders;
mod forms;
mod hand_out;
mod kept;
mod keys;
mod layout;
#[cfg(target_os = "linux")]
#[path = "../support/mounted.rs"]
mod mounted;
#[cfg(target_os = "linux")]
#[path = "../support/needs_root.rs"]
mod needs_root;
mod opened_file;
mod order;
mod pictures;
mod prescription;
mod receive;
#[path = "../support/recorded.rs"]
mod recorded;
mod reminders;
mod report;
mod sessions;
mod settings;
mod shortcuts;
mod versions;
