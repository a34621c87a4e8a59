//! `supple share`, and what is received: share files and photographs of the code on a handout.

use std::fs;
use std::path::Path;
use std::process::Command;

use supple::share::archive;

use crate::{GOOD, Machine, files_in, png};

const PICTURED: &str = "format = 1\nid = \"knee\"\ntitle = \"Knee\" # mine\r\n[[exercise]]\nname = \"Knee\"\nimage = \"pictures/knee über.png\"\nimage_alt = \"A knee\"\ninstructions = [\"Draw it in.\"]\n";

fn pictured(machine: &Machine) {
    fs::create_dir(machine.path("pictures")).unwrap();
    machine.write("pictures/knee über.png", png(8, 8, 90));
    machine.write("mine.toml", PICTURED);
}

#[test]
fn a_routine_with_pictures_arrives_whole_under_any_name() {
    let machine = Machine::new();
    pictured(&machine);
    let ended = machine.supple(["share", "mine.toml", "-o", "out.supple"]);
    assert_eq!(
        (ended.code, ended.stdout.as_str()),
        (
            0,
            "out.supple is written. Whoever gets it can open it in Supple.\n"
        ),
        "{}",
        ended.stderr
    );

    // On another machine, and called what a mail program makes of it.
    let other = Machine::new();
    other.write(
        "attachment.bin",
        fs::read(machine.path("out.supple")).unwrap(),
    );
    let checked = other.supple(["check", "--format", "json", "attachment.bin"]);
    assert_eq!(checked.code, 0, "{}", checked.stdout);
    assert_eq!(checked.json()["files"][0]["path"], "attachment.bin");
    let ended = other.supple(["import", "attachment.bin"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let routines = other.path("data/routines");
    assert_eq!(
        fs::read_to_string(routines.join("knee.toml")).unwrap(),
        PICTURED
    );
    let picture = routines.join("pictures/knee über.png");
    assert_eq!(fs::read(picture).unwrap(), png(8, 8, 90));
    for command in [
        &["plan", "attachment.bin"][..],
        &["handout", "attachment.bin", "-o", "out.html"],
    ] {
        let ended = other.supple(command);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
    }
    let again = other.supple(["import", "attachment.bin"]);
    assert!(again.stdout.contains("already"), "{}", again.stdout);
}

#[test]
fn a_routine_without_pictures_is_sent_as_the_text_that_it_is() {
    let machine = Machine::new();
    machine.write("mine.toml", GOOD);
    let ended = machine.supple(["share", "mine.toml", "-o", "out.SUPPLE"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(
        fs::read_to_string(machine.path("out.SUPPLE")).unwrap(),
        GOOD
    );
    let ended = machine.supple(["share", "lower-back-relief", "-o", "back.supple"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let ended = machine.supple(["check", "back.supple"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}

#[test]
fn nothing_is_written_over_another_file_or_under_another_ending() {
    let machine = Machine::new();
    machine.write("out.supple", "precious");
    let arguments = ["share", "lower-back-relief", "-o", "out.supple"];
    let ended = machine.supple(arguments);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("--replace"), "{}", ended.stderr);
    assert_eq!(
        fs::read_to_string(machine.path("out.supple")).unwrap(),
        "precious"
    );
    let ended = machine.supple(arguments.iter().chain(&["--replace"]));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let ended = machine.supple(["share", "lower-back-relief", "-o", "out.zip"]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains(".supple"), "{}", ended.stderr);
}

#[test]
fn a_picture_whose_name_is_none_elsewhere_is_named_and_nothing_is_written() {
    let machine = Machine::new();
    machine.write("con.png", png(8, 8, 90));
    machine.write(
        "mine.toml",
        PICTURED.replace("pictures/knee über.png", "con.png"),
    );
    let ended = machine.supple(["share", "mine.toml", "-o", "out.supple"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("con.png"), "{}", ended.stderr);
    assert!(!machine.path("out.supple").exists());
}

#[test]
fn mistakes_of_a_share_file_are_told_under_its_name_and_it_leaves_nothing_behind() {
    let machine = Machine::new();
    pictured(&machine);
    let ended = machine.supple(["share", "mine.toml", "-o", "out.supple"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let whole = fs::read(machine.path("out.supple")).unwrap();
    machine.write("cut.supple", &whole[..whole.len() / 2]);
    for command in ["check", "import"] {
        let ended = machine.supple([command, "cut.supple"]);
        assert_eq!(ended.code, 1);
        assert!(ended.stderr.contains("cut.supple"), "{}", ended.stderr);
        assert!(ended.stderr.contains("sent again"), "{}", ended.stderr);
    }
    let broken = PICTURED.replace("title", "tilte");
    let contents = [
        ("knee.toml".to_owned(), broken.into_bytes()),
        ("pictures/knee über.png".to_owned(), png(8, 8, 90)),
    ];
    machine.write("sent.bin", archive::write(&contents).unwrap());
    for command in ["check", "import", "plan"] {
        let ended = machine.supple([command, "sent.bin"]);
        assert_eq!(ended.code, 1);
        assert!(
            ended.stderr.contains("--> sent.bin:3:1"),
            "{}",
            ended.stderr
        );
    }
    machine.write("broken.supple", GOOD.replace("title", "tilte"));
    let ended = machine.supple(["import", "broken.supple"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("broken.supple"), "{}", ended.stderr);
    assert!(!machine.path("data/routines/knee.toml").exists());
}

#[test]
fn other_programs_read_a_share_file() {
    let machine = Machine::new();
    pictured(&machine);
    let ended = machine.supple(["share", "mine.toml", "-o", "out.supple"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let path = machine.path("out.supple");
    let script = "import sys, zipfile\nfile = zipfile.ZipFile(sys.argv[1])\nassert file.testzip() is None\nprint(file.namelist())";
    for (program, arguments) in [("unzip", vec!["-t"]), ("python3", vec!["-c", script])] {
        let ran = Command::new(program).args(&arguments).arg(&path).output();
        // A machine without the program tells nothing.
        let Ok(ran) = ran else { continue };
        let printed = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(ran.status.success(), "{program}: {printed}");
        assert!(
            printed.contains("knee.toml") && printed.contains("pictures/knee"),
            "{printed}"
        );
    }
}

#[test]
fn a_photograph_of_a_handout_brings_the_routine_back() {
    let machine = Machine::new();
    let text = GOOD.replace('\n', "\r\n");
    machine.write("mine.toml", &text);
    for (paper, look) in [("a4", None), ("letter", Some("--large-print"))] {
        let arguments = [
            "handout",
            "mine.toml",
            "-o",
            "mine.pdf",
            "--replace",
            "--paper",
            paper,
        ];
        let ended = machine.supple(arguments.iter().chain(&look));
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let Some(photo) = last_page(&machine, "mine.pdf") else {
            return;
        };
        let ended = machine.supple(["import", &photo]);
        assert_eq!(ended.code, 0, "{paper}: {}", ended.stderr);
        let routines = machine.path("data/routines");
        assert_eq!(
            fs::read_to_string(routines.join("mine.toml")).unwrap(),
            text
        );
    }
    assert_eq!(files_in(&machine.path("data/routines")), ["mine.toml"]);
}

/// The last page of a PDF as a picture; `None` on a machine that can't draw one.
fn last_page(machine: &Machine, pdf: &str) -> Option<String> {
    let pdf = machine.path(pdf);
    let folder = pdf.parent().unwrap_or(Path::new("")).join("pages");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "200", "-jpeg"])
        .arg(&pdf)
        .arg(folder.join("page"))
        .status();
    if !drawn.is_ok_and(|status| status.success()) {
        return None;
    }
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .collect();
    pages.sort();
    pages.pop().map(|page| page.to_string_lossy().into_owned())
}

#[test]
fn a_share_file_never_takes_the_place_of_the_routine_that_it_is_made_of() {
    let machine = Machine::new();
    pictured(&machine);
    machine.write("mine.supple", PICTURED);
    let ended = machine.supple(["share", "mine.supple", "-o", "mine.supple", "--replace"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended
            .stderr
            .contains("mine.supple is the file that the routine comes from"),
        "{}",
        ended.stderr
    );
    assert_eq!(
        fs::read_to_string(machine.path("mine.supple")).unwrap(),
        PICTURED
    );
    // Nor that of what it is unpacked from.
    assert_eq!(
        machine
            .supple(["share", "mine.supple", "-o", "packed.supple"])
            .code,
        0
    );
    let packed = fs::read(machine.path("packed.supple")).unwrap();
    let ended = machine.supple(["share", "packed.supple", "-o", "packed.supple", "--replace"]);
    assert_eq!(ended.code, 1);
    assert_eq!(fs::read(machine.path("packed.supple")).unwrap(), packed);
}

#[test]
fn a_folder_in_the_place_of_a_handout_is_told_with_a_name_that_fits_and_an_address_is_a_path() {
    let machine = Machine::new();
    pictured(&machine);
    fs::create_dir(machine.path("out.pdf")).unwrap();
    let ended = machine.supple(["handout", "mine.toml", "-o", "out.pdf", "--replace"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.stderr.contains("for example mine.pdf"),
        "{}",
        ended.stderr
    );
    let address =
        format!("file://{}", machine.path("mine.toml").display()).replace("mine", "%6Dine");
    let ended = machine.supple(["import", &address]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}

#[cfg(unix)]
#[test]
fn a_folder_for_temporary_files_that_is_none_is_named() {
    let machine = Machine::new();
    pictured(&machine);
    assert_eq!(
        machine
            .supple(["share", "mine.toml", "-o", "out.supple"])
            .code,
        0
    );
    let mut command = machine.command(["import", "out.supple"]);
    let ended = command.env("TMPDIR", "/nonexistent").output().unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(3), "{told}");
    assert!(told.contains("temporary files, /nonexistent."), "{told}");
}
