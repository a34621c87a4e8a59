//! What can be wrong with a routine file: one variant for each mistake, with its words.

mod about;
mod group;
mod help;
mod parts;
mod times;
mod when;

pub use group::GroupFault;
pub use times::{ShortTime, WordsTooLong};
use times::{exact, pace_too_fast};
pub use when::WhenFault;

use super::keys::{Group, Takes};
use super::{LARGEST_FILE, LONGEST_ROUTINE_HOURS, MOST_EXERCISES, MOST_FIGURES, MOST_STEPS};
use crate::figure::Fault;
use crate::message::Message;
use crate::tables::Kind;

/// One thing that is wrong with a file, or probably not meant.
///
/// Texts taken from the file are stored as `shown` gives them: short, and free of characters that
/// could act on a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mistake {
    // The file as a whole.
    TooLarge,
    /// The reader itself failed: the program is at fault, and this file alone can't be read.
    ReaderFailed,
    NotText {
        byte: u8,
    },
    Syntax(Syntax),
    FormatMissing,
    FormatUnknown {
        found: String,
    },
    // Keys.
    KeyUnknown {
        key: String,
        /// Where it is written.
        group: &'static Group,
    },
    KeyMissing {
        key: &'static str,
    },
    NoExercise,
    TooManyExercises {
        count: usize,
    },
    // Values of the wrong kind or out of range.
    WrongKind {
        key: &'static str,
        wanted: Kind,
        /// As it stands in the file; empty where that is not known.
        written: String,
    },
    TextEmpty {
        key: &'static str,
    },
    TextTooLong {
        key: &'static str,
        limit: usize,
        length: usize,
    },
    CharacterRefused {
        code: u32,
    },
    /// Words that the window and the terminal can't put in order.
    RightToLeft,
    NumberRange {
        key: &'static str,
        least: u64,
        most: u64,
    },
    DurationForm {
        key: &'static str,
        text: String,
    },
    DurationFraction {
        text: String,
    },
    DurationRange {
        key: &'static str,
        least: u64,
        most: u64,
    },
    NotOneOf {
        key: &'static str,
        text: String,
        choices: &'static [&'static str],
    },
    /// A tempo that is none.
    TempoForm {
        text: String,
    },
    DateForm {
        text: String,
    },
    TimeForm {
        text: String,
    },
    LanguageForm {
        text: String,
    },
    IdForm {
        text: String,
    },
    LinkForm,
    ImagePath,
    // Values that don't fit with something else.
    Image(ImageFault),
    IdTwice {
        id: String,
    },
    /// A word of Latin letters and of others that look like them.
    TwoAlphabets {
        word: String,
    },
    FigureUnknown {
        name: String,
    },
    ExerciseUnknown {
        id: String,
    },
    ExerciseLanguage {
        tag: String,
    },
    /// An exercise of the file and one of the library have the id that is used.
    ExerciseOfBoth {
        id: String,
        /// Whether the file's is used: it is above.
        is_own: bool,
    },
    FigureName {
        text: String,
    },
    TooManyFigures {
        count: usize,
    },
    /// In a figure of the file's own.
    Figure(Fault),
    TimesAboveMax {
        times: u32,
        max: u32,
    },
    /// In when it is to be done.
    When(WhenFault),
    /// In what belongs together.
    Group(GroupFault),
    /// A dose of its own for a side, where the sides change with each repetition at a pace.
    SideDoseAtPace,
    CueAfterEnd {
        at: u64,
        end: u64,
    },
    TooManySteps {
        steps: u64,
    },
    TooLong {
        minutes: u64,
    },
    // Allowed, and probably not meant.
    /// Words in another language than the file says, or than counts where it says none.
    LanguageOfWords {
        /// The first part of the file's tag,
        language: String,
        /// and that of its words.
        words: &'static str,
    },
    HoldLong {
        seconds: u64,
    },
    HoldShort {
        seconds: u64,
    },
    /// No pain is above the limit.
    PainLimitless,
    /// The words that are said while getting ready, or at the first change of sides, take longer than
    /// the time for it.
    TimeShort(ShortTime),
    SidesForgotten {
        name: String,
    },
    /// Of a figure that shows no side, in an exercise that has sides.
    SidesAlike {
        figure: String,
    },
    /// A position that the figure does not show.
    PositionOfFigure {
        figure: String,
        /// The position that it shows.
        shows: &'static str,
    },
    NoInstructions {
        name: String,
    },
    NoPicture {
        name: String,
    },
    ReviewPassed {
        date: jiff::civil::Date,
    },
    NoEffect {
        key: &'static str,
        kind: &'static str,
    },
    /// What belongs to changing sides, in an exercise that never does.
    NoEffectWithoutSides {
        key: &'static str,
    },
    /// Of `rest_between_sets`.
    NoEffectInOneSet,
    /// Of `pace`, beside a tempo.
    NoEffectBesideTempo,
    /// Of `switch`, where the sides change with each repetition at a pace.
    NoEffectAtPace,
    /// A brace that is no part of `{left|right}`.
    StrayBrace {
        key: &'static str,
    },
    /// Words for each side, in an exercise that has none.
    LimbsWithoutSides {
        key: &'static str,
    },
    /// A word for a side that does not go with the sides of the exercise.
    SideWord(SideWord),
    /// Words that take longer than the time they have in a hold.
    WordsTooLong(WordsTooLong),
    /// Words that take longer than one repetition at a pace.
    PaceTooFast {
        text: String,
        seconds: u64,
    },
}

