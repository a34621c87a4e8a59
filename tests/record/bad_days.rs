//! Disks that are full, read-only or not what they should be: each ends in a clear sentence and a
//! code, and loses nothing.

use std::fs;
use std::path::{Path, PathBuf};
#[cfg(target_os = "linux")]
use std::process::Command;

use supple::history::{Id, Log, Note, record};

use crate::machine;
use crate::mounted::Mounted;
#[cfg(target_os = "linux")]
use crate::needs_root;

#[test]
fn a_data_folder_that_is_a_file_is_named_and_left_alone() {
    let machine = machine();
    fs::write(machine.folders().data, "mine").unwrap();
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 3);
    assert!(
        guide.stdout.contains("2 of 2"),
        "the session goes on: {}",
        guide.stdout
    );
    assert!(
        guide.stderr.contains("a file where a folder should be"),
        "{}",
        guide.stderr
    );
    let history = machine.supple(["history"]);
    assert_eq!(history.code, 3);
    assert!(
        history.stderr.contains("a file where a folder should be"),
        "{}",
        history.stderr
    );
    assert_eq!(fs::read_to_string(machine.folders().data).unwrap(), "mine");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_without_any_room_is_reported_at_the_end_and_what_it_lacks_is_taken_in_at_the_next_start()
{
    let machine = machine();
    let folder = machine.device_folder();
    let Some(disk) = Mounted::at(&folder, &["-t", "tmpfs", "-o", "size=4k", "tmpfs"]) else {
        return;
    };
    fs::write(folder.join("filler"), vec![0; 4 * 1024]).unwrap();
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 3);
    assert!(
        guide.stderr.contains("The disk is full"),
        "{}",
        guide.stderr
    );
    assert!(
        guide
            .stderr
            .contains(machine.folders().log().to_str().unwrap()),
        "{}",
        guide.stderr
    );
    assert!(!guide.stderr.contains("keep Supple open"), "it is over");

    drop(disk);
    fs::remove_dir_all(machine.folders().log()).unwrap();
    let rescued = only_rescued(&machine.folders().data);
    let name = rescued.file_name().unwrap();
    assert!(guide.stderr.contains(name.to_str().unwrap()));
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    assert!(!rescued.exists());
    let sessions = machine.sessions();
    assert_eq!(sessions.len(), 2);
    assert_eq!(sessions[1]["outcome"], "completed");
    assert_eq!(sessions[1]["held_ms"], 2000);
}

#[test]
#[cfg(unix)]
fn a_link_in_the_place_of_a_year_leads_no_line_out_of_the_record() {
    let machine = machine();
    let folder = machine.device_folder();
    let diary = machine.write("diary", "a diary");
    for target in [diary.clone(), machine.path("nowhere")] {
        // Whichever year it is.
        let links = (2026..2100).map(|year| folder.join(format!("{year}.jsonl")));
        let links: Vec<_> = links.collect();
        for link in &links {
            std::os::unix::fs::symlink(&target, link).unwrap();
        }
        let guide = machine.supple(["guide", "short.toml"]);
        assert_eq!(guide.code, 3, "{}", guide.stderr);
        assert!(guide.stderr.contains("link"), "{}", guide.stderr);
        for link in links {
            fs::remove_file(link).unwrap();
        }
    }
    assert_eq!(fs::read_to_string(diary).unwrap(), "a diary");
    assert!(!machine.path("nowhere").exists());
    assert_eq!(machine.supple(["history"]).code, 0);
    assert_eq!(machine.sessions().len(), 2, "nothing is lost");
}

/// The whole of a session fits below the limit, and what is spoken of it does not.
#[test]
#[cfg(unix)]
fn a_limit_on_the_size_of_files_ends_no_session() {
    let machine = machine();
    let folder = machine.device_folder();
    let guide = machine.command(["guide", "short.toml"]);
    let program = guide.get_program().to_owned();
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "ulimit -f 8; exec \"$0\" guide short.toml"]);
    limited.arg(program);
    for (name, value) in guide.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    limited.current_dir(machine.folder.path());
    // What was written before leaves no room for a line.
    for year in 2026..2100 {
        fs::write(folder.join(format!("{year}.jsonl")), "\n".repeat(8 * 1024)).unwrap();
    }
    let output = limited.output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{stderr}");
    assert!(stderr.contains("grow any larger"), "{stderr}");
    assert_eq!(machine.sessions()[0]["outcome"], "completed");
}

