//! Has what is written where the record was lie where it is now, too.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::append::Writer;
use super::carry;
use super::chosen;

/// Follows a record that was moved while this copy of the program has it open.
#[derive(Default)]
pub(super) struct Following {
    /// Where the record is now, once all is there that was written before.
    there: Option<Writer>,
}

impl Following {
    /// After a line of a year was written for a device into the folder that the record was in. Gives whether it
    /// is where the record is now; no folder is made there.
    pub(super) fn follow(
        &mut self,
        from: &Path,
        device: &OsStr,
        to: PathBuf,
        (year, line): (i16, &str),
    ) -> bool {
        let before = self.there.take();
        if chosen::missing(&to).is_some() {
            return false;
        }
        let before = before.filter(|writer| writer.is_within() == Some(&to));
        let (writer, is_there) = if let Some(mut writer) = before {
            let is_there = writer.append(year, line, String::new).is_ok();
            (writer, is_there)
        } else {
            let is_there = carry::take_along(from, &to);
            (Writer::new(to.join(device)).within(to), is_there)
        };
        self.there = is_there.then_some(writer);
        is_there
    }
}
