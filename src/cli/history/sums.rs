//! What the record comes to, in the lines of a terminal: the same sums as in the window.

use std::fmt::Write;

use crate::report::summary as told;
use crate::summary::Summary;
use crate::words::{List, Message, Words};

/// The sums in a few lines. `routines` are those on record, their ids with their titles.
pub(super) fn lines(words: &Words, summary: &Summary, routines: &[(String, String)]) -> String {
    let title = |id: &str| {
        let mut routines = routines.iter();
        let (_, title) = routines.find(|(of, _)| of == id)?;
        Some(title.clone())
    };
    let mut lines = String::new();
    let sums = &summary.whole;
    let mut line = |name: &str, value: &str, about: &str| {
        let message = Message::new("history-sum")
            .with("name", name)
            .with("value", value)
            .with("about", about);
        // Writing to a string can't fail.
        let _ = writeln!(lines, "{}", words.message(&message));
    };
    let about = told::about_sessions(sums);
    let about = about.iter().map(|it| words.message(it));
    let about = about.chain(told::lately(words, summary));
    let besides = told::besides(summary);
    let about = about.chain(besides.iter().map(|it| words.message(it)));
    let about = words.list(List::Facts, about);
    let sessions = told::sessions(words, sums);
    line(&words.get("sum-sessions"), &sessions, &about);
    if let Some(percent) = told::percent(sums.held()) {
        let about = words.message(&told::about_dose(sums));
        line(&words.get("sum-dose"), &words.message(&percent), &about);
    }
    if let Some(percent) = told::percent(sums.attempted()) {
        let about = words.message(&told::about_exercises(sums));
        line(
            &words.get("sum-attempted"),
            &words.message(&percent),
            &about,
        );
    }
    for sum in &summary.exercises {
        let sides = [
            (Some("sum-side-left"), sum.left),
            (Some("sum-side-right"), sum.right),
            (None, sum.both),
        ];
        let sides = sides.into_iter().filter(|(_, share)| share.of > 0);
        let done = sides.map(|(side, share)| {
            let done = words.message(&told::done_of(sum.measure, share));
            side.map_or(done.clone(), |side| format!("{} {done}", words.get(side)))
        });
        let done = words.list(List::Parts, done);
        let reasons = told::reasons(words, sum);
        let reasons = if reasons.is_empty() {
            words.message(&told::number_left_out(sum))
        } else {
            reasons
        };
        let left_out = format!("{}: {reasons}", words.get("sum-column-left-out"));
        line(
            &told::exercise(words, summary, sum, title),
            &done,
            &left_out,
        );
    }
    if let Some(trend) = &summary.trend {
        let _ = writeln!(lines, "{}", told::trend(words, trend));
    }
    lines
}
