//! What of a routine a session of a day has.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::turn::Turn;
use crate::routine::{Exercise, ExerciseGroup, Routine};

/// What of a routine a session has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// With the exercises that the session has and no others.
    pub routine: Arc<Routine>,
    /// The others, in the order of the file.
    pub left_out: Vec<LeftOut>,
}

/// An exercise that a session does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its index in the whole routine.
    pub exercise: usize,
    /// Why not.
    pub why: Why,
}

/// Why a session does not have an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not its turn.
    Turn(Turn),
    /// Others of its group were chosen.
    NotChosen,
    /// The week of the programme does not have it.
    NotInWeek,
}

/// The ids of some exercises of each routine, by the routine's id.
pub type ExercisesOf = BTreeMap<Arc<str>, BTreeSet<Arc<str>>>;

/// Of each exercise of each routine, how many sessions ago one had it; 0 is the last of all.
pub type LastWith = BTreeMap<Arc<str>, BTreeMap<Arc<str>, usize>>;

/// Which exercises of groups of which the person chooses some a session has.
#[derive(Debug, Clone, Default)]
pub(super) struct Chosen {
    /// What the person has chosen for the next session. It may be fewer than are meant; what of it can't be
    /// done is filled up.
    pub(super) next: ExercisesOf,
    /// The last session with any of a group had what is proposed. What is meant and was not in it is filled
    /// up from the first on.
    pub(super) last: Arc<LastWith>,
}

/// A choice that the person has: some exercises of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub group: Arc<ExerciseGroup>,
    /// How many are meant.
    pub choose: usize,
    /// The exercises there are to choose from.
    pub exercises: Vec<Candidate>,
}

/// An exercise that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: String,
    pub name: String,
    /// Whether the session has it.
    pub is_chosen: bool,
}

impl Choice {
    /// How many are chosen.
    pub fn chosen(&self) -> usize {
        self.chosen_ones().count()
    }

    /// Those that the session has.
    pub fn chosen_ones(&self) -> impl Iterator<Item = &Candidate> {
        self.exercises.iter().filter(|it| it.is_chosen)
    }

    /// Whether no more can be chosen.
    pub fn is_full(&self) -> bool {
        self.chosen() >= self.choose
    }
}

impl Selection {
    /// All exercises but those that are not chosen, with their doses in a week of the programme.
    pub(super) fn whole(routine: &Arc<Routine>, week: u32, chosen: &Chosen) -> Self {
        Self::without(routine, week, Vec::new(), chosen)
    }

    /// The exercises whose turn it is. Where none is left, those of the day once more, and on a day
    /// that has none all of them: whoever begins all the same is kept from nothing.
    pub(super) fn of(routine: &Arc<Routine>, week: u32, turns: &[Turn], chosen: &Chosen) -> Self {
        let levels: [fn(Turn) -> bool; 2] = [Turn::is_open, Turn::is_of_today];
        let has_any = |level: &&fn(Turn) -> bool| turns.iter().any(|turn| level(*turn));
        let Some(level) = levels.iter().find(has_any) else {
            return Self::whole(routine, week, chosen);
        };
        let left_out = (0..).zip(turns.iter().copied());
        let left_out = left_out.filter(|(_, turn)| !level(*turn));
        let week_of_exercises = routine.week_with_exercises(week);
        let why = |exercise: usize, turn: Turn| {
            if routine.exercises[exercise].is_in_week(week_of_exercises) {
                Why::Turn(turn)
            } else {
                Why::NotInWeek
            }
        };
        let left_out = left_out.map(|(exercise, turn)| LeftOut {
            exercise,
            why: why(exercise, turn),
        });
        Self::without(routine, week, left_out.collect(), chosen)
    }

    fn without(
        routine: &Arc<Routine>,
        week: u32,
        mut left_out: Vec<LeftOut>,
        chosen: &Chosen,
    ) -> Self {
        left_out.extend(not_in_week(routine, week, &left_out));
        let not_chosen = chosen.not_among(routine, &left_out);
        left_out.extend(not_chosen);
        left_out.sort_by_key(|left| left.exercise);
        let has_changed = |from: u32| from <= week;
        let mut exercises = routine.exercises.iter();
        let changes = exercises.any(|exercise| exercise.weeks().any(has_changed));
        let is_in = |index: usize| left_out.iter().all(|left| left.exercise != index);
        let routine = if left_out.is_empty() && !changes {
            Arc::clone(routine)
        } else {
            Arc::new(routine.part(week, is_in))
        };
        Self { routine, left_out }
    }
}

/// What the week does not have, of what is not left out already.
fn not_in_week(routine: &Routine, week: u32, left_out: &[LeftOut]) -> Vec<LeftOut> {
    let week = routine.week_with_exercises(week);
    let is_left = |index: &usize| left_out.iter().all(|left| left.exercise != *index);
    let is_in = |index: &usize| routine.exercises[*index].is_in_week(week);
    let others = (0..routine.exercises.len()).filter(|index| is_left(index) && !is_in(index));
    let left_out = others.map(|exercise| LeftOut {
        exercise,
        why: Why::NotInWeek,
    });
    left_out.collect()
}

