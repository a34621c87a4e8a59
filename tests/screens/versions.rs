//! A file that comes in the place of one that the person has: another version, or another routine under its id.

use crate::app::Case;
use crate::clinic::CLINIC;
use crate::receive::{Given, elsewhere, given, kept, with_id, with_picture};
use crate::recorded::record_holds;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use std::fs;
use std::sync::Arc;
use supple::clock;
use supple::history::History;
use supple::library::{SHIPPED, read_file};

/// A person who has revision 3 gets this one.
fn another_version(text: &str) -> Given {
    let given = given("new.toml", text);
    let mut case = given.case;
    let there = case.folders().routines().join("clinic.toml");
    fs::write(&there, with_id(3)).unwrap();
    case.drop_files(&[&given.file]);
    Given { case, ..given }
}

#[test]
fn a_new_version_tells_what_changes_and_keeps_the_one_before() {
    let later = with_id(4)
        .replace("hold = \"20s\"", "hold = \"30s\"")
        .replace("stop_if = [", "stop_if = [\"a sharp pull\", ")
        .replace("2099-12-20", "2099-12-30");
    let Given { mut case, .. } = another_version(&later);
    case.wait_for("A new version of a routine that you have");
    for text in [
        "Revision 3",
        "Revision 4",
        "as in revision\u{a0}3",
        "Hold for 30 seconds now, before for 20 seconds.",
        "You see each other on 30 December 2099, before on 20 December 2099.",
        "Also with “a sharp pull”.",
        "Pelvic tilt stays the same. Your history goes on.",
    ] {
        assert!(case.heard().contains(text), "{text}:\n{}", case.heard());
    }
    case.press(Key::Escape);
    let there = kept(&case, "clinic.toml");
    assert_eq!(fs::read_to_string(&there).unwrap(), with_id(3));
    look_again(&mut case);
    case.wait_for("Use revision 4");
    case.press(Key::Enter);
    case.wait_for("You now have this version of");
    assert_eq!(fs::read_to_string(&there).unwrap(), later);
    let previous = kept(&case, "clinic.toml.previous-1");
    assert_eq!(fs::read_to_string(previous).unwrap(), with_id(3));
}

/// Goes back from the list of routines to the file that was given.
fn look_again(case: &mut Case) {
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at new.toml");
    case.wait_for("Add to my routines");
    case.click(Role::Button, "Add to my routines");
}

#[test]
fn what_is_of_another_version_is_summed_up_with_the_routine() {
    let later = with_id(4).replace("hold = \"20s\"", "hold = \"30s\"");
    let Given { mut case, .. } = another_version(&later);
    let there = kept(&case, "clinic.toml");
    let record = |case: &Case| {
        let routine = read_file(&there, clock::today()).unwrap().routine.unwrap();
        record_holds(&case.folders(), &Arc::new(routine), usize::MAX);
    };
    record(&case);
    case.wait_for("A new version of a routine that you have");
    case.press(Key::Enter);
    case.wait_for("You now have this version of");
    record(&case);
    let sessions = History::read(&case.folders().log()).sessions;
    let mut of: Vec<_> = sessions
        .iter()
        .map(|session| (&*session.routine.id, session.routine.revision))
        .collect();
    of.sort_unstable();
    assert_eq!(of, [("clinic-back", 3), ("clinic-back", 4)]);
    case.press_with(Modifiers::COMMAND, Key::Num3);
    case.wait_for("Sessions: 2 of 2");
}

#[test]
fn an_older_version_takes_the_place_only_of_whoever_says_so() {
    let older = with_id(2).replace("hold = \"20s\"", "hold = \"10s\"");
    let Given { mut case, .. } = another_version(&older);
    case.wait_for("An older version of a routine that you have");
    let kept_if = "If you use this one, your revision 3 is kept beside it.";
    for text in [
        kept_if,
        "Hold: 10 seconds in this file; 20 seconds in yours.",
    ] {
        assert!(case.heard().contains(text), "{text}:\n{}", case.heard());
    }
    case.press(Key::Enter);
    let there = kept(&case, "clinic.toml");
    assert_eq!(fs::read_to_string(&there).unwrap(), with_id(3));
    look_again(&mut case);
    case.wait_for("Use revision 2");
    case.click(Role::Button, "Use revision 2");
    case.wait_for("You now have this version of");
    assert_eq!(fs::read_to_string(&there).unwrap(), older);
}

