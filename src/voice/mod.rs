//! What is said in a session, and how it becomes sound.
//!
//! ```text
//! Events -> Script -> parts -> fit -> clips -> the speaker
//!                       |              ^
//!                       +-> Reader ----+   (the system's speech program, ahead of time)
//! ```
//!
//! - [`Script`] tells what there is to say at a moment, in parts, each whole or not at all. It is as
//!   pure as the session: same events, same words.
//! - A [`Reader`] has every part of a routine rendered by the system's speech program before it is
//!   due, on a thread of its own, and keeps what was rendered in the cache folder.
//! - [`Voice`] chooses the parts that fit before the next sound, the most important first: what would
//!   run into it is left out, never cut off, and never late.

mod absence;
mod cache;
mod clip;
mod fit;
mod program;
mod reader;
mod script;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use absence::{absence, command};
pub use clip::Clip;
pub use fit::PAUSE;
pub use program::{Custom, NotACommand, Program};
pub use reader::Reader;
pub use script::{Part, Phrase, Script};

use crate::folders::Folders;
use crate::plan::StepKind;
use crate::routine::Routine;
use crate::session::{Event, Session};
use crate::settings::Settings;
use crate::sound::Cues;
use crate::words::Message;

/// How texts become sound on this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speech {
    /// `None` if nothing on this machine speaks.
    pub program: Option<Program>,
    /// Where rendered phrases are kept; `None` on a machine without a home folder.
    pub cache: Option<PathBuf>,
}

impl Speech {
    /// As the person has set it, or else the system's own way.
    pub fn of(settings: &Settings, folders: Option<&Folders>) -> Self {
        let own = settings.speech_program.as_deref();
        let own = own.and_then(|command| command.parse().ok());
        Self {
            program: own.map(Program::Custom).or_else(Program::of_the_system),
            cache: folders.map(|folders| folders.cache.clone()),
        }
    }
}

/// How far ahead the next sound is looked for, and so the longest time that is spoken at once.
const HORIZON: Duration = Duration::from_mins(1);

/// Between the end of a phrase and the next sound.
const MARGIN: Duration = Duration::from_millis(200);

/// Says what there is to say in one session.
#[derive(Debug)]
pub struct Voice {
    script: Script,
    speech: Speech,
    /// Made when there is first something to say.
    reader: Option<Reader>,
    /// What could not be said of how the exercise is done: it is said in a hold, once there is time.
    unsaid: Vec<Part>,
}

impl Voice {
    pub fn new(routine: &Arc<Routine>, speech: &Speech) -> Self {
        Self {
            script: Script::new(routine),
            speech: speech.clone(),
            reader: None,
            unsaid: Vec::new(),
        }
    }

    /// With a reader that is at work on this routine already.
    #[must_use]
    pub fn with_reader(self, reader: Option<Reader>) -> Self {
        Self { reader, ..self }
    }

    /// Begins to render what will be said from the session's step on.
    pub fn read_ahead(&mut self, session: &Session) {
        self.reader(session);
    }

    /// Waits until what the session begins with has been rendered; for `patience` at most.
    pub fn await_beginning(&mut self, session: &Session, patience: Duration) {
        let (first, _) = session.step();
        let script = self.script.clone();
        if let Some(reader) = self.reader(session) {
            reader.wait_for(&script.at_beginning_of(first, session.plan()), patience);
        }
    }

    /// What to say of the events of one wake-up, which led `session` to where it stands: nothing
    /// that would last into the next sound. `lead` is how long the cue of this moment is listened to
    /// before the voice begins; `cues` tell what comes.
    pub fn hear(
        &mut self,
        events: &[Event],
        session: &Session,
        cues: &Cues,
        lead: Duration,
    ) -> Vec<Clip> {
        let mut parts = self.script.hear(events, session.plan());
        if parts.is_empty() {
            return Vec::new();
        }
        match session.step().1.kind {
            StepKind::Prepare => self.unsaid.clear(),
            kind if kind.is_work() => parts.append(&mut self.unsaid),
            _ => {}
        }
        let room = self.room(session, cues).saturating_sub(lead + MARGIN);
        let Some(reader) = self.reader(session) else {
            return Vec::new();
        };
        let said = fit::fit(&parts, room, |phrase| reader.clip(phrase));
        let clips = said.iter().map(|(_, clip)| clip.clone()).collect();
        let is_unsaid = |index: &usize| said.iter().all(|(said, _)| said != index);
        let unsaid = (0..parts.len()).filter(is_unsaid);
        self.unsaid.extend(
            unsaid
                .map(|index| parts[index].clone())
                .filter(Part::can_wait),
        );
        clips
    }

    /// Keeps up with the session while nothing is to be said.
    pub fn pass_over(&mut self, events: &[Event], session: &Session) {
        self.script.hear(events, session.plan());
    }

    /// Why nothing is said, if the speech program does not do its work.
    pub fn trouble(&self) -> Option<Message> {
        self.reader.as_ref().and_then(Reader::trouble)
    }

    /// From where the session stands to the next moment at which something sounds.
    fn room(&self, session: &Session, cues: &Cues) -> Duration {
        let (mut script, mut cues) = (self.script.clone(), cues.clone());
        let plan = session.plan();
        let next = session.forecast(HORIZON).into_iter().find(|event| {
            let event = std::slice::from_ref(event);
            let sounds = cues.hear(event, plan).is_some();
            let speaks = !script.hear(event, plan).is_empty();
            sounds || speaks
        });
        next.map_or(HORIZON, |next| next.at.saturating_sub(session.as_of()))
    }

    fn reader(&mut self, session: &Session) -> Option<&Reader> {
        if self.reader.is_none() {
            let (first, _) = session.step();
            let phrases = self.script.phrases_from(first, session.plan());
            self.reader = Reader::start(&self.speech, phrases);
        }
        self.reader.as_ref()
    }
}
