//! What somebody was given, in whatever form, as a routine file: plain text, a share file with pictures, or a
//! picture of the code on a handout.
//!
//! The form is told by the content and never by the name, and whatever the file tries, nothing is written outside
//! of a private folder that goes with the value.

mod foreign;
mod photo;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

pub use self::foreign::Foreign;
pub use self::photo::PhotoFault;
use crate::disk;
use crate::library::{self, Item, ReadFileError};
use crate::share::archive::{self, ArchiveFault, Unpacking};
use crate::words::Message;

/// A routine file that somebody was given. What it says is not known yet: it may have mistakes.
#[derive(Debug)]
pub struct Received {
    /// The routine file: the one that was given, or as it was unpacked. Its pictures lie beside it.
    pub file: PathBuf,
    /// The file that was given.
    pub given: PathBuf,
    pub form: Form,
    /// What was given, as it was before it was opened.
    seen: Item,
    /// Where it was unpacked; gone with this.
    unpacked_to: Option<TempDir>,
}

impl Received {
    /// Whether the file that was given is still as it was when it was opened, as far as that can be seen without
    /// reading it.
    pub fn is_current(&self) -> bool {
        self.seen == Item::at(self.given.clone())
    }

    /// Whether the routine file is a copy, taken out of what was given.
    pub fn is_unpacked(&self) -> bool {
        self.unpacked_to.is_some()
    }
}

/// How a routine was handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The routine file itself.
    Text,
    /// A share file: the routine and its pictures.
    Archive,
    /// A picture of the code on a handout.
    Code,
}

/// Why there is no routine file in what was given.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// It can't be read.
    #[error(transparent)]
    Read(ReadFileError),
    /// It is a share file that can't be unpacked.
    #[error("{path}: {fault:?}", path = path.display())]
    Archive { path: PathBuf, fault: ArchiveFault },
    /// It is a picture from which no routine is to be had.
    #[error("{path}: {fault:?}", path = path.display())]
    Photo { path: PathBuf, fault: PhotoFault },
    /// It is of a kind that holds no routine.
    #[error("{path}: {kind:?}", path = path.display())]
    Foreign { path: PathBuf, kind: Foreign },
    /// The system has no room to unpack it.
    #[error("{path} can't be unpacked: {error}", path = path.display())]
    Unpack { path: PathBuf, error: io::Error },
}

impl ReceiveError {
    /// The file that was given.
    pub fn path(&self) -> &Path {
        match self {
            Self::Read(error) => error.path(),
            Self::Archive { path, .. }
            | Self::Photo { path, .. }
            | Self::Foreign { path, .. }
            | Self::Unpack { path, .. } => path,
        }
    }

    /// What is wrong and what to do, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::Archive { path, fault } => Message::new("receive-refused")
                .with("path", path.as_path())
                .with("reason", fault.message()),
            Self::Photo { path, fault } => Message::new("receive-refused")
                .with("path", path.as_path())
                .with("reason", fault.message()),
            Self::Foreign { path, kind } => Message::new("receive-refused")
                .with("path", path.as_path())
                .with("reason", kind.message()),
            Self::Unpack { path, error } => Message::new("error-receive-unpack")
                .with("path", path.as_path())
                .with("folder", std::env::temp_dir().as_path())
                .with("reason", disk::reason(error)),
        }
    }

    /// Whether the system is at fault rather than what was given.
    pub fn is_environment(&self) -> bool {
        match self {
            Self::Read(error) => error.is_environment(),
            Self::Archive { .. } | Self::Foreign { .. } => false,
            Self::Photo { fault, .. } => *fault == PhotoFault::Unreadable,
            Self::Unpack { .. } => true,
        }
    }
}

/// Opens what was given. Takes long enough to be kept off a thread that draws.
///
/// # Errors
/// It can't be read, is a share file that can't be unpacked, a picture without a routine, or nothing of the kind.
/// Mistakes of the routine are found when its file is read.
pub fn open(path: &Path) -> Result<Received, ReceiveError> {
    let seen = Item::at(path.to_owned());
    let form = form(path)?;
    if form == Form::Text {
        return Ok(Received {
            file: path.to_owned(),
            given: path.to_owned(),
            form,
            seen,
            unpacked_to: None,
        });
    }
    let unwritable = |error| ReceiveError::Unpack {
        path: path.to_owned(),
        error,
    };
    let folder = tempfile::Builder::new().prefix("supple-").tempdir();
    let folder = folder.map_err(unwritable)?;
    let put = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(disk::folder_of(&path))?;
        let mut file = fs::File::create_new(&path)?;
        io::Write::write_all(&mut file, content)
    };
    let routine = if form == Form::Archive {
        let bytes = library::bytes_up_to(archive::LARGEST + 1, path).map_err(ReceiveError::Read)?;
        archive::unpack(&bytes, &mut |name, content| put(name, content)).map_err(
            |why| match why {
                Unpacking::Fault(fault) => ReceiveError::Archive {
                    path: path.to_owned(),
                    fault,
                },
                Unpacking::Write(error) => unwritable(error),
            },
        )?
    } else {
        let carried = photo::read(path).map_err(|fault| ReceiveError::Photo {
            path: path.to_owned(),
            fault,
        })?;
        put(&carried.name, &carried.text).map_err(unwritable)?;
        carried.name
    };
    Ok(Received {
        file: folder.path().join(routine),
        given: path.to_owned(),
        form,
        seen,
        unpacked_to: Some(folder),
    })
}

