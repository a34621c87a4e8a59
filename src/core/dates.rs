//! A date, as it is put into words.

use jiff::civil::Date;

use crate::message::Message;

/// The day with its month by name: "4 January 2027".
pub fn in_words(date: Date) -> Message {
    const MONTHS: [&str; 12] = [
        "date-january",
        "date-february",
        "date-march",
        "date-april",
        "date-may",
        "date-june",
        "date-july",
        "date-august",
        "date-september",
        "date-october",
        "date-november",
        "date-december",
    ];
    // Months count from 1 to 12.
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    let month = MONTHS.get(index).copied().unwrap_or(MONTHS[0]);
    Message::new("date-day")
        .with("day", i64::from(date.day()))
        .with("month", Message::new(month))
        .with("year", date.year().to_string())
}
