//! The programs that turn text into sound files.
//!
//! Each gets the text on its standard input and writes a WAV file, so that no text can be taken for
//! an option and nothing passes through a shell. None is named by a routine: a program is found on
//! this machine, or the person sets one in their own settings.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;

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

const FILE: &str = "{file}";
const LANGUAGE: &str = "{language}";

impl FromStr for Custom {
    type Err = NotACommand;

    /// Reads a command as a shell would, with words in quotation marks, but nothing else of it.
    fn from_str(text: &str) -> Result<Self, NotACommand> {
        let words = shlex::split(text).ok_or(NotACommand::OpenQuote)?;
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

    /// Where it is installed, if it is.
    pub fn path(&self) -> Option<PathBuf> {
        find(Path::new(self.name()), &env::var_os("PATH")?)
    }

    /// Whether it has a voice for a language. Those that do not tell, and a person's own, are taken
    /// to have one.
    pub fn speaks(&self, language: &str) -> bool {
        let known = self.languages();
        known.is_empty() || self.voice(&known, language).is_some()
    }

    /// The languages that it has voices for, as it calls them; none if it does not tell.
    pub fn languages(&self) -> BTreeSet<String> {
        match self {
            Self::EspeakNg => column(self.ask(&["--voices"]).as_deref(), 1),
            Self::Pico2wave => ["de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT"]
                .map(str::to_owned)
                .into(),
            Self::Say => locales_of_say(&self.ask(&["-v", "?"]).unwrap_or_default()),
            Self::PowerShell | Self::Custom(_) => BTreeSet::new(),
        }
    }

    /// What makes its renderings differ from another's.
    pub(super) fn identity(&self, language: &str) -> String {
        match self {
            Self::Custom(custom) => custom.words.join("\u{0}"),
            other => format!("{} {language}", other.name()),
        }
    }

    /// The command that renders a text, which it reads on its input, to a WAV file; `None` if it has
    /// no voice for the language.
    pub(super) fn command(
        &self,
        known: &BTreeSet<String>,
        language: &str,
        file: &Path,
    ) -> Option<Command> {
        let mut command = Command::new(self.path().unwrap_or_else(|| self.name().into()));
        match self {
            Self::EspeakNg => {
                let voice = self.voice(known, language)?;
                command.args(["--stdin", "-v", &voice, "-w"]).arg(file);
            }
            Self::Pico2wave => {
                let voice = self.voice(known, language)?;
                command.args(["-l", &voice, "-w"]).arg(file);
            }
            Self::Say => {
                let voice = self.voice(known, language)?;
                command
                    .args(["-f", "-", "--data-format=LEI16@22050", "-v", &voice, "-o"])
                    .arg(file);
            }
            Self::PowerShell => {
                command
                    .args(["-NoProfile", "-NonInteractive", "-Command", FOR_WINDOWS])
                    .env("SUPPLE_VOICE_LANGUAGE", language)
                    .env("SUPPLE_VOICE_FILE", file);
            }
            Self::Custom(custom) => {
                let file = file.to_string_lossy();
                let filled = custom.words[1..]
                    .iter()
                    .map(|word| word.replace(FILE, &file).replace(LANGUAGE, language));
                command.args(filled);
            }
        }
        Some(command)
    }

    /// What it calls the voice of a language: of those it knows the very one, or else one of the
    /// same language elsewhere.
    fn voice(&self, known: &BTreeSet<String>, language: &str) -> Option<String> {
        let same = |one: &str, other: &str| {
            one.replace('_', "-")
                .eq_ignore_ascii_case(&other.replace('_', "-"))
        };
        let (first, _) = language.split_once('-').unwrap_or((language, ""));
        let is_kin = |name: &&String| {
            let kin = name.split(['-', '_']).next().unwrap_or_default();
            same(kin, first)
        };
        let exact = known.iter().find(|name| same(name, language));
        let short = known.iter().find(|name| same(name, first));
        let named = exact.or(short).or_else(|| known.iter().find(is_kin))?;
        match self {
            // A voice of macOS has a name of its own beside its language.
            Self::Say => voice_of_say(&self.ask(&["-v", "?"])?, named),
            _ => Some(named.clone()),
        }
    }

    fn ask(&self, arguments: &[&str]) -> Option<String> {
        let told = Command::new(self.path()?)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&told.stdout).into_owned())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A program by its name, or by its path, which need not be searched for.
fn find(program: &Path, path: &OsStr) -> Option<PathBuf> {
    let candidate = |folder: PathBuf| {
        let plain = folder.join(program);
        let executable = plain.with_extension(env::consts::EXE_EXTENSION);
        [plain, executable].into_iter().find(|file| file.is_file())
    };
    env::split_paths(path).find_map(candidate)
}

/// The words of one column of a table, without its heading.
fn column(table: Option<&str>, number: usize) -> BTreeSet<String> {
    let rows = table.unwrap_or_default().lines().skip(1);
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

fn locales_of_say(voices: &str) -> BTreeSet<String> {
    lines_of_say(voices)
        .map(|(_, locale)| locale.to_owned())
        .collect()
}

fn voice_of_say(voices: &str, locale: &str) -> Option<String> {
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

    const SAID_BY_ESPEAK: &str = "\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en            (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 5)";

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
        let file = Path::new("/tmp/a b.wav");
        let command = custom.command(&BTreeSet::new(), "pt-BR", file).unwrap();
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["-l", "pt-BR", "-o=/tmp/a b.wav", "$(date)"]);
    }

    #[test]
    fn a_language_gets_its_own_voice_or_one_of_its_kin() {
        let espeak = column(Some(SAID_BY_ESPEAK), 1);
        for (language, voice) in [
            ("de", Some("de")),
            ("de-AT", Some("de")),
            ("en", Some("en-gb")),
            ("en-US", Some("en-us")),
            ("pt", Some("pt-br")),
            ("fr", None),
        ] {
            let found = Program::EspeakNg.voice(&espeak, language);
            assert_eq!(found.as_deref(), voice, "{language}");
        }
    }

    #[test]
    fn the_voices_of_macos_are_told_by_name() {
        let locales = locales_of_say(SAID_BY_SAY);
        assert_eq!(Vec::from_iter(locales), ["de_DE", "en_GB", "en_US"]);
        let voice = |locale| voice_of_say(SAID_BY_SAY, locale);
        assert_eq!(voice("de_DE").as_deref(), Some("Anna"));
        assert_eq!(voice("en_GB").as_deref(), Some("Eddy (English (UK))"));
    }
}
