//! Copies of the program itself, started beside this one.

use std::env;
use std::io::{self, Write as _};
use std::process::{Child, Command, Stdio};

/// The own program with these arguments. It goes on when this one ends: what ends this one, as Ctrl-C in its
/// terminal does, does not reach it.
pub(super) fn of(arguments: &[&str]) -> io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.process_group(0);
    }
    Ok(command)
}

/// Starts it with a line to read.
pub(super) fn reading(mut command: Command, line: &str) -> io::Result<Child> {
    let mut child = command.stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // One that does not read says so by how it ends.
        let _ = writeln!(input, "{line}");
    }
    Ok(child)
}

/// Has the process that reminds look at the settings: it starts if the person wants to be reminded and none
/// runs, and ends if they don't. Waits for nothing; what is returned can be waited for.
///
/// # Errors
/// If the program can't be started.
pub fn follow_settings() -> io::Result<Child> {
    of(&["remind"])?.spawn()
}
