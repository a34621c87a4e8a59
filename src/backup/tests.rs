use std::collections::BTreeMap;

use tempfile::TempDir;

use super::*;
use crate::history::{History, Log, MoveTurn};
use crate::routine::{Surroundings, read};
use crate::settings::Merged;
use crate::words::{LANGUAGES, Words};

/// A person's machine.
struct Machine {
    folder: TempDir,
    folders: Folders,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let of = |name: &str| folder.path().join(name);
        let folders = Folders {
            data: of("data"),
            config: of("config"),
            cache: of("cache"),
            record: None,
        };
        Self { folder, folders }
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// With a routine and its picture, a setting and two sessions that were told.
    fn lived_on() -> Self {
        let machine = Self::new();
        machine.write("data/routines/back.toml", ROUTINE);
        machine.write(
            "data/routines/clinic/pictures/knee.png",
            [137, 80, 78, 71, 0, 255],
        );
        machine.write(
            "config/settings.toml",
            "# Mine.\n[sound]\nvolume_percent = 30\nmuted = true\n",
        );
        machine.tell(2);
        machine
    }

    fn tell(&self, sessions: usize) {
        let log = Log::open(&self.folders).unwrap();
        let surroundings = Surroundings {
            stem: "back",
            today: jiff::civil::date(2026, 11, 1),
            image: &|_| Ok(()),
        };
        let routine = read(ROUTINE.as_bytes(), &surroundings).routine.unwrap();
        for _ in 0..sessions {
            log.tell(&routine, &crate::clock::here());
        }
        log.flush().unwrap();
    }

    fn back_up(&self) -> Vec<u8> {
        pack(&self.folders).unwrap().bytes
    }

    fn restore(&self, backup: &[u8]) -> Result<Restored, NotRestored> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), backup).unwrap();
        restore(&self.folders, file.path())
    }

    /// What is there, but for locks.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn of(folder: &Path, name: &str, files: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let name = format!("{name}/{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    of(&entry.path(), &name, files);
                } else if !name.ends_with("lock") {
                    files.insert(name, fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut files = BTreeMap::new();
        of(self.folder.path(), "", &mut files);
        files
    }

    fn sessions(&self) -> usize {
        let history = History::of(&self.folders);
        assert_eq!(history.problems, []);
        history.sessions.len()
    }
}

const ROUTINE: &str =
    "format = 1\nid = \"back\"\ntitle = \"Back\"\n[[exercise]]\nname = \"Knee\"\nhold = \"20s\"\n";

#[test]
fn what_was_saved_is_on_another_machine_as_it_was_and_restoring_twice_changes_nothing() {
    let machine = Machine::lived_on();
    let backup = machine.back_up();
    assert_eq!(backup, machine.back_up());
    let new = Machine::new();
    let restored = new.restore(&backup).unwrap();
    let expected = Restored {
        sessions: 2,
        has_lines: true,
        routines: 2,
        settings: Merged { taken: 2, stay: 0 },
        ..Restored::default()
    };
    assert_eq!(restored, expected);
    let (there, mut was) = (new.files(), machine.files());
    // What is of the other machine alone.
    was.retain(|name, _| !name.starts_with("/config/") || name.ends_with("settings.toml"));
    assert_eq!(there, was);
    assert_eq!(new.sessions(), 2);
    for machine in [&new, &machine] {
        let there = machine.files();
        let again = machine.restore(&backup).unwrap();
        let expected = Restored {
            routines_there: 2,
            ..Restored::default()
        };
        assert_eq!(again, expected);
        assert_eq!(machine.files(), there);
    }
}

#[test]
fn what_is_of_another_machine_alone_and_any_command_that_it_runs_is_not_brought_over() {
    let machine = Machine::lived_on();
    machine.write(
        "config/settings.toml",
        "recent_file = \"/mnt/x/back.toml\"\nrecord_folder = \"/mnt/x\"\nspeech_program = \"/mnt/x/say\"\n\
         [record]\nfolder = \"/mnt/x\"\n[window]\nrecent_file = \"/mnt/x/back.toml\"\n\
         [voice]\nprogram = \"/mnt/x/say {file}\"\n# Mine.\n[sound]\nmuted = true\ndevice = \"/mnt/x\"\n",
    );
    let new = Machine::new();
    let restored = new.restore(&machine.back_up()).unwrap();
    assert_eq!(restored.settings, Merged { taken: 1, stay: 0 });
    let settings = fs::read_to_string(new.folders.settings_file()).unwrap();
    assert!(!settings.contains("/mnt/x"), "{settings}");
    assert!(settings.contains("# Mine.") && settings.contains("muted = true"));
}

