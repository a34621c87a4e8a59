//! Opens the window.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::NativeOptions;
use eframe::egui::{
    Color32, Context, IconData, RawInput, Ui, Vec2, ViewportBuilder, Visuals, vec2,
};

use super::display::{self, Display};
use super::gone;
use super::{App, LEAST_ROOM};
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

/// Why there is no window, or none any more.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// The machine has no display, or this program may not use it.
    #[error("there is no display")]
    NoDisplay,
    /// The window did not open, for this reason.
    #[error("the window did not open")]
    Failed(Message),
    /// The window was up, and something below took it away. All was handed in as when a window is
    /// closed.
    #[error("the window was lost")]
    Lost {
        why: Message,
        /// What the person should know of a record that could not be written.
        unrecorded: Option<Message>,
    },
    #[error(transparent)]
    NoThread(#[from] std::io::Error),
}

/// In points; smaller than this is for small screens alone.
pub(super) const SMALLEST: [f32; 2] = [480.0, 600.0];
/// In points, before the person has chosen another size.
pub(super) const USUAL: [f32; 2] = [1200.0, 760.0];

/// Opens the window and returns when it is closed, with what the person should know of a record
/// that could not be written.
///
/// Where an X server goes away this does not return: Xlib ends the process. `gone` is called then,
/// after all was handed in, with what the person should know of the record.
///
/// # Errors
/// Nothing was shown, or the display is gone. Without a display a terminal can guide as well.
pub fn run(
    folders: Option<Folders>,
    start: Start,
    gone: impl FnOnce(Option<Message>) + 'static,
) -> Result<Option<Message>, NoWindow> {
    let display = Display::find().ok_or(NoWindow::NoDisplay)?;
    display.check_scale().map_err(NoWindow::Failed)?;
    // Made before the window, so that the record is read while the window comes up.
    let ctx = Context::default();
    let mut app = App::open(&ctx, folders, start)?;
    app.takes_drops = display.takes_drops();
    let (is_ending, window) = (Arc::clone(&app.closing.is_ending), ctx.clone());
    signals::on_end(move || {
        // Told twice, it does not wait for a display that hangs.
        let is_first = !is_ending.swap(true, Ordering::Relaxed);
        redraw(&window);
        is_first
    });
    let mut options = options(&app.store.settings.now);
    display.choose(&mut options);
    let app = Rc::new(RefCell::new(app));
    let opened = open(display, &app, options, ctx, gone);
    let unrecorded = app.borrow_mut().close();
    match opened {
        Ok(Some(why)) => Err(NoWindow::Lost { why, unrecorded }),
        Ok(None) => Ok(unrecorded),
        Err(never_up) => Err(never_up),
    }
}

/// Shows the app in a window until that is closed, or lost for the reason that is returned.
fn open(
    display: Display,
    app: &Rc<RefCell<App>>,
    options: NativeOptions,
    ctx: Context,
    gone: impl FnOnce(Option<Message>) + 'static,
) -> Result<Option<Message>, NoWindow> {
    let was_there = display.answers();
    let gone = Rc::new(Cell::new(Some(gone)));
    let is_up = Rc::new(Cell::new(false));
    let shared = Shared(Rc::clone(app));
    gone::arm_opening({
        let gone = Rc::clone(&gone);
        move || gone.take().into_iter().for_each(|gone| gone(None))
    });
    let create = {
        let is_up = Rc::clone(&is_up);
        move || {
            is_up.set(true);
            let app = Rc::clone(&shared.0);
            // Not earlier: what the thread keeps is destroyed in the opposite order, and the event
            // loop has to be there still.
            gone::arm(move || {
                // What is being drawn has the app. Then its record is as after a crash.
                let unrecorded = app.try_borrow_mut().ok().and_then(|mut app| app.close());
                if let Some(gone) = gone.take() {
                    gone(unrecorded);
                }
            });
            shared
        }
    };
    let run = || {
        let create: eframe::AppCreator<'_> = Box::new(|_| Ok(Box::new(create())));
        eframe::run_native_ext("Supple", options, Some(ctx), create)
    };
    let opened = display::without_panics(run);
    gone::disarm();
    let lost = |reason: &str| {
        let reason = display::first_line(reason).to_owned();
        Ok(Some(
            Message::new("error-window-lost").with("reason", reason),
        ))
    };
    match opened {
        Ok(Ok(())) => Ok(None),
        _ if was_there && !display.answers() => Ok(Some(Message::new("error-display-gone"))),
        // The event loop itself fails where a compositor ends.
        Ok(Err(eframe::Error::WinitEventLoop(_))) if is_up.get() => {
            Ok(Some(Message::new("error-display-gone")))
        }
        Ok(Err(error)) if is_up.get() => lost(&error.to_string()),
        Err(panic) if is_up.get() => lost(&panic),
        // No connection to the display that the environment names.
        Ok(Err(error @ eframe::Error::WinitEventLoop(_))) if !display::names_library(&error) => {
            Err(NoWindow::NoDisplay)
        }
        Ok(Err(error)) => Err(NoWindow::Failed(display::explain(&error))),
        Err(panic) => Err(NoWindow::Failed(display::explain_text(&panic))),
    }
}

/// The app as eframe owns it. It is kept outside too, for the end that eframe is not told of.
struct Shared(Rc<RefCell<App>>);

impl eframe::App for Shared {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.0.borrow_mut().logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.0.borrow_mut().ui(ui, frame);
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.0.borrow_mut().raw_input_hook(ctx, input);
    }

    fn on_exit(&mut self, context: Option<&eframe::glow::Context>) {
        self.0.borrow_mut().on_exit(context);
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        self.0.borrow().clear_color(visuals)
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
        // Until it is known how large the screen is.
        .with_min_inner_size(LEAST_ROOM / zoom);
    NativeOptions {
        viewport,
        // Every colour is flat, and it costs a good part of each picture.
        dithering: false,
        // Looked for when a text needs them, not at every start.
        system_font_fallback: false,
        ..NativeOptions::default()
    }
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
