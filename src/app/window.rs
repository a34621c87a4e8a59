//! Opens the window.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::NativeOptions;
use eframe::egui::{Color32, Context, IconData, Vec2, ViewportBuilder, vec2};

use super::App;
use crate::folders::Folders;
use crate::library::Found;
use crate::settings::Settings;
use crate::signals;
use crate::ui::{redraw, theme};
use crate::words::Message;

/// What the window opens on.
#[derive(Debug, Default)]
pub struct Start {
    /// The page of this routine rather than Today.
    pub routine: Option<Found>,
    /// Lead straight to the question before its session.
    pub ask: bool,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// The machine has no display, or this program may not use it.
    #[error("there is no display")]
    NoDisplay,
    #[error(transparent)]
    Failed(#[from] eframe::Error),
    #[error(transparent)]
    NoThread(#[from] std::io::Error),
}

/// In points; smaller than this nothing fits.
pub(super) const SMALLEST: [f32; 2] = [480.0, 600.0];
/// In points, before the person has chosen another size.
pub(super) const USUAL: [f32; 2] = [1200.0, 760.0];

/// Opens the window and returns when it is closed, with what the person should know of a record
/// that could not be written.
///
/// # Errors
/// Nothing was shown, and the reason tells whether it is worth saying: without a display a
/// terminal can guide as well.
pub fn run(folders: Option<Folders>, start: Start) -> Result<Option<Message>, NoWindow> {
    if !has_display() {
        return Err(NoWindow::NoDisplay);
    }
    // Made before the window, so that the record is read while the window comes up.
    let ctx = Context::default();
    let app = App::open(&ctx, folders, start)?;
    let rescued = Arc::clone(&app.rescued);
    let (is_ending, window) = (Arc::clone(&app.is_ending), ctx.clone());
    signals::on_end(move || {
        // Told twice, it does not wait for a display that hangs.
        let is_first = !is_ending.swap(true, Ordering::Relaxed);
        redraw(&window);
        is_first
    });
    let settings = &app.store.settings;
    let options = options(settings);
    let opened = eframe::run_native_ext(
        "Supple",
        options,
        Some(ctx),
        Box::new(move |_| Ok(Box::new(app))),
    );
    match opened {
        Ok(()) => Ok(rescued.get().cloned()),
        // No connection to the display that the environment names.
        Err(eframe::Error::WinitEventLoop(_)) => Err(NoWindow::NoDisplay),
        Err(error) => Err(error.into()),
    }
}

fn options(settings: &Settings) -> NativeOptions {
    // The text size is a zoom, and eframe counts in zoomed points.
    let zoom = theme::zoom(settings);
    let size = settings
        .window_size
        .map_or(USUAL, |size| size.map(f32::from));
    let viewport = ViewportBuilder::default()
        .with_app_id("supple")
        .with_title("Supple")
        .with_icon(icon())
        .with_inner_size(size.map(|length| length / zoom))
        .with_min_inner_size(SMALLEST.map(|length| length / zoom));
    NativeOptions {
        viewport,
        // Every colour is flat, and it costs a good part of each picture.
        dithering: false,
        // Looked for when a text needs them, not at every start.
        system_font_fallback: false,
        ..NativeOptions::default()
    }
}

/// Whether there is somewhere to open a window. Asked before anything is tried, since some systems
/// take their time to say no.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_server = cfg!(all(unix, not(target_os = "macos")));
    !needs_server || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET") || is_set("DISPLAY")
}

/// The window's picture: a bent knee, white on teal, drawn here rather than read from a file.
fn icon() -> IconData {
    const SIDE: u16 = 64;
    let mut rgba = Vec::with_capacity(usize::from(SIDE) * usize::from(SIDE) * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            // From -1 to 1, at the pixel's middle.
            let place = |at: u16| (2.0 * f32::from(at) + 1.0) / f32::from(SIDE) - 1.0;
            rgba.extend(icon_color(vec2(place(x), place(y))).to_array());
        }
    }
    IconData {
        rgba,
        width: SIDE.into(),
        height: SIDE.into(),
    }
}

fn icon_color(at: Vec2) -> Color32 {
    const LEG: [Vec2; 4] = [
        vec2(-0.62, 0.42),
        vec2(-0.06, 0.42),
        vec2(0.26, -0.44),
        vec2(0.58, 0.42),
    ];
    let to_bone = |from: Vec2, to: Vec2| {
        let bone = to - from;
        let along = ((at - from).dot(bone) / bone.length_sq()).clamp(0.0, 1.0);
        (at - from - bone * along).length()
    };
    let to_leg = LEG
        .windows(2)
        .map(|bone| to_bone(bone[0], bone[1]))
        .fold(f32::MAX, f32::min);
    // How far outside of a square with round corners.
    let corner = (at.abs() - Vec2::splat(0.56)).max(Vec2::ZERO).length();
    if corner > 0.44 {
        Color32::TRANSPARENT
    } else if to_leg < 0.15 {
        theme::LIGHT.on_teal
    } else {
        theme::LIGHT.teal_fill
    }
}
