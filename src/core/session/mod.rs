//! A routine under way: a state machine over a [`Plan`].
//!
//! It reads no clock and touches nothing. A shell passes it the time with each call; it answers with
//! the events that became true, each with the moment it was planned for, so that a late call loses
//! nothing and lengthens nothing.
//!
//! ```
//! use std::{sync::Arc, time::Duration};
//! use supple_core::routine::{Exercise, Routine};
//! use supple_core::session::{Command, EventKind, Reading, Refusal, Session, State};
//!
//! let exercise = Exercise::new("knee-to-chest", "Single knee to chest");
//! let routine = Routine::new("lower-back", "Lower back", vec![exercise]);
//! let mut session = Session::new(Arc::new(routine));
//! let mut events = Vec::new();
//! let at = |seconds| Reading {
//!     monotonic: Duration::from_secs(seconds),
//!     with_sleep: Duration::from_secs(seconds),
//! };
//!
//! session.apply(Command::Start, at(0), &mut events)?;
//! assert_eq!(session.state(), State::Running);
//!
//! // Ten seconds to get ready, then the first hold. Time is passed in second by second.
//! (1..=15).for_each(|second| session.advance(at(second), &mut events));
//! let began = events.iter().find(|event| event.kind == EventKind::StepBegan { step: 1 });
//! assert_eq!(began.unwrap().at, Duration::from_secs(10));
//! assert_eq!(session.elapsed(), Duration::from_secs(5));
//!
//! // A pause keeps the time already held, and a command that makes no sense is refused.
//! session.apply(Command::Pause, at(15), &mut events)?;
//! session.advance(at(600), &mut events);
//! assert_eq!(session.apply(Command::Pause, at(600), &mut events), Err(Refusal::AlreadyPaused));
//! session.apply(Command::Resume, at(600), &mut events)?;
//! assert_eq!(session.next_deadline(), Some(Duration::from_secs(601)));
//!
//! // A machine that was asleep for an hour: the session waits where it was last certain.
//! session.advance(at(601), &mut events);
//! session.advance(at(601 + 3600), &mut events);
//! assert!(matches!(session.state(), State::Paused(_)));
//! assert_eq!(session.elapsed(), Duration::from_secs(6));
//! # Ok::<(), Refusal>(())
//! ```

mod beginning;
mod command;
mod event;
mod moments;
mod pain;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

pub use command::{Command, Pause, Refusal, State, StopReason};
use event::Log;
pub use event::{Answer, Attempt, Event, EventKind, Outcome};
use moments::Moments;

use crate::plan::{Plan, Step, StepKind};
use crate::routine::{Exercise, Routine};

/// One look at both clocks of the machine.
///
/// The monotonic one drives the session. It leaves a suspended machine's time out on some systems and
/// counts it on others, so another is compared with it that counts it on all. Neither is the clock that
/// people set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Since the clock's own beginning.
    pub monotonic: Duration,
    /// Since the clock's own beginning, with the time that the machine slept.
    pub with_sleep: Duration,
}

/// A wake-up later than this, or a longer sleep of the machine, is an interruption.
pub const TOLERANCE: Duration = Duration::from_secs(2);

/// What [`Command::Extend`] adds.
pub const EXTENSION: Duration = Duration::from_secs(10);

/// How long a step can be made: the format's own limit for a duration.
const LONGEST_EXTENDED: Duration = Duration::from_hours(1);

/// Within this time of its start a step counts as not begun: [`Command::Back`] means the hold before,
/// and leaving it counts as skipping it.
const STILL_AT_THE_START: Duration = Duration::from_secs(2);

/// A session over one routine. See the module's page for how it is driven.
#[derive(Debug, Clone)]
pub struct Session {
    routine: Arc<Routine>,
    plan: Arc<Plan>,
    state: State,
    tolerance: Duration,
    current: Current,
    /// The steps of the dose before this one have been recorded in some way.
    recorded: usize,
    /// The last step of the dose of which anything was done, before the session was cut off too.
    last_done: Option<usize>,
    /// The exercises that are done in their easier way since it hurt, as indices into the
    /// routine's.
    eased: BTreeSet<usize>,
    /// What was done before the session was cut off, if it goes on.
    done_before: Vec<Attempt>,
    /// The last reading; a session is certain of the time up to there.
    seen: Option<Reading>,
}

