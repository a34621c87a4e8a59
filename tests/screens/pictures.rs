//! Pictures that lie beside a routine's file: shown in the place of a figure, and kept no longer.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use image::{Rgb, RgbImage};
use supple::app::Start;
use supple::library::{Library, find};
use supple::words::Words;

use crate::app::{Case, USUAL};

const ALT: &str = "One knee drawn up, the other leg straight";

const ROUTINE: &str = r#"
format = 1
title = "With a picture"

[[exercise]]
name = "Knee up"
position = "floor"
hold = "20s"
instructions = ["Draw one knee up."]
image = "pictures/knee.png"
image_alt = "One knee drawn up, the other leg straight"
"#;

/// A routine with its picture, which is larger than it is ever shown.
fn write(folder: &Path) {
    fs::create_dir_all(folder.join("pictures")).unwrap();
    fs::write(folder.join("picture.toml"), ROUTINE).unwrap();
    let picture = RgbImage::from_pixel(1_500, 500, Rgb([200, 30, 30]));
    picture.save(folder.join("pictures/knee.png")).unwrap();
}

fn case() -> Case {
    Case::after(USUAL, |folders, _| write(&folders.routines()))
}

/// The sizes of the picture as it is kept now.
fn kept(case: &Case) -> Vec<[usize; 2]> {
    let textures = case.harness.ctx.tex_manager();
    let textures = textures.read();
    let pictures = textures.allocated();
    let pictures = pictures.filter(|(_, meta)| meta.name == "pictures/knee.png");
    pictures.map(|(_, meta)| meta.size).collect()
}

fn wait_for_kept(case: &mut Case, expected: &[[usize; 2]]) {
    case.wait_until(&format!("{expected:?}"), |case| kept(case) == expected);
    case.harness.run();
}

fn look_at(case: &mut Case) {
    let look = case.named("picture-open", "With a picture");
    case.click(Role::Button, &look);
}

#[test]
fn a_picture_is_shown_on_its_card_its_page_and_in_a_session_and_kept_no_longer() {
    let mut case = case();
    let page = [[768, 256]];
    wait_for_kept(&mut case, &page);
    look_at(&mut case);
    assert!(case.has(Role::Image, ALT), "{}", case.heard());
    wait_for_kept(&mut case, &page);
    let start = case.words.get("routine-start");
    case.click(Role::Button, &start);
    wait_for_kept(&mut case, &[[1_024, 341]]);
    case.harness.key_press(Key::Enter);
    case.wait_for("It hurts");
    assert!(case.has(Role::Image, ALT), "{}", case.heard());
    assert_eq!(kept(&case), [[1_024, 341]]);
    case.harness.key_press(Key::H);
    wait_for_kept(&mut case, &[]);
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt");
    assert_eq!(kept(&case), [[0; 2]; 0]);
}

#[test]
fn a_picture_that_has_gone_leaves_the_page_without_it_until_it_is_back() {
    let mut case = case();
    wait_for_kept(&mut case, &[[768, 256]]);
    case.press_with(Modifiers::COMMAND, Key::Num4);
    wait_for_kept(&mut case, &[]);
    let picture = case.folders().routines().join("pictures/knee.png");
    fs::write(picture, "not a picture").unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num1);
    look_at(&mut case);
    case.wait_until("the page without it", |case| !case.has(Role::Image, ALT));
    assert!(case.heard().contains("Draw one knee up."));
    // The library has seen the mistake, and sees that it is fixed.
    case.wait_for("This is not a PNG or JPEG");
    write(&case.folders().routines());
    wait_for_kept(&mut case, &[[768, 256]]);
    assert!(case.has(Role::Image, ALT), "{}", case.heard());
}

#[test]
fn a_routine_that_is_opened_by_its_path_shows_its_picture_too() {
    let [home, elsewhere] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    write(elsewhere.path());
    let library = Library::open(None, Words::of("en").language());
    let path = elsewhere.path().join("picture.toml");
    let routine = find(OsStr::new(&path), &library).unwrap();
    let start = Start {
        routine: Some(routine),
        ask: false,
        ..Start::default()
    };
    let mut case = Case::open(USUAL, home, "en", start);
    wait_for_kept(&mut case, &[[768, 256]]);
}
