//! What is said of a session that is over, and of a day: the same words in the window and in the
//! terminal. What is said of a session under way is in [`narrate`](crate::narrate).

use crate::day::{Rest, Standing};
use crate::narrate::minutes_and_seconds;
use crate::progress::{Held, Tally};
use crate::words::{List, Message, Words};

/// Why a rest does more good than another session of a routine today, if it does.
pub fn advice(standing: &Standing) -> Option<Message> {
    let enough = standing.enough;
    let enough = enough.map(|most| Message::new("day-enough").with("most", most));
    standing.rest.map(rest).or(enough)
}

/// "Rest today", and why.
pub fn rest(rest: Rest) -> Message {
    match rest {
        Rest::Stopped => Message::new("day-rest-stopped"),
        Rest::AboveLimit { pain, limit } => Message::new("day-rest-pain")
            .with("pain", pain)
            .with("limit", limit),
        Rest::PutOff => Message::new("day-rest-put-off"),
    }
}

/// How far a session had come that was cut off and can be gone on with.
pub fn unfinished(tally: &Tally) -> Message {
    Message::new("today-unfinished")
        .with("done", tally.steps.done)
        .with("of", tally.steps.of)
}

/// "6 of 6 holds · left 1:00, right 1:00"; `id` names the text of the first part.
pub fn held(words: &Words, tally: &Tally, id: &'static str) -> String {
    let done = Message::new(id)
        .with("done", tally.steps.done)
        .with("of", tally.steps.of);
    let parts = [Some(done), time(&tally.held)];
    let parts = parts.iter().flatten();
    words.list(List::Facts, parts.map(|part| words.message(part)))
}

/// `None` if no time was held.
fn time(held: &Held) -> Option<Message> {
    let all = held.whole();
    let has_sides_alone = held.both == 0;
    Some(match (held.left, held.right) {
        _ if all == 0 => return None,
        (Some(left), Some(right)) if has_sides_alone => Message::new("finish-held-sides")
            .with("left", minutes_and_seconds(left))
            .with("right", minutes_and_seconds(right)),
        (Some(left), None) if has_sides_alone => {
            Message::new("finish-held-left").with("time", minutes_and_seconds(left))
        }
        (None, Some(right)) if has_sides_alone => {
            Message::new("finish-held-right").with("time", minutes_and_seconds(right))
        }
        _ => Message::new("finish-held").with("time", minutes_and_seconds(all)),
    })
}
