//! What a person goes on with once a routine from elsewhere is one of theirs, and the way back to the version before.

use std::fs;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::app::Case;
use crate::clinic::CLINIC;

/// The clinic's routine in this version, without an id of its own, as many files are.
fn version(revision: u32) -> String {
    let hold = format!("hold = \"{}s\"", 10 * revision);
    let text = CLINIC.replace("revision = 3", &format!("revision = {revision}"));
    assert!(text.contains("hold = \"20s\""));
    text.replacen("hold = \"20s\"", &hold, 1)
}

/// A person who has revision 3 and has just taken revision 4, by this id or by the file's name.
fn updated(id: &str) -> Case {
    let mut case = Case::usual();
    let elsewhere = case.folders().data.with_file_name("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    let text = |revision| format!("{id}{}", version(revision));
    fs::write(case.folders().routines().join("clinic.toml"), text(3)).unwrap();
    let given = elsewhere.join("clinic.toml");
    fs::write(&given, text(4)).unwrap();
    case.drop_files(&[&given]);
    case.wait_for("Use revision 4");
    case.press(Key::Enter);
    case.wait_for("You now have this version of");
    case
}

#[test]
fn enter_starts_what_was_just_added() {
    let mut case = updated("");
    let start = case
        .harness
        .get_by_role_and_label(Role::Button, "Start: clinic.toml");
    assert!(start.is_focused(), "{}", case.heard());
    case.press(Key::Enter);
    case.wait_until("the session is asked for", |case| {
        !case.has(Role::Button, "Start: clinic.toml")
    });
    assert!(
        case.heard().contains("From your physiotherapist"),
        "{}",
        case.heard()
    );
}

#[test]
fn the_version_before_comes_back_from_the_message_and_from_the_routines_page() {
    for id in ["", "id = \"clinic-back\"\n"] {
        for from_page in [false, true] {
            let mut case = updated(id);
            if from_page {
                case.click(Role::Button, "Look at clinic.toml");
                case.wait_until("the way back", |case| {
                    case.has(Role::Button, "Earlier version of From your physiotherapist")
                });
                case.click(Role::Button, "Earlier version of From your physiotherapist");
            } else {
                case.click(Role::Button, "Earlier version: clinic.toml");
            }
            case.wait_for("Use revision 3");
            case.click(Role::Button, "Use revision 3");
            case.wait_for("You now have this version of");
            let routines = case.folders().routines();
            let read = |name: &str| fs::read_to_string(routines.join(name)).unwrap();
            assert!(read("clinic.toml").contains("revision = 3"), "{id}");
            assert!(
                read("clinic.toml.previous-2").contains("revision = 4"),
                "{id}"
            );
        }
    }
}
