//! Moments by the person's clock.

use std::time::Duration;

use jiff::civil::Time;
use jiff::{Timestamp, Zoned};

use super::decision::Reading;

/// When it is that time on a day. Where the clocks go back it is so twice, and the first counts: looked at by the clock
/// alone, what has come would be to come once more.
pub(super) fn moment_of(time: Time, day: &Zoned) -> Option<Timestamp> {
    let zone = day.time_zone().clone();
    let at = day.date().to_datetime(time).to_zoned(zone).ok()?;
    Some(at.timestamp())
}

pub(super) fn is_within(length: Duration, moment: Timestamp, now: Timestamp) -> bool {
    let since = Duration::try_from(now.duration_since(moment));
    since.is_ok_and(|since| since < length)
}

/// A moment of the clock that goes on while the machine sleeps, as the person's clock will show it.
pub(super) fn moment(clock: Duration, reading: &Reading<'_>) -> Option<Timestamp> {
    let now = reading.clocks.with_sleep;
    let here = reading.here.timestamp();
    match clock.checked_sub(now) {
        Some(wait) => here.checked_add(wait).ok(),
        None => here.checked_sub(now.saturating_sub(clock)).ok(),
    }
}
