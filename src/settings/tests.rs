//! What becomes of settings that are edited, broken, or saved by two copies.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::*;
use crate::reminder::{Hours, Silence};
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
fn a_comma_too_many_is_called_one() {
    let notes = Case::new("theme = \"dark\",\nmuted = true\n").load().notes;
    let said = said(&notes);
    assert!(
        said.contains("line 1") && said.contains("comma too many"),
        "{said}"
    );
}

#[test]
fn a_version_that_a_killed_program_left_is_named_unless_it_is_the_same() {
    let case = Case::new("muted = true\n");
    let left = case.folder.path().join("settings.toml.other-1");
    fs::write(&left, "muted = false\n").unwrap();
    let loaded = case.load();
    assert!(loaded.settings.muted);
    let told = said(&loaded.notes);
    assert!(told.contains("settings.toml.other-1"), "{told}");
    fs::write(case.path(), "muted = false\n").unwrap();
    assert_eq!(said(&case.load().notes), "");
    assert!(!left.exists());
    // What nobody can compare.
    let noted = case.folder.path().join("record-moves.json.other-1");
    fs::write(&noted, "{}").unwrap();
    assert_eq!(said(&case.load().notes), "");
    assert!(!noted.exists());
}

#[test]
fn what_was_saved_is_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/settings.toml");
    let mut loaded = SettingsFile::load(path.clone());
    assert_eq!(loaded.settings, Settings::default());
    let settings = Settings {
        theme: Theme::Dark,
        high_contrast: true,
        text_size_percent: 160,
        language: Some("de".to_owned()),
        volume_percent: 0,
        muted: true,
        output_device: Some("Headset \"blue\"".to_owned()),
        voice: false,
        voice_speed_percent: 80,
        voice_volume_percent: 60,
        voice_names: BTreeMap::from([("en".to_owned(), "flite rms".to_owned())]),
        speech_program: Some("piper --output_file {file}".to_owned()),
        without_looking: true,
        keep_awake: false,
        do_not_disturb: true,
        pause_players: true,
        reduced_motion: true,
        safety_card_seen: true,
        window_size: Some([1280, 800]),
        recent_file: Some("/clinic/back.toml".to_owned()),
        next_day: BTreeSet::from(["back".to_owned()]),
        record_folder: Some(std::env::temp_dir().join("record")),
        author: Author {
            name: Some("A. B.".to_owned()),
            role: Some("Physiotherapist".to_owned()),
            clinic: Some("Here".to_owned()),
            contact: Some("123".to_owned()),
        },
        reminders: Reminding {
            on: true,
            when: ReminderTime::SpreadOverDay,
            sitting_minutes: 30,
            hours: Hours {
                awake: "06:30-21:00".parse().unwrap(),
                work: [Some("08:00-16:00".parse().unwrap()); 7],
                meal: Some("12:15-13:00".parse().unwrap()),
            },
            routine: Some("desk-break".to_owned()),
            quiet_while: BTreeSet::from([Silence::Camera]),
            put_off_at_most: Some(3),
            form: ReminderForm::Voice,
        },
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
        let parsers_own = toml::from_slice::<toml::Table>(text).unwrap_err();
        assert!(!note.contains(parsers_own.message()), "{note}");
        settings.muted = true;
        let refused = said(&[file.save(&settings).unwrap_err()]);
        assert!(refused.contains("line 2"), "{refused}");
        assert_eq!(fs::read(case.path()).unwrap(), text, "overwritten");

        fs::write(case.path(), "theme = \"dark\"\n").unwrap();
        file.save(&settings).unwrap();
        assert_eq!(case.text(), "theme = \"dark\"\n\n[sound]\nmuted = true\n");
    }
}

