//! Opens the window.
//!
//! The processor draws it where the display takes what it draws: so it opens everywhere, and costs
//! least. Where the display does not, where the person asks for it, and on macOS OpenGL draws it, with
//! eframe. The app is the same in both.

mod by_opengl;
mod by_processor;
mod content;
mod icon;

use std::cell::{Cell, RefCell};
use std::env;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::NativeOptions;
use eframe::egui::{Context, ViewportBuilder};
use winit::raw_window_handle::{HasWindowHandle, RawWindowHandle};

pub(super) use self::content::Content;
use self::icon::icon;
use super::at_exit;
use super::display::{self, Display};
use super::{App, LEAST_ROOM};
use crate::error_stream::Silenced;
use crate::library::Found;
use crate::settings::Settings;
use crate::signals;
use crate::store::Store;
use crate::ui::{Place, redraw, theme};
use crate::words::Message;

/// What the window opens on.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The page of this routine rather than Today.
    pub routine: Option<Found>,
    /// Otherwise the page of this file from elsewhere, in which a routine is packed or that can't be used.
    pub received: Option<PathBuf>,
    /// Lead straight to the question before its session.
    pub ask: bool,
    /// Otherwise this page.
    pub place: Option<Place>,
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
        /// What the person should know of what could not be written.
        untold: Vec<Message>,
    },
    #[error(transparent)]
    NoThread(#[from] io::Error),
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    Processor,
    OpenGl,
}

impl Renderer {
    /// Which one is tried first.
    pub fn asked_for() -> Self {
        let asks_for_opengl = env::var_os("SUPPLE_RENDERER").is_some_and(|name| name == "gl");
        if cfg!(target_os = "macos") || asks_for_opengl {
            Self::OpenGl
        } else {
            Self::Processor
        }
    }

    /// As Settings name it.
    pub(super) fn named(self) -> Message {
        Message::new(match self {
            Self::Processor => "settings-drawn-by-processor",
            Self::OpenGl => "settings-drawn-by-opengl",
        })
    }
}

/// In points; smaller than this is for small screens alone.
pub(super) const SMALLEST: [f32; 2] = [480.0, 600.0];
/// In points, before the person has chosen another size.
pub(super) const USUAL: [f32; 2] = [1200.0, 760.0];

/// The display that a window can be opened on.
///
/// # Errors
/// There is none, or no window can be on it.
pub fn find_display() -> Result<Display, NoWindow> {
    let display = Display::find().ok_or(NoWindow::NoDisplay)?;
    display.check_scale().map_err(NoWindow::Failed)?;
    Ok(display)
}

/// Opens the window on what is kept, and returns when it is closed, with what the person should know of
/// what could not be written.
///
/// Where an X server goes away this may not return: Xlib ends the process. `gone` is called then,
/// after all was handed in, with why it is gone and what the person should know besides.
///
/// # Errors
/// Nothing was shown, or the display is gone. Without a display a terminal can guide as well.
pub fn run(
    display: Display,
    store: Store,
    start: Start,
    gone: impl FnOnce(Message, Vec<Message>) + 'static,
) -> Result<Vec<Message>, NoWindow> {
    // Before its window, so that the record is read while that comes up.
    let mut app = App::open(&Context::default(), store, start);
    app.takes_drops = display.takes_drops();
    app.reminders.has_process = true;
    show(display, Box::new(app), Box::new(gone))
}

/// Shows something in a window of its own until that is closed.
///
/// # Errors
/// As [`run`] has them.
pub(super) fn show(
    display: Display,
    content: Box<dyn Content>,
    gone: Gone,
) -> Result<Vec<Message>, NoWindow> {
    let window = Rc::new(Opened::new(display, content, gone));
    window.end_with_system();
    let opened = open(display, &window);
    let untold = window.content.borrow_mut().close();
    match opened {
        Ok(Some(why)) => Err(NoWindow::Lost { why, untold }),
        Ok(None) => Ok(untold),
        Err(never_up) => Err(never_up),
    }
}

/// The window as the desktop's portal names it, so that its dialogs stand in front of it; empty where only the
/// display could give it a name.
pub(super) fn name_for_dialogs(window: &dyn HasWindowHandle) -> String {
    match window.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(handle)) => format!("x11:{:x}", handle.window),
        Ok(RawWindowHandle::Xcb(handle)) => format!("x11:{:x}", handle.window),
        _ => String::new(),
    }
}

/// Told why the display is gone, and what became of the record.
pub(super) type Gone = Box<dyn FnOnce(Message, Vec<Message>)>;

/// What is shown with its window, whatever draws it.
struct Opened {
    content: RefCell<Box<dyn Content>>,
    /// What it draws on.
    ctx: Arc<Mutex<Context>>,
    is_up: Cell<bool>,
    /// Whether it was asked to close, as far as OpenGL draws it.
    is_closing: Cell<bool>,
    display: Display,
    gone: Cell<Option<Gone>>,
}

impl Opened {
    fn new(display: Display, content: Box<dyn Content>, gone: Gone) -> Self {
        Self {
            ctx: Arc::new(Mutex::new(content.ctx())),
            content: RefCell::new(content),
            is_up: Cell::new(false),
            is_closing: Cell::new(false),
            display,
            gone: Cell::new(Some(gone)),
        }
    }

