//! What to do about a mistake.

use super::super::keys;
use super::super::suggest;
use super::super::text::LONGEST_TEXT;
use super::{Mistake, parts};
use crate::exercises;
use crate::figure;
use crate::message::Message;
use crate::text::is_code_of_mark;

impl Mistake {
    /// How to fix it, where that is not plain from what is wrong.
    pub fn help(&self) -> Option<Message> {
        let say = Message::new;
        let help = match self {
            Self::TooLarge => say("check-too-large-help"),
            Self::ReaderFailed => say("check-reader-failed-help"),
            Self::NotText { .. } => say("check-not-text-help"),
            Self::Syntax(syntax) => syntax.help(),
            Self::FormatMissing => say("check-format-missing-help"),
            Self::FormatUnknown { .. } => say("check-format-unknown-help"),
            Self::KeyUnknown { key, group } => suggest::help_with_key(key, group),
            Self::KeyMissing { key } => say("check-key-missing-help").with("key", *key),
            Self::NoExercise => say("check-no-exercise-help"),
            Self::TooManyExercises { .. } => say("check-too-many-exercises-help"),
            Self::WrongKind {
                key,
                wanted,
                written,
            } => {
                let known = keys::of_kind(key, *wanted);
                let near = known.and_then(|known| suggest::value_help(known, written));
                let name = known.map_or(*key, keys::Key::heading);
                let of_kind = || Some(say(parts::help_with_kind(*wanted)?).with("key", name));
                return near.or_else(of_kind);
            }
            Self::TextEmpty { .. } => say("check-text-empty-help"),
            Self::TextTooLong { .. } => {
                say("check-text-too-long-help").with("longest", LONGEST_TEXT)
            }
            Self::CharacterRefused { code } if *code == u32::from('\n') => {
                say("check-character-help-line")
            }
            Self::CharacterRefused { code } if is_code_of_mark(*code) => {
                say("check-character-help-marks")
            }
            Self::CharacterRefused { .. } => say("check-character-help"),
            Self::RightToLeft => say("check-right-to-left-help"),
            Self::DurationForm { key, text } => suggest::duration_help(key, text),
            Self::DurationFraction { text } => suggest::fraction_help(text),
            Self::NotOneOf { key, text, choices } => suggest::word_help(key, text, choices),
            Self::TempoForm { text } => suggest::tempo_help(text),
            Self::DateForm { text } => suggest::date_help(text),
            Self::TimeForm { text } => suggest::time_help(text),
            Self::LanguageForm { text } => suggest::language_help(text),
            Self::IdForm { text } => suggest::id_help(text),
            Self::LinkForm => say("check-link-form-help"),
            Self::ImagePath => say("check-image-path-help"),
            Self::Image(fault) => return fault.help_id().map(Message::new),
            Self::IdTwice { .. } => say("check-id-twice-help"),
            Self::TwoAlphabets { .. } => say("check-two-alphabets-help"),
            Self::FigureUnknown { name } => help_with_figure(name),
            Self::ExerciseUnknown { id } => match suggest::figure_named(id, &exercises::ids()) {
                Some(near) => say("check-not-one-of-help-near").with("near", near),
                None => say("check-exercise-unknown-help"),
            },
            Self::ExerciseLanguage { .. } => say("check-exercise-language-help"),
            Self::ExerciseOfBoth { is_own: true, .. } => say("check-exercise-of-both-help-own"),
            Self::ExerciseOfBoth { .. } => say("check-exercise-of-both-help-library"),
            Self::Figure(fault) => return fault.help(),
            Self::TimesAboveMax { .. } => say("check-times-above-max-help"),
            Self::When(fault) => fault.help(),
            Self::Group(fault) => fault.help(),
            Self::SideDoseAtPace => say("check-side-dose-at-pace-help"),
            Self::CueAfterEnd { .. } => say("check-cue-after-end-help"),
            Self::TooManySteps { .. } => say("check-too-many-steps-help"),
            Self::TooLong { .. } => say("check-too-long-help"),
            Self::LanguageOfWords { words, .. } => {
                say("check-language-of-words-help").with("words", *words)
            }
            Self::HoldLong { .. } | Self::HoldShort { .. } => say("check-hold-help"),
            Self::PainLimitless => say("check-pain-limitless-help"),
            Self::TimeShort(time) => time.help(),
            Self::WordsTooLong(_) => say("check-words-too-long-help"),
            Self::PaceTooFast { .. } => say("check-pace-too-fast-help"),
            Self::SidesForgotten { .. } => say("check-sides-forgotten-help"),
            Self::SidesAlike { .. } => say("check-sides-alike-help"),
            Self::PositionOfFigure { shows, .. } => {
                say("check-position-of-figure-help").with("shows", *shows)
            }
            Self::NoInstructions { .. } => say("check-no-instructions-help"),
            Self::NoPicture { .. } => say("check-no-picture-help"),
            Self::ReviewPassed { .. } => say("check-review-passed-help"),
            Self::NoEffect {
                key: "hold",
                kind: "reps",
            } => say("check-hold-at-the-top-help"),
            Self::NoEffect { .. } => say("check-no-effect-help"),
            Self::NoEffectBesideTempo => say("check-no-effect-beside-tempo-help"),
            Self::NoEffectWithoutSides { .. } => say("check-no-effect-without-sides-help"),
            Self::NoEffectInOneSet => say("check-no-effect-in-one-set-help"),
            Self::NoEffectAtPace => say("check-no-effect-at-pace-help"),
            Self::StrayBrace { .. } => say("check-stray-brace-help"),
            Self::LimbsWithoutSides { .. } => say("check-limbs-without-sides-help"),
            Self::SideWord(about) => about.help(),
            Self::NumberRange { .. } | Self::DurationRange { .. } => say("check-range-help"),
            Self::FigureName { .. } | Self::TooManyFigures { .. } => return None,
        };
        Some(help)
    }
}

fn help_with_figure(name: &str) -> Message {
    let names: Vec<_> = figure::names().collect();
    let meant = suggest::figure_named(name, &names);
    match meant.or_else(|| exercises::figure_of(name)) {
        Some(near) => Message::new("check-not-one-of-help-near").with("near", near),
        None => Message::new("check-figure-unknown-help").with("name", name),
    }
}
