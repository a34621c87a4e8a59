//! What stands on the pages, held against the document.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::sync::Arc;

use fastrand::Rng;

use super::layout::Layout;
use super::pieces::{Leaf, What};
use super::tags::{Node, Tag};
use super::text::Faces;
use super::*;
use crate::handout;
use crate::handout::tests::{SHEETS, any_file, routine};
use crate::library::SHIPPED;
use crate::share::code;
use crate::words::Words;

/// What was laid out of a leaf: its words, and on which pages, from where to where.
#[derive(Debug, Default)]
struct Seen {
    text: String,
    places: BTreeMap<usize, [f32; 2]>,
}

fn seen(layout: &Layout<'_>) -> BTreeMap<Leaf, Seen> {
    let mut all: BTreeMap<Leaf, Seen> = BTreeMap::new();
    for (index, page) in layout.pages.iter().enumerate() {
        for (top, piece) in page {
            for mark in &piece.marks {
                let (leaf, text) = match &mark.what {
                    What::Text { leaf, span, .. } => (*leaf, span.text.as_str()),
                    What::Meaning { leaf, .. }
                    | What::Sight { leaf, .. }
                    | What::Code { leaf, .. } => (*leaf, ""),
                    _ => continue,
                };
                let seen = all.entry(leaf).or_default();
                seen.text.push_str(text);
                let place = seen.places.entry(index).or_insert([*top, 0.0]);
                *place = [place[0].min(*top), place[1].max(top + piece.height)];
            }
        }
    }
    all
}

/// A handout, mostly with a code, of any size up to the largest.
fn any_document(random: &mut Rng) -> Document {
    let routine = routine(&any_file(random));
    let length = random.usize(0..2_000);
    let content: Vec<u8> = iter::repeat_with(|| random.u8(..)).take(length).collect();
    let code = code::of("any", &content);
    handout::document(
        &Words::of(&routine.language),
        &routine,
        &|_| None,
        code.map(Arc::new),
    )
}

/// The codes on the pages: where each begins, and how wide it is.
fn codes(layout: &Layout<'_>) -> Vec<([f32; 2], f32)> {
    let pieces = layout.pages.iter().flatten();
    let marks = pieces.flat_map(|(top, piece)| piece.marks.iter().map(move |mark| (top, mark)));
    let codes = marks.filter_map(|(top, mark)| match &mark.what {
        What::Code { side, .. } => Some(([mark.x, top + mark.y], *side)),
        _ => None,
    });
    codes.collect()
}

/// All words in reading order, those of pictures too; not the cells that people write into.
fn read_out(nodes: &[Node], seen: &BTreeMap<Leaf, Seen>, out: &mut String) {
    for node in nodes {
        match node {
            Node::Leaf(leaf) => out.push_str(&seen[leaf].text),
            Node::Group(Tag::Figure(alt), _) => out.push_str(&alt.words),
            Node::Group(Tag::Cell(_), _) => {}
            Node::Group(_, parts) => read_out(parts, seen, out),
        }
    }
}

fn leaves(node: &Node) -> Vec<Leaf> {
    match node {
        Node::Leaf(leaf) => vec![*leaf],
        Node::Group(_, parts) => parts.iter().flat_map(leaves).collect(),
    }
}

