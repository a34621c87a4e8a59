//! What can be wrong with when a routine or an exercise is to be done.

use jiff::civil::Date;

use super::Severity;
use crate::message::Message;

/// One thing that is wrong with when it is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenFault {
    /// Days by their names, and by how many there are.
    DaysTwice {
        key: &'static str,
    },
    /// More days than a week has, with those between them.
    DaysDontFit {
        days: u32,
        between: u32,
    },
    /// A list of days without any. Allowed, and probably not meant.
    NoDays,
    /// A day or a time of day that is named twice. Allowed, and probably another was meant.
    NamedTwice,
    /// None of the days lies between the first and the last day of the programme. Allowed, and probably not meant.
    NoDayInTime,
    /// Times of day, and how often a day, where the two differ. Allowed, and probably not meant.
    TimesDiffer {
        times: u32,
        named: usize,
    },
    /// By its weeks, and by its last day.
    EndsTwice,
    EndsBeforeItBegins,
    /// Words for the time after a programme that has no end. Allowed, and probably not meant.
    NeverOver,
    /// It ended on that day. Allowed, and probably not meant.
    Over {
        date: Date,
    },
    /// Two steps from one week on.
    WeekTwice {
        week: u32,
    },
    /// Allowed, and probably not meant.
    StepChangesNothing,
    /// The last week of an exercise comes before its first.
    WeeksEndFirst {
        from: u32,
        until: u32,
    },
    /// The programme has fewer weeks. Allowed, and probably not meant.
    WeekAfterEnd {
        week: u32,
        weeks: u32,
    },
    /// Weeks of the programme that have no exercise: those of another week are done then. Allowed, and
    /// probably not meant.
    WeeksWithoutExercise {
        first: u32,
        last: u32,
        instead: u32,
    },
}

impl WhenFault {
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::NoDays
            | Self::NamedTwice
            | Self::NoDayInTime
            | Self::TimesDiffer { .. }
            | Self::NeverOver
            | Self::Over { .. }
            | Self::StepChangesNothing
            | Self::WeekAfterEnd { .. }
            | Self::WeeksWithoutExercise { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) fn message(&self) -> Message {
        let say = Message::new;
        match self {
            Self::DaysTwice { key } => say("check-days-twice").with("key", *key),
            Self::DaysDontFit { days, between } => say("check-days-dont-fit")
                .with("days", *days)
                .with("between", *between),
            Self::NoDays => say("check-no-days"),
            Self::NamedTwice => say("check-named-twice"),
            Self::NoDayInTime => say("check-no-day-in-time"),
            Self::TimesDiffer { times, named } => say("check-times-differ")
                .with("times", *times)
                .with("named", *named),
            Self::EndsTwice => say("check-ends-twice"),
            Self::EndsBeforeItBegins => say("check-ends-before-it-begins"),
            Self::NeverOver => say("check-never-over"),
            Self::Over { date } => say("check-programme-over").with("date", date.to_string()),
            Self::WeekTwice { week } => say("check-week-twice").with("week", *week),
            Self::StepChangesNothing => say("check-step-changes-nothing"),
            Self::WeeksEndFirst { from, until } => say("check-weeks-end-first")
                .with("from", *from)
                .with("until", *until),
            Self::WeekAfterEnd { week, weeks } => say("check-week-after-end")
                .with("week", *week)
                .with("weeks", *weeks),
            Self::WeeksWithoutExercise { first, last, .. } => say("check-weeks-without-exercise")
                .with("count", last - first + 1)
                .with("first", *first)
                .with("last", *last),
        }
    }

    pub(super) fn help(&self) -> Message {
        let say = Message::new;
        match self {
            Self::DaysTwice { .. } => say("check-days-twice-help"),
            Self::DaysDontFit { .. } => say("check-days-dont-fit-help"),
            Self::NoDays => say("check-no-days-help"),
            Self::NamedTwice => say("check-named-twice-help"),
            Self::NoDayInTime => say("check-no-day-in-time-help"),
            Self::TimesDiffer { .. } => say("check-times-differ-help"),
            Self::EndsTwice => say("check-ends-twice-help"),
            Self::EndsBeforeItBegins => say("check-ends-before-it-begins-help"),
            Self::NeverOver => say("check-never-over-help"),
            Self::Over { .. } => say("check-programme-over-help"),
            Self::WeekTwice { .. } => say("check-week-twice-help"),
            Self::StepChangesNothing => say("check-step-changes-nothing-help"),
            Self::WeeksEndFirst { .. } => say("check-weeks-end-first-help"),
            Self::WeekAfterEnd { .. } => say("check-week-after-end-help"),
            Self::WeeksWithoutExercise { instead, .. } => {
                say("check-weeks-without-exercise-help").with("instead", *instead)
            }
        }
    }
}
