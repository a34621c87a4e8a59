//! A routine file and its pictures as one archive, put together and taken apart.
//!
//! What is taken apart comes from anyone: whatever it claims of itself is checked, and not believed. Taken are the one
//! routine file and the pictures beside it or in folders below. All else is left in the archive, since systems put
//! files of their own into one, but no name in it may lead anywhere else. A backup is read and written by the same rules.

mod names;

use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord, ZipSliceArchive,
};

use self::names::Names;
pub use self::names::{is_file_name, refused_paths};
use crate::contain::contained;
use crate::library;
use crate::routine::{LARGEST_FILE, MOST_EXERCISES};
use crate::text::shown;
use crate::words::Message;

/// The largest share file, in bytes: all pictures of a routine, which pack no smaller.
pub const LARGEST: u64 = library::MOST_PICTURE_BYTES + 8 * 1024 * 1024;
/// The most entries: a picture of every exercise in a folder of its own, the routine, and some of a system's.
const MOST_ENTRIES: usize = 2 * MOST_EXERCISES + 100;

/// Why a share file can't be unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArchiveFault {
    /// It is cut off, or what it says of itself is not so.
    Damaged,
    /// It is larger than all that a routine can have.
    TooLarge,
    TooManyEntries,
    /// A picture unpacks to more than it may, or all of them do.
    EntryTooLarge(String),
    /// The routine unpacks to more than one may be.
    RoutineTooLarge,
    /// An entry's name leads elsewhere, or is none on some system.
    Name(String),
    /// Two entries have the same name, or are one on some disks.
    Twice(String),
    /// An entry is a link or a device rather than a file.
    Link(String),
    Locked,
    /// An entry is packed in a way that share files are not.
    Method(String),
    /// Two entries share their bytes.
    Overlap,
    /// What may be its end stands in a comment of it, so that it holds one thing or another.
    Comment,
    /// It is one of several parts.
    Part,
    NoRoutine,
    SeveralRoutines,
}

impl ArchiveFault {
    /// What is wrong and what to do, for the person.
    pub fn message(&self) -> Message {
        let of = |id, name: &str| Message::new(id).with("name", name);
        match self {
            Self::Damaged => Message::new("archive-damaged"),
            Self::TooLarge => Message::new("archive-too-large"),
            Self::TooManyEntries => Message::new("archive-too-many").with("limit", MOST_ENTRIES),
            Self::EntryTooLarge(name) => of("archive-entry-too-large", name),
            Self::RoutineTooLarge => Message::new("archive-routine-too-large"),
            Self::Name(name) => of("archive-name", name),
            Self::Twice(name) => of("archive-twice", name),
            Self::Link(name) => of("archive-link", name),
            Self::Locked => Message::new("archive-locked"),
            Self::Method(name) => of("archive-method", name),
            Self::Overlap => Message::new("archive-overlap"),
            Self::Comment => Message::new("archive-comment"),
            Self::Part => Message::new("archive-part"),
            Self::NoRoutine => Message::new("archive-no-routine"),
            Self::SeveralRoutines => Message::new("archive-several-routines"),
        }
    }
}

/// How archives begin: with a file, an empty one with its end, the first of several parts, and one that was to become
/// several parts and needed no more than one.
const BEGINNINGS: [&[u8; 4]; 4] = [b"PK\x03\x04", END, PARTS, b"PK00"];
const END: &[u8; 4] = b"PK\x05\x06";
const PARTS: &[u8; 4] = b"PK\x07\x08";

/// Whether a file begins as an archive does.
pub fn is_archive(begins: &[u8]) -> bool {
    BEGINNINGS.iter().any(|mark| begins.starts_with(*mark))
}

/// Puts files together. The same files make the same bytes.
///
/// # Errors
/// The system has no room for them.
pub fn write(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_unstable();
    write_each(
        files
            .into_iter()
            .map(|(name, content)| Ok((name.as_str(), content))),
    )
}

