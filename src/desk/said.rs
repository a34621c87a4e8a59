//! What a reminder says.

use std::time::Duration;

use crate::facts;
use crate::lengths;
use crate::reminder::{Reminder, Silence, Why};
use crate::words::{Message, Words};

/// What is said of a reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is time for.
    pub title: String,
    /// Why it comes, and how long it takes.
    pub text: String,
    /// How to begin, where there is no button for it.
    pub how_to_start: String,
    pub start: String,
    pub put_off: String,
    pub not_now: String,
}

impl Said {
    /// Of a routine with this title, a session of which is so long.
    pub fn of(reminder: &Reminder, title: &str, length: Option<Duration>, words: &Words) -> Self {
        let why = match reminder.why {
            Why::Sitting(long) => {
                Message::new("reminding-sat").with("minutes", long.as_secs() / 60)
            }
            Why::Time(time) => {
                Message::new("reminding-its-time").with("time", facts::time_of_day(time))
            }
            Why::Left(left) => Message::new("reminding-left").with("count", left),
        };
        let after = reminder.after.and_then(over).map(Message::new);
        let length = length
            .map(|length| Message::new("reminding-length").with("length", lengths::about(length)));
        let sentences = [Some(why), after, length];
        let sentences = sentences.iter().flatten().map(|it| words.message(it));
        let title_id = "reminding-title";
        Self::with(
            title_id,
            title,
            sentences.collect::<Vec<_>>().join(" "),
            words,
        )
    }

    /// Of a reminder that only shows how one comes.
    pub fn example(title: &str, words: &Words) -> Self {
        let text = words.get("reminding-example");
        Self::with("reminding-example-title", title, text, words)
    }

    fn with(title_id: &'static str, title: &str, text: String, words: &Words) -> Self {
        Self {
            title: words.message(&Message::new(title_id).with("title", title)),
            text,
            how_to_start: words
                .message(&Message::new("reminding-how-to-start").with("title", title)),
            start: words.get("reminding-start"),
            put_off: words.get("reminding-put-off"),
            not_now: words.get("reminding-not-now"),
        }
    }
}

/// What is said of a silence that is over.
fn over(silence: Silence) -> Option<&'static str> {
    match silence {
        Silence::Microphone | Silence::Camera => Some("reminding-after-call"),
        Silence::FullScreen => Some("reminding-after-full-screen"),
        Silence::DoNotDisturb => Some("reminding-after-do-not-disturb"),
        _ => None,
    }
}

/// A text in which nothing is taken for marks of HTML, for desktops that read them.
#[cfg_attr(any(not(unix), target_os = "macos"), expect(dead_code))]
pub(super) fn without_markup(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;")
}
