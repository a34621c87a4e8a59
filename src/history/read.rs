//! Reads every line of every file of every device, and makes one union of them.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::correction::Said;
use super::lines::{Lines, Next};
use super::problem::{Problem, ProblemKind};
use super::quarantine::{self, BadLine};
use super::record::{
    self, Fact, HoldFact, Id, Line, MOST_PAIN, Prescribed, RoutineFact, Started, ToldFact, Unread,
    WhyLeftOut, WhyNot, countable,
};
use super::room::{self, Balance, Room};
use super::session::{Hold, Hurt, Load, NotBegun, RecordedSession, Reps, RoutineRef};
use super::site::Site;
use super::texts::{Texts, cut};
use crate::contain::contained;
use crate::disk;
use crate::routine::{Due, LONGEST_NAME, LONGEST_TEXT, MOST_EXERCISES, MOST_STEPS};
use crate::session::{Answer, StopReason};
use crate::text::without_mark;
use crate::words::Message;

/// No exercise has more sets.
pub(super) const MOST_SETS: usize = 100;

/// The facts of all files, each once, those of a session side by side in the order of their ids.
#[derive(Debug, Default)]
pub(super) struct Union {
    pub files: usize,
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
}

/// A line that was read, without what the history does not need.
#[derive(Debug)]
pub(super) struct Entry {
    pub session: Id,
    pub line: Id,
    pub place: Place,
    pub fact: Kept,
}

/// Where a line is: the file, and its number there. Of two in one file the later one was written later,
/// whatever the clock said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub file: usize,
    pub line: usize,
}

#[derive(Debug)]
pub(super) enum Kept {
    Hold {
        hold: Hold,
        /// Whether its step is still to be done.
        again: bool,
    },
    Started(Box<KeptStart>),
    Ended {
        time: Box<str>,
        stopped: Option<StopReason>,
    },
    Noted {
        pain_before: Option<u8>,
        pain_after: Option<u8>,
        note: Option<Box<str>>,
        loads: Vec<Load>,
        reps: Vec<Reps>,
    },
    Hurt {
        time: Box<str>,
        /// Its exercise has no name until the line that says when the session began is read too.
        hurt: Hurt,
    },
    Answered(Answer),
    /// The session goes on, whether it was cut off or stopped before.
    Continued,
    Closed,
    NotBegun(Box<KeptNotBegun>),
    /// Done without Supple.
    Told(Box<KeptStart>),
    Said(Said),
    LeftOut(WhyLeftOut),
    NextDay {
        time: Box<str>,
        pain: u8,
    },
    /// As another record has it.
    Imported(Box<RecordedSession>),
}

#[derive(Debug, Default)]
pub(super) struct KeptStart {
    pub time: Box<str>,
    pub routine: RoutineRef,
    /// `None` if the line that says so is missing.
    pub device: Option<Id>,
    /// `None` in older lines.
    pub site: Option<Site>,
    pub pain_before: Option<u8>,
    pub pain_limit: Option<u8>,
    /// `None` in older lines.
    pub due: Option<Arc<Due>>,
    /// The steps of the dose in order, as if none had been reached.
    pub steps: Vec<Hold>,
    /// Those that are prescribed.
    pub loads: Vec<Load>,
    pub paces: Vec<(Arc<str>, u64)>,
}

#[derive(Debug)]
pub(super) struct KeptNotBegun {
    pub time: Box<str>,
    pub routine: RoutineRef,
    pub device: Id,
    pub pain_before: Option<u8>,
    pub why: WhyNot,
}

impl Entry {
    /// The line that was written last of what it says.
    pub(super) fn last_line(&self) -> Id {
        match &self.fact {
            Kept::Imported(session) => session.last_line,
            _ => self.line,
        }
    }

    /// What it takes in memory at most, as long as the history is put together of it.
    fn memory(&self) -> usize {
        let of_fact = match &self.fact {
            Kept::Started(start) | Kept::Told(start) => start.memory(),
            // Where no line says what was prescribed, it gets a place beside the entry.
            Kept::Hold { .. } => size_of::<Hold>(),
            Kept::Noted {
                note, loads, reps, ..
            } => {
                let sets = |it: &Reps| size_of_val(&it.reps[..]) + size_of::<Reps>();
                note.as_deref().map_or(0, str::len)
                    + 2 * size_of_val(&loads[..])
                    + reps.iter().map(|it| 2 * sets(it)).sum::<usize>()
            }
            Kept::NotBegun(_) => size_of::<KeptNotBegun>() + size_of::<NotBegun>(),
            Kept::Hurt { time, .. } => time.len() + 2 * size_of::<Hurt>(),
            Kept::Ended { time, .. } | Kept::NextDay { time, .. } => time.len(),
            Kept::Said(said) => 2 * said.memory(),
            Kept::Imported(session) => session.memory(),
            Kept::Answered(_) | Kept::Continued | Kept::Closed | Kept::LeftOut(_) => 0,
        };
        size_of::<Self>() + of_fact
    }
}

