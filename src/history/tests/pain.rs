//! What the record says of pain to the days after it.

use std::sync::Arc;
use std::time::Duration;

use super::super::record::NotBegunFact;
use super::tally::{Course, routine};
use super::*;
use crate::day::Rest;
use crate::history::{Recorder, Unfinished};
use crate::session::{Command, Session as Performance};

/// At so many hours and minutes on this day of November.
fn time(day: i8, hour: i8, minute: i8) -> Zoned {
    let time = jiff::civil::date(2026, 11, day).at(hour, minute, 0, 0);
    time.to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

/// The routine of the hand-made lines.
fn lower_back() -> Routine {
    let exercise = Exercise::new("knee", "Knee to chest");
    let mut routine = Routine::new("lower-back", "Lower back", vec![exercise]);
    routine.sha256 = "00ff".to_owned();
    routine
}

fn another() -> Routine {
    let mut routine = lower_back();
    routine.id = "neck".to_owned();
    routine
}

/// A session of these facts, each at its time.
fn session_at<const COUNT: usize>(facts: [(Zoned, Fact<'_>); COUNT]) -> String {
    let session = Id::new();
    let lines = facts.map(|(time, fact)| Line::new(session, &time, fact).text());
    lines.concat()
}

fn stopped() -> Fact<'static> {
    let reason = StopReason::Pain;
    Fact::Stopped { reason }
}

/// What the day says against the routine itself, and against another.
fn rests(history: &History, now: &Zoned) -> [Option<Rest>; 2] {
    let day = history.day(now, None);
    let of_another = day.standing(&another(), false);
    assert_eq!(of_another.rest, None);
    [
        day.standing(&lower_back(), false).rest,
        of_another.rest_of_day,
    ]
}

#[test]
fn pain_late_in_the_evening_is_minded_over_the_night_and_by_the_end_of_its_session() {
    for (begun, ended, now, rest) in [
        (time(22, 23, 58), time(23, 0, 4), time(23, 0, 5), true),
        (time(22, 23, 58), time(23, 0, 4), time(23, 22, 0), true),
        (time(22, 23, 40), time(22, 23, 50), time(23, 0, 5), true),
        (time(22, 23, 40), time(22, 23, 50), time(23, 13, 0), false),
        (time(22, 8, 0), time(22, 8, 10), time(23, 0, 5), false),
    ] {
        let record = Record::new();
        let text = session_at([
            (begun.clone(), started()),
            (ended.clone(), hurt()),
            (ended.clone(), stopped()),
        ]);
        record.write("2026.jsonl", &text);
        let stopped = rest.then_some(Rest::Stopped);
        assert_eq!(rests(&record.read(), &now), [stopped; 2], "{ended} {now}");

        // The same where its end is not on record.
        let record = Record::new();
        let text = session_at([(begun, started()), (ended.clone(), hurt())]);
        record.write("2026.jsonl", &text);
        assert_eq!(rests(&record.read(), &now), [stopped; 2], "{ended} {now}");
    }
}

#[test]
fn pain_in_a_session_that_may_be_under_way_on_another_machine_is_minded_here() {
    let elsewhere = match started() {
        Fact::Started(started) => Fact::Started(Started {
            site: Some("elsewhere".into()),
            ..started
        }),
        other => other,
    };
    for (more, rest) in [
        (vec![], None),
        (vec![hurt()], Some(Rest::Stopped)),
        (vec![hurt(), went_on()], Some(Rest::Stopped)),
        (
            vec![hurt(), went_on(), hold(3, 9_000), hold(3, 20_000)],
            None,
        ),
    ] {
        let record = Record::new();
        let session = Id::new();
        let facts = [elsewhere.clone(), hold(1, 20_000)].into_iter().chain(more);
        let lines = facts.map(|fact| Line::new(session, &noon(), fact).text());
        record.write("2026.jsonl", lines.collect::<String>());
        let history = record.read();
        assert_eq!(history.sessions, [], "it may be under way");
        assert_eq!(rests(&history, &noon()), [rest; 2]);
    }
}

#[test]
fn a_session_that_was_put_off_in_the_evening_is_minded_over_the_night() {
    let record = Record::new();
    let log = record.open();
    let why = WhyNot::PainAboveLimit { limit: 3 };
    log.not_begun(&lower_back(), Some(8), why);
    let history = log.history();
    for (now, rest) in [
        (noon(), Some(Rest::PutOff)),
        (noon() + jiff::ToSpan::hours(11), Some(Rest::PutOff)),
        (noon() + jiff::ToSpan::hours(20), None),
    ] {
        assert_eq!(rests(&history, &now), [rest; 2], "{now}");
    }
}

fn begun_with(pain: u8) -> Fact<'static> {
    match started() {
        Fact::Started(started) => Fact::Started(Started {
            pain_before: Some(pain),
            pain_limit: Some(3),
            ..started
        }),
        other => other,
    }
}

fn put_off() -> Fact<'static> {
    Fact::NotBegun(NotBegunFact {
        routine: RoutineFact::of(&lower_back()),
        device: Id::new(),
        pain_before: Some(8),
        why: WhyNot::PainAboveLimit { limit: 3 },
    })
}

