//! `supple import`.

use std::fs;
use std::process::Stdio;

#[cfg(target_os = "linux")]
use crate::mounted::Mounted;
use crate::{BAD, GOOD, Machine, files_in};

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
    let second = first.replace("format = 1", "format = 1\nrevision = 2");
    let third = first.replace("format = 1", "format = 1\nrevision = 3");
    let reported = import(&first);
    assert!(
        reported.contains("is now one of your routines"),
        "{reported}"
    );
    assert!(
        reported.contains("changing the file you gave does nothing"),
        "{reported}"
    );
    // So that a part that is missing can be seen.
    assert!(
        reported.contains("It has one exercise. It takes "),
        "{reported}"
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
fn an_older_version_is_asked_about_whichever_of_several_files_has_the_newer_one() {
    let of_revision = |number: u32| {
        let id = "id = \"back\"";
        with_id("back").replace(id, &format!("{id}\nrevision = {number}"))
    };
    for (a, b) in [(1, 3), (3, 1)] {
        let machine = Machine::new();
        machine.write("data/routines/a.toml", of_revision(a));
        machine.write("data/routines/b.toml", of_revision(b));
        let import = |number| {
            machine.write("from/back.toml", of_revision(number));
            machine.supple(["import", "from/back.toml"])
        };
        let same = import(1);
        assert!(
            same.stdout.contains("Nothing was changed"),
            "{}",
            same.stdout
        );
        let older = import(2);
        assert_ne!(older.code, 0, "{a} {b}: {}", older.stdout);
        let routines = machine.path("data/routines");
        assert_eq!(files_in(&routines), ["a.toml", "b.toml"], "{a} {b}");
        let newer = import(4);
        assert_eq!(newer.code, 0, "{}", newer.stderr);
        let (kept, replaced) = if a < b { ("a", "b") } else { ("b", "a") };
        let content = |name| fs::read_to_string(routines.join(format!("{name}.toml"))).unwrap();
        assert_eq!(content(kept), of_revision(1));
        assert_eq!(content(replaced), of_revision(4));
    }
}

#[test]
fn another_dose_under_the_same_revision_is_asked_about_and_told() {
    let dosed = |hold: &str, more: &str| {
        let id = with_id("back");
        id.replace("format = 1", &format!("format = 1\nrevision = 3{more}"))
            + &format!("hold = \"{hold}\"\n")
    };
    let dated = "\nupdated = 2026-11-01";
    for (mine, given) in [
        (dosed("20s", ""), dosed("5m", "")),
        (dosed("20s", dated), dosed("5m", dated)),
    ] {
        let machine = Machine::new();
        let own = machine.write("data/routines/back.toml", &mine);
        machine.write("given.toml", &given);
        let ended = machine.supple(["import", "given.toml"]);
        assert_eq!(ended.code, 1, "{}", ended.stdout);
        for reported in [
            "the same revision",
            "“Back”, revision 3",
            "Knee: hold: 5 minutes in this file; 20 seconds in yours",
            "Nothing was changed",
            "--replace",
        ] {
            assert!(
                ended.stderr.contains(reported),
                "{reported}: {}",
                ended.stderr
            );
        }
        assert_eq!(fs::read_to_string(&own).unwrap(), mine);
        assert_eq!(files_in(&machine.path("data/routines")), ["back.toml"]);
        let ended = machine.supple(["import", "--replace", "given.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert_eq!(fs::read_to_string(&own).unwrap(), given);
        let previous = own.with_file_name("back.toml.previous-1");
        assert_eq!(fs::read_to_string(previous).unwrap(), mine);
    }
    // A later date makes it the later one, and a comment asks for nothing else.
    for given in [
        dosed("5m", "\nupdated = 2026-11-02"),
        dosed("20s", dated) + "# the same\n",
    ] {
        let machine = Machine::new();
        machine.write("data/routines/back.toml", dosed("20s", dated));
        machine.write("given.toml", given);
        let ended = machine.supple(["import", "given.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
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

pub(crate) fn with_id(id: &str) -> String {
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
fn an_edited_file_without_an_id_is_asked_about_and_makes_no_second_routine() {
    let machine = Machine::new();
    let routines = machine.path("data/routines");
    machine.write("back.toml", GOOD);
    assert_eq!(machine.supple(["import", "back.toml"]).code, 0);
    let edited = format!("{GOOD}# edited\n");
    machine.write("back.toml", &edited);
    let ended = machine.supple(["import", "back.toml"]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(
        ended.stderr.contains("the same file name"),
        "{}",
        ended.stderr
    );
    assert_eq!(files_in(&routines), ["back.toml"]);
    assert_eq!(machine.supple(["import", "--replace", "back.toml"]).code, 0);
    assert_eq!(
        fs::read_to_string(routines.join("back.toml")).unwrap(),
        edited
    );
    // Another routine is none of that, whatever its file is called.
    machine.write("back.toml", GOOD.replace("title = \"", "title = \"Other: "));
    assert_eq!(machine.supple(["import", "back.toml"]).code, 0);
    assert!(files_in(&routines).contains(&"back-2.toml".to_owned()));
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
fn an_import_goes_beside_a_file_whose_name_is_another_in_its_letters_alone_and_says_so() {
    let machine = Machine::new();
    let of = |id: &str| GOOD.replace("format = 1", &format!("format = 1\nid = \"{id}\""));
    for (id, file) in [("knee", "knee.toml"), ("Knee", "Knee-2.toml")] {
        for _ in 0..2 {
            machine.write("given.toml", of(id));
            let ended = machine.supple(["import", "given.toml"]);
            assert_eq!(ended.code, 0, "{}", ended.stderr);
            assert!(ended.stdout.contains(file), "{}", ended.stdout);
        }
    }
    // What is told names the one that is there.
    machine.write("given.toml", of("KNEE"));
    let told = machine.supple(["import", "given.toml"]).stdout;
    for says in ["KNEE-3.toml", "knee.toml was left as it is"] {
        assert!(told.contains(says), "{told}");
    }
    let backup = machine.supple(["backup", "all.zip"]);
    assert_eq!((backup.code, backup.stderr.as_str()), (0, ""));
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
fn a_disk_without_room_for_a_file_is_reported_and_keeps_what_is_on_it() {
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

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_can_only_be_read_is_reported_and_kept() {
    let machine = Machine::new();
    let own = machine.write("data/routines/back.toml", "");
    let disk = machine.path("data/routines");
    let Some(_disk) = Mounted::at(&disk, &["-t", "tmpfs", "tmpfs"]) else {
        return;
    };
    fs::write(&own, with_id("back")).unwrap();
    let mut remount = std::process::Command::new("mount");
    remount.args(["-o", "remount,ro"]).arg(&disk);
    assert!(remount.status().unwrap().success());
    for given in [with_id("back") + "# later\n", with_id("new")] {
        machine.write("given.toml", given);
        let ended = machine.supple(["import", "given.toml"]);
        assert_eq!(ended.code, 3, "{}", ended.stderr);
        let reported = "The disk can only be read";
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert_eq!(files_in(&disk), ["back.toml"]);
        assert_eq!(fs::read_to_string(&own).unwrap(), with_id("back"));
    }
}

/// Twenty versions at once: each that was taken is the routine now, or kept beside it.
#[test]
fn imports_at_the_same_moment_lose_no_version() {
    let machine = Machine::new();
    let version = |number: usize| format!("{}# version {number}\n", with_id("par"));
    machine.write("v0.toml", version(0));
    assert_eq!(machine.supple(["import", "v0.toml"]).code, 0);
    let importing: Vec<_> = (1..=20)
        .map(|number| {
            let file = format!("v{number}.toml");
            machine.write(&file, version(number));
            let mut command = machine.command(["import", file.as_str()]);
            command.stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for import in importing {
        let ended = import.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{ended:?}");
    }
    let routines = machine.path("data/routines");
    let files = files_in(&routines);
    let mut kept: Vec<_> = files
        .iter()
        .map(|name| fs::read_to_string(routines.join(name)).unwrap())
        .collect();
    kept.sort();
    let mut all: Vec<_> = (0..=20).map(version).collect();
    all.sort();
    assert_eq!(kept, all, "{files:?}");
}

#[test]
fn a_newer_version_and_another_routine_give_way_only_if_the_person_says_so() {
    let of = |title: &str, revision: u32, more: &str| {
        with_id("back")
            .replace("title = \"Back\"", &format!("title = \"{title}\""))
            .replace(
                "format = 1",
                &format!("format = 1\nrevision = {revision}{more}"),
            )
    };
    let author = "\nauthor = { name = \"Ada\" }";
    let newer = of("Back", 3, &format!("{author}\nupdated = 2026-11-01"));
    for (given, reported) in [
        (of("Back", 2, ""), "newer version"),
        (
            of("Back", 3, &format!("{author}\nupdated = 2026-10-01")),
            "newer version",
        ),
        (of("Neck", 4, ""), "another routine"),
    ] {
        let machine = Machine::new();
        let own = machine.write("data/routines/mine.toml", &newer);
        machine.write("given.toml", &given);
        let ended = machine.supple(["import", "given.toml"]);
        assert_eq!(ended.code, 1, "{given}: {}", ended.stderr);
        for reported in [
            reported,
            "--replace",
            "“Back”, revision 3, by Ada, of 2026-11-01",
            "Nothing was changed",
        ] {
            assert!(
                ended.stderr.contains(reported),
                "{reported}: {}",
                ended.stderr
            );
        }
        assert_eq!(fs::read_to_string(&own).unwrap(), newer);
        assert_eq!(files_in(&machine.path("data/routines")), ["mine.toml"]);

        let ended = machine.supple(["import", "--replace", "given.toml"]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert_eq!(fs::read_to_string(&own).unwrap(), given);
        let previous = own.with_file_name("mine.toml.previous-1");
        assert_eq!(fs::read_to_string(previous).unwrap(), newer);
    }
    // A new title by the same author, in a later revision, is a version.
    let machine = Machine::new();
    machine.write("data/routines/mine.toml", &newer);
    machine.write("given.toml", of("Back, new", 4, author));
    assert_eq!(machine.supple(["import", "given.toml"]).code, 0);
}

#[test]
fn a_file_stands_in_the_place_of_a_shipped_routine_only_if_the_person_says_so() {
    let id = "lower-back-relief";
    let unnamed = GOOD.to_owned();
    for (file, given) in [
        ("given.toml", with_id(id)),
        ("lower-back-relief.toml", unnamed.clone()),
    ] {
        let machine = Machine::new();
        machine.write(file, &given);
        let ended = machine.supple(["import", file]);
        assert_eq!(ended.code, 1, "{file}: {}", ended.stdout);
        for reported in [
            "comes with Supple",
            "“Lower back relief”, revision 1",
            "“Back”, revision 1, without an author",
            "another id",
            "--replace",
        ] {
            assert!(
                ended.stderr.contains(reported),
                "{reported}: {}",
                ended.stderr
            );
        }
        assert_eq!(files_in(&machine.path("data/routines")), [""; 0]);

        let ended = machine.supple(["import", "--replace", file]);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let listed = machine.supple(["list"]).stdout;
        let of_it: Vec<_> = listed.lines().filter(|line| line.starts_with(id)).collect();
        assert_eq!(of_it.len(), 1, "{listed}");
        assert!(
            of_it[0].contains("It stands in the place of"),
            "{}",
            of_it[0]
        );
    }
    // What stands there already gives way to its later version without a question.
    let machine = Machine::new();
    machine.write("data/routines/mine.toml", with_id(id));
    let later = with_id(id).replace("format = 1", "format = 1\nrevision = 2");
    machine.write("given.toml", later);
    assert_eq!(machine.supple(["import", "given.toml"]).code, 0);
    // Beside another file of that name it has an id of its own.
    let machine = Machine::new();
    machine.write("data/routines/lower-back-relief.toml", with_id("other"));
    machine.write("lower-back-relief.toml", unnamed);
    let ended = machine.supple(["import", "lower-back-relief.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let listed = machine.supple(["list"]).stdout;
    assert!(!listed.contains("in the place of"), "{listed}");
}

#[test]
fn an_id_of_any_length_and_of_any_name_is_kept_in_a_file_that_every_system_can_have() {
    let machine = Machine::new();
    let long = "ä".repeat(100);
    for (id, file) in [
        ("nul", "routine-nul.toml".to_owned()),
        ("Com1", "routine-Com1.toml".to_owned()),
        (&long, format!("{long}.toml")),
    ] {
        machine.write("given.toml", with_id(id));
        let ended = machine.supple(["import", "given.toml"]);
        assert_eq!(ended.code, 0, "{id}: {}", ended.stderr);
        let path = machine.path("data/routines").join(&file);
        assert!(path.is_file(), "{file}: {}", ended.stdout);
        fs::remove_file(path).unwrap();
    }
    // The person's own file may have the longest name of all, and gives way to a new version.
    let own = machine
        .path("data/routines")
        .join("n".repeat(250) + ".toml");
    fs::write(&own, with_id("long")).unwrap();
    let later = with_id("long") + "# later\n";
    machine.write("given.toml", &later);
    let ended = machine.supple(["import", "given.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(fs::read_to_string(&own).unwrap(), later);
    assert_eq!(files_in(&machine.path("data/routines")).len(), 2);
}

#[test]
#[cfg(unix)]
fn an_import_goes_through_no_link_out_of_the_folder() {
    let machine = Machine::new();
    let elsewhere = machine.write("elsewhere.toml", with_id("back"));
    let routines = machine.path("data/routines");
    fs::create_dir_all(&routines).unwrap();
    std::os::unix::fs::symlink(&elsewhere, routines.join("back.toml")).unwrap();
    machine.write("given.toml", with_id("back") + "# later\n");
    let ended = machine.supple(["import", "given.toml"]);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    assert!(ended.stderr.contains("link"), "{}", ended.stderr);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), with_id("back"));
    assert_eq!(files_in(&routines), ["back.toml"]);
}

#[test]
fn what_a_killed_import_left_goes_with_the_next_start() {
    let machine = Machine::new();
    let left = machine.write("data/routines/.supple-abc123.tmp", "half");
    assert_eq!(machine.supple(["list"]).code, 0);
    assert!(!left.exists());
}

#[test]
#[cfg(unix)]
fn a_routines_folder_on_a_drive_that_is_not_there_is_reported_and_its_link_stays() {
    for (link, target) in [("data/routines", "drive"), ("data", "drive")] {
        let machine = Machine::new();
        let link = machine.path(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(machine.path(target), &link).unwrap();
        machine.write("good.toml", GOOD);
        let listed = machine.supple(["list"]);
        let imported = machine.supple(["import", "good.toml"]);
        assert_eq!(imported.code, 3, "{}", imported.stderr);
        for reported in [listed.stderr, imported.stderr] {
            assert!(
                reported.contains("link to something that is not there"),
                "{reported}"
            );
        }
        assert!(link.is_symlink() && !link.exists());
    }
}
