//! The union of all files of the record, and what was read of them, so that the next time only what is new is.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use super::assemble::{self, Piece};
use super::problem::{Problem, ProblemKind};
use super::quarantine::{self, BadLine};
use super::read::{self, Content, Job};
use super::record::{self, Id};
use super::texts::Texts;
use super::{History, files, site};

/// What was read of a record.
#[derive(Debug, Default)]
pub(super) struct Reading {
    log: PathBuf,
    /// The files with what they say, in order.
    files: Vec<(PathBuf, Content)>,
    /// What the sessions come to whose lines are in several places, with those places.
    scattered: HashMap<Id, (Vec<Spot>, Piece)>,
}

/// Where lines are: the number of the file, and the first byte and the first behind them.
type Spot = (usize, u64, u64);

/// What becomes of lines that can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// They are copied aside, so that a program that cleans up loses nothing.
    CopiedAside,
    /// They are reported, and nothing is written: the record is somebody else's.
    Reported,
}

/// Where what a session comes to is found.
enum Found {
    /// In one place: the number of the file, and the place in its runs.
    Run(usize, usize),
    Scattered(Id),
}

impl Reading {
    /// The history as the files have it now. A folder that is not there is an empty record. The session `own`
    /// counts as not running.
    pub(super) fn history(&mut self, log: &Path, own: Option<Id>, bad_lines: Bad) -> History {
        let (found, mut problems) = self.look(log);
        let pieces = found.iter().filter_map(|found| self.piece(found));
        let mut history = assemble::of(pieces, log, own);
        problems.extend(self.problems());
        problems.extend(match bad_lines {
            Bad::CopiedAside => quarantine::copy_aside(log, &self.bad_lines()),
            Bad::Reported => reported(self.bad_lines()),
        });
        problems.append(&mut history.problems);
        // Here, where nobody waits for a frame.
        history.found.look(&history.sessions);
        History {
            files: self.files.len(),
            problems,
            ..history
        }
    }

    /// What each session on record comes to.
    pub(super) fn each(&mut self, log: &Path, mut take: impl FnMut(&Piece)) {
        let (found, _) = self.look(log);
        let pieces = found.iter().filter_map(|found| self.piece(found));
        pieces.for_each(|(_, piece)| take(piece));
    }

    /// Reads what is new in the files, and finds what each session comes to, with what keeps it from that.
    fn look(&mut self, log: &Path) -> (Vec<Found>, Vec<Problem>) {
        let mut problems = self.read(log);
        let found = self.find().or_else(|_| {
            // A file was exchanged since it was read, a moment ago.
            self.files.clear();
            problems = self.read(log);
            self.find()
        });
        (found.unwrap_or_default(), problems)
    }

    /// Reads what is new in the files. Gives what keeps it from finding them.
    fn read(&mut self, log: &Path) -> Vec<Problem> {
        if self.log != log {
            *self = Self {
                log: log.to_owned(),
                ..Self::default()
            };
        }
        let mut problems = Vec::new();
        let paths = files::of(log, &mut problems);
        if !paths.iter().eq(self.files.iter().map(|(path, _)| path)) {
            // The numbers of the files are others.
            self.scattered.clear();
        }
        let mut before: HashMap<PathBuf, Content> = self.files.drain(..).collect();
        let jobs = paths.iter().map(|path| Job {
            path: path.clone(),
            before: before.remove(path),
        });
        let site = site::of(log);
        let read = |path: &Path, before, room: &_| read::read_file(path, before, room, &site);
        let contents = read::read_all(jobs.collect(), read);
        self.files = paths.into_iter().zip(contents).collect();
        problems
    }

