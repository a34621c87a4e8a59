//! Reading: what is torn, damaged, doubled or too new.

use std::fs;
use std::sync::Arc;

use super::super::append::Writer;
use super::super::record::{Fact, Id, NotBegunFact, Prescribed, RoutineFact};
use super::super::{History, ProblemKind, RecordedSession, WhyNot};
use super::{DEVICE, Record, held, hold, id, line, noon, noted, session, started};
use crate::day::Day;
use crate::plan::Plan;
use crate::routine::{Exercise, Routine};
use crate::words::Message;

/// Two or three holds of a session; its start is not there, which is reported of each session.
pub(super) fn holds<const COUNT: usize>(steps: [u32; COUNT]) -> (Id, String) {
    let session = Id::new();
    let lines = steps.map(|step| line(session, hold(step, 20_000)));
    (session, lines.concat())
}

pub(super) fn newlines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

#[test]
fn a_flipped_byte_is_reported_and_costs_no_line_but_its_own() {
    /// Three of the case, and empty ones that keep the cases apart.
    const LINES_A_CASE: usize = 4;
    let record = Record::new();
    let mut text = Vec::new();
    let mut cases = Vec::new();
    for at in 0..holds([1, 3, 5]).1.len() {
        let (session, case) = holds([1, 3, 5]);
        let mut case = case.into_bytes();
        let line = newlines(&case[..at]);
        // A newline that is gone glues two lines together.
        let lost = if case[at] == b'\n' && line < 2 { 2 } else { 1 };
        case[at] ^= 0x04;
        case.resize(case.len() + LINES_A_CASE - newlines(&case), b'\n');
        text.extend(case);
        cases.push((session, line, 3 - lost));
    }
    record.write("2026.jsonl", &text);
    let history = record.read();
    assert_eq!(fs::read(record.file("2026.jsonl")).unwrap(), text);

    let reported = history.problems.iter().filter_map(|problem| problem.line);
    let flipped = cases.iter().enumerate();
    let flipped = flipped.map(|(case, (_, line, _))| case * LINES_A_CASE + line + 1);
    assert_eq!(reported.collect::<Vec<_>>(), flipped.collect::<Vec<_>>());
    for (at, (id, _, kept)) in cases.into_iter().enumerate() {
        let of_case = |session: &&Arc<RecordedSession>| session.id == id;
        let session = history.sessions.iter().find(of_case).unwrap();
        assert_eq!(session.held_ms(), kept * 20_000, "byte {at}");
    }
}

#[test]
fn a_damaged_line_is_copied_aside_once_however_often_it_is_read() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    record.write("2026.jsonl", text.replacen("20000", "99999", 1));
    let problems = record.read().problems;
    assert_eq!(record.read().problems, problems);
    let copies: Vec<_> = fs::read_dir(record.log().join("quarantine"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "damaged"))
        .collect();
    assert_eq!(copies.len(), 1);
    let text = fs::read_to_string(&copies[0]).unwrap();
    assert_eq!(text.lines().count(), 1);
    assert!(text.contains("99999"));
}

#[test]
fn a_copy_that_was_cut_off_takes_no_other_line_along() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    let text = text.replace("20000", "99999");
    record.write("2026.jsonl", &text);
    let ProblemKind::Damaged { copy: Some(copy) } = &record.read().problems[0].kind else {
        panic!("no copy");
    };
    let whole = fs::read_to_string(copy).unwrap();
    for cut in 0..whole.len() {
        fs::write(copy, &whole[..cut]).unwrap();
        record.read();
        let now = fs::read_to_string(copy).unwrap();
        for line in text.lines() {
            assert!(
                now.lines().any(|copied| copied == line),
                "cut at byte {cut}"
            );
        }
    }
}

