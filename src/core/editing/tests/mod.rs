//! Edits of texts, undone and placed.

mod along;
mod files;
mod mutated;
mod random;

use std::time::Duration;

use jiff::civil::Date;

use super::*;
use crate::routine::{Dose, ImageFault};

const TEXT: &str = "# Mine.\nformat = 1\ntitle = \"Back\" # short\n\n[[exercise]]\nname = \"Knee\"\nhold = \"20 s\"\n";

fn surroundings() -> Surroundings<'static> {
    Surroundings {
        stem: "back",
        today: Date::constant(2026, 1, 1),
        image: &|_| Err(ImageFault::Absent),
    }
}

#[test]
fn a_mistyped_hold_is_reported_at_its_field_and_undone() {
    let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
    let hold = Part::exercise(0).field("hold");
    assert_eq!(editing.value(&hold), Some(Value::text("20 s")));
    let set = Edit::Set(hold.clone(), Value::text("3o s"));
    editing.apply(&set, &surroundings()).unwrap();
    assert_eq!(editing.text(), TEXT.replace("20 s", "3o s"));
    let codes: Vec<_> = editing.at(&hold).map(|it| it.mistake.code()).collect();
    assert_eq!(codes, ["duration-form"]);
    assert!(editing.shown().is_some(), "as it was before");
    editing.undo(&surroundings());
    assert_eq!(editing.text(), TEXT);
    assert_eq!(editing.at(&hold).count(), 0);
}

#[test]
fn what_has_a_mistake_is_shown_as_it_was_before() {
    let text = "format = 1\ntitle = \"T\"\n[[exercise]]\nname = \"A\"\n[[exercise]]\nname = \"B\"\nhold = \"40s\"\n";
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let dose = |editing: &Editing, at: usize| editing.shown().unwrap().exercises[at].dose;
    let hold = |seconds, reps| Dose::Hold {
        hold: Duration::from_secs(seconds),
        reps,
    };
    let mut edit = |edit: Edit| {
        editing.apply(&edit, &surroundings()).unwrap();
        (
            editing.shown_from().unwrap(),
            [0, 1].map(|at| dose(&editing, at)),
        )
    };
    let field = |at, key| Part::exercise(at).field(key);
    let usual = hold(20, 3);
    let shown = edit(Edit::Set(field(1, "hold"), Value::text("4o s")));
    assert_eq!(shown, (ShownFrom::Before, [usual, hold(40, 3)]));
    // It is found wherever it is, and what is right meanwhile is as it is written.
    let shown = edit(Edit::move_exercise(1, 0));
    assert_eq!(shown, (ShownFrom::Before, [hold(40, 3), usual]));
    let shown = edit(Edit::Set(field(0, "reps"), Value::text("5")));
    assert_eq!(shown, (ShownFrom::Before, [hold(40, 5), usual]));
    let shown = edit(Edit::Set(field(0, "reps"), Value::text("5o")));
    assert_eq!(shown, (ShownFrom::Before, [hold(40, 5), usual]));
    // What was not written was as usual.
    let shown = edit(Edit::Set(field(1, "hold"), Value::text("x")));
    assert_eq!(shown, (ShownFrom::Before, [hold(40, 5), usual]));
    // Opened with it, nobody knows what it was.
    let wrong = text.replace("40s", "4o s");
    let opened = Editing::open(wrong.as_bytes(), &surroundings()).unwrap();
    assert_eq!(opened.shown_from(), Some(ShownFrom::Rest));
}

/// The text after an edit.
fn after(text: &str, edit: &Edit) -> String {
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    editing.apply(edit, &surroundings()).unwrap();
    editing.text().to_owned()
}

#[test]
fn what_had_an_error_from_the_beginning_is_shown_as_if_it_were_not_written() {
    let text = TEXT.replace("20 s", "3o") + "reps = 5\n";
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let add = Edit::add_exercise(1, Item::Library("bridge".to_owned()));
    editing.apply(&add, &surroundings()).unwrap();
    let shown = editing.shown().unwrap();
    assert_eq!(shown.exercises.len(), 2);
    assert_eq!(
        shown.exercises[0].step_length(),
        Some(crate::routine::defaults::HOLD)
    );
}

