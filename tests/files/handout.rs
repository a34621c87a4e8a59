//! `supple handout`.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{GOOD, Machine, files_in, png};

const PICTURED: &str = "format = 1\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\nimage = \"knee.png\"\nimage_alt = \"A knee\"\ninstructions = [\"Draw it in.\"]\n";

#[test]
fn a_routine_is_written_as_a_page_in_its_own_language() {
    let machine = Machine::new();
    machine.write(
        "mine.toml",
        GOOD.replace("[[exercise]]", "language = \"de\"\n[[exercise]]"),
    );
    let ended = machine.supple(["handout", "mine.toml", "-o", "mine.html"]);
    assert_eq!(
        (ended.code, ended.stdout.as_str()),
        (0, "mine.html is written.\n"),
        "{}",
        ended.stderr
    );
    let page = fs::read_to_string(machine.folder.path().join("mine.html")).unwrap();
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"de\""),
        "{page}"
    );
    assert!(
        page.contains("Meine Woche") && page.contains("size:A4"),
        "{page}"
    );

    let look = ["--paper", "letter", "--large-print"];
    let arguments = ["handout", "lower-back-relief", "-o", "back.HTML"];
    let ended = machine.supple(arguments.iter().chain(&look));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = fs::read_to_string(machine.folder.path().join("back.HTML")).unwrap();
    assert!(
        page.contains("class=\"large\"") && page.contains("size:letter"),
        "{page}"
    );
}

#[test]
fn a_file_that_is_there_is_written_over_only_where_that_is_asked_for() {
    let machine = Machine::new();
    machine.write("mine.html", "precious");
    let arguments = ["handout", "lower-back-relief", "-o", "mine.html"];
    let ended = machine.supple(arguments);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("--replace"), "{}", ended.stderr);
    let path = machine.folder.path().join("mine.html");
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
    for _ in 0..2 {
        let ended = machine.supple(arguments.iter().chain(&["--replace"]));
        assert_eq!(ended.code, 0, "{}", ended.stderr);
    }
    assert!(fs::read_to_string(&path).unwrap().contains("My week"));
    assert_eq!(
        files_in(machine.folder.path())
            .iter()
            .filter(|name| name.contains("mine"))
            .count(),
        1
    );
}

#[test]
fn what_can_not_be_written_says_why_with_its_code() {
    let machine = Machine::new();
    fs::create_dir(machine.folder.path().join("folder.html")).unwrap();
    machine.write("wrong.toml", "format = 1\n");
    for (routine, output, code, reported) in [
        (
            "lower-back-relief",
            "back.docx",
            2,
            "has to end in .html or .pdf",
        ),
        (
            "lower-back-relief",
            "back",
            2,
            "has to end in .html or .pdf",
        ),
        ("lower-bakc-relief", "back.html", 1, "lower-back-relief"),
        ("wrong.toml", "back.html", 1, "title"),
        ("absent.toml", "back.html", 1, "There is no file"),
        (
            "lower-back-relief",
            "nowhere/back.html",
            1,
            "There is no folder",
        ),
        ("lower-back-relief", "folder.html", 1, "is a folder"),
    ] {
        let ended = machine.supple(["handout", routine, "-o", output]);
        assert_eq!(ended.code, code, "{output}: {}", ended.stderr);
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert!(
            !machine.folder.path().join("back.html").exists(),
            "{output}"
        );
    }
}

