//! The voice: whether it speaks, through which program, and how to get one.

use eframe::egui::{Id, Key, TextEdit, Ui, vec2};

use super::{Draft, SettingsAction, percent};
use crate::settings::Settings;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{
    Button, body, focus_ring, note, notice, one_by_one, part, row, slider_row, small, toggle_row,
};
use crate::ui::{Action, Outside, spoken};
use crate::voice::{self, Custom, NotACommand, Program, VoiceName};
use crate::words::{Message, Words};

/// What speaks on this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Voices<'a> {
    /// `None` if nothing does.
    pub program: Option<&'a Program>,
    /// All voices for the language with the names that people read.
    pub offered: &'a [(VoiceName, String)],
    /// The chosen one, if it is not there any more.
    pub gone: Option<&'a VoiceName>,
    /// The tag of the language that the voice is chosen for.
    pub language: &'a str,
    /// Why nothing was heard when the voice was tried.
    pub warning: Option<&'a Message>,
}

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    voices: Voices<'_>,
    settings: &mut Settings,
    draft: &mut Draft,
) -> Option<Action> {
    let hint = words.get("settings-voice-hint");
    let name = words.get("settings-voice");
    toggle_row(ui, &mut settings.voice, &name, Some(&hint));
    ui.add_space(space::S);
    let action = match voices.program {
        Some(program) => {
            let action = show_program(ui, words, program, voices.language);
            let chosen = settings.voice_names.values();
            let is_chosen =
                |gone: &&VoiceName| chosen.clone().any(|name| *name == gone.to_string());
            if let Some(gone) = voices.gone.filter(is_chosen) {
                notice(ui, &words.message(&gone.is_gone()));
            }
            choose_voice(ui, words, voices, settings);
            choose_sound(ui, words, program, settings);
            action
        }
        None => show_absence(ui, words),
    };
    if let Some(warning) = voices.warning {
        notice(ui, &words.message(warning));
    }
    part(ui, "program", |ui| {
        choose_program(ui, words, settings, &mut draft.speech_program);
        let hint = words.get("settings-dark-hint");
        let name = words.get("settings-dark");
        toggle_row(ui, &mut settings.without_looking, &name, Some(&hint));
    });
    action
}

/// Which of the voices speaks, where there are several.
fn choose_voice(ui: &mut Ui, words: &Words, voices: Voices<'_>, settings: &mut Settings) {
    let [(first, _), _, ..] = voices.offered else {
        return;
    };
    let is_of_first = |(name, _): &(VoiceName, String)| name.program == first.program;
    let names_programs = !voices.offered.iter().all(is_of_first);
    let mut options = vec![(None, words.get("settings-voice-name-any"))];
    for (name, shown) in voices.offered {
        let text = if names_programs {
            let of_program = Message::new("settings-voice-name-of")
                .with("voice", shown.as_str())
                .with("program", name.program.as_str());
            words.message(&of_program)
        } else {
            shown.clone()
        };
        options.push((Some(name), text));
    }
    let chosen = settings.voice_names.get(voices.language);
    let mut offered = voices.offered.iter().map(|(name, _)| name);
    // One that is gone leaves the choice to Supple.
    let chosen = offered.find(|name| chosen.is_some_and(|chosen| *chosen == name.to_string()));
    let place = options.iter().position(|(name, _)| *name == chosen);
    let name = Message::new("settings-voice-name")
        .with("number", place.unwrap_or_default() + 1)
        .with("count", options.len());
    ui.add_space(space::XS);
    body(ui, &words.message(&name));
    let before = words.get("settings-voice-name-before");
    let after = words.get("settings-voice-name-after");
    match one_by_one(ui, [&before, &after], chosen, &options) {
        Some(Some(name)) => {
            let language = voices.language.to_owned();
            settings.voice_names.insert(language, name.to_string());
        }
        Some(None) => drop(settings.voice_names.remove(voices.language)),
        None => {}
    }
    ui.add_space(space::XS);
}

/// How fast and how loud it speaks.
fn choose_sound(ui: &mut Ui, words: &Words, program: &Program, settings: &mut Settings) {
    if program.has_speed() {
        let speed = &mut settings.voice_speed_percent;
        let value = percent(words, *speed);
        let name = words.get("settings-voice-speed");
        slider_row(ui, speed, 50..=200, 10.0, &name, &value);
    }
    let volume = &mut settings.voice_volume_percent;
    let value = percent(words, (*volume).into());
    let name = words.get("settings-voice-volume");
    slider_row(ui, volume, 10..=100, 10.0, &name, &value);
}

