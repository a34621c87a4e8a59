//! Settings: sound, look, language, where things lie, and a backup of them.

mod record;
mod voice;

use std::path::PathBuf;

use eframe::egui::Ui;

pub use self::record::OfRecord;
pub use self::voice::Voices;
use super::spoken::announce;
use super::theme::{palette, space};
use super::widgets::{
    Button, body, card, choice, notice, panel, part, row, section, sides, slider_row, small,
    strong, title, toggle_row,
};
use super::{Action, Outside, Place};
use crate::file_dialog::FileDialog;
use crate::settings::{ReminderTime, Reminding, Settings, Theme};
use crate::sound::{Cue, Device};
use crate::text::shown_path;
use crate::undisturbed;
use crate::words::{LANGUAGES, Message, Words};

/// What is asked for about how the app is set up.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsAction {
    /// Take up other settings.
    Choose(Box<Settings>),
    /// Ask the next day after sessions of the routine with this id how it feels, or no more.
    ToggleNextDay(String),
    /// Turn the sound off, or on again.
    ToggleSound,
    /// Turn the voice off, or on again.
    ToggleVoice,
    /// Play all sounds in turn.
    TrySounds,
    /// Stop playing them.
    StopSounds,
    /// Speak a sample.
    TryVoice,
    /// Look at all of the record.
    CheckRecord,
    /// Keep the record in this folder from now on.
    MoveRecord(PathBuf),
    /// Save the routines, the record and the settings in one file.
    SaveEverything,
    /// Choose such a file, and bring back what it has.
    BringBack,
}

/// What was chosen, and what there is to choose from.
#[derive(Debug)]
pub struct View<'a> {
    pub settings: &'a Settings,
    /// What is wrong and concerns the whole app: some of it keeps settings from being written.
    pub warnings: &'a [Message],
    pub devices: &'a [Device],
    /// Why they could not be looked for.
    pub devices_warning: Option<&'a Message>,
    /// The sound that is being tried.
    pub trying: Option<Cue>,
    pub voices: Voices<'a>,
    /// What draws the window.
    pub drawn_by: &'a Message,
    /// The names of folders and their paths; none on a machine without a home folder.
    pub folders: &'a [(&'static str, PathBuf)],
    /// Why one of them could not be opened.
    pub warning: Option<&'a Message>,
    /// `None` where nothing is kept.
    pub record: Option<OfRecord<'a>>,
    pub backup: Backup<'a>,
}

/// What came of saving everything in one file, or of bringing it back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Backup<'a> {
    /// A line each.
    pub done: &'a [Message],
    /// What went wrong.
    pub failed: &'a [Message],
    /// Whether the system had no dialog to choose a file in.
    pub is_dialog_missing: bool,
}

/// What is being typed on the page, and is no setting yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The command of a speech program; `None` while it is as the settings have it.
    pub speech_program: Option<String>,
    /// The folder that the record is to be moved to; `None` while that is not asked for.
    pub record_folder: Option<String>,
}

/// The page. What is being typed on it is in `draft`, which is kept for it from one call to the next.
pub fn show(ui: &mut Ui, words: &Words, view: &View, draft: &mut Draft) -> Option<Action> {
    super::frame::limit_width(ui, super::learn::TEXT_WIDTH);
    let mut settings = view.settings.clone();
    title(ui, &words.get("settings-title"));
    ui.add_space(space::S);
    for warning in view.warnings {
        notice(ui, &words.message(warning));
    }
    let reminders = subject(ui, words, "reminders-title", |ui| {
        show_reminders(ui, words, view.settings)
    });
    let sound = subject(ui, words, "settings-sound", |ui| {
        show_sound(ui, words, view, &mut settings)
    });
    let voice = subject(ui, words, "settings-voice-title", |ui| {
        voice::show(ui, words, view.voices, &mut settings, draft)
    });
    if undisturbed::IS_POSSIBLE {
        subject(ui, words, "settings-session", |ui| {
            show_session(ui, words, &mut settings);
        });
    }
    subject(ui, words, "settings-look", |ui| {
        show_look(ui, words, view, &mut settings);
    });
    subject(ui, words, "settings-language", |ui| {
        show_language(ui, words, &mut settings);
    });
    let record = view.record.and_then(|record| {
        subject(ui, words, "settings-record", |ui| {
            record::show(ui, words, &record, &mut draft.record_folder)
        })
    });
    let folder = subject(ui, words, "settings-folders", |ui| {
        show_folders(ui, words, view)
    });
    let backup = subject(ui, words, "settings-backup", |ui| {
        show_backup(ui, words, view)
    });
    subject(ui, words, "settings-keys", |ui| {
        super::key_help::show_all(ui, words);
    });
    let chosen = (settings != *view.settings)
        .then(|| Action::Settings(SettingsAction::Choose(Box::new(settings))));
    // A click beside a field leaves it, and means a button all the same.
    let asked = reminders.or(sound).or(voice).or(record);
    Action::both(chosen, asked.or(folder).or(backup))
}