/// The only file of lines in the folders of a folder.
fn only_rescued(place: &Path) -> PathBuf {
    let folders = fs::read_dir(place).unwrap();
    let folders = folders.map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.is_dir());
    let entries = folders.flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fills_up_and_gets_room_again_loses_nothing() {
    let machine = machine();
    let folders = machine.folders();
    fs::create_dir(&folders.data).unwrap();
    let Some(_disk) = Mounted::at(&folders.data, &["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
    else {
        return;
    };
    let log = Log::open(&folders).unwrap();
    let session = Id::new();
    log.note(session, Note::default());
    assert_eq!(log.flush(), Ok(()));

    let filler = folders.data.join("filler");
    // Ends with an error: that is what it is for.
    let _ = fs::write(&filler, vec![0; 128 * 1024]);
    let note = |text: String| Note {
        note: Some(text),
        ..Note::default()
    };
    // One line that fits into no page that is left.
    log.note(session, note("x".repeat(8 * 1024)));
    log.note(session, note("last".to_owned()));
    let warning = log.flush().unwrap_err();
    assert_eq!(warning.id, "record-unwritten");

    fs::remove_file(filler).unwrap();
    assert_eq!(log.flush(), Ok(()));
    let history = log.history();
    assert_eq!(history.sessions[0].note.as_deref(), Some("last"));
    let lines = fs::read_to_string(only_year(&folders.log())).unwrap();
    let whole = lines
        .lines()
        .filter(|line| record::Line::read(line.as_bytes()).is_ok());
    assert_eq!(whole.count(), 3);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_can_only_be_read_is_reported_and_its_history_is_shown() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let data = machine.folders().data;
    fs::write(
        only_year(&machine.folders().log()).with_file_name("2020.jsonl"),
        "bad\n",
    )
    .unwrap();
    let Some(_disk) = Mounted::at(&data, &["--bind", "-o", "ro", data.to_str().unwrap()]) else {
        return;
    };
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 3);
    assert!(
        guide.stderr.contains("can only be read"),
        "{}",
        guide.stderr
    );
    let history = machine.supple(["history"]);
    assert_eq!(history.code, 0, "{}", history.stderr);
    assert!(history.stdout.contains("Short"), "{}", history.stdout);
    assert!(
        history.stderr.contains("2020.jsonl, line 1"),
        "{}",
        history.stderr
    );
}

#[test]
#[cfg(target_os = "linux")]
fn of_a_year_that_takes_nothing_the_file_is_named_with_the_true_reason() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let year = only_year(&machine.folders().log());
    let says = |reason: &str| {
        let guide = machine.supple(["guide", "short.toml"]);
        assert_eq!(guide.code, 3);
        let reported = format!("{} {reason}", year.display());
        assert!(guide.stderr.contains(&reported), "{}", guide.stderr);
    };
    let disk = ["--bind", "-o", "ro", year.to_str().unwrap()];
    let Some(disk) = Mounted::at(&year, &disk) else {
        return;
    };
    says("lies on a disk that can only be read");
    drop(disk);
    let Some(_mark) = Unchangeable::mark(&year) else {
        return;
    };
    says("is marked as unchangeable");
    assert_eq!(machine.sessions().len(), 3, "nothing is lost");
}

/// A file that nobody may change as long as this is there.
#[cfg(target_os = "linux")]
struct Unchangeable<'a>(&'a Path);

#[cfg(target_os = "linux")]
impl<'a> Unchangeable<'a> {
    /// `None`, and a word about it, where marking is not permitted.
    fn mark(file: &'a Path) -> Option<Self> {
        let marked = chattr("+i", file);
        if !marked {
            needs_root::left_out("only root can mark a file, and not on every disk");
        }
        marked.then_some(Self(file))
    }
}

#[cfg(target_os = "linux")]
impl Drop for Unchangeable<'_> {
    fn drop(&mut self) {
        assert!(chattr("-i", self.0));
    }
}

#[cfg(target_os = "linux")]
fn chattr(change: &str, file: &Path) -> bool {
    let done = Command::new("chattr").arg(change).arg(file).output();
    done.is_ok_and(|done| done.status.success())
}

#[test]
#[cfg(target_os = "linux")]
fn a_system_that_gives_no_thread_still_shows_the_history() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let lines = only_year(&machine.folders().log());
    fs::copy(&lines, lines.with_file_name("2020.jsonl")).unwrap();
    // More memory for each thread than there are addresses.
    let mut history = machine.command(["history", "--json"]);
    let output = history
        .env("RUST_MIN_STACK", (1_u64 << 56).to_string())
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"completed\""));
}

