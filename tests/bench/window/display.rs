//! A display of the benchmark's own, and what a program on it costs.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{UNTOUCHED, is_there};
use crate::figures::figure;

/// A display that nobody sees, with a window manager and a bus.
pub(crate) struct Display {
    name: String,
    pub(super) bus: String,
    server: Child,
    others: Vec<Child>,
    /// A folder as a person who is logged in has one: sound servers would put their sockets there.
    runtime: tempfile::TempDir,
}

/// A program on the display.
pub(crate) struct Program<'a> {
    display: &'a Display,
    process: Child,
}

/// A program with its window open.
pub(super) struct Window<'a> {
    program: Program<'a>,
    id: String,
    /// From the program's start until its window shows more than one colour.
    pub(super) first_picture: Duration,
}

impl Display {
    pub(crate) fn start([width, height]: [u32; 2]) -> Option<Self> {
        let tools = ["openbox", "dbus-send", "xdotool", "xwd"];
        if !tools.into_iter().all(is_there) {
            return None;
        }
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0"]);
        server.arg(format!("{width}x{height}x24"));
        // A server that starts over when its last window goes refuses the next for a moment.
        server.args(["-nolisten", "tcp", "-noreset"]);
        let (server, number) = started(server)?;
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]);
        // Whoever measures may have a screen reader, for which every program here would do more.
        bus.env("GSETTINGS_BACKEND", "memory");
        let bus = started(bus);
        let mut display = Self {
            name: format!(":{number}"),
            bus: String::new(),
            server,
            others: Vec::new(),
            runtime: tempfile::tempdir().ok()?,
        };
        let (bus, address) = bus?;
        display.others.push(bus);
        display.bus = address;
        let mut manager = Command::new("openbox");
        manager.arg("--sm-disable").env("DISPLAY", &display.name);
        manager.stdout(Stdio::null()).stderr(Stdio::null());
        display.others.push(manager.spawn().ok()?);
        while display.ask(&["get_desktop"]).is_empty() {}
        // It answers before it looks after windows, and one that opens in between may never come into view.
        thread::sleep(Duration::from_secs(1));
        Some(display)
    }

    /// Starts a program.
    pub(crate) fn run(&self, mut program: Command) -> Program<'_> {
        let process = program
            .env("DISPLAY", &self.name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("XDG_RUNTIME_DIR", self.runtime.path())
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Program {
            display: self,
            process,
        }
    }

    /// Starts a program, and waits until its window of this title shows something.
    pub(super) fn open(&self, program: Command, title: &str) -> Window<'_> {
        let began = Instant::now();
        let mut program = self.run(program);
        let id = loop {
            let found = self.ask(&["search", "--onlyvisible", "--name", title]);
            if let Some(id) = found.lines().next() {
                break id.to_owned();
            }
            let ended = program.process.try_wait();
            assert_eq!(ended.unwrap(), None, "no window came");
        };
        while !self.shows_more_than_one_colour(&id) {}
        Window {
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
    pub(super) fn press(&self, key: &str) {
        let display = self.program.display;
        display.ask(&["windowfocus", "--sync", &self.id]);
        display.ask(&["key", key]);
    }

    /// Prints what a minute costs in which nobody touches the window, and what memory it holds.
    pub(super) fn tell(&self, what: &str) {
        self.program.tell(what, UNTOUCHED);
    }
}

impl Program<'_> {
    /// Prints what a minute of it costs, watched for so long, and what memory it holds.
    pub(crate) fn tell(&self, what: &str, watched: Duration) {
        let id = self.process.id();
        let processes = [id, self.display.server.id()];
        let before = processes.map(processor_seconds);
        let slept = sleeps(id);
        thread::sleep(watched);
        let after = processes.map(processor_seconds);
        let minutes = watched.as_secs_f64() / 60.0;
        let woken = (sleeps(id) - slept) / minutes;
        let [own, server] = [0, 1].map(|of| (after[of] - before[of]) / minutes);
        let (all, private) = megabytes(id);
        figure(
            what,
            &format!(
                "{own:.2} CPU s a minute, {server:.2} of the X server; \
                 {woken:.0} wake-ups a minute; {all:.0} MB PSS, {private:.0} MB its own"
            ),
        );
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        end(&mut self.process);
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

/// How often the threads of a process that are there have gone to sleep so far: each time they were woken.
fn sleeps(process: u32) -> f64 {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let of = |thread: fs::DirEntry| {
        // It may have ended by now.
        let status = fs::read_to_string(thread.path().join("status")).ok()?;
        let mut lines = status.lines();
        let times = lines.find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        times.trim().parse::<f64>().ok()
    };
    threads.flatten().filter_map(of).sum()
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
