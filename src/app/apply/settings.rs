//! How the app is set up.

use crate::app::{App, words};
use crate::settings::Settings;
use crate::ui::settings::SettingsAction;
use crate::ui::theme;
use crate::voice::Phrase;

impl App {
    pub(super) fn apply_settings(&mut self, action: SettingsAction) {
        match action {
            SettingsAction::Choose(settings) => self.choose(*settings),
            SettingsAction::ToggleSound => self.flip(|settings| &mut settings.muted),
            SettingsAction::ToggleVoice => self.flip(|settings| &mut settings.voice),
            SettingsAction::TrySounds => {
                if let Some(speaker) = self.speaker() {
                    speaker.try_sounds();
                }
            }
            SettingsAction::StopSounds => {
                if let Some(speaker) = &self.speaker {
                    speaker.stop_trying();
                }
            }
            SettingsAction::TryVoice => self.try_voice(),
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

    /// Has a sample spoken, in the words of the window. What goes wrong is shown in Settings.
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
}
