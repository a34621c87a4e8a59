//! How texts become sound, and how the voice is tried.

use std::sync::Arc;

use crate::background::{Jobs, no_thread};
use crate::folders::Folders;
use crate::settings::Settings;
use crate::sound::Speaker;
use crate::voice::{self, Errands, Offer, Phrase, Program, Speech};
use crate::words::Message;

pub(super) struct VoiceSetup {
    /// How texts become sound, as last looked for.
    pub(super) speech: Speech,
    /// What speaks the language of the window, and what else could.
    pub(super) offer: Offer,
    /// Why the voice was not heard when it was tried.
    pub(super) warning: Option<Message>,
    /// The programs that it is tried with.
    trials: Arc<Errands>,
    folders: Option<Folders>,
    jobs: Jobs<News>,
}

pub(super) enum News {
    /// It was looked for anew.
    Found(Speech, Offer),
    /// What spoke when it was tried, and why not the program that should have.
    Heard(Program, Option<Message>),
    /// Why it was not heard when it was tried.
    NotHeard(Message),
}

impl VoiceSetup {
    /// Looks for it at once: the question before a session may come first, and the voice gets ready
    /// meanwhile.
    pub(super) fn find(settings: &Settings, folders: Option<&Folders>, jobs: Jobs<News>) -> Self {
        let speech = settings.speech(folders);
        Self {
            // Which of the programs speaks the language is asked when it is shown.
            offer: Offer {
                program: speech.programs.first().cloned(),
                ..Offer::default()
            },
            speech,
            warning: None,
            trials: Arc::default(),
            folders: folders.cloned(),
            jobs,
        }
    }

    /// Looks anew how texts become sound: a program may have been set or installed.
    pub(super) fn look_again(&self, settings: &Settings) {
        let (settings, folders) = (settings.clone(), self.folders.clone());
        self.jobs.run(move || {
            let speech = settings.speech(folders.as_ref());
            let offer = speech.offer(settings.words().language().tag);
            Some(News::Found(speech, offer))
        });
    }

    /// Has a phrase spoken.
    pub(super) fn try_out(&mut self, phrase: Phrase, settings: &Settings, speaker: Speaker) {
        // A program may have been set a moment ago.
        let (settings, folders) = (settings.clone(), self.folders.clone());
        let errands = Arc::clone(&self.trials);
        let tried = self.jobs.start(move || {
            let speech = settings.speech(folders.as_ref());
            match voice::render(&speech, &phrase, &errands) {
                Ok(rendered) => {
                    speaker.say(rendered.clip);
                    Some(News::Heard(rendered.program, rendered.passed_over))
                }
                Err(warning) => Some(News::NotHeard(warning)),
            }
        });
        if let Err(error) = tried {
            self.warning = Some(no_thread(&error));
        }
    }

    /// Ends the programs that it is being tried with, for the end of the program.
    pub(super) fn end_trials(&self) {
        self.trials.call_off();
    }

    /// Takes in what came of looking and trying; `settings` are those of the moment.
    pub(super) fn take_news(&mut self, settings: &Settings) {
        for news in self.jobs.news() {
            match news {
                News::Found(mut speech, offer) => {
                    // Some of it may have been chosen meanwhile.
                    settings.tune(&mut speech);
                    (self.speech, self.offer) = (speech, offer);
                }
                News::Heard(program, passed_over) => {
                    self.offer.program = Some(program);
                    self.warning = passed_over;
                }
                News::NotHeard(warning) => self.warning = Some(warning),
            }
        }
    }
}
