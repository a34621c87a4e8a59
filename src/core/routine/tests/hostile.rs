//! Files from anyone, made to break the reader.

use super::super::diagnostic::LONGEST_EXCERPT;
use super::super::{LARGEST_FILE, MOST_SHOWN, Reading, Surroundings, read, read_figure};
use super::{codes, read_bytes, read_text};

#[path = "../../../../tests/support/worst_files.rs"]
mod worst_files;

use worst_files::{lines, worst_files};

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
        let _ = (diagnostic.mistake.message(), diagnostic.mistake.help());
    }
    reading
}

#[test]
fn a_file_cut_at_any_byte_is_read_or_reported() {
    for length in 0..=FULL.len() {
        holds(&FULL.as_bytes()[..length]);
    }
}

#[test]
fn random_bytes_are_reported() {
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..random.usize(..400)).map(|_| random.u8(..)).collect();
        assert!(holds(&bytes).routine.is_none());
        let text: String = (0..random.usize(..400)).map(|_| random.char(..)).collect();
        assert!(holds(text.as_bytes()).routine.is_none());
    }
}

#[test]
fn a_hundred_thousand_changed_files_are_read_or_reported() {
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

#[test]
fn thousands_of_changed_figures_are_read_or_reported() {
    const FIGURES: [&str; 3] = [
        include_str!("../../../../assets/figures/bird-dog.toml"),
        include_str!("../../../../assets/figures/hamstring-lying-towel.toml"),
        include_str!("../../../../assets/figures/neck-rotation.toml"),
    ];
    let mut random = fastrand::Rng::with_seed(4);
    let mut good = 0;
    for _ in 0..3_000 {
        let figure = *random.choice(&FIGURES).unwrap();
        let mut file = with_other_numbers(figure, &mut random).into_bytes();
        if random.bool() {
            file = changes(file, &mut random);
        }
        match read_figure(&file) {
            Ok(_) => good += 1,
            Err(reading) => assert!(!reading.diagnostics.is_empty()),
        }
    }
    assert!((100..2_500).contains(&good), "{good}");
}

/// The text with a few of its numbers put to others.
fn with_other_numbers(text: &str, random: &mut fastrand::Rng) -> String {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let share = random.f32() * 0.1;
    let mut changed = String::new();
    for part in text.split_inclusive(|c| !is_of_number(c)) {
        let number = part.trim_end_matches(|c| !is_of_number(c));
        if number.parse::<f32>().is_ok() && random.f32() < share {
            let other = (random.f32() - 0.5) * random.choice(&[0.5, 4.0, 400.0]).unwrap();
            let other = format!("{other:.2}");
            changed.push_str(&other);
            changed.push_str(&part[number.len()..]);
        } else {
            changed.push_str(part);
        }
    }
    changed
}

/// A short routine with a few changes.
fn changed(random: &mut fastrand::Rng) -> Vec<u8> {
    changes(SHORT.as_bytes().to_vec(), random)
}

/// A file with one to four changes: bytes, pieces and words of the format, put in, taken out, doubled
/// or moved.
fn changes(mut file: Vec<u8>, random: &mut fastrand::Rng) -> Vec<u8> {
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

#[test]
fn a_file_that_the_reader_fails_at_is_reported_like_any_other_mistake() {
    let text = super::file("", "image = \"knee.png\"");
    let surroundings = Surroundings {
        stem: "my-file",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| panic!("as a mistake in the reader would"),
    };
    let reading = read(text.as_bytes(), &surroundings);
    assert_eq!(codes(&reading), ["reader-failed"]);
    assert!(reading.routine.is_none());
}

#[test]
fn the_worst_files_are_reported() {
    for (name, text) in worst_files() {
        assert!(text.len() <= LARGEST_FILE, "{name}: {}", text.len());
        assert!(holds(text.as_bytes()).routine.is_none(), "{name}");
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
