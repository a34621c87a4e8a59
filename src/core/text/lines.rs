//! Which line a byte of a text is on.

/// The number of the line that a byte of the text is on, counted from 1.
pub fn line_number(text: &str, byte: usize) -> usize {
    Lines::of(text).line_of(byte).0
}

/// Where each line of a text starts: found once, asked often.
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            starts: std::iter::once(0).chain(after_newlines).collect(),
        }
    }

    /// The number of the line that `byte` is on, counted from 1, and the byte at which it starts.
    pub fn line_of(&self, byte: usize) -> (usize, usize) {
        // The first start is 0, so there is always one at or before a byte.
        let number = self.starts.partition_point(|&start| start <= byte).max(1);
        (number, self.starts[number - 1])
    }

    /// The byte at which the line of `byte` starts.
    pub fn start_of(&self, byte: usize) -> usize {
        self.line_of(byte).1
    }
}
