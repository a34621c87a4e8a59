//! Which keys do what: all of them in the settings, and those of the screen in view in front of it.

use eframe::egui::accesskit::Role;
use eframe::egui::{Id, Key, ScrollArea, Ui, vec2};

use super::spoken::has_control;
use super::theme::space;
use super::widgets::{
    Button, InFront, body, chip, command_key, part, pressed, scroll_by_keys, small_heading,
};
use crate::words::Words;

/// A screen with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The page of the day, which has what all pages have too.
    Today,
    Page,
    /// A file that came from elsewhere.
    Received,
    /// The editor of a routine.
    Editor,
    /// The exercises that can be picked for it.
    Exercises,
    /// The figures that can be picked for one.
    Figures,
    /// The card before the very first session.
    Safety,
    /// The question before a session, and the page after it.
    Pain,
    Session,
    /// A session that stands still because it hurts.
    Hurts,
}

/// What was chosen in the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Close,
    /// It is one key away here too.
    Hurts,
}

/// A key, or a few, as they stand on keyboards, with the name of the words for what they do.
type Line = (String, &'static str);

fn line(key: &str, what: &'static str) -> Line {
    (key.to_owned(), what)
}

/// Those that every screen has.
fn everywhere(words: &Words) -> [Line; 3] {
    [
        (format!("{} + − 0", command_key(words)), "keys-text-size"),
        line("↑ ↓", "keys-scroll"),
        line("F1, ?", "keys-help"),
    ]
}

/// Those that a screen has besides.
fn keys_of(words: &Words, of: Screen) -> Vec<Line> {
    let [space, enter, escape] = ["key-space", "key-enter", "key-escape"].map(|key| words.get(key));
    let page = (format!("{} 1 – 5", command_key(words)), "keys-places");
    match of {
        Screen::Today => vec![(enter, "keys-begin"), page],
        Screen::Page => vec![page],
        Screen::Received => vec![
            (enter, "keys-first-way"),
            line("T", "keys-try"),
            (escape, "keys-back"),
            page,
        ],
        Screen::Safety => vec![(enter, "keys-on"), (escape, "keys-back")],
        Screen::Editor => {
            let ctrl = command_key(words);
            vec![
                (format!("{ctrl} S"), "keys-editor-save"),
                (format!("{ctrl} Z"), "keys-editor-undo"),
                (format!("{ctrl} Y"), "keys-editor-redo"),
                line("Alt ↑ ↓", "keys-editor-move"),
                (format!("{ctrl} D"), "keys-editor-duplicate"),
                (enter, "keys-editor-fields"),
                line("F6", "keys-editor-panes"),
                (escape, "keys-editor-back"),
            ]
        }
        Screen::Exercises => vec![
            (format!("{} F", command_key(words)), "keys-editor-search"),
            (format!("{} {enter}", command_key(words)), "keys-editor-add"),
            (escape, "keys-back"),
        ],
        Screen::Figures => vec![(escape, "keys-back")],
        Screen::Pain => vec![
            line("0 – 10", "keys-pain"),
            (enter, "keys-on"),
            (escape, "keys-back"),
        ],
        Screen::Session => vec![
            line("H", "keys-hurts"),
            (space, "keys-pause"),
            line("← →", "keys-back-skip"),
            line("+", "keys-extend"),
            (enter, "keys-done"),
            line("M", "keys-sound"),
            line("V", "keys-voice"),
            line("D", "keys-dark"),
            line("W", "keys-small-window"),
            line("F11, F", "keys-full-screen"),
            (escape, "keys-end"),
            line("N, O, H", "keys-why-end"),
        ],
        Screen::Hurts => vec![line("E, S, G, Q", "keys-hurts-then")],
    }
}

/// Where the keys work that the settings list, and the screens that have them.
const PLACES: [(&str, &[Screen]); 6] = [
    ("keys-on-pages", &[Screen::Today]),
    ("keys-on-a-file", &[Screen::Received]),
    ("keys-around-a-session", &[Screen::Pain]),
    ("keys-in-a-session", &[Screen::Session, Screen::Hurts]),
    ("keys-in-the-editor", &[Screen::Editor]),
    ("keys-among-exercises", &[Screen::Exercises]),
];

/// All keys, under where they work: the same key means one thing in each place.
pub(super) fn show_all(ui: &mut Ui, words: &Words) {
    for (number, (place, screens)) in PLACES.into_iter().enumerate() {
        let keys = screens.iter().flat_map(|of| keys_of(words, *of));
        // The pages' own are told once, with what works everywhere.
        let keys = keys.filter(|(_, what)| number == 0 || *what != "keys-places");
        let mut keys: Vec<Line> = keys.collect();
        if number == 0 {
            keys.extend(everywhere(words));
        } else {
            ui.add_space(space::S);
        }
        part(ui, place, |ui| {
            small_heading(ui, &words.get(place));
            show_lines(ui, words, &keys);
        });
    }
}

/// Shows the keys of a screen in front of it, and returns what was chosen there.
pub fn show(ui: &Ui, words: &Words, of: Screen) -> Option<Answer> {
    /// For what stands above and below the keys.
    const AROUND: f32 = 140.0;
    let high = ui.ctx().content_rect().height();
    let front = InFront {
        id: Id::unique("key help"),
        role: Role::Dialog,
        title: &words.get("keys-title"),
        margin: 20,
        widest: 460.0,
    };
    let shown = front.show(ui, |ui| {
        let scroll = ScrollArea::vertical().min_scrolled_height(0.0);
        let scroll = scroll.max_height((high - AROUND).max(60.0));
        scroll.show(ui, |ui| {
            scroll_by_keys(ui);
            let keys: Vec<Line> = keys_of(words, of)
                .into_iter()
                .chain(everywhere(words))
                .collect();
            show_lines(ui, words, &keys);
        });
        ui.add_space(space::S);
        let (close, escape) = (words.get("keys-close"), words.get("key-escape"));
        let close = ui.add(Button::secondary(&close).key(&escape));
        if !has_control(ui.ctx()) {
            close.request_focus();
        }
        let closes = [Key::Escape, Key::F1, Key::Questionmark];
        let closes = closes.iter().any(|key| pressed(ui, *key));
        if of == Screen::Session && pressed(ui, Key::H) {
            return Some(Answer::Hurts);
        }
        (close.clicked() || closes).then_some(Answer::Close)
    });
    let beside = shown.is_passed.then_some(Answer::Close);
    shown.answer.or(beside)
}

/// The keys stand in a column, so that what they do begins in one line; above it where a third of
/// the room is less.
const KEYS_WIDTH: f32 = 96.0;

fn show_lines(ui: &mut Ui, words: &Words, lines: &[Line]) {
    for (keys, what) in lines {
        if ui.available_width() < KEYS_WIDTH * 3.0 {
            chip(ui, keys);
            body(ui, &words.get(what));
            continue;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let place = vec2(KEYS_WIDTH, 0.0);
            let keys = ui.allocate_ui(place, |ui| chip(ui, keys));
            ui.add_space(KEYS_WIDTH - keys.response.rect.width());
            ui.vertical(|ui| body(ui, &words.get(what)));
        });
    }
}
