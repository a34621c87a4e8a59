//! `supple list`.

use std::fs;

use crate::{BAD, GOOD, Machine};

#[test]
fn own_routines_come_before_those_shipped() {
    let machine = Machine::new();
    let shipped = machine.supple(["list", "--json"]).json();
    let shipped = shipped["routines"].as_array().unwrap();
    assert!(shipped.len() >= 8);
    assert_eq!(shipped[0]["id"], "lower-back-relief");
    assert_eq!(shipped[0]["origin"], "shipped");
    let path = machine.write(
        "data/routines/mine.supple",
        GOOD.replace("format = 1", "format = 1\ntags = [\"desk\"]"),
    );
    let listed = machine.supple(["list", "--json"]).json();
    assert_eq!(listed["format"], 1);
    let mine = serde_json::json!({
        "id": "mine", "revision": 1, "title": "Back", "language": "en", "tags": ["desk"],
        "total_ms": 80_000, "exercises": 1, "origin": "own", "path": path, "ok": true, "notes": [],
    });
    assert_eq!(listed["routines"][0], mine);
    assert_eq!(
        listed["routines"].as_array().unwrap().len(),
        shipped.len() + 1
    );
    let reported = machine.supple(["list"]);
    assert_eq!(reported.code, 0);
    assert!(reported.stdout.starts_with("mine "), "{}", reported.stdout);
}

#[test]
fn a_programme_is_listed_with_what_a_session_of_its_week_has() {
    let machine = Machine::new();
    let exercise = |keys: &str| format!("[[exercise]]\nname = \"Walk\"\nprepare = 0\n{keys}\n");
    let phases = |schedule: &str| {
        let text = [
            format!("format = 1\ntitle = \"Phases\"\n[schedule]\n{schedule}\n"),
            exercise("time = 600\nuntil_week = 3"),
            exercise("time = 1200\nfrom_week = 4"),
        ];
        machine.write("data/routines/phases.toml", text.concat());
        let listed = machine.supple(["list", "--json"]).json();
        let minutes = machine.supple(["list"]).stdout;
        let minutes = minutes.lines().next().unwrap().to_owned();
        (listed["routines"][0].clone(), minutes)
    };
    for (schedule, seconds, minutes) in [
        ("", 600, " 10 min"),
        ("first_day = 2099-01-05", 600, " 10 min"),
        ("first_day = 2020-01-06", 1200, " 20 min"),
    ] {
        let (listed, line) = phases(schedule);
        assert_eq!(listed["exercises"], 1, "{schedule}");
        assert_eq!(listed["total_ms"], seconds * 1_000, "{schedule}");
        assert!(line.contains(minutes), "{line}");
    }
}

#[test]
fn an_own_routine_takes_the_place_of_a_shipped_one() {
    let machine = Machine::new();
    machine.write(
        "data/routines/x.toml",
        GOOD.replace("format = 1", "format = 1\nid = \"lower-back-relief\""),
    );
    let listed = machine.supple(["list", "--json"]).json();
    let routines = listed["routines"].as_array().unwrap();
    let same = routines
        .iter()
        .filter(|routine| routine["id"] == "lower-back-relief");
    let same: Vec<_> = same.collect();
    assert_eq!(same.len(), 1);
    assert_eq!(same[0]["origin"], "own");
    let note = same[0]["notes"][0].as_str().unwrap();
    assert!(note.contains("comes with Supple"), "{note}");
    let reported = machine.supple(["list"]).stdout;
    assert!(reported.contains("that comes with Supple"), "{reported}");
}

#[test]
fn a_file_with_mistakes_is_listed_and_others_are_not_harmed() {
    let machine = Machine::new();
    machine.write("data/routines/bad.toml", BAD);
    machine.write("data/routines/good.toml", GOOD);
    machine.write("data/routines/.hidden.toml", BAD);
    machine.write("data/routines/notes.txt", "x");
    machine.write("data/routines/good.toml.previous-1", BAD);
    let listed = machine.supple(["list", "--json"]).json();
    assert_eq!(listed["routines"][0]["ok"], false);
    assert_eq!(listed["routines"][0]["id"], serde_json::Value::Null);
    assert_eq!(listed["routines"][1]["id"], "good");
    assert_eq!(listed["routines"][2]["origin"], "shipped");
    let reported = machine.supple(["list"]);
    assert!(
        reported
            .stdout
            .contains("has mistakes; see them with: supple check "),
        "{}",
        reported.stdout
    );
}

#[test]
fn a_long_id_and_a_long_title_leave_the_list_readable() {
    let machine = Machine::new();
    let id = "a".repeat(200);
    let text = GOOD.replace("format = 1", &format!("format = 1\nid = \"{id}\""));
    machine.write("data/routines/long.toml", &text);
    // Without an id of its own a file has that of its name.
    machine.write(&format!("data/routines/{}.toml", "b".repeat(250)), GOOD);
    let listed = machine.supple(["list"]).stdout;
    let (own, shipped): (Vec<_>, Vec<_>) =
        listed.lines().partition(|line| line.contains("routines/"));
    assert_eq!(own.len(), 2, "{listed}");
    assert!(own.iter().all(|line| line.contains('…')), "{listed}");
    for line in shipped {
        assert!(line.chars().count() < 150, "{line}");
    }
    let whole = machine.supple(["list", "--json"]).json();
    let routines = whole["routines"].as_array().unwrap();
    assert!(routines.iter().any(|routine| routine["id"] == *id));
}

