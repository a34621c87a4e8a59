//! Has phrases rendered before they are due, on a thread of its own.

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tempfile::TempPath;

use super::cache::{self, Cache};
use super::process::{self, Ended};
use super::{Errands, Need, Phrase, Program, Speech, nothing_speaks};
use crate::disk;
use crate::sound::{Clip, NotAClip};
use crate::threads;
use crate::words::Message;

/// A program that failed so often in a row is not asked again in this session.
const MOST_FAILURES: u32 = 3;

/// The most that is kept in memory at once: 86 MB, which is more than a routine of twenty exercises
/// has to say. What comes after is rendered once the first exercises are over.
const MOST_SPEECH: Duration = Duration::from_mins(15);

/// Phrases rendered between two looks at the size of the cache.
const BETWEEN_TRIMS: usize = 50;

/// A larger file than this is a speech program's mistake, in bytes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Phrases on their way to being sound. When it is dropped, no more are rendered, and the program
/// that is at work on one is ended.
#[derive(Debug)]
pub struct Reader {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    read: Mutex<Read>,
    changed: Condvar,
    errands: Arc<Errands>,
}

/// What has come of the phrases so far.
#[derive(Debug, Default)]
struct Read {
    /// All of the session's, in the order in which they are needed first.
    needs: Vec<Need>,
    /// The exercise under way: what only those before it need is not needed any more.
    exercise: usize,
    /// `None` of a phrase that could not be rendered.
    clips: HashMap<Phrase, Option<Clip>>,
    /// The length of all clips together.
    held: Duration,
    /// No more is rendered once this is held.
    most: Duration,
    warning: Option<Message>,
    /// No more are tried.
    is_done: bool,
}

impl Read {
    /// The first phrase that is missing, once there is room for it.
    fn next(&mut self) -> Option<Phrase> {
        let is_missing =
            |need: &Need| need.until >= self.exercise && !self.clips.contains_key(&need.phrase);
        let missing = self.needs.iter().position(is_missing)?;
        self.make_room(missing);
        let has_room = self.held < self.most;
        has_room.then(|| self.needs[missing].phrase.clone())
    }

    /// Lets go of what is over and then of what is needed last, for the phrase of this place.
    fn make_room(&mut self, missing: usize) {
        let (before, after) = self.needs.split_at(missing);
        let is_over = |need: &&Need| need.until < self.exercise;
        let over = before.iter().filter(is_over);
        for need in over.chain(after.iter().rev()) {
            if self.held < self.most {
                break;
            }
            // One that can't be rendered takes no room, and is not tried again.
            if self.clips.get(&need.phrase).is_some_and(Option::is_some) {
                let clip = self.clips.remove(&need.phrase).flatten();
                self.held -= clip.as_ref().map_or(Duration::ZERO, Clip::length);
            }
        }
    }

    fn put(&mut self, phrase: Phrase, clip: Option<Clip>) {
        self.held += clip.as_ref().map_or(Duration::ZERO, Clip::length);
        self.clips.insert(phrase, clip);
    }
}

impl Shared {
    /// Never held while anything is waited for.
    fn read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a phrase to be missing, and for room; `None` once no more are wanted.
    fn next_to_render(&self) -> Option<Phrase> {
        let mut read = self.read();
        while !self.errands.are_off() {
            if let Some(phrase) = read.next() {
                return Some(phrase);
            }
            let waited = self.changed.wait(read);
            read = waited.unwrap_or_else(PoisonError::into_inner);
        }
        None
    }

    /// Says that the work is done, however it ended.
    fn end(&self, warning: Option<Message>) {
        let mut read = self.read();
        read.is_done = true;
        if warning.is_some() {
            read.warning = warning;
        }
        self.changed.notify_all();
    }
}

