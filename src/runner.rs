//! The one place where time passes.
//!
//! A thread of its own owns the session and the clock. It sleeps until the session's next deadline
//! or the next command, hands every event first to the sound, then to the record, and publishes a
//! [`Snapshot`] for whoever draws. It never waits for a frame, a device or a disk: sound and record
//! have threads of their own behind [`Sound`] and [`Record`].
//!
//! A snapshot never shows a step as done before the record has it. Such a snapshot is published only once
//! the record has written it; the session and its sound go on meanwhile. A record that takes longer
//! than a moment is called slow in the snapshot, which then waits no longer.
//!
//! Deadlines are moments on the clock, not pauses of some length, so a thread that wakes late is
//! late once and no later for it the next time.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::clock::{Clock, Wake};
use crate::contain::contained;
use crate::plan::Plan;
use crate::progress::{self, DoseStep, Tally};
use crate::routine::Routine;
use crate::session::{Attempt, Command, Event, EventKind, Refusal, Session, State};
use crate::threads;
use crate::words::Message;

/// Plays what events sound like. Must return at once, but for [`Sound::prepare`].
pub trait Sound: Send {
    /// Waits until sound can be heard, or is known to be unavailable; a few seconds at most. Called before
    /// the session starts, when nothing is due yet. Checks `_is_wanted` again and again, so that a session
    /// ended at its start does not wait for its sound.
    fn prepare(&mut self, _session: &Session, _is_wanted: &dyn Fn() -> bool) {}
    /// Plays all events of one wake-up, in order; `session` stands where they led. They come
    /// together, since all of them decide which of several at one moment is heard.
    fn events(&mut self, events: &[Event], session: &Session);
    /// The session failed and can't go on. A person with closed eyes has to hear that.
    fn failed(&mut self) {}
    /// What is wrong with the sound at the moment, if anything.
    fn warning(&self) -> Option<SoundWarning>;
}

/// What is wrong with the sound.
#[derive(Debug, Clone, PartialEq)]
pub struct SoundWarning {
    /// For the person.
    pub message: Message,
    pub leaves: Audible,
}

/// What there is to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audible {
    All,
    /// The sounds, but not all that is said.
    NoVoice,
    Nothing,
}

/// Writes down what an event makes true. Must return at once.
pub trait Record: Send {
    /// Takes what to tell each time that all it was given is written. Called before the first event.
    fn tell_when_written(&mut self, _written: Written) {}
    /// Writes down one event of a session over this plan.
    fn event(&mut self, event: &Event, plan: &Plan);
    /// Whether all it was given is written, as far as it is to be written at all.
    fn is_written(&self) -> bool {
        true
    }
    /// What is wrong with the record at the moment, if anything, as a message for the person.
    fn warning(&self) -> Option<Message>;
}

/// How long what is over is not shown to be while its record is being written.
const SHOWN_LATE_AT_MOST: Duration = Duration::from_secs(1);

/// Tells a session under way that its record is written.
#[derive(Debug, Clone)]
pub struct Written(Weak<Sender<Input>>);

impl Written {
    /// Tells it, unless the session is gone.
    pub fn tell(&self) {
        if let Some(session) = self.0.upgrade() {
            // Nobody receives it once the session has failed.
            let _ = session.send(Input::Written);
        }
    }
}

/// What the session's thread wakes for, beside time.
#[derive(Debug, PartialEq, Eq)]
enum Input {
    Command(Command),
    Written,
}

/// A command that was not obeyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// What was asked.
    pub command: Command,
    /// Why it makes no sense at that moment.
    pub why: Refusal,
    /// Index of the step that it was given in.
    pub step: usize,
    /// When, on the session's clock.
    pub at: Duration,
}

/// What a session looks like at a moment; all that a screen needs to draw it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// What is done.
    pub routine: Arc<Routine>,
    /// The routine's steps in time.
    pub plan: Arc<Plan>,
    /// Where the session stands.
    pub state: State,
    /// Index of the step under way.
    pub step: usize,
    /// Time under way in the step.
    pub elapsed: Duration,
    /// Length of the step with what was added to it; `None` for an open step.
    pub length: Option<Duration>,
    /// Of the plan, from here to its end, with what was added.
    pub left: Duration,
    /// Whether the exercise under way is done in its easier way, since that was chosen when it hurt.
    pub is_eased: bool,
    /// The step whose exercise hurts if it hurts now, and whether that is done in its easier way already.
    pub hurting_step: usize,
    pub hurts_eased: bool,
    /// What was done so far of the steps of the dose, in order; a hold that was gone back to is
    /// there as often as it was tried.
    pub attempts: Arc<Vec<Attempt>>,
    /// The last command that was refused, until the next that is obeyed.
    pub refused: Option<Refused>,
    /// What [`Sound::warning`] says, or that the sound has failed.
    pub sound_warning: Option<SoundWarning>,
    /// What [`Record::warning`] says, or that the record has failed or is slow.
    pub record_warning: Option<Message>,
    /// When all this was so, on the session's clock.
    pub as_of: Duration,
}

