//! `supple new` and `supple import`.

use std::fs;

#[cfg(target_os = "linux")]
use crate::mounted::Mounted;
use crate::{BAD, GOOD, Machine, files_in, png};

#[test]
fn the_starter_passes_the_check_in_every_language() {
    for language in supple::words::LANGUAGES {
        let machine = Machine::new();
        machine.write("starter.toml", language.starter);
        let ended = machine.supple(["check", "--format", "json", "starter.toml"]);
        assert_eq!(ended.code, 0, "{}", language.tag);
        let diagnostics = ended.json()["files"][0]["diagnostics"].clone();
        assert_eq!(diagnostics, serde_json::json!([]), "{}", language.tag);
    }
}

#[test]
fn a_new_file_is_written_once_and_never_over_another() {
    let machine = Machine::new();
    let ended = machine.supple(["new", "mine.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(files_in(machine.folder.path()), ["mine.toml"]);
    assert_eq!(machine.supple(["check", "mine.toml"]).code, 0);
    machine.write("mine.toml", "mine");
    let again = machine.supple(["new", "mine.toml"]);
    assert_eq!(again.code, 1);
    assert!(
        again.stderr.contains("is there already"),
        "{}",
        again.stderr
    );
    assert_eq!(
        fs::read_to_string(machine.path("mine.toml")).unwrap(),
        "mine"
    );
    assert_eq!(machine.supple(["new", "no/folder.toml"]).code, 1);
    assert_eq!(files_in(machine.folder.path()), ["mine.toml"]);
}

#[test]
fn a_new_file_without_an_ending_gets_one_and_its_hint_can_be_pasted() {
    let machine = Machine::new();
    let ended = machine.supple(["new", "my routine"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(files_in(machine.folder.path()), ["my routine.toml"]);
    for told in [".toml was added", "supple check \"my routine.toml\""] {
        assert!(ended.stdout.contains(told), "{}", ended.stdout);
    }
}

#[test]
fn an_import_keeps_every_version() {
    let machine = Machine::new();
    let import = |content: &str| {
        machine.write("from/back.toml", content);
        let ended = machine.supple(["import", "from/back.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        ended.stdout
    };
    let routines = machine.path("data/routines");
    let first = with_id("back");
    let second = first.replace("Knee", "Other knee");
    let third = first.replace("Knee", "Both knees");
    let told = import(&first);
    assert!(told.contains("is now one of your routines"), "{told}");
    assert!(
        told.contains("changing the file you gave does nothing"),
        "{told}"
    );
    assert!(import(&first).contains("Nothing was changed"));
    assert_eq!(files_in(&routines), ["back.toml"]);
    assert!(import(&second).contains("back.toml.previous-1"));
    assert!(import(&third).contains("back.toml.previous-2"));
    let kept = [
        ("back.toml", third.as_str()),
        ("back.toml.previous-1", &first),
        ("back.toml.previous-2", &second),
    ];
    assert_eq!(files_in(&routines), kept.map(|(name, _)| name));
    for (name, content) in kept {
        assert_eq!(fs::read_to_string(routines.join(name)).unwrap(), content);
    }
}

#[test]
fn a_file_of_the_same_name_is_no_version_of_the_same_routine() {
    let machine = Machine::new();
    let mine = GOOD.replace("Back", "Mine");
    for (kept, other) in [
        (mine.clone(), GOOD.to_owned()),
        (mine.clone(), with_id("z")),
        (with_id("z"), mine.clone()),
    ] {
        let machine = Machine::new();
        machine.write("data/routines/z.toml", &kept);
        machine.write("from/z.toml", &other);
        let ended = machine.supple(["import", "from/z.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert!(ended.stdout.contains("z-2.toml"), "{}", ended.stdout);
        assert!(ended.stdout.contains("was left as it is"));
        let routines = machine.path("data/routines");
        assert_eq!(files_in(&routines), ["z-2.toml", "z.toml"]);
        assert_eq!(fs::read_to_string(routines.join("z.toml")).unwrap(), kept);
    }
    machine.write("from/z.toml", GOOD);
    for said in ["is now one of your routines", "Nothing was changed"] {
        let ended = machine.supple(["import", "from/z.toml"]);
        assert!(ended.stdout.contains(said), "{}", ended.stdout);
    }
}

fn with_id(id: &str) -> String {
    GOOD.replace("format = 1", &format!("format = 1\nid = \"{id}\""))
}

#[test]
fn an_import_with_mistakes_changes_nothing() {
    let machine = Machine::new();
    machine.write("bad.toml", BAD);
    let ended = machine.supple(["import", "bad.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("Did you mean “title”?"));
    assert!(ended.stderr.contains("not imported"), "{}", ended.stderr);
    assert!(!machine.path("data").exists());
}

#[test]
fn an_import_goes_beside_a_file_of_that_name_with_another_id() {
    let machine = Machine::new();
    machine.write("data/routines/back.toml", BAD);
    machine.write(
        "back.toml",
        GOOD.replace("format = 1", "format = 1\nid = \"back\""),
    );
    assert_eq!(machine.supple(["import", "back.toml"]).code, 0);
    let routines = machine.path("data/routines");
    assert_eq!(files_in(&routines), ["back-2.toml", "back.toml"]);
    assert_eq!(fs::read_to_string(routines.join("back.toml")).unwrap(), BAD);
}

#[test]
fn a_picture_that_cant_be_brought_leaves_every_file_as_it_was() {
    let machine = Machine::new();
    let routines = machine.folders().routines();
    let of = |more: &str| format!("{}image = \"pictures/knee.png\"\n{more}", with_id("one"));
    machine.write("one.toml", of(""));
    machine.write("pictures/knee.png", png(2, 2, 1));
    assert_eq!(machine.supple(["import", "one.toml"]).code, 0);

    let second = "[[exercise]]\nname = \"Hip\"\nimage = \"more/hip.png\"\n".repeat(2);
    machine.write("one.toml", of(&second));
    machine.write("pictures/knee.png", png(2, 2, 2));
    machine.write("more/hip.png", png(2, 2, 3));
    // A file where the folder of the second picture should be.
    fs::write(routines.join("more"), "mine").unwrap();
    let told = machine.supple(["import", "one.toml"]);
    assert_eq!(told.code, 3, "{}", told.stderr);
    assert!(told.stderr.contains("hip.png"), "{}", told.stderr);
    let files = ["more", "one.toml", "pictures/knee.png"];
    assert_eq!(files_in(&routines), files);
    assert_eq!(
        fs::read(routines.join("pictures/knee.png")).unwrap(),
        png(2, 2, 1)
    );
    assert_eq!(
        fs::read_to_string(routines.join("one.toml")).unwrap(),
        of("")
    );

    fs::remove_file(routines.join("more")).unwrap();
    let told = machine.supple(["import", "one.toml"]);
    assert_eq!(told.code, 0, "{}", told.stderr);
    let files = [
        "more/hip.png",
        "one.toml",
        "one.toml.previous-1",
        "pictures/knee.png",
        "pictures/knee.png.previous-1",
    ];
    assert_eq!(files_in(&routines), files);
}

#[test]
fn pictures_come_along_and_take_no_other_ones_place() {
    let machine = Machine::new();
    let picture = |shade| png(2, 2, shade);
    let with_picture = |id| format!("{}image = \"pictures/knee.png\"\n", with_id(id));
    let routines = machine.path("data/routines");
    let kept = |name: &str| fs::read(routines.join(name)).unwrap();

    machine.write("a/one.toml", with_picture("one"));
    machine.write("a/pictures/knee.png", picture(1));
    assert_eq!(machine.supple(["import", "a/one.toml"]).code, 0);
    assert_eq!(files_in(&routines), ["one.toml", "pictures/knee.png"]);

    machine.write("a/pictures/knee.png", picture(2));
    assert_eq!(machine.supple(["import", "a/one.toml"]).code, 0);
    assert_eq!(kept("pictures/knee.png"), picture(2));
    assert_eq!(kept("pictures/knee.png.previous-1"), picture(1));

    machine.write("b/two.toml", with_picture("two"));
    machine.write("b/pictures/knee.png", picture(3));
    let refused = machine.supple(["import", "b/two.toml"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.stderr.contains("pictures/knee.png"),
        "{}",
        refused.stderr
    );
    assert_eq!(kept("pictures/knee.png"), picture(2));
    assert!(!routines.join("two.toml").exists());
}

#[test]
fn a_folder_that_cant_be_made_is_the_systems_fault() {
    let machine = Machine::new();
    machine.write("data", "a file");
    machine.write("good.toml", GOOD);
    let ended = machine.supple(["import", "good.toml"]);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    assert!(
        ended.stderr.contains("could not be written"),
        "{}",
        ended.stderr
    );
    assert_eq!(fs::read_to_string(machine.path("data")).unwrap(), "a file");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_without_room_for_a_file_is_told_and_keeps_what_is_on_it() {
    let machine = Machine::new();
    let own = machine.write("data/routines/back.toml", "");
    let disk = machine.path("data/routines");
    let Some(_disk) = Mounted::at(&disk, &["-t", "tmpfs", "-o", "size=16k", "tmpfs"]) else {
        return;
    };
    let given = machine.write("back.toml", GOOD);
    fs::write(&own, GOOD).unwrap();
    // Ends with an error: that is what it is for.
    let _ = fs::write(disk.join("filler"), vec![0; 32 * 1024]);
    let before = files_in(&disk);
    let new = disk.join("new.toml");
    // A later version of the routine that is there, and one that is new.
    let later = GOOD.replace("title", "revision = 2\ntitle");
    for (arguments, content) in [
        (["new", new.to_str().unwrap()], GOOD.to_owned()),
        (["import", "back.toml"], later),
        (
            ["import", "back.toml"],
            GOOD.replace("format = 1", "format = 1\nid = \"other\""),
        ),
    ] {
        fs::write(&given, content).unwrap();
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 3, "{arguments:?}: {}", ended.stderr);
        assert!(
            ended.stderr.contains("The disk is full"),
            "{}",
            ended.stderr
        );
        assert_eq!(files_in(&disk), before, "{arguments:?}");
        assert_eq!(fs::read_to_string(&own).unwrap(), GOOD);
    }
}
