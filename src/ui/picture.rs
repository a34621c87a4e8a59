//! The panels that show what a routine and its exercises are like before it is begun.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::figure::Posed;
use super::text::said;
use super::theme::{palette, radius};
use super::widgets::{Icon, focus_ring};
use crate::plan::{Plan, StepKind};
use crate::routine::{Exercise, Position, Routine};
use crate::words::{Message, Words};

/// The figure of the routine's first exercise that has one. Without any, somebody in the position
/// the routine begins in, over the shape of its time. Pressed, it opens the routine's page.
pub(super) fn of_routine(ui: &mut Ui, words: &Words, routine: &Routine, height: f32) -> Response {
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
    let mut figures = routine
        .exercises
        .iter()
        .map(|exercise| posed(routine, exercise));
    match figures.find_map(|figure| figure) {
        Some(figure) => figure.paint(ui, rect.shrink(MARGIN)),
        None => draw_position(ui, rect, routine),
    }
    focus_ring(ui, &response, radius::PICTURE);
    response
}

/// The figure of an exercise in a panel of `size`; `false` if it has none.
pub(super) fn of_exercise(
    ui: &mut Ui,
    words: &Words,
    (routine, exercise): (&Routine, &Exercise),
    size: Vec2,
) -> bool {
    let Some(figure) = posed(routine, exercise) else {
        return false;
    };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let name = Message::new("figure-of").with("name", exercise.name.as_str());
    said(ui, rect, &exercise.id, Role::Image, &words.message(&name));
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::PICTURE), ground);
    figure.paint(ui, rect.shrink(MARGIN));
    true
}

/// Around a figure.
const MARGIN: f32 = 8.0;

fn posed<'a>(routine: &'a Routine, exercise: &Exercise) -> Option<Posed<'a>> {
    let figure = routine.figure_of(exercise)?;
    Some(Posed::held(figure, exercise))
}

/// Somebody on a mat, and below it each hold as a bar as long as it lasts.
fn draw_position(ui: &Ui, rect: Rect, routine: &Routine) {
    let position = routine
        .exercises
        .iter()
        .find_map(|exercise| exercise.position);
    let inner = rect.shrink2(vec2(16.0, 14.0));
    let strip = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 8.0), inner.max);
    let stage = Rect::from_min_max(inner.min, pos2(inner.right(), strip.top() - 14.0));
    somebody(ui, stage, position);
    draw_time(ui, strip, &Plan::of(routine));
}

/// Somebody on a mat, in the position of what has no figure of its own.
pub(super) fn somebody(ui: &Ui, stage: Rect, position: Option<Position>) {
    let palette = palette(ui);
    let painter = ui.painter();
    let icon = match position {
        Some(Position::Floor) | None => Icon::Floor,
        Some(Position::Seated) => Icon::Seated,
        Some(Position::Standing) => Icon::Standing,
    };
    let side = stage.height();
    let square = Rect::from_center_size(stage.center(), vec2(side, side));
    let mat = stage.bottom() - side * 0.08;
    painter.hline(
        (stage.center().x - side * 1.1)..=(stage.center().x + side * 1.1),
        mat,
        Stroke::new(4.0, palette.teal_pale),
    );
    icon.draw(painter, square, palette.teal);
}

/// An open step has no length; it is drawn as if it took this long.
const OPEN_SECS: f32 = 20.0;

/// The steps of the plan as bars from left to right: what is to be done thick, the rest thin.
fn draw_time(ui: &Ui, strip: Rect, plan: &Plan) {
    let palette = palette(ui);
    let secs =
        |duration: Option<std::time::Duration>| duration.map_or(OPEN_SECS, |d| d.as_secs_f32());
    let total: f32 = plan.steps.iter().map(|step| secs(step.duration)).sum();
    let mut x = strip.left();
    for step in &plan.steps {
        let width = secs(step.duration) / total * strip.width();
        let (height, color) = match step.kind {
            StepKind::Hold | StepKind::Reps | StepKind::Wait => (7.0, palette.teal),
            StepKind::Prepare | StepKind::Switch | StepKind::Rest => (3.0, palette.track),
        };
        let bar = Rect::from_min_size(
            pos2(x, strip.center().y - height / 2.0),
            vec2((width - 1.5).max(0.5), height),
        );
        ui.painter().rect_filled(bar, CornerRadius::same(3), color);
        x += width;
    }
}