/// The same of files in the order of their names, with no more than one of them in memory.
///
/// # Errors
/// One of them can't be read, or the system has no room.
pub fn write_each<'a, C: AsRef<[u8]>>(
    files: impl Iterator<Item = io::Result<(&'a str, C)>>,
) -> io::Result<Vec<u8>> {
    // No machine's clock: when it was put together says nothing, and would make other bytes of it.
    let time = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0);
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for file in files {
        let (name, content) = file?;
        let mut file = archive
            .new_file(name)
            .compression_method(CompressionMethod::DEFLATE)
            .unix_permissions(0o644);
        if let Some(time) = time {
            file = file.last_modified(time);
        }
        let (mut entry, config) = file.start().map_err(io::Error::other)?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        writer.write_all(content.as_ref())?;
        let (encoder, descriptor) = writer.finish().map_err(io::Error::other)?;
        encoder.finish()?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)
}

/// Why an archive was not unpacked.
#[derive(Debug)]
pub enum Unpacking {
    Fault(ArchiveFault),
    /// The system won't let a file be written.
    Write(io::Error),
}

impl From<ArchiveFault> for Unpacking {
    fn from(fault: ArchiveFault) -> Self {
        Self::Fault(fault)
    }
}

/// Where the files of an archive go, one after the other: the path from one folder, and the content.
pub type Put<'a> = &'a mut dyn FnMut(&str, &[u8]) -> io::Result<()>;

/// Takes an archive apart, with no more than one of its files in memory. Gives the routine file's path.
///
/// # Errors
/// It is none, has something in it that a routine has not, or tries what no share file needs; or a file can't be
/// written. Some of the files may have been by then.
pub fn unpack(bytes: &[u8], put: Put<'_>) -> Result<String, Unpacking> {
    let is_outer = true;
    contained(|| taken_apart(bytes, is_outer, put)).unwrap_or(Err(ArchiveFault::Damaged.into()))
}

/// Takes any archive apart that is read by the same rules, with no more than one of its files in memory. `most` says how
/// many bytes a file of this path may have; without an answer it is left in the archive.
///
/// # Errors
/// As of [`unpack`].
pub fn unpack_each(
    bytes: &[u8],
    most_entries: usize,
    most: &dyn Fn(&str) -> Option<u64>,
    put: Put<'_>,
) -> Result<(), Unpacking> {
    let all = || {
        let archive = opened(bytes)?;
        for entry in entries(&archive, most_entries)? {
            if let Some(most) = most(&entry.name) {
                let content = content(&archive, &entry, most)?;
                put(&entry.name, &content).map_err(Unpacking::Write)?;
            }
        }
        Ok(())
    };
    contained(all).unwrap_or(Err(ArchiveFault::Damaged.into()))
}

/// Whether what has this path is a file of routines: one of them, or a picture.
pub fn is_of_routines(path: &str) -> bool {
    Kind::of(path) != Kind::Other
}

/// Programs that send a file may pack it once more: such a share file is taken out of the outer one, and of none deeper.
fn taken_apart(bytes: &[u8], is_outer: bool, put: Put<'_>) -> Result<String, Unpacking> {
    if bytes.len() as u64 > LARGEST {
        return Err(ArchiveFault::TooLarge.into());
    }
    let archive = opened(bytes)?;
    let entries = entries(&archive, MOST_ENTRIES)?;
    let mut routines = entries.iter().filter(|entry| entry.kind == Kind::Routine);
    let routine = routines.next().ok_or(ArchiveFault::NoRoutine)?;
    if routines.next().is_some() {
        return Err(ArchiveFault::SeveralRoutines.into());
    }
    let beside = routine
        .name
        .rfind('/')
        .map_or("", |at| &routine.name[..=at]);
    let text = content(&archive, routine, LARGEST)?;
    if is_archive(&text) {
        if is_outer {
            return taken_apart(&text, false, put);
        }
        return Err(ArchiveFault::NoRoutine.into());
    }
    if text.len() > LARGEST_FILE {
        return Err(ArchiveFault::RoutineTooLarge.into());
    }
    let mut left = library::MOST_PICTURE_BYTES;
    for entry in &entries {
        // Where a folder was packed, the routine and its pictures are in it.
        let Some(name) = entry.name.strip_prefix(beside) else {
            continue;
        };
        let picture;
        let content = match entry.kind {
            Kind::Routine => &text,
            Kind::Picture => {
                picture = content(&archive, entry, library::LARGEST_PICTURE.min(left))?;
                left -= picture.len() as u64;
                &picture
            }
            Kind::Other => continue,
        };
        put(name, content).map_err(Unpacking::Write)?;
    }
    Ok(routine.name[beside.len()..].to_owned())
}

