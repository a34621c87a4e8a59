//! Drafts, files that others change, and what is saved, without a window.

mod together;

use std::fs;

use super::*;
use crate::clock;
use crate::editing::{Item, Part, Value};
use crate::store::Store;
use crate::words::LANGUAGES;

const TEXT: &str = "# Mine.\nformat = 1\ntitle = \"Back\"\n\n[[exercise]]\nname = \"Knee\"\nhold = \"20s\"\n\n[[exercise]]\nname = \"Hip\"\nhold = \"20s\"\n";

fn folders(place: &Path) -> Folders {
    Folders {
        data: place.join("data"),
        config: place.join("config"),
        cache: place.join("cache"),
        record: None,
    }
}

/// A window with the file open.
fn opened(place: &Path) -> (Store, PathBuf) {
    let path = file(place);
    let mut store = store(place);
    store.editor.open_file(&path);
    store.catch_up();
    assert!(store.editor.open().is_some());
    (store, path)
}

fn file(place: &Path) -> PathBuf {
    let folder = folders(place).routines();
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("back.toml");
    fs::write(&path, TEXT).unwrap();
    path
}

fn store(place: &Path) -> Store {
    Store::open(Some(folders(place))).unwrap()
}

fn set(store: &mut Store, at: usize, hold: &str) {
    let edit = Edit::Set(Part::exercise(at).field("hold"), Value::text(hold));
    store.editor.apply(&edit).unwrap();
}

fn text(store: &Store) -> String {
    store.editor.open().unwrap().editing().text().to_owned()
}

fn ids(messages: &[Message]) -> Vec<&'static str> {
    messages.iter().map(|message| message.id).collect()
}

#[test]
fn an_edit_is_saved_and_told_and_its_draft_is_gone() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    assert!(!store.editor.open().unwrap().is_changed());
    set(&mut store, 0, "30s");
    assert_eq!(
        ids(&store.editor.open().unwrap().changes()),
        ["change-in-exercise"]
    );
    assert_eq!(store.editor.keep(Instant::now()), None);
    store.catch_up();
    assert!(store.editor.open().unwrap().is_kept());
    assert_eq!(
        fs::read_dir(folders(place.path()).drafts())
            .unwrap()
            .count(),
        2
    );
    store.editor.count_up(Date::constant(2026, 3, 4)).unwrap();
    store.editor.save();
    store.catch_up();
    store.catch_up();
    assert_eq!(*store.editor.open().unwrap().saving(), Saving::Done);
    let saved = fs::read_to_string(&path).unwrap();
    let counted = TEXT.replacen("20s", "30s", 1).replace(
        "\"Back\"\n",
        "\"Back\"\nrevision = 2\nupdated = 2026-03-04\n",
    );
    assert_eq!(saved, counted);
    assert!(!store.editor.open().unwrap().is_changed());
    assert_eq!(
        fs::read_dir(folders(place.path()).drafts())
            .unwrap()
            .count(),
        0
    );
    assert!(store.editor.open().unwrap().changes().is_empty());
}

#[test]
fn saving_twice_before_the_first_is_done_saves_once() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    set(&mut store, 0, "30s");
    store.editor.save();
    set(&mut store, 0, "40s");
    store.editor.save();
    store.catch_up();
    store.catch_up();
    let open = store.editor.open().unwrap();
    assert_eq!(*open.saving(), Saving::Done);
    assert!(open.is_changed(), "what came after is not saved yet");
    assert!(fs::read_to_string(&path).unwrap().contains("\"30s\""));
}

#[test]
fn the_draft_is_written_at_the_first_edit_and_again_after_a_pause() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, _) = opened(place.path());
    let start = Instant::now();
    assert_eq!(store.editor.keep(start), None, "nothing to keep");
    set(&mut store, 0, "3");
    assert_eq!(store.editor.keep(start), None);
    store.catch_up();
    set(&mut store, 0, "30s");
    let left = store
        .editor
        .keep(start + Duration::from_millis(100))
        .unwrap();
    assert!(left < Duration::from_secs(1) && !left.is_zero());
    assert!(!store.editor.open().unwrap().is_kept());
    assert_eq!(
        store.editor.keep(start + Duration::from_millis(100) + left),
        None
    );
    store.catch_up();
    assert!(store.editor.open().unwrap().is_kept());
}

