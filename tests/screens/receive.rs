//! Routine files from elsewhere: from whom they are and what they hold, tried, added, and left alone.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, OutputCommand, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use supple::document::Modules;
use supple::history::History;
use supple::library::read_file;
use supple::share::{archive, code};
use supple::ui::redraw;

use crate::app::Case;
use crate::clinic::CLINIC;

/// A person who has the clinic's routine, and a file that they get.
pub(crate) struct Given {
    pub(crate) case: Case,
    pub(crate) file: PathBuf,
}

/// A file of this name, dropped on the window.
pub(crate) fn given(name: &str, text: &str) -> Given {
    let mut case = Case::usual();
    let file = elsewhere(&case).join(name);
    fs::write(&file, text).unwrap();
    case.drop_files(&[&file]);
    Given { case, file }
}

/// A folder beside those of the program.
pub(crate) fn elsewhere(case: &Case) -> PathBuf {
    let place = case.folders().data.with_file_name("elsewhere");
    fs::create_dir_all(&place).unwrap();
    place
}

fn evening() -> String {
    CLINIC.replace("From your physiotherapist", "For the evening")
}

/// The clinic's routine with an id, in the library and with changes elsewhere.
pub(crate) fn with_id(revision: u32) -> String {
    let id = format!("id = \"clinic-back\"\nrevision = {revision}");
    CLINIC.replace("revision = 3", &id)
}

pub(crate) fn kept(case: &Case, name: &str) -> PathBuf {
    case.folders().routines().join(name)
}

fn sessions(case: &Case) -> usize {
    History::read(&case.folders().log()).sessions.len()
}

#[test]
fn a_file_that_is_dropped_is_shown_with_its_author_and_what_it_holds_and_enter_adds_it() {
    let Given { mut case, file, .. } = given("evening.toml", &evening());
    case.wait_for("Heading For the evening");
    let title = case
        .harness
        .get_by_role_and_label(Role::Heading, "For the evening");
    assert!(
        title.accesskit_node().is_focused(),
        "the keyboard comes to it"
    );
    for text in [
        "from the file evening.toml, revision 3",
        "Heading A. Physiotherapist",
        "Oak Street Clinic, 555 0134",
        "Supple can’t check it",
        "twice a day",
        "on 20 December 2099",
        "Image Single knee to chest",
        "Pelvic tilt",
        "recent surgery",
        "numbness in the legs",
        "pain above 3 out of 10",
        "there is no easier way for Pelvic tilt",
        "Trying adds nothing and records nothing.",
    ] {
        let heard = case.heard();
        let is_picture = text.starts_with("Image");
        assert!(is_picture || heard.contains(text), "{text}:\n{heard}");
    }
    assert!(!kept(&case, "evening.toml").exists());
    case.press(Key::Enter);
    case.wait_for("“For the evening” is now one of your routines.");
    case.wait_for("Start For the evening");
    assert_eq!(
        fs::read(kept(&case, "evening.toml")).unwrap(),
        fs::read(&file).unwrap()
    );
    let heard = case.heard();
    assert!(heard.contains("It lies in "), "{heard}");
    assert!(!heard.contains("import again"), "{heard}");
    case.click(Role::Button, "Look at evening.toml");
    assert!(case.has(Role::Button, "Rehearse"), "{}", case.heard());
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Start: evening.toml");
    case.wait_for("Does anything hurt right now?");
}

