//! Routines from anyone, handed out and received: nothing panics, what can be read can be handed out, and what is
//! handed on arrives byte for byte or is refused in words.

use std::fs;

use fastrand::Rng;

use super::*;
use crate::clock;
use crate::handout::tests::{SHEETS, any_file};
use crate::receive;
use crate::words::Words;

/// How many files; more of them where somebody has the time, by the variable of that name.
fn rounds() -> usize {
    let asked = std::env::var("SUPPLE_TEST_ROUNDS").ok();
    asked.and_then(|rounds| rounds.parse().ok()).unwrap_or(60)
}

fn seed() -> u64 {
    let asked = std::env::var("SUPPLE_TEST_SEED").ok();
    asked.and_then(|seed| seed.parse().ok()).unwrap_or(13)
}

/// What people and programs put into texts, and what those who mean no good do.
const PIECES: [&str; 30] = [
    "<script>alert(1)</script>",
    "&lt;",
    "\\\"",
    "\\u202e",
    "\\u0000",
    "\\n",
    "\\t",
    "\u{200f}",
    "\u{301}",
    "e\u{301}\u{323}",
    "膝",
    "ركبة",
    "🧘🏽",
    "{left|right}",
    "{",
    "|",
    "]]>",
    "-->",
    "javascript:x",
    "\u{ad}",
    "\u{a0}\u{a0}",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "language = \"ar\"\n",
    "language = \"zh-Hant\"\n",
    "weeks = 52\n",
    "times_per_day = 24\n",
    "use = \"bridge\"\n",
    "image = \"a.png\"\n",
    "optional = true\n",
    "\u{feff}",
];

/// A routine with a few pieces put in, taken out or doubled, which is mostly still one.
fn changed(random: &mut Rng) -> String {
    let mut file: Vec<char> = any_file(random).chars().collect();
    for _ in 0..random.usize(0..5) {
        let at = random.usize(..=file.len());
        let end = (at + random.usize(..12)).min(file.len());
        match random.u8(..4) {
            0 | 1 => drop(file.splice(at..at, PIECES[random.usize(..PIECES.len())].chars())),
            2 => drop(file.drain(at..end)),
            _ => {
                let piece: Vec<char> = file[at..end].to_vec();
                drop(file.splice(at..at, piece));
            }
        }
    }
    file.into_iter().collect()
}

#[test]
fn whatever_can_be_read_can_be_handed_out_and_arrives() {
    let words = Words::of("en");
    let mut random = Rng::with_seed(seed());
    let place = tempfile::tempdir().unwrap();
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([90, 120, 60]));
    picture.save(place.path().join("a.png")).unwrap();
    let file = place.path().join("routine.toml");
    for round in 0..rounds() {
        let text = changed(&mut random);
        fs::write(&file, &text).unwrap();
        let reading = library::read_file(&file, clock::today());
        let Some(routine) = reading.ok().and_then(|reading| reading.routine) else {
            continue;
        };
        let found = Found {
            routine: Arc::new(routine),
            origin: Origin::Own(file.clone()),
        };
        let sheet = *random.choice(&SHEETS).unwrap();
        let page = content(&found, Form::Html, sheet).unwrap().bytes;
        let page = String::from_utf8(page).unwrap();
        // What stands in the routine is text and nothing else.
        assert!(!page.contains("<script"), "round {round}: {text}");
        let opened = page.matches("<p>").count() + page.matches("<p ").count();
        assert_eq!(
            opened,
            page.matches("</p>").count(),
            "round {round}: {text}"
        );
        match content(&found, Form::Pdf, sheet) {
            Ok(pdf) => assert!(pdf.bytes.starts_with(b"%PDF-")),
            Err(Refused::Letters(letters)) => assert!(!letters.is_empty()),
            Err(error) => panic!("round {round}: {error}\n{text}"),
        }
        let sent = content(&found, Form::Share, sheet).unwrap().bytes;
        let given = place.path().join("sent");
        fs::write(&given, &sent).unwrap();
        let received = receive::open(&given).unwrap();
        assert_eq!(
            fs::read(&received.file).unwrap(),
            text.as_bytes(),
            "round {round}"
        );
        // On the way a byte is lost or is another.
        let mut hurt = sent;
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..hurt.len());
            hurt[at] = random.u8(..);
        }
        hurt.truncate(random.usize(1..=2 * hurt.len()));
        fs::write(&given, &hurt).unwrap();
        match receive::open(&given) {
            Ok(received) => drop(library::read_file(&received.file, clock::today())),
            Err(error) => assert!(!words.message(&error.message()).contains('['), "{error}"),
        }
    }
}
