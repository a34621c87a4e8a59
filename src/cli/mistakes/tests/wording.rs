//! Every mistake in words.

use std::collections::BTreeSet;

use jiff::civil::date;

use crate::figure::{self, Fault};
use crate::routine::{
    GroupFault, ImageFault, Mistake, ShortTime, SideWord, Syntax, WhenFault, WordsTooLong, keys,
};
use crate::tables::Kind;
use crate::words::{Arg, LANGUAGES, Message, Words};

/// What is said around the mistakes of a file, and not of one.
const AROUND: [&str; 11] = [
    "check-error",
    "check-warning",
    "check-help",
    "check-more",
    "check-may-hide-more",
    "check-length",
    "check-length-open",
    "check-summary-good",
    "check-summary-warnings",
    "check-summary-all",
    "check-summary-errors",
];

#[test]
fn every_mistake_is_told_in_whole_words_of_every_language() {
    let messages = || {
        let mistakes = mistakes().into_iter();
        mistakes.flat_map(|mistake| [Some(mistake.message()), mistake.help()])
    };
    for language in LANGUAGES {
        let words = Words::only(language);
        for message in messages().flatten() {
            let text = words.message(&message);
            let place = format!("{} {}: {text}", language.tag, message.id);
            assert!(!text.contains('$'), "{place}");
            assert!(
                !text.contains("[check-") && !text.contains("[session-"),
                "{place}"
            );
            assert!(!has_two_units(&text) && !has_one_of_many(&text), "{place}");
        }
    }
    // Each text of a mistake was among them.
    let mut reported = BTreeSet::new();
    messages()
        .flatten()
        .for_each(|message| note_ids(&message, &mut reported));
    let texts = include_str!("../../../../assets/lang/en/check.ftl").lines();
    let texts = texts.filter_map(|line| Some(line.split_once(" =")?.0));
    let untold: Vec<_> = texts
        .filter(|id| id.starts_with("check-") && !AROUND.contains(id) && !reported.contains(id))
        .collect();
    assert!(untold.is_empty(), "no mistake here says {untold:?}");
}

#[test]
fn the_path_of_an_image_is_refused_with_all_that_it_may_not_have() {
    for language in LANGUAGES {
        let help = Mistake::ImagePath.help().unwrap();
        let reported = Words::only(language).message(&help);
        assert!(
            reported.contains("./ ") && reported.contains("../"),
            "{reported}"
        );
    }
}

fn note_ids(message: &Message, ids: &mut BTreeSet<&'static str>) {
    ids.insert(message.id);
    for (_, arg) in &message.args {
        if let Arg::Message(inner) = arg {
            note_ids(inner, ids);
        }
    }
}

fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    ["second", "minute", "hour", "Sekunde", "Minute", "Stunde"]
        .iter()
        .any(|unit| matches!(word.strip_prefix(unit), Some("" | "s" | "n")))
}

/// `1 hour seconds`.
fn has_two_units(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| is_unit(word)))
}

/// `1 seconds`.
fn has_one_of_many(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    let is_plural =
        |word: &str| is_unit(word) && word.trim_end_matches(['.', ',', ':']).ends_with(['s', 'n']);
    words
        .windows(2)
        .any(|pair| pair[0] == "1" && is_plural(pair[1]))
}

/// One of each mistake at least, with the numbers that are hardest to say.
fn mistakes() -> Vec<Mistake> {
    let mut mistakes = of_keys_and_values();
    mistakes.extend(of_other_forms());
    mistakes.extend(of_what_does_not_fit());
    mistakes.extend(of_when());
    mistakes.extend(of_groups());
    mistakes.extend(breaks().map(Mistake::Syntax));
    mistakes.extend(faults().map(Mistake::Figure));
    mistakes
}

