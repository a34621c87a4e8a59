//! What the process that reminds costs while it has nothing to do. Programs of its kind that are installed are
//! measured beside it, on the same display, window manager and bus, in the same run.
//! Needs what the window's part needs.

use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::figures::{figure, heading};
use crate::machine::Machine;
use crate::window::display::Display;
use crate::window::is_there;

/// After the start, until all that it set off has settled.
const SETTLED: Duration = Duration::from_secs(20);
/// For as long as that its cost is taken.
const WATCHED: Duration = Duration::from_mins(2);

pub(crate) fn run() {
    heading("A reminder at rest, on a bare bus, with nobody at the desk");
    let Some(display) = Display::start([1280, 800]) else {
        figure("left out: it needs what the window's part needs", "");
        return;
    };
    let machine = Machine::new();
    machine.write(
        "config/settings.toml",
        "[session]\nsafety_card_seen = true\n[reminders]\non = true\nroutine = \"two-minute-standing-break\"\n",
    );
    tell(
        &display,
        "Supple, supple remind",
        machine.command(["remind"]),
    );
    for (name, program) in [
        ("Workrave", "workrave"),
        ("RSIBreak", "rsibreak"),
        ("Safe Eyes", "safeeyes"),
    ] {
        if !is_there(program) {
            figure(name, "not installed");
            continue;
        }
        let home = tempfile::tempdir().unwrap();
        let mut program = Command::new(program);
        program.env("HOME", home.path());
        for folder in ["CONFIG", "DATA", "CACHE", "STATE"] {
            program.env_remove(format!("XDG_{folder}_HOME"));
        }
        tell(&display, name, program);
    }
}

fn tell(display: &Display, what: &str, program: Command) {
    let program = display.run(program);
    thread::sleep(SETTLED);
    program.tell(what, WATCHED);
}
