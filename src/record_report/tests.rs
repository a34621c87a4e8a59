use fastrand::Rng;
use jiff::{ToSpan as _, Zoned};

use super::*;
use crate::document::{Paper, Sheet, html};
use crate::history::{Hold, Hurt, NotBegun, SessionOutcome, WhyNot};
use crate::pdf;
use crate::routine::Side;
use crate::session::{Answer, Outcome, StopReason};
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

const BACK: &str = "back";

fn at(time: &str) -> Zoned {
    format!("{time}[UTC]").parse().unwrap()
}

/// Due each day.
fn daily() -> Due {
    let rhythm = crate::routine::Rhythm {
        times_a_day: 1,
        days: Vec::new(),
        days_per_week: None,
        days_between: 0,
    };
    Due {
        rhythms: vec![rhythm],
        ..Due::default()
    }
}

/// A session of two holds.
fn done(id: &str, time: &str, due: Option<&Due>) -> RecordedSession {
    let mut session = RecordedSession::sample(id, at(time), SessionOutcome::Completed);
    session.due = due.cloned().map(Arc::new);
    session.holds = (0..2)
        .map(|step| Hold::sample(step, 20_000, Outcome::Done))
        .collect();
    session
}

/// All that a report of November 2026 says, up to the 22nd; `None` if there is none.
fn says(history: &History, with_pain: bool) -> Option<String> {
    says_in("en", history, with_pain)
}

fn says_in(language: &str, history: &History, with_pain: bool) -> Option<String> {
    let to = NOW.parse::<Zoned>().unwrap().date();
    let asked = Asked {
        span: history.span(to.first_of_month(), to),
        routine: None,
        name: None,
        with_notes: true,
        with_pain,
        today: to,
        first_weekday: Weekday::Monday,
    };
    let document = document(&Words::of(language), history, &[], &asked)?;
    let page = html::page(
        &document,
        Sheet {
            paper: Paper::A4,
            large_print: false,
        },
    );
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    Some(page.split_once("<body>").unwrap().1.to_owned())
}

fn hurting(answer: Option<Answer>) -> Hurt {
    Hurt {
        step: 0,
        exercise: "knee".into(),
        name: "Knee to chest".into(),
        side: Some(Side::Left),
        answer,
    }
}

