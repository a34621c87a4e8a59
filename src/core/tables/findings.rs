//! What is wrong with a file, noted while it is read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::mem::{self, Discriminant};
use std::ops::Range;

use toml::Spanned;

use super::{Group, Key, Kind};

/// What can be wrong with a file of one format. The reader asks it for what any format calls by a
/// name of its own.
pub(crate) trait Finding: Sized {
    /// That `key` is none of a group.
    fn key_unknown(key: &str, group: &'static Group) -> Self;

    /// That a key is not there.
    fn key_missing(key: &'static str) -> Self;

    /// That a value, `written` so in the file, is of another kind than its key takes.
    fn wrong_kind(key: &'static Key, wanted: Kind, written: &str) -> Self;

    /// That a text is none of the few that its key takes.
    fn not_one_of(key: &'static Key, text: &str) -> Self;

    /// Whether the file can be used all the same.
    fn is_warning(&self) -> bool;
}

/// What was found in a file, each with its place in bytes of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted<F> {
    /// In the order in which it was found.
    pub list: Vec<(F, Range<usize>)>,
    /// How many there are with those that the list left out.
    pub count: usize,
}

impl<F> Default for Noted<F> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            count: 0,
        }
    }
}

/// The findings noted while a file is read. Beyond [`MOST_NOTED`] errors and as many warnings they are
/// counted alone: no number of warnings hides an error.
pub(crate) struct Findings<'s, F> {
    source: &'s str,
    all: RefCell<All<F>>,
}

struct All<F> {
    list: Vec<(F, Range<usize>)>,
    /// Of these and those left out.
    errors: usize,
    warnings: usize,
    /// What is reported once for a file and has been.
    once: HashSet<Discriminant<F>>,
}

/// Enough to show the first hundred in the file's order for any file but a hostile one.
const MOST_NOTED: usize = 2_000;

impl<'s, F: Finding> Findings<'s, F> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source,
            all: RefCell::new(All {
                list: Vec::new(),
                errors: 0,
                warnings: 0,
                once: HashSet::new(),
            }),
        }
    }

    /// The text that is read.
    pub(crate) fn source(&self) -> &'s str {
        self.source
    }

    pub(crate) fn note(&self, finding: F, span: Range<usize>) {
        let mut all = self.all.borrow_mut();
        let count = if finding.is_warning() {
            &mut all.warnings
        } else {
            &mut all.errors
        };
        *count += 1;
        if *count <= MOST_NOTED {
            all.list.push((finding, span));
        }
    }

    /// A value with its place; what is wrong with it is noted.
    pub(crate) fn taken<T>(&self, span: Range<usize>, value: Result<T, F>) -> Option<Spanned<T>> {
        match value {
            Ok(value) => Some(Spanned::new(span, value)),
            Err(finding) => {
                self.note(finding, span);
                None
            }
        }
    }

    /// Notes the first finding of its kind in the file, and no other.
    pub(crate) fn note_once(&self, finding: F, span: Range<usize>) {
        let is_first = self
            .all
            .borrow_mut()
            .once
            .insert(mem::discriminant(&finding));
        if is_first {
            self.note(finding, span);
        }
    }

    /// Notes the errors that were found in a part of the file by another format's name.
    pub(crate) fn note_all<G>(&self, noted: Noted<G>, name: impl Fn(G) -> F) {
        let left_out = noted.count - noted.list.len();
        for (finding, span) in noted.list {
            self.note(name(finding), span);
        }
        self.all.borrow_mut().errors += left_out;
    }

    /// How many findings are kept.
    pub(crate) fn kept(&self) -> usize {
        self.all.borrow().list.len()
    }

    /// Those that were kept after the first `kept`.
    pub(crate) fn since(&self, kept: usize) -> Vec<(F, Range<usize>)>
    where
        F: Clone,
    {
        let all = self.all.borrow();
        all.list.get(kept..).unwrap_or_default().to_vec()
    }

    /// Forgets, of those that were kept after the first `kept`, each that is not to stay.
    pub(crate) fn retain_since(&self, kept: usize, stays: impl Fn(&F, &Range<usize>) -> bool) {
        let mut all = self.all.borrow_mut();
        let kept = kept.min(all.list.len());
        let latest = all.list.split_off(kept);
        for (finding, span) in latest {
            if stays(&finding, &span) {
                all.list.push((finding, span));
            } else if finding.is_warning() {
                all.warnings -= 1;
            } else {
                all.errors -= 1;
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        let all = self.all.borrow();
        all.errors + all.warnings == 0
    }

    pub(crate) fn into_noted(self) -> Noted<F> {
        let all = self.all.into_inner();
        Noted {
            list: all.list,
            count: all.errors + all.warnings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    enum Weight {
        Error,
        Warning,
    }

    impl Finding for Weight {
        fn key_unknown(_: &str, _: &'static Group) -> Self {
            Self::Error
        }

        fn key_missing(_: &'static str) -> Self {
            Self::Error
        }

        fn wrong_kind(_: &'static Key, _: Kind, _: &str) -> Self {
            Self::Error
        }

        fn not_one_of(_: &'static Key, _: &str) -> Self {
            Self::Error
        }

        fn is_warning(&self) -> bool {
            *self == Self::Warning
        }
    }

    #[test]
    fn no_number_of_warnings_takes_the_room_of_an_error() {
        let findings = Findings::new("");
        for _ in 0..3 * MOST_NOTED {
            findings.note(Weight::Warning, 0..0);
        }
        findings.note(Weight::Error, 0..0);
        let noted = findings.into_noted();
        assert_eq!(noted.count, 3 * MOST_NOTED + 1);
        assert_eq!(noted.list.len(), MOST_NOTED + 1);
        assert_eq!(noted.list.last(), Some(&(Weight::Error, 0..0)));
    }

    #[test]
    fn what_a_list_left_out_is_counted_in_the_file_that_it_is_a_part_of() {
        let part = Findings::new("");
        for _ in 0..3 * MOST_NOTED {
            part.note(Weight::Error, 0..0);
        }
        let whole = Findings::new("");
        whole.note_all(part.into_noted(), |weight: Weight| weight);
        let noted = whole.into_noted();
        assert_eq!(noted.count, 3 * MOST_NOTED);
        assert_eq!(noted.list.len(), MOST_NOTED);
    }
}
