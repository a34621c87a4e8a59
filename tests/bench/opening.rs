//! Opening years of records, with what the last day comes to.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use jiff::{ToSpan, Zoned};
use supple::history::record::{
    ExerciseFact, Fact, HoldFact, Line, Prescribed, RoutineFact, Started,
};
use supple::history::{History, Id};
use supple::routine::Side;
use supple::session::Outcome;

use crate::figures::{cost_in_a_child, figure, heading, in_words, tell_parent};

/// Given to the bench's own program for [`open`].
pub(crate) const IN_A_CHILD: &str = "--open";
const SESSIONS_A_DAY: usize = 3;
const HOLDS: u32 = 12;

pub(crate) fn run() {
    heading("Opening the record, with what its last day comes to (twelve holds a session)");
    for (sessions, text) in [(1000, "1,000"), (11_000, "11,000"), (100_000, "100,000")] {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let bytes = write(folder.path(), sessions);
        assert_eq!(History::read(folder.path()).sessions.len(), sessions);
        let (time, mib) = cost_in_a_child(IN_A_CHILD, folder.path());
        let time = in_words(time);
        figure(
            &format!("{text} sessions, {} MiB of lines", bytes >> 20),
            &format!("{time}, {mib} MiB at most"),
        );
    }
}

/// What a child does and tells.
pub(crate) fn open(log: &Path) {
    let began = Instant::now();
    let history = History::read(log);
    let last = &history.sessions[0].started;
    let day = history.day(last, None);
    let past = history.past().len();
    let time = began.elapsed();
    assert!(history.problems.is_empty() && past == history.sessions.len());
    assert_eq!(day.date(), last.date());
    tell_parent(time);
}

/// Writes a record of that many sessions, three a day from 2016 on, and gives its size in bytes.
pub(crate) fn write(log: &Path, sessions: usize) -> u64 {
    let device = Id::new();
    let folder = log.join(device.to_string());
    fs::create_dir_all(&folder).unwrap();
    let mut time: Zoned = "2016-01-01T08:00:00+01:00[Europe/Berlin]".parse().unwrap();
    let mut year = Year::open(&folder, time.year());
    for number in 0..sessions {
        if time.year() != year.number {
            year = Year::open(&folder, time.year());
        }
        year.session(device, &time);
        time = &time
            + (if number % SESSIONS_A_DAY == 2 {
                14.hours()
            } else {
                5.hours()
            });
    }
    drop(year);
    let files = fs::read_dir(&folder).unwrap();
    files
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum()
}

struct Year {
    number: i16,
    file: BufWriter<File>,
}

impl Year {
    fn open(folder: &Path, number: i16) -> Self {
        let file = File::create(folder.join(format!("{number}.jsonl"))).unwrap();
        let file = BufWriter::new(file);
        Self { number, file }
    }

    fn session(&mut self, device: Id, time: &Zoned) {
        let session = Id::new();
        self.line(session, time, started(device));
        for step in 0..HOLDS {
            self.line(session, time, Fact::Hold(hold(step)));
        }
        self.line(session, time, Fact::Completed {});
    }

    fn line(&mut self, session: Id, time: &Zoned, fact: Fact<'static>) {
        let text = Line::new(session, time, fact).text();
        self.file.write_all(text.as_bytes()).unwrap();
    }
}

fn started(device: Id) -> Fact<'static> {
    let exercises = ["knee-to-chest", "lower-back-rotation"];
    Fact::Started(Started {
        routine: RoutineFact {
            id: "lower-back-relief".into(),
            revision: 3,
            title: "Lower back relief".into(),
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            language: "en".into(),
        },
        device,
        site: None,
        pain_before: Some(3),
        pain_limit: Some(3),
        due: None,
        prescribed_ms: u64::from(HOLDS) * 20_000,
        exercises: exercises
            .into_iter()
            .zip(0..)
            .map(|(id, place)| ExerciseFact {
                id: id.into(),
                name: id.into(),
                optional: false,
                load: None,
                rep_ms: None,
                extra: Vec::new(),
                steps: (0..HOLDS)
                    .filter(|step| step / (HOLDS / 2) == place)
                    .map(|step| {
                        let hold = hold(step);
                        Prescribed(
                            2 * step + 1,
                            hold.side,
                            hold.set,
                            hold.rep,
                            hold.prescribed_ms,
                        )
                    })
                    .collect(),
            })
            .collect(),
    })
}

fn hold(step: u32) -> HoldFact<'static> {
    let exercise = if step < HOLDS / 2 {
        "knee-to-chest"
    } else {
        "lower-back-rotation"
    };
    let half = step % (HOLDS / 2);
    HoldFact {
        step: 2 * step + 1,
        exercise: exercise.into(),
        name: exercise.into(),
        side: Some(if half < HOLDS / 4 {
            Side::Left
        } else {
            Side::Right
        }),
        set: Some(1),
        rep: Some(half % (HOLDS / 4) + 1),
        prescribed_ms: Some(20_000),
        held_ms: 20_000,
        outcome: Outcome::Done,
        again: false,
    }
}
