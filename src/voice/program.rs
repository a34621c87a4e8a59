//! The programs that turn text into sound files.
//!
//! Each gets the text on its standard input, or behind the end of its options, and writes a WAV file:
//! no text can be taken for an option, and nothing passes through a shell. None is named by a routine:
//! a program is found on this machine, or the person sets one in their own settings.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use super::{Phrase, process};

/// A program that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    EspeakNg,
    /// SVOX Pico.
    Pico2wave,
    /// That of macOS.
    Say,
    /// That of Windows, through its shell.
    PowerShell,
    /// One that the person has set.
    Custom(Custom),
}

/// A command that the person wrote: a program and its arguments, with `{file}` where the path of
/// the sound file belongs and, if it is of use, `{language}` where the language does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Custom {
    words: Vec<String>,
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

/// How fast espeak-ng speaks. Its own 175 are too fast for someone who moves while they listen.
const WORDS_A_MINUTE: &str = "160";

/// The languages of SVOX Pico.
const OF_PICO: [&str; 6] = ["de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT"];

const FILE: &str = "{file}";
const LANGUAGE: &str = "{language}";

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

/// Speaks what it reads on its input, in the language and into the file that its environment names:
/// nothing of a text or a path is ever part of a program.
const FOR_WINDOWS: &str = "\
    $ErrorActionPreference = 'Stop'; \
    Add-Type -AssemblyName System.Speech; \
    [Console]::InputEncoding = [Text.Encoding]::UTF8; \
    $text = [Console]::In.ReadToEnd(); \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $culture = [Globalization.CultureInfo]::GetCultureInfo($env:SUPPLE_VOICE_LANGUAGE); \
    $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture); \
    $voice.SetOutputToWaveFile($env:SUPPLE_VOICE_FILE); \
    $voice.Speak($text); \
    $voice.Dispose()";

impl Program {
    /// The first of this system's speech programs that is installed.
    pub fn of_the_system() -> Option<Self> {
        Self::installed().into_iter().next()
    }

    /// This system's speech programs that are installed, the one that is used first.
    pub fn installed() -> Vec<Self> {
        let of_this_system: &[Self] = match env::consts::OS {
            "macos" => &[Self::Say],
            "windows" => &[Self::PowerShell],
            _ => &[Self::EspeakNg, Self::Pico2wave],
        };
        of_this_system
            .iter()
            .filter(|program| program.path().is_some())
            .cloned()
            .collect()
    }

    /// What it is called where a person reads it.
    pub fn name(&self) -> &str {
        match self {
            Self::EspeakNg => "espeak-ng",
            Self::Pico2wave => "pico2wave",
            Self::Say => "say",
            Self::PowerShell => "powershell",
            Self::Custom(custom) => &custom.words[0],
        }
    }

    /// The languages that it has voices for, as it calls them; none if it does not tell.
    pub fn languages(&self) -> BTreeSet<String> {
        match self {
            Self::EspeakNg => column(&self.ask(&["--voices"]), 1),
            Self::Pico2wave => OF_PICO.map(str::to_owned).into(),
            Self::Say => lines_of_say(&self.ask(&["-v", "?"]))
                .map(|(_, locale)| locale.to_owned())
                .collect(),
            Self::PowerShell | Self::Custom(_) => BTreeSet::new(),
        }
    }

    /// What makes its renderings differ from another's.
    pub(super) fn identity(&self) -> String {
        match self {
            Self::Custom(custom) => custom.words.join("\u{0}"),
            Self::EspeakNg => format!("{} {WORDS_A_MINUTE}", self.name()),
            other => other.name().to_owned(),
        }
    }

    /// What it may call the voice of a language, the most fitting first; none if it has none. A voice
    /// of the same language elsewhere is better than none.
    pub(super) fn voices(&self, language: &str) -> Vec<String> {
        match self {
            // It knows more names than it lists, such as "en", so it is asked by trying.
            Self::EspeakNg => {
                let mut names = vec![language.to_lowercase()];
                names.extend(
                    language
                        .split_once('-')
                        .map(|(first, _)| first.to_lowercase()),
                );
                names
            }
            Self::Pico2wave => kin(OF_PICO, language)
                .map(str::to_owned)
                .into_iter()
                .collect(),
            Self::Say => voice_of_say(&self.ask(&["-v", "?"]), language)
                .into_iter()
                .collect(),
            Self::PowerShell | Self::Custom(_) => vec![language.to_owned()],
        }
    }

    /// Whether it is known to speak a language; one that does not tell is taken at its word.
    pub(super) fn speaks(&self, language: &str) -> bool {
        let known = self.languages();
        known.is_empty() || kin(known.iter().map(String::as_str), language).is_some()
    }

    /// The command that renders a phrase with one of [`Program::voices`] to a WAV file. It reads the
    /// text on its input, whether or not it has it as an argument.
    pub(super) fn command(&self, voice: &str, phrase: &Phrase, file: &Path) -> Command {
        let mut command = Command::new(self.path().unwrap_or_else(|| self.name().into()));
        match self {
            Self::EspeakNg => {
                command.args(["--stdin", "-s", WORDS_A_MINUTE, "-v", voice, "-w"]);
                command.arg(file);
            }
            Self::Pico2wave => {
                command.args(["-l", voice, "-w"]).arg(file);
                command.args(["--", &phrase.text]);
            }
            Self::Say => {
                command
                    .args(["-f", "-", "--data-format=LEI16@22050", "-v", voice, "-o"])
                    .arg(file);
            }
            Self::PowerShell => {
                command
                    .args(["-NoProfile", "-NonInteractive", "-Command", FOR_WINDOWS])
                    .env("SUPPLE_VOICE_LANGUAGE", voice)
                    .env("SUPPLE_VOICE_FILE", file);
            }
            Self::Custom(custom) => {
                let file = file.to_string_lossy();
                let filled = custom.words[1..]
                    .iter()
                    .map(|word| word.replace(FILE, &file).replace(LANGUAGE, voice));
                command.args(filled);
            }
        }
        command
    }

