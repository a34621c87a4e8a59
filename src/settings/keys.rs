//! All settings: where each stands in the file, which values it takes, and what it is written as.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

use toml::Value;
use toml_edit::Value as Written;
use unic_langid::LanguageIdentifier;

use super::reminding::{
    ReminderForm, ReminderTime, quiet_read, quiet_written, stretch_read, work_read, work_written,
};
use super::{Settings, Theme};
use crate::reminder::Stretch;
use crate::voice::{Custom, VoiceName};

/// How one setting is written and read.
pub(super) struct Key {
    /// One of [`TABLES`].
    pub(super) table: &'static str,
    /// Its name in the table.
    pub(super) name: &'static str,
    /// Its name at the top of a file that was written before there were tables.
    pub(super) flat: &'static str,
    /// `None` if there is nothing to write.
    pub(super) get: fn(&Settings) -> Option<Written>,
    /// `None` for a value that can't be used.
    pub(super) set: fn(&mut Settings, &Value) -> Option<()>,
    /// The id of the message that lists the values that are allowed.
    pub(super) takes: &'static str,
}

/// The tables that settings stand in.
pub(super) const TABLES: &[&str] = &[
    "look",
    "sound",
    "voice",
    "session",
    "window",
    "record",
    "author",
    "reminders",
];

/// The name of what the system is set to.
const SYSTEM: &str = "system";

/// A setting that is on or off.
macro_rules! switch {
    ($table:literal, $name:literal, $field:ident) => {
        Key {
            table: $table,
            name: $name,
            flat: stringify!($field),
            get: |settings| Some(settings.$field.into()),
            set: |settings, value| {
                settings.$field = value.as_bool()?;
                Some(())
            },
            takes: "settings-takes-yes-or-no",
        }
    };
}

/// What is known of the author of routines.
macro_rules! author {
    ($name:ident) => {
        Key {
            table: "author",
            name: stringify!($name),
            flat: concat!("author_", stringify!($name)),
            get: |settings| Some(settings.author.$name.as_deref().unwrap_or_default().into()),
            set: |settings, value| {
                let text = value.as_str()?.trim();
                settings.author.$name = (!text.is_empty()).then(|| text.to_owned());
                Some(())
            },
            takes: "settings-takes-words",
        }
    };
}

