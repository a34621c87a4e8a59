//! What the window costs on a display of its own, drawn in software: from the start to the first
//! frame, and then for each minute in which nobody touches it; and whether what moves is drawn in time.
//! Programs of its kind that are installed are measured beside it, on the same display, window manager and
//! bus, in the same run.
//! Needs Xvfb, openbox, dbus-daemon, dbus-send, xdotool and xwd, and the /proc of Linux.

pub(crate) mod display;
mod frames;

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use self::display::{Display, Window};
use self::frames::Frames;
use crate::figures::{Times, figure, heading, in_words};
use crate::machine::Machine;

/// Starts that are counted; one more before them fills the caches.
const STARTS: usize = 9;
/// Starts with nothing of any file in memory.
const COLD_STARTS: usize = 3;
/// For as long as that nobody touches the window while its cost is taken.
const UNTOUCHED: Duration = Duration::from_secs(30);
/// After the start, until all that it set off has settled.
const SETTLED: Duration = Duration::from_secs(5);
/// From the start of a session below into its first step of work, which is long enough to be measured.
const AT_WORK: Duration = Duration::from_secs(8);

const LONG_HOLD: &str = r#"
format = 1
title = "A long hold"
[[exercise]]
name = "Single knee to chest"
figure = "knee-to-chest"
instructions = ["Draw one knee towards your chest with both hands."]
sides = "each"
prepare = "5s"
hold = "2m"
"#;

const LONG_PACE: &str = r#"
format = 1
title = "A long pace"
[[exercise]]
name = "Pelvic tilt"
figure = "pelvic-tilt"
instructions = ["Press your lower back into the floor, and let go."]
kind = "reps"
reps = 30
pace = "4s"
prepare = "5s"
"#;

pub(crate) fn run() {
    heading("The window, 1280x800, drawn in software, on a bare bus and without a sound device");
    let Some(display) = Display::start([1280, 800]) else {
        let needed = "Xvfb, openbox, dbus-daemon, dbus-send, xdotool and xwd";
        figure(&format!("left out: it needs {needed}"), "");
        return;
    };
    size_of_program();
    supple(&display, "Supple", "");
    supple(&display, "Supple by OpenGL", "gl");
    workrave(&display);
    xclock(&display);
    drop(display);

    heading("The figure in movement, drawn by the processor");
    for size in [[1280, 800], [3840, 2160]] {
        if let Some(display) = Display::start(size) {
            movement(&display, size);
        }
    }
}

fn size_of_program() {
    let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/target/dist/supple");
    match fs::metadata(dist) {
        Ok(program) => figure(
            "the program as it is packaged",
            &format!("{} kB", program.len() / 1000),
        ),
        Err(_) => figure(
            "the program as it is packaged",
            "left out: it needs `cargo build --profile dist`",
        ),
    }
}

fn supple(display: &Display, name: &str, renderer: &str) {
    let machine = quiet();
    let routine = machine.write("long-hold.toml", LONG_HOLD);
    let path = routine.to_str().unwrap();
    let open = |arguments: &[&str]| {
        let mut program = machine.command(arguments);
        program.env("SUPPLE_RENDERER", renderer);
        display.open(program, "^Supple$")
    };
    tell_starts(&format!("{name}, on Today"), || open(&[]));
    tell_starts(&format!("{name}, on a session"), || {
        open(&["open", path, "--start"])
    });

    let idle = open(&[]);
    thread::sleep(SETTLED);
    idle.tell(&format!("{name}, idle on Today"));
    drop(idle);

    let session = open(&["open", path, "--start"]);
    thread::sleep(SETTLED);
    session.tell(&format!("{name}, the question about pain"));
    session.press("Return");
    thread::sleep(AT_WORK);
    session.tell(&format!("{name}, during a hold, muted"));
    session.press("space");
    thread::sleep(SETTLED);
    session.tell(&format!("{name}, paused"));
    drop(session);

    let path = machine.write("long-pace.toml", LONG_PACE);
    let session = open(&["open", path.to_str().unwrap(), "--start"]);
    session.press("Return");
    thread::sleep(AT_WORK);
    session.tell(&format!("{name}, during paced repetitions, muted"));
}

