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
    Shared {
        surface: softbuffer::Surface<Arc<Window>, Arc<Window>>,
        /// For what changes little.
        #[cfg(all(unix, not(target_os = "macos")))]
        wire: Option<Box<Wire>>,
    },
    #[cfg(all(unix, not(target_os = "macos")))]
    Wire {
        wire: Box<Wire>,
        /// What the server was sent last, changed into what it is sent next.
        pixels: Vec<u32>,
        size: [u32; 2],
    },
}

/// So few pixels are sent to an X server rather than shared with it. softbuffer waits for the server's word
/// on those that are shared, on the connection that the event loop listens to, which wakes up for it.
#[cfg(all(unix, not(target_os = "macos")))]
const FEW: u64 = 1 << 15;

/// A larger window stays empty: softbuffer counts the bytes that it shares in 31 bits.
const MOST: u64 = 1 << 28;

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
        let Some((width, height)) = sides(size).filter(|_| pixels_of(size) <= MOST) else {
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
        let shown = areas.iter().copied().map(Area::pixels).sum();
        let canvas = &mut self.canvas;
        match &mut self.surface {
            Surface::Shared {
                surface,
                #[cfg(all(unix, not(target_os = "macos")))]
                wire,
            } => {
                surface.resize(width, height)?;
                let mut buffer = surface.buffer_mut()?;
                let age = buffer.age();
                canvas.draw(ctx, &mut buffer, age);
                window.pre_present_notify();
                #[cfg(all(unix, not(target_os = "macos")))]
                if let Some(wire) = wire {
                    // What was sent this way before does not come after what is shared now.
                    wire.settle()?;
                    if age == 1 && shown <= FEW {
                        wire.send(&buffer, size[0], &areas)?;
                        return Ok(Some(shown));
                    }
                }
                let areas: Vec<_> = areas.iter().copied().filter_map(rect).collect();
                buffer.present_with_damage(&areas)?;
            }
            #[cfg(all(unix, not(target_os = "macos")))]
            Surface::Wire {
                wire,
                pixels,
                size: size_before,
            } => {
                let age = u8::from(*size_before == size);
                *size_before = size;
                pixels.resize(size[0] as usize * size[1] as usize, 0);
                canvas.draw(ctx, pixels, age);
                window.pre_present_notify();
                wire.settle()?;
                wire.send(pixels, size[0], &areas)?;
            }
        }
        Ok(Some(shown))
    }
}

impl Surface {
    fn of(window: &Arc<Window>) -> Result<Self, SoftBufferError> {
        #[cfg(all(unix, not(target_os = "macos")))]
        let wire = match Wire::of(window)?.map(Box::new) {
            Some(wire) if wire.is_only_way() => {
                return Ok(Self::Wire {
                    wire,
                    pixels: Vec::new(),
                    size: [0, 0],
                });
            }
            wire => wire,
        };
        let display = softbuffer::Context::new(Arc::clone(window))?;
        let mut surface = softbuffer::Surface::new(&display, Arc::clone(window))?;
        // Some refuse only with the first pixels.
        if let Some((width, height)) = sides(window.inner_size().into()) {
            surface.resize(width, height)?;
            surface.buffer_mut()?;
        }
        Ok(Self::Shared {
            surface,
            #[cfg(all(unix, not(target_os = "macos")))]
            wire,
        })
    }
}

/// The sides of a window that has pixels.
fn pixels_of([width, height]: [u32; 2]) -> u64 {
    u64::from(width) * u64::from(height)
}

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
