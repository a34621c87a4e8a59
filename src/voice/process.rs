//! Runs a speech program, and ends it if it takes too long or nobody waits for it any more.

use std::io::{self, Read as _, Seek as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

#[cfg(unix)]
use rustix::process::Pid;
use wait_timeout::ChildExt as _;

/// How long a program may take for one phrase, or for one answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is looked whether a program is still waited for.
const GLANCE: Duration = Duration::from_millis(20);

/// Programs that run for somebody, who can call them off: one that hangs would outlive Supple.
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

/// Runs a program that reads `text` and says how it ended; `None` if it had to be ended.
pub(super) fn run(
    command: &mut Command,
    text: &str,
    errands: &Errands,
) -> io::Result<Option<ExitStatus>> {
    let _under_way = errands
        .under_way
        .read()
        .unwrap_or_else(PoisonError::into_inner);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    run_within(PATIENCE, command, text, errands)
}

/// What a program prints; nothing if it can't be asked or does not answer.
pub(super) fn ask(command: &mut Command) -> String {
    let answer = printed_by(command).unwrap_or_default();
    String::from_utf8_lossy(&answer).into_owned()
}

/// It prints into a file: with a pipe that nobody empties it would wait for ever.
fn printed_by(command: &mut Command) -> io::Result<Vec<u8>> {
    let mut file = tempfile::tempfile()?;
    command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(Stdio::null());
    run_within(PATIENCE, command, "", &Errands::default())?;
    file.rewind()?;
    let mut printed = Vec::new();
    file.read_to_end(&mut printed)?;
    Ok(printed)
}

fn run_within(
    patience: Duration,
    command: &mut Command,
    text: &str,
    errands: &Errands,
) -> io::Result<Option<ExitStatus>> {
    if errands.are_off() {
        return Ok(None);
    }
    by_itself(command);
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A program that does not read its input says so by how it ends.
        let _ = input.write_all(text.as_bytes());
    }
    let latest = Instant::now() + patience;
    loop {
        let left = latest.saturating_duration_since(Instant::now());
        if let Some(ended) = child.wait_timeout(left.min(GLANCE))? {
            return Ok(Some(ended));
        }
        if left.is_zero() || errands.are_off() {
            end(&mut child);
            child.wait()?;
            return Ok(None);
        }
    }
}

/// Ends a program with all that it has started. It may have ended by itself meanwhile.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
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

    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let mut command = Command::new("sleep");
        let patience = Duration::from_millis(20);
        let ended = run_within(patience, command.arg("60"), "", &Errands::default());
        assert_eq!(ended.unwrap(), None);
    }

    #[test]
    fn more_than_a_pipe_holds_is_read_to_its_end() {
        let told = ask(Command::new("seq").arg("100000"));
        assert_eq!(told.lines().last(), Some("100000"));
    }

    #[test]
    fn a_program_that_is_not_there_prints_nothing() {
        assert_eq!(ask(&mut Command::new("no-such-program")), "");
    }
}
