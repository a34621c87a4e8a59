//! What the record comes to, in words.

use std::time::Duration;

use jiff::civil::Date;

use crate::facts;
use crate::lengths;
use crate::progress::Share;
use crate::routine::Side;
use crate::summary::{
    Change, DaySum, ExerciseSum, LeftOut, Mark, Measure, Middle, PainWeek, Period, Reason, Summary,
    Sums, Trend, TrendKind,
};
use crate::text::printable;
use crate::words::{List, Message, Words};

/// Where what is known of changes of pain over weeks is published.
pub const TREND_SOURCE: &str = "https://doi.org/10.1055/a-1304-3677";

/// "7 h 31", "24 min", "1 min 59 s", "40 s": below ten minutes no second is left out, as it would be much of what
/// is told.
pub fn hours(ms: u64) -> Message {
    let seconds = ms / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let over = seconds % 60;
    match seconds {
        60..600 if over > 0 => Message::new("sum-minutes-seconds")
            .with("minutes", minutes)
            .with("seconds", over),
        0 => Message::new("sum-minutes").with("minutes", 0_u64),
        1..60 => Message::new("sum-seconds").with("seconds", seconds),
        60..3600 => Message::new("sum-minutes").with("minutes", minutes),
        _ => Message::new("sum-hours")
            .with("hours", hours)
            .with("minutes", format!("{minutes:02}")),
    }
}

/// "26 weeks", "A year".
pub fn period(words: &Words, period: Period) -> String {
    match period {
        Period::Weeks(52) => words.get("sum-span-year"),
        Period::Weeks(weeks) => words.message(&Message::new("sum-span-weeks").with("weeks", weeks)),
        Period::All => words.get("sum-span-all"),
    }
}

/// "191 of 251"; how many alone, where nothing is known to have been due.
pub fn sessions(words: &Words, sums: &Sums) -> String {
    if sums.is_due() {
        words.message(&of(sums.sessions))
    } else {
        sums.done().to_string()
    }
}

fn of(share: Share) -> Message {
    Message::new("sum-of")
        .with("done", share.done)
        .with("of", share.of)
}

/// What the number of sessions is of, if that is known.
pub fn about_sessions(sums: &Sums) -> Option<Message> {
    match (sums.sessions.of, sums.unknown) {
        (0, 0) => Some(Message::new("sum-sessions-free")),
        (0, _) => None,
        _ => Some(Message::new("sum-sessions-due")),
    }
}

/// Sessions that are not among those due, were told or put off, or of which it is not known what was due.
pub fn besides(summary: &Summary) -> Vec<Message> {
    let sums = &summary.whole;
    let count = |id, count: u64| (count > 0).then(|| Message::new(id).with("count", count));
    // Where none was due, the number of sessions has them.
    let free = sums.free.saturating_sub(sums.unknown);
    let free = if sums.is_due() { free } else { 0 };
    let all = [
        count("sum-sessions-more", sums.more),
        count("sum-sessions-beside", free),
        count("sum-sessions-put-off", sums.put_off),
        count("sum-sessions-told", sums.told),
        count("sum-sessions-unknown", sums.unknown),
        count("sum-sessions-misdated", summary.misdated),
    ];
    all.into_iter().flatten().collect()
}

/// "today 1 of 2", "this week 9 of 10", "this month 39 of 44"; `None` where nothing was due in any of them.
pub fn lately(words: &Words, summary: &Summary) -> Option<String> {
    let [today, week, month] = summary.lately();
    let of_today = summary.days.last().filter(|day| day.date == summary.today);
    // Of today all that is due is told.
    let today = match of_today.and_then(|day| day.due) {
        Some(due @ 1..) => Some(words.message(&of(Share {
            done: today.sessions.done,
            of: due.into(),
        }))),
        _ => short(words, summary, &today),
    };
    let parts = [
        ("sum-today", today),
        ("sum-week", short(words, summary, &week)),
        ("sum-month", short(words, summary, &month)),
    ];
    let part = |(id, sessions): (&'static str, Option<String>)| {
        Some(words.message(&Message::new(id).with("sessions", sessions?)))
    };
    let parts: Vec<_> = parts.into_iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| words.list(List::Facts, parts))
}

/// What some days of a summary come to, beside all of it: of those due, if any of it was due. `None` where none of
/// the days was then, as a number of another kind would stand beside the others.
pub fn short(words: &Words, summary: &Summary, sums: &Sums) -> Option<String> {
    (sums.is_due() || !summary.whole.is_due()).then(|| sessions(words, sums))
}

/// "72 %"; `None` of nothing.
pub fn percent(share: Share) -> Option<Message> {
    let percent = share.percent()?;
    Some(Message::new("sum-percent").with("percent", percent))
}

