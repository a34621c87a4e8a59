//! Lengths of time, in words, in digits and as numbers.

use std::time::Duration;

use crate::message::Message;

/// To the second: "20 seconds", "1 minute 30 seconds", "2 hours".
pub fn exact(time: Duration) -> Message {
    let seconds = time.as_secs();
    let parts = [
        ("length-hours", seconds / 3_600),
        ("length-minutes", seconds / 60 % 60),
        ("length-seconds", seconds % 60),
    ];
    let parts = parts.into_iter().filter(|(_, number)| *number > 0);
    let joined = parts
        .map(|(id, number)| of_unit(id, number))
        .reduce(|longer, shorter| {
            Message::new("length-joined")
                .with("longer", longer)
                .with("shorter", shorter)
        });
    joined.unwrap_or_else(|| of_unit("length-seconds", 0))
}

/// In one unit, as one would say it.
pub fn about(time: Duration) -> Message {
    let seconds = time.as_secs();
    match seconds {
        0..120 => of_unit("length-seconds", seconds),
        120..7_200 => of_unit("length-minutes", seconds / 60),
        _ => of_unit("length-hours", seconds / 3_600),
    }
}

fn of_unit(id: &'static str, number: u64) -> Message {
    Message::new(id).with("number", number)
}

/// Minutes and seconds, "6:12", or hours too, "1:06:12"; see [`seconds_begun`].
pub fn clock(time: Duration) -> String {
    minutes_and_seconds(seconds_begun(time))
}

/// The same of whole seconds.
pub fn minutes_and_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// Seconds of which something is left: a hold of 20 s reads 20 until its first second is gone.
pub fn seconds_begun(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

/// Whole milliseconds; a session can't last for the 600 million years that would not fit.
pub fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_counts_until_it_is_gone() {
        for (millis, text) in [
            (0, "0:00"),
            (1, "0:01"),
            (20_000, "0:20"),
            (59_001, "1:00"),
            (372_000, "6:12"),
            (3_599_000, "59:59"),
            (3_600_000, "1:00:00"),
            (43_200_000, "12:00:00"),
        ] {
            assert_eq!(clock(Duration::from_millis(millis)), text);
        }
    }
}
