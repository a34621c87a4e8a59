//! Prints the timed steps of a routine.

use std::ffi::OsStr;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::routine::{chosen, routine};
use super::{Context, Failure, print, print_json};
use crate::day::Day;
use crate::lengths;
use crate::narrate;
use crate::plan::{Plan, Step, StepKind};
use crate::routine::{Exercise, Routine, Side};
use crate::words::{Message, Words};

/// Of which day the plan is.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct When {
    /// The exercises of that day, and the doses of its week where the file says when it begins.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// The exercises and doses of that week.
    #[arg(long, conflicts_with = "on", value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=i64::from(super::usage::MOST_WEEKS)))]
    week: Option<u32>,
    /// The exercises to have of groups of which the person chooses some.
    #[arg(long, value_name = "EXERCISE,…", value_delimiter = ',')]
    choose: Vec<String>,
}

impl When {
    fn part_of(self, context: &Context, routine: &Arc<Routine>) -> Result<Arc<Routine>, Failure> {
        let chosen = chosen(routine, &self.choose)?;
        // Before all that is written: the first week, and no exercise of a day.
        let whole = || Day::new(Date::MIN).with_chosen(chosen.clone());
        let part = match (self.on, self.week) {
            (Some(date), _) => {
                let noon = date.at(12, 0, 0, 0).to_zoned(TimeZone::system());
                // Of the last days that there are no moment can be told, nor any session.
                let day = noon.map_or_else(|_| Day::new(date), |noon| context.day(&noon));
                day.with_chosen(chosen).selection(routine)
            }
            (None, Some(week)) => whole().whole_in(routine, week),
            (None, None) => whole().whole(routine),
        };
        Ok(part.routine)
    }
}

pub(super) fn run(context: &Context, name: &OsStr, when: When, json: bool) -> Result<(), Failure> {
    let routine = when.part_of(context, &routine(context, name)?)?;
    let plan = Plan::of(&routine);
    if json {
        print_json(&Report::of(&routine, &plan))
    } else {
        print(table(&routine, &plan, &context.words))
    }
}

/// A line for each step: when it starts, how long it lasts, what it is.
fn table(routine: &Routine, plan: &Plan, words: &Words) -> String {
    let heading = Message::new("plan-heading")
        .with("title", routine.title.as_str())
        .with("time", lengths::clock(plan.total))
        .with("steps", plan.steps.len());
    let mut lines = vec![words.message(&heading)];
    let mut of_the_line_before = None;
    for step in &plan.steps {
        let Some(exercise) = routine.exercises.get(step.exercise) else {
            continue;
        };
        if of_the_line_before.replace(step.exercise) != Some(step.exercise) {
            lines.push(String::new());
            lines.push(exercise.name.clone());
        }
        let start = lengths::clock(step.start);
        let length = step.duration.map(lengths::clock).unwrap_or_default();
        let text = narrate::step_in_full(step, exercise, words);
        lines.push(format!("{start:>8} {length:>7}  {text}"));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What `plan --json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    routine: RoutineReport<'a>,
    total_ms: u128,
    steps: Vec<StepReport<'a>>,
}

#[derive(Serialize)]
struct RoutineReport<'a> {
    id: &'a str,
    revision: u32,
    title: &'a str,
}

#[derive(Serialize)]
struct StepReport<'a> {
    index: usize,
    kind: StepKind,
    start_ms: u128,
    /// `None` for an open step.
    duration_ms: Option<u128>,
    /// The exercise's id.
    exercise: Option<&'a str>,
    side: Option<Side>,
    /// Where the sides alternate within the step, the one of the first repetition.
    begins_with: Option<Side>,
    set: Option<u32>,
    rep: Option<u32>,
    /// Whether it is beyond what is asked, or leads to what is.
    extra: bool,
}

impl<'a> Report<'a> {
    fn of(routine: &'a Routine, plan: &Plan) -> Self {
        let steps = plan.steps.iter().enumerate();
        Self {
            format: 1,
            routine: RoutineReport {
                id: &routine.id,
                revision: routine.revision,
                title: &routine.title,
            },
            total_ms: plan.total.as_millis(),
            steps: steps
                .map(|(index, step)| StepReport::of(index, step, routine))
                .collect(),
        }
    }
}

impl<'a> StepReport<'a> {
    fn of(index: usize, step: &Step, routine: &'a Routine) -> Self {
        let exercise = routine.exercises.get(step.exercise);
        let alternates =
            |exercise: &&Exercise| step.kind == StepKind::Reps && exercise.alternates_at_pace();
        Self {
            index,
            kind: step.kind,
            start_ms: step.start.as_millis(),
            duration_ms: step.duration.map(|duration| duration.as_millis()),
            exercise: exercise.map(|exercise| exercise.id.as_str()),
            side: step.side,
            begins_with: exercise.filter(alternates).map(|it| it.first_side),
            set: step.set,
            rep: step.rep,
            extra: step.extra,
        }
    }
}
