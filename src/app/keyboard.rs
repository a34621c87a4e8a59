//! What was pressed, put in order before egui looks at it.
//!
//! egui names a key by the sign that it types at the moment. So a key that is let go after Shift has
//! another name than when it was pressed, and stays down for ever; and a digit that a layout has
//! above another sign is not known as one, since Shift is held with it.

use std::collections::BTreeMap;

use eframe::egui::{Event, ImeEvent, Key};

use crate::ui::widgets::digit_key;

/// The keys that are down.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// By their place, the names under which they were pressed.
    down: BTreeMap<Key, Key>,
    /// Whether a key has shown that the layout has its digits in an order of its own.
    has_own_order: bool,
}

/// The signs that the programmer's Dvorak layout types at the places of digits. It has other digits above
/// them, in an order of its own: 7 5 3 1 9 0 2 4 6.
const OWN_ORDER: [(Key, &str); 10] = [
    (Key::Num1, "&"),
    (Key::Num2, "["),
    (Key::Num3, "{"),
    (Key::Num4, "}"),
    (Key::Num5, "("),
    (Key::Num6, "="),
    (Key::Num7, "*"),
    (Key::Num8, ")"),
    (Key::Num9, "+"),
    (Key::Num0, "]"),
];
/// Those of them that French layouts have at the same places, below the digits of these places.
const FRENCH_AS_WELL: [&str; 2] = ["&", "("];
/// Stands for nothing in the whole program.
const NOTHING: Key = Key::F35;

impl Keyboard {
    /// Gives the events of one frame the names that the rest of the program goes by: a digit is what
    /// types a digit, and a key is let go under the name under which it was pressed.
    pub(super) fn put_in_order(&mut self, events: &mut [Event]) {
        for at in 0..events.len() {
            clean(&mut events[at]);
            let sign = match events.get(at + 1) {
                Some(Event::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let typed = sign.parse().ok().and_then(digit_key);
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
            self.learn(*place, &sign, typed);
            if let Some(digit) = typed {
                *key = digit;
                modifiers.shift = false;
            } else if *key == *place && self.is_no_digit(*place, &sign) {
                *key = NOTHING;
            } else if modifiers.command && is_digit_by_place(*key, *place) {
                *key = *place;
            }
            self.down.insert(*place, *key);
        }
    }
}

impl Keyboard {
    /// Notes whether the layout has its digits in an order of its own, by a key of their row. One of the
    /// block of digits has the same place as that of the row, and types its digit.
    fn learn(&mut self, place: Key, sign: &str, typed: Option<Key>) {
        let is_in_row = (Key::Num0..=Key::Num9).contains(&place);
        let is_another = is_in_row && typed.is_some_and(|digit| digit != place);
        let is_own = OWN_ORDER.contains(&(place, sign)) && !FRENCH_AS_WELL.contains(&sign);
        self.has_own_order |= is_another || is_own;
    }

    /// Whether a sign that is no digit stands at the place of one whose digit is another: on most layouts
    /// that have signs there, the digit of the place is meant.
    fn is_no_digit(&self, place: Key, sign: &str) -> bool {
        self.has_own_order && OWN_ORDER.contains(&(place, sign))
    }
}

/// Takes signs out of what is typed or pasted that are no part of a text: where a screen reader is told of a zero, as some
/// programs have at the end of what is copied from them, it is told nothing from then on.
fn clean(event: &mut Event) {
    if let Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) = event {
        text.retain(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'));
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

    #[test]
    fn signs_that_are_no_part_of_a_text_are_left_out_of_what_is_typed_and_pasted() {
        let dirty = "a\0b\u{7}\r\nc\td\u{9b}".to_owned();
        let mut events = [
            Event::Paste(dirty.clone()),
            Event::Text(dirty.clone()),
            Event::Ime(ImeEvent::Commit(dirty)),
        ];
        Keyboard::default().put_in_order(&mut events);
        let clean = "ab\nc\td".to_owned();
        assert_eq!(events[0], Event::Paste(clean.clone()));
        assert_eq!(events[1], Event::Text(clean.clone()));
        assert_eq!(events[2], Event::Ime(ImeEvent::Commit(clean)));
    }

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
    fn a_layout_with_an_order_of_its_own_has_no_digits_but_those_it_types() {
        let (none, shift) = (Modifiers::NONE, Modifiers::SHIFT);
        let mut keyboard = Keyboard::default();
        let mut press = |named: Key, place, modifiers, sign: &str| {
            let mut events = [
                key(named, place, true, modifiers),
                Event::Text(sign.to_owned()),
            ];
            keyboard.put_in_order(&mut events);
            match events[0] {
                Event::Key { key, .. } => key,
                _ => unreachable!(),
            }
        };
        // As in French, until the layout shows itself.
        assert_eq!(press(Key::Num5, Key::Num5, none, "("), Key::Num5);
        assert_eq!(press(Key::Num1, Key::Num5, shift, "1"), Key::Num1);
        assert_eq!(press(Key::Num7, Key::Num2, shift, "7"), Key::Num7);
        for (place, sign) in [
            (Key::Num5, "("),
            (Key::Num1, "&"),
            (Key::Num7, "*"),
            (Key::Num8, ")"),
        ] {
            assert_eq!(press(place, place, none, sign), NOTHING, "{sign}");
        }
        assert_eq!(press(Key::Plus, Key::Num9, none, "+"), Key::Plus);
        let mut anew = [
            key(Key::Num8, Key::Num8, true, none),
            Event::Text(")".to_owned()),
        ];
        Keyboard::default().put_in_order(&mut anew);
        assert_eq!(anew[0], key(NOTHING, Key::Num8, true, none), "at once");
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
