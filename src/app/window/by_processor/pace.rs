//! When the next frame is drawn.

use std::time::{Duration, Instant};

use winit::event_loop::ControlFlow;

/// No more frames than this in a second where the display sets no pace of its own.
const SHORTEST: Duration = Duration::from_nanos(1_000_000_000 / 60);

/// A Wayland compositor holds a redraw back as long as the window can't be seen. After this time the
/// app goes on without being drawn.
const LONGEST_HELD_BACK: Duration = Duration::from_millis(250);

/// What a window that wakes up is to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Due {
    Nothing,
    /// Ask the display for a redraw.
    Ask,
    Frame,
    /// Have the app go on without a frame: the display does not answer.
    Logic,
}

/// What a frame draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    All,
    /// What moves while nothing else does.
    Movement,
}

/// When the next frame is due.
pub(super) struct Pace {
    /// Whether redraws are asked of the display, which then sets the pace. That is so on Wayland. An X
    /// server and Windows redraw at once, and nothing would tell what they ask for from what was asked
    /// of them.
    by_display: bool,
    wanted: Option<Instant>,
    /// When what moves alone is to be drawn.
    moves: Option<Instant>,
    /// For what a redraw was asked for.
    asked: Option<Drawn>,
    /// When a redraw that was asked for is overdue.
    overdue: Option<Instant>,
    last: Option<Instant>,
}

impl Pace {
    pub(super) fn new(by_display: bool) -> Self {
        Self {
            by_display,
            wanted: None,
            moves: None,
            asked: None,
            overdue: None,
            last: None,
        }
    }

    /// Wants a frame at this time.
    pub(super) fn want(&mut self, when: Instant) {
        self.wanted = Some(self.wanted.map_or(when, |wanted| wanted.min(when)));
    }

    /// What moves alone is to be drawn at this time, or nothing does.
    pub(super) fn moves(&mut self, when: Option<Instant>) {
        self.moves = when;
    }

    /// The display redraws. Whether it does so on its own account: then it may have lost what it showed.
    pub(super) fn redraws(&mut self) -> bool {
        self.overdue = None;
        !self.by_display
    }

    /// A frame begins, or what there is instead. What it draws, and since when it is due, unless the
    /// display says when.
    pub(super) fn begin(&mut self, now: Instant) -> (Drawn, Option<Instant>) {
        let due = self.next();
        let is_wanted = self.wanted.is_some_and(|wanted| wanted <= now);
        let moves = match self.asked.take() {
            Some(asked) => asked == Drawn::Movement,
            None => !self.by_display && self.moves.is_some_and(|when| when <= now),
        };
        self.moves = None;
        // One that comes a little late makes the next no later.
        let in_step = due.filter(|due| *due <= now && now < *due + SHORTEST);
        self.last = Some(in_step.unwrap_or(now));
        if moves && !is_wanted {
            return (Drawn::Movement, due);
        }
        self.wanted = None;
        (Drawn::All, due)
    }

    /// What is due. It has to be asked again after it was done.
    pub(super) fn due(&mut self, now: Instant) -> Due {
        if self.overdue.is_some_and(|overdue| overdue <= now) {
            self.overdue = None;
            return Due::Logic;
        }
        if self.next().is_none_or(|next| next > now) {
            return Due::Nothing;
        }
        if !self.by_display {
            return Due::Frame;
        }
        if self.wanted.take_if(|wanted| *wanted <= now).is_some() {
            self.asked = Some(Drawn::All);
        } else {
            self.asked.get_or_insert(Drawn::Movement);
        }
        self.moves = None;
        self.overdue.get_or_insert(now + LONGEST_HELD_BACK);
        Due::Ask
    }

