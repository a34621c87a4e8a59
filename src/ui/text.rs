//! Text measured before it is painted, for what is laid out by hand.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Rect, Response, Sense, TextFormat, Ui, WidgetInfo};

/// Begun with a capital letter, since it stands by itself.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// `text` on one line, ended by an ellipsis where it would be wider than `width`. Takes the colour
/// it is painted with.
pub(super) fn one_line(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    lines(ui, text, font, width, 1)
}

/// `text` on at most `most` lines of `width`, the last ended by an ellipsis where there is more.
pub(super) fn lines(ui: &Ui, text: &str, font: FontId, width: f32, most: usize) -> Arc<Galley> {
    let format = TextFormat::simple(font, Color32::PLACEHOLDER);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: most,
        break_anywhere: most == 1,
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