#[test]
fn any_document_has_all_its_words_in_order_and_no_exercise_is_parted_that_fits_a_page() {
    let faces = Faces::new().unwrap();
    for seed in 0..40 {
        let mut random = Rng::with_seed(seed);
        let document = any_document(&mut random);
        let sheet = SHEETS[random.usize(0..4)];
        let layout = Layout::of(&document, sheet, &faces);
        let seen = seen(&layout);
        let mut read = String::new();
        read_out(&layout.tags, &seen, &mut read);
        let foot = layout.foot(1).into_iter().skip(1);
        read.extend(foot.map(|(_, _, span, _)| span.text));
        let left_out = faces.left_out.borrow();
        let bare = |text: &str| -> String {
            let is_kept = |letter: &char| !letter.is_whitespace() && !left_out.contains(letter);
            text.chars().filter(is_kept).collect()
        };
        assert_eq!(bare(&read), bare(&document.texts().concat()), "seed {seed}");
        let sections = layout
            .tags
            .iter()
            .filter(|node| matches!(node, Node::Group(Tag::Section, _)));
        for section in sections {
            let places = leaves(section)
                .into_iter()
                .flat_map(|leaf| seen[&leaf].places.clone());
            let mut pages: BTreeMap<usize, [f32; 2]> = BTreeMap::new();
            for (page, [top, bottom]) in places {
                let all = pages.entry(page).or_insert([top, bottom]);
                *all = [all[0].min(top), all[1].max(bottom)];
            }
            let height: f32 = pages.values().map(|[top, bottom]| bottom - top).sum();
            // Above the foot, where its first line stands, and below the margin; what is between two paragraphs is
            // lost between pages, and is more in large print.
            let lost = if sheet.large_print { 115.0 } else { 80.0 };
            let room = layout.foot(1)[0].1 - lost;
            assert!(pages.len() == 1 || height > room, "seed {seed}: {pages:?}");
        }
        // Nothing stands beyond the edge of the paper, and a code is as large as a camera needs it.
        let [right, bottom] = sheet.paper.size();
        for ([left, top], side) in codes(&layout) {
            assert!(left >= 0.0 && left + side <= right, "seed {seed}");
            assert!(top >= 0.0 && top + side <= bottom, "seed {seed}");
            assert!(side >= 85.0, "seed {seed}: {side}");
        }
        for place in seen.values().flat_map(|seen| seen.places.values()) {
            assert!(
                place[0] >= 0.0 && place[1] <= bottom,
                "seed {seed}: {place:?}"
            );
        }
    }
}

#[test]
fn any_document_is_written_and_says_what_its_typeface_lacks() {
    for seed in 0..8 {
        let mut random = Rng::with_seed(seed);
        let document = any_document(&mut random);
        let written = write(&document, SHEETS[random.usize(0..4)]).unwrap();
        assert!(written.bytes.starts_with(b"%PDF-1.7"));
        let has = document.texts().concat().contains('膝');
        let left_out = BTreeSet::from(['膝']);
        assert_eq!(
            written.left_out,
            if has { left_out } else { BTreeSet::new() },
            "seed {seed}"
        );
    }
}

#[test]
fn what_is_in_another_language_than_the_routine_says_so() {
    let file = "format = 1\ntitle = \"Le dos\"\nlanguage = \"fr\"\n[[exercise]]\nname = \"Genou\"\nfigure = \"knee-to-chest\"\n";
    let document = handout::document(&Words::of("en"), &routine(file), &|_| None, None);
    let faces = Faces::new().unwrap();
    let layout = Layout::of(&document, SHEETS[0], &faces);
    let marks = layout.pages.iter().flatten();
    let marks = marks.flat_map(|(_, piece)| &piece.marks);
    let languages: BTreeMap<&str, Option<&str>> = marks
        .filter_map(|mark| match &mark.what {
            What::Text { span, .. } => Some((span.text.trim(), span.language.as_deref())),
            _ => None,
        })
        .collect();
    for (text, language) in [
        ("Le dos", None),
        ("1. Genou", None),
        ("Stop if it hurts.", Some("en")),
        ("My week", Some("en")),
        ("Mon", Some("en")),
    ] {
        assert_eq!(
            languages.get(text),
            Some(&language),
            "{text}: {languages:?}"
        );
    }
    assert!(write(&document, SHEETS[0]).is_ok());
}

