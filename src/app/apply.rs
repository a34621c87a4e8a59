//! The one place where what a person asked for is carried out.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{OpenUrl, ViewportCommand};

use super::live::Live;
use super::store::no_thread;
use super::{App, Before, Shown, words};
use crate::guided::{Beginning, Connections, Guided};
use crate::history::{Note, TakenUp, WhyNot};
use crate::plan::Plan;
use crate::routine::Routine;
use crate::session::{Command, StopReason};
use crate::settings::Settings;
use crate::sound::Speaker;
use crate::ui::{Action, Place, redraw, theme};
use crate::voice::{Phrase, Reader, Script};

/// Devices are listed again after this long, when they have been found.
const DEVICES_FOUND: Duration = Duration::from_millis(500);

impl App {
    pub(super) fn apply(&mut self, action: Action) {
        match action {
            Action::Both(both) => both.into_iter().for_each(|action| self.apply(action)),
            Action::Go(place) => self.go(place),
            Action::Begin { routine } => {
                if let Some(routine) = self.routine(&routine) {
                    self.ask_before(routine);
                }
            }
            Action::AcceptSafety => self.accept_safety(),
            Action::PainBefore(pain) => self.take_pain(pain),
            Action::StartAnyway => {
                if let Shown::Before(routine, Before::TooMuch(pain)) = &self.shown {
                    let pain = *pain;
                    self.begin(&Arc::clone(routine), Some(pain));
                }
            }
            Action::Cancel => {
                self.ahead = None;
                self.shown = Shown::Place;
            }
            Action::PutOff => self.put_off(),
            Action::Rehearse { routine } => self.rehearse(&routine),
            Action::GoOn => self.store.take_up(),
            Action::LetGo => {
                if let Some((unfinished, ..)) = self.store.unfinished() {
                    self.store.let_go(&unfinished);
                }
            }
            Action::Session(command) => self.send(command),
            Action::End(reason) => self.end(reason),
            Action::Told { pain_after, note } => {
                self.note_told(pain_after, note);
                self.go(Place::Today);
            }
            Action::ToggleSound => self.flip(|settings| &mut settings.muted),
            Action::ToggleVoice => self.flip(|settings| &mut settings.voice),
            Action::TryVoice => self.try_voice(),
            Action::Window(form) => self.placement.chosen = form,
            Action::Choose(settings) => self.choose(*settings),
            Action::TrySounds => {
                if let Some(speaker) = self.speaker() {
                    speaker.try_sounds();
                }
            }
            Action::StopSounds => {
                if let Some(speaker) = &self.speaker {
                    speaker.stop_trying();
                }
            }
            Action::Import(path, consent) => self.store.import_dropped(path, consent),
            Action::Keep(path) => {
                self.store.keep(path);
                self.go(Place::Routines);
            }
            Action::OpenRecent => self.store.open_recent(),
            Action::ForgetRecent => self.store.forget_recent(),
            Action::DismissDropped(path) => self.store.dropped.dismiss(&path),
            Action::OpenLink(address) => self.ctx.open_url(OpenUrl::new_tab(address)),
            Action::OpenFolder(folder) => self.store.open_folder(folder),
            Action::Copy(text) => self.ctx.copy_text(text),
        }
    }

    fn go(&mut self, place: Place) {
        if matches!(place, Place::Today | Place::History) {
            // Another copy of the program may have written to the record.
            self.store.read_history();
        }
        if place == Place::Settings {
            self.store.look_for_speech();
            if let Some(speaker) = self.speaker() {
                speaker.look_for_devices();
                // They are found within moments, by a thread that does not tell.
                self.ctx.request_repaint_after(DEVICES_FOUND);
            }
        }
        self.store.folder_trouble = None;
        self.store.is_gone_on_elsewhere = false;
        self.place = place;
        self.shown = Shown::Place;
    }

    pub(super) fn ask_before(&mut self, routine: Arc<Routine>) {
        let question = if self.store.settings.safety_card_seen {
            Before::Pain(None)
        } else {
            Before::Safety
        };
        let speech = &self.store.speech;
        if self.store.settings.voice && !speech.programs.is_empty() {
            let phrases = Script::new(&routine).phrases_from(0, &Plan::of(&routine));
            // Without a thread now there may be one when the session begins.
            self.ahead = Reader::start(speech, phrases).ok();
        }
        self.shown = Shown::Before(routine, question);
        if let Some(speaker) = self.speaker() {
            speaker.wake();
            // Whether there is a device is known within moments, by a thread that does not tell.
            self.ctx.request_repaint_after(DEVICES_FOUND);
        }
    }

    /// Has a sample spoken, in the words of the window. What goes wrong is told in Settings.
    fn try_voice(&mut self) {
        self.store.voice_trouble = None;
        let phrase = Phrase {
            text: self.words.get("voice-sample"),
            language: self.words.language().tag.to_owned(),
        };
        if let Some(speaker) = self.speaker().cloned() {
            self.store.try_voice(phrase, speaker);
        }
    }

    fn accept_safety(&mut self) {
        self.store.settings.safety_card_seen = true;
        if let Shown::Before(_, question) = &mut self.shown {
            *question = Before::Pain(None);
        }
    }

