//! What is replaced, what is left alone, and who holds a lock.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::draft::{exchange, put_beside, take_place};
use super::*;
use crate::words::{LANGUAGES, Message, Words};

#[test]
fn what_the_disk_says_is_true_of_any_file_and_the_record_tells_where_else_it_can_be() {
    let own_folder = "SUPPLE_DATA_DIR";
    let refusals = [
        io::ErrorKind::PermissionDenied,
        io::ErrorKind::ReadOnlyFilesystem,
    ];
    for (language, kind) in LANGUAGES
        .iter()
        .flat_map(|l| refusals.map(|kind| (l, kind)))
    {
        let words = Words::only(language);
        let reason = reason(&kind.into());
        let reported = words.message(&reason);
        assert!(!reported.contains(own_folder), "{reported}");
        for id in [
            "record-kept-elsewhere",
            "record-kept-elsewhere-for-now",
            "record-lost",
        ] {
            let message = Message::new(id)
                .with("lines", 2_u32)
                .with("folder", "log")
                .with("file", "x.jsonl")
                .with("reason", reason.clone());
            let reported = words.message(&message);
            assert!(reported.contains(own_folder), "{reported}");
        }
    }
}

#[test]
fn a_lock_has_one_holder_at_a_time_and_is_free_again_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lock");
    assert!(!Lock::is_held(&path), "nobody ever asked for it");
    let lock = Lock::wait(&path, Duration::ZERO).unwrap();
    assert!(Lock::is_held(&path));
    let error = Lock::wait(&path, Duration::ZERO).unwrap_err();
    assert_eq!(reason(&error), Message::new("disk-busy"));
    drop(lock);
    assert!(!Lock::is_held(&path));
    assert!(Lock::wait(&path, Duration::ZERO).is_ok());
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_in_the_place_of_a_file_is_reported_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [pipe.as_path(), Path::new("/dev/zero"), folder.path()] {
        let reported = Message::new("disk-not-a-file");
        assert_eq!(reason(&read(path).unwrap_err()), reported, "{path:?}");
        let lock = Lock::wait(path, Duration::ZERO);
        assert_eq!(reason(&lock.unwrap_err()), reported, "{path:?}");
        assert!(!Lock::is_held(path), "{path:?}");
    }
}

#[test]
fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/folders/file");
    let mut before = None;
    for content in ["one", "another"] {
        replace(&path, before, content.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
        before = Some(content.as_bytes());
    }
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1);
}

#[test]
fn what_can_not_be_replaced_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("folder");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("file"), "mine").unwrap();
    for before in [None, Some("mine".as_bytes())] {
        assert!(replace(&path, before, b"new").is_err());
        assert!(replace(&path.join("file/below"), before, b"new").is_err());
    }
    assert_eq!(fs::read_to_string(path.join("file")).unwrap(), "mine");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn only_what_was_read_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    for (there, before) in [
        (Some("theirs"), None),
        (Some("theirs"), Some("mine")),
        (Some("mine and more"), Some("mine")),
        (None, Some("mine")),
    ] {
        let _ = fs::remove_file(&path);
        if let Some(there) = there {
            fs::write(&path, there).unwrap();
        }
        let refused = replace(&path, before.map(str::as_bytes), b"new").unwrap_err();
        assert!(is_changed(&refused), "{there:?}, {before:?}: {refused}");
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), there);
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, usize::from(there.is_some()), "a draft was left");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_saved_between_the_comparison_and_the_exchange_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let [beside, place] = ["beside", "place"].map(|name| folder.path().join(name));
    fs::write(&beside, "new").unwrap();
    fs::write(&place, "mine, saved a moment ago").unwrap();
    let refused = exchange(&beside, &place, b"mine", b"new").unwrap_err();
    assert!(is_changed(&refused), "{refused}");
    let there = fs::read_to_string(&place).unwrap();
    assert_eq!(there, "mine, saved a moment ago");
    assert!(!beside.exists());

    fs::write(&beside, "new").unwrap();
    fs::write(&place, "mine").unwrap();
    exchange(&beside, &place, b"mine", b"new").unwrap();
    assert_eq!(fs::read_to_string(&place).unwrap(), "new");
    assert!(!beside.exists());

    fs::write(&beside, "new").unwrap();
    fs::remove_file(&place).unwrap();
    assert!(is_changed(
        &exchange(&beside, &place, b"mine", b"new").unwrap_err()
    ));
    assert!(!place.exists(), "what was removed meanwhile stays so");
    assert!(!beside.exists());
}

