//! Two machines whose records a sync program carries to each other while both write.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jiff::{ToSpan as _, Zoned};

use super::super::record::{Correction, Fact, Line, Now};
use super::{DEVICE, Fallback, Id, Log, Place, Record, Writer, hold, id, noon, noted, started};

const OTHER: &str = "01935000-0000-7000-8000-000000000002";

fn open(record: &Record, device: &str) -> Log {
    let writer = Writer::new(record.log().join(device));
    let elsewhere = Fallback::in_places(
        record.log().to_owned(),
        vec![Place::lasting(record.elsewhere())],
    );
    Log::with_writer(record.log().to_owned(), id(device), writer, elsewhere, noon).unwrap()
}

/// Puts each file of one record into the other, in one piece. What is there and is no beginning of it
/// stays beside it as the copy of a conflict.
fn carry(from: &Record, to: &Record, random: &mut fastrand::Rng) {
    for device in [DEVICE, OTHER] {
        let files = fs::read_dir(from.log().join(device)).into_iter().flatten();
        for file in files.map(|file| file.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap();
            // Files come one by one, and locks are files as well.
            if !file.is_file() || random.u8(0..4) == 0 {
                continue;
            }
            let content = fs::read(&file).unwrap();
            put(&to.log().join(device), name, &content, random);
        }
    }
}

fn put(folder: &Path, name: &str, content: &[u8], random: &mut fastrand::Rng) {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    let there = fs::read(&path).ok();
    if there.as_deref() == Some(content) {
        return;
    }
    let draft = folder.join(format!(".syncthing.{name}.tmp"));
    // A sync program that was ended leaves half of it behind.
    fs::write(&draft, &content[..content.len() / 2]).unwrap();
    if random.u8(0..8) == 0 {
        return;
    }
    fs::write(&draft, content).unwrap();
    let is_lost = there.is_some_and(|there| !content.starts_with(&there));
    if let Some(stem) = name.strip_suffix(".jsonl").filter(|_| is_lost) {
        let conflict = format!("{stem}.sync-conflict-{}.jsonl", random.u32(..));
        fs::rename(&path, folder.join(conflict)).unwrap();
    }
    fs::rename(draft, path).unwrap();
}

/// How many different lines a record has.
fn lines_of(record: &Record) -> usize {
    let folders = [DEVICE, OTHER].map(|device| record.log().join(device));
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let paths = files.map(|file| file.unwrap().path());
    let texts = paths
        .filter(|path| path.to_string_lossy().ends_with(".jsonl"))
        .map(|path| fs::read_to_string(path).unwrap());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.collect::<BTreeSet<_>>().len()
}

/// A year as two people live it who share a record, or as one lives it with two devices: what each did, in lines
/// that were written when it was done.
struct Year<'a> {
    records: &'a [Record; 2],
    writers: [Writer; 2],
    random: fastrand::Rng,
    /// Those that anybody may say something of.
    sessions: Vec<Id>,
    /// Which lines were written of each.
    lines: usize,
}

impl Year<'_> {
    fn write(&mut self, here: usize, time: &Zoned, session: Id, facts: Vec<Fact<'static>>) {
        self.lines += facts.len();
        let lines = facts.into_iter();
        let text: String = lines
            .map(|fact| Line::new(session, time, fact).text())
            .collect();
        let writer = &mut self.writers[here];
        writer.append(time.year(), &text, String::new).unwrap();
    }

    /// One or two sessions on either device, and now and then a word on one of the other's.
    fn day(&mut self, day: &Zoned) {
        for here in [0, 1] {
            if self.random.u8(0..5) == 0 {
                continue;
            }
            let session = Id::new();
            let held = self.random.u64(1..20_001);
            let mut facts = vec![started(), hold(1, held), hold(3, 20_000)];
            if self.random.u8(0..4) > 0 {
                facts.push(Fact::Completed {});
            }
            let time = day.saturating_add(self.random.i64(0..50_000).seconds());
            self.write(here, &time, session, facts);
            self.sessions.push(session);
            if self.random.u8(0..6) == 0 {
                let of = self.random.choice(&self.sessions).copied().unwrap();
                let fact = match self.random.u8(0..3) {
                    0 => Fact::NextDay {
                        pain: Some(self.random.u8(0..11)),
                    },
                    1 => Fact::Corrected(Correction {
                        pain_after: Some(Now(Some(self.random.u8(0..11)))),
                        ..Correction::default()
                    }),
                    _ => noted(None, Some(self.random.u8(0..11)), Some("stiff")),
                };
                self.write(here, &time, of, vec![fact]);
            }
        }
    }

    /// What a sync program, or a person who copies files, does on a day, if anything.
    fn carry(&mut self) {
        for _ in 0..self.random.u8(0..2) {
            let from = self.random.usize(0..2);
            let [one, other] = self.records;
            let (from, to) = if from == 0 {
                (one, other)
            } else {
                (other, one)
            };
            carry(from, to, &mut self.random);
        }
        if self.random.u8(0..40) == 0 {
            let record = &self.records[self.random.usize(0..2)];
            let copy = format!("2026 ({}).jsonl", self.random.u8(..));
            let _ = fs::copy(record.file("2026.jsonl"), record.file(&copy));
        }
    }
}

