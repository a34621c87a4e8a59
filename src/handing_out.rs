//! Handing a routine out: as a sheet to print, a page for a browser, or a file that Supple opens. The window and the
//! command line write the same, and say the same where they can't.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk;
use crate::document::{Document, Paper, Photo, Sheet, html};
use crate::handout;
use crate::library::{self, Found, Origin, ReadFileError};
use crate::pdf;
use crate::pdf::preview::{self, Page};
use crate::routine;
use crate::share::{self, ShareError};
use crate::words::{Arg, List, Message};

/// In which form it is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Pdf,
    Html,
    /// A file that Supple opens.
    Share,
}

/// In which form a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageForm {
    Pdf,
    Html,
}

impl PageForm {
    /// By a file's name; `None` if that names none.
    pub fn of(output: &Path) -> Option<Self> {
        match Form::of_page(output)? {
            Form::Pdf => Some(Self::Pdf),
            Form::Html => Some(Self::Html),
            Form::Share => None,
        }
    }

    /// How the name of a file in this form ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => Form::Pdf.ending(),
            Self::Html => Form::Html.ending(),
        }
    }
}

impl Form {
    /// How the name of a file in this form ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Share => "supple",
        }
    }

    /// The form of a page by its file's name; `None` if that names none.
    pub fn of_page(output: &Path) -> Option<Self> {
        let ending = output.extension().map(OsStr::to_ascii_lowercase);
        let ending = ending.as_deref().and_then(OsStr::to_str)?;
        [Self::Pdf, Self::Html]
            .into_iter()
            .find(|form| form.ending() == ending)
    }
}

/// What is to be written.
#[derive(Debug)]
pub struct Content {
    pub bytes: Vec<u8>,
    /// Signs that the typeface of a PDF lacks and that are left out, for the person.
    pub left_out: Option<Message>,
}

