//! A share that does not answer.

use std::fs::File;
use std::time::{Duration, Instant};

use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::Signal;

use crate::machine::Machine;
use crate::mounted::Mounted;
use crate::needs_root;
use crate::patience::await_that;
use crate::running::{Running, status, supple};
use crate::{ALWAYS, DUE};

/// A file system on which whoever asks for anything waits as long as this is there.
struct Hung<'a> {
    /// Gone first: then whoever waits learns that nobody answers, and it can be taken away.
    device: Option<File>,
    _mounted: Mounted<'a>,
}

impl<'a> Hung<'a> {
    /// `None`, and a word about it, where that is not permitted.
    fn at(at: &'a std::path::Path) -> Option<Self> {
        use std::os::fd::AsRawFd as _;

        let device = File::options().read(true).write(true).open("/dev/fuse");
        let Ok(device) = device else {
            needs_root::left_out(&format!("only root can mount what hangs ({device:?})"));
            return None;
        };
        // The kernel asks whoever has this for all that is on it, and nobody reads what it asks.
        fcntl_setfd(&device, FdFlags::empty()).unwrap();
        let number = device.as_raw_fd();
        let options = format!("fd={number},rootmode=40000,user_id=0,group_id=0");
        let mounted = Mounted::at(at, &["-i", "-t", "fuse", "-o", &options, "hung"])?;
        fcntl_setfd(&device, FdFlags::CLOEXEC).unwrap();
        Some(Self {
            device: Some(device),
            _mounted: mounted,
        })
    }
}

impl Drop for Hung<'_> {
    fn drop(&mut self) {
        self.device = None;
    }
}

#[test]
fn a_record_on_a_share_that_hangs_keeps_the_process_from_nothing() {
    let machine = Machine::new();
    let settings = machine.write("config/settings.toml", ALWAYS);
    let (routines, log) = (machine.path("data/routines"), machine.path("data/log"));
    machine.write("data/routines/neck.toml", DUE);
    std::fs::create_dir(&log).unwrap();
    let Some(hung) = Hung::at(&log) else { return };
    let mut running = Running::start(&machine, |_| {});
    let told = supple(&machine, &["status"]).stdout;
    assert!(told.contains("does not answer"), "{told}");
    assert_eq!(status(&machine)["trouble"], "silent");
    // Once it answers again the process goes on by itself.
    drop(hung);
    await_that("it has read the record", || {
        status(&machine)["trouble"] == serde_json::Value::Null
    });
    assert_eq!(status(&machine)["last"]["routine"], "neck");

    let Some(_hung) = Hung::at(&routines) else {
        return;
    };
    std::fs::write(&settings, format!("{ALWAYS}\n")).unwrap();
    supple(&machine, &["remind", "--quiet", "60"]);
    let asked = Instant::now();
    running.signal(Signal::TERM);
    assert_eq!(running.code(), Some(0));
    assert!(asked.elapsed() < Duration::from_mins(1), "it ends soon");
}
