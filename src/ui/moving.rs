//! A figure that moves by itself, as it will in a session, to show what is done.

use std::time::Duration;

use eframe::egui::{Rect, Ui};

use super::figure::Posed;
use crate::figure::{BLEND, Figure, Moment};
use crate::routine::{Dose, Exercise};

/// The pose before the hold, and the hold, are shown for so long.
const REST: Duration = Duration::from_millis(900);
const HOLD: Duration = Duration::from_secs(2);
/// It moves for so long and then stands still: nothing moves for ever beside what is read.
const LONGEST: Duration = Duration::from_secs(18);
const FRAME: Duration = Duration::from_millis(40);

/// Draws the figure of an exercise into `area`, so long after it has come into view. It stands still
/// where motion is `reduced`.
pub(super) fn paint(
    ui: &Ui,
    figure: &Figure,
    exercise: &Exercise,
    area: Rect,
    since: Duration,
    reduced: bool,
) {
    let (moment, next) = if reduced || since >= LONGEST {
        (Moment::HOLD, None)
    } else {
        at(figure, exercise, since)
    };
    let posed = Posed {
        moment,
        ..Posed::in_hold(figure, exercise)
    };
    posed.paint(ui, area);
    if let Some(next) = next {
        ui.ctx().request_repaint_after(next);
    }
}

/// How it stands, and when it is to be drawn next.
fn at(figure: &Figure, exercise: &Exercise, since: Duration) -> (Moment, Option<Duration>) {
    if let Dose::Paced { pace, .. } = exercise.dose {
        return (figure.paced(since, pace), Some(FRAME));
    }
    let round = REST + BLEND + HOLD + BLEND;
    let mut left = Duration::from_millis(
        u64::try_from(since.as_millis() % round.as_millis()).unwrap_or_default(),
    );
    if left < REST {
        return (Moment::REST, Some(REST.saturating_sub(left)));
    }
    left = left.saturating_sub(REST);
    if left < BLEND {
        return (Moment::entering(left), Some(FRAME));
    }
    left = left.saturating_sub(BLEND);
    if left < HOLD {
        return (Moment::HOLD, Some(HOLD.saturating_sub(left)));
    }
    (Moment::leaving(left.saturating_sub(HOLD)), Some(FRAME))
}