    /// Finds what each session comes to, and reads the lines again of those that have them in several places.
    ///
    /// # Errors
    /// A file is not as it was when it was read.
    fn find(&mut self) -> io::Result<Vec<Found>> {
        let mut runs = Vec::new();
        for (file, (_, content)) in self.files.iter().enumerate() {
            let of_file = content.runs.iter().enumerate();
            runs.extend(of_file.map(|(place, run)| (run.session, file, place)));
        }
        runs.sort_unstable();
        let site = site::of(&self.log);
        let mut before = std::mem::take(&mut self.scattered);
        let mut texts = Texts::default();
        let mut found = Vec::with_capacity(runs.len());
        for of_session in runs.chunk_by(|(one, ..), (other, ..)| one == other) {
            let &[(id, file, place), ref others @ ..] = of_session else {
                continue;
            };
            if others.is_empty() {
                found.push(Found::Run(file, place));
                continue;
            }
            let those = || {
                of_session.iter().map(|&(_, file, place)| {
                    let (path, content) = &self.files[file];
                    (file, path, content, &content.runs[place])
                })
            };
            let spots = those().map(|(file, _, _, run)| (file, run.start, run.end));
            let spots: Vec<Spot> = spots.collect();
            let is_new = those().any(|(_, _, content, _)| content.is_new);
            let known = before.remove(&id).filter(|(at, _)| *at == spots && !is_new);
            let piece = if let Some((_, piece)) = known {
                piece
            } else {
                let mut entries = Vec::new();
                for (file, path, _, run) in those() {
                    entries.extend(read::entries_again(path, run, file, &mut texts)?);
                }
                assemble::piece(id, entries, &site)
            };
            self.scattered.insert(id, (spots, piece));
            found.push(Found::Scattered(id));
        }
        Ok(found)
    }

    /// What a session comes to. The places in one that is found in one place are of no file yet.
    fn piece(&self, found: &Found) -> Option<(Option<usize>, &Piece)> {
        match found {
            Found::Run(file, place) => {
                let (_, content) = self.files.get(*file)?;
                Some((Some(*file), &content.runs.get(*place)?.piece))
            }
            Found::Scattered(id) => self.scattered.get(id).map(|(_, piece)| (None, piece)),
        }
    }

    /// What is wrong with the files, but for single damaged lines.
    fn problems(&self) -> impl Iterator<Item = Problem> {
        self.files.iter().flat_map(|(path, file)| {
            let (newer, more, too_much) = (file.newer, file.more_bad, file.too_much);
            let newer = (newer > 0).then_some(ProblemKind::Newer { lines: newer });
            let more = (more > 0).then_some(ProblemKind::MoreDamaged { lines: more });
            let too_much = (too_much > 0).then_some(ProblemKind::TooMuch { lines: too_much });
            let counted = newer.into_iter().chain(more).chain(too_much);
            let kinds = counted.map(|kind| (None, kind));
            let problems = file.problems.iter().cloned().chain(kinds);
            problems.map(|(line, kind)| Problem {
                path: path.clone(),
                line,
                kind,
            })
        })
    }

    /// The damaged lines that are whole nowhere.
    fn bad_lines(&self) -> Vec<(PathBuf, BadLine)> {
        let bad = self.files.iter().flat_map(|(path, content)| {
            let lines = content.bad.iter().cloned();
            lines.map(|line| (path.clone(), line))
        });
        let mut bad: Vec<_> = bad.collect();
        let wanted = bad.iter();
        let wanted = wanted.filter_map(|(_, line)| record::id_of_torn(&line.bytes));
        let wanted: HashSet<Id> = wanted.collect();
        if !wanted.is_empty() {
            let paths = self.files.iter().map(|(path, _)| path);
            // Of a file that can't be read that is reported.
            let whole = paths.filter_map(|path| read::whole_of(path, &wanted).ok());
            let whole: HashSet<Id> = whole.flatten().collect();
            let is_lost = |line: &BadLine| {
                record::holds_another(&line.bytes)
                    || record::id_of_torn(&line.bytes).is_none_or(|id| !whole.contains(&id))
            };
            bad.retain(|(_, line)| is_lost(line));
        }
        bad
    }
}

fn reported(bad: Vec<(PathBuf, BadLine)>) -> Vec<Problem> {
    let problem = |(path, line): (PathBuf, BadLine)| Problem {
        path,
        line: Some(line.number),
        kind: ProblemKind::Damaged { copy: None },
    };
    bad.into_iter().map(problem).collect()
}

/// The history of lines that are in no file of a record, but were made of the one at `path`.
pub(super) fn history_of_lines(lines: &[u8], path: &Path) -> History {
    let content = read::read_lines(lines);
    // Of two lines of one session the later one counts.
    let pieces = content.runs.iter().map(|run| (run.session, &run.piece));
    let pieces: BTreeMap<Id, &Piece> = pieces.collect();
    let pieces = pieces.into_values().map(|piece| (None, piece));
    let history = assemble::of(pieces, path, None);
    history.found.look(&history.sessions);
    history
}
