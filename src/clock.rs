//! The only reader of time.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::session::Reading;

/// A clock that can be waited on. The tests' clock moves when told to.
pub trait Clock: Send {
    fn now(&self) -> Reading;

    /// Waits for a message or until `deadline` on the monotonic clock, whichever comes first;
    /// without a deadline for a message alone.
    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T>
    where
        Self: Sized;
}

/// Why a wait ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Wake<T> {
    Message(T),
    Deadline,
    /// Nobody is left who could send a message.
    Abandoned,
}

/// The machine's clocks.
#[derive(Debug, Clone)]
pub struct SystemClock {
    began: Instant,
}

impl SystemClock {
    pub fn start() -> Self {
        Self {
            began: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Reading {
        Reading {
            monotonic: self.began.elapsed(),
            wall: jiff::Timestamp::now(),
        }
    }

    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T> {
        let message = match deadline {
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => messages.recv_timeout(deadline.saturating_sub(self.began.elapsed())),
        };
        match message {
            Ok(message) => Wake::Message(message),
            Err(RecvTimeoutError::Timeout) => Wake::Deadline,
            Err(RecvTimeoutError::Disconnected) => Wake::Abandoned,
        }
    }
}
