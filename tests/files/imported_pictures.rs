//! The pictures of a routine that is imported.

use std::fs;

use crate::import::with_id;
use crate::{Machine, files_in, png};

#[test]
fn a_picture_that_cant_be_brought_leaves_every_file_as_it_was() {
    let machine = Machine::new();
    let routines = machine.folders().routines();
    let of = |more: &str| {
        let number = if more.is_empty() { 1 } else { 2 };
        let revision = format!("format = 1\nrevision = {number}");
        let file = with_id("one").replace("format = 1", &revision);
        format!("{file}image = \"pictures/knee.png\"\n{more}")
    };
    machine.write("one.toml", of(""));
    machine.write("pictures/knee.png", png(2, 2, 1));
    assert_eq!(machine.supple(["import", "one.toml"]).code, 0);

    let second = "[[exercise]]\nname = \"Hip\"\nimage = \"more/hip.png\"\n".repeat(2);
    machine.write("one.toml", of(&second));
    machine.write("pictures/knee.png", png(2, 2, 2));
    machine.write("more/hip.png", png(2, 2, 3));
    // A file where the folder of the second picture should be.
    fs::write(routines.join("more"), "mine").unwrap();
    let reported = machine.supple(["import", "one.toml"]);
    assert_eq!(reported.code, 3, "{}", reported.stderr);
    assert!(reported.stderr.contains("hip.png"), "{}", reported.stderr);
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
    let reported = machine.supple(["import", "one.toml"]);
    assert_eq!(reported.code, 0, "{}", reported.stderr);
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
fn pictures_come_along_and_an_earlier_one_is_kept() {
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
    let asked = machine.supple(["import", "a/one.toml"]);
    assert_eq!(asked.code, 1, "{}", asked.stdout);
    assert!(asked.stderr.contains("other pictures"), "{}", asked.stderr);
    assert_eq!(kept("pictures/knee.png"), picture(1));
    let replaced = machine.supple(["import", "--replace", "a/one.toml"]);
    assert_eq!(replaced.code, 0);
    assert_eq!(kept("pictures/knee.png"), picture(2));
    assert_eq!(kept("pictures/knee.png.previous-1"), picture(1));
}

#[test]
fn a_picture_named_as_another_routine_s_gets_a_name_of_its_own_and_keeps_it() {
    let machine = Machine::new();
    let picture = |shade| png(2, 2, shade);
    let routines = machine.path("data/routines");
    let kept = |name: &str| fs::read(routines.join(name)).unwrap();
    let text = |name: &str| fs::read_to_string(routines.join(name)).unwrap();
    // One has an id, and one is known by the name of its file alone.
    let unnamed = with_id("three").replace("id = \"three\"\n", "");
    for (file, given) in [("two.toml", with_id("two")), ("back.toml", unnamed)] {
        let given = format!("{given}image = \"pictures/knee.png\" # left\n");
        machine.write(
            "a/one.toml",
            format!("{}image = \"pictures/knee.png\"\n", with_id("one")),
        );
        machine.write("a/pictures/knee.png", picture(1));
        assert_eq!(machine.supple(["import", "a/one.toml"]).code, 0);

        let from = format!("b/{file}");
        let import = |given: &str, shade| {
            machine.write(&from, given);
            machine.write("b/pictures/knee.png", picture(shade));
            let ended = machine.supple(["import", "--replace", &from]);
            assert_eq!(ended.code, 0, "{file}: {}", ended.stderr);
            ended.stdout
        };
        let told = import(&given, 3);
        for told_of in ["pictures/knee.png", "pictures/knee-2.png"] {
            assert!(told.contains(told_of), "{told}");
        }
        assert_eq!(kept("pictures/knee.png"), picture(1));
        assert_eq!(kept("pictures/knee-2.png"), picture(3));
        let renamed = |text: &str| text.replace("knee.png", "knee-2.png");
        assert_eq!(text(file), renamed(&given));

        assert!(import(&given, 3).contains("Nothing was changed"));
        assert!(import(&given, 4).contains("One of its pictures"));
        let later = given.replace("format = 1", "format = 1\nrevision = 2");
        assert!(import(&later, 5).contains("has replaced its earlier version"));
        assert_eq!(text(file), renamed(&later));
        assert_eq!(kept("pictures/knee-2.png"), picture(5));
        assert_eq!(kept("pictures/knee.png"), picture(1));
        let files = [
            file.to_owned(),
            format!("{file}.previous-1"),
            "one.toml".to_owned(),
            "pictures/knee-2.png".to_owned(),
            "pictures/knee-2.png.previous-1".to_owned(),
            "pictures/knee-2.png.previous-2".to_owned(),
            "pictures/knee.png".to_owned(),
        ];
        let mut there = files_in(&routines);
        there.sort_unstable();
        let mut files: Vec<_> = files.into();
        files.sort_unstable();
        assert_eq!(there, files);
        fs::remove_dir_all(&routines).unwrap();
    }
}

/// The person's own picture, that no routine shows, and one that the file names itself are no room for another.
#[test]
fn a_picture_that_gets_another_name_takes_no_place_of_any_other() {
    let machine = Machine::new();
    let routines = machine.path("data/routines");
    let of = |id: &str| {
        let first = with_id(id);
        format!(
            "{first}image = \"knee.png\"\n[[exercise]]\nname = \"Hip\"\nimage = \"knee-2.png\"\n"
        )
    };
    machine.write("data/routines/knee-3.png", png(2, 2, 9));
    machine.write("a/one.toml", of("one"));
    machine.write("a/knee.png", png(2, 2, 1));
    machine.write("a/knee-2.png", png(2, 2, 2));
    assert_eq!(machine.supple(["import", "a/one.toml"]).code, 0);
    machine.write("b/two.toml", of("two"));
    machine.write("b/knee.png", png(2, 2, 3));
    machine.write("b/knee-2.png", png(2, 2, 4));
    let ended = machine.supple(["import", "b/two.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for (name, shade) in [
        ("knee.png", 1),
        ("knee-2.png", 2),
        ("knee-3.png", 9),
        ("knee-4.png", 3),
        ("knee-2-2.png", 4),
    ] {
        let there = fs::read(routines.join(name)).unwrap();
        assert!(there == png(2, 2, shade), "{name}");
    }
    let text = fs::read_to_string(routines.join("two.toml")).unwrap();
    let expected = of("two")
        .replace("knee-2.png", "knee-2-2.png")
        .replace("knee.png", "knee-4.png");
    assert_eq!(text, expected);
}

#[test]
fn a_picture_that_is_another_now_is_reported_though_the_file_is_the_same() {
    let machine = Machine::new();
    machine.write(
        "one.toml",
        format!("{}image = \"knee.png\"\n", with_id("one")),
    );
    for (shade, reported) in [
        (1, "is now one of your routines"),
        (1, "Nothing was changed"),
        (2, "One of its pictures"),
    ] {
        machine.write("knee.png", png(2, 2, shade));
        let ended = machine.supple(["import", "--replace", "one.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert!(ended.stdout.contains(reported), "{}", ended.stdout);
        let is_unchanged = ended.stdout.contains("Nothing was changed");
        assert_eq!(is_unchanged, reported == "Nothing was changed");
    }
}

#[test]
#[cfg(unix)]
fn pictures_are_brought_through_no_link_out_of_the_folder() {
    let machine = Machine::new();
    let photo = machine.write("photos/knee.png", png(2, 2, 1));
    let routines = machine.path("data/routines");
    fs::create_dir_all(&routines).unwrap();
    std::os::unix::fs::symlink(machine.path("photos"), routines.join("pictures")).unwrap();
    let given = format!("{}image = \"pictures/knee.png\"\n", with_id("one"));
    machine.write("from/one.toml", given);
    machine.write("from/pictures/knee.png", png(2, 2, 2));
    let ended = machine.supple(["import", "from/one.toml"]);
    assert_eq!(ended.code, 3, "{}", ended.stdout);
    assert!(ended.stderr.contains("link"), "{}", ended.stderr);
    assert_eq!(fs::read(photo).unwrap(), png(2, 2, 1));
    assert_eq!(files_in(&machine.path("photos")), ["knee.png"]);
}

#[test]
fn two_pictures_of_a_routine_that_differ_in_capitals_alone_never_become_one() {
    let machine = Machine::new();
    let second = "[[exercise]]\nname = \"Hip\"\nimage = \"pictures/Knee.png\"\n";
    let routine = format!("{}image = \"pictures/knee.png\"\n{second}", with_id("one"));
    machine.write("from/one.toml", routine);
    machine.write("from/pictures/knee.png", png(2, 2, 1));
    machine.write("from/pictures/Knee.png", png(2, 2, 2));
    let ended = machine.supple(["import", "from/one.toml"]);
    assert_eq!(ended.code, 1, "{}", ended.stdout);
    for name in ["pictures/knee.png", "pictures/Knee.png"] {
        assert!(ended.stderr.contains(name), "{}", ended.stderr);
    }
    assert!(!machine.path("data/routines/one.toml").exists());

    // The same picture under both names is no loss.
    machine.write("from/pictures/Knee.png", png(2, 2, 1));
    let ended = machine.supple(["import", "from/one.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}

/// As on a disk that takes capitals for small letters, where one file answers to both names.
#[test]
#[cfg(unix)]
fn a_picture_takes_no_place_of_one_that_differs_in_capitals_alone() {
    let machine = Machine::new();
    let with_picture = |id, name| format!("{}image = \"{name}\"\n", with_id(id));
    machine.write("a/one.toml", with_picture("one", "knee.png"));
    machine.write("a/knee.png", png(2, 2, 1));
    assert_eq!(machine.supple(["import", "a/one.toml"]).code, 0);
    let routines = machine.path("data/routines");
    std::os::unix::fs::symlink("knee.png", routines.join("Knee.png")).unwrap();
    machine.write("b/two.toml", with_picture("two", "Knee.png"));
    machine.write("b/Knee.png", png(2, 2, 2));
    let ended = machine.supple(["import", "b/two.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(fs::read(routines.join("knee.png")).unwrap(), png(2, 2, 1));
    let renamed = fs::read(routines.join("Knee-2.png")).unwrap();
    assert_eq!(renamed, png(2, 2, 2));
}
