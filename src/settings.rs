//! What the person chose, in a TOML file that they may edit too.
//!
//! Loading never fails: a file that can't be read is kept and named, and defaults are used; a value
//! that can't be used resets nothing but itself. Saving changes the values that were chosen anew
//! and no other byte: comments, keys of a later version and what another running copy saved stay.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml::{Spanned, Value};
use unic_langid::LanguageIdentifier;

use crate::disk::{self, Lock};
use crate::words::Message;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub theme: Theme,
    /// 80 to 200.
    pub text_size_percent: u16,
    /// BCP 47; `None` follows the system.
    pub language: Option<String>,
    /// 0 to 100.
    pub volume_percent: u8,
    pub muted: bool,
    /// Name of the device that plays the sounds; `None` follows the system.
    pub output_device: Option<String>,
    pub reduced_motion: bool,
    /// Whether the safety card that comes before the very first session was read.
    pub safety_card_seen: bool,
    /// Width and height of the window's inside in points, as it was last.
    pub window_size: Option<[u16; 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size_percent: 100,
            language: None,
            volume_percent: 80,
            muted: false,
            output_device: None,
            reduced_motion: false,
            safety_card_seen: false,
            window_size: None,
        }
    }
}

/// The file that the settings live in.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// As last loaded or saved: what differs from it was chosen since.
    saved: Settings,
}

/// What a file says, and what it does not say rightly.
#[derive(Debug)]
pub struct Loaded {
    pub file: SettingsFile,
    pub settings: Settings,
    /// What the person should know of: values that can't be used, or a file that can't be read.
    pub notes: Vec<Message>,
}

