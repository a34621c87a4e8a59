//! Plays the sounds of a session.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::device::{self, Device};
use super::shared::Shared;
use super::worker::{Asked, Order, Worker, no_device};
use super::{Clip, Cue, Spoken, Volume};
use crate::runner::{Sound, SoundWarning};
use crate::session::{Event, Session};
use crate::threads;
use crate::words::Message;

/// Plays cues and phrases from a thread of its own, on a device that may come and go.
///
/// The device is open for as long as it is needed: from a session's start to its end, and for a
/// minute of a pause. Closing it between cues would clip the first sound, and an open device keeps
/// a laptop awake. Without a device the session goes on silent, [`Sound::warning`] says so, and the
/// device is tried again when one appears; what was missed is not made up for.
///
/// No call that a session makes waits for the device. Clones share it.
#[derive(Debug, Clone)]
pub struct Speaker {
    thread: Arc<Thread>,
}

/// How loud, and on which device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The [`Device::id`]; `None` for the system's own choice.
    pub device: Option<String>,
    /// Of cues and voice alike.
    pub volume: Volume,
    /// Whether nothing is heard, whatever the volume.
    pub muted: bool,
    /// Whether a voice is heard as well as the cues.
    pub voice: bool,
}

/// How long the device stays open in a pause, and for a session that may be about to start.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long it stays open after the end of a session: longer than what is heard then.
const LAST_SOUND: Duration = Duration::from_secs(10);

impl Speaker {
    /// A speaker that opens its device when it is first needed.
    ///
    /// # Errors
    /// If the system has no thread left.
    pub fn new(output: &Output) -> std::io::Result<Self> {
        Self::telling(output, || ())
    }

    /// The same. Calls `tell`, which must return at once, on any thread whenever what
    /// [`Speaker::warning`], [`Speaker::trying`] or [`Speaker::devices`] says has changed.
    ///
    /// # Errors
    /// If the system has no thread left.
    pub fn telling(
        output: &Output,
        tell: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let shared = Arc::new(Shared::telling(tell));
        let mut worker = Worker::new(orders.clone(), Arc::clone(&shared))?;
        let failed = Arc::clone(&shared);
        threads::start(
            "sound",
            move || worker.run(&inbox),
            move || failed.change(|status| status.warning = Some(no_device())),
        )?;
        let speaker = Self {
            thread: Arc::new(Thread { orders, shared }),
        };
        speaker.set(output);
        Ok(speaker)
    }

    /// Speaks a phrase by itself, to be tried. What is spoken already makes room.
    pub fn say(&self, clip: Clip) {
        self.order(Order::Wake(LAST_SOUND.max(clip.length())));
        // However long the device takes to open.
        let patience = PATIENCE;
        self.play(None, Some(Spoken { clip, patience }), Instant::now());
    }

    /// Changes volume, voice and device at once, also for what is playing.
    pub fn set(&self, output: &Output) {
        let gain = if output.muted {
            0.0
        } else {
            output.volume.gain()
        };
        let shared = &self.thread.shared;
        shared.mix.set_gain(gain);
        let spoke = shared.voice.swap(output.voice, Ordering::Relaxed);
        if spoke && !output.voice {
            shared.mix.hush();
        }
        self.order(Order::Choose(output.device.clone()));
    }

    /// Opens the device ahead of a session that may be about to start, so that its first cue is on
    /// time. Closes it again after a minute without one.
    pub fn wake(&self) {
        self.order(Order::Wake(PATIENCE));
    }

    /// Waits until the last sound has rung out, ten seconds at most. For a program that would cut
    /// it off by ending.
    pub fn ring_out(&self) {
        let (teller, reported) = mpsc::channel();
        self.order(Order::TellWhenQuiet(teller));
        let _ = reported.recv_timeout(LAST_SOUND);
    }

    /// Plays all cues in turn; [`Speaker::trying`] tells which.
    pub fn try_sounds(&self) {
        let shared = &self.thread.shared;
        shared.change(|status| status.trying = Some(Cue::ALL[0]));
        self.order(Order::Try(true));
    }

    /// Ends what [`Speaker::try_sounds`] began, and fades out what plays.
    pub fn stop_trying(&self) {
        self.thread.shared.mix.silence();
        self.order(Order::Try(false));
    }

    /// The cue that [`Speaker::try_sounds`] is at; `None` when it is through.
    pub fn trying(&self) -> Option<Cue> {
        self.thread.shared.status().trying
    }

    /// Asks the system again which devices there are; [`Speaker::devices`] has the answer soon.
    pub fn look_for_devices(&self) {
        if let Err(error) = self.look_for(device::list) {
            let no_thread = Message::new("error-no-thread").with("reason", error.to_string());
            let shared = &self.thread.shared;
            shared.change(|status| status.devices_warning = Some(no_thread));
        }
    }

