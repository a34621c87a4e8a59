//! Where a reminder stands on an X display: in a corner of the screen in use, without taking the keyboard.
//!
//! winit can ask for neither before a window comes into view. Under Wayland no program can.

use std::error::Error;

use winit::raw_window_handle::{HasWindowHandle, RawWindowHandle};
use x11rb::connection::Connection as _;
use x11rb::properties::{WmSizeHints, WmSizeHintsSpecification};
use x11rb::protocol::randr::ConnectionExt as _;
use x11rb::protocol::xproto::{AtomEnum, ConfigureWindowAux, ConnectionExt as _, PropMode, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::app::display::without_panics;

/// Puts a window that is not in view yet there. Where that fails it comes into view all the same.
pub(super) fn put(window: &dyn HasWindowHandle) {
    let window = match window.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(handle)) => Window::try_from(handle.window).ok(),
        Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
        _ => None,
    };
    if let Some(window) = window {
        // Nothing is lost with it but the place.
        let _ = without_panics(|| put_window(window));
    }
}

fn put_window(window: Window) -> Result<(), Box<dyn Error>> {
    let (connection, screen) = RustConnection::connect(None)?;
    let root = connection.setup().roots[screen].root;
    let atom = |name: &[u8]| {
        let atom = connection.intern_atom(false, name)?.reply()?.atom;
        Ok::<_, Box<dyn Error>>(atom)
    };
    // By this a window manager knows that nobody asked for the window just now.
    let user_time = atom(b"_NET_WM_USER_TIME")?;
    connection.change_property32(
        PropMode::REPLACE,
        window,
        user_time,
        AtomEnum::CARDINAL,
        &[0],
    )?;
    let size = connection.get_geometry(window)?.reply()?;
    let size = [i32::from(size.width), i32::from(size.height)];
    let pointer = connection.query_pointer(root)?.reply()?;
    let pointer = [pointer.root_x, pointer.root_y].map(i32::from);
    let mut screens = screens(&connection, root).unwrap_or_default();
    if screens.is_empty() {
        let whole = connection.get_geometry(root)?.reply()?;
        screens.push(Area::new(0, 0, whole.width.into(), whole.height.into()));
    }
    let work = atom(b"_NET_WORKAREA").and_then(|name| {
        let value = connection.get_property(false, root, name, AtomEnum::CARDINAL, 0, 4)?;
        let value: Vec<_> = value.reply()?.value32().into_iter().flatten().collect();
        Ok(work_area(&value))
    });
    let [x, y] = corner(&screens, pointer, work.ok().flatten(), size);
    let mut hints = WmSizeHints::get_normal_hints(&connection, window)?
        .reply()?
        .unwrap_or_default();
    hints.position = Some((WmSizeHintsSpecification::UserSpecified, x, y));
    hints.set_normal_hints(&connection, window)?;
    let place = ConfigureWindowAux::new().x(x).y(y);
    // Answered once it is done: the window comes into view after.
    connection.configure_window(window, &place)?.check()?;
    Ok(())
}

fn screens(connection: &RustConnection, root: Window) -> Result<Vec<Area>, Box<dyn Error>> {
    let monitors = connection.randr_get_monitors(root, true)?.reply()?.monitors;
    let area = |it: &x11rb::protocol::randr::MonitorInfo| {
        Area::new(it.x.into(), it.y.into(), it.width.into(), it.height.into())
    };
    Ok(monitors.iter().map(area).collect())
}

/// What the desktop's panels leave of all screens.
fn work_area(value: &[u32]) -> Option<Area> {
    let [x, y, width, height] = *value.first_chunk::<4>()?;
    let number = |value: u32| i32::try_from(value).ok();
    Some(Area::new(
        number(x)?,
        number(y)?,
        number(width)?,
        number(height)?,
    ))
}

/// A part of the display, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Area {
    fn new(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self {
            left: x,
            top: y,
            right: x.saturating_add(width),
            bottom: y.saturating_add(height),
        }
    }

    fn has(self, [x, y]: [i32; 2]) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }

    /// What both have in common, if that is anything.
    fn and(self, other: Self) -> Option<Self> {
        let both = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (both.left < both.right && both.top < both.bottom).then_some(both)
    }
}

/// The place of a window of that size at the top right of the screen that has the pointer, beside its panels.
fn corner(screens: &[Area], pointer: [i32; 2], work: Option<Area>, size: [i32; 2]) -> [i32; 2] {
    let in_use = screens.iter().find(|screen| screen.has(pointer));
    let screen = in_use.or(screens.first()).copied();
    let screen = screen.unwrap_or(Area::new(0, 0, size[0], size[1]));
    let free = work.and_then(|work| screen.and(work)).unwrap_or(screen);
    let gap = size[0] / 24;
    let x = free.right.saturating_sub(size[0]).saturating_sub(gap);
    let fits = |from: i32, gap: i32, room: i32, needs: i32| {
        if room >= needs.saturating_add(gap) {
            from.saturating_add(gap)
        } else {
            from
        }
    };
    let y = fits(free.top, gap, free.bottom.saturating_sub(free.top), size[1]);
    [x.max(free.left), y]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_stands_in_the_corner_of_the_screen_that_has_the_pointer() {
        let left = Area::new(0, 0, 1920, 1080);
        let right = Area::new(1920, 200, 1280, 800);
        let screens = [left, right];
        let size = [480, 200];
        for (pointer, work, place) in [
            ([100, 100], None, [1420, 20]),
            ([2000, 900], None, [2700, 220]),
            // A panel at the top of both.
            ([100, 100], Some(Area::new(0, 30, 3200, 970)), [1420, 50]),
            // What the desktop says of its panels has nothing of this screen.
            ([2000, 900], Some(Area::new(0, 0, 1920, 1080)), [2700, 220]),
            // In no screen at all.
            ([5000, 5000], None, [1420, 20]),
        ] {
            assert_eq!(corner(&screens, pointer, work, size), place, "{pointer:?}");
        }
        let tiny = [Area::new(0, 0, 320, 150)];
        assert_eq!(corner(&tiny, [0, 0], None, size), [0, 0]);
    }
}