#[test]
fn another_dose_under_the_same_revision_takes_the_place_only_of_whoever_says_so() {
    let other = with_id(3).replace("hold = \"20s\"", "hold = \"3m\"");
    let Given { mut case, .. } = another_version(&other);
    case.wait_for("Not the same as yours, with the same revision number");
    for text in [
        "Both say that they are revision 3",
        "What is different",
        "Hold: 3 minutes in this file; 20 seconds in yours.",
    ] {
        assert!(case.heard().contains(text), "{text}:\n{}", case.heard());
    }
    case.press(Key::Enter);
    let there = kept(&case, "clinic.toml");
    assert_eq!(fs::read_to_string(&there).unwrap(), with_id(3));
    look_again(&mut case);
    case.wait_for("Use this one instead");
    case.click(Role::Button, "Use this one instead");
    case.wait_for("You now have this version of");
    assert_eq!(fs::read_to_string(&there).unwrap(), other);
    let previous = kept(&case, "clinic.toml.previous-1");
    assert_eq!(fs::read_to_string(previous).unwrap(), with_id(3));
}

#[test]
fn what_a_person_says_is_of_what_they_were_shown() {
    let older = with_id(2).replace("hold = \"20s\"", "hold = \"10s\"");
    let Given { mut case, .. } = another_version(&older);
    case.wait_for("Use revision 2");
    // Another window has put a later one there meanwhile.
    let there = kept(&case, "clinic.toml");
    fs::write(&there, with_id(5)).unwrap();
    case.click(Role::Button, "Use revision 2");
    case.wait_for("Keep revision 5");
    assert_eq!(fs::read_to_string(&there).unwrap(), with_id(5));
}

#[test]
fn a_file_that_would_take_the_place_of_a_shipped_routine_is_asked_about_once() {
    let Given { mut case, .. } = given("lower-back-relief.toml", CLINIC);
    case.wait_for("What comes with Supple is “Lower back relief”, revision 1.");
    let kept = kept(&case, "lower-back-relief.toml");
    case.press(Key::Escape);
    assert!(!kept.exists());
    case.press_with(Modifiers::COMMAND, Key::Num2);
    case.click(Role::Button, "Look at lower-back-relief.toml");
    case.wait_for("Add to my routines");
    case.click(Role::Button, "Add to my routines");
    case.wait_for("Use this one instead");
    case.click(Role::Button, "Use this one instead");
    case.wait_for("is now one of your routines.");
    assert!(kept.exists());
    // Each list of routines says so.
    let reported = "It stands in the place of the routine with the id “lower-back-relief”";
    case.wait_for(reported);
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.wait_for(reported);
}

#[test]
fn a_shipped_routine_that_comes_back_is_there_already() {
    let shipped = SHIPPED.iter().find(|it| it.name == "lower-back-relief");
    let Given { mut case, .. } = given("photo.toml", shipped.unwrap().text("en"));
    case.wait_for("You have this routine already");
    case.press(Key::Enter);
    assert!(
        case.has(Role::Heading, "Lower back relief"),
        "{}",
        case.heard()
    );
    assert!(!kept(&case, "photo.toml").exists());
    assert!(!kept(&case, "lower-back-relief.toml").exists());
}

#[test]
fn a_picture_that_is_another_in_a_new_version_is_told_with_its_exercise() {
    let mut case = Case::usual();
    let file = elsewhere(&case).join("new.toml");
    let text = with_picture("From your physiotherapist");
    for (folder, shade) in [(elsewhere(&case), 1), (case.folders().routines(), 2)] {
        fs::create_dir_all(folder.join("pictures")).unwrap();
        let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([shade; 3]));
        picture.save(folder.join("pictures/tilt.png")).unwrap();
        let text = text.replace("revision = 3", "id = \"clinic-back\"\nrevision = 3");
        fs::write(folder.join("clinic.toml"), &text).unwrap();
        fs::write(&file, text).unwrap();
    }
    case.drop_files(&[&file]);
    case.wait_for("Not the same as yours, with the same revision number");
    for text in [
        "Label Pelvic tilt\nLabel Picture: not the same in this file as in yours.",
        "If you use this one, yours is kept beside it.",
    ] {
        assert!(case.heard().contains(text), "{text}:\n{}", case.heard());
    }
    assert!(!case.heard().contains("Nothing changes"));
    case.click(Role::Button, "Use this one instead");
    case.wait_for("has its new pictures");
}

#[test]
fn another_routine_with_the_id_of_one_of_theirs_can_be_had_beside_it() {
    let other = with_id(3).replace("From your physiotherapist", "For the shoulder");
    let other = other.replace("A. Physiotherapist", "B. Trainer");
    let Given { mut case, .. } = another_version(&other);
    case.wait_for("One of your routines has the same id and may be another routine.");
    case.press(Key::Enter);
    case.wait_for("“For the shoulder” is now one of your routines.");
    case.wait_for("Start For the shoulder");
    assert!(case.has(Role::Button, "Start From your physiotherapist"));
    let there = fs::read_to_string(kept(&case, "clinic.toml")).unwrap();
    assert_eq!(there, with_id(3));
    case.click(Role::Button, "Look at new.toml");
    assert!(
        case.has(Role::Heading, "For the shoulder"),
        "{}",
        case.heard()
    );
}
