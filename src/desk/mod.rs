//! Supple beside the working day: a small process that opens no window, no fonts and no sound, and reminds.
//!
//! ```text
//! settings, routines, record -> Known \
//!                 desktop -> Readings -> Keeper (core's Reminders) -> Forms -> notification, window, voice
//!    tray, bus, other copies -> News /
//! ```
//!
//! The [`Keeper`] is the whole of it but for its clock, and [`run`] is the loop around it: it waits
//! for news, for the next moment at which something changes by itself, or for a minute. What needs a window,
//! or sound, is a process of its own: see `forms`.

pub mod autostart;
mod bus;
pub mod call;
mod example;
mod forms;
pub mod keeper;
mod kept;
pub mod known;
mod only;
mod program;
mod reader;
pub mod readings;
mod rehearsal;
pub mod request;
pub mod said;
pub mod status;
pub mod told;
#[cfg(all(unix, not(target_os = "macos")))]
mod tray;
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[path = "no_tray.rs"]
mod tray;

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

pub use example::{Example, TakesAway};
pub use only::{ask, is_running};
pub use program::follow_settings;

use self::bus::Bus;
use self::forms::RealForms;
use self::keeper::{Forms, Keeper, Moment, Next};
use self::known::DayOnDisk;
use self::only::Only;
use self::reader::Reader;
use self::readings::Desktop;
use self::rehearsal::{DayClock, Rehearsal};
use self::request::{News, Request};
use self::tray::Tray;
use crate::clock::{Clock, SystemClock, Wake};
use crate::folders::Folders;
use crate::signals;

/// What came of running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ran {
    /// It was asked to end.
    Ended,
    /// The person does not want to be reminded, or not any more.
    Off,
    /// Another copy reminds, and has looked at the settings.
    Another,
}

/// Reminds until it is asked to end. `begun` is called once it does. In a rehearsal the day goes by faster, and keeps
/// nothing.
///
/// # Errors
/// The disk has no place for its lock.
pub fn run(folders: &Folders, rehearse: bool, begun: impl FnOnce()) -> io::Result<Ran> {
    let mut day = DayOnDisk::new(Some(folders.clone()));
    if !day.known().settings.reminders.on {
        // One that runs ends by that.
        ask(folders, Request::Look);
        return Ok(Ran::Off);
    }
    let Some(mut only) = Only::claim(folders)? else {
        ask(folders, Request::Look);
        return Ok(Ran::Another);
    };
    let (news, inbox) = mpsc::channel();
    let bus = Bus::of_session(news.clone());
    #[cfg(all(unix, not(target_os = "macos")))]
    if bus.as_ref().map(Bus::claim) == Some(bus::Claim::Taken) {
        return Ok(Ran::Another);
    }
    only.answer(folders, news.clone());
    let _runs = end_when_asked(news.clone());
    let tray = Tray::start(news.clone());
    let forms = RealForms::new(bus.as_ref(), news.clone());
    let (known, kept) = (day.known(), (!rehearse).then(|| day.begin_keeping()));
    let disk = Box::new(Reader::start(day, news)?);
    let with = |desktop: Box<dyn Desktop>| Keeper::new(known, disk, desktop, forms);
    if rehearse {
        let clock = Rehearsal::start();
        let mut keeper = with(Box::new(clock.told(desktop())));
        begun();
        return Ok(keep(&mut keeper, &clock, &inbox, tray));
    }
    let clock = SystemClock::start();
    let keeper = with(Box::new(desktop()));
    let mut keeper = keeper.going_on(kept.unwrap_or_default(), &moment(&clock));
    begun();
    Ok(keep(&mut keeper, &clock, &inbox, tray))
}

/// Has the process end when the system wants that, for as long as what this gives is not gone: in good order, or at
/// once where that takes longer than a moment.
fn end_when_asked(news: Sender<News>) -> Sender<()> {
    const MOMENT: Duration = Duration::from_secs(2);
    let (runs, over) = mpsc::channel();
    signals::on_end(move |_| {
        let is_heard = news.send(News::End).is_ok();
        // Nothing is ever sent: it ends with the other side.
        let ended = over.recv_timeout(MOMENT) == Err(RecvTimeoutError::Disconnected);
        is_heard && ended
    });
    runs
}

/// The one that this program runs on.
#[cfg(target_os = "linux")]
fn desktop() -> impl Desktop + 'static {
    readings::Real::connect()
}

/// Other systems are asked nothing.
#[cfg(not(target_os = "linux"))]
fn desktop() -> impl Desktop + 'static {
    readings::Nothing
}

/// Waits, looks and does what is to be done until the end.
fn keep<F: Forms>(
    keeper: &mut Keeper<F>,
    clock: &impl DayClock,
    inbox: &Receiver<News>,
    mut tray: Tray,
) -> Ran {
    loop {
        let now = moment(clock);
        let wait = keeper.look(&now);
        if !keeper.is_on() {
            keeper.end();
            return Ran::Off;
        }
        let status = keeper.status(&now);
        clock.reminds(status.is_reminding());
        tray.show(&status, keeper.words(), &now.here);
        // A tenth of a second is soon enough, whatever the deadline.
        let wait = wait.max(Duration::from_millis(100));
        let deadline = now.clocks.monotonic.saturating_add(wait);
        let news = match clock.wait(inbox, Some(deadline)) {
            Wake::Message(news) => Some(news),
            Wake::Deadline => None,
            Wake::Abandoned => return Ran::Ended,
        };
        for news in news.into_iter().chain(inbox.try_iter()) {
            if keeper.take(news, &moment(clock)) == Next::End {
                return Ran::Ended;
            }
        }
    }
}

fn moment(clock: &impl Clock) -> Moment {
    let mut clocks = clock.now();
    // Where no clock tells of sleep, the other one is both.
    clocks.with_sleep = clocks.with_sleep.max(clocks.monotonic);
    Moment {
        here: clock.here(),
        clocks,
    }
}