#[test]
fn a_bad_value_resets_nothing_but_itself_and_stays_until_another_is_chosen() {
    let cases = [
        ("theme", "\"blue\""),
        ("high_contrast", "\"yes\""),
        ("high_contrast", "1"),
        ("text_size_percent", "79"),
        ("text_size_percent", "201"),
        ("text_size_percent", "100.0"),
        ("language", "\"no language\""),
        ("volume_percent", "101"),
        ("volume_percent", "-1"),
        ("muted", "1"),
        ("output_device", "true"),
        ("reminders_form", "\"pigeon\""),
        ("voice", "\"off\""),
        ("voice", "0"),
        ("voice_speed_percent", "49"),
        ("voice_volume_percent", "0"),
        ("voice_names", "{ en = \"slt\" }"),
        ("voice_names", "{ \"a b\" = \"flite slt\" }"),
        ("speech_program", "true"),
        ("speech_program", "\"\""),
        ("speech_program", "\"piper\""),
        ("speech_program", "\"piper --model \\\"unclosed\""),
        ("without_looking", "\"no\""),
        ("without_looking", "[true]"),
        ("keep_awake", "1"),
        ("do_not_disturb", "\"on\""),
        ("pause_players", "\"all\""),
        ("reduced_motion", "\"yes\""),
        ("safety_card_seen", "[]"),
        ("window_size", "[0, 1]"),
        ("window_size", "[1]"),
        ("recent_file", "1"),
    ];
    for (key, value) in cases {
        let mut expected = Settings::default();
        let good = if key == "theme" {
            expected.muted = true;
            "muted = true"
        } else {
            expected.theme = Theme::Dark;
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
        assert_eq!(loaded.settings, expected, "{key}");
        assert_eq!(case.text(), text, "{key}");

        let mut settings = loaded.settings.clone();
        settings.window_size = Some([640, 480]);
        loaded.file.save(&settings).unwrap();
        assert!(
            key == "window_size" || case.text().starts_with(&text),
            "{key}: {}",
            case.text()
        );
    }
}

#[test]
fn a_key_that_is_mistyped_is_told_with_the_one_that_was_meant_and_stays() {
    let text = "muted = true\nvolume_precent = 10\nlater = 1\n";
    let case = Case::new(text);
    let mut loaded = case.load();
    let note = said(&loaded.notes);
    assert!(note.contains("settings.toml, line 2"), "{note}");
    assert!(note.contains("volume_precent") && note.contains("“volume_percent”"));
    assert!(
        !note.contains("later"),
        "it may be of a later version: {note}"
    );
    loaded.settings.muted = false;
    loaded.file.save(&loaded.settings).unwrap();
    assert_eq!(case.text(), text.replace("true", "false"));
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
        "# mine\nmuted = true # at work\n\n[later.version]\nx = 1\n\n[sound]\nvolume_percent = 30\n"
    );
}