#[test]
fn where_a_file_can_neither_be_exchanged_nor_renamed_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let [beside, place] = ["beside", "place"].map(|name| folder.path().join(name));
    fs::write(&beside, "new").unwrap();
    fs::create_dir(&place).unwrap();
    assert!(take_place(&beside, &place).is_err());
    assert!(place.is_dir() && !beside.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn what_comes_out_of_an_exchange_is_never_taken_for_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("file");
    fs::write(&place, "saved by another program").unwrap();
    fs::write(
        folder.path().join("file.other-1"),
        "left by one that was killed",
    )
    .unwrap();
    let draft = Draft::of(&place, b"new").unwrap();
    let (beside, lock) = put_beside(draft.temporary, &place).unwrap();
    drop(lock);
    assert_eq!(sweep(folder.path()).len(), 2);
    assert_eq!(fs::read(&beside).unwrap(), b"new");
    let left = fs::read(folder.path().join("file.other-1")).unwrap();
    assert_eq!(left, b"left by one that was killed");
}

#[cfg(unix)]
#[test]
fn a_link_anywhere_on_the_way_leads_out_of_a_folder() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let [own, photos] = ["own", "photos"].map(|name| folder.path().join(name));
    for folder in [&own, &own.join("inside"), &photos] {
        fs::create_dir(folder).unwrap();
    }
    symlink(&photos, own.join("pictures")).unwrap();
    symlink("inside", own.join("link")).unwrap();
    symlink("/nowhere/drive", own.join("lost")).unwrap();
    for (path, reported) in [
        ("knee.png", None),
        ("new/knee.png", None),
        ("link/knee.png", None),
        ("pictures/knee.png", Some("disk-link-out")),
        ("pictures/new/knee.png", Some("disk-link-out")),
        ("../photos/knee.png", Some("disk-link-out")),
        ("lost/knee.png", Some("disk-link-nowhere")),
    ] {
        let within = require_within(&own, &own.join(path));
        let error = within.err().map(|error| reason(&error).id);
        assert_eq!(error, reported, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_write_out_of_its_folder() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let (own, link) = (folder.path().join("own"), folder.path().join("own/file"));
    fs::create_dir(&own).unwrap();
    let diary = folder.path().join("diary");
    fs::write(&diary, "a diary").unwrap();
    fs::write(own.join("inside"), "a diary").unwrap();
    let nowhere = folder.path().join("nowhere");
    for (target, reported) in [
        (diary.as_path(), Some("disk-link-out")),
        (Path::new("../diary"), Some("disk-link-out")),
        (&nowhere, Some("disk-link-nowhere")),
        (Path::new("nowhere"), Some("disk-link-nowhere")),
        (Path::new("inside"), None),
    ] {
        symlink(target, &link).unwrap();
        let replaced = replace(&link, Some(b"a diary"), b"new");
        let locked = Lock::wait(&link, Duration::ZERO);
        let appended = open_to_append(&link);
        for error in [replaced.err(), locked.err(), appended.err()] {
            let told_of_it = error.map(|error| reason(&error).id);
            assert_eq!(told_of_it, reported, "{target:?}");
        }
        let created = create(&link, b"new").unwrap_err();
        assert_eq!(created.kind(), io::ErrorKind::AlreadyExists);
        assert!(link.is_symlink(), "{target:?}");
        fs::remove_file(&link).unwrap();
    }
    assert_eq!(fs::read_to_string(&diary).unwrap(), "a diary");
    assert_eq!(fs::read_to_string(own.join("inside")).unwrap(), "new");
    assert!(!nowhere.exists() && !own.join("nowhere").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "old").unwrap();
    for mode in [0o600, 0o644] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        replace(&path, Some(&fs::read(&path).unwrap()), b"new").unwrap();
        let about = fs::metadata(&path).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, mode);
    }
}

