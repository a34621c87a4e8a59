//! The device's own thread goes before what else the machine does: a buffer that is filled too late is a gap in
//! what is heard. An ordinary account is let do that only where its limit for it is raised, as audio groups have it.
//! Elsewhere `RealtimeKit` does it, which most desktops have for their sound servers; without it nothing changes.

use std::cell::Cell;

thread_local! {
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Has the thread that calls go before others from now on, as far as the system lets it; asked once for each
/// thread.
pub(super) fn goes_first() {
    if !IS_ASKED.replace(true) {
        // Where the system won't, sound is played as it was.
        #[cfg(target_os = "linux")]
        linux::raise();
    }
}

/// Elsewhere the system raises the threads of its devices by itself.
#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;

    use crate::bus::{Address, Bus, Whom};
    use crate::threads;

    /// As far as `PulseAudio` raises its own threads.
    pub(super) const NICE: i32 = -11;

    const KIT: Whom<'_> = Whom(
        "org.freedesktop.RealtimeKit1",
        "/org/freedesktop/RealtimeKit1",
        "org.freedesktop.RealtimeKit1",
    );

    /// How long it may take: it is started when it is asked.
    const PATIENCE: Duration = Duration::from_secs(5);

    pub(super) fn raise() {
        // Without a process it is the thread that calls, on Linux alone.
        if rustix::process::setpriority_process(None, NICE).is_ok() {
            return;
        }
        let thread = rustix::thread::gettid().as_raw_nonzero().get();
        // What is played can't wait for it.
        let work = move || _ = ask(Address::System, thread);
        drop(threads::start("urgent", work, || {}));
    }

    /// Whether `RealtimeKit` was there and raised a thread of this program.
    pub(super) fn ask(bus: Address, thread: i32) -> bool {
        let Ok(thread) = u64::try_from(thread) else {
            return false;
        };
        let mut bus = Bus::at(bus, PATIENCE);
        let asked = bus.ask(async |bus| {
            let asked = (thread, NICE);
            let raised = bus.call_or_start(KIT, "MakeThreadHighPriority", &asked);
            raised.await
        });
        let raised: Option<Option<()>> = zbus::block_on(asked);
        raised.flatten().is_some()
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::sync::mpsc::{self, Sender};
    use std::thread;

    use rustix::process::{getpriority_process, setpriority_process};
    use zbus::interface;

    use super::linux::{NICE, ask};
    use super::*;
    use crate::bus::own::OwnBus;

    #[test]
    fn the_thread_that_plays_goes_before_others_and_no_other_does() {
        let before = getpriority_process(None).unwrap();
        let is_let = thread::spawn(|| setpriority_process(None, NICE).is_ok());
        let is_let = is_let.join().unwrap();
        let raised = thread::spawn(|| {
            goes_first();
            getpriority_process(None).unwrap()
        });
        let raised = raised.join().unwrap();
        assert_eq!(raised, if is_let { NICE } else { before });
        assert_eq!(getpriority_process(None).unwrap(), before);
    }

    /// A desktop's `RealtimeKit`, which tells what it is asked.
    struct Kit(Sender<(u64, i32)>);

    #[interface(name = "org.freedesktop.RealtimeKit1")]
    impl Kit {
        fn make_thread_high_priority(&self, thread: u64, nice: i32) {
            self.0.send((thread, nice)).unwrap();
        }
    }

    #[test]
    fn where_the_system_does_not_let_it_a_desktop_raises_the_thread() {
        let bus = OwnBus::start();
        assert!(!ask(bus.bus(), 7), "there is none");
        let (asks, asked) = mpsc::channel();
        let builder = bus.builder().name("org.freedesktop.RealtimeKit1").unwrap();
        let builder = builder.serve_at("/org/freedesktop/RealtimeKit1", Kit(asks));
        let _kit = zbus::block_on(builder.unwrap().build()).unwrap();
        assert!(ask(bus.bus(), 7));
        assert_eq!(asked.recv().unwrap(), (7, NICE));
    }
}
