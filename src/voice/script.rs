//! What there is to say at a moment of a session.
//!
//! | moment | what is said, the most important first |
//! |---|---|
//! | a round of a circuit | which it is; before the first how many there are |
//! | an exercise comes | side, name, to stop if it hurts (once), cautions, dose, instructions, note, where it is felt |
//! | work begins | a new side, what to do, which repetition or set it is, the author's words for the whole of it |
//! | the middle of a hold | that it is the middle |
//! | a part of a repetition | its number, where it begins, and which part it is |
//! | a moment of the author's | the author's words |
//! | sides change | to which side, and the first time what the instructions call otherwise there |
//! | a rest | that it is one, and what comes next: the number of the repetition or of the set |
//! | pause, going on, ten seconds more | that |
//! | the end | how it ended; not a word if it hurt |
//!
//! What to take care of, to stop if it hurts, the easier way that was chosen and how an exercise is
//! done: what of this there was no time for is said in its holds and rests, as soon as there is. So is
//! all else that belongs to getting ready, as soon as it has been rendered. What was not heard of it in a
//! round of a circuit is said before the next, or in it.
//!
//! The words around are those of the screen, in the routine's language where Supple speaks it, and
//! the author's own are said as they stand in the file.

mod circuit;
mod how;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::part::{Need, Part, Phrase, Rank};
use crate::facts::{self, Aim};
use crate::narrate;
use crate::plan::{Plan, Step, StepKind};
use crate::progress::{self, Tally};
use crate::report;
use crate::routine::{Dose, Exercise, Routine, Sides, spoken};
use crate::session::{Answer, Attempt, Event, EventKind, Pause, State, StopReason};
use crate::side::Side;
use crate::words::{Message, Words};

/// What there is to say of one wake-up.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ToSay {
    /// In the order in which it is said.
    pub now: Vec<Part>,
    /// What belonged to an earlier moment: the wake-up came too late for it.
    pub past: Vec<Part>,
}

/// What is said of one session as it goes on.
#[derive(Debug, Clone)]
pub struct Script {
    routine: Arc<Routine>,
    words: Arc<Words>,
    /// The step under way.
    step: Option<usize>,
    attempts: Vec<Attempt>,
    /// The exercises that are done in their easier way, as indices into the routine's.
    eased: BTreeSet<usize>,
    /// The exercises that were told of, as indices into the routine's, each with the sides.
    told: BTreeSet<(usize, Option<Side>)>,
    /// Of the exercises what was not said of how they are done.
    untold: BTreeMap<usize, Vec<Part>>,
    /// Whether it was said to stop if it hurts.
    gently_is_said: bool,
    /// The round that was told last: the name of its circuit, and its number.
    round: Option<(String, u32)>,
    /// It hurts: nothing is said until the person goes on.
    hurts: bool,
    /// The step whose exercise hurt last.
    hurting_step: Option<usize>,
}

impl Script {
    /// Of a session of this routine that has not begun.
    pub fn new(routine: &Arc<Routine>) -> Self {
        Self {
            routine: Arc::clone(routine),
            words: Arc::new(Words::of(&routine.language)),
            step: None,
            attempts: Vec::new(),
            eased: BTreeSet::new(),
            told: BTreeSet::new(),
            untold: BTreeMap::new(),
            gently_is_said: false,
            round: None,
            hurts: false,
            hurting_step: None,
        }
    }

    /// The same of a session that goes on after these attempts.
    #[must_use]
    pub fn after(mut self, attempts: &[Attempt]) -> Self {
        self.attempts = attempts.to_vec();
        self
    }

    /// The same of a session with these exercises done in their easier way.
    #[must_use]
    pub fn easing(mut self, exercises: &BTreeSet<usize>) -> Self {
        self.eased.clone_from(exercises);
        self
    }

    /// What is to be said of the events of one wake-up. After a late one that is what belongs to the
    /// latest moment of which there is anything to say: what is past would mislead.
    pub fn hear(&mut self, events: &[Event], plan: &Plan) -> ToSay {
        let mut to_say = ToSay::default();
        let mut moment = None;
        for event in events {
            let parts = self.of(event.kind, plan);
            if !parts.is_empty() && moment != Some(event.at) {
                to_say.past.append(&mut to_say.now);
                moment = Some(event.at);
            }
            to_say.now.extend(parts);
        }
        to_say
    }