#[test]
fn a_photo_of_the_code_on_a_sheet_is_shown_and_added_as_the_file_that_it_was_made_of() {
    /// The sides of what the code is made of, in pixels.
    const SIZE: usize = 6;
    let mut case = Case::usual();
    let text = evening();
    let modules = code::of("evening", text.as_bytes()).unwrap();
    let margin = Modules::MARGIN;
    let side = u32::try_from((modules.side() + 2 * margin) * SIZE).unwrap();
    let mut photo = image::GrayImage::from_pixel(side, side, image::Luma([230]));
    for (x, y, length) in modules.dark() {
        for row in 0..SIZE {
            for column in 0..length * SIZE {
                let at = [(x + margin) * SIZE + column, (y + margin) * SIZE + row];
                let [x, y] = at.map(|it| u32::try_from(it).unwrap());
                photo.put_pixel(x, y, image::Luma([40]));
            }
        }
    }
    let file = elsewhere(&case).join("IMG_0042.jpg");
    photo.save(&file).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Heading For the evening");
    assert!(case.heard().contains("IMG_0042.jpg"), "{}", case.heard());
    case.press(Key::Enter);
    case.wait_for("“For the evening” is now one of your routines.");
    let there = fs::read_to_string(kept(&case, "evening.toml")).unwrap();
    assert_eq!(there, text);
}

#[test]
fn what_is_tried_is_asked_about_pain_and_guided_and_neither_added_nor_recorded() {
    let Given { mut case, .. } = given("evening.toml", &evening());
    case.wait_for("Try once");
    case.press(Key::T);
    case.wait_for("Does anything hurt right now?");
    case.wait_for("Nothing of a try is kept.");
    case.press(Key::Enter);
    case.wait_for("It hurts");
    case.press(Key::Escape);
    case.wait_for("Nothing of it is recorded.");
    case.click(Role::Button, "End it");
    // What pain afterwards means is told here too, and kept nowhere.
    case.wait_for("You tried it. Nothing of it was recorded.");
    case.press(Key::Num9);
    case.wait_for("Discomfort should be gone within 24 hours");
    case.click(Role::Button, "Close");
    case.wait_for("from the file evening.toml");
    assert_eq!(sessions(&case), 0);
    assert!(!kept(&case, "evening.toml").exists());
}

#[test]
fn too_much_pain_before_a_try_puts_it_off_without_a_record() {
    let Given { mut case, .. } = given("evening.toml", &evening());
    case.wait_for("Try once");
    case.press(Key::T);
    case.press(Key::Num8);
    case.press(Key::Enter);
    case.wait_for("Better not today");
    case.press(Key::Enter);
    case.wait_for("from the file evening.toml");
    let log = case.folders().log();
    let case = case.end();
    let history = History::read(&log);
    assert!(history.sessions.is_empty() && history.not_begun.is_empty());
    drop(case);
}

#[test]
fn a_file_that_is_left_is_not_added_and_can_be_opened_again() {
    let Given { mut case, .. } = given("evening.toml", &evening());
    case.wait_for("Not now");
    case.press(Key::Escape);
    assert!(case.has(Role::Button, "Start From your physiotherapist"));
    case.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(!kept(&case, "evening.toml").exists());
    case.wait_for("Last opened from elsewhere");
    case.click(Role::Button, "Look at evening.toml");
    case.wait_for("This file is not one of your routines");
    case.click(Role::Button, "Add to my routines");
    case.wait_for("from the file evening.toml");
}

#[test]
fn all_that_a_file_says_can_be_read_before_it_is_added() {
    let Given { mut case, .. } = given("evening.toml", &evening());
    case.wait_for("from the file evening.toml");
    assert!(!case.heard().contains("Draw one knee"), "{}", case.heard());
    case.click(Role::Link, "See every exercise in full");
    case.wait_for("Draw one knee towards your chest");
    assert!(case.has(Role::Button, "Start"), "{}", case.heard());
}

