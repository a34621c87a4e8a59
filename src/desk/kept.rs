//! What is kept of a day on the disk, so that nobody is asked twice what they have answered.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::status::Trouble;
use crate::disk;
use crate::folders::Folders;
use crate::reminder::Kept;

/// More than any day takes, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// The newest form of the file that this program knows.
const FORMAT: u32 = 1;

/// The file, which is left alone where it is not as this program wrote it.
#[derive(Debug)]
pub(super) struct KeptFile {
    path: PathBuf,
    content: Option<Vec<u8>>,
    trouble: Option<Trouble>,
}

/// As the file has it. Fields are added, never changed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    format: u32,
    date: Option<String>,
    since: Option<String>,
    not_today: BTreeSet<String>,
    times: BTreeMap<String, String>,
    answered: BTreeMap<String, String>,
    shown: Option<String>,
    quiet_until: Option<String>,
}

impl KeptFile {
    /// Reads what was kept. What can't be read counts as nothing.
    pub(super) fn read(folders: &Folders) -> (Self, Kept) {
        // Of this machine alone: on another one the person may not have been reminded.
        let path = folders.config.join("reminders.json");
        let (content, trouble) = match disk::read_up_to(LARGEST, &path) {
            Ok(content) => (Some(content), None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
            Err(_) => (None, Some(Trouble::KeptUnreadable)),
        };
        let read = content.as_deref().map_or(Ok(Kept::default()), read);
        let trouble = trouble.or(read.as_ref().err().copied());
        let file = Self {
            path,
            content,
            trouble,
        };
        (file, read.unwrap_or_default())
    }

    /// Why nothing is kept.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// Writes what is to be kept.
    pub(super) fn keep(&mut self, kept: &Kept) {
        if !matches!(self.trouble, None | Some(Trouble::KeptUnwritten)) {
            return;
        }
        let Ok(content) = serde_json::to_vec(&Written::of(kept)) else {
            return;
        };
        let written = disk::replace(&self.path, self.content.as_deref(), &content);
        // What the disk does not take is kept as long as the process lives.
        self.trouble = written.is_err().then_some(Trouble::KeptUnwritten);
        if self.trouble.is_none() {
            self.content = Some(content);
        }
    }
}

fn read(content: &[u8]) -> Result<Kept, Trouble> {
    /// Of a later form no more than that is known.
    #[derive(Deserialize)]
    struct Form {
        format: u32,
    }
    let form: Form = serde_json::from_slice(content).map_err(|_| Trouble::KeptUnreadable)?;
    if form.format > FORMAT {
        return Err(Trouble::KeptLater);
    }
    let written = serde_json::from_slice::<Written>(content);
    written
        .map(Written::read)
        .map_err(|_| Trouble::KeptUnreadable)
}

impl Written {
    fn of(kept: &Kept) -> Self {
        let texts = |it: &BTreeMap<_, jiff::Timestamp>| {
            let it = it.iter();
            it.map(|(id, at): (&std::sync::Arc<str>, _)| (id.to_string(), at.to_string()))
                .collect()
        };
        let times = kept.times.iter();
        Self {
            format: FORMAT,
            date: kept.date.map(|date| date.to_string()),
            since: kept.since.map(|at| at.to_string()),
            not_today: kept.not_today.iter().map(ToString::to_string).collect(),
            times: times
                .map(|(id, time)| (id.to_string(), time.to_string()))
                .collect(),
            answered: texts(&kept.answered),
            shown: kept.shown.map(|at| at.to_string()),
            quiet_until: kept.quiet_until.map(|at| at.to_string()),
        }
    }

    fn read(self) -> Kept {
        fn parsed<T: std::str::FromStr>(text: Option<String>) -> Option<T> {
            text?.parse().ok()
        }
        let times = self.times.into_iter();
        let answered = self.answered.into_iter();
        Kept {
            date: parsed(self.date),
            since: parsed(self.since),
            not_today: self.not_today.into_iter().map(Into::into).collect(),
            times: times
                .filter_map(|(id, time)| Some((id.into(), time.parse().ok()?)))
                .collect(),
            answered: answered
                .filter_map(|(id, at)| Some((id.into(), at.parse().ok()?)))
                .collect(),
            shown: parsed(self.shown),
            quiet_until: parsed(self.quiet_until),
        }
    }
}