#[test]
fn a_clock_that_was_set_back_takes_no_advice_away() {
    for (minutes, rest) in [(-5, None), (300, Some(Rest::PutOff))] {
        let record = Record::new();
        let begun = noon() + jiff::ToSpan::minutes(minutes);
        let put_off_at = noon() - jiff::ToSpan::minutes(10);
        let begun = Line::new(Id::new(), &begun, begun_with(1)).text();
        let put_off = Line::new(Id::new(), &put_off_at, put_off()).text();
        record.write("2026.jsonl", put_off + &begun);
        assert_eq!(rests(&record.read(), &noon()), [rest; 2], "{minutes}");
    }
}

#[test]
fn an_answer_of_a_clock_that_stood_ahead_is_not_the_last_word_once_its_time_has_come() {
    let fine = || {
        let ended = Fact::Completed {};
        let after = noted(None, Some(0), None);
        vec![begun_with(1), ended, after]
    };
    for (facts, later, advised) in [
        // A little pain, of a clock that was three hours ahead; in truth before the session was put off.
        (fine(), put_off(), true),
        (fine(), begun_with(8), true),
        // The clock stood right, and it hurts less by now.
        (vec![put_off()], begun_with(1), false),
    ] {
        for hours in [3, 11] {
            let record = Record::new();
            let session = Id::new();
            let at = if advised { 2 } else { -2 };
            let at = noon() + jiff::ToSpan::hours(at);
            let earlier = facts.iter().cloned();
            let earlier = earlier.map(|fact| Line::new(session, &at, fact).text());
            let later = Line::new(Id::new(), &noon(), later.clone()).text();
            record.write("2026.jsonl", earlier.collect::<String>() + &later);
            let now = noon() + jiff::ToSpan::hours(hours);
            let rests = rests(&record.read(), &now).map(|rest| rest.is_some());
            assert_eq!(rests, [advised; 2], "{facts:?} {hours}");
        }
    }
}

/// The session that may be gone on with at noon.
fn to_go_on_with(log: &Log, routine: &Routine) -> Option<Unfinished> {
    let history = log.history();
    let unfinished = history.unfinished(log.device(), &noon())?;
    let day = history.day(&noon(), Some(unfinished.session));
    unfinished.can_go_on(routine, &day).then_some(unfinished)
}

#[test]
fn no_session_is_gone_on_with_past_the_advice_of_the_day() {
    let half_an_hour_ago = noon() - jiff::ToSpan::minutes(30);
    let of_pain = |pain| match started() {
        Fact::Started(started) => Fact::Started(Started {
            pain_before: Some(pain),
            pain_limit: Some(3),
            ..started
        }),
        other => other,
    };
    let no_time = Fact::Stopped {
        reason: StopReason::NoTime,
    };
    let of_another = |fact: Fact<'static>| match fact {
        Fact::Started(started) => Fact::Started(Started {
            device: Id::new(),
            routine: RoutineFact {
                id: "neck".into(),
                ..started.routine
            },
            ..started
        }),
        other => other,
    };
    let begun_with = |pain| vec![of_pain(pain), hold(1, 20_000)];
    let stopped_with = |pain, after| {
        let mut facts = begun_with(pain);
        facts.extend([no_time.clone(), noted(None, Some(after), None)]);
        facts
    };
    for (case, facts, earlier, put_off, goes_on) in [
        ("killed", begun_with(2), vec![], None, true),
        (
            "killed, begun with much pain",
            begun_with(8),
            vec![],
            None,
            false,
        ),
        ("no time", stopped_with(2, 2), vec![], None, true),
        (
            "no time, much pain",
            stopped_with(2, 4),
            vec![],
            None,
            false,
        ),
        (
            "no time, more pain",
            stopped_with(2, 3),
            vec![],
            None,
            false,
        ),
        (
            "then put off",
            stopped_with(2, 2),
            vec![],
            Some(&lower_back()),
            false,
        ),
        (
            "then another put off",
            stopped_with(2, 2),
            vec![],
            Some(&another()),
            false,
        ),
        (
            "after pain in another",
            stopped_with(2, 2),
            vec![of_another(started()), hurt(), stopped()],
            None,
            false,
        ),
    ] {
        let record = Record::new();
        let log = record.open();
        for (name, facts) in [("earlier.jsonl", earlier), ("2026.jsonl", facts)] {
            let session = Id::new();
            let lines = facts.into_iter();
            let lines = lines.map(|fact| Line::new(session, &half_an_hour_ago, fact).text());
            record.write(name, lines.collect::<String>());
        }
        if let Some(routine) = put_off {
            let why = WhyNot::PainAboveLimit { limit: 3 };
            log.not_begun(routine, Some(8), why);
        }
        let unfinished = to_go_on_with(&log, &lower_back());
        assert_eq!(unfinished.is_some(), goes_on, "{case}");
    }
}

