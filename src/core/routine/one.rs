//! One exercise read where it stands, whether the whole file is read or a piece of it.

use toml::de::DeTable;

use super::again::{Used, used_by};
use super::exercise::{Alone, OfFile, read_alone};
use super::section::Section;

/// Reads one exercise, with the one above that it uses if `find` has that, of which nothing is told twice. What was
/// noted before the first `kept` is not about it.
pub(super) fn read_one<'u>(
    table: &DeTable<'_>,
    section: Section<'_>,
    last: Option<&Alone>,
    find: impl FnOnce(&str) -> Option<Used<'u>>,
    (file, kept): (&OfFile<'_>, usize),
) -> Alone {
    let findings = section.findings();
    let used = used_by(table).and_then(|(id, at)| Some((find(&id)?, at)));
    let alone = read_alone(section, last, used.as_ref().map(|(used, _)| used), file);
    if let Some((used, at)) = used {
        used.tell_once(&at, kept, findings);
    }
    alone
}