#[test]
fn unsaved_work_of_a_program_that_was_killed_is_offered_once_and_goes_on_where_it_was() {
    let place = tempfile::tempdir().unwrap();
    let (mut first, path) = opened(place.path());
    set(&mut first, 0, "30s");
    first.editor.keep(Instant::now());
    first.catch_up();
    let mut second = store(place.path());
    second.editor.look_for_drafts();
    second.catch_up();
    assert_eq!(second.editor.left(), [], "the first is running");
    // As the system does it when a program is killed.
    drop(first);
    second.editor.look_for_drafts();
    second.catch_up();
    let left = second.editor.left()[0].clone();
    assert_eq!(
        (left.title.as_str(), left.file.as_deref()),
        ("Back", Some(&*path))
    );
    second.editor.resume(&left);
    second.catch_up();
    assert_eq!(text(&second), TEXT.replacen("20s", "30s", 1));
    assert!(second.editor.open().unwrap().is_changed());
    let mut third = store(place.path());
    third.editor.look_for_drafts();
    third.catch_up();
    assert_eq!(third.editor.left(), [], "the second has it");
    second.editor.undo();
    assert_eq!(text(&second), TEXT, "what was done before can be undone");
    second.editor.redo();
    second.editor.save();
    second.catch_up();
    assert_eq!(*second.editor.open().unwrap().saving(), Saving::Done);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        TEXT.replacen("20s", "30s", 1)
    );
}

#[test]
fn a_shipped_routine_is_written_as_a_copy_with_an_id_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    store
        .editor
        .open_shipped("lower-back-relief", &LANGUAGES[0]);
    store.catch_up();
    store.editor.save();
    store.catch_up();
    let path = folders(place.path())
        .routines()
        .join("lower-back-relief-2.toml");
    assert_eq!(store.editor.open().unwrap().path(), Some(&*path));
    let routine = library::read_file(&path, clock::today())
        .unwrap()
        .routine
        .unwrap();
    assert_eq!(
        (routine.id.as_str(), routine.revision),
        ("lower-back-relief-2", 1)
    );
}

#[test]
fn a_new_routine_begins_with_the_author_of_the_last_one() {
    let place = tempfile::tempdir().unwrap();
    let mut store = store(place.path());
    store
        .editor
        .open_new("Knie \"heute\"", &LANGUAGES[1], &Author::default());
    store.catch_up();
    let name = Edit::Set(Part::table("author").field("name"), Value::text("A. B."));
    store.editor.apply(&name).unwrap();
    let add = Edit::add_exercise(0, Item::Library("bridge".to_owned()));
    store.editor.apply(&add).unwrap();
    assert_eq!(store.editor.open().unwrap().editing().reading().errors(), 0);
    store.editor.save();
    store.catch_up();
    let path = folders(place.path()).routines().join("knie-heute.toml");
    assert_eq!(store.editor.open().unwrap().path(), Some(&*path));
    assert_eq!(store.settings.now.author.name.as_deref(), Some("A. B."));
    let author = store.settings.now.author.clone();
    store.editor.open_new("Knie heute", &LANGUAGES[1], &author);
    store.catch_up();
    assert!(text(&store).contains("[author]\nname = \"A. B.\"\n"));
    store.editor.save();
    store.catch_up();
    assert!(
        path.with_file_name("knie-heute-2.toml").exists(),
        "beside the first"
    );
}

#[test]
fn a_file_that_is_too_large_to_be_read_is_not_opened_by_its_beginning() {
    let place = tempfile::tempdir().unwrap();
    let path = file(place.path());
    let large = TEXT.to_owned() + &"# Much more.\n".repeat(30_000);
    fs::write(&path, &large).unwrap();
    let mut store = store(place.path());
    store.editor.open_file(&path);
    store.catch_up();
    assert!(store.editor.open().is_none());
    assert_eq!(fs::read_to_string(&path).unwrap(), large);
}