pub(super) const KEYS: &[Key] = &[
    Key {
        table: "look",
        name: "theme",
        flat: "theme",
        get: |settings| Some(settings.theme.name().into()),
        set: |settings, value| {
            settings.theme = Theme::named(value.as_str()?)?;
            Some(())
        },
        takes: "settings-takes-theme",
    },
    switch!("look", "high_contrast", high_contrast),
    Key {
        table: "look",
        name: "text_size_percent",
        flat: "text_size_percent",
        get: |settings| Some(i64::from(settings.text_size_percent).into()),
        set: |settings, value| {
            settings.text_size_percent = whole(value, 80..=200)?;
            Some(())
        },
        takes: "settings-takes-text-size",
    },
    Key {
        table: "look",
        name: "language",
        flat: "language",
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
        table: "sound",
        name: "volume_percent",
        flat: "volume_percent",
        get: |settings| Some(i64::from(settings.volume_percent).into()),
        set: |settings, value| {
            settings.volume_percent = whole(value, 0..=100)?;
            Some(())
        },
        takes: "settings-takes-volume",
    },
    switch!("sound", "muted", muted),
    Key {
        table: "sound",
        name: "device",
        flat: "output_device",
        get: |settings| Some(or_system(settings.output_device.as_ref())),
        set: |settings, value| set_unless_system(&mut settings.output_device, value),
        takes: "settings-takes-device",
    },
    switch!("voice", "on", voice),
    Key {
        table: "voice",
        name: "speed_percent",
        flat: "voice_speed_percent",
        get: |settings| Some(i64::from(settings.voice_speed_percent).into()),
        set: |settings, value| {
            settings.voice_speed_percent = whole(value, 50..=200)?;
            Some(())
        },
        takes: "settings-takes-voice-speed",
    },
    Key {
        table: "voice",
        name: "volume_percent",
        flat: "voice_volume_percent",
        get: |settings| Some(i64::from(settings.voice_volume_percent).into()),
        set: |settings, value| {
            settings.voice_volume_percent = whole(value, 10..=100)?;
            Some(())
        },
        takes: "settings-takes-voice-volume",
    },
    Key {
        table: "voice",
        name: "names",
        flat: "voice_names",
        get: |settings| Some(Written::from_iter(&settings.voice_names)),
        set: |settings, value| {
            let mut names = BTreeMap::new();
            for (language, name) in value.as_table()? {
                language.parse::<LanguageIdentifier>().ok()?;
                let name: VoiceName = name.as_str()?.parse().ok()?;
                names.insert(language.clone(), name.to_string());
            }
            settings.voice_names = names;
            Some(())
        },
        takes: "settings-takes-voice-names",
    },
    Key {
        table: "voice",
        name: "program",
        flat: "speech_program",
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
    switch!("session", "without_looking", without_looking),
    switch!("session", "keep_awake", keep_awake),
    switch!("session", "do_not_disturb", do_not_disturb),
    switch!("session", "pause_players", pause_players),
    switch!("look", "reduced_motion", reduced_motion),
    switch!("session", "safety_card_seen", safety_card_seen),
    Key {
        table: "window",
        name: "size",
        flat: "window_size",
        get: |settings| Some(Written::from_iter(settings.window_size?.map(i64::from))),
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
    Key {
        table: "window",
        name: "recent_file",
        flat: "recent_file",
        get: |settings| Some(settings.recent_file.as_deref().unwrap_or_default().into()),
        set: |settings, value| {
            let path = value.as_str()?;
            settings.recent_file = (!path.is_empty()).then(|| path.to_owned());
            Some(())
        },
        takes: "settings-takes-path",
    },
    Key {
        table: "session",
        name: "next_day",
        flat: "next_day",
        get: |settings| Some(Written::from_iter(&settings.next_day)),
        set: |settings, value| {
            let ids = value.as_array()?.iter();
            let ids: Option<_> = ids.map(|id| id.as_str().map(str::to_owned)).collect();
            settings.next_day = ids?;
            Some(())
        },
        takes: "settings-takes-routines",
    },
    Key {
        table: "record",
        name: "folder",
        flat: "record_folder",
        get: |settings| {
            // A path that is no text can't be written, and is not offered.
            let path = settings.record_folder.as_deref();
            Some(path.and_then(Path::to_str).unwrap_or_default().into())
        },
        set: |settings, value| {
            let path = value.as_str()?;
            settings.record_folder = (!path.is_empty()).then(|| path.into());
            (path.is_empty() || Path::new(path).is_absolute()).then_some(())
        },
        takes: "settings-takes-folder",
    },
    author!(name),
    author!(role),
    author!(clinic),
    author!(contact),
    Key {
        table: "reminders",
        name: "on",
        flat: "reminders_on",
        get: |settings| Some(settings.reminders.on.into()),
        set: |settings, value| {
            settings.reminders.on = value.as_bool()?;
            Some(())
        },
        takes: "settings-takes-yes-or-no",
    },
    Key {
        table: "reminders",
        name: "when",
        flat: "reminders_when",
        get: |settings| Some(settings.reminders.when.name().into()),
        set: |settings, value| {
            settings.reminders.when = ReminderTime::named(value.as_str()?)?;
            Some(())
        },
        takes: "settings-takes-reminder-time",
    },
    Key {
        table: "reminders",
        name: "sitting_minutes",
        flat: "reminders_sitting_minutes",
        get: |settings| Some(i64::from(settings.reminders.sitting_minutes).into()),
        set: |settings, value| {
            settings.reminders.sitting_minutes = whole(value, 10..=240)?;
            Some(())
        },
        takes: "settings-takes-sitting-minutes",
    },
    Key {
        table: "reminders",
        name: "work",
        flat: "reminders_work",
        get: |settings| Some(work_written(&settings.reminders.hours)),
        set: |settings, value| {
            settings.reminders.hours.work = work_read(value)?;
            Some(())
        },
        takes: "settings-takes-work",
    },
    Key {
        table: "reminders",
        name: "awake",
        flat: "reminders_awake",
        get: |settings| Some(settings.reminders.hours.awake.to_string().into()),
        set: |settings, value| {
            settings.reminders.hours.awake = stretch_read(value)?;
            Some(())
        },
        takes: "settings-takes-hours",
    },
    Key {
        table: "reminders",
        name: "meal",
        flat: "reminders_meal",
        get: |settings| {
            let meal = settings.reminders.hours.meal;
            Some(meal.map_or(NONE.to_owned(), |meal| meal.to_string()).into())
        },
        set: |settings, value| {
            let is_none = value.as_str()? == NONE;
            // Where it ends as it begins, it would be the whole day.
            let is_one = |meal: &Stretch| meal.from != meal.until;
            let meal = || stretch_read(value).filter(is_one).map(Some);
            settings.reminders.hours.meal = if is_none { None } else { meal()? };
            Some(())
        },
        takes: "settings-takes-meal",
    },
    Key {
        table: "reminders",
        name: "routine",
        flat: "reminders_routine",
        get: |settings| {
            let routine = settings.reminders.routine.as_deref();
            Some(routine.unwrap_or_default().into())
        },
        set: |settings, value| {
            let id = value.as_str()?;
            settings.reminders.routine = (!id.is_empty()).then(|| id.to_owned());
            Some(())
        },
        takes: "settings-takes-routine",
    },
    Key {
        table: "reminders",
        name: "quiet_while",
        flat: "reminders_quiet_while",
        get: |settings| Some(quiet_written(&settings.reminders.quiet_while)),
        set: |settings, value| {
            settings.reminders.quiet_while = quiet_read(value)?;
            Some(())
        },
        takes: "settings-takes-quiet-while",
    },
    Key {
        table: "reminders",
        name: "put_off_at_most",
        flat: "reminders_put_off_at_most",
        get: |settings| {
            let most = settings.reminders.put_off_at_most;
            Some(most.map_or(NO_LIMIT.into(), |most| i64::from(most).into()))
        },
        set: |settings, value| {
            let has_no_limit = value.as_str() == Some(NO_LIMIT);
            let most = || whole(value, 0..=100).map(Some);
            settings.reminders.put_off_at_most = if has_no_limit { None } else { most()? };
            Some(())
        },
        takes: "settings-takes-put-off",
    },
    Key {
        table: "reminders",
        name: "form",
        flat: "reminders_form",
        get: |settings| Some(settings.reminders.form.name().into()),
        set: |settings, value| {
            settings.reminders.form = ReminderForm::named(value.as_str()?)?;
            Some(())
        },
        takes: "settings-takes-reminder-form",
    },
];

/// What there is none of.
const NONE: &str = "none";

/// As often as the person likes.
const NO_LIMIT: &str = "no limit";

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

fn or_system(name: Option<&String>) -> Written {
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