#[test]
fn settings_with_a_stray_comma_stop_nothing_and_are_kept() {
    let machine = machine();
    let folders = machine.folders();
    let text = "volume_percent = 10,\n";
    fs::create_dir_all(&folders.config).unwrap();
    fs::write(folders.settings_file(), text).unwrap();
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 0, "{}", guide.stderr);
    assert_eq!(machine.sessions().len(), 1);
    let reported = format!("{}{}", guide.stdout, guide.stderr);
    assert!(reported.contains("settings.toml, line 1"), "{reported}");
    assert_eq!(fs::read_to_string(folders.settings_file()).unwrap(), text);
}

#[test]
fn a_settings_folder_that_can_not_be_written_loses_no_record() {
    let machine = machine();
    fs::write(machine.folders().config, "mine").unwrap();
    for sessions in 1..=2 {
        assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
        assert_eq!(machine.sessions().len(), sessions);
    }
}

#[test]
#[cfg(unix)]
fn pipes_where_files_should_be_hold_nothing_up() {
    let machine = machine();
    let folders = machine.folders();
    let log = machine.device_folder();
    let quarantine = folders.log().join("quarantine");
    fs::create_dir_all(&quarantine).unwrap();
    fs::write(log.join("2020.jsonl"), "bad\n").unwrap();
    for pipe in [
        folders.settings_file(),
        log.join("lock"),
        log.join("2021.jsonl"),
        quarantine.join("lock"),
    ] {
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
    }
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 3);
    let reported = format!("{}{}", guide.stdout, guide.stderr);
    assert!(guide.stdout.contains("2 of 2"), "{reported}");
    for place in ["settings.toml", log.to_str().unwrap()] {
        assert!(reported.contains(place), "{reported}");
    }
    assert!(guide.stderr.contains("a pipe or a device"), "{reported}");
    let history = machine.supple(["history"]);
    assert_eq!(history.code, 0, "{}", history.stderr);
}

/// The file of the only year that is recorded.
fn only_year(log: &Path) -> PathBuf {
    let device = fs::read_dir(log).unwrap().next().unwrap().unwrap().path();
    fs::read_dir(device)
        .unwrap()
        .map(|file| file.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .unwrap()
}

/// A drive that fails can often still be read, and that is when a record is moved away from it.
#[test]
#[cfg(target_os = "linux")]
fn a_record_is_moved_away_from_a_disk_that_can_only_be_read() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let log = machine.folders().log();
    let Some(_disk) = Mounted::at(&log, &["--bind", "-o", "ro", log.to_str().unwrap()]) else {
        return;
    };
    let moved = machine.supple(["history", "--move-to", "elsewhere"]);
    assert_eq!(moved.code, 0, "{}", moved.stderr);
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    assert_eq!(machine.sessions().len(), 2);
}

/// Whoever deletes the old folder, as they are told they can, deletes the record.
#[test]
#[cfg(target_os = "linux")]
fn a_record_is_not_moved_into_its_own_folder_by_another_way() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let (log, other) = (machine.folders().log(), machine.path("other"));
    fs::create_dir(&other).unwrap();
    let Some(_disk) = Mounted::at(&other, &["--bind", log.to_str().unwrap()]) else {
        return;
    };
    let moved = machine.supple(["history", "--move-to", "other"]);
    assert_eq!(moved.code, 1, "{}", moved.stdout);
    assert!(moved.stderr.contains("already"), "{}", moved.stderr);
    let left = fs::read_dir(&other).unwrap().flatten();
    assert!(
        left.map(|it| it.file_name())
            .all(|name| !name.to_string_lossy().ends_with(".tmp"))
    );
}

#[test]
#[cfg(target_os = "linux")]
fn what_waits_until_the_record_can_be_written_is_told_of_and_in_a_backup() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let log = machine.folders().log();
    let Some(_disk) = Mounted::at(&log, &["--bind", "-o", "ro", log.to_str().unwrap()]) else {
        return;
    };
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 3);
    let check = machine.supple(["history", "--check"]);
    assert!(
        check.stderr.contains("could not be saved in it yet"),
        "{}",
        check.stderr
    );
    let saved = machine.supple(["backup", "all.zip"]);
    assert_eq!(saved.code, 0, "{}", saved.stderr);
    let other = self::machine();
    let backup = machine.path("all.zip");
    assert_eq!(other.supple(["restore", backup.to_str().unwrap()]).code, 0);
    assert_eq!(other.sessions().len(), 2);
}