    /// What is said when a session begins with this step.
    pub(super) fn at_beginning_of(&self, step: usize, plan: &Plan) -> Vec<Phrase> {
        let mut ahead = self.clone();
        ahead.step = None;
        phrases(ahead.of(EventKind::StepBegan { step }, plan)).collect()
    }

    /// All that may be said from this step on, each phrase once, in the order in which it is needed.
    pub fn needs_from(&self, first: usize, plan: &Plan) -> Vec<Need> {
        let mut ahead = self.clone();
        ahead.step = None;
        let mut places: HashMap<Phrase, usize> = HashMap::new();
        let mut needs: Vec<Need> = Vec::new();
        let mut need = |parts: Vec<Part>, until: usize| {
            for phrase in phrases(parts) {
                if let Some(&place) = places.get(&phrase) {
                    needs[place].until = needs[place].until.max(until);
                } else {
                    places.insert(phrase.clone(), needs.len());
                    needs.push(Need { phrase, until });
                }
            }
        };
        for step in first..plan.steps.len() {
            let until = self.last_of_circuit(plan.steps[step].exercise);
            need(ahead.of(EventKind::StepBegan { step }, plan), until);
            if step == first {
                need(self.whenever(plan), usize::MAX);
            }
            let Some(exercise) = self.exercise(step, plan) else {
                continue;
            };
            need(ahead.of(EventKind::Halfway { step }, plan), until);
            let is_first = step == first || plan.begins_exercise(step);
            if is_first {
                need(ahead.of_course(step, plan), until);
            }
            for cue in 0..exercise.cues.len() {
                need(ahead.of(EventKind::Say { step, cue }, plan), until);
            }
            if step == first || plan.begins_round(step, &self.routine) == Some(1) {
                need(ahead.may_come_in_circuit(exercise), until);
            }
            // It may not be chosen: what is said without it is needed too.
            need(ahead.easier(step, plan), until);
        }
        needs
    }

    /// What a person's own commands may have said at any time.
    fn whenever(&self, plan: &Plan) -> Vec<Part> {
        // Going back may lead into a hold from any other, and its side is said then.
        let answers = [
            "voice-paused",
            "voice-resumed",
            "voice-extended",
            "voice-hold",
        ];
        let all = answers.into_iter().chain(report::ENDS);
        let sides = plan.steps.iter().filter_map(|step| self.side(step));
        let aim = Aim::Stretch.key();
        all.map(|id| self.own(&Message::new(id).with("aim", aim), Rank::Moment))
            .chain(sides)
            .collect()
    }

    fn of(&mut self, event: EventKind, plan: &Plan) -> Vec<Part> {
        let mut parts = self.said_of(event, plan);
        // Three dots are a text, and nothing to say.
        parts.retain(|part| part.phrase.text.contains(char::is_alphanumeric));
        parts
    }

    fn said_of(&mut self, event: EventKind, plan: &Plan) -> Vec<Part> {
        match event {
            EventKind::StepBegan { step } => {
                let before = self.step.replace(step);
                self.hurts = false;
                let parts = self.beginning(before, step, plan);
                self.note_told(step, plan);
                parts
            }
            EventKind::Halfway { .. } => {
                vec![self.own(&Message::new("voice-halfway"), Rank::Moment)]
            }
            EventKind::Beat { step, movement } => self.part(step, 0, Some(movement.rep), plan),
            EventKind::Part { step, part } => self.part(step, part, None, plan),
            EventKind::Minute { left, .. } => vec![self.own(&minutes_left(left), Rank::Moment)],
            EventKind::Say { step, cue } => self.words_of_cue(step, cue, plan),
            EventKind::Answered(Answer::Easier) => {
                let Some(hurting) = self.hurting_step.or(self.step) else {
                    return Vec::new();
                };
                let exercise = plan.steps.get(hurting).map(|step| step.exercise);
                self.eased.extend(exercise);
                self.easier(hurting, plan)
            }
            EventKind::Paused(Pause::Asked | Pause::Interrupted { .. }) => {
                vec![self.own(&Message::new("voice-paused"), Rank::Moment)]
            }
            EventKind::Resumed => {
                self.hurts = false;
                vec![self.own(&Message::new("voice-resumed"), Rank::Moment)]
            }
            EventKind::Extended { .. } => {
                vec![self.own(&Message::new("voice-extended"), Rank::Moment)]
            }
            EventKind::Hurt { step } => {
                self.hurts = true;
                self.hurting_step = Some(step);
                Vec::new()
            }
            EventKind::Attempted(attempt) => {
                self.attempts.push(attempt);
                Vec::new()
            }
            EventKind::Completed => self.end(State::Completed, plan),
            EventKind::Stopped(reason) if !self.stays_quiet(reason) => {
                self.end(State::Stopped(reason), plan)
            }
            EventKind::Started
            | EventKind::Second { .. }
            | EventKind::LastSeconds { .. }
            | EventKind::RestEnding { .. }
            | EventKind::Paused(Pause::Hurts)
            | EventKind::Answered(_)
            | EventKind::Stopped(_) => Vec::new(),
        }
    }

