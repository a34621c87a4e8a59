//! A figure that moves, drawn alone: for as long as nothing else changes, a picture of the whole window would
//! be the same but for it, and costs many times as much.
//!
//! Whoever shows the window [says](draw_alone) that it draws movements so. A figure then asks for no picture
//! of the window, but tells what of the picture it is and when it is to be drawn again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::epaint::ClippedShape;
use eframe::egui::{Context, Id, Mesh, Rect, Shape, Ui};

use crate::figure::Palette;
use crate::ui::figure::Posed;
use crate::ui::theme::palette;

/// A figure that moves, as it was drawn last.
#[derive(Clone)]
pub(super) struct Painted {
    area: Rect,
    colors: Palette,
    /// What is drawn just before the figure and right behind it: nothing to be seen.
    ends: Arc<Mesh>,
    due: Instant,
}

/// Has movements in what is drawn on `ctx` drawn alone from here on.
pub fn draw_alone(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(alone(), true));
}

/// Whose value says whether they are.
fn alone() -> Id {
    Id::unique("movements are drawn alone")
}

fn under_way() -> Id {
    Id::unique("movement under way")
}

/// Paints a figure, and has it painted again after this time, if it goes on.
pub(super) fn paint(ui: &Ui, posed: &Posed<'_>, area: Rect, next: Option<Duration>) {
    let Some(next) = next else {
        return posed.paint(ui, area);
    };
    if !ui.data(|data| data.get_temp(alone()).unwrap_or(false)) {
        posed.paint(ui, area);
        return ui.ctx().request_repaint_after(next);
    }
    let ends = Arc::new(Mesh::default());
    let clipped = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    clipped.add(Arc::clone(&ends));
    posed.paint(ui, area);
    clipped.add(Arc::clone(&ends));
    let last = Painted::under_way(ui.ctx()).map(|painted| painted.due);
    let painted = Painted {
        area,
        colors: palette(ui).figures,
        ends,
        due: due_after(last, next, Instant::now()),
    };
    painted.remember(ui.ctx());
}

/// Nothing moves that was not drawn since.
pub(super) fn forget(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Painted>(under_way()));
}

/// When a figure is due that is to be drawn again so long after it was `last` due. What drawing took is no part of
/// that: it would make each frame later by as much.
fn due_after(last: Option<Instant>, next: Duration, now: Instant) -> Instant {
    let in_step = last.map(|last| last + next);
    let in_step = in_step.filter(|due| (now..=now + next).contains(due));
    in_step.unwrap_or(now + next)
}

impl Painted {
    pub(super) fn under_way(ctx: &Context) -> Option<Self> {
        ctx.data(|data| data.get_temp(under_way()))
    }

    fn remember(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(under_way(), self));
    }

    /// When it is to be drawn again.
    pub(super) fn due(&self) -> Instant {
        self.due
    }

    /// Draws the figure as it is now into a picture, in the place of how it was; `false` if that fails.
    pub(super) fn draw(&self, posed: &Posed<'_>, picture: &mut Vec<ClippedShape>) -> bool {
        let is_end = |shape: &ClippedShape| matches!(&shape.shape, Shape::Mesh(mesh) if Arc::ptr_eq(mesh, &self.ends));
        let (Some(before), Some(behind)) = (
            picture.iter().position(is_end),
            picture.iter().rposition(is_end),
        ) else {
            return false;
        };
        let Some(shapes) = posed.drawn(self.area, self.colors) else {
            return false;
        };
        let end = picture[before].clone();
        let clipped = |shape| ClippedShape {
            shape,
            ..end.clone()
        };
        picture.splice(before + 1..behind, shapes.into_iter().map(clipped));
        true
    }

    /// Has it drawn again after this time, or by the next picture of the window.
    pub(super) fn goes_on(mut self, ctx: &Context, next: Option<Duration>) {
        match next {
            Some(next) => {
                self.due = due_after(Some(self.due), next, Instant::now());
                self.remember(ctx);
            }
            None => forget(ctx),
        }
    }

    /// How long the figure's trunk is, in points.
    pub(super) fn torso(&self, posed: &Posed<'_>) -> f32 {
        posed.torso(self.area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drawing_takes_makes_no_frame_later_than_the_one_before() {
        let frame = Duration::from_millis(16);
        let (took, start) = (Duration::from_millis(5), Instant::now());
        let mut due = due_after(None, frame, start);
        for _ in 0..60 {
            due = due_after(Some(due), frame, due + took);
        }
        assert_eq!(due, start + frame * 61);
        // What was missed is not made up for.
        let late = due + frame * 3;
        assert_eq!(due_after(Some(due), frame, late), late + frame);
        // Where it was drawn before its time, it is due no later than it would be without that.
        let early = start + frame * 58;
        assert_eq!(due_after(Some(due), frame, early), early + frame);
    }
}