/// The step under way.
#[derive(Debug, Clone, Copy)]
struct Current {
    step: usize,
    /// With what was added to it; `None` for an open step.
    length: Option<Duration>,
    /// The middle, where it is to be announced. It moves with the end until it is reached.
    halfway: Option<Duration>,
    /// The moment on the monotonic clock at which the step would have begun without its pauses;
    /// means nothing unless the session is running.
    began: Duration,
    /// Time under way as of the last reading.
    elapsed: Duration,
    /// Everything within the step up to here has been announced.
    reported: Duration,
}

impl Session {
    /// The exercises that are done in their easier way, as indices into the routine's.
    pub fn eased(&self) -> &BTreeSet<usize> {
        &self.eased
    }

    /// What was done before it was cut off, if it goes on.
    pub fn done_before(&self) -> &[Attempt] {
        &self.done_before
    }

    /// The routine that is done.
    pub fn routine(&self) -> &Arc<Routine> {
        &self.routine
    }

    /// The plan of the whole routine, also where the session begins in its middle; one that goes on
    /// has its time to get ready in it.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Where the session stands, as of the last call.
    pub fn state(&self) -> State {
        self.state
    }

    /// The step under way, or the one to begin with.
    pub fn step(&self) -> (usize, &Step) {
        let step = self.current.step;
        (step, &self.plan.steps[step])
    }

    /// Time under way in the current step, as of the last call; pauses left out.
    pub fn elapsed(&self) -> Duration {
        self.current.elapsed
    }

    /// Length of the current step with what was added to it; `None` for an open step.
    pub fn length(&self) -> Option<Duration> {
        self.current.length
    }

    /// Whether the exercise under way is done in its easier way, since that was chosen when it hurt.
    pub fn is_eased(&self) -> bool {
        self.eased.contains(&self.step().1.exercise)
    }

    /// From here to the end of the plan, as of the last call, with what was added to this step.
    pub fn left(&self) -> Duration {
        let step = self.step().1;
        let of_this = self.current.length.unwrap_or_default();
        let up_to_its_end = step.start + step.duration.unwrap_or_default();
        let later = self.plan.total.saturating_sub(up_to_its_end);
        of_this.saturating_sub(self.current.elapsed) + later.saturating_sub(self.left_out_later())
    }

    /// How long all later steps are that are left out.
    fn left_out_later(&self) -> Duration {
        if self.plan.left_out.is_empty() {
            return Duration::ZERO;
        }
        let later = self.current.step + 1..self.plan.steps.len();
        let left_out = later.filter(|&step| self.plan.is_left_out(step));
        left_out
            .filter_map(|step| self.plan.steps[step].duration)
            .sum()
    }

    /// Obeys a command at `now`, after everything that was due before it. Events are added to
    /// `events` in order.
    ///
    /// # Errors
    /// A command that makes no sense in this state is refused and changes nothing but what time
    /// had changed already.
    pub fn apply(
        &mut self,
        command: Command,
        now: Reading,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        self.advance(now, events);
        self.permit(command)?;
        let mut log = Log {
            at: self.seen.map_or(now.monotonic, |seen| seen.monotonic),
            events,
        };
        let felt_in = self.hurting_step();
        let answer = self.answer(command);
        if let Some(answer) = answer {
            let exercise = self.plan.steps[felt_in].exercise;
            if answer == Answer::Easier {
                self.eased.insert(exercise);
            }
            let is_in_circuit = self.routine.exercises[exercise].circuit().is_some();
            if answer == Answer::Skipped && is_in_circuit {
                // It would hurt in the next round too.
                Arc::make_mut(&mut self.plan).left_out.insert(exercise);
            }
            log.tell(EventKind::Answered(answer));
        }
        match command {
            // Of what hurts no step more is done.
            Command::Skip | Command::SkipExercise if answer.is_some() => {
                self.leave_what_hurts(felt_in, &mut log);
            }
            Command::Start => self.start(&mut log),
            Command::Pause => self.pause(Pause::Asked, &mut log),
            Command::Resume | Command::Easier if self.state == State::Paused(Pause::Hurts) => {
                self.get_ready_again(&mut log);
            }
            Command::Resume | Command::Easier => self.resume(&mut log),
            Command::Skip => self.go_on(Leaving::Early, &mut log),
            Command::Done if self.step().1.kind == StepKind::Wait => {
                self.go_on(Leaving::AtItsEnd, &mut log);
            }
            Command::Done => self.skip_extra(&mut log),
            Command::SkipExercise => self.skip_exercise(&mut log),
            Command::Back => self.back(&mut log),
            Command::Extend => self.extend(&mut log),
            Command::Hurts => {
                log.tell(EventKind::Hurt { step: felt_in });
                self.pause(Pause::Hurts, &mut log);
            }
            Command::Stop(reason) => self.stop(reason, &mut log),
        }
        Ok(())
    }