/// What the share of the dose is of.
pub fn about_dose(sums: &Sums) -> Message {
    let held = sums.held();
    if held.of == 0 {
        return Message::new("sum-no-dose");
    }
    let id = if sums.is_due() {
        "sum-dose-due"
    } else {
        "sum-dose-begun"
    };
    Message::new(id)
        .with("held", hours(held.done))
        .with("of", hours(held.of))
}

/// What the share of the exercises is of.
pub fn about_exercises(sums: &Sums) -> Message {
    let id = if sums.is_due() {
        "sum-attempted-due"
    } else {
        "sum-attempted-begun"
    };
    Message::new(id)
        .with("done", sums.attempted().done)
        .with("of", sums.attempted().of)
}

/// "Wed 25 November 2026".
pub fn date(words: &Words, date: Date) -> String {
    let message = Message::new("sum-date")
        .with("weekday", Message::new(facts::weekday_id(date.weekday())))
        .with("date", facts::date(words, date));
    words.message(&message)
}

/// "Wed 25 November 2026: 1 of 2 sessions, it hurt".
pub fn day(words: &Words, day: &DaySum) -> String {
    let what = match day.mark() {
        Mark::Before => Message::new("sum-day-before"),
        Mark::Nothing => Message::new("sum-day-nothing"),
        Mark::NotDue => Message::new("sum-day-not-due"),
        Mark::PutOff => Message::new("sum-day-put-off"),
        Mark::Open => Message::new("sum-day-open").with("of", day.due.unwrap_or(0)),
        Mark::Due => Message::new("sum-day-due").with("of", day.due.unwrap_or(0)),
        Mark::Partly | Mark::Done => match day.due {
            Some(of @ 1..) => Message::new("sum-day-of")
                .with("done", day.sums.sessions.done)
                .with("of", of),
            _ => Message::new("sum-day-some").with("done", day.sums.done()),
        },
    };
    let more = day.due.is_some_and(|due| due > 0);
    let more = day.sums.done().saturating_sub(day.sums.sessions.done) * u64::from(more);
    let more = (more > 0).then(|| Message::new("sum-day-more").with("count", more));
    let put_off = day.sums.put_off > 0 && day.mark() != Mark::PutOff;
    let put_off = put_off.then(|| Message::new("sum-day-put-off"));
    let hurt = day.hurt.then(|| Message::new("sum-day-hurt"));
    let told = (day.sums.told > 0).then(|| Message::new("sum-day-told"));
    let parts = [Some(what), more, put_off, told, hurt]
        .into_iter()
        .flatten();
    let what = words.list(List::Parts, parts.map(|part| words.message(&part)));
    let told = Message::new("sum-day").with("day", date(words, day.date));
    words.message(&told.with("what", what))
}

/// What a calendar of these days shows, in a sentence.
pub fn days(words: &Words, days: &[DaySum]) -> Option<String> {
    let count = |mark| days.iter().filter(|day| day.mark() == mark).count();
    let told = Message::new("sum-days-told")
        .with("from", facts::date(words, days.first()?.date))
        .with("to", facts::date(words, days.last()?.date))
        .with("done", count(Mark::Done))
        .with("partly", count(Mark::Partly))
        .with("due", count(Mark::Due))
        .with("put_off", count(Mark::PutOff));
    Some(words.message(&told))
}

/// "3", "3.5".
pub fn middle(middle: Middle) -> Message {
    let (whole, is_half) = middle.parts();
    if is_half {
        Message::new("sum-half").with("whole", whole)
    } else {
        Message::new("sum-whole").with("whole", whole)
    }
}

/// "Week of 16 November 2026: before 3.5, after 2".
pub fn pain_week(words: &Words, week: &PainWeek) -> String {
    let parts = [
        ("sum-pain-before", week.before),
        ("sum-pain-after", week.after),
    ];
    let part = |(id, pain): (&'static str, Option<Middle>)| {
        let pain = middle(pain?);
        Some(words.message(&Message::new(id).with("pain", pain)))
    };
    let what = words.list(List::Parts, parts.into_iter().filter_map(part));
    let told = Message::new("sum-pain-week")
        .with("day", facts::date(words, week.first))
        .with("what", what);
    words.message(&told)
}

/// How the pain changed over weeks, and what may be said of that.
pub fn trend(words: &Words, trend: &Trend) -> String {
    let told = Message::new("sum-trend")
        .with("from", middle(trend.from))
        .with("to", middle(trend.to))
        .with("weeks", trend.weeks);
    let what = match (trend.kind, trend.change) {
        (TrendKind::Noticed, Change::More) => Message::new("sum-trend-noticed-more"),
        (TrendKind::Noticed, _) => Message::new("sum-trend-noticed-less"),
        (TrendKind::MayBeChance, _) => Message::new("sum-trend-chance"),
        (TrendKind::Small, _) => Message::new("sum-trend-small").with("least", trend.least),
    };
    format!("{} {}", words.message(&told), words.message(&what))
}