#[test]
fn several_sentences_are_written_on_lines_of_their_own_and_keep_those_that_are_there() {
    let field = Part::exercise(0).field("instructions");
    let texts = |texts: &[&str]| Value::Texts(texts.iter().map(|&text| text.to_owned()).collect());
    let set = |list: &[&str]| Edit::Set(field.clone(), texts(list));
    let written = after(TEXT, &set(&["One.", "Two."]));
    let lines = "name = \"Knee\"\ninstructions = [\n  \"One.\",\n  \"Two.\",\n]\nhold";
    assert!(written.contains(lines), "{written}");
    let written = written.replace("\"One.\",", "\"One.\", # why");
    let more = after(&written, &set(&["One.", "A.", "B.", "C.", "Two."]));
    let lines = "[\n  \"One.\", # why\n  \"A.\",\n  \"B.\",\n  \"C.\",\n  \"Two.\",\n]\n";
    assert!(more.contains(lines), "{more}");
    assert_eq!(after(&more, &set(&["One.", "Two."])), written);
}

#[test]
fn typing_on_in_a_field_is_undone_as_one_and_a_line_that_was_cleared_stays_where_it_was() {
    let text = "format = 1\ntitle = \"Back\"\n\n[[exercise]]\nhold = \"20 s\"\nname = \"Knee\"\nsay = \"x\"\n";
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let say = Part::exercise(0).field("say");
    let hold = Part::exercise(0).field("hold");
    let mut apply = |edit| editing.apply(&edit, &surroundings()).unwrap();
    apply(Edit::Unset(hold.clone()));
    apply(Edit::Set(hold.clone(), Value::text("3")));
    apply(Edit::Set(hold.clone(), Value::text("30 s")));
    apply(Edit::Set(say, Value::text("y")));
    assert_eq!(
        editing.text(),
        text.replace("20 s", "30 s").replace("\"x\"", "\"y\"")
    );
    editing.undo(&surroundings());
    editing.undo(&surroundings());
    assert_eq!(editing.text(), text);
    editing.redo(&surroundings());
    assert_eq!(editing.text(), text.replace("20 s", "30 s"));
    // What is typed after that is a step of its own.
    let set = Edit::Set(hold, Value::text("40 s"));
    editing.apply(&set, &surroundings()).unwrap();
    editing.undo(&surroundings());
    assert_eq!(editing.text(), text.replace("20 s", "30 s"));
}

#[test]
fn what_counts_without_a_key_comes_from_the_library_the_file_or_the_format() {
    let text = "format = 1\ntitle = \"T\"\n[defaults]\nrest = \"9 s\"\nhold = \"9 s\"\n[[exercise]]\nuse = \"knee-to-chest\"\n[[exercise]]\nname = \"A\"\n";
    let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let without = |at, key| editing.without(&Part::exercise(at).field(key)).unwrap();
    assert_eq!(without(0, "hold"), Without::Used(Value::text("20s")));
    assert_eq!(without(0, "rest"), Without::Used(Value::text("5s")));
    assert!(matches!(without(0, "sets"), Without::Format(_)));
    assert_eq!(without(1, "hold"), Without::Defaults(Value::text("9 s")));
    assert!(matches!(without(1, "name"), Without::Format(_)));
}

#[test]
fn the_exercise_that_is_used_is_the_readers() {
    // Composed in the one place and not in the other, and with a space that nobody sees.
    let text = "format = 1\ntitle = \"T\"\n[[exercise]]\nid = \"ru\u{308}cken\"\nname = \"A\"\nhold = \"7 s\"\n[[exercise]]\nuse = \"r\u{fc}cken \"\n";
    let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let without = editing.without(&Part::exercise(1).field("hold"));
    assert_eq!(without, Some(Without::Used(Value::text("7 s"))));
}

