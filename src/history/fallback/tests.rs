//! What is put elsewhere, where, and what of it is taken in.

use std::os::unix::fs::{PermissionsExt as _, chown, symlink};

use super::*;

#[path = "../../../tests/support/needs_root.rs"]
mod needs_root;

/// What somebody else does to the file with the lines.
type Spoil = fn(&Path);

/// A record with lines kept elsewhere, and the file that they are in.
fn kept() -> (tempfile::TempDir, Fallback, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let elsewhere = Fallback::in_places(place.path().join("log"), vec![shared(place.path())]);
    let file = elsewhere.keep("mine\n").unwrap().path;
    (place, elsewhere, file)
}

fn shared(folder: &Path) -> Place {
    Place::lasting(folder.join("shared"))
}

fn is_taken_in(place: &tempfile::TempDir, elsewhere: &Fallback) -> bool {
    elsewhere.take_in();
    place.path().join("log").exists()
}

#[test]
fn ones_own_lines_are_taken_in_and_nothing_is_left() {
    let (place, elsewhere, file) = kept();
    let folder = fs::metadata(file.parent().unwrap()).unwrap();
    assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    assert!(is_taken_in(&place, &elsewhere));
    assert!(!file.parent().unwrap().exists());
}

#[test]
fn what_lies_beside_the_record_is_taken_in_wherever_both_were_moved_to() {
    let place = tempfile::tempdir().unwrap();
    let at = |folder: &str| {
        let data = place.path().join(folder);
        Fallback::in_places(data.join("log"), vec![Place::lasting(data)])
    };
    at("before").keep("mine\n").unwrap();
    fs::rename(place.path().join("before"), place.path().join("after")).unwrap();
    let other = place.path().join("after/supple-notes-of-mine");
    fs::create_dir(&other).unwrap();
    at("after").take_in();
    let taken_in: Vec<_> = paths_in(&place.path().join("after/log")).collect();
    assert_eq!(taken_in.len(), 1);
    assert_eq!(fs::read_to_string(&taken_in[0]).unwrap(), "mine\n");
    assert!(other.exists());
}

#[test]
fn more_than_one_file_holds_is_kept_in_several_and_all_of_it_taken_in() {
    let place = tempfile::tempdir().unwrap();
    let log = place.path().join("log");
    let elsewhere = Fallback::in_places(log.clone(), vec![shared(place.path())]);
    let lines = ["x".repeat(1 << 20), "\n".to_owned()].concat().repeat(40);
    let kept = elsewhere.keep(&lines).unwrap();
    assert!(kept.path.is_dir());
    elsewhere.take_in();
    assert!(!kept.path.exists());
    let mut files: Vec<_> = paths_in(&log).collect();
    files.sort();
    let text = files.iter().map(|file| fs::read_to_string(file).unwrap());
    assert_eq!(text.collect::<String>(), lines);
    assert_eq!(files.len(), 3);
}

#[test]
fn pieces_are_whole_lines_and_leave_none_out() {
    let mut random = fastrand::Rng::with_seed(3);
    for _ in 0..2_000 {
        let line = |length| format!("{}\n", "y".repeat(length));
        let lengths = (0..random.usize(0..12)).map(|_| random.usize(0..9));
        let lines: String = lengths.collect::<Vec<_>>().into_iter().map(line).collect();
        let pieces = pieces(&lines, 10);
        assert_eq!(pieces.concat(), lines);
        for piece in &pieces {
            assert!(piece.len() <= 10, "{piece:?}");
            assert!(piece.is_empty() && lines.is_empty() || piece.ends_with('\n'));
        }
    }
}

