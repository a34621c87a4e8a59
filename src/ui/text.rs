//! Text measured before it is painted, for what is laid out by hand.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::text::PlacedRow;
use eframe::egui::text::{ByteIndex, LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Rect, Response, Sense, TextFormat, Ui, WidgetInfo};

use super::theme::{Type, bold};
pub(super) use crate::text::capital;

/// `text` on one line, ended by an ellipsis where it would be wider than `width`. Takes the colour
/// it is painted with.
pub(super) fn one_line(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    lines(ui, text, font, width, 1)
}

/// `text` on at most `most` lines of `width`, the last ended by an ellipsis where there is more.
pub(super) fn lines(ui: &Ui, text: &str, font: FontId, width: f32, most: usize) -> Arc<Galley> {
    let format = TextFormat::simple(font, Color32::PLACEHOLDER);
    let mut job = LayoutJob::single_section(tied(text), format);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: most,
        break_anywhere: most == 1,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// With each number and what it counts on one line.
fn tied(text: &str) -> String {
    let mut before = ' ';
    let letters = text.chars().map(|letter| {
        let is_tied = letter == ' ' && before.is_ascii_digit();
        before = letter;
        if is_tied { '\u{a0}' } else { letter }
    });
    letters.collect()
}

/// A text whose first line leaves room for a sign before it. egui lays out a word that is longer than a line
/// too far to the left where words stand before it; such a word begins a paragraph of its own here.
pub(super) fn indented(ui: &Ui, mut job: LayoutJob) -> Arc<Galley> {
    let galley = ui.painter().layout_job(job.clone());
    let begins_left = |row: &PlacedRow| row.glyphs.first().is_some_and(|glyph| glyph.pos.x < 0.0);
    let Some(row) = galley.rows.iter().position(begins_left) else {
        return galley;
    };
    let before = galley.rows.iter().take(row);
    let letters: usize = before.map(|row| row.char_count_including_newline().0).sum();
    let at = job.text.char_indices().nth(letters);
    let at = at.map_or(job.text.len(), |(at, _)| at);
    job.text.insert(at, '\n');
    for section in &mut job.sections {
        let range = &mut section.byte_range;
        range.end += usize::from(range.end >= ByteIndex(at));
        range.start += usize::from(range.start >= ByteIndex(at));
    }
    ui.painter().layout_job(job)
}

/// `text` on one line with the numbers in it in bold, ended by an ellipsis where it would be wider than `width`.
pub(super) fn with_bold_numbers(ui: &Ui, text: &str, kind: Type, width: f32) -> Arc<Galley> {
    let regular = kind.font();
    let strong = FontId::new(regular.size, bold());
    let mut job = LayoutJob::default();
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_number = is_digit(first);
        let end = rest.find(|letter| is_digit(letter) != is_number);
        let (part, more) = rest.split_at(end.unwrap_or(rest.len()));
        let font = if is_number { &strong } else { &regular };
        let format = TextFormat::simple(font.clone(), Color32::PLACEHOLDER);
        job.append(part, 0.0, format);
        rest = more;
    }
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: 1,
        break_anywhere: true,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// `text` on one line, in smaller type where it would be wider than `width`.
pub(super) fn shrunk(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    let lay_out = |font| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
    };
    let galley = lay_out(font.clone());
    if galley.size().x <= width {
        return galley;
    }
    let size = font.size * width / galley.size().x;
    lay_out(FontId::new(size.floor().max(1.0), font.family))
}

/// Tells screen readers of text that is painted into `rect` rather than added as a widget. `salt`
/// is its name among its neighbours.
pub(super) fn said(ui: &Ui, rect: Rect, salt: &str, role: Role, text: &str) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    response
}