/// Why there is nothing to write.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A picture of the routine at this file can't be shown.
    #[error("the picture {picture} can't be shown")]
    Picture { picture: String, file: PathBuf },
    /// The typeface of a PDF lacks letters: a prescription without its words is none.
    #[error("the typeface lacks {0:?}")]
    Letters(Vec<char>),
    /// The routine's file can't be read any more.
    #[error(transparent)]
    Read(ReadFileError),
    /// It says something else by now: what is seen, and what is sent, would be two prescriptions.
    #[error("the file has changed")]
    Changed,
    #[error(transparent)]
    Pdf(#[from] pdf::Error),
    #[error(transparent)]
    Share(#[from] ShareError),
}

impl Refused {
    /// What is wrong, for the person. It was to be written to `output`.
    pub fn message(&self, output: &Path) -> Message {
        match self {
            Self::Picture { picture, file } => Message::new("error-handout-picture")
                .with("path", picture.as_str())
                .with("file", file.as_path()),
            Self::Letters(letters) => {
                Message::new("error-handout-letters").with("letters", named(letters))
            }
            Self::Pdf(error) => Message::new("error-handout-pdf")
                .with("path", output)
                .with("reason", error.to_string()),
            Self::Read(error) => error.message(),
            Self::Changed => Message::new("error-handout-changed"),
            Self::Share(error) => error.message(),
        }
    }

    /// The same where nothing was to be written yet.
    pub fn message_of_sheets(&self, title: &str) -> Message {
        match self {
            Self::Letters(letters) => {
                Message::new("hand-out-letters").with("letters", named(letters))
            }
            _ => self.message(Path::new(title)),
        }
    }

    /// The same of a report about the record.
    pub fn message_of_report(&self, output: &Path) -> Message {
        match self {
            Self::Letters(letters) => {
                Message::new("error-report-letters").with("letters", named(letters))
            }
            _ => self.message(output),
        }
    }

    /// The same where nothing was to be written yet.
    pub fn message_of_sheets_of_report(&self) -> Message {
        match self {
            Self::Letters(letters) => {
                Message::new("report-letters").with("letters", named(letters))
            }
            _ => self.message(Path::new("")),
        }
    }

    /// Whether the system is at fault rather than the routine.
    pub fn is_environment(&self) -> bool {
        match self {
            Self::Pdf(_) | Self::Share(ShareError::Write(_)) => true,
            Self::Read(error) | Self::Share(ShareError::Read(error)) => error.is_environment(),
            _ => false,
        }
    }
}

/// The routine as a page, with its own pictures.
///
/// # Errors
/// One of them can't be shown: that is no reason to show another in its place, or none.
pub fn document(found: &Found) -> Result<Document, Refused> {
    require_unchanged(found)?;
    let photos = photos(found)?;
    let code = share::code(found).map_err(Refused::Read)?;
    let photo = |path: &str| photos.get(path).cloned();
    Ok(handout::document(
        &handout::words_of(&found.routine),
        &found.routine,
        &photo,
        code.map(Arc::new),
    ))
}

/// What is written of the routine. Takes long enough to be kept off a thread that draws.
///
/// # Errors
/// Something of it can't be had in this form.
pub fn content(found: &Found, form: Form, sheet: Sheet) -> Result<Content, Refused> {
    match form {
        Form::Share => {
            require_unchanged(found)?;
            Ok(Content {
                bytes: share::file(found)?,
                left_out: None,
            })
        }
        Form::Html => page(&document(found)?, PageForm::Html, sheet),
        Form::Pdf => page(&document(found)?, PageForm::Pdf, sheet),
    }
}

/// What is written of a document. Takes long enough to be kept off a thread that draws.
///
/// # Errors
/// The typeface of a PDF lacks letters of it, or it can't be written as one.
pub fn page(document: &Document, form: PageForm, sheet: Sheet) -> Result<Content, Refused> {
    match form {
        PageForm::Html => Ok(Content {
            bytes: html::page(document, sheet).into_bytes(),
            left_out: None,
        }),
        PageForm::Pdf => {
            let written = pdf::write(document, sheet)?;
            Ok(Content {
                left_out: told_of(&written.left_out)?,
                bytes: written.bytes,
            })
        }
    }
}

/// A document as its PDF will be on paper.
///
/// # Errors
/// There can be none.
pub fn sheets(document: &Document, sheet: Sheet) -> Result<Vec<Page>, Refused> {
    let (pages, left_out) = preview::pages(document, sheet)?;
    told_of(&left_out)?;
    Ok(pages)
}

/// What is told of the letters that a PDF lacks; none that are part of words may be missing.
fn told_of(left_out: &BTreeSet<char>) -> Result<Option<Message>, Refused> {
    let (letters, signs): (Vec<char>, Vec<char>) =
        left_out.iter().partition(|letter| letter.is_alphanumeric());
    if !letters.is_empty() {
        return Err(Refused::Letters(letters));
    }
    let told = || Message::new("handout-left-out").with("letters", named(&signs));
    Ok((!signs.is_empty()).then(told))
}

fn require_unchanged(found: &Found) -> Result<(), Refused> {
    let bytes = found.bytes().map_err(Refused::Read)?;
    let is_same = routine::hash(&bytes) == found.routine.sha256;
    is_same.then_some(()).ok_or(Refused::Changed)
}

fn named(letters: &[char]) -> Arg {
    /// The most letters that are named of those that the typeface lacks.
    const MOST: usize = 10;
    List::Parts.of(letters.iter().take(MOST).map(char::to_string))
}

/// The routine's own pictures by their paths, each of them once.
fn photos(found: &Found) -> Result<BTreeMap<String, Arc<Photo>>, Refused> {
    let mut photos = BTreeMap::new();
    let Origin::Own(file) = &found.origin else {
        return Ok(photos);
    };
    let folder = disk::folder_of(file);
    let exercises = found.routine.exercises.iter();
    for path in exercises.filter_map(|exercise| exercise.image.as_ref()) {
        if !photos.contains_key(path) {
            let photo = library::photo(folder, path).map_err(|_| Refused::Picture {
                picture: path.clone(),
                file: file.clone(),
            })?;
            photos.insert(path.clone(), Arc::new(photo));
        }
    }
    Ok(photos)
}

/// Why a file was not written. What was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// There is nothing to write to the file at this path.
    #[error("nothing can be written to {}: {error}", path.display())]
    Refused { path: PathBuf, error: Refused },
    /// It is the file of the routine itself, which would be lost.
    #[error("{} is the routine's own file", .0.display())]
    Itself(PathBuf),
    #[error("{} is a folder", .0.display())]
    IsFolder(PathBuf),
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    #[error("{path} can't be written: {error}", path = .0.display(), error = .1)]
    Failed(PathBuf, io::Error),
}

