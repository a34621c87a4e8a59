//! Two machines that have one device id, and a sync program that carries every file of one record to
//! the other: a copied home folder, or settings that are synced too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::log::Mark;
use super::super::reading::{Bad, Reading};
use super::super::record::Fact;
use super::super::recorder::Recorder;
use super::super::running;
use super::*;
use crate::clock;
use crate::plan::Plan;
use crate::runner::Record as _;
use crate::session::{Event, EventKind};

/// One of the two: its copy of the record, and what the sync program last saw there.
struct Machine {
    /// The session that is under way here.
    session: Option<(Id, Mark)>,
    log: Log,
    synced: BTreeSet<PathBuf>,
    /// After what writes into its folder.
    record: Record,
}

impl Machine {
    fn new() -> Self {
        let record = Record::new();
        let log = record.open();
        Self {
            record,
            log,
            session: None,
            synced: BTreeSet::new(),
        }
    }

    fn begin(&mut self) {
        let session = Id::new();
        let mark = self.log.begin(session);
        let Fact::Started(mut started) = started() else {
            unreachable!("it is what it is called");
        };
        started.site = Some(self.log.site().to_owned().into());
        self.log.write(session, Fact::Started(started));
        self.log.write(session, hold(1, 20_000));
        assert_eq!(self.log.flush(), Ok(()));
        self.session = Some((session, mark));
    }

    fn end(&mut self) {
        if let Some((session, mark)) = self.session.take() {
            self.log.write(session, Fact::Completed {});
            drop(mark);
            assert_eq!(self.log.flush(), Ok(()));
        }
    }

    /// All files below the folder of the record, by their paths in it.
    fn files(&self) -> BTreeSet<PathBuf> {
        let mut files = BTreeSet::new();
        let mut folders = vec![self.record.log().to_owned()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.strip_prefix(self.record.log()).unwrap().to_owned());
                }
            }
        }
        files
    }

    fn path(&self, file: &Path) -> PathBuf {
        self.record.log().join(file)
    }
}

/// Carries some of the files, and of the removals, from one machine to the other.
fn carry(from: &mut Machine, to: &mut Machine, random: &mut fastrand::Rng) {
    let files = from.files();
    for gone in from.synced.difference(&files) {
        if random.bool() {
            let _ = fs::remove_file(to.path(gone));
            to.synced.remove(gone);
        }
    }
    for file in &files {
        if random.u8(0..3) == 0 {
            continue;
        }
        let content = fs::read(from.path(file)).unwrap();
        let there = fs::read(to.path(file)).ok();
        // What only one of them has is new there, or was removed here: that comes on its own way.
        let is_removed = there.is_none() && to.synced.contains(file);
        if is_removed || there.as_ref() == Some(&content) {
            continue;
        }
        let target = to.path(file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        let is_older = there.is_some_and(|there| there.len() > content.len());
        if !is_older {
            if target.extension().is_some_and(|it| it == "jsonl") && target.exists() {
                let conflict = format!("2026.sync-conflict-{}.jsonl", random.u32(..));
                fs::rename(&target, target.with_file_name(conflict)).unwrap();
            }
            fs::write(&target, &content).unwrap();
        }
    }
    let both = [from.files(), to.files()];
    let both: BTreeSet<_> = both[0].intersection(&both[1]).cloned().collect();
    from.synced.extend(both.iter().cloned());
    to.synced.extend(both);
}

#[test]
fn a_session_under_way_on_one_machine_is_left_alone_by_another_with_the_same_id() {
    for seed in 0..15 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut machines = [Machine::new(), Machine::new()];
        for _ in 0..30 {
            let [one, other] = &mut machines;
            let (here, there) = if random.bool() {
                (one, other)
            } else {
                (other, one)
            };
            match random.u8(0..4) {
                0 if here.session.is_none() => here.begin(),
                1 => here.end(),
                _ => carry(here, there, &mut random),
            }
            for (here, there) in [(&machines[0], &machines[1]), (&machines[1], &machines[0])] {
                let Some((session, _)) = here.session else {
                    continue;
                };
                let folder = here.path(Path::new(DEVICE));
                assert!(running::is_running(&folder, session), "seed {seed}");
                for history in [here.log.history(), there.log.history()] {
                    let mut sessions = history.sessions.iter();
                    assert!(sessions.all(|it| it.id != session), "seed {seed}");
                    let offered = history.unfinished(id(DEVICE), &clock::here());
                    assert_eq!(offered, None, "seed {seed}");
                }
            }
        }
    }
}

