//! What is handed on arrives as it was.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use fastrand::Rng;
use image::{GrayImage, Luma};

use super::*;
use crate::handout::tests::{any_file, routine};
use crate::receive::{self, Form};

fn found(file: &Path, text: &str) -> Found {
    fs::write(file, text).unwrap();
    Found {
        routine: Arc::new(routine(text)),
        origin: Origin::Own(file.to_owned()),
    }
}

/// A routine with so many pictures of its own, which lie beside it.
fn pictured(random: &mut Rng, folder: &Path, count: usize) -> (String, Vec<String>) {
    let mut text = "format = 1\r\ntitle = \"Pictured\" # as it is\n".to_owned();
    let mut names = Vec::new();
    for number in 0..count {
        let folders = ["", "pictures/", "bilder/schöne/", "a/b/c/"];
        let words = ["knee", "Übung", "figure 1", "膝"];
        let name = format!(
            "{}{} {number}.png",
            random.choice(folders).unwrap(),
            random.choice(words).unwrap()
        );
        let path = folder.join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let size = random.u32(1..40);
        let picture = GrayImage::from_fn(size, size, |_, _| Luma([random.u8(..)]));
        picture.save(path).unwrap();
        let _ = writeln!(
            text,
            "[[exercise]]\nname = \"E{number}\"\nimage = \"{name}\""
        );
        names.push(name);
    }
    (text, names)
}

#[test]
fn any_routine_that_is_sent_arrives_to_the_very_bytes() {
    let mut random = Rng::with_seed(7);
    for round in 0..40 {
        let [here, there] = [0; 2].map(|_| tempfile::tempdir().unwrap());
        let count = round % 4;
        let (text, pictures) = if count == 0 {
            (any_file(&mut random), Vec::new())
        } else {
            pictured(&mut random, here.path(), count)
        };
        let found = found(&here.path().join("any.toml"), &text);
        let sent = there.path().join("sent");
        fs::write(&sent, file(&found).unwrap()).unwrap();
        let received = receive::open(&sent).unwrap();
        let form = if count == 0 {
            Form::Text
        } else {
            Form::Archive
        };
        assert_eq!(received.form, form, "{text}");
        assert_eq!(fs::read_to_string(&received.file).unwrap(), text);
        for name in pictures {
            let arrived = fs::read(received.file.with_file_name(&name)).unwrap();
            assert_eq!(arrived, fs::read(here.path().join(name)).unwrap());
        }
    }
}

#[test]
fn any_routine_that_has_a_code_is_read_from_it_to_the_very_bytes() {
    let place = tempfile::tempdir().unwrap();
    let mut random = Rng::with_seed(8);
    let mut with_code = 0;
    for _ in 0..30 {
        let text = any_file(&mut random);
        let found = found(&place.path().join("any.toml"), &text);
        let Some(modules) = code(&found).unwrap() else {
            continue;
        };
        with_code += 1;
        let photo = place.path().join("photo.png");
        drawn(&modules).save(&photo).unwrap();
        let received = receive::open(&photo).unwrap();
        assert_eq!(received.form, Form::Code);
        assert_eq!(fs::read_to_string(&received.file).unwrap(), text);
        let stem = received.file.file_stem().unwrap().to_string_lossy();
        assert_eq!(stem, library::file_stem(&found.routine));
    }
    assert!(with_code > 5, "{with_code} have one");
}

/// A code as a printer draws it.
fn drawn(modules: &Modules) -> GrayImage {
    const MODULE: usize = 4;
    let side = (modules.side() + 2 * Modules::MARGIN) * MODULE;
    let side = u32::try_from(side).unwrap();
    let mut picture = GrayImage::from_pixel(side, side, Luma([255]));
    for (left, top, length) in modules.dark() {
        for x in left * MODULE..(left + length) * MODULE {
            for y in top * MODULE..(top + 1) * MODULE {
                let [x, y] = [x, y].map(|at| at + Modules::MARGIN * MODULE);
                let [x, y] = [x, y].map(|at| u32::try_from(at).unwrap());
                picture.put_pixel(x, y, Luma([0]));
            }
        }
    }
    picture
}

#[test]
fn a_routine_with_pictures_of_its_own_has_no_code() {
    let place = tempfile::tempdir().unwrap();
    let (text, _) = pictured(&mut Rng::with_seed(9), place.path(), 1);
    let found = found(&place.path().join("any.toml"), &text);
    assert_eq!(code(&found).unwrap(), None);
}

#[test]
fn a_picture_that_is_gone_is_named_and_nothing_is_sent() {
    let place = tempfile::tempdir().unwrap();
    let (text, names) = pictured(&mut Rng::with_seed(9), place.path(), 2);
    let found = found(&place.path().join("any.toml"), &text);
    fs::remove_file(place.path().join(&names[1])).unwrap();
    let error = file(&found).unwrap_err();
    assert!(
        matches!(&error, ShareError::Picture(name) if *name == names[1]),
        "{error}"
    );
}
