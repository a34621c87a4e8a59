//! A field to type into.

use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{Id, Key, Margin, Response, Stroke, TextEdit, Ui, pos2, vec2};

use super::{focus_ring, small};
use crate::ui::theme::{Type, palette, radius, space};

/// A text that is typed, with its name above it.
#[must_use = "a field is seen once it is shown"]
#[derive(Debug)]
pub struct Field<'a> {
    pub id: Id,
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Whether something is wrong with what stands in it.
    pub is_wrong: bool,
    pub lines: Lines,
    /// Whether its name is shown, or for screen readers alone.
    pub shows_name: bool,
    pub width: f32,
}

/// How much is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One line, which Enter ends.
    One,
    /// The same, going on below where it is long.
    Wrapped,
    /// So many lines or more.
    Several(usize),
    /// The same with their numbers before them.
    Numbered(usize),
}

impl Lines {
    fn at_least(self) -> usize {
        match self {
            Self::One | Self::Wrapped => 1,
            Self::Several(lines) | Self::Numbered(lines) => lines,
        }
    }

    fn are_numbered(self) -> bool {
        matches!(self, Self::Numbered(_))
    }
}

/// For the numbers of lines.
const NUMBERS: i8 = 22;

impl<'a> Field<'a> {
    /// One line as wide as there is room, its name above it.
    pub fn new(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            hint: "",
            is_wrong: false,
            lines: Lines::One,
            shows_name: true,
            width: f32::INFINITY,
        }
    }

    /// Shows it with the text that it holds.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let (danger, edge, muted) = {
            let palette = palette(ui);
            (palette.danger, palette.danger_line, palette.muted)
        };
        if self.shows_name && self.is_wrong {
            ui.label(
                Type::Strong
                    .text(self.name, danger)
                    .size(Type::Small.font().size),
            );
        } else if self.shows_name {
            small(ui, self.name);
        }
        let shown = ui.scope(|ui| {
            if self.is_wrong {
                let widgets = &mut ui.visuals_mut().widgets;
                for look in [
                    &mut widgets.inactive,
                    &mut widgets.hovered,
                    &mut widgets.active,
                ] {
                    look.bg_stroke = Stroke::new(2.0, edge);
                }
            }
            self.edit(text, muted).show(ui)
        });
        let TextEditOutput {
            response,
            galley,
            galley_pos,
            ..
        } = shown.inner;
        let response = response.response.accessible_name(self.name);
        if self.lines.are_numbered() {
            // What stands in for a text has lines of its own.
            let galley = if text.is_empty() {
                let width = response.rect.right() - 12.0 - galley_pos.x;
                let font = Type::Body.font();
                ui.painter()
                    .layout(self.hint.to_owned(), font, muted, width)
            } else {
                galley
            };
            let mut number = 1;
            let mut begins = true;
            for row in &galley.rows {
                if begins && !galley.is_empty() {
                    let at = pos2(
                        galley_pos.x - f32::from(NUMBERS),
                        galley_pos.y + row.rect().top() + 1.0,
                    );
                    let numeral =
                        ui.painter()
                            .layout_no_wrap(number.to_string(), Type::Tiny.font(), muted);
                    ui.painter().galley(at, numeral, muted);
                    number += 1;
                }
                begins = row.ends_with_newline;
            }
        }
        focus_ring(ui, &response, radius::ROW);
        // Enter takes what is typed, and the keyboard stays where it was.
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.request_focus();
        }
        response
    }

    fn edit<'t>(&self, text: &'t mut String, muted: eframe::egui::Color32) -> TextEdit<'t> {
        let edit = match self.lines {
            Lines::One => TextEdit::singleline(text),
            // Enter makes no new line there.
            Lines::Wrapped => TextEdit::multiline(text).return_key(None),
            Lines::Several(_) | Lines::Numbered(_) => TextEdit::multiline(text),
        };
        let left = if self.lines.are_numbered() {
            12 + NUMBERS
        } else {
            12
        };
        edit.id(self.id)
            .desired_rows(self.lines.at_least())
            .hint_text(Type::Body.text(self.hint, muted))
            .font(Type::Body.font())
            .desired_width(self.width)
            .min_size(vec2(0.0, space::CONTROL))
            .margin(Margin {
                left,
                right: 12,
                top: 7,
                bottom: 7,
            })
    }
}
