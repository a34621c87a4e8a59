//! Reading on: only what is new is read again, and it comes to the same.

use std::fs;
use std::sync::Arc;

use super::super::reading::{Bad, Reading};
use super::super::record::Fact;
use super::*;

/// What a history says, but for what was looked for in it.
fn said(history: &History) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut ahead: Vec<Id> = history.ahead.iter().copied().collect();
    ahead.sort_unstable();
    (
        history.sessions.clone(),
        history.under_way.clone(),
        history.not_begun.clone(),
        ahead,
        history.problems.clone(),
        history.files,
    )
}

/// Changes the files as Supple, a crash, a person or a sync program does.
struct Changes {
    record: Record,
    random: fastrand::Rng,
    sessions: Vec<Id>,
}

impl Changes {
    fn name(&mut self) -> String {
        let names = ["2025.jsonl", "2026.jsonl", "2026.sync-conflict-1.jsonl"];
        self.random.choice(names).unwrap().to_owned()
    }

    fn lines(&mut self) -> String {
        if self.sessions.is_empty() || self.random.u8(0..3) == 0 {
            let id = Id::new();
            self.sessions.push(id);
            return line(id, started());
        }
        let id = *self.random.choice(&self.sessions).unwrap();
        let step = *self.random.choice(&[1, 3, 5, 7]).unwrap();
        let fact = match self.random.u8(0..6) {
            0 => Fact::Completed {},
            1 => noted(None, Some(self.random.u8(0..11)), Some("stiff")),
            2 => Fact::NextDay {
                pain: Some(self.random.u8(0..20)),
            },
            _ => hold(step, self.random.u64(1..20_001)),
        };
        line(id, fact)
    }

    fn change(&mut self) {
        let name = self.name();
        let path = self.record.file(&name);
        let mut content = fs::read(&path).unwrap_or_default();
        let mut is_exchanged = self.random.u8(0..5) == 0;
        match self.random.u8(0..16) {
            // As a crash cuts a line off, and as the next goes on behind it.
            0 => {
                let torn = self.lines();
                content.extend_from_slice(&torn.as_bytes()[..self.random.usize(1..torn.len())]);
            }
            1 => content.extend_from_slice(b"\n\0\0\0"),
            2 => content.truncate(self.random.usize(0..=content.len())),
            3 => drop(fs::remove_file(&path)),
            4 => {
                let other = self.name();
                content = fs::read(self.record.file(&other)).unwrap_or_default();
            }
            5 if !content.is_empty() => {
                let at = self.random.usize(0..content.len());
                content[at] ^= 4;
                // As a sync program brings it. What a disk does to what was read is found at the next start.
                is_exchanged = true;
            }
            6 => content.extend_from_slice(b"{\"v\":9,\"later\":true,\"crc\":\"00000000\"}\n"),
            _ => {
                for _ in 0..self.random.u8(1..5) {
                    let line = self.lines();
                    content.extend_from_slice(line.as_bytes());
                }
            }
        }
        if is_exchanged {
            let draft = self.record.log().join("draft");
            fs::write(&draft, &content).unwrap();
            fs::rename(draft, &path).unwrap();
        } else {
            fs::write(&path, &content).unwrap();
        }
    }
}

#[test]
fn what_is_read_on_comes_to_the_same_as_what_is_read_anew_whatever_became_of_the_files() {
    for seed in 0..12 {
        let mut changes = Changes {
            record: Record::new(),
            random: fastrand::Rng::with_seed(seed),
            sessions: Vec::new(),
        };
        let mut reading = Reading::default();
        for step in 0..60 {
            for _ in 0..changes.random.u8(1..3) {
                changes.change();
            }
            let on = reading.history(changes.record.log(), None, Bad::CopiedAside);
            let anew = changes.record.read();
            assert_eq!(said(&on), said(&anew), "seed {seed}, step {step}");
        }
    }
}

#[test]
fn what_was_read_of_a_file_that_grew_is_not_read_again() {
    let record = Record::new();
    let (first, text) = session([hold(1, 20_000)]);
    let (second, other) = session([hold(1, 7_000)]);
    record.write("2026.jsonl", format!("{text}{other}"));
    let mut reading = Reading::default();
    let before = reading.history(record.log(), None, Bad::CopiedAside);
    let more = line(second, hold(3, 300));
    record.write("2026.jsonl", format!("{text}{other}{more}"));
    let after = reading.history(record.log(), None, Bad::CopiedAside);
    let of = |history: &History, id| history.sessions.iter().find(|it| it.id == id).cloned();
    let [was, is] = [&before, &after].map(|history| of(history, first).unwrap());
    assert!(Arc::ptr_eq(&was, &is), "it is the very same");
    let [was, is] = [&before, &after].map(|history| of(history, second).unwrap().held_ms());
    assert_eq!((was, is), (7_000, 7_300));
}
