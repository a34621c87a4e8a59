//! Files from anyone, made to break the reader.

use super::super::{LARGEST_FILE, LONGEST_EXCERPT, MOST_SHOWN, Reading, Style, render};
use super::{codes, read_bytes, read_text};
use crate::words::Words;

const FULL: &str = include_str!("full.toml");

/// Whatever the bytes are, there is a routine or a mistake, and nothing that a terminal obeys.
#[track_caller]
fn holds(bytes: &[u8]) -> Reading {
    let reading = read_bytes(bytes);
    let has_error = reading
        .diagnostics
        .iter()
        .any(super::super::Diagnostic::is_error);
    assert_eq!(reading.routine.is_none(), has_error);
    assert!(reading.diagnostics.len() <= MOST_SHOWN);
    for diagnostic in &reading.diagnostics {
        let place = &diagnostic.place;
        assert!(place.line >= 1 && place.column >= 1);
        assert!(place.excerpt.chars().count() <= LONGEST_EXCERPT);
        assert!(!place.excerpt.contains(char::is_control));
        assert!(place.excerpt.get(place.mark.clone()).is_some());
    }
    reading
}

#[test]
fn a_file_cut_at_any_byte_is_read_or_told() {
    for length in 0..=FULL.len() {
        holds(&FULL.as_bytes()[..length]);
    }
}

#[test]
fn random_bytes_are_told() {
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..random.usize(..400)).map(|_| random.u8(..)).collect();
        assert!(holds(&bytes).routine.is_none());
        let text: String = (0..random.usize(..400)).map(|_| random.char(..)).collect();
        assert!(holds(text.as_bytes()).routine.is_none());
    }
}

#[test]
fn a_hundred_thousand_changed_files_are_read_or_told() {
    let mut random = fastrand::Rng::with_seed(2);
    let mut good = 0;
    for _ in 0..100_000 {
        let file = changed(&mut random);
        good += usize::from(holds(&file).routine.is_some());
    }
    assert!(
        (1_000..50_000).contains(&good),
        "the changes are neither idle nor blunt: {good}"
    );
}

/// A short routine with one to four changes: bytes, pieces and words of the format, put in, taken
/// out, doubled or moved.
fn changed(random: &mut fastrand::Rng) -> Vec<u8> {
    const WORDS: &[&str] = &[
        "[[exercise]]",
        "[exercise]",
        "[[exercise.cue]]",
        "[figure.x]",
        "\"",
        "\"\"\"",
        "'''",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "\r",
        "#",
        "\\",
        "\\u202e",
        "0",
        "-1",
        "1e9",
        "9999999999999999999",
        "\"1m 30s\"",
        "\"0.5s\"",
        "true",
        "2026-02-30",
        "nan",
        "hold = ",
        "name = ",
        "id = \"a\"",
        "\u{202e}",
        "\u{feff}",
        "\u{0}",
        "é",
    ];
    let mut file = SHORT.as_bytes().to_vec();
    for _ in 0..random.usize(1..=4) {
        let at = random.usize(..=file.len());
        let piece = at..(at + random.usize(..20)).min(file.len());
        match random.u8(..6) {
            0 => file.insert(at, random.u8(..)),
            1 => drop(file.drain(piece)),
            2 => drop(file.splice(at..at, random.choice(WORDS).unwrap().bytes())),
            3 => drop(file.splice(piece, random.choice(WORDS).unwrap().bytes())),
            4 => {
                let piece = file[piece].to_vec();
                let to = random.usize(..=file.len());
                drop(file.splice(to..to, piece));
            }
            _ => {
                if let Some(byte) = file.get_mut(at) {
                    *byte ^= 1 << random.u8(..8);
                }
            }
        }
    }
    file
}

const SHORT: &str = "format = 1\ntitle = \"Back\"\n[schedule]\ndays = [\"mon\"]\n[[exercise]]\nname = \"Knee\"\nhold = \"20s\"\nsides = \"each\"\n[[exercise.cue]]\nat = 5\nsay = \"x\"\n";

/// Files as large as they may be, each made to be slow or large in its own way.
fn worst() -> Vec<(&'static str, String)> {
    let top = "format = 1\ntitle = \"x\"\n";
    let after = |before: &str, piece: &str| {
        let room = LARGEST_FILE - before.len();
        format!("{before}{}", piece.repeat(room / piece.len()))
    };
    let fill = |piece: &str| after("", piece);
    let unknown = lines(26_000, |n| format!("k{n:05}=1\n"));
    let long = lines(200, |n| format!("{n:03}{}=1\n", "k".repeat(1_000)));
    let exercise = format!("{top}[[exercise]]\nname=\"b\"\n");
    vec![
        ("equals signs", fill("=\n")),
        ("fewer equals signs", "=\n".repeat(32 * 1024)),
        ("equals signs on one line", fill("=")),
        ("quotation marks", fill("\"")),
        ("open lists", after("a=", "[")),
        ("open headings", fill("[")),
        ("headings", fill("[a]\n")),
        ("keys", fill("a=1\n")),
        ("dots", after("a", ".a")),
        ("unknown keys", format!("{top}{unknown}")),
        ("long unknown keys", format!("{top}{long}")),
        ("controls", fill("\u{1}")),
        ("directions", fill("\u{202e}")),
        (
            "one long line",
            format!("{top}x = \"{}\"", "é".repeat(120_000)),
        ),
        (
            "wrong values on one line",
            format!("{top}tags = [{}]", "1,".repeat(120_000)),
        ),
        (
            "exercises of one name",
            after(&exercise, "[[exercise]]\nname=\"b\"\n"),
        ),
        (
            "exercises of one id",
            after(&exercise, "[[exercise]]\nid=\"b\"\n"),
        ),
        ("cues", after(&exercise, "[[exercise.cue]]\nat=9999\n")),
        (
            "inline tables",
            format!("{top}exercise=[{}]", "{},".repeat(80_000)),
        ),
        ("line ends", fill("\r")),
        ("empty lines", fill("\n")),
    ]
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn the_worst_files_are_told_in_few_words() {
    let words = Words::of("en");
    for (name, text) in worst() {
        assert!(text.len() <= LARGEST_FILE, "{name}: {}", text.len());
        let reading = holds(text.as_bytes());
        assert!(reading.routine.is_none(), "{name}");
        let told = render("x.toml", &reading, &words, Style::Plain);
        assert!(told.len() < 200_000, "{name}: {} bytes", told.len());
        let longest = told.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest < 700, "{name}: a line of {longest}");
    }
}

#[test]
fn what_is_not_shown_is_counted() {
    let reading = read_text(&"=\n".repeat(150));
    assert_eq!((reading.diagnostics.len(), reading.more), (100, 50));
    let unknown = lines(2_500, |n| format!("k{n}=1\n"));
    let reading = read_text(&format!("format = 1\ntitle = \"x\"\n{unknown}"));
    assert_eq!(reading.diagnostics.len() + reading.more, 2_501);
    assert_eq!(codes(&reading)[0], "key-unknown");
}
