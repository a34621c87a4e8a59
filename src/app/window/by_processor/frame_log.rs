//! What each frame cost, for whoever measures: a line of the file that `SUPPLE_FRAMES` names.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write as _;
use std::time::Instant;

pub(super) struct FrameLog(Option<File>);

impl FrameLog {
    /// One that notes nothing, unless the environment names a file.
    pub(super) fn start() -> Self {
        let path = env::var_os("SUPPLE_FRAMES");
        // To open a pipe would wait for its other end.
        let is_file = |path: &OsString| fs::metadata(path).map_or(true, |about| about.is_file());
        let mut file = path
            .filter(is_file)
            .and_then(|path| File::create(path).ok());
        if let Some(file) = &mut file {
            // What a disk does not take is missing in the figures, and costs nothing else.
            let _ = file.write_all(b"late_us,took_us,pixels\n");
        }
        Self(file)
    }

    /// A frame was due and begun at these times, and is shown now with so many pixels of it, or with
    /// nothing that changed.
    pub(super) fn note(&mut self, due: Option<Instant>, begun: Instant, pixels: Option<u64>) {
        if let Some(file) = &mut self.0 {
            let late = due.map_or(0, |due| begun.saturating_duration_since(due).as_micros());
            let took = begun.elapsed().as_micros();
            let pixels = pixels.unwrap_or_default();
            let _ = file.write_all(format!("{late},{took},{pixels}\n").as_bytes());
        }
    }
}
