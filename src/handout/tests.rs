//! What a page says of a routine, and that it says all of it.

use std::fmt::Write as _;

use fastrand::Rng;
use jiff::civil::date;

use super::*;
use crate::document::{Cell, Paper, Sheet, Table, html};
use crate::exercises;
use crate::routine::{Surroundings, read};

pub(crate) const SHEETS: [Sheet; 4] = [
    Sheet {
        paper: Paper::A4,
        large_print: false,
    },
    Sheet {
        paper: Paper::Letter,
        large_print: false,
    },
    Sheet {
        paper: Paper::A4,
        large_print: true,
    },
    Sheet {
        paper: Paper::Letter,
        large_print: true,
    },
];

pub(crate) fn routine(file: &str) -> Routine {
    let surroundings = Surroundings {
        stem: "file",
        today: date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    let reading = read(file.as_bytes(), &surroundings);
    reading
        .routine
        .unwrap_or_else(|| panic!("{:?}\n{file}", reading.diagnostics))
}

/// As a machine writes it that is set to no country.
fn of(routine: &Routine, code: Option<Arc<Modules>>) -> Document {
    document(&Words::of(&routine.language), routine, &|_| None, code)
}

fn handed_out(file: &str) -> Document {
    of(&routine(file), None)
}

/// All that is said, one thing on each line.
fn said(file: &str) -> String {
    let document = handed_out(file);
    let texts = document.texts().into_iter().map(str::trim);
    texts.collect::<Vec<_>>().join("\n")
}

fn table(blocks: &[Block]) -> Option<&Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(found) => Some(found),
        Block::Framed(blocks) | Block::Whole { blocks, .. } => table(blocks),
        Block::Beside(_, columns) => columns.iter().find_map(|blocks| table(blocks)),
        _ => None,
    })
}

/// The week of a schedule: the days, and each time with its marks.
fn week(schedule: &str, of_exercise: &str) -> Vec<String> {
    let file = format!(
        "format = 1\ntitle = \"T\"\n[schedule]\n{schedule}\n[[exercise]]\nname = \"A\"\n[[exercise]]\nname = \"B\"\n{of_exercise}\n"
    );
    let document = handed_out(&file);
    let table = table(&document.blocks).unwrap();
    let rows = table.rows.iter().map(|row| {
        let mark = |cell: &Cell| match cell {
            Cell::Tick => 'x',
            Cell::Blank => '_',
            Cell::Nothing | Cell::Told { .. } => '-',
        };
        format!(
            "{} {}",
            row.name.words,
            row.cells.iter().map(mark).collect::<String>()
        )
    });
    let days = table.columns.iter().map(|day| day.words.as_str());
    std::iter::once(days.collect::<Vec<_>>().join(" "))
        .chain(rows)
        .collect()
}

const BACK: &str = r#"format = 1
id = "back"
revision = 4
title = "Lower back"
language = "LANGUAGE"
updated = 2026-11-28
author = { name = "A. Physio", clinic = "Oak Street", contact = "555 0134" }
[schedule]
times_per_day = 2
days = ["mon", "wed"]
review_on = 2027-01-04
[safety]
pain_limit = 4
stop_if = ["a sharp pull"]
not_if = ["a fever"]
[[exercise]]
name = "Knee to chest"
figure = "knee-to-chest"
sides = "each"
left = { reps = 3 }
right = { reps = 2 }
hold = "30s"
instructions = ["Lie down.", "Draw it in."]
easier = "Hold the thigh"
caution = "No pain."
clinician_note = "Slowly."
equipment = ["mat"]
"#;

#[test]
fn supples_words_have_a_language_of_their_own_in_a_routine_that_it_does_not_speak() {
    for language in ["en-GB", "de-AT"] {
        let page = html::page(&handed_out(&BACK.replace("LANGUAGE", language)), SHEETS[0]);
        assert_eq!(page.matches("lang=").count(), 1, "{page}");
    }
    let arabic = BACK.replace("LANGUAGE", "ar");
    let arabic = arabic.replace("Lower back", "أسفل الظهر");
    let page = html::page(&handed_out(&arabic), SHEETS[0]);
    let own = "lang=\"en\" dir=\"ltr\"";
    for said in [
        "<html lang=\"ar\" dir=\"rtl\"".to_owned(),
        format!("<strong {own}>Stop if the pain goes above 4 out of 10. </strong>"),
        format!(
            "<span {own}>Stop with any of these: symptoms that get worse; a new pain; </span>a sharp pull<span {own}>.</span>"
        ),
        format!(
            "<strong {own}>Don’t begin with any of these: </strong>a fever<span {own}>.</span>"
        ),
        format!("<p {own}><strong>Call the emergency services for: </strong>"),
        format!("<p class=\"quiet\"><span {own}>From </span>A. Physio, Oak Street</p>"),
        format!("<dl><dt {own}>Questions</dt><dd>555 0134</dd></dl>"),
        format!("<h2 {own}>My week</h2>"),
        format!("<th scope=\"col\" {own}>Mon</th>"),
        format!("<th scope=\"row\" {own}>Morning</th>"),
        format!("<figure {own}>"),
        "<h2>1. Knee to chest</h2>".to_owned(),
        "Lie down. Draw it in. ".to_owned(),
        format!("<footer>أسفل الظهر<span {own}> · revision 4</span></footer>"),
    ] {
        assert!(page.contains(&said), "{said}\n{page}");
    }
}

