//! What is asked in front of the editor: before it is left, before it saves, and where the file was
//! changed by somebody else.

use eframe::egui::accesskit::Role;
use eframe::egui::{Id, Key, ScrollArea, Ui};

use crate::ui::spoken::has_control;
use crate::ui::theme::space;
use crate::ui::widgets::{
    Button, InFront, body, bullets, pressed, row, scroll_by_keys, small, strong, toggle_row,
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
    /// For what stands above and below the lists.
    const AROUND: f32 = 250.0;
    let high = ui.ctx().content_rect().height();
    let front = InFront {
        id: Id::unique(("editor question", ask.title)),
        role: Role::Dialog,
        title: ask.title,
        margin: 22,
        widest: 560.0,
    };
    let shown = front.show(ui, |ui| {
        let scroll = ScrollArea::vertical()
            .min_scrolled_height(0.0)
            .max_height((high - AROUND).max(80.0));
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
        answer(ui, words, ask.ways)
    });
    shown.answer
}

fn answer<A: Clone>(ui: &mut Ui, words: &Words, ways: &[(String, A)]) -> Option<A> {
    let escape = words.get("key-escape");
    let mut answer = None;
    row(ui, |ui| {
        let last = ways.len().saturating_sub(1);
        for (place, (text, way)) in ways.iter().enumerate() {
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
        answer = ways.last().map(|(_, way)| way.clone());
    }
    answer
}
