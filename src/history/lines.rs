//! Takes a file of lines apart, and never holds more of it than one line.

use std::io::{self, BufRead, Read as _};

use crc32fast::Hasher;

/// The most bytes of a line that is read. The longest that Supple writes is that of a routine of ten
/// thousand steps, and has less than one million.
pub(super) const LONGEST_LINE: usize = 4 << 20;

/// The most bytes that are read of one file. A hundred thousand sessions have a quarter of it.
pub(super) const LARGEST_FILE: u64 = 1 << 30;

/// The lines of a file, one after another.
pub(super) struct Lines<F> {
    file: F,
    line: Vec<u8>,
    /// Where in the file the next line begins.
    at: u64,
    /// Of all bytes before that.
    checksum: Hasher,
    /// Bytes of the file that may still be read.
    left: u64,
}

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<'a> {
    Line {
        /// Without the zeros that a power cut may leave before and behind it.
        bytes: &'a [u8],
        /// Whether it has a line ending.
        ended: bool,
    },
    /// A line that is longer than [`LONGEST_LINE`]. It has been passed over.
    TooLong,
    /// The file is larger than what is read of one; there is nothing more to come.
    TooLarge,
    End,
}

impl<F: BufRead> Lines<F> {
    /// Those of a file that stands at this byte, with the checksum of the bytes before.
    pub(super) fn at(file: F, at: u64, checksum: Hasher) -> Self {
        Self {
            file,
            line: Vec::new(),
            at,
            checksum,
            left: LARGEST_FILE.saturating_sub(at),
        }
    }

    /// Where in the file the next line begins.
    pub(super) fn next_at(&self) -> u64 {
        self.at
    }

    /// The checksum of all bytes before that.
    pub(super) fn checksum(&self) -> &Hasher {
        &self.checksum
    }

    pub(super) fn next(&mut self) -> io::Result<Next<'_>> {
        self.line.clear();
        let mut is_too_long = false;
        let mut ended = false;
        while !ended && self.piece()? > 0 {
            ended = self.line.ends_with(b"\n");
            is_too_long |= self.line.len() > LONGEST_LINE;
            let is_gap = !ended && self.line.iter().all(|byte| *byte == 0);
            if is_gap || is_too_long {
                self.line.clear();
            }
            if self.left == 0 {
                return Ok(Next::TooLarge);
            }
        }
        if is_too_long {
            return Ok(Next::TooLong);
        }
        if self.line.is_empty() && !ended {
            return Ok(Next::End);
        }
        let bytes = trim_zeros(self.line.strip_suffix(b"\n").unwrap_or(&self.line));
        Ok(Next::Line { bytes, ended })
    }

    /// Reads on in the line, to its end if that is near, and returns how many bytes it read.
    fn piece(&mut self) -> io::Result<usize> {
        const PIECE: u64 = 1 << 16;
        let before = self.line.len();
        let count = (&mut self.file)
            .take(PIECE)
            .read_until(b'\n', &mut self.line)?;
        self.checksum.update(&self.line[before..]);
        self.left = self.left.saturating_sub(count as u64);
        self.at += count as u64;
        Ok(count)
    }
}

fn trim_zeros(bytes: &[u8]) -> &[u8] {
    let is_not_zero = |byte: &u8| *byte != 0;
    match bytes.iter().position(is_not_zero) {
        Some(start) => {
            let end = bytes.iter().rposition(is_not_zero).unwrap_or(start);
            &bytes[start..=end]
        }
        None => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn lines(text: &[u8]) -> Vec<String> {
        let mut lines = Lines::at(BufReader::new(text), 0, Hasher::new());
        let mut all = Vec::new();
        loop {
            match lines.next().unwrap() {
                Next::Line { bytes, ended } => {
                    let text = String::from_utf8_lossy(bytes);
                    all.push(format!("{text}{}", if ended { "." } else { "" }));
                }
                Next::End => return all,
                other => all.push(format!("{other:?}")),
            }
        }
    }

    #[test]
    fn lines_come_whole_and_without_the_zeros_around_them() {
        for (text, expected) in [
            ("", vec![]),
            ("a\nb\n", vec!["a.", "b."]),
            ("a\n\nb", vec!["a.", ".", "b"]),
            ("\0\0a\0\n\0\0\nb\0", vec!["a.", ".", "b"]),
        ] {
            assert_eq!(lines(text.as_bytes()), expected, "{text:?}");
        }
        let gap = vec![0; 300_000];
        assert_eq!(lines(&[&gap, &b"a\nb"[..]].concat()), ["a.", "b"]);
        assert_eq!(lines(&gap), [""; 0]);
    }

    #[test]
    fn of_a_line_without_end_no_more_is_held_than_the_longest_there_can_be() {
        let endless = io::repeat(b'x').take(1 << 26);
        let text = endless.chain(&b"\nnext\n"[..]);
        let mut lines = Lines::at(BufReader::new(text), 0, Hasher::new());
        assert_eq!(lines.next().unwrap(), Next::TooLong);
        let next = Next::Line {
            bytes: b"next",
            ended: true,
        };
        assert_eq!(lines.next().unwrap(), next);
        assert!(lines.line.capacity() <= 2 * LONGEST_LINE);
    }

    #[test]
    fn a_file_without_end_has_one() {
        let mut lines = Lines::at(
            BufReader::with_capacity(1 << 16, io::repeat(0)),
            0,
            Hasher::new(),
        );
        lines.left = 1 << 20;
        assert_eq!(lines.next().unwrap(), Next::TooLarge);
    }
}
