//! What the desktop tells, and what a session asks of it: each against the real thing, or against what stands
//! for it on a bus of the test's own.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod battery;
mod camera;
#[expect(dead_code, reason = "nobody types into a program here")]
#[path = "../support/compositor.rs"]
mod compositor;
#[expect(clippy::unused_self, reason = "a service answers as itself")]
mod do_not_disturb;
mod full_screen;
mod hung;
#[expect(clippy::unused_self, reason = "a service answers as itself")]
mod idle;
mod kwin;
mod locked;
#[path = "../support/machine.rs"]
mod machine;
mod microphone;
#[path = "../support/own_bus.rs"]
mod own_bus;
#[path = "../support/patience.rs"]
mod patience;
mod players;
#[path = "../support/process.rs"]
mod process;
#[expect(dead_code, reason = "no window is minimised here")]
#[path = "../support/screen.rs"]
mod screen;
#[expect(
    clippy::needless_pass_by_value,
    clippy::used_underscore_binding,
    reason = "a service takes what it is sent"
)]
mod session;
mod stays_on;
mod waiting_compositor;

use std::path::{Path, PathBuf};
use std::time::Duration;

use own_bus::OwnBus;
use supple::bus::Address;
use supple::desk::readings::{Desktop as _, Looked, Missing, Places, Real};
use supple::reminder::Silence;
use tempfile::TempDir;

/// A desktop of the test's own, on which there is nothing yet.
struct Desk {
    folder: TempDir,
    places: Places,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let nowhere = Address::At(format!("unix:path={}", at("no-bus").display()));
        let places = Places {
            session_bus: nowhere.clone(),
            system_bus: nowhere,
            wayland: None,
            x11: None,
            sound: None,
            desktop: String::new(),
            dconf: None,
            devices: at("dev"),
            proc: at("proc"),
            sys: at("sys"),
            away: Duration::from_mins(1),
            // Long enough for any machine.
            patience: Duration::from_secs(30),
        };
        Self { folder, places }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file, with the folders that it lies in.
    fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    fn session_bus(&mut self) -> OwnBus {
        let bus = OwnBus::start(self.path(), "session");
        self.places.session_bus = bus.at();
        bus
    }

    fn system_bus(&mut self) -> OwnBus {
        let bus = OwnBus::start(self.path(), "system");
        self.places.system_bus = bus.at();
        bus
    }

    fn real(&self) -> Real {
        Real::at(self.places.clone())
    }

    fn look(&self) -> Looked {
        self.real().look()
    }
}

/// Whether it is the case; `None` if nothing tells.
fn told(looked: &Looked, silence: Silence, missing: Missing) -> Option<bool> {
    let is_missing = looked.missing.contains(&missing);
    let is_so = looked.silences.contains(&silence);
    assert!(!(is_missing && is_so), "{silence:?} is told or it is not");
    (!is_missing).then_some(is_so)
}

#[test]
fn a_desktop_with_nothing_on_it_tells_nothing_and_says_so() {
    let looked = Desk::new().look();
    assert_eq!(looked.idle, None);
    assert!(looked.silences.is_empty());
    let missing = [
        Missing::Idle,
        Missing::Locked,
        Missing::Microphone,
        Missing::FullScreen,
        Missing::DoNotDisturb,
        Missing::Battery,
    ];
    // That there is no camera is known: the system would have it among its devices.
    assert_eq!(looked.missing, missing);
}

#[test]
fn what_nobody_wants_to_know_is_neither_found_nor_missed() {
    let desk = Desk::new();
    desk.write("sys/class/power_supply/BAT0/type", "Battery\n");
    desk.write("sys/class/power_supply/BAT0/status", "Discharging\n");
    let mut real = desk.real();
    assert!(real.look().silences.contains(&Silence::Battery));
    real.ask_for([Silence::Camera].into());
    let looked = real.look();
    assert!(looked.silences.is_empty());
    assert_eq!(looked.missing, [Missing::Idle, Missing::Locked]);
}