    /// What was quiet because it hurt ends quietly.
    fn stays_quiet(&self, reason: StopReason) -> bool {
        self.hurts || reason == StopReason::Pain
    }

    fn beginning(&self, before: Option<usize>, index: usize, plan: &Plan) -> Vec<Part> {
        let (Some(step), Some(exercise)) = (plan.steps.get(index), self.exercise(index, plan))
        else {
            return Vec::new();
        };
        let before = before.and_then(|before| plan.steps.get(before));
        let is_new = before.is_none_or(|before| before.exercise != step.exercise);
        let first_of_all = before.is_none();
        match step.kind {
            StepKind::Prepare => self.what_comes(index, plan, first_of_all),
            StepKind::Switch => {
                let mut parts = vec![self.own(&narrate::step(step), Rank::Moment)];
                parts.extend(self.dose_of_other_side(index, plan));
                parts.extend(self.other_limbs(before, index, plan));
                parts
            }
            StepKind::Rest => {
                // A session that goes on here has not named the side before.
                let (next, rank) = if first_of_all {
                    (narrate::next(&self.routine, plan, index), Rank::Name)
                } else {
                    self.next(index, plan)
                };
                let next = Message::new("voice-next").with("next", next);
                let rest = self.own(&narrate::step(step), Rank::Moment);
                if let Some(enough) = narrate::enough(&self.routine, plan, index) {
                    return vec![rest, self.own(&enough, Rank::Name)];
                }
                let mut parts = vec![rest, self.own(&next, rank)];
                parts.extend(self.untold_with_name(plan.after(index), plan));
                parts
            }
            StepKind::Hold | StepKind::Reps | StepKind::Activity | StepKind::Wait => {
                let mut parts = if is_new {
                    // There was no time to get ready.
                    self.introduction(index, plan)
                } else if before.is_some_and(|before| before.side != step.side) {
                    Vec::from_iter(self.side(step))
                } else {
                    Vec::new()
                };
                let is_first = step.rep.is_none_or(|rep| rep == 1);
                // Said again where it was said before the instructions, and not a moment ago.
                let with_side = is_first && parts.is_empty();
                let enough = narrate::enough(&self.routine, plan, index);
                // A repetition that has parts is led through by their names, from the first on.
                if let Some(enough) = enough {
                    parts.push(self.own(&enough, Rank::Moment));
                } else if step.kind != StepKind::Reps || exercise.tempo.is_empty() {
                    parts.push(self.own(&self.work(step, exercise, with_side), Rank::Moment));
                }
                parts.extend(self.number(index, plan));
                let says_itself = exercise.cues.iter().any(|cue| cue.at.is_zero());
                // Once for each side is help, and more often is none.
                let say = exercise.say.as_deref();
                let say = say.filter(|_| is_first && !says_itself);
                parts.extend(say.map(|say| self.authors(say, Rank::Say)));
                if is_new {
                    parts.extend(self.how(index, plan, first_of_all));
                } else {
                    parts.extend(self.other_limbs(before, index, plan));
                }
                parts
            }
        }
    }

    /// Of an exercise that comes: what it is and how it is done.
    fn what_comes(&self, index: usize, plan: &Plan, first_of_all: bool) -> Vec<Part> {
        let mut parts = self.introduction(index, plan);
        parts.extend(self.how(index, plan, first_of_all));
        parts
    }

