//! What is different in the groups that exercises belong to.

use super::dose::said_count;
use super::{Change, Notes, What};
use crate::lengths;
use crate::message::Arg;
use crate::routine::{Exercise, ExerciseGroup, Routine, defaults};

/// Of the groups of the newer version, under the name of each.
pub(super) fn between(before: &Routine, after: &Routine) -> Vec<Change> {
    let mut changes = Vec::new();
    for group in of(after) {
        let mut notes = Notes::default();
        let former = former(before, after, group);
        if let Some(former) = former.filter(|former| former.name != group.name) {
            let before = former.name.clone();
            notes.all.push(What::Renamed { before });
        }
        match former {
            Some(former) => compare(former, group, &mut notes),
            None => compare(&saying_nothing(group), group, &mut notes),
        }
        changes.extend(notes.of(Some(&group.name)));
    }
    changes
}

/// What a group of the newer version was before: the one of its name, or else one that is gone and had one of its
/// exercises.
pub(super) fn former<'r>(
    before: &'r Routine,
    after: &Routine,
    group: &ExerciseGroup,
) -> Option<&'r ExerciseGroup> {
    let same = of(before).find(|other| other.name == group.name);
    same.or_else(|| {
        let is_in = |group: &ExerciseGroup, exercise: &Exercise| {
            let own = exercise.group.as_ref();
            own.is_some_and(|own| own.name == group.name)
        };
        let is_gone = |other: &&ExerciseGroup| of(after).all(|it| it.name != other.name);
        let shares = |other: &&ExerciseGroup| {
            let mut members = before.exercises.iter().filter(|it| is_in(other, it));
            members.any(|member| {
                let now = after.exercises.iter().find(|it| it.id == member.id);
                now.is_some_and(|now| is_in(group, now))
            })
        };
        of(before).filter(is_gone).find(shares)
    })
}

/// A group of that name without anything else.
fn saying_nothing(group: &ExerciseGroup) -> ExerciseGroup {
    ExerciseGroup {
        name: group.name.clone(),
        rounds: defaults::ROUNDS,
        more_rounds: 0,
        rest_between_rounds: group.rest_between_rounds,
        choose: None,
    }
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
