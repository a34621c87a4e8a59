//! The pixels of a window: drawn by the processor, brought to the display by softbuffer where it shares
//! memory with it.
//!
//! Only what changed is drawn and handed over, so it matters whether the display still has the rest.

use std::mem;
use std::num::NonZeroU32;
use std::sync::Arc;

use eframe::egui::Context;
use softbuffer::SoftBufferError;
use supple_draw::{Area, Canvas, Frame};
use winit::window::Window;

#[cfg(all(unix, not(target_os = "macos")))]
use super::wire::Wire;

pub(super) struct Pixels {
    surface: Surface,
    canvas: Canvas,
    /// The display does not have what was drawn last.
    is_lost: bool,
}

enum Surface {
    Shared(softbuffer::Surface<Arc<Window>, Arc<Window>>),
    #[cfg(all(unix, not(target_os = "macos")))]
    Wire(Box<Wire>),
}

impl Pixels {
    /// Those of a window that is out of view yet.
    ///
    /// # Errors
    /// This display does not take pixels as they are drawn.
    pub(super) fn of(window: &Arc<Window>) -> Result<Self, SoftBufferError> {
        Ok(Self {
            surface: Surface::of(window)?,
            canvas: Canvas::new(),
            is_lost: true,
        })
    }

    /// The display may have lost what it showed.
    pub(super) fn lost(&mut self) {
        self.is_lost = true;
    }

    /// Draws a frame, and shows where it differs from the last one. How many pixels were shown, if there
    /// was anything to show.
    pub(super) fn show(
        &mut self,
        window: &Window,
        ctx: &Context,
        frame: Frame,
    ) -> Result<Option<u64>, SoftBufferError> {
        let size = frame.size;
        let changed = self.canvas.update(ctx, frame);
        // A minimised window has no pixels on Windows.
        let Some((width, height)) = sides(size) else {
            return Ok(None);
        };
        if changed.is_empty() && !self.is_lost {
            return Ok(None);
        }
        let areas = if mem::take(&mut self.is_lost) {
            vec![Area::whole(size)]
        } else {
            changed
        };
        let canvas = &mut self.canvas;
        match &mut self.surface {
            Surface::Shared(surface) => {
                surface.resize(width, height)?;
                let mut buffer = surface.buffer_mut()?;
                let age = buffer.age();
                canvas.draw(ctx, &mut buffer, age);
                window.pre_present_notify();
                let areas: Vec<_> = areas.iter().copied().filter_map(rect).collect();
                buffer.present_with_damage(&areas)?;
            }
            #[cfg(all(unix, not(target_os = "macos")))]
            Surface::Wire(wire) => {
                let (pixels, age) = wire.pixels(size);
                canvas.draw(ctx, pixels, age);
                window.pre_present_notify();
                wire.send(&areas)?;
            }
        }
        Ok(Some(areas.iter().copied().map(Area::pixels).sum()))
    }
}

impl Surface {
    fn of(window: &Arc<Window>) -> Result<Self, SoftBufferError> {
        let display = softbuffer::Context::new(Arc::clone(window))?;
        let mut surface = softbuffer::Surface::new(&display, Arc::clone(window))?;
        #[cfg(all(unix, not(target_os = "macos")))]
        if let Some(wire) = Wire::of(window)? {
            return Ok(Self::Wire(Box::new(wire)));
        }
        // Some refuse only with the first pixels.
        if let Some((width, height)) = sides(window.inner_size().into()) {
            surface.resize(width, height)?;
            surface.buffer_mut()?;
        }
        Ok(Self::Shared(surface))
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