    /// Of an exercise that comes: what it is, how much, and on which side.
    fn introduction(&self, index: usize, plan: &Plan) -> Vec<Part> {
        let (Some(step), Some(exercise)) = (plan.steps.get(index), self.exercise(index, plan))
        else {
            return Vec::new();
        };
        let mut parts = Vec::from_iter(self.round(index, plan));
        parts.push(self.authors(&exercise.name, Rank::Name));
        // When a session goes on with the second side, nobody needs to hear which was to be the first.
        let is_second_side =
            exercise.sides == Sides::Each && step.side == Some(exercise.first_side.other());
        if !is_second_side {
            // In words of both sides: each may have its own.
            let of_both = self
                .routine
                .exercises
                .get(step.exercise)
                .unwrap_or(exercise);
            // How many rounds there are was told before the first.
            let dose = match exercise.circuit() {
                Some(_) => facts::dose_in_round(&self.words, of_both),
                None => facts::dose(&self.words, of_both),
            };
            let dose = Part::new(&dose, self.words.language().tag, Rank::Dose);
            if !self.is_told(step, exercise) || self.is_untold(step.exercise, &dose) {
                parts.push(dose);
            }
        }
        if exercise.alternates_at_pace() {
            let first = facts::side_key(Some(exercise.first_side));
            let first = Message::new("voice-first-side").with("side", first);
            parts.push(self.own(&first, Rank::Moment));
        } else {
            parts.extend(self.side(step));
        }
        parts
    }

    /// How much is to be done on the other side, when its turn comes for the first time.
    fn dose_of_other_side(&self, index: usize, plan: &Plan) -> Option<Part> {
        let step = plan.steps.get(index)?;
        let exercise = self.routine.exercises.get(step.exercise)?;
        let is_new = !self.told.contains(&(step.exercise, step.side));
        let side = step
            .side
            .filter(|_| is_new && exercise.has_dose_of_sides())?;
        let dose = facts::dose_of_side(&self.words, exercise, side);
        Some(Part::new(&dose, self.words.language().tag, Rank::Dose))
    }

    /// What comes after a rest, as short as can be: between repetitions their number alone.
    fn next(&self, rest: usize, plan: &Plan) -> (Message, Rank) {
        let next = || narrate::next(&self.routine, plan, rest);
        let after = plan.after(rest);
        // Which of its exercises comes first is said when it does.
        if let Some(round) = narrate::further_round(&self.routine, plan, after) {
            return (round, Rank::Number);
        }
        if plan.begins_further_set(after) {
            return (next(), Rank::Number);
        }
        let (of_rest, coming) = (plan.steps.get(rest), plan.steps.get(after));
        let repetition = coming
            .filter(|coming| of_rest.is_some_and(|rest| rest.exercise == coming.exercise))
            .and_then(|coming| {
                let exercise = self.routine.exercises.get(coming.exercise)?;
                narrate::repetition(coming, exercise)
            });
        match repetition {
            Some(repetition) => (repetition, Rank::Number),
            None => (next(), Rank::Name),
        }
    }

    /// Which set begins with a step of work, or which of several holds it is after the first.
    fn number(&self, index: usize, plan: &Plan) -> Option<Part> {
        let step = plan.steps.get(index)?;
        let exercise = self.exercise(index, plan)?;
        if plan.begins_further_set(index) {
            let set = narrate::set(step, exercise)?;
            return Some(self.own(&set, Rank::Number));
        }
        let rep = step.rep.filter(|rep| *rep > 1)?;
        let language = self.words.language().tag;
        Some(Part::new(&rep.to_string(), language, Rank::Number))
    }

    /// A part of a repetition: the number where it begins one, and which way it goes.
    fn part(&self, step: usize, part: usize, rep: Option<u64>, plan: &Plan) -> Vec<Part> {
        let tempo = self.exercise(step, plan).map(|exercise| &exercise.tempo);
        let Some(part) = tempo.and_then(|tempo| tempo.parts().get(part)) else {
            return Vec::new();
        };
        let language = self.words.language().tag;
        let number = rep.map(|rep| Part::new(&rep.to_string(), language, Rank::Number));
        let way = self.own(&facts::way(part.way), Rank::Moment);
        number.into_iter().chain([way]).collect()
    }