/// A person's folders in which nothing is asked, heard or said.
fn quiet() -> Machine {
    let machine = Machine::new();
    machine.write(
        "config/settings.toml",
        "safety_card_seen = true\nmuted = true\nvoice = false\n",
    );
    machine
}

/// Tells how a figure moves in a window that fills the screen.
fn movement(display: &Display, [width, height]: [u32; 2]) {
    let machine = quiet();
    let path = machine.write(
        "long-pace.toml",
        LONG_PACE.replace("pelvic-tilt", "bird-dog"),
    );
    let log = machine.path("frames.csv");
    let mut program = machine.command(["open", path.to_str().unwrap(), "--start"]);
    program.env("SUPPLE_FRAMES", &log);
    let session = display.open(program, "^Supple$");
    session.press("Return");
    session.press("F11");
    thread::sleep(AT_WORK);
    let before = Frames::read(&log).count();
    thread::sleep(UNTOUCHED);
    let frames = Frames::read(&log).from(before);
    frames.tell(&format!("full screen, {width}x{height}"), UNTOUCHED);
}

/// A program that is as small as one with a window can be.
fn xclock(display: &Display) {
    if !is_there("xclock") {
        figure("xclock", "not installed");
        return;
    }
    tell_starts("xclock", || {
        display.open(Command::new("xclock"), "^xclock$")
    });
}

/// A reminder to rest, with exercises to look at.
fn workrave(display: &Display) {
    if !is_there("workrave") {
        figure("Workrave", "not installed");
        return;
    }
    let machine = Machine::new();
    let open = || {
        let mut program = Command::new("workrave");
        program.env("HOME", machine.folder.path());
        for folder in ["CONFIG", "DATA", "CACHE", "STATE"] {
            program.env_remove(format!("XDG_{folder}_HOME"));
        }
        display.open(program, "^Workrave$")
    };
    tell_starts("Workrave, its timers", open);
    let program = open();
    thread::sleep(SETTLED);
    program.tell("Workrave, idle");
    let asked = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.workrave.Workrave"])
        .arg("/org/workrave/Workrave/UI")
        .arg("org.workrave.ControlInterface.Exercises")
        .env("DBUS_SESSION_BUS_ADDRESS", &display.bus)
        .output();
    assert!(asked.unwrap().status.success(), "no exercises came");
    thread::sleep(SETTLED);
    program.tell("Workrave, during an exercise");
}

/// Prints how long a program takes from its start to its first picture, often and with nothing of it
/// in memory.
fn tell_starts<'a>(what: &str, open: impl Fn() -> Window<'a>) {
    let first_pictures = |starts: usize, before: fn()| -> Vec<_> {
        let start = |_| {
            before();
            open().first_picture
        };
        (0..starts).map(start).collect()
    };
    let tell = |how: &str, starts: Vec<Duration>| {
        let starts = Times::from(starts);
        let [least, median, most] = [0, 50, 100].map(|percent| in_words(starts.at(percent)));
        figure(
            &format!("{what}: {how}"),
            &format!("median {median}, {least} to {most}"),
        );
    };
    // One more fills the caches.
    let warm = first_pictures(STARTS + 1, || ()).split_off(1);
    tell("from start to first picture", warm);
    if forget_files().is_ok() {
        let cold = first_pictures(COLD_STARTS, || forget_files().unwrap());
        tell("the same, cold", cold);
    } else {
        figure(
            &format!("{what}: the same, cold"),
            "left out: it needs root",
        );
    }
}

/// Has the system read from the disk what is asked for next, but for the tools that measure.
fn forget_files() -> std::io::Result<()> {
    let _ = Command::new("sync").status();
    fs::write("/proc/sys/vm/drop_caches", "3")?;
    for tool in ["xdotool", "xwd"] {
        is_there(tool);
    }
    Ok(())
}

/// Whether a program is installed; it is read into memory then.
pub(crate) fn is_there(program: &str) -> bool {
    let tried = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .status();
    tried.is_ok()
}
