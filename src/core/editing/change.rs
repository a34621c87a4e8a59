//! What an edit changes of a text: no more than the lines that it is about.

use super::edit::{Edit, Refused};
use super::field::Value;
use super::keys::{set, unset};
use super::lists::{add, duplicate, remove, shift};
use super::splice::spliced;
use super::tree::Tree;

/// The text after an edit.
pub(super) fn changed(tree: &Tree, edit: &Edit) -> Result<String, Refused> {
    let splices = match edit {
        Edit::Set(field, value) => set(tree, field, value)?,
        Edit::Unset(field) => unset(tree, field)?,
        Edit::Add { list, at, item } => add(tree, list, *at, item)?,
        Edit::Duplicate { list, at } => duplicate(tree, list, *at)?,
        Edit::Remove { list, at } => remove(tree, list, *at)?,
        Edit::Move { list, from, to } => shift(tree, list, *from, *to)?,
        Edit::Several(edits) => return several(tree, edits),
        Edit::Text(text) => return Ok(text.clone()),
    };
    if splices.is_empty() {
        return Ok(tree.text().to_owned());
    }
    let text = spliced(tree.text(), splices);
    // What can't be read after an edit is not made of a text that could.
    let after = Tree::of(&text).ok_or(Refused::Unwritable)?;
    match edit {
        // Items meet at their commas: they are put in and taken out one after another.
        Edit::Set(field, value @ Value::Texts(_)) if after.value(field).as_ref() != Some(value) => {
            changed(&after, edit)
        }
        _ => Ok(text),
    }
}

fn several(tree: &Tree, edits: &[Edit]) -> Result<String, Refused> {
    let mut tree = tree.clone();
    for edit in edits {
        let text = changed(&tree, edit)?;
        tree = Tree::of(&text).ok_or(Refused::Unwritable)?;
    }
    Ok(tree.text().to_owned())
}
