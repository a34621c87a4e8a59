//! What was done of an exercise, in words: how many of its holds, and how long on each side.

use std::time::Duration;

use eframe::egui::{Align, Layout, Ui};

use super::theme::{is_narrow, space};
use super::widgets::{body, muted, small};
use crate::narrate::minutes_and_seconds;
use crate::routine::Side;
use crate::words::{List, Message, Words};

/// What was done of one exercise, or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) done: u32,
    /// How often it was prescribed.
    pub(super) of: u32,
    /// `None` of a side that was not prescribed.
    left: Option<Duration>,
    right: Option<Duration>,
    /// Of steps that have no side.
    both: Duration,
}

impl Held {
    /// Takes in one that was prescribed.
    pub(super) fn count(&mut self, side: Option<Side>, time: Duration, done: bool) {
        self.of += 1;
        self.done += u32::from(done);
        match side {
            Some(Side::Left) => add(&mut self.left, Some(time)),
            Some(Side::Right) => add(&mut self.right, Some(time)),
            None => self.both += time,
        }
    }

    /// Takes in another, in the whole seconds that it shows: a sum of what is shown adds up.
    pub(super) fn add(&mut self, other: &Self) {
        let shown = |time: Duration| Duration::from_secs(time.as_secs());
        self.done += other.done;
        self.of += other.of;
        add(&mut self.left, other.left.map(shown));
        add(&mut self.right, other.right.map(shown));
        self.both += shown(other.both);
    }

    /// "6 of 6 holds · left 1:00, right 1:00"; `id` names the text of the first part.
    pub(super) fn in_words(&self, words: &Words, id: &'static str) -> String {
        let done = Message::new(id).with("done", self.done).with("of", self.of);
        let parts = [Some(done), self.time()];
        let parts = parts.iter().flatten();
        words.list(List::Facts, parts.map(|part| words.message(part)))
    }

    /// Draws it beside the name of its exercise, or below where there is no room.
    pub(super) fn line(&self, ui: &mut Ui, words: &Words, name: &str, id: &'static str) {
        let held = self.in_words(words, id);
        if is_narrow(ui.ctx()) {
            body(ui, name);
            small(ui, &held);
            ui.add_space(space::XS);
        } else {
            ui.horizontal(|ui| {
                body(ui, name);
                let at_the_end = Layout::right_to_left(Align::Center);
                ui.with_layout(at_the_end, |ui| muted(ui, &held));
            });
        }
    }

    /// `None` if no time was held.
    fn time(&self) -> Option<Message> {
        let time = |time: Duration| minutes_and_seconds(time.as_secs());
        let sides = [self.left, self.right];
        let all = sides.into_iter().flatten().sum::<Duration>() + self.both;
        Some(match (self.left, self.right) {
            _ if all.is_zero() => return None,
            (Some(left), Some(right)) if self.both.is_zero() => Message::new("finish-held-sides")
                .with("left", time(left))
                .with("right", time(right)),
            (Some(_), None) if self.both.is_zero() => {
                Message::new("finish-held-left").with("time", time(all))
            }
            (None, Some(_)) if self.both.is_zero() => {
                Message::new("finish-held-right").with("time", time(all))
            }
            _ => Message::new("finish-held").with("time", time(all)),
        })
    }
}

/// Adds to the time of a side, which is prescribed from then on.
fn add(time: &mut Option<Duration>, more: Option<Duration>) {
    if let Some(more) = more {
        *time = Some(time.unwrap_or_default() + more);
    }
}