impl Unwritten {
    /// What is wrong and what to do, for the person.
    pub fn message(&self) -> Message {
        match self {
            Self::Refused { path, error } => error.message(path),
            Self::Itself(path) => Message::new("error-handout-itself").with("path", path.as_path()),
            Self::IsFolder(path) => {
                let ending = path.extension().unwrap_or(OsStr::new("toml"));
                let example = format!("mine.{}", ending.display());
                Message::new("error-new-folder")
                    .with("path", path.as_path())
                    .with("example", example)
            }
            Self::Exists(path) => Message::new("error-handout-exists").with("path", path.as_path()),
            Self::NoFolder(path) => {
                Message::new("error-new-no-folder").with("path", path.as_path())
            }
            Self::Failed(path, error) => Message::new("error-write")
                .with("path", path.as_path())
                .with("reason", disk::reason(error)),
        }
    }

    /// Whether the system is at fault rather than the name that was given.
    pub fn is_environment(&self) -> bool {
        match self {
            Self::Refused { error, .. } => error.is_environment(),
            Self::Failed(..) => true,
            _ => false,
        }
    }
}

/// Writes the routine to `output`, over a file that is there only where it `replaces` that; gives what the person should
/// know of it then. Takes long enough to be kept off a thread that draws.
///
/// # Errors
/// There is nothing to write, or the file can't be written.
pub fn hand_out(
    found: &Found,
    form: Form,
    sheet: Sheet,
    output: &Path,
    replaces: bool,
) -> Result<Vec<Message>, Unwritten> {
    let refused = |error| Unwritten::Refused {
        path: output.to_owned(),
        error,
    };
    if let Origin::Own(file) = &found.origin {
        require_another(output, file)?;
    }
    let content = content(found, form, sheet).map_err(refused)?;
    put(output, content, replaces)
}

/// Writes something to `output`, over a file that is there only where it `replaces` that; gives what the person should
/// know of it then.
///
/// # Errors
/// It can't be written.
pub fn put(output: &Path, content: Content, replaces: bool) -> Result<Vec<Message>, Unwritten> {
    let left = write(output, &content.bytes, replaces)?;
    Ok(content.left_out.into_iter().chain(left).collect())
}

/// What is handed out is never written into the file that it was taken from.
///
/// # Errors
/// Both are one, by whatever path.
pub fn require_another(output: &Path, file: &Path) -> Result<(), Unwritten> {
    let [one, other] = [output, file].map(|path| fs::canonicalize(path).ok());
    if one.is_some() && one == other {
        return Err(Unwritten::Itself(output.to_owned()));
    }
    Ok(())
}

/// Writes a file; one that is there gives way only where it `replaces` that. Gives what the person should know of what
/// a killed program left beside it; what it had only begun there goes.
///
/// # Errors
/// It is there, or can't be written.
pub fn write(output: &Path, content: &[u8], replaces: bool) -> Result<Vec<Message>, Unwritten> {
    let path = || output.to_owned();
    if output.is_dir() {
        return Err(Unwritten::IsFolder(path()));
    }
    if !replaces && (output.exists() || output.is_symlink()) {
        return Err(Unwritten::Exists(path()));
    }
    let written = if replaces {
        disk::overwrite(output, content)
    } else {
        disk::create(output, content)
    };
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Unwritten::Exists(path()),
        io::ErrorKind::NotFound => Unwritten::NoFolder(disk::folder_of(output).to_owned()),
        _ => Unwritten::Failed(path(), error),
    })?;
    Ok(library::left_of(output))
}

/// Where a file of the routine is put if the person says nothing else: among their documents, or in their home. The
/// ending of its form comes after that.
pub fn usual_path(found: &Found) -> PathBuf {
    usual_place(&library::file_stem(&found.routine))
}

/// The same for a file of this name.
pub fn usual_place(name: &str) -> PathBuf {
    usual_folder().join(name)
}

