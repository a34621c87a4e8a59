//! How the dose of an exercise changes from week to week of a programme.

use std::collections::BTreeSet;
use std::mem;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use super::keys;
use super::mistake::{Mistake, WhenFault};
use super::section::Section;
use super::when::note_week_after_end;
use super::{Dose, Exercise, Schedule, Sides, StepDose, Tempo, defaults};
use crate::tables::{Findings, Kind};

/// What of a dose is another from a week on; the rest stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekStep {
    /// Counts from 1 with the first week of the programme.
    pub from_week: u32,
    pub dose: StepDose,
    /// Of an activity.
    pub time: Option<Duration>,
    pub pace: Option<Duration>,
    pub tempo: Option<Tempo>,
    pub load: Option<String>,
    /// What is another on the left side, and on the right.
    pub sides: [StepDose; 2],
}

impl Exercise {
    /// The exercise with its dose in a week of the programme, from 1.
    #[must_use]
    pub fn in_week(&self, week: u32) -> Self {
        let mut exercise = self.clone();
        for step in self.steps.iter().filter(|step| step.from_week <= week) {
            exercise.take(step);
        }
        exercise
    }

    /// The exercise with its first dose alone.
    pub(super) fn without_steps(&self) -> Self {
        let mut exercise = self.clone();
        exercise.steps = Vec::new();
        let sides = exercise.sides_mut();
        sides.for_each(|side| side.steps = Vec::new());
        exercise
    }

    /// Takes the dose that it has from a week on by these steps, after those of all weeks before it.
    pub(super) fn enter_week(&mut self, week: u32, steps: &[WeekStep]) {
        let of_week = steps.iter().filter(|step| step.from_week == week);
        of_week.for_each(|step| self.take(step));
    }

    /// Whether a week of the programme has it, from 1.
    pub fn is_in_week(&self, week: u32) -> bool {
        self.from_week <= week && self.until_week.is_none_or(|last| week <= last)
    }

    /// The weeks from which on its dose is another.
    pub fn weeks(&self) -> impl Iterator<Item = u32> + '_ {
        self.steps.iter().map(|step| step.from_week)
    }

    /// Whether it is never done in several sets.
    pub(super) fn is_in_one_set(&self) -> bool {
        self.most_sets() == 1 && self.steps.iter().all(WeekStep::is_in_one_set)
    }

    fn take(&mut self, step: &WeekStep) {
        self.take_of_all_sides(step);
        let [left, right] = &step.sides;
        match self.sides {
            Sides::Left => self.take_of_side(left),
            Sides::Right => self.take_of_side(right),
            Sides::None => {}
            Sides::Each | Sides::Alternate => {
                if self.in_words_of.is_some() {
                    self.sides_mut().for_each(|it| it.take_in_own_words(step));
                } else if step.sides != <[StepDose; 2]>::default() {
                    self.in_words_of = Some(Arc::new([self.clone(), self.clone()]));
                }
                for (side, of_step) in self.sides_mut().zip(&step.sides) {
                    side.take_of_side(of_step);
                }
            }
        }
    }

    /// What is written for one side stays until the same is written for it again: a step that counts for both
    /// sides leaves it alone.
    fn take_of_side(&mut self, of_step: &StepDose) {
        let before = mem::take(&mut self.of_side_alone);
        self.of_side_alone = StepDose {
            hold: of_step.hold.or(before.hold),
            reps: of_step.reps.or(before.reps),
            sets: of_step.sets.or(before.sets),
        };
        let of_side = self.of_side_alone.clone();
        self.take_dose(&of_side);
    }

    /// A side has the same step, in the words of its limb, as long as it has its steps.
    fn take_in_own_words(&mut self, step: &WeekStep) {
        let mut steps = self.steps.iter();
        let own = steps.find(|own| own.from_week == step.from_week).cloned();
        self.take_of_all_sides(own.as_ref().unwrap_or(step));
    }

    fn take_of_all_sides(&mut self, step: &WeekStep) {
        self.take_dose(&step.dose);
        if step.load.is_some() {
            self.load.clone_from(&step.load);
        }
        if let (Dose::Timed { time }, Some(of_step)) = (&mut self.dose, step.time) {
            *time = of_step;
        }
        let Dose::Paced { pace, .. } = &mut self.dose else {
            return;
        };
        if let Some(tempo) = &step.tempo {
            *pace = tempo.length();
            self.tempo = tempo.clone();
        } else if let Some(of_step) = step.pace {
            *pace = of_step;
            self.tempo = Tempo::default();
        }
    }

    /// What is written is meant exactly: a number takes the place of a range.
    fn take_dose(&mut self, of_step: &StepDose) {
        if let Some((sets, more)) = of_step.sets {
            (self.sets, self.more_sets) = (sets, more);
        }
        match &mut self.dose {
            Dose::Hold { hold, reps } => {
                *hold = of_step.hold.unwrap_or(*hold);
                if !self.halfway_is_written {
                    self.halfway = defaults::halfway(*hold);
                }
                if let Some((number, more)) = of_step.reps {
                    (*reps, self.more_reps) = (number, more);
                }
            }
            Dose::Paced { reps, .. } => {
                if let Some((number, more)) = of_step.reps {
                    (*reps, self.more_reps) = (number, more);
                }
            }
            Dose::Timed { .. } | Dose::Open => {}
        }
    }
}

