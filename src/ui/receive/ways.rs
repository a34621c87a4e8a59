//! The ways on from the page of a file: to add it, to try it, and to leave it.

use std::path::Path;

use eframe::egui::{Align, Key, Layout, Ui};

use super::{ReceiveAction, View};
use crate::library::{Consent, Doubt, Standing};
use crate::routine::Routine;
use crate::ui::before_session::BeforeAction;
use crate::ui::way::{self, Way};
use crate::ui::widgets::{sides, small};
use crate::ui::{Action, Place};
use crate::words::{Message, Words};

/// From so many points on the hint stands beside the ways.
const WIDE: f32 = 760.0;

pub(super) fn has_room_for_hint(ui: &Ui) -> bool {
    ui.available_width() >= WIDE
}

/// Shows the ways, and what comes of them where there is room.
pub(super) fn show(ui: &mut Ui, words: &Words, view: &View, ways: Vec<Way<'_>>) -> Option<Action> {
    if !has_room_for_hint(ui) {
        return way::show(ui, ways);
    }
    let mut chosen = None;
    sides(
        ui,
        0.0,
        |ui| chosen = way::show(ui, ways),
        |ui| {
            ui.with_layout(Layout::top_down(Align::Max), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for line in hint(words, view) {
                    small(ui, &line);
                }
            });
        },
    );
    chosen
}

/// What comes of the ways, a line each.
pub(super) fn hint(words: &Words, view: &View) -> Vec<String> {
    let sent = words.get("receive-hint-sent");
    let tried = words.get("receive-hint-try");
    match &view.received.weighed.standing {
        Standing::Update(there) => {
            let routine = view.received.routine();
            let is_same_text = routine.is_some_and(|it| it.sha256 == there.sha256);
            // A picture that was missing takes nothing's place.
            if is_same_text {
                return vec![sent];
            }
            let kept = Message::new("receive-hint-kept").with("revision", there.revision);
            vec![words.message(&kept), sent]
        }
        Standing::Asks(Doubt::Older, there) => {
            // What is meant here is to keep the one that is there.
            let kept = Message::new("receive-hint-kept-older").with("revision", there.revision);
            vec![words.message(&kept), sent]
        }
        Standing::Asks(Doubt::SameVersion, _) => vec![words.get("receive-hint-kept-same"), sent],
        Standing::Asks(..) => vec![words.get("receive-hint-both"), sent],
        Standing::Broken => vec![sent],
        _ => vec![tried, sent],
    }
}

/// The ways on, the one that is meant first.
pub(super) fn of<'a>(words: &Words, view: &View) -> Vec<Way<'a>> {
    let received = view.received;
    let path = &received.path;
    let Some(routine) = received.routine() else {
        return vec![leave(
            words,
            path,
            "routines-dismiss",
            &[Key::Enter, Key::Escape],
        )];
    };
    let weighed = &received.weighed;
    let tried = tried(words, routine);
    let not_now = not_now(words, path);
    match &received.weighed.standing {
        Standing::New => {
            let text = words.get("receive-add");
            vec![
                add(words, path, text, Consent::to(weighed, None), true),
                tried,
                not_now,
            ]
        }
        Standing::Same(there) => {
            let open = Way {
                text: words.get("receive-open"),
                sign: words.get("key-enter"),
                keys: &[Key::Enter],
                action: Action::Go(Place::Routine(there.id.clone())),
            };
            vec![open, tried, not_now]
        }
        Standing::Update(there) => {
            let (uses, keeps) = of_versions(words, routine, there);
            let keep = Way {
                text: keeps,
                ..not_now
            };
            let consent = Consent::to(weighed, Some(there));
            vec![add(words, path, uses, consent, true), tried, keep]
        }
        Standing::Asks(Doubt::Older | Doubt::SameVersion, there) => {
            let (uses, keeps) = of_versions(words, routine, there);
            let keep = Way {
                text: keeps,
                sign: words.get("key-enter"),
                keys: &[Key::Enter, Key::Escape],
                ..not_now
            };
            let consent = Consent::to(weighed, Some(there));
            vec![keep, tried, add(words, path, uses, consent, false)]
        }
        Standing::Asks(_, there) => {
            let consent = Consent::to(weighed, Some(there));
            let both = Way {
                text: words.get("receive-both"),
                sign: words.get("key-enter"),
                keys: &[Key::Enter],
                action: Action::Receive(ReceiveAction::AddBeside(path.clone(), consent.clone())),
            };
            let uses = words.get("receive-use-instead");
            let keep = Way {
                text: words.get("receive-keep-mine"),
                ..not_now
            };
            vec![both, tried, add(words, path, uses, consent, false), keep]
        }
        Standing::Broken | Standing::Homeless => vec![tried, not_now],
    }
}

/// Takes out the ways that are neither meant first nor lead away from the page: to say no is never further than to
/// say yes.
pub(super) fn take_middle<'a>(ways: &mut Vec<Way<'a>>) -> Vec<Way<'a>> {
    let mut number = 0;
    let is_middle = |way: &mut Way| {
        number += 1;
        number > 1 && !way.keys.contains(&Key::Escape)
    };
    ways.extract_if(.., is_middle).collect()
}

/// What it is called to take the one version and to keep the other.
fn of_versions(words: &Words, routine: &Routine, there: &Routine) -> (String, String) {
    if routine.revision == there.revision {
        return (
            words.get("receive-use-instead"),
            words.get("receive-keep-mine"),
        );
    }
    let numbered = |id, revision| words.message(&Message::new(id).with("revision", revision));
    (
        numbered("receive-use", routine.revision),
        numbered("receive-keep", there.revision),
    )
}

fn add<'a>(words: &Words, path: &Path, text: String, consent: Consent, is_meant: bool) -> Way<'a> {
    let (sign, keys): (_, &[Key]) = if is_meant {
        (words.get("key-enter"), &[Key::Enter])
    } else {
        (String::new(), &[])
    };
    Way {
        text,
        sign,
        keys,
        action: Action::Receive(ReceiveAction::Add(path.to_owned(), consent)),
    }
}

fn tried<'a>(words: &Words, routine: &Routine) -> Way<'a> {
    let routine = routine.id.clone();
    Way {
        text: words.get("receive-try"),
        sign: "T".to_owned(),
        keys: &[Key::T],
        action: Action::Before(BeforeAction::Try { routine }),
    }
}

pub(super) fn not_now<'a>(words: &Words, path: &Path) -> Way<'a> {
    leave(words, path, "receive-not-now", &[Key::Escape])
}

fn leave<'a>(words: &Words, path: &Path, text: &'static str, keys: &'a [Key]) -> Way<'a> {
    Way {
        text: words.get(text),
        sign: words.get("key-escape"),
        keys,
        action: Action::Receive(ReceiveAction::Leave(path.to_owned())),
    }
}