/// How a file breaks the grammar of TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    KeyTwice {
        key: String,
    },
    KeyForm {
        /// As it stands in the file.
        key: String,
        /// The keys that may stand there; `None` where they are not known.
        group: Option<&'static Group>,
    },
    /// What looks like a space beside a key or a value, and is none to a program.
    SpaceUnusual {
        code: u32,
    },
    EqualsMissing,
    ValueMissing,
    /// Where a text or a word should be; `key` is empty where none is on the line.
    QuotesMissing {
        key: String,
        /// What the key takes where it stands; `None` of one that is unknown.
        takes: Option<&'static Takes>,
        /// As it stands in the file.
        written: String,
    },
    /// With their values, on one line.
    TwoKeys,
    CurlyQuotes,
    /// A quotation mark or an apostrophe inside a text that is set in the same marks.
    MarkInside {
        key: String,
        /// As it stands in the file.
        written: String,
    },
    TextUnfinished,
    Backslash,
    BracketMissing,
    CommaMissing,
    CommaExtra,
    NumberForm,
    DateForm,
    TooDeep,
    LineEnd,
    /// Anything rarer.
    Other,
}

/// A word of an exercise's texts for the left or the right, that does not go with its sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideWord {
    /// For the left in an exercise of the right, or the other way round.
    Other {
        word: String,
        /// As the exercise has it.
        sides: &'static str,
    },
    /// For one side outside of braces, in an exercise of both.
    OfBoth {
        word: String,
        /// The words for both, in braces.
        pair: String,
    },
    /// The same in its name, which takes no braces.
    InName { word: String },
    /// In the name of an exercise that says nothing of sides.
    NotWritten { word: String, sides: &'static str },
}

/// Why an image that a file names can't be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFault {
    Absent,
    /// A link leads out of the file's folder.
    Outside,
    TooManyBytes,
    TooManyPixels,
    /// It comes in passes, which are all kept until the last of them is read.
    TooMuchMemory,
    /// The pictures of the file before it and this one are too many together.
    TooMuchInAll,
    /// Neither a PNG nor a JPEG, or a damaged one.
    Undecodable,
    /// It is there and the system won't let it be read.
    Unreadable,
}

/// How much a mistake weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file can't be used before it is fixed.
    Error,
    /// The file can be used; this is probably not what its author meant.
    Warning,
}

