//! Pixels for an X server that shares no memory with this program, as at the other end of `ssh -X`.
//! softbuffer would send it the whole window with every frame, and all of that at once.

use std::error::Error;

use softbuffer::SoftBufferError;
use supple_draw::Area;
use winit::raw_window_handle::{HasWindowHandle as _, RawWindowHandle};
use winit::window::Window;
use x11rb::connection::Connection as _;
use x11rb::protocol::shm::ConnectionExt as _;
use x11rb::protocol::xproto::{ConnectionExt as _, CreateGCAux, ImageFormat};
use x11rb::rust_connection::RustConnection;

/// How many bytes of a picture go into one request: as few as a server must take.
const ONE_REQUEST: usize = 4 * 0xffff - 64;

pub(super) struct Wire {
    connection: RustConnection,
    window: u32,
    context: u32,
    depth: u8,
    /// What the server was sent last, changed into what it is sent next.
    pixels: Vec<u32>,
    size: [u32; 2],
    /// What is being sent.
    bytes: Vec<u8>,
}

impl Wire {
    /// To the server of this window, whose pixels softbuffer can lay out; `None` where memory is shared.
    ///
    /// # Errors
    /// The server answers that it is none for pixels, or does not answer.
    pub(super) fn of(window: &Window) -> Result<Option<Self>, SoftBufferError> {
        let id = match window.window_handle().map(|handle| handle.as_raw()) {
            Ok(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
            Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
            _ => None,
        };
        match id {
            Some(id) if !shares_memory() => Self::to(id).map(Some).map_err(failed),
            _ => Ok(None),
        }
    }

    fn to(window: u32) -> Result<Self, Box<dyn Error>> {
        let (connection, _) = RustConnection::connect(None)?;
        let context = connection.generate_id()?;
        let settings = CreateGCAux::new().graphics_exposures(0);
        connection.create_gc(context, window, &settings)?.check()?;
        let depth = connection.get_geometry(window)?.reply()?.depth;
        Ok(Self {
            connection,
            window,
            context,
            depth,
            pixels: Vec::new(),
            size: [0, 0],
            bytes: Vec::new(),
        })
    }

    /// Pixels of a window of this size, and how many drawings ago they were drawn; 0 is never.
    pub(super) fn pixels(&mut self, size: [u32; 2]) -> (&mut [u32], u8) {
        if self.size == size {
            return (&mut self.pixels, 1);
        }
        self.size = size;
        self.pixels.clear();
        self.pixels.resize(size[0] as usize * size[1] as usize, 0);
        (&mut self.pixels, 0)
    }

    /// Sends areas of the picture, and waits until the server has them: more than it can take would pile up
    /// on the way, and be late by ever more.
    pub(super) fn send(&mut self, areas: &[Area]) -> Result<(), SoftBufferError> {
        areas
            .iter()
            .try_for_each(|&area| self.put(area))
            .and_then(|()| {
                self.connection.get_input_focus()?.reply()?;
                Ok(())
            })
            .map_err(failed)
    }

    fn put(&mut self, area: Area) -> Result<(), Box<dyn Error>> {
        let (left, width) = (area.x() as usize, area.width() as usize);
        if width == 0 {
            return Ok(());
        }
        let rows_at_once = (ONE_REQUEST / (4 * width)).max(1);
        let rows = area.y() as usize..(area.y() + area.height()) as usize;
        for top in rows.clone().step_by(rows_at_once) {
            let bottom = rows.end.min(top + rows_at_once);
            self.bytes.clear();
            for row in top..bottom {
                let start = row * self.size[0] as usize + left;
                let pixels = &self.pixels[start..start + width];
                // As softbuffer and its check of the server have it.
                self.bytes
                    .extend(pixels.iter().flat_map(|pixel| pixel.to_ne_bytes()));
            }
            self.connection
                .put_image(
                    ImageFormat::Z_PIXMAP,
                    self.window,
                    self.context,
                    u16::try_from(width)?,
                    u16::try_from(bottom - top)?,
                    i16::try_from(left)?,
                    i16::try_from(top)?,
                    0,
                    self.depth,
                    &self.bytes,
                )?
                .ignore_error();
        }
        Ok(())
    }
}

/// Whether the server takes pixels from memory that this program shares with it, as softbuffer asks for it.
fn shares_memory() -> bool {
    let share = || -> Result<(), Box<dyn Error>> {
        let memory = tempfile::tempfile_in("/dev/shm")?;
        memory.set_len(4096)?;
        // One of its own: what fails on the way spoils it.
        let (connection, _) = RustConnection::connect(None)?;
        let segment = connection.generate_id()?;
        connection.shm_attach_fd(segment, memory, false)?.check()?;
        Ok(())
    };
    share().is_ok()
}

fn failed(error: Box<dyn Error>) -> SoftBufferError {
    SoftBufferError::PlatformError(Some(error.to_string()), Some(error))
}