fn of_keys_and_values() -> Vec<Mistake> {
    let text = || "x".to_owned();
    let mut mistakes = vec![
        Mistake::TooLarge,
        Mistake::ReaderFailed,
        Mistake::NotText { byte: 0xfc },
        Mistake::FormatMissing,
        Mistake::FormatUnknown { found: text() },
        Mistake::KeyUnknown {
            key: "holt".to_owned(),
            group: &keys::EXERCISE,
        },
        Mistake::KeyMissing { key: "title" },
        Mistake::NoExercise,
        Mistake::TooManyExercises { count: 201 },
        Mistake::TextEmpty { key: "title" },
        Mistake::TextTooLong {
            key: "title",
            limit: 200,
            length: 201,
        },
        Mistake::CharacterRefused { code: 0x1b },
        Mistake::CharacterRefused {
            code: u32::from('\n'),
        },
        Mistake::CharacterRefused { code: 0x301 },
        Mistake::RightToLeft,
        Mistake::NumberRange {
            key: "reps",
            least: 1,
            most: 1_000,
        },
        Mistake::DurationFraction { text: text() },
        Mistake::DurationRange {
            key: "hold",
            least: 1,
            most: 3_600,
        },
        Mistake::DurationRange {
            key: "rest",
            least: 0,
            most: 3_600,
        },
        Mistake::NotOneOf {
            key: "sides",
            text: "lefd".to_owned(),
            choices: &["left"],
        },
        Mistake::NotOneOf {
            key: "sides",
            text: "zzzz".to_owned(),
            choices: &["left"],
        },
        Mistake::DateForm { text: text() },
        Mistake::DateForm {
            text: "20.12.2026".to_owned(),
        },
        Mistake::TimeForm { text: text() },
        Mistake::TimeForm {
            text: "8:00".to_owned(),
        },
        Mistake::LanguageForm { text: text() },
        Mistake::IdForm { text: text() },
        Mistake::IdForm {
            text: "/".to_owned(),
        },
        Mistake::LinkForm,
        Mistake::ImagePath,
    ];
    mistakes.extend(
        [
            Kind::Text,
            Kind::List,
            Kind::Whole,
            Kind::Flag,
            Kind::Duration,
            Kind::Date,
            Kind::Table,
            Kind::Tables,
        ]
        .map(|wanted| Mistake::WrongKind {
            key: "hold",
            wanted,
            written: String::new(),
        }),
    );
    mistakes
}

fn of_other_forms() -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let keys = [
        "zzzz",
        "days",
        "language",
        "pain_limit",
        "weight",
        "speed",
        "rpe",
        "music",
        "patient",
        "times_per_week",
        "weeks",
        "phase",
        "left_reps",
        "frequency",
        "every",
        "hourly",
        "total_time",
        "diagnosis",
        "dose",
        "order",
        "metadata",
        "duration",
    ];
    mistakes.extend(keys.map(|key| Mistake::KeyUnknown {
        key: key.to_owned(),
        group: &keys::EXERCISE,
    }));
    let elsewhere = [("step", &keys::GROUP), ("load", &keys::LEFT)];
    mistakes.extend(elsewhere.map(|(key, group)| Mistake::KeyUnknown {
        key: key.to_owned(),
        group,
    }));
    let text = "3-1-3".to_owned();
    mistakes.push(Mistake::TempoForm { text });
    let word = "R\u{430}ise".to_owned();
    mistakes.push(Mistake::TwoAlphabets { word });
    let lengths = ["x", "20", "5-10s", "3x30s", "5 breaths"];
    mistakes.extend(lengths.map(|text| Mistake::DurationForm {
        key: "hold",
        text: text.to_owned(),
    }));
    for (key, text) in [
        ("pace", "2-0-2"),
        ("pace", "slow"),
        ("at", "half"),
        ("hold", "max"),
        ("rest", "short"),
        ("rest", "5-10s"),
    ] {
        let text = text.to_owned();
        mistakes.push(Mistake::DurationForm { key, text });
    }
    let numbers = [
        ("reps", "3x10"),
        ("reps", "10 each side"),
        ("reps", "3x10 each side"),
        ("reps", "10 left, 8 right"),
        ("reps", "3x10 left, 3x8 right"),
        ("reps", "10, 3x daily"),
        ("reps", "12-8"),
        ("rounds", "3 to 2"),
        ("reps", "max"),
        ("pain_limit", "3-4"),
        ("pain_limit", "mild"),
        ("times_per_day", "as needed"),
        ("sets", "x"),
    ];
    mistakes.extend(numbers.map(|(key, written)| Mistake::WrongKind {
        key,
        wanted: match key {
            "reps" | "sets" | "rounds" => Kind::Count,
            _ => Kind::Whole,
        },
        written: written.to_owned(),
    }));
    mistakes.push(Mistake::WrongKind {
        key: "exercise",
        wanted: Kind::Tables,
        written: "\"Knee to chest\"".to_owned(),
    });
    for text in ["both", "affected"] {
        mistakes.push(Mistake::NotOneOf {
            key: "sides",
            text: text.to_owned(),
            choices: keys::EXERCISE.key("sides").unwrap().takes.words(),
        });
    }
    mistakes.push(Mistake::NotOneOf {
        key: "days",
        text: "daily".to_owned(),
        choices: keys::SCHEDULE.key("days").unwrap().takes.words(),
    });
    mistakes
}