fn show_program(ui: &mut Ui, words: &Words, program: &Program, language: &str) -> Option<Action> {
    let reported = Message::new("settings-voice-program").with("program", program.name());
    let mut action = None;
    row(ui, |ui| {
        let text = words.get("settings-try-voice");
        if ui.add(Button::secondary(&text)).clicked() {
            action = Some(Action::Settings(SettingsAction::TryVoice));
        }
        small(ui, &words.message(&reported));
    });
    if let Some(how) = voice::how_to_get_a_pleasant_voice(program, language) {
        small(ui, &words.message(&how));
    }
    action
}

/// That nothing speaks, and the one command that changes it.
fn show_absence(ui: &mut Ui, words: &Words) -> Option<Action> {
    for line in [voice::nothing_speaks(), voice::how_to_get_a_voice()] {
        body(ui, &words.message(&line));
    }
    let command = voice::install_command()?;
    let copy = words.get("settings-voice-copy");
    let pressed = ui.add(Button::quiet(&copy)).clicked();
    pressed.then(|| Action::Outside(Outside::Copy(command.to_owned())))
}

/// A field for a command of the person's own. What is being typed is kept beside the settings until
/// it is a command.
fn choose_program(ui: &mut Ui, words: &Words, settings: &mut Settings, draft: &mut Option<String>) {
    let chosen = settings.speech_program.clone().unwrap_or_default();
    let mut typed = draft.clone().unwrap_or(chosen);
    ui.add_space(space::XS);
    let name = words.get("settings-speech-program");
    body(ui, &name);
    let hint = words.get("settings-speech-program-hint");
    let edit = TextEdit::singleline(&mut typed)
        .id(Id::unique("speech-program"))
        .hint_text(Type::Body.text(&hint, palette(ui).muted))
        .desired_width(f32::INFINITY)
        .margin(vec2(12.0, 8.0));
    let response = ui.add(edit).accessible_name(&name);
    focus_ring(ui, &response, radius::ROW);
    small(ui, &words.get("settings-speech-program-how"));
    if draft.is_none() && !response.has_focus() && !response.lost_focus() {
        return;
    }
    let fault = match typed.trim() {
        // Only once it is typed to its end: every letter before would be a program of its own.
        "" => {
            if response.lost_focus() {
                settings.speech_program = None;
            }
            None
        }
        command => match command.parse::<Custom>() {
            Ok(_) if response.lost_focus() => {
                settings.speech_program = Some(command.to_owned());
                None
            }
            Ok(_) => None,
            Err(fault) => Some(fault),
        },
    };
    let is_saved = typed == settings.speech_program.as_deref().unwrap_or_default();
    let is_settled = is_saved || response.lost_focus() && fault.is_none();
    *draft = (!is_settled).then_some(typed);
    if let Some(fault) = fault {
        let text = words.get(fault_id(fault));
        let shown = note(ui, &text);
        // Not with every letter.
        if !response.has_focus() {
            spoken::announce(ui, &shown, &text);
        }
    }
    // Enter takes what is typed, and the keyboard stays where it was.
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.request_focus();
    }
}

