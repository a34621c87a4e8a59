//! Random edits on files of every way of writing.

use fastrand::Rng;
use toml::Value as Toml;

use super::super::change;
use super::super::placed::Spots;
use super::super::splice::{line_end, line_start};
use super::files;
use super::*;
use crate::exercises;
use crate::tables::{Key, Takes};

const ROUNDS: usize = 120;

fn pick<T: Clone>(rng: &mut Rng, all: &[T]) -> T {
    all[rng.usize(..all.len())].clone()
}

/// Any key of the table of keys that has a value, in any part that the text has or may have.
fn field(rng: &mut Rng, editing: &Editing) -> Field {
    let count = editing.count(&exercises_list());
    let mut parts = vec![Part::top()];
    let groups = Part::top().field("group");
    parts.extend((0..editing.count(&groups)).map(|at| Part::top().item("group", at)));
    parts.extend(["schedule", "safety", "defaults", "author"].map(Part::table));
    for at in 0..count {
        let part = Part::exercise(at);
        for list in ["cue", "step"] {
            let count = editing.count(&part.field(list));
            parts.extend((0..count).map(|at| part.item(list, at)));
        }
        parts.extend(["left", "right"].map(|side| part.below(side)));
        parts.push(part);
    }
    let part = pick(rng, &parts);
    let keys: Vec<_> = part.group().unwrap().keys().collect();
    let is_value = |key: &&&Key| {
        !matches!(
            key.takes,
            Takes::Table(_) | Takes::Tables(_) | Takes::Named(_)
        )
    };
    let keys: Vec<_> = keys.iter().filter(is_value).collect();
    part.field(pick(rng, &keys).name)
}

fn exercises_list() -> Field {
    super::super::exercises()
}

fn value(rng: &mut Rng, field: &Field) -> Value {
    let texts = [
        "30 s",
        "30",
        "3o s",
        "",
        "it's \"so\" \\ here",
        "2026-02-03",
        "ü # [x] = ,",
        "07:30",
        "two\nlines",
        "007",
        "-1",
        "1.5",
    ];
    match field.takes().unwrap() {
        Takes::Flag => Value::Flag(rng.bool()),
        Takes::Texts { .. } | Takes::Words(_) | Takes::Times => {
            let count = rng.usize(..5);
            Value::Texts((0..count).map(|_| pick(rng, &texts).to_owned()).collect())
        }
        _ => Value::text(pick(rng, &texts)),
    }
}

/// Most lists are changed by one item.
fn list_like(rng: &mut Rng, editing: &Editing, field: &Field) -> Option<Value> {
    let Some(Value::Texts(mut texts)) = editing.value(field) else {
        return None;
    };
    let at = rng.usize(..=texts.len());
    match rng.u8(..3) {
        0 => texts.insert(at, "new".to_owned()),
        1 if at < texts.len() => drop(texts.remove(at)),
        _ if at < texts.len() => texts[at] = "other".to_owned(),
        _ => {}
    }
    Some(Value::Texts(texts))
}

fn list(rng: &mut Rng, editing: &Editing) -> Field {
    let count = editing.count(&exercises_list());
    if rng.u8(..6) == 0 {
        return Part::top().field("group");
    }
    if count == 0 || rng.u8(..3) > 0 {
        return exercises_list();
    }
    let below = if rng.bool() { "cue" } else { "step" };
    Part::exercise(rng.usize(..count)).field(below)
}

fn edit(rng: &mut Rng, editing: &Editing) -> Edit {
    let list = list(rng, editing);
    let count = editing.count(&list);
    let any = |rng: &mut Rng| rng.usize(..=count);
    match rng.u8(..12) {
        0..5 => {
            let field = field(rng, editing);
            let like = list_like(rng, editing, &field).filter(|_| rng.bool());
            let value = like.unwrap_or_else(|| value(rng, &field));
            Edit::Set(field, value)
        }
        5..7 => Edit::Unset(field(rng, editing)),
        7 => {
            let at = any(rng);
            let item = if list.key == "group" {
                Item::Keys(vec![("name", Value::text("Legs"))])
            } else if list.part == Part::top() && rng.bool() {
                Item::Library(pick(rng, &exercises::ids()).to_owned())
            } else if list.part == Part::top() {
                Item::Keys(vec![("name", Value::text("Own"))])
            } else if list.key == "step" {
                Item::Keys(vec![("from_week", Value::text("3"))])
            } else {
                Item::Keys(vec![
                    ("at", Value::text("1 s")),
                    ("say", Value::text("Own")),
                ])
            };
            Edit::Add { list, at, item }
        }
        8 => Edit::Duplicate { at: any(rng), list },
        9 => Edit::Remove { at: any(rng), list },
        _ => Edit::Move {
            from: any(rng),
            to: any(rng),
            list,
        },
    }
}

