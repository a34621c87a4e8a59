//! The keys that work wherever the keyboard is: shortcuts, digits and scrolling.

use eframe::egui::{Event, Id, Key, Modifiers, Pos2, Ui, vec2};

use crate::ui::spoken::has_control;
use crate::words::Words;

/// Whether `key` was pressed as a shortcut of the layer that `ui` is on. Not while a text field has the keyboard,
/// unless it is a key that types nothing, nor, for the keys that work or move between controls, while any control has
/// it.
pub fn pressed(ui: &Ui, key: Key) -> bool {
    let ctx = ui.ctx();
    let of_controls = matches!(
        key,
        Key::Space | Key::Enter | Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown
    );
    let is_in_front = ctx.memory(|memory| memory.allows_interaction(ui.layer_id()));
    let free = is_in_front && !(of_controls && has_control(ctx));
    let types = ctx.text_edit_focused() && key != Key::F1;
    free && !types && ctx.input_mut(|input| take(&mut input.events, key))
}

/// The digits that were pressed for the layer that `ui` is on, in order. A key of the row of digits
/// that types no digit counts by its place, where the digit is written on it too.
pub fn digits_pressed(ui: &Ui) -> Vec<u8> {
    let ctx = ui.ctx();
    if ctx.text_edit_focused() || !ctx.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return Vec::new();
    }
    let mut digits = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat,
                modifiers: Modifiers::NONE,
            } = *event
            else {
                return true;
            };
            let place = physical_key.filter(|_| !moves(key)).and_then(digit_of);
            let digit = digit_of(key).or(place);
            digits.extend(digit.filter(|_| !repeat));
            digit.is_none()
        });
    });
    digits
}

/// The key that makes a shortcut of another, as it stands on keyboards of this system.
pub fn command_key(words: &Words) -> String {
    words.get(if cfg!(target_os = "macos") {
        "key-command"
    } else {
        "key-control"
    })
}

const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The key of a digit from 0 to 9.
pub fn digit_key(digit: usize) -> Option<Key> {
    DIGITS.get(digit).copied()
}

fn digit_of(key: Key) -> Option<u8> {
    (0..)
        .zip(DIGITS)
        .find(|(_, of)| *of == key)
        .map(|(digit, _)| digit)
}

/// What the block of digits stands for while Num Lock is off.
fn moves(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Insert
            | Key::Delete
    )
}

/// Scrolls the part that `ui` is the content of by the keys for pages and, while no control has the
/// keyboard, by the arrows. Called before anything is drawn there.
pub fn scroll_by_keys(ui: &Ui) {
    const LINE: f32 = 48.0;
    /// Farther than any page is long.
    const ALL: f32 = 1e6;
    let ctx = ui.ctx();
    ui.data_mut(|data| data.insert_temp(content_start_id(), ui.cursor().min));
    let is_focused = has_control(ctx);
    if ctx.text_edit_focused() || !ctx.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    // Some of what was there stays in view.
    let page = 0.85 * ui.clip_rect().height();
    for (key, down, of_controls) in [
        (Key::PageDown, page, false),
        (Key::PageUp, -page, false),
        (Key::End, ALL, false),
        (Key::Home, -ALL, false),
        (Key::ArrowDown, LINE, true),
        (Key::ArrowUp, -LINE, true),
    ] {
        let is_pressed = ctx.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        if is_pressed && !(of_controls && is_focused) {
            ui.scroll_with_delta(vec2(0.0, -down));
        }
    }
}

/// Where the content that is scrolled begins, as it is scrolled now: far above the window at the end of a
/// long page.
pub(super) fn content_start(ui: &Ui) -> Pos2 {
    let start = ui.data(|data| data.get_temp(content_start_id()));
    start.unwrap_or_default()
}

fn content_start_id() -> Id {
    Id::unique("content start")
}

/// Takes out what was pressed of `key` alone, and returns whether there was any. A key that is held
/// down counts once: nobody means to pause and go on in turn.
fn take(events: &mut Vec<Event>, key: Key) -> bool {
    let mut anew = false;
    events.retain(|event| match *event {
        Event::Key {
            key: other,
            pressed: true,
            repeat,
            modifiers,
            ..
        } if other == key && is_plain(key, modifiers) => {
            anew |= !repeat;
            false
        }
        _ => true,
    });
    anew
}

/// Whether a key was pressed by itself. With Shift a digit is another sign, and no answer; a letter
/// stays the same, and a plus or a question mark is one only with it on many keyboards.
fn is_plain(key: Key, modifiers: Modifiers) -> bool {
    let is_letter = (Key::A..=Key::Z).contains(&key);
    modifiers.is_none()
        || (is_letter || matches!(key, Key::Plus | Key::Questionmark)) && modifiers.shift_only()
}