impl Snapshot {
    /// The easier way of the exercise that hurts if it hurts now, if it has one and is not done so already.
    pub fn easier_way(&self) -> Option<&str> {
        let step = self.plan.steps.get(self.hurting_step)?;
        let exercise = self.routine.exercises.get(step.exercise)?.on(step.side);
        let easier = exercise.easier.as_deref();
        easier.filter(|_| !self.hurts_eased)
    }

    /// The steps of the dose, with what was done of each so far.
    pub fn dose(&self) -> impl Iterator<Item = DoseStep<usize>> {
        progress::of_session(&self.routine, &self.plan, &self.attempts)
    }

    /// What was to be done, and what was done of it so far.
    pub fn tally(&self) -> Tally {
        Tally::of(self.dose())
    }

    /// Time under way in the step at a later moment on the session's clock, as far as the session
    /// runs on until then: what moves is drawn between two snapshots.
    pub fn elapsed_at(&self, now: Duration) -> Duration {
        if self.state != State::Running {
            return self.elapsed;
        }
        let since = now.saturating_sub(self.as_of);
        let elapsed = self.elapsed.saturating_add(since);
        self.length.map_or(elapsed, |length| elapsed.min(length))
    }
}

/// A session under way on its own thread. Dropping it stops the thread; the session then reads as
/// interrupted in the record.
#[derive(Debug)]
pub struct Runner {
    /// `None` once the runner is being dropped.
    inputs: Option<Arc<Sender<Input>>>,
    snapshot: Arc<Mutex<Snapshot>>,
    thread: Option<JoinHandle<()>>,
}

/// What a runner is connected to.
pub struct Shell<C: Clock> {
    /// What the session's time is measured with.
    pub clock: C,
    /// Gets every event first.
    pub sound: Box<dyn Sound>,
    /// Gets every event after the sound.
    pub record: Box<dyn Record>,
    /// Called after each new snapshot; must return at once.
    pub changed: Box<dyn Fn() + Send>,
}