/// What an exercise is called: where another routine of the summary has one of the same name, with its own routine.
pub fn exercise(
    words: &Words,
    summary: &Summary,
    sum: &ExerciseSum,
    title: impl Fn(&str) -> Option<String>,
) -> String {
    let is_like = |it: &&ExerciseSum| it.name == sum.name && it.routine != sum.routine;
    let name = printable(&sum.name);
    if summary.exercises.iter().any(|it| is_like(&it)) {
        let routine = title(&sum.routine).unwrap_or_else(|| sum.routine.clone());
        words.list(List::Parts, [name, printable(&routine)])
    } else {
        name
    }
}

/// What was done of what was prescribed: "3 h 06 of 3 h 11", "1834 of 1910 times".
pub fn done_of(measure: Measure, share: Share) -> Message {
    match measure {
        Measure::Time => Message::new("sum-of")
            .with("done", hours(share.done))
            .with("of", hours(share.of)),
        Measure::Reps | Measure::Times => Message::new("sum-times-of")
            .with("done", share.done)
            .with("of", share.of),
    }
}

/// "3 times, hold 20 s, each side", as the last session had it.
pub fn dose(words: &Words, sum: &ExerciseSum) -> String {
    let dose = match (sum.measure, sum.step_reps, sum.step_ms) {
        (_, Some(reps), _) => Message::new("sum-dose-reps").with("reps", reps),
        (Measure::Time, _, Some(ms)) => {
            let time = match ms {
                0..60_000 if ms.is_multiple_of(1000) => hours(ms),
                _ => lengths::exact(Duration::from_millis(ms)),
            };
            Message::new("sum-dose-holds").with("time", time)
        }
        _ => Message::new("sum-dose-open"),
    };
    let dose = dose.with("steps", sum.steps);
    let has_both = sum.left.of > 0 && sum.right.of > 0;
    words.message(&if has_both {
        Message::new("sum-each-side").with("dose", dose)
    } else {
        dose
    })
}

/// How many steps were left out: "24 holds".
pub fn number_left_out(sum: &ExerciseSum) -> Message {
    let id = match sum.measure {
        Measure::Time => "sum-left-out",
        Measure::Reps | Measure::Times => "sum-left-out-times",
    };
    Message::new(id).with("count", sum.steps_left_out())
}

/// Why they were: "no time 21 · it hurt, left 3, right 1".
pub fn reasons(words: &Words, sum: &ExerciseSum) -> String {
    let hurt = |side| {
        let is_it = |it: &&LeftOut| it.reason == Reason::Hurts && it.side == Some(side);
        sum.left_out.iter().find(is_it).map(|it| it.steps)
    };
    let mut sides = hurt(Side::Left).zip(hurt(Side::Right));
    let is_of_both = sides.is_some();
    let reason = |it: &LeftOut| {
        if is_of_both && it.reason == Reason::Hurts && it.side.is_some() {
            // Told where the first of both stands.
            let (left, right) = sides.take()?;
            let both = Message::new("sum-reason-hurts-sides").with("left", left);
            return Some(words.message(&both.with("right", right)));
        }
        let id = match (it.reason, it.side) {
            (Reason::Hurts, Some(Side::Left)) => "sum-reason-hurts-left",
            (Reason::Hurts, Some(Side::Right)) => "sum-reason-hurts-right",
            (Reason::Hurts, None) => "sum-reason-hurts",
            (Reason::StoppedInPain, _) => "sum-reason-stopped-in-pain",
            (Reason::NoTime, _) => "sum-reason-no-time",
            (Reason::TooHard, _) => "sum-reason-too-hard",
            (Reason::DidNotKnowHow, _) => "sum-reason-not-known",
            (Reason::Other, _) => "sum-reason-other",
            (Reason::NotGiven, _) => "sum-reason-not-given",
        };
        Some(words.message(&Message::new(id).with("count", it.steps)))
    };
    words.list(List::Facts, sum.left_out.iter().filter_map(reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_ten_minutes_no_second_is_left_out() {
        let words = Words::of("en");
        let told = |seconds: u64| words.message(&hours(seconds * 1_000));
        for (seconds, expected) in [
            (0, "0 min"),
            (59, "59 s"),
            (60, "1 min"),
            (119, "1 min 59 s"),
            (599, "9 min 59 s"),
            (600, "10 min"),
            (659, "10 min"),
            (3_599, "59 min"),
            (7 * 3600 + 31 * 60, "7 h 31"),
        ] {
            assert_eq!(told(seconds), expected, "{seconds}");
        }
    }
}
