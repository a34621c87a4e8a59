//! Which group exercises belong to, kept where an edit would change it without a word.

use super::change::changed;
use super::pieces::Pieces;
use super::{Edit, Field, Part, Value, exercises};

/// An edit with what it does to the exercises of a group: they go along with its name, and are in none once it is taken
/// out. They stay together: one that is put between two of them is one of them, one that is moved away is none any more,
/// and one that is given a group, or none, goes where that is.
pub(super) fn along(pieces: &Pieces, edit: Edit) -> Edit {
    if !may_change_groups(&edit) {
        return edit;
    }
    let mut now = pieces.clone();
    let mut all = Vec::new();
    collect(&mut now, edit, &mut all);
    match <[Edit; 1]>::try_from(all) {
        Ok([edit]) => edit,
        Err(all) => Edit::Several(all),
    }
}

fn may_change_groups(edit: &Edit) -> bool {
    match edit {
        Edit::Set(field, _) => group_named_by(field).is_some() || member_by(field).is_some(),
        Edit::Unset(field) => member_by(field).is_some(),
        Edit::Remove { list, .. } => *list == groups(),
        Edit::Add { list, .. } | Edit::Move { list, .. } => *list == exercises(),
        Edit::Several(edits) => edits.iter().any(may_change_groups),
        _ => false,
    }
}

fn collect(now: &mut Pieces, edit: Edit, all: &mut Vec<Edit>) {
    if let Edit::Several(edits) = edit {
        return edits.into_iter().for_each(|edit| collect(now, edit, all));
    }
    let follows = following(now, &edit);
    let follows = follows.into_iter().chain(moving(now, &edit));
    for edit in std::iter::once(edit).chain(follows) {
        let done = changed(now, &edit).ok();
        if let Some(next) = done.and_then(|done| done.pieces) {
            *now = next;
        }
        all.push(edit);
    }
}

fn following(now: &Pieces, edit: &Edit) -> Vec<Edit> {
    match edit {
        Edit::Set(field, name) => group_named_by(field)
            .filter(|_| is_free(now, name))
            .map(|group| {
                let members = members(now, group).into_iter();
                let edits = members.map(|field| Edit::Set(field, name.clone()));
                edits.collect()
            })
            .unwrap_or_default(),
        Edit::Remove { list, at } if *list == groups() => {
            members(now, *at).into_iter().map(Edit::Unset).collect()
        }
        Edit::Add { list, at, .. } if *list == exercises() => {
            let of = |at: usize| now.value(&group_of(at));
            let around = at
                .checked_sub(1)
                .and_then(of)
                .filter(|group| of(*at).as_ref() == Some(group));
            let join = around.map(|group| Edit::Set(group_of(*at), group));
            join.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What keeps a group together once one exercise has gone to another place, or to another group.
fn moving(now: &Pieces, edit: &Edit) -> Option<Edit> {
    match edit {
        Edit::Move { list, from, to } if *list == exercises() => {
            let mut groups = groups_of_exercises(now);
            (*from.max(to) < groups.len()).then_some(())?;
            let own = groups.remove(*from);
            let of = |at: Option<usize>| groups.get(at?).cloned().flatten();
            let (before, after) = (of(to.checked_sub(1)), of(Some(*to)));
            let is_beside = own == before || own == after;
            if before.is_some() && before == after && !is_beside {
                return before.map(|group| Edit::Set(group_of(*to), group));
            }
            let leaves_others = own.is_some() && !is_beside && groups.contains(&own);
            leaves_others.then(|| Edit::Unset(group_of(*to)))
        }
        Edit::Set(field, group) => goes_to(now, member_by(field)?, Some(group)),
        Edit::Unset(field) => goes_to(now, member_by(field)?, None),
        _ => None,
    }
}

/// The move that brings an exercise to those of its new group, or out of the middle of another.
fn goes_to(now: &Pieces, at: usize, group: Option<&Value>) -> Option<Edit> {
    let mut groups = groups_of_exercises(now);
    (at < groups.len()).then_some(())?;
    groups.remove(at);
    let first = |group: &Value| groups.iter().position(|it| it.as_ref() == Some(group));
    let last = |group: &Value| groups.iter().rposition(|it| it.as_ref() == Some(group));
    let to = if let Some(group) = group
        && let (Some(first), Some(last)) = (first(group), last(group))
    {
        at.clamp(first, last + 1)
    } else {
        let before = at.checked_sub(1).and_then(|at| groups[at].clone());
        let after = groups.get(at).cloned().flatten();
        let split = before.filter(|group| after.as_ref() == Some(group))?;
        last(&split)? + 1
    };
    (to != at).then(|| Edit::Move {
        list: exercises(),
        from: at,
        to,
    })
}

fn groups_of_exercises(now: &Pieces) -> Vec<Option<Value>> {
    let groups = (0..now.count(&exercises())).map(|at| now.value(&group_of(at)));
    groups.collect()
}

fn groups() -> Field {
    Part::top().field("group")
}

fn group_of(at: usize) -> Field {
    Part::exercise(at).field("group")
}

/// The exercise whose group a field is.
fn member_by(field: &Field) -> Option<usize> {
    let at = field.part.exercise_index()?;
    (*field == group_of(at)).then_some(at)
}

/// The place of the group whose name a field is.
fn group_named_by(field: &Field) -> Option<usize> {
    match field.part.steps[..] {
        [("group", Some(at))] if field.key == "name" => Some(at),
        _ => None,
    }
}

fn names(now: &Pieces) -> Vec<Option<Value>> {
    let name = |at| now.value(&Part::top().item("group", at).field("name"));
    (0..now.count(&groups())).map(name).collect()
}

/// Whether a name can be told from those of all groups.
fn is_free(now: &Pieces, name: &Value) -> bool {
    let is_taken = names(now).iter().flatten().any(|other| other == name);
    !is_taken && !name.shown().trim().is_empty()
}

/// Where the exercises of a group say so. Of one that has no name yet they say another.
fn members(now: &Pieces, group: usize) -> Vec<Field> {
    let names = names(now);
    let Some(own) = names.get(group) else {
        return Vec::new();
    };
    // Whose they are nobody can tell.
    if names.iter().filter(|name| *name == own).count() > 1 {
        return Vec::new();
    }
    let is_member = |field: &Field| match (now.value(field), own) {
        (None, _) => false,
        (Some(said), Some(own)) => said == *own,
        (said, None) => !names.contains(&said),
    };
    let fields = (0..now.count(&exercises())).map(group_of);
    fields.filter(is_member).collect()
}