#[test]
fn what_an_author_says_that_the_sheet_says_in_any_case_is_told_once() {
    for (language, stop, not, once) in [
        (
            "en",
            "\"A new pain.\", \"Symptoms that get worse, or a new pain\", \"chest pain\", \"a sharp pull\", \"A sharp pull\"",
            "\"trouble passing water\", \"a fever\"",
            [
                "new pain",
                "get worse",
                "chest pain",
                "sharp pull",
                "trouble passing water",
                "a fever",
            ],
        ),
        (
            "de",
            "\"Ein neuer Schmerz\", \"Beschwerden, die stärker werden\", \"Brustschmerzen\", \"ein Ziehen\", \"ein Ziehen.\"",
            "\"Schmerz in der Brust\", \"Fieber\"",
            [
                "neuen Schmerz",
                "Beschwerden",
                "in der Brust",
                "Ziehen",
                "Notruf",
                "Fieber",
            ],
        ),
    ] {
        let file = BACK.replace("LANGUAGE", language);
        let file = file
            .replace("\"a sharp pull\"", stop)
            .replace("\"a fever\"", not);
        let said = said(&file);
        for text in once {
            assert_eq!(said.matches(text).count(), 1, "{text}: {said}");
        }
    }
}

#[test]
fn a_page_names_the_file_and_has_a_code_where_the_routine_has_room_in_one() {
    let routine = routine(&BACK.replace("LANGUAGE", "en"));
    let said = |code: Option<Modules>| {
        let document = of(&routine, code.map(Arc::new));
        let page = html::page(&document, SHEETS[0]);
        (document.texts().concat(), page)
    };
    let (texts, page) = said(None);
    assert!(texts.contains("Open the file to be guided"), "{texts}");
    assert!(texts.contains("back.supple"), "{texts}");
    assert!(!texts.contains("QR code") && !page.contains("class=\"code\""));
    let (texts, page) = said(crate::share::code::of("back", b"a routine"));
    assert!(texts.contains("Scan or open the file"), "{texts}");
    assert!(texts.contains("back.supple"), "{texts}");
    let code = "<svg class=\"code\" role=\"img\" aria-label=\"A QR code that holds this routine\"";
    assert!(page.contains(code), "{page}");
}

#[test]
fn a_page_says_who_prescribed_it_when_how_much_how_and_when_to_stop() {
    let said = said(&BACK.replace("LANGUAGE", "en"));
    for text in [
        "From A. Physio, Oak Street",
        "28 November 2026 · revision 4",
        "Twice a day · Mon and Wed",
        "Have ready: mat",
        "Stop if the pain goes above 4 out of 10.",
        "Stop with any of these: symptoms that get worse; a new pain; a sharp pull.",
        "Don’t begin with any of these:\na fever.",
        "chest pain",
        "Questions\n555 0134",
        "1. Knee to chest\nLeft 3 times, hold 30 seconds, right 2 times, hold 30 seconds\nTake care:\nNo pain.",
        "Lie down. Draw it in.\nEasier:\nHold the thigh.\nFor you:\nSlowly.",
        "Picture of Knee to chest, Left side\nLeft 3 times, hold 30 seconds",
        "Picture of Knee to chest, Right side\nRight 2 times, hold 30 seconds",
        "My week",
        "Notes\n",
        "Next visit\n4 January 2027\nBring this sheet along.",
        "Lower back · revision 4",
    ] {
        assert!(said.contains(text), "{text}\n--- not in ---\n{said}");
    }
}

#[test]
fn a_page_is_in_the_language_of_its_routine() {
    let said = said(&BACK.replace("LANGUAGE", "de"));
    for text in [
        "Von A. Physio",
        "Meine Woche",
        "Zweimal am Tag · Mo und Mi",
        "Nächster Termin\n4. Januar 2027",
    ] {
        assert!(said.contains(text), "{text}\n--- not in ---\n{said}");
    }
    for english in ["Stop", "week", "Picture"] {
        assert!(!said.contains(english), "{said}");
    }
}

