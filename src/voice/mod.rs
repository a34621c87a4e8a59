//! What is said in a session, and how it becomes sound.
//!
//! ```text
//! Events -> Script -> parts -> fit -> clips -> the speaker
//!                       |              ^
//!                       +-> Reader ----+   (the system's speech program, ahead of time)
//! ```
//!
//! - [`Script`] tells what there is to say at a moment, in parts, each whole or not at all. It is as
//!   pure as the session: same events, same words.
//! - A [`Reader`] has every part of a routine rendered by the system's speech program before it is
//!   due, on a thread of its own, and keeps what was rendered in the cache folder.
//! - [`Voice`] chooses the parts that fit before the next sound, the most important first: what would
//!   run into it is left out, never cut off, and never late. Only a person's own command ends a
//!   phrase before its end.
//! - [`Guidance`] is what a session's runner knows: cues and voice on one speaker.

mod absence;
mod cache;
mod custom;
mod found;
mod guidance;
mod listed;
mod part;
mod process;
mod program;
mod reader;
mod room;
mod script;
mod speech;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub use absence::{
    how_to_get_a_pleasant_voice, how_to_get_a_voice, install_command, nothing_speaks,
};
pub use custom::{Custom, NotACommand};
pub use guidance::Guidance;
pub use part::{Need, Part, Phrase, Rank};
pub use process::{Errands, call_off_questions};
pub use program::Program;
pub use reader::{Reader, Rendered, render};
pub use script::{Script, ToSay};
pub use speech::{NotAVoiceName, Offer, Speech, VoiceName};

use crate::plan::{Plan, StepKind};
pub use crate::routine::spoken::PAUSE;
use crate::routine::spoken::{LONGEST, QUIET};
use crate::session::{Event, EventKind, Pause, Session, State};
use crate::sound::{Clip, Cues, Spoken};
use crate::words::Message;

/// Between the end of a phrase and the next sound.
const MARGIN: Duration = Duration::from_millis(200);

/// How late a phrase that belongs to a moment may begin, however much time is behind it.
const LATEST: Duration = Duration::from_millis(50);

/// How late one may begin that tells of a pause: the device may have been closed meanwhile.
const LATEST_OF_A_PAUSE: Duration = Duration::from_millis(500);

/// How late an exercise may be announced before it begins. It is as true then, and without it a
/// person who only hears would not know what to do.
const LATEST_OF_WHAT_COMES: Duration = Duration::from_secs(2);

/// Says what there is to say in one session.
#[derive(Debug)]
pub struct Voice {
    script: Script,
    speech: Speech,
    /// Made when there is first something to say.
    reader: Option<Reader>,
    explanation: Explanation,
    /// What was said last of how an exercise is done, and of which, by its index. A command may have cut it
    /// off.
    saying: Option<Saying>,
    /// When what is being said ends at the latest, on the session's clock.
    talks_until: Duration,
    /// Whether the rest before said which repetition or set comes.
    number_is_said: bool,
}

/// How the exercise under way is done: what may be said before it or during its holds.
#[derive(Debug, Default)]
struct Explanation {
    /// Index into the routine's exercises.
    exercise: usize,
    /// What has been said while getting ready. A pause may have cut it off.
    said: Vec<Part>,
    /// What there was no time for, or had not been rendered: it is said as soon as it can be.
    unsaid: Vec<Part>,
}

/// What is said at a moment.
#[derive(Debug)]
pub struct Choice {
    /// One after the other, with [`PAUSE`] between.
    pub said: Vec<(Part, Clip)>,
    /// How much later it may begin without running into the next sound.
    pub spare: Duration,
}

/// What is being said.
#[derive(Debug)]
struct Saying {
    /// The exercise that it is said of, as an index into the routine's.
    exercise: usize,
    parts: Vec<Part>,
    /// When it is over, if it began at once.
    end: Duration,
}

impl Voice {
    /// Of a session that has not begun; `ahead` may be at work on what it will say already.
    pub fn new(session: &Session, speech: &Speech, ahead: Option<Reader>) -> Self {
        Self {
            script: Script::new(session.routine())
                .after(session.done_before())
                .easing(session.eased()),
            speech: speech.clone(),
            reader: ahead,
            explanation: Explanation::default(),
            saying: None,
            talks_until: Duration::ZERO,
            number_is_said: false,
        }
    }

    /// Begins to render what will be said from the session's step on.
    pub fn read_ahead(&mut self, session: &Session) {
        self.reader(session);
    }

    /// Waits until what the session begins with has been rendered, or can't be; for `patience` at most.
    /// Returns whether that is so.
    pub fn await_beginning(&mut self, session: &Session, patience: Duration) -> bool {
        let (first, _) = session.step();
        let script = self.script.clone();
        self.reader(session).is_none_or(|reader| {
            reader.wait_for(&script.at_beginning_of(first, session.plan()), patience)
        })
    }

