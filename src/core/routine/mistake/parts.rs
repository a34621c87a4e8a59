//! The words of what a mistake is about: a break of the grammar, a kind of value, a picture.

use super::{ImageFault, SideWord, Syntax};
use crate::message::Message;
use crate::routine::keys::Takes;
use crate::routine::suggest;
use crate::tables::Kind;

impl Syntax {
    pub(super) fn message(&self) -> Message {
        let message = Message::new(match self {
            Self::KeyTwice { .. } => "check-key-twice",
            Self::KeyForm { .. } => "check-key-form",
            Self::SpaceUnusual { .. } => "check-space-unusual",
            Self::EqualsMissing => "check-equals-missing",
            Self::ValueMissing => "check-value-missing",
            Self::QuotesMissing { .. } => "check-quotes-missing",
            Self::TwoKeys => "check-two-keys",
            Self::CurlyQuotes => "check-curly-quotes",
            Self::MarkInside { .. } => "check-mark-inside",
            Self::TextUnfinished => "check-text-unfinished",
            Self::Backslash => "check-backslash",
            Self::BracketMissing => "check-bracket-missing",
            Self::CommaMissing => "check-comma-missing",
            Self::CommaExtra => "check-comma-extra",
            Self::NumberForm => "check-number-form",
            Self::DateForm => "check-date-form",
            Self::TooDeep => "check-too-deep",
            Self::LineEnd => "check-line-end",
            Self::Other => "check-syntax",
        });
        match self {
            Self::KeyTwice { key } => message.with("key", key.as_str()),
            Self::SpaceUnusual { code } => message.with("code", format!("U+{code:04X}")),
            _ => message,
        }
    }

    pub(super) fn help(&self) -> Message {
        if let Self::KeyForm {
            key,
            group: Some(group),
        } = self
            && let Some(help) = suggest::help_with_word(key, group)
        {
            return help;
        }
        let help = Message::new(match self {
            Self::KeyTwice { .. } => "check-key-twice-help",
            Self::KeyForm { .. } => "check-key-form-help",
            Self::SpaceUnusual { .. } => "check-space-unusual-help",
            Self::EqualsMissing => "check-equals-missing-help",
            Self::ValueMissing => "check-value-missing-help",
            Self::QuotesMissing { .. } | Self::MarkInside { .. } => "check-quotes-missing-help",
            Self::TwoKeys => "check-two-keys-help",
            Self::CurlyQuotes => "check-curly-quotes-help",
            Self::TextUnfinished => "check-text-unfinished-help",
            Self::Backslash => "check-backslash-help",
            Self::BracketMissing => "check-bracket-missing-help",
            Self::CommaMissing => "check-comma-missing-help",
            Self::CommaExtra => "check-comma-extra-help",
            Self::NumberForm => "check-number-form-help",
            Self::DateForm => "check-date-form-help",
            Self::TooDeep => "check-too-deep-help",
            Self::LineEnd => "check-line-end-help",
            Self::Other => "check-syntax-help",
        });
        match self {
            Self::QuotesMissing {
                key,
                takes,
                written,
            } => help
                .with("key", if key.is_empty() { "title" } else { key })
                .with("example", example(*takes, written)),
            Self::MarkInside { key, written } => {
                let mut inside = written.chars();
                inside.next();
                inside.next_back();
                help.with("key", key.as_str())
                    .with("example", suggest::quoted(inside.as_str()))
            }
            _ => help,
        }
    }
}

/// A value that fits a key, as it is to be written: what was written, in quotation marks, where it
/// is words.
fn example(takes: Option<&Takes>, written: &str) -> String {
    let words = written.trim();
    let is_plain = !words.is_empty() && !words.contains(['"', '\\', '[', ']', '=', '…']);
    let as_written = Some(words).filter(|_| is_plain);
    if let Some(example) = as_written.and_then(|words| suggest::words_as(takes, words)) {
        return example;
    }
    match takes {
        Some(Takes::Word(choices)) => match suggest::word_meant(words, choices) {
            Some(near) => suggest::quoted(near),
            None => suggest::quoted(choices.last().unwrap_or(&"…")),
        },
        Some(Takes::Length { .. }) => {
            let near = suggest::duration(&words.to_lowercase());
            suggest::quoted(near.as_deref().unwrap_or("20s"))
        }
        Some(Takes::Figure | Takes::Exercise | Takes::Id) => suggest::quoted("knee-to-chest"),
        Some(Takes::Tempo) => suggest::quoted("2s up, 1s hold, 3s down"),
        Some(Takes::Image) => suggest::quoted("pictures/knee.png"),
        Some(Takes::Language) => suggest::quoted("en"),
        Some(Takes::Words(choices)) => suggest::list(choices.get(..2).unwrap_or(choices)),
        Some(Takes::Texts { .. }) => "[\"…\", \"…\"]".to_owned(),
        _ => suggest::quoted("…"),
    }
}

/// How to write a value of a kind; `None` for those that only figures have.
pub(super) fn help_with_kind(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Text => "check-kind-text-help",
        Kind::List => "check-kind-texts-help",
        Kind::Whole | Kind::Count => "check-kind-whole-help",
        Kind::Flag => "check-kind-flag-help",
        Kind::Duration => "check-duration-form-help",
        Kind::Date => "check-date-form-help",
        Kind::Table => "check-kind-table-help",
        Kind::Tables => "check-kind-tables-help",
        Kind::Number | Kind::Numbers(_) | Kind::NumberOrNumbers(_) | Kind::Place => return None,
    })
}

impl SideWord {
    pub(super) fn message(&self) -> Message {
        let of = |id, word: &str| Message::new(id).with("word", word);
        match self {
            Self::Other { word, sides } => of("check-other-side", word).with("sides", *sides),
            Self::OfBoth { word, .. } => of("check-side-of-both", word),
            Self::InName { word } => of("check-side-in-name", word),
            Self::NotWritten { word, .. } => of("check-side-not-written", word),
        }
    }

    pub(super) fn help(&self) -> Message {
        let say = Message::new;
        match self {
            Self::Other { .. } => say("check-other-side-help"),
            Self::OfBoth { pair, .. } => say("check-side-of-both-help").with("pair", pair.as_str()),
            Self::InName { .. } => say("check-side-in-name-help"),
            Self::NotWritten { sides, .. } => {
                say("check-side-not-written-help").with("sides", *sides)
            }
        }
    }
}

impl ImageFault {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Absent => "check-image-absent",
            Self::Outside => "check-image-outside",
            Self::TooManyBytes => "check-image-bytes",
            Self::TooManyPixels => "check-image-pixels",
            Self::TooMuchMemory => "check-image-memory",
            Self::TooMuchInAll => "check-image-all",
            Self::Undecodable => "check-image-undecodable",
            Self::Unreadable => "check-image-unreadable",
        }
    }

    pub(super) fn help_id(self) -> Option<&'static str> {
        match self {
            Self::Absent => Some("check-image-absent-help"),
            Self::Outside => Some("check-image-outside-help"),
            Self::TooManyBytes | Self::TooManyPixels | Self::TooMuchInAll => {
                Some("check-image-size-help")
            }
            Self::TooMuchMemory => Some("check-image-memory-help"),
            Self::Undecodable => Some("check-image-undecodable-help"),
            Self::Unreadable => None,
        }
    }
}