#[test]
fn of_several_files_each_has_its_page_and_none_is_lost() {
    let mut case = Case::usual();
    let elsewhere = elsewhere(&case);
    let [morning, evening] = ["morning", "evening"].map(|name| {
        let file = elsewhere.join(format!("{name}.toml"));
        let text = CLINIC.replace("From your physiotherapist", name);
        fs::write(&file, text).unwrap();
        file
    });
    case.drop_files(&[&morning, &evening]);
    case.wait_for("From morning.toml");
    case.wait_for("From evening.toml");
    case.click(Role::Button, "Look at evening.toml");
    case.wait_for("from the file evening.toml");
    case.press(Key::Enter);
    case.wait_for("“evening” is now one of your routines.");
    case.click(Role::Button, "Look at morning.toml");
    case.press(Key::Escape);
    case.wait_for("From morning.toml");
    let late = elsewhere.join("late.toml");
    fs::write(&late, CLINIC).unwrap();
    case.drop_files(&[&late]);
    case.wait_for("from the file late.toml");
    case.press(Key::Escape);
    for left in ["From morning.toml", "From late.toml", "“evening” is now"] {
        assert!(case.heard().contains(left), "{left}:\n{}", case.heard());
    }
    case.click(Role::Button, "Close: morning.toml");
    assert!(!case.heard().contains("morning.toml"), "{}", case.heard());
}

#[test]
fn a_file_that_the_person_has_leads_to_its_page() {
    let Given { mut case, .. } = given("clinic.toml", CLINIC);
    case.wait_for("You have this routine already");
    let heard = case.heard();
    assert!(!heard.contains("Add it"), "{heard}");
    case.press(Key::Enter);
    assert!(case.has(Role::Button, "Rehearse"), "{}", case.heard());
}

#[test]
fn a_broken_file_says_what_to_do_and_then_what_is_wrong_and_can_be_told_to_its_sender() {
    let text = CLINIC.replace("reps = 10", "reps = 0");
    let Given { mut case, .. } = given("evening.toml", &text);
    case.wait_for("Heading This file can’t be used as it is");
    assert!(case.heard().contains("Ask whoever sent it for a new one."));
    let mistake = "evening.toml, line 28: “reps” takes a whole number from 1 to 1000.";
    assert!(!case.heard().contains(mistake), "{}", case.heard());
    case.click(Role::Button, "Show what is wrong");
    assert!(case.heard().contains(mistake), "{}", case.heard());
    assert!(!case.has(Role::Button, "Add"));
    let copy = "Copy a text for whoever sent it";
    case.harness
        .get_by_role_and_label(Role::Button, copy)
        .click();
    case.harness.step();
    let copied = case.harness.output().platform_output.commands.iter();
    let copied: Vec<_> = copied
        .filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert!(copied[0].contains(mistake), "{copied:?}");
    case.press(Key::Escape);
    assert!(!case.heard().contains("evening.toml"), "{}", case.heard());
}

#[test]
fn a_file_that_is_mended_while_its_page_is_open_is_shown_as_it_is_now() {
    let text = evening();
    let Given { mut case, file, .. } = given("evening.toml", &text.replace("hold", "hodl"));
    case.wait_for("Heading This file can’t be used as it is");
    fs::write(&file, text).unwrap();
    come_back(&mut case);
    case.wait_for("Heading For the evening");
}

#[test]
fn a_path_can_be_typed_as_it_is_pasted() {
    let mut case = Case::usual();
    let elsewhere = elsewhere(&case);
    let file = elsewhere.join("for the evening.toml");
    fs::write(&file, evening()).unwrap();
    assert!(read_file(&file, jiff::civil::date(2026, 1, 1)).is_ok());
    for typed in [
        file.display().to_string(),
        format!("\"{}\"", file.display()),
        format!("file://{}", file.display()).replace(' ', "%20"),
    ] {
        open_typed(&mut case, &typed);
        case.wait_for("from the file for the evening.toml");
        case.press(Key::Escape);
    }
    open_typed(&mut case, "/nowhere/at/all.toml");
    case.wait_for("Heading Supple finds no routine here");
    assert!(
        case.heard().contains("There is no file"),
        "{}",
        case.heard()
    );
}

