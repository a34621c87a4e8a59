//! Which routine the person is reminded of after sitting.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::fields::labelled;
use crate::facts;
use crate::library::{Entry, Origin};
use crate::routine::{Position, Routine};
use crate::ui::picture::Sight;
use crate::ui::text::lines;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Icon, focus_ring};
use crate::words::{Message, Words};

/// One of those to choose from.
struct Offered {
    /// Nothing for whichever fits.
    id: Option<String>,
    routine: Option<Arc<Routine>>,
    title: String,
    about: String,
}

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    entries: &[Entry],
    chosen: &mut Option<String>,
    is_choosing: &mut bool,
) {
    let name = words.get("reminders-what");
    labelled(ui, &name, |ui| {
        let offered = offered(words, entries, chosen.as_deref());
        let now = offered.iter().find(|it| it.id == *chosen);
        let Some(now) = now.or(offered.first()) else {
            return;
        };
        let title = Message::new("reminders-what-name").with("title", now.title.as_str());
        let title = words.message(&title);
        let row = Row {
            offered: now,
            name: &title,
            is_chosen: false,
            sign: Some(if *is_choosing { Icon::Up } else { Icon::Down }),
        };
        let opens = row.show(ui, Role::Button);
        let opened = *is_choosing;
        ui.ctx()
            .accesskit_node_builder(opens.id, |node| node.set_expanded(opened));
        if opens.clicked() {
            *is_choosing = !*is_choosing;
        }
        if !opened {
            return;
        }
        let group = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for it in &offered {
                let row = Row {
                    offered: it,
                    name: &it.title,
                    is_chosen: it.id == *chosen,
                    sign: None,
                };
                if row.show(ui, Role::RadioButton).clicked() {
                    chosen.clone_from(&it.id);
                    *is_choosing = false;
                }
            }
        });
        ui.ctx().accesskit_node_builder(group.response.id, |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(name.as_str());
        });
        if !*is_choosing {
            // What was pressed goes away.
            opens.request_focus();
        }
    });
}

/// Whichever fits, and all routines that can be done beside a desk. The one that is chosen is among them in
/// any case.
fn offered(words: &Words, entries: &[Entry], chosen: Option<&str>) -> Vec<Offered> {
    let mut offered = vec![Offered {
        id: None,
        routine: None,
        title: words.get("reminders-what-any"),
        about: words.get("reminders-what-any-hint"),
    }];
    for entry in entries {
        let Some(routine) = &entry.routine else {
            continue;
        };
        let is_known = |it: &Offered| it.id.as_deref() == Some(routine.id.as_str());
        let is_chosen = chosen == Some(routine.id.as_str());
        let mut exercises = routine.exercises.iter();
        let needs_floor = exercises.any(|it| it.position == Some(Position::Floor));
        if offered.iter().any(is_known) || needs_floor && !is_chosen {
            continue;
        }
        offered.push(Offered {
            id: Some(routine.id.clone()),
            title: routine.title.clone(),
            about: facts::of_card(words, routine, entry.origin == Origin::Shipped),
            routine: Some(Arc::clone(routine)),
        });
    }
    if let Some(id) = chosen.filter(|id| offered.iter().all(|it| it.id.as_deref() != Some(id))) {
        let gone = Message::new("reminders-what-gone").with("id", id);
        offered.push(Offered {
            id: Some(id.to_owned()),
            routine: None,
            title: words.message(&gone),
            about: String::new(),
        });
    }
    offered
}

/// One of them in a row that is pressed.
struct Row<'a> {
    offered: &'a Offered,
    name: &'a str,
    is_chosen: bool,
    /// At the right end.
    sign: Option<Icon>,
}

const HEIGHT: f32 = 52.0;
const PICTURE: Vec2 = vec2(54.0, 40.0);

impl Row<'_> {
    fn show(&self, ui: &mut Ui, role: Role) -> Response {
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| match role {
            Role::RadioButton => {
                WidgetInfo::selected(role, ui.is_enabled(), self.is_chosen, self.name)
            }
            _ => WidgetInfo::labeled(role, ui.is_enabled(), self.name),
        });
        let palette = palette(ui);
        let (fill, edge) = match (self.is_chosen, response.hovered()) {
            (true, _) => (palette.teal_soft, palette.teal_ink),
            (false, true) => (palette.chip, palette.outline),
            (false, false) => (palette.surface, palette.outline),
        };
        let corner = CornerRadius::same(radius::BUTTON);
        let edge = Stroke::new(palette.edge, edge);
        ui.painter()
            .rect(rect, corner, fill, edge, StrokeKind::Inside);
        let at = pos2(rect.left() + 7.0, rect.center().y - PICTURE.y / 2.0);
        let picture = Rect::from_min_size(at, PICTURE);
        let mut left = rect.left() + space::M;
        if let Some(routine) = &self.offered.routine {
            left = picture.right() + space::M - 2.0;
            show_picture(ui, routine, picture);
        }
        let right = rect.right() - if self.sign.is_some() { 42.0 } else { space::M };
        let room = (right - left).max(40.0);
        let title = lines(ui, &self.offered.title, Type::Strong.font(), room, 1);
        let about = lines(ui, &self.offered.about, Type::Tiny.font(), room, 1);
        let has_about = !self.offered.about.is_empty();
        let high = title.size().y + if has_about { about.size().y } else { 0.0 };
        let top = rect.center().y - high / 2.0;
        let below = top + title.size().y;
        let ink = if self.is_chosen {
            palette.teal_ink
        } else {
            palette.ink
        };
        ui.painter().galley(pos2(left, top), title, ink);
        if has_about {
            ui.painter().galley(pos2(left, below), about, palette.muted);
        }
        if let Some(sign) = self.sign {
            let at = pos2(rect.right() - 21.0, rect.center().y);
            let square = Rect::from_center_size(at, Vec2::splat(16.0));
            sign.draw(ui.painter(), square, palette.ink);
        }
        focus_ring(ui, &response, radius::BUTTON);
        response
    }
}

fn show_picture(ui: &Ui, routine: &Routine, place: Rect) {
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(place, CornerRadius::same(radius::ROW), ground);
    let mut exercises = routine.exercises.iter();
    let seen = |exercise| Some((exercise, Sight::of(routine, exercise, None)?));
    if let Some((exercise, sight)) = exercises.find_map(seen) {
        sight.paint(ui, exercise, place.shrink(2.0));
    }
}
