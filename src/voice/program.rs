//! The programs that turn text into sound files.
//!
//! Each gets the text on its standard input, or behind the end of its options, and writes a WAV file:
//! no text can be taken for an option, and nothing passes through a shell. None is named by a routine:
//! a program is found on this machine, or the person sets one in their own settings.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::custom::{Custom, FILE, LANGUAGE, SPEED};
use super::listed::{column, kin, lines_of_say, voice_of_say};
use super::{Phrase, found, process};
use crate::disk;

/// A program that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    /// With the models that lie in its usual folders.
    Piper,
    RhVoice,
    /// English alone.
    Flite,
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

/// How fast espeak-ng and macOS speak, in words a minute. Their own 175 are too fast for someone who
/// moves while they listen.
const WORDS_A_MINUTE: u32 = 160;

/// The voices of flite, the one to take first.
const OF_FLITE: [&str; 3] = ["slt", "rms", "kal16"];

/// The languages of SVOX Pico.
const OF_PICO: [&str; 6] = ["de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT"];

/// Speaks what it reads on its input, in the language and into the file that its environment names:
/// nothing of a text or a path is ever part of a program.
const FOR_WINDOWS: &str = "\
    $ErrorActionPreference = 'Stop'; \
    Add-Type -AssemblyName System.Speech; \
    [Console]::InputEncoding = [Text.Encoding]::UTF8; \
    $text = [Console]::In.ReadToEnd(); \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    $culture = [Globalization.CultureInfo]::GetCultureInfo($env:SUPPLE_VOICE_LANGUAGE); \
    $voice.Rate = [int]$env:SUPPLE_VOICE_RATE; \
    $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture); \
    $voice.SetOutputToWaveFile($env:SUPPLE_VOICE_FILE); \
    $voice.Speak($text); \
    $voice.Dispose()";

impl Program {
    /// This system's speech programs that are installed, the one that is pleasantest to listen to
    /// first: each speaks the languages that none before it speaks.
    pub fn installed() -> Vec<Self> {
        let of_this_system: &[Self] = match env::consts::OS {
            "macos" => &[Self::Say],
            "windows" => &[Self::PowerShell],
            _ => &[
                Self::Piper,
                Self::RhVoice,
                Self::Flite,
                Self::EspeakNg,
                Self::Pico2wave,
            ],
        };
        of_this_system
            .iter()
            .filter(|program| program.path().is_some() && program.has_voices())
            .cloned()
            .collect()
    }

    /// Whether there are voices for it. One of the same name may do something else, too.
    fn has_voices(&self) -> bool {
        match self {
            Self::Piper => !found::of_piper().is_empty(),
            Self::RhVoice => !found::of_rhvoice().is_empty(),
            _ => true,
        }
    }

