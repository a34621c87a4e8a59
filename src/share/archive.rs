//! A routine file and its pictures as one archive, put together and taken apart.
//!
//! What is taken apart comes from anyone: whatever it claims of itself is checked, and not believed. Taken are the one
//! routine file and the pictures beside it or in folders below. All else is left in the archive, since systems put
//! files of their own into one, but no name in it may lead anywhere else. A backup is read and written by the same rules.

use std::collections::BTreeSet;
use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord, ZipSliceArchive,
};

use crate::contain::contained;
use crate::library;
use crate::routine::{LARGEST_FILE, MOST_EXERCISES};
use crate::text::{composed, refused, shown};
use crate::words::Message;

/// The largest share file, in bytes: all pictures of a routine, which pack no smaller.
pub const LARGEST: u64 = library::MOST_PICTURE_BYTES + 8 * 1024 * 1024;
/// The most entries: a picture of every exercise in a folder of its own, the routine, and some of a system's.
const MOST_ENTRIES: usize = 2 * MOST_EXERCISES + 100;
/// The most folders inside of each other.
const DEEPEST: usize = 8;
/// What a part of a path may have, in bytes, on any disk.
const LONGEST_NAME: usize = 240;

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
            Self::NoRoutine => Message::new("archive-no-routine"),
            Self::SeveralRoutines => Message::new("archive-several-routines"),
        }
    }
}

/// Whether a file begins as an archive does, an empty one too.
pub fn is_archive(begins: &[u8]) -> bool {
    begins.starts_with(b"PK\x03\x04") || begins.starts_with(b"PK\x05\x06")
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
    contained(|| taken_apart(bytes, put)).unwrap_or(Err(ArchiveFault::Damaged.into()))
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
        let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
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

/// Those of these paths that an archive can't have: a system would not take the name, or takes it for that of
/// another. They are in order.
pub fn refused_paths<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut names = Names::default();
    let is_refused = |path: &&str| !is_path(path) || names.add(path, false).is_err();
    paths.filter(is_refused).collect()
}

/// Whether a path means the same on every system and leads nowhere else.
fn is_path(path: &str) -> bool {
    path.split('/').count() <= DEEPEST && path.split('/').all(is_file_name)
}

