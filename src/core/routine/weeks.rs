//! How the dose of an exercise changes from week to week of a programme.

use std::collections::BTreeSet;
use std::time::Duration;

use toml::Spanned;

use super::keys;
use super::mistake::{Mistake, WhenFault};
use super::section::Section;
use super::{Dose, Exercise, Tempo, defaults};
use crate::tables::Kind;

/// What of a dose is another from a week on; the rest stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekStep {
    /// Counts from 1 with the first week of the programme.
    pub from_week: u32,
    pub hold: Option<Duration>,
    pub reps: Option<u32>,
    pub sets: Option<u32>,
    pub pace: Option<Duration>,
}

impl Exercise {
    /// The exercise with its dose in a week of the programme, from 1.
    #[must_use]
    pub fn in_week(&self, week: u32) -> Self {
        let mut exercise = self.clone();
        for step in self.steps.iter().filter(|step| step.from_week <= week) {
            exercise.take(step);
            for of_side in exercise
                .in_words_of
                .iter_mut()
                .flat_map(|sides| &mut **sides)
            {
                of_side.take(step);
            }
        }
        exercise
    }

    /// The weeks from which on its dose is another.
    pub fn weeks(&self) -> impl Iterator<Item = u32> + '_ {
        self.steps.iter().map(|step| step.from_week)
    }

    /// Whether it is never done in several sets.
    pub(super) fn is_in_one_set(&self) -> bool {
        self.most_sets() == 1 && self.steps.iter().all(|step| step.sets.unwrap_or(1) == 1)
    }

    fn take(&mut self, step: &WeekStep) {
        self.sets = step.sets.unwrap_or(self.sets);
        // What is written is meant exactly.
        if step.sets.is_some() {
            self.more_sets = 0;
        }
        if step.reps.is_some() {
            self.more_reps = 0;
        }
        if step.pace.is_some() {
            self.tempo = Tempo::default();
        }
        match &mut self.dose {
            Dose::Hold { hold, reps } => {
                let is_usual = self.halfway == defaults::halfway(*hold);
                *hold = step.hold.unwrap_or(*hold);
                *reps = step.reps.unwrap_or(*reps);
                if is_usual {
                    self.halfway = defaults::halfway(*hold);
                }
            }
            Dose::Paced { reps, pace } => {
                *reps = step.reps.unwrap_or(*reps);
                *pace = step.pace.unwrap_or(*pace);
            }
            Dose::Timed { .. } | Dose::Open => {}
        }
    }
}

/// Reads the steps of an exercise, whose dose until then is the one that it has.
pub(super) fn read(section: &Section<'_>, exercise: &Exercise) -> Vec<WeekStep> {
    let items = section
        .value("step")
        .and_then(|step| step.list(Kind::Tables));
    let mut weeks = BTreeSet::new();
    let tables = items.unwrap_or_default().into_iter();
    let tables = tables.filter_map(|item| item.table_of_list(&keys::STEP));
    let mut steps: Vec<_> = tables
        .filter_map(|table| read_one(&table, exercise, &mut weeks))
        .collect();
    steps.sort_by_key(|step| step.from_week);
    steps
}

fn read_one(
    section: &Section<'_>,
    exercise: &Exercise,
    weeks: &mut BTreeSet<u32>,
) -> Option<WeekStep> {
    let from_week = section
        .need("from_week")
        .and_then(|_| section.whole("from_week"));
    let hold = section.duration("hold");
    let step = WeekStep {
        from_week: from_week.as_ref().map_or(0, |week| *week.get_ref()),
        hold: hold.as_ref().map(|hold| *hold.get_ref()),
        reps: section.whole("reps").map(Spanned::into_inner),
        sets: section.whole("sets").map(Spanned::into_inner),
        pace: section.duration("pace").map(Spanned::into_inner),
    };
    let (kind, idle): (_, &[&'static str]) = match exercise.dose {
        Dose::Hold { .. } => ("hold", &["pace"]),
        Dose::Paced { .. } => ("reps", &["hold"]),
        Dose::Timed { .. } => ("time", &["hold", "reps", "pace"]),
        Dose::Open => ("open", &["hold", "reps", "pace"]),
    };
    for &key in idle.iter().filter(|key| section.has_own(key)) {
        section.note(Mistake::NoEffect { key, kind }, section.key_span(key));
    }
    let last_cue = exercise.cues.iter().map(|cue| cue.at).max();
    if let (Some(hold), Some(at)) = (&hold, last_cue)
        && at > *hold.get_ref()
    {
        let (at, end) = (at.as_secs(), hold.get_ref().as_secs());
        section.note(Mistake::CueAfterEnd { at, end }, hold.span());
    }
    let changes = ["hold", "reps", "sets", "pace"];
    if !changes.iter().any(|key| section.has_own(key)) {
        let mistake = Mistake::When(WhenFault::StepChangesNothing);
        section.note(mistake, section.span.clone());
    }
    let week = from_week?;
    if !weeks.insert(*week.get_ref()) {
        let week_twice = *week.get_ref();
        let mistake = Mistake::When(WhenFault::WeekTwice { week: week_twice });
        section.note(mistake, week.span());
    }
    Some(step)
}
