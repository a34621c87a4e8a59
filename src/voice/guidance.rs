//! What one session sounds like: its cues, and what is said after them.

use std::time::{Duration, Instant};

use super::{Reader, Speech, Voice};
use crate::runner::{Audible, Sound, SoundWarning};
use crate::session::{Event, EventKind, Session};
use crate::sound::{Cue, Cues, Heard, Speaker, lead};

/// The sound of one session, on a speaker that it shares with others.
#[derive(Debug)]
pub struct Guidance {
    speaker: Speaker,
    cues: Cues,
    voice: Voice,
}

/// How long the beginning of a session waits for the device, at most.
const DEVICE: Duration = Duration::from_secs(1);

/// How long it waits for the device and for its first words, at most: a person who only hears could not begin
/// without them.
const BEGINNING: Duration = Duration::from_secs(3);

/// How often it is asked whether that is still wanted.
const GLANCE: Duration = Duration::from_millis(50);

impl Guidance {
    /// Of a session that has not begun, spoken by `speech`; `ahead` may be at work on it already.
    pub fn new(
        speaker: &Speaker,
        session: &Session,
        speech: &Speech,
        ahead: Option<Reader>,
    ) -> Self {
        Self {
            speaker: speaker.clone(),
            cues: Cues::default(),
            voice: Voice::new(session, speech, ahead),
        }
    }
}

impl Sound for Guidance {
    fn prepare(&mut self, session: &Session, is_wanted: &dyn Fn() -> bool) {
        let end = Instant::now() + BEGINNING;
        let left = || end.saturating_duration_since(Instant::now());
        self.speaker.wake();
        if self.speaker.speaks() {
            self.voice.read_ahead(session);
        }
        self.speaker.wait_until_steady(DEVICE, is_wanted);
        let mut is_ready = !self.speaker.speaks();
        while !is_ready && is_wanted() && !left().is_zero() {
            is_ready = self.voice.await_beginning(session, left().min(GLANCE));
        }
    }

    fn events(&mut self, events: &[Event], session: &Session) {
        let now = Instant::now();
        let planned = now.checked_sub(lateness(events, session)).unwrap_or(now);
        for event in events {
            match event.kind {
                EventKind::Started | EventKind::Resumed => self.speaker.begin(),
                EventKind::Paused(_) => self.speaker.pause(),
                EventKind::Completed | EventKind::Stopped(_) => self.speaker.let_go(),
                _ => {}
            }
        }
        let cue = match self.cues.hear(events, session.plan()) {
            Some(Heard::Cue(cue)) => Some(cue),
            Some(Heard::Silence) => {
                self.speaker.silence();
                None
            }
            None => None,
        };
        let spoken = if self.speaker.speaks() {
            let lead = cue.map_or(Duration::ZERO, lead);
            self.voice.hear(events, session, &self.cues, lead)
        } else {
            self.voice.pass_over(events, session);
            None
        };
        if cue.is_some() || spoken.is_some() {
            self.speaker.play(cue, spoken, planned);
        }
    }

    fn failed(&mut self) {
        self.speaker.let_go();
        self.speaker.play(Some(Cue::Stopped), None, Instant::now());
    }

    fn warning(&self) -> Option<SoundWarning> {
        let of_the_voice = || {
            let wanted = self.speaker.speaks();
            let message = wanted.then(|| self.voice.warning()).flatten()?;
            let leaves = Audible::NoVoice;
            Some(SoundWarning { message, leaves })
        };
        self.speaker.warning().or_else(of_the_voice)
    }
}

/// How late the sound of this wake-up is. A pause is announced when it is known, whenever the
/// session stood still, and a second that passed makes no sound.
fn lateness(events: &[Event], session: &Session) -> Duration {
    let sounds = |event: &&Event| !matches!(event.kind, EventKind::Second { .. });
    match events.iter().rfind(sounds) {
        Some(event) if !matches!(event.kind, EventKind::Paused(_)) => {
            session.as_of().saturating_sub(event.at)
        }
        _ => Duration::ZERO,
    }
}
