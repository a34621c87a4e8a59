//! What is different in the groups that exercises belong to.

use super::dose::said_count;
use super::{Change, Notes};
use crate::lengths;
use crate::message::Arg;
use crate::routine::{Exercise, ExerciseGroup, Routine};

/// Of the groups that both versions have, under the name of each.
pub(super) fn between(before: &Routine, after: &Routine) -> Vec<Change> {
    let mut changes = Vec::new();
    for group in of(after) {
        let same = of(before).find(|other| other.name == group.name);
        if let Some(before) = same.filter(|before| *before != group) {
            let mut notes = Notes::default();
            compare(before, group, &mut notes);
            changes.extend(notes.of(Some(&group.name)));
        }
    }
    changes
}

/// The groups of a routine, each once.
fn of(routine: &Routine) -> impl Iterator<Item = &ExerciseGroup> {
    let together = routine.exercises.chunk_by(Exercise::is_in_group_with);
    together.filter_map(|exercises| exercises.first()?.group.as_deref())
}

fn compare(before: &ExerciseGroup, after: &ExerciseGroup, notes: &mut Notes) {
    let ExerciseGroup {
        name: _,
        rounds,
        more_rounds,
        rest_between_rounds,
        choose,
    } = before;
    let rounds = (
        Some((*rounds, *more_rounds)),
        Some((after.rounds, after.more_rounds)),
    );
    notes.value("group.rounds", rounds, said_count);
    let rests = (Some(*rest_between_rounds), Some(after.rest_between_rounds));
    notes.value("group.rest_between_rounds", rests, |length| {
        lengths::exact(length).into()
    });
    notes.value("group.choose", (*choose, after.choose), Arg::from);
}