#[test]
fn what_was_done_of_a_hold_before_it_hurt_is_not_done_after_the_pain() {
    let record = Record::new();
    let log = record.open();
    let mut exercise = Exercise::new("knee", "Knee to chest");
    exercise.prepare = Duration::ZERO;
    exercise.dose = crate::routine::Dose::Hold {
        hold: Duration::from_secs(10),
        reps: 2,
    };
    let routine = Arc::new(Routine::new("lower-back", "Lower back", vec![exercise]));
    let recorder = Recorder::new(&log, &routine, None);
    let mut course = Course::new(Performance::new(Arc::clone(&routine)), recorder);
    course.pass(5);
    course.give(Command::Extend);
    course.pass(8);
    course.give(Command::Hurts);
    course.give(Command::Skip);
    course.give(Command::Stop(StopReason::NoTime));
    drop(course);
    let history = log.history();
    let session = &history.sessions[0];
    assert_eq!(session.holds[0].outcome, Outcome::Done, "longer than asked");
    assert!(session.ended_in_pain());
    let standing = history.day(&noon(), None).standing(&routine, false);
    assert_eq!(standing.rest, Some(Rest::Stopped));
}

#[test]
fn however_a_session_ends_after_pain_or_is_torn_a_rest_is_advised_unless_more_was_done() {
    let (mut advised, mut not) = (0, 0);
    for seed in 0..60 {
        let mut random = fastrand::Rng::with_seed(seed);
        let routine = routine(&mut random);
        let record = Record::new();
        let log = record.open();
        let recorder = Recorder::new(&log, &routine, None);
        let mut course = Course::new(Performance::new(Arc::clone(&routine)), recorder);
        course.some(&mut random);
        course.give(Command::Hurts);
        course.some(&mut random);
        if random.bool() {
            let reasons = [StopReason::NoTime, StopReason::Other, StopReason::Pain];
            course.give(Command::Stop(*random.choice(&reasons).unwrap()));
        }
        let mut after_pain = std::mem::take(&mut course.after_pain).into_iter();
        drop(course);
        assert_eq!(log.flush(), Ok(()));
        let text = fs::read_to_string(record.file("2026.jsonl")).unwrap();
        let (mut whole, mut since_pain) = (String::new(), None);
        for line in text.lines() {
            whole = whole + line + "\n";
            if line.contains(r#"{"hurt":"#) {
                since_pain = Some(false);
            }
            if line.contains(r#""fact":{"hold":"#) {
                let is_after = after_pain.next().unwrap();
                if let Some(done) = &mut since_pain {
                    *done |= is_after && line.contains(r#""outcome":"done""#);
                }
            }
            let beginning = &line[..random.usize(0..20)];
            record.write("2026.jsonl", whole.clone() + beginning);
            let history = record.read();
            let standing = history.day(&noon(), None).standing(&routine, false);
            let ended_in_pain = since_pain == Some(false) || line.contains(r#""reason":"pain""#);
            let rest = ended_in_pain.then_some(Rest::Stopped);
            assert_eq!(standing.rest, rest, "seed {seed}:\n{whole}");
            let unfinished = history.unfinished(log.device(), &noon());
            assert!(
                unfinished.is_none() || !ended_in_pain,
                "seed {seed}:\n{whole}"
            );
            *if ended_in_pain {
                &mut advised
            } else {
                &mut not
            } += 1;
        }
    }
    assert!(advised > 50 && not > 50, "{advised} {not}");
}
