//! Has what is written where the record was lie where it is now, too.

use std::ffi::OsStr;
use std::mem;
use std::path::{Path, PathBuf};

use super::append::Writer;
use super::carry;
use super::chosen;

/// Follows a record that was moved while this copy of the program has it open.
#[derive(Default)]
pub(super) struct Following {
    /// Where the record is now, once all is there that was written before.
    there: Option<Writer>,
    /// Lines that are not there yet.
    behind: String,
}

impl Following {
    /// After lines of these years were written for a device into the folder that the record was in. What can't be
    /// written where it is now goes along with the next ones; no folder is made there.
    pub(super) fn follow(
        &mut self,
        from: &Path,
        device: &OsStr,
        to: Option<PathBuf>,
        lines: &[(i16, String)],
    ) {
        let before = self.there.take();
        let Some(to) = to else {
            self.behind.clear();
            return;
        };
        self.behind.extend(lines.iter().map(|(_, line)| &**line));
        if chosen::missing(&to).is_some() {
            return;
        }
        let before = before.filter(|writer| writer.is_within() == Some(&to));
        let is_there;
        let writer = if let Some(mut writer) = before {
            let mut each = lines.iter();
            is_there = each.all(|(year, line)| writer.append(*year, line, String::new).is_ok());
            writer
        } else {
            is_there = carry::take_along(from, &to);
            Writer::new(to.join(device)).within(to)
        };
        if is_there {
            self.behind.clear();
            self.there = Some(writer);
        }
    }

    /// At the end: what lies where the record was, and not where it is.
    pub(super) fn take_behind(&mut self) -> String {
        mem::take(&mut self.behind)
    }
}