#[test]
fn what_a_killed_program_left_beside_a_draft_is_removed() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, _) = opened(place.path());
    set(&mut store, 0, "30s");
    store.editor.keep_now();
    store.catch_up();
    let drafts = folders(place.path()).config.join("drafts");
    let files = |ending: &str| {
        let all = fs::read_dir(&drafts)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let ends = |path: &PathBuf| path.to_string_lossy().ends_with(ending);
        all.filter(ends).collect::<Vec<_>>()
    };
    let draft = files(".json").remove(0);
    let beside = draft.with_extension("json.other-1");
    fs::write(&beside, "older").unwrap();
    let mut other = self::store(place.path());
    other.editor.look_for_drafts();
    other.catch_up();
    assert!(beside.exists(), "its program runs");
    drop(store);
    other.editor.look_for_drafts();
    other.catch_up();
    assert!(!beside.exists() && draft.exists());
    fs::write(drafts.join("gone.json.other-1"), "all there is").unwrap();
    other.editor.look_for_drafts();
    other.catch_up();
    assert_eq!(files(".other-1").len(), 1);
}

#[test]
fn a_draft_that_could_not_be_written_is_written_once_there_is_room() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, _) = opened(place.path());
    let drafts = folders(place.path()).config.join("drafts");
    fs::create_dir_all(drafts.parent().unwrap()).unwrap();
    fs::write(&drafts, "in the way").unwrap();
    set(&mut store, 0, "30s");
    let start = Instant::now();
    assert_eq!(store.editor.keep(start), None);
    store.catch_up();
    assert!(store.editor.open().unwrap().draft_warning().is_some());
    let left = store.editor.keep(start).unwrap();
    assert!(left > PAUSE, "a disk is given time: {left:?}");

    fs::remove_file(&drafts).unwrap();
    assert_eq!(store.editor.keep(start + left), None);
    store.catch_up();
    let open = store.editor.open().unwrap();
    assert_eq!((open.draft_warning(), open.is_kept()), (None, true));
}

#[cfg(unix)]
#[test]
fn a_protected_file_or_one_with_another_name_is_left_and_a_copy_can_be_saved() {
    use std::os::unix::fs::PermissionsExt as _;
    for is_linked in [false, true] {
        let place = tempfile::tempdir().unwrap();
        let (mut store, path) = opened(place.path());
        if is_linked {
            fs::hard_link(&path, place.path().join("linked.toml")).unwrap();
        } else {
            fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        }
        set(&mut store, 0, "30s");
        store.editor.save();
        store.catch_up();
        let open = store.editor.open().unwrap();
        assert!(matches!(open.saving(), Saving::Protected(_)));
        assert!(open.is_changed());
        assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
        store.editor.save_copy();
        store.catch_up();
        let open = store.editor.open().unwrap();
        assert_eq!(*open.saving(), Saving::Done);
        let copy = fs::read_to_string(open.path().unwrap()).unwrap();
        assert!(copy.contains("30s"), "{copy}");
        assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    }
}

#[test]
fn what_a_killed_program_left_beside_a_file_is_told_when_it_is_opened() {
    let place = tempfile::tempdir().unwrap();
    let path = file(place.path());
    let left = path.with_file_name("back.toml.other-1");
    fs::write(&left, "another").unwrap();
    let (mut store, _) = opened(place.path());
    let notes = |store: &Store| ids(store.editor.open().unwrap().notes());
    assert_eq!(notes(&store), ["disk-leftover"]);
    set(&mut store, 0, "30s");
    fs::write(&left, text(&store)).unwrap();
    store.editor.save();
    store.catch_up();
    assert_eq!((notes(&store), left.exists()), (vec![], false));
}

