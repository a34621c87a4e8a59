//! Routine files in the window: dropped on it, with mistakes, and gone while they are looked at.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::Case;
use crate::clinic::CLINIC;

#[test]
fn a_file_with_a_mistake_is_reported_with_its_line_and_its_fix() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let heard = case.heard();
    for text in [
        "broken.toml, line 16: “hodl” is not a key that belongs here.",
        "hodl = \"20s\"",
        "Did you mean “hold”?",
    ] {
        assert!(heard.contains(text), "{text}:\n{heard}");
    }
}

#[test]
fn today_names_a_broken_file_and_leads_to_its_mistakes() {
    let mut case = Case::usual();
    assert!(case.heard().contains("broken.toml can't be used"));
    case.click(Role::Button, "See what is wrong");
    assert!(case.heard().contains("line 16"), "{}", case.heard());
}

#[test]
fn routines_tells_its_folder_and_offers_to_open_it() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let folder = case.folders().routines();
    let reported = format!("Your own routines are files in {}", folder.display());
    assert!(case.heard().contains(&reported), "{}", case.heard());
    assert!(case.has(Role::Button, "Open: Your routines"));
}

#[test]
fn a_routine_whose_file_goes_while_its_page_is_open_says_so_and_comes_back_with_it() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    let file = case.folders().routines().join("clinic.toml");
    fs::remove_file(&file).unwrap();
    case.wait_for("The routine that was open here is no longer found.");
    assert!(case.has(Role::Heading, "Routines"), "{}", case.heard());
    assert!(case.has(Role::Button, "Look at Lower back relief"));
    fs::write(&file, CLINIC).unwrap();
    case.wait_for("Heading From your physiotherapist");
}

#[test]
fn a_file_that_is_dropped_is_looked_at_and_added_when_asked() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(
        &file,
        CLINIC.replace("From your physiotherapist", "For the evening"),
    )
    .unwrap();
    case.drop_files(&[&file]);
    case.wait_for("Add “For the evening” from evening.toml to your routines?");
    case.click(Role::Button, "Add “For the evening” to my routines");
    case.wait_for("“For the evening” is now one of your routines.");
    case.wait_for("Start For the evening");
}

#[test]
fn of_several_files_that_are_dropped_each_is_offered_and_reported_by_itself() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let [morning, evening] = ["morning", "evening"].map(|name| {
        let file = elsewhere.path().join(format!("{name}.toml"));
        let text = CLINIC.replace("From your physiotherapist", name);
        fs::write(&file, text).unwrap();
        file
    });
    case.drop_files(&[&morning, &evening]);
    case.wait_for("Add “morning” from morning.toml to your routines?");
    case.wait_for("Add “evening” from evening.toml to your routines?");
    case.click(Role::Button, "Add “evening” to my routines");
    case.wait_for("“evening” is now one of your routines.");
    assert!(case.has(Role::Button, "Add “morning” to my routines"));
    case.click(Role::Button, "Close: evening.toml");
    assert!(!case.heard().contains("evening.toml"), "{}", case.heard());
    assert!(case.heard().contains("morning.toml"), "{}", case.heard());
}

#[test]
fn a_file_that_would_stand_in_the_place_of_a_shipped_routine_is_asked_about() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("lower-back-relief.toml");
    fs::write(&file, CLINIC).unwrap();
    let add = "Add “From your physiotherapist” to my routines";
    case.drop_files(&[&file]);
    case.wait_for(add);
    case.click(Role::Button, add);
    case.wait_for("What comes with Supple is “Lower back relief”, revision 1.");
    assert!(
        case.heard()
            .contains("The file is “From your physiotherapist”")
    );
    let leave = "Leave the routine that comes with Supple in its place: lower-back-relief.toml";
    case.click(Role::Button, leave);
    let kept = case.folders().routines().join("lower-back-relief.toml");
    assert!(!kept.exists());

    case.drop_files(&[&file]);
    case.wait_for(add);
    case.click(Role::Button, add);
    case.wait_for("What comes with Supple is");
    let instead = "Use “From your physiotherapist” instead of the routine that comes with Supple";
    case.click(Role::Button, instead);
    case.wait_for("is now one of your routines.");
    assert!(kept.exists());
    // Each list of routines says so.
    let reported = "It stands in the place of the routine with the id “lower-back-relief”";
    case.wait_for(reported);
    case.press_with(Modifiers::COMMAND, Key::Num1);
    case.wait_for(reported);
}

#[test]
fn a_dropped_file_with_a_mistake_is_not_offered_and_says_why() {
    let mut case = Case::usual();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(&file, CLINIC.replace("reps = 10", "reps = 0")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("evening.toml can't be added as it is");
    let mistake = "evening.toml, line 28: “reps” takes a whole number from 1 to 1000.";
    assert!(case.heard().contains(mistake), "{}", case.heard());
    assert!(!case.heard().contains("to my routines"));
    case.click(Role::Button, "Close: evening.toml");
    assert!(!case.heard().contains("evening.toml"));
}

#[test]
fn what_a_file_could_do_better_is_not_shown_to_whoever_stretches() {
    let mut case = Case::usual();
    let look = case.named("picture-open", "From your physiotherapist");
    case.click(Role::Button, &look);
    assert!(case.heard().contains("Pelvic tilt"), "{}", case.heard());
    assert!(!case.heard().contains("has no picture"), "{}", case.heard());
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("evening.toml");
    fs::write(&file, CLINIC.replace("hold = \"20s\"", "hold = \"3s\"")).unwrap();
    case.drop_files(&[&file]);
    case.wait_for("to your routines?");
    assert!(
        !case.heard().contains("unusually short"),
        "{}",
        case.heard()
    );
}

#[test]
fn a_routine_of_the_list_keeps_the_keyboard_while_others_come_and_go() {
    let mut case = Case::usual();
    case.press_with(Modifiers::COMMAND, Key::Num2);
    let look = "Look at Lower back relief";
    let is_on_it = |case: &Case| {
        let look = case.harness.get_by_role_and_label(Role::Button, look);
        look.accesskit_node().is_focused()
    };
    case.harness
        .get_by_role_and_label(Role::Button, look)
        .focus();
    case.harness.run();
    let another = case.folders().routines().join("another.toml");
    fs::write(&another, CLINIC.replace("clinic", "another")).unwrap();
    case.wait_for("another.toml");
    assert!(is_on_it(&case), "{}", case.heard());
    for file in ["another.toml", "clinic.toml", "broken.toml"] {
        fs::remove_file(case.folders().routines().join(file)).unwrap();
    }
    case.wait_until_gone("clinic.toml");
    case.wait_until_gone("From your physiotherapist");
    assert!(is_on_it(&case), "{}", case.heard());
}