#[test]
fn no_backup_is_made_while_the_folder_chosen_for_the_record_is_not_there() {
    let mut machine = Machine::lived_on();
    let (drive, away) = (machine.folder.path().join("drive"), "away");
    let moved = crate::history::moved_to(&machine.folders, &drive).unwrap();
    machine.folders.record = moved.chosen;
    fs::rename(&drive, machine.folder.path().join(away)).unwrap();
    let told = |machine: &Machine| pack(&machine.folders).unwrap_err().message();
    let has = |reason: &'static str, message: &Message| {
        for language in LANGUAGES {
            let words = Words::only(language);
            let told = words.message(message);
            assert!(told.contains(&words.get(reason)), "{told}");
        }
    };
    has("disk-absent", &told(&machine));
    fs::create_dir(&drive).unwrap();
    has("disk-emptied", &told(&machine));
}

#[test]
fn what_was_written_where_the_record_was_before_is_in_the_backup() {
    let machine = Machine::lived_on();
    let mut moved = Machine::new();
    moved.folders = Folders {
        record: Some(moved.folder.path().join("chosen")),
        ..machine.folders.clone()
    };
    crate::history::moved_to(&machine.folders, &moved.folders.log()).unwrap();
    // By another running copy, which was open before.
    machine.tell(1);
    let new = Machine::new();
    new.restore(&moved.back_up()).unwrap();
    assert_eq!(new.sessions(), 3);
}

#[test]
fn a_copy_that_was_open_while_the_record_was_moved_saves_and_brings_back_where_it_is() {
    let before = Machine::lived_on();
    let now = Folders {
        record: Some(before.folder.path().join("chosen")),
        ..before.folders.clone()
    };
    crate::history::moved_to(&before.folders, &now.log()).unwrap();
    let settings = format!("[record]\nfolder = '{}'\n", now.log().display());
    before.write("config/settings.toml", &settings);
    let moved = Machine {
        folders: now,
        ..Machine::new()
    };
    moved.tell(1);
    let new = Machine::new();
    new.restore(&before.back_up()).unwrap();
    assert_eq!(new.sessions(), 3);

    new.tell(2);
    before.restore(&new.back_up()).unwrap();
    assert_eq!(moved.sessions(), 5);
    let turn = MoveTurn::take(&before.folders);
    let refused = before.restore(&new.back_up()).unwrap_err();
    assert!(matches!(refused, NotRestored::Moving(_)), "{refused:?}");
    drop(turn);
}

#[test]
fn a_file_whose_name_some_systems_take_for_that_of_another_is_left_out_and_both_are_named() {
    let machine = Machine::lived_on();
    machine.write("data/routines/Back.toml", ROUTINE);
    machine.write("data/routines/back.toml.previous-1", ROUTINE);
    machine.write("data/routines/back.toml.other-1", ROUTINE);
    machine.write("data/routines/a:b.toml", ROUTINE);
    let packed = pack(&machine.folders).unwrap();
    let of = |name: &str| machine.folders.routines().join(name);
    let mut left_out = packed.left_out.clone();
    left_out.sort();
    // The one that comes first is in it.
    let alike = (of("back.toml"), Some(of("Back.toml")));
    assert_eq!(left_out, [(of("a:b.toml"), None), alike]);
    let ids: Vec<&str> = packed.notes().iter().map(|note| note.id).collect();
    assert!(ids.contains(&"backup-left-out") && ids.contains(&"backup-left-out-alike"));
    let new = Machine::new();
    new.restore(&packed.bytes).unwrap();
    for other in ["previous", "other"] {
        let version = format!("back.toml.{other}-1");
        assert!(new.folders.routines().join(version).exists());
    }
}

