//! What was taken in so far, in its order, and the button that adds it all.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Draft, Offer, Offered, PickAction};
use crate::figure;
use crate::lengths;
use crate::ui::figure::Posed;
use crate::ui::text::one_line;
use crate::ui::theme::{Type, is_narrow, palette, radius, space};
use crate::ui::top::within;
use crate::ui::widgets::{
    Along, Button, Icon, IconButton, command_key, dropped, focus_ring, moved_by_keys, small, strong,
};
use crate::ui::{Action, spoken};
use crate::words::{Message, Words};

const HEIGHT: f32 = 66.0;

/// How much of the page's foot it takes.
pub(super) fn height(draft: &Draft, narrow: bool) -> f32 {
    match (draft.chosen.is_empty(), narrow) {
        (true, _) => 0.0,
        (false, true) => 60.0,
        (false, false) => HEIGHT + 36.0,
    }
}

/// Draws it into the foot of the page, where anything was taken in.
pub(super) fn show(ui: &mut Ui, words: &Words, offer: &Offer, draft: &mut Draft) -> Option<Action> {
    if draft.chosen.is_empty() {
        return None;
    }
    let narrow = is_narrow(ui.ctx());
    let foot = ui.max_rect();
    let palette = palette(ui);
    ui.painter().rect_filled(foot, 0.0, palette.surface);
    let line = Stroke::new(palette.edge, palette.line);
    ui.painter().hline(foot.x_range(), foot.top(), line);
    let margin = if narrow {
        vec2(14.0, 8.0)
    } else {
        vec2(28.0, 18.0)
    };
    let total: Duration = chosen(offer, draft).map(|it| it.length).sum();
    let add = words.message(&Message::new("pick-add").with("count", draft.chosen.len()));
    let key = format!("{} {}", command_key(words), words.get("key-enter"));
    let button = Button::primary(&add).hidden_key(&key);
    let button = if narrow { button } else { button.large() };
    let place = foot.shrink2(margin);
    let size = button.size(ui);
    let end = Rect::from_center_size(
        pos2(place.right() - size.x / 2.0, place.center().y),
        size + vec2(2.0, 0.0),
    );
    let first = if narrow {
        end.left() - place.left()
    } else {
        120.0
    };
    let first = place.with_max_x(place.left() + first - space::S);
    within(ui, first, |ui| show_count(ui, words, draft, total, narrow));
    if !narrow {
        let minutes = words.message(&in_minutes(total));
        let minutes = one_line(ui, &minutes, Type::Small.font(), 120.0);
        let left = end.left() - space::M - minutes.size().x;
        let at = pos2(left, place.center().y - minutes.size().y / 2.0);
        ui.painter().galley(at, minutes, palette.muted);
        let middle = Rect::from_x_y_ranges(first.right()..=left - space::M, place.y_range());
        within(ui, middle, |ui| show_all(ui, words, offer, draft));
    }
    let is_added = within(ui, end, |ui| ui.add(button).clicked());
    is_added.then(|| Action::Pick(PickAction::Add(draft.chosen.clone())))
}

fn in_minutes(total: Duration) -> Message {
    let minutes = total.as_secs().div_ceil(60).max(1);
    Message::new("editor-minutes").with("minutes", minutes)
}

fn chosen<'a>(offer: &'a Offer, draft: &'a Draft) -> impl Iterator<Item = &'a Offered> {
    draft.chosen.iter().filter_map(|id| offer.get(id))
}

fn show_count(ui: &mut Ui, words: &Words, draft: &Draft, total: Duration, narrow: bool) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = strong(ui, &words.get("pick-chosen"));
        let count = Message::new("pick-chosen-count").with("count", draft.chosen.len());
        let count = words.message(&count);
        spoken::announce(
            ui,
            &shown,
            &format!("{}: {count}", words.get("pick-chosen")),
        );
        if narrow {
            small(ui, &words.message(&in_minutes(total)));
        } else {
            small(ui, &count);
        }
    });
}

/// What was taken in, beside one another, to be dragged, moved by keys and taken out.
fn show_all(ui: &mut Ui, words: &Words, offer: &Offer, draft: &mut Draft) {
    let mut moved = None;
    let mut out = None;
    let scroll = ScrollArea::horizontal().auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.horizontal(|ui| {
            // Each has its own room around it.
            ui.spacing_mut().item_spacing.x = 0.0;
            let count = draft.chosen.len();
            let mut things = Vec::with_capacity(count);
            for (index, offered) in chosen(offer, draft).enumerate() {
                let (thing, takes_out) = show_one(ui, words, offered, index, count);
                if takes_out {
                    out = Some(offered.id);
                }
                let to = moved_by_keys(ui, &thing.0, index, count, Along::Right);
                moved = moved.or(to.map(|to| (index, to)));
                things.push(thing);
            }
            moved = moved.or(dropped(ui, &things, Along::Right));
        });
    });
    if let Some((from, to)) = moved {
        let id = draft.chosen.remove(from);
        draft.chosen.insert(to, id);
    }
    if let Some(id) = out {
        draft.chosen.retain(|it| *it != id);
    }
}

fn show_one(
    ui: &mut Ui,
    words: &Words,
    offered: &Offered,
    index: usize,
    count: usize,
) -> ((Response, Rect), bool) {
    const WIDEST: f32 = 170.0;
    let palette = palette(ui);
    let exercise = &offered.exercise;
    let name = one_line(ui, &exercise.name, Type::Strong.font(), WIDEST);
    let length = lengths::clock(offered.length);
    let length = one_line(ui, &length, Type::Tiny.font(), WIDEST);
    let text = name.size().x.max(length.size().x);
    let size = vec2(34.0 + 66.0 + 10.0 + text + space::S, HEIGHT);
    let whole = size + vec2(space::CONTROL + space::XS, 0.0);
    let place = Rect::from_min_size(ui.cursor().min, whole);
    ui.painter()
        .rect_filled(place, CornerRadius::same(radius::PICTURE), palette.paper);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = ui.scope_id().with(("chosen", offered.id));
    let handle = ui.interact(rect, id, Sense::click_and_drag());
    handle.widget_info(|| {
        let name = Message::new("editor-place")
            .with("name", exercise.name.as_str())
            .with("number", index + 1)
            .with("of", count);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), words.message(&name))
    });
    spoken::key(&handle, &words.get("pick-move-keys"));
    let grip = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(16.0, 16.0));
    Icon::Grip.draw(ui.painter(), grip, palette.muted);
    let picture = Rect::from_min_size(rect.min + vec2(34.0, 8.0), vec2(66.0, HEIGHT - 16.0));
    ui.painter()
        .rect_filled(picture, CornerRadius::same(radius::ROW), palette.surface);
    if let Some(figure) = exercise.figure.as_deref().and_then(figure::shipped) {
        Posed::in_hold(figure, exercise).paint(ui, picture.shrink(3.0));
    }
    let left = picture.right() + 10.0;
    let at = pos2(left, rect.center().y - name.size().y + 1.0);
    ui.painter().galley(at, name, palette.ink);
    let at = pos2(left, rect.center().y + 2.0);
    ui.painter().galley(at, length, palette.muted);
    focus_ring(ui, &handle, radius::PICTURE);
    let out = Message::new("pick-out").with("name", exercise.name.as_str());
    let out = IconButton {
        icon: Icon::Cross,
        name: &words.message(&out),
        key: "",
    };
    let takes_out = ui.add(out).clicked();
    ui.add_space(space::XS + space::M);
    ((handle, place), takes_out)
}
