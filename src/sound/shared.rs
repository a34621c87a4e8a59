//! What the speaker and its thread tell each other beside orders.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::playing::Mix;
use super::{Cue, Device};
use crate::runner::SoundWarning;
use crate::words::Message;

/// What a speaker and its thread both look at.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) mix: Arc<Mix>,
    /// Whether a voice is heard.
    pub(super) voice: AtomicBool,
    status: Mutex<Status>,
}

#[derive(Debug, Default)]
pub(super) struct Status {
    pub(super) warning: Option<SoundWarning>,
    pub(super) trying: Option<Cue>,
    pub(super) devices: Vec<Device>,
    /// Why they could not be looked for.
    pub(super) devices_warning: Option<Message>,
}

impl Shared {
    /// Never held while anything is waited for.
    pub(super) fn status(&self) -> MutexGuard<'_, Status> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