#[test]
fn the_mark_that_some_editors_put_before_a_text_is_no_mistake() {
    let case = Case::new("\u{feff}theme = \"dark\"\n");
    let mut loaded = case.load();
    assert_eq!(said(&loaded.notes), "");
    assert_eq!(loaded.settings.theme, Theme::Dark);
    loaded.settings.muted = true;
    loaded.file.save(&loaded.settings).unwrap();
    assert_eq!(case.text(), "theme = \"dark\"\n\n[sound]\nmuted = true\n");
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
    assert_eq!(case.text(), "[sound]\nmuted = true\n");
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

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_read_and_never_written_through() {
    let case = Case::new("[sound]\nmuted = true\n");
    let folder = case.folder.path().join("of-its-own");
    fs::create_dir(&folder).unwrap();
    let link = folder.join("settings.toml");
    std::os::unix::fs::symlink(case.path(), &link).unwrap();
    let mut loaded = SettingsFile::load(link.clone());
    assert!(loaded.settings.muted);
    assert_eq!(said(&loaded.notes), "");
    loaded.settings.muted = false;
    let reported = said(&[loaded.file.save(&loaded.settings).unwrap_err()]);
    assert!(
        reported.contains("settings.toml") && reported.contains("link"),
        "{reported}"
    );
    assert!(link.is_symlink());
    assert_eq!(case.text(), "[sound]\nmuted = true\n");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for target in [Path::new("/nowhere/at/all"), Path::new("nowhere.toml")] {
        let link = folder.path().join("settings.toml");
        std::os::unix::fs::symlink(target, &link).unwrap();
        let mut loaded = SettingsFile::load(link.clone());
        let reported = said(&loaded.notes);
        assert!(
            reported.contains("settings.toml") && reported.contains("link"),
            "{reported}"
        );
        loaded.settings.muted = true;
        assert!(loaded.file.save(&loaded.settings).is_err());
        assert_eq!(fs::read_link(&link).unwrap(), target);
        assert!(!folder.path().join("nowhere.toml").exists());
        fs::remove_file(&link).unwrap();
    }
}

#[test]
fn settings_of_any_size_are_reported_and_kept_and_not_read() {
    let case = Case::new("muted = true\n");
    let file = fs::File::options().write(true).open(case.path()).unwrap();
    file.set_len(1 << 40).unwrap();
    let mut loaded = case.load();
    assert_eq!(loaded.settings, Settings::default());
    let reported = said(&loaded.notes);
    assert!(
        reported.contains("settings.toml") && reported.contains("larger"),
        "{reported}"
    );
    loaded.settings.muted = true;
    assert!(loaded.file.save(&loaded.settings).is_err());
    assert_eq!(fs::metadata(case.path()).unwrap().len(), 1 << 40);
}

#[test]
fn each_setting_is_read_at_its_place_and_at_its_place_of_old_and_changed_where_it_stands() {
    let chosen = Settings {
        theme: Theme::Dark,
        high_contrast: true,
        text_size_percent: 160,
        language: Some("de".to_owned()),
        volume_percent: 10,
        muted: true,
        output_device: Some("Headset".to_owned()),
        voice: false,
        voice_speed_percent: 80,
        voice_volume_percent: 60,
        voice_names: BTreeMap::from([("en".to_owned(), "flite rms".to_owned())]),
        speech_program: Some("piper {file}".to_owned()),
        without_looking: true,
        keep_awake: false,
        do_not_disturb: true,
        pause_players: true,
        reduced_motion: true,
        safety_card_seen: true,
        window_size: Some([640, 480]),
        recent_file: Some("/clinic/back.toml".to_owned()),
        next_day: BTreeSet::from(["back".to_owned()]),
        record_folder: Some(std::env::temp_dir().join("record")),
        author: Author {
            name: Some("A. B.".to_owned()),
            role: Some("Physiotherapist".to_owned()),
            clinic: Some("Here".to_owned()),
            contact: Some("123".to_owned()),
        },
        reminders: Reminding {
            on: true,
            when: ReminderTime::SpreadOverDay,
            sitting_minutes: 30,
            hours: Hours {
                awake: "06:30-21:00".parse().unwrap(),
                work: [Some("08:00-16:00".parse().unwrap()); 7],
                meal: Some("12:15-13:00".parse().unwrap()),
            },
            routine: Some("desk-break".to_owned()),
            quiet_while: BTreeSet::from([Silence::Camera]),
            put_off_at_most: Some(3),
            form: ReminderForm::Voice,
        },
    };
    let other = Settings {
        window_size: Some([800, 600]),
        ..Settings::default()
    };
    for key in KEYS {
        let value = (key.get)(&chosen).unwrap();
        let changed = (key.get)(&other).unwrap();
        let Key {
            table, name, flat, ..
        } = key;
        for before in [
            format!(
                "# mine\n[{table}]\nlater = 1\n# why\n{name} = VALUE # at work\n\n[later]\nx = 1\n"
            ),
            format!("# mine\n{flat} = VALUE # at work\n\n[later]\nx = 1\n"),
            format!("{table} = {{ {name} = VALUE, later = 1 }}\n"),
            format!("{table}.later = 1 # mine\r\n{table}.{name} = VALUE # at work\r\n"),
        ] {
            let case = Case::new(before.replace("VALUE", &value.to_string()));
            let mut loaded = case.load();
            assert_eq!(said(&loaded.notes), "", "{before}");
            let mut read = Settings::default();
            (key.set)(&mut read, &toml_value(&value)).unwrap();
            assert_eq!(loaded.settings, read, "{before}");
            (key.set)(&mut loaded.settings, &toml_value(&changed)).unwrap();
            loaded.file.save(&loaded.settings).unwrap();
            assert_eq!(case.text(), before.replace("VALUE", &changed.to_string()));
        }
    }
}

#[test]
fn a_number_that_can_not_be_written_back_is_reported_and_nothing_is_saved_over_it() {
    for number in ["99999999999999999999", "1e999"] {
        let text = format!("muted = true\nvolume_percent = {number}\n");
        let case = Case::new(&text);
        let mut loaded = case.load();
        assert!(loaded.settings.muted);
        let reported = said(&loaded.notes);
        assert!(
            reported.contains("line 2") && reported.contains("volume"),
            "{reported}"
        );
        loaded.settings.muted = false;
        let refused = said(&[loaded.file.save(&loaded.settings).unwrap_err()]);
        assert!(refused.contains("settings.toml, line 2"), "{refused}");
        assert_eq!(case.text(), text);
    }
}

fn toml_value(value: &toml_edit::Value) -> Value {
    let table: toml::Table = format!("it = {value}").parse().unwrap();
    table["it"].clone()
}

#[test]
fn a_setting_of_old_that_is_in_the_way_of_a_table_moves_into_it_with_its_comment() {
    let case = Case::new("muted = true\n# quiet at work\nvoice = false # always\n");
    let mut loaded = case.load();
    loaded.settings.speech_program = Some("say {file}".to_owned());
    loaded.file.save(&loaded.settings).unwrap();
    assert_eq!(
        case.text(),
        "muted = true\n\n[voice]\n# quiet at work\non = false # always\nprogram = \"say {file}\"\n"
    );
    let again = case.load();
    assert_eq!(said(&again.notes), "");
    assert_eq!(again.settings, loaded.settings);
}

#[test]
fn a_setting_that_stands_at_both_places_is_reported_and_its_table_counts() {
    let case = Case::new("muted = true\n[sound]\nmuted = false\n");
    let loaded = case.load();
    assert!(!loaded.settings.muted);
    let reported = said(&loaded.notes);
    assert!(
        reported.contains("line 1") && reported.contains("[sound]"),
        "{reported}"
    );
}

#[test]
fn what_has_the_name_of_a_table_and_is_none_is_reported_and_stays() {
    let text = "sound = 5\n";
    let case = Case::new(text);
    let mut loaded = case.load();
    let reported = said(&loaded.notes);
    assert!(
        reported.contains("line 1") && reported.contains("[sound]"),
        "{reported}"
    );
    loaded.settings.muted = true;
    assert!(loaded.file.save(&loaded.settings).is_err());
    assert_eq!(case.text(), text);
}

#[test]
fn a_mistyped_key_of_a_table_is_told_with_the_one_that_was_meant() {
    let case = Case::new("[sound]\nvolume_precent = 10\n");
    let reported = said(&case.load().notes);
    assert!(
        reported.contains("line 2") && reported.contains("“volume_percent”"),
        "{reported}"
    );
}

#[test]
fn what_stands_in_the_way_of_one_setting_is_in_the_way_of_it_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    fs::write(&path, "sound = 5\n").unwrap();
    let Loaded {
        mut file,
        mut settings,
        ..
    } = SettingsFile::load(path.clone());
    settings.muted = true;
    settings.high_contrast = true;
    assert_eq!(file.save(&settings).unwrap_err().id, "settings-bad-value");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("sound = 5"), "{text}");
    assert!(text.contains("high_contrast = true"), "{text}");
    settings.reduced_motion = true;
    assert!(file.save(&settings).is_err(), "it is still not written");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("reduced_motion = true"), "{text}");
    // Once nothing is in the way, what was chosen before is written too.
    fs::write(&path, text.replace("sound = 5\n", "")).unwrap();
    assert_eq!(file.save(&settings), Ok(()));
    assert!(SettingsFile::load(path).settings.muted);
}