#[test]
fn a_copy_and_an_exercise_of_the_library_have_ids_of_their_own() {
    let text = "format = 1\ntitle = \"T\"\n\n[[exercise]]\nuse = \"bridge\"\n";
    let copied = after(text, &Edit::duplicate_exercise(0));
    assert!(
        copied.ends_with("use = \"bridge\"\n\n[[exercise]]\nuse = \"bridge\"\nid = \"bridge-2\"\n"),
        "{copied}"
    );
    let added = after(
        &copied,
        &Edit::add_exercise(0, Item::Library("bridge".to_owned())),
    );
    assert!(added.contains("id = \"bridge-3\"\n"), "{added}");
    let editing = Editing::open(added.as_bytes(), &surroundings()).unwrap();
    assert_eq!(editing.reading().errors(), 0);
    assert_eq!(editing.shown().unwrap().exercises.len(), 3);
}

#[test]
fn each_mistake_stands_at_the_field_it_is_about() {
    let text = "titel = \"x\"\n[schedule]\ntimes_per_day = 4\nmax_per_day = 2\nwhen = 1\n[[exercise]]\nrest = \"1 s\"\n[[exercise]]\nname = \"A\"\nfigure = \"unheard-of\"\n[[exercise.cue]]\nat = \"90 s\"\nsay = \"x\"\n";
    let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let placed: Vec<_> = editing
        .placed()
        .map(|(at, it)| (it.mistake.code(), at.clone()))
        .collect();
    let field = |part: Part, key| At::Field(part.field(key));
    for wanted in [
        ("key-unknown", At::Part(Part::top())),
        ("format-missing", field(Part::top(), "format")),
        ("key-missing", field(Part::top(), "title")),
        (
            "times-above-max",
            field(Part::table("schedule"), "times_per_day"),
        ),
        ("key-unknown", At::Part(Part::table("schedule"))),
        ("key-missing", field(Part::exercise(0), "name")),
        ("figure-unknown", field(Part::exercise(1), "figure")),
        ("no-instructions", field(Part::exercise(1), "instructions")),
        (
            "cue-after-end",
            field(Part::exercise(1).item("cue", 0), "at"),
        ),
    ] {
        assert!(placed.contains(&wanted), "{wanted:?} in {placed:#?}");
    }
}

#[test]
fn a_text_that_breaks_the_grammar_is_mended_as_a_text() {
    let text = TEXT.replace("\"20 s\"", "20 s");
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    assert!(!editing.has_fields());
    assert!(editing.placed().any(|(at, _)| *at == At::Line));
    let hold = Part::exercise(0).field("hold");
    let set = Edit::Set(hold.clone(), Value::text("1 s"));
    assert_eq!(
        editing.apply(&set, &surroundings()),
        Err(Refused::Unreadable)
    );
    editing
        .apply(&Edit::Text(TEXT.to_owned()), &surroundings())
        .unwrap();
    assert!(editing.value(&hold).is_some());
    editing.undo(&surroundings());
    assert_eq!(editing.text(), text);
}

#[test]
fn what_is_typed_for_a_dose_is_read_as_it_was_meant() {
    let exercise = Part::exercise(0);
    let left = exercise.below("left");
    let step = exercise.item("step", 0);
    let add = Edit::Add {
        list: exercise.field("step"),
        at: 0,
        item: Item::Keys(vec![("from_week", Value::text("3"))]),
    };
    for (part, key, typed) in [
        (&exercise, "reps", "12"),
        (&exercise, "reps", "8 to 12"),
        (&exercise, "sets", "2"),
        (&exercise, "hold", "30s"),
        (&exercise, "load", "2 kg"),
        (&exercise, "tempo", "2s up, 2s down"),
        (&exercise, "time", "10m"),
        (&left, "reps", "10"),
        (&left, "hold", "15"),
        (&step, "sets", "3"),
    ] {
        let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
        if part == &step {
            editing.apply(&add, &surroundings()).unwrap();
        }
        let field = part.field(key);
        let set = Edit::Set(field.clone(), Value::text(typed));
        editing.apply(&set, &surroundings()).unwrap();
        let text = editing.text();
        assert_eq!(editing.value(&field), Some(Value::text(typed)), "{text}");
        assert_eq!(editing.at(&field).count(), 0, "{text}");
        assert!(editing.reading().routine.is_some(), "{text}");
    }
}