#[test]
fn what_was_cut_off_is_gone_on_with_where_it_began_and_nowhere_else() {
    let [here, there] = [Record::new(), Record::new()];
    let session = {
        let log = here.open();
        let exercise = Exercise::new("knee", "Knee to chest");
        let routine = std::sync::Arc::new(Routine::new("back", "Back", vec![exercise]));
        let plan = Plan::of(&routine);
        let mut recorder = Recorder::new(&log, &routine, None);
        let event = |kind| Event {
            at: std::time::Duration::ZERO,
            kind,
        };
        recorder.event(&event(EventKind::Started), &plan);
        log.write(recorder.session(), hold(1, 20_000));
        assert_eq!(log.flush(), Ok(()));
        recorder.session()
    };
    there.write("2026.jsonl", fs::read(here.file("2026.jsonl")).unwrap());
    let next = [&here, &there].map(|record| {
        let all = Reading::default().history(record.log(), Some(session), Bad::CopiedAside);
        let it = all.sessions.iter().find(|it| it.id == session);
        it.and_then(|it| it.next_hold).is_some()
    });
    assert_eq!(next, [true, false]);
}

#[test]
fn the_mark_of_a_killed_program_is_swept_up_at_its_site_and_elsewhere_once_it_is_old() {
    let record = Record::new();
    let log = record.open();
    let old = id("01935000-0000-7000-8000-00000000000a");
    let marks = [
        (Id::new(), log.site().to_owned(), false),
        (Id::new(), "another site".to_owned(), true),
        (Id::new(), String::new(), true),
        (old, "another site".to_owned(), false),
    ];
    let mark = |session: Id| record.file("running").join(format!("{session}.lock"));
    fs::create_dir_all(record.file("running")).unwrap();
    for (session, from, _) in &marks {
        fs::write(mark(*session), from).unwrap();
    }
    let foreign = [".syncthing.half.tmp", "diary.txt", "diary.lock"];
    let foreign = foreign.map(|name| record.file("running").join(name));
    for file in &foreign {
        fs::write(file, "mine").unwrap();
    }
    drop(log.begin(Id::new()));
    assert_eq!(log.flush(), Ok(()));
    for (session, from, stays) in &marks {
        assert_eq!(mark(*session).exists(), *stays, "{from:?}");
    }
    assert!(foreign.iter().all(|file| file.exists()));
}

#[test]
#[cfg(unix)]
fn no_mark_is_made_or_swept_up_through_a_link() {
    let record = Record::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let old = elsewhere
        .path()
        .join("01935000-0000-7000-8000-00000000000a.lock");
    fs::write(&old, "mine").unwrap();
    let running = record.file("running");
    std::os::unix::fs::symlink(elsewhere.path(), &running).unwrap();
    let log = record.open();
    let session = Id::new();
    let mark = log.begin(session);
    log.write(session, started());
    assert_eq!(log.flush(), Ok(()));
    let names: Vec<_> = fs::read_dir(elsewhere.path()).unwrap().collect();
    assert_eq!(names.len(), 1);
    drop(mark);
    drop(log);
    assert!(old.exists());

    fs::remove_file(&running).unwrap();
    fs::create_dir(&running).unwrap();
    let link = running.join("01935000-0000-7000-8000-00000000000b.lock");
    std::os::unix::fs::symlink(&old, &link).unwrap();
    let log = record.open();
    drop(log.begin(Id::new()));
    drop(log);
    assert!(old.exists() && link.is_symlink());
}
