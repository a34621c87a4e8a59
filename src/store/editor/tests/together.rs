//! Two who write one file: what each of them has changed, and what is done about it.

use super::super::file::Conflict;
use super::*;

/// What stands in the way of saving.
fn conflict(store: &Store) -> Conflict {
    match store.editor.open().unwrap().saving() {
        Saving::Conflict(conflict) => (**conflict).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_somebody_else_changed_is_compared_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    set(&mut store, 0, "30s");
    let theirs = TEXT.replace("\"Hip\"\nhold = \"20s\"", "\"Hip\"\nhold = \"40s\"");
    fs::write(&path, &theirs).unwrap();
    store.editor.save();
    store.catch_up();
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let conflict = conflict(&store);
    assert_eq!((conflict.yours.len(), conflict.others.len()), (1, 1));
    assert!(conflict.can_have_both());
    store.editor.take_both();
    let both = theirs.replacen("20s", "30s", 1);
    assert_eq!(text(&store), both);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs, "not saved yet");
    store.editor.save();
    store.catch_up();
    assert_eq!(fs::read_to_string(&path).unwrap(), both);
}

#[test]
fn of_two_that_changed_the_same_line_each_is_kept_in_a_file_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    set(&mut store, 0, "30s");
    let theirs = TEXT.replacen("20s", "40s", 1);
    fs::write(&path, &theirs).unwrap();
    store.editor.look_again();
    store.catch_up();
    let conflict = conflict(&store);
    assert!(!conflict.can_have_both());
    store.editor.take_both();
    assert_eq!(text(&store), TEXT.replacen("20s", "30s", 1), "as it was");
    store.editor.save_copy();
    store.catch_up();
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let copy = path.with_file_name("back-2.toml");
    assert_eq!(
        fs::read_to_string(&copy).unwrap(),
        TEXT.replacen("20s", "30s", 1)
    );
    assert_eq!(store.editor.open().unwrap().path(), Some(&*copy));
}

#[test]
fn what_somebody_else_saved_is_read_again_where_nothing_is_unsaved() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    let theirs = TEXT.replacen("20s", "40s", 1);
    fs::write(&path, &theirs).unwrap();
    store.editor.look_again();
    store.catch_up();
    assert_eq!(text(&store), theirs);
    let open = store.editor.open().unwrap();
    assert!(open.is_renewed() && !open.is_changed());
    assert_eq!(*open.saving(), Saving::Nothing);
}

#[test]
fn a_file_that_is_gone_is_made_anew_only_when_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let (mut store, path) = opened(place.path());
    set(&mut store, 0, "30s");
    fs::remove_file(&path).unwrap();
    store.editor.save();
    store.catch_up();
    assert_eq!(*store.editor.open().unwrap().saving(), Saving::Gone);
    assert!(!path.exists());
    store.editor.save_again();
    store.catch_up();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        TEXT.replacen("20s", "30s", 1)
    );
}

#[test]
fn what_two_wrote_is_not_brought_together_where_it_would_come_to_another_exercise() {
    let place = tempfile::tempdir().unwrap();
    // The exercises are alike but for their names, which are the lines that change places.
    let before = TEXT.replace("hold", "sides = \"each\"\nhold");
    let path = file(place.path());
    fs::write(&path, &before).unwrap();
    let mut store = self::store(place.path());
    store.editor.open_file(&path);
    store.catch_up();
    store.editor.apply(&Edit::move_exercise(1, 0)).unwrap();
    let (of_knee, of_hip) = before.split_once("\"Hip\"").unwrap();
    let theirs = [of_knee, &of_hip.replace("20s", "40s")].join("\"Hip\"");
    fs::write(&path, &theirs).unwrap();
    store.editor.save();
    store.catch_up();
    let conflict = conflict(&store);
    let lines = crate::editing::merged(&before, &text(&store), &theirs);
    assert!(lines.is_some(), "apart from each other by their lines");
    assert!(!conflict.can_have_both(), "{conflict:?}");
}

#[test]
fn where_a_version_has_mistakes_nothing_is_brought_together() {
    let place = tempfile::tempdir().unwrap();
    let before = TEXT.replace("# Mine.", "colour = \"red\"\nhold = [");
    let before = before.replace("hold = [\n", "");
    let path = file(place.path());
    fs::write(&path, &before).unwrap();
    let mut store = self::store(place.path());
    store.editor.open_file(&path);
    store.catch_up();
    set(&mut store, 0, "30s");
    let theirs = before.replace("\"Hip\"\nhold = \"20s\"", "\"Hip\"\nhold = \"40s\"");
    fs::write(&path, &theirs).unwrap();
    store.editor.save();
    store.catch_up();
    let conflict = conflict(&store);
    assert!(crate::editing::merged(&before, &text(&store), &theirs).is_some());
    assert!(
        !conflict.can_have_both(),
        "nobody can say what would be changed"
    );
}

#[test]
fn a_second_window_on_the_same_file_learns_of_the_first() {
    let place = tempfile::tempdir().unwrap();
    let (mut first, path) = opened(place.path());
    set(&mut first, 0, "30s");
    first.editor.keep_now();
    first.catch_up();
    let mut second = store(place.path());
    second.editor.open_file(&path);
    second.catch_up();
    assert!(second.editor.open().unwrap().is_edited_elsewhere());
    set(&mut second, 1, "40s");
    second.editor.save();
    second.catch_up();
    first.editor.save();
    first.catch_up();
    assert!(matches!(
        first.editor.open().unwrap().saving(),
        Saving::Conflict(_)
    ));
    first.editor.close();
    first.catch_up();
    assert!(first.editor.open().is_none());
}
