//! The hours in which a person wants to be reminded.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, ToSpan as _, Zoned};

use super::spans::Spans;

/// The hours of a person's days, wherever they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Outside of it there is no reminder at all, but for working hours.
    pub awake: Stretch,
    /// From Monday to Sunday, where the day has any.
    pub work: [Option<Stretch>; 7],
    /// In it there is no reminder at all.
    pub meal: Option<Stretch>,
}

/// From one time of the day to another; where that is not later, to the one of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub from: Time,
    pub until: Time,
}

/// Where a routine is done, as far as the hours go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Seated or standing, as can be done beside the desk.
    Desk,
    /// On the floor, for which an office is no place.
    Floor,
}

impl fmt::Display for Stretch {
    /// As it is written in the settings: `09:00-17:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, until] = [self.from, self.until];
        let (h, m) = (from.hour(), from.minute());
        write!(f, "{h:02}:{m:02}-{:02}:{:02}", until.hour(), until.minute())
    }
}

/// It is not written as two times of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("two times of the day are written like this: 09:00-17:30")]
pub struct NoStretch;

impl FromStr for Stretch {
    type Err = NoStretch;

    fn from_str(text: &str) -> Result<Self, NoStretch> {
        let (from, until) = text.split_once(['-', '–']).ok_or(NoStretch)?;
        let time = |text: &str| {
            let (hour, minute) = text.trim().split_once(':').ok_or(NoStretch)?;
            let number = |text: &str| {
                let has_digits = text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit());
                text.parse().ok().filter(|_| has_digits).ok_or(NoStretch)
            };
            Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| NoStretch)
        };
        Ok(Self {
            from: time(from)?,
            until: time(until)?,
        })
    }
}

impl Default for Hours {
    fn default() -> Self {
        let work = Some(Stretch::of_hours(9, 17));
        Self {
            awake: Stretch::of_hours(7, 22),
            work: [work, work, work, work, work, None, None],
            meal: None,
        }
    }
}

impl Stretch {
    fn of_hours(from: i8, until: i8) -> Self {
        let at = |hour| Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN);
        Self {
            from: at(from),
            until: at(until),
        }
    }

    /// It on the day on which it begins, in the zone of `here`. Where the clocks are set on, it is as much
    /// shorter as they skip.
    fn on(self, date: Date, here: &Zoned) -> Option<Range<Timestamp>> {
        let zone = here.time_zone();
        let end = if self.until > self.from {
            date
        } else {
            date.tomorrow().ok()?
        };
        let from = date.to_datetime(self.from).to_zoned(zone.clone()).ok()?;
        let until = end.to_datetime(self.until).to_zoned(zone.clone()).ok()?;
        Some(from.timestamp()..until.timestamp())
    }
}

/// The hours around a moment, as moments: of the day before, since the night belongs to it, and of the
/// week that comes.
#[derive(Debug, Clone)]
pub(super) struct Around {
    awake: Spans,
    work: Spans,
    meal: Spans,
    /// The day itself, from midnight to midnight.
    today: Range<Timestamp>,
}

impl Around {
    pub(super) fn of(hours: &Hours, here: &Zoned) -> Self {
        let dates = || (-1..=8).filter_map(|days: i32| here.date().checked_add(days.days()).ok());
        let daily = |stretch: Stretch| Spans::of(dates().filter_map(|date| stretch.on(date, here)));
        let of_weekday = |date: Date| {
            let since_monday = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
            hours.work.get(since_monday).copied().flatten()
        };
        let work = dates().filter_map(|date| of_weekday(date)?.on(date, here));
        let midnight = |zoned: Result<Zoned, _>| zoned.map(|it: Zoned| it.timestamp());
        let start = midnight(here.start_of_day()).unwrap_or(Timestamp::MIN);
        let tomorrow = here.tomorrow().and_then(|day| day.start_of_day());
        let end = midnight(tomorrow).unwrap_or(Timestamp::MAX);
        Self {
            awake: daily(hours.awake),
            work: Spans::of(work),
            meal: hours.meal.map(daily).unwrap_or_default(),
            today: start..end,
        }
    }

    /// The hours at the desk.
    pub(super) fn work(&self) -> Spans {
        self.work.without(&self.meal)
    }

    /// All hours in which something can be done at such a place.
    pub(super) fn open_to(&self, place: Place) -> Spans {
        let open = match place {
            Place::Desk => self.awake.and(&self.work),
            Place::Floor => self.awake.without(&self.work),
        };
        open.without(&self.meal)
    }

    /// The hours of today over which something is spread out: at the desk on a day that has working
    /// hours, or else all that are open.
    pub(super) fn of_today(&self, place: Place) -> Spans {
        let work = self.work().within(self.today.clone());
        if place == Place::Desk && work.length() > SignedDuration::ZERO {
            work
        } else {
            self.open_to(place).within(self.today.clone())
        }
    }

    pub(super) fn today(&self) -> &Range<Timestamp> {
        &self.today
    }
}