/// In which form a routine was handed on, by how the file begins: nothing more of it is read.
///
/// # Errors
/// It can't be read, or is of a kind that holds no routine.
pub fn form(path: &Path) -> Result<Form, ReceiveError> {
    let begins = library::bytes_up_to(foreign::BEGINNING, path).map_err(ReceiveError::Read)?;
    if archive::is_archive(&begins) {
        return Ok(Form::Archive);
    }
    if photo::is_picture(&begins) {
        return Ok(Form::Code);
    }
    match Foreign::of(&begins) {
        Some(kind) => Err(ReceiveError::Foreign {
            path: path.to_owned(),
            kind,
        }),
        None => Ok(Form::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_told_by_the_content_and_what_was_unpacked_goes_with_the_value() {
        let place = tempfile::tempdir().unwrap();
        let text = b"format = 1\ntitle = \"Back\"\n".to_vec();
        let picture = vec![7; 100];
        let files = [
            ("back.toml".to_owned(), text.clone()),
            ("pictures/a.png".to_owned(), picture.clone()),
        ];
        let plain = place.path().join("a.supple");
        fs::write(&plain, &text).unwrap();
        let packed = place.path().join("b.toml");
        fs::write(&packed, archive::write(&files).unwrap()).unwrap();

        // By its beginning alone: nothing is unpacked to know it.
        let cut = place.path().join("cut.supple");
        fs::write(&cut, b"PK\x03\x04").unwrap();
        assert_eq!(form(&cut).unwrap(), Form::Archive);

        let received = open(&plain).unwrap();
        assert_eq!((received.form, &received.file), (Form::Text, &plain));

        let received = open(&packed).unwrap();
        assert_eq!((received.form, &received.given), (Form::Archive, &packed));
        assert_eq!(fs::read(&received.file).unwrap(), text);
        let beside = received.file.with_file_name("pictures").join("a.png");
        assert_eq!(fs::read(beside).unwrap(), picture);
        let folder = received.file.parent().unwrap().to_owned();
        drop(received);
        assert!(!folder.exists());
    }

    #[test]
    fn what_cant_be_read_or_unpacked_is_told_with_its_name() {
        let place = tempfile::tempdir().unwrap();
        let absent = place.path().join("absent.supple");
        assert!(matches!(open(&absent), Err(ReceiveError::Read(_))));
        assert!(matches!(open(place.path()), Err(ReceiveError::Read(_))));
        let broken = place.path().join("broken.supple");
        fs::write(&broken, b"PK\x03\x04 and no more").unwrap();
        let error = open(&broken).unwrap_err();
        assert_eq!(error.path(), broken);
        assert!(!error.is_environment());
        let told = crate::words::Words::of("en").message(&error.message());
        assert!(
            told.contains("broken.supple") && told.contains("sent again"),
            "{told}"
        );
    }

    #[test]
    fn what_people_are_handed_instead_is_known_by_its_first_bytes() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("given.toml");
        for (begins, kind, to_do) in [
            (&b""[..], Some(Foreign::Empty), "empty"),
            (
                b"\0\0\0\x24ftypheic\0\0\0\0",
                Some(Foreign::Picture),
                "JPEG or PNG",
            ),
            (
                b"RIFF\x24\0\0\0WEBPVP8 ",
                Some(Foreign::Picture),
                "JPEG or PNG",
            ),
            (b"GIF89a\x01\0", Some(Foreign::Picture), "JPEG or PNG"),
            (
                b"BM\x3a\0\0\0\0\0\0\0\x36",
                Some(Foreign::Picture),
                "JPEG or PNG",
            ),
            (b"II*\0\x08\0", Some(Foreign::Picture), "JPEG or PNG"),
            (b"MM\0*\0\x08", Some(Foreign::Picture), "JPEG or PNG"),
            (b"%PDF-1.7\n%", Some(Foreign::Pdf), ".supple"),
            (
                b"7z\xbc\xaf\x27\x1c\0\x04",
                Some(Foreign::Archive),
                "Unpack",
            ),
            (b"\x1f\x8b\x08\0", Some(Foreign::Archive), "Unpack"),
            (b"Rar!\x1a\x07\x01\0", Some(Foreign::Archive), "Unpack"),
            (b"BM = \"words\" and no picture", None, ""),
            (b"RIFF = 1 and some more", None, ""),
            (b"\xff\xfef\0o\0r\0", None, ""),
            (b"\xef\xbb\xbfformat = 1", None, ""),
        ] {
            fs::write(&path, begins).unwrap();
            let told = match (open(&path), kind) {
                (Ok(received), None) => {
                    assert_eq!(received.form, Form::Text);
                    continue;
                }
                (Err(error @ ReceiveError::Foreign { kind: known, .. }), Some(kind)) => {
                    assert_eq!(known, kind);
                    assert!(!error.is_environment());
                    crate::words::Words::of("en").message(&error.message())
                }
                (other, _) => panic!("{kind:?}: {other:?}"),
            };
            assert!(
                told.contains(to_do) && told.contains("given.toml"),
                "{told}"
            );
        }
    }
}
