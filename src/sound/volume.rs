//! How loud sounds are played.

/// How loud, from 0 to 100 %: half the number sounds half as loud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume(u8);

impl Volume {
    /// More than 100 % is 100 %.
    pub fn percent(percent: u8) -> Self {
        Self(percent.min(100))
    }

    /// What samples are multiplied by. Ten decibels less sound half as loud (Stevens 1955, doi
    /// 10.1121/1.1908048), which makes the gain grow with the power of 10 / (20 log 2).
    pub(super) fn gain(self) -> f32 {
        (f32::from(self.0) / 100.0).powf(1.66)
    }
}
