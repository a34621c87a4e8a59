//! Runs a speech program, and ends it if it takes too long or nobody waits for it any more.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

#[cfg(unix)]
use rustix::process::Pid;

/// How long a program may take for one phrase, or for one answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is looked how far a program is, and whether it is still waited for: at first more
/// often, since most phrases take moments.
const GLANCE: Duration = Duration::from_millis(20);
const SHORTEST_GLANCE: Duration = Duration::from_millis(1);

/// The most that is read of what a program prints, in bytes: a list of voices has some thousands.
const LONGEST_ANSWER: u64 = 1024 * 1024;

/// Lets their owner end the programs that were started for it, so that none outlives Supple.
#[derive(Debug, Default)]
pub struct Errands {
    are_off: AtomicBool,
    /// Shared by the programs under way.
    under_way: RwLock<()>,
}

impl Errands {
    /// Ends the programs under way with all that they have started, and lets no more begin. Returns
    /// once they have ended, which takes moments.
    pub fn call_off(&self) {
        self.are_off.store(true, Ordering::SeqCst);
        drop(self.under_way.write());
    }

    pub(super) fn are_off(&self) -> bool {
        self.are_off.load(Ordering::SeqCst)
    }
}

/// For the programs that are asked what they can speak.
static QUESTIONS: Errands = Errands {
    are_off: AtomicBool::new(false),
    under_way: RwLock::new(()),
};

/// Ends the programs that are being asked what they can speak, and asks no more: for the end of Supple.
pub fn call_off_questions() {
    QUESTIONS.call_off();
}

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    ByItself(ExitStatus),
    /// It had to be ended, for its time or because nobody waits for it any more.
    TookTooLong,
    /// It had to be ended: its file had grown beyond what is read of it.
    WroteTooMuch,
}

/// What a program is given at most.
#[derive(Debug, Clone, Copy)]
struct Limits<'a> {
    patience: Duration,
    /// The file that it writes to, and the most bytes of it.
    file: Option<(&'a Path, u64)>,
}

/// Runs a program that reads `text` and writes to `file`, of which it may write `most` bytes.
pub(super) fn run(
    command: &mut Command,
    text: &str,
    (file, most): (&Path, u64),
    errands: &Errands,
) -> io::Result<Ended> {
    let _under_way = errands
        .under_way
        .read()
        .unwrap_or_else(PoisonError::into_inner);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let limits = Limits {
        patience: PATIENCE,
        file: Some((file, most)),
    };
    run_within(limits, command, text, errands)
}

/// What a program prints; nothing if it can't be asked or does not answer.
pub(super) fn ask(command: &mut Command) -> String {
    let answer = printed_by(command).unwrap_or_default();
    String::from_utf8_lossy(&answer).into_owned()
}

/// It prints into a file: with a pipe that nobody empties it would wait for ever.
fn printed_by(command: &mut Command) -> io::Result<Vec<u8>> {
    let mut file = tempfile::NamedTempFile::new()?;
    command
        .stdin(Stdio::null())
        .stdout(file.reopen()?)
        .stderr(Stdio::null());
    let limits = Limits {
        patience: PATIENCE,
        file: Some((file.path(), LONGEST_ANSWER)),
    };
    let _under_way = QUESTIONS
        .under_way
        .read()
        .unwrap_or_else(PoisonError::into_inner);
    run_within(limits, command, "", &QUESTIONS)?;
    let mut printed = Vec::new();
    file.as_file_mut()
        .take(LONGEST_ANSWER)
        .read_to_end(&mut printed)?;
    Ok(printed)
}

fn run_within(
    limits: Limits<'_>,
    command: &mut Command,
    text: &str,
    errands: &Errands,
) -> io::Result<Ended> {
    if errands.are_off() {
        return Ok(Ended::TookTooLong);
    }
    by_itself(command);
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A program that does not read its input says so by how it ends.
        let _ = input.write_all(text.as_bytes());
    }
    let latest = Instant::now() + limits.patience;
    let mut glance = SHORTEST_GLANCE;
    let ended = loop {
        if has_ended(&mut child)? {
            break None;
        }
        let is_too_large = |(file, most): (&Path, u64)| {
            let length = fs::metadata(file).map_or(0, |about| about.len());
            length > most
        };
        if limits.file.is_some_and(is_too_large) {
            break Some(Ended::WroteTooMuch);
        }
        if Instant::now() >= latest || errands.are_off() {
            break Some(Ended::TookTooLong);
        }
        thread::sleep(glance);
        glance = (glance * 2).min(GLANCE);
    };
    // What it has started ends with it, however it ended.
    end(&mut child);
    let status = child.wait()?;
    Ok(ended.unwrap_or(Ended::ByItself(status)))
}

/// Whether a program has ended. It is still there to be waited for: until then no other process can
/// have its number, by which it is ended with all that it has started.
fn has_ended(child: &mut Child) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use rustix::process::{WaitId, WaitIdOptions, waitid};
        let Some(pid) = pid(child) else {
            return Ok(child.try_wait()?.is_some());
        };
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        match waitid(WaitId::Pid(pid), look) {
            Ok(status) => Ok(status.is_some()),
            Err(rustix::io::Errno::INTR) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
    #[cfg(not(unix))]
    Ok(child.try_wait()?.is_some())
}

/// Ends a program with all that it has started. It may have ended by itself meanwhile.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = pid(child) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

#[cfg(unix)]
fn pid(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}

/// Gives the program a group of its own, in which it can be ended with all that it starts, and keeps
/// Windows from opening a terminal for it.
fn by_itself(command: &mut Command) {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.process_group(0);
    }
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let limits = Limits {
            patience: Duration::from_millis(20),
            file: None,
        };
        let ended = run_within(limits, &mut shell("sleep 60"), "", &Errands::default());
        assert_eq!(ended.unwrap(), Ended::TookTooLong);
    }

    #[test]
    fn a_program_that_writes_without_end_is_ended_soon_after_its_limit() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut endless = shell("exec cat /dev/zero");
        endless.stdout(file.reopen().unwrap());
        let limits = Limits {
            patience: Duration::from_mins(10),
            file: Some((file.path(), 1024)),
        };
        let ended = run_within(limits, &mut endless, "", &Errands::default());
        assert_eq!(ended.unwrap(), Ended::WroteTooMuch);
    }

    /// The last to hold the pipe's end is a program that was left running: it is read to its end
    /// once all of them have ended.
    #[test]
    fn what_a_program_leaves_running_ends_with_it() {
        for script in [
            "sleep 600 &",
            "sleep 600 & exit 3",
            "(sleep 600; :) & sleep 600",
        ] {
            let (mut left, held) = std::io::pipe().unwrap();
            let limits = Limits {
                patience: Duration::from_millis(200),
                file: None,
            };
            let mut command = shell(script);
            command.stdout(held);
            run_within(limits, &mut command, "", &Errands::default()).unwrap();
            drop(command);
            assert_eq!(left.read(&mut [0]).unwrap(), 0, "{script}");
        }
    }

    #[test]
    fn more_than_a_pipe_holds_is_read_to_its_end() {
        let reported = ask(Command::new("seq").arg("100000"));
        assert_eq!(reported.lines().last(), Some("100000"));
    }

    #[test]
    fn no_more_is_read_of_an_answer_without_end() {
        let reported = ask(&mut shell("exec cat /dev/zero"));
        assert_eq!(reported.len() as u64, LONGEST_ANSWER);
    }

    #[test]
    fn a_program_that_is_not_there_prints_nothing() {
        assert_eq!(ask(&mut Command::new("no-such-program")), "");
    }
}
