//! Has phrases rendered before they are due, on a thread of its own.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt as _;

use super::cache::Cache;
use super::{Clip, Phrase, Program, Speech};
use crate::disk;
use crate::words::Message;

/// How long a program may take for one phrase.
const PATIENCE: Duration = Duration::from_secs(10);

/// A program that failed so often in a row is not asked again in this session.
const MOST_FAILURES: u32 = 3;

/// A larger file than this is a speech program's mistake, in bytes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Phrases on their way to being sound. Ends its work when dropped.
#[derive(Debug)]
pub struct Reader {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    read: Mutex<Read>,
    changed: Condvar,
    /// Nobody waits for more.
    is_over: AtomicBool,
}

/// What has come of the phrases so far.
#[derive(Debug, Default)]
struct Read {
    clips: HashMap<Phrase, Clip>,
    trouble: Option<Message>,
    /// All phrases have been tried.
    is_done: bool,
}

impl Shared {
    /// Never held while anything is waited for.
    fn read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader {
    /// Begins to render the phrases in their order. `None` if nothing on this machine speaks, or if
    /// the system has no thread left: sessions then go on with cues alone.
    pub fn start(speech: &Speech, phrases: Vec<Phrase>) -> Option<Self> {
        let program = speech.program.clone()?;
        let cache = speech.cache.as_deref().map(Cache::in_folder);
        let shared = Arc::new(Shared::default());
        let into = Arc::clone(&shared);
        thread::Builder::new()
            .name("voice".to_owned())
            .spawn(move || Renderer::new(program, cache).render_all(phrases, &into))
            .ok()?;
        Some(Self { shared })
    }

    /// One whose work is done.
    #[cfg(test)]
    pub(super) fn that_has_read(clips: impl IntoIterator<Item = (Phrase, Clip)>) -> Self {
        let read = Read {
            clips: clips.into_iter().collect(),
            is_done: true,
            ..Read::default()
        };
        let shared = Shared {
            read: Mutex::new(read),
            ..Shared::default()
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    /// The phrase as sound, if it has been rendered.
    pub fn clip(&self, phrase: &Phrase) -> Option<Clip> {
        self.shared.read().clips.get(phrase).cloned()
    }

    /// Waits until these phrases have been rendered or can't be, for `patience` at most.
    pub fn wait_for(&self, phrases: &[Phrase], patience: Duration) {
        let is_missing = |read: &mut Read| {
            let missing = |phrase| !read.clips.contains_key(phrase);
            !read.is_done && phrases.iter().any(missing)
        };
        let read = self.shared.read();
        // Whether the time is over or not, what is there is used.
        let waited = self
            .shared
            .changed
            .wait_timeout_while(read, patience, is_missing);
        drop(waited);
    }

    /// Waits until all phrases have been rendered or can't be.
    pub fn wait(&self) {
        let mut read = self.shared.read();
        while !read.is_done {
            let woken = self.shared.changed.wait(read);
            read = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Why phrases are missing, if some could not be rendered.
    pub fn trouble(&self) -> Option<Message> {
        self.shared.read().trouble.clone()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::Relaxed);
    }
}

/// Why a phrase could not be rendered.
#[derive(Debug)]
enum Fault {
    /// The program has no voice for the phrase's language.
    NoVoice(String),
    /// It could not be started, or what it wrote could not be read or kept.
    Io(io::Error),
    Ended(ExitStatus),
    TookTooLong,
    WroteNoSound,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Fault {
    fn message(&self, program: &Program) -> Message {
        let reason = match self {
            Self::NoVoice(language) => {
                return Message::new("voice-no-language")
                    .with("program", program.name())
                    .with("language", language.as_str());
            }
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                Message::new("voice-program-missing")
            }
            Self::Io(error) => disk::reason(error),
            Self::Ended(status) => {
                Message::new("voice-program-ended").with("status", status.to_string())
            }
            Self::TookTooLong => Message::new("voice-program-slow"),
            Self::WroteNoSound => Message::new("voice-program-silent"),
        };
        Message::new("voice-failed")
            .with("program", program.name())
            .with("reason", reason)
    }
}

struct Renderer {
    program: Program,
    /// The languages that the program has told it speaks.
    known: BTreeSet<String>,
    cache: Option<Cache>,
}

impl Renderer {
    fn new(program: Program, cache: Option<Cache>) -> Self {
        Self {
            known: program.languages(),
            program,
            cache,
        }
    }

    fn render_all(&self, phrases: Vec<Phrase>, into: &Shared) {
        let mut failures = 0;
        for phrase in phrases {
            if into.is_over.load(Ordering::Relaxed) || failures >= MOST_FAILURES {
                break;
            }
            match self.clip(&phrase) {
                Ok(clip) => {
                    failures = 0;
                    into.read().clips.insert(phrase, clip);
                }
                Err(fault) => {
                    failures += u32::from(!matches!(fault, Fault::NoVoice(_)));
                    into.read().trouble = Some(fault.message(&self.program));
                }
            }
            into.changed.notify_all();
        }
        into.read().is_done = true;
        into.changed.notify_all();
        if let Some(cache) = &self.cache {
            cache.trim();
        }
    }

    /// The phrase from the cache, or else rendered and put there.
    fn clip(&self, phrase: &Phrase) -> Result<Clip, Fault> {
        let kept = self
            .cache
            .as_ref()
            .map(|cache| cache.path(&self.program, phrase));
        let known = kept.as_deref().and_then(Cache::get);
        if let Some(clip) = known.and_then(|wav| Clip::read(&wav)) {
            return Ok(clip);
        }
        let draft = Draft::new(self.cache.as_ref());
        let mut command = self
            .program
            .command(&self.known, &phrase.language, &draft.0)
            .ok_or_else(|| Fault::NoVoice(phrase.language.clone()))?;
        speak_within(&mut command, &phrase.text, PATIENCE)?;
        if fs::metadata(&draft.0).is_ok_and(|about| about.len() > LARGEST_FILE) {
            return Err(Fault::WroteNoSound);
        }
        let wav = fs::read(&draft.0).map_err(|_| Fault::WroteNoSound)?;
        let clip = Clip::read(&wav).ok_or(Fault::WroteNoSound)?;
        if let Some(kept) = kept {
            // Without room on the disk it is rendered anew the next time.
            let _ = fs::rename(&draft.0, kept);
        }
        Ok(clip)
    }
}

/// A file that a program writes to; removed in the end, unless it was moved to another place.
struct Draft(PathBuf);

impl Draft {
    /// In the cache folder or, where there is none or it takes nothing, in the system's own folder
    /// for what is kept for a while.
    fn new(cache: Option<&Cache>) -> Self {
        let in_cache = cache.and_then(|cache| cache.draft().ok());
        Self(in_cache.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("supple-{}.wav", uuid::Uuid::now_v7()))
        }))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already if it was moved.
        let _ = fs::remove_file(&self.0);
    }
}

/// Runs a program that speaks `text`, and ends it if it takes longer than `patience`.
fn speak_within(command: &mut Command, text: &str, patience: Duration) -> Result<(), Fault> {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    without_window(command);
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A program that does not read its input says so by how it ends.
        let _ = input.write_all(text.as_bytes());
    }
    match child.wait_timeout(patience)? {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(Fault::Ended(status)),
        None => {
            // It may have ended by itself meanwhile.
            let _ = child.kill();
            child.wait()?;
            Err(Fault::TookTooLong)
        }
    }
}

/// Keeps Windows from opening a terminal for the program.
fn without_window(command: &mut Command) {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    #[cfg(not(windows))]
    let _ = command;
}

#[cfg(test)]
mod tests;