impl KeptStart {
    fn memory(&self) -> usize {
        let exercises = self
            .steps
            .chunk_by(|one, other| one.exercise == other.exercise);
        size_of::<Self>()
            + self.time.len()
            + size_of_val(&self.steps[..])
            + 2 * size_of_val(&self.loads[..])
            + size_of_val(&self.paces[..])
            // What is found in all sessions is found for each exercise.
            + exercises.count() * room::EACH_EXERCISE
    }

    /// Whether it began in another copy of the record than the one at this site.
    pub(super) fn is_of_another(&self, site: &str) -> bool {
        self.site.as_ref().is_some_and(|began| **began != *site)
    }
}

/// What becomes of lines that can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// They are copied aside, so that a program that cleans up loses nothing.
    CopiedAside,
    /// They are reported, and nothing is written: the record is somebody else's.
    Reported,
}

/// Reads the folder of the record. One that is not there is an empty record.
pub(super) fn union(log: &Path, bad_lines: Bad) -> Union {
    let mut union = Union::default();
    let paths = files(log, &mut union.problems);
    union.files = paths.len();
    let files = read_all(&paths, read_file);
    let mut bad = Vec::new();
    for (number, (path, file)) in paths.into_iter().zip(files).enumerate() {
        union.add(file.entries, number);
        bad.extend(file.bad.into_iter().map(|line| (path.clone(), line)));
        let (newer, more, too_much) = (file.newer, file.more_bad, file.too_much);
        let newer = (newer > 0).then_some(ProblemKind::Newer { lines: newer });
        let more = (more > 0).then_some(ProblemKind::MoreDamaged { lines: more });
        let too_much = (too_much > 0).then_some(ProblemKind::TooMuch { lines: too_much });
        let counted = newer.into_iter().chain(more).chain(too_much);
        let kinds = counted.map(|kind| (None, kind));
        let problems = file.problems.into_iter().chain(kinds);
        union.problems.extend(problems.map(|(line, kind)| Problem {
            path: path.clone(),
            line,
            kind,
        }));
    }
    union.sort();
    drop_rewritten(&mut bad, &union.entries);
    union.problems.extend(match bad_lines {
        Bad::CopiedAside => quarantine::copy_aside(log, &bad),
        Bad::Reported => bad
            .into_iter()
            .map(|(path, line)| Problem {
                path,
                line: Some(line.number),
                kind: ProblemKind::Damaged { copy: None },
            })
            .collect(),
    });
    union
}

/// The same of lines that are in no file yet.
pub(super) fn union_of_lines(lines: &[u8]) -> Union {
    let mut content = Content::default();
    // Reading from memory never fails.
    let _ = read_lines(lines, &mut content, &Room::default());
    let mut union = Union {
        files: 0,
        entries: content.entries,
        problems: Vec::new(),
    };
    union.sort();
    union
}

impl Union {
    fn sort(&mut self) {
        // Of two that are equal the first counts, and no second list is needed to sort them.
        self.entries
            .sort_unstable_by_key(|entry| (entry.session, entry.line, entry.place));
        self.entries
            .dedup_by_key(|entry| (entry.session, entry.line));
    }

    /// Adds the entries of the file with this number.
    fn add(&mut self, mut entries: Vec<Entry>, file: usize) {
        for entry in &mut entries {
            entry.place.file = file;
        }
        if self.entries.is_empty() {
            self.entries = entries;
        } else {
            self.entries.append(&mut entries);
        }
    }
}

/// A line that can't be read and is whole elsewhere is no loss.
fn drop_rewritten(bad: &mut Vec<(PathBuf, BadLine)>, entries: &[Entry]) {
    if bad.is_empty() {
        return;
    }
    let whole: HashSet<Id> = entries.iter().map(|entry| entry.line).collect();
    bad.retain(|(_, line)| record::id_of_torn(&line.bytes).is_none_or(|id| !whole.contains(&id)));
}

