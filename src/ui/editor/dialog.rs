//! What is asked in front of the editor: before it is left, before it saves, and where the file was
//! changed by somebody else.

use eframe::egui::accesskit::Role;
use eframe::egui::{Frame, Id, Key, Margin, Modal, ScrollArea, Stroke, Ui, Vec2};

use crate::ui::spoken::{has_control, leave};
use crate::ui::theme::{palette, radius, space};
use crate::ui::widgets::{
    Button, body, bullets, pressed, row, scroll_by_keys, section, small, strong, toggle_row,
};
use crate::words::Words;

/// A question with what there is to know for an answer.
#[derive(Debug)]
pub(super) struct Ask<'a, A> {
    pub(super) title: &'a str,
    pub(super) about: &'a str,
    /// Lists, each below its name.
    pub(super) lists: &'a [(String, Vec<String>)],
    /// Something to choose with it.
    pub(super) also: Option<(&'a str, &'a mut bool)>,
    pub(super) hint: &'a str,
    /// The answers, the one that is meant first. Escape is the last.
    pub(super) ways: &'a [(String, A)],
}

/// Shows the question and gives the answer.
pub(super) fn show<A: Clone>(ui: &Ui, words: &Words, ask: Ask<'_, A>) -> Option<A> {
    const MARGIN: f32 = 22.0;
    const WIDEST: f32 = 560.0;
    /// For what stands above and below the lists.
    const AROUND: f32 = 250.0;
    let palette = palette(ui);
    let window = ui.ctx().content_rect().size();
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(palette.edge, palette.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::from(Vec2::splat(MARGIN)));
    let id = Id::unique(("editor question", ask.title));
    let area = Modal::default_area(id)
        .role(Role::Dialog)
        .accessible_name(ask.title);
    let dialog = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(palette.veil);
    let shown = dialog.show(ui.ctx(), |ui| {
        ui.set_width((window.x - 3.0 * MARGIN).min(WIDEST));
        section(ui, ask.title);
        let scroll = ScrollArea::vertical()
            .min_scrolled_height(0.0)
            .max_height((window.y - AROUND).max(80.0));
        scroll.show(ui, |ui| {
            scroll_by_keys(ui);
            if !ask.about.is_empty() {
                body(ui, ask.about);
            }
            for (name, lines) in ask.lists {
                if !name.is_empty() {
                    strong(ui, name);
                }
                bullets(ui, lines);
            }
        });
        if let Some((name, on)) = ask.also {
            toggle_row(ui, on, name, None);
        }
        if !ask.hint.is_empty() {
            small(ui, ask.hint);
        }
        ui.add_space(space::S);
        let escape = words.get("key-escape");
        let mut answer = None;
        row(ui, |ui| {
            let last = ask.ways.len().saturating_sub(1);
            for (place, (text, way)) in ask.ways.iter().enumerate() {
                let button = if place == 0 {
                    Button::primary(text)
                } else {
                    Button::secondary(text)
                };
                let button = if place == last && last > 0 {
                    button.hidden_key(&escape)
                } else {
                    button
                };
                let response = ui.add(button);
                if place == 0 && !has_control(ui.ctx()) {
                    response.request_focus();
                }
                if response.clicked() {
                    answer = Some(way.clone());
                }
            }
        });
        if pressed(ui, Key::Escape) {
            answer = ask.ways.last().map(|(_, way)| way.clone());
        }
        answer
    });
    leave(ui.ctx());
    if shown.inner.is_some() {
        // What is behind it can be worked again only after the next drawing.
        ui.ctx().request_repaint();
    }
    shown.inner
}
