//! Pictures from anywhere, copied beside the routine that shows them.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{self, ReadFileError};
use super::picture;
use crate::clock;
use crate::disk;
use crate::editing::{Edit, Editing, Part, Refused, Value, exercises};
use crate::routine::{ImageFault, Mistake, Surroundings, id_of_words};
use crate::text::shown;
use crate::words::{List, Message};

/// Where the copies lie, beside the routine.
const FOLDER: &str = "pictures";
/// Shorter than the names of files may be on any disk.
const LONGEST: usize = 60;

/// Copies the picture at `source` into the folder of pictures in `folder`, and gives its path as a routine there
/// names it. One that is there already is not copied again, and none is overwritten.
///
/// # Errors
/// Why it can't be shown, read or written, for the person.
pub fn bring(source: &Path, folder: &Path) -> Result<String, Message> {
    let refused = |fault| Mistake::Image(fault).message();
    // Where it leads to: the person has chosen it, wherever it lies.
    let source = fs::canonicalize(source).map_err(|_| refused(ImageFault::Absent))?;
    let ending = ending(&source).ok_or_else(|| refused(ImageFault::Undecodable))?;
    picture::examine_at(&source).map_err(refused)?;
    let content = disk::read(&source).map_err(|_| refused(ImageFault::Unreadable))?;
    let unwritten = |path: &Path, error: &io::Error| {
        Message::new("error-write")
            .with("path", path)
            .with("reason", disk::reason_at(path, error))
    };
    let pictures = folder.join(FOLDER);
    let made = disk::create_folder(&pictures);
    let made = made.and_then(|()| disk::require_within(folder, &pictures));
    made.map_err(|error| unwritten(&pictures, &error))?;
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    let first: String = id_of_words(&stem, "picture")
        .chars()
        .take(LONGEST)
        .collect();
    for number in 1_u32.. {
        let name = match number {
            1 => format!("{first}.{ending}"),
            _ => format!("{first}-{number}.{ending}"),
        };
        let path = pictures.join(&name);
        match disk::create(&path, &content) {
            Ok(()) => return Ok(format!("{FOLDER}/{name}")),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if disk::read(&path).is_ok_and(|there| there == content) {
                    return Ok(format!("{FOLDER}/{name}"));
                }
            }
            Err(error) => return Err(unwritten(&path, &error)),
        }
    }
    Err(unwritten(&pictures, &io::ErrorKind::AlreadyExists.into()))
}

/// How the name of a picture that can be shown ends.
fn ending(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?;
    let mut known = ["png", "jpg", "jpeg"].into_iter();
    known.find(|known| ending.eq_ignore_ascii_case(known))
}

/// The text of a routine for another folder.
#[derive(Debug, PartialEq)]
pub struct Copied {
    pub text: String,
    /// Which of its pictures could not be copied along, and why the first could not: they stay as they are named.
    pub warning: Option<Message>,
}

/// The text of the routine at `path` as it is for one in `folder`, with its pictures copied there.
pub fn text_with_pictures(path: &Path, folder: &Path) -> Result<Copied, ReadFileError> {
    let text = file::text(path)?;
    let as_it_is = |text| Copied {
        text,
        warning: None,
    };
    let from = path.parent().unwrap_or(Path::new(""));
    let is_there = |folder: &Path| fs::canonicalize(folder).ok();
    if is_there(from).is_some() && is_there(from) == is_there(folder) {
        return Ok(as_it_is(text));
    }
    let surroundings = Surroundings {
        stem: "",
        today: clock::today(),
        image: &|_| Ok(()),
    };
    let Some(mut editing) = Editing::open(text.as_bytes(), &surroundings) else {
        return Ok(as_it_is(text));
    };
    let mut left = Vec::new();
    let mut reason = None;
    let fields = (0..editing.count(&exercises())).map(|at| Part::exercise(at).field("image"));
    for field in fields {
        let Some(named) = editing.value(&field).map(|value| value.shown()) else {
            continue;
        };
        // As the file names it, and not whatever a link makes of it.
        let is_beside = picture::measure(from, &named).map_err(|it| Mistake::Image(it).message());
        let brought = is_beside.and_then(|_| bring(&from.join(&named), folder));
        let done = brought.and_then(|name| {
            let edit = Edit::Set(field, Value::text(name));
            editing
                .apply(&edit, &surroundings)
                .map_err(Refused::message)
        });
        if let Err(why) = done {
            left.push(shown(&named));
            reason = reason.or(Some(why));
        }
    }
    let warning = reason.map(|why| {
        Message::new("editor-pictures-left")
            .with("count", left.len())
            .with("pictures", List::And.of(left))
            .with("reason", why)
    });
    let text = String::from_utf8(editing.bytes()).unwrap_or(text);
    Ok(Copied { text, warning })
}

/// The path of a picture that somebody has pasted or typed, as a program that copies files gives it too; `None`
/// if it is no whole path.
pub fn pasted(text: &str) -> Option<PathBuf> {
    let path = typed_path(text, Some(Path::new("")))?;
    (path.is_absolute() && ending(&path).is_some()).then_some(path)
}

