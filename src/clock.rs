//! The person's date and time of day, and the one clock that a session is timed by.
//!
//! What waits for a device, a lock or another program measures its own patience.

use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

use jiff::tz::TimeZone;

use crate::locale;
use crate::session::Reading;
use crate::summary;

/// The date and time where the person is, as the record has it.
pub fn here() -> jiff::Zoned {
    timestamp(SystemTime::now()).to_zoned(TimeZone::system())
}

/// A moment of the machine's clock, which may stand anywhere: what lies past the years that can be
/// told, from -9999 to 9999, counts as their end.
fn timestamp(moment: SystemTime) -> jiff::Timestamp {
    jiff::Timestamp::try_from(moment).unwrap_or(if moment < SystemTime::UNIX_EPOCH {
        jiff::Timestamp::MIN
    } else {
        jiff::Timestamp::MAX
    })
}

/// Today's date where the person is.
pub fn today() -> jiff::civil::Date {
    here().date()
}

/// On which weeks begin in the region that the machine is set to, or else on Mondays.
pub fn first_weekday() -> jiff::civil::Weekday {
    static FIRST: OnceLock<jiff::civil::Weekday> = OnceLock::new();
    *FIRST.get_or_init(|| {
        let locale = locale::of(locale::Of::Time);
        summary::first_weekday(
            locale
                .and_then(|id| id.region)
                .as_ref()
                .map(unic_langid::subtags::Region::as_str),
        )
    })
}

/// A clock that can be waited on. The tests' clock moves when told to.
pub trait Clock: Send {
    /// What both clocks that a session looks at show at this moment.
    fn now(&self) -> Reading;

    /// The person's date and time of day by this clock.
    fn here(&self) -> jiff::Zoned {
        here()
    }

    /// Waits for a message or until `deadline` on the monotonic clock, whichever comes first;
    /// without a deadline for a message alone.
    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T>
    where
        Self: Sized;
}

/// Why a wait ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Wake<T> {
    /// This came before the deadline.
    Message(T),
    /// The deadline is reached, or was over already.
    Deadline,
    /// Nobody is left who could send a message.
    Abandoned,
}

/// How many times faster than the machine's clock a rehearsal runs.
pub const REHEARSAL_SPEED: u32 = 60;

/// The machine's clocks, or the same running faster.
#[derive(Debug, Clone)]
pub struct SystemClock {
    began: Instant,
    began_here: jiff::Zoned,
    began_with_sleep: Duration,
    speed: u32,
}

impl SystemClock {
    /// A clock whose monotonic time begins now.
    pub fn start() -> Self {
        Self::at_speed(1)
    }

    /// A clock that runs [`REHEARSAL_SPEED`] times as fast, for a session that is looked at and not
    /// done. What is an interruption grows along: see [`Session::tolerating`].
    ///
    /// [`Session::tolerating`]: crate::session::Session::tolerating
    pub fn rehearsal() -> Self {
        Self::at_speed(REHEARSAL_SPEED)
    }

    fn at_speed(speed: u32) -> Self {
        Self {
            began: Instant::now(),
            began_here: here(),
            began_with_sleep: with_sleep(),
            speed,
        }
    }

    fn monotonic(&self) -> Duration {
        self.began.elapsed().saturating_mul(self.speed)
    }

    fn with_sleep(&self) -> Duration {
        let passed = with_sleep().saturating_sub(self.began_with_sleep);
        passed.saturating_mul(self.speed)
    }
}

/// Some clock that goes on while the machine sleeps, and is not set by people where the system has one
/// like that.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn with_sleep() -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    #[cfg(not(target_vendor = "apple"))]
    const CLOCK: ClockId = ClockId::Boottime;
    // Goes on there, unlike the one that `Instant` asks.
    #[cfg(target_vendor = "apple")]
    const CLOCK: ClockId = ClockId::Monotonic;
    Duration::try_from(clock_gettime(CLOCK)).unwrap_or_default()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn with_sleep() -> Duration {
    // `Instant` goes on while Windows sleeps: there is nothing to compare it with.
    if cfg!(windows) {
        return Duration::ZERO;
    }
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}

impl Clock for SystemClock {
    fn now(&self) -> Reading {
        Reading {
            monotonic: self.monotonic(),
            with_sleep: self.with_sleep(),
        }
    }

    fn here(&self) -> jiff::Zoned {
        if self.speed == 1 {
            // Somebody may set it.
            return here();
        }
        self.began_here
            .checked_add(self.monotonic())
            .unwrap_or_else(|_| self.began_here.clone())
    }

    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T> {
        let message = match deadline {
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => {
                let left = deadline.saturating_sub(self.monotonic());
                messages.recv_timeout(left / self.speed)
            }
        };
        match message {
            Ok(message) => Wake::Message(message),
            Err(RecvTimeoutError::Timeout) => Wake::Deadline,
            Err(RecvTimeoutError::Disconnected) => Wake::Abandoned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_past_all_years_stands_at_the_last_of_them() {
        let far = Duration::from_hours(80_000_000);
        let ahead = timestamp(SystemTime::UNIX_EPOCH + far);
        assert_eq!(ahead, jiff::Timestamp::MAX);
        let behind = SystemTime::UNIX_EPOCH.checked_sub(2 * far).unwrap();
        assert_eq!(timestamp(behind), jiff::Timestamp::MIN);
        // And both are reported everywhere.
        for end in [ahead, jiff::Timestamp::MIN] {
            for hours in [-25, 25] {
                let zone = TimeZone::fixed(jiff::tz::offset(hours));
                let there = end.to_zoned(zone);
                assert!(!there.to_string().is_empty());
                assert!(there.date().tomorrow().is_ok() || end == jiff::Timestamp::MAX);
            }
        }
        let now = SystemTime::now();
        let reported = SystemTime::from(timestamp(now));
        assert_eq!(reported.duration_since(now).unwrap(), Duration::ZERO);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_clock_that_goes_on_in_sleep_is_none_that_people_set() {
        use rustix::time::{ClockId, clock_gettime};

        let clock = |id| Duration::try_from(clock_gettime(id)).unwrap();
        let earliest = clock(ClockId::Boottime);
        let read = with_sleep();
        assert!((earliest..=clock(ClockId::Boottime)).contains(&read));
        assert!(read < clock(ClockId::Realtime));
    }
}