/// Draws the settings of one subject under its name.
fn subject<R>(
    ui: &mut Ui,
    words: &Words,
    name: &'static str,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    part(ui, name, |ui| {
        section(ui, &words.get(name));
        let shown = card(ui, content).inner;
        ui.add_space(space::S);
        shown
    })
}

/// Whether the person is reminded, and the way to all of that.
fn show_reminders(ui: &mut Ui, words: &Words, settings: &Settings) -> Option<Action> {
    const ROOM: f32 = 420.0;
    let [set_up, name] = ["reminders-set-up", "reminders-set-up-name"].map(|id| words.get(id));
    let mut is_pressed = false;
    sides(
        ui,
        ROOM,
        |ui| {
            body(ui, &words.message(&state(&settings.reminders)));
        },
        |ui| is_pressed = ui.add(Button::secondary(&set_up).name(&name)).clicked(),
    );
    is_pressed.then_some(Action::Go(Place::Reminders))
}

/// What is set, in a sentence.
fn state(set: &Reminding) -> Message {
    if !set.on {
        return Message::new("reminders-state-off");
    }
    match set.when {
        ReminderTime::AfterSitting => {
            Message::new("reminders-state-sitting").with("minutes", u32::from(set.sitting_minutes))
        }
        ReminderTime::AtFixedTimes => Message::new("reminders-state-fixed"),
        ReminderTime::SpreadOverDay => Message::new("reminders-state-spread"),
    }
}

fn show_sound(ui: &mut Ui, words: &Words, view: &View, settings: &mut Settings) -> Option<Action> {
    let mut action = None;
    let name = words.get("settings-volume");
    let value = percent(words, settings.volume_percent.into());
    slider_row(
        ui,
        &mut settings.volume_percent,
        0..=100,
        5.0,
        &name,
        &value,
    );
    let hint = words.get("settings-muted-hint");
    toggle_row(
        ui,
        &mut settings.muted,
        &words.get("settings-muted"),
        Some(&hint),
    );
    ui.add_space(space::S);
    choose_device(ui, words, view.devices, settings);
    if let Some(warning) = view.devices_warning {
        notice(ui, &words.message(warning));
    }
    ui.add_space(space::XS);
    let (text, asked) = match view.trying {
        Some(_) => (
            "settings-stop-sounds",
            Action::Settings(SettingsAction::StopSounds),
        ),
        None => (
            "settings-try-sounds",
            Action::Settings(SettingsAction::TrySounds),
        ),
    };
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::secondary(&words.get(text))).clicked() {
            action = Some(asked);
        }
        if let Some(cue) = view.trying {
            strong(ui, &words.message(&cue.name()));
        }
    });
    action
}

fn choose_device(ui: &mut Ui, words: &Words, devices: &[Device], settings: &mut Settings) {
    let chosen = settings.output_device.as_deref();
    let mut options = vec![(None, words.get("settings-device-default"))];
    for device in devices {
        options.push((Some(device.id.as_str()), device.name.clone()));
    }
    // The one that was chosen stays in the list while it is unplugged.
    if let Some(id) = chosen.filter(|id| devices.iter().all(|device| device.id != **id)) {
        let absent = Message::new("settings-device-absent").with("device", id);
        options.push((Some(id), words.message(&absent)));
    }
    let name = words.get("settings-device");
    body(ui, &name);
    if let Some(device) = choice(ui, &name, chosen, &options) {
        settings.output_device = device.map(str::to_owned);
    }
}

