//! How the app is set up.

use crate::app::App;
use crate::settings::Settings;
use crate::ui::settings::SettingsAction;
use crate::ui::theme;
use crate::voice::Phrase;

impl App {
    pub(super) fn apply_settings(&mut self, action: SettingsAction) {
        match action {
            SettingsAction::Choose(settings) => self.choose(*settings),
            SettingsAction::ToggleNextDay(routine) => {
                let mut settings = self.store.settings.now.clone();
                if !settings.next_day.remove(&routine) {
                    settings.next_day.insert(routine);
                }
                self.choose(settings);
            }
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
            SettingsAction::CheckRecord => self.store.record.check(),
            SettingsAction::MoveRecord(folder) => self.store.record.move_to(folder),
            SettingsAction::SaveEverything => self.save_everything(),
            SettingsAction::BringBack => self.choose_backup(),
        }
    }

    fn flip(&mut self, switch: impl FnOnce(&mut Settings) -> &mut bool) {
        let mut settings = self.store.settings.now.clone();
        let on = switch(&mut settings);
        *on = !*on;
        self.choose(settings);
    }

    fn choose(&mut self, settings: Settings) {
        theme::apply(&self.ctx, &settings);
        theme::set_zoom(&self.ctx, &settings, self.placement.fit());
        let before = &self.store.settings.now;
        let other_program = settings.speech_program != before.speech_program
            || settings.voice_names != before.voice_names;
        let other_words = settings.language != before.language;
        if other_words {
            self.words = settings.words();
            self.store.library.read(self.words.language());
        }
        settings.tune(&mut self.voice.speech);
        if other_program || other_words {
            self.voice.warning = None;
            self.voice.look_again(&settings);
        }
        if let Some(speaker) = &self.speaker {
            speaker.set(&settings.output());
        }
        self.store.settings.now = settings;
    }

    /// Has a sample spoken, in the words of the window. What goes wrong is shown in Settings.
    fn try_voice(&mut self) {
        self.voice.warning = None;
        let phrase = Phrase {
            text: self.words.get("voice-sample"),
            language: self.words.language().tag.to_owned(),
        };
        if let Some(speaker) = self.speaker().cloned() {
            self.voice
                .try_out(phrase, &self.store.settings.now, speaker);
        }
    }
}
