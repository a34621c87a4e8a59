//! Times that are too short for the words that are said in them.

use std::time::Duration;

use crate::lengths;
use crate::message::Message;

/// A written time that is shorter than the words that are said in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortTime {
    /// `prepare` or `switch`.
    pub key: &'static str,
    /// The exercise's.
    pub name: String,
    pub seconds: u64,
    pub words: u64,
}

impl ShortTime {
    pub(super) fn message(&self) -> Message {
        let id = match self.key {
            "switch" => "check-switch-short",
            _ => "check-prepare-short",
        };
        Message::new(id)
            .with("name", self.name.as_str())
            .with("length", exact(self.seconds))
            .with("words", exact(self.words))
    }

    pub(super) fn help(&self) -> Message {
        let id = match self.key {
            "switch" => "check-switch-short-help",
            _ => "check-prepare-short-help",
        };
        Message::new(id).with("words", self.words)
    }
}

/// An author's words at a moment of a hold, and the time they have there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsTooLong {
    pub text: String,
    /// The seconds that they take to say.
    pub words: u64,
    /// The seconds until the next sound.
    pub seconds: u64,
}

impl WordsTooLong {
    pub(super) fn message(&self) -> Message {
        Message::new("check-words-too-long")
            .with("text", self.text.as_str())
            .with("words", exact(self.words))
            .with("length", exact(self.seconds))
    }
}

pub(super) fn pace_too_fast(text: &str, seconds: u64) -> Message {
    Message::new("check-pace-too-fast")
        .with("text", text)
        .with("length", exact(seconds))
}

/// A length of time in words.
pub(super) fn exact(seconds: u64) -> Message {
    lengths::exact(Duration::from_secs(seconds))
}
