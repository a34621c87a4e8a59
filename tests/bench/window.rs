//! What the window costs on a display of its own, drawn in software: from the start to the first
//! picture, and then for each minute in which nobody touches it. Programs of its kind that are
//! installed are measured beside it, on the same display, window manager and bus, in the same run.
//! Needs Xvfb, openbox, dbus-daemon, dbus-send, xdotool and xwd, and the /proc of Linux.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

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
    heading("The window, 1280x800, drawn in software");
    let Some(display) = Display::start() else {
        let needed = "Xvfb, openbox, dbus-daemon, dbus-send, xdotool and xwd";
        figure(&format!("left out: it needs {needed}"), "");
        return;
    };
    supple(&display);
    workrave(&display);
}

fn supple(display: &Display) {
    let machine = Machine::new();
    machine.write(
        "config/settings.toml",
        "safety_card_seen = true\nmuted = true\n",
    );
    let routine = machine.write("long-hold.toml", LONG_HOLD);
    let path = routine.to_str().unwrap();
    let open = |arguments: &[&str]| display.open(machine.command(arguments), "^Supple$");
    tell_starts("Supple, on Today", || open(&[]));
    tell_starts("Supple, on a session", || open(&["open", path, "--start"]));

    let idle = open(&[]);
    thread::sleep(SETTLED);
    idle.tell("Supple, idle on Today");
    drop(idle);

    let session = open(&["open", path, "--start"]);
    session.press("Return");
    thread::sleep(AT_WORK);
    session.tell("Supple, during a hold, muted");
    session.press("space");
    thread::sleep(SETTLED);
    session.tell("Supple, paused");
    drop(session);

    let path = machine.write("long-pace.toml", LONG_PACE);
    let session = open(&["open", path.to_str().unwrap(), "--start"]);
    session.press("Return");
    thread::sleep(AT_WORK);
    session.tell("Supple, during paced repetitions, muted");
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
fn is_there(program: &str) -> bool {
    let tried = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .status();
    tried.is_ok()
}

/// A display that nobody sees, with a window manager and a bus.
struct Display {
    name: String,
    bus: String,
    server: Child,
    others: Vec<Child>,
}

/// The program with its window open.
struct Window<'a> {
    display: &'a Display,
    program: Child,
    id: String,
    /// From the program's start until its window shows more than one colour.
    first_picture: Duration,
}

impl Display {
    fn start() -> Option<Self> {
        let tools = ["openbox", "dbus-send", "xdotool", "xwd"];
        if !tools.into_iter().all(is_there) {
            return None;
        }
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x800x24"]);
        // A server that starts over when its last window goes refuses the next for a moment.
        server.args(["-nolisten", "tcp", "-noreset"]);
        let (server, number) = started(server)?;
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]);
        let bus = started(bus);
        let mut display = Self {
            name: format!(":{number}"),
            bus: String::new(),
            server,
            others: Vec::new(),
        };
        let (bus, address) = bus?;
        display.others.push(bus);
        display.bus = address;
        let mut manager = Command::new("openbox");
        manager.arg("--sm-disable").env("DISPLAY", &display.name);
        manager.stdout(Stdio::null()).stderr(Stdio::null());
        display.others.push(manager.spawn().ok()?);
        while display.ask(&["get_desktop"]).is_empty() {}
        Some(display)
    }

    /// Starts a program, and waits until its window of this title shows something.
    fn open(&self, mut program: Command, title: &str) -> Window<'_> {
        let began = Instant::now();
        let mut program = program
            .env("DISPLAY", &self.name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let id = loop {
            let found = self.ask(&["search", "--onlyvisible", "--name", title]);
            if let Some(id) = found.lines().next() {
                break id.to_owned();
            }
            assert_eq!(program.try_wait().unwrap(), None, "no window came");
        };
        while !self.shows_more_than_one_colour(&id) {}
        Window {
            display: self,
            program,
            id,
            first_picture: began.elapsed(),
        }
    }

    fn shows_more_than_one_colour(&self, window: &str) -> bool {
        let dump = Command::new("xwd")
            .args(["-silent", "-id", window])
            .env("DISPLAY", &self.name)
            .stderr(Stdio::null())
            .output()
            .unwrap()
            .stdout;
        let number = |at: usize| -> Option<usize> {
            let bytes = dump.get(at..at + 4)?;
            usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
        };
        // Where the pixels begin: after the header, whose length is its first number, and the
        // colours, twelve bytes each, whose count is its twentieth.
        let pixels = number(0)
            .zip(number(4 * 19))
            .and_then(|(header, colours)| dump.get(header + 12 * colours..));
        let mut pixels = pixels.unwrap_or_default().chunks_exact(4);
        let first = pixels.next();
        pixels.any(|pixel| Some(pixel) != first)
    }

    fn ask(&self, arguments: &[&str]) -> String {
        let answer = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.name)
            .output();
        String::from_utf8(answer.unwrap().stdout).unwrap()
    }
}

/// A program that writes a line as soon as it is ready, with that line.
fn started(mut program: Command) -> Option<(Child, String)> {
    program.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut program = program.spawn().ok()?;
    let mut line = String::new();
    let said = program.stdout.take()?;
    BufReader::new(said).read_line(&mut line).ok()?;
    Some((program, line.trim().to_owned()))
}

impl Drop for Display {
    fn drop(&mut self) {
        self.others.iter_mut().for_each(end);
        end(&mut self.server);
    }
}

impl Window<'_> {
    fn press(&self, key: &str) {
        self.display.ask(&["windowfocus", "--sync", &self.id]);
        self.display.ask(&["key", key]);
    }

    /// Prints what a minute costs in which nobody touches the window, and what memory it holds.
    fn tell(&self, what: &str) {
        let processes = [self.program.id(), self.display.server.id()];
        let before = processes.map(processor_seconds);
        thread::sleep(UNTOUCHED);
        let after = processes.map(processor_seconds);
        let minutes = UNTOUCHED.as_secs_f64() / 60.0;
        let [own, server] = [0, 1].map(|of| (after[of] - before[of]) / minutes);
        let (all, private) = megabytes(self.program.id());
        figure(
            what,
            &format!(
                "{own:.2} CPU s a minute, {server:.2} of the X server; \
                 {all:.0} MB PSS, {private:.0} MB its own"
            ),
        );
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        end(&mut self.program);
    }
}

fn end(process: &mut Child) {
    // It may have ended by itself.
    let _ = process.kill();
    let _ = process.wait();
}

/// User and system time of a process so far.
fn processor_seconds(process: u32) -> f64 {
    /// What Linux counts in, on every machine that Supple runs on.
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    // The name, in parentheses, may hold spaces; the times are the 14th and 15th field.
    let fields = stat.rsplit(") ").next().unwrap();
    let ticks: f64 = fields
        .split(' ')
        .skip(11)
        .take(2)
        .map(|ticks| ticks.parse::<f64>().unwrap())
        .sum();
    ticks / TICKS_A_SECOND
}

/// Proportional set size and the anonymous part of it, in millions of bytes.
fn megabytes(process: u32) -> (f64, f64) {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap();
    let of = |name: &str| {
        let line = rollup.lines().find_map(|line| line.strip_prefix(name));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kib.unwrap_or_default() * 1024.0 / 1e6
    };
    (of("Pss:"), of("Pss_Anon:"))
}
