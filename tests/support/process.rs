//! Programs that a test needs beside it.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A program that ends with the test.
pub(crate) struct Process(pub(crate) Child);

impl Process {
    /// Starts a program that says what it has to say to a file in the folder.
    pub(crate) fn start(command: &mut Command, folder: &Path) -> Self {
        let name = Path::new(command.get_program())
            .file_name()
            .unwrap()
            .to_owned();
        let log = fs::File::create(folder.join(&name).with_extension("log")).unwrap();
        match command.stdin(Stdio::null()).stderr(log).spawn() {
            Ok(child) => Self(child),
            Err(error) => missing(&name.to_string_lossy(), &error),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program that these tests need can't be run.
pub(crate) fn missing(program: &str, error: &io::Error) -> ! {
    panic!("{program}: {error}. This test needs it: run `sh .ci/setup tests`, which installs it")
}
