//! The machine's sound devices: which there are, and one opened.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::cpal::{self, ErrorKind};
use rodio::mixer::Mixer;
use rodio::{DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink};

/// A device that a person can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The same from one start of the program to the next.
    pub id: String,
    /// As the system calls it.
    pub name: String,
}

/// A device that is open. Dropping it closes it, which cuts off what still plays.
pub(super) struct Open {
    pub(super) mixer: Mixer,
    /// Whether it is the device that was asked for, and not the system's in its place.
    pub(super) as_asked: bool,
    pub(super) since: Instant,
    /// Set once the device has gone, or has to be opened again to be played on.
    pub(super) lost: Arc<AtomicBool>,
    /// Set when the device reports what may be over in a moment, or may be its end. A stream of a sound
    /// server falters so after it had nothing to play, which happens on a machine with too much to do.
    pub(super) falters: Arc<AtomicBool>,
    /// `None` for a test, which listens at the mixer's other end.
    pub(super) _sink: Option<MixerDeviceSink>,
}

/// Called on the device's own thread when the device is lost or falters.
pub(super) type OnLoss = Arc<dyn Fn() + Send + Sync>;

/// Opens the device of that id or, if it is not there or none is named, the system's own.
pub(super) fn open(id: Option<&str>, on_loss: OnLoss) -> Result<Open, DeviceSinkError> {
    quiet();
    let chosen = id.and_then(find);
    let as_asked = id.is_none() || chosen.is_some();
    let builder = match chosen {
        Some(device) => DeviceSinkBuilder::from_device(device)?,
        None => DeviceSinkBuilder::from_default_device()?,
    };
    let (lost, falters) = (Arc::<AtomicBool>::default(), Arc::<AtomicBool>::default());
    let (noted, noted_doubt) = (Arc::clone(&lost), Arc::clone(&falters));
    // The sink must not be dropped in here: that would wait for the very thread that calls this.
    let note = move |error: cpal::Error| {
        let noted = match error.kind() {
            // Of a stream that goes on by itself.
            ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => return,
            ErrorKind::BackendError | ErrorKind::DeviceBusy => &noted_doubt,
            _ => &noted,
        };
        // It may come thousands of times a second.
        if !noted.swap(true, Ordering::Relaxed) {
            on_loss();
        }
    };
    let mut sink = builder.with_error_callback(note).open_sink_or_fallback()?;
    sink.log_on_drop(false);
    Ok(Open {
        mixer: sink.mixer().clone(),
        as_asked,
        since: Instant::now(),
        lost,
        falters,
        _sink: Some(sink),
    })
}

fn find(id: &str) -> Option<cpal::Device> {
    cpal::default_host().device_by_id(&id.parse().ok()?)
}

/// The devices that can be played on. Takes its time: asks every driver.
pub(super) fn list() -> Vec<Device> {
    quiet();
    let Ok(devices) = cpal::default_host().output_devices() else {
        return Vec::new();
    };
    devices
        .filter_map(|device| {
            let description = device.description().ok()?;
            let id = device.id().ok()?;
            is_for_people(&id).then(|| Device {
                id: id.to_string(),
                name: description.name().to_owned(),
            })
        })
        .collect()
}

/// ALSA lists every way to reach a device, most of which keep others from sounding at the same
/// time. One for each card, and the sound servers, are what a person means by a device.
fn is_for_people(id: &cpal::DeviceId) -> bool {
    let ways = ["pipewire", "pulse", "sysdefault:", "hdmi:"];
    !cfg!(target_os = "linux") || ways.iter().any(|way| id.id().starts_with(way))
}

/// Keeps ALSA from writing to the error stream from this thread; the returned errors say the same.
fn quiet() {
    #[cfg(target_os = "linux")]
    // Without it the messages appear, which harms nothing.
    let _ = alsa::Output::local_error_handler();
}
