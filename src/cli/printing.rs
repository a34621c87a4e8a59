//! What commands write: what was asked for, and complaints.

use std::io::{self, BufWriter, Write};

use super::Failure;
use crate::error_stream;
use crate::words::Message;

/// Says on the error stream what is wrong.
pub(super) fn complain(text: &str) {
    // Nobody is left to report to if it is closed.
    let _ = complain_to(error_stream::own(), text);
}

/// The line and its end are written at once: another program may write to the same terminal.
fn complain_to(mut stream: impl Write, text: &str) -> io::Result<()> {
    stream.write_all(format!("supple: {text}\n").as_bytes())
}

/// Prints what a command was asked for. A reader that has seen enough and closes the pipe, like
/// `head`, is no failure.
pub(super) fn print(text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    printed(
        output
            .write_all(text.as_ref())
            .and_then(|()| output.flush()),
    )
}

/// Prints a value as JSON, in lines that a person can read as well.
pub(super) fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut output = BufWriter::new(io::stdout().lock());
    // What it is made into is not held: of a long history that would be hundreds of megabytes.
    let written = serde_json::to_writer_pretty(&mut output, value).map_err(io::Error::from);
    let written = written.and_then(|()| output.write_all(b"\n"));
    printed(written.and_then(|()| output.flush()))
}

/// What came of printing.
pub(super) fn printed(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let message = Message::new("error-output").with("reason", error.to_string());
            Err(Failure::Environment(message))
        }
        _ => Ok(()),
    }
}

/// Whether the terminal, where there is one, understands escape codes: one that calls itself dumb does
/// not, and would show them.
pub(super) fn has_escape_codes() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_written_at_once() {
        struct Written(Vec<Vec<u8>>);

        impl Write for &mut Written {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.push(bytes.to_owned());
                Ok(bytes.len())
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        let mut written = Written(Vec::new());
        complain_to(&mut written, "Try again.").unwrap();
        assert_eq!(written.0, [b"supple: Try again.\n"]);
    }
}
