//! What is different in the dose of an exercise.

use super::{Notes, said_tempo, word};
use crate::lengths;
use crate::message::{Arg, List, Message};
use crate::routine::{Dose, Exercise, Side, Sides};

/// Compares all of it; with `has_rounds_of_group` the sets are the rounds of a group that both belong to.
pub(super) fn compare(
    before: &Exercise,
    after: &Exercise,
    has_rounds_of_group: bool,
    notes: &mut Notes,
) {
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
    let are_of_sides = [before, after].map(Exercise::has_dose_of_sides);
    let have_both_sides = |of: &Exercise| matches!(of.sides, Sides::Each | Sides::Alternate);
    // Where the sides come to differ, or do no longer, each is told with what it had as one of both.
    let by_side = are_of_sides == [true; 2]
        || are_of_sides.contains(&true) && have_both_sides(before) && have_both_sides(after);
    if !by_side {
        notes.value(field, (length.filter(|_| same), now_length), said);
        notes.value(
            "exercise.reps",
            (reps.filter(|_| same), now_reps),
            said_count,
        );
    }
    notes.value("exercise.pace", (pace.filter(|_| same), now_pace), said);
    let tempos = [before, after].map(|of| Some(&of.tempo).filter(|tempo| !tempo.is_empty()));
    notes.value("exercise.tempo", tempos.into(), said_tempo);
    let loads = (before.load.as_deref(), after.load.as_deref());
    notes.value("exercise.load", loads, Arg::from);
    // Where rounds take the place of no sets, or leave none behind, they are told as those of the group.
    let has_one_set = |of: &Exercise| (of.sets, of.more_sets) == (1, 0);
    let is_of_rounds = before.circuit().is_some() && has_one_set(after)
        || after.circuit().is_some() && has_one_set(before);
    if !has_rounds_of_group && !is_of_rounds {
        let sets = [before, after].map(|of| Some((of.sets, of.more_sets)));
        notes.value("exercise.sets", sets.into(), said_count);
    }
    for (field, side) in [
        ("exercise.left", Side::Left),
        ("exercise.right", Side::Right),
    ] {
        let doses = [before, after].map(|of| {
            by_side
                .then(|| dose_of(of, side))
                .or_else(|| own_dose(of, side))
        });
        notes.value(field, doses.into(), |dose| dose.said());
    }
    let sides = [before, after].map(|of| Some(of.sides));
    notes.value("exercise.sides", sides.into(), said_sides);
    if before.sides == after.sides && matches!(before.sides, Sides::Each | Sides::Alternate) {
        let first = [before, after].map(|of| Some(of.first_side));
        notes.value("exercise.first_side", first.into(), said_side);
    }
}

/// How much of one set there is on a side, and how many sets, with what may be done besides.
#[derive(PartialEq)]
struct OwnDose {
    dose: Dose,
    more_reps: u32,
    sets: (u32, u32),
}

/// `None` where both sides are alike.
fn own_dose(exercise: &Exercise, side: Side) -> Option<OwnDose> {
    let is_own = exercise.has_dose_of_sides();
    is_own.then(|| dose_of(exercise, side))
}

fn dose_of(exercise: &Exercise, side: Side) -> OwnDose {
    let own = exercise.on(Some(side));
    OwnDose {
        dose: own.dose,
        more_reps: own.more_reps,
        sets: (own.sets, own.more_sets),
    }
}

impl OwnDose {
    fn said(&self) -> Arg {
        let of = |id, reps, length| {
            Message::new(id)
                .with("reps", said_count((reps, self.more_reps)))
                .with("time", lengths::exact(length))
        };
        let dose = match self.dose {
            Dose::Hold { hold, reps } => of("facts-dose-hold", reps, hold),
            Dose::Paced { reps, pace } => of("facts-dose-paced", reps, pace),
            Dose::Timed { time } => of("facts-dose-timed", 1, time),
            Dose::Open => Message::new("facts-dose-open"),
        };
        let sets = Message::new("facts-sets").with("sets", said_count(self.sets));
        let sets = (self.sets != (1, 0)).then_some(sets);
        List::Parts.of(std::iter::once(dose).chain(sets))
    }
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
