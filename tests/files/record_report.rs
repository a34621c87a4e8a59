//! `supple report`.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::handout::{info, printed_by};
use crate::{Machine, files_in, year};

const LAST: Date = Date::constant(2025, 11, 28);
/// Twelve weeks.
const SPAN: [&str; 4] = ["--since", "2025-09-06", "--until", "2025-11-28"];
const BACK: [&str; 2] = ["--routine", "lower-back-relief"];

/// What a year leaves on the disk, by its path in a machine's folder. It is lived once for all of them.
fn year() -> &'static [(String, Vec<u8>)] {
    static YEAR: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    YEAR.get_or_init(|| {
        let machine = Machine::new();
        year::record(&machine.folders(), LAST, 7);
        let names = files_in(machine.folder.path()).into_iter();
        let read = |name: String| {
            let content = fs::read(machine.path(&name)).unwrap();
            (name, content)
        };
        names.map(read).collect()
    })
}

/// A person with a year on record.
pub(crate) fn after_a_year() -> Machine {
    let machine = Machine::new();
    for (name, content) in year() {
        machine.write(name, content);
    }
    let file = machine.folders().routines().join("back.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, year::BACK).unwrap();
    machine
}

fn report(machine: &Machine, output: &str, choices: &[&str]) -> PathBuf {
    let ended = machine.supple([&["report", "-o", output], choices].concat());
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{choices:?}");
    assert_eq!(ended.stdout, format!("{output} is written.\n"));
    machine.path(output)
}

/// What is in an HTML page, without its tags.
fn said(page: &str) -> String {
    let parts = page.split_once("<body>").unwrap().1.split('<');
    let texts = parts.map(|part| part.split_once('>').map_or(part, |it| it.1));
    let texts: Vec<&str> = texts.map(str::trim).filter(|it| !it.is_empty()).collect();
    texts.join(" ")
}

#[test]
fn a_report_answers_what_how_often_how_much_whether_it_hurts_less_and_why_not() {
    let machine = after_a_year();
    let choices = [&SPAN[..], &BACK, &["--name", "A. Patient"]].concat();
    let file = report(&machine, "out.pdf", &choices);
    printed_by("qpdf", &["--check"], &file);
    let about = info(&[], &file);
    for line in [
        "Title:           Lower back relief",
        "Tagged:          yes",
        "(A4)",
        "Pages:           1\n",
    ] {
        assert!(about.contains(line), "{line}: {about}");
    }
    // In the order in which it is read out.
    let structure = info(&["-struct-text"], &file);
    let mut rest = structure.as_str();
    for part in [
        "H1 \"Lower back relief\"",
        "by A. Physiotherapist, Oak Street Clinic",
        "A. Patient",
        "6 September to 28 November 2025, 12 weeks",
        "Exercises attempted",
        "Dose completed",
        "H2 \"Sessions a week\"",
        "% of the dose.",
        "Figure",
        "H2 \"Pain, before and after\"",
        "Figure",
        "Before sessions: ",
        "H2 \"Exercise by exercise\"",
        "Table",
        "Held, left",
        "Single knee to chest",
        "3 times, hold 20 s, each side",
        "Hamstring stretch",
        "Ended early",
        "Notes",
        "How to read this.",
        "Left out:",
    ] {
        let at = rest.find(part);
        rest = &rest[at.unwrap_or_else(|| panic!("{part} is not in {rest}"))..];
    }
    let html = fs::read_to_string(report(&machine, "out.html", &choices)).unwrap();
    // The numbers of each chart are there without it.
    for alt in [
        "aria-label=\"Sessions a week: from 6 September 2025: ",
        "% of the dose; from ",
        "aria-label=\"Pain, before and after: Week of 1 September 2025: before ",
        "Picture of Pelvic tilt",
    ] {
        assert!(html.contains(alt), "{alt}: {html}");
    }
    // What has no side is told across both.
    let across =
        "<td colspan=\"2\"><strong>94 %</strong><small>1050 of 1110 times, no side</small>";
    assert!(html.contains(across), "{html}");
    for outside in ["<script", "href", "@import", "<link"] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn its_figures_are_those_of_the_history() {
    let machine = after_a_year();
    // Whether or not anything was done on the first day.
    for day in 6..14 {
        let since = format!("2025-09-{day:02}");
        let since = ["--since", &since];
        let history = machine.supple([&["history"][..], &since, &BACK].concat());
        let choices = [&since[..], &BACK, &["--replace"]].concat();
        let report = fs::read_to_string(report(&machine, "out.html", &choices));
        let report = said(&report.unwrap());
        for name in ["Dose completed: ", "Exercises attempted: "] {
            let line = history.stdout.lines().find_map(|it| it.strip_prefix(name));
            let (percent, rest) = line.unwrap().split_once(" (").unwrap();
            let figures = format!("{percent} {}", rest.trim_end_matches(')'));
            assert!(report.contains(&figures), "{since:?}: {figures}: {report}");
        }
    }
}

#[test]
fn what_a_person_leaves_out_is_not_in_it_and_that_is_said() {
    let machine = after_a_year();
    let choices = [&SPAN[..], &BACK].concat();
    let page = |choices: &[&str]| {
        let file = report(&machine, "out.html", &[choices, &["--replace"]].concat());
        said(&fs::read_to_string(file).unwrap())
    };
    let whole = page(&choices);
    let note = "A sharp pull behind the left knee";
    assert!(
        whole.contains(note) && whole.contains("before and after"),
        "{whole}"
    );
    assert!(whole.contains("sessions of other routines"), "{whole}");
    assert!(!whole.contains("numbers given for pain"), "{whole}");
    let without = page(&[&choices[..], &["--without-notes", "--without-pain"]].concat());
    for absent in [
        note,
        "Notes ",
        "Pain, before",
        "pain above the limit",
        "pain 6",
    ] {
        assert!(!without.contains(absent), "{absent}: {without}");
    }
    let left_out = without.split_once("Left out: ").unwrap().1;
    for told in [
        "the numbers given for pain",
        " notes",
        "sessions of other routines",
    ] {
        assert!(left_out.contains(told), "{told}: {left_out}");
    }
    let all = page(&SPAN);
    for told in ["All routines", &year::back().title, &year::standing().title] {
        assert!(all.contains(told), "{told}: {all}");
    }
}

#[test]
fn a_report_is_in_the_language_of_the_person() {
    let machine = after_a_year();
    let settings = machine.folders().settings_file();
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    fs::write(settings, "language = \"de\"\n").unwrap();
    let ended = machine.supple(["report", "-o", "out.html"].iter().chain(&SPAN));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = fs::read_to_string(machine.path("out.html")).unwrap();
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"de\""),
        "{page}"
    );
    let page = said(&page);
    for german in [
        "Alle Programme",
        "Sitzungen je Woche",
        "Wie das zu lesen ist.",
    ] {
        assert!(page.contains(german), "{german}: {page}");
    }
    for english in ["Sessions", "Left out", "Dose "] {
        assert!(!page.contains(english), "{english}: {page}");
    }
    // Its words are longer, and twelve weeks of a routine are on one page all the same.
    let choices = [&["report", "-o", "out.pdf"][..], &SPAN, &BACK].concat();
    assert_eq!(machine.supple(choices).code, 0);
    let about = info(&[], &machine.path("out.pdf"));
    assert!(about.contains("Pages:           1\n"), "{about}");
}

