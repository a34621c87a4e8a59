//! Where a desktop is asked.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use directories::BaseDirs;

use crate::bus::{Address, PATIENCE};
use crate::reminder::AWAY;

/// Where a desktop is asked.
#[derive(Debug, Clone)]
pub struct Places {
    pub session_bus: Address,
    pub system_bus: Address,
    /// The socket of the compositor.
    pub wayland: Option<PathBuf>,
    /// The X server's display. Beside a compositor it knows nothing of what goes on in other programs.
    pub x11: Option<String>,
    /// The sound server's socket.
    pub sound: Option<PathBuf>,
    /// The names of the desktop, as `XDG_CURRENT_DESKTOP` has them.
    pub desktop: String,
    /// The database of the settings of GNOME and of those that come from it.
    pub dconf: Option<PathBuf>,
    /// The folder with the devices.
    pub devices: PathBuf,
    /// The folder with what the system tells of processes and of sound.
    pub proc: PathBuf,
    /// The folder with what the system tells of devices.
    pub sys: PathBuf,
    /// After so long a compositor says that nobody is there.
    pub away: Duration,
    /// How long all that is asked may take to answer, together.
    pub patience: Duration,
}

impl Places {
    /// Those of the desktop that this program runs on.
    pub fn of_environment() -> Self {
        let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
        let text = |name| variable(name)?.into_string().ok();
        let folder = PathBuf::from(variable("XDG_RUNTIME_DIR").unwrap_or_default());
        // An absolute path replaces the folder.
        let wayland = variable("WAYLAND_DISPLAY").map(|name| folder.join(name));
        let config = BaseDirs::new().map(|dirs| dirs.config_dir().to_owned());
        Self {
            session_bus: Address::Session,
            system_bus: Address::System,
            wayland,
            x11: text("DISPLAY"),
            // One that is not there yet may come.
            sound: pulseaudio::socket_path_from_env().or(Some(folder.join("pulse/native"))),
            desktop: text("XDG_CURRENT_DESKTOP").unwrap_or_default(),
            dconf: config.map(|config| config.join("dconf/user")),
            devices: "/dev".into(),
            proc: "/proc".into(),
            sys: "/sys".into(),
            away: AWAY,
            patience: PATIENCE,
        }
    }
}
