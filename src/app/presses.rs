//! What a screen reader presses while a field has the keyboard.

use std::mem;

use eframe::egui::accesskit::Action;
use eframe::egui::{Context, Event, Memory, TextEdit};

use crate::ui::redraw;

/// Has the field left first, and what was pressed pressed with the next drawing, as with the pointer: what stands in a
/// field is chosen by leaving it, and a screen reader takes no keyboard along.
#[derive(Default)]
pub(super) struct Presses {
    held: Vec<Event>,
}

impl Presses {
    /// Before anything is drawn.
    pub(super) fn put_in_order(&mut self, ctx: &Context) {
        let pressed = mem::take(&mut self.held);
        let focused = ctx.memory(Memory::focused);
        if let Some(field) = focused.filter(|id| TextEdit::load_state(ctx, *id).is_some()) {
            let is_of_another = |event: &mut Event| {
                matches!(event, Event::AccessKitActionRequest(request)
                    if request.action == Action::Click && request.target_node != field.accesskit_id())
            };
            let held = ctx.input_mut(|input| {
                let held = input.events.extract_if(.., is_of_another);
                held.collect()
            });
            self.held = held;
            if !self.held.is_empty() {
                ctx.memory_mut(|memory| memory.surrender_focus(field));
                redraw(ctx);
            }
        }
        ctx.input_mut(|input| drop(input.events.splice(0..0, pressed)));
    }
}
