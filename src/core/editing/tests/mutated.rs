//! Files from anyone, edited: nothing panics, and what was done is undone to the byte.

use fastrand::Rng;

use super::files;
use super::random::{holds, said};
use super::*;

/// How many files; more of them where somebody has the time, by the variable of that name.
fn rounds() -> usize {
    let asked = std::env::var("SUPPLE_TEST_ROUNDS").ok();
    asked.and_then(|rounds| rounds.parse().ok()).unwrap_or(300)
}

fn seed() -> u64 {
    let asked = std::env::var("SUPPLE_TEST_SEED").ok();
    asked.and_then(|seed| seed.parse().ok()).unwrap_or(30)
}

/// A file with a few pieces put in, taken out, doubled or moved.
fn changed(rng: &mut Rng) -> Vec<u8> {
    const PIECES: [&str; 29] = [
        "[[exercise]]",
        "[exercise]",
        "[[exercise.cue]]",
        "[[exercise.step]]",
        "[exercise.left]",
        "[figure.x]",
        "[[group]]\nname = \"x\"",
        "group = \"x\"",
        "id = \"x\"",
        "use = \"x\"",
        "use = \"bridge\"",
        "author.name.x = 1",
        "left = { reps = 1 }",
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
        "\r\n",
        "#",
        "\\",
        "name = \"x\"",
        "1979-05-27",
        "\u{feff}",
    ];
    let mut file: Vec<char> = files::random(rng).chars().collect();
    for _ in 0..rng.usize(1..5) {
        let at = rng.usize(..=file.len());
        let end = (at + rng.usize(..30)).min(file.len());
        match rng.u8(..4) {
            0 => drop(file.splice(at..at, PIECES[rng.usize(..PIECES.len())].chars())),
            1 => drop(file.drain(at..end)),
            2 => {
                let piece = file[at..end].to_vec();
                let to = rng.usize(..=file.len());
                file.splice(to..to, piece);
            }
            _ => {
                let lines = file.split(|c| *c == '\n').map(<[char]>::to_vec);
                let mut lines: Vec<_> = lines.collect();
                let moved = lines.remove(rng.usize(..lines.len()));
                let to = rng.usize(..=lines.len());
                lines.insert(to, moved);
                file = lines.join(&'\n');
            }
        }
    }
    file.into_iter().collect::<String>().into_bytes()
}

#[test]
fn a_changed_file_is_edited_without_a_panic_and_undone_to_the_byte() {
    let mut rng = Rng::with_seed(seed());
    let mut edited = 0;
    let rounds = rounds();
    for _ in 0..rounds {
        let file = changed(&mut rng);
        let open = Editing::open(&file, &surroundings());
        edited += usize::from(open.is_some_and(|open| open.has_fields()));
        holds(&mut rng, &file, false);
        is_ordered_once(&file);
    }
    assert!(
        edited > rounds / 5,
        "the changes are not too blunt: {edited}"
    );
}

/// A file that can be read says the same once it is ordered, and is in order then.
fn is_ordered_once(file: &[u8]) {
    let text = std::str::from_utf8(file).unwrap();
    let is_read = text.parse::<toml::Table>().is_ok();
    if let Some(once) = ordered(text).filter(|_| is_read) {
        assert_eq!(ordered(&once).as_ref(), Some(&once), "{text}");
        assert_eq!(said(&once), said(text), "{text}\n---\n{once}");
    }
}