#[cfg(unix)]
#[test]
fn where_a_file_cant_be_written_the_reason_is_told_and_the_draft_stays() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    let elsewhere = place.path().join("elsewhere.toml");
    fs::write(&elsewhere, TEXT).unwrap();
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    set(&mut store, 0, "30s");
    store.editor.save();
    store.catch_up();
    assert!(matches!(
        store.editor.open().unwrap().saving(),
        Saving::Failed(_)
    ));
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), TEXT);
    store.editor.keep_now();
    store.catch_up();
    drop(store);
    let mut next = self::store(place.path());
    next.editor.look_for_drafts();
    next.catch_up();
    assert_eq!(next.editor.left().len(), 1);
    let left = next.editor.left()[0].clone();
    next.editor.discard(&left);
    next.editor.look_for_drafts();
    next.catch_up();
    assert_eq!(next.editor.left(), []);
}

#[test]
fn an_exercise_of_the_saved_file_keeps_its_past_under_another_name() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    let rename = |store: &mut Store, at: usize, name: &str| {
        let field = Part::exercise(at).field("name");
        store
            .editor
            .apply(&Edit::Set(field, Value::text(name)))
            .unwrap();
        store.editor.settle();
    };
    rename(&mut store, 0, "Knee hug");
    let add = Edit::add_exercise(2, Item::Keys(vec![("name", Value::text("New"))]));
    store.editor.apply(&add).unwrap();
    rename(&mut store, 2, "Foot");
    store.editor.save();
    store.catch_up();
    let routine = library::read_file(&path, clock::today())
        .unwrap()
        .routine
        .unwrap();
    let ids: Vec<_> = routine.exercises.iter().map(|it| &*it.id).collect();
    assert_eq!(ids, ["knee", "hip", "foot"]);
    assert!(!text(&store).contains("id = \"new\""), "{}", text(&store));
}

#[test]
fn the_author_of_a_copy_is_not_taken_for_the_person_until_they_write_another() {
    let place = tempfile::tempdir().unwrap();
    let path = file(place.path());
    let theirs = TEXT.replace(
        "\n\n[[exercise]]\nname = \"Knee\"",
        "\n\n[author]\nname = \"A colleague\"\n\n[[exercise]]\nname = \"Knee\"",
    );
    fs::write(&path, &theirs).unwrap();
    let mut store = store(place.path());
    store.editor.open_copy(&path);
    store.catch_up();
    set(&mut store, 0, "30s");
    store.editor.save();
    store.catch_up();
    assert_eq!(*store.editor.open().unwrap().saving(), Saving::Done);
    assert_eq!(store.settings.now.author, Author::default());
    let name = Edit::Set(Part::table("author").field("name"), Value::text("Me"));
    store.editor.apply(&name).unwrap();
    store.editor.save();
    store.catch_up();
    assert_eq!(store.settings.now.author.name.as_deref(), Some("Me"));
}

#[test]
fn a_file_that_got_a_mark_elsewhere_is_renewed_and_has_nothing_to_save() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    fs::write(&path, format!("\u{feff}{TEXT}")).unwrap();
    store.editor.look_again();
    store.catch_up();
    let open = store.editor.open().unwrap();
    assert!(open.is_renewed() && !open.is_changed());
}

#[test]
fn a_copy_that_cant_be_written_leaves_the_file_that_is_open() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    let folder = path.parent().unwrap().to_owned();
    set(&mut store, 0, "30s");
    fs::write(&path, TEXT.replacen("20s", "40s", 1)).unwrap();
    store.editor.look_again();
    store.catch_up();
    // In the place of the folder is a file: nobody can write there, whoever they are.
    let aside = place.path().join("aside");
    fs::rename(&folder, &aside).unwrap();
    fs::write(&folder, "").unwrap();
    store.editor.save_copy();
    store.catch_up();
    let open = store.editor.open().unwrap();
    assert!(
        matches!(open.saving(), Saving::Failed(_)),
        "{:?}",
        open.saving()
    );
    assert_eq!(open.path(), Some(&*path));
    fs::remove_file(&folder).unwrap();
    fs::rename(&aside, &folder).unwrap();
    store.editor.save();
    store.catch_up();
    assert!(matches!(
        store.editor.open().unwrap().saving(),
        Saving::Conflict(_)
    ));
}

