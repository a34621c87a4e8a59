//! `supple check`.

#[cfg(target_os = "linux")]
use serde_json::json;
use std::fs;

#[cfg(target_os = "linux")]
use crate::{BAD, GOOD, Machine};

#[test]
fn a_good_file_ends_with_0_and_a_bad_one_with_1() {
    let machine = Machine::new();
    machine.write("good.toml", GOOD);
    machine.write("bad.toml", BAD);
    let good = machine.supple(["check", "good.toml"]);
    assert_eq!((good.code, good.stdout.as_str()), (0, ""));
    assert!(
        good.stderr.contains("good.toml: no mistakes, 1 warning"),
        "{}",
        good.stderr
    );
    let bad = machine.supple(["check", "good.toml", "bad.toml", "good.toml"]);
    assert_eq!(bad.code, 1);
    for reported in [
        "bad.toml:2:1",
        "2 | titel = \"Back\"",
        "Did you mean “title”?",
        "bad.toml: 2 mistakes to fix",
    ] {
        assert!(
            bad.stderr.contains(reported),
            "{reported} in\n{}",
            bad.stderr
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_the_persons_fault() {
    let machine = Machine::new();
    fs::create_dir(machine.path("folder")).unwrap();
    for (name, reported) in [
        ("absent.toml", "There is no file absent.toml"),
        ("folder", "no routine file in folder"),
    ] {
        let ended = machine.supple(["check", name]);
        assert_eq!(ended.code, 1, "{name}");
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert!(!ended.stderr.contains("checked"), "{}", ended.stderr);
    }
    machine.write("all/x.toml", GOOD);
    let ended = machine.supple(["check", "folder", "all"]);
    let summary = "1 routine file checked: no mistakes, 1 warning\n";
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.ends_with(summary), "{}", ended.stderr);
}

/// As it is without anything to remark.
fn faultless() -> String {
    format!("{GOOD}figure = \"knee-to-chest\"\n")
}

#[test]
fn of_a_folder_every_routine_below_is_checked_and_only_what_is_wrong_is_told() {
    let machine = Machine::new();
    machine.write("all/a.toml", faultless());
    machine.write("all/knee/b.SUPPLE", faultless());
    machine.write("all/knee/deep/c.toml", faultless());
    machine.write("all/notes.txt", "x");
    machine.write("all/.hidden.toml", "x");
    machine.write("all/.hidden/x.toml", "x");
    let ended = machine.supple(["check", "all"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert_eq!(ended.stderr, "3 routine files checked: no mistakes\n");

    machine.write("all/knee/deep/c.toml", GOOD);
    let ended = machine.supple(["check", "all"]);
    assert_eq!(ended.code, 0);
    for reported in [
        "c.toml:4:1",
        "\n3 routine files checked: no mistakes, 1 warning\n",
    ] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
    assert!(!ended.stderr.contains("a.toml"), "{}", ended.stderr);

    machine.write("all/knee/b.SUPPLE", BAD);
    let ended = machine.supple(["check", "all", "all/a.toml"]);
    assert_eq!(ended.code, 1);
    for reported in [
        "b.SUPPLE:2:1",
        "a.toml: no mistakes\nIt takes",
        "\n4 routine files checked: mistakes to fix in 1 file\n",
    ] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }

    let ended = machine.supple(["check", "--format", "json", "all"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""));
    let files = ended.json()["files"].clone();
    let files = files.as_array().unwrap().iter();
    let name = |file: &serde_json::Value| {
        let path = file["path"].as_str().unwrap();
        (path.replace('\\', "/"), file["ok"].as_bool().unwrap())
    };
    let expected = [
        ("all/a.toml", true),
        ("all/knee/b.SUPPLE", false),
        ("all/knee/deep/c.toml", true),
    ];
    let expected = expected.map(|(path, ok)| (path.to_owned(), ok));
    assert_eq!(files.map(name).collect::<Vec<_>>(), expected);
}

#[test]
#[cfg(unix)]
fn no_link_leads_out_of_a_folder_that_is_checked_or_round_in_it() {
    let machine = Machine::new();
    machine.write("outside/bad.toml", BAD);
    machine.write("all/a.toml", faultless());
    link(&machine, "a.toml", "all/same.toml");
    link(&machine, "../outside/bad.toml", "all/bad.toml");
    link(&machine, "../outside", "all/outside");
    link(&machine, ".", "all/round");
    let ended = machine.supple(["check", "all"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(ended.stderr, "2 routine files checked: no mistakes\n");
    link(&machine, "gone.toml", "all/lost.toml");
    assert_ne!(machine.supple(["check", "all"]).code, 0);
}

#[test]
fn how_long_a_routine_takes_is_reported() {
    let machine = Machine::new();
    let open = "[[exercise]]\nname = \"Walk\"\nkind = \"open\"\nprepare = 0\nrest_after = 0\n";
    for (text, reported) in [
        (GOOD.to_owned(), "\nIt takes 1 minute 20 seconds.\n"),
        (
            format!("{GOOD}{open}"),
            "\nIt takes 1 minute 25 seconds, and as long as",
        ),
        (
            format!("{GOOD}{open}from_week = 8\n"),
            "\nIt takes 1 minute 20 seconds.\n",
        ),
    ] {
        machine.write("x.toml", text);
        let ended = machine.supple(["check", "x.toml"]);
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
    machine.write("x.toml", BAD);
    let ended = machine.supple(["check", "x.toml"]);
    assert!(!ended.stderr.contains("It takes"), "{}", ended.stderr);
}

#[test]
fn no_file_is_wrong_usage() {
    assert_eq!(Machine::new().supple(["check"]).code, 2);
}

#[test]
#[cfg(unix)]
fn a_file_that_the_system_keeps_to_itself_is_its_fault() {
    // A link to itself can't be opened by anyone, not even by root.
    let machine = Machine::new();
    std::os::unix::fs::symlink("loop.toml", machine.path("loop.toml")).unwrap();
    machine.write("bad.toml", BAD);
    for arguments in [
        ["check", "loop.toml", "bad.toml"],
        ["check", "bad.toml", "loop.toml"],
    ] {
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 3, "{}", ended.stderr);
        assert!(
            ended.stderr.contains("mistakes to fix"),
            "the other file is checked all the same"
        );
    }
}

#[test]
fn json_is_a_contract() {
    let machine = Machine::new();
    machine.write("good.toml", GOOD);
    machine.write("bad.toml", BAD);
    let ended = machine.supple([
        "check",
        "--format",
        "json",
        "good.toml",
        "bad.toml",
        "absent.toml",
    ]);
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""));
    let picture = |line| {
        json!({
            "severity": "warning",
            "code": "no-picture",
            "message": "“Knee” has no picture.",
            "line": line,
            "column": 1,
            "help": "Add a figure that shows it, figure = \"…\", or a picture of your own, image = \"….png\". “supple figure --gallery -o figures.html” draws all figures that come with Supple. If none fits, write figure = \"none\".",
        })
    };
    let expected = json!({"format": 1, "files": [
        {"path": "good.toml", "ok": true, "total_ms": 80_000, "diagnostics": [picture(4)], "more": 0},
        {"path": "bad.toml", "ok": false, "total_ms": null, "more": 0, "diagnostics": [
            {
                "severity": "error",
                "code": "key-missing",
                "message": "“title” is missing here.",
                "line": 1,
                "column": 1,
                "help": "Add a line: title = …",
            },
            {
                "severity": "error",
                "code": "key-unknown",
                "message": "“titel” is not a key that belongs here.",
                "line": 2,
                "column": 1,
                "help": "Did you mean “title”?",
            },
            picture(4),
        ]},
        {"path": "absent.toml", "ok": false, "total_ms": null, "more": 0, "diagnostics": [{
            "severity": "error",
            "code": "unreadable",
            "message": "There is no file absent.toml.",
            "line": 0,
            "column": 0,
            "help": null,
        }]},
    ]});
    assert_eq!(ended.json(), expected);
}

#[test]
fn a_picture_is_looked_at() {
    let machine = Machine::new();
    let png = crate::png(2, 2, 0);
    machine.write("pictures/knee.png", &png);
    machine.write("pictures/cut.png", &png[..40]);
    machine.write("pictures/damaged.png", damaged(&png));
    machine.write("pictures/words.png", "not a picture");
    machine.write("pictures/large.png", vec![0; 8 * 1024 * 1024 + 1]);
    machine.write("pictures/claims.png", claiming(20_000));
    machine.write("pictures/wide.png", crate::png(4_097, 1, 0));
    machine.write("pictures/just.png", crate::png(4_096, 1, 0));
    fs::create_dir(machine.path("pictures/folder.png")).unwrap();
    let mut kept = Vec::new();
    let mut cases = vec![
        ("knee.png", ""),
        ("just.png", ""),
        ("cut.png", "image-undecodable"),
        ("damaged.png", "image-undecodable"),
        ("words.png", "image-undecodable"),
        ("folder.png", "image-undecodable"),
        ("large.png", "image-bytes"),
        ("claims.png", "image-pixels"),
        ("wide.png", "image-pixels"),
        ("absent.png", "image-absent"),
    ];
    if cfg!(unix) {
        let outside = Machine::new();
        let picture = outside.write("outside.png", &png);
        link(&machine, &picture, "pictures/out.png");
        kept.push(outside);
        link(&machine, "knee.png", "pictures/in.png");
        link(&machine, "/dev/zero", "pictures/endless.png");
        cases.extend([
            ("out.png", "image-outside"),
            ("in.png", ""),
            ("endless.png", "image-outside"),
        ]);
    }
    for (name, code) in cases {
        machine.write("x.toml", format!("{GOOD}image = \"pictures/{name}\"\n"));
        let ended = machine.supple(["check", "--format", "json", "x.toml"]);
        let found = ended.json()["files"][0]["diagnostics"][0]["code"].clone();
        assert_eq!(found.as_str().unwrap_or_default(), code, "{name}");
        // Whoever uses the routine waits for no picture: of each the beginning alone is read.
        let is_used = machine.supple(["plan", "x.toml"]).code == 0;
        assert_eq!(is_used, code.is_empty() || name == "damaged.png", "{name}");
    }
}

/// The same picture with a wrong byte in its pixels.
pub(crate) fn damaged(png: &[u8]) -> Vec<u8> {
    let mut bytes = png.to_vec();
    let pixels = bytes.windows(4).position(|name| name == b"IDAT").unwrap();
    bytes[pixels + 4] ^= 0xff;
    bytes
}

#[cfg(unix)]
fn link(machine: &Machine, to: impl AsRef<std::path::Path>, name: &str) {
    std::os::unix::fs::symlink(to, machine.path(name)).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Machine, _: impl AsRef<std::path::Path>, _: &str) {}

/// A PNG of a few bytes that says it is `side` pixels wide and high.
fn claiming(side: u32) -> Vec<u8> {
    let mut bytes = crate::png(1, 1, 0);
    bytes[16..20].copy_from_slice(&side.to_be_bytes());
    bytes[20..24].copy_from_slice(&side.to_be_bytes());
    let checksum = crc32fast::hash(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&checksum.to_be_bytes());
    bytes
}

#[test]
#[cfg(target_os = "linux")]
fn a_report_that_the_disk_has_no_room_for_is_its_fault() {
    let machine = Machine::new();
    machine.write("good.toml", GOOD);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let ended = machine
        .command(["check", "--format", "json", "good.toml"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(3));
    let reported = String::from_utf8(ended.stderr).unwrap();
    assert!(reported.contains("can’t be written"), "{reported}");
}