/// In black and white as well: the contrast is that of the greys that a printer makes of the colours.
#[test]
fn letters_are_dark_enough_on_paper_whatever_their_colour() {
    for colour in [sizes::INK, sizes::MUTED, sizes::TEAL] {
        let linear = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        let grey = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        let contrast = 1.05 / (grey + 0.05);
        assert!(contrast >= 4.5, "{colour:?}: {contrast}");
    }
}

/// On a sheet of paper that people photograph, a second page with nothing but the code is lost.
#[test]
fn what_fits_on_one_page_stands_on_one_page() {
    let faces = Faces::new().unwrap();
    let exercise = |number: usize| {
        format!(
            "[[exercise]]\nname = \"Stretch {number}\"\nhold = \"20s\"\nreps = 3\nfigure = \"knee-to-chest\"\n\
             instructions = [\"Lie on your back with both knees bent.\", \"Draw one knee towards your chest.\"]\n"
        )
    };
    let pages_on = |sheet: Sheet, count: usize| {
        let exercises: String = (1..=count).map(exercise).collect();
        let file = format!(
            "format = 1\ntitle = \"Back\"\nsummary = \"Gentle stretches.\"\n\
             author = {{ name = \"A\", contact = \"555 0134\" }}\n\
             schedule = {{ times_per_day = 2, review_on = 2099-01-04 }}\n\
             safety = {{ pain_limit = 5, stop_if = [\"a sharp pull behind the knee\"] }}\n{exercises}"
        );
        let code = code::of("back", file.as_bytes()).map(Arc::new);
        let document = handout::document(&Words::of("en"), &routine(&file), &|_| None, code);
        let layout = Layout::of(&document, sheet, &faces);
        let code_at = layout.pages.iter().position(|page| {
            let marks = page.iter().flat_map(|(_, piece)| &piece.marks);
            marks
                .into_iter()
                .any(|mark| matches!(mark.what, What::Code { .. }))
        });
        (layout.pages.len(), code_at)
    };
    let [a4, letter, ..] = SHEETS;
    for sheet in [a4, letter] {
        assert_eq!(pages_on(sheet, 2), (1, Some(0)));
        assert_eq!(pages_on(sheet, 3), (1, Some(0)));
    }
    assert_eq!(pages_on(a4, 9).0, 2);
}

#[test]
fn what_comes_with_the_program_takes_one_sheet_where_it_has_two_exercises() {
    let faces = Faces::new().unwrap();
    let [a4, ..] = SHEETS;
    let mut count = 0;
    for shipped in SHIPPED {
        let text = shipped.text("en");
        let routine = routine(text);
        if routine.exercises.len() > 2 {
            continue;
        }
        count += 1;
        let code = code::of(shipped.name, text.as_bytes()).map(Arc::new);
        let document = handout::document(&Words::of("en"), &routine, &|_| None, code);
        let layout = Layout::of(&document, a4, &faces);
        assert_eq!(layout.pages.len(), 1, "{}", shipped.name);
    }
    assert!(count > 0);
}

/// Nobody can type an address of which a part stands below.
#[test]
fn whom_to_ask_is_not_broken_in_the_middle_of_an_address() {
    let faces = Faces::new().unwrap();
    let address = "anna-maria@physio-practice.example";
    let file = format!(
        "format = 1\ntitle = \"Back\"\nauthor = {{ name = \"A\", contact = \"{address}\" }}\n\
         [[exercise]]\nname = \"Stretch\"\nhold = \"20s\"\n"
    );
    let document = handout::document(&Words::of("en"), &routine(&file), &|_| None, None);
    for sheet in SHEETS.into_iter().filter(|sheet| !sheet.large_print) {
        let layout = Layout::of(&document, sheet, &faces);
        let marks = layout.pages[0].iter().flat_map(|(_, piece)| &piece.marks);
        let is_whole = |what: &What| match what {
            What::Text { span, .. } => span.text.contains(address),
            _ => false,
        };
        assert!(
            marks.into_iter().any(|mark| is_whole(&mark.what)),
            "{sheet:?}"
        );
    }
}