#[test]
fn a_week_has_the_routines_own_days_and_times() {
    const ALL: &str = "Mon Tue Wed Thu Fri Sat Sun";
    for (schedule, of_exercise, rows) in [
        ("", "", vec![ALL, "Done xxxxxxx", "Pain afterwards _______"]),
        (
            "times_per_day = 2\ndays = [\"tue\", \"mon\"]",
            "",
            vec!["Mon Tue", "Morning xx", "Evening xx", "Pain afterwards __"],
        ),
        (
            "at = [\"18:30\", \"08:00\"]\ndays = [\"sat\"]",
            "",
            vec!["Sat", "8:00 x", "18:30 x", "Pain afterwards _"],
        ),
        (
            "times_per_day = 4\ndays = [\"sun\"]",
            "",
            vec![
                "Sun",
                "Time 1 x",
                "Time 2 x",
                "Time 3 x",
                "Time 4 x",
                "Pain afterwards _",
            ],
        ),
        (
            "days = [\"mon\", \"wed\"]",
            "days = [\"wed\", \"fri\"]\ntimes_per_day = 2",
            vec![
                "Mon Wed Fri",
                "Morning xxx",
                "Evening -xx",
                "Pain afterwards ___",
            ],
        ),
        (
            "days_per_week = 3",
            "",
            vec![ALL, "Done xxxxxxx", "Pain afterwards _______"],
        ),
    ] {
        assert_eq!(week(schedule, of_exercise), rows, "{schedule}");
    }
}

#[test]
fn what_lasts_until_somebody_is_done_says_nothing_of_saying_so() {
    let said = said("format = 1\ntitle = \"T\"\n[[exercise]]\nname = \"Walk\"\nkind = \"open\"\n");
    assert!(said.contains("1. Walk\nIn your own time"), "{said}");
}

#[test]
fn a_routine_of_nobody_says_that_its_guidance_is_general() {
    let said = said("format = 1\ntitle = \"T\"\n[[exercise]]\nname = \"Walk\"\n");
    assert!(said.contains("It does not replace a doctor"), "{said}");
    assert!(!said.contains("Questions"), "{said}");
}

#[test]
fn the_page_of_any_routine_is_complete_in_itself_and_has_every_word() {
    for seed in 0..25 {
        let mut random = Rng::with_seed(seed);
        let document = handed_out(&any_file(&mut random));
        let page = html::page(&document, SHEETS[random.usize(0..4)]);
        let body = page.split_once("<body>").unwrap().1;
        for text in document.texts() {
            let text = crate::figure::svg::escaped(text);
            assert!(body.contains(&text), "seed {seed}: {text}");
        }
        for reaching in ["<script", "href", "@import", " on", "<link", "<iframe"] {
            let tags = body
                .split('<')
                .map(|tag| tag.split('>').next().unwrap_or_default());
            let found = tags.map(|tag| format!("<{tag}")).find(|tag| {
                // What stands in quotes is a text.
                let outside: String = tag.split('"').step_by(2).collect();
                outside.contains(reaching)
            });
            assert_eq!(found, None, "seed {seed}");
        }
        let loaded = page.matches("src=").count() - page.matches("src=\"data:").count();
        let style = page.matches("url(").count() - page.matches("url(#").count();
        assert_eq!((loaded, style), (0, 0), "seed {seed}");
    }
}

