//! What is different in the dose of an exercise.

use super::{Notes, word};
use crate::lengths;
use crate::message::{Arg, Message};
use crate::routine::{Dose, Exercise, Side, Sides};

pub(super) fn compare(before: &Exercise, after: &Exercise, notes: &mut Notes) {
    let parts = |of: &Exercise| match of.dose {
        Dose::Hold { hold, reps } => ("hold", Some(hold), Some((reps, of.more_reps)), None),
        Dose::Paced { reps, pace } => ("reps", None, Some((reps, of.more_reps)), Some(pace)),
        Dose::Timed { time } => ("time", Some(time), None, None),
        Dose::Open => ("open", None, None, None),
    };
    let (kind, length, reps, pace) = parts(before);
    let (now_kind, now_length, now_reps, now_pace) = parts(after);
    notes.value("exercise.kind", (Some(kind), Some(now_kind)), |kind| {
        word(&format!("kind.{kind}"))
    });
    let said = |length| lengths::exact(length).into();
    // Of another kind, what there was before does not count.
    let same = kind == now_kind;
    let field = match now_kind {
        "time" => "exercise.time",
        _ => "exercise.hold",
    };
    notes.value(field, (length.filter(|_| same), now_length), said);
    notes.value("exercise.reps", (reps, now_reps), said_count);
    notes.value("exercise.pace", (pace.filter(|_| same), now_pace), said);
    notes.texts("exercise.tempo", before.tempo.parts(), after.tempo.parts());
    let loads = (before.load.as_deref(), after.load.as_deref());
    notes.value("exercise.load", loads, Arg::from);
    // Those of a circuit are its rounds.
    if before.circuit().is_none() && after.circuit().is_none() {
        let sets = [before, after].map(|of| Some((of.sets, of.more_sets)));
        notes.value("exercise.sets", sets.into(), said_count);
    }
    for (field, side) in [
        ("exercise.left", Side::Left),
        ("exercise.right", Side::Right),
    ] {
        let [before, after] = [before, after].map(|of| own_dose(of, side));
        notes.shown(field, before != after, before.is_some(), after.is_some());
    }
    let sides = [before, after].map(|of| Some(of.sides));
    notes.value("exercise.sides", sides.into(), said_sides);
    if before.sides == after.sides && matches!(before.sides, Sides::Each | Sides::Alternate) {
        let first = [before, after].map(|of| Some(of.first_side));
        notes.value("exercise.first_side", first.into(), said_side);
    }
}

/// How much of one set there is on a side, and how many sets, with what may be done besides; `None`
/// where both sides are alike.
fn own_dose(exercise: &Exercise, side: Side) -> Option<(Dose, [u32; 3])> {
    let own = exercise.on(Some(side));
    let counts = [own.more_reps, own.sets, own.more_sets];
    exercise.has_dose_of_sides().then_some((own.dose, counts))
}

/// "8", or "8 to 12" where four more may be done.
pub(super) fn said_count((number, more): (u32, u32)) -> Arg {
    if more == 0 {
        return number.into();
    }
    let range = Message::new("facts-from-to").with("least", number);
    range.with("most", number.saturating_add(more)).into()
}

fn said_sides(sides: Sides) -> Arg {
    word(match sides {
        Sides::None => "sides.none",
        Sides::Left => "sides.left",
        Sides::Right => "sides.right",
        Sides::Each => "sides.each",
        Sides::Alternate => "sides.alternate",
    })
}

fn said_side(side: Side) -> Arg {
    word(match side {
        Side::Left => "side.left",
        Side::Right => "side.right",
    })
}