#[test]
fn copies_of_a_sync_program_are_read_and_count_once() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000)]);
    let here = format!("{text}{}", line(session, hold(3, 20_000)));
    let there = format!("{text}{}", line(session, hold(5, 20_000)));
    record.write("2026.jsonl", &here);
    record.write("2026.sync-conflict-20261122-120000-ABCDEFG.jsonl", &there);
    record.write("2026 (conflicted copy 2026-11-22 120000).jsonl", &there);
    record.write("2026 (Anna's conflicted copy).jsonl", &here);
    // Others put their mark behind the ending, or write it large.
    for (step, name) in [
        (7, "2026.jsonl.conflict1"),
        (7, "2026.JSONL"),
        (1, "2026.jsonl~"),
        (1, "2026_conflict-20261122-120000.jsonl"),
        (1, "2026-Anna's PC.jsonl"),
        (1, "2026 2.jsonl"),
        (1, "2026.jsonl (SFConflict anna 2026-11-22)"),
        (1, "2026.jsonl.sync-conflict-20261122-120000-ABCDEFG"),
    ] {
        record.write(name, format!("{text}{}", line(session, hold(step, 20_000))));
    }
    // What is under way or packed, and a copy of a copy of damaged lines, is no copy.
    for name in [
        ".syncthing.2026.jsonl.tmp",
        "2026.jsonl.part",
        "x.2026.jsonl.damaged",
        "x.2026.jsonl (conflicted copy).damaged",
        "2025.jsonl.gz",
        "2025.JSONL.ZST",
    ] {
        record.write(name, "half a li\n");
    }
    let other = record.log().join("another device");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("2025.jsonl"), &there).unwrap();
    let history = record.read();
    assert_eq!(history.problems, []);
    assert_eq!(history.sessions.len(), 1);
    assert_eq!(held(&history.sessions[0]).len(), 4);
    assert_eq!(history.sessions[0].held_ms(), 80_000, "all four holds");
    let others = &history.sessions[0].other_attempts;
    assert_eq!(others.len(), 7, "each of the lines once");
}

#[test]
fn a_line_damaged_in_one_copy_and_whole_in_another_is_no_loss() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000), hold(3, 20_000)]);
    record.write("2026.jsonl", text.replacen("held_ms", "held_xs", 1));
    record.write("2026.sync-conflict-20261122-120000-ABCDEFG.jsonl", &text);
    assert_eq!(record.held_ms(), 40_000);
    assert_eq!(record.read().problems, []);
}

#[test]
fn lines_with_other_line_ends_are_read() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000)]);
    let text = text.replace('\n', "\r\n");
    record.write("2026.jsonl", format!("\u{feff}{text}\r\n"));
    assert_eq!(record.held_ms(), 20_000);
    assert_eq!(record.read().problems, []);
}

/// The line with other bytes in it, and the checksum that fits them.
fn checked(line: &str, from: &str, to: &str) -> String {
    let (body, _) = line.split_once(",\"crc\":").unwrap();
    let body = body.replacen(from, to, 1);
    format!(
        "{body},\"crc\":\"{:08x}\"}}\n",
        crc32fast::hash(body.as_bytes())
    )
}

#[test]
fn lines_of_a_newer_version_are_counted_and_the_rest_is_read() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000)]);
    let newer_version = checked(&line(session, hold(3, 20_000)), "\"v\":1", "\"v\":2");
    let newer_fact = checked(&line(session, hold(5, 20_000)), "\"hold\"", "\"breath\"");
    let newer_field = checked(
        &line(session, hold(7, 20_000)),
        "\"step\"",
        "\"mood\":3,\"step\"",
    );
    record.write(
        "2026.jsonl",
        format!("{text}{newer_version}{newer_fact}{newer_field}"),
    );
    let history = record.read();
    assert_eq!(history.sessions[0].held_ms(), 40_000);
    let [problem] = &history.problems[..] else {
        panic!("{:?}", history.problems);
    };
    assert_eq!(problem.kind, ProblemKind::Newer { lines: 2 });
    assert!(!record.log().join("quarantine").exists());
}

#[test]
fn a_session_whose_start_is_lost_keeps_its_holds() {
    let record = Record::new();
    let (id, text) = session([hold(1, 20_000), hold(5, 20_000)]);
    let (_, rest) = text.split_once('\n').unwrap();
    record.write("2026.jsonl", rest);
    let history = record.read();
    assert_eq!(history.sessions[0].held_ms(), 40_000);
    assert_eq!(
        history.problems[0].kind,
        ProblemKind::NoStart { session: id }
    );
}

