//! Suggests what an author probably meant: other words, spellings, languages and units than the format's,
//! and what the format can't say. Each becomes the help of a mistake.

mod dates;
mod durations;
mod in_words;
mod keys;
mod names;
mod numbers;
mod sides;
mod synonyms;
mod values;
mod words;

pub(super) use dates::{date_help, is_date, time_help};
pub(super) use durations::{duration, fraction_help, help as duration_help};
pub(super) use keys::{help_with_key, help_with_word};
pub(super) use names::{figure_named, name_like};
pub(super) use values::{id_help, language_help, quoted, tempo_help, value_help, words_as};
pub(super) use words::{list, word_help, word_meant};

use crate::message::Message;

/// "Did you mean …?", of a value.
fn did_you_mean(near: impl Into<String>) -> Message {
    Message::new("check-not-one-of-help-near").with("near", near.into())
}

/// The line to write.
fn write(key: &str, value: impl Into<String>) -> Message {
    Message::new("check-quotes-missing-help")
        .with("key", key)
        .with("example", value.into())
}
