//! What an edit changes of a text: no more than the lines that it is about.

use super::edit::{Edit, Refused};
use super::field::Value;
use super::keys::{set, unset};
use super::lists::{add, duplicate, remove, shift};
use super::splice::spliced;
use super::tree::Tree;

/// A text after an edit.
pub(super) struct Changed {
    pub(super) text: String,
    /// `None` if it is no TOML.
    pub(super) tree: Option<Tree>,
}

/// The text after an edit; an edit of a whole text alone may leave one that is no TOML.
pub(super) fn changed(tree: &Tree, edit: &Edit) -> Result<Changed, Refused> {
    if let Edit::Text(text) = edit {
        let (text, tree) = (text.clone(), Tree::of(text));
        return Ok(Changed { text, tree });
    }
    let tree = after(tree, edit)?;
    let text = tree.text().to_owned();
    let tree = Some(tree);
    Ok(Changed { text, tree })
}

fn after(tree: &Tree, edit: &Edit) -> Result<Tree, Refused> {
    let splices = match edit {
        Edit::Set(field, value) => set(tree, field, value)?,
        Edit::Unset(field) => unset(tree, field)?,
        Edit::Add { list, at, item } => add(tree, list, *at, item)?,
        Edit::Duplicate { list, at } => duplicate(tree, list, *at)?,
        Edit::Remove { list, at } => remove(tree, list, *at)?,
        Edit::Move { list, from, to } => shift(tree, list, *from, *to)?,
        Edit::Several(edits) => return several(tree, edits),
        Edit::Text(text) => return Tree::of(text).ok_or(Refused::Unwritable),
    };
    if splices.is_empty() {
        return Ok(tree.clone());
    }
    // What can't be read after an edit is not made of a text that could.
    let done = Tree::of(&spliced(tree.text(), splices)).ok_or(Refused::Unwritable)?;
    match edit {
        // Items meet at their commas: they are put in and taken out one after another.
        Edit::Set(field, value @ Value::Texts(_)) if done.value(field).as_ref() != Some(value) => {
            after(&done, edit)
        }
        _ => Ok(done),
    }
}

fn several(tree: &Tree, edits: &[Edit]) -> Result<Tree, Refused> {
    let Some((first, others)) = edits.split_first() else {
        return Ok(tree.clone());
    };
    let mut tree = after(tree, first)?;
    for edit in others {
        tree = after(&tree, edit)?;
    }
    Ok(tree)
}
