//! How often: a number, or from a lower to an upper one.

/// How often something is to be done, and how often it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) least: u32,
    pub(super) most: u32,
}

impl Count {
    pub(super) const fn of(number: u32) -> Self {
        Self {
            least: number,
            most: number,
        }
    }

    /// "8 to 12", and what means the same at a glance: "8-12", "8–12". `None` where it is no range, or
    /// one that goes down.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (least, most) = [" to ", "-", "–"]
            .into_iter()
            .find_map(|between| text.split_once(between))?;
        let number = |text: &str| {
            let digits = text.trim();
            let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
            // More digits than a number holds are far beyond every limit.
            is_number.then(|| digits.parse().unwrap_or(u32::MAX))
        };
        let (least, most) = (number(least)?, number(most)?);
        (least <= most).then_some(Self { least, most })
    }

    /// How often more than is asked it may be done.
    pub(super) fn more(self) -> u32 {
        self.most - self.least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_it_is_said() {
        for (text, reads) in [
            ("8 to 12", Some((8, 12))),
            ("8-12", Some((8, 12))),
            (" 8 – 12 ", Some((8, 12))),
            ("8 to 8", Some((8, 8))),
            ("1 to 99999999999", Some((1, u32::MAX))),
            ("12 to 8", None),
            ("8", None),
            ("8 to", None),
            ("-8", None),
            ("8 to 10 to 12", None),
            ("8 bis 12", None),
        ] {
            let read = Count::read(text).map(|count| (count.least, count.most));
            assert_eq!(read, reads, "{text}");
        }
    }
}
