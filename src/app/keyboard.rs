//! What was pressed, put in order before egui looks at it.
//!
//! egui names a key by the sign that it types at the moment. So a key that is let go after Shift has
//! another name than when it was pressed, and stays down for ever; and a digit that a layout has
//! above another sign is not known as one, since Shift is held with it.

use std::collections::BTreeMap;

use eframe::egui::{Event, Key};

use crate::ui::widgets::digit_key;

/// The keys that are down.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// By their place, the names under which they were pressed.
    down: BTreeMap<Key, Key>,
}

impl Keyboard {
    /// Gives the events of one frame the names that the rest of the program goes by: a digit is what
    /// types a digit, and a key is let go under the name under which it was pressed.
    pub(super) fn put_in_order(&mut self, events: &mut [Event]) {
        for at in 0..events.len() {
            let typed = match events.get(at + 1) {
                Some(Event::Text(text)) => text.parse().ok().and_then(digit_key),
                _ => None,
            };
            let Event::Key {
                key,
                physical_key: Some(place),
                pressed,
                modifiers,
                ..
            } = &mut events[at]
            else {
                continue;
            };
            if !*pressed {
                if let Some(name) = self.down.remove(place) {
                    *key = name;
                }
                continue;
            }
            if let Some(digit) = typed {
                *key = digit;
                modifiers.shift = false;
            } else if modifiers.command && is_digit_by_place(*key, *place) {
                *key = *place;
            }
            self.down.insert(*place, *key);
        }
    }
}

/// Whether a key of the row of digits is meant by its place when it is held with Ctrl, which types
/// nothing. A plus or a minus there is meant by its sign.
fn is_digit_by_place(key: Key, place: Key) -> bool {
    let has_sign = matches!(key, Key::Plus | Key::Minus | Key::Equals);
    (Key::Num0..=Key::Num9).contains(&place) && !has_sign
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, Modifiers, RawInput};

    use super::*;

    fn key(key: Key, place: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: Some(place),
            pressed,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn a_digit_is_what_the_keyboard_types() {
        let (none, shift) = (Modifiers::NONE, Modifiers::SHIFT);
        for (name, event, typed, wanted) in [
            ("4", (Key::Num4, Key::Num4, none), "4", (Key::Num4, none)),
            (
                "French 4",
                (Key::Num4, Key::Num4, shift),
                "4",
                (Key::Num4, none),
            ),
            (
                "Czech 1",
                (Key::Num1, Key::Num1, shift),
                "1",
                (Key::Num1, none),
            ),
            (
                "Czech +",
                (Key::Plus, Key::Num1, none),
                "+",
                (Key::Plus, none),
            ),
            ("$", (Key::Num4, Key::Num4, shift), "$", (Key::Num4, shift)),
            (
                "French é",
                (Key::Num2, Key::Num2, none),
                "é",
                (Key::Num2, none),
            ),
        ] {
            let (pressed, place, modifiers) = event;
            let mut events = [
                key(pressed, place, true, modifiers),
                Event::Text(typed.to_owned()),
            ];
            Keyboard::default().put_in_order(&mut events);
            let (as_key, with) = wanted;
            assert_eq!(events[0], key(as_key, place, true, with), "{name}");
        }
    }

    #[test]
    fn with_ctrl_a_digit_is_known_by_its_place_and_a_plus_by_its_sign() {
        for (pressed, place, wanted) in [
            (Key::Quote, Key::Num4, Key::Num4),
            (Key::Num2, Key::Num2, Key::Num2),
            (Key::Plus, Key::Num1, Key::Plus),
            (Key::Minus, Key::Num6, Key::Minus),
            (Key::C, Key::C, Key::C),
        ] {
            let mut events = [key(pressed, place, true, Modifiers::COMMAND)];
            Keyboard::default().put_in_order(&mut events);
            assert_eq!(events[0], key(wanted, place, true, Modifiers::COMMAND));
        }
    }

    #[test]
    fn a_plus_works_each_time_though_shift_is_let_go_first() {
        let ctx = Context::default();
        let mut keyboard = Keyboard::default();
        for _ in 0..3 {
            let mut events = vec![
                key(Key::Plus, Key::Equals, true, Modifiers::SHIFT),
                Event::Text("+".to_owned()),
            ];
            keyboard.put_in_order(&mut events);
            let mut output = ctx.run_ui(
                RawInput {
                    events,
                    ..RawInput::default()
                },
                |ui| {
                    let anew = |event: &Event| matches!(event, Event::Key { repeat: false, .. });
                    assert!(ui.input(|input| input.events.iter().any(anew)));
                },
            );
            output.textures_delta.clear();
            let mut events = vec![key(Key::Equals, Key::Equals, false, Modifiers::NONE)];
            keyboard.put_in_order(&mut events);
            let mut output = ctx.run_ui(
                RawInput {
                    events,
                    ..RawInput::default()
                },
                |ui| {
                    assert!(!ui.input(|input| input.key_down(Key::Plus)));
                },
            );
            output.textures_delta.clear();
        }
    }
}
