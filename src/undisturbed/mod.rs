//! Whatever a session wants of the desktop: the screen stays on, messages wait, and players pause.
//!
//! All of it is asked for and given back on a thread of its own, so that no session waits for a desktop. A
//! desktop takes back by itself what was given to a program that is gone, however it ended.

#[cfg(target_os = "linux")]
mod awake;
#[cfg(target_os = "linux")]
mod compositor;
#[cfg(target_os = "linux")]
mod given;
#[cfg(target_os = "linux")]
mod players;

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::threads;

/// What a session wants of the desktop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Screen and system stay on.
    pub awake: bool,
    /// Messages of other programs wait.
    pub do_not_disturb: bool,
    /// What plays pauses, and goes on afterwards.
    pub pause_players: bool,
    /// What a desktop may show as the reason.
    pub reason: String,
}

/// Whether a desktop can be asked here.
pub const IS_POSSIBLE: bool = cfg!(target_os = "linux");

/// As long as this is there the desktop does what a session wants of it.
#[derive(Debug)]
pub struct Undisturbed {
    /// Each thread lets go when its own is gone.
    _until_over: Vec<Sender<()>>,
}

impl Undisturbed {
    /// Asks the desktop that this program runs on, and waits for nothing.
    pub fn begin(wanted: Wanted) -> Self {
        let mut until_over = Vec::new();
        #[cfg(target_os = "linux")]
        {
            if wanted.awake {
                until_over.extend(aside("awake", awake::on_display));
            }
            if wanted.awake || wanted.do_not_disturb || wanted.pause_players {
                until_over.extend(aside("undisturbed", move |over| given::hold(&wanted, over)));
            }
        }
        #[cfg(not(target_os = "linux"))]
        let _ = wanted;
        Self {
            _until_over: until_over,
        }
    }
}

#[cfg(test)]
impl Undisturbed {
    /// One that asks nobody for anything, and who learns when it is gone.
    pub(crate) fn watched() -> (Self, Receiver<()>) {
        let (until, over) = mpsc::channel();
        let watched = Self {
            _until_over: vec![until],
        };
        (watched, over)
    }
}

/// How many threads hold something.
static AT_WORK: Mutex<usize> = Mutex::new(0);
static LET_GO: Condvar = Condvar::new();

/// Waits until all that sessions had is given back: for the end of a program, after its last session. What takes
/// longer than a moment is left to the desktop.
pub fn settle() {
    const MOMENT: Duration = Duration::from_secs(2);
    let waited = LET_GO.wait_timeout_while(at_work(), MOMENT, |at_work| *at_work > 0);
    drop(waited);
}

fn at_work() -> MutexGuard<'static, usize> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Counts as long as it is there.
struct AtWork;

impl AtWork {
    fn begin() -> Self {
        *at_work() += 1;
        Self
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        *at_work() -= 1;
        LET_GO.notify_all();
    }
}

/// Starts a thread that holds something until what this gives is gone.
#[cfg_attr(not(target_os = "linux"), expect(dead_code))]
fn aside(name: &str, hold: impl FnOnce(&Receiver<()>) + Send + 'static) -> Option<Sender<()>> {
    let (until, over) = mpsc::channel();
    let at_work = AtWork::begin();
    let work = move || {
        hold(&over);
        drop(at_work);
    };
    // What breaks off gives back what it had; a session goes on without it.
    threads::start(name, work, || {}).ok().map(|_| until)
}