#[test]
#[cfg(target_os = "linux")]
fn where_the_desktop_has_no_window_to_choose_a_file_in_the_page_says_so_and_takes_its_path() {
    let mut case = Case::usual();
    let file = elsewhere(&case).join("evening.toml");
    fs::write(&file, evening()).unwrap();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Open a file");
    assert!(!case.heard().contains("no window to choose"));
    case.click(Role::Button, "Choose a file");
    case.wait_for("This desktop has no window to choose a file in.");
    let field = (Role::TextInput, "Path of the file");
    case.harness.get_by_role_and_label(field.0, field.1).focus();
    case.harness.run();
    let path = file.display().to_string();
    case.harness
        .get_by_role_and_label(field.0, field.1)
        .type_text(&path);
    case.harness.run();
    case.press(Key::Enter);
    case.wait_for("from the file evening.toml");
}

fn open_typed(case: &mut Case, path: &str) {
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Open a file");
    let field = case
        .harness
        .get_by_role_and_label(Role::TextInput, "Path of the file");
    field.focus();
    case.harness.run();
    case.harness
        .get_by_role_and_label(Role::TextInput, "Path of the file")
        .type_text(path);
    case.harness.run();
    case.press(Key::Enter);
}

#[test]
fn what_a_file_could_do_better_is_not_shown_to_whoever_stretches() {
    let text = evening().replace("hold = \"20s\"", "hold = \"3s\"");
    let Given { mut case, .. } = given("evening.toml", &text);
    case.wait_for("Heading For the evening");
    assert!(
        !case.heard().contains("unusually short"),
        "{}",
        case.heard()
    );
}

/// Dropped while another is looked at.
#[test]
fn a_file_that_comes_while_another_is_looked_at_is_shown_and_the_other_stays() {
    let Given { mut case, .. } = given("evening.toml", &evening());
    case.wait_for("from the file evening.toml");
    let morning: &Path = &elsewhere(&case).join("morning.toml");
    fs::write(
        morning,
        CLINIC.replace("From your physio", "Morning physio"),
    )
    .unwrap();
    case.drop_files(&[morning]);
    case.wait_for("from the file morning.toml");
    case.press(Key::Escape);
    case.wait_for("From evening.toml");
}

/// A share file with a routine of this title that shows a picture.
fn packed(title: &str) -> Vec<u8> {
    let text = with_picture(title).into_bytes();
    let mut png = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::new(8, 8);
    pixels.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let files = [
        ("evening.toml".to_owned(), text),
        ("pictures/tilt.png".to_owned(), png.into_inner()),
    ];
    archive::write(&files).unwrap()
}

fn plain(title: &str) -> Vec<u8> {
    let text = CLINIC.replace("From your physiotherapist", title);
    text.into_bytes()
}

pub(crate) fn with_picture(title: &str) -> String {
    let text = CLINIC.replace("From your physiotherapist", title);
    let tilt = "name = \"Pelvic tilt\"";
    text.replace(tilt, &format!("{tilt}\nimage = \"pictures/tilt.png\""))
}

/// Has the person come back to the window.
fn come_back(case: &mut Case) {
    let focus = eframe::egui::Event::WindowFocused(true);
    case.harness.input_mut().events.push(focus);
    redraw(&case.harness.ctx);
    case.harness.run();
}