#[test]
fn two_devices_have_the_same_history_after_a_year_of_delays_duplicates_and_conflicts() {
    for seed in 0..3 {
        let records = [Record::new(), Record::new()];
        // With one id for both, as on machines that were copied, files are in conflict all the time.
        let other = if seed == 0 { DEVICE } else { OTHER };
        let writers = [(0, DEVICE), (1, other)].map(|(at, device)| {
            let record: &Record = &records[at];
            Writer::new(record.log().join(device))
        });
        let mut year = Year {
            records: &records,
            writers,
            random: fastrand::Rng::with_seed(seed),
            sessions: Vec::new(),
            lines: 0,
        };
        let first: Zoned = "2026-01-01T06:00:00+01:00[Europe/Berlin]".parse().unwrap();
        for days in 0_i32..if seed == 0 { 40 } else { 365 } {
            year.day(&first.saturating_add(i64::from(days).days()));
            year.carry();
        }
        let Year {
            sessions,
            mut random,
            lines,
            ..
        } = year;
        for round in 0..40 {
            carry(&records[round % 2], &records[1 - round % 2], &mut random);
        }
        let [here, there] = [0, 1].map(|at: usize| records[at].read());
        assert_eq!(here.problems, [], "seed {seed}");
        assert_eq!(here.sessions, there.sessions, "seed {seed}");
        assert_eq!(here.sessions.len(), sessions.len(), "seed {seed}");
        for record in &records {
            assert_eq!(lines_of(record), lines, "seed {seed}");
        }
    }
}

/// The sessions with the holds that were done of each.
fn done(record: &Record) -> BTreeSet<(Id, u32, u64)> {
    let history = record.read();
    assert_eq!(history.problems, []);
    let sessions = history.sessions.iter();
    let holds = sessions.flat_map(|session| {
        let holds = session.holds.iter().filter(|hold| hold.held_ms > 0);
        holds.map(|hold| (session.id, hold.step, hold.held_ms))
    });
    holds.collect()
}

#[test]
fn whatever_a_sync_program_does_between_two_machines_both_have_all_that_was_done() {
    for seed in 0..25 {
        let mut random = fastrand::Rng::with_seed(seed);
        // A machine that was copied as a whole has the other's id.
        let other = if random.bool() { DEVICE } else { OTHER };
        let records = [Record::new(), Record::new()];
        let logs = [open(&records[0], DEVICE), open(&records[1], other)];
        // The last is gone on with on both.
        let sessions = [Id::new(), Id::new(), Id::new()];
        let marks: Vec<_> = [0, 1].map(|at| logs[at].begin(sessions[at])).into();
        for (session, log) in sessions.iter().zip([&logs[0], &logs[1], &logs[0]]) {
            log.write(*session, started());
        }
        let mut written = BTreeSet::new();
        let mut steps = [1, 3, 5, 7]
            .map(|step| [0, 1, 2].map(|at| (at, step)))
            .concat();
        random.shuffle(&mut steps);
        for (at, step) in steps {
            let here = if at == 2 { random.usize(0..2) } else { at };
            let held = random.u64(1..20_001);
            logs[here].write(sessions[at], hold(step, held));
            assert_eq!(logs[here].flush(), Ok(()), "seed {seed}");
            written.insert((sessions[at], step, held));
            for _ in 0..random.u8(0..3) {
                let from = random.usize(0..2);
                carry(&records[from], &records[1 - from], &mut random);
            }
        }
        for log in &logs {
            log.write(sessions[2], Fact::Completed {});
        }
        drop(marks);
        drop(logs);
        // Now and then a file does not come; in the end all have.
        for round in 0..40 {
            carry(&records[round % 2], &records[1 - round % 2], &mut random);
        }
        for record in &records {
            assert_eq!(done(record), written, "seed {seed}");
        }
    }
}
