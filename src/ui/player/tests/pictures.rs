//! Pictures that the routine's file brings, in the place of a figure.

use super::*;
use crate::ui::picture_cache::{Detail, Wanted};
use eframe::egui::{Color32, ColorImage, TextureOptions};

const ALT: &str = "One knee drawn up, the other leg straight";

/// The routine of the other tests, with a picture for its first exercise.
fn with_picture() -> Routine {
    let mut routine = routine();
    if let Some(knee) = routine.exercises.first_mut() {
        knee.image = Some("knee.png".to_owned());
        knee.image_alt = Some(ALT.to_owned());
        knee.figure = Some("knee-to-chest".to_owned());
    }
    routine
}

fn wanted() -> Wanted {
    Wanted {
        folder: FOLDER.into(),
        path: "knee.png".to_owned(),
        detail: Detail::Large,
    }
}

/// Three times as wide as high.
fn read(harness: &mut Harness<'static, Screen>, wanted: &Wanted) {
    let pixels = ColorImage::filled([30, 10], Color32::RED);
    let texture = harness
        .ctx
        .load_texture("knee", pixels, TextureOptions::LINEAR);
    harness.state_mut().pictures.put(wanted, Some(texture));
    harness.run();
}

#[test]
fn a_picture_takes_the_place_of_the_figure_under_its_authors_words() {
    let usual = (USUAL, Form::Usual, Detail::Large);
    for (size, form, detail) in [usual, (SMALL, Form::Small, Detail::Small)] {
        let mut harness = in_form(Course::of(with_picture(), 1, 5), size, form, "en");
        let wanted = Wanted { detail, ..wanted() };
        assert_eq!(harness.state().pictures.coming(), Some(wanted.clone()));
        read(&mut harness, &wanted);
        assert_eq!(harness.state().pictures.coming(), None, "{form:?}");
        harness.get_by_role_and_label(Role::Image, ALT);
        assert!(harness.query_by_label(PICTURE).is_none());
    }
}

#[test]
fn its_place_is_kept_until_it_has_been_read() {
    let mut harness = harness(Course::of(with_picture(), 1, 5));
    let before = harness.get_by_role_and_label(Role::Image, ALT).rect();
    read(&mut harness, &wanted());
    let after = harness.get_by_role_and_label(Role::Image, ALT).rect();
    assert_eq!(before, after);
}

#[test]
fn without_words_for_it_it_has_the_name_of_the_exercise_and_no_side() {
    let mut routine = with_picture();
    routine.exercises[0].image_alt = None;
    let harness = harness(Course::of(routine, 1, 5));
    harness.get_by_role_and_label(Role::Image, "Picture of Single knee to chest");
}

#[test]
fn one_that_cant_be_shown_leaves_what_there_would_be_without_it() {
    let mut harness = harness(Course::of(with_picture(), 1, 5));
    harness.state_mut().pictures.put(&wanted(), None);
    harness.run();
    harness.get_by_role_and_label(Role::Image, PICTURE);
}

#[test]
fn the_picture_of_the_next_exercise_is_asked_for_before_its_turn() {
    let mut routine = with_picture();
    routine.exercises[1].image = Some("tilt.png".to_owned());
    let mut harness = harness(Course::of(routine, 1, 5));
    read(&mut harness, &wanted());
    let coming = harness.state().pictures.coming().unwrap();
    assert_eq!(coming.path, "tilt.png");
}

#[test]
fn what_is_no_longer_asked_for_is_let_go() {
    let mut harness = harness(Course::of(with_picture(), 1, 5));
    read(&mut harness, &wanted());
    let kept = |harness: &Harness<'_, Screen>| {
        let textures = harness.ctx.tex_manager();
        let textures = textures.read();
        let mut kept = textures.allocated();
        kept.any(|(_, meta)| meta.name == "knee")
    };
    harness.state_mut().pictures.begin_frame();
    assert!(kept(&harness), "it was shown");
    harness.state_mut().pictures.begin_frame();
    assert!(!kept(&harness), "nothing was drawn since");
}
