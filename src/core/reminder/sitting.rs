//! How long a person has been sitting.

use std::time::Duration;

/// After so long without keyboard and mouse nobody is taken to be there.
pub const AWAY: Duration = Duration::from_mins(1);

/// So long away is a break, however it was spent.
pub const BREAK: Duration = Duration::from_mins(5);

/// The time that a person sat since their last break. It rests while they are away.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sitting {
    /// Up to the moment at which they were last there.
    sat: Duration,
    /// That moment, by the clock that goes on while the machine sleeps.
    last_there: Option<Duration>,
    /// Whether they were away when that was looked at last.
    was_away: bool,
}

impl Sitting {
    /// Takes in for how long they have been `idle`, and how much of the time since the last look the machine
    /// `slept`, when nobody was there. Where nothing tells whether they are there, they are.
    pub(super) fn look(&mut self, now: Duration, idle: Option<Duration>, slept: Duration) {
        let idle = idle.unwrap_or(Duration::ZERO);
        let there = now.saturating_sub(idle);
        let since = self.last_there.map(|last| there.saturating_sub(last));
        let away_before = self.was_away || slept >= AWAY;
        let since = since.unwrap_or(Duration::ZERO);
        if idle >= BREAK || slept >= BREAK || away_before && since >= BREAK {
            self.sat = Duration::ZERO;
        } else if !away_before {
            self.sat = self.sat.saturating_add(since);
        }
        self.last_there = self.last_there.max(Some(there));
        self.was_away = idle >= AWAY;
    }

    /// A break begins.
    pub(super) fn begin_anew(&mut self) {
        self.sat = Duration::ZERO;
    }

    pub(super) fn so_far(&self) -> Duration {
        self.sat
    }

    /// When they will have sat so long, if they stay there, or come back `now`.
    pub(super) fn will_be(&self, long: Duration, now: Duration) -> Duration {
        let left = long.saturating_sub(self.sat);
        let from = self.last_there.filter(|_| !self.was_away);
        from.unwrap_or(now).saturating_add(left)
    }
}