/// The person's documents, or their home; without either, the folder that the program was started in.
pub fn usual_folder() -> PathBuf {
    let folders = directories::UserDirs::new();
    let folder = folders.as_ref().map(|folders| {
        let documents = folders.document_dir().filter(|folder| folder.is_dir());
        documents.unwrap_or(folders.home_dir()).to_owned()
    });
    folder.unwrap_or_else(|| std::path::absolute(".").unwrap_or_default())
}

/// The paper that is usual where a person lives, by the system's language and region, such as `en-US`.
pub fn usual_paper(locale: Option<&unic_langid::LanguageIdentifier>) -> Paper {
    /// Where Letter is sold.
    const LETTER: [&str; 12] = [
        "US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "SV", "VE",
    ];
    let region = locale.and_then(|locale| locale.region);
    if region.is_some_and(|region| LETTER.contains(&region.as_str())) {
        Paper::Letter
    } else {
        Paper::A4
    }
}

#[cfg(test)]
mod mutated;

#[cfg(test)]
mod tests {
    use unic_langid::LanguageIdentifier;

    use super::*;

    #[test]
    fn the_paper_is_that_of_the_region() {
        for (locale, paper) in [
            (Some("en-US"), Paper::Letter),
            (Some("fr-CA"), Paper::Letter),
            (Some("en-GB"), Paper::A4),
            (Some("de"), Paper::A4),
            (None, Paper::A4),
        ] {
            let locale: Option<LanguageIdentifier> = locale.map(|it: &str| it.parse().unwrap());
            assert_eq!(usual_paper(locale.as_ref()), paper, "{locale:?}");
        }
    }

    const TEXT: &str = "format = 1\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\n";
    const SHEET: Sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };

    /// A routine, once it is in a file.
    fn written(file: &Path) -> Found {
        fs::write(file, TEXT).unwrap();
        let reading = library::read_file(file, crate::clock::today()).unwrap();
        Found {
            routine: Arc::new(reading.routine.unwrap()),
            origin: Origin::Own(file.to_owned()),
        }
    }

    #[test]
    fn what_is_handed_out_is_what_was_read_or_nothing() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("back.toml");
        let found = written(&file);
        let forms = [Form::Pdf, Form::Html, Form::Share];
        assert!(
            forms
                .map(|form| content(&found, form, SHEET))
                .iter()
                .all(Result::is_ok)
        );
        fs::write(&file, TEXT.replace("Knee", "Hip")).unwrap();
        for form in forms {
            assert!(matches!(
                content(&found, form, SHEET),
                Err(Refused::Changed)
            ));
        }
    }

    #[test]
    fn what_is_handed_out_never_takes_the_place_of_what_it_was_taken_from() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("back.supple");
        let found = written(&file);
        fs::create_dir(place.path().join("sub")).unwrap();
        let roundabout = place.path().join("sub/../back.supple");
        for output in [&file, &roundabout] {
            for form in [Form::Pdf, Form::Share] {
                let refused = hand_out(&found, form, SHEET, output, true);
                assert!(matches!(refused, Err(Unwritten::Itself(_))));
                assert_eq!(fs::read_to_string(&file).unwrap(), TEXT);
            }
        }
        let beside = place.path().join("copy.supple");
        assert!(hand_out(&found, Form::Share, SHEET, &beside, true).is_ok());
    }

    #[test]
    fn what_is_there_gives_way_only_where_that_is_said() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("back.pdf");
        write(&file, b"one", false).unwrap();
        let again = write(&file, b"two", false);
        assert!(matches!(again, Err(Unwritten::Exists(_))));
        assert_eq!(fs::read(&file).unwrap(), b"one");
        write(&file, b"two", true).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        // However large what was there had become.
        fs::File::options()
            .write(true)
            .open(&file)
            .unwrap()
            .set_len(1 << 25)
            .unwrap();
        write(&file, b"small", true).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"small");
        write(&place.path().join("new.pdf"), b"new", true).unwrap();
        let folder = write(place.path(), b"three", true);
        assert!(matches!(folder, Err(Unwritten::IsFolder(_))));
        let nowhere = write(&place.path().join("none/back.pdf"), b"three", false);
        assert!(matches!(nowhere, Err(Unwritten::NoFolder(_))));
    }
}