#[test]
fn a_file_of_any_size_is_read_to_the_limit_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "12345").unwrap();
    assert_eq!(read_up_to(5, &path).unwrap(), b"12345");
    let refused = read_up_to(4, &path).unwrap_err();
    assert_eq!(reason(&refused), Message::new("disk-too-large"));
    // No room is taken: it has nothing in it.
    let file = File::options().write(true).open(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    assert_eq!(read(&path).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
}

#[test]
fn the_longest_name_that_a_file_can_have_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n".repeat(255));
    create(&path, b"one").unwrap();
    replace(&path, Some(b"one"), b"another").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "another");
}

#[test]
fn drafts_of_programs_that_were_killed_are_swept_up_and_nothing_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let draft = Draft::of(&at("file"), b"being written").unwrap();
    let kept = [
        ".supple-notes",
        "supple-a.tmp",
        ".supple-dir.tmp/file.tmp",
        ".other-a.tmp",
        "settings.toml.1234.tmp",
    ];
    fs::create_dir(at(".supple-dir.tmp")).unwrap();
    for name in kept {
        fs::write(at(name), "mine").unwrap();
    }
    // However old it is, another program may have called a file of its own so.
    let others = at("back.toml.999.tmp");
    fs::write(&others, "left").unwrap();
    let long_ago = SystemTime::now() - Duration::from_hours(2);
    let file = fs::File::options().write(true).open(&others).unwrap();
    file.set_modified(long_ago).unwrap();
    fs::write(at(".supple-begun.tmp"), "").unwrap();
    fs::write(at(".supple-left.tmp"), "left").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(at("supple-a.tmp"), at(".supple-link.tmp")).unwrap();
    assert_eq!(sweep(folder.path()), []);
    for name in kept {
        assert!(at(name).exists(), "{name}");
    }
    assert!(
        at(".supple-begun.tmp").exists(),
        "may be locked in a moment"
    );
    assert!(!at(".supple-left.tmp").exists());
    assert!(others.exists());
    #[cfg(unix)]
    assert!(at(".supple-link.tmp").is_symlink());
    draft.put(None).unwrap();
    assert_eq!(fs::read(at("file")).unwrap(), b"being written");
}

#[test]
fn drafts_of_pictures_are_swept_up_in_the_folders_below_and_behind_no_link() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let below = folder.path().join("pictures/knees");
    fs::create_dir_all(&below).unwrap();
    let left = |folder: &Path| folder.join(".supple-left.tmp");
    let places = [folder.path(), &folder.path().join("pictures"), &below];
    for place in places {
        fs::write(left(place), "left").unwrap();
    }
    fs::write(below.join("knee.png"), "a picture").unwrap();
    fs::write(left(elsewhere.path()), "another's").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(elsewhere.path(), below.join("link")).unwrap();
    assert_eq!(sweep_all(folder.path()), []);
    for place in places {
        assert!(!left(place).exists(), "{}", place.display());
    }
    assert!(below.join("knee.png").exists());
    assert!(left(elsewhere.path()).exists());
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_that_leads_nowhere_is_lost_and_one_that_is_not_there_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let lost = folder.path().join("lost");
    std::os::unix::fs::symlink("/nowhere/at/all", &lost).unwrap();
    for path in [&lost, &lost.join("below"), &lost.join("below/that")] {
        let reported = [
            entries(path).map(drop),
            read(path).map(drop),
            create_folder(path),
        ];
        for error in reported.map(Result::unwrap_err) {
            assert_eq!(reason(&error).id, "disk-link-nowhere", "{path:?}");
        }
    }
    let absent = folder.path().join("absent");
    assert_eq!(entries(&absent).unwrap(), [""; 0].map(PathBuf::from));
    assert_eq!(entries(folder.path()).unwrap(), [lost]);
    let error = read(&absent).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn a_draft_or_a_copy_of_a_private_file_is_as_private_from_its_first_moment() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("back.toml");
    fs::write(&path, "before").unwrap();
    for mode in [0o600, 0o640, 0o400] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let of_others = |path: &Path| fs::metadata(path).unwrap().mode() & 0o077 & !mode;
        // One that may only be read is not written.
        if mode & 0o200 != 0 {
            let draft = Draft::of(&path, b"after").unwrap();
            assert_eq!(of_others(draft.temporary.path()), 0, "{mode:o}");
        }
        let copy = folder.path().join(format!("copy-{mode:o}"));
        create_copy(&copy, &path, b"before").unwrap();
        assert_eq!(of_others(&copy), 0, "{mode:o}");
    }
}

