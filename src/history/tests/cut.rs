//! Reading and going on: a file that a crash cut off, or filled with zeros.

use std::fs;

use super::super::ProblemKind;
use super::super::record::{Fact, HoldFact, Id};
use super::damage::{holds, newlines};
use super::{Record, hold, line, session};

/// Where the id of a line ends.
const ID_ENDS: usize = r#"{"v":1,"id":""#.len() + 36;

/// A hold of an exercise whose name has letters of two bytes and of three.
fn dehnung(step: u32) -> Fact<'static> {
    match hold(step, 20_000) {
        Fact::Hold(hold) => Fact::Hold(HoldFact {
            name: "Dehnübung – Hüfte".into(),
            ..hold
        }),
        other => other,
    }
}

#[test]
fn a_log_cut_at_any_byte_loses_only_the_line_cut_and_takes_the_next() {
    let session = Id::new();
    let text = [1, 3, 7].map(|step| line(session, dehnung(step))).concat();
    let text = text.as_bytes();
    let next = line(session, hold(5, 20_000));
    let record = Record::new();
    let mut writer = record.writer();
    let damaged = || {
        let problems = record.read().problems.into_iter();
        problems.filter(|problem| problem.line.is_some()).count()
    };
    for cut in 0..text.len() {
        let kept = &text[..cut];
        record.write("2026.jsonl", kept);
        // A line without its newline is whole all the same.
        let whole = newlines(&text[..=cut]) as u64;
        assert_eq!(record.held_ms(), whole * 20_000, "cut at byte {cut}");
        assert_eq!(damaged(), 0, "cut at byte {cut}");

        writer.append(2026, &next, String::new).unwrap();
        assert_eq!(
            record.held_ms(),
            (whole + 1) * 20_000,
            "after a cut at byte {cut}"
        );
        // What does not reach the end of an id tells of no fact.
        let beginning = kept.rsplit(|byte| *byte == b'\n').next().unwrap();
        let torn = beginning.len() >= ID_ENDS && text[cut] != b'\n';
        assert_eq!(damaged(), usize::from(torn), "after a cut at byte {cut}");
        let now = fs::read(record.file("2026.jsonl")).unwrap();
        assert!(now.starts_with(kept), "rewritten after a cut at byte {cut}");
    }
}

#[test]
fn a_tail_of_zeros_costs_no_line_and_takes_the_next() {
    let (session, text) = session([hold(1, 20_000)]);
    let whole = line(session, hold(3, 20_000));
    let next = line(session, hold(5, 20_000));
    for zeros in [1, 4_096, 100_000] {
        // Behind a whole line, behind one without its end, and in the place of one that never came.
        for last in [whole.as_str(), whole.trim_end(), ""] {
            let record = Record::new();
            record.write("2026.jsonl", format!("{text}{last}{}", "\0".repeat(zeros)));
            let before = record.held_ms();
            assert_eq!(before, if last.is_empty() { 20_000 } else { 40_000 });
            record.writer().append(2026, &next, String::new).unwrap();
            assert_eq!(record.held_ms(), before + 20_000, "{zeros} behind {last:?}");
            assert_eq!(record.read().problems, []);
        }
    }
}

#[test]
fn a_line_cut_at_any_byte_and_written_again_whole_is_no_loss() {
    let (session, text) = holds([1]);
    let next = line(session, hold(3, 20_000));
    let record = Record::new();
    let mut writer = record.writer();
    for cut in 0..next.len() {
        // Room came back at the third try.
        record.write(
            "2026.jsonl",
            format!("{text}{}\n{}", &next[..cut / 2], &next[..cut]),
        );
        writer.append(2026, &next, String::new).unwrap();
        writer.append(2026, &next, String::new).unwrap();
        let history = record.read();
        assert_eq!(history.sessions[0].held_ms(), 40_000, "cut at byte {cut}");
        let damaged = history
            .problems
            .iter()
            .find(|problem| problem.line.is_some());
        assert_eq!(damaged, None, "cut at byte {cut}");
    }
}

#[test]
fn whole_lines_behind_and_before_zeros_are_read() {
    let (session, text) = session([hold(1, 20_000)]);
    let other = line(session, hold(3, 20_000));
    let last = line(session, hold(5, 20_000));
    for zeros in [1, 4_096, 100_000] {
        let record = Record::new();
        let zeros = "\0".repeat(zeros);
        let text = format!("{text}{zeros}{other}{zeros}\n{}{zeros}\n", last.trim_end());
        record.write("2026.jsonl", text);
        let history = record.read();
        assert_eq!(history.problems, []);
        assert_eq!(history.sessions[0].held_ms(), 60_000);
    }
}

#[test]
fn whole_lines_that_lost_what_parts_them_are_reported_and_never_passed_over() {
    let (session, text) = session([hold(1, 20_000)]);
    let others = [3, 5].map(|step| line(session, hold(step, 20_000)));
    let [one, other] = others.each_ref().map(|line| line.trim_end());
    for between in ["", " ", "\r", "\0", "\u{2028}"] {
        for end in ["", "\n"] {
            let record = Record::new();
            record.write("2026.jsonl", format!("{text}{one}{between}{other}{end}"));
            let [problem] = &record.read().problems[..] else {
                panic!("{between:?} {end:?}");
            };
            assert!(matches!(problem.kind, ProblemKind::Damaged { .. }));
        }
    }
    // The last line whole, with no line end and something else behind it.
    for tail in [
        ",",
        "\u{1a}",
        "\u{2028}",
        "\0\r",
        "{",
        "{\"v\"",
        "{\"v\":1,\"id\":\"0",
        "<<<<<<< HEAD",
    ] {
        let record = Record::new();
        record.write("2026.jsonl", format!("{text}{one}{tail}"));
        assert_eq!(record.read().problems.len(), 1, "{tail:?}");
    }
    // A fragment of a line that is there, and a whole one behind it.
    let record = Record::new();
    let torn = &one[..one.len() / 2];
    record.write("2026.jsonl", format!("{text}{one}\n{torn}{other}\n"));
    assert_eq!(record.read().problems.len(), 1);
    record.write("2026.jsonl", format!("{text}{one}\n{torn}\n"));
    assert_eq!(record.read().problems, [], "a fragment alone is no alarm");
}

#[test]
fn a_fragment_that_does_not_reach_the_end_of_its_id_is_no_alarm() {
    let (session, text) = session([hold(1, 20_000)]);
    let other = line(session, hold(3, 20_000));
    for cut in 1..ID_ENDS {
        let record = Record::new();
        let torn = &line(session, hold(5, 20_000))[..cut];
        record.write("2026.jsonl", format!("{text}{torn}\n{other}"));
        let history = record.read();
        assert_eq!(history.problems, [], "{torn}");
        assert_eq!(history.sessions[0].held_ms(), 40_000);
    }
}