    /// Whether few like to listen to it with their eyes closed.
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::EspeakNg | Self::Pico2wave)
    }

    /// What it is called where a person reads it.
    pub fn name(&self) -> &str {
        match self {
            Self::Piper => "piper",
            Self::RhVoice => "RHVoice",
            Self::Flite => "flite",
            Self::EspeakNg => "espeak-ng",
            Self::Pico2wave => "pico2wave",
            Self::Say => "say",
            Self::PowerShell => "powershell",
            Self::Custom(custom) => &custom.words[0],
        }
    }

    /// The languages that it has voices for, as it calls them; none if it does not say.
    pub fn languages(&self) -> BTreeSet<String> {
        let languages = |voices: Vec<found::Voice>| {
            let languages = voices.into_iter().map(|voice| voice.language);
            languages.collect()
        };
        match self {
            Self::Piper => languages(found::of_piper()),
            Self::RhVoice => languages(found::of_rhvoice()),
            Self::Flite => BTreeSet::from(["en".to_owned()]),
            Self::EspeakNg => column(&self.ask(&["--voices"]), 1),
            Self::Pico2wave => OF_PICO.map(str::to_owned).into(),
            Self::Say => lines_of_say(&self.ask(&["-v", "?"]))
                .map(|(_, locale)| locale.to_owned())
                .collect(),
            Self::PowerShell | Self::Custom(_) => BTreeSet::new(),
        }
    }

    /// The voices for a language that a person can choose from, each with the name that they read.
    pub(super) fn voices_to_choose(&self, language: &str) -> Vec<(String, String)> {
        let same = |voices: Vec<String>| voices.into_iter().map(|name| (name.clone(), name));
        match self {
            Self::Piper => {
                let voices = self.voices(language).into_iter();
                voices
                    .map(|path| (path.clone(), name_of_model(&path)))
                    .collect()
            }
            Self::RhVoice | Self::Flite => same(self.voices(language)).collect(),
            Self::EspeakNg => {
                let table = self.ask(&["--voices"]);
                let rows = table.lines().skip(1).filter_map(|row| {
                    let mut cells = row.split_whitespace().skip(1);
                    let (tag, name) = (cells.next()?, cells.nth(1)?);
                    Some((tag.to_owned(), name.replace('_', " ")))
                });
                rows.filter(|(tag, _)| kin([tag.as_str()], language).is_some())
                    .collect()
            }
            Self::Pico2wave => {
                let names = OF_PICO.into_iter().map(str::to_owned);
                same(
                    names
                        .filter(|name| kin([name.as_str()], language).is_some())
                        .collect(),
                )
                .collect()
            }
            Self::Say => lines_of_say(&self.ask(&["-v", "?"]))
                .filter(|(_, locale)| kin([*locale], language).is_some())
                .map(|(name, _)| (name.to_owned(), name.to_owned()))
                .collect(),
            Self::PowerShell | Self::Custom(_) => Vec::new(),
        }
    }

    /// Whether its speed can be chosen.
    pub fn has_speed(&self) -> bool {
        match self {
            Self::Custom(custom) => custom.words.iter().any(|word| word.contains(SPEED)),
            _ => true,
        }
    }

    /// What makes its renderings differ from another's.
    pub(super) fn identity(&self) -> String {
        match self {
            Self::Custom(custom) => custom.words.join("\u{0}"),
            Self::EspeakNg | Self::Say => format!("{} {WORDS_A_MINUTE}", self.name()),
            other => other.name().to_owned(),
        }
    }

    /// What it may call the voice of a language, the most fitting first; none if it has none. A voice
    /// of the same language elsewhere is better than none.
    pub(super) fn voices(&self, language: &str) -> Vec<String> {
        match self {
            Self::Piper => named(&found::of_piper(), language),
            Self::RhVoice => named(&found::of_rhvoice(), language),
            Self::Flite => {
                let speaks = kin(["en"], language).is_some();
                let voices = OF_FLITE.iter().filter(|_| speaks);
                voices.map(|name| (*name).to_owned()).collect()
            }
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

    /// Whether it is known to speak a language; one that does not say is taken at its word.
    pub(super) fn speaks(&self, language: &str) -> bool {
        let known = self.languages();
        known.is_empty() || kin(known.iter().map(String::as_str), language).is_some()
    }

    /// The command that renders a phrase with one of [`Program::voices`] to a WAV file, at a part of
    /// its usual speed. It reads the text on its input, whether or not it has it as an argument.
    pub(super) fn command(
        &self,
        voice: &str,
        phrase: &Phrase,
        file: &Path,
        speed_percent: u16,
    ) -> Command {
        let words_a_minute = WORDS_A_MINUTE * u32::from(speed_percent) / 100;
        let words_a_minute = words_a_minute.to_string();
        let stretch = 100.0 / f64::from(speed_percent.max(1));
        let mut command = self.started();
        match self {
            Self::Piper => {
                command.args(["--model", voice]);
                // Each model has a usual length of its own.
                if speed_percent != 100 {
                    command.args(["--length_scale", &format!("{stretch:.3}")]);
                }
                command.arg("--output_file").arg(file);
            }
            Self::RhVoice => {
                command.args(["-p", voice, "-r", &speed_percent.to_string(), "-o"]);
                command.arg(file);
            }
            Self::Flite => {
                let stretch = format!("duration_stretch={stretch:.3}");
                command.args(["-voice", voice, "--setf", &stretch]);
                command.args(["-f", "/dev/stdin", "-o"]).arg(file);
            }
            Self::EspeakNg => {
                command.args(["--stdin", "-s", &words_a_minute, "-v", voice, "-w"]);
                command.arg(file);
            }
            Self::Pico2wave => {
                command.args(["-l", voice, "-w"]).arg(file);
                command.arg("--").arg(at_speed(&phrase.text, speed_percent));
            }
            Self::Say => {
                command
                    .args(["-f", "-", "-r", &words_a_minute])
                    .args(["--data-format=LEI16@22050", "-v", voice, "-o"])
                    .arg(file);
            }
            Self::PowerShell => {
                command
                    .args(["-NoProfile", "-NonInteractive", "-Command", FOR_WINDOWS])
                    .env("SUPPLE_VOICE_LANGUAGE", voice)
                    .env(
                        "SUPPLE_VOICE_RATE",
                        rate_of_windows(speed_percent).to_string(),
                    )
                    .env("SUPPLE_VOICE_FILE", file);
            }
            Self::Custom(custom) => {
                let file = file.to_string_lossy();
                let filled = custom.words[1..]
                    .iter()
                    .map(|word| word.replace(FILE, &file).replace(LANGUAGE, voice))
                    .map(|word| word.replace(SPEED, &speed_percent.to_string()));
                command.args(filled);
            }
        }
        command
    }

    /// The names that its file may have.
    fn files(&self) -> Vec<&str> {
        match self {
            Self::Piper => vec!["piper-tts", "piper"],
            Self::RhVoice => vec!["RHVoice-test", "rhvoice.test"],
            other => vec![other.name()],
        }
    }

    /// Where it is installed, if it is.
    fn path(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH")?;
        let files = self.files();
        let mut places = files.iter().flat_map(|file| places(file, &path));
        places.find(|place| *self != Self::Piper || !is_for_mice(place))
    }

    /// Its command, without a word.
    fn started(&self) -> Command {
        let mut command = Command::new(self.path().unwrap_or_else(|| self.name().into()));
        if *self == Self::EspeakNg {
            // It looks for a sound server even to write a file, and waits for one that hangs.
            command.env("PULSE_SERVER", "unix:/dev/null");
        }
        command
    }

    /// What it prints; nothing if it can't be asked.
    fn ask(&self, arguments: &[&str]) -> String {
        let mut command = self.started();
        process::ask(command.args(arguments))
    }
}

/// `thorsten, medium` of the path of `de_DE-thorsten-medium.onnx`.
pub(super) fn name_of_model(path: &str) -> String {
    let stem = Path::new(path).file_stem().unwrap_or_default();
    let stem = stem.to_string_lossy();
    let name = stem.split_once('-').map_or(&*stem, |(_, name)| name);
    name.replace('-', ", ").replace('_', " ")
}

/// The names of the voices of a language.
fn named(voices: &[found::Voice], language: &str) -> Vec<String> {
    let spoken = kin(voices.iter().map(|voice| voice.language.as_str()), language);
    let of_it = voices
        .iter()
        .filter(|voice| Some(voice.language.as_str()) == spoken);
    of_it.map(|voice| voice.name.clone()).collect()
}

/// A text as SVOX Pico says it at this speed, which it takes from marks in the text alone. One that
/// has such marks already is said as it stands.
fn at_speed(text: &str, percent: u16) -> String {
    if percent == 100 || text.contains(['<', '&']) {
        text.to_owned()
    } else {
        format!("<speed level=\"{percent}\">{text}</speed>")
    }
}

/// From -10, a third of the usual speed, to 10, three times as fast.
fn rate_of_windows(percent: u16) -> i32 {
    let tenths = 10.0 * (f64::from(percent.max(1)) / 100.0).ln() / 3.0_f64.ln();
    #[expect(clippy::cast_possible_truncation, reason = "it is between -10 and 10")]
    let rate = tenths.round().clamp(-10.0, 10.0) as i32;
    rate
}

/// Where a program lies by its name, or by its path, which need not be searched for.
fn places(program: &str, path: &OsStr) -> Vec<PathBuf> {
    let executable = format!("{program}{}", env::consts::EXE_SUFFIX);
    let candidate = |folder: PathBuf| {
        let files = [folder.join(program), folder.join(&executable)];
        files.into_iter().find(|file| is_executable(file))
    };
    env::split_paths(path).filter_map(candidate).collect()
}

/// Whether the system would run a file: one that it would not is passed over, as a shell does.
fn is_executable(file: &Path) -> bool {
    #[cfg(unix)]
    let may_run = |about: &fs::Metadata| {
        use std::os::unix::fs::PermissionsExt as _;
        about.permissions().mode() & 0o111 != 0
    };
    #[cfg(not(unix))]
    let may_run = |_: &fs::Metadata| true;
    let about = fs::metadata(file);
    about.is_ok_and(|about| about.is_file() && may_run(&about))
}

/// Whether a program is the other piper, which sets up gaming mice: a script that draws a window, or
/// one of NixOS that sets variables and runs that script from beside itself.
fn is_for_mice(program: &Path) -> bool {
    const LONGEST_SCRIPT: u64 = 64 * 1024;
    let draws = |file: &Path| {
        let script = disk::read_up_to(LONGEST_SCRIPT, file).unwrap_or_default();
        String::from_utf8_lossy(&script).contains("gi.repository")
    };
    // It is linked to from the folder of all programs.
    let file = fs::canonicalize(program).unwrap_or_else(|_| program.to_owned());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let wrapped = [
        format!(".{name}-wrapped"),
        format!("..{name}-wrapped-wrapped"),
    ];
    draws(&file) || wrapped.iter().any(|name| draws(&file.with_file_name(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase() -> Phrase {
        Phrase {
            text: "--help".to_owned(),
            language: "pt-BR".to_owned(),
        }
    }

    #[test]
    fn a_command_of_ones_own_is_filled_in_and_passes_through_no_shell() {
        let custom = Program::Custom(
            "speak -l {language} -s {speed} -o={file} $(date)"
                .parse()
                .unwrap(),
        );
        let command = custom.command("pt-BR", &phrase(), Path::new("/tmp/a b.wav"), 120);
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(
            arguments,
            ["-l", "pt-BR", "-s", "120", "-o=/tmp/a b.wav", "$(date)"]
        );
    }

    #[test]
    fn no_text_is_taken_for_an_option() {
        for program in [
            Program::Piper,
            Program::RhVoice,
            Program::Flite,
            Program::EspeakNg,
            Program::Pico2wave,
            Program::Say,
            Program::PowerShell,
        ] {
            let command = program.command("pt", &phrase(), Path::new("out.wav"), 100);
            let arguments: Vec<_> = command.get_args().collect();
            let text = arguments.iter().position(|argument| *argument == "--help");
            let end_of_options = text.and_then(|text| text.checked_sub(1));
            assert!(
                text.is_none() || end_of_options.is_some_and(|at| arguments[at] == "--"),
                "{program:?}"
            );
        }
    }

    /// A server that hangs would keep it from its work, and the voice would be blamed.
    #[test]
    fn espeak_ng_is_kept_from_the_sound_server() {
        let command = Program::EspeakNg.command("en", &phrase(), Path::new("out.wav"), 100);
        let server = command.get_envs().find(|(name, _)| *name == "PULSE_SERVER");
        let nowhere = server.and_then(|(_, server)| server);
        assert_eq!(nowhere, Some(OsStr::new("unix:/dev/null")));
    }

    #[test]
    fn each_program_gets_its_speed_in_its_own_way() {
        let of = |program: Program, percent| {
            let command = program.command("x", &phrase(), Path::new("out.wav"), percent);
            let arguments = command
                .get_args()
                .map(|word| word.to_string_lossy().into_owned());
            arguments.collect::<Vec<_>>().join(" ")
        };
        for (program, usual, faster) in [
            (
                Program::Piper,
                "--model x --output_file",
                "--length_scale 0.800",
            ),
            (Program::RhVoice, "-r 100", "-r 125"),
            (
                Program::Flite,
                "duration_stretch=1.000",
                "duration_stretch=0.800",
            ),
            (Program::EspeakNg, "-s 160", "-s 200"),
            (
                Program::Pico2wave,
                "-- --help",
                "level=\"125\">--help</speed>",
            ),
            (Program::Say, "-r 160", "-r 200"),
        ] {
            assert!(of(program.clone(), 100).contains(usual), "{program:?}");
            assert!(of(program.clone(), 125).contains(faster), "{program:?}");
        }
        assert_eq!([33, 100, 300].map(rate_of_windows), [-10, 0, 10]);
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
    }

    fn write_program(path: &Path, text: &str) {
        fs::write(path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_may_not_run_gives_way_to_a_later_one() {
        let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let [first, second] = [0, 1].map(|place: usize| folders[place].path().join("piper"));
        fs::write(&first, "").unwrap();
        write_program(&second, "");
        let path = env::join_paths(folders.iter().map(tempfile::TempDir::path)).unwrap();
        assert_eq!(places("piper", &path), [second]);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_script_runs_from_beside_itself_tells_which_piper_it_is() {
        for (wrapped, is_other) in [
            ("from gi.repository import Gio, Gtk\n", true),
            ("from piper.__main__ import main\n", false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let store = folder.path().join("store");
            fs::create_dir(&store).unwrap();
            fs::write(store.join(".piper-wrapped"), wrapped).unwrap();
            let script = "#! /bin/bash -e\nexec -a \"$0\" .piper-wrapped \"$@\"\n";
            fs::write(store.join("piper"), script).unwrap();
            let program = folder.path().join("piper");
            std::os::unix::fs::symlink(store.join("piper"), &program).unwrap();
            assert_eq!(is_for_mice(&program), is_other, "{wrapped}");
        }
    }

    #[test]
    fn the_piper_that_sets_up_mice_is_not_the_one_that_speaks() {
        let folder = tempfile::tempdir().unwrap();
        for (text, is_other) in [
            (
                "#! /usr/bin/python3\nimport gi\nfrom gi.repository import Gio, Gtk\n",
                true,
            ),
            (
                "#!/usr/bin/python3\nfrom piper.__main__ import main\n",
                false,
            ),
            ("\u{7f}ELF", false),
        ] {
            let program = folder.path().join("piper");
            std::fs::write(&program, text).unwrap();
            assert_eq!(is_for_mice(&program), is_other, "{text}");
        }
    }

    #[test]
    fn a_model_is_called_by_its_voice_and_quality() {
        let path = "/usr/share/piper-voices/de/de_DE-thorsten_emotional-medium.onnx";
        assert_eq!(name_of_model(path), "thorsten emotional, medium");
    }

    #[test]
    fn a_program_is_found_by_its_name_and_by_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("piper-1.2");
        write_program(&program, "");
        let path = folder.path().as_os_str();
        assert_eq!(places("piper-1.2", path), [program.as_path()]);
        let whole = program.to_str().unwrap();
        assert_eq!(places(whole, OsStr::new("/")), [program.as_path()]);
        assert_eq!(places("piper-1.3", path), [""; 0].map(Path::new));
        assert_eq!(places("piper-1", path), [""; 0].map(Path::new));
    }
}
