//! What comes before a session: the safety card, once, the question about pain, and what there is to
//! say where it is above the limit of the routine's author.

use eframe::egui::{Key, Ui};

use super::Action;
use super::column::{column, foot, has_room_for_keys};
use super::hurts::{authors_limits, when_to_get_help};
use super::theme::space;
use super::widgets::{Button, NumberPad, body, card, muted, pressed, row, small, title};
use crate::routine::Routine;
use crate::words::{Message, Words};

/// The card before the very first session.
pub fn show_safety(ui: &mut Ui, words: &Words) -> Option<Action> {
    let accept = Way {
        text: words.get("safety-accept"),
        sign: words.get("key-enter"),
        keys: &[Key::Enter],
        action: Action::AcceptSafety,
    };
    column(ui, |ui| {
        title(ui, &words.get("safety-title"));
        ui.add_space(space::S);
        card(ui, |ui| super::learn::show_safety_lines(ui, words));
    });
    two_ways(ui, [accept, not_now(words)])
}

/// The question about pain. A key answers it, and one leaves it unanswered.
pub fn show_pain(ui: &mut Ui, words: &Words, routine: &str) -> Option<Action> {
    let skip = Way {
        text: words.get("pain-skip"),
        sign: words.get("key-enter"),
        keys: &[Key::Enter],
        action: Action::PainBefore(None),
    };
    let pain = column(ui, |ui| {
        muted(ui, routine);
        title(ui, &words.get("pain-before-title"));
        ui.add_space(space::XS);
        let pad = NumberPad {
            name: &words.get("pain-name"),
            chosen: None,
        };
        let pain = pad.show(ui);
        small(ui, &words.get("pain-scale"));
        ui.add_space(space::S);
        small(ui, &words.get("pain-why"));
        pain
    });
    let action = two_ways(ui, [skip, not_now(words)]);
    action.or(pain.map(|pain| Action::PainBefore(Some(pain))))
}

/// What there is to say about pain above the limit that the routine's author has set. Whether to
/// begin is for the person to decide; no slip of a finger does.
pub fn show_too_much(ui: &mut Ui, words: &Words, routine: &Routine, pain: u8) -> Option<Action> {
    let rest = Way {
        text: words.get("too-much-rest"),
        sign: words.get("key-enter"),
        keys: &[Key::Enter, Key::Escape],
        action: Action::Cancel,
    };
    let start = Way {
        text: words.get("too-much-start"),
        sign: "S".to_owned(),
        keys: &[Key::S],
        action: Action::StartAnyway,
    };
    column(ui, |ui| {
        muted(ui, &routine.title);
        title(ui, &words.get("too-much-title"));
        let told = Message::new("too-much-pain").with("pain", pain);
        body(ui, &words.message(&told));
        authors_limits(ui, words, routine);
        body(ui, &words.get("too-much-advice"));
        ui.add_space(space::S);
        when_to_get_help(ui, words);
    });
    two_ways(ui, [rest, start])
}

/// A way on from a question.
struct Way<'a> {
    text: String,
    /// The first of its keys, as it is shown.
    sign: String,
    keys: &'a [Key],
    action: Action,
}

fn not_now(words: &Words) -> Way<'static> {
    Way {
        text: words.get("before-cancel"),
        sign: words.get("key-escape"),
        keys: &[Key::Escape],
        action: Action::Cancel,
    }
}

/// The two ways on, the one that is meant first; always in view.
fn two_ways(ui: &mut Ui, [first, second]: [Way; 2]) -> Option<Action> {
    let keys = has_room_for_keys(ui);
    let show = |ui: &mut Ui, way: Way, button: Button| {
        let button = if keys { button.key(&way.sign) } else { button };
        let clicked = ui.add(button).clicked();
        let by_key = way.keys.iter().any(|key| pressed(ui, *key));
        (clicked || by_key).then_some(way.action)
    };
    foot(ui, |ui| {
        row(ui, |ui| {
            let (one, other) = (first.text.clone(), second.text.clone());
            let first = show(ui, first, Button::primary(&one));
            let second = show(ui, second, Button::secondary(&other));
            first.or(second)
        })
        .inner
    })
}
