//! What stood in a field before it had a mistake.

use super::ids::ids_in;
use super::pieces::Pieces;
use super::{Edit, Field, Part};

/// What makes each of these fields what it was in the text `before`; `None` if that lacks the place of one.
pub(super) fn edits(now: &Pieces, before: &Pieces, fields: &[Field]) -> Option<Vec<Edit>> {
    let (ids, then) = (ids_in(now), ids_in(before));
    let place = |at: usize| {
        let id = ids.get(at)?;
        let by_id = then.iter().position(|other| other == id);
        // One whose name has the mistake has another id by now.
        by_id.or((ids.len() == then.len()).then_some(at))
    };
    let edit = |field: &Field| {
        let part = match field.part.exercise_index() {
            Some(at) => field.part.clone().in_exercise(place(at)?),
            None => field.part.clone(),
        };
        has_as_many(now, &field.part, before, &part).then_some(())?;
        Some(match before.value(&part.field(field.key)) {
            Some(value) => Edit::Set(field.clone(), value),
            None => Edit::Unset(field.clone()),
        })
    };
    fields.iter().map(edit).collect()
}

/// Whether the lists that lead to a part within an exercise, such as its cues, have as many tables in both: of others
/// nobody can tell which is which.
fn has_as_many(now: &Pieces, part: &Part, before: &Pieces, then: &Part) -> bool {
    (1..part.steps.len()).all(|depth| {
        let list = |part: &Part| {
            let (key, _) = part.steps[depth];
            let above = Part {
                steps: part.steps[..depth].to_vec(),
            };
            above.field(key)
        };
        now.count(&list(part)) == before.count(&list(then))
    })
}
