//! What there is to say to a person, before it is put into words of their language.
//!
//! Code that has something to say makes a [`Message`]; the shell that shows it turns it into words. So
//! nothing but a shell needs to know a language.

use std::path::Path;

use crate::text::shown_path;

/// The name of a text and what is to be filled into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// Something filled into a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(f64),
    /// A message inside a message.
    Message(Box<Message>),
    /// Several things, joined as the language joins them.
    List(List, Vec<Arg>),
}

/// How several things are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// "a, b and c".
    And,
    /// "a, b or c".
    Or,
    /// "a, b, c": the parts of one thing.
    Parts,
    /// "a · b": facts that stand by themselves.
    Facts,
}

impl List {
    /// Such a list of things, to be filled into a text.
    pub fn of<T: Into<Arg>>(self, items: impl IntoIterator<Item = T>) -> Arg {
        Arg::List(self, items.into_iter().map(Into::into).collect())
    }
}

impl Message {
    pub fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Safe to print: a path may hold characters that act on a terminal.
impl From<&Path> for Arg {
    fn from(path: &Path) -> Self {
        Self::Text(shown_path(path))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// Counts of things. Every count that Supple shows is far below the 2^53 that a float holds exactly.
macro_rules! number_args {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            #[expect(clippy::allow_attributes, reason = "which casts are lossy depends on the type")]
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless, reason = "shown counts are small")]
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )*};
}
number_args!(u8, u32, u64, usize, i64);