#[test]
fn an_exercise_keeps_its_id_under_another_name_and_typing_on_is_one_step() {
    let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
    let name = Part::exercise(0).field("name");
    let known = |id: &str| id == "knee";
    for typed in ["", "K", "Kneeling"] {
        let edit = match typed {
            "" => Edit::Unset(name.clone()),
            _ => Edit::Set(name.clone(), Value::text(typed)),
        };
        let edit = editing.with_what_follows(edit, known);
        editing.apply(&edit, &surroundings()).unwrap();
    }
    let renamed = TEXT.replace("name = \"Knee\"", "name = \"Kneeling\"\nid = \"knee\"");
    assert_eq!(editing.text(), renamed);
    let back = Edit::Set(name.clone(), Value::text("Knee"));
    let back = editing.with_what_follows(back, known);
    editing.apply(&back, &surroundings()).unwrap();
    assert_eq!(editing.text(), TEXT, "as if nothing had been typed");
    assert!(editing.undoable().is_none());
    let free = Edit::Set(name, Value::text("Kneeling"));
    assert_eq!(editing.with_what_follows(free.clone(), |_| false), free);
}

#[test]
fn exercises_of_one_name_keep_their_ids_when_another_of_them_goes_or_moves() {
    let text = "format = 1\ntitle = \"T\"\n\n[[exercise]]\nname = \"A\"\n\n[[exercise]]\nname = \"A\"\n\n[[exercise]]\nname = \"B\"\n";
    let ids = |editing: &Editing| -> Vec<String> {
        let routine = editing.reading().routine.as_ref().unwrap();
        routine.exercises.iter().map(|it| it.id.clone()).collect()
    };
    for (edit, after) in [
        (Edit::remove_exercise(0), &["a-2", "b"][..]),
        (Edit::remove_exercise(1), &["a", "b"]),
        (Edit::move_exercise(0, 2), &["a-2", "b", "a"]),
        (Edit::move_exercise(2, 0), &["b", "a", "a-2"]),
    ] {
        let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
        assert_eq!(ids(&editing), ["a", "a-2", "b"]);
        let kept = editing.with_what_follows(edit, |_| true);
        editing.apply(&kept, &surroundings()).unwrap();
        assert_eq!(ids(&editing), after, "{kept:?}\n{}", editing.text());
        editing.undo(&surroundings());
        assert_eq!(editing.text(), text);
    }
}

#[test]
fn a_text_typed_on_as_a_whole_is_undone_as_one() {
    let broken = TEXT.replace("\"20 s\"", "");
    let mut editing = Editing::open(broken.as_bytes(), &surroundings()).unwrap();
    for hold in ["3", "30"] {
        let text = TEXT.replace("\"20 s\"", hold);
        editing.apply(&Edit::Text(text), &surroundings()).unwrap();
    }
    editing.undo(&surroundings());
    assert_eq!(editing.text(), broken);
}

#[test]
fn a_hundred_pasted_lines_are_a_hundred_items_each_on_its_line() {
    let text = TEXT.to_owned() + "instructions = [\n  \"One.\", # why\n  \"Two.\",\n]\n";
    let field = Part::exercise(0).field("instructions");
    let more = (0..100).map(|number| format!("Item {number}."));
    let texts: Vec<String> = ["One.".to_owned()].into_iter().chain(more).collect();
    for count in [2, 40, 100] {
        let value = Value::Texts(texts[..count].to_vec());
        let after = after(&text, &Edit::Set(field.clone(), value.clone()));
        let editing = Editing::open(after.as_bytes(), &surroundings()).unwrap();
        assert_eq!(editing.value(&field), Some(value));
        assert_eq!(after.matches("\n  \"").count(), count, "{after}");
    }
}

