//! A day that goes by sixty times as fast, and waits while a reminder is on show: for as long a person can read it
//! and answer.

use std::collections::BTreeSet;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Zoned;

use super::readings::{Desktop, Looked};
use crate::clock::{Clock, REHEARSAL_SPEED, SystemClock, Wake};
use crate::reminder::Silence;
use crate::session::Reading;

/// A clock that goes sixty times as fast as the machine's, or as fast.
pub(super) struct Rehearsal {
    clock: SystemClock,
    began: Zoned,
    parts: Arc<Mutex<Parts>>,
}

/// The parts of its time in which it went at one speed each, the last one first; never empty.
#[derive(Debug)]
struct Parts(Vec<Part>);

/// From this moment on it went so many times as fast.
#[derive(Debug, Clone, Copy)]
struct Part {
    real: Duration,
    fast: Duration,
    speed: u32,
}

impl Parts {
    /// More than lie between a person's last move and now.
    const MOST: usize = 100;

    /// What it showed, or will show, at a moment of the other.
    fn fast(&self, real: Duration) -> Duration {
        let part = self.0.iter().find(|part| part.real <= real);
        part.or(self.0.last()).map_or(real, |part| {
            let passed = real.saturating_sub(part.real);
            part.fast.saturating_add(passed.saturating_mul(part.speed))
        })
    }

    fn speed(&self) -> u32 {
        self.0.first().map_or(1, |part| part.speed)
    }

    fn go_at(&mut self, speed: u32, real: Duration) {
        if self.speed() != speed {
            let fast = self.fast(real);
            self.0.insert(0, Part { real, fast, speed });
            self.0.truncate(Self::MOST);
        }
    }
}

fn lock(parts: &Mutex<Parts>) -> MutexGuard<'_, Parts> {
    parts.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Rehearsal {
    pub(super) fn start() -> Self {
        let clock = SystemClock::start();
        let real = clock.now().monotonic;
        let first = Part {
            real,
            fast: real,
            speed: REHEARSAL_SPEED,
        };
        Self {
            began: clock.here(),
            clock,
            parts: Arc::new(Mutex::new(Parts(vec![first]))),
        }
    }

    /// What this desktop tells, by this clock.
    pub(super) fn told<D>(&self, desktop: D) -> Told<D> {
        Told {
            desktop,
            clock: self.clock.clone(),
            parts: Arc::clone(&self.parts),
        }
    }
}

/// A clock that learns whether a reminder is on show.
pub(super) trait DayClock: Clock {
    /// Learns it.
    fn reminds(&self, _is_on_show: bool) {}
}

impl DayClock for SystemClock {}

impl DayClock for Rehearsal {
    fn reminds(&self, is_on_show: bool) {
        let speed = if is_on_show { 1 } else { REHEARSAL_SPEED };
        let real = self.clock.now().monotonic;
        lock(&self.parts).go_at(speed, real);
    }
}

impl Clock for Rehearsal {
    fn now(&self) -> Reading {
        let real = self.clock.now();
        let monotonic = lock(&self.parts).fast(real.monotonic);
        let slept = real.with_sleep.saturating_sub(real.monotonic);
        Reading {
            monotonic,
            with_sleep: monotonic.saturating_add(slept.saturating_mul(REHEARSAL_SPEED)),
        }
    }

    fn here(&self) -> Zoned {
        let passed = self.now().with_sleep;
        let here = self.began.checked_add(passed);
        here.unwrap_or_else(|_| self.began.clone())
    }

    fn wait<T>(&self, messages: &Receiver<T>, deadline: Option<Duration>) -> Wake<T> {
        let real = self.clock.now().monotonic;
        let deadline = deadline.map(|deadline| {
            let parts = lock(&self.parts);
            let left = deadline.saturating_sub(parts.fast(real));
            real.saturating_add(left / parts.speed().max(1))
        });
        self.clock.wait(messages, deadline)
    }
}

/// What a desktop tells, by such a clock.
pub(super) struct Told<D> {
    desktop: D,
    clock: SystemClock,
    parts: Arc<Mutex<Parts>>,
}

impl<D: Desktop> Desktop for Told<D> {
    fn look(&mut self) -> Looked {
        let mut looked = self.desktop.look();
        let now = self.clock.now().monotonic;
        let parts = lock(&self.parts);
        looked.idle = looked.idle.map(|idle| {
            let since = parts.fast(now.saturating_sub(idle));
            parts.fast(now).saturating_sub(since)
        });
        looked
    }

    fn ask_for(&mut self, chosen: BTreeSet<Silence>) {
        self.desktop.ask_for(chosen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_goes_by_in_a_minute_and_a_reminder_stays_as_long_as_it_does_by_any_clock() {
        let secs = Duration::from_secs;
        let first = Part {
            real: secs(5),
            fast: secs(5),
            speed: 60,
        };
        let mut parts = Parts(vec![first]);
        assert_eq!(parts.fast(secs(65)), secs(5 + 3_600));
        parts.go_at(1, secs(65));
        parts.go_at(1, secs(70));
        assert_eq!(parts.fast(secs(125)), secs(5 + 3_600 + 60));
        parts.go_at(60, secs(125));
        assert_eq!(parts.fast(secs(126)), secs(5 + 3_600 + 60 + 60));
        // What was before is as it was.
        assert_eq!(parts.fast(secs(65)), secs(5 + 3_600));
        assert_eq!(parts.fast(secs(6)), secs(65));
        assert_eq!(parts.fast(Duration::ZERO), secs(5));
    }
}