impl WeekStep {
    fn is_in_one_set(&self) -> bool {
        let doses = [&self.dose, &self.sides[0], &self.sides[1]];
        doses
            .iter()
            .all(|dose| matches!(dose.sets, None | Some((1, 0))))
    }
}

impl StepDose {
    fn read(section: &Section<'_>) -> Self {
        let count = |key| {
            let count = section.count(key)?.into_inner();
            Some((count.least, count.more()))
        };
        Self {
            hold: section.duration("hold").map(Spanned::into_inner),
            reps: count("reps"),
            sets: count("sets"),
        }
    }
}

/// The week whose exercises are done in a week of the programme, from 1: itself, or else the last one before it
/// that has any, or else the first.
pub(super) fn week_with_exercises(exercises: &[Exercise], week: u32) -> u32 {
    let has_any = |week: u32| exercises.iter().any(|it| it.is_in_week(week));
    if has_any(week) {
        return week;
    }
    let ends = exercises.iter().filter_map(|it| it.until_week);
    let before = ends.filter(|last| *last < week && has_any(*last)).max();
    let first = || exercises.iter().map(|it| it.from_week).min();
    before.or_else(first).unwrap_or(week)
}

/// The weeks that an exercise is in, and where the file says so.
#[derive(Debug, Clone)]
pub(super) struct Weeks {
    pub(super) from: u32,
    pub(super) until: Option<u32>,
    pub(super) from_span: Range<usize>,
    pub(super) until_span: Range<usize>,
}

/// Warns of weeks of the programme that no exercise is in.
pub(super) fn note_empty_weeks(
    weeks: impl Iterator<Item = Weeks>,
    schedule: &Schedule,
    findings: &Findings<'_, Mistake>,
) {
    // One that ends before it begins has a mistake already.
    let mut weeks: Vec<Weeks> = weeks
        .filter(|it| it.until.is_none_or(|until| it.from <= until))
        .collect();
    weeks.sort_by_key(|it| it.from);
    let note = |first, last, instead, span: &Range<usize>| {
        let fault = WhenFault::WeeksWithoutExercise {
            first,
            last,
            instead,
        };
        findings.note(Mistake::When(fault), span.clone());
    };
    let mut covered = 0;
    let mut ends: Option<&Range<usize>> = None;
    for of_one in &weeks {
        if of_one.from > covered + 1 {
            let (first, last) = (covered + 1, of_one.from - 1);
            match ends {
                Some(span) => note(first, last, covered, span),
                None => note(first, last, of_one.from, &of_one.from_span),
            }
        }
        let Some(until) = of_one.until else {
            return;
        };
        if until > covered {
            covered = until;
            ends = Some(&of_one.until_span);
        }
    }
    if let (Some(span), Some(last)) = (ends, schedule.number_of_weeks())
        && last > covered
    {
        note(covered + 1, last, covered, span);
    }
}

/// Reads the steps of an exercise, whose dose until then is the one that it has.
pub(super) fn read(
    section: &Section<'_>,
    exercise: &Exercise,
    schedule: &Schedule,
) -> Vec<WeekStep> {
    let items = section
        .value("step")
        .and_then(|step| step.list(Kind::Tables));
    let mut weeks = BTreeSet::new();
    let tables = items.unwrap_or_default().into_iter();
    let tables = tables.filter_map(|item| item.table_of_list(&keys::STEP));
    let mut steps: Vec<_> = tables
        .filter_map(|table| read_one(&table, exercise, schedule, &mut weeks))
        .collect();
    steps.sort_by_key(|step| step.from_week);
    steps
}

