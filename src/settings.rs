//! What the person chose, in a TOML file that they may edit too.
//!
//! Loading never fails: a file that can't be read is kept and named, and defaults are used; a value
//! that can't be used resets nothing but itself. Saving changes the values that were chosen anew and
//! leaves the rest as it was written: comments, keys of a later version and what another running
//! copy saved stay. A value that the file did not have comes before its first line, and the mark
//! that some editors put before a text goes.

use std::io;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use toml::Value;
use toml::de::{DeTable, ValueDeserializer};
use unic_langid::LanguageIdentifier;

use crate::disk::{self, Lock};
use crate::folders::Folders;
use crate::routine::explain;
use crate::sound::{Output, Volume};
use crate::text::{line_number, nearest, shown, without_mark};
use crate::voice::{Custom, Program, Speech};
use crate::words::Message;

/// All that a person can choose, and what Supple remembers for them between two starts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the screen and in the file"
)]
pub struct Settings {
    /// Of the window.
    pub theme: Theme,
    /// Whether each theme has stronger colours.
    pub high_contrast: bool,
    /// 80 to 200.
    pub text_size_percent: u16,
    /// BCP 47; `None` follows the system.
    pub language: Option<String>,
    /// 0 to 100.
    pub volume_percent: u8,
    /// Whether nothing is heard, whatever the volume.
    pub muted: bool,
    /// The [`Device::id`](crate::sound::Device::id) of the device that plays the sounds; `None` follows
    /// the system.
    pub output_device: Option<String>,
    /// Whether a voice says what to do, as well as the cues.
    pub voice: bool,
    /// The command of a person's own speech program: see [`crate::voice::Custom`]. `None` takes the
    /// system's.
    pub speech_program: Option<String>,
    /// Sessions are guided by ear: the screen stays dark.
    pub without_looking: bool,
    /// Whether figures stand still.
    pub reduced_motion: bool,
    /// Whether the safety card that comes before the very first session was read.
    pub safety_card_seen: bool,
    /// Width and height of the window's inside in points, as it was last.
    pub window_size: Option<[u16; 2]>,
}

/// Which of the two sets of colours the window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The one that the system is set to.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            high_contrast: false,
            text_size_percent: 100,
            language: None,
            volume_percent: 80,
            muted: false,
            output_device: None,
            voice: true,
            speech_program: None,
            without_looking: false,
            reduced_motion: false,
            safety_card_seen: false,
            window_size: None,
        }
    }
}

impl Settings {
    /// How loud, and on which device.
    pub fn output(&self) -> Output {
        Output {
            device: self.output_device.clone(),
            volume: Volume::percent(self.volume_percent),
            muted: self.muted,
            voice: self.voice,
        }
    }

    /// How texts become sound: as the person has set it, or else the system's own way.
    pub fn speech(&self, folders: Option<&Folders>) -> Speech {
        let own = self.speech_program.as_deref();
        let own = own.and_then(|command| command.parse().ok());
        Speech {
            program: own.map(Program::Custom).or_else(Program::of_the_system),
            cache: folders.map(|folders| folders.cache.clone()),
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
    /// To save to.
    pub file: SettingsFile,
    /// The defaults, but for what the file says rightly.
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

/// A setting that is on or off.
macro_rules! switch {
    ($field:ident) => {
        Key {
            name: stringify!($field),
            get: |settings| Some(settings.$field.into()),
            set: |settings, value| {
                settings.$field = value.as_bool()?;
                Some(())
            },
            takes: "settings-takes-yes-or-no",
        }
    };
}

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
    switch!(high_contrast),
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
    switch!(muted),
    Key {
        name: "output_device",
        get: |settings| Some(or_system(settings.output_device.as_ref())),
        set: |settings, value| set_unless_system(&mut settings.output_device, value),
        takes: "settings-takes-device",
    },
    switch!(voice),
    Key {
        name: "speech_program",
        get: |settings| Some(or_system(settings.speech_program.as_ref())),
        set: |settings, value| {
            set_unless_system(&mut settings.speech_program, value)?;
            let command = settings.speech_program.as_deref();
            command
                .is_none_or(|command| command.parse::<Custom>().is_ok())
                .then_some(())
        },
        takes: "settings-takes-speech-program",
    },
    switch!(without_looking),
    switch!(reduced_motion),
    switch!(safety_card_seen),
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

/// What the text says, with a note for each value that can't be used.
fn read(path: &Path, text: &str) -> (Settings, Vec<Message>) {
    let mut settings = Settings::default();
    let values = match DeTable::parse(text) {
        Ok(values) => values.into_inner(),
        Err(error) => return (settings, vec![broken(path, text, &error)]),
    };
    let mut notes = Vec::new();
    for key in KEYS {
        let Some(written) = values.get(key.name) else {
            continue;
        };
        // A number beyond all that can be counted is a value that can't be used, like any other.
        let value = Value::deserialize(ValueDeserializer::from(written.clone()));
        let mut with = settings.clone();
        if value.is_ok_and(|value| (key.set)(&mut with, &value).is_some()) {
            settings = with;
        } else {
            notes.push(
                Message::new("settings-bad-value")
                    .with("file", path)
                    .with("line", line_number(text, written.span().start))
                    .with("key", key.name)
                    .with("takes", Message::new(key.takes)),
            );
        }
    }
    let known: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    for (key, value) in &values {
        let key = key.get_ref().as_ref();
        // What is like nothing else may be of a later version.
        let near = nearest(key, &known).filter(|near| *near != key);
        if let Some(near) = near {
            notes.push(
                Message::new("settings-unknown-key")
                    .with("file", path)
                    .with("line", line_number(text, value.span().start))
                    .with("key", shown(key))
                    .with("near", near),
            );
        }
    }
    (settings, notes)
}

/// The text with another value for a key, and else as it is.
fn with_value(text: &str, key: &str, value: &Value) -> Result<String, toml::de::Error> {
    Ok(match DeTable::parse(text)?.get_ref().get(key) {
        Some(old) => {
            let Range { start, end } = old.span();
            format!("{}{value}{}", &text[..start], &text[end..])
        }
        // Before any table of a later version.
        None => format!("{key} = {value}\n{text}"),
    })
}

fn read_text(path: &Path) -> Result<String, Message> {
    match disk::read(path) {
        Ok(bytes) => {
            let bytes = without_mark(&bytes);
            let text = std::str::from_utf8(bytes).map(str::to_owned);
            text.map_err(|error| {
                let text = String::from_utf8_lossy(bytes);
                Message::new("settings-broken")
                    .with("file", path)
                    .with("line", line_number(&text, error.valid_up_to()))
                    .with("reason", Message::new("settings-not-text"))
            })
        }
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
        .with("line", line_number(text, at))
        .with("reason", explain(text, error))
}

#[cfg(test)]
mod tests;
