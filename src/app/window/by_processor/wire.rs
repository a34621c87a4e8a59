//! Pixels for an X server, by a connection of their own.
//!
//! Where the server shares no memory with this program, as at the other end of `ssh -X`, softbuffer would
//! send it the whole window with every frame, and all of that at once; and it lays out pixels in one way
//! alone, which is not that of a display with 16 bits of colour.

mod format;

use std::error::Error;
use std::mem;

use softbuffer::SoftBufferError;
use supple_draw::Area;
use winit::raw_window_handle::{HasWindowHandle as _, RawWindowHandle};
use winit::window::Window;
use x11rb::connection::Connection as _;
use x11rb::cookie::Cookie;
use x11rb::protocol::shm::ConnectionExt as _;
use x11rb::protocol::xproto::{ConnectionExt as _, CreateGCAux, GetInputFocusReply, ImageFormat};
use x11rb::rust_connection::RustConnection;

use self::format::Format;

/// How many bytes of a picture go into one request: as few as a server must take.
const ONE_REQUEST: usize = 4 * 0xffff - 64;

pub(super) struct Wire {
    connection: RustConnection,
    window: u32,
    context: u32,
    depth: u8,
    format: Format,
    /// Comes once the server has all that it was sent.
    receipt: Option<u64>,
    /// What is being sent.
    bytes: Vec<u8>,
}

impl Wire {
    /// To the server of this window; `None` if it is of no X server.
    ///
    /// # Errors
    /// Its pixels are not made of colours, or the server does not answer.
    pub(super) fn of(window: &Window) -> Result<Option<Self>, SoftBufferError> {
        let id = match window.window_handle().map(|handle| handle.as_raw()) {
            Ok(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
            Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
            _ => None,
        };
        id.map(|id| Self::to(id).map_err(failed)).transpose()
    }

    fn to(window: u32) -> Result<Self, Box<dyn Error>> {
        let (connection, _) = RustConnection::connect(None)?;
        let context = connection.generate_id()?;
        let settings = CreateGCAux::new().graphics_exposures(0);
        let (depth, visual) = (
            connection.get_geometry(window)?,
            connection.get_window_attributes(window)?,
        );
        let created = connection.create_gc(context, window, &settings)?;
        let (depth, visual) = (depth.reply()?.depth, visual.reply()?.visual);
        created.check()?;
        let format = Format::of(connection.setup(), depth, visual);
        let format = format.ok_or_else(|| format!("no colours at a depth of {depth}"))?;
        Ok(Self {
            connection,
            window,
            context,
            depth,
            format,
            receipt: None,
            bytes: Vec::new(),
        })
    }

    /// Whether all of the picture has to go this way: the server takes no pixels from memory that this
    /// program shares with it, as softbuffer asks for it, or lays them out in another way.
    pub(super) fn is_only_way(&self) -> bool {
        !self.format.is_native() || !shares_memory()
    }

    /// Waits until the server has all that it was sent: more than it can take would pile up on the way, and
    /// be late by ever more.
    pub(super) fn settle(&mut self) -> Result<(), SoftBufferError> {
        let Some(receipt) = self.receipt.take() else {
            return Ok(());
        };
        let receipt = Cookie::<_, GetInputFocusReply>::new(&self.connection, receipt);
        receipt
            .reply()
            .map(drop)
            .map_err(|error| failed(error.into()))
    }

    /// Sends areas of a picture with so many pixels in a row.
    pub(super) fn send(
        &mut self,
        pixels: &[u32],
        width: u32,
        areas: &[Area],
    ) -> Result<(), SoftBufferError> {
        let mut areas = areas.iter();
        areas
            .try_for_each(|&area| self.put(pixels, width as usize, area))
            .and_then(|()| {
                let receipt = self.connection.get_input_focus()?;
                self.receipt = Some(receipt.sequence_number());
                // Dropped, its answer would be thrown away.
                mem::forget(receipt);
                Ok(self.connection.flush()?)
            })
            .map_err(failed)
    }

    fn put(&mut self, pixels: &[u32], row_length: usize, area: Area) -> Result<(), Box<dyn Error>> {
        let (left, width) = (area.x() as usize, area.width() as usize);
        if width == 0 {
            return Ok(());
        }
        let rows_at_once = (ONE_REQUEST / self.format.row_bytes(width)).max(1);
        let rows = area.y() as usize..(area.y() + area.height()) as usize;
        for top in rows.clone().step_by(rows_at_once) {
            let bottom = rows.end.min(top + rows_at_once);
            self.bytes.clear();
            for row in top..bottom {
                let start = row * row_length + left;
                let row = &pixels[start..start + width];
                self.format.lay_out(row, &mut self.bytes);
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