#[test]
fn lines_are_kept_where_they_last_and_a_place_that_does_not_is_reported() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let folders = Folders {
        data: at("data"),
        config: at("config"),
        cache: at("cache"),
        record: None,
    };
    let mut elsewhere = Fallback::of(&folders);
    // What the system has is not for tests.
    elsewhere
        .places
        .retain(|place| place.folder.starts_with(at("")));
    elsewhere.places.push(Place {
        folder: at("temporary"),
        is_fleeting: true,
    });
    elsewhere.folder = at("record");
    for (taker, is_fleeting) in [
        ("data", false),
        ("config", false),
        ("cache", false),
        ("temporary", true),
    ] {
        let kept = elsewhere.keep("mine\n").unwrap();
        assert!(kept.path.starts_with(at(taker)), "{taker}: {kept:?}");
        assert_eq!(kept.is_fleeting, is_fleeting);
        elsewhere.take_in();
        assert!(!kept.path.exists());
        fs::remove_dir_all(at(taker)).unwrap();
        fs::write(at(taker), "in the way").unwrap();
    }
    assert!(elsewhere.keep("mine\n").is_none());
}

#[test]
fn what_earlier_versions_kept_without_a_folder_is_taken_in() {
    let (place, elsewhere, file) = kept();
    let folder = file.parent().unwrap();
    let beside = folder.with_extension("jsonl");
    fs::rename(&file, &beside).unwrap();
    assert!(is_taken_in(&place, &elsewhere));
    assert!(!beside.exists() && !folder.exists());
}

#[test]
fn what_a_killed_program_had_begun_to_keep_goes() {
    let (place, elsewhere, file) = kept();
    let left = file.with_file_name(".supple-left.tmp");
    fs::rename(&file, left).unwrap();
    assert!(
        !is_taken_in(&place, &elsewhere),
        "who began it has it still"
    );
    assert!(!file.parent().unwrap().exists());
}

#[test]
fn what_others_could_have_put_there_is_left_alone() {
    let spoil: [(&str, Spoil); 8] = [
        ("a link to a file", |file| {
            let elsewhere = file.with_extension("elsewhere");
            fs::rename(file, &elsewhere).unwrap();
            symlink(elsewhere, file).unwrap();
        }),
        ("a pipe", |file| {
            fs::remove_file(file).unwrap();
            let made = std::process::Command::new("mkfifo").arg(file).status();
            assert!(made.unwrap().success());
        }),
        ("beyond the limit", |file| {
            let file = File::options().write(true).open(file).unwrap();
            file.set_len(LARGEST as u64 + 1).unwrap();
        }),
        ("a folder that others write into", |file| {
            let mode = fs::Permissions::from_mode(0o777);
            fs::set_permissions(file.parent().unwrap(), mode).unwrap();
        }),
        ("a link to a folder", |file| {
            let folder = file.parent().unwrap();
            let elsewhere = folder.with_extension("elsewhere");
            fs::rename(folder, elsewhere.with_file_name("another")).unwrap();
            symlink(elsewhere.with_file_name("another"), folder).unwrap();
        }),
        ("a file that others write into", |file| {
            let mode = fs::Permissions::from_mode(0o666);
            fs::set_permissions(file, mode).unwrap();
        }),
        ("another name of a file", |file| {
            let elsewhere = file.with_extension("elsewhere");
            fs::hard_link(file, elsewhere).unwrap();
        }),
        ("a file of another record", |file| {
            let place = file.parent().unwrap().parent().unwrap();
            fs::rename(file, place.join("supple-00ff-mine.jsonl")).unwrap();
        }),
    ];
    for (what, spoil) in spoil {
        let (place, elsewhere, file) = kept();
        spoil(&file);
        assert!(!is_taken_in(&place, &elsewhere), "{what}");
    }
}

#[test]
fn lines_of_another_user_are_left_alone() {
    const STRANGER: u32 = 64_321;
    for of_the_folder in [true, false] {
        let (place, elsewhere, file) = kept();
        let given = if of_the_folder {
            file.parent().unwrap()
        } else {
            &file
        };
        if let Err(error) = chown(given, Some(STRANGER), None) {
            needs_root::left_out(&format!("only root can give files away ({error})"));
            return;
        }
        assert!(!is_taken_in(&place, &elsewhere));
    }
}
