//! What a reminder keeps silent for.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Why there is no reminder at the moment. Of several the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// Supple guides somebody just now.
    Session,
    /// The person wants quiet for a time.
    Asked,
    /// The screen is locked.
    Locked,
    /// The computer woke up just now.
    Waking,
    /// Nobody is at keyboard or mouse.
    Away,
    Microphone,
    Camera,
    /// Another program fills the screen, or the person presents something.
    FullScreen,
    DoNotDisturb,
    Battery,
    /// One of those with [`is_calmed_after`](Self::is_calmed_after) ended a short while ago.
    Calm,
    /// A session ended a short while ago.
    JustDone,
    /// A reminder came a short while ago.
    JustReminded,
}

impl Silence {
    /// Those that a person can do without.
    pub const CHOSEN: [Self; 5] = [
        Self::Microphone,
        Self::Camera,
        Self::FullScreen,
        Self::DoNotDisturb,
        Self::Battery,
    ];

    /// Its name in the settings, of those that a person can do without.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Microphone => Some("microphone"),
            Self::Camera => Some("camera"),
            Self::FullScreen => Some("full-screen"),
            Self::DoNotDisturb => Some("do-not-disturb"),
            Self::Battery => Some("battery"),
            _ => None,
        }
    }

    /// The one with that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::CHOSEN.into_iter();
        all.find(|silence| silence.name() == Some(name))
    }

    /// Whether it is among those that a person can do without.
    pub fn is_chosen(self) -> bool {
        Self::CHOSEN.contains(&self)
    }

    /// Whether a reminder waits for [`CALM`] once it is over.
    pub fn is_calmed_after(self) -> bool {
        matches!(
            self,
            Self::Microphone | Self::Camera | Self::FullScreen | Self::DoNotDisturb
        )
    }
}

/// How long a reminder waits after a call or the like is over.
pub const CALM: Duration = Duration::from_mins(10);

/// How long it waits after the computer woke up.
pub const WAKING: Duration = Duration::from_mins(2);

/// How long it waits after a session.
pub const JUST_DONE: Duration = Duration::from_mins(15);

/// So much lies between two reminders, and as long does a person put one off.
pub const APART: Duration = Duration::from_mins(10);
