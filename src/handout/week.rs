//! The week of a routine as a table to tick off: its own days, and its own times of each.

use jiff::civil::Weekday;

use crate::document::{Cell, Row, Table, TableKind, Text};
use crate::facts;
use crate::routine::{Rhythm, Routine};
use crate::words::{Message, Words};

/// A column for each day on which any exercise may be done, a row for each time of the fullest, and one for
/// the pain afterwards. All of it is said by Supple, as `own` makes a text of its words.
pub(super) fn table(words: &Words, routine: &Routine, own: &dyn Fn(String) -> Text) -> Table {
    let of_all = routine.schedule.rhythm();
    let exercises = routine.exercises.iter();
    let rhythms: Vec<&Rhythm> = exercises
        .map(|exercise| exercise.rhythm.as_ref().unwrap_or(&of_all))
        .collect();
    let times_on = |day: Weekday| {
        let due = rhythms.iter().filter(|rhythm| rhythm.is_for(day));
        due.map(|rhythm| rhythm.times_a_day).max()
    };
    let days: Vec<(Weekday, u32)> = Weekday::Monday
        .cycle_forward()
        .take(7)
        .filter_map(|day| Some((day, times_on(day)?)))
        .collect();
    let most = days.iter().map(|(_, times)| *times).max().unwrap_or(1);
    let of_time = |time: u32| {
        let cell = |(_, times): &(Weekday, u32)| {
            if time < *times {
                Cell::Tick
            } else {
                Cell::Nothing
            }
        };
        Row {
            name: own(name_of_time(words, routine, time, most)),
            note: None,
            picture: None,
            cells: days.iter().map(cell).collect(),
        }
    };
    let mut rows: Vec<Row> = (0..most).map(of_time).collect();
    rows.push(Row {
        name: own(words.get("handout-pain")),
        note: None,
        picture: None,
        cells: vec![Cell::Blank; days.len()],
    });
    let name_of_day = |(day, _): &(Weekday, u32)| own(words.get(facts::weekday_id(*day)));
    Table {
        kind: TableKind::Form,
        columns: days.iter().map(name_of_day).collect(),
        rows,
    }
}

/// What the file calls it, or else what people do.
fn name_of_time(words: &Words, routine: &Routine, time: u32, of: u32) -> String {
    let index = usize::try_from(time).unwrap_or(usize::MAX);
    let at = &routine.schedule.at;
    if let Some(at) = at.get(index).filter(|_| at.len() == of as usize) {
        return words.message(&facts::time_of_day(*at));
    }
    let id = match (of, time) {
        (1, _) => "handout-done",
        (2 | 3, 0) => "handout-morning",
        (3, 1) => "handout-midday",
        (2, 1) | (3, 2) => "handout-evening",
        _ => {
            let number = Message::new("handout-time").with("number", time + 1);
            return words.message(&number);
        }
    };
    words.get(id)
}
