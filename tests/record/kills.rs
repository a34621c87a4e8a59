//! Guides that are killed in a loop while they write one hold after another, several at once, each going on
//! with what was cut off before.

use std::collections::BTreeSet;
use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;
use supple::history::{History, Log, Recorder};
use supple::routine::{Routine, Surroundings, read};
use supple::runner::Record as _;
use supple::session::{Command, EventKind, Outcome, Reading, Session};

use crate::machine::Machine;
use crate::machine::folders::folders;
use crate::{kill, machine};

/// The test starts itself again with this set: whose folders to write into.
const PLACE: &str = "SUPPLE_TEST_GUIDES_IN";

/// What the test's name is, with which it starts itself.
const TEST: &str = "kills::what_was_called_held_is_there_once_however_often_guides_are_killed";

/// As many holds as nobody lives to see the end of.
const ROUTINE: &str = r#"
format = 1
id = "long"
title = "Lang, mit Dehnübungen für den Rücken"

[[exercise]]
id = "knee"
name = "Knie zur Brust – ein Bein"
hold = "20s"
reps = 8
sets = 3
"#;

fn routine() -> Arc<Routine> {
    let surroundings = Surroundings {
        stem: "long",
        today: Date::constant(2026, 11, 1),
        image: &|_| Ok(()),
    };
    Arc::new(read(ROUTINE.as_bytes(), &surroundings).routine.unwrap())
}

/// In a process that was started to guide: does one session after another, as fast as the disk takes their
/// lines, and says each hold that is on the disk. Tells whether this is such a process.
fn is_guide() -> bool {
    let Some(place) = env::var_os(PLACE) else {
        return false;
    };
    let log = Log::open(&folders(place.as_ref())).unwrap();
    let routine = routine();
    loop {
        let now = Zoned::now();
        let unfinished = log.history().unfinished(log.device(), &now);
        // Another guide may be faster.
        let taken_up = unfinished.and_then(|it| log.take_up(it.session, &now));
        if let Some(taken_up) = taken_up {
            let session = taken_up.unfinished.session(&routine);
            guide(session, Recorder::go_on(&log, &routine, taken_up), &log);
        } else {
            let session = Session::new(Arc::clone(&routine));
            guide(session, Recorder::new(&log, &routine, None), &log);
        }
    }
}

fn guide(mut session: Session, mut recorder: Recorder, log: &Log) {
    let plan = Arc::clone(session.plan());
    let mut events = Vec::new();
    let mut time = Duration::ZERO;
    let reading = |time| Reading {
        monotonic: time,
        with_sleep: time,
    };
    session
        .apply(Command::Start, reading(time), &mut events)
        .unwrap();
    let mut out = io::stdout();
    while !session.state().is_over() {
        time += Duration::from_secs(1);
        session.advance(reading(time), &mut events);
        for event in events.drain(..) {
            recorder.event(&event, &plan);
            let EventKind::Attempted(hold) = event.kind else {
                continue;
            };
            assert_eq!(hold.outcome, Outcome::Done);
            assert_eq!(log.flush(), Ok(()));
            assert!(recorder.is_written());
            let (id, step) = (recorder.session(), plan.on_record(hold.step));
            writeln!(out, "held: {id} {step}").unwrap();
        }
    }
}

/// Starts a guide and kills it after it has said so many holds. Returns all that it said.
fn guide_until(machine: &Machine, holds: usize) -> String {
    let mut guide = Process::new(env::current_exe().unwrap())
        .args(["--exact", TEST, "--nocapture"])
        .env(PLACE, machine.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(guide.stdout.take().unwrap());
    let mut text = String::new();
    while text.matches("held: ").count() < holds {
        assert!(output.read_line(&mut text).unwrap() > 0, "{text}");
    }
    kill(guide);
    output.read_to_string(&mut text).unwrap();
    // The last word may have been cut off.
    text.truncate(text.rfind('\n').map_or(0, |end| end + 1));
    text
}

#[test]
fn what_was_called_held_is_there_once_however_often_guides_are_killed() {
    const GUIDES: usize = 4;
    const KILLS_EACH: usize = 76;
    if is_guide() {
        return;
    }
    let machine = machine();
    let said = thread::scope(|scope| {
        let guides: Vec<_> = (0..GUIDES as u64)
            .map(|seed| {
                let machine = &machine;
                scope.spawn(move || {
                    let mut random = fastrand::Rng::with_seed(seed);
                    let texts = (0..KILLS_EACH).map(|_| guide_until(machine, random.usize(1..7)));
                    texts.collect::<String>()
                })
            })
            .collect();
        let texts = guides.into_iter().map(|guide| guide.join().unwrap());
        texts.collect::<String>()
    });

    let history = History::read(&machine.folders().log());
    assert_eq!(history.problems, []);
    let mut kept = BTreeSet::new();
    for session in &history.sessions {
        assert_eq!(session.other_attempts, [], "doubled in {}", session.id);
        for hold in &session.holds {
            if hold.outcome == Outcome::Done {
                assert_eq!(hold.held_ms, 20_000);
                kept.insert(format!("held: {} {}", session.id, hold.step));
            }
        }
    }
    let mut holds: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("held: "))
        .collect();
    let told = holds.len();
    holds.sort_unstable();
    holds.dedup();
    assert_eq!(holds.len(), told, "a hold was done twice");
    for hold in &holds {
        let at = hold.find("held: ").unwrap();
        assert!(kept.contains(&hold[at..]), "{hold} is not on record");
    }
    assert!(told >= GUIDES * KILLS_EACH);
    let went_on = machine.lines().matches("\"continued\"").count();
    assert!(went_on > 0, "none went on with what was cut off");
}
