//! The figures that come with the app, one to be chosen for an exercise.

use std::collections::BTreeSet;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, Frame, Id, Margin, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::exercises::{Offer, Offered, PickAction, Wanted};
use super::figure::Posed;
use super::text::lines;
use super::theme::{Type, is_narrow, palette, radius, space};
use super::top::{self, Top};
use super::widgets::{Field, focus_ring, more_below, muted, scroll_by_keys};
use super::{Action, spoken};
use crate::figure;
use crate::words::{Message, Words};

/// The exercise that a figure is chosen for, and what was typed to find one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its place in the routine.
    pub exercise: usize,
    /// Its name.
    pub name: String,
    /// The figure that it has.
    pub now: Option<String>,
    pub wanted: Wanted,
}

const NARROWEST: f32 = 150.0;
const PICTURE: f32 = 96.0;
const GAP: f32 = space::M - 2.0;

/// Draws the page.
pub fn show(ui: &mut Ui, words: &Words, offer: &Offer, draft: &mut Draft) -> Option<Action> {
    spoken::page(ui.ctx(), "figures");
    let margin = if is_narrow(ui.ctx()) {
        Margin::symmetric(14, 10)
    } else {
        Margin::symmetric(28, 18)
    };
    let frame = Frame::new().inner_margin(margin);
    frame
        .show(ui, |ui| {
            let about = Message::new("figures-for").with("name", draft.name.as_str());
            let top = Top {
                back: &words.get("pick-back"),
                key: &words.get("key-escape"),
                title: &words.get("figures-title"),
                about: &words.message(&about),
            };
            let (goes_back, ()) = top::show(ui, &top, |_| {});
            if goes_back {
                return Some(Action::Pick(PickAction::Back));
            }
            let name = words.get("pick-search");
            let field = Field {
                hint: &words.get("pick-search-hint"),
                shows_name: false,
                width: 280.0_f32.min(ui.available_width()),
                ..Field::new(Id::unique("figure search"), &name)
            };
            field.show(ui, &mut draft.wanted.text);
            ui.add_space(space::XS);
            let scroll = ScrollArea::vertical().id_salt("figures").auto_shrink(false);
            let shown = scroll.show(ui, |ui| {
                scroll_by_keys(ui);
                show_all(ui, words, offer, draft)
            });
            more_below(ui, &shown);
            shown.inner
        })
        .inner
}

fn show_all(ui: &mut Ui, words: &Words, offer: &Offer, draft: &Draft) -> Option<Action> {
    let mut seen = BTreeSet::new();
    let found: Vec<&Offered> = offer
        .found(&draft.wanted)
        .into_iter()
        .map(|index| &offer.all[index])
        .filter(|offered| {
            let figure = offered.exercise.figure.as_deref();
            figure.is_some_and(|figure| seen.insert(figure))
        })
        .collect();
    if found.is_empty() {
        muted(ui, &words.get("pick-none"));
    }
    let room = ui.available_width();
    let columns = (1..=8_u8)
        .rev()
        .find(|columns| f32::from(*columns) * (NARROWEST + GAP) - GAP <= room)
        .unwrap_or(1);
    let width = (room + GAP) / f32::from(columns) - GAP;
    let mut chosen = None;
    for line in found.chunks(usize::from(columns)) {
        let size = vec2(room, PICTURE + 44.0);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut left = all.left();
        for offered in line {
            let place = Rect::from_min_size(pos2(left, all.top()), vec2(width, all.height()));
            left += width + GAP;
            let figure = offered.exercise.figure.as_deref();
            let is_now = figure == draft.now.as_deref();
            if show_one(ui, offered, place, is_now).clicked() {
                chosen = figure.map(str::to_owned);
            }
        }
    }
    chosen.map(|figure| {
        Action::Pick(PickAction::Figure {
            exercise: draft.exercise,
            figure,
        })
    })
}

fn show_one(ui: &Ui, offered: &Offered, place: Rect, is_now: bool) -> Response {
    let exercise = &offered.exercise;
    let id = ui.scope_id().with(offered.id);
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_now, &exercise.name)
    });
    if ui.is_rect_visible(place) {
        let palette = palette(ui);
        let (fill, edge) = match (is_now, response.hovered()) {
            (true, _) => (palette.teal_soft, Stroke::new(2.0, palette.teal_ink)),
            (false, true) => (palette.surface, Stroke::new(palette.edge, palette.outline)),
            (false, false) => (palette.surface, Stroke::new(palette.edge, palette.line)),
        };
        let corner = CornerRadius::same(radius::PICTURE);
        ui.painter()
            .rect(place, corner, fill, edge, StrokeKind::Inside);
        let area = place.with_max_y(place.top() + PICTURE).shrink(8.0);
        if let Some(figure) = exercise.figure.as_deref().and_then(figure::shipped) {
            Posed::in_hold(figure, exercise).paint(ui, area);
        }
        let room = place.width() - 2.0 * space::S;
        let name = lines(ui, &exercise.name, Type::Small.font(), room, 2);
        let at = pos2(place.left() + space::S, area.bottom() + space::XS);
        ui.painter().galley(at, name, palette.ink);
    }
    focus_ring(ui, &response, radius::PICTURE);
    response
}
