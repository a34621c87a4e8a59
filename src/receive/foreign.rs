//! What people are handed instead of a routine file, known by its first bytes.

use crate::words::Message;

/// As much of a file as tells one kind from another.
pub(super) const BEGINNING: u64 = 16;

/// A file that holds no routine, or none that can be had from it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Nothing is in it.
    Empty,
    /// A picture in a form that is not read, as telephones and screens make them.
    Picture,
    /// A handout, perhaps.
    Pdf,
    /// Packed as no share file is.
    Archive,
}

impl Foreign {
    /// The kind of a file that begins so; `None` if it may be text.
    pub(super) fn of(begins: &[u8]) -> Option<Self> {
        const ARCHIVES: [&[u8]; 6] = [
            b"7z\xbc\xaf\x27\x1c",
            b"\x1f\x8b",
            b"Rar!\x1a\x07",
            b"\xfd7zXZ\0",
            b"BZh91AY&SY",
            b"\x28\xb5\x2f\xfd",
        ];
        if begins.is_empty() {
            Some(Self::Empty)
        } else if is_picture(begins) {
            Some(Self::Picture)
        } else if begins.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            let is_archive = ARCHIVES.iter().any(|form| begins.starts_with(form));
            is_archive.then_some(Self::Archive)
        }
    }

    /// What it is and what to do, for the person.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Empty => "foreign-empty",
            Self::Picture => "foreign-picture",
            Self::Pdf => "foreign-pdf",
            Self::Archive => "foreign-archive",
        })
    }
}

fn is_picture(begins: &[u8]) -> bool {
    /// HEIC and AVIF.
    const BRANDS: [&[u8]; 10] = [
        b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis",
    ];
    let from = |at: usize| begins.get(at..).unwrap_or_default();
    match begins {
        [b'G', b'I', b'F', b'8', ..] | [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => {
            true
        }
        // Words may begin with these letters, but have no zeros.
        [b'B', b'M', ..] => from(6).starts_with(&[0; 4]),
        [b'R', b'I', b'F', b'F', ..] => from(8).starts_with(b"WEBP"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => {
            BRANDS.iter().any(|brand| from(8).starts_with(brand))
        }
        _ => false,
    }
}
