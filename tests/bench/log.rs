//! What it takes until a line is on the disk.

use supple::history::{Id, Log, Note};

use crate::figures::{Times, figure, heading, in_words};
use crate::machine::folders::folders;

const LINES: usize = 1000;

pub(crate) fn run() {
    // Beside the build, since the system's temporary folder may be no disk at all.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let log = Log::open(&folders(folder.path())).unwrap();
    let session = Id::new();
    let times = Times::of(LINES, || {
        log.note(session, Note::default());
        log.flush().unwrap();
    });
    heading("Appending a line, until it is on the disk");
    figure("median", &in_words(times.median()));
    figure("99 of 100 within", &in_words(times.at(99)));
}
