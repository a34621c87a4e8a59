//! What the record knows each exercise by, kept where an edit would change it without a word.

use super::change::changed;
use super::ids::ids_in;
use super::pieces::Pieces;
use super::{Edit, Part, Value, exercises};

/// An edit with the ids written along that exercises would lose by it without a word: of one that has it from its
/// name, and of those that are told apart by a number. `is_known` says of which ids somebody may know by now; the
/// others are as free as the names.
pub(super) fn along(pieces: &Pieces, edit: Edit, is_known: impl Fn(&str) -> bool) -> Edit {
    if !may_change_ids(&edit) {
        return edit;
    }
    let before = ids_in(pieces);
    let mut from: Vec<_> = (0..before.len()).map(Some).collect();
    follow(&edit, &mut from);
    let mut all = edit;
    // An id that is written may be one that another exercise has from its name: that one is then kept too.
    for _ in 0..=before.len() {
        let after = changed(pieces, &all).ok().and_then(|done| done.pieces);
        let Some(after) = after else {
            return all;
        };
        let lost = ids_in(&after).into_iter().zip(&from).enumerate();
        let lost = lost.filter_map(|(at, (id, from))| {
            let had = &before[(*from)?];
            let write = Edit::Set(Part::exercise(at).field("id"), Value::text(had.as_str()));
            (*had != id && is_known(had)).then_some(write)
        });
        let lost: Vec<_> = lost.collect();
        if lost.is_empty() {
            return all;
        }
        all = all.and(lost);
    }
    all
}

fn may_change_ids(edit: &Edit) -> bool {
    match edit {
        Edit::Set(field, _) | Edit::Unset(field) => {
            let is_own = field.part.steps.len() == 1 && field.part.exercise_index().is_some();
            is_own && matches!(field.key, "id" | "name" | "use")
        }
        Edit::Add { list, .. }
        | Edit::Duplicate { list, .. }
        | Edit::Remove { list, .. }
        | Edit::Move { list, .. } => *list == exercises(),
        Edit::Several(edits) => edits.iter().any(may_change_ids),
        // Nobody can tell which exercise of another text is which.
        Edit::Text(_) => false,
    }
}

/// Has `from`, the places that exercises were at, follow an edit: `None` of one that is new, or that was given
/// its id by hand.
fn follow(edit: &Edit, from: &mut Vec<Option<usize>>) {
    let count = from.len();
    match edit {
        Edit::Set(field, _) | Edit::Unset(field) if field.key == "id" => {
            let own = field.part.exercise_index();
            if let Some(own) = own.and_then(|at| from.get_mut(at)) {
                *own = None;
            }
        }
        Edit::Several(edits) => edits.iter().for_each(|edit| follow(edit, from)),
        Edit::Add { list, at, .. } if *list == exercises() => from.insert((*at).min(count), None),
        Edit::Duplicate { list, at } if *list == exercises() && *at < count => {
            from.insert(at + 1, None);
        }
        Edit::Remove { list, at } if *list == exercises() && *at < count => {
            from.remove(*at);
        }
        Edit::Move {
            list,
            from: first,
            to,
        } if *list == exercises() && *first.max(to) < count => {
            let moved = from.remove(*first);
            from.insert(*to, moved);
        }
        _ => {}
    }
}