#[test]
fn a_revision_that_was_counted_by_hand_is_not_counted_again() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, _) = opened(place.path());
    set(&mut store, 0, "30s");
    assert!(!store.editor.open().unwrap().is_counted_by_hand());
    let by_hand = Edit::Set(Part::top().field("revision"), Value::text("7"));
    store.editor.apply(&by_hand).unwrap();
    assert!(store.editor.open().unwrap().is_counted_by_hand());
}

#[test]
fn a_picture_is_brought_beside_the_routine_and_shown_or_the_reason_is_told() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    let picture = place.path().join("My knee.png");
    store.editor.bring_picture(1, &picture);
    store.catch_up();
    assert!(store.editor.open().unwrap().picture_warning().is_some());
    let pixels = image::RgbaImage::from_pixel(4, 4, image::Rgba([9, 9, 9, 255]));
    pixels.save(&picture).unwrap();
    store.editor.bring_picture(1, &picture);
    store.catch_up();
    let open = store.editor.open().unwrap();
    assert!(open.picture_warning().is_none());
    let field = Part::exercise(1).field("image");
    assert_eq!(
        open.editing().value(&field),
        Some(Value::text("pictures/my-knee.png"))
    );
    assert!(
        path.with_file_name("pictures")
            .join("my-knee.png")
            .is_file()
    );
    store.editor.undo();
    assert_eq!(text(&store), TEXT);
}

#[test]
fn a_picture_goes_to_the_exercise_it_was_brought_for_wherever_that_is_by_then() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, _) = opened(place.path());
    let picture = place.path().join("knee.png");
    image::RgbaImage::new(4, 4).save(&picture).unwrap();
    let image = |store: &Store, at| {
        let editing = store.editor.open().unwrap().editing();
        editing.value(&Part::exercise(at).field("image"))
    };
    store.editor.bring_picture(0, &picture);
    store.editor.apply(&Edit::move_exercise(0, 1)).unwrap();
    store.catch_up();
    assert_eq!(image(&store, 0), None);
    assert_eq!(image(&store, 1), Some(Value::text("pictures/knee.png")));
    store.editor.bring_picture(0, &picture);
    store.editor.apply(&Edit::remove_exercise(0)).unwrap();
    store.catch_up();
    let open = store.editor.open().unwrap();
    let warning = open.picture_warning().map(|it| it.id);
    assert_eq!(warning, Some("editor-picture-homeless"));
    assert_eq!(image(&store, 0), Some(Value::text("pictures/knee.png")));
}

#[test]
fn what_is_unsaved_is_counted_whatever_was_undone_and_done_in_its_place() {
    let mut rng = fastrand::Rng::with_seed(41);
    for _ in 0..20 {
        let place = tempfile::tempdir().unwrap();
        let (mut store, _) = opened(place.path());
        // Each edit by a number of its own, as it can be undone.
        let (mut now, mut saved) = (Vec::new(), Vec::new());
        let mut undone = Vec::new();
        for number in 0..24_usize {
            match rng.u8(..8) {
                0..4 => {
                    store.editor.settle();
                    set(&mut store, 0, &format!("{}s", 21 + number));
                    now.push(number);
                    undone.clear();
                }
                4..6 => {
                    store.editor.undo();
                    undone.extend(now.pop());
                }
                6 => {
                    store.editor.redo();
                    now.extend(undone.pop());
                }
                _ => {
                    store.editor.save();
                    store.catch_up();
                    saved.clone_from(&now);
                }
            }
            let same = now.iter().zip(&saved).take_while(|(a, b)| a == b).count();
            let wanted = now.len() + saved.len() - 2 * same;
            assert_eq!(
                store.editor.open().unwrap().unsaved(),
                wanted,
                "{now:?} {saved:?}"
            );
        }
    }
}