/// What a session wants of the desktop.
fn show_session(ui: &mut Ui, words: &Words, settings: &mut Settings) {
    let hint = words.get("settings-keep-awake-hint");
    let name = words.get("settings-keep-awake");
    toggle_row(ui, &mut settings.keep_awake, &name, Some(&hint));
    let hint = words.get("settings-do-not-disturb-hint");
    let name = words.get("settings-do-not-disturb");
    toggle_row(ui, &mut settings.do_not_disturb, &name, Some(&hint));
    let hint = words.get("settings-pause-players-hint");
    let name = words.get("settings-pause-players");
    toggle_row(ui, &mut settings.pause_players, &name, Some(&hint));
}

fn show_look(ui: &mut Ui, words: &Words, view: &View, settings: &mut Settings) {
    let name = words.get("settings-theme");
    body(ui, &name);
    let themes = [
        (Theme::System, words.get("settings-theme-system")),
        (Theme::Light, words.get("settings-theme-light")),
        (Theme::Dark, words.get("settings-theme-dark")),
    ];
    if let Some(theme) = choice(ui, &name, settings.theme, &themes) {
        settings.theme = theme;
    }
    let hint = words.get("settings-high-contrast-hint");
    let name = words.get("settings-high-contrast");
    toggle_row(ui, &mut settings.high_contrast, &name, Some(&hint));
    ui.add_space(space::M);
    let name = words.get("settings-text-size");
    body(ui, &name);
    let sizes = TEXT_SIZES.map(|size| (size, percent(words, size)));
    if let Some(size) = choice(ui, &name, settings.text_size_percent, &sizes) {
        settings.text_size_percent = size;
    }
    let hint = words.get("settings-reduced-motion-hint");
    let name = words.get("settings-reduced-motion");
    toggle_row(ui, &mut settings.reduced_motion, &name, Some(&hint));
    ui.add_space(space::M);
    small(ui, &words.message(view.drawn_by));
}

/// The text sizes that are offered. A slider would move under the pointer as the text grows.
pub const TEXT_SIZES: [u16; 6] = [80, 100, 120, 140, 170, 200];

fn show_language(ui: &mut Ui, words: &Words, settings: &mut Settings) {
    let mut options = vec![(None, words.get("settings-language-system"))];
    for language in LANGUAGES {
        options.push((Some(language.tag), language.name.to_owned()));
    }
    let name = words.get("settings-language");
    let pressed = choice(ui, &name, settings.language.as_deref(), &options);
    if let Some(tag) = pressed {
        settings.language = tag.map(str::to_owned);
    }
}

fn show_folders(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let mut action = None;
    if view.folders.is_empty() {
        body(ui, &words.get("settings-no-home"));
    }
    for (id, path) in view.folders {
        let name = words.get(id);
        let shown = shown_path(path);
        strong(ui, &name);
        small(ui, &shown);
        let of = |id| words.message(&Message::new(id).with("name", name.as_str()));
        row(ui, |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let (text, name) = (
                words.get("settings-folder-open"),
                of("settings-folder-open-name"),
            );
            if ui.add(Button::quiet(&text).name(&name)).clicked() {
                action = Some(Action::Outside(Outside::Folder(path.clone())));
            }
            let (text, name) = (
                words.get("settings-folder-copy"),
                of("settings-folder-copy-name"),
            );
            if ui.add(Button::quiet(&text).name(&name)).clicked() {
                action = Some(Action::Outside(Outside::Copy(shown.clone())));
            }
        });
    }
    if let Some(warning) = view.warning {
        notice(ui, &words.message(warning));
    }
    action
}

fn show_backup(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    if view.folders.is_empty() {
        // Nothing is kept that could be saved.
        body(ui, &words.get("settings-no-home"));
        return None;
    }
    let mut action = None;
    body(ui, &words.get("settings-backup-about"));
    ui.add_space(space::XS);
    row(ui, |ui| {
        let save = words.get("settings-backup-save");
        if ui.add(Button::secondary(&save)).clicked() {
            action = Some(SettingsAction::SaveEverything);
        }
        let bring_back = words.get("settings-backup-bring-back");
        if FileDialog::MAY_BE && ui.add(Button::secondary(&bring_back)).clicked() {
            action = Some(SettingsAction::BringBack);
        }
    });
    if !FileDialog::MAY_BE || view.backup.is_dialog_missing {
        small(ui, &words.get("settings-backup-no-dialog"));
    }
    if !view.backup.done.is_empty() {
        panel(ui, palette(ui).teal_soft, |ui| {
            for done in view.backup.done {
                let done = words.message(done);
                let shown = body(ui, &done);
                announce(ui, &shown, &done);
            }
        });
    }
    for failed in view.backup.failed {
        notice(ui, &words.message(failed));
    }
    action.map(Action::Settings)
}

