//! A figure that moves by itself, as it will in a session, to show what is done.

use std::time::Duration;

use eframe::egui::{Rect, Ui};

use super::figure::{Posed, moment_at_pace};
use crate::figure::{BLEND, Figure, Moment};
use crate::routine::{Dose, Exercise, defaults};

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
    let pace = match exercise.dose {
        Dose::Paced { pace, .. } => Some(pace),
        Dose::Timed { .. } => Some(defaults::PACE),
        Dose::Hold { .. } | Dose::Open => None,
    };
    if let Some(pace) = pace {
        let moment = moment_at_pace(figure, &exercise.tempo, pace, since);
        return (moment, Some(FRAME));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::shipped;
    use crate::routine::of_library;

    #[test]
    fn a_figure_with_a_tempo_moves_by_it_and_waits_where_it_is_held() {
        let exercise = of_library("biceps-curl", "en").unwrap();
        let figure = shipped(exercise.figure.as_deref().unwrap()).unwrap();
        for seconds in 0..8 {
            let since = Duration::from_millis(seconds * 1_000 + 500);
            let travel = exercise.tempo.travel_at(since).unwrap();
            let (moment, _) = at(figure, &exercise, since);
            assert_eq!(moment, figure.travelling(travel), "{since:?}");
        }
    }
}
