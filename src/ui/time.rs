//! Lengths of time as they are written on screens.

use std::time::Duration;

/// `6:12`, or `1:06:12` from an hour on.
pub(super) fn minutes_and_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// Seconds of which something is left: a hold of 20 s reads 20 until its first second is gone.
pub(super) fn seconds_begun(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_have_two_digits_only_beside_hours() {
        for (seconds, text) in [
            (0, "0:00"),
            (59, "0:59"),
            (372, "6:12"),
            (3599, "59:59"),
            (3600, "1:00:00"),
            (43_200, "12:00:00"),
        ] {
            assert_eq!(minutes_and_seconds(seconds), text);
        }
    }

    #[test]
    fn a_second_counts_until_it_is_gone() {
        for (millis, seconds) in [(0, 0), (1, 1), (1000, 1), (1001, 2), (20_000, 20)] {
            assert_eq!(seconds_begun(Duration::from_millis(millis)), seconds);
        }
    }
}