/// The files of lines of every device, and any that a person put beside them.
pub(super) fn files(log: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    // A pipe or a device under such a name has no end.
    let is_lines = |path: &PathBuf| is_name_of_lines(path) && path.is_file();
    for path in entries_of(log, problems) {
        if path.is_dir() && !quarantine::is_folder(&path) {
            files.extend(entries_of(&path, problems).into_iter().filter(is_lines));
        } else if is_lines(&path) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Whether a file of this name has lines of the record. Copies that sync programs make of conflicts
/// do, whether they put their mark before the ending or behind it; what programs have not written to
/// its end yet does not, nor does a copy of damaged lines.
pub(super) fn is_name_of_lines(path: &Path) -> bool {
    const UNFINISHED: [&str; 5] = [".tmp", ".temp", ".part", ".partial", ".crdownload"];
    // What a backup makes of them is no text.
    const PACKED: [&str; 10] = [
        ".gz", ".bz2", ".xz", ".zst", ".lz4", ".br", ".zip", ".7z", ".gpg", ".age",
    ];
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    let is_hidden = name.starts_with('.');
    let mut others = UNFINISHED.iter().chain(&PACKED);
    let is_other = others.any(|end| name.ends_with(end));
    name.contains(".jsonl") && !is_hidden && !is_other && !quarantine::is_copy(&name)
}

fn entries_of(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    disk::entries(folder).unwrap_or_else(|error| {
        problems.push(Problem {
            path: folder.to_owned(),
            line: None,
            kind: ProblemKind::Unreadable(disk::reason(&error)),
        });
        Vec::new()
    })
}

/// Reads the files side by side, as many at once as there are processors.
fn read_all(paths: &[PathBuf], read: impl Fn(&Path, &Room) -> Content + Sync) -> Vec<Content> {
    // Each may hold a line of the greatest length.
    const MOST_THREADS: usize = 4;
    let room = Room::default();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(paths.len()));
    let work = || {
        while let Some((at, path)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            paths.get(at).map(|path| (at, path))
        } {
            // A mistake of the program's own costs this file alone.
            let content = contained(|| read(path, &room)).unwrap_or_else(Content::failed);
            done.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((at, content));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 1..threads.min(paths.len()).min(MOST_THREADS) {
            // Where the system gives no thread, this one does all of the work.
            let _ = thread::Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, content)| content).collect()
}

/// What one file says.
#[derive(Debug, Default)]
struct Content {
    entries: Vec<Entry>,
    bad: Vec<BadLine>,
    /// Bad lines beyond those that there is room for.
    more_bad: usize,
    /// Lines that only a later version understands.
    newer: usize,
    /// Lines that say more than there is room for.
    too_much: usize,
    /// What else is wrong, with the line where it is in one.
    problems: Vec<(Option<usize>, ProblemKind)>,
}

impl Content {
    /// For a file whose reading panicked.
    fn failed() -> Self {
        let kind = ProblemKind::Unreadable(Message::new("error-background"));
        Self {
            problems: vec![(None, kind)],
            ..Self::default()
        }
    }

    /// What a full disk left of a line that then follows whole is no loss.
    fn drop_beginnings_of(&mut self, whole: &[u8]) {
        while self
            .bad
            .pop_if(|line| whole.starts_with(&line.bytes))
            .is_some()
        {}
    }

    fn add_bad(&mut self, number: usize, bytes: &[u8], room: &Room) {
        if room.problem(bytes.len()) {
            let bytes = bytes.to_owned();
            self.bad.push(BadLine { number, bytes });
        } else {
            self.more_bad += 1;
        }
    }

    fn add_problem(&mut self, number: usize, kind: ProblemKind, room: &Room) {
        if room.problem(0) {
            self.problems.push((Some(number), kind));
        } else {
            self.more_bad += 1;
        }
    }
}

fn read_file(path: &Path, room: &Room) -> Content {
    let mut content = Content::default();
    let read = File::open(path).and_then(|file| read_lines(file, &mut content, room));
    if let Err(error) = read {
        // What was read before the error counts.
        let kind = ProblemKind::Unreadable(disk::reason(&error));
        content.problems.push((None, kind));
    }
    content
}

fn read_lines(file: impl Read, content: &mut Content, room: &Room) -> io::Result<()> {
    const AT_ONCE: usize = 1 << 17;
    let mut lines = Lines::of(BufReader::with_capacity(AT_ONCE, file));
    let mut texts = Texts::default();
    let mut balance = Balance::default();
    for number in 1.. {
        let (line, ended) = match lines.next()? {
            Next::Line { bytes, ended } => (bytes, ended),
            Next::TooLong => {
                content.add_problem(number, ProblemKind::LongLine, room);
                continue;
            }
            Next::TooLarge => {
                content.problems.push((None, ProblemKind::LargeFile));
                break;
            }
            Next::End => break,
        };
        // A mark or spaces that an editor adds are no damage.
        let bytes = without_mark(line).trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        let read = Line::read(bytes);
        if matches!(read, Ok(_) | Err(Unread::Newer)) {
            content.drop_beginnings_of(bytes);
        }
        match read {
            Ok(line) => {
                if line.fact.pain().any(|pain| pain > MOST_PAIN) {
                    content.add_problem(number, ProblemKind::NoPain, room);
                }
                let Some(entry) = texts.entry(line, number) else {
                    continue;
                };
                let memory = entry.memory() + texts.memory();
                if balance.take(entry.session, bytes.len(), memory, room) {
                    content.entries.push(entry);
                } else {
                    content.too_much += 1;
                    drop(entry);
                    texts.leave_out(memory);
                }
            }
            Err(Unread::Newer) => content.newer += 1,
            // The last line may be on its way to the disk, or be what a crash left of one.
            Err(Unread::Torn | Unread::Damaged) if !ended => {}
            Err(Unread::Torn) if record::is_hardly_begun(bytes) => {}
            Err(Unread::Torn | Unread::Damaged) => content.add_bad(number, bytes, room),
        }
    }
    Ok(())
}

impl Texts {
    /// What the history needs of a line, which is the file's of that number.
    fn entry(&mut self, line: Line<'_>, number: usize) -> Option<Entry> {
        let fact = match line.fact {
            Fact::Started(started) => Kept::Started(Box::new(self.start(&line.time, &started))),
            Fact::Hold(hold) => Kept::Hold {
                hold: self.hold(&hold),
                again: hold.again,
            },
            Fact::Completed {} => Kept::Ended {
                time: cut(&line.time, LONGEST_NAME).into(),
                stopped: None,
            },
            Fact::Stopped { reason } => Kept::Ended {
                time: cut(&line.time, LONGEST_NAME).into(),
                stopped: Some(reason),
            },
            Fact::Noted {
                pain_before,
                pain_after,
                note,
                loads,
                reps,
            } => Kept::Noted {
                pain_before: real(pain_before),
                pain_after: real(pain_after),
                note: note.map(|note| cut(&note, LONGEST_TEXT).into()),
                loads: loads
                    .iter()
                    .take(MOST_EXERCISES)
                    .map(|it| self.load(&it.exercise, &it.load))
                    .collect(),
                reps: reps
                    .iter()
                    .take(MOST_EXERCISES)
                    .map(|it| Reps {
                        exercise: self.id(&it.exercise),
                        side: it.side,
                        reps: it.reps.iter().copied().take(MOST_SETS).collect(),
                    })
                    .collect(),
            },
            Fact::Closed {} => Kept::Closed,
            Fact::Told(told) => Kept::Told(Box::new(self.told(&told))),
            Fact::Corrected(correction) => Kept::Said(Said::Corrected(Box::new(correction))),
            Fact::Undone { line } => Kept::Said(Said::Undone(line)),
            Fact::LeftOut { why } => Kept::LeftOut(why),
            Fact::Imported(session) => {
                Kept::Imported(Box::new(self.imported(line.session, &session)?))
            }
            Fact::NextDay { pain } => Kept::NextDay {
                time: cut(&line.time, LONGEST_NAME).into(),
                pain: real(pain)?,
            },
            Fact::NotBegun(fact) => Kept::NotBegun(Box::new(KeptNotBegun {
                time: cut(&line.time, LONGEST_NAME).into(),
                routine: self.routine(&fact.routine),
                device: fact.device,
                pain_before: real(fact.pain_before),
                why: match fact.why {
                    WhyNot::PainAboveLimit { limit } => WhyNot::PainAboveLimit {
                        limit: limit.min(MOST_PAIN),
                    },
                },
            })),
            Fact::Hurt {
                step,
                exercise,
                side,
            } => Kept::Hurt {
                time: line.time.into(),
                hurt: Hurt {
                    step,
                    exercise: self.id(&exercise),
                    name: self.text(&exercise),
                    side,
                    answer: None,
                },
            },
            Fact::Answered { answer } => Kept::Answered(answer),
            Fact::Continued { .. } => Kept::Continued,
            Fact::Away { .. } => return None,
        };
        Some(Entry {
            session: line.session,
            line: line.id,
            place: Place {
                file: 0,
                line: number,
            },
            fact,
        })
    }

    pub(super) fn load(&mut self, exercise: &str, load: &str) -> Load {
        Load {
            exercise: self.id(exercise),
            load: self.text(load),
        }
    }

    fn hold(&mut self, hold: &HoldFact<'_>) -> Hold {
        Hold {
            step: hold.step,
            exercise: self.id(&hold.exercise),
            name: self.text(&hold.name),
            side: hold.side,
            set: hold.set,
            rep: hold.rep,
            prescribed_ms: hold.prescribed_ms.map(countable),
            held_ms: countable(hold.held_ms),
            outcome: hold.outcome,
            // The line that begins the session names it.
            optional: false,
        }
    }

    fn start(&mut self, time: &str, started: &Started<'_>) -> KeptStart {
        let mut steps = Vec::new();
        let (mut loads, mut paces) = (Vec::new(), Vec::new());
        // No routine has more: see [`MOST_STEPS`].
        let mut left = usize::try_from(MOST_STEPS).unwrap_or(usize::MAX);
        for exercise in &started.exercises {
            let prescribed = &exercise.steps[..exercise.steps.len().min(left)];
            if prescribed.is_empty() {
                continue;
            }
            left -= prescribed.len();
            let (id, name) = (self.id(&exercise.id), self.text(&exercise.name));
            let hold = |step: &Prescribed| {
                // In the order of the steps, of which there may be thousands.
                let extra = exercise.extra.binary_search(&step.0).is_ok();
                Hold::not_reached(&id, &name, exercise.optional || extra, step)
            };
            steps.extend(prescribed.iter().map(hold));
            if let Some(ms) = exercise.rep_ms.filter(|ms| *ms > 0) {
                paces.push((Arc::clone(&id), countable(ms)));
            }
            loads.extend(exercise.load.as_ref().map(|load| self.load(&id, load)));
        }
        steps.sort_by_key(|hold| hold.step);
        KeptStart {
            time: cut(time, LONGEST_NAME).into(),
            routine: self.routine(&started.routine),
            device: Some(started.device),
            site: started.site.as_ref().map(|site| self.text(site)),
            pain_before: real(started.pain_before),
            pain_limit: real(started.pain_limit),
            due: started.due.as_ref().map(|due| self.due(due.due())),
            steps,
            loads,
            paces,
        }
    }

    fn told(&mut self, told: &ToldFact<'_>) -> KeptStart {
        KeptStart {
            time: cut(&told.done, LONGEST_NAME).into(),
            routine: self.routine(&told.routine),
            device: Some(told.device),
            due: Some(self.due(told.due.due())),
            ..KeptStart::default()
        }
    }

    pub(super) fn routine(&mut self, routine: &RoutineFact<'_>) -> RoutineRef {
        RoutineRef {
            id: self.id(&routine.id),
            revision: routine.revision,
            title: self.text(&routine.title),
            sha256: self.text(&routine.sha256),
            language: self.text(&routine.language),
        }
    }
}

/// A line that was written by anything else than Supple may say any number.
fn real(pain: Option<u8>) -> Option<u8> {
    pain.filter(|pain| *pain <= MOST_PAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_reading_breaks_off_costs_none_of_the_others() {
        let paths: Vec<PathBuf> = (0..12).map(|name| name.to_string().into()).collect();
        let broken = |at: usize| at % 5 == 2;
        let read = |path: &Path, _: &Room| {
            let at: usize = path.to_str().unwrap().parse().unwrap();
            assert!(!broken(at), "as a mistake would");
            Content {
                newer: at + 1,
                ..Content::default()
            }
        };
        for (at, content) in read_all(&paths, read).into_iter().enumerate() {
            let expected = if broken(at) { 0 } else { at + 1 };
            assert_eq!(
                (content.newer, content.problems.len()),
                (expected, usize::from(broken(at)))
            );
        }
    }
}
