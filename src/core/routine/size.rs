//! How large the plan of a routine is, reckoned without laying it out.

use std::borrow::Cow;
use std::time::Duration;

use super::{Dose, Exercise, Routine, Side, Sides, in_turn, spoken};

/// How large a plan would be, without making it: a file from anywhere is measured before anything
/// is allocated for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many steps it would have.
    pub steps: u64,
    /// What would be its [`Plan::total`](crate::plan::Plan::total).
    pub total: Duration,
}

impl Size {
    /// Whole minutes, as one would say how long it takes: rounded, and never none.
    pub fn minutes(self) -> u64 {
        ((self.total.as_secs() + 30) / 60).max(1)
    }
}

/// Measures the plan of `exercises`; agrees with [`Plan::of`](crate::plan::Plan::of) step for step.
/// No dose is too large to be measured.
pub fn measure(exercises: &[Exercise]) -> Size {
    let mut size = Size {
        steps: 0,
        total: Duration::ZERO,
    };
    let mut add = |times: u64, duration: Option<Duration>| {
        if duration == Some(Duration::ZERO) {
            return;
        }
        let each = duration.map_or(0, |duration| duration.as_secs());
        size.steps = size.steps.saturating_add(times);
        let secs = each.saturating_mul(times);
        size.total = size.total.saturating_add(Duration::from_secs(secs));
    };
    let circuits = in_turn(exercises).flat_map(|together| {
        let others = together.iter().enumerate();
        others.map(move |(index, exercise)| (exercise, Place { index, together }))
    });
    for (index, (exercise, place)) in circuits.enumerate() {
        add(1, Some(exercise.prepare));
        let sides = sides(exercise);
        let most_sets = sides.iter().map(|side| side.sets).max().unwrap_or(0);
        // Sets in which all sides are done, and those in which one has more of them than the other.
        let common = sides.iter().map(|side| side.sets).min().unwrap_or(0);
        let mut changes = changes(exercise, &sides).saturating_mul(common);
        if let Some(others) = changes.checked_sub(1) {
            add(1, Some(exercise.switch + exercise.more_at_first_switch));
            changes = others;
            add(changes, Some(exercise.switch));
        }
        let mut rests = match exercise.dose {
            Dose::Hold { .. } => rests(exercise, &sides).saturating_mul(common),
            Dose::Paced { .. } | Dose::Timed { .. } | Dose::Open => 0,
        };
        for side in &sides {
            let alone = side.sets.saturating_sub(common);
            if matches!(exercise.dose, Dose::Hold { .. }) {
                let between = side.turns.saturating_sub(1);
                rests = rests.saturating_add(alone.saturating_mul(between));
            }
            add(side.sets.saturating_mul(side.turns), side.length);
            if !side.more.is_zero() {
                add(side.sets, Some(side.more));
            }
        }
        add(rests, Some(exercise.rest));
        let further = most_sets.saturating_sub(1);
        if place.begins_rounds() {
            add(further, Some(exercise.rest_between_sets));
        }
        if let Some(before) = place.before_in_further_round() {
            add(further, Some(spoken::prepare_again(exercise, before)));
        }
        if place.is_followed_in_round() {
            add(further, Some(exercise.rest_after));
        }
        if index + 1 < exercises.len() {
            add(1, Some(exercise.rest_after));
        }
    }
    size
}

impl Routine {
    /// A session of it in the first week of its programme, as far as that is known before anything is chosen: of a
    /// group to choose from it has as many exercises as are meant, from the first on.
    pub fn first_session(&self) -> Cow<'_, Self> {
        let week = self.week_with_exercises(1);
        let is_in = |index: usize| {
            let exercise = &self.exercises[index];
            let choose = exercise.group.as_ref().and_then(|group| group.choose);
            let of_group = self.exercises[..index]
                .iter()
                .filter(|it| it.is_in_week(week) && it.is_in_group_with(exercise));
            exercise.is_in_week(week) && choose.is_none_or(|most| of_group.count() < most as usize)
        };
        if (0..self.exercises.len()).all(is_in) {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(self.part(1, is_in))
        }
    }

    /// How large the plan of its [first session](Self::first_session) is.
    pub fn size(&self) -> Size {
        measure(&self.first_session().exercises)
    }
}

/// Where an exercise stands among those that are done in turn with it.
struct Place<'a> {
    index: usize,
    together: &'a [Exercise],
}

impl Place<'_> {
    /// Whether each further round, or set, begins with it.
    fn begins_rounds(&self) -> bool {
        self.index == 0
    }

    /// The exercise that comes before it in a further round; `None` of one that is done alone.
    fn before_in_further_round(&self) -> Option<&Exercise> {
        let others = self.together.len() > 1;
        let before = self.index.checked_sub(1);
        let before = before.map_or(self.together.last(), |before| self.together.get(before));
        before.filter(|_| others)
    }

    /// Whether another comes after it in each round.
    fn is_followed_in_round(&self) -> bool {
        self.index + 1 < self.together.len()
    }
}

/// What is done on one side.
struct OfSide {
    sets: u64,
    /// Steps of work of one length in each set.
    turns: u64,
    length: Option<Duration>,
    /// The length of one more step in each, if there is one.
    more: Duration,
}

fn sides(exercise: &Exercise) -> Vec<OfSide> {
    let of = |side| {
        let exercise = exercise.on(side);
        let more = exercise.more_reps;
        let turns = match exercise.dose {
            Dose::Hold { reps, .. } => u64::from(reps) + u64::from(more),
            Dose::Paced { .. } | Dose::Timed { .. } | Dose::Open => 1,
        };
        OfSide {
            sets: u64::from(exercise.most_sets()),
            turns,
            length: exercise.step_length(),
            more: exercise.length_at_pace(more),
        }
    };
    let (first, other) = (exercise.first_side, exercise.first_side.other());
    match exercise.sides {
        Sides::Alternate if exercise.alternates_at_pace() => vec![of(None)],
        Sides::None => vec![of(None)],
        Sides::Left => vec![of(Some(Side::Left))],
        Sides::Right => vec![of(Some(Side::Right))],
        Sides::Each | Sides::Alternate => vec![of(Some(first)), of(Some(other))],
    }
}

/// How often the side changes in a set in which all sides are done.
fn changes(exercise: &Exercise, sides: &[OfSide]) -> u64 {
    match (exercise.sides, sides) {
        (Sides::Alternate, [first, other]) => {
            // Whichever has more of them goes on alone.
            let pairs = first.turns.min(other.turns);
            let back_to_first = u64::from(first.turns > other.turns);
            (2 * pairs).saturating_sub(1) + back_to_first
        }
        (_, sides) => (sides.len() as u64).saturating_sub(1),
    }
}

/// How often there is a rest between two holds of one side, in such a set.
fn rests(exercise: &Exercise, sides: &[OfSide]) -> u64 {
    let turns: u64 = sides.iter().map(|side| side.turns).sum();
    turns.saturating_sub(changes(exercise, sides) + 1)
}
