//! The window that the processor draws: winit's events in, egui's frames out through softbuffer.
//!
//! What eframe does for a window with OpenGL is done here for one without, and as far as egui-winit
//! does it, by egui-winit. A process has one event loop: where the display refuses what the processor
//! draws, eframe gets this one.

mod frame_log;
mod pace;
mod pixels;
mod shown;
#[cfg(all(unix, not(target_os = "macos")))]
mod wire;

use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;

use eframe::{EframeWinitApplication, UserEvent};
use softbuffer::SoftBufferError;
use winit::application::ApplicationHandler;
#[cfg(all(unix, not(target_os = "macos")))]
use winit::dpi::PhysicalSize;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoop, EventLoopProxy};
use winit::window::WindowId;

#[cfg(all(unix, not(target_os = "macos")))]
use self::shown::is_wayland;
use self::shown::{Refusal, Shown};
use super::by_opengl::{self, Shared};
use super::{Display, End, Opened, Renderer, display, lost, options};
#[cfg(all(unix, not(target_os = "macos")))]
use crate::app::display::KeptSize;

/// Shows it until its window is closed.
///
/// # Errors
/// There is no event loop, or none any more.
pub(super) fn run(window: &Rc<Opened>, display: Display) -> eframe::Result<End> {
    let mut builder = EventLoop::with_user_event();
    display.choose(&mut builder);
    let event_loop = builder.build()?;
    let mut handler = Handler {
        window: Rc::clone(window),
        proxy: event_loop.create_proxy(),
        by_opengl: by_opengl(window, &event_loop),
        stage: Stage::Waiting,
        #[cfg(all(unix, not(target_os = "macos")))]
        size: KeptSize::default(),
    };
    event_loop.run_app(&mut handler)?;
    Ok(match handler.stage {
        Stage::Over(end) => end,
        Stage::ByOpenGl => by_opengl::end(window),
        _ => End::Closed,
    })
}

fn by_opengl(
    window: &Rc<Opened>,
    event_loop: &EventLoop<UserEvent>,
) -> EframeWinitApplication<'static> {
    let options = options(window);
    let window = Rc::clone(window);
    let create: eframe::AppCreator<'static> = Box::new(move |made| {
        // eframe brings a context of its own here.
        window.move_to(&made.egui_ctx);
        Ok(Box::new(Shared::come_up(&window, made)))
    });
    eframe::create_native("Supple", options, create, event_loop)
}

/// Takes in what the event loop reports, and hands it on to what draws the window.
struct Handler {
    window: Rc<Opened>,
    proxy: EventLoopProxy<UserEvent>,
    by_opengl: EframeWinitApplication<'static>,
    stage: Stage,
    #[cfg(all(unix, not(target_os = "macos")))]
    size: KeptSize,
}

enum Stage {
    /// For the event loop, which opens no window before it runs.
    Waiting,
    ByProcessor(Box<Shown>),
    ByOpenGl,
    Over(End),
}

impl Handler {
    /// eframe's part, if the window is its own.
    fn eframe(&mut self) -> Option<&mut EframeWinitApplication<'static>> {
        matches!(self.stage, Stage::ByOpenGl).then_some(&mut self.by_opengl)
    }

    /// Keeps the window of an X server as large as it was, in points.
    #[cfg(all(unix, not(target_os = "macos")))]
    fn keep_size(&mut self, event: &mut WindowEvent) {
        let has_what_was_asked = self.size.follow(event);
        let Stage::ByProcessor(shown) = &self.stage else {
            return;
        };
        let window = shown.window();
        if matches!(event, WindowEvent::ScaleFactorChanged { .. }) {
            // It is in the pixels of the scale before, and asked for anew in those of the next.
            window.set_min_inner_size(None::<PhysicalSize<u32>>);
        }
        if has_what_was_asked && self.size.is_at_another_than(window.scale_factor()) {
            // winit looks for the scale that it has told once the window manager answers, as it does where a window
            // is asked to be as large as it is.
            let _ = window.request_inner_size(window.inner_size());
        }
    }

    /// Does something with the window that the processor draws, and ends the loop if that was the end
    /// of the window.
    fn with_shown(
        &mut self,
        event_loop: &ActiveEventLoop,
        act: impl FnOnce(&mut Shown) -> Result<(), SoftBufferError>,
    ) {
        let Stage::ByProcessor(shown) = &mut self.stage else {
            return;
        };
        let acted = match panic::catch_unwind(AssertUnwindSafe(|| act(shown))) {
            Ok(acted) => acted,
            Err(panic) => {
                // What was shown goes while the event loop is still there, which goes first when a panic passes it.
                self.stage = Stage::Over(End::Closed);
                panic::resume_unwind(panic)
            }
        };
        let end = match (shown.end(), acted) {
            (Some(end), _) => end,
            (None, Err(error)) => End::Lost(lost(&error.to_string())),
            (None, Ok(())) => return,
        };
        // What was shown goes while the event loop is still there.
        drop(mem::replace(&mut self.stage, Stage::Over(end)));
        event_loop.exit();
    }
}

impl ApplicationHandler<UserEvent> for Handler {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if matches!(self.stage, Stage::Waiting) {
            let opened = Shown::open(Rc::clone(&self.window), event_loop, &self.proxy);
            self.stage = match opened {
                Ok(shown) => {
                    #[cfg(all(unix, not(target_os = "macos")))]
                    self.size.opened(shown.window().scale_factor());
                    self.window.came_up(Renderer::Processor, shown.window());
                    Stage::ByProcessor(Box::new(shown))
                }
                Err(Refusal::Pixels(_)) => Stage::ByOpenGl,
                Err(Refusal::Window(error)) => {
                    event_loop.exit();
                    Stage::Over(End::Refused(display::explain_text(&error.to_string())))
                }
            };
        }
        if let Some(eframe) = self.eframe() {
            eframe.resumed(event_loop);
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        #[cfg(all(unix, not(target_os = "macos")))]
        let mut event = event;
        #[cfg(all(unix, not(target_os = "macos")))]
        if !is_wayland(event_loop) {
            self.keep_size(&mut event);
        }
        match self.eframe() {
            Some(eframe) => eframe.window_event(event_loop, id, event),
            None => self.with_shown(event_loop, |shown| shown.window_event(event_loop, &event)),
        }
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        match self.eframe() {
            Some(eframe) => eframe.user_event(event_loop, event),
            None => self.with_shown(event_loop, |shown| {
                shown.user_event(event);
                Ok(())
            }),
        }
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        match self.eframe() {
            Some(eframe) => eframe.about_to_wait(event_loop),
            None => self.with_shown(event_loop, |shown| shown.about_to_wait(event_loop)),
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        if let Some(eframe) = self.eframe() {
            eframe.new_events(event_loop, cause);
        }
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, id: DeviceId, event: DeviceEvent) {
        if let Some(eframe) = self.eframe() {
            eframe.device_event(event_loop, id, event);
        }
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        if let Some(eframe) = self.eframe() {
            eframe.suspended(event_loop);
        }
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        if let Some(eframe) = self.eframe() {
            eframe.exiting(event_loop);
        }
        // Where the display went away. The clipboard has a thread that uses the event loop's connection.
        if matches!(self.stage, Stage::ByProcessor(_)) {
            self.stage = Stage::Over(End::Closed);
        }
    }
}
