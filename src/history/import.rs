//! Takes back what `supple history --json` printed.
//!
//! Each session becomes one line, in a file of its own in the folder of the record. A session whose own lines are
//! there is left out, and so is one that was imported before, as it is or with more said of it: importing twice
//! changes nothing. Whatever is wrong with the file, nothing of it is imported then.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;
use sha2::{Digest as _, Sha256};

use super::assemble::What;
use super::carry::put_lines;
use super::exported::{self, FORMAT, NotBegun, Session};
use super::fallback::Fallback;
use super::folder_to_write;
use super::imported::time;
use super::lines::{LARGEST_FILE, LONGEST_LINE};
use super::reading::Reading;
use super::record::{self, Fact, Id, Line, NotBegunFact, VERSION, WhyNot};
use crate::disk;
use crate::folders::Folders;
use crate::words::Message;

/// The most bytes that one session of an export has, with the spaces that make it readable.
const LONGEST_SESSION: u64 = 4 * LONGEST_LINE as u64;

/// Some editors and shells put it before a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// With this a zip archive begins.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What came of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Sessions that were not on record.
    pub added: usize,
    /// Those that were.
    pub there: usize,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum NotImported {
    /// The file can't be read.
    Unread(io::Error),
    /// It ends before its end.
    Cut,
    /// In this line it is not what `supple history --json` prints.
    Other { line: usize },
    /// It is an archive, as a backup is.
    Archive,
    /// It is of a later version of Supple.
    Newer,
    /// The record can't be written.
    Unwritten(io::Error),
}

impl NotImported {
    /// Why, and what to do, of the file at `path` and the record of these folders.
    pub fn message(&self, path: &Path, folders: &Folders) -> Message {
        match self {
            Self::Unread(error) => Message::new("history-import-unread")
                .with("path", path)
                .with("reason", disk::reason_at(path, error)),
            Self::Cut => Message::new("history-import-cut").with("path", path),
            Self::Other { line } => Message::new("history-import-other")
                .with("path", path)
                .with("line", *line),
            Self::Archive => Message::new("history-import-archive").with("path", path),
            Self::Newer => Message::new("history-import-newer").with("path", path),
            Self::Unwritten(error) => Message::new("history-import-unwritten")
                .with("folder", folders.log().as_path())
                .with("reason", disk::reason(error)),
        }
    }
}

/// Imports the sessions of this file into the person's record.
///
/// # Errors
/// Nothing was imported.
pub fn import(folders: &Folders, file: &Path) -> Result<Imported, NotImported> {
    // What it can't take yet comes along later.
    let _ = Fallback::of(folders).take_in();
    let log = folder_to_write(folders).map_err(NotImported::Unwritten)?;
    import_into(&log, file)
}

/// The lines of all that an export has, for who does not import it.
///
/// # Errors
/// It can't be read, or is something else.
pub(super) fn lines_of(file: &Path) -> Result<String, NotImported> {
    let mut import = Import::empty();
    import.read(disk::open(file).map_err(NotImported::Unread)?)?;
    Ok(import.lines)
}

/// The same for the record in this folder.
pub(super) fn import_into(log: &Path, file: &Path) -> Result<Imported, NotImported> {
    let mut import = Import::of(log);
    let file = disk::open(file).map_err(NotImported::Unread)?;
    import.read(file)?;
    import.write(log).map_err(NotImported::Unwritten)?;
    Ok(import.outcome)
}

struct Import {
    /// Sessions whose own lines are there.
    own: HashSet<Id>,
    /// The line that counts of each session that was imported.
    imported: HashMap<Id, Id>,
    /// What is to be written.
    lines: String,
    outcome: Imported,
    /// How many more bytes may be read of what is read at the moment.
    left: Rc<Cell<u64>>,
}

impl Import {
    fn of(log: &Path) -> Self {
        let mut import = Self::empty();
        Reading::default().each(log, |piece| match &piece.what {
            What::NotBegun(it) => {
                import.own.insert(it.id);
            }
            What::Session {
                session,
                has_start,
                imported,
                ..
            } => {
                if *has_start {
                    import.own.insert(session.id);
                }
                if let Some(line) = imported {
                    import.imported.insert(session.id, *line);
                }
            }
        });
        import
    }

    fn empty() -> Self {
        Self {
            own: HashSet::new(),
            imported: HashMap::new(),
            lines: String::new(),
            outcome: Imported { added: 0, there: 0 },
            left: Rc::default(),
        }
    }