impl Runner {
    /// Gives the session a thread of its own, where it waits for [`Command::Start`].
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn spawn<C: Clock + 'static>(session: Session, shell: Shell<C>) -> std::io::Result<Self> {
        let (inputs, inbox) = channel();
        let inputs = Arc::new(inputs);
        let mut course = Course {
            attempts: Arc::new(session.done_before().to_vec()),
            session,
            runner: Arc::downgrade(&inputs),
            clock: shell.clock,
            sound: Part::new(shell.sound),
            record: Part::new(shell.record),
            changed: Part::new(shell.changed),
            refused: None,
            show_by: None,
            record_is_slow: false,
        };
        let written = Written(Arc::downgrade(&inputs));
        course
            .record
            .ask(|record| record.tell_when_written(written));
        let now = course.clock.now().monotonic;
        let snapshot = Arc::new(Mutex::new(course.snapshot(now)));
        let published = Arc::clone(&snapshot);
        let failed = Arc::clone(&snapshot);
        let thread = threads::start(
            "session",
            move || course.run(&inbox, &published),
            move || locked(&failed).state = State::Failed,
        )?;
        Ok(Self {
            inputs: Some(inputs),
            snapshot,
            thread: Some(thread),
        })
    }

    /// Sends a command; what came of it is in the next snapshot.
    pub fn send(&self, command: Command) {
        if let Some(inputs) = &self.inputs {
            // Nobody receives it once the session has failed, which the snapshot tells.
            let _ = inputs.send(Input::Command(command));
        }
    }

    /// What the session looked like when something last happened in it.
    pub fn snapshot(&self) -> Snapshot {
        locked(&self.snapshot).clone()
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // Without a sender the thread wakes at once and ends.
        self.inputs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The last snapshot; never held while anything is waited for.
fn locked(snapshot: &Mutex<Snapshot>) -> MutexGuard<'_, Snapshot> {
    snapshot.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the runner's thread owns.
struct Course<C: Clock> {
    session: Session,
    /// Gone once the runner is being dropped.
    runner: Weak<Sender<Input>>,
    clock: C,
    sound: Part<Box<dyn Sound>>,
    record: Part<Box<dyn Record>>,
    changed: Part<Box<dyn Fn() + Send>>,
    attempts: Arc<Vec<Attempt>>,
    refused: Option<Refused>,
    /// When what is over is shown to be at the latest, while that is not published.
    show_by: Option<Duration>,
    /// Something was shown to be over before it was on record, and is not on record yet.
    record_is_slow: bool,
}

impl<C: Clock> Course<C> {
    /// Runs the session until its runner is dropped, or until a panic breaks it off: that is reported,
    /// since a session that stands still without a word looks like one that runs.
    fn run(&mut self, inbox: &Receiver<Input>, published: &Mutex<Snapshot>) {
        // Of a session that has failed nothing is looked at again but what was published.
        let done = contained(|| self.follow(inbox, published));
        if done.is_none() {
            locked(published).state = State::Failed;
            self.sound.ask(|sound| sound.failed());
            self.changed.ask(|changed| changed());
        }
    }

    fn follow(&mut self, inbox: &Receiver<Input>, published: &Mutex<Snapshot>) {
        let mut events = Vec::new();
        loop {
            let deadlines = [self.session.next_deadline(), self.show_by];
            let deadline = deadlines.into_iter().flatten().min();
            let wake = self.clock.wait(inbox, deadline);
            let is_ready = self.session.state() == State::Ready;
            if is_ready && wake == Wake::Message(Input::Command(Command::Start)) {
                let is_wanted = || self.runner.strong_count() > 0;
                self.sound
                    .ask(|sound| sound.prepare(&self.session, &is_wanted));
            }
            let now = self.clock.now();
            match wake {
                Wake::Deadline | Wake::Message(Input::Written) => {
                    self.session.advance(now, &mut events);
                }
                Wake::Message(Input::Command(command)) => {
                    let answer = self.session.apply(command, now, &mut events);
                    self.refused = answer.err().map(|why| Refused {
                        command,
                        why,
                        step: self.session.step().0,
                        at: now.monotonic,
                    });
                }
                Wake::Abandoned => return,
            }
            self.hand_out(&events);
            if events.iter().any(says_that_something_is_over) {
                let latest = now.monotonic.saturating_add(SHOWN_LATE_AT_MOST);
                self.show_by.get_or_insert(latest);
            }
            events.clear();
            if self.may_be_shown(now.monotonic) {
                let snapshot = self.snapshot(now.monotonic);
                *locked(published) = snapshot;
                self.changed.ask(|changed| changed());
            }
        }
    }

    /// Whether what is over is on record, or need not be awaited any longer.
    fn may_be_shown(&mut self, now: Duration) -> bool {
        // The snapshot names what a record that has failed did not write.
        let ask = |record: &mut Box<dyn Record>| (record.is_written(), record.warning().is_some());
        let (is_written, has_warning) = self.record.ask(ask).unwrap_or((true, true));
        self.record_is_slow |= self.show_by.is_some_and(|latest| latest <= now);
        self.record_is_slow &= !is_written;
        if is_written || has_warning || self.record_is_slow {
            self.show_by = None;
        }
        self.show_by.is_none()
    }

    fn hand_out(&mut self, events: &[Event]) {
        let plan = self.session.plan();
        self.sound.ask(|sound| sound.events(events, &self.session));
        for event in events {
            self.record.ask(|record| record.event(event, plan));
            if let EventKind::Attempted(attempt) = event.kind {
                Arc::make_mut(&mut self.attempts).push(attempt);
            }
        }
    }

    fn snapshot(&mut self, as_of: Duration) -> Snapshot {
        let session = &self.session;
        let record_warning = self.record.warning(
            |record| record.warning(),
            || Message::new("session-record-failed"),
        );
        let slow = self.record_is_slow;
        Snapshot {
            routine: Arc::clone(session.routine()),
            plan: Arc::clone(session.plan()),
            state: session.state(),
            step: session.step().0,
            elapsed: session.elapsed(),
            length: session.length(),
            left: session.left(),
            is_eased: session.is_eased(),
            hurting_step: session.hurting_step(),
            hurts_eased: session.hurts_eased(),
            attempts: Arc::clone(&self.attempts),
            refused: self.refused,
            sound_warning: self.sound.warning(
                |sound| sound.warning(),
                || SoundWarning {
                    message: Message::new("session-sound-failed"),
                    leaves: Audible::Nothing,
                },
            ),
            record_warning: record_warning
                .or_else(|| slow.then(|| Message::new("session-record-slow"))),
            as_of,
        }
    }
}

/// Whether a screen would show after this event that something is done, or is not done any more.
fn says_that_something_is_over(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Attempted(_) | EventKind::Completed | EventKind::Stopped(_)
    )
}

/// Something the session is connected to. If it panics it is left alone from then on and the
/// session goes on without it: a mistake in the sound must not cost a person the timer.
struct Part<T> {
    part: T,
    failed: bool,
}

impl<T> Part<T> {
    fn new(part: T) -> Self {
        Self {
            part,
            failed: false,
        }
    }

    /// What the part answers; `None` if it has failed.
    fn ask<A>(&mut self, question: impl FnOnce(&mut T) -> A) -> Option<A> {
        if self.failed {
            return None;
        }
        // Nothing of a part that has failed is looked at again.
        let answer = contained(|| question(&mut self.part));
        self.failed = answer.is_none();
        answer
    }

    /// What the part says is wrong with it, or that it has failed altogether.
    fn warning<M>(
        &mut self,
        reported: impl FnOnce(&T) -> Option<M>,
        failed: impl FnOnce() -> M,
    ) -> Option<M> {
        self.ask(|part| reported(part))
            .unwrap_or_else(|| Some(failed()))
    }
}
