//! A command of the person's own that speaks.

use std::str::FromStr;

/// A command that the person wrote: a program and its arguments, with `{file}` where the path of
/// the sound file belongs and, if they are of use, `{language}` and `{speed}`, in percent, where
/// those do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Custom {
    pub(super) words: Vec<String>,
}

/// Why a text is no command to speak with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACommand {
    #[error("a quotation mark is open")]
    OpenQuote,
    #[error("there is no program")]
    Empty,
    #[error("{{file}} is missing")]
    NoFile,
}

pub(super) const FILE: &str = "{file}";
pub(super) const LANGUAGE: &str = "{language}";
pub(super) const SPEED: &str = "{speed}";

impl FromStr for Custom {
    type Err = NotACommand;

    /// Reads a command as a shell would, with words in quotation marks, but nothing else of it.
    fn from_str(text: &str) -> Result<Self, NotACommand> {
        // In paths of Windows they stand between folders.
        let text = if cfg!(windows) {
            text.replace('\\', "\\\\")
        } else {
            text.to_owned()
        };
        let words = shlex::split(&text).ok_or(NotACommand::OpenQuote)?;
        if words.is_empty() {
            return Err(NotACommand::Empty);
        }
        if !words[1..].iter().any(|word| word.contains(FILE)) {
            return Err(NotACommand::NoFile);
        }
        Ok(Self { words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_of_ones_own_is_read_as_words_and_must_name_the_file() {
        let words = |text: &str| text.parse::<Custom>().map(|custom| custom.words);
        assert_eq!(
            words("'my piper' --model \"a b.onnx\" --output_file {file}").unwrap(),
            ["my piper", "--model", "a b.onnx", "--output_file", "{file}"]
        );
        assert_eq!(words("piper"), Err(NotACommand::NoFile));
        assert_eq!(words("{file}"), Err(NotACommand::NoFile));
        assert_eq!(words("  "), Err(NotACommand::Empty));
        assert_eq!(words("piper '{file}"), Err(NotACommand::OpenQuote));
    }
}