    fn look_for(
        &self,
        list: impl FnOnce() -> Vec<Device> + Send + 'static,
    ) -> std::io::Result<JoinHandle<()>> {
        let shared = Arc::clone(&self.thread.shared);
        let failed = Arc::clone(&self.thread.shared);
        shared.change(|status| status.devices_warning = None);
        // A thread of its own: cues must not wait for drivers.
        threads::start(
            "devices",
            move || {
                let devices = list();
                shared.change(|status| status.devices = devices);
            },
            move || {
                let warning = Message::new("error-background");
                failed.change(|status| status.devices_warning = Some(warning));
            },
        )
    }

    /// The devices found when last looked for.
    pub fn devices(&self) -> Vec<Device> {
        self.thread.shared.status().devices.clone()
    }

    /// Why they could not be looked for, if they could not.
    pub fn devices_warning(&self) -> Option<Message> {
        self.thread.shared.status().devices_warning.clone()
    }

    /// Opens the device for a session, at its beginning and when it goes on.
    pub(crate) fn begin(&self) {
        self.order(Order::Begin);
    }

    /// Keeps the device open for some time of a pause.
    pub(crate) fn pause(&self) {
        self.order(Order::LetGo(PATIENCE));
    }

    /// Keeps the device open for what is heard at a session's end.
    pub(crate) fn let_go(&self) {
        self.order(Order::LetGo(LAST_SOUND));
    }

    /// Waits until the device can be played on, or is known not to be there, for `patience` at most and
    /// as long as that is wanted.
    pub(crate) fn wait_until_steady(&self, patience: Duration, is_wanted: &dyn Fn() -> bool) {
        const GLANCE: Duration = Duration::from_millis(50);
        let (teller, reported) = mpsc::channel();
        self.order(Order::TellWhenSteady(teller));
        let end = Instant::now() + patience;
        while is_wanted() && Instant::now() < end {
            // Nothing is ever sent: the wait ends when the other side is dropped.
            if reported.recv_timeout(GLANCE) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
    }

    /// Fades out what still rings.
    pub(crate) fn silence(&self) {
        self.thread.shared.mix.silence();
        self.order(Order::Silence);
    }

    /// Plays what a moment sounds like. What was being said makes room: it belongs to a moment that
    /// is over.
    pub(crate) fn play(&self, cue: Option<Cue>, spoken: Option<Spoken>, at: Instant) {
        let mix = &self.thread.shared.mix;
        mix.hush();
        self.order(Order::Play(Asked {
            cue,
            spoken,
            at,
            born: mix.born(),
        }));
    }

    /// Whether a voice would be heard.
    pub(crate) fn speaks(&self) -> bool {
        let shared = &self.thread.shared;
        shared.voice.load(Ordering::Relaxed) && !shared.mix.is_silent()
    }

    /// What is wrong with the device, if anybody wants to hear it.
    pub fn warning(&self) -> Option<SoundWarning> {
        let shared = &self.thread.shared;
        let wanted = !shared.mix.is_silent();
        wanted.then(|| shared.status().warning.clone()).flatten()
    }

    fn order(&self, order: Order) {
        // The thread ends only after the last speaker.
        let _ = self.thread.orders.send(order);
    }
}

/// For a rehearsal: nothing is heard, and nothing is wrong with that.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Sound for Silent {
    fn events(&mut self, _: &[Event], _: &Session) {}

    fn warning(&self) -> Option<SoundWarning> {
        None
    }
}

/// The thread that plays, ended with the last speaker.
#[derive(Debug)]
struct Thread {
    orders: Sender<Order>,
    shared: Arc<Shared>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        let _ = self.orders.send(Order::End);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_for_devices_that_breaks_off_is_reported_until_one_succeeds() {
        let output = Output {
            device: None,
            volume: Volume::percent(100),
            muted: true,
            voice: false,
        };
        let speaker = Speaker::new(&output).unwrap();
        let look_for = |list: fn() -> Vec<Device>| speaker.look_for(list).unwrap().join().unwrap();
        look_for(|| panic!("as a mistake in a driver would"));
        assert!(speaker.devices_warning().is_some());
        look_for(Vec::new);
        assert_eq!(speaker.devices_warning(), None);
    }

    #[test]
    fn half_the_volume_is_ten_decibels_less_and_none_is_silent() {
        let decibels = |percent| 20.0 * Volume::percent(percent).gain().log10();
        assert!(decibels(100).abs() < 0.01);
        assert!((decibels(50) + 10.0).abs() < 0.1);
        assert!((decibels(25) + 20.0).abs() < 0.1);
        assert!(Volume::percent(0).gain().abs() < f32::EPSILON);
        assert_eq!(Volume::percent(101), Volume::percent(100));
    }
}