    /// Begins, unless the pain is above the author's limit: then the person is told so first.
    fn take_pain(&mut self, pain: Option<u8>) {
        let Shown::Before(routine, _) = &self.shown else {
            return;
        };
        let routine = Arc::clone(routine);
        match pain.filter(|pain| routine.safety.limit_below(*pain).is_some()) {
            Some(pain) => self.shown = Shown::Before(routine, Before::TooMuch(pain)),
            None => self.begin(&routine, pain),
        }
    }

    fn begin(&mut self, routine: &Arc<Routine>, pain_before: Option<u8>) {
        let folder = self.folder_of(&routine.id);
        self.guide(routine, Beginning::Anew { pain_before }, folder);
    }

    /// Goes on with the session that was cut off, once it has been taken up.
    pub(super) fn go_on(&mut self, taken_up: Box<TakenUp>) {
        if let Some((routine, folder)) = self.store.routine_of(&taken_up.unfinished) {
            self.ahead = None;
            self.guide(&routine, Beginning::Continued(taken_up), folder);
        }
    }

    fn rehearse(&mut self, id: &str) {
        if let Some(routine) = self.routine(id) {
            self.guide(&routine, Beginning::Rehearsal, self.folder_of(id));
        }
    }

    /// Leaves the session that was about to begin for another day, since the pain is above the
    /// author's limit.
    fn put_off(&mut self) {
        if let Shown::Before(routine, Before::TooMuch(pain)) = &self.shown
            && let Some(limit) = routine.safety.limit_below(*pain)
            && let Some(log) = self.store.log()
        {
            log.not_begun(routine, Some(*pain), WhyNot::PainAboveLimit { limit });
            self.store.read_history();
        }
        self.ahead = None;
        self.shown = Shown::Place;
    }

    /// Of the routine's file.
    pub(super) fn folder_of(&self, routine: &str) -> Option<PathBuf> {
        self.find(routine)?.folder().map(Path::to_owned)
    }

    /// Begins a session of a routine whose file lies in `folder`, and shows it, or says why there is
    /// none.
    fn guide(&mut self, routine: &Arc<Routine>, beginning: Beginning, folder: Option<PathBuf>) {
        self.speaker();
        let ctx = self.ctx.clone();
        let to = Connections {
            speaker: self.speaker.as_ref(),
            speech: &self.store.speech,
            ahead: self.ahead.take(),
            log: self.store.log(),
            changed: Box::new(move || redraw(&ctx)),
        };
        match Guided::begin(routine, beginning, to) {
            Ok(guided) => {
                let speaks = !self.store.speech.programs.is_empty();
                self.shown = Shown::Session(Live::new(guided, speaks, folder));
            }
            Err(error) => {
                self.store.complain(no_thread(&error));
                self.go(Place::Today);
            }
        }
    }

    fn end(&mut self, reason: StopReason) {
        self.send(Command::Stop(reason));
        if self.is_closing {
            // Letting go of the session hands in all of its record.
            self.shown = Shown::Place;
            self.ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Hands in what the person told about the session that is over.
    pub(super) fn note_told(&self, pain_after: Option<u8>, note: Option<String>) {
        if let Shown::Done(done) = &self.shown
            && let Some(session) = done.recorded
            && (pain_after.is_some() || note.is_some())
            && let Some(log) = self.store.log()
        {
            let pain_before = None;
            log.note(
                session,
                Note {
                    pain_before,
                    pain_after,
                    note,
                },
            );
        }
    }

    fn send(&mut self, command: Command) {
        if let Shown::Session(live) = &self.shown {
            live.send(command);
        }
    }

    fn flip(&mut self, switch: impl FnOnce(&mut Settings) -> &mut bool) {
        let mut settings = self.store.settings.clone();
        let on = switch(&mut settings);
        *on = !*on;
        self.choose(settings);
    }

    fn choose(&mut self, settings: Settings) {
        theme::apply(&self.ctx, &settings);
        theme::fit(&self.ctx, &settings, self.placement.is_afar());
        let other_program = settings.speech_program != self.store.settings.speech_program
            || settings.voice_names != self.store.settings.voice_names;
        let other_words = settings.language != self.store.settings.language;
        self.store.settings = settings;
        if other_words {
            self.words = words(&self.store.settings);
            self.store.read_library(self.words.language());
        }
        self.store.settings.tune(&mut self.store.speech);
        if other_program || other_words {
            self.store.voice_trouble = None;
            self.store.look_for_speech();
        }
        if let Some(speaker) = &self.speaker {
            speaker.set(&self.store.settings.output());
        }
    }

    /// The speaker, made when it is first needed. Without it sessions are silent, and the person is
    /// told why.
    pub(super) fn speaker(&mut self) -> Option<&Speaker> {
        if self.speaker.is_none() {
            match Speaker::new(&self.store.settings.output()) {
                Ok(speaker) => self.speaker = Some(speaker),
                Err(error) => self.store.complain(no_thread(&error)),
            }
        }
        self.speaker.as_ref()
    }
}