    /// Where it is installed, if it is.
    fn path(&self) -> Option<PathBuf> {
        find(self.name(), &env::var_os("PATH")?)
    }

    /// What it prints; nothing if it can't be asked.
    fn ask(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(self.path().unwrap_or_else(|| self.name().into()));
        process::ask(command.args(arguments))
    }
}

/// A program by its name, or by its path, which need not be searched for.
fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    let executable = format!("{program}{}", env::consts::EXE_SUFFIX);
    let candidate = |folder: PathBuf| {
        let files = [folder.join(program), folder.join(&executable)];
        files.into_iter().find(|file| file.is_file())
    };
    env::split_paths(path).find_map(candidate)
}

/// Of the names of languages the very one, or else one of the same language elsewhere.
fn kin<'a>(names: impl IntoIterator<Item = &'a str>, language: &str) -> Option<&'a str> {
    let parts = |name: &str| name.replace('_', "-").to_lowercase();
    let first = |name: &str| parts(name).split('-').next().map(str::to_owned);
    let mut kin = None;
    for name in names {
        if parts(name) == parts(language) {
            return Some(name);
        }
        kin = kin.or_else(|| (first(name) == first(language)).then_some(name));
    }
    kin
}

/// The words of one column of a table, without its heading.
fn column(table: &str, number: usize) -> BTreeSet<String> {
    let rows = table.lines().skip(1);
    rows.filter_map(|row| row.split_whitespace().nth(number))
        .map(str::to_owned)
        .collect()
}

/// `Anna                de_DE    # Hallo, ich heiße Anna.`
fn lines_of_say(voices: &str) -> impl Iterator<Item = (&str, &str)> {
    voices.lines().filter_map(|line| {
        let (about, _) = line.split_once('#')?;
        let (name, locale) = about.trim_end().rsplit_once(char::is_whitespace)?;
        Some((name.trim(), locale))
    })
}

/// The name of a voice for a language: those of macOS have names of their own.
fn voice_of_say(voices: &str, language: &str) -> Option<String> {
    let locale = kin(lines_of_say(voices).map(|(_, locale)| locale), language)?;
    let found = lines_of_say(voices).find(|(_, of)| *of == locale);
    found.map(|(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID_BY_SAY: &str = "\
Anna                de_DE    # Hallo, ich heiße Anna.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Samantha            en_US    # Hello, my name is Samantha.";

    fn phrase() -> Phrase {
        Phrase {
            text: "--help".to_owned(),
            language: "pt-BR".to_owned(),
        }
    }

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

    #[test]
    fn a_command_of_ones_own_is_filled_in_and_passes_through_no_shell() {
        let custom = Program::Custom("speak -l {language} -o={file} $(date)".parse().unwrap());
        let command = custom.command("pt-BR", &phrase(), Path::new("/tmp/a b.wav"));
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["-l", "pt-BR", "-o=/tmp/a b.wav", "$(date)"]);
    }

    #[test]
    fn no_text_is_taken_for_an_option() {
        for program in [
            Program::EspeakNg,
            Program::Pico2wave,
            Program::Say,
            Program::PowerShell,
        ] {
            let command = program.command("pt", &phrase(), Path::new("out.wav"));
            let arguments: Vec<_> = command.get_args().collect();
            let text = arguments.iter().position(|argument| *argument == "--help");
            let end_of_options = text.and_then(|text| text.checked_sub(1));
            assert!(
                text.is_none() || end_of_options.is_some_and(|at| arguments[at] == "--"),
                "{program:?}"
            );
        }
    }

    #[test]
    fn a_language_gets_its_own_voice_or_one_of_its_kin() {
        assert_eq!(Program::EspeakNg.voices("de-AT"), ["de-at", "de"]);
        assert_eq!(Program::EspeakNg.voices("en"), ["en"]);
        for (language, voice) in [
            ("de", Some("de-DE")),
            ("de-AT", Some("de-DE")),
            ("en-US", Some("en-US")),
            ("en", Some("en-GB")),
            ("pl", None),
        ] {
            let found = Program::Pico2wave.voices(language);
            assert_eq!(found.first().map(String::as_str), voice, "{language}");
        }
        let of_say = |language| voice_of_say(SAID_BY_SAY, language);
        assert_eq!(of_say("de").as_deref(), Some("Anna"));
        assert_eq!(of_say("en-US").as_deref(), Some("Samantha"));
        assert_eq!(of_say("en-AU").as_deref(), Some("Eddy (English (UK))"));
        assert_eq!(of_say("fr"), None);
    }

    #[test]
    fn the_languages_of_a_table_are_told() {
        let table = "\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en            (en 2)";
        assert_eq!(Vec::from_iter(column(table, 1)), ["de", "en-gb"]);
    }

    #[test]
    fn a_program_is_found_by_its_name_and_by_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("piper-1.2");
        std::fs::write(&program, "").unwrap();
        let path = folder.path().as_os_str();
        assert_eq!(find("piper-1.2", path).as_deref(), Some(program.as_path()));
        let whole = program.to_str().unwrap();
        assert_eq!(
            find(whole, OsStr::new("/")).as_deref(),
            Some(program.as_path())
        );
        assert_eq!(find("piper-1.3", path), None);
        assert_eq!(find("piper-1", path), None);
    }
}