impl SettingsFile {
    /// Loads the settings. A file that is not there gives the defaults.
    pub fn load(path: PathBuf) -> Loaded {
        let (settings, notes) = match read_text(&path) {
            Ok(text) => read(&path, &text),
            Err(note) => (Settings::default(), vec![note]),
        };
        let saved = settings.clone();
        Loaded {
            file: Self { path, saved },
            settings,
            notes,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what was chosen since the last load or save into the file as it is now.
    ///
    /// # Errors
    /// With what to do about it, if the file is broken, which is then left alone, or if the disk
    /// does not take it.
    pub fn save(&mut self, settings: &Settings) -> Result<(), Message> {
        const PATIENCE: Duration = Duration::from_secs(1);
        let chosen: Vec<(&str, Value)> = KEYS
            .iter()
            .filter(|key| (key.get)(settings) != (key.get)(&self.saved))
            .filter_map(|key| Some((key.name, (key.get)(settings)?)))
            .collect();
        if chosen.is_empty() {
            return Ok(());
        }
        let unsaved = |error: io::Error| {
            Message::new("settings-unsaved")
                .with("file", self.path.as_path())
                .with("reason", disk::reason(&error))
        };
        let folder = self.path.parent().unwrap_or(Path::new("."));
        disk::create_folder(folder).map_err(unsaved)?;
        let _lock = Lock::wait(&self.path.with_extension("lock"), PATIENCE).map_err(unsaved)?;
        let mut text = read_text(&self.path)?;
        for (key, value) in &chosen {
            text =
                with_value(&text, key, value).map_err(|error| broken(&self.path, &text, &error))?;
        }
        disk::replace(&self.path, text.as_bytes()).map_err(unsaved)?;
        self.saved = settings.clone();
        Ok(())
    }
}

/// How one setting is written and read.
struct Key {
    name: &'static str,
    /// `None` if there is nothing to write.
    get: fn(&Settings) -> Option<Value>,
    /// `None` for a value that can't be used.
    set: fn(&mut Settings, &Value) -> Option<()>,
    /// The message that tells which values can.
    takes: &'static str,
}

/// The name of what the system is set to.
const SYSTEM: &str = "system";

const KEYS: &[Key] = &[
    Key {
        name: "theme",
        get: |settings| Some(settings.theme.name().into()),
        set: |settings, value| {
            settings.theme = Theme::named(value.as_str()?)?;
            Some(())
        },
        takes: "settings-takes-theme",
    },
    Key {
        name: "text_size_percent",
        get: |settings| Some(i64::from(settings.text_size_percent).into()),
        set: |settings, value| {
            settings.text_size_percent = whole(value, 80..=200)?;
            Some(())
        },
        takes: "settings-takes-text-size",
    },
    Key {
        name: "language",
        get: |settings| Some(or_system(settings.language.as_ref())),
        set: |settings, value| {
            set_unless_system(&mut settings.language, value)?;
            let tag = settings.language.as_deref();
            tag.is_none_or(|tag| tag.parse::<LanguageIdentifier>().is_ok())
                .then_some(())
        },
        takes: "settings-takes-language",
    },
    Key {
        name: "volume_percent",
        get: |settings| Some(i64::from(settings.volume_percent).into()),
        set: |settings, value| {
            settings.volume_percent = whole(value, 0..=100)?;
            Some(())
        },
        takes: "settings-takes-volume",
    },
    Key {
        name: "muted",
        get: |settings| Some(settings.muted.into()),
        set: |settings, value| {
            settings.muted = value.as_bool()?;
            Some(())
        },
        takes: "settings-takes-yes-or-no",
    },
    Key {
        name: "output_device",
        get: |settings| Some(or_system(settings.output_device.as_ref())),
        set: |settings, value| set_unless_system(&mut settings.output_device, value),
        takes: "settings-takes-device",
    },
    Key {
        name: "reduced_motion",
        get: |settings| Some(settings.reduced_motion.into()),
        set: |settings, value| {
            settings.reduced_motion = value.as_bool()?;
            Some(())
        },
        takes: "settings-takes-yes-or-no",
    },
    Key {
        name: "safety_card_seen",
        get: |settings| Some(settings.safety_card_seen.into()),
        set: |settings, value| {
            settings.safety_card_seen = value.as_bool()?;
            Some(())
        },
        takes: "settings-takes-yes-or-no",
    },
    Key {
        name: "window_size",
        get: |settings| Some(settings.window_size?.map(i64::from).to_vec().into()),
        set: |settings, value| {
            let [width, height] = value.as_array()?.as_slice() else {
                return None;
            };
            settings.window_size =
                Some([whole(width, 1..=u16::MAX)?, whole(height, 1..=u16::MAX)?]);
            Some(())
        },
        takes: "settings-takes-size",
    },
];

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn name(self) -> &'static str {
        match self {
            Self::System => SYSTEM,
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

fn or_system(name: Option<&String>) -> Value {
    name.map_or(SYSTEM, String::as_str).into()
}

fn set_unless_system(name: &mut Option<String>, value: &Value) -> Option<()> {
    let text = value.as_str()?;
    *name = (text != SYSTEM).then(|| text.to_owned());
    Some(())
}

fn whole<T: TryFrom<i64> + PartialOrd>(value: &Value, range: RangeInclusive<T>) -> Option<T> {
    let number = T::try_from(value.as_integer()?).ok()?;
    range.contains(&number).then_some(number)
}

/// Every value of a settings file, with the place it is written at.
type Values = BTreeMap<String, Spanned<Value>>;

/// What the text says, with a note for each value that can't be used.
fn read(path: &Path, text: &str) -> (Settings, Vec<Message>) {
    let mut settings = Settings::default();
    let values: Values = match toml::from_str(text) {
        Ok(values) => values,
        Err(error) => return (settings, vec![broken(path, text, &error)]),
    };
    let mut notes = Vec::new();
    for key in KEYS {
        let Some(value) = values.get(key.name) else {
            continue;
        };
        let mut with = settings.clone();
        if (key.set)(&mut with, value.get_ref()).is_some() {
            settings = with;
        } else {
            notes.push(
                Message::new("settings-bad-value")
                    .with("file", path)
                    .with("line", line_of(text, value.span().start))
                    .with("key", key.name)
                    .with("takes", Message::new(key.takes)),
            );
        }
    }
    (settings, notes)
}

/// The text with another value for a key, and else as it is.
fn with_value(text: &str, key: &str, value: &Value) -> Result<String, toml::de::Error> {
    let values: Values = toml::from_str(text)?;
    Ok(match values.get(key) {
        Some(old) => {
            let Range { start, end } = old.span();
            format!("{}{value}{}", &text[..start], &text[end..])
        }
        // Before any table of a later version.
        None => format!("{key} = {value}\n{text}"),
    })
}

fn read_text(path: &Path) -> Result<String, Message> {
    match fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
            let whole = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            Message::new("settings-broken")
                .with("file", path)
                .with("line", line_of(&text, whole))
                .with("reason", Message::new("settings-not-text"))
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Message::new("settings-unreadable")
            .with("file", path)
            .with("reason", disk::reason(&error))),
    }
}

fn broken(path: &Path, text: &str, error: &toml::de::Error) -> Message {
    let at = error.span().map_or(0, |span| span.start);
    Message::new("settings-broken")
        .with("file", path)
        .with("line", line_of(text, at))
        .with("reason", error.message())
}

/// Counts from 1.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{LANGUAGES, Words};

    /// Settings in a folder of their own, with this text to begin with.
    struct Case {
        folder: tempfile::TempDir,
    }

    impl Case {
        fn new(text: impl AsRef<[u8]>) -> Self {
            let case = Self {
                folder: tempfile::tempdir().unwrap(),
            };
            fs::write(case.path(), text).unwrap();
            case
        }

        fn path(&self) -> PathBuf {
            self.folder.path().join("settings.toml")
        }

        fn load(&self) -> Loaded {
            SettingsFile::load(self.path())
        }

        fn text(&self) -> String {
            fs::read_to_string(self.path()).unwrap()
        }
    }

