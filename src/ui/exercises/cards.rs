//! The exercises that were found, as cards. All can be come to by the keyboard, and only those in view
//! are drawn.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{Draft, Offer, Offered};
use crate::figure;
use crate::ui::figure::Posed;
use crate::ui::text::lines;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Pick, focus_ring};

/// The least width of a card.
const NARROWEST: f32 = 190.0;
const PICTURE: f32 = 112.0;
const PADDING: f32 = 12.0;
const GAP: f32 = space::M;

pub(super) fn show(ui: &mut Ui, offer: &Offer, draft: &mut Draft, found: &[usize]) {
    let room = ui.available_width();
    let columns = columns(room);
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let width = (room - GAP * (columns - 1) as f32) / columns as f32;
    let size = vec2(width, height(ui));
    for line in found.chunks(columns) {
        let (all, _) = ui.allocate_exact_size(vec2(room, size.y), Sense::hover());
        ui.add_space(GAP - ui.spacing().item_spacing.y);
        let mut left = all.left();
        for index in line {
            let place = Rect::from_min_size(pos2(left, all.top()), size);
            show_card(ui, draft, &offer.all[*index], place);
            left += width + GAP;
        }
    }
}

fn columns(room: f32) -> usize {
    let fitting = |columns: &usize| {
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        let columns = *columns as f32;
        columns * NARROWEST + (columns - 1.0) * GAP <= room
    };
    (1..=6).rev().find(fitting).unwrap_or(1)
}

fn name_font() -> FontId {
    Type::Strong.font()
}

fn height(ui: &Ui) -> f32 {
    let [name, small] =
        [name_font(), Type::Tiny.font()].map(|font| ui.fonts_mut(|fonts| fonts.row_height(&font)));
    PADDING + PICTURE + space::S + name + space::XS + 3.0 * small + PADDING
}

fn show_card(ui: &mut Ui, draft: &mut Draft, offered: &Offered, place: Rect) {
    let is_in = draft.chosen.contains(&offered.id);
    let id = ui.scope_id().with(offered.id);
    let around = ui.interact(place, id.with("card"), Sense::CLICK);
    let head = place.with_max_y(place.top() + PADDING + PICTURE + space::S + 22.0);
    let looks = ui.interact(head.shrink2(vec2(2.0, 2.0)), id, Sense::click());
    looks.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &offered.look));
    if ui.is_rect_visible(place) {
        let is_looked_at = draft.looked_at.is_some_and(|it| it.id == offered.id);
        let is_hovered = around.hovered() || looks.hovered();
        paint(ui, offered, place, is_in, is_looked_at, is_hovered);
    }
    focus_ring(ui, &looks, radius::PICTURE);
    if looks.clicked() || around.clicked() {
        draft.look_at(ui, offered.id);
    }
    if pick(ui, offered, is_in, place).clicked() {
        draft.toggle(offered.id);
    }
}

fn pick(ui: &mut Ui, offered: &Offered, is_in: bool, place: Rect) -> Response {
    let square = Rect::from_min_size(
        place.max - Vec2::splat(PADDING + space::CONTROL),
        Vec2::splat(space::CONTROL),
    );
    let name = &offered.take;
    let builder = UiBuilder::new().max_rect(square).id_salt(offered.id);
    // Beside what the cards are laid out by.
    ui.new_child(builder).add(Pick { name, is_in })
}

fn paint(
    ui: &Ui,
    offered: &Offered,
    place: Rect,
    is_in: bool,
    is_looked_at: bool,
    is_hovered: bool,
) {
    let palette = palette(ui);
    let painter = ui.painter();
    let (fill, edge, ink) = if is_in {
        (
            palette.teal_soft,
            Stroke::new(2.0, palette.teal_ink),
            palette.teal_ink,
        )
    } else if is_looked_at {
        (
            palette.surface,
            Stroke::new(2.0, palette.teal_ink),
            palette.ink,
        )
    } else if is_hovered {
        (
            palette.surface,
            Stroke::new(palette.edge, palette.outline),
            palette.ink,
        )
    } else {
        (
            palette.surface,
            Stroke::new(palette.edge, palette.line),
            palette.ink,
        )
    };
    let corner = CornerRadius::same(radius::CARD);
    painter.rect(place, corner, fill, edge, StrokeKind::Inside);
    let inner = place.shrink(PADDING);
    let picture = inner.with_max_y(inner.top() + PICTURE);
    let ground = if is_in {
        palette.surface
    } else {
        palette.paper
    };
    painter.rect_filled(picture, CornerRadius::same(radius::PICTURE), ground);
    let exercise = &offered.exercise;
    if let Some(figure) = exercise.figure.as_deref().and_then(figure::shipped) {
        Posed::in_hold(figure, exercise).paint(ui, picture.shrink(8.0));
    }
    let mut y = picture.bottom() + space::S;
    let name = lines(ui, &exercise.name, name_font(), inner.width(), 1);
    let high = name.size().y;
    painter.galley(pos2(inner.left(), y), name, ink);
    y += high + space::XS;
    let beside = inner.width() - space::CONTROL - space::S;
    let dose = lines(ui, &offered.short_dose, Type::Tiny.font(), beside, 2);
    let high = dose.size().y;
    painter.galley(pos2(inner.left(), y), dose, palette.ink);
    let setting = lines(ui, &offered.setting, Type::Tiny.font(), beside, 1);
    painter.galley(pos2(inner.left(), y + high), setting, palette.muted);
}
