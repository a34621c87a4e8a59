//! The question whether to end a session before its end.

use eframe::egui::accesskit::Role;
use eframe::egui::{Id, Key, Ui};

use crate::session::StopReason;
use crate::ui::spoken::{announce, has_control};
use crate::ui::theme::space;
use crate::ui::widgets::{Button, InFront, body, pressed, row};
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
    let is_narrow = ui.ctx().content_rect().width() < NARROW;
    let front = InFront {
        id: Id::unique("ending"),
        role: Role::AlertDialog,
        title: &words.get("player-end-title"),
        margin: if is_narrow { 12 } else { 20 },
        widest: 500.0,
    };
    let shown = front.show(ui, |ui| {
        let text = words.get(if is_recorded {
            "player-end-text"
        } else {
            "player-end-text-unrecorded"
        });
        let response = body(ui, &text);
        let asked = Message::new("player-end-asked").with("text", text);
        announce(ui, &response, &words.message(&asked));
        ui.add_space(if is_narrow { space::XS } else { space::M });
        buttons(ui, words, is_narrow, is_recorded)
    });
    shown.answer
}

/// Two beside one another where there is room. Why it ends is asked for the record alone.
fn buttons(ui: &mut Ui, words: &Words, is_narrow: bool, is_recorded: bool) -> Option<Answer> {
    let escape = words.get("key-escape");
    let keep_going = (
        "player-end-keep-going",
        escape.as_str(),
        Key::Escape,
        Answer::KeepGoing,
    );
    let end = Answer::End(StopReason::Other);
    let hurts = ("player-it-hurts", "H", Key::H, Answer::Hurts);
    let unrecorded = [keep_going, ("player-end-now", "E", Key::E, end), hurts];
    let recorded = [
        keep_going,
        (
            "player-end-no-time",
            "N",
            Key::N,
            Answer::End(StopReason::NoTime),
        ),
        ("player-end-other", "O", Key::O, end),
        hurts,
    ];
    let answers = if is_recorded {
        &recorded[..]
    } else {
        &unrecorded
    };
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