/// What is wrong, each kind once.
fn kinds(record: &Record) -> Vec<ProblemKind> {
    let problems = record.read().problems.into_iter();
    let mut kinds: Vec<_> = problems.map(|problem| problem.kind).collect();
    kinds.dedup();
    kinds
}

#[test]
fn a_line_longer_than_any_is_reported_and_costs_no_other_and_no_copy() {
    let record = Record::new();
    let (session, text) = session([hold(1, 20_000)]);
    let mut all = text.into_bytes();
    all.resize(all.len() + 5_000_000, b'x');
    all.extend(format!("\n{}", line(session, hold(3, 20_000))).bytes());
    record.write("2026.jsonl", all);
    assert_eq!(kinds(&record), [ProblemKind::LongLine]);
    assert_eq!(record.held_ms(), 40_000);
    assert!(!record.log().join("quarantine").exists());
}

#[test]
fn of_damaged_lines_without_number_a_few_are_reported_and_copied_and_the_rest_is_counted() {
    let record = Record::new();
    let (_, text) = session([hold(1, 20_000)]);
    let damaged: Vec<String> = (0..50_000).map(|number| format!("bad {number}")).collect();
    let damaged = damaged.join("\n") + "\n";
    for file in ["2024.jsonl", "2025.jsonl"] {
        record.write(file, &damaged);
    }
    record.write("2026.jsonl", text);
    let problems = record.read().problems;
    assert!(problems.len() < 10_000, "{}", problems.len());
    let lines = |kind: &ProblemKind| match kind {
        ProblemKind::Damaged { .. } => 1,
        ProblemKind::MoreDamaged { lines } => *lines,
        other => panic!("{other:?}"),
    };
    let reported: usize = problems.iter().map(|problem| lines(&problem.kind)).sum();
    assert_eq!(reported, 100_000, "all are counted");
    assert_eq!(record.held_ms(), 20_000);
}

#[test]
fn a_copy_of_damaged_lines_grows_to_a_limit() {
    let record = Record::new();
    let folder = record.log().join("quarantine");
    fs::create_dir_all(&folder).unwrap();
    let copy = folder.join(format!("{}.2026.jsonl.damaged", super::DEVICE));
    fs::write(&copy, vec![b'x'; 17 << 20]).unwrap();
    record.write("2026.jsonl", "bad\n");
    assert_eq!(kinds(&record), [ProblemKind::Damaged { copy: None }]);
    assert_eq!(fs::metadata(copy).unwrap().len(), 17 << 20);
}

#[test]
fn pain_that_is_none_is_reported_and_the_rest_of_its_line_counts() {
    for pain in ["11", "255", "256", "-1", "3.5", "1e99"] {
        let record = Record::new();
        let session = Id::new();
        let bad_start = checked(
            &line(session, started()),
            "\"pain_before\":4",
            &format!("\"pain_before\":{pain}"),
        );
        let bad_note = checked(
            &line(session, noted(None, Some(2), Some("better"))),
            "\"pain_after\":2",
            &format!("\"pain_after\":{pain}"),
        );
        let good = line(session, hold(1, 20_000));
        record.write("2026.jsonl", format!("{bad_start}{good}{bad_note}"));
        let history = record.read();
        let [one, other] = &history.problems[..] else {
            panic!("{:?}", history.problems);
        };
        for (problem, number) in [(one, 1), (other, 3)] {
            assert_eq!(problem.kind, ProblemKind::NoPain, "{pain}");
            assert_eq!(problem.line, Some(number));
        }
        let session = &history.sessions[0];
        assert_eq!((session.pain_before, session.pain_after), (None, None));
        assert_eq!(session.note.as_deref(), Some("better"));
        assert_eq!(&*session.routine.id, "lower-back");
    }
}

