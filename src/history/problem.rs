//! What a person should know of their record.

use std::path::PathBuf;

use super::record::Id;
use crate::words::Message;

/// Something in the record that a person should know of. What could be read is in the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file or folder it is in.
    pub path: PathBuf,
    /// Counts from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with the record.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// A line is torn or its checksum does not fit, and no copy of it is whole.
    Damaged {
        /// Where it was copied to; `None` if that was not possible.
        copy: Option<PathBuf>,
    },
    /// Damaged lines besides those that are reported one by one, for which there is no room.
    MoreDamaged { lines: usize },
    /// Lines that say more than there is room for, and more than a person can have recorded.
    TooMuch { lines: usize },
    /// A line is longer than any that is read, and is left out.
    LongLine,
    /// A file is larger than any that is read; its first GiB was.
    LargeFile,
    /// A line has a pain that is not from 0 to 10; the rest of the line counts.
    NoPain,
    /// Lines of a later version of Supple, which are kept.
    Newer { lines: usize },
    /// A file or folder can't be read, with the reason.
    Unreadable(Message),
    /// A file of lines that were kept elsewhere, since the record could not be written, and still can't.
    Waiting,
    /// The line that says when a session began, and of which routine, is missing.
    NoStart { session: Id },
}

impl Problem {
    /// What is wrong and what becomes of it.
    pub fn message(&self) -> Message {
        let path = self.path.as_path();
        match &self.kind {
            ProblemKind::Damaged { copy: Some(copy) } => Message::new("record-damaged-line")
                .with("file", path)
                .with("line", self.line.unwrap_or_default())
                .with("copy", copy.as_path()),
            ProblemKind::Damaged { copy: None } => Message::new("record-damaged-line-not-copied")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::MoreDamaged { lines } => Message::new("record-more-damaged-lines")
                .with("file", path)
                .with("lines", *lines),
            ProblemKind::TooMuch { lines } => Message::new("record-too-much")
                .with("file", path)
                .with("lines", *lines),
            ProblemKind::LongLine => Message::new("record-long-line")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::LargeFile => Message::new("record-large-file").with("file", path),
            ProblemKind::NoPain => Message::new("record-no-pain")
                .with("file", path)
                .with("line", self.line.unwrap_or_default()),
            ProblemKind::Newer { lines } => Message::new("record-newer-lines")
                .with("file", path)
                .with("lines", *lines),
            ProblemKind::Unreadable(reason) => Message::new("record-unreadable")
                .with("file", path)
                .with("reason", reason.clone()),
            ProblemKind::Waiting => Message::new("record-waiting").with("file", path),
            ProblemKind::NoStart { session } => Message::new("record-no-start")
                .with("session", session.to_string())
                .with("folder", path),
        }
    }
}
