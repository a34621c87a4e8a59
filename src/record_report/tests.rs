use fastrand::Rng;
use jiff::{ToSpan as _, Zoned};

use super::*;
use crate::document::{Paper, Sheet, html};
use crate::history::{Hold, SessionOutcome};
use crate::pdf;
use crate::session::{Outcome, StopReason};
use crate::words::LANGUAGES;

const NOW: &str = "2026-11-22T07:42[UTC]";

/// A record of a year and a half, of anything that a stranger's files may have put into it.
fn any_history(random: &mut Rng) -> History {
    let now: Zoned = NOW.parse().unwrap();
    let sessions = (0..random.i64(1..40)).map(|index| {
        let started = now.clone() - (index * random.i64(1..14)).days();
        let outcomes = [
            SessionOutcome::Completed,
            SessionOutcome::Interrupted,
            SessionOutcome::Stopped(StopReason::Pain),
            SessionOutcome::Stopped(StopReason::NoTime),
        ];
        let outcome = outcomes[random.usize(0..outcomes.len())];
        let id = if random.bool() { "back" } else { "neck" };
        let mut session = RecordedSession::sample(id, started, outcome);
        session.routine.title = any_text(random, 30).into();
        session.routine.language = ["en", "de", "ar", ""][random.usize(0..4)].into();
        session.is_told = random.u8(0..9) == 0;
        session.pain_before = random.bool().then(|| random.u8(0..=10));
        session.pain_after = random.bool().then(|| random.u8(0..=10));
        session.pain_limit = random.bool().then(|| random.u8(0..=10));
        session.note = random.bool().then(|| any_text(random, 400).into());
        let hold = |step: u32| Hold {
            exercise: format!("exercise-{}", step / 3).into(),
            name: any_text(random, 20).into(),
            prescribed_ms: (!step.is_multiple_of(4)).then_some(20_000),
            ..Hold::sample(step, 1000 * u64::from(step), Outcome::Done)
        };
        let holds = if session.is_told { 0 } else { 60 };
        session.holds = (0..holds).map(hold).collect();
        session
    });
    let mut sessions: Vec<_> = sessions.map(Arc::new).collect();
    sessions.sort_by(|one, other| other.started.cmp(&one.started));
    History {
        sessions,
        ..History::default()
    }
}

fn any_text(random: &mut Rng, most: usize) -> String {
    const WORDS: [&str; 10] = [
        "knee",
        "<b>",
        "&amp;",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "\u{1b}[31m",
        "\n",
        "\u{202e}",
        "“so”",
        "колено",
        "½",
    ];
    let words = (0..random.usize(1..most)).map(|_| WORDS[random.usize(0..WORDS.len())]);
    format!("A {}", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_report_of_any_record_has_every_word_in_both_forms_and_no_page_is_left_half_written() {
    for seed in 0..40 {
        let mut random = Rng::with_seed(seed);
        let history = any_history(&mut random);
        let today = NOW.parse::<Zoned>().unwrap().date();
        let asked = Asked {
            span: Span {
                from: today.saturating_sub(random.i64(0..4000).days()),
                to: today,
            },
            routine: random
                .bool()
                .then(|| history.sessions[0].routine.id.to_string()),
            name: random.bool().then(|| any_text(&mut random, 9)),
            with_notes: random.bool(),
            with_pain: random.bool(),
            today,
            first_weekday: Weekday::Monday,
        };
        let words = Words::only(&LANGUAGES[random.usize(0..LANGUAGES.len())]);
        let document = document(&words, &history, &[], &asked).unwrap();
        let sheet = Sheet {
            paper: Paper::A4,
            large_print: random.bool(),
        };
        let page = html::page(&document, sheet);
        for text in document.texts() {
            let hidden = text.chars().find(|it| it.is_control() || *it == '\u{202e}');
            assert_eq!(hidden, None, "seed {seed}: {text:?}");
            let text = crate::figure::svg::escaped(text);
            assert!(page.contains(&text), "seed {seed}: {text}");
        }
        let written = pdf::write(&document, sheet);
        assert!(written.is_ok(), "seed {seed}: {:?}", written.err());
    }
}

#[test]
fn what_counts_for_nothing_is_no_record() {
    let mut session =
        RecordedSession::sample("back", NOW.parse().unwrap(), SessionOutcome::Completed);
    session.not_counted = Some(crate::history::NotCounted::NotMine);
    let date = session.started.date();
    let asked = Asked {
        span: Span {
            from: date,
            to: date,
        },
        routine: None,
        name: None,
        with_notes: true,
        with_pain: true,
        today: date,
        first_weekday: Weekday::Monday,
    };
    let history = History {
        sessions: vec![session.into()],
        ..History::default()
    };
    assert_eq!(document(&Words::of("en"), &history, &[], &asked), None);
}