    /// What to say of the events of one wake-up, which led `session` to where it stands: see
    /// [`Voice::choose`].
    pub fn hear(
        &mut self,
        events: &[Event],
        session: &Session,
        cues: &Cues,
        lead: Duration,
    ) -> Option<Spoken> {
        let Choice { said, spare } = self.choose(events, session, cues, lead)?;
        let clips: Vec<Clip> = said.into_iter().map(|(_, clip)| clip).collect();
        let clip = Clip::in_a_row(&clips, PAUSE)?;
        // The margin is there to begin late in.
        let patience = latest_of(events, session).min(spare + MARGIN);
        Some(Spoken { clip, patience })
    }

    /// Chooses what to say of the events of one wake-up: nothing that would last into the next
    /// sound. `lead` is how long the cue of this moment is listened to before the voice begins;
    /// `cues` tell what comes.
    pub fn choose(
        &mut self,
        events: &[Event],
        session: &Session,
        cues: &Cues,
        lead: Duration,
    ) -> Option<Choice> {
        self.follow(events, session);
        let ToSay { now, past } = self.script.hear(events, session.plan());
        let of_before = past.into_iter().filter(Part::outlasts_its_step);
        self.explanation.unsaid.extend(of_before);
        self.forget_other_side(session);
        let mut parts = now;
        self.leave_out_told_number(&mut parts, session);
        if parts.is_empty() && !self.may_begin(events, session) {
            return None;
        }
        if is_of_exercise(session) {
            for part in std::mem::take(&mut self.explanation.unsaid) {
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        let room = self.room(session, cues).saturating_sub(lead + MARGIN);
        let reader = self.reader(session)?;
        let (clips, spare) = room::fit(&parts, room, |phrase| reader.clip(phrase));
        let kind = session.step().1.kind;
        let mut said = Vec::new();
        for (part, clip) in parts.into_iter().zip(clips) {
            match clip {
                Some(clip) => {
                    if part.outlasts_its_step() && kind == StepKind::Prepare {
                        self.explanation.said.push(part.clone());
                    }
                    self.number_is_said |= part.rank == Rank::Number && kind == StepKind::Rest;
                    said.push((part, clip));
                }
                None if part.can_wait(kind) => self.explanation.unsaid.push(part),
                None => {}
            }
        }
        if !said.is_empty() {
            self.keep_what_is_cut_off(session);
            let coming = exercise_of(session);
            let parts: Vec<Part> = said.iter().map(|(part, _)| part.clone()).collect();
            for part in &parts {
                self.script.note_said(coming, part);
            }
            let lengths = said.iter().map(|(_, clip)| clip.length() + PAUSE);
            let length = lead + lengths.sum::<Duration>();
            let end = session.as_of() + length;
            self.saying = Some(Saying {
                exercise: coming,
                parts,
                end,
            });
            self.talks_until = end + latest_of(events, session);
        }
        Some(Choice { said, spare })
    }

    /// Whether something may be said at a moment that has no words of its own: there is something,
    /// nothing is being said, and no last seconds tick.
    fn may_begin(&self, events: &[Event], session: &Session) -> bool {
        let ticks = |event: &Event| matches!(event.kind, EventKind::LastSeconds { .. });
        !self.explanation.unsaid.is_empty()
            && is_of_exercise(session)
            && session.as_of() >= self.talks_until
            && !events.iter().any(ticks)
    }

    /// Leaves out which repetition or set it is where the rest before has said so.
    fn leave_out_told_number(&mut self, parts: &mut Vec<Part>, session: &Session) {
        let begins_work = session.step().1.kind.is_work() && !parts.is_empty();
        if begins_work && std::mem::take(&mut self.number_is_said) {
            parts.retain(|part| part.rank != Rank::Number);
        }
    }

    /// Keeps up with the session while nothing is to be said.
    pub fn pass_over(&mut self, events: &[Event], session: &Session) {
        self.follow(events, session);
        let ToSay { now, past } = self.script.hear(events, session.plan());
        let unheard = past.into_iter().chain(now);
        self.script.keep_untold(exercise_of(session), unheard);
    }

    /// Keeps up with the session, and keeps for a further round what was not said in this one.
    fn follow(&mut self, events: &[Event], session: &Session) {
        let begins = |event: &Event| matches!(event.kind, EventKind::StepBegan { .. });
        let cuts_off = |event: &Event| begins(event) || matches!(event.kind, EventKind::Paused(_));
        if events.iter().any(cuts_off) {
            self.keep_what_is_cut_off(session);
        }
        if events.iter().any(begins) {
            let unsaid = self.explanation.unsaid.iter().cloned();
            self.script.keep_untold(self.explanation.exercise, unsaid);
        }
        self.explanation.follow(events, session);
    }

    /// What is still being said is ended by what comes now: it counts as not said.
    fn keep_what_is_cut_off(&mut self, session: &Session) {
        let saying = self.saying.take();
        if let Some(saying) = saying.filter(|saying| session.as_of() < saying.end) {
            self.script.keep_untold(saying.exercise, saying.parts);
        }
    }

    /// Lets go of what is left to say of the other side's limbs, and has the easier way in this side's.
    fn forget_other_side(&mut self, session: &Session) {
        let (_, step) = session.step();
        let exercise = session.routine().exercises.get(step.exercise);
        let exercise = exercise.filter(|exercise| exercise.in_words_of.is_some());
        if let Some(exercise) = exercise.filter(|_| step.side.is_some()) {
            let here = exercise.on(step.side);
            let (how, easier) = (self.script.at_any_time(here), self.script.easier_way(here));
            let unsaid = &mut self.explanation.unsaid;
            unsaid.retain(|part| !part.tells_how() || how.contains(part));
            for part in unsaid.iter_mut().filter(|part| part.rank == Rank::Easier) {
                if let Some(easier) = &easier {
                    part.clone_from(easier);
                }
            }
        }
    }

    /// Why phrases are missing, if the speech program does not do its work.
    pub fn warning(&self) -> Option<Message> {
        self.reader.as_ref().and_then(Reader::warning)
    }

    /// From where the session stands to the next moment at which something sounds, or to the silence
    /// before work begins.
    fn room(&self, session: &Session, cues: &Cues) -> Duration {
        let (mut script, mut cues) = (self.script.clone(), cues.clone());
        let plan = session.plan();
        let mut room = LONGEST;
        for event in session.forecast(LONGEST + QUIET) {
            let left = event.at.saturating_sub(session.as_of());
            if begins_work(event.kind, plan) {
                return room.min(left.saturating_sub(QUIET));
            }
            let event = std::slice::from_ref(&event);
            let sounds = cues.hear(event, plan).is_some();
            let speaks = !script.hear(event, plan).now.is_empty();
            if sounds || speaks {
                room = room.min(left);
            }
        }
        room
    }

    fn reader(&mut self, session: &Session) -> Option<&Reader> {
        if self.reader.is_none() {
            if self.speech.programs.is_empty() {
                return None;
            }
            let (first, _) = session.step();
            let needs = self.script.needs_from(first, session.plan());
            // Without a thread the session goes on with its cues.
            self.reader = Reader::start(&self.speech, needs).ok();
        }
        let reader = self.reader.as_ref()?;
        reader.has_come_to(session.step().1.exercise);
        Some(reader)
    }
}

fn begins_work(event: EventKind, plan: &Plan) -> bool {
    let EventKind::StepBegan { step } = event else {
        return false;
    };
    plan.steps.get(step).is_some_and(|step| step.kind.is_work())
}

/// The exercise that is spoken of: in a rest the one that it leads to. An index into the routine's.
fn exercise_of(session: &Session) -> usize {
    let (index, step) = session.step();
    let plan = session.plan();
    let leads_to = plan.steps.get(plan.after_rest(index));
    leads_to.map_or(step.exercise, |step| step.exercise)
}

/// Whether the session is under way in a step in which an exercise may be announced: getting ready for
/// it, and between its first work and its last.
fn is_of_exercise(session: &Session) -> bool {
    let (index, step) = session.step();
    let plan = session.plan();
    let next = plan.steps.get(plan.after(index));
    let is_of_it = match step.kind {
        StepKind::Rest | StepKind::Switch => {
            next.is_some_and(|next| next.exercise == step.exercise)
        }
        _ => true,
    };
    session.state() == State::Running && is_of_it
}

/// How late what is said of the events of one wake-up may begin.
fn latest_of(events: &[Event], session: &Session) -> Duration {
    let latest = events.iter().map(|event| latest(event.kind, session)).max();
    latest.unwrap_or(LATEST)
}

/// How late what is said of an event may begin.
fn latest(event: EventKind, session: &Session) -> Duration {
    match event {
        EventKind::Resumed | EventKind::Paused(Pause::Interrupted { .. }) => LATEST_OF_A_PAUSE,
        EventKind::StepBegan { .. } if session.step().1.kind == StepKind::Prepare => {
            LATEST_OF_WHAT_COMES
        }
        _ => LATEST,
    }
}

impl Explanation {
    /// Keeps up with the session: another exercise has its own, and what a pause cut off is not
    /// taken for said.
    fn follow(&mut self, events: &[Event], session: &Session) {
        let step = session.step().1;
        if step.exercise != self.exercise {
            *self = Self {
                exercise: step.exercise,
                ..Self::default()
            };
        }
        for event in events {
            match event.kind {
                // All of it is said anew.
                EventKind::StepBegan { .. } if step.kind == StepKind::Prepare => {
                    self.said.clear();
                    self.unsaid.clear();
                }
                EventKind::StepBegan { .. } => {
                    self.said.clear();
                    self.unsaid.retain(Part::outlasts_its_step);
                }
                EventKind::Paused(_) => {
                    let mut cut_off = std::mem::take(&mut self.said);
                    cut_off.append(&mut self.unsaid);
                    self.unsaid = cut_off;
                }
                _ => {}
            }
        }
    }
}