#[test]
fn all_pain_is_told_or_said_to_be_left_out() {
    let mut session = done(BACK, "2026-11-20T08:00", Some(&daily()));
    session.hurts = vec![
        hurting(Some(Answer::WentOn)),
        hurting(Some(Answer::Easier)),
        hurting(Some(Answer::Easier)),
    ];
    session.next_day = Some((9, at("2026-11-21T09:00")));
    let put_off = NotBegun {
        id: session.id,
        device: session.id,
        time: at("2026-11-21T08:00"),
        routine: session.routine.clone(),
        pain_before: Some(8),
        why: WhyNot::PainAboveLimit { limit: 5 },
    };
    let history = History {
        sessions: vec![session.into()],
        not_begun: vec![put_off.clone()],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    for told in [
        "When it hurt",
        "Put off for pain, once: 21 Nov, pain 8 before it, limit 5.",
        "It hurt 3 times, in one session: Knee to chest, left 3.",
        "Went on 1, went on the easier way 2.",
        "The day after, one answer: pain 9.",
        "nothing of this time",
        // It was due once, and is due no more on the day it was put off.
        "1 of 1 due.",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let page = says(&history, false).unwrap();
    assert!(
        !page.contains("When it hurt") && !page.contains("pain 8"),
        "{page}"
    );
    let left_out = page.split_once("Left out:").unwrap().1;
    for told in [
        "the numbers given for pain",
        "one session put off for pain",
        "3 times that it hurt",
        "one answer of the day after",
    ] {
        assert!(left_out.contains(told), "{told}: {left_out}");
    }
    // Where nothing but that is on record, that is what there is to tell.
    let history = History {
        not_begun: vec![put_off],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    assert!(page.contains("Put off for pain, once"), "{page}");
}

#[test]
fn a_session_that_went_on_to_its_end_did_not_end_early() {
    let mut session = done(BACK, "2026-11-20T08:00", None);
    session.hurts = vec![hurting(Some(Answer::Skipped))];
    assert!(session.ended_in_pain());
    let history = History {
        sessions: vec![session.into()],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    let (_, early) = page.split_once("Ended early").unwrap();
    let (early, rest) = early.split_once("When it hurt").unwrap();
    assert!(early.contains("Nothing of this is recorded"), "{early}");
    assert!(
        rest.contains("It hurt once: Knee to chest, left 1. Left the exercise out 1."),
        "{rest}"
    );
}

#[test]
fn a_bar_of_those_due_has_nothing_that_was_not_due() {
    let never = Due::default();
    let free = |day: i8| done("neck", &format!("2026-11-{day:02}T09:00"), Some(&never));
    let due = done(BACK, "2026-11-09T08:00", Some(&daily()));
    let mut sessions: Vec<_> = (1..=21).rev().map(free).collect();
    sessions.insert(13, due);
    sessions.sort_by(|one, other| other.started.cmp(&one.started));
    let history = History {
        sessions: sessions.into_iter().map(Arc::new).collect(),
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    for told in [
        "from 1 November 2026: nothing due",
        "from 2 November 2026: nothing due",
        "from 9 November 2026: 1 of 7, 14 % of the dose",
        "from 16 November 2026: 0 of 6, 0 % of the dose",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let question = Question {
        span: history.span(
            history
                .begins(at(NOW.split('[').next().unwrap()).date())
                .unwrap(),
            at("2026-11-22T08:00").date(),
        ),
        routine: None,
        today: at("2026-11-22T08:00").date(),
        first_weekday: Weekday::Monday,
    };
    // Of today the other alone was done.
    let mut history = history;
    history
        .sessions
        .insert(0, done("neck", "2026-11-22T07:00", Some(&never)).into());
    let summary = history.summary(&question, |_| None);
    let words = Words::of("en");
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        plain(told::lately(&words, &summary).unwrap()),
        "today 0 of 1 · this week 0 of 6 · this month 1 of 13"
    );
    let besides: Vec<_> = told::besides(&summary)
        .iter()
        .map(|it| plain(words.message(it)))
        .collect();
    assert_eq!(besides, ["22 more were not due by any schedule"]);
}

#[test]
fn that_nothing_was_done_of_what_was_due_is_told_and_no_bar_is_from_before_the_first_session() {
    let due = done(BACK, "2026-10-30T08:00", Some(&daily()));
    let mut broken = done(BACK, "0001-11-10T08:00", Some(&daily()));
    let history = History {
        sessions: vec![due.into(), broken.clone().into()],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    assert!(page.contains("0 of 21 due."), "{page}");
    assert!(
        page.contains("one entry with a date before 2000 or still to come"),
        "{page}"
    );
    broken.started = at("2026-11-20T08:00");
    let history = History {
        sessions: vec![broken.into()],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    assert!(page.contains("20 November to 22 November 2026"), "{page}");
    let none = History {
        sessions: vec![done(BACK, "2026-08-01T08:00", Some(&daily())).into()],
        ..History::default()
    };
    assert_eq!(says(&none, true), None, "it was left alone");
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

#[test]
fn a_page_has_one_order_of_dates() {
    let mut session = done(BACK, "2026-11-20T08:00", Some(&daily()));
    session.note = Some("It went well".into());
    let history = History {
        sessions: vec![session.into(), done(BACK, "2026-11-04T08:00", None).into()],
        ..History::default()
    };
    for (language, has) in [
        ("en-US", ["Nov 4 to Nov 22, 2026", ">Nov 4<", "Nov 20: "]),
        (
            "en",
            ["4 November to 22 November 2026", ">4 Nov<", "20 Nov: "],
        ),
        (
            "de",
            ["4. November bis 22. November 2026", ">4. Nov<", "20. Nov: "],
        ),
    ] {
        let page = says_in(language, &history, true).unwrap();
        for date in has {
            assert!(page.contains(date), "{date}: {page}");
        }
    }
}

#[test]
fn the_exercises_of_several_routines_have_one_heading_and_each_its_own_name() {
    let history = History {
        sessions: vec![
            done(BACK, "2026-11-20T08:00", None).into(),
            done("neck", "2026-11-19T08:00", None).into(),
        ],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    assert_eq!(page.matches(">Exercise by exercise<").count(), 1, "{page}");
    assert_eq!(page.matches("<h3").count(), 2, "{page}");
}

#[test]
fn which_side_hurt_is_never_said_of_the_side_that_was_left_out_since() {
    let mut session = done(BACK, "2026-11-20T08:00", None);
    session.outcome = SessionOutcome::Stopped(StopReason::Pain);
    for (hold, side) in session.holds.iter_mut().zip([Side::Left, Side::Right]) {
        *hold = Hold {
            exercise: "knee".into(),
            side: Some(side),
            outcome: Outcome::Skipped,
            held_ms: 0,
            ..hold.clone()
        };
    }
    session.hurts = vec![hurting(Some(Answer::Ended))];
    let history = History {
        sessions: vec![session.into()],
        ..History::default()
    };
    let page = says(&history, true).unwrap();
    assert!(page.contains("it hurt, left 1 · ended in pain 1"), "{page}");
}