fn of_when() -> impl Iterator<Item = Mistake> {
    use WhenFault::{DaysDontFit, DaysTwice, EndsBeforeItBegins, EndsTwice, Over};
    let faults = [
        DaysTwice {
            key: "days_per_week",
        },
        DaysDontFit {
            days: 4,
            between: 1,
        },
        EndsTwice,
        EndsBeforeItBegins,
        Over {
            date: date(2026, 1, 2),
        },
        WhenFault::WeekTwice { week: 3 },
        WhenFault::StepChangesNothing,
        WhenFault::NoDays,
        WhenFault::NamedTwice,
        WhenFault::NoDayInTime,
        WhenFault::TimesDiffer { times: 1, named: 3 },
        WhenFault::TimesDiffer { times: 4, named: 1 },
        WhenFault::NeverOver,
        WhenFault::WeeksWithoutExercise {
            first: 4,
            last: 4,
            instead: 3,
        },
        WhenFault::WeeksWithoutExercise {
            first: 4,
            last: 6,
            instead: 3,
        },
        WhenFault::WeekAfterEnd { week: 7, weeks: 6 },
        WhenFault::WeeksEndFirst { from: 5, until: 4 },
    ];
    faults.into_iter().map(Mistake::When)
}

fn of_groups() -> impl Iterator<Item = Mistake> {
    let faults = [
        GroupFault::Unknown {
            name: "Legs".to_owned(),
            near: None,
        },
        GroupFault::NameTwice {
            name: "Legs".to_owned(),
        },
        GroupFault::Apart {
            name: "Legs".to_owned(),
        },
        GroupFault::SetsInCircuit,
        GroupFault::RestInCircuit,
        GroupFault::RestWithoutRounds,
        GroupFault::Empty {
            name: "Legs".to_owned(),
        },
        GroupFault::OneExercise {
            name: "Legs".to_owned(),
        },
        GroupFault::NothingToChoose {
            choose: 1,
            count: 1,
        },
    ];
    faults.into_iter().map(Mistake::Group)
}

fn of_what_does_not_fit() -> Vec<Mistake> {
    let text = || "x".to_owned();
    let mut mistakes = vec![
        Mistake::IdTwice { id: text() },
        Mistake::FigureUnknown {
            name: "brid-dog".to_owned(),
        },
        Mistake::FigureUnknown {
            name: "zzzz".to_owned(),
        },
        Mistake::ExerciseUnknown {
            id: "calmshell".to_owned(),
        },
        Mistake::ExerciseUnknown {
            id: "zzzz".to_owned(),
        },
        Mistake::ExerciseLanguage { tag: text() },
        Mistake::FigureName { text: text() },
        Mistake::TooManyFigures { count: 51 },
        Mistake::TimesAboveMax { times: 2, max: 1 },
        Mistake::CueAfterEnd { at: 60, end: 1 },
        Mistake::TooManySteps { steps: 10_001 },
        Mistake::TooLong { minutes: 721 },
        Mistake::LanguageOfWords {
            language: "en".to_owned(),
            words: "de",
        },
        Mistake::HoldLong { seconds: 180 },
        Mistake::HoldShort { seconds: 1 },
        Mistake::PainLimitless,
        Mistake::TimeShort(ShortTime {
            key: "prepare",
            name: text(),
            seconds: 10,
            words: 31,
        }),
        Mistake::SidesForgotten { name: text() },
        Mistake::SidesAlike { figure: text() },
        Mistake::PositionOfFigure {
            figure: text(),
            shows: "floor",
        },
        Mistake::NoInstructions { name: text() },
        Mistake::NoPicture { name: text() },
        Mistake::ReviewPassed {
            date: date(2026, 11, 21),
        },
        Mistake::NoEffect {
            key: "pace",
            kind: "hold",
        },
        Mistake::NoEffect {
            key: "hold",
            kind: "reps",
        },
        Mistake::NoEffectWithoutSides { key: "switch" },
        Mistake::NoEffectInOneSet,
        Mistake::NoEffectAtPace,
        Mistake::NoEffectBesideTempo,
        Mistake::SideDoseAtPace,
        Mistake::TempoForm { text: text() },
        Mistake::StrayBrace { key: "say" },
        Mistake::LimbsWithoutSides { key: "say" },
        Mistake::TimeShort(ShortTime {
            key: "switch",
            name: "Calf".to_owned(),
            seconds: 5,
            words: 8,
        }),
        Mistake::WordsTooLong(WordsTooLong {
            text: "Let the shoulders sink.".to_owned(),
            words: 3,
            seconds: 2,
        }),
        Mistake::PaceTooFast {
            text: "Lower slowly.".to_owned(),
            seconds: 2,
        },
    ];
    mistakes.extend([true, false].map(|is_own| Mistake::ExerciseOfBoth { id: text(), is_own }));
    mistakes.extend(side_words().map(Mistake::SideWord));
    mistakes.extend(
        [
            ImageFault::Absent,
            ImageFault::Outside,
            ImageFault::TooManyBytes,
            ImageFault::TooManyPixels,
            ImageFault::TooMuchMemory,
            ImageFault::TooMuchInAll,
            ImageFault::Undecodable,
            ImageFault::Unreadable,
        ]
        .map(Mistake::Image),
    );
    mistakes
}

