//! What the person chose, in a TOML file that they may edit too.
//!
//! Each setting has a place in a table: `muted` in `[sound]`, for instance. Files of the time before
//! tables have it at the top under a name of its own; it is read and changed there as well.
//!
//! Loading never fails: a file that can't be read is kept and named, and defaults are used; a value
//! that can't be used resets nothing but itself. Saving changes the values that were chosen anew and
//! leaves the rest as it was written: comments, order, keys of a later version and what another
//! running copy saved stay. Only the mark that some editors put before a text goes.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;
use toml::Value;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use self::keys::{KEYS, Key, TABLES};
pub use self::merge::{Merged, merge};
pub use self::reminding::{ReminderForm, ReminderTime, Reminding};
use crate::disk::{self, Leftover, Lock};
use crate::folders::Folders;
use crate::routine::{Author, explain};
use crate::sound::{Output, Volume};
use crate::text::{line_number, nearest, shown, without_mark};
use crate::undisturbed::Wanted;
use crate::voice::{Program, Speech};
use crate::words::{Message, Words};

mod edit;
mod keys;
mod merge;
mod reminding;
#[cfg(test)]
mod tests;

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
    /// 50 to 200, of the speech program's usual speed.
    pub voice_speed_percent: u16,
    /// 10 to 100, of the loudness beside the cues.
    pub voice_volume_percent: u8,
    /// By the tag of a language the voice that speaks it, as a `VoiceName` is written. Of languages
    /// without one the first that is found is taken.
    pub voice_names: BTreeMap<String, String>,
    /// The command of a person's own speech program: see [`crate::voice::Custom`]. `None` takes the
    /// system's.
    pub speech_program: Option<String>,
    /// Sessions are guided by ear: the screen stays dark.
    pub without_looking: bool,
    /// Whether screen and system stay on during a session.
    pub keep_awake: bool,
    /// Whether messages of other programs wait until a session is over, where the desktop can do that.
    pub do_not_disturb: bool,
    /// Whether what plays music or films pauses until a session is over.
    pub pause_players: bool,
    /// Whether figures stand still.
    pub reduced_motion: bool,
    /// Whether the safety card that comes before the very first session was read.
    pub safety_card_seen: bool,
    /// Width and height of the window's inside in points, as it was last.
    pub window_size: Option<[u16; 2]>,
    /// The path of the routine file outside of the library that was opened last.
    pub recent_file: Option<String>,
    /// The ids of the routines after whose sessions Supple asks, the next day, how it feels.
    pub next_day: BTreeSet<String>,
    /// The folder that the record lies in, as an absolute path; `None` for the usual one.
    pub record_folder: Option<PathBuf>,
    /// Who writes routines here: the next new one begins with it.
    pub author: Author,
    /// How and when the person is reminded of a routine.
    pub reminders: Reminding,
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
            voice_speed_percent: 100,
            voice_volume_percent: 100,
            voice_names: BTreeMap::new(),
            speech_program: None,
            without_looking: false,
            keep_awake: true,
            do_not_disturb: false,
            pause_players: false,
            reduced_motion: false,
            safety_card_seen: false,
            window_size: None,
            recent_file: None,
            next_day: BTreeSet::new(),
            record_folder: None,
            author: Author::default(),
            reminders: Reminding::default(),
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
        let programs = own.map_or_else(Program::installed, |own| vec![Program::Custom(own)]);
        let mut speech = Speech {
            cache: folders.map(|folders| folders.cache.clone()),
            ..Speech::through(programs)
        };
        self.tune(&mut speech);
        speech
    }

    /// The words of the language that was chosen, or of the system's.
    pub fn words(&self) -> Words {
        let language = self.language.as_deref();
        language.map_or_else(Words::of_the_system, Words::chosen)
    }

    /// What a session wants of the desktop.
    pub fn wanted(&self, words: &Words) -> Wanted {
        Wanted {
            awake: self.keep_awake,
            do_not_disturb: self.do_not_disturb,
            pause_players: self.pause_players,
            reason: words.get("session-under-way"),
        }
    }

    /// These settings with what another running copy chose since `before`, which is in `there`: the
    /// voice of another language, and the file that was opened last where these have forgotten one.
    fn on_top_of(&self, there: Self, before: &Self) -> Self {
        let mut names = there.voice_names;
        names.retain(|language, _| {
            self.voice_names.contains_key(language) || !before.voice_names.contains_key(language)
        });
        for (language, name) in &self.voice_names {
            if before.voice_names.get(language) != Some(name) {
                names.insert(language.clone(), name.clone());
            }
        }
        let is_another = there.recent_file != before.recent_file;
        let recent = self.recent_file.clone();
        Self {
            voice_names: names,
            recent_file: recent.or(there.recent_file.filter(|_| is_another)),
            ..self.clone()
        }
    }

    /// Sets how the voice sounds.
    pub fn tune(&self, speech: &mut Speech) {
        speech.speed_percent = self.voice_speed_percent;
        speech.volume_percent = self.voice_volume_percent;
        let chosen = self.voice_names.iter();
        speech.chosen = chosen
            .filter_map(|(language, name)| Some((language.clone(), name.parse().ok()?)))
            .collect();
    }
}

