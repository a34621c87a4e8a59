//! When a routine and its exercises are to be done, and how long a programme lasts.

use jiff::Zoned;
use jiff::civil::Date;

use super::dose;
use crate::dates;
use crate::routine::{Exercise, Rhythm, Routine, Schedule};
use crate::words::{List, Message, Words};

/// How often the routine is meant to be done.
pub fn schedule(words: &Words, schedule: &Schedule) -> String {
    let mut parts = parts_of_rhythm(words, &schedule.rhythm());
    if !schedule.at.is_empty() {
        let at = schedule
            .at
            .iter()
            .map(|at| words.message(&time_of_day(*at)));
        parts.push(words.list(List::And, at));
    }
    if let Some(most) = schedule.max_per_day {
        parts.push(words.message(&Message::new("facts-at-most").with("most", most)));
    }
    words.list(List::Facts, parts)
}

/// How often a day, and on which days.
pub fn rhythm(words: &Words, rhythm: &Rhythm) -> String {
    words.list(List::Facts, parts_of_rhythm(words, rhythm))
}

/// How long a programme lasts, and which week of it a day is in; nothing of one without an end and
/// without steps from week to week.
pub fn programme(words: &Words, routine: &Routine, week: u32) -> Option<String> {
    let schedule = &routine.schedule;
    let has_steps = |exercise: &Exercise| !exercise.steps.is_empty() || weeks(exercise).is_some();
    let mut parts = length_of_programme(words, schedule);
    let is_in_it = schedule.weeks.is_none_or(|weeks| week <= weeks);
    let counts = schedule.weeks.is_some() || routine.exercises.iter().any(has_steps);
    if counts && is_in_it {
        parts.push(words.message(&Message::new("facts-week").with("week", week)));
    }
    (!parts.is_empty()).then(|| words.list(List::Facts, parts))
}

/// From when until when a programme lasts, and for how many weeks, as far as its file says so.
pub fn length_of_programme(words: &Words, schedule: &Schedule) -> Vec<String> {
    let first = schedule.first_day.map(|date| ("facts-first-day", date));
    let last = schedule.last_day.map(|date| ("facts-last-day", date));
    let on = |(id, date)| words.message(&Message::new(id).with("date", self::date(words, date)));
    let weeks = schedule
        .weeks
        .map(|weeks| Message::new("facts-weeks").with("weeks", weeks));
    let weeks = weeks.map(|weeks| words.message(&weeks));
    [first.map(on), weeks, last.map(on)]
        .into_iter()
        .flatten()
        .collect()
}

/// Which weeks of the programme have an exercise; `None` if all do.
pub fn weeks(exercise: &Exercise) -> Option<Message> {
    let first = exercise.from_week;
    match exercise.until_week {
        Some(last) if first > 1 => Some(
            Message::new("facts-weeks-from-until")
                .with("first", first)
                .with("last", last),
        ),
        Some(last) => Some(Message::new("facts-weeks-until").with("last", last)),
        None => (first > 1).then(|| Message::new("facts-weeks-from").with("first", first)),
    }
}

/// How the dose of an exercise goes on after a week.
pub fn steps_after(words: &Words, exercise: &Exercise, week: u32) -> Vec<String> {
    let later = exercise.weeks().filter(|from| *from > week);
    let step = |from| {
        let dose = dose(words, &exercise.in_week(from));
        let step = Message::new("facts-from-week").with("week", from);
        words.message(&step.with("dose", dose))
    };
    later.map(step).collect()
}

fn parts_of_rhythm(words: &Words, rhythm: &Rhythm) -> Vec<String> {
    let times = Message::new("facts-times-a-day").with("times", rhythm.times_a_day);
    let mut parts = vec![words.message(&times)];
    if !rhythm.days.is_empty() {
        parts.push(days(words, &rhythm.days));
    }
    if let Some(days) = rhythm.days_per_week {
        parts.push(words.message(&Message::new("facts-days-a-week").with("days", days)));
    }
    if rhythm.days_between > 0 {
        let days = Message::new("facts-days-between").with("days", rhythm.days_between);
        parts.push(words.message(&days));
    }
    parts
}