    /// Goes on on another context.
    fn move_to(&self, ctx: &Context) {
        self.content.borrow_mut().move_to(ctx);
        *self.ctx.lock().unwrap_or_else(PoisonError::into_inner) = ctx.clone();
    }

    fn ctx(&self) -> Context {
        self.content.borrow().ctx()
    }

    /// Has the window close when the system ends the program.
    fn end_with_system(&self) {
        let is_ending = self.content.borrow().is_ending();
        let ctx = Arc::clone(&self.ctx);
        signals::on_end(move |_| {
            // Asked twice, it does not wait for a display that hangs.
            let is_first = !is_ending.swap(true, Ordering::Relaxed);
            redraw(&ctx.lock().unwrap_or_else(PoisonError::into_inner));
            is_first
        });
    }

    /// The window has come up: from here on it is not refused but lost.
    fn came_up(self: &Rc<Self>, renderer: Renderer, window: &impl HasWindowHandle) {
        self.is_up.set(true);
        self.content.borrow_mut().came_up(renderer, window);
        let window = Rc::clone(self);
        // Not earlier: what the thread keeps is destroyed in the opposite order, and the event loop
        // has to be there still.
        at_exit::arm(move || {
            // What is being drawn has it. Then the record is as after a crash.
            let content = window.content.try_borrow_mut().ok();
            let untold = content.map(|mut content| content.close());
            window.tell_gone(untold.unwrap_or_default());
        });
    }

    fn tell_gone(&self, untold: Vec<Message>) {
        if let Some(gone) = self.gone.take() {
            let why = match at_exit::panic() {
                Some(panic) => lost(panic),
                // It was this program alone that was cut off.
                None if self.display.answers() => Message::new("error-window-destroyed"),
                None => Message::new("error-display-gone"),
            };
            gone(why, untold);
        }
    }
}

/// Shows it in a window until that is closed, or lost for the reason that is returned.
fn open(display: Display, window: &Rc<Opened>) -> Result<Option<Message>, NoWindow> {
    let was_there = display.answers();
    at_exit::arm_opening({
        let window = Rc::clone(window);
        move || window.tell_gone(Vec::new())
    });
    let run = || match Renderer::asked_for() {
        Renderer::Processor => by_processor::run(window, display),
        Renderer::OpenGl => by_opengl::run(window, display),
    };
    let silenced = Silenced::begin();
    let opened = display::without_panics(run);
    drop(silenced);
    at_exit::disarm();
    let is_up = window.is_up.get();
    match opened {
        Ok(Ok(End::Closed)) => Ok(None),
        _ if was_there && !display.answers() => Ok(Some(Message::new("error-display-gone"))),
        Ok(Ok(End::Lost(why))) => Ok(Some(why)),
        Ok(Ok(End::Refused(why))) => Err(NoWindow::Failed(why)),
        // The event loop itself fails where a compositor ends.
        Ok(Err(eframe::Error::WinitEventLoop(_))) if is_up => {
            Ok(Some(Message::new("error-display-gone")))
        }
        Ok(Err(error)) if is_up => Ok(Some(lost(&error.to_string()))),
        Err(panic) if is_up => Ok(Some(lost(&panic))),
        // No connection to the display that the environment names.
        Ok(Err(error @ eframe::Error::WinitEventLoop(_))) if !display::names_library(&error) => {
            Err(NoWindow::NoDisplay)
        }
        Ok(Err(error)) => Err(NoWindow::Failed(display::explain(&error))),
        Err(panic) => Err(NoWindow::Failed(display::explain_text(&panic))),
    }
}

/// That the window was taken away, in the words of what did.
fn lost(reason: &str) -> Message {
    let reason = display::first_line(reason).to_owned();
    Message::new("error-window-lost").with("reason", reason)
}

/// How the event loop ended.
enum End {
    /// The window was closed.
    Closed,
    /// It was taken away, for this reason.
    Lost(Message),
    /// It never came up.
    Refused(Message),
}

fn options(window: &Opened) -> NativeOptions {
    NativeOptions {
        viewport: window.content.borrow().window(),
        // Every colour is flat, and it costs a good part of each frame.
        dithering: false,
        // Looked for when a text needs them, not at every start.
        system_font_fallback: false,
        ..NativeOptions::default()
    }
}

/// The window of the app.
pub(super) fn usual(settings: &Settings) -> ViewportBuilder {
    // The text size is a zoom, and egui counts in zoomed points.
    let zoom = theme::zoom(settings);
    let size = settings
        .window_size
        .map_or(USUAL, |size| size.map(f32::from));
    named()
        .with_inner_size(size.map(|length| length / zoom))
        // Until it is known how large the screen is.
        .with_min_inner_size(LEAST_ROOM / zoom)
}

/// A window as the desktop knows it for one of Supple's.
pub(super) fn named() -> ViewportBuilder {
    ViewportBuilder::default()
        .with_app_id("supple")
        .with_title("Supple")
        .with_icon(icon())
}
