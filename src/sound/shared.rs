//! What the speaker and its thread tell each other beside orders.

use std::fmt;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::playing::Mix;
use super::{Cue, Device};
use crate::runner::SoundWarning;
use crate::words::Message;

/// What a speaker and its thread both look at.
#[derive(Debug, Default)]
pub(super) struct Shared {
    tell: Tell,
    pub(super) mix: Arc<Mix>,
    /// Whether a voice is heard.
    pub(super) voice: AtomicBool,
    status: Mutex<Status>,
}

/// Is told when the status has changed.
struct Tell(Box<dyn Fn() + Send + Sync>);

impl Default for Tell {
    fn default() -> Self {
        Self(Box::new(|| ()))
    }
}

impl fmt::Debug for Tell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tell")
    }
}

#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Status {
    pub(super) warning: Option<SoundWarning>,
    pub(super) trying: Option<Cue>,
    pub(super) devices: Vec<Device>,
    /// Why they could not be looked for.
    pub(super) devices_warning: Option<Message>,
}

impl Shared {
    /// Calls `tell`, on any thread, when the status has changed.
    pub(super) fn telling(tell: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            tell: Tell(Box::new(tell)),
            ..Self::default()
        }
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut Status)) {
        let has_changed = {
            let mut status = self.status();
            let before = status.clone();
            change(&mut status);
            *status != before
        };
        if has_changed {
            (self.tell.0)();
        }
    }

    /// Never held while anything is waited for.
    pub(super) fn status(&self) -> MutexGuard<'_, Status> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