fn damaged(_: rawzip::Error) -> ArchiveFault {
    ArchiveFault::Damaged
}

type Archive<'a> = ZipSliceArchive<&'a [u8]>;

/// A file in the archive whose name leads nowhere else.
struct Entry<'a> {
    name: String,
    kind: Kind,
    record: ZipFileHeaderRecord<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Routine,
    Picture,
    /// Something that no routine has.
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        // What macOS keeps of each file besides its content, under the same ending.
        let is_systems = name
            .split('/')
            .any(|part| part == "__MACOSX" || part.starts_with("._"));
        let ending = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            _ if is_systems => Self::Other,
            Some("toml" | "supple") => Self::Routine,
            Some("png" | "jpg" | "jpeg") => Self::Picture,
            _ => Self::Other,
        }
    }
}

/// The archive, if it is whole and has one end.
fn opened(bytes: &[u8]) -> Result<Archive<'_>, ArchiveFault> {
    if has_end_in_comment(bytes) {
        return Err(ArchiveFault::Comment);
    }
    let fault = if bytes.starts_with(PARTS) {
        ArchiveFault::Part
    } else {
        ArchiveFault::Damaged
    };
    let archive = ZipArchive::from_slice(bytes).map_err(|_| fault)?;
    let end = usize::try_from(archive.end_offset()).unwrap_or(usize::MAX);
    if !is_nothing(bytes.get(end..).unwrap_or(&[0])) {
        return Err(ArchiveFault::Damaged);
    }
    let end = usize::try_from(archive.eocd_offset()).unwrap_or(usize::MAX);
    // Which part this is, and in which the list of files begins; without a number where the large form has them.
    let parts = bytes.get(end.saturating_add(4)..).unwrap_or_default();
    if parts.starts_with(&[0; 4]) || parts.starts_with(&[0xff; 4]) {
        Ok(archive)
    } else {
        Err(ArchiveFault::Part)
    }
}

/// The most that may stand behind an archive.
const MOST_BEHIND: usize = 1024;

/// Whether this behind an archive is what a program on its way adds: an empty line or two, or zeros up to the end of a
/// block.
fn is_nothing(behind: &[u8]) -> bool {
    let is_nothing = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    behind.len() <= MOST_BEHIND && behind.iter().all(is_nothing)
}

/// Whether the mark of an archive's end is also in the comment that this end has: readers differ in which they take.
fn has_end_in_comment(bytes: &[u8]) -> bool {
    /// Without its comment.
    const END_LENGTH: usize = 22;
    /// With the longest comment, and what may follow.
    const MOST: usize = END_LENGTH + 0xffff + MOST_BEHIND;
    let last = &bytes[bytes.len().saturating_sub(MOST)..];
    let marks = last.windows(END.len()).enumerate();
    let marks = marks.filter(|(_, mark)| *mark == END).map(|(at, _)| at);
    let reaches_end = |at: usize| {
        let length = last.get(at + END_LENGTH - 2..)?.first_chunk()?;
        let end = at + END_LENGTH + usize::from(u16::from_le_bytes(*length));
        Some(is_nothing(last.get(end..)?))
    };
    let mut is_in_comment = false;
    for at in marks {
        if is_in_comment {
            return true;
        }
        is_in_comment = reaches_end(at) == Some(true);
    }
    false
}

