//! Reads one file of lines after another, each as far as it has not been read yet.
//!
//! What a file says of a session in lines that follow one another is put together at once: nearly every session
//! has its lines in one place, and of the others they are read again there.

use std::collections::HashSet;
use std::fs::{File, Metadata};
use std::io::{self, BufRead as _, BufReader, Cursor, Read, Seek, SeekFrom};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use crc32fast::Hasher;

use super::assemble::{self, Piece};
use super::kept::Entry;
use super::lines::{Lines, Next};
use super::problem::ProblemKind;
use super::quarantine::BadLine;
use super::record::{self, Id, Line, MOST_PAIN, Unread};
use super::room::{Balance, Room};
use super::texts::Texts;
use crate::contain::contained;
use crate::disk;
use crate::text::without_mark;
use crate::words::Message;

/// A file that is to be read, with what was read of it before.
pub(super) struct Job {
    pub path: PathBuf,
    pub before: Option<Content>,
}

/// Reads the files side by side, as many at once as there are processors.
pub(super) fn read_all(
    jobs: Vec<Job>,
    read: impl Fn(&Path, Option<Content>, &Room) -> Content + Sync,
) -> Vec<Content> {
    // Each may hold a line of the greatest length.
    const MOST_THREADS: usize = 4;
    let before = jobs.iter().filter_map(|job| job.before.as_ref());
    let room = Room::without(before.map(|content| content.room));
    let files = jobs.len();
    let jobs: Vec<Mutex<Job>> = jobs.into_iter().map(Mutex::new).collect();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(files));
    let work = || {
        while let Some((at, job)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(at).map(|job| (at, job))
        } {
            let mut job = job.lock().unwrap_or_else(PoisonError::into_inner);
            let before = job.before.take();
            // A mistake of the program's own costs this file alone.
            let content = contained(|| read(&job.path, before, &room));
            let content = content.unwrap_or_else(Content::failed);
            done.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((at, content));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 1..threads.min(files).min(MOST_THREADS) {
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
pub(super) struct Content {
    /// In the order of the file.
    pub runs: Vec<Run>,
    pub bad: Vec<BadLine>,
    /// Bad lines beyond those that there is room for.
    pub more_bad: usize,
    /// Lines that only a later version understands.
    pub newer: usize,
    /// Lines that say more than there is room for.
    pub too_much: usize,
    /// What else is wrong, with the line where it is in one.
    pub problems: Vec<(Option<usize>, ProblemKind)>,
    /// Whether it was read from its beginning this time.
    pub is_new: bool,
    /// What was taken of the room of all files: for problems, and for lines.
    room: (usize, usize),
    read: Option<ReadTo>,
}

/// Lines of one session that follow one another in a file.
#[derive(Debug)]
pub(super) struct Run {
    pub session: Id,
    /// Its first byte in the file, and the first behind it.
    pub start: u64,
    pub end: u64,
    /// The number of its first line.
    pub line: usize,
    pub piece: Piece,
}

/// How far a file was read.
#[derive(Debug)]
struct ReadTo {
    about: About,
    /// Where the next line begins.
    end: u64,
    lines: usize,
    /// Of the bytes before that.
    checksum: Hasher,
    /// Whether nothing but what is behind the end can be new, as long as that is as it was.
    can_go_on: bool,
}

/// What tells a file from the one that was read: another has another of these.
#[derive(Debug, Clone, PartialEq, Eq)]
struct About {
    length: u64,
    changed: Option<SystemTime>,
    number: u64,
}

impl About {
    fn of(about: &Metadata) -> Self {
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(about);
        #[cfg(not(unix))]
        let number = 0;
        Self {
            length: about.len(),
            changed: about.modified().ok(),
            number,
        }
    }
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
        if let Some(taken) = room.problem(bytes.len()) {
            self.room.0 += taken;
            let bytes = bytes.to_owned();
            self.bad.push(BadLine { number, bytes });
        } else {
            self.more_bad += 1;
        }
    }

    fn add_problem(&mut self, number: usize, kind: ProblemKind, room: &Room) {
        if let Some(taken) = room.problem(0) {
            self.room.0 += taken;
            self.problems.push((Some(number), kind));
        } else {
            self.more_bad += 1;
        }
    }
}

/// Reads a file on from where it was read to before, or all of it where it is another.
pub(super) fn read_file(path: &Path, before: Option<Content>, room: &Room, site: &str) -> Content {
    let mut content = Content {
        is_new: true,
        ..Content::default()
    };
    let read = File::open(path).and_then(|mut file| {
        let about = About::of(&file.metadata()?);
        if let Some(before) = before {
            let is_as_it_was = before.is_of(&about);
            if is_as_it_was || before.goes_on_in(&mut file, &about) {
                content = Content {
                    is_new: false,
                    ..before
                };
            }
            if is_as_it_was {
                return Ok(());
            }
        }
        read_on(&mut file, about, &mut content, room, site)
    });
    if let Err(error) = read {
        // What was read before the error counts.
        let kind = ProblemKind::Unreadable(disk::reason(&error));
        content.problems.push((None, kind));
        content.read = None;
    }
    content
}

impl Content {
    /// Whether a file is as it was when it was read.
    fn is_of(&self, about: &About) -> bool {
        self.read.as_ref().is_some_and(|read| read.about == *about)
    }

    /// Whether a file has what was read, and more.
    fn goes_on_in(&self, file: &mut File, about: &About) -> bool {
        let Some(read) = self.read.as_ref().filter(|read| read.can_go_on) else {
            return false;
        };
        read.end <= about.length
            && checksum_to(file, read.end)
                .is_ok_and(|there| there == read.checksum.clone().finalize())
    }
}

/// The checksum of a file up to a place in it.
fn checksum_to(file: &mut File, end: u64) -> io::Result<u32> {
    file.seek(SeekFrom::Start(0))?;
    let mut checksum = Hasher::new();
    let mut bytes = BufReader::with_capacity(1 << 17, file.take(end));
    loop {
        let part = bytes.fill_buf()?;
        if part.is_empty() {
            return Ok(checksum.finalize());
        }
        checksum.update(part);
        let length = part.len();
        bytes.consume(length);
    }
}

/// Lines of one session that follow one another, as they are read.
struct Open {
    session: Id,
    start: u64,
    end: u64,
    line: usize,
    entries: Vec<Entry>,
}

impl Open {
    fn close(self, site: &str) -> Run {
        Run {
            session: self.session,
            start: self.start,
            end: self.end,
            line: self.line,
            piece: assemble::piece(self.session, self.entries, site),
        }
    }
}

/// What lines say that are in no file.
pub(super) fn read_lines(lines: &[u8]) -> Content {
    let about = About {
        length: lines.len() as u64,
        changed: None,
        number: 0,
    };
    let mut content = Content::default();
    // Reading from memory never fails.
    let _ = read_on(
        &mut Cursor::new(lines),
        about,
        &mut content,
        &Room::default(),
        "",
    );
    content
}

/// Whether no fact is in bytes that are no line: the last ones may be on their way to the disk, or be what a crash
/// left of a line, and others end before the end of an id.
fn is_remnant(bytes: &[u8], ended: bool) -> bool {
    if ended {
        record::is_hardly_begun(bytes)
    } else {
        !record::holds_another(bytes) && !record::begins_with_whole_line(bytes)
    }
}

fn read_on(
    file: &mut (impl Read + Seek),
    about: About,
    content: &mut Content,
    room: &Room,
    site: &str,
) -> io::Result<()> {
    const AT_ONCE: usize = 1 << 17;
    let read = content.read.take();
    let (mut end, mut ended_lines, mut checksum) = match read {
        Some(read) => (read.end, read.lines, read.checksum),
        None => (0, 0, Hasher::new()),
    };
    file.seek(SeekFrom::Start(end))?;
    let reader = BufReader::with_capacity(AT_ONCE, file);
    let mut lines = Lines::at(reader, end, checksum.clone());
    let mut number = ended_lines;
    let mut texts = Texts::default();
    let mut balance = Balance::default();
    let mut open: Option<Open> = None;
    let (mut was_ended, mut was_kept) = (true, false);
    let mut can_go_on = true;
    loop {
        let start = lines.next_at();
        if was_ended {
            (end, ended_lines) = (start, number);
            checksum.clone_from(lines.checksum());
        }
        if let Some(open) = open.as_mut().filter(|_| was_kept) {
            open.end = start;
        }
        (was_ended, was_kept) = (true, false);
        let (line, ended) = match lines.next()? {
            Next::Line { bytes, ended } => (bytes, ended),
            Next::TooLong => {
                number += 1;
                content.add_problem(number, ProblemKind::LongLine, room);
                continue;
            }
            Next::TooLarge => {
                content.problems.push((None, ProblemKind::LargeFile));
                can_go_on = false;
                break;
            }
            Next::End => break,
        };
        number += 1;
        was_ended = ended;
        // A mark or spaces that an editor adds are no damage.
        let bytes = without_mark(line).trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        let read = Line::read(bytes);
        if matches!(read, Ok(_) | Err(Unread::Newer)) {
            content.drop_beginnings_of(bytes);
            // What is behind a line without its end may belong to it.
            can_go_on &= ended;
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
                let session = entry.session;
                was_kept = balance.take(session, bytes.len(), memory, room);
                let goes_on = |open: &mut Open| was_kept && open.session == session;
                if !open.as_mut().is_some_and(goes_on) {
                    content
                        .runs
                        .extend(open.take().map(|open| open.close(site)));
                }
                if !was_kept {
                    content.too_much += 1;
                    drop(entry);
                    texts.leave_out(memory);
                    continue;
                }
                let open = open.get_or_insert_with(|| Open {
                    session,
                    start,
                    end: start,
                    line: number,
                    entries: Vec::new(),
                });
                open.entries.push(entry);
            }
            Err(Unread::Newer) => content.newer += 1,
            Err(Unread::Torn | Unread::Damaged) if is_remnant(bytes, ended) => {}
            Err(Unread::Torn | Unread::Damaged) => {
                // What is behind it will be part of it.
                can_go_on &= ended;
                content.add_bad(number, bytes, room);
            }
        }
    }
    content.runs.extend(open.map(|open| open.close(site)));
    content.room.1 += balance.taken();
    content.read = Some(ReadTo {
        about,
        end,
        lines: ended_lines,
        checksum,
        can_go_on,
    });
    Ok(())
}

/// The lines of a run once more, in the file with this number.
///
/// # Errors
/// They are not there any more.
pub(super) fn entries_again(
    path: &Path,
    run: &Run,
    file: usize,
    texts: &mut Texts,
) -> io::Result<Vec<Entry>> {
    let mut opened = File::open(path)?;
    opened.seek(SeekFrom::Start(run.start))?;
    let bytes = opened.take(run.end.saturating_sub(run.start));
    let mut lines = Lines::at(BufReader::new(bytes), run.start, Hasher::new());
    let mut entries = Vec::new();
    for number in run.line.. {
        let Next::Line { bytes, .. } = lines.next()? else {
            break;
        };
        let read = Line::read(without_mark(bytes).trim_ascii());
        let line = read.ok().filter(|line| line.session == run.session);
        if let Some(mut entry) = line.and_then(|line| texts.entry(line, number)) {
            entry.place.file = file;
            entries.push(entry);
        }
    }
    if entries.is_empty() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(entries)
}

/// Which of these lines are whole in a file.
pub(super) fn whole_of(path: &Path, wanted: &HashSet<Id>) -> io::Result<Vec<Id>> {
    let reader = BufReader::with_capacity(1 << 17, File::open(path)?);
    let mut lines = Lines::at(reader, 0, Hasher::new());
    let mut whole = Vec::new();
    loop {
        let bytes = match lines.next()? {
            Next::Line { bytes, .. } => without_mark(bytes).trim_ascii(),
            Next::TooLong => continue,
            Next::TooLarge | Next::End => return Ok(whole),
        };
        let id = record::id_of_torn(bytes).filter(|id| wanted.contains(id));
        whole.extend(id.filter(|_| Line::read(bytes).is_ok()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_reading_breaks_off_costs_none_of_the_others() {
        let jobs = (0..12).map(|name| Job {
            path: name.to_string().into(),
            before: None,
        });
        let broken = |at: usize| at % 5 == 2;
        let read = |path: &Path, _: Option<Content>, _: &Room| {
            let at: usize = path.to_str().unwrap().parse().unwrap();
            assert!(!broken(at), "as a mistake would");
            Content {
                newer: at + 1,
                ..Content::default()
            }
        };
        for (at, content) in read_all(jobs.collect(), read).into_iter().enumerate() {
            let expected = if broken(at) { 0 } else { at + 1 };
            assert_eq!(
                (content.newer, content.problems.len()),
                (expected, usize::from(broken(at)))
            );
        }
    }
}