#[test]
fn a_share_file_is_shown_and_added_with_its_picture_and_is_left_as_it_is() {
    let mut case = Case::usual();
    let file = elsewhere(&case).join("from the clinic.supple");
    fs::write(&file, packed("For the evening")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("from the file from the clinic.supple");
    case.press(Key::Escape);
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.wait_for("Last opened from elsewhere");
    case.click(Role::Button, "Look at from the clinic.supple");
    case.wait_for("from the file from the clinic.supple");
    case.click(Role::Link, "See every exercise in full");
    case.wait_for("This file is not one of your routines");
    for _ in 0..3 {
        come_back(&mut case);
    }
    let heard = case.heard();
    assert!(heard.contains("from the clinic.supple"), "{heard}");
    assert!(!heard.contains("can’t be used"), "{heard}");
    // What is changed in a copy that goes with the window is lost.
    assert!(!case.has(Role::Button, "Edit For the evening"), "{heard}");
    assert!(
        case.has(Role::Button, "Duplicate For the evening"),
        "{heard}"
    );
    case.click(Role::Button, "Add to my routines");
    case.wait_for("from the file from the clinic.supple");
    case.press(Key::Enter);
    case.wait_for("“For the evening” is now one of your routines.");
    let text = fs::read_to_string(kept(&case, "evening.toml")).unwrap();
    assert_eq!(text, with_picture("For the evening"));
    assert!(kept(&case, "pictures/tilt.png").exists());
}

#[test]
fn a_picture_that_gets_another_name_is_told() {
    let mut case = Case::usual();
    let theirs = kept(&case, "pictures/tilt.png");
    fs::create_dir_all(theirs.parent().unwrap()).unwrap();
    image::RgbImage::new(4, 4).save(&theirs).unwrap();
    fs::write(kept(&case, "morning.toml"), with_picture("For the morning")).unwrap();
    let file = elsewhere(&case).join("evening.supple");
    fs::write(&file, packed("For the evening")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Heading For the evening");
    case.press(Key::Enter);
    case.wait_for("“For the evening” is now one of your routines.");
    case.wait_for("pictures/tilt.png is called pictures/tilt-2.png there");
    let text = fs::read_to_string(kept(&case, "evening.toml")).unwrap();
    assert!(text.contains("\"pictures/tilt-2.png\""), "{text}");
    assert_eq!(image::image_dimensions(theirs).unwrap(), (4, 4));
}

#[test]
fn what_is_tried_goes_on_as_it_began_where_the_file_is_another_meanwhile() {
    let mut case = Case::usual();
    let file = elsewhere(&case).join("evening.supple");
    fs::write(&file, packed("For the evening")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Try once");
    case.press(Key::T);
    case.press(Key::Enter);
    case.wait_for("It hurts");
    fs::write(&file, packed("Another one by then")).unwrap();
    for _ in 0..3 {
        come_back(&mut case);
    }
    assert!(case.has(Role::Button, "It hurts"), "{}", case.heard());
    case.press(Key::Escape);
    case.wait_for("Nothing of it is recorded.");
    case.click(Role::Button, "End it");
    case.wait_for("You tried it.");
    case.press(Key::Enter);
    case.wait_for("Heading Another one by then");
}

#[test]
fn in_the_smallest_window_saying_no_is_as_near_as_saying_yes() {
    let mut case = Case::new(vec2(240.0, 300.0));
    let file = elsewhere(&case).join("evening.toml");
    fs::write(&file, evening()).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("from the file evening.toml");
    for name in ["Add", "Not now"] {
        let button = case.harness.get_by_role_and_label(Role::Button, name);
        assert!(
            button.rect().bottom() <= 300.0,
            "{name}: {:?}",
            button.rect()
        );
    }
}

#[test]
fn what_is_added_is_what_was_shown_also_where_the_file_is_another_by_then() {
    for form in [plain, packed] {
        let mut case = Case::usual();
        let file = elsewhere(&case).join("evening.supple");
        fs::write(&file, form("For the evening")).unwrap();
        case.drop_files(&[&file]);
        case.wait_for("Heading For the evening");
        fs::write(&file, form("Another one by then")).unwrap();
        case.press(Key::Enter);
        case.wait_for("Heading Another one by then");
        case.wait_for("has changed since it was shown");
        let added = fs::read_dir(case.folders().routines()).unwrap().count();
        assert_eq!(added, 2, "nothing beside the two that were there");
        case.press(Key::Enter);
        case.wait_for("“Another one by then” is now one of your routines.");
    }
}
