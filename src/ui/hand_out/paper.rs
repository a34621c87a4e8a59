//! The sheets as they will be on paper, and the choice of what they are printed on.

use eframe::egui::Ui;

use super::{Sheets, sheet};
use crate::document::{Paper, Sheet};
use crate::ui::widgets::{choice, muted, notice, small, strong, toggle_row};
use crate::words::{Message, Words};

/// The sheet that was chosen, if it is another.
pub(in crate::ui) fn choose(ui: &mut Ui, words: &Words, sheet: Sheet) -> Option<Sheet> {
    let mut chosen = sheet;
    let papers = [
        (Paper::A4, "hand-out-a4"),
        (Paper::Letter, "hand-out-letter"),
    ];
    let papers = papers.map(|(paper, id)| (paper, words.get(id)));
    let name = words.get("hand-out-paper");
    strong(ui, &name);
    if let Some(paper) = choice(ui, &name, sheet.paper, &papers) {
        chosen.paper = paper;
    }
    let large = words.get("hand-out-large");
    toggle_row(ui, &mut chosen.large_print, &large, None);
    (chosen != sheet).then_some(chosen)
}

/// The sheets with what they are, `None` while they are laid out; or why there are none.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    words: &Words,
    sheets: Option<Result<&Sheets, &Message>>,
    what: &'static str,
) {
    match sheets {
        None => {
            muted(ui, &words.get("hand-out-laying"));
        }
        Some(Err(why)) => {
            notice(ui, &words.message(why));
        }
        Some(Ok(sheets)) => {
            small(ui, &words.get(what));
            sheet::show(ui, words, sheets);
        }
    }
}
