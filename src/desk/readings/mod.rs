//! What the desktop tells of the person and of what goes on around them.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::reminder::Silence;

#[cfg(target_os = "linux")]
mod aside;
#[cfg(target_os = "linux")]
mod battery;
#[cfg(target_os = "linux")]
mod camera;
#[cfg(target_os = "linux")]
mod do_not_disturb;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod locked;
#[cfg(target_os = "linux")]
mod microphone;
#[cfg(target_os = "linux")]
mod places;
#[cfg(target_os = "linux")]
mod presenting;
#[cfg(target_os = "linux")]
mod real;
#[cfg(target_os = "linux")]
mod wayland;
#[cfg(target_os = "linux")]
mod x11;

#[cfg(target_os = "linux")]
pub use places::Places;
#[cfg(target_os = "linux")]
pub use real::Real;

/// What is the case at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// Since when nobody was at keyboard or mouse; `None` if nothing tells.
    pub idle: Option<Duration>,
    /// [`Silence::Locked`] and those of [`Silence::CHOSEN`].
    pub silences: BTreeSet<Silence>,
    /// What nothing here tells.
    pub missing: Vec<Missing>,
}

/// What nothing on this desktop tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    Idle,
    Locked,
    Microphone,
    Camera,
    FullScreen,
    DoNotDisturb,
    Battery,
}

/// Whoever can be asked what is the case.
pub trait Desktop {
    /// Looks now. Takes moments, whatever hangs.
    fn look(&mut self) -> Looked;

    /// Of the silences that a person can do without, from here on looks only for these. The others are neither
    /// found nor missed.
    fn ask_for(&mut self, _: BTreeSet<Silence>) {}
}

/// Tells nothing: where no desktop can be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nothing;

impl Desktop for Nothing {
    fn look(&mut self) -> Looked {
        Looked {
            missing: vec![
                Missing::Idle,
                Missing::Locked,
                Missing::Microphone,
                Missing::Camera,
                Missing::FullScreen,
                Missing::DoNotDisturb,
                Missing::Battery,
            ],
            ..Looked::default()
        }
    }
}

/// What two say that may not know: one that says so is enough.
#[cfg(target_os = "linux")]
fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (None, known) | (known, None) => known,
        (Some(one), Some(other)) => Some(one || other),
    }
}
