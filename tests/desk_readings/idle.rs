use std::time::{Duration, Instant};

use supple::desk::readings::{Desktop as _, Missing};
use zbus::interface;

use crate::Desk;
use crate::patience::await_that;
use crate::screen::Screen;
use crate::waiting_compositor::WaitingCompositor;

#[test]
fn an_x_server_tells_for_how_long_nobody_was_there() {
    let mut desk = Desk::new();
    let screen = Screen::start(desk.path());
    desk.places.x11 = Some(screen.display.clone());
    let mut real = desk.real();
    let long = Duration::from_millis(300);
    for keys in [&["key", "a"][..], &["mousemove", "17", "23"]] {
        await_that("nobody was there for a while", || {
            real.look().idle.is_some_and(|idle| idle >= long)
        });
        let before = Instant::now();
        screen.ask(keys);
        let looked = real.look();
        assert!(looked.idle.unwrap() <= before.elapsed(), "{keys:?}");
        assert!(!looked.missing.contains(&Missing::Idle));
    }
}

#[test]
fn a_compositor_tells_when_somebody_goes_and_comes_back() {
    let mut desk = Desk::new();
    desk.places.away = Duration::from_secs(90);
    let compositor = WaitingCompositor::start(desk.path());
    desk.places.wayland = Some(compositor.socket.clone());
    let mut real = desk.real();
    await_that("it has answered", || {
        real.look().idle == Some(Duration::ZERO)
    });
    let mut waiting = compositor.asked();
    assert_eq!(waiting.long, Duration::from_secs(90));
    let before = Instant::now();
    waiting.tell(true);
    let mut idle = Duration::ZERO;
    await_that("nobody is there", || {
        idle = real.look().idle.unwrap();
        !idle.is_zero()
    });
    let away = Duration::from_secs(90);
    assert!(idle >= away && idle <= away + before.elapsed(), "{idle:?}");
    waiting.tell(false);
    await_that("somebody is there", || {
        real.look().idle == Some(Duration::ZERO)
    });
    waiting.tell(true);
    waiting.leave();
    // It starts anew, and takes whoever touched nothing since for somebody who is there.
    await_that("another is there", || {
        real.look().idle == Some(Duration::ZERO)
    });
}

pub(crate) struct Mutter(pub(crate) u64);

#[interface(name = "org.gnome.Mutter.IdleMonitor")]
impl Mutter {
    fn get_idletime(&self) -> u64 {
        self.0
    }
}

struct Plasma;

#[interface(name = "org.freedesktop.ScreenSaver")]
impl Plasma {
    fn get_session_idle_time(&self) -> u32 {
        61_000
    }
}

#[test]
fn gnome_and_plasma_tell_it_on_their_bus() {
    let mut desk = Desk::new();
    let bus = desk.session_bus();
    let mut real = desk.real();
    assert_eq!(real.look().idle, None);
    let path = "/org/freedesktop/ScreenSaver";
    let _plasma = bus.has("org.freedesktop.ScreenSaver", path, Plasma);
    assert_eq!(real.look().idle, Some(Duration::from_secs(61)));
    let path = "/org/gnome/Mutter/IdleMonitor/Core";
    let _mutter = bus.has("org.gnome.Mutter.IdleMonitor", path, Mutter(59_000));
    assert_eq!(real.look().idle, Some(Duration::from_secs(59)));
}