/// The path that somebody has pasted or typed; `None` if nothing stands there. `~` is their home folder, and a path that
/// begins nowhere begins in `folder` or there: the one the program was started in is seen by nobody.
pub fn typed_path(text: &str, folder: Option<&Path>) -> Option<PathBuf> {
    let text = text.trim().trim_matches(['"', '\'']);
    let path = of_address(text).unwrap_or_else(|| text.to_owned());
    if path.is_empty() {
        return None;
    }
    let home = env::home_dir().unwrap_or_default();
    Some(match path.strip_prefix("~/") {
        Some(rest) => home.join(rest),
        None if path == "~" => home,
        None => folder.unwrap_or(&home).join(&path),
    })
}

/// The path in a file's address, as desktops hand it to a program; `None` of any other text.
pub fn of_address(text: &str) -> Option<String> {
    text.strip_prefix("file://").map(unescaped)
}

/// `%20` as the character that it stands for.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        let escaped = code.filter(|_| first == b'%');
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(path: &Path, shade: u8) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let picture = image::RgbaImage::from_pixel(4, 4, image::Rgba([shade, 0, 0, 255]));
        picture.save(path).unwrap();
    }

    #[test]
    fn a_picture_is_copied_once_and_beside_another_of_its_name() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        picture(&at("elsewhere/My Knee.PNG"), 1);
        picture(&at("other/my knee.png"), 2);
        let routines = at("routines");
        let first = bring(&at("elsewhere/My Knee.PNG"), &routines).unwrap();
        assert_eq!(first, "pictures/my-knee.png");
        assert_eq!(
            bring(&at("elsewhere/My Knee.PNG"), &routines).unwrap(),
            first
        );
        let other = bring(&at("other/my knee.png"), &routines).unwrap();
        assert_eq!(other, "pictures/my-knee-2.png");
        let content = |path: &Path| fs::read(path).unwrap();
        assert_eq!(
            content(&routines.join(first)),
            content(&at("elsewhere/My Knee.PNG"))
        );
        assert_eq!(
            content(&routines.join(other)),
            content(&at("other/my knee.png"))
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_picture_is_copied_whatever_its_name_is() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        let place = tempfile::tempdir().unwrap();
        let plain = place.path().join("plain.png");
        picture(&plain, 1);
        let odd = place.path().join(OsStr::from_bytes(b"Knie \xfc.png"));
        fs::rename(&plain, &odd).unwrap();
        let copied = bring(&odd, &place.path().join("routines")).unwrap();
        assert_eq!(copied, "pictures/knie.png");
    }

    #[test]
    fn what_is_no_picture_is_refused_and_nothing_is_written() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        fs::write(at("words.png"), "no picture").unwrap();
        fs::write(at("words.txt"), "no picture").unwrap();
        for name in ["words.png", "words.txt", "none.png"] {
            assert!(bring(&at(name), &at("routines")).is_err(), "{name}");
        }
        assert!(!at("routines").exists());
    }

    #[test]
    fn a_copy_of_a_routine_has_the_pictures_of_the_first() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        picture(&at("down/pictures/knee.png"), 1);
        picture(&at("routines/pictures/knee.png"), 2);
        let text = "format = 1\r\ntitle = \"T\" # mine\r\n[[exercise]]\r\nname = \"A\"\r\nimage = \"pictures/knee.png\"\r\n[[exercise]]\r\nname = \"B\"\r\nimage = \"../secret.png\"\r\n";
        picture(&at("secret.png"), 3);
        fs::write(at("down/back.toml"), text).unwrap();
        let copied = text_with_pictures(&at("down/back.toml"), &at("routines")).unwrap();
        assert_eq!(
            copied.text,
            text.replace("pictures/knee.png", "pictures/knee-2.png")
        );
        let warning = copied.warning.unwrap();
        assert_eq!(warning.id, "editor-pictures-left");
        let pictures = List::And.of(["../secret.png"]);
        assert!(
            warning.args.contains(&("pictures", pictures)),
            "{warning:?}"
        );
        let content = |name: &str| fs::read(at(name)).unwrap();
        assert_eq!(
            content("routines/pictures/knee-2.png"),
            content("down/pictures/knee.png")
        );
    }

    #[test]
    fn a_path_that_begins_nowhere_begins_where_the_page_says() {
        let typed = |text| typed_path(text, Some(Path::new("/home/ada/Documents")));
        for (text, meant) in [
            ("back.pdf", "/home/ada/Documents/back.pdf"),
            ("sheets/back.pdf", "/home/ada/Documents/sheets/back.pdf"),
            ("/tmp/back.pdf", "/tmp/back.pdf"),
        ] {
            assert_eq!(typed(text), Some(PathBuf::from(meant)), "{text}");
        }
        assert!(typed_path("back.toml", None).is_none_or(|path| path.is_absolute()));
        assert_eq!(typed(" "), None);
        assert_eq!(typed("~"), Some(env::home_dir().unwrap_or_default()));
    }

    #[test]
    fn a_path_that_is_pasted_is_known_from_one_that_a_routine_names() {
        let path = |text: &str| pasted(text).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(path("pictures/knee.png"), None);
        assert_eq!(path("/home/a b/notes.txt"), None);
        assert_eq!(path("%"), None);
        if cfg!(unix) {
            assert_eq!(
                path("file:///home/a%20b/knee.PNG").unwrap(),
                "/home/a b/knee.PNG"
            );
            assert_eq!(path(" \"/home/knee.jpg\" ").unwrap(), "/home/knee.jpg");
        }
    }
}
