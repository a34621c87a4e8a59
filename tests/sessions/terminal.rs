//! A terminal with someone at its keyboard.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Child, Command, ExitStatus};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use supple::history::{History, RecordedSession};

use crate::machine::Machine;
use crate::patience::{PATIENCE, await_that};

pub(crate) const ROUTINE: &str = r#"
format = 1
title = "One open step"

[[exercise]]
name = "Breathe"
kind = "open"
prepare = 0
"#;

/// `supple guide` in a terminal of its own.
pub(crate) struct Terminal {
    pub(crate) machine: Rc<Machine>,
    pub(crate) child: Child,
    /// Where the keys are pressed.
    pub(crate) keyboard: File,
    /// What comes on the screen, until the program has let go of it.
    screen: Receiver<Vec<u8>>,
    shown: String,
    /// All that was shown, from the beginning.
    pub(crate) all: String,
}

impl Terminal {
    pub(crate) fn start() -> Self {
        Self::guiding(ROUTINE)
    }

    pub(crate) fn guiding(routine: &str) -> Self {
        Self::writing_to(routine, None)
    }

    /// With the output in this file of the machine, or else in the terminal too.
    pub(crate) fn writing_to(routine: &str, file: Option<&str>) -> Self {
        let machine = Machine::new();
        machine.write("open.toml", routine);
        Self::of(Rc::new(machine), file)
    }

    pub(crate) fn of(machine: Rc<Machine>, file: Option<&str>) -> Self {
        let guide = machine.command(["guide", "open.toml"]);
        Self::running(machine, guide, file)
    }

    /// A command of the program, in a terminal that calls itself xterm unless it says otherwise.
    pub(crate) fn running(machine: Rc<Machine>, mut command: Command, file: Option<&str>) -> Self {
        if !command.get_envs().any(|(name, _)| name == "TERM") {
            command.env("TERM", "xterm");
        }
        let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&screen).unwrap();
        unlockpt(&screen).unwrap();
        let name = ptsname(&screen, Vec::new()).unwrap();
        let mut options = OpenOptions::new();
        let terminal = options
            .read(true)
            .write(true)
            .open(OsStr::from_bytes(name.to_bytes()))
            .unwrap();
        let child = command
            .stdin(terminal.try_clone().unwrap())
            .stdout(match file {
                Some(file) => File::create(machine.path(file)).unwrap(),
                None => terminal.try_clone().unwrap(),
            })
            .stderr(terminal)
            .spawn()
            .unwrap();
        let keyboard = File::from(screen);
        Self {
            machine,
            child,
            screen: watch(keyboard.try_clone().unwrap()),
            keyboard,
            shown: String::new(),
            all: String::new(),
        }
    }

    /// Waits for these words, and forgets what was shown before them.
    pub(crate) fn read_to(&mut self, words: &str) -> &mut Self {
        loop {
            if let Some(at) = self.shown.find(words) {
                self.shown.drain(..at + words.len());
                return self;
            }
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => {
                    let text = String::from_utf8_lossy(&bytes);
                    self.shown += &text;
                    self.all += &text;
                }
                Err(why) => panic!("no {words:?} in {:?}: {why}", self.shown),
            }
        }
    }

    /// Waits for one of these, and tells which came first.
    pub(crate) fn read_to_one_of<const COUNT: usize>(&mut self, words: [&str; COUNT]) -> usize {
        loop {
            let shown = words.map(|words| self.shown.find(words));
            let first = (0..COUNT).filter(|at| shown[*at].is_some());
            if let Some(first) = first.min_by_key(|at| shown[*at]) {
                return first;
            }
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => self.shown += &String::from_utf8_lossy(&bytes),
                Err(why) => panic!("none of {words:?} in {:?}: {why}", self.shown),
            }
        }
    }

    /// All that is left of what was shown, once the program has ended.
    pub(crate) fn read_to_the_end(&mut self) -> String {
        for bytes in &self.screen {
            self.shown += &String::from_utf8_lossy(&bytes);
        }
        std::mem::take(&mut self.shown)
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Through all questions to the open step.
    pub(crate) fn begin(&mut self) -> &mut Self {
        self.read_to("Press space").press(" ");
        self.read_to("right now?").press("2\r");
        self.read_to("In your own time")
    }

    pub(crate) fn end(&mut self) -> ExitStatus {
        let mut status = None;
        await_that("the guide ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    pub(crate) fn session(&self) -> RecordedSession {
        let mut history = History::read(&self.machine.folders().log());
        Arc::unwrap_or_clone(history.sessions.remove(0))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes on what comes on a screen. One that the program has let go of can no longer be read.
fn watch(mut screen: File) -> Receiver<Vec<u8>> {
    let (shown, seen) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = screen.read(&mut bytes) {
            if shown.send(bytes[..read].to_vec()).is_err() {
                return;
            }
        }
    });
    seen
}