#[test]
fn in_the_place_of_a_chosen_folder_that_is_not_there_none_is_made() {
    let backup = Machine::lived_on().back_up();
    let mut new = Machine::new();
    let chosen = new.folder.path().join("drive");
    new.folders.record = Some(chosen.clone());
    let restored = new.restore(&backup).unwrap();
    assert!(!restored.failed.is_empty() && restored.sessions == 0);
    let told: Vec<_> = restored.messages().iter().map(|told| told.id).collect();
    assert!(!told.contains(&"backup-restored-record"), "{told:?}");
    assert!(!chosen.exists());
    let export = new.folder.path().join("export.json");
    fs::write(&export, r#"{"format": 1, "sessions": []}"#).unwrap();
    let imported = crate::history::import(&new.folders, &export);
    assert!(matches!(
        imported,
        Err(crate::history::NotImported::Unwritten(_))
    ));
    assert!(!chosen.exists());
}

#[test]
fn nothing_that_is_here_is_overwritten_and_what_differs_is_put_beside_it() {
    let machine = Machine::lived_on();
    let backup = machine.back_up();
    // On the same machine it went on since, in other ways.
    let here = Machine::new();
    let other = ROUTINE.replace("20s", "30s");
    here.write("data/routines/back.toml", &other);
    here.write(
        "config/settings.toml",
        "[sound]\nmuted = false # At work.\n",
    );
    for (name, content) in machine.files() {
        if name.starts_with("/data/log/") {
            // Only the first line is here, and then one of its own.
            let end = content.iter().position(|byte| *byte == b'\n').unwrap();
            here.write(&name[1..], &content[..=end]);
        }
    }
    here.tell(1);
    assert_eq!(here.sessions(), 2);
    let before = here.files();
    let restored = here.restore(&backup).unwrap();
    let path = here.folders.routines().join("back.toml");
    let apart = here.folders.routines().join("back.toml.restored-1");
    let expected = Restored {
        sessions: 1,
        has_lines: true,
        routines: 1,
        apart: vec![(path, apart.clone())],
        settings: Merged { taken: 1, stay: 1 },
        ..Restored::default()
    };
    assert_eq!(restored, expected);
    assert_eq!(here.sessions(), 3);
    assert_eq!(fs::read_to_string(apart).unwrap(), ROUTINE);
    let mut after = here.files();
    let settings = after.remove("/config/settings.toml").unwrap();
    assert_eq!(
        String::from_utf8(settings).unwrap(),
        "[sound]\nmuted = false # At work.\nvolume_percent = 30\n"
    );
    for (name, content) in before {
        assert!(
            name.ends_with("settings.toml") || after[&name] == content,
            "{name}"
        );
    }
    // Once more.
    let there = here.files();
    let again = here.restore(&backup).unwrap();
    assert_eq!(
        (again.sessions, again.routines, again.apart.len()),
        (0, 0, 1)
    );
    assert_eq!(here.files(), there);
}

#[test]
fn of_a_damaged_backup_nothing_is_restored() {
    let machine = Machine::lived_on();
    let backup = machine.back_up();
    let new = Machine::new();
    let step = 7;
    for at in (0..backup.len()).step_by(step) {
        assert!(new.restore(&backup[..at]).is_err(), "{at}");
        let mut flipped = backup.clone();
        flipped[at] ^= 0x10;
        if new.restore(&flipped).is_ok() {
            // A date that nobody reads, or the like: what came is what was saved.
            let (there, was) = (new.files(), machine.files());
            for (name, content) in there {
                assert_eq!(Some(&content), was.get(&name), "{at}: {name}");
            }
        } else {
            assert_eq!(new.files(), BTreeMap::new(), "{at}");
        }
        fs::remove_dir_all(new.folder.path().join("data")).ok();
        fs::remove_dir_all(new.folder.path().join("config")).ok();
    }
}

#[test]
fn what_is_no_backup_or_leads_elsewhere_changes_nothing() {
    let machine = Machine::new();
    let of = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).into()));
        archive::write(&files.collect::<Vec<_>>()).unwrap()
    };
    let about = ("backup.json", "{\"format\":1}");
    let refused = |files: &[(&str, &str)]| machine.restore(&of(files)).unwrap_err();
    assert!(matches!(
        refused(&[("back.toml", ROUTINE)]),
        NotRestored::NoBackup
    ));
    assert!(matches!(
        machine.restore(b"text").unwrap_err(),
        NotRestored::NoBackup
    ));
    assert!(matches!(
        machine.restore(b"").unwrap_err(),
        NotRestored::NoBackup
    ));
    let newer = ("backup.json", "{\"format\":2}");
    assert!(matches!(
        refused(&[newer, ("routines/back.toml", ROUTINE)]),
        NotRestored::Newer
    ));
    for name in [
        "routines/CON.toml",
        "routines/a?b.toml",
        "routines/back.toml/x.png",
    ] {
        let refused = refused(&[about, ("routines/back.toml", ROUTINE), (name, "")]);
        assert!(
            matches!(refused, NotRestored::Damaged),
            "{name}: {refused:?}"
        );
    }
    // Nothing of these is anything that a backup has.
    let others = [
        "device",
        "log/run.sh",
        "log/a/b/2026.jsonl",
        "routines/run.sh",
        "log/.x.jsonl",
    ];
    let mut files: Vec<_> = others.iter().map(|name| (*name, "x")).collect();
    files.push(about);
    assert_eq!(machine.restore(&of(&files)).unwrap(), Restored::default());
    assert_eq!(machine.files(), BTreeMap::new());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let machine = Machine::lived_on();
    let backup = machine.back_up();
    let new = Machine::new();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir_all(new.folders.routines()).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), new.folders.routines().join("clinic")).unwrap();
    let restored = new.restore(&backup).unwrap();
    assert_eq!((restored.sessions, restored.routines), (2, 1));
    assert_eq!(restored.failed.len(), 1, "{restored:?}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    // Nor is it saved: what is behind it is not in the folder.
    fs::write(elsewhere.path().join("other.toml"), ROUTINE).unwrap();
    assert_eq!(pack(&new.folders).unwrap().files, 3);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_none_on_some_systems_is_left_out_and_told() {
    let machine = Machine::lived_on();
    for name in ["a:b.toml", "BACK.toml"] {
        machine.write(&format!("data/routines/{name}"), ROUTINE);
    }
    let packed = pack(&machine.folders).unwrap();
    assert_eq!(packed.left_out.len(), 2, "{:?}", packed.left_out);
    assert_eq!(packed.notes().len(), 2);
    assert_eq!(Machine::new().restore(&packed.bytes).unwrap().routines, 2);
}

#[test]
fn a_backup_that_would_be_short_of_something_is_not_made() {
    let machine = Machine::lived_on();
    let large = fs::File::create(machine.folders.routines().join("large.png")).unwrap();
    large.set_len(LARGEST_FILE + 1).unwrap();
    let refused = pack(&machine.folders).unwrap_err();
    let path = machine.folders.routines().join("large.png");
    assert!(
        matches!(&refused, NotPacked::Unread(at, _) if *at == path),
        "{refused:?}"
    );
    large.set_len(LARGEST_FILE).unwrap();
    assert!(pack(&machine.folders).is_ok());
}

#[test]
fn what_was_said_of_sessions_that_are_here_is_brought_back_and_told() {
    let machine = Machine::lived_on();
    let new = Machine::new();
    new.restore(&machine.back_up()).unwrap();
    let log = Log::open(&machine.folders).unwrap();
    log.next_day(&History::of(&machine.folders).sessions[0], 3);
    log.flush().unwrap();
    let restored = new.restore(&machine.back_up()).unwrap();
    assert_eq!((restored.sessions, restored.has_lines), (0, true));
    assert_eq!(restored.messages()[0].id, "backup-restored-lines");
    let said = History::of(&new.folders).sessions[0].next_day.clone();
    assert_eq!(said.map(|(pain, _)| pain), Some(3));
    let again = new.restore(&machine.back_up()).unwrap();
    assert_eq!(again.messages()[0].id, "backup-restored-record");
}