    /// All that is said within the work of an exercise of the minutes of an activity, or of the parts of
    /// its repetitions.
    fn of_course(&self, step: usize, plan: &Plan) -> Vec<Part> {
        let Some(exercise) = self.exercise(step, plan) else {
            return Vec::new();
        };
        // Each side may have its own number of them.
        let both = plan.steps.get(step);
        let both = both.and_then(|step| self.routine.exercises.get(step.exercise));
        let sides = [Side::Left, Side::Right].map(|side| both.map(|it| it.on(Some(side))));
        let of_side = |exercise: &Exercise| match exercise.dose {
            Dose::Paced { reps, .. } => reps.saturating_add(exercise.more_reps),
            _ => 0,
        };
        let most = sides.into_iter().flatten().map(of_side).max();
        let reps = match exercise.dose {
            Dose::Paced { reps, .. } => most.unwrap_or(reps),
            Dose::Timed { time } => {
                let minutes = u32::try_from(time.as_secs() / 60).unwrap_or(u32::MAX);
                let left = |left| self.own(&minutes_left(left), Rank::Moment);
                return (1..=minutes).rev().map(left).collect();
            }
            Dose::Hold { .. } | Dose::Open => return Vec::new(),
        };
        let (reps, parts) = (u64::from(reps), exercise.tempo.parts().len());
        let first = (1..=reps).flat_map(|rep| self.part(step, 0, Some(rep), plan));
        let others = (1..parts).flat_map(|part| self.part(step, part, None, plan));
        first.chain(others).collect()
    }

    /// What to do while a step of work lasts, with its side where that is worth a word.
    fn work(&self, step: &Step, exercise: &Exercise, with_side: bool) -> Message {
        match (step.kind, exercise.dose) {
            (StepKind::Hold, _) if with_side && step.side.is_some() => {
                match Aim::of(&self.routine, exercise) {
                    Aim::Balance => {
                        Message::new("voice-hold-balance").with("side", facts::side_key(step.side))
                    }
                    Aim::Stretch | Aim::Strength => narrate::step(step),
                }
            }
            // How often was said before, and the time to the second repetition is short.
            (StepKind::Reps, _) if exercise.alternates_at_pace() => {
                let first = facts::side_key(Some(exercise.first_side));
                Message::new("voice-reps-in-turn").with("first", first)
            }
            (StepKind::Reps, Dose::Paced { reps, .. }) => {
                Message::new("voice-reps").with("reps", reps)
            }
            (StepKind::Activity, _) => Message::new("voice-activity"),
            (StepKind::Wait, _) => Message::new("voice-wait"),
            _ => {
                let aim = Aim::of(&self.routine, exercise);
                Message::new("voice-hold").with("aim", aim.key())
            }
        }
    }

    fn side(&self, step: &Step) -> Option<Part> {
        narrate::side(step.side).map(|side| self.own(&side, Rank::Moment))
    }

    fn words_of_cue(&self, step: usize, cue: usize, plan: &Plan) -> Vec<Part> {
        let exercise = self.exercise(step, plan);
        let is_at_pace = plan.steps.get(step).map(|step| step.kind) == Some(StepKind::Reps);
        // Between two repetitions there may be more time than before the next one.
        let rank = if is_at_pace { Rank::Say } else { Rank::Moment };
        let cue = exercise.and_then(|exercise| exercise.cues.get(cue));
        cue.map(|cue| self.authors(&cue.say, rank))
            .into_iter()
            .collect()
    }

    fn end(&self, state: State, plan: &Plan) -> Vec<Part> {
        let dose = progress::of_session(&self.routine, plan, &self.attempts);
        let ended = report::ended(state, &self.routine, &Tally::of(dose));
        vec![self.own(&ended, Rank::Moment)]
    }

    fn exercise(&self, step: usize, plan: &Plan) -> Option<&Exercise> {
        let step = plan.steps.get(step)?;
        Some(self.routine.exercises.get(step.exercise)?.on(step.side))
    }

    /// Supple's own words.
    fn own(&self, message: &Message, rank: Rank) -> Part {
        Part::new(
            &self.words.message(message),
            self.words.language().tag,
            rank,
        )
    }

    /// Words of the routine's file.
    fn authors(&self, text: &str, rank: Rank) -> Part {
        let language = &self.routine.language;
        let first = |tag: &str| tag.split('-').next().map(str::to_lowercase);
        // Of another language no words are known.
        let is_own = first(language) == first(self.words.language().tag);
        let joining = is_own.then(|| ["voice-or", "voice-of"].map(|id| self.words.get(id)));
        let joining = joining
            .as_ref()
            .map(|words| words.each_ref().map(String::as_str));
        Part::new(&spoken::aloud(text, joining), language, rank)
    }
}

fn minutes_left(left: u32) -> Message {
    Message::new("voice-minutes-left").with("minutes", left)
}

fn phrases(parts: Vec<Part>) -> impl Iterator<Item = Phrase> {
    parts.into_iter().map(|part| part.phrase)
}
