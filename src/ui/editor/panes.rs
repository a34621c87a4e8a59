//! The keyboard on its way between the list of parts, the fields of one, and what the patient will see.

use eframe::egui::{Key, Memory, Modifiers, Rect, Ui};

use super::filling::Form;
use super::{Draft, Page, field, layout};
use crate::editing::{Field, Part};
use crate::ui::spoken;

/// Where each pane was drawn last, beside the others; `None` of one that was not.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Panes {
    /// The one that had the keyboard then: egui takes it away at the Escape key before anything is drawn.
    pub(super) had_keyboard: Option<Page>,
    pub(super) list: Option<Rect>,
    pub(super) fields: Option<Rect>,
    pub(super) seen: Option<Rect>,
}

/// The pane that is to get the keyboard with the next drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComesTo {
    /// The list, on the part that is chosen.
    List,
    /// The fields: of an exercise, the first of its dose.
    Fields,
    Seen,
}

/// What an exercise's dose begins with: the first of these that says something of its kind.
const DOSE: [&str; 4] = ["hold", "time", "pace", "reps"];

/// F6 goes on to the next pane, with Shift to the one before, and Escape from the fields back to the list.
pub(super) fn by_keys(ui: &Ui, draft: &mut Draft) {
    if !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let order = [Page::Parts, Page::Fields, Page::Seen];
    let had = draft.panes.had_keyboard;
    let now = order.iter().position(|page| Some(*page) == had);
    let to = if pressed(Modifiers::SHIFT, Key::F6) {
        now.map_or(2, |now| (now + 2) % 3)
    } else if pressed(Modifiers::NONE, Key::F6) {
        now.map_or(0, |now| (now + 1) % 3)
    } else if had == Some(Page::Fields) && pressed(Modifiers::NONE, Key::Escape) {
        0
    } else {
        return;
    };
    draft.page = order[to];
    draft.pane = Some([ComesTo::List, ComesTo::Fields, ComesTo::Seen][to]);
}

/// Notes which pane has the keyboard once all is drawn.
pub(super) fn note(ui: &Ui, draft: &mut Draft) {
    // To ask where a control is takes the keyboard from it while another is pressed.
    let is_pressed = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_click());
    if !is_pressed {
        draft.panes.had_keyboard = spoken::has_control(ui.ctx())
            .then(|| place(ui, draft))
            .flatten();
    }
}

/// The pane that has the keyboard: by its place beside the others, or as the one that is in view alone.
fn place(ui: &Ui, draft: &Draft) -> Option<Page> {
    let Panes {
        list, fields, seen, ..
    } = draft.panes;
    let Some(top) = list.map(|list| list.top()) else {
        return Some(draft.page);
    };
    let focused = ui.memory(Memory::focused)?;
    let at = ui.ctx().read_response(focused)?.rect.center();
    let panes = [
        (list, Page::Parts),
        (fields, Page::Fields),
        (seen, Page::Seen),
    ];
    // Above them are the buttons for all of it. A control that is scrolled out of view may be below its pane.
    let has = |pane: &Rect| at.y >= top && pane.x_range().contains(at.x);
    let mut of_it = panes
        .iter()
        .filter(|(pane, _)| pane.as_ref().is_some_and(has));
    of_it.next().map(|(_, page)| *page)
}

/// Whether a pane is to get the keyboard now.
pub(super) fn comes_to(draft: &mut Draft, pane: ComesTo) -> bool {
    let comes = draft.pane == Some(pane);
    if comes {
        draft.pane = None;
    }
    comes
}

/// The field that the keyboard comes to in the fields of a part.
pub(super) fn first_field(form: &Form<'_>, part: &Part) -> Option<Field> {
    if part.exercise_index().is_none() {
        return layout::first_of(part);
    }
    let mut dose = DOSE.map(|key| part.field(key)).into_iter();
    let of_dose = dose.find(|field| field::is_of_use(form, field));
    of_dose.or_else(|| layout::first_of(part))
}
