//! The pixels of a window: drawn by the processor, brought to the display by softbuffer.
//!
//! Only what changed is drawn and handed over, so it matters whether the display still has the rest.

use std::mem;
use std::num::NonZeroU32;
use std::sync::Arc;

use eframe::egui::Context;
use softbuffer::SoftBufferError;
use supple_draw::{Area, Canvas, Frame};
use winit::window::Window;

/// How many pixels an X server takes at once from a program that shares no memory with it; softbuffer
/// sends them all at once.
const ONE_REQUEST: u32 = (4 << 20) - 64;

pub(super) struct Pixels {
    surface: softbuffer::Surface<Arc<Window>, Arc<Window>>,
    canvas: Canvas,
    /// The display does not have what was drawn last.
    is_lost: bool,
}

impl Pixels {
    /// Those of a window that is out of view yet, and may once be as large as `most`.
    ///
    /// # Errors
    /// This display does not take pixels as they are drawn, or not as many.
    pub(super) fn of(
        window: &Arc<Window>,
        most: Option<[u32; 2]>,
    ) -> Result<Self, SoftBufferError> {
        let display = softbuffer::Context::new(Arc::clone(window))?;
        let mut surface = softbuffer::Surface::new(&display, Arc::clone(window))?;
        let most = most.filter(|[width, height]| width.saturating_mul(*height) > ONE_REQUEST);
        if let Some((width, height)) = most.and_then(sides) {
            surface.resize(width, height)?;
            surface.buffer_mut()?.present()?;
        }
        // Some refuse only with the first pixels.
        if let Some((width, height)) = sides(window.inner_size().into()) {
            surface.resize(width, height)?;
            surface.buffer_mut()?;
        }
        Ok(Self {
            surface,
            canvas: Canvas::new(),
            is_lost: true,
        })
    }

    /// The display may have lost what it showed.
    pub(super) fn lost(&mut self) {
        self.is_lost = true;
    }

    /// Draws a frame, and shows where it differs from the last one. Whether there was anything to show.
    pub(super) fn show(
        &mut self,
        window: &Window,
        ctx: &Context,
        frame: Frame,
    ) -> Result<bool, SoftBufferError> {
        let size = frame.size;
        let changed = self.canvas.update(ctx, frame);
        // A minimised window has no pixels on Windows.
        let Some((width, height)) = sides(size) else {
            return Ok(false);
        };
        if changed.is_empty() && !self.is_lost {
            return Ok(false);
        }
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        let age = buffer.age();
        self.canvas.draw(ctx, &mut buffer, age);
        window.pre_present_notify();
        if mem::take(&mut self.is_lost) {
            buffer.present()?;
        } else {
            let changed: Vec<_> = changed.into_iter().filter_map(rect).collect();
            buffer.present_with_damage(&changed)?;
        }
        Ok(true)
    }
}

/// The sides of a window that has pixels.
fn sides([width, height]: [u32; 2]) -> Option<(NonZeroU32, NonZeroU32)> {
    NonZeroU32::new(width).zip(NonZeroU32::new(height))
}

fn rect(area: Area) -> Option<softbuffer::Rect> {
    let (width, height) = sides([area.width(), area.height()])?;
    Some(softbuffer::Rect {
        x: area.x(),
        y: area.y(),
        width,
        height,
    })
}