/// "Monday to Saturday"; in short where no three of them follow one another: "Mon and Wed".
fn days(words: &Words, days: &[jiff::civil::Weekday]) -> String {
    let runs = dates::runs(days);
    if runs.iter().any(|[first, last]| first != last) {
        return words.in_words(&dates::days_in_words(days));
    }
    let days = runs.iter().map(|[day, _]| words.get(weekday_id(*day)));
    words.list(List::And, days)
}

/// The name of a day of the week.
pub fn weekday_id(day: jiff::civil::Weekday) -> &'static str {
    use jiff::civil::Weekday as Day;
    match day {
        Day::Monday => "facts-monday",
        Day::Tuesday => "facts-tuesday",
        Day::Wednesday => "facts-wednesday",
        Day::Thursday => "facts-thursday",
        Day::Friday => "facts-friday",
        Day::Saturday => "facts-saturday",
        Day::Sunday => "facts-sunday",
    }
}

/// A time of day as people of the language and the region write it: "20:10", "8:10 p.m.".
pub fn time_of_day(time: jiff::civil::Time) -> Message {
    let hour = i64::from(time.hour());
    let half = if hour < 12 { "am" } else { "pm" };
    Message::new("time-of-day")
        .with("hour", hour)
        .with("hour12", (hour + 11) % 12 + 1)
        .with("half", half)
        .with("minute", format!("{:02}", time.minute()))
}

/// "Today 7:42", "Yesterday 20:10", "3 November 2026 11:31".
pub fn when_it_was(words: &Words, moment: &Zoned, now: &Zoned) -> String {
    let (day, today) = (moment.date(), now.date());
    let day_in_words = if day == today {
        words.get("past-today")
    } else if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
        words.get("past-yesterday")
    } else {
        date(words, day)
    };
    let time = time_of_day(moment.time());
    let when = Message::new("past-when");
    words.message(&when.with("day", day_in_words).with("time", time))
}

/// "7:42" of today, "tomorrow 9:00", "7 December 2026 9:00".
pub fn when_it_comes(words: &Words, moment: &Zoned, now: &Zoned) -> String {
    let time = time_of_day(moment.time());
    let day = moment.date();
    if day == now.date() {
        return words.message(&time);
    }
    let is_tomorrow = now.date().tomorrow().is_ok_and(|tomorrow| tomorrow == day);
    let day = if is_tomorrow {
        words.get("coming-tomorrow")
    } else {
        date(words, day)
    };
    words.message(
        &Message::new("past-when")
            .with("day", day)
            .with("time", time),
    )
}

/// "Today, Saturday 28 November", "Thursday 26 November", "Friday 27 November 2025".
pub fn day_it_was(words: &Words, day: Date, today: Date) -> String {
    let is_of_year = day.year() == today.year();
    let date = if is_of_year {
        dates::in_year(day)
    } else {
        dates::in_words(day)
    };
    let named = on_weekday(day, date);
    let is_yesterday = today.yesterday().is_ok_and(|yesterday| yesterday == day);
    let recent = match (day == today, is_yesterday) {
        (true, _) => "past-today",
        (_, true) => "past-yesterday",
        _ => return words.message(&named),
    };
    let recent = Message::new("past-day-recent").with("recent", Message::new(recent));
    words.message(&recent.with("day", named))
}

/// "Friday 27 November 2025".
pub fn day_of_any_year(words: &Words, day: Date) -> String {
    words.message(&on_weekday(day, dates::in_words(day)))
}

fn on_weekday(day: Date, date: Message) -> Message {
    let weekday = weekday_id(day.weekday()).trim_start_matches("facts-");
    let named = Message::new("past-day").with("weekday", weekday);
    named.with("date", date)
}

/// A date as people of the language write it.
pub fn date(words: &Words, date: Date) -> String {
    words.message(&dates::in_words(date))
}