    /// Lets time pass until `now`. A clock that ran backwards counts as one that stood still.
    pub fn advance(&mut self, now: Reading, events: &mut Vec<Event>) {
        let before = self.seen.unwrap_or(now);
        let now = Reading {
            monotonic: now.monotonic.max(before.monotonic),
            ..now
        };
        if self.state == State::Running {
            if let Some(away) = self.absence(before, now) {
                let mut log = Log {
                    at: before.monotonic,
                    events,
                };
                self.pause(Pause::Interrupted { away }, &mut log);
            } else {
                self.run_until(now.monotonic, events);
            }
        }
        self.seen = Some(now);
    }

    /// The monotonic moment at which something will happen by itself; `None` while nothing will
    /// (not started, paused, over). Never more than a second away from the last call.
    pub fn next_deadline(&self) -> Option<Duration> {
        let next = self.moments().after(self.current.reported);
        (self.state == State::Running).then(|| self.current.began.saturating_add(next))
    }

    /// The moment of the last call, on the monotonic clock.
    pub fn as_of(&self) -> Duration {
        self.seen.map_or(Duration::ZERO, |seen| seen.monotonic)
    }

    /// What will come by itself within `time` from the last call, if nobody gives a command.
    pub fn forecast(&self, time: Duration) -> Vec<Event> {
        let mut events = Vec::new();
        if self.state == State::Running {
            let until = self.as_of().saturating_add(time);
            self.clone().run_until(until, &mut events);
        }
        events
    }