#[cfg(unix)]
#[test]
fn the_hint_for_a_file_of_any_name_can_be_pasted_into_a_shell() {
    for name in [
        "a\nb.toml",
        "it's 100 %\\.toml",
        "x\u{202e}y.toml",
        "-a\nb.toml",
    ] {
        let machine = Machine::new();
        machine.write(&format!("data/routines/{name}"), BAD);
        let reported = machine.supple(["list"]).stdout;
        let hint = reported
            .lines()
            .find_map(|line| line.split_once("supple check "));
        let typed = format!("printf %s {}", hint.expect(&reported).1);
        let shell = std::process::Command::new("sh")
            .args(["-c", &typed])
            .output();
        let path = String::from_utf8(shell.unwrap().stdout).unwrap();
        assert!(path.ends_with(&format!("/{name}")), "{typed}: {path:?}");
    }
}

#[test]
fn two_own_files_of_one_id_are_both_listed_and_name_each_other() {
    let machine = Machine::new();
    let same = GOOD.replace("format = 1", "format = 1\nid = \"same\"");
    machine.write("data/routines/a.toml", &same);
    machine.write("data/routines/b.toml", &same);
    let listed = machine.supple(["list", "--json"]).json();
    for (index, other) in [(0, "b.toml"), (1, "a.toml")] {
        let note = listed["routines"][index]["notes"][0].as_str().unwrap();
        assert!(note.contains(other), "{note}");
    }
}

#[test]
fn a_folder_that_is_a_file_is_reported() {
    for file in ["data", "data/routines"] {
        let machine = Machine::new();
        machine.write(file, "a file");
        let listed = machine.supple(["list", "--json"]);
        assert_eq!(listed.code, 3, "{file}");
        assert!(listed.stderr.contains("can’t be read"), "{}", listed.stderr);
        // The folder is no routine.
        let routines = listed.json()["routines"].clone();
        let origins = routines.as_array().unwrap().iter();
        assert!(
            origins
                .map(|routine| &routine["origin"])
                .all(|origin| origin == "shipped")
        );

        let reported = machine.supple(["list"]);
        assert_eq!(reported.code, 3, "{file}");
        assert!(reported.stdout.starts_with("lower-back-relief"));
        assert!(
            reported.stderr.contains("a file where a folder should be"),
            "{}",
            reported.stderr
        );
    }
}

/// The person's own routine with the id of a shipped one.
fn mine() -> String {
    GOOD.replace("format = 1", "format = 1\nid = \"lower-back-relief\"")
        .replace("Back", "Mine")
}

#[test]
fn a_shipped_routine_takes_no_place_of_one_that_was_left_out_of_too_many() {
    for name in ["lower-back-relief.toml", "zmine.toml"] {
        let machine = Machine::new();
        let filler = "#".repeat(250 * 1024);
        for number in 0..30 {
            let name = format!("data/routines/a{number:03}.toml");
            machine.write(&name, format!("{GOOD}{filler}"));
        }
        machine.write(&format!("data/routines/{name}"), mine());
        let ended = machine.supple(["plan", "lower-back-relief"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert!(ended.stdout.contains("Mine"), "{}", ended.stdout);
    }
}

#[test]
#[cfg(unix)]
fn where_the_persons_own_routines_cant_be_read_a_shipped_one_is_not_given_in_silence() {
    type Damage = fn(&Machine);
    let damages: [(Damage, &str); 2] = [
        (
            |machine| {
                let routines = machine.path("data/routines");
                fs::create_dir_all(routines.parent().unwrap()).unwrap();
                std::os::unix::fs::symlink("/nowhere/drive", routines).unwrap();
            },
            "link to something that is not there",
        ),
        (
            |machine| {
                let own = machine.write("data/routines/mine.toml", "");
                fs::remove_file(&own).unwrap();
                std::os::unix::fs::symlink("/nowhere/drive", own).unwrap();
            },
            "mine.toml",
        ),
    ];
    for (damage, reported) in damages {
        let machine = Machine::new();
        damage(&machine);
        let ended = machine.supple(["plan", "lower-back-relief"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        for reported in [reported, "comes with Supple", "one of your own"] {
            assert!(
                ended.stderr.contains(reported),
                "{reported}: {}",
                ended.stderr
            );
        }
    }
    let machine = Machine::new();
    let ended = machine.supple(["plan", "lower-back-relief"]);
    assert_eq!(ended.stderr, "");
}

/// That takes as long as the pictures are large, and a library may have hundreds of them.
#[test]
fn the_pictures_of_a_library_are_looked_at_and_not_decoded() {
    let machine = Machine::new();
    let picture = crate::check::damaged(&crate::png(2, 2, 0));
    machine.write("data/routines/knee.png", picture);
    let own = machine.write(
        "data/routines/mine.toml",
        format!("{GOOD}image = \"knee.png\"\n"),
    );
    let listed = machine.supple(["list", "--json"]).json();
    let mine = &listed["routines"][0];
    assert_eq!((&mine["id"], &mine["ok"]), (&"mine".into(), &true.into()));
    // Decoding is what finds it.
    let checked = machine.supple(["check", own.to_str().unwrap()]);
    assert!(
        checked.stderr.contains("image-undecodable"),
        "{}",
        checked.stderr
    );
}