/// The file that the settings live in.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// As last loaded or saved: what differs from it was chosen since.
    saved: Settings,
    /// The keys of settings that something in the file kept from being written.
    refused: Vec<&'static str>,
    is_broken: bool,
}

/// What a file says, and what it does not say rightly.
#[derive(Debug)]
pub struct Loaded {
    /// To save to.
    pub file: SettingsFile,
    /// The defaults, but for what the file says rightly.
    pub settings: Settings,
    /// What the person should know of: values that can't be used, a file that can't be read, or one that
    /// a killed program left.
    pub notes: Vec<Message>,
}

impl Loaded {
    /// Keeps where the record lies from now on, and what else stands there.
    ///
    /// # Errors
    /// As of [`SettingsFile::save`].
    pub fn keep_record_in(&mut self, folder: Option<&Path>) -> Result<(), Message> {
        let settings = Settings {
            record_folder: folder.map(Path::to_owned),
            ..self.settings.clone()
        };
        self.file.save(&settings)
    }
}

/// How long to wait for another copy that is saving.
const PATIENCE: Duration = Duration::from_secs(1);

impl SettingsFile {
    /// Loads the settings. A file that is not there gives the defaults. What killed programs left
    /// half-written in its folder goes, or is noted.
    pub fn load(path: PathBuf) -> Loaded {
        let left = disk::sweep(disk::folder_of(&path)).into_iter();
        // What the program notes for itself, as JSON, nobody can compare; what counts is in its place.
        let is_json = |left: &Leftover| left.of.extension().is_some_and(|it| it == "json");
        let (of_program, left): (Vec<_>, Vec<_>) = left.partition(is_json);
        of_program.into_iter().for_each(Leftover::remove);
        let content = read_content(&path);
        let text = content.and_then(|content| text_of(&path, content.as_deref()));
        let is_broken = text
            .as_ref()
            .map_or(true, |text| DeTable::parse(text).is_err());
        let (settings, mut notes) = match text {
            Ok(text) => read(&path, &text),
            Err(note) => (Settings::default(), vec![note]),
        };
        notes.extend(left.iter().map(Leftover::message));
        let saved = settings.clone();
        Loaded {
            file: Self {
                path,
                saved,
                refused: Vec::new(),
                is_broken,
            },
            settings,
            notes,
        }
    }

    /// Whether the file was there and could not be read, so that the settings are the defaults.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Writes what was chosen since the last load or save into the file as it is now.
    ///
    /// # Errors
    /// With what to do about it, if the file is broken or leads elsewhere, which is then left alone,
    /// if the disk does not take it, or if something in the file is in the way of one of them, which
    /// the others are written in spite of.
    pub fn save(&mut self, settings: &Settings) -> Result<(), Message> {
        let written = |key: &Key, settings| (key.get)(settings).map(|value| value.to_string());
        let chosen = KEYS.iter().filter(|key| {
            self.refused.contains(&key.flat) || written(key, settings) != written(key, &self.saved)
        });
        let chosen: Vec<&Key> = chosen.collect();
        if chosen.is_empty() {
            return Ok(());
        }
        let unsaved = |error: io::Error| {
            Message::new("settings-unsaved")
                .with("file", self.path.as_path())
                .with("reason", disk::reason(&error))
        };
        disk::create_folder(disk::folder_of(&self.path)).map_err(unsaved)?;
        let _lock = Lock::wait(&self.path.with_extension("lock"), PATIENCE).map_err(unsaved)?;
        let before = read_content(&self.path)?;
        let text = text_of(&self.path, before.as_deref())?;
        let mut document = edit::document(&self.path, &text)?;
        let (there, _) = read(&self.path, &text);
        let beside = settings.on_top_of(there, &self.saved);
        let mut refused = Vec::new();
        for key in chosen {
            if let Some(value) = (key.get)(&beside)
                && edit::put(&mut document, key, value).is_none()
            {
                refused.push(key);
            }
        }
        let edited = edit::text_of(&document, &text);
        if edited != text {
            disk::replace(&self.path, before.as_deref(), edited.as_bytes()).map_err(unsaved)?;
        }
        self.saved = settings.clone();
        // The others are written: what stands in the way of one is in the way of it alone.
        let in_the_way = refused.first().map(|key| {
            let at = document.get(key.table).and_then(toml_edit::Item::span);
            let line = line_number(&text, at.map_or(0, |at| at.start));
            not_a_table(&self.path, line, key.table)
        });
        self.refused = refused.iter().map(|key| key.flat).collect();
        in_the_way.map_or(Ok(()), Err)
    }
}