fn side_words() -> [SideWord; 4] {
    let text = || "x".to_owned();
    [
        SideWord::Other {
            word: text(),
            sides: "left",
        },
        SideWord::OfBoth {
            word: text(),
            pair: text(),
        },
        SideWord::InName { word: text() },
        SideWord::NotWritten {
            word: text(),
            sides: "left",
        },
    ]
}

/// One of each break of the grammar.
fn breaks() -> impl Iterator<Item = Syntax> {
    let hold = || "hold".to_owned();
    [
        Syntax::KeyTwice { key: hold() },
        Syntax::KeyForm {
            key: String::new(),
            group: None,
        },
        Syntax::SpaceUnusual { code: 0xa0 },
        Syntax::EqualsMissing,
        Syntax::ValueMissing,
        Syntax::QuotesMissing {
            key: hold(),
            takes: Some(&keys::EXERCISE.key("hold").unwrap().takes),
            written: "5 s".to_owned(),
        },
        Syntax::QuotesMissing {
            key: String::new(),
            takes: None,
            written: String::new(),
        },
        Syntax::TwoKeys,
        Syntax::CurlyQuotes,
        Syntax::MarkInside {
            key: "caution".to_owned(),
            written: "'Don't'".to_owned(),
        },
        Syntax::TextUnfinished,
        Syntax::Backslash,
        Syntax::BracketMissing,
        Syntax::CommaMissing,
        Syntax::CommaExtra,
        Syntax::NumberForm,
        Syntax::DateForm,
        Syntax::TooDeep,
        Syntax::LineEnd,
        Syntax::Other,
    ]
    .into_iter()
}

/// One of each mistake of a figure.
fn faults() -> impl Iterator<Item = Fault> {
    let text = || "x".to_owned();
    let wanted = [
        Kind::Number,
        Kind::Numbers(2),
        Kind::NumberOrNumbers(2),
        Kind::Text,
        Kind::Flag,
        Kind::List,
        Kind::Table,
        Kind::Place,
    ];
    let faults = [
        Fault::TooLarge { limit: 1024 },
        Fault::KeyUnknown {
            key: "veiw".to_owned(),
            group: &figure::keys::FIGURE,
        },
        Fault::KeyUnknown {
            key: "zzzz".to_owned(),
            group: &figure::keys::FIGURE,
        },
        Fault::KeyMissing { key: "view" },
        Fault::NotOneOf {
            text: "above".to_owned(),
            choices: &["side"],
        },
        Fault::OutOfRange {
            least: 0.0,
            most: 1.5,
        },
        Fault::FrameEmpty,
        Fault::TooMany { limit: 10 },
        Fault::PoseName { name: text() },
        Fault::PoseAbsent { name: text() },
        Fault::PropAbsent {
            kind: "chair",
            heading: "figure.mine.prop".to_owned(),
        },
        Fault::PropHeld { kind: "towel" },
        Fault::Twice { part: "head" },
        Fault::NotOrdered { part: "head" },
        Fault::Mixed {
            key: "elbow",
            with: "hand",
            not: "upper",
        },
        Fault::KneeNeedsAngles,
        Fault::Circle,
        Fault::OutOfReach {
            pose: text(),
            limb: "arm",
            by: 0.5,
        },
        Fault::BelowFloor {
            pose: text(),
            part: "foot",
            by: 0.5,
        },
    ];
    let wrong_kinds = wanted.map(|wanted| Fault::WrongKind { wanted });
    faults.into_iter().chain(wrong_kinds)
}