    /// Whether the command makes sense as things stand.
    fn permit(&self, command: Command) -> Result<(), Refusal> {
        match (self.state, command) {
            (State::Completed | State::Stopped(_) | State::Failed, _) => Err(Refusal::Over),
            (State::Ready, Command::Start | Command::Stop(_)) => Ok(()),
            (State::Ready, _) => Err(Refusal::NotStarted),
            (_, Command::Start) => Err(Refusal::AlreadyStarted),
            (State::Paused(_), Command::Pause) | (State::Paused(Pause::Hurts), Command::Hurts) => {
                Err(Refusal::AlreadyPaused)
            }
            (State::Running, Command::Resume | Command::Easier) => Err(Refusal::NotPaused),
            (_, Command::Done) if !self.step().1.ends_when_done() => Err(Refusal::NotOpen),
            (State::Paused(Pause::Hurts), Command::Extend) => Err(Refusal::Hurts),
            (_, Command::Extend) => match self.current.length {
                None => Err(Refusal::NoEnd),
                Some(length) if length + EXTENSION > LONGEST_EXTENDED => Err(Refusal::LongEnough),
                Some(_) => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// How long the program was away between two readings, if it was: it woke late, or the machine
    /// slept.
    fn absence(&self, before: Reading, now: Reading) -> Option<Duration> {
        let passed = now.monotonic.saturating_sub(before.monotonic);
        let with_sleep = now.with_sleep.saturating_sub(before.with_sleep);
        let asleep = with_sleep.saturating_sub(passed);
        let late = self.next_deadline().map_or(Duration::ZERO, |deadline| {
            now.monotonic.saturating_sub(deadline)
        });
        let away = passed.max(with_sleep);
        (late.max(asleep) > self.tolerance).then_some(away)
    }

    /// Tells everything that was planned up to `now`, across as many steps as that takes.
    fn run_until(&mut self, now: Duration, events: &mut Vec<Event>) {
        while let Some(at) = self.next_deadline().filter(|&at| at <= now) {
            let mut log = Log { at, events };
            let moment = self.moments().after(self.current.reported);
            self.current.reported = moment;
            self.current.elapsed = moment;
            if self.current.length == Some(moment) {
                self.moments()
                    .said_at(moment)
                    .for_each(|kind| log.tell(kind));
                self.go_on(Leaving::AtItsEnd, &mut log);
            } else {
                self.moments().at(moment).for_each(|kind| log.tell(kind));
            }
        }
        if self.state == State::Running {
            self.current.elapsed = now.saturating_sub(self.current.began);
        }
    }

    fn start(&mut self, log: &mut Log) {
        self.state = State::Running;
        log.tell(EventKind::Started);
        self.begin(self.current.step, log);
    }

    fn pause(&mut self, why: Pause, log: &mut Log) {
        self.state = State::Paused(why);
        log.tell(EventKind::Paused(why));
    }

    fn resume(&mut self, log: &mut Log) {
        self.state = State::Running;
        self.current.began = log.at.saturating_sub(self.current.elapsed);
        log.tell(EventKind::Resumed);
    }

    /// Goes on with the pause before this step, so that there is time to get back into position.
    fn get_ready_again(&mut self, log: &mut Log) {
        let (step, of_this) = self.step();
        let pause_before = step
            .checked_sub(1)
            .filter(|&before| of_this.kind.is_work() && !self.plan.steps[before].kind.is_work());
        self.end_pause(log);
        self.record_what_was_held(Leaving::ToComeBack, log);
        self.begin(pause_before.unwrap_or(step), log);
    }

    fn stop(&mut self, reason: StopReason, log: &mut Log) {
        self.record_what_was_held(Leaving::ToComeBack, log);
        self.state = State::Stopped(reason);
        log.tell(EventKind::Stopped(reason));
    }

    fn go_on(&mut self, leaving: Leaving, log: &mut Log) {
        self.go_on_to(self.plan.after(self.current.step), leaving, log);
    }

    fn skip_exercise(&mut self, log: &mut Log) {
        let (step, of_this) = self.step();
        let rest = &self.plan.steps[step..];
        let length = rest
            .iter()
            .take_while(|later| later.exercise == of_this.exercise)
            .count();
        self.go_on_to(self.plan.from(step + length), Leaving::Early, log);
    }

    /// Leaves what is beyond what is asked: it is enough.
    fn skip_extra(&mut self, log: &mut Log) {
        let (step, _) = self.step();
        let rest = &self.plan.steps[step..];
        // What is asked of the next exercise is not beyond it; a round beyond what is asked may have several.
        let length = rest.iter().take_while(|later| later.extra).count();
        let next = self.plan.from(step + length.max(1));
        self.go_on_to(next, Leaving::Early, log);
    }

    /// Leaves this step for a later one, or for the end. Whatever of the dose lies between and has
    /// not been recorded yet is recorded as skipped.
    fn go_on_to(&mut self, next: usize, leaving: Leaving, log: &mut Log) {
        self.end_pause(log);
        self.record_what_was_held(leaving, log);
        for step in self.recorded..next {
            if self.plan.steps[step].kind.is_work() {
                let attempt = Attempt {
                    step,
                    prescribed: self.plan.steps[step].duration,
                    held: Duration::ZERO,
                    outcome: Outcome::Skipped,
                    again: false,
                };
                self.record(attempt, log);
            }
        }
        if next < self.plan.steps.len() {
            self.begin(next, log);
        } else {
            self.state = State::Completed;
            log.tell(EventKind::Completed);
        }
    }

    fn back(&mut self, log: &mut Log) {
        let (step, of_this) = self.step();
        let between_holds = matches!(of_this.kind, StepKind::Rest | StepKind::Switch);
        let is_place = |earlier: &Step| {
            let is_for_this = earlier.exercise == of_this.exercise;
            earlier.kind.is_work() || earlier.kind == StepKind::Prepare && is_for_this
        };
        let mut earlier = self.plan.steps[..step].iter();
        let before = earlier
            .rposition(|earlier| {
                is_place(earlier) && !self.plan.left_out.contains(&earlier.exercise)
            })
            .filter(|_| between_holds || self.current.elapsed < STILL_AT_THE_START);
        self.end_pause(log);
        self.record_what_was_held(Leaving::ToComeBack, log);
        self.begin(before.unwrap_or(step), log);
    }

    fn extend(&mut self, log: &mut Log) {
        let step = self.current.step;
        self.current.length = self.current.length.map(|length| length + EXTENSION);
        if self
            .current
            .halfway
            .is_some_and(|at| at > self.current.reported)
        {
            self.current.halfway = self.middle();
        }
        log.tell(EventKind::Extended { step });
    }

    fn begin(&mut self, step: usize, log: &mut Log) {
        self.enter(step, log.at);
        log.tell(EventKind::StepBegan { step });
        self.moments()
            .at_the_beginning()
            .for_each(|kind| log.tell(kind));
    }

    fn enter(&mut self, step: usize, at: Duration) {
        self.current = Current {
            step,
            length: self.plan.steps[step].duration,
            halfway: None,
            began: at,
            elapsed: Duration::ZERO,
            reported: Duration::ZERO,
        };
        self.current.halfway = self.middle();
    }

    /// A command that leads to another step ends a pause: asking for it means going on.
    fn end_pause(&mut self, log: &mut Log) {
        if matches!(self.state, State::Paused(_)) {
            self.resume(log);
        }
    }

    /// Records the step under way if it is part of the dose and any of it was done.
    fn record_what_was_held(&mut self, leaving: Leaving, log: &mut Log) {
        let (step, of_this) = self.step();
        let held = self.current.elapsed;
        if !of_this.kind.is_work() || held.is_zero() {
            return;
        }
        let in_full = of_this.duration.is_some_and(|dose| held >= dose);
        let outcome = if in_full || matches!(leaving, Leaving::AtItsEnd) {
            Outcome::Done
        } else if held < STILL_AT_THE_START {
            Outcome::Skipped
        } else {
            Outcome::CutShort
        };
        let attempt = Attempt {
            step,
            prescribed: of_this.duration,
            held,
            outcome,
            again: outcome != Outcome::Done && matches!(leaving, Leaving::ToComeBack),
        };
        self.record(attempt, log);
    }

    fn record(&mut self, attempt: Attempt, log: &mut Log) {
        self.recorded = self.recorded.max(attempt.step + 1);
        if attempt.outcome != Outcome::Skipped {
            self.last_done = Some(attempt.step);
        }
        log.tell(EventKind::Attempted(attempt));
    }

    fn middle(&self) -> Option<Duration> {
        let of_this = self.step().1;
        moments::halfway(of_this.kind, self.current.length, self.exercise())
    }

    fn moments(&self) -> Moments<'_> {
        let (step, of_this) = self.step();
        Moments {
            step,
            kind: of_this.kind,
            length: self.current.length,
            halfway: self.current.halfway,
            reps_before: of_this.reps_before,
            exercise: self.exercise(),
        }
    }

    /// The exercise that the step under way belongs to, as it is on its side. A plan's steps name
    /// exercises of the routine it was made of.
    fn exercise(&self) -> &Exercise {
        let step = self.step().1;
        self.routine.exercises[step.exercise].on(step.side)
    }
}

/// How a step is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    /// Its time is over or, in an open step, the person says done.
    AtItsEnd,
    /// For a later one.
    Early,
    /// To be done once more, or where the session ends: now or when it goes on.
    ToComeBack,
}
