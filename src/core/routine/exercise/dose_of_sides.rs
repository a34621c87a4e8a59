//! A dose of its own for a side: `left = { reps = 10 }`.

use std::sync::Arc;

use toml::Spanned;

use super::{Count, Dosing, pick, reps_of, sets_of};
use crate::routine::keys::{LEFT, RIGHT};
use crate::routine::mistake::Mistake;
use crate::routine::section::Section;
use crate::routine::{Dose, Exercise, Sides, StepDose, defaults, weeks};
use crate::tables::Group;

/// Gives each side the dose that is written for it, and else that of the exercise.
pub(super) fn read(section: &Section<'_>, own: &Dosing, file: &Dosing, exercise: &mut Exercise) {
    let of = |key, group: &'static Group| section.section(key, group);
    let (left, right) = (of("left", &LEFT), of("right", &RIGHT));
    let dose_of = |section: &Option<Section<'_>>| section.as_ref().map(OfSide::read);
    let doses = [dose_of(&left), dose_of(&right)];
    if doses.iter().all(Option::is_none) {
        return;
    }
    if exercise.alternates_at_pace() {
        let key = if doses[0].is_some() { "left" } else { "right" };
        section.note(Mistake::SideDoseAtPace, section.key_span(key));
        return;
    }
    for (key, dose) in [("left", &left), ("right", &right)] {
        let own = dose.as_ref().filter(|_| section.has_own(key));
        own.inspect(|dose| weeks::note_idle(dose, exercise.dose));
    }
    let written = exercise.in_words_of.take();
    let sides = written.map(Arc::unwrap_or_clone);
    let mut sides = sides.unwrap_or_else(|| [exercise.clone(), exercise.clone()]);
    for (side, dose) in sides.iter_mut().zip(doses) {
        side.in_words_of = None;
        if let Some(dose) = dose {
            dose.give(own, file, side);
        }
    }
    match exercise.sides {
        Sides::Left => {
            let [left, _] = sides;
            *exercise = left;
        }
        Sides::Right => {
            let [_, right] = sides;
            *exercise = right;
        }
        Sides::None => {}
        Sides::Each | Sides::Alternate => exercise.in_words_of = Some(Arc::new(sides)),
    }
}

/// What is written for one side.
struct OfSide {
    hold: Option<Spanned<std::time::Duration>>,
    reps: Option<Spanned<Count>>,
    sets: Option<Spanned<Count>>,
}

impl OfSide {
    fn read(section: &Section<'_>) -> Self {
        Self {
            hold: section.duration("hold"),
            reps: section.count("reps"),
            sets: section.count("sets"),
        }
    }

    fn give(&self, own: &Dosing, file: &Dosing, exercise: &mut Exercise) {
        let count = |count: &Option<Spanned<Count>>| {
            let count = count.as_ref().map(Spanned::get_ref);
            count.map(|count| (count.least, count.more()))
        };
        exercise.of_side_alone = StepDose {
            hold: self.hold.as_ref().map(|hold| *hold.get_ref()),
            reps: count(&self.reps),
            sets: count(&self.sets),
        };
        let reps = pick(&self.reps, &None, reps_of(own, file));
        let sets = pick(&self.sets, &None, sets_of(own, file));
        exercise.sets = sets.least;
        exercise.more_sets = sets.more();
        match &mut exercise.dose {
            Dose::Hold { hold, reps: of } => {
                *hold = pick(&self.hold, &None, *hold);
                *of = reps.least;
                exercise.more_reps = reps.more();
                let halfway = defaults::halfway(*hold);
                exercise.halfway = pick(&own.halfway, &file.halfway, halfway);
            }
            Dose::Paced { reps: of, .. } => {
                *of = reps.least;
                exercise.more_reps = reps.more();
            }
            Dose::Timed { .. } | Dose::Open => {}
        }
    }
}
