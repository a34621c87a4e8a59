//! Which key a mistake is about, for a screen that shows it beside the key's field.

use super::Mistake;

impl Mistake {
    /// The key that is to be changed: another than the one that the mistake is reported at where a key is
    /// missing, or what is there has to do with one.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::KeyMissing { key }
            | Self::WrongKind { key, .. }
            | Self::TextEmpty { key }
            | Self::TextTooLong { key, .. }
            | Self::NumberRange { key, .. }
            | Self::DurationForm { key, .. }
            | Self::DurationRange { key, .. }
            | Self::NotOneOf { key, .. }
            | Self::NoEffect { key, .. }
            | Self::NoEffectWithoutSides { key }
            | Self::StrayBrace { key }
            | Self::LimbsWithoutSides { key } => Some(key),
            Self::TimeShort(time) => Some(time.key),
            Self::FormatMissing | Self::FormatUnknown { .. } => Some("format"),
            Self::NoExercise => Some("exercise"),
            Self::FigureUnknown { .. } | Self::SidesAlike { .. } | Self::NoPicture { .. } => {
                Some("figure")
            }
            Self::NoInstructions { .. } => Some("instructions"),
            Self::SidesForgotten { .. } => Some("sides"),
            Self::HoldLong { .. } | Self::HoldShort { .. } => Some("hold"),
            Self::NoEffectInOneSet => Some("rest_between_sets"),
            Self::NoEffectAtPace => Some("switch"),
            Self::TimesAboveMax { .. } => Some("times_per_day"),
            Self::ReviewPassed { .. } => Some("review_on"),
            Self::PainLimitless => Some("pain_limit"),
            Self::CueAfterEnd { .. } => Some("at"),
            Self::Image(_) | Self::ImagePath => Some("image"),
            Self::Group(fault) => Some(fault.key()),
            Self::IdTwice { .. } => Some("id"),
            Self::ExerciseUnknown { .. }
            | Self::ExerciseLanguage { .. }
            | Self::ExerciseOfBoth { .. } => Some("use"),
            _ => None,
        }
    }
}
