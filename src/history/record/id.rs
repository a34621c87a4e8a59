//! What names a line, a session or a device.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use uuid::{ContextV7, Uuid};

use crate::clock;

/// Names a line, a session or a device; of version 7, so that ids sort by the time they were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// A new one, later than all that this program made before, even if the clock was set back.
    #[expect(clippy::new_without_default, reason = "two defaults would differ")]
    pub fn new() -> Self {
        Self::at(clock::here().timestamp())
    }

    /// As [`new`](Self::new), for what the clock says. One that stands before 1970, as it does on a
    /// machine whose battery is flat, counts as standing there.
    pub(in crate::history) fn at(now: jiff::Timestamp) -> Self {
        static LAST: Mutex<ContextV7> = Mutex::new(ContextV7::new());
        // Not at 0: there a context begins to count at 0 too, each time that the program starts.
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0).max(1);
        let nanos = u32::try_from(millis % 1000 * 1_000_000).unwrap_or(0);
        let time = uuid::Timestamp::from_unix(&LAST, millis / 1000, nanos);
        Self(Uuid::new_v7(time))
    }

    /// The id of what has this hash and came after `last`: the same wherever it is made.
    pub(in crate::history) fn of_content(last: Self, sha256: &[u8]) -> Self {
        let millis = u64::try_from(last.timestamp().as_millisecond()).unwrap_or(0);
        let mut random = [0; 10];
        for (to, from) in random.iter_mut().zip(sha256) {
            *to = *from;
        }
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// From here on this program makes ids that come after `last`, also where the clock was set back since
    /// by less than a day. An id further in the future was not made by a clock.
    pub(in crate::history) fn go_on_after(last: Self) {
        const MOST: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);
        const STEP: jiff::SignedDuration = jiff::SignedDuration::from_millis(1);
        let after = last.timestamp().saturating_add(STEP);
        if let Ok(after) = after
            && after.duration_since(clock::here().timestamp()) < MOST
        {
            let _ = Self::at(after);
        }
    }

    /// When it was made.
    pub fn timestamp(self) -> jiff::Timestamp {
        let time = self.0.get_timestamp().map_or((0, 0), |time| time.to_unix());
        i64::try_from(time.0)
            .ok()
            .and_then(|secs| jiff::Timestamp::new(secs, time.1.cast_signed()).ok())
            .unwrap_or_default()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text).map(Self)
    }
}
