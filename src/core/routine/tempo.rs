//! How a repetition goes, part by part: "2s up, 1s hold, 3s down", or "4s in, 6s out" for a breath.

use std::time::Duration;

use super::text::seconds;
use crate::figure::Travel;

/// The most parts of a repetition.
const MOST_PARTS: usize = 6;
/// The longest part, in seconds.
const LONGEST_PART: u64 = 300;

/// The parts of a repetition in their order; none where only its pace is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tempo(Vec<Part>);

/// One part of a repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What is done in it.
    pub way: Way,
    /// Whole seconds, one at least.
    pub length: Duration,
}

/// Which way a part goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Into the movement.
    Up,
    /// Keep still where it is.
    Hold,
    /// Back to its start.
    Down,
    /// Breathe in.
    In,
    /// Breathe out.
    Out,
    /// Let go.
    Rest,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Up,
        Self::Hold,
        Self::Down,
        Self::In,
        Self::Out,
        Self::Rest,
    ];

    /// As a file writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Hold => "hold",
            Self::Down => "down",
            Self::In => "in",
            Self::Out => "out",
            Self::Rest => "rest",
        }
    }

    /// Whether the figure goes into its pose, or back; `None` where it stays.
    fn is_into(self) -> Option<bool> {
        match self {
            Self::Up | Self::In => Some(true),
            Self::Down | Self::Out => Some(false),
            Self::Hold | Self::Rest => None,
        }
    }
}

impl Tempo {
    /// Reads the parts, in either order of word and length; a number alone is seconds. `None` if it is
    /// no tempo.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Option<Vec<Part>> = text.split(',').map(part).collect();
        let parts = parts.filter(|parts| (1..=MOST_PARTS).contains(&parts.len()))?;
        Some(Self(parts))
    }

    /// Whether only the pace is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts in their order.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// How long a repetition takes.
    pub fn length(&self) -> Duration {
        self.0.iter().map(|part| part.length).sum()
    }

    /// The part under way `since` the beginning of a step of such repetitions, with the time since its
    /// own beginning; `None` without parts.
    pub fn part_at(&self, since: Duration) -> Option<(usize, Duration)> {
        let mut within = within(since, self.length())?;
        for (index, part) in self.0.iter().enumerate() {
            if within < part.length {
                return Some((index, within));
            }
            within = within.saturating_sub(part.length);
        }
        None
    }

    /// How the figure goes through its poses at that time.
    pub fn travel_at(&self, since: Duration) -> Option<Travel> {
        let (index, since) = self.part_at(since)?;
        let ways = self.0[..index].iter().rev().map(|part| part.way);
        // Where nothing leads into the pose first, the repetition begins in it.
        let begins_in_it = self.0.iter().find_map(|part| part.way.is_into()) == Some(false);
        let from = ways.clone().find_map(Way::is_into).unwrap_or(begins_in_it);
        let part = self.0.get(index)?;
        Some(Travel {
            from,
            to: part.way.is_into().unwrap_or(from),
            since,
            length: part.length,
        })
    }
}

/// What is left of a time once it is taken off in whole repetitions.
fn within(since: Duration, length: Duration) -> Option<Duration> {
    let nanos = since.as_nanos().checked_rem(length.as_nanos())?;
    Some(Duration::from_nanos(u64::try_from(nanos).ok()?))
}

/// "2s up", "up 2s", "2 up".
fn part(text: &str) -> Option<Part> {
    let text = text.trim().to_lowercase();
    let way = |word: &str| Way::ALL.into_iter().find(|way| way.word() == word);
    let first = text.split_once(char::is_whitespace);
    let last = text.rsplit_once(char::is_whitespace);
    let (way, length) = match (first, last) {
        (Some((word, length)), _) if way(word).is_some() => (way(word)?, length),
        (_, Some((length, word))) => (way(word)?, length),
        _ => return None,
    };
    let length = length.trim();
    let secs = length.parse().ok().or_else(|| seconds(length).ok())?;
    (1..=LONGEST_PART).contains(&secs).then(|| Part {
        way,
        length: Duration::from_secs(secs),
    })
}

/// A tempo as the format writes it, from what an author probably meant: "3-1-2", "raise 2 s, lower
/// 3 s", "einatmen 4 Sekunden, ausatmen 6 Sekunden"; none if that can't be told.
pub(super) fn meant(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let written = match numbers_of(&text) {
        Some(numbers) => in_numbers(&numbers)?,
        None => in_words(&text)?,
    };
    Tempo::read(&written).map(|_| written)
}

/// Numbers alone as an author meant them who counts from the way up, where [`meant`] reads them otherwise: of
/// two or three, nobody else can know which is which.
pub(super) fn meant_from_the_way_up(text: &str) -> Option<String> {
    let (up, top, down) = match *numbers_of(text)? {
        [up, down] => (up, 0, down),
        [up, top, down] => (up, top, down),
        _ => return None,
    };
    let written = in_parts(up, top, down, 0);
    let is_another = meant(text).is_some_and(|meant| meant != written);
    (is_another && Tempo::read(&written).is_some()).then_some(written)
}

fn numbers_of(text: &str) -> Option<Vec<u64>> {
    text.split(['-', '–', '/', ':', '.'])
        .map(|number| number.trim().parse().ok())
        .collect()
}

/// As trainers count: first the way back, then the pause before the way up, then the way up.
fn in_numbers(numbers: &[u64]) -> Option<String> {
    Some(match *numbers {
        [down, up] => in_parts(up, 0, down, 0),
        [down, bottom, up] => in_parts(up, 0, down, bottom),
        [down, bottom, up, top] => in_parts(up, top, down, bottom),
        _ => return None,
    })
}