fn taken_apart(bytes: &[u8], put: Put<'_>) -> Result<String, Unpacking> {
    if bytes.len() as u64 > LARGEST {
        return Err(ArchiveFault::TooLarge.into());
    }
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
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
    let mut left = library::MOST_PICTURE_BYTES;
    for entry in &entries {
        // Where a folder was packed, the routine and its pictures are in it.
        let Some(name) = entry.name.strip_prefix(beside) else {
            continue;
        };
        let most = match entry.kind {
            Kind::Routine => LARGEST_FILE as u64,
            Kind::Picture => library::LARGEST_PICTURE.min(left),
            Kind::Other => continue,
        };
        let content = content(&archive, entry, most)?;
        if entry.kind == Kind::Picture {
            left -= content.len() as u64;
        }
        put(name, &content).map_err(Unpacking::Write)?;
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

/// All files of the archive, each known to be what it says.
fn entries<'a>(archive: &'a Archive<'_>, most: usize) -> Result<Vec<Entry<'a>>, ArchiveFault> {
    /// As much may follow as a program on the way of a mail adds: an empty line or two.
    const MOST_BEHIND: usize = 8;
    let end = usize::try_from(archive.end_offset()).unwrap_or(usize::MAX);
    let behind = archive.get_ref().get(end..).unwrap_or(&[0]);
    let is_whole = behind.len() <= MOST_BEHIND && behind.iter().all(u8::is_ascii_whitespace);
    if !is_whole {
        return Err(ArchiveFault::Damaged);
    }
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
        let name = match name(&record) {
            Err(_) if is_left_alone(&record) => None,
            name => Some(name?),
        };
        let flags = record.flags();
        if flags.is_encrypted() || flags.has_strong_encryption() || flags.is_masked() {
            return Err(ArchiveFault::Locked);
        }
        let is_folder = record.is_dir();
        if let Some(name) = &name {
            if !is_plain(record.mode().value()) {
                return Err(ArchiveFault::Link(shown(name)));
            }
            names.add(name, is_folder)?;
        }
        let local = archive.get_entry(record.wayfinder()).map_err(damaged)?;
        let header = local.local_header();
        let is_same = header.file_path().as_bytes() == record.file_path().as_bytes()
            && header.compression_method() == record.compression_method()
            && header.flags() == flags;
        if !is_same {
            return Err(ArchiveFault::Damaged);
        }
        let (_, end) = local.compressed_data_range();
        ranges.push((record.local_header_offset(), end));
        if let Some(name) = name.filter(|_| !is_folder) {
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

/// The name of an entry, if it means the same on every system and leads nowhere else. Its folders are parted by `/`,
/// and a folder has none at its end.
fn name(record: &ZipFileHeaderRecord<'_>) -> Result<String, ArchiveFault> {
    let bytes = record.file_path();
    let bytes = bytes.as_bytes();
    let lossy = || ArchiveFault::Name(shown(&String::from_utf8_lossy(bytes)));
    let name = match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) if !record.flags().is_utf8() => of_code_page(bytes),
        Err(_) => return Err(lossy()),
    };
    let name = if record.is_dir() {
        name.strip_suffix('/').unwrap_or(&name)
    } else {
        &name
    };
    if is_path(name) {
        Ok(name.to_owned())
    } else {
        Err(lossy())
    }
}

/// A name as the archives of Windows and DOS have it that say nothing of its letters.
fn of_code_page(bytes: &[u8]) -> String {
    /// Code page 437 from 128 on.
    const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
    let letter = |byte: &u8| match byte.checked_sub(128) {
        None => char::from(*byte),
        Some(above) => UPPER.chars().nth(above.into()).unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(letter).collect()
}

/// Whether an entry is no file of a routine, by whatever name it has on the system that it comes from, and its name
/// leads nowhere else: it is left where it is.
fn is_left_alone(record: &ZipFileHeaderRecord<'_>) -> bool {
    let bytes = record.file_path();
    let name = String::from_utf8_lossy(bytes.as_bytes());
    let mut parts = name.split(['/', '\\']);
    !name.is_empty()
        && Kind::of(&name) == Kind::Other
        && !name.starts_with(['/', '\\'])
        && !name.contains(':')
        && parts.all(|part| part != "..")
}

/// Whether a file or a folder may have this name on every system.
pub fn is_file_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !library::is_reserved(stem.trim_end())
        && refused(name).next().is_none()
}

/// The names of the entries, as a disk has them that takes capitals for small letters.
#[derive(Default)]
struct Names {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Names {
    fn add(&mut self, name: &str, is_folder: bool) -> Result<(), ArchiveFault> {
        let folded = composed(name).to_lowercase();
        let above = folded.match_indices('/').map(|(at, _)| &folded[..at]);
        let is_in_file = above.clone().any(|folder| self.files.contains(folder));
        let is_new = if is_folder {
            !self.files.contains(&folded)
        } else {
            !self.folders.contains(&folded) && self.files.insert(folded.clone())
        };
        if is_in_file || !is_new {
            return Err(ArchiveFault::Twice(shown(name)));
        }
        self.folders.extend(above.map(str::to_owned));
        if is_folder {
            self.folders.insert(folded);
        }
        Ok(())
    }
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
            Kind::Routine => ArchiveFault::RoutineTooLarge,
            _ => ArchiveFault::EntryTooLarge(shown(&entry.name)),
        });
    }
    read.map_err(|_| ArchiveFault::Damaged)?;
    Ok(content)
}

#[cfg(test)]
mod tests;