    fn said(notes: &[Message]) -> String {
        for language in LANGUAGES {
            for note in notes {
                let text = Words::of(language.tag).message(note);
                assert!(!text.contains("[settings"), "{}: {text}", language.tag);
            }
        }
        let words = Words::of("en");
        let texts: Vec<_> = notes.iter().map(|note| words.message(note)).collect();
        texts.join("\n")
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.toml");
        let mut loaded = SettingsFile::load(path.clone());
        assert_eq!(loaded.settings, Settings::default());
        let settings = Settings {
            theme: Theme::Dark,
            text_size_percent: 160,
            language: Some("de".to_owned()),
            volume_percent: 0,
            muted: true,
            output_device: Some("Headset \"blue\"".to_owned()),
            reduced_motion: true,
            safety_card_seen: true,
            window_size: Some([1280, 800]),
        };
        loaded.file.save(&settings).unwrap();
        let again = SettingsFile::load(path.clone());
        assert_eq!(said(&again.notes), "");
        assert_eq!(again.settings, settings);

        loaded.file.save(&Settings::default()).unwrap();
        let back = SettingsFile::load(path).settings;
        let window_size = settings.window_size;
        assert_eq!(
            back,
            Settings {
                window_size,
                ..Settings::default()
            }
        );
    }

    #[test]
    fn a_stray_comma_keeps_the_file_and_names_the_line_and_defaults_are_used() {
        for text in [
            "theme = \"dark\"\nmuted = true,\n".as_bytes(),
            b"theme = \"dark\"\nmuted = \xff\n",
        ] {
            let case = Case::new(text);
            let Loaded {
                mut file,
                mut settings,
                notes,
            } = case.load();
            assert_eq!(settings, Settings::default());
            let note = said(&notes);
            assert!(note.contains("settings.toml, line 2"), "{note}");
            settings.muted = true;
            let refused = said(&[file.save(&settings).unwrap_err()]);
            assert!(refused.contains("line 2"), "{refused}");
            assert_eq!(fs::read(case.path()).unwrap(), text, "overwritten");

            fs::write(case.path(), "theme = \"dark\"\n").unwrap();
            file.save(&settings).unwrap();
            assert_eq!(case.text(), "muted = true\ntheme = \"dark\"\n");
        }
    }

    #[test]
    fn a_bad_value_resets_nothing_but_itself_and_stays_until_another_is_chosen() {
        let cases = [
            ("theme", "\"blue\""),
            ("text_size_percent", "79"),
            ("text_size_percent", "201"),
            ("text_size_percent", "100.0"),
            ("language", "\"no language\""),
            ("volume_percent", "101"),
            ("volume_percent", "-1"),
            ("muted", "1"),
            ("output_device", "true"),
            ("reduced_motion", "\"yes\""),
            ("safety_card_seen", "[]"),
            ("window_size", "[0, 1]"),
            ("window_size", "[1]"),
        ];
        for (key, value) in cases {
            let good = if key == "theme" {
                "muted = true"
            } else {
                "theme = \"dark\""
            };
            let text = format!("{good}\n{key} = {value}\n");
            let case = Case::new(&text);
            let mut loaded = case.load();
            let note = said(&loaded.notes);
            assert!(
                note.contains("line 2") && note.contains(key),
                "{key}: {note}"
            );
            let kept = (loaded.settings.theme, loaded.settings.muted);
            assert!(
                matches!(kept, (Theme::Dark, false) | (Theme::System, true)),
                "{key}"
            );

            let mut settings = loaded.settings.clone();
            settings.window_size = Some([640, 480]);
            loaded.file.save(&settings).unwrap();
            assert!(
                key == "window_size" || case.text().ends_with(&text),
                "{key}: {}",
                case.text()
            );
        }
    }

    #[test]
    fn saving_leaves_every_other_byte_as_it_is() {
        let case = Case::new("# mine\nmuted = false # at work\n\n[later.version]\nx = 1\n");
        let mut loaded = case.load();
        assert_eq!(said(&loaded.notes), "");
        loaded.settings.muted = true;
        loaded.settings.volume_percent = 30;
        loaded.file.save(&loaded.settings).unwrap();
        assert_eq!(
            case.text(),
            "volume_percent = 30\n# mine\nmuted = true # at work\n\n[later.version]\nx = 1\n"
        );
    }

    #[test]
    fn two_running_copies_keep_what_the_other_saved() {
        let case = Case::new("theme = \"light\"\n");
        let (mut one, mut other) = (case.load(), case.load());
        one.settings.theme = Theme::Dark;
        one.file.save(&one.settings).unwrap();
        other.settings.volume_percent = 10;
        other.file.save(&other.settings).unwrap();
        let both = case.load().settings;
        assert_eq!((both.theme, both.volume_percent), (Theme::Dark, 10));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_settings_stays_a_link() {
        let case = Case::new("");
        let link = case.folder.path().join("link.toml");
        std::os::unix::fs::symlink(case.path(), &link).unwrap();
        let mut loaded = SettingsFile::load(link.clone());
        loaded.settings.muted = true;
        loaded.file.save(&loaded.settings).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(case.text(), "muted = true\n");
    }

    #[test]
    fn a_folder_where_the_settings_should_be_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let mut loaded = SettingsFile::load(folder.path().to_owned());
        assert!(said(&loaded.notes).contains("folder"), "{:?}", loaded.notes);
        loaded.settings.muted = true;
        assert!(loaded.file.save(&loaded.settings).is_err());
        assert!(folder.path().is_dir());
    }
}
