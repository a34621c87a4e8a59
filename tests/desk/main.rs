//! The process that reminds: its day by a clock that the tests move, and the program itself.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "nobody types into a program here")]
#[path = "../support/compositor.rs"]
mod compositor;
mod day;
#[cfg(target_os = "linux")]
mod eight_hours;
#[path = "../support/ended.rs"]
#[expect(dead_code, reason = "the program runs without display and bus here")]
mod ended;
#[cfg(target_os = "linux")]
mod forms;
#[cfg(target_os = "linux")]
mod hung;
#[path = "../support/machine.rs"]
mod machine;
#[cfg(target_os = "linux")]
#[path = "../support/mounted.rs"]
mod mounted;
#[cfg(target_os = "linux")]
#[path = "../support/needs_root.rs"]
mod needs_root;
#[cfg(target_os = "linux")]
#[expect(
    clippy::used_underscore_binding,
    reason = "a service takes what it is sent"
)]
mod notified;
#[cfg(unix)]
mod only;
#[cfg(target_os = "linux")]
mod panel;
#[path = "../support/patience.rs"]
mod patience;
#[cfg(target_os = "linux")]
#[expect(
    clippy::used_underscore_binding,
    reason = "a service takes what it is sent"
)]
mod portal;
#[cfg(target_os = "linux")]
#[path = "../support/process.rs"]
mod process;
#[cfg(unix)]
mod running;
#[cfg(target_os = "linux")]
#[path = "../support/screen.rs"]
#[expect(dead_code, reason = "no window is minimised here")]
mod screen;
#[cfg(target_os = "linux")]
mod tray;

use machine::Machine;

/// A routine that is due at any time of the day: its time comes just after midnight.
const DUE: &str = r#"
format = 1
id = "neck"
title = "For the neck"
[schedule]
at = ["00:00"]
[[exercise]]
name = "Turn the head"
instructions = ["Turn it."]
"#;

/// Reminders at the routines' own times, at every hour of the day.
const ALWAYS: &str = "[session]\nsafety_card_seen = true\n[reminders]\non = true\nwhen = \"fixed-times\"\nawake = \"00:00-00:00\"\nwork = {}\n";

/// A person with a routine that is due, and these further settings of reminders.
fn due(reminders: &str) -> Machine {
    let machine = Machine::new();
    machine.write("data/routines/neck.toml", DUE);
    machine.write("config/settings.toml", format!("{ALWAYS}{reminders}\n"));
    machine
}
