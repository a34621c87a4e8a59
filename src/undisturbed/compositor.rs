//! A Wayland compositor whose screens stay on, where no service of a desktop sees to it.
//!
//! It does so for a surface that can be seen. The window's own belongs to a connection that its library keeps to
//! itself, and the guide in a terminal has none: so it is one of a single pixel, which nobody sees and no pointer meets.

use std::env;
use std::fs::File;
use std::io::Write as _;
use std::os::fd::AsFd as _;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use rustix::fs::{MemfdFlags, memfd_create};
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_buffer::WlBuffer;
use wayland_client::protocol::wl_compositor::WlCompositor;
use wayland_client::protocol::wl_region::WlRegion;
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::protocol::wl_shm::{Format, WlShm};
use wayland_client::protocol::wl_shm_pool::WlShmPool;
use wayland_client::protocol::wl_surface::WlSurface;
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle, delegate_noop};
use wayland_protocols::wp::idle_inhibit::zv1::client::zwp_idle_inhibit_manager_v1::ZwpIdleInhibitManagerV1;
use wayland_protocols::wp::idle_inhibit::zv1::client::zwp_idle_inhibitor_v1::ZwpIdleInhibitorV1;
use wayland_protocols_wlr::layer_shell::v1::client::zwlr_layer_shell_v1::{
    Layer, ZwlrLayerShellV1,
};
use wayland_protocols_wlr::layer_shell::v1::client::zwlr_layer_surface_v1::{
    self, Anchor, KeyboardInteractivity, ZwlrLayerSurfaceV1,
};

/// So often it is looked whether the surface is still there.
const LOOK: Duration = Duration::from_secs(30);

/// Whether this program's windows are shown by a compositor, where it is.
pub(super) fn socket() -> Option<PathBuf> {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
    let folder = PathBuf::from(variable("XDG_RUNTIME_DIR").unwrap_or_default());
    // An absolute path replaces the folder.
    variable("WAYLAND_DISPLAY").map(|name| folder.join(name))
}

/// Keeps its screens on until it is `over`. The compositor takes it back when the connection goes.
pub(super) fn hold(socket: &PathBuf, over: &Receiver<()>) {
    while let Some((mut queue, mut kept)) = keep(socket) {
        loop {
            match over.recv_timeout(LOOK) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
            if queue.roundtrip(&mut kept).is_err() {
                // The compositor is gone, and with it the screen.
                return;
            }
            if kept.is_closed {
                // As when the screen that it was on is.
                break;
            }
        }
    }
}

/// What it says of the surface.
#[derive(Default)]
struct Kept {
    /// Whether it has said how large the surface is.
    is_configured: bool,
    is_closed: bool,
}

fn keep(socket: &PathBuf) -> Option<(EventQueue<Kept>, Kept)> {
    let connection = Connection::from_socket(UnixStream::connect(socket).ok()?).ok()?;
    let (globals, mut queue) = registry_queue_init::<Kept>(&connection).ok()?;
    let handle = queue.handle();
    let inhibits: ZwpIdleInhibitManagerV1 = globals.bind(&handle, 1..=1, ()).ok()?;
    let compositor: WlCompositor = globals.bind(&handle, 1..=4, ()).ok()?;
    let surface = compositor.create_surface(&handle, ());
    let mut kept = Kept::default();
    let shell: Option<ZwlrLayerShellV1> = globals.bind(&handle, 1..=1, ()).ok();
    let memory: Option<WlShm> = globals.bind(&handle, 1..=1, ()).ok();
    if let (Some(shell), Some(memory)) = (shell, memory) {
        let name = "supple".to_owned();
        let layer = shell.get_layer_surface(&surface, None, Layer::Background, name, &handle, ());
        layer.set_size(1, 1);
        layer.set_anchor(Anchor::Top | Anchor::Left);
        layer.set_keyboard_interactivity(KeyboardInteractivity::None);
        let nowhere = compositor.create_region(&handle, ());
        surface.set_input_region(Some(&nowhere));
        surface.commit();
        queue.roundtrip(&mut kept).ok()?;
        if kept.is_configured {
            surface.attach(Some(&pixel(&memory, &handle)?), 0, 0);
            surface.commit();
        }
    }
    // Some take one that is nowhere for one that can be seen.
    inhibits.create_inhibitor(&surface, &handle, ());
    queue.roundtrip(&mut kept).ok()?;
    Some((queue, kept))
}

/// One that lets everything through.
fn pixel(memory: &WlShm, handle: &QueueHandle<Kept>) -> Option<WlBuffer> {
    const CLEAR: [u8; 4] = [0; 4];
    let size = i32::try_from(CLEAR.len()).ok()?;
    let mut file = File::from(memfd_create("supple", MemfdFlags::CLOEXEC).ok()?);
    file.write_all(&CLEAR).ok()?;
    let pool = memory.create_pool(file.as_fd(), size, handle, ());
    Some(pool.create_buffer(0, 1, 1, size, Format::Argb8888, handle, ()))
}

impl Dispatch<ZwlrLayerSurfaceV1, ()> for Kept {
    fn event(
        kept: &mut Self,
        layer: &ZwlrLayerSurfaceV1,
        event: zwlr_layer_surface_v1::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            zwlr_layer_surface_v1::Event::Configure { serial, .. } => {
                kept.is_configured = true;
                layer.ack_configure(serial);
            }
            zwlr_layer_surface_v1::Event::Closed => kept.is_closed = true,
            _ => {}
        }
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Kept {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

delegate_noop!(Kept: ignore WlSurface);
delegate_noop!(Kept: ignore WlShm);
delegate_noop!(Kept: ignore WlBuffer);
delegate_noop!(Kept: WlCompositor);
delegate_noop!(Kept: WlRegion);
delegate_noop!(Kept: WlShmPool);
delegate_noop!(Kept: ZwlrLayerShellV1);
delegate_noop!(Kept: ZwpIdleInhibitManagerV1);
delegate_noop!(Kept: ZwpIdleInhibitorV1);