impl Reader {
    /// Begins to render the phrases in their order, and to keep them in the cache folder if there is
    /// one. Without a program nothing is rendered.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start(speech: &Speech, needs: Vec<Need>) -> io::Result<Self> {
        Self::start_within(MOST_SPEECH, speech, needs)
    }

    /// The same, with another limit to what is held at once.
    fn start_within(most: Duration, speech: &Speech, needs: Vec<Need>) -> io::Result<Self> {
        let read = Read {
            needs,
            most,
            ..Read::default()
        };
        let shared = Arc::new(Shared {
            read: Mutex::new(read),
            ..Shared::default()
        });
        let mut renderer = Renderer::new(speech, Arc::clone(&shared.errands));
        let (done, failed) = (Arc::clone(&shared), Arc::clone(&shared));
        threads::start(
            "voice",
            move || {
                renderer.render_all(&done);
                done.end(None);
            },
            move || failed.end(Some(Message::new("error-background"))),
        )?;
        Ok(Self { shared })
    }

    /// Says which exercise is under way, by its index: phrases of others make room for what comes.
    pub fn has_come_to(&self, exercise: usize) {
        let before = std::mem::replace(&mut self.shared.read().exercise, exercise);
        if before != exercise {
            self.shared.changed.notify_all();
        }
    }

    /// One whose work is done.
    #[cfg(test)]
    pub(super) fn that_has_read(clips: impl IntoIterator<Item = (Phrase, Clip)>) -> Self {
        let clips = clips.into_iter().map(|(phrase, clip)| (phrase, Some(clip)));
        let read = Read {
            clips: clips.collect(),
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

    /// Of one whose work is done, that a phrase has been rendered after all.
    #[cfg(test)]
    pub(super) fn has_read(&self, phrase: Phrase, clip: Clip) {
        self.shared.read().put(phrase, Some(clip));
    }

    /// The phrase as sound, if it has been rendered.
    pub fn clip(&self, phrase: &Phrase) -> Option<Clip> {
        self.shared.read().clips.get(phrase).cloned().flatten()
    }

    /// Waits until these phrases have been rendered or can't be, for `patience` at most. Returns whether
    /// that is so.
    pub fn wait_for(&self, phrases: &[Phrase], patience: Duration) -> bool {
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
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Why phrases are missing, if some could not be rendered.
    pub fn warning(&self) -> Option<Message> {
        self.shared.read().warning.clone()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.shared.errands.call_off();
        // From here on its thread either sees that or waits for this.
        drop(self.shared.read());
        self.shared.changed.notify_all();
    }
}

/// A phrase as sound, and what spoke it.
#[derive(Debug)]
pub struct Rendered {
    pub clip: Clip,
    pub program: Program,
    /// Why not the program before it, which would have been the first to speak.
    pub passed_over: Option<Message>,
}

/// Renders one phrase now, for as long as that takes or until it is called off.
///
/// # Errors
/// Why it could not be rendered, for the person.
pub fn render(
    speech: &Speech,
    phrase: &Phrase,
    errands: &Arc<Errands>,
) -> Result<Rendered, Message> {
    let rendered = Renderer::new(speech, Arc::clone(errands)).spoken(phrase);
    rendered.map_err(|failed| failed.reported)
}

/// A phrase that no program could render.
struct Failed {
    /// See [`Fault::weight`].
    weight: u32,
    /// Whether the voice is at fault, and not the text.
    is_warning: bool,
    /// For the person.
    reported: Message,
}

/// Why a phrase could not be rendered.
#[derive(Debug)]
enum Fault {
    /// The program has no voice for the phrase's language.
    NoVoice(String),
    /// It could not be started.
    Io(io::Error),
    /// There is no place for what it writes.
    NoPlace(io::Error),
    Ended(ExitStatus),
    TookTooLong,
    WroteNoSound,
    WroteTooMuch,
    /// The phrase lasts longer than there is ever room for.
    NeverFits,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Fault {
    /// How many failures it is worth, of the [`MOST_FAILURES`] that end the attempt.
    fn weight(&self) -> u32 {
        match self {
            Self::NoVoice(_) => 0,
            // It would write without end the next time too.
            Self::WroteTooMuch => MOST_FAILURES,
            _ => 1,
        }
    }

    fn message(&self, program: &Program) -> Message {
        if let Self::NoVoice(language) = self {
            return Message::new("voice-no-language")
                .with("program", program.name())
                .with("language", language.as_str());
        }
        Message::new("voice-failed")
            .with("program", program.name())
            .with("reason", self.reason())
    }

    /// That another program speaks instead, and why.
    fn passed_over(&self, program: &Program, other: &Program) -> Message {
        let id = if program.name() == other.name() {
            "voice-passed-over-voice"
        } else {
            "voice-passed-over"
        };
        Message::new(id)
            .with("program", program.name())
            .with("other", other.name())
            .with("reason", self.reason())
    }

    fn reason(&self) -> Message {
        match self {
            Self::NoVoice(language) => {
                Message::new("voice-program-no-language").with("language", language.as_str())
            }
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                Message::new("voice-program-missing")
            }
            Self::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                Message::new("voice-program-not-executable")
            }
            Self::Io(error) => disk::reason(error),
            Self::NoPlace(error) => {
                Message::new("voice-no-place").with("reason", disk::reason(error))
            }
            Self::Ended(status) => match status.code() {
                Some(code) => Message::new("voice-program-ended").with("code", code.to_string()),
                None => Message::new("voice-program-killed"),
            },
            Self::TookTooLong => Message::new("voice-program-slow"),
            Self::WroteNoSound => Message::new("voice-program-silent"),
            Self::WroteTooMuch => Message::new("voice-program-large"),
            Self::NeverFits => Message::new("voice-program-long"),
        }
    }
}

/// A program, and what it may call the voice of a language; none once it is known to have none.
#[derive(Clone)]
struct Way {
    program: Program,
    voices: Vec<String>,
}

struct Renderer {
    speech: Speech,
    cache: Option<Cache>,
    /// By language what may speak it, the one that does first.
    ways: HashMap<String, VecDeque<Way>>,
    errands: Arc<Errands>,
}

impl Renderer {
    fn new(speech: &Speech, errands: Arc<Errands>) -> Self {
        Self {
            speech: speech.clone(),
            cache: speech.cache.as_deref().map(Cache::in_folder),
            ways: HashMap::new(),
            errands,
        }
    }

    fn render_all(&mut self, into: &Shared) {
        if let Some(cache) = &self.cache {
            cache.sweep();
        }
        let (mut failures, mut tried) = (0, 0);
        while failures < MOST_FAILURES
            && let Some(phrase) = into.next_to_render()
        {
            if tried % BETWEEN_TRIMS == 0 {
                self.trim();
            }
            tried += 1;
            let rendered = self.spoken(&phrase);
            match &rendered {
                Ok(_) if failures > 0 => {
                    failures = 0;
                    into.read().warning = None;
                }
                Err(failed) if failed.is_warning => {
                    failures += failed.weight;
                    into.read().warning = Some(failed.reported.clone());
                }
                Ok(_) | Err(_) => {}
            }
            let clip = rendered.ok().map(|rendered| rendered.clip);
            into.read().put(phrase, clip);
            into.changed.notify_all();
        }
        self.trim();
    }

    fn trim(&self) {
        if let Some(cache) = &self.cache {
            cache.trim();
        }
    }

    /// The phrase as sound, by the first program that speaks its language. One that does not do its
    /// work leaves the language to the next.
    fn spoken(&mut self, phrase: &Phrase) -> Result<Rendered, Failed> {
        let mut failed: Option<(Program, Fault)> = None;
        loop {
            let ways = self.ways(&phrase.language);
            let Some(way) = ways.front().cloned() else {
                return Err(Failed {
                    weight: MOST_FAILURES,
                    is_warning: true,
                    reported: nothing_speaks(),
                });
            };
            let is_last = ways.len() == 1;
            let fault = match self.clip(&way, phrase) {
                Ok(clip) => {
                    let why = |(program, fault): (Program, Fault)| {
                        fault.passed_over(&program, &way.program)
                    };
                    return Ok(Rendered {
                        clip: clip.at(self.speech.volume_percent),
                        passed_over: failed.map(why),
                        program: way.program,
                    });
                }
                Err(fault) => fault,
            };
            let is_of_program = !matches!(fault, Fault::NeverFits | Fault::NoPlace(_));
            if is_last || !is_of_program || self.errands.are_off() {
                return Err(Failed {
                    weight: fault.weight(),
                    // That is the text's doing, not the program's.
                    is_warning: !matches!(fault, Fault::NeverFits),
                    reported: fault.message(&way.program),
                });
            }
            self.ways(&phrase.language).pop_front();
            failed.get_or_insert((way.program, fault));
        }
    }

    /// What may speak a language.
    fn ways(&mut self, language: &str) -> &mut VecDeque<Way> {
        let speech = &self.speech;
        self.ways.entry(language.to_owned()).or_insert_with(|| {
            let ways = speech.ways_to_speak(language).into_iter();
            ways.map(|(program, voices)| Way { program, voices })
                .collect()
        })
    }

    /// Takes the first way of a language to have these voices alone.
    fn narrow(&mut self, language: &str, voices: Vec<String>) {
        if let Some(way) = self.ways(language).front_mut() {
            way.voices = voices;
        }
    }

    /// The phrase from the cache, or else rendered and put there.
    fn clip(&mut self, way: &Way, phrase: &Phrase) -> Result<Clip, Fault> {
        let speed = self.speech.speed_percent;
        let place = |cache: &Cache, voice: &str| cache.path(&way.program, speed, voice, phrase);
        let cache = self.cache.as_ref();
        let kept = |voice: &String| Some(place(cache?, voice));
        let mut known = way.voices.iter().filter_map(kept);
        if let Some(clip) = known.find_map(|path| Clip::read(&Cache::get(&path)?).ok()) {
            return Ok(clip);
        }
        let draft = self.draft().map_err(Fault::NoPlace)?;
        let voice = self.render(way, phrase, &draft)?;
        let clip = written(&draft)?;
        if let Some(cache) = &self.cache {
            // Without room on the disk it is rendered anew the next time.
            let _ = cache::keep(draft, &place(cache, &voice));
        }
        Ok(clip)
    }

    /// A file to write to, which is removed in the end unless it is kept: in the cache folder or,
    /// where there is none or it takes nothing, in the system's own for what is kept for a while.
    fn draft(&self) -> io::Result<TempPath> {
        let in_cache = self.cache.as_ref().and_then(|cache| cache.draft().ok());
        match in_cache {
            Some(draft) => Ok(draft),
            None => cache::draft_in(&std::env::temp_dir()),
        }
    }

    /// Has the phrase rendered with the first of the voices that there is, and gives its name.
    fn render(&mut self, way: &Way, phrase: &Phrase, file: &Path) -> Result<String, Fault> {
        let Way { program, voices } = way;
        let language = &phrase.language;
        // Some read a line for all there is to say.
        let text = phrase.text.replace(['\r', '\n'], " ");
        let mut ended = None;
        for voice in voices {
            let mut command = program.command(voice, phrase, file, self.speech.speed_percent);
            let to = (file, LARGEST_FILE);
            match process::run(&mut command, &text, to, &self.errands)? {
                Ended::TookTooLong => return Err(Fault::TookTooLong),
                Ended::WroteTooMuch => return Err(Fault::WroteTooMuch),
                Ended::ByItself(status) if status.success() => {
                    self.narrow(language, vec![voice.clone()]);
                    return Ok(voice.clone());
                }
                // So it ends if it has no such voice.
                Ended::ByItself(status) => ended = Some(status),
            }
        }
        if let Some(status) = ended.filter(|_| program.speaks(language)) {
            return Err(Fault::Ended(status));
        }
        self.narrow(language, Vec::new());
        Err(Fault::NoVoice(language.clone()))
    }
}

/// What a program wrote.
fn written(file: &Path) -> Result<Clip, Fault> {
    let about = fs::metadata(file).ok().filter(fs::Metadata::is_file);
    let about = about.ok_or(Fault::WroteNoSound)?;
    if about.len() > LARGEST_FILE {
        return Err(Fault::WroteTooMuch);
    }
    let wav = fs::read(file).map_err(|_| Fault::WroteNoSound)?;
    Clip::read(&wav).map_err(|fault| match fault {
        NotAClip::NoSound => Fault::WroteNoSound,
        NotAClip::TooLong => Fault::NeverFits,
    })
}

#[cfg(test)]
mod tests;
