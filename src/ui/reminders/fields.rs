//! How a setting stands beside its name, and times of day that are typed.

use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};
use jiff::civil::Time;

use crate::facts;
use crate::ui::theme::space;
use crate::ui::widgets::{Line, body};
use crate::words::Words;

/// As wide as the names at the left are, in points.
const NAMES: f32 = 112.0;
/// What stands beside them needs so much; it stands below them where that is not there.
const BESIDE: f32 = 360.0;

/// Controls with their name at the left, or above them.
pub(super) fn labelled(ui: &mut Ui, name: &str, controls: impl FnOnce(&mut Ui)) {
    let room = ui.available_width() - NAMES - space::M;
    if room < BESIDE {
        body(ui, name);
        controls(ui);
        return;
    }
    let mut line = Line::begin(ui);
    line.add(ui, NAMES, space::M, |ui| {
        // In the middle of the first line of controls.
        let size = vec2(NAMES, space::CONTROL);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| body(ui, name));
    });
    line.add(ui, room, 0.0, |ui| {
        ui.scope_builder(UiBuilder::new(), controls);
    });
    line.end(ui);
}

/// A time of day as it is typed: 9, 9:30, 17.30, 5:30 pm.
pub(super) fn time(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase();
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let half = text[digits.len()..].trim();
    let (hour, minute) = match digits.split_once([':', '.', 'h']) {
        Some((hour, minute)) => (hour.trim(), minute.trim()),
        None => (digits, "0"),
    };
    let number = |text: &str| {
        let is_number = text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit());
        text.parse::<i8>().ok().filter(|_| is_number)
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let hour = match half.chars().next() {
        Some('p') if hour < 12 => hour + 12,
        Some('a') if hour == 12 => 0,
        Some('p' | 'a') if hour > 12 => return None,
        None | Some('p' | 'a' | 'h' | 'u') => hour,
        Some(_) => return None,
    };
    // The end of a day.
    Time::new(
        if hour == 24 && minute == 0 { 0 } else { hour },
        minute,
        0,
        0,
    )
    .ok()
}

/// It as people write it.
pub(super) fn written(words: &Words, time: Time) -> String {
    words.message(&facts::time_of_day(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_read_as_people_type_it_and_as_it_is_shown() {
        let at = |hour, minute| Some(jiff::civil::time(hour, minute, 0, 0));
        for (typed, expected) in [
            ("9", at(9, 0)),
            (" 09:30 ", at(9, 30)),
            ("17.30", at(17, 30)),
            ("17h30", at(17, 30)),
            ("17 Uhr", at(17, 0)),
            ("5:30 p.m.", at(17, 30)),
            ("12 am", at(0, 0)),
            ("12:15 pm", at(12, 15)),
            ("24:00", at(0, 0)),
            ("", None),
            ("25", None),
            ("9:60", None),
            ("9:", None),
            ("nine", None),
            ("13 pm", None),
            ("-9", None),
            ("9:30:00", None),
        ] {
            assert_eq!(time(typed), expected, "{typed}");
        }
        for language in ["en", "en-US", "de"] {
            let words = Words::of(language);
            for hour in 0..24 {
                let it = jiff::civil::time(hour, 5, 0, 0);
                assert_eq!(time(&written(&words, it)), Some(it), "{language}");
            }
        }
    }
}
