//! The names of what is in an archive: what they are, and which of them lead nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use rawzip::ZipFileHeaderRecord;
use rawzip::extra_fields::ExtraFieldId;

use super::{ArchiveFault, Kind};
use crate::library;
use crate::text::{folded, refused, shown};

/// The most folders inside of each other.
const DEEPEST: usize = 8;
/// What a part of a path may have, in bytes, on any disk.
const LONGEST_NAME: usize = 240;

/// Those of these paths that an archive can't have, in order: a system would not take the name, or takes it for that of
/// another path before it, which is given then.
pub fn refused_paths<'a>(
    paths: impl Iterator<Item = &'a str>,
) -> BTreeMap<&'a str, Option<&'a str>> {
    let mut names = Names::default();
    let mut taken: Vec<(String, &str)> = Vec::new();
    let mut refused = BTreeMap::new();
    for path in paths {
        if !is_path(path) {
            refused.insert(path, None);
        } else if names.add(path, false).is_ok() {
            taken.push((folded(path), path));
        } else {
            let folded = folded(path);
            let other = taken.iter().find(|(other, _)| overlap(other, &folded));
            refused.insert(path, other.map(|(_, path)| *path));
        }
    }
    refused
}

/// Whether one of two folded paths is the other, or lies below it.
fn overlap(one: &str, other: &str) -> bool {
    let is_within = |path: &str, folder: &str| {
        let below = path.strip_prefix(folder);
        below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
    };
    is_within(one, other) || is_within(other, one)
}

/// Whether a path means the same on every system and leads nowhere else.
fn is_path(path: &str) -> bool {
    path.split('/').count() <= DEEPEST && path.split('/').all(is_file_name)
}

/// The path of an entry, if it means the same on every system and leads nowhere else, and whether it is that of a
/// folder. Its folders are parted by `/`, and a folder has none at its end.
pub(super) fn of_entry(record: &ZipFileHeaderRecord<'_>) -> Result<(String, bool), ArchiveFault> {
    let bytes = record.file_path();
    let bytes = bytes.as_bytes();
    let lossy = || ArchiveFault::Name(shown(&String::from_utf8_lossy(bytes)));
    let name = match (in_unicode(record), std::str::from_utf8(bytes)) {
        (Some(name), _) => name,
        (None, Ok(name)) => name.to_owned(),
        (None, Err(_)) if !record.flags().is_utf8() => of_code_page(bytes),
        (None, Err(_)) => return Err(lossy()),
    };
    // The PowerShell of Windows parts folders in its own way.
    let name = name.replace('\\', "/");
    // Others write that the folder is the one that they are in.
    let name = name.strip_prefix("./").unwrap_or(&name);
    let (name, is_folder) = match name.strip_suffix('/') {
        Some(folder) => (folder, true),
        None => (name, false),
    };
    if is_path(name) {
        Ok((name.to_owned(), is_folder))
    } else {
        Err(lossy())
    }
}

/// The name that many programs for Windows write beside one of a system's own letters, if it is about that one.
fn in_unicode(record: &ZipFileHeaderRecord<'_>) -> Option<String> {
    let mut fields = record.extra_fields();
    let (_, field) = fields.find(|(id, _)| *id == ExtraFieldId::INFO_ZIP_UNICODE_PATH)?;
    let (version, field) = field.split_first()?;
    let (checksum, name) = field.split_first_chunk()?;
    let is_about_it = rawzip::crc32(record.file_path().as_bytes()) == u32::from_le_bytes(*checksum);
    let is_known = *version == 1 && is_about_it;
    String::from_utf8(name.to_vec()).ok().filter(|_| is_known)
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
pub(super) fn is_left_alone(record: &ZipFileHeaderRecord<'_>) -> bool {
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
pub(super) struct Names {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Names {
    pub(super) fn add(&mut self, name: &str, is_folder: bool) -> Result<(), ArchiveFault> {
        let folded = folded(name);
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