fn in_parts(up: u64, top: u64, down: u64, bottom: u64) -> String {
    let parts = [(up, "up"), (top, "hold"), (down, "down"), (bottom, "rest")];
    let parts = parts.into_iter().filter(|(secs, _)| *secs > 0);
    let parts: Vec<_> = parts
        .map(|(secs, word)| format!("{secs}s {word}"))
        .collect();
    parts.join(", ")
}

/// The other words for each part.
const WORDS: [(Way, &[&str]); 6] = [
    (
        Way::Up,
        &[
            "up",
            "raise",
            "lift",
            "concentric",
            "rise",
            "out of",
            "heben",
            "hoch",
            "hinauf",
            "auf",
        ],
    ),
    (
        Way::Hold,
        &["hold", "pause", "top", "isometric", "halten", "oben"],
    ),
    (
        Way::Down,
        &[
            "down",
            "lower",
            "eccentric",
            "return",
            "release",
            "senken",
            "ab",
            "zurück",
            "runter",
        ],
    ),
    (
        Way::In,
        &["in", "inhale", "inspire", "breathe in", "einatmen", "ein"],
    ),
    (
        Way::Out,
        &["out", "exhale", "expire", "breathe out", "ausatmen", "aus"],
    ),
    (
        Way::Rest,
        &["rest", "relax", "bottom", "ruhe", "locker", "unten"],
    ),
];

/// Units of other things than seconds.
const NO_SECONDS: [&str; 16] = [
    "m", "min", "mins", "minute", "minutes", "minuten", "h", "hour", "hours", "kg", "lb", "lbs",
    "cm", "times", "mal", "x",
];

fn in_words(text: &str) -> Option<String> {
    let text = text.replace(" then ", ",").replace(" dann ", ",");
    let parts = text.split([',', ';', '/', '-', '–']).map(|part| {
        let mut numbers = part
            .split(|c: char| !c.is_ascii_digit())
            .filter(|number| !number.is_empty());
        // Of several it can't be known which is meant: "2.5 s", "5 kg in 2 s".
        let (digits, None) = (numbers.next()?, numbers.next()) else {
            return None;
        };
        let is_word = |c: &char| c.is_alphabetic() || *c == ' ';
        let words: String = part.chars().filter(is_word).collect();
        if words
            .split_whitespace()
            .any(|word| NO_SECONDS.contains(&word))
        {
            return None;
        }
        let mut words = words.split_whitespace().rev();
        let of = |word: &str| WORDS.iter().find(|(_, words)| words.contains(&word));
        let (way, _) = words.find_map(of)?;
        Some(format!("{digits}s {}", way.word()))
    });
    let parts: Option<Vec<_>> = parts.collect();
    Some(parts?.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_short(text: &str) -> Option<String> {
        let tempo = Tempo::read(text)?;
        let part = |part: &Part| format!("{}{}", part.length.as_secs(), part.way.word());
        Some(tempo.0.iter().map(part).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_tempo_is_written_as_one_says_it() {
        for (text, reads) in [
            ("2s up, 1s hold, 3s down", "2up 1hold 3down"),
            ("up 2s, hold 1s, down 3s", "2up 1hold 3down"),
            ("2 up, 3 down", "2up 3down"),
            ("2 s up,3 s Down", "2up 3down"),
            ("in 4s, out 6s", "4in 6out"),
            ("4s in, 4s hold, 4s out, 4s rest", "4in 4hold 4out 4rest"),
            ("1m hold", "60hold"),
        ] {
            assert_eq!(in_short(text).as_deref(), Some(reads), "{text}");
        }
        for text in [
            "",
            "slow",
            "2s",
            "up",
            "0s up",
            "2.5s up",
            "301s up",
            "2s sideways",
            "2s up,",
            "1 up,1 up,1 up,1 up,1 up,1 up,1 up",
        ] {
            assert_eq!(in_short(text), None, "{text}");
        }
    }

    #[test]
    fn what_trainers_and_other_words_say_is_led_to_the_format() {
        for (text, near) in [
            ("3-1-2", Some("2s up, 3s down, 1s rest")),
            ("3-0-2-1", Some("2s up, 1s hold, 3s down")),
            ("3/2", Some("2s up, 3s down")),
            ("raise 2 s, lower 3 s", Some("2s up, 3s down")),
            (
                "Heben 2 Sekunden, halten 1, senken 3",
                Some("2s up, 1s hold, 3s down"),
            ),
            ("breathe in 4 sec, breathe out 6 sec", Some("4s in, 6s out")),
            ("2s up then 3s down", Some("2s up, 3s down")),
            ("slow and controlled", None),
            ("raise 2.5 s, lower 3 s", None),
            ("up 2 s, hold 1 min", None),
            ("lift 5 kg in 2 s", None),
            ("0-0-0", None),
        ] {
            assert_eq!(meant(text).as_deref(), near, "{text}");
        }
    }

    #[test]
    fn each_moment_of_a_repetition_is_in_one_of_its_parts() {
        let tempo = Tempo::read("2s up, 1s hold, 3s down").unwrap();
        let secs = Duration::from_secs;
        assert_eq!(tempo.length(), secs(6));
        let at = |since| {
            let travel = tempo.travel_at(secs(since)).unwrap();
            (travel.from, travel.to, travel.since.as_secs())
        };
        assert_eq!(at(0), (false, true, 0));
        assert_eq!(at(2), (true, true, 0));
        assert_eq!(at(5), (true, false, 2));
        assert_eq!(at(7), (false, true, 1), "of the second repetition");
        assert_eq!(Tempo::default().part_at(secs(1)), None);
        let lowering = Tempo::read("3s down, 2s up").unwrap();
        let first = lowering.travel_at(Duration::ZERO).unwrap();
        assert_eq!((first.from, first.to), (true, false));
    }
}