#[test]
fn a_file_that_may_only_be_read_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("back.toml");
    fs::write(&path, "mine").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let refused = replace(&path, Some(b"mine"), b"new").unwrap_err();
    assert_eq!(reason(&refused).id, "disk-write-protected");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(entries(folder.path()).unwrap(), [path]);
}

#[cfg(unix)]
#[test]
fn a_file_with_another_name_is_left_alone_and_so_is_that() {
    let folder = tempfile::tempdir().unwrap();
    let [path, other] = ["back.toml", "other.toml"].map(|name| folder.path().join(name));
    fs::write(&path, "mine").unwrap();
    fs::hard_link(&path, &other).unwrap();
    let refused = replace(&path, Some(b"mine"), b"new").unwrap_err();
    assert_eq!(reason(&refused).id, "disk-other-names");
    for name in [&path, &other] {
        assert_eq!(fs::read_to_string(name).unwrap(), "mine");
    }
    fs::remove_file(&other).unwrap();
    replace(&path, Some(b"mine"), b"new").unwrap();
}

/// The states in which a kill leaves a file that is exchanged: before its content has come to its place, and
/// after it.
#[cfg(target_os = "linux")]
#[test]
fn what_a_kill_in_the_middle_of_an_exchange_leaves_is_found_kept_and_named() {
    for is_exchanged in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        for name in ["settings.toml", &"n".repeat(255)] {
            let place = folder.path().join(name);
            fs::write(&place, "before").unwrap();
            let draft = Draft::of(&place, b"new").unwrap();
            let (beside, lock) = put_beside(draft.temporary, &place).unwrap();
            if is_exchanged {
                let old = fs::read(&place).unwrap();
                fs::copy(&beside, &place).unwrap();
                fs::write(&beside, old).unwrap();
            }
            assert_eq!(sweep(folder.path()), [], "its program is at it");
            drop(lock);
            let left = Leftover {
                path: beside.clone(),
                of: place.clone(),
            };
            let left = [left];
            assert_eq!(sweep(folder.path()), left);
            assert_eq!(sweep_beside(&place), left);
            assert_eq!(sweep_all(folder.path()), left);
            let other = if is_exchanged { "before" } else { "new" };
            assert_eq!(fs::read_to_string(&beside).unwrap(), other);
            // The person saves the same, or has taken it from there.
            fs::write(&place, other).unwrap();
            assert_eq!(sweep_beside(&place), []);
            assert!(!beside.exists() && place.exists());
        }
    }
}

#[test]
fn only_the_names_that_an_exchange_gives_are_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("back.toml"), "mine").unwrap();
    for name in [
        "back.toml.other",
        "back.toml.other-",
        "back.toml.other-0",
        "back.toml.other-one",
        "back.toml.previous-1",
        ".other-1",
    ] {
        fs::write(at(name), "mine").unwrap();
        assert_eq!(sweep(folder.path()), [], "{name}");
        assert!(at(name).exists(), "{name}");
    }
    // Of a file that is gone it may be all there is.
    fs::write(at("gone.toml.other-2"), "mine").unwrap();
    assert_eq!(sweep_beside(&at("back.toml")), []);
    assert_eq!(sweep(folder.path()).len(), 1);
    assert!(at("gone.toml.other-2").exists());
}

#[cfg(unix)]
#[test]
fn a_disk_that_syncs_no_folders_and_changes_no_permissions_is_written_to() {
    use rustix::io::Errno;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/file");
    let written = || {
        replace(&path, None, b"one")?;
        replace(&path, Some(b"one"), b"two")?;
        create(&path.with_extension("copy"), b"two")?;
        remove(&path.with_extension("copy"), b"two")
    };
    faults::refuse_permissions(Some(Errno::PERM));
    for lacking in [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::BADF] {
        faults::refuse_folder_sync(Some(lacking));
        written().unwrap_or_else(|error| panic!("{lacking:?}: {error}"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
    // One that fails is told from one that lacks it.
    for failing in [Errno::IO, Errno::NOSPC] {
        faults::refuse_folder_sync(Some(failing));
        assert!(written().is_err(), "{failing:?}");
    }
    faults::refuse_folder_sync(None);
    faults::refuse_permissions(None);
}