#[cfg(unix)]
#[test]
fn a_record_behind_a_link_that_leads_nowhere_is_out_of_reach_and_not_empty() {
    use std::os::unix::fs::symlink;

    let place = tempfile::tempdir().unwrap();
    let drive = place.path().join("drive");
    symlink(&drive, place.path().join("link")).unwrap();
    for log in ["link", "link/log"].map(|log| place.path().join(log)) {
        let history = History::read(&log);
        let [problem] = &history.problems[..] else {
            panic!("{:?}", history.problems);
        };
        let reported = ProblemKind::Unreadable(Message::new("disk-link-nowhere"));
        assert_eq!((&problem.path, &problem.kind), (&log, &reported));
        let mut writer = Writer::new(log.join(super::DEVICE));
        let error = writer.append(2026, "{}\n", String::new).unwrap_err();
        assert_eq!(error.reason().id, "disk-link-nowhere");
        assert!(!drive.exists(), "nothing new is made there");
    }
    assert_eq!(History::read(&place.path().join("none")).problems, []);
    fs::create_dir(&drive).unwrap();
    assert_eq!(History::read(&place.path().join("link")).problems, []);
}

#[test]
#[cfg(unix)]
fn damaged_lines_are_copied_through_no_link_out_of_the_record() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let diary = elsewhere.path().join("diary");
    let name = format!("{DEVICE}.2026.jsonl.damaged");
    for is_folder in [true, false] {
        let record = Record::new();
        fs::write(&diary, "a diary").unwrap();
        let quarantine = record.log().join("quarantine");
        if is_folder {
            let _ = symlink(&diary, elsewhere.path().join(&name));
            symlink(elsewhere.path(), &quarantine).unwrap();
        } else {
            fs::create_dir(&quarantine).unwrap();
            symlink(&diary, quarantine.join(&name)).unwrap();
        }
        record.write("2026.jsonl", "{\"v\":1,\"id\":\"0193 damaged\"}\n");
        let problems = record.read().problems;
        assert_eq!(problems[0].kind, ProblemKind::Damaged { copy: None });
        assert_eq!(fs::read_to_string(&diary).unwrap(), "a diary");
    }
}

#[test]
#[cfg(unix)]
fn what_a_link_brings_into_the_record_is_reported_and_copied_nowhere() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let diary = elsewhere.path().join("2025.jsonl");
    fs::write(&diary, "a diary\nof two lines\n").unwrap();
    for is_folder in [true, false] {
        let record = Record::new();
        let (target, link) = if is_folder {
            (elsewhere.path(), record.log().join("another"))
        } else {
            record.write("2026.jsonl", "");
            (&*diary, record.log().join(DEVICE).join("2025.jsonl"))
        };
        symlink(target, &link).unwrap();
        let problems = record.read().problems;
        assert_eq!(problems[0].kind, ProblemKind::Damaged { copy: None });
        assert!(!record.log().join("quarantine").exists());
    }
}

/// Lines that were made by hand, or by another program: each is read, and none takes more to show than
/// what Supple writes.
#[test]
fn texts_and_doses_beyond_all_that_supple_writes_are_read_up_to_it() {
    let record = Record::new();
    let long = "W ".repeat(100_000);
    let Fact::Started(mut start) = started() else {
        unreachable!("it is what it is called");
    };
    start.routine.title = long.clone().into();
    start.exercises[0].name = long.clone().into();
    let step = |step| Prescribed(step, None, None, None, Some(1_000));
    start.exercises[0].steps = (0..20_000).map(step).collect();
    let session = Id::new();
    let note = Fact::Noted {
        pain_before: None,
        pain_after: None,
        note: Some(long.into()),
        loads: Vec::new(),
        reps: Vec::new(),
    };
    let lines = [Fact::Started(start), note].map(|fact| line(session, fact));
    record.write("2026.jsonl", lines.concat());
    let history = record.read();
    assert_eq!(history.problems, []);
    let session = &history.sessions[0];
    assert_eq!(session.holds.len(), 10_000);
    let texts = [&*session.routine.title, &*session.holds[0].name];
    assert_eq!(texts.map(|text| text.chars().count()), [200, 200]);
    let note = session.note.as_ref().unwrap();
    assert_eq!(note.chars().count(), 4_000);
}

