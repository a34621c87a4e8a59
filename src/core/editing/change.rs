//! What an edit changes of a text: no more than the lines that it is about.

use super::edit::{Edit, Refused};
use super::field::{Field, Value};
use super::keys::{MOST_TAKEN_OUT, set, set_anew, unset};
use super::lists::{add, duplicate, remove, shift};
use super::pieces::Pieces;
use super::splice::{Splice, newline, spliced};
use super::tree::Tree;

/// A text after an edit.
pub(super) struct Changed {
    pub(super) text: String,
    /// `None` if it is no TOML.
    pub(super) pieces: Option<Pieces>,
}

/// The text after an edit; an edit of a whole text alone may leave one that is no TOML.
pub(super) fn changed(pieces: &Pieces, edit: &Edit) -> Result<Changed, Refused> {
    match edit {
        Edit::Text(text) => {
            let (text, pieces) = (text.clone(), Pieces::of(text, Some(pieces)));
            Ok(Changed { text, pieces })
        }
        Edit::Several(edits) => several(pieces, edits),
        _ => one(pieces, edit),
    }
}

fn one(pieces: &Pieces, edit: &Edit) -> Result<Changed, Refused> {
    if let Some(text) = edited_alone(pieces, edit)
        && let Some(pieces) = Pieces::of(&text, Some(pieces))
    {
        let pieces = Some(pieces);
        return Ok(Changed { text, pieces });
    }
    let tree = after(&pieces.whole().ok_or(Refused::Unwritable)?, edit)?;
    let text = tree.text().to_owned();
    let pieces = Pieces::of(&text, Some(pieces));
    Ok(Changed { text, pieces })
}

/// The text after an edit of one exercise that is apart, with no other looked at; `None` if that can't be.
fn edited_alone(pieces: &Pieces, edit: &Edit) -> Option<String> {
    let index = edit.part()?.exercise_index()?;
    let texts = pieces.apart_texts()?;
    let own = *texts.get(index + 1)?;
    // What stands behind it, for it matters whether anything does.
    let next = texts.get(index + 2).copied().unwrap_or_default();
    // Lines that are put in end as those of the file do.
    let first = texts.iter().find(|text| text.contains('\n'))?;
    if newline(own) != newline(first) {
        return None;
    }
    let both = Tree::of(&[own, next].concat())?;
    let done = after(&both, &edit.in_exercise(0)).ok()?;
    let done = done.text().strip_suffix(next)?;
    let (before, others) = texts.split_at(index + 1);
    Some([before, &[done], &others[1..]].concat().concat())
}

fn several(pieces: &Pieces, edits: &[Edit]) -> Result<Changed, Refused> {
    let mut done = Changed {
        text: pieces.text(),
        pieces: Some(pieces.clone()),
    };
    for edit in edits {
        done = changed(done.pieces.as_ref().ok_or(Refused::Unwritable)?, edit)?;
    }
    Ok(done)
}

/// A text after one edit of a key or of a list.
pub(super) fn after(tree: &Tree, edit: &Edit) -> Result<Tree, Refused> {
    let splices = match edit {
        Edit::Set(field, value) => set(tree, field, value)?,
        Edit::Unset(field) => unset(tree, field)?,
        Edit::Add { list, at, item } => add(tree, list, *at, item)?,
        Edit::Duplicate { list, at } => duplicate(tree, list, *at)?,
        Edit::Remove { list, at } => remove(tree, list, *at)?,
        Edit::Move { list, from, to } => shift(tree, list, *from, *to)?,
        Edit::Several(_) | Edit::Text(_) => return Err(Refused::Unwritable),
    };
    if splices.is_empty() {
        return Ok(tree.clone());
    }
    let done = read(tree, splices)?;
    match edit {
        Edit::Set(field, value @ Value::Texts(_)) => with_all_items(done, field, value),
        _ => Ok(done),
    }
}

/// What can't be read after an edit is not made of a text that could.
fn read(tree: &Tree, splices: Vec<Splice>) -> Result<Tree, Refused> {
    Tree::of(&spliced(tree.text(), splices)).ok_or(Refused::Unwritable)
}

/// Items meet at their commas: they are put in and taken out one after another.
fn with_all_items(mut tree: Tree, field: &Field, value: &Value) -> Result<Tree, Refused> {
    for _ in 0..=MOST_TAKEN_OUT {
        if tree.value(field).as_ref() == Some(value) {
            return Ok(tree);
        }
        tree = read(&tree, set(&tree, field, value)?)?;
    }
    let anew = read(&tree, set_anew(&tree, field, value)?)?;
    let is_done = anew.value(field).as_ref() == Some(value);
    is_done.then_some(anew).ok_or(Refused::Unwritable)
}