/// All files of the archive, each known to be what it says.
fn entries<'a>(archive: &'a Archive<'_>, most: usize) -> Result<Vec<Entry<'a>>, ArchiveFault> {
    /// The flag that a name is in UTF-8. Some programs say so in one of the two places alone, and both hold its bytes.
    const LETTERS: u16 = 1 << 11;
    let mut entries = Vec::new();
    let mut names = Names::default();
    let mut ranges = Vec::new();
    let mut count = 0;
    for record in archive.entries() {
        let record = record.map_err(damaged)?;
        count += 1;
        if count > most {
            return Err(ArchiveFault::TooManyEntries);
        }
        let name = match names::of_entry(&record) {
            Err(_) if names::is_left_alone(&record) => None,
            name => Some(name?),
        };
        let flags = record.flags();
        if flags.is_encrypted() || flags.has_strong_encryption() || flags.is_masked() {
            return Err(ArchiveFault::Locked);
        }
        if let Some((name, is_folder)) = &name {
            if !is_plain(record.mode().value()) {
                return Err(ArchiveFault::Link(shown(name)));
            }
            names.add(name, *is_folder)?;
        }
        let local = archive.get_entry(record.wayfinder()).map_err(damaged)?;
        let header = local.local_header();
        let is_same = header.file_path().as_bytes() == record.file_path().as_bytes()
            && header.compression_method() == record.compression_method()
            && (header.flags().bits() ^ flags.bits()) & !LETTERS == 0;
        if !is_same {
            return Err(ArchiveFault::Damaged);
        }
        let (_, end) = local.compressed_data_range();
        ranges.push((record.local_header_offset(), end));
        if let Some((name, false)) = name {
            let kind = Kind::of(&name);
            entries.push(Entry { name, kind, record });
        }
    }
    if archive.entries_hint() != count as u64 {
        return Err(ArchiveFault::Damaged);
    }
    ranges.push((archive.directory_offset(), u64::MAX));
    ranges.sort_unstable();
    if ranges.windows(2).any(|two| two[0].1 > two[1].0) {
        return Err(ArchiveFault::Overlap);
    }
    Ok(entries)
}

/// Whether by its mode of Unix an entry is a file or a folder, or says nothing of what it is.
fn is_plain(mode: u32) -> bool {
    const KIND: u32 = 0o170_000;
    matches!(mode & KIND, 0 | 0o100_000 | 0o040_000)
}

/// What an entry unpacks to. No more is unpacked than it may have, whatever it says.
fn content(archive: &Archive<'_>, entry: &Entry<'_>, most: u64) -> Result<Vec<u8>, ArchiveFault> {
    let local = archive
        .get_entry(entry.record.wayfinder())
        .map_err(damaged)?;
    let mut content = Vec::new();
    let read = match entry.record.compression_method() {
        CompressionMethod::STORE => {
            let reader = local.verifying_reader(local.data());
            reader.take(most + 1).read_to_end(&mut content)
        }
        CompressionMethod::DEFLATE => {
            let mut reader = local.verifying_reader(DeflateDecoder::new(local.data()));
            reader.by_ref().take(most + 1).read_to_end(&mut content)
        }
        _ => return Err(ArchiveFault::Method(shown(&entry.name))),
    };
    if content.len() as u64 > most {
        return Err(match entry.kind {
            Kind::Routine if is_archive(&content) => ArchiveFault::TooLarge,
            Kind::Routine => ArchiveFault::RoutineTooLarge,
            _ => ArchiveFault::EntryTooLarge(shown(&entry.name)),
        });
    }
    read.map_err(|_| ArchiveFault::Damaged)?;
    Ok(content)
}

#[cfg(test)]
mod tests;