/// What the text says, with a note for each value that can't be used.
fn read(path: &Path, text: &str) -> (Settings, Vec<Message>) {
    let mut settings = Settings::default();
    let values = match DeTable::parse(text) {
        Ok(values) => values.into_inner(),
        Err(error) => return (settings, vec![broken(path, text, &error)]),
    };
    let line = |value: &Spanned<DeValue>| line_number(text, value.span().start);
    let mut notes = Vec::new();
    for key in KEYS {
        let (in_table, flat) = (in_table(&values, key), flat(&values, key));
        if let (Some(_), Some(flat)) = (in_table, flat) {
            notes.push(
                Message::new("settings-twice")
                    .with("file", path)
                    .with("line", line(flat))
                    .with("key", key.flat)
                    .with("table", key.table)
                    .with("name", key.name),
            );
        }
        let Some(written) = in_table.or(flat) else {
            continue;
        };
        // A number beyond all that can be counted is a value that can't be used, like any other.
        let value = Value::deserialize(ValueDeserializer::from(written.clone()));
        let mut with = settings.clone();
        if value.is_ok_and(|value| (key.set)(&mut with, &value).is_some()) {
            settings = with;
        } else {
            let name = if in_table.is_some() {
                key.name
            } else {
                key.flat
            };
            notes.push(
                Message::new("settings-bad-value")
                    .with("file", path)
                    .with("line", line(written))
                    .with("key", name)
                    .with("takes", Message::new(key.takes)),
            );
        }
    }
    notes.extend(unknown(path, text, &values));
    (settings, notes)
}

fn in_table<'a, 'v>(values: &'a DeTable<'v>, key: &Key) -> Option<&'a Spanned<DeValue<'v>>> {
    table(values, key.table)?.get(key.name)
}

fn table<'a, 'v>(values: &'a DeTable<'v>, name: &str) -> Option<&'a DeTable<'v>> {
    values.get(name)?.get_ref().as_table()
}

/// The value as files have it that were written before there were tables.
fn flat<'a, 'v>(values: &'a DeTable<'v>, key: &Key) -> Option<&'a Spanned<DeValue<'v>>> {
    let is_table = TABLES.contains(&key.flat) && table(values, key.flat).is_some();
    values.get(key.flat).filter(|_| !is_table)
}

/// A note for each key that is like one that is known. What is like nothing else may be of a later
/// version.
fn unknown(path: &Path, text: &str, values: &DeTable) -> Vec<Message> {
    let note = |key: &str, value: &Spanned<DeValue>, known: &[&str]| {
        let near = nearest(key, known).filter(|near| *near != key)?;
        Some(
            Message::new("settings-unknown-key")
                .with("file", path)
                .with("line", line_number(text, value.span().start))
                .with("key", shown(key))
                .with("near", near),
        )
    };
    let flat = KEYS.iter().map(|key| key.flat);
    let at_the_top: Vec<&str> = flat.chain(TABLES.iter().copied()).collect();
    let mut notes = Vec::new();
    for (name, value) in values {
        let name = name.get_ref().as_ref();
        let is_setting = KEYS.iter().any(|key| key.flat == name);
        if !TABLES.contains(&name) {
            notes.extend(note(name, value, &at_the_top));
        } else if let Some(table) = table(values, name) {
            let of_it = KEYS.iter().filter(|key| key.table == name);
            let known: Vec<&str> = of_it.map(|key| key.name).collect();
            for (key, value) in table {
                notes.extend(note(key.get_ref(), value, &known));
            }
        } else if !is_setting {
            let line = line_number(text, value.span().start);
            notes.push(not_a_table(path, line, name));
        }
    }
    notes
}

fn not_a_table(path: &Path, line: usize, name: &str) -> Message {
    Message::new("settings-bad-value")
        .with("file", path)
        .with("line", line)
        .with("key", name)
        .with(
            "takes",
            Message::new("settings-takes-table").with("table", name),
        )
}

/// `None` if there is no file.
fn read_content(path: &Path) -> Result<Option<Vec<u8>>, Message> {
    /// No settings are nearly as large, and a text can take a hundred times as much
    /// when it is parsed.
    const LARGEST: u64 = 256 * 1024;
    match disk::read_up_to(LARGEST, path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Message::new("settings-unreadable")
            .with("file", path)
            .with("reason", disk::reason(&error))),
    }
}

fn text_of(path: &Path, content: Option<&[u8]>) -> Result<String, Message> {
    let bytes = without_mark(content.unwrap_or_default());
    let text = std::str::from_utf8(bytes).map(str::to_owned);
    text.map_err(|error| {
        let text = String::from_utf8_lossy(bytes);
        Message::new("settings-broken")
            .with("file", path)
            .with("line", line_number(&text, error.valid_up_to()))
            .with("reason", Message::new("settings-not-text"))
    })
}

fn broken(path: &Path, text: &str, error: &toml::de::Error) -> Message {
    let at = error.span().map_or(0, |span| span.start);
    Message::new("settings-broken")
        .with("file", path)
        .with("line", line_number(text, at))
        .with("reason", explain(text, error))
}
