//! How large the plan of a file is, week by week.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::routine::mistake::Mistake;
use crate::routine::{Exercise, LONGEST_ROUTINE_HOURS, MOST_STEPS, measure, weeks};
use crate::tables::Findings;

/// Holds the plan's size in its largest week against the limits; the exercise with the largest part
/// is marked.
pub(super) fn hold_against_limits(
    spans: &[Range<usize>],
    exercises: &[Exercise],
    findings: &Findings<'_, Mistake>,
) {
    let is_alike =
        |it: &Exercise| it.steps.is_empty() && it.from_week == 1 && it.until_week.is_none();
    if exercises.iter().all(is_alike) {
        let spans: Vec<_> = spans.iter().collect();
        measure_week(&spans, exercises, findings);
        return;
    }
    let begins = exercises.iter().map(|exercise| exercise.from_week);
    let changes = exercises.iter().flat_map(Exercise::weeks);
    let weeks: BTreeSet<u32> = begins.chain(changes).collect();
    // From week to week, with the steps of each.
    let mut now: Vec<Exercise> = exercises.iter().map(Exercise::without_steps).collect();
    for week in weeks {
        for (now, exercise) in now.iter_mut().zip(exercises) {
            now.enter_week(week, &exercise.steps);
        }
        let with = weeks::week_with_exercises(exercises, week);
        let of_week = spans.iter().zip(&now);
        let of_week = of_week.filter(|(_, exercise)| exercise.is_in_week(with));
        let of_week = of_week.map(|(span, exercise)| (span, exercise.clone()));
        let (spans, exercises): (Vec<_>, Vec<_>) = of_week.unzip();
        if measure_week(&spans, &exercises, findings) {
            return;
        }
    }
}

/// Whether the plan of one week is too large, which is noted.
fn measure_week(
    spans: &[&Range<usize>],
    exercises: &[Exercise],
    findings: &Findings<'_, Mistake>,
) -> bool {
    let whole = measure(exercises);
    let of_one = |exercise: &Exercise| measure(std::slice::from_ref(exercise));
    let parts = || spans.iter().zip(exercises.iter().map(of_one));
    let has_many = whole.steps > MOST_STEPS;
    if has_many && let Some((span, _)) = parts().max_by_key(|(_, size)| size.steps) {
        let steps = whole.steps;
        findings.note(Mistake::TooManySteps { steps }, (*span).clone());
    }
    let is_long = whole.total.as_secs() > LONGEST_ROUTINE_HOURS * 3_600;
    if is_long && let Some((span, _)) = parts().max_by_key(|(_, size)| size.total) {
        let minutes = whole.total.as_secs().div_ceil(60);
        findings.note(Mistake::TooLong { minutes }, (*span).clone());
    }
    has_many || is_long
}