/// All that a text says, in which a date is one whether it stands in quotation marks or not.
pub(super) fn said(text: &str) -> Toml {
    let mut value = Toml::Table(text.parse().unwrap());
    plain(&mut value);
    value
}

fn plain(value: &mut Toml) {
    match value {
        Toml::Datetime(date) => *value = Toml::String(date.to_string()),
        Toml::Array(items) => items.iter_mut().for_each(plain),
        Toml::Table(table) => {
            table.iter_mut().for_each(|(_, value)| plain(value));
            // A table without a key says nothing.
            table.retain(|_, value| !value.as_table().is_some_and(toml::Table::is_empty));
        }
        _ => {}
    }
}

/// What an edit makes of what a text says.
fn expected(before: &str, edit: &Edit) -> Option<Toml> {
    let mut all = Toml::Table(before.parse().unwrap());
    match edit {
        Edit::Set(field, value) => {
            let table = at(&mut all, &field.part)?;
            let value = match value {
                Value::Texts(texts) => {
                    Toml::Array(texts.iter().cloned().map(Toml::String).collect())
                }
                Value::Flag(flag) => Toml::Boolean(*flag),
                other => scalar(&other.shown(), field.takes().unwrap()),
            };
            table.insert(field.key.to_owned(), value);
        }
        Edit::Unset(field) => {
            at(&mut all, &field.part)?.remove(field.key);
        }
        Edit::Move { list, from, to } => {
            let items = at(&mut all, &list.part)?
                .get_mut(list.key)?
                .as_array_mut()?;
            let item = items.remove(*from);
            items.insert(*to, item);
        }
        Edit::Remove { list, at: place } => {
            let table = at(&mut all, &list.part)?;
            let items = table.get_mut(list.key)?.as_array_mut()?;
            items.remove(*place);
        }
        _ => return None,
    }
    plain(&mut all);
    Some(all)
}

/// What is typed for a key, as a number where the key takes one.
fn scalar(typed: &str, takes: &Takes) -> Toml {
    let plain = typed.trim();
    let is_plain = plain == "0" || !plain.starts_with('0') && !plain.starts_with('-');
    let number = plain.parse::<i64>().ok().filter(|_| is_plain);
    match (takes, number) {
        (
            Takes::Whole { .. } | Takes::Count { .. } | Takes::Length { .. } | Takes::Format,
            Some(number),
        ) => Toml::Integer(number),
        (Takes::Date, _) if plain.parse::<Date>().is_ok() => Toml::String(plain.to_owned()),
        _ => Toml::String(typed.to_owned()),
    }
}

fn at<'v>(all: &'v mut Toml, part: &Part) -> Option<&'v mut toml::Table> {
    let mut value = all;
    for (key, index) in &part.steps {
        let table = value.as_table_mut()?;
        let next = table
            .entry((*key).to_owned())
            .or_insert_with(|| Toml::Table(toml::Table::new()));
        value = match index {
            Some(index) => next.as_array_mut()?.get_mut(*index)?,
            None => next,
        };
    }
    value.as_table_mut()
}

/// Without empty lists of tables, which a file that writes them with headings can't have.
fn same(mut a: Toml, mut b: Toml) -> bool {
    fn strip(value: &mut Toml) {
        if let Toml::Table(table) = value {
            table.iter_mut().for_each(|(_, value)| strip(value));
            table.retain(|key, value| {
                !(matches!(key, "exercise" | "group" | "cue" | "step")
                    && value.as_array().is_some_and(Vec::is_empty))
            });
        }
        if let Toml::Array(items) = value {
            items.iter_mut().for_each(strip);
        }
    }
    strip(&mut a);
    strip(&mut b);
    a == b
}

fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// Whether all lines of one text stand in another, in the same order.
fn stand_in(few: &[&str], many: &[&str]) -> bool {
    let mut many = many.iter();
    few.iter().all(|line| many.any(|other| other == line))
}

/// The lines of a text but those that the value of a field is on.
fn without(text: &str, field: &Field) -> String {
    let tree = Tree::of(text).unwrap();
    let found = tree.part(&field.part);
    let span = found.and_then(|found| found.table().get(field.key)?.span());
    match span {
        Some(span) => {
            let (start, end) = (line_start(text, span.start), line_end(text, span.end));
            format!("{}{}", &text[..start], &text[end..])
        }
        None => text.to_owned(),
    }
}

/// The lines of the value that holds a table, or a list, between braces or brackets; `None` where it has lines of
/// its own.
fn lines_around(text: &str, list: &Field) -> Option<std::ops::Range<usize>> {
    let tree = Tree::of(text).unwrap();
    let mut steps: Vec<_> = list.part.steps.clone();
    steps.push((list.key, None));
    let mut table: &dyn toml_edit::TableLike = tree.root();
    for (key, index) in steps {
        match table.get(key)? {
            toml_edit::Item::Value(value) => {
                let span = value.span()?;
                return Some(line_start(text, span.start)..line_end(text, span.end));
            }
            toml_edit::Item::Table(below) => table = below,
            toml_edit::Item::ArrayOfTables(tables) => table = tables.get(index?)?,
            toml_edit::Item::None => return None,
        }
    }
    None
}

fn only_its_own_lines_change(before: &str, after: &str, edit: &Edit) -> bool {
    let list = match edit {
        Edit::Set(field, _) | Edit::Unset(field) => field,
        Edit::Add { list, .. }
        | Edit::Duplicate { list, .. }
        | Edit::Remove { list, .. }
        | Edit::Move { list, .. } => list,
        Edit::Several(_) | Edit::Text(_) => return true,
    };
    if let Some(lines) = lines_around(before, list) {
        let kept = [&before[..lines.start], &before[lines.end..]];
        return after.starts_with(kept[0]) && after.ends_with(kept[1]);
    }
    match edit {
        Edit::Set(field, _) | Edit::Unset(field) => {
            let (kept, new) = (without(before, field), without(after, field));
            let heading = format!("[{}]", field.part.steps.first().map_or("", |(key, _)| key));
            let new: Vec<_> = lines(&new);
            let kept = lines(&kept);
            // Where its table is made, its heading or the line of its braces.
            stand_in(&kept, &new)
                && new.len() - kept.len() <= usize::from(new.contains(&heading.as_str()))
        }
        Edit::Add { .. } | Edit::Duplicate { .. } => stand_in(&lines(before), &lines(after)),
        Edit::Remove { .. } => stand_in(&lines(after), &lines(before)),
        Edit::Move { .. } => {
            let (mut old, mut new) = (lines(before), lines(after));
            old.sort_unstable();
            new.sort_unstable();
            old == new
        }
        Edit::Several(_) | Edit::Text(_) => true,
    }
}

/// What an edit leaves is what reading the whole text gives.
fn is_as_opened_anew(editing: &Editing) -> bool {
    let anew = Editing::open(&editing.bytes(), &surroundings()).unwrap();
    let whole = crate::routine::read(&editing.bytes(), &surroundings());
    let tree = Tree::of(editing.text()).unwrap();
    let spots = Spots::of(&tree);
    let places = whole.diagnostics.iter();
    let places: Vec<_> = places
        .map(|it| spots.place(&it.mistake, it.place.span.start))
        .collect();
    *editing.reading() == whole
        && *anew.reading() == whole
        && editing.places == places
        && anew.places == places
}

fn comments(text: &str) -> usize {
    text.matches("# ").count()
}