#[test]
fn a_picture_of_the_routines_own_is_inside_the_page() {
    let machine = Machine::new();
    machine.write("mine.toml", PICTURED);
    fs::write(machine.folder.path().join("knee.png"), png(40, 30, 128)).unwrap();
    let ended = machine.supple(["handout", "mine.toml", "-o", "mine.html"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = fs::read_to_string(machine.folder.path().join("mine.html")).unwrap();
    let picture = "<img src=\"data:image/jpeg;base64,";
    assert!(page.contains(picture) && page.contains("width=\"40\" height=\"30\" alt=\"A knee\""));
}

/// What a reader of PDF files comes to.
pub(crate) fn read_by(program: &str, arguments: &[impl AsRef<OsStr>]) -> Output {
    let read = Command::new(program).args(arguments).output();
    read.unwrap_or_else(|error| {
        panic!(
            "{program}: {error}. This test needs it: run `sh .ci/setup tests`, which installs it"
        )
    })
}

/// What it prints of a file that it finds nothing wrong with.
pub(crate) fn printed_by(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut all: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    all.push(file.as_os_str());
    if program == "pdftotext" {
        all.push(OsStr::new("-"));
    }
    let read = read_by(program, &all);
    let complaints = String::from_utf8_lossy(&read.stderr);
    assert!(read.status.success(), "{program}: {complaints}");
    String::from_utf8(read.stdout).unwrap()
}

pub(crate) fn info(arguments: &[&str], file: &Path) -> String {
    printed_by("pdfinfo", arguments, file)
}

/// A routine written as a PDF, without a complaint of the program that checks such files.
fn pdf(machine: &Machine, routine: &str, look: &[&str]) -> PathBuf {
    let name = "out.pdf";
    let ended = machine.supple(["handout", routine, "-o", name].iter().chain(look));
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{routine}");
    let file = machine.folder.path().join(name);
    printed_by("qpdf", &["--check"], &file);
    file
}

#[test]
fn a_pdf_is_read_by_others_as_it_is_meant() {
    let machine = Machine::new();
    let file = pdf(&machine, "lower-back-relief", &[]);
    let about = info(&[], &file);
    for line in [
        "Title:           Lower back relief",
        "Tagged:          yes",
        "Pages:           1",
        "(A4)",
    ] {
        assert!(about.contains(line), "{line}: {about}");
    }
    // In the order in which it is read out.
    let structure = info(&["-struct-text"], &file);
    let mut rest = structure.as_str();
    for part in [
        "H1 \"Lower back relief\"",
        "Stop if it hurts.",
        "H2 \"1. Single knee to chest\"",
        "Figure",
        "2. Lower back rotation",
        "My week",
        "Table",
        "TH",
        "Mon",
        "Morning",
        "Notes",
    ] {
        let at = rest.find(part);
        rest = &rest[at.unwrap_or_else(|| panic!("{part} is not in {rest}"))..];
    }
    let whole = read_by(
        "qpdf",
        &[
            OsStr::new("--qdf"),
            OsStr::new("--object-streams=disable"),
            file.as_os_str(),
            OsStr::new("-"),
        ],
    );
    let whole = String::from_utf8_lossy(&whole.stdout);
    let pictures = whole
        .lines()
        .filter_map(|line| line.trim().strip_prefix("/Alt "));
    let pictures: Vec<_> = pictures.collect();
    assert_eq!(
        pictures,
        [
            "(Picture of Single knee to chest, Left side)",
            "(Picture of Lower back rotation, Left side)",
            "(A QR code that holds this routine)"
        ]
    );

    let text = printed_by("pdftotext", &[], &file);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Draw that knee towards your chest",
        "Call the emergency services",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_pdf_is_made_for_the_paper_and_in_letters_of_the_size_that_are_asked_for() {
    let machine = Machine::new();
    let file = pdf(
        &machine,
        "lower-back-relief",
        &["--paper", "letter", "--large-print"],
    );
    let about = info(&[], &file);
    assert!(about.contains("612 x 792 pts (letter)"), "{about}");
    let boxes = printed_by("pdftotext", &["-bbox-layout"], &file);
    let lines = boxes.lines().filter(|line| line.contains("<line "));
    let height = |line: &str| {
        let measure = |name: &str| {
            let from = line.split_once(name).unwrap().1;
            from.split('"').nth(1).unwrap().parse::<f32>().unwrap()
        };
        measure("yMax") - measure("yMin")
    };
    let lowest = lines.map(height).fold(f32::INFINITY, f32::min);
    // Letters of 18 points, with what is above and below them.
    assert!(lowest > 24.0, "{lowest}");
}

#[test]
fn a_pdf_says_which_signs_it_leaves_out_and_is_not_written_without_letters() {
    let machine = Machine::new();
    for (name, code, reported) in [
        ("Knee 🙂", 0, "does not have: 🙂."),
        ("Knee 膝", 1, "such as 膝, so nothing was written."),
        ("ركبة", 1, "so nothing was written."),
    ] {
        machine.write("mine.toml", GOOD.replace("Knee", name));
        let ended = machine.supple(["handout", "mine.toml", "-o", "mine.pdf", "--replace"]);
        assert_eq!(ended.code, code, "{name}: {}", ended.stderr);
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
}

#[test]
fn a_picture_that_is_cut_off_is_not_left_out_without_a_word() {
    let machine = Machine::new();
    machine.write("mine.toml", PICTURED);
    let mut cut_off = png(400, 300, 128);
    cut_off.truncate(cut_off.len() / 2);
    fs::write(machine.folder.path().join("knee.png"), cut_off).unwrap();
    for output in ["mine.html", "mine.pdf"] {
        let ended = machine.supple(["handout", "mine.toml", "-o", output]);
        assert_eq!(ended.code, 1, "{}", ended.stderr);
        assert!(ended.stderr.contains("knee.png"), "{}", ended.stderr);
        assert!(!machine.folder.path().join(output).exists());
    }
}

#[test]
fn a_pdf_has_the_pictures_of_the_routines_own() {
    let machine = Machine::new();
    machine.write("mine.toml", PICTURED);
    fs::write(machine.folder.path().join("knee.png"), png(40, 30, 128)).unwrap();
    let file = pdf(&machine, "mine.toml", &[]);
    let pictures = printed_by("pdfimages", &["-list"], &file);
    assert!(pictures.contains("image      40    30"), "{pictures}");
}

/// The PDF that a browser makes of a page when it is printed, without a margin or a heading of its own.
#[cfg(target_os = "linux")]
fn printed_by_browser(machine: &Machine, page: &str) -> PathBuf {
    let printed = machine.path("printed.pdf");
    let address = format!("file://{}", machine.path(page).display());
    let profile = format!("--user-data-dir={}", machine.path("profile").display());
    let output = format!("--print-to-pdf={}", printed.display());
    // Fedora has another name for it.
    let is_there = |name: &&str| Command::new(name).arg("--version").output().is_ok();
    let names = ["chromium", "chromium-browser"];
    let name = names.into_iter().find(is_there).unwrap_or("chromium");
    let quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
    ];
    let arguments = quiet.iter().copied().chain([&*profile, &output, &address]);
    let read = read_by(name, &arguments.collect::<Vec<_>>());
    assert!(
        printed.exists(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    printed
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_prints_a_page_whole_on_its_paper_and_parts_no_exercise() {
    let machine = Machine::new();
    for (paper, size, look, most) in [
        ("a4", "A4", &[][..], 2),
        ("letter", "letter", &["--large-print"], 5),
    ] {
        let arguments = [
            "handout",
            "lower-back-relief",
            "--paper",
            paper,
            "-o",
            "out.html",
            "--replace",
        ];
        let ended = machine.supple(arguments.iter().chain(look));
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let printed = printed_by_browser(&machine, "out.html");
        let about = info(&[], &printed);
        assert!(about.contains(&format!("({size})")), "{about}");
        let text = printed_by("pdftotext", &["-layout"], &printed);
        // Each page ends with a form feed.
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages.len() <= most, "{text}");
        for (begins, ends) in [
            ("1. Single knee to chest", "Let the other leg slide"),
            ("2. Lower back rotation", "Let your knees sink until they"),
            ("My week", "Pain afterwards"),
            (
                "Scan or open the file to be guided",
                "This sheet is enough without it",
            ),
        ] {
            let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let has_both = |page: &&&str| {
                let page = squeezed(page);
                page.contains(begins) && ends.split(' ').all(|word| page.contains(word))
            };
            assert_eq!(pages.iter().filter(has_both).count(), 1, "{begins}: {text}");
        }
    }
}
