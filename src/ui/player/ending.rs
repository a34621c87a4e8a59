//! The question whether to end a session before its end.

use eframe::egui::accesskit::Role;
use eframe::egui::{Frame, Id, Key, Margin, Modal, Stroke, Ui};

use crate::session::StopReason;
use crate::ui::spoken::{announce, has_control, leave};
use crate::ui::theme::{palette, radius, space};
use crate::ui::widgets::{Button, body, pressed, row, section};
use crate::words::{Message, Words};

/// A narrower window has no room for keys, and little for what surrounds the question.
const NARROW: f32 = 340.0;
/// From so many points on the answers stand two beside one another.
const TWO_COLUMNS: f32 = 480.0;

/// The question while it is asked. Time stands still meanwhile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ending {
    /// Whether the session ran when it was asked, and so runs again if it is to go on.
    pub(super) resume: bool,
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    End(StopReason),
    KeepGoing,
    /// It hurts, and the author has set what comes then.
    Hurts,
}

/// Asks in front of everything else, and returns the answer once there is one.
pub(super) fn ask(ui: &Ui, words: &Words, is_recorded: bool) -> Option<Answer> {
    let palette = palette(ui);
    let window = ui.ctx().content_rect().width();
    let is_narrow = window < NARROW;
    let margin: i8 = if is_narrow { 12 } else { 20 };
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(palette.edge, palette.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(margin));
    let width = (window - 3.0 * f32::from(margin)).min(500.0);
    let id = Id::unique("ending");
    let area = Modal::default_area(id)
        .role(Role::AlertDialog)
        .accessible_name(words.get("player-end-title"));
    let dialog = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(palette.veil)
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            section(ui, &words.get("player-end-title"));
            let text = words.get(if is_recorded {
                "player-end-text"
            } else {
                "player-end-text-unrecorded"
            });
            let response = body(ui, &text);
            let asked = Message::new("player-end-asked").with("text", text);
            announce(ui, &response, &words.message(&asked));
            ui.add_space(if is_narrow { space::XS } else { space::M });
            buttons(ui, words, is_narrow)
        });
    leave(ui.ctx());
    if dialog.inner.is_some() {
        // The session behind it can be worked again only after the next drawing.
        ui.ctx().request_repaint();
    }
    dialog.inner
}

/// Two beside one another where there is room.
fn buttons(ui: &mut Ui, words: &Words, is_narrow: bool) -> Option<Answer> {
    let escape = words.get("key-escape");
    let answers = [
        (
            "player-end-keep-going",
            escape.as_str(),
            Key::Escape,
            Answer::KeepGoing,
        ),
        (
            "player-end-no-time",
            "N",
            Key::N,
            Answer::End(StopReason::NoTime),
        ),
        (
            "player-end-other",
            "O",
            Key::O,
            Answer::End(StopReason::Other),
        ),
        ("player-it-hurts", "H", Key::H, Answer::Hurts),
    ];
    let room = ui.available_width();
    let (columns, width) = if room < TWO_COLUMNS {
        (answers.len(), 0.0)
    } else {
        (2, (room - space::S) / 2.0)
    };
    let mut answer = None;
    for line in answers.chunks(columns) {
        row(ui, |ui| {
            for &(text, key_name, key, means) in line {
                let text = words.get(text);
                let button = match means {
                    Answer::KeepGoing => Button::primary(&text),
                    Answer::End(_) => Button::secondary(&text),
                    Answer::Hurts => Button::danger(&text),
                };
                let response = ui.add(if is_narrow {
                    button.tight().hidden_key(key_name)
                } else {
                    button.key(key_name).min_width(width)
                });
                // What is asked takes the keyboard, and the answer that loses nothing comes first.
                if means == Answer::KeepGoing && !has_control(ui.ctx()) {
                    response.request_focus();
                }
                if response.clicked() || pressed(ui, key) {
                    answer = Some(means);
                }
            }
        });
    }
    answer
}