fn fault_id(fault: NotACommand) -> &'static str {
    match fault {
        NotACommand::OpenQuote => "settings-speech-open-quote",
        NotACommand::Empty => "settings-speech-empty",
        NotACommand::NoFile => "settings-speech-no-file",
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    struct Screen {
        program: Option<Program>,
        offered: Vec<(VoiceName, String)>,
        gone: Option<VoiceName>,
        settings: Settings,
        draft: Draft,
        asked: Vec<Action>,
    }

    fn harness(program: Option<Program>) -> Harness<'static, Screen> {
        let screen = Screen {
            program,
            offered: Vec::new(),
            gone: None,
            settings: Settings::default(),
            draft: Draft::default(),
            asked: Vec::new(),
        };
        Harness::builder()
            .with_size(vec2(900.0, 700.0))
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, screen: &mut Screen| {
                    let voices = Voices {
                        program: screen.program.as_ref(),
                        offered: &screen.offered,
                        gone: screen.gone.as_ref(),
                        language: "en",
                        warning: None,
                    };
                    let words = Words::of("en");
                    let asked = show(ui, &words, voices, &mut screen.settings, &mut screen.draft);
                    screen.asked.extend(asked);
                },
                screen,
            )
    }

    /// Types a command into the field and leaves it.
    fn type_in(harness: &mut Harness<'static, Screen>, text: &str) {
        let field = "Another speech program";
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        harness.run();
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .type_text(text);
        harness.run();
        harness.key_press(eframe::egui::Key::Enter);
        harness.run();
    }

    #[test]
    fn what_speaks_is_named_and_tried() {
        let mut harness = harness(Some(Program::EspeakNg));
        harness.get_by_label("It speaks through espeak-ng.");
        harness.get_by_label("Try the voice").click();
        harness.run();
        assert_eq!(
            harness.state().asked,
            [Action::Settings(SettingsAction::TryVoice)]
        );
    }

    #[test]
    fn where_nothing_speaks_what_brings_a_voice_is_reported() {
        let harness = harness(None);
        harness.get_by_label_contains("Nothing on this machine speaks");
        assert!(harness.query_by_label("Try the voice").is_none());
        let words = Words::of("en");
        harness.get_by_label(&words.message(&voice::how_to_get_a_voice()));
    }

    #[test]
    fn a_command_is_taken_up_once_it_is_one() {
        let mut harness = harness(Some(Program::EspeakNg));
        type_in(&mut harness, "piper --output_file");
        assert_eq!(harness.state().settings.speech_program, None);
        let typed = harness.state().draft.speech_program.as_deref();
        assert_eq!(typed, Some("piper --output_file"));
        harness.get_by_label_contains("where the path of the sound file belongs");
        type_in(&mut harness, " {file}");
        assert_eq!(harness.state().draft, Draft::default());
        let command = harness.state().settings.speech_program.as_deref();
        assert_eq!(command, Some("piper --output_file {file}"));
        assert!(harness.query_by_label_contains("belongs.").is_none());
    }

    #[test]
    fn a_voice_is_chosen_for_the_language_of_the_window_and_given_back() {
        let mut harness = harness(Some(Program::Flite));
        let of = |name: &str| name.parse::<VoiceName>().unwrap();
        harness.state_mut().offered = vec![
            (of("flite slt"), "slt".to_owned()),
            (of("espeak-ng en-gb"), "English (Great Britain)".to_owned()),
        ];
        harness.run();
        harness.get_by_label("Voice 1 of 3");
        harness.get_by_label("Voice before").click();
        harness.run();
        harness.get_by_label("English (Great Britain), espeak-ng");
        let names = harness.state().settings.voice_names.clone();
        assert_eq!(
            Vec::from_iter(names),
            [("en".to_owned(), "espeak-ng en-gb".to_owned())]
        );
        harness.get_by_label("Next voice").click();
        harness.run();
        harness.get_by_label("Supple’s own choice");
        assert!(harness.state().settings.voice_names.is_empty());
    }

    #[test]
    fn a_chosen_voice_that_is_gone_is_reported_until_another_is_chosen() {
        let mut harness = harness(Some(Program::EspeakNg));
        let gone = "piper /voices/en_GB-alba-medium.onnx";
        harness.state_mut().gone = Some(gone.parse().unwrap());
        let names = &mut harness.state_mut().settings.voice_names;
        names.insert("en".to_owned(), gone.to_owned());
        harness.run();
        harness.get_by_label_contains("alba, medium");
        harness.state_mut().settings.voice_names.clear();
        harness.run();
        assert!(harness.query_by_label_contains("alba, medium").is_none());
    }

    #[test]
    fn a_pleasanter_voice_is_reported_where_the_usual_one_is_plain() {
        for (program, is_plain) in [(Program::EspeakNg, true), (Program::Flite, false)] {
            let harness = harness(Some(program));
            let reported = harness.query_by_label_contains("piper-tts");
            assert_eq!(reported.is_some(), is_plain);
        }
    }

    #[test]
    fn the_speed_is_offered_where_the_program_can_be_told_it() {
        let custom = |command: &str| Program::Custom(command.parse().unwrap());
        for (program, has_speed) in [
            (Program::EspeakNg, true),
            (custom("speak {file}"), false),
            (custom("speak -s {speed} {file}"), true),
        ] {
            let harness = harness(Some(program));
            let speed = harness.query_by_role_and_label(Role::Slider, "Speed of the voice");
            assert_eq!(speed.is_some(), has_speed);
            harness.get_by_role_and_label(Role::Slider, "Volume of the voice");
        }
    }

    #[test]
    fn speaking_and_looking_are_switched() {
        let mut harness = harness(None);
        harness
            .get_by_role_and_label(Role::Switch, "Spoken guidance")
            .click();
        harness.run();
        harness
            .get_by_role_and_label(Role::Switch, "Dark screen in sessions")
            .click();
        harness.run();
        let settings = &harness.state().settings;
        assert_eq!((settings.voice, settings.without_looking), (false, true));
    }
}