/// One file after a few edits, each of which says what was meant, and after their undoing.
pub(super) fn holds(rng: &mut Rng, file: &[u8], say_what: bool) {
    let Some(mut editing) = Editing::open(file, &surroundings()) else {
        return;
    };
    if !editing.has_fields() {
        return;
    }
    let edits = rng.usize(1..12);
    let mut bytes = vec![editing.bytes()];
    for _ in 0..edits {
        let edit = edit(rng, &editing);
        let before = editing.text().to_owned();
        editing.settle();
        let done = editing.apply(&edit, &surroundings());
        let after = editing.text().to_owned();
        let whole = change::after(&Tree::of(&before).unwrap(), &edit);
        let say = || format!("{edit:?}\n--- {done:?} ---\n{before}\n--- after ---\n{after}");
        assert!(editing.has_fields(), "{}", say());
        assert_eq!(done.as_ref().err(), whole.as_ref().err(), "{}", say());
        if done.is_err() {
            assert_eq!(before, after, "{}", say());
            assert!(
                !say_what || matches!(done, Err(Refused::NotThere)),
                "{}",
                say()
            );
            continue;
        }
        assert_eq!(whole.unwrap().text(), after, "{}", say());
        assert!(is_as_opened_anew(&editing), "{}", say());
        if say_what {
            said_and_no_more(&edit, &before, &after, &say);
        }
        if after != before {
            bytes.push(editing.bytes());
        }
    }
    for kept in bytes.iter().rev().skip(1) {
        editing.undo(&surroundings());
        assert_eq!(editing.bytes(), *kept);
    }
    assert!(editing.undoable().is_none());
    assert_eq!(editing.bytes(), file);
    for kept in bytes.iter().skip(1) {
        editing.redo(&surroundings());
        assert_eq!(editing.bytes(), *kept);
    }
}

fn said_and_no_more(edit: &Edit, before: &str, after: &str, say: &dyn Fn() -> String) {
    if let Some(expected) = expected(before, edit) {
        assert!(same(said(after), expected), "{}", say());
    }
    assert!(only_its_own_lines_change(before, after, edit), "{}", say());
    if matches!(edit, Edit::Move { .. } | Edit::Add { .. }) {
        assert!(comments(after) >= comments(before), "{}", say());
    }
    if before.contains('\r') && !before.replace("\r\n", "").contains('\n') {
        assert!(!after.replace("\r\n", "").contains('\n'), "{}", say());
    }
}

#[test]
fn an_edit_says_what_was_meant_changes_its_own_lines_alone_and_is_undone_to_the_byte() {
    let mut rng = Rng::with_seed(20);
    let files = files::written();
    for _ in 0..ROUNDS {
        let file = pick(&mut rng, &files);
        holds(&mut rng, file.as_bytes(), true);
    }
}

#[test]
fn the_same_holds_for_files_that_are_written_in_any_way() {
    let mut rng = Rng::with_seed(21);
    for _ in 0..2 * ROUNDS {
        let file = files::random(&mut rng);
        assert!(
            Tree::of(file.trim_start_matches('\u{feff}')).is_some(),
            "{file}"
        );
        holds(&mut rng, file.as_bytes(), true);
    }
}

#[test]
fn several_edits_are_the_same_as_one_after_another() {
    let mut rng = Rng::with_seed(22);
    for _ in 0..ROUNDS {
        let file = files::random(&mut rng);
        let open = || Editing::open(file.as_bytes(), &surroundings()).unwrap();
        let (mut one_by_one, mut at_once) = (open(), open());
        let mut edits = Vec::new();
        for _ in 0..rng.usize(1..4) {
            let edit = edit(&mut rng, &one_by_one);
            one_by_one.settle();
            if one_by_one.apply(&edit, &surroundings()).is_ok() {
                edits.push(edit);
            }
        }
        at_once
            .apply(&Edit::Several(edits.clone()), &surroundings())
            .unwrap();
        assert_eq!(at_once.text(), one_by_one.text(), "{edits:?}\n{file}");
        at_once.undo(&surroundings());
        assert_eq!(at_once.bytes(), file.as_bytes());
    }
}

#[test]
fn what_one_of_two_changed_alone_is_in_what_has_both() {
    let mut rng = Rng::with_seed(23);
    for _ in 0..ROUNDS {
        let before = files::random(&mut rng).replace('\u{feff}', "");
        let mut editing = Editing::open(before.as_bytes(), &surroundings()).unwrap();
        let edit = edit(&mut rng, &editing);
        let _ = editing.apply(&edit, &surroundings());
        let mine = editing.text();
        for (mine, theirs) in [(mine, &*before), (&before, mine), (mine, mine)] {
            let both = merged(&before, mine, theirs);
            assert_eq!(both.as_deref(), Some(editing.text()), "{edit:?}\n{before}");
        }
    }
}