fn percent(words: &Words, percent: u16) -> String {
    words.message(&Message::new("settings-percent").with("percent", u32::from(percent)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use eframe::egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    /// Settings in a window as high as they are, with the first that was asked of them.
    fn asking<'a>(
        voices: Voices<'a>,
        folders: &'a [(&'static str, PathBuf)],
    ) -> Harness<'a, Option<Action>> {
        let mut draft = Draft::default();
        Harness::builder()
            .with_size([1280.0, 2400.0])
            .with_context_setup(theme::install)
            .build_ui_state(
                move |ui, asked: &mut Option<Action>| {
                    let view = View {
                        warnings: &[],
                        settings: &Settings::default(),
                        devices: &[],
                        devices_warning: None,
                        trying: None,
                        voices,
                        drawn_by: &Message::new("settings-drawn-by-processor"),
                        folders,
                        warning: None,
                        record: None,
                        backup: Backup::default(),
                    };
                    let action = show(ui, &Words::of("en"), &view, &mut draft);
                    *asked = asked.take().or(action);
                },
                None,
            )
    }

    #[test]
    fn each_folder_is_opened_and_its_path_is_copied() {
        let folder = Path::new("/home/me/supple/log");
        let folders = [("settings-folder-record", folder.to_owned())];
        for (name, expected) in [
            (
                "Open: Your record",
                Action::Outside(Outside::Folder(folder.to_owned())),
            ),
            (
                "Copy the path: Your record",
                Action::Outside(Outside::Copy(shown_path(folder))),
            ),
        ] {
            let mut harness = asking(Voices::default(), &folders);
            harness.get_by_label(name).click();
            harness.run();
            assert_eq!(*harness.state(), Some(expected));
        }
    }

    #[test]
    fn everything_is_saved_and_brought_back_from_where_the_folders_are() {
        let folders = [(
            "settings-folder-record",
            PathBuf::from("/home/me/supple/log"),
        )];
        for (name, expected) in [
            ("Save everything", SettingsAction::SaveEverything),
            ("Bring back…", SettingsAction::BringBack),
        ] {
            let mut harness = asking(Voices::default(), &folders);
            harness.get_by_label(name).click();
            harness.run();
            assert_eq!(*harness.state(), Some(Action::Settings(expected)));
        }
        let harness = asking(Voices::default(), &[]);
        assert!(harness.query_by_label("Save everything").is_none());
    }

    #[test]
    fn what_one_chooses_from_is_as_high_as_a_finger_needs() {
        let harness = asking(Voices::default(), &[]);
        let options: Vec<_> = harness.query_all_by_role(Role::RadioButton).collect();
        assert!(options.len() > 10);
        for option in options {
            let height = option.rect().height();
            assert!(height >= 44.0, "{option:?}: {height}");
        }
    }

    #[test]
    fn a_click_that_leaves_a_field_is_not_lost() {
        let voices = Voices {
            program: Some(&crate::voice::Program::EspeakNg),
            offered: &[],
            gone: None,
            language: "en",
            warning: None,
        };
        let mut harness = asking(voices, &[]);
        let field = (Role::TextInput, "Another speech program");
        harness.get_by_role_and_label(field.0, field.1).focus();
        harness.run();
        let command = "piper --output_file {file}";
        let typed = harness.get_by_role_and_label(field.0, field.1);
        typed.type_text(command);
        harness.run();
        harness.get_by_label("Try the voice").click();
        harness.run();
        let chosen = Settings {
            speech_program: Some(command.to_owned()),
            ..Settings::default()
        };
        let both = [
            Action::Settings(SettingsAction::Choose(Box::new(chosen))),
            Action::Settings(SettingsAction::TryVoice),
        ];
        assert_eq!(*harness.state(), Some(Action::Both(Box::new(both))));
    }
}
