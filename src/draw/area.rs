//! Rectangles of pixels.

/// A rectangle of pixels; empty ones are all alike to those who draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub(crate) left: i32,
    pub(crate) top: i32,
    /// The first column to the right of it.
    pub(crate) right: i32,
    /// The first row below it.
    pub(crate) bottom: i32,
}

impl Area {
    /// The first column.
    pub fn x(self) -> u32 {
        self.left.max(0).unsigned_abs()
    }

    /// The first row.
    pub fn y(self) -> u32 {
        self.top.max(0).unsigned_abs()
    }

    /// The number of columns.
    pub fn width(self) -> u32 {
        self.right.saturating_sub(self.left).max(0).unsigned_abs()
    }

    /// The number of rows.
    pub fn height(self) -> u32 {
        self.bottom.saturating_sub(self.top).max(0).unsigned_abs()
    }

    /// A whole frame of this many columns and rows.
    pub fn whole([width, height]: [u32; 2]) -> Self {
        Self {
            left: 0,
            top: 0,
            right: i32::try_from(width).unwrap_or(i32::MAX),
            bottom: i32::try_from(height).unwrap_or(i32::MAX),
        }
    }

    pub(crate) const EMPTY: Self = Self {
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
    };

    pub(crate) fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// How many pixels it has.
    pub fn pixels(self) -> u64 {
        u64::from(self.width()) * u64::from(self.height())
    }

    /// What both cover.
    pub(crate) fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The smallest area around both.
    pub(crate) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// Areas that have no pixel in common, and few of them: each costs a pass over the shapes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Areas(Vec<Area>);

impl Areas {
    const MOST: usize = 12;
    /// So many pixels are drawn rather than one more area looked after.
    const CHEAP: u64 = 2048;

    /// Adds an area, joined with those that it overlaps or is better drawn together with.
    pub(crate) fn add(&mut self, mut area: Area) {
        if area.is_empty() {
            return;
        }
        loop {
            let waste = |other: &Area| {
                let apart = area.pixels() + other.pixels();
                let overlap = !area.within(*other).is_empty();
                (!overlap).then(|| area.around(*other).pixels().saturating_sub(apart))
            };
            // Those that overlap come first: they must be joined.
            let nearest = (0..self.0.len()).min_by_key(|&at| waste(&self.0[at]));
            let Some(at) = nearest else { break };
            let joined = match waste(&self.0[at]) {
                None => true,
                Some(waste) => waste <= Self::CHEAP || self.0.len() >= Self::MOST,
            };
            if !joined {
                break;
            }
            area = area.around(self.0.swap_remove(at));
        }
        self.0.push(area);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn as_slice(&self) -> &[Area] {
        &self.0
    }
}