    fn read(&mut self, file: File) -> Result<(), NotImported> {
        let size = file.metadata().map_err(NotImported::Unread)?.len();
        if size > LARGEST_FILE {
            let too_large = io::Error::from(io::ErrorKind::FileTooLarge);
            return Err(NotImported::Unread(too_large));
        }
        let mut file = BufReader::new(file);
        if file
            .fill_buf()
            .map_err(NotImported::Unread)?
            .starts_with(MARK)
        {
            file.consume(MARK.len());
        }
        if file
            .fill_buf()
            .map_err(NotImported::Unread)?
            .starts_with(ARCHIVE)
        {
            return Err(NotImported::Archive);
        }
        self.go_on();
        let limited = Limited {
            file,
            left: Rc::clone(&self.left),
        };
        let mut json = serde_json::Deserializer::from_reader(limited);
        let format = json.deserialize_map(Whole(self)).and_then(|format| {
            json.end()?;
            Ok(format)
        });
        match format {
            Ok(format) if format > FORMAT => Err(NotImported::Newer),
            Ok(_) => Ok(()),
            Err(error) => Err(match error.classify() {
                Category::Io => NotImported::Unread(error.into()),
                Category::Eof => NotImported::Cut,
                Category::Syntax | Category::Data => NotImported::Other { line: error.line() },
            }),
        }
    }

    fn go_on(&self) {
        self.left.set(LONGEST_SESSION);
    }

    /// Adds a session; `None` if it is longer than any that is read.
    fn add(&mut self, session: Session<'_>) -> Option<()> {
        let id = session.id;
        let last_line = session.last_line.unwrap_or(id);
        let started = session.started.clone();
        self.put(id, last_line, &started, Fact::Imported(Box::new(session)))
    }

    fn add_not_begun(&mut self, it: NotBegun<'_>) -> Option<()> {
        let when = time(&it.time, it.zone.as_deref())?;
        let fact = NotBegunFact {
            routine: it.routine.fact(),
            device: it.device.unwrap_or(it.id),
            pain_before: it.pain_before,
            why: match it.reason {
                exported::NotBegunReason::PainAboveLimit => WhyNot::PainAboveLimit {
                    limit: it.pain_limit,
                },
            },
        };
        let when = record::time_text(&when);
        self.put(it.id, it.id, &when, Fact::NotBegun(fact))
    }

    /// `None` if it is longer than what is read.
    fn put(&mut self, session: Id, last_line: Id, time: &str, fact: Fact<'_>) -> Option<()> {
        let content = serde_json::to_vec(&fact).ok()?;
        let line = Line {
            v: VERSION,
            id: Id::of_content(last_line, &Sha256::digest(content)),
            session,
            time: time.into(),
            fact,
        };
        // The reader has the one with the greater id count.
        let imported = self.imported.get(&session);
        if self.own.contains(&session) || imported.is_some_and(|there| *there >= line.id) {
            self.outcome.there += 1;
            return Some(());
        }
        let text = line.text();
        if text.len() > LONGEST_LINE {
            return None;
        }
        self.lines.push_str(&text);
        self.imported.insert(session, line.id);
        self.outcome.added += 1;
        Some(())
    }

    fn write(&self, log: &Path) -> io::Result<()> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let hash = Sha256::digest(self.lines.as_bytes());
        let short = hash.first_chunk().copied().map(u64::from_be_bytes);
        let name = format!("imported-{:016x}.jsonl", short.unwrap_or_default());
        // Another copy may import the same at this moment, and a sync program have emptied the file of an earlier time.
        put_lines(self.lines.as_bytes(), &log.join(name), "again").map(drop)
    }
}

/// A file of which no more is read than there is room for.
struct Limited {
    file: BufReader<File>,
    left: Rc<Cell<u64>>,
}

impl Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let most = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let count = self.file.read(&mut buffer[..most])?;
        self.left.set(left - count as u64);
        Ok(count)
    }
}

/// All that is printed; gives its format.
struct Whole<'a>(&'a mut Import);

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("what supple history --json prints")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u32, A::Error> {
        let mut format = None;
        let mut has_sessions = false;
        while let Some(key) = map.next_key::<String>()? {
            self.0.go_on();
            match key.as_str() {
                "format" => format = Some(map.next_value()?),
                "sessions" => {
                    has_sessions = true;
                    map.next_value_seed(Each(self.0, Import::add))?;
                }
                "not_begun" => map.next_value_seed(Each(self.0, Import::add_not_begun))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            self.0.go_on();
        }
        if !has_sessions {
            return Err(A::Error::missing_field("sessions"));
        }
        format.ok_or_else(|| A::Error::missing_field("format"))
    }
}

/// A list, of which each is added as it is read.
struct Each<'a, T>(&'a mut Import, fn(&mut Import, T) -> Option<()>);

impl<'de, T: serde::Deserialize<'de>> DeserializeSeed<'de> for Each<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: serde::Deserialize<'de>> Visitor<'de> for Each<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(it) = list.next_element()? {
            (self.1)(self.0, it).ok_or_else(|| A::Error::custom("nothing that was exported"))?;
            self.0.go_on();
        }
        Ok(())
    }
}