    /// Until when nothing is to be done.
    pub(super) fn sleep(&self) -> ControlFlow {
        let next = [self.next(), self.overdue].into_iter().flatten().min();
        next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil)
    }

    /// When the next frame may be drawn, if one is wanted.
    fn next(&self) -> Option<Instant> {
        let wanted = self.wanted.into_iter().chain(self.moves).min()?;
        match self.last {
            Some(last) if !self.by_display => Some(wanted.max(last + SHORTEST)),
            _ => Some(wanted),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLISECOND: Duration = Duration::from_millis(1);

    #[test]
    fn a_window_of_which_nothing_is_wanted_sleeps() {
        for by_display in [true, false] {
            let mut pace = Pace::new(by_display);
            let now = Instant::now();
            assert_eq!(pace.due(now), Due::Nothing);
            assert_eq!(pace.sleep(), ControlFlow::Wait);
            pace.want(now);
            pace.due(now);
            pace.redraws();
            pace.begin(now);
            assert_eq!(pace.due(now + LONGEST_HELD_BACK * 2), Due::Nothing);
            assert_eq!(pace.sleep(), ControlFlow::Wait);
        }
    }

    #[test]
    fn without_a_pace_of_the_display_no_more_than_sixty_frames_are_drawn_in_a_second() {
        let mut pace = Pace::new(false);
        let start = Instant::now();
        let mut frames = 0;
        for at in 0..1000 {
            let now = start + MILLISECOND * at;
            pace.want(now);
            if pace.due(now) == Due::Frame {
                pace.begin(now);
                frames += 1;
            }
        }
        assert_eq!(frames, 60);
    }

    #[test]
    fn a_frame_is_drawn_when_it_is_wanted_first() {
        let mut pace = Pace::new(false);
        let start = Instant::now();
        pace.want(start + MILLISECOND * 500);
        pace.want(start + MILLISECOND * 300);
        pace.want(start + MILLISECOND * 900);
        assert_eq!(pace.due(start + MILLISECOND * 299), Due::Nothing);
        let wakes = ControlFlow::WaitUntil(start + MILLISECOND * 300);
        assert_eq!(pace.sleep(), wakes);
        assert_eq!(pace.due(start + MILLISECOND * 300), Due::Frame);
    }

    #[test]
    fn what_moves_is_drawn_alone_unless_all_is_wanted() {
        for by_display in [true, false] {
            let mut pace = Pace::new(by_display);
            let start = Instant::now();
            pace.want(start + MILLISECOND * 100);
            let mut drawn = Vec::new();
            for at in [20, 40, 60, 80, 100, 120] {
                let now = start + MILLISECOND * at;
                pace.moves(Some(now));
                assert_ne!(pace.due(now), Due::Nothing, "{at}");
                pace.redraws();
                drawn.push(pace.begin(now).0);
            }
            let mut expected = [Drawn::Movement; 6];
            expected[4] = Drawn::All;
            assert_eq!(drawn, expected, "{by_display}");
            // What is drawn on the display's own account is all of it.
            pace.redraws();
            assert_eq!(pace.begin(start + MILLISECOND * 140).0, Drawn::All);
        }
    }

    #[test]
    fn all_that_is_wanted_while_a_redraw_for_a_movement_is_awaited_is_drawn_with_it() {
        let mut pace = Pace::new(true);
        let start = Instant::now();
        pace.moves(Some(start));
        assert_eq!(pace.due(start), Due::Ask);
        pace.want(start + MILLISECOND);
        pace.redraws();
        assert_eq!(pace.begin(start + MILLISECOND * 2).0, Drawn::All);
        assert_eq!(pace.due(start + MILLISECOND * 3), Due::Nothing);
    }

    #[test]
    fn where_a_display_holds_a_redraw_back_the_app_goes_on() {
        let mut pace = Pace::new(true);
        let start = Instant::now();
        for round in 0..3 {
            let asked = start + LONGEST_HELD_BACK * round;
            pace.want(asked);
            assert_eq!(pace.due(asked), Due::Ask);
            // Asked again, it does not wait any longer.
            pace.want(asked + MILLISECOND);
            assert_eq!(pace.due(asked + MILLISECOND), Due::Ask);
            let overdue = asked + LONGEST_HELD_BACK;
            assert_eq!(pace.sleep(), ControlFlow::WaitUntil(overdue));
            assert_eq!(pace.due(overdue), Due::Logic);
            pace.begin(overdue);
        }
    }
}