/// A file that is without mistakes and hard to lay out: long words and many of them, marks of HTML and letters of
/// other scripts.
pub(crate) fn any_file(random: &mut Rng) -> String {
    let language = if random.bool() { "en" } else { "de" };
    let mut file = format!(
        "format = 1\ntitle = \"{}\"\nlanguage = \"{language}\"\n",
        text(random, 20)
    );
    add(&mut file, random, "summary", 40);
    if random.bool() {
        file.push_str("[author]\n");
        for key in ["name", "role", "clinic", "contact"] {
            add(&mut file, random, key, 18);
        }
    }
    file.push_str("[schedule]\n");
    if random.bool() {
        let _ = writeln!(file, "times_per_day = {}", random.u32(1..9));
    }
    match random.u8(0..4) {
        0 => file.push_str("days = [\"mon\", \"thu\", \"sun\"]\n"),
        1 => file.push_str("days_per_week = 3\n"),
        2 => file.push_str("review_on = 2099-01-04\nweeks = 12\n"),
        _ => {}
    }
    file.push_str("[safety]\n");
    for key in ["stop_if", "not_if"] {
        let signs: Vec<_> = (0..random.usize(0..6))
            .map(|_| format!("\"{}\"", text(random, 12)))
            .collect();
        let _ = writeln!(file, "{key} = [{}]", signs.join(", "));
    }
    if random.bool() {
        file.push_str("[[group]]\nname = \"Round about\"\nrounds = 3\n");
    }
    let is_grouped = file.contains("[[group]]");
    for index in 0..random.usize(2..9) {
        let ids = exercises::ids();
        let _ = writeln!(
            file,
            "[[exercise]]\nuse = \"{}\"",
            ids[random.usize(0..ids.len())]
        );
        if is_grouped && index < 2 {
            file.push_str("group = \"Round about\"\n");
        }
        // Of the library's own words some stay.
        for (key, most) in [
            ("name", 15),
            ("caution", 30),
            ("easier", 30),
            ("clinician_note", 60),
            ("feel_it_in", 6),
        ] {
            add(&mut file, random, key, most);
        }
        if random.u8(0..4) == 0 {
            let count = random.usize(1..20);
            let all: Vec<_> = (0..count)
                .map(|_| format!("\"{}\"", text(random, 80)))
                .collect();
            let _ = writeln!(file, "instructions = [{}]", all.join(", "));
        }
        if random.u8(0..4) == 0 {
            file.push_str(
                "hold = \"20s\"\nsides = \"each\"\nleft = { reps = 3 }\nright = { reps = 2 }\n",
            );
        }
    }
    file
}

fn add(file: &mut String, random: &mut Rng, key: &str, most: usize) {
    if random.bool() {
        let _ = writeln!(file, "{key} = \"{}\"", text(random, most));
    }
}

fn text(random: &mut Rng, most: usize) -> String {
    const WORDS: [&str; 14] = [
        "knee",
        "Rückenmuskulatur",
        "a",
        "<b>",
        "&amp;",
        "5°",
        "until-you-feel-it",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "膝",
        "και",
        "колено",
        "½",
        "“so”",
        "…",
    ];
    let mut text = String::from("Do");
    for _ in 0..random.usize(0..=most) {
        let word = WORDS[random.usize(0..WORDS.len())];
        // A name has 200 characters at most.
        if most <= 20 && text.chars().count() + word.len() > 180 {
            break;
        }
        text.push(' ');
        text.push_str(word);
    }
    text
}

#[test]
fn a_group_says_which_exercises_belong_to_it() {
    let exercises = ["Squat", "Lunge", "Walk"].map(|name| {
        let group = if name == "Walk" {
            ""
        } else {
            "group = \"Legs\"\n"
        };
        format!("[[exercise]]\nname = \"{name}\"\n{group}")
    });
    let file = format!(
        "format = 1\ntitle = \"Legs\"\n[[group]]\nname = \"Legs\"\nrounds = 3\n{}",
        exercises.concat()
    );
    let page = said(&file);
    assert!(page.contains("Exercises 1 to 2. 3 rounds"), "{page}");
}

#[test]
fn days_that_follow_one_another_are_told_by_the_first_and_the_last() {
    let file = BACK.replace("LANGUAGE", "en");
    let days = |file: &str, days: &str| said(&file.replace("[\"mon\", \"wed\"]", days));
    let six = r#"["mon", "tue", "wed", "thu", "fri", "sat"]"#;
    let english = days(&file, six);
    assert!(
        english.contains("Twice a day · Monday to Saturday"),
        "{english}"
    );
    let four = days(&file, r#"["fri", "mon", "tue", "wed"]"#);
    assert!(four.contains("Monday to Wednesday and Friday"), "{four}");
    let german = days(&BACK.replace("LANGUAGE", "de"), six);
    assert!(german.contains("Montag bis Samstag"), "{german}");
}

#[test]
fn a_load_a_tempo_a_range_and_another_dose_from_a_week_on_are_on_the_sheet() {
    let said = said(
        "format = 1\ntitle = \"T\"\n[schedule]\nweeks = 6\n[[exercise]]\nname = \"Raise\"\nkind = \"reps\"\n\
         reps = \"8 to 12\"\ntempo = \"2s up, 3s down\"\nload = \"1 kg\"\n\
         [[exercise.step]]\nfrom_week = 3\nreps = 15\nload = \"2 kg\"\n\
         [[exercise]]\nname = \"Walk\"\ntime = \"10m\"\n[[exercise.step]]\nfrom_week = 4\ntime = \"15m\"\n",
    );
    for told in [
        "8 to 12",
        "up 2",
        "1 kg",
        "From week 3",
        "15 ",
        "2 kg",
        "10 min",
        "From week 4",
        "15 min",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
}
