//! A file that can't be used: what to do about it, and below that what is wrong.

use eframe::egui::Ui;

use super::{Action, Draft, Received};
use crate::library::Notice;
use crate::routine::Diagnostic;
use crate::ui::Outside;
use crate::ui::routines::show_errors;
use crate::ui::spoken::announce;
use crate::ui::theme::space;
use crate::ui::widgets::{Button, Icon, body, card, muted, row, small, title};
use crate::words::{Message, Words};

pub(super) fn show(
    ui: &mut Ui,
    words: &Words,
    received: &Received,
    draft: &mut Draft,
) -> Option<Action> {
    let entry = &received.weighed.entry;
    muted(ui, &received.file());
    // What is no routine at all says itself what to do: nobody else can mend a photo.
    if let Some(why) = entry.notices.iter().find_map(unread) {
        title(ui, &words.get("receive-none"));
        body(ui, &words.message(why));
        return None;
    }
    title(ui, &words.get("receive-broken"));
    body(ui, &words.get("receive-broken-advice"));
    ui.add_space(space::S);
    let mut action = None;
    row(ui, |ui| {
        let copy = words.get("receive-copy");
        if ui.add(Button::secondary(&copy).icon(Icon::Copy)).clicked() {
            draft.has_copied = true;
            action = Some(Action::Outside(Outside::Copy(report(words, received))));
        }
        let fold = words.get(if draft.shows_mistakes {
            "receive-mistakes-hide"
        } else {
            "receive-mistakes-show"
        });
        let (icon, shows) = if draft.shows_mistakes {
            (Icon::Up, false)
        } else {
            (Icon::Down, true)
        };
        if ui.add(Button::quiet(&fold).icon(icon)).clicked() {
            draft.shows_mistakes = shows;
        }
    });
    if draft.has_copied {
        let copied = words.get("receive-copied");
        let shown = small(ui, &copied);
        announce(ui, &shown, &copied);
    }
    if draft.shows_mistakes {
        ui.add_space(space::S);
        card(ui, |ui| show_errors(ui, words, entry));
    }
    action
}

fn unread(notice: &Notice) -> Option<&Message> {
    match notice {
        Notice::Unread(why) => Some(why),
        _ => None,
    }
}

/// What whoever sent the file needs in order to mend it.
fn report(words: &Words, received: &Received) -> String {
    let entry = &received.weighed.entry;
    let file = received.file();
    let head = Message::new("receive-report")
        .with("file", file.as_str())
        .with("version", env!("CARGO_PKG_VERSION"));
    let mut lines = vec![words.message(&head), String::new()];
    let notices = entry.notices.iter().map(Notice::message);
    lines.extend(notices.map(|notice| words.message(&notice)));
    for diagnostic in entry.diagnostics.iter().filter(|it| it.is_error()) {
        lines.extend(told(words, &file, diagnostic));
    }
    if entry.more > 0 {
        let more = Message::new("mistakes-more").with("more", entry.more);
        lines.push(words.message(&more));
    }
    lines.join("\n")
}

/// A mistake with its line and its fix.
fn told(words: &Words, file: &str, diagnostic: &Diagnostic) -> Vec<String> {
    let mistake = Message::new("mistake")
        .with("file", file)
        .with("line", diagnostic.place.line)
        .with("what", diagnostic.mistake.message());
    let mut lines = vec![words.message(&mistake)];
    let excerpt = diagnostic.place.excerpt.trim();
    if !excerpt.is_empty() {
        lines.push(format!("    {excerpt}"));
    }
    let help = diagnostic.mistake.help();
    lines.extend(help.map(|help| words.message(&help)));
    lines
}