impl Mistake {
    pub fn severity(&self) -> Severity {
        match self {
            Self::RightToLeft
            | Self::ExerciseLanguage { .. }
            | Self::ExerciseOfBoth { .. }
            | Self::TwoAlphabets { .. }
            | Self::LanguageOfWords { .. }
            | Self::HoldLong { .. }
            | Self::HoldShort { .. }
            | Self::PainLimitless
            | Self::TimeShort(_)
            | Self::SidesForgotten { .. }
            | Self::SidesAlike { .. }
            | Self::PositionOfFigure { .. }
            | Self::NoInstructions { .. }
            | Self::NoPicture { .. }
            | Self::ReviewPassed { .. }
            | Self::NoEffect { .. }
            | Self::NoEffectWithoutSides { .. }
            | Self::NoEffectInOneSet
            | Self::NoEffectAtPace
            | Self::NoEffectBesideTempo
            | Self::StrayBrace { .. }
            | Self::LimbsWithoutSides { .. }
            | Self::SideWord(_)
            | Self::WordsTooLong(_)
            | Self::PaceTooFast { .. } => Severity::Warning,
            Self::When(fault) => fault.severity(),
            Self::Group(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }

    /// Whether it is certain only when every line of the file could be read.
    pub(super) fn depends_on_other_lines(&self) -> bool {
        match self {
            Self::FormatMissing
            | Self::KeyMissing { .. }
            | Self::NoExercise
            | Self::FigureUnknown { .. }
            | Self::ExerciseUnknown { .. }
            | Self::CueAfterEnd { .. }
            | Self::TooManySteps { .. }
            | Self::TooLong { .. }
            | Self::Group(_) => true,
            Self::Figure(fault) => fault.depends_on_other_lines(),
            _ => self.severity() == Severity::Warning,
        }
    }

    /// A name for scripts that stays the same in every language and version.
    pub fn code(&self) -> &'static str {
        let id = self.message().id;
        id.strip_prefix("check-").unwrap_or(id)
    }

    /// What is wrong, and why.
    pub fn message(&self) -> Message {
        let say = Message::new;
        match self {
            Self::ReaderFailed => say("check-reader-failed"),
            Self::TooLarge => say("check-too-large").with("limit", LARGEST_FILE / 1024),
            Self::NotText { byte } => say("check-not-text").with("byte", format!("{byte:02X}")),
            Self::Syntax(syntax) => syntax.message(),
            Self::FormatMissing => say("check-format-missing"),
            Self::FormatUnknown { found } => say("check-format-unknown").with("found", &**found),
            Self::KeyUnknown { key, .. } => say("check-key-unknown").with("key", key.as_str()),
            Self::KeyMissing { key } => of_key("check-key-missing", key),
            Self::NoExercise => say("check-no-exercise"),
            Self::TooManyExercises { count } => {
                too_many("check-too-many-exercises", *count, MOST_EXERCISES)
            }
            Self::WrongKind { key, wanted, .. } => say("check-wrong-kind")
                .with("key", *key)
                .with("wanted", wanted.name()),
            Self::TextEmpty { key } => of_key("check-text-empty", key),
            Self::TextTooLong { key, limit, length } => say("check-text-too-long")
                .with("key", *key)
                .with("limit", *limit)
                .with("length", *length),
            Self::CharacterRefused { code } => {
                say("check-character").with("code", format!("U+{code:04X}"))
            }
            Self::RightToLeft => say("check-right-to-left"),
            Self::NumberRange { key, least, most } => say("check-number-range")
                .with("key", *key)
                .with("least", *least)
                .with("most", *most),
            Self::DurationForm { text, .. } => with_text("check-duration-form", text),
            Self::TempoForm { text } => with_text("check-tempo-form", text),
            Self::DurationFraction { .. } => say("check-duration-fraction"),
            Self::DurationRange { key, least, most } => say("check-duration-range")
                .with("key", *key)
                .with("least", exact(*least))
                .with("most", exact(*most)),
            Self::NotOneOf { key, text, .. } => say("check-not-one-of")
                .with("key", *key)
                .with("text", text.as_str()),
            Self::DateForm { .. } => say("check-date-form"),
            Self::TimeForm { .. } => say("check-time-form"),
            Self::LanguageForm { text } => say("check-language-form").with("text", text.as_str()),
            Self::IdForm { text } => say("check-id-form").with("text", text.as_str()),
            Self::LinkForm => say("check-link-form"),
            Self::ImagePath => say("check-image-path"),
            Self::Image(fault) => say(fault.id()),
            Self::IdTwice { id } => say("check-id-twice").with("id", id.as_str()),
            Self::TwoAlphabets { word } => say("check-two-alphabets").with("word", &**word),
            Self::FigureUnknown { name } => say("check-figure-unknown").with("name", name.as_str()),
            Self::ExerciseUnknown { id } => say("check-exercise-unknown").with("id", id.as_str()),
            Self::ExerciseOfBoth { id, .. } => say("check-exercise-of-both").with("id", &**id),
            Self::ExerciseLanguage { tag } => say("check-exercise-language").with("tag", &**tag),
            Self::FigureName { text } => say("check-figure-name").with("text", text.as_str()),
            Self::TooManyFigures { count } => {
                too_many("check-figure-too-many-own", *count, MOST_FIGURES)
            }
            Self::Figure(fault) => fault.message(),
            Self::TimesAboveMax { times, max } => say("check-times-above-max")
                .with("times", *times)
                .with("max", *max),
            Self::When(fault) => fault.message(),
            Self::Group(fault) => fault.message(),
            Self::SideDoseAtPace => say("check-side-dose-at-pace"),
            Self::CueAfterEnd { at, end } => say("check-cue-after-end")
                .with("at", exact(*at))
                .with("end", exact(*end)),
            Self::TooManySteps { steps } => say("check-too-many-steps")
                .with("steps", *steps)
                .with("limit", MOST_STEPS),
            Self::TooLong { minutes } => say("check-too-long")
                .with("minutes", *minutes)
                .with("hours", LONGEST_ROUTINE_HOURS),
            Self::LanguageOfWords { language, words } => say("check-language-of-words")
                .with("language", language.as_str())
                .with("words", *words),
            Self::HoldLong { seconds } => say("check-hold-long").with("length", exact(*seconds)),
            Self::HoldShort { seconds } => say("check-hold-short").with("length", exact(*seconds)),
            Self::PainLimitless => say("check-pain-limitless"),
            Self::TimeShort(time) => time.message(),
            Self::WordsTooLong(words) => words.message(),
            Self::PaceTooFast { text, seconds } => pace_too_fast(text, *seconds),
            Self::SidesForgotten { name } => say("check-sides-forgotten").with("name", &**name),
            Self::SidesAlike { figure } => say("check-sides-alike").with("figure", figure.as_str()),
            Self::PositionOfFigure { figure, shows } => say("check-position-of-figure")
                .with("figure", figure.as_str())
                .with("shows", *shows),
            Self::NoInstructions { name } => say("check-no-instructions").with("name", &**name),
            Self::NoPicture { name } => say("check-no-picture").with("name", name.as_str()),
            Self::ReviewPassed { date } => dated("check-review-passed", *date),
            Self::NoEffect { key, kind } => of_key("check-no-effect", key).with("kind", *kind),
            Self::NoEffectWithoutSides { key } => of_key("check-no-effect-without-sides", key),
            Self::NoEffectInOneSet => say("check-no-effect-in-one-set"),
            Self::NoEffectBesideTempo => say("check-no-effect-beside-tempo"),
            Self::NoEffectAtPace => say("check-no-effect-at-pace"),
            Self::StrayBrace { key } => of_key("check-stray-brace", key),
            Self::LimbsWithoutSides { key } => of_key("check-limbs-without-sides", key),
            Self::SideWord(about) => about.message(),
        }
    }
}

fn too_many(id: &'static str, count: usize, limit: usize) -> Message {
    Message::new(id).with("count", count).with("limit", limit)
}

fn dated(id: &'static str, date: jiff::civil::Date) -> Message {
    Message::new(id).with("date", date.to_string())
}

fn with_text(id: &'static str, text: &str) -> Message {
    Message::new(id).with("text", text)
}

fn of_key(id: &'static str, key: &'static str) -> Message {
    Message::new(id).with("key", key)
}
