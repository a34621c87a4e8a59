//! The device's own thread goes before what else the machine does: a buffer that is filled too late is a gap in
//! what is heard. An ordinary account is let do that only where its limit for it is raised, as audio groups have it;
//! elsewhere nothing changes.

use std::cell::Cell;
use std::io;

thread_local! {
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Has the thread that calls go before others from now on, as far as the system lets it; asked once for each
/// thread.
pub(super) fn goes_first() {
    if !IS_ASKED.replace(true) {
        // Where the system won't, sound is played as it was.
        let _ = raise();
    }
}

/// As far as `PulseAudio` raises its own threads.
#[cfg(target_os = "linux")]
fn raise() -> io::Result<()> {
    const NICE: i32 = -11;
    // Without a process it is the thread that calls, on Linux alone.
    Ok(rustix::process::setpriority_process(None, NICE)?)
}

/// Elsewhere the system raises the threads of its devices by itself.
#[cfg(not(target_os = "linux"))]
fn raise() -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::thread;

    use rustix::process::getpriority_process;

    use super::*;

    #[test]
    fn the_thread_that_plays_goes_before_others_and_no_other_does() {
        let before = getpriority_process(None).unwrap();
        let is_let = thread::spawn(|| raise().is_ok()).join().unwrap();
        let raised = thread::spawn(|| {
            goes_first();
            getpriority_process(None).unwrap()
        });
        let raised = raised.join().unwrap();
        assert_eq!(raised, if is_let { -11 } else { before });
        assert_eq!(getpriority_process(None).unwrap(), before);
    }
}