fn read_one(
    section: &Section<'_>,
    exercise: &Exercise,
    schedule: &Schedule,
    weeks: &mut BTreeSet<u32>,
) -> Option<WeekStep> {
    let from_week = section
        .need("from_week")
        .and_then(|_| section.whole("from_week"));
    let of_side = |key, group| section.section(key, group);
    let [left, right] = [of_side("left", &keys::LEFT), of_side("right", &keys::RIGHT)];
    let dose_of =
        |side: &Option<Section<'_>>| side.as_ref().map(StepDose::read).unwrap_or_default();
    let step = WeekStep {
        from_week: from_week.as_ref().map_or(0, |week| *week.get_ref()),
        dose: StepDose::read(section),
        time: section.duration("time").map(Spanned::into_inner),
        pace: section.duration("pace").map(Spanned::into_inner),
        tempo: section.tempo("tempo").map(Spanned::into_inner),
        load: section.text("load").map(Spanned::into_inner),
        sides: [dose_of(&left), dose_of(&right)],
    };
    for table in [Some(section), left.as_ref(), right.as_ref()] {
        table.inspect(|table| note_idle(table, exercise.dose));
    }
    if step.tempo.is_some() && step.pace.is_some() {
        section.note(Mistake::NoEffectBesideTempo, section.key_span("pace"));
    }
    note_idle_sides(section, exercise);
    let last_cue = exercise.cues.iter().map(|cue| cue.at).max();
    for table in [Some(section), left.as_ref(), right.as_ref()]
        .into_iter()
        .flatten()
    {
        // The keys of a side have no time.
        let length = match exercise.dose {
            Dose::Timed { .. } => Some("time").filter(|key| table.keys.key(key).is_some()),
            _ => Some("hold"),
        };
        if let (Some(length), Some(at)) = (length.and_then(|key| table.duration(key)), last_cue)
            && at > *length.get_ref()
        {
            let (at, end) = (at.as_secs(), length.get_ref().as_secs());
            section.note(Mistake::CueAfterEnd { at, end }, length.span());
        }
    }
    let mut changes = keys::STEP.keys().filter(|key| key.name != "from_week");
    if !changes.any(|key| section.has_own(key.name)) {
        let mistake = Mistake::When(WhenFault::StepChangesNothing);
        section.note(mistake, section.span.clone());
    }
    let week = from_week?;
    note_week_after_end(section, &week, schedule);
    if !weeks.insert(*week.get_ref()) {
        let week_twice = *week.get_ref();
        let mistake = Mistake::When(WhenFault::WeekTwice { week: week_twice });
        section.note(mistake, week.span());
    }
    Some(step)
}

/// Notes what of a changed dose, or of one for a side, does nothing in an exercise of this kind.
pub(super) fn note_idle(section: &Section<'_>, dose: Dose) {
    let (kind, idle): (_, &[&'static str]) = match dose {
        Dose::Hold { .. } => ("hold", &["time", "pace", "tempo"]),
        Dose::Paced { .. } => ("reps", &["hold", "time"]),
        Dose::Timed { .. } => ("time", &["hold", "reps", "pace", "tempo"]),
        Dose::Open => ("open", &["hold", "reps", "time", "pace", "tempo"]),
    };
    let is_idle = |key: &&&str| section.keys.key(key).is_some() && section.has_own(key);
    for &key in idle.iter().filter(is_idle) {
        section.note(Mistake::NoEffect { key, kind }, section.key_span(key));
    }
}

/// Notes a dose for a side that the exercise is not done on by itself.
fn note_idle_sides(section: &Section<'_>, exercise: &Exercise) {
    for (key, side) in [("left", Sides::Left), ("right", Sides::Right)] {
        if !section.has_own(key) {
            continue;
        }
        let mistake = match exercise.sides {
            _ if exercise.alternates_at_pace() => Mistake::SideDoseAtPace,
            Sides::Each | Sides::Alternate => continue,
            sides if sides == side => continue,
            _ => Mistake::NoEffectWithoutSides { key },
        };
        section.note(mistake, section.key_span(key));
    }
}
