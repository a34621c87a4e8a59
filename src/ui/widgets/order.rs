//! Things that are put in another order, by dragging them and by keys.

use eframe::egui::{FocusDirection, Key, Modifiers, Rect, Response, Stroke, Ui};

use crate::ui::theme::palette;

/// How the things follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    Down,
    Right,
}

/// The index of what was dragged and let go, and the one that it has then. Each thing is given with
/// what it is dragged by. While it is dragged, a line shows where it would come.
pub fn dropped(ui: &Ui, things: &[(Response, Rect)], along: Along) -> Option<(usize, usize)> {
    let (from, grip) = things.iter().enumerate().find_map(|(index, (grip, _))| {
        (grip.dragged() || grip.drag_stopped()).then_some((index, grip))
    })?;
    let at = grip.interact_pointer_pos()?;
    let is_before = |rect: &Rect| match along {
        Along::Down => rect.center().y < at.y,
        Along::Right => rect.center().x < at.x,
    };
    let others = things
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != from);
    let to = others.filter(|(_, (_, rect))| is_before(rect)).count();
    if grip.drag_stopped() {
        return (to != from).then_some((from, to));
    }
    if to != from {
        show_place(ui, things[to].1, to > from, along);
    }
    None
}

/// A line before or after the thing that makes room.
fn show_place(ui: &Ui, thing: Rect, is_after: bool, along: Along) {
    let stroke = Stroke::new(3.0, palette(ui).teal_ink);
    let painter = ui.painter();
    match (along, is_after) {
        (Along::Down, true) => painter.hline(thing.x_range(), thing.bottom() + 1.5, stroke),
        (Along::Down, false) => painter.hline(thing.x_range(), thing.top() - 1.5, stroke),
        (Along::Right, true) => painter.vline(thing.right() + 3.0, thing.y_range(), stroke),
        (Along::Right, false) => painter.vline(thing.left() - 3.0, thing.y_range(), stroke),
    };
}

/// The index that the thing at `index` of `count` has after the keys that move it were pressed, while
/// `response`, which is of it, has the keyboard.
pub fn moved_by_keys(
    ui: &Ui,
    response: &Response,
    index: usize,
    count: usize,
    along: Along,
) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let (back, on) = match along {
        Along::Down => (Key::ArrowUp, Key::ArrowDown),
        Along::Right => (Key::ArrowLeft, Key::ArrowRight),
    };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let (goes_back, goes_on) = (pressed(back), pressed(on));
    if goes_back || goes_on {
        // The arrows would lead to another control too.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    match (goes_back, goes_on) {
        (true, _) => index.checked_sub(1),
        (_, true) => Some(index + 1).filter(|to| *to < count),
        _ => None,
    }
}