/// A routine as one session of a week has it: never with all weeks of its programme at once, and with the first of
/// what is to be chosen.
pub fn of_one_session(routine: &Routine, week: u32) -> Cow<'_, Routine> {
    let is_of_all = |it: &Exercise| {
        let is_in_all_weeks = it.from_week == 1 && it.until_week.is_none();
        is_in_all_weeks && it.steps.is_empty() && of_choice(it).is_none()
    };
    if routine.exercises.iter().all(is_of_all) {
        return Cow::Borrowed(routine);
    }
    let whole = Arc::new(routine.clone());
    let selection = Selection::whole(&whole, week, &Chosen::default());
    Cow::Owned(Arc::unwrap_or_clone(selection.routine))
}

/// What there is to choose in a routine of which a session leaves out these exercises.
pub fn choices(whole: &Routine, left_out: &[LeftOut]) -> Vec<Choice> {
    let why = |index: usize| {
        let mut left_out = left_out.iter();
        let left = left_out.find(|left| left.exercise == index)?;
        Some(left.why)
    };
    let candidate = |index: usize| {
        let exercise = &whole.exercises[index];
        let has_turn = !matches!(why(index), Some(Why::Turn(_) | Why::NotInWeek));
        has_turn.then(|| Candidate {
            id: exercise.id.clone(),
            name: exercise.name.clone(),
            is_chosen: why(index).is_none(),
        })
    };
    let choice = |(group, choose, exercises): OfGroup| Choice {
        group,
        choose,
        exercises: exercises.into_iter().filter_map(candidate).collect(),
    };
    let is_one = |choice: &Choice| choice.exercises.len() > choice.choose;
    let groups = groups_to_choose_of(whole).into_iter();
    groups.map(choice).filter(is_one).collect()
}

/// A group, how many of its exercises are meant, and their indices.
type OfGroup = (Arc<ExerciseGroup>, usize, Vec<usize>);

/// The groups of a routine of which the person chooses some, each with how many of its exercises are
/// meant and with their indices.
pub fn groups_to_choose_of(routine: &Routine) -> Vec<(Arc<ExerciseGroup>, usize, Vec<usize>)> {
    let mut groups: Vec<OfGroup> = Vec::new();
    for (index, exercise) in routine.exercises.iter().enumerate() {
        let Some((group, choose)) = of_choice(exercise) else {
            continue;
        };
        match groups
            .last_mut()
            .filter(|(last, ..)| last.name == group.name)
        {
            Some((.., exercises)) => exercises.push(index),
            None => groups.push((Arc::clone(group), choose, vec![index])),
        }
    }
    groups
}

fn of_choice(exercise: &Exercise) -> Option<(&Arc<ExerciseGroup>, usize)> {
    let group = exercise.group.as_ref()?;
    Some((group, group.choose? as usize))
}

impl Chosen {
    /// The exercises of groups to choose of that are not chosen, beside those that are left out.
    fn not_among(&self, routine: &Routine, left_out: &[LeftOut]) -> Vec<LeftOut> {
        let next = self.next.get(routine.id.as_str());
        let last = self.last.get(routine.id.as_str());
        let id = |index: &usize| routine.exercises[*index].id.as_str();
        let is_of_next = |index: &usize| next.is_some_and(|ids| ids.contains(id(index)));
        let ago = |index: &usize| last.and_then(|last| last.get(id(index)).copied());
        let is_gone = |chosen: &&Arc<str>| routine.exercises.iter().all(|it| *it.id != ***chosen);
        let gone = next.map_or(0, |next| next.iter().filter(is_gone).count());
        let mut not_chosen = Vec::new();
        for (_, choose, exercises) in groups_to_choose_of(routine) {
            let is_left = |index: &usize| left_out.iter().any(|left| left.exercise == *index);
            // Of what was chosen, what can't be done now is filled up.
            let wanted = exercises.iter().filter(|it| is_of_next(it)).count();
            let open: Vec<usize> = exercises.into_iter().filter(|it| !is_left(it)).collect();
            let (picked, mut others): (Vec<usize>, Vec<usize>) =
                open.iter().partition(|it| is_of_next(it));
            // The latest first: one that has days of its own may have been by itself since.
            others.sort_by_key(|it| ago(it).unwrap_or(usize::MAX));
            let many = if picked.is_empty() {
                choose
            } else {
                choose.min(wanted + gone)
            };
            let mut chosen = [picked, others].concat();
            chosen.truncate(many);
            let others = open.into_iter().filter(|it| !chosen.contains(it));
            not_chosen.extend(others.map(|exercise| LeftOut {
                exercise,
                why: Why::NotChosen,
            }));
        }
        not_chosen
    }
}
