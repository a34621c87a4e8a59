//! The one place where time passes.
//!
//! A thread of its own owns the session and the clock. It sleeps until the session's next deadline
//! or the next command, hands every event first to the sound, then to the record, and publishes a
//! [`Snapshot`] for whoever draws. It never waits for a frame, a device or a disk: sound and record
//! have threads of their own behind [`Sound`] and [`Record`].

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::clock::Clock;
use crate::plan::Plan;
use crate::routine::Routine;
use crate::session::{Attempt, Command, Event, Refusal, Session, State};

/// Plays what events sound like. Must return at once.
pub trait Sound: Send {
    /// All events of one wake-up in order: which of several at one moment is heard can be told only
    /// from all of them.
    fn events(&mut self, events: &[Event], plan: &Plan);
    /// What is wrong with the sound at the moment, if anything, as a message for the person.
    fn trouble(&self) -> Option<crate::words::Message>;
}

/// Writes down what an event makes true. Must return at once.
pub trait Record: Send {
    fn event(&mut self, event: &Event, plan: &Plan);
    /// What is wrong with the record at the moment, if anything, as a message for the person.
    fn trouble(&self) -> Option<crate::words::Message>;
}

/// What a session looks like at a moment; all that a screen needs to draw it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub routine: Arc<Routine>,
    pub plan: Arc<Plan>,
    pub state: State,
    /// Index of the step under way.
    pub step: usize,
    /// Time under way in the step.
    pub elapsed: Duration,
    /// Length of the step with what was added to it; `None` for an open step.
    pub length: Option<Duration>,
    /// Of the plan, from here to its end, with what was added.
    pub left: Duration,
    /// What was done so far of the steps of the dose, in order; a hold that was gone back to is
    /// there as often as it was tried.
    pub attempts: Arc<Vec<Attempt>>,
    /// The last command that was refused, until the next that is obeyed.
    pub refusal: Option<(Command, Refusal)>,
    pub sound_trouble: Option<crate::words::Message>,
    pub record_trouble: Option<crate::words::Message>,
}

/// A session under way on its own thread. Dropping it stops the thread; the session then reads as
/// interrupted in the record.
#[derive(Debug)]
pub struct Runner {
    commands: Sender<Command>,
    snapshot: Arc<Mutex<Snapshot>>,
}

/// What a runner is connected to.
pub struct Shell<C: Clock> {
    pub clock: C,
    pub sound: Box<dyn Sound>,
    pub record: Box<dyn Record>,
    /// Called after each new snapshot; must return at once.
    pub changed: Box<dyn Fn() + Send>,
}

impl Runner {
    pub fn spawn<C: Clock + 'static>(session: Session, shell: Shell<C>) -> std::io::Result<Self> {
        let _ = (session, shell);
        Err(std::io::Error::other("H2"))
    }

    /// Sends a command; what came of it is in the next snapshot.
    pub fn send(&self, command: Command) {
        let _ = self.commands.send(command);
    }

    pub fn snapshot(&self) -> Snapshot {
        self.snapshot
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }
}
