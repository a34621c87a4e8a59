//! Pictures that lie beside a routine's file: shown in the place of a figure, and kept no longer.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::time::Instant;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use image::{Rgb, RgbImage};
use supple::app::{App, Start};
use supple::library::{Library, find};
use supple::words::Words;

use crate::app::{Case, PATIENCE};
use crate::folders::folders;

const USUAL: Vec2 = vec2(1280.0, 800.0);
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
fn kept(harness: &Harness<'_, App>) -> Vec<[usize; 2]> {
    let textures = harness.ctx.tex_manager();
    let textures = textures.read();
    let pictures = textures.allocated();
    let pictures = pictures.filter(|(_, meta)| meta.name == "pictures/knee.png");
    pictures.map(|(_, meta)| meta.size).collect()
}

fn wait_until(harness: &mut Harness<'_, App>, expected: &[[usize; 2]]) {
    let patience = Instant::now() + PATIENCE;
    while kept(harness) != expected {
        let kept = kept(harness);
        assert!(Instant::now() < patience, "{kept:?} is not {expected:?}");
        std::thread::yield_now();
        harness.step();
    }
    harness.run();
}

fn look_at(case: &mut Case) {
    let look = case.named("picture-open", "With a picture");
    case.click(Role::Button, &look);
}

#[test]
fn a_picture_is_shown_on_its_card_its_page_and_in_a_session_and_kept_no_longer() {
    let mut case = case();
    let page = [[768, 256]];
    wait_until(&mut case.harness, &page);
    look_at(&mut case);
    assert!(case.has(Role::Image, ALT), "{}", case.heard());
    wait_until(&mut case.harness, &page);
    let start = case.words.get("routine-start");
    case.click(Role::Button, &start);
    wait_until(&mut case.harness, &[[1_024, 341]]);
    case.harness.key_press(Key::Enter);
    case.wait_for("It hurts");
    assert!(case.has(Role::Image, ALT), "{}", case.heard());
    assert_eq!(kept(&case.harness), [[1_024, 341]]);
    case.harness.key_press(Key::H);
    wait_until(&mut case.harness, &[]);
    case.harness.key_press(Key::Q);
    case.wait_for("You stopped when it hurt");
    assert_eq!(kept(&case.harness), [[0; 2]; 0]);
}

#[test]
fn a_picture_that_has_gone_leaves_the_page_without_it_until_it_is_back() {
    let mut case = case();
    wait_until(&mut case.harness, &[[768, 256]]);
    case.press_with(Modifiers::COMMAND, Key::Num4);
    wait_until(&mut case.harness, &[]);
    let picture = case.folders().routines().join("pictures/knee.png");
    fs::write(picture, "not a picture").unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num1);
    look_at(&mut case);
    let patience = Instant::now() + PATIENCE;
    while case.has(Role::Image, ALT) {
        assert!(Instant::now() < patience, "{}", case.heard());
        std::thread::yield_now();
        case.harness.step();
    }
    assert!(case.heard().contains("Draw one knee up."));
    // The library has seen the mistake, and sees that it is mended.
    case.wait_for("This is not a PNG or JPEG");
    write(&case.folders().routines());
    wait_until(&mut case.harness, &[[768, 256]]);
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
        at_once: false,
    };
    let mut harness = Harness::builder()
        .with_size(USUAL)
        .with_max_steps(30)
        .build_eframe(|creation| {
            App::open(&creation.egui_ctx, Some(folders(home.path())), start).unwrap()
        });
    wait_until(&mut harness, &[[768, 256]]);
}