#[test]
fn what_a_file_holds_is_taken_with_its_mark_and_undone_as_one() {
    let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
    let theirs = format!("\u{feff}{}", TEXT.replace("20 s", "30 s"));
    assert!(editing.take(theirs.as_bytes(), &surroundings()));
    assert_eq!(editing.bytes(), theirs.as_bytes());
    assert!(!editing.take(b"\xff", &surroundings()));
    assert_eq!(editing.bytes(), theirs.as_bytes());
    editing.undo(&surroundings());
    assert_eq!(editing.text(), TEXT);
}

#[test]
fn what_counts_for_a_side_or_from_a_week_on_is_what_the_exercise_says_before() {
    let text = "format = 1\ntitle = \"T\"\n[schedule]\nweeks = 9\n[[exercise]]\nname = \"A\"\nhold = \"30s\"\nsides = \"each\"\n[exercise.left]\nreps = 4\n[[exercise.step]]\nfrom_week = 2\nreps = 5\n[[exercise.step]]\nfrom_week = 3\nsets = 2\n";
    let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let exercise = Part::exercise(0);
    let (left, right) = (exercise.below("left"), exercise.below("right"));
    let (second, third) = (exercise.item("step", 0), exercise.item("step", 1));
    let of_exercise = |text: &str| Some(Without::Exercise(Value::text(text)));
    for (field, without) in [
        (left.field("hold"), of_exercise("30s")),
        (second.field("hold"), of_exercise("30s")),
        (third.field("reps"), of_exercise("5")),
        (third.below("left").field("reps"), of_exercise("5")),
        (
            second.below("left").field("sets"),
            editing.without(&exercise.field("sets")),
        ),
        (
            right.field("reps"),
            editing.without(&exercise.field("reps")),
        ),
    ] {
        assert_eq!(editing.without(&field), without, "{field:?}");
    }
}

#[test]
fn an_exercise_of_the_library_is_written_in_order_and_without_the_notes_of_the_library() {
    for id in crate::exercises::ids() {
        for language in ["en", "de"] {
            let text = format!("format = 1\ntitle = \"T\"\nlanguage = \"{language}\"\n");
            let add = Edit::add_exercise(0, Item::Library(id.to_owned()));
            let added = after(&text, &add);
            assert!(!added.contains('#'), "{added}");
            assert_eq!(ordered(&added).as_ref(), Some(&added), "{id}");
            let used = format!("{text}\n[[exercise]]\nuse = \"{id}\"\n");
            let read = |text: &str| {
                let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
                let routine = editing.reading().routine.clone().unwrap();
                let mut exercises = routine.exercises;
                exercises[0].source = None;
                exercises
            };
            assert_eq!(read(&added), read(&used), "{id} in {language}");
        }
    }
}

#[test]
fn of_a_length_that_cant_be_read_no_more_is_said() {
    let text = TEXT.to_owned()
        + "sides = \"each\"\nprepare = \"1o s\"\nswitch = \"1o s\"\ninstructions = [\"Lie down on your back with both of your legs long, and wait until you are at rest.\"]\n";
    let editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    for key in ["prepare", "switch"] {
        let field = Part::exercise(0).field(key);
        let codes: Vec<_> = editing.at(&field).map(|it| it.mistake.code()).collect();
        assert_eq!(codes, ["duration-form"], "{key}");
    }
}

#[test]
fn a_hold_of_a_side_that_is_warned_of_is_found_beside_any_default() {
    let text = "format = 1\ntitle = \"T\"\ndefaults = { hold = \"11s\", sides = \"right\" }\n[[exercise]]\nname = \"A\"\nright = { hold = 3 }\n";
    let mut editing = Editing::open(text.as_bytes(), &surroundings()).unwrap();
    let reps = Edit::Set(Part::exercise(0).field("reps"), Value::text("2"));
    editing.apply(&reps, &surroundings()).unwrap();
    let whole = routine::read(&editing.bytes(), &surroundings());
    assert_eq!(*editing.reading(), whole);
    let right = Part::exercise(0).below("right").field("hold");
    let mut warned = editing.at(&right).map(|it| it.mistake.code());
    assert_eq!(warned.next(), Some("hold-short"), "{:?}", editing.places);
}
