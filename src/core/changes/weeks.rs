//! What is different in the weeks and days of an exercise.

use std::collections::BTreeSet;
use std::time::Duration;

use super::dose::said_count;
use super::{Notes, label, said_days, said_tempo};
use crate::lengths;
use crate::message::{Arg, List, Message};
use crate::routine::{Exercise, Rhythm, StepDose, WeekStep};

/// Compares the weeks that it is in, and its dose from week to week.
pub(super) fn compare(before: &Exercise, after: &Exercise, notes: &mut Notes) {
    let steps = before.steps.iter().chain(&after.steps);
    let weeks: BTreeSet<u32> = steps.map(|step| step.from_week).collect();
    for week in weeks {
        let of_week = |of: &'_ Exercise| of.steps.iter().find(|it| it.from_week == week).cloned();
        let steps = (of_week(before), of_week(after));
        notes.value("exercise.step", steps, |step| said_step(&step));
    }
    let first = [before, after].map(|of| Some(of.from_week).filter(|week| *week > 1));
    notes.value("exercise.from_week", first.into(), Arg::from);
    let last = (before.until_week, after.until_week);
    notes.value("exercise.until_week", last, Arg::from);
}

/// Compares the days of its own.
pub(super) fn compare_rhythm(before: Option<&Rhythm>, after: Option<&Rhythm>, notes: &mut Notes) {
    notes.value("exercise.rhythm", (before, after), |rhythm| {
        let Rhythm {
            times_a_day,
            days,
            days_per_week,
            days_between,
        } = rhythm;
        let between = Some(*days_between).filter(|days| *days > 0);
        let times = said("schedule.times_per_day", Some((*times_a_day).into()));
        let is_any_day = days_per_week.is_some() || between.is_some();
        let days = (!is_any_day).then(|| said_days(days));
        let parts = [
            times,
            days,
            said("schedule.days_per_week", days_per_week.map(Arg::from)),
            said("schedule.days_between", between.map(Arg::from)),
        ];
        List::Parts.of(parts.into_iter().flatten())
    });
}

fn said_step(step: &WeekStep) -> Arg {
    let WeekStep {
        from_week,
        dose,
        time,
        pace,
        tempo,
        load,
        sides: [left, right],
    } = step;
    let of_side = |side: &StepDose| {
        let parts = said_dose(side);
        (!parts.is_empty()).then(|| List::And.of(parts))
    };
    let mut parts = said_dose(dose);
    parts.extend(
        [
            said("exercise.time", time.map(said_length)),
            said("exercise.pace", pace.map(said_length)),
            said("exercise.tempo", tempo.as_ref().map(said_tempo)),
            said("exercise.load", load.as_deref().map(Arg::from)),
            said("exercise.left", of_side(left)),
            said("exercise.right", of_side(right)),
        ]
        .into_iter()
        .flatten(),
    );
    Message::new("change-from-week")
        .with("dose", List::Parts.of(parts))
        .with("week", *from_week)
        .into()
}

fn said_dose(dose: &StepDose) -> Vec<Arg> {
    let StepDose { hold, reps, sets } = dose;
    let parts = [
        said("exercise.hold", hold.map(said_length)),
        said("exercise.reps", reps.map(said_count)),
        said("exercise.sets", sets.map(said_count)),
    ];
    parts.into_iter().flatten().collect()
}

fn said_length(length: Duration) -> Arg {
    lengths::exact(length).into()
}

/// What a key says, with its name.
fn said(field: &str, value: Option<Arg>) -> Option<Arg> {
    let message = Message::new("change-part").with("field", label(field));
    Some(message.with("value", value?).into())
}
