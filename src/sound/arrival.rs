//! Where a sound device appears, and the system's word that one has.

/// What to call, once, when a device may have appeared.
pub(super) type Arrived = Box<dyn FnOnce() + Send>;

/// Something that is awaited as long as this is there.
pub(super) type Awaited = Box<dyn Send>;

/// Awaits a sound device or a sound server.
///
/// `None` where the system would not say: what is there already and can't be played on may be free at any
/// time, and a server that is reached in another way may start at any time.
pub(super) fn await_device(arrived: Arrived) -> Option<Awaited> {
    #[cfg(target_os = "linux")]
    {
        let places = linux::Places::of_this_machine()?;
        Some(Box::new(linux::Watch::start(&places, arrived)?))
    }
    #[cfg(not(target_os = "linux"))]
    {
        drop(arrived);
        None
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::fs;
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use rustix::fs::inotify::{self, CreateFlags, Reader, WatchFlags};

    use super::Arrived;
    use crate::threads;

    /// Where devices and the sockets of sound servers lie.
    pub(super) struct Places {
        pub(super) devices: PathBuf,
        pub(super) servers: PathBuf,
    }

    impl Places {
        pub(super) fn of_this_machine() -> Option<Self> {
            let elsewhere = ["PULSE_SERVER", "PIPEWIRE_REMOTE", "PIPEWIRE_RUNTIME_DIR"];
            if elsewhere.iter().any(|name| env::var_os(name).is_some()) {
                return None;
            }
            Some(Self {
                devices: "/dev/snd".into(),
                servers: env::var_os("XDG_RUNTIME_DIR")?.into(),
            })
        }

        /// Whether there is something that could be played on.
        fn have_any(&self) -> bool {
            let is_for_sound = |name: &str| name.starts_with("pcm") && name.ends_with('p');
            let devices = fs::read_dir(&self.devices).into_iter().flatten().flatten();
            let names = devices.map(|device| device.file_name());
            let servers = ["pipewire-0", "pulse/native"].map(|name| self.servers.join(name));
            names
                .filter_map(|name| name.into_string().ok())
                .any(|name| is_for_sound(&name))
                || servers.iter().any(|server| server.exists())
        }

        /// The folders in which they appear.
        fn folders(&self) -> impl Iterator<Item = PathBuf> {
            let nearest = |folder: &Path| {
                let folders = folder.ancestors();
                let mut there = folders.filter(|folder| folder.is_dir());
                there.next().map(Path::to_owned)
            };
            let devices = nearest(&self.devices);
            [devices, nearest(&self.servers)]
                .into_iter()
                .flatten()
                .chain(
                    [self.servers.join("pulse")]
                        .into_iter()
                        .filter(|it| it.is_dir()),
                )
        }
    }

    /// The folders that are watched.
    pub(super) struct Watch {
        inotify: Arc<OwnedFd>,
        watches: Vec<i32>,
        is_over: Arc<AtomicBool>,
    }

    impl Watch {
        pub(super) fn start(places: &Places, arrived: Arrived) -> Option<Self> {
            let inotify = Arc::new(inotify::init(CreateFlags::CLOEXEC).ok()?);
            // A device may be there before this program may use it.
            let appears = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ATTRIB;
            let watch = |folder| inotify::add_watch(&inotify, folder, appears).ok();
            let watches: Vec<_> = places.folders().map(watch).collect::<Option<_>>()?;
            // What appeared before it was watched is not told of.
            if places.have_any() {
                return None;
            }
            let is_over = Arc::new(AtomicBool::new(false));
            let (reader, ends) = (Arc::clone(&inotify), Arc::clone(&is_over));
            let wait = move || {
                let mut space = [MaybeUninit::uninit(); 1024];
                // Whatever it is, even an error: what is to be found is looked for anew.
                let _ = Reader::new(&*reader, &mut space).next();
                if !ends.load(Ordering::Relaxed) {
                    arrived();
                }
            };
            threads::start("arrival", wait, || ()).ok()?;
            Some(Self {
                inotify,
                watches,
                is_over,
            })
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            self.is_over.store(true, Ordering::Relaxed);
            for &watch in &self.watches {
                // Is told of, which ends the thread. This fails for what has gone, which was told of too.
                let _ = inotify::remove_watch(&*self.inotify, watch);
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use std::sync::mpsc;
        use std::time::Duration;

        use super::*;

        struct Machine(tempfile::TempDir);

        impl Machine {
            fn new() -> Self {
                let machine = Self(tempfile::tempdir().unwrap());
                for folder in ["dev", "run"] {
                    fs::create_dir(machine.0.path().join(folder)).unwrap();
                }
                machine
            }

            fn places(&self) -> Places {
                Places {
                    devices: self.0.path().join("dev/snd"),
                    servers: self.0.path().join("run"),
                }
            }

            fn add(&self, name: &str) {
                let file = self.0.path().join(name);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, "").unwrap();
            }
        }

        #[test]
        fn a_device_or_a_server_that_appears_is_told_of() {
            let appear: [&[&str]; 5] = [
                &["dev/snd/pcmC0D0p"],
                &["dev/snd/timer", "dev/snd/pcmC1D0p"],
                &["run/pipewire-0"],
                &["run/pulse/native"],
                &["run/pulse/pid", "run/pulse/native"],
            ];
            for files in appear {
                let machine = Machine::new();
                for (at, file) in files.iter().enumerate() {
                    let (tell, told) = mpsc::channel();
                    let arrived = Box::new(move || tell.send(()).unwrap());
                    let watch = Watch::start(&machine.places(), arrived);
                    assert!(watch.is_some(), "{files:?}");
                    machine.add(file);
                    told.recv_timeout(Duration::from_mins(1)).unwrap();
                    assert!(at + 1 < files.len() || machine.places().have_any());
                }
            }
        }

        #[test]
        fn what_is_there_already_is_not_awaited() {
            for file in ["dev/snd/pcmC0D0p", "run/pipewire-0", "run/pulse/native"] {
                let machine = Machine::new();
                machine.add(file);
                assert!(Watch::start(&machine.places(), Box::new(|| ())).is_none());
            }
            // A microphone is nothing to play on.
            let machine = Machine::new();
            machine.add("dev/snd/pcmC0D0c");
            assert!(Watch::start(&machine.places(), Box::new(|| ())).is_some());
        }

        #[test]
        fn who_no_longer_waits_is_told_of_nothing() {
            let machine = Machine::new();
            let (tell, told) = mpsc::channel::<()>();
            let arrived = Box::new(move || tell.send(()).unwrap());
            drop(Watch::start(&machine.places(), arrived));
            // The thread has ended, and what it would have told with is gone.
            let told = told.recv_timeout(Duration::from_mins(1));
            assert_eq!(told, Err(mpsc::RecvTimeoutError::Disconnected));
        }
    }
}
