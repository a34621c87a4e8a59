//! The panels that show what a routine and its exercises are like before it is begun.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rangef, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::figure::Posed;
use super::picture_cache::{Detail, Picture, Pictures};
use super::text::said;
use super::theme::{palette, radius};
use super::timeline::bars;
use super::widgets::{Icon, focus_ring};
use crate::figure::Figure;
use crate::plan::Plan;
use crate::routine::{Exercise, Position, Routine};
use crate::words::{Message, Words};

/// What shows an exercise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sight<'a> {
    /// Brought by the routine's file. It comes before a figure, which stands in for one that can't
    /// be shown.
    Picture(Picture),
    Figure(&'a Figure),
}

impl<'a> Sight<'a> {
    /// `None` for an exercise that nothing shows.
    pub(super) fn of(
        routine: &'a Routine,
        exercise: &Exercise,
        picture: Option<Picture>,
    ) -> Option<Self> {
        let figure = || routine.figure_of(exercise).map(Self::Figure);
        picture.map(Self::Picture).or_else(figure)
    }

    /// Draws the exercise as it is held, for the side that it begins with.
    pub(super) fn paint(self, ui: &Ui, exercise: &Exercise, area: Rect) {
        match self {
            Self::Picture(picture) => picture.paint(ui, area),
            Self::Figure(figure) => Posed::in_hold(figure, exercise).paint(ui, area),
        }
    }
}

/// What a screen reader says of the picture that a file brings: its author's words for it.
pub(super) fn name(words: &Words, exercise: &Exercise) -> String {
    let alt = exercise.image_alt.clone();
    alt.unwrap_or_else(|| figure_name(words, exercise))
}

fn figure_name(words: &Words, exercise: &Exercise) -> String {
    words.message(&Message::new("figure-of").with("name", exercise.name.as_str()))
}

/// What shows the routine's first exercise that has anything. Without any, somebody in the position
/// the routine begins in, over the shape of its time. Pressed, it opens the routine's page.
pub(super) fn of_routine(
    ui: &mut Ui,
    words: &Words,
    routine: &Routine,
    pictures: Pictures<'_>,
    height: f32,
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = words.message(&Message::new("picture-open").with("title", routine.title.as_str()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let palette = palette(ui);
    let painter = ui.painter();
    let ground = if response.hovered() {
        palette.teal_soft
    } else {
        palette.paper
    };
    painter.rect_filled(rect, CornerRadius::same(radius::PICTURE), ground);
    let first = routine.exercises.iter().find_map(|exercise| {
        let picture = pictures.ask(exercise, Detail::Small);
        Some((exercise, Sight::of(routine, exercise, picture)?))
    });
    match first {
        Some((exercise, sight)) => sight.paint(ui, exercise, rect.shrink(MARGIN)),
        None => draw_position(ui, rect, routine),
    }
    focus_ring(ui, &response, radius::PICTURE);
    response
}

/// What shows an exercise in a panel of `size`; `false` if nothing does.
pub(super) fn of_exercise(
    ui: &mut Ui,
    words: &Words,
    routine: &Routine,
    exercise: &Exercise,
    pictures: Pictures<'_>,
    size: Vec2,
) -> bool {
    // A page may have many: they are read where they are in view, or soon will be.
    let soon = ui
        .clip_rect()
        .expand2(vec2(0.0, ui.ctx().content_rect().height()));
    let picture = if soon.intersects(Rect::from_min_size(ui.cursor().min, size)) {
        pictures.ask(exercise, Detail::Small)
    } else {
        pictures.out_of_view(exercise)
    };
    let Some(sight) = Sight::of(routine, exercise, picture) else {
        return false;
    };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let name = match sight {
        Sight::Picture(_) => name(words, exercise),
        Sight::Figure(_) => figure_name(words, exercise),
    };
    said(ui, rect, &exercise.id, Role::Image, &name);
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::PICTURE), ground);
    sight.paint(ui, exercise, rect.shrink(MARGIN));
    true
}

/// Around what is shown.
const MARGIN: f32 = 8.0;

/// Each hold as a bar as long as it lasts, and above it somebody on a mat if the position is known.
fn draw_position(ui: &Ui, rect: Rect, routine: &Routine) {
    let position = routine
        .exercises
        .iter()
        .find_map(|exercise| exercise.position);
    let inner = rect.shrink2(vec2(16.0, 14.0));
    let strip = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 8.0), inner.max);
    let stage = Rect::from_min_max(inner.min, pos2(inner.right(), strip.top() - 14.0));
    let strip = match position {
        Some(position) => {
            somebody(ui, stage, position);
            strip
        }
        None => Rect::from_center_size(inner.center(), strip.size()),
    };
    draw_time(ui, strip, routine);
}

/// Somebody on a mat, in the position of what has no figure of its own.
pub(super) fn somebody(ui: &Ui, stage: Rect, position: Position) {
    let palette = palette(ui);
    let painter = ui.painter();
    // Somebody lying is low: there is room to be larger, and to be higher up.
    let (icon, scale, ground) = match position {
        Position::Floor => (Icon::Floor, 1.4, 0.82),
        Position::Seated => (Icon::Seated, 1.0, Icon::GROUND),
        Position::Standing => (Icon::Standing, 1.0, Icon::GROUND),
    };
    let side = stage.height();
    let ground = stage.top() + side * ground;
    let square = Vec2::splat(side * scale);
    let feet = Vec2::new(square.x / 2.0, square.y * Icon::GROUND);
    let square = Rect::from_min_size(pos2(stage.center().x, ground) - feet, square);
    let thick = (side * 0.05).max(4.0);
    let mat = Rect::from_x_y_ranges(
        Rangef::point(stage.center().x).expand(side * 1.1),
        ground..=ground + thick,
    );
    painter.rect_filled(mat, thick / 2.0, palette.teal_pale);
    if position == Position::Seated {
        let [left, right, seat] = [0.29, 0.55, 0.67].map(|share| square.size() * share);
        let stool = Rect::from_min_max(
            square.min + vec2(left.x, seat.y),
            pos2(square.left() + right.x, ground),
        );
        painter.rect_filled(stool, thick / 2.0, palette.teal_pale);
    }
    icon.draw(painter, square, palette.teal);
}

/// The steps of the plan as bars from left to right: what is to be done thick, the rest thin.
pub(super) fn draw_time(ui: &Ui, strip: Rect, routine: &Routine) {
    let palette = palette(ui);
    for bar in bars(&Plan::of(routine), strip.x_range()) {
        let (height, color) = if bar.work {
            (7.0, palette.teal)
        } else {
            (3.0, palette.track)
        };
        let y = Rangef::point(strip.center().y).expand(height / 2.0);
        let rect = Rect::from_x_y_ranges(bar.x, y);
        ui.painter().rect_filled(rect, CornerRadius::same(3), color);
    }
}