#[test]
fn a_limit_of_pain_beyond_the_scale_is_reported() {
    let record = Record::new();
    let fact = Fact::NotBegun(NotBegunFact {
        routine: RoutineFact::of(&Routine::new("back", "Back", Vec::new())),
        device: Id::new(),
        pain_before: Some(7),
        why: WhyNot::PainAboveLimit { limit: 250 },
    });
    record.write("2026.jsonl", line(Id::new(), fact));
    let history = record.read();
    assert_eq!(history.problems[0].kind, ProblemKind::NoPain);
    let why = WhyNot::PainAboveLimit { limit: 10 };
    assert_eq!(history.not_begun[0].why, why);
}

#[test]
fn a_session_whose_lines_tell_of_steps_that_its_routine_has_not_is_not_gone_on_with() {
    let exercises = ["knee", "hip"].map(|name| Exercise::new(name, name));
    let mut routine = Routine::new("lower-back", "Back", exercises.into());
    routine.sha256 = "00ff".to_owned();
    let plan = Plan::of(&routine);
    let work: Vec<u32> = plan
        .work()
        .map(|(at, _)| u32::try_from(at).unwrap())
        .collect();
    let not_work = (0..10).find(|step| !work.contains(step)).unwrap();
    for (done, next, can_go_on) in [
        (work[0], work[1], true),
        (work[0], 9_999, false),
        (not_work, work[1], false),
    ] {
        let record = Record::new();
        let Fact::Started(mut start) = started() else {
            unreachable!("it is what it is called");
        };
        let step = |step| Prescribed(step, None, None, None, Some(20_000));
        start.exercises[0].steps = [done, next].map(step).into();
        let session = Id::new();
        let lines = [Fact::Started(start), hold(done, 20_000)];
        record.write("2026.jsonl", lines.map(|fact| line(session, fact)).concat());
        let unfinished = record.read().unfinished(id(DEVICE), &noon()).unwrap();
        let day = Day::new(noon().date());
        let found = unfinished.can_go_on(&routine, &day);
        assert_eq!(found, can_go_on, "{done} {next}");
    }
}

/// The line that begins a session of ten thousand steps takes four times as much memory as it has bytes. Made by
/// hand, a file of a hundred megabytes would take half a gigabyte.
#[test]
fn of_sessions_that_nobody_can_have_had_there_is_a_part_and_those_of_the_other_files_are_all_there()
{
    const STEPS: u32 = 10_000;
    let record = Record::new();
    let step = |step| Prescribed(step, None, Some(1), Some(1), Some(1));
    let start_of = |id: &'static str| {
        let Fact::Started(mut began) = started() else {
            unreachable!()
        };
        began.routine.id = id.into();
        began
    };
    let of_many = || {
        let mut began = start_of("made-by-hand");
        began.exercises[0].steps = (0..STEPS).map(step).collect();
        line(Id::new(), Fact::Started(began))
    };
    record.write(
        "2025.jsonl",
        (0..100).map(|_| of_many()).collect::<String>(),
    );
    // A year of sessions that were left at their first hold.
    let left = |_| line(Id::new(), Fact::Started(start_of("lower-back")));
    record.write("2026.jsonl", (0..1_000).map(left).collect::<String>());

    let history = record.read();
    let of = |id: &str| {
        let is_of = |session: &&Arc<RecordedSession>| *session.routine.id == *id;
        history.sessions.iter().filter(is_of).count()
    };
    assert_eq!(of("lower-back"), 1_000);
    let kept = of("made-by-hand");
    assert!((10..60).contains(&kept), "{kept}");
    let kinds: Vec<ProblemKind> = history.problems.into_iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ProblemKind::TooMuch { lines: 100 - kept }]);
}

#[test]
fn of_lines_of_sessions_without_a_beginning_there_is_a_part() {
    const LINES: usize = 100_000;
    let record = Record::new();
    let closed = |_| line(Id::new(), Fact::Closed {});
    record.write("2026.jsonl", (0..LINES).map(closed).collect::<String>());
    let history = record.read();
    let kept = history.sessions.len();
    assert!(kept < LINES * 2 / 3, "{kept}");
    let left_out = LINES - kept;
    let too_much = ProblemKind::TooMuch { lines: left_out };
    assert!(history.problems.iter().any(|it| it.kind == too_much));
}
