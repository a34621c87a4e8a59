//! The desktop that this program runs on.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use futures_lite::future::zip;

use super::aside::Aside;
use super::wayland::Presence;
use super::{
    Desktop, Looked, Missing, Places, battery, camera, do_not_disturb, either, idle, locked,
    microphone, presenting, wayland, x11,
};
use crate::bus::Bus;
use crate::reminder::Silence;

/// The desktop that this program runs on. Its connections stay open from one look to the next.
pub struct Real {
    places: Places,
    session: Bus,
    system: Bus,
    screen: Screen,
    sound: Option<Aside<Option<bool>>>,
    asked: BTreeSet<Silence>,
}

/// What shows the windows.
enum Screen {
    None,
    X11(Aside<x11::Told>),
    Wayland {
        presence: Presence,
        windows: Option<Aside<Option<bool>>>,
    },
}

impl Real {
    /// The desktop that the environment names. Nothing is waited for.
    pub fn connect() -> Self {
        Self::at(Places::of_environment())
    }

    pub fn at(places: Places) -> Self {
        let screen = match (&places.wayland, &places.x11) {
            (Some(socket), _) => Screen::Wayland {
                presence: Presence::listen(socket.clone(), places.away),
                windows: wayland::windows(socket.clone()),
            },
            (None, Some(display)) => x11::start(display.clone()).map_or(Screen::None, Screen::X11),
            (None, None) => Screen::None,
        };
        let sound = places.sound.clone();
        let sound = sound
            .and_then(|socket| Aside::start("microphone", move || microphone::of_server(&socket)));
        Self {
            session: Bus::at(places.session_bus.clone(), places.patience),
            system: Bus::at(places.system_bus.clone(), places.patience),
            screen,
            sound,
            asked: Silence::CHOSEN.into(),
            places,
        }
    }
}

impl Desktop for Real {
    fn ask_for(&mut self, chosen: BTreeSet<Silence>) {
        self.asked = chosen;
    }

    fn look(&mut self) -> Looked {
        let Self {
            places,
            session,
            system,
            screen,
            sound,
            asked,
        } = self;
        let asks = |silence| asked.contains(&silence);
        let until = Instant::now() + places.patience;
        // All are asked before one is waited for.
        screen.ask(asks(Silence::FullScreen));
        let mut sound = sound.as_mut().filter(|_| asks(Silence::Microphone));
        if let Some(sound) = &mut sound {
            sound.ask();
        }
        let on_session = session.ask(async |bus| {
            let first = zip(idle::on_bus(bus), locked::in_session(bus));
            let disturb = when(asks(Silence::DoNotDisturb), do_not_disturb::on_bus(bus));
            let presenting = when(asks(Silence::FullScreen), presenting::on_bus(bus));
            zip(first, zip(disturb, presenting)).await
        });
        let on_system = system.ask(async |bus| {
            let battery = when(asks(Silence::Battery), battery::on_bus(bus));
            zip(locked::in_login(bus), battery).await
        });
        let (on_session, on_system) = zbus::block_on(zip(on_session, on_system));
        let ((idle, in_session), (do_not_disturb, presenting)) = on_session.unwrap_or_default();
        let (in_login, battery) = on_system.unwrap_or_default();
        let (of_screen, full_screen) = screen.answer(until);
        let microphone = sound.and_then(|sound| sound.answer(until).flatten());

        let idle = of_screen.or(idle);
        let told = |silence| match silence {
            Silence::Microphone => microphone.or_else(|| microphone::of_system(&places.proc)),
            Silence::Camera => camera::is_in_use(places),
            Silence::FullScreen => full_screen.or(presenting),
            Silence::DoNotDisturb => either(do_not_disturb, do_not_disturb::in_settings(places)),
            Silence::Battery => battery.or_else(|| battery::of_system(&places.sys)),
            Silence::Locked => either(in_session, in_login),
            // What no desktop tells.
            Silence::Session
            | Silence::Asked
            | Silence::Waking
            | Silence::Away
            | Silence::Calm
            | Silence::JustDone
            | Silence::JustReminded => None,
        };
        let mut looked = Looked {
            idle,
            ..Looked::default()
        };
        if idle.is_none() {
            looked.missing.push(Missing::Idle);
        }
        for (silence, missing) in READINGS {
            if silence.is_chosen() && !asks(silence) {
                continue;
            }
            match told(silence) {
                None => looked.missing.push(missing),
                Some(true) => _ = looked.silences.insert(silence),
                Some(false) => {}
            }
        }
        looked
    }
}

/// What a reminder keeps silent for, and what it is if nothing tells.
const READINGS: [(Silence, Missing); 6] = [
    (Silence::Locked, Missing::Locked),
    (Silence::Microphone, Missing::Microphone),
    (Silence::Camera, Missing::Camera),
    (Silence::FullScreen, Missing::FullScreen),
    (Silence::DoNotDisturb, Missing::DoNotDisturb),
    (Silence::Battery, Missing::Battery),
];

async fn when<T>(so: bool, work: impl Future<Output = Option<T>>) -> Option<T> {
    if so { work.await } else { None }
}

impl Screen {
    fn ask(&mut self, asks_for_windows: bool) {
        match self {
            Self::X11(server) => server.ask(),
            Self::Wayland {
                windows: Some(windows),
                ..
            } if asks_for_windows => windows.ask(),
            _ => {}
        }
    }

    /// For how long nobody was there, and whether a window fills it.
    fn answer(&mut self, until: Instant) -> (Option<Duration>, Option<bool>) {
        match self {
            Self::None => (None, None),
            Self::X11(server) => {
                let told = server.answer(until).unwrap_or_default();
                (told.idle, told.full_screen)
            }
            Self::Wayland { presence, windows } => {
                let filled = windows.as_mut().and_then(|windows| windows.answer(until));
                (presence.idle(until), filled.flatten())
            }
        }
    }
}