#[test]
fn a_report_of_any_length_in_any_size_is_a_sound_file() {
    let machine = after_a_year();
    for since in ["2025-11-28", "2025-11-20", "2024-11-29", "2016-01-01"] {
        for look in [
            &["--replace"][..],
            &["--replace", "--large-print", "--paper", "letter"],
        ] {
            let span = ["--since", since, "--until", "2025-11-28"];
            let file = report(&machine, "out.pdf", &[&span[..], look].concat());
            printed_by("qpdf", &["--check"], &file);
            let text = printed_by("pdftotext", &[], &file);
            assert!(text.contains("How to read this."), "{since}: {text}");
        }
    }
}

#[test]
fn what_can_not_be_written_says_why_with_its_code() {
    let machine = Machine::new();
    for (choices, code, reported) in [
        (&["-o", "out.docx"][..], 2, "has to end in .html or .pdf"),
        (&["-o", "out.pdf"], 1, "No session is recorded"),
        (
            &[
                "-o",
                "out.pdf",
                "--since",
                "2025-02-01",
                "--until",
                "2025-01-01",
            ],
            2,
            "--since",
        ),
        (
            &["-o", "out.pdf", "--routine", "lower-bakc-relief"],
            1,
            "lower-back-relief",
        ),
    ] {
        let ended = machine.supple([&["report"][..], choices].concat());
        assert_eq!(ended.code, code, "{choices:?}: {}", ended.stderr);
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert!(!machine.path("out.pdf").exists());
    }
    let machine = after_a_year();
    let precious = machine.write("out.pdf", "precious");
    let ended = machine.supple(["report", "-o", "out.pdf"].iter().chain(&SPAN));
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("--replace"), "{}", ended.stderr);
    assert_eq!(fs::read_to_string(precious).unwrap(), "precious");
}
