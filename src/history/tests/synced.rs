//! Two machines whose records a sync program carries to each other while both write.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::super::record::Fact;
use super::{DEVICE, Fallback, Id, Log, Place, Record, Writer, hold, id, noon, started};

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
