//! The charts of a report.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dates;
use crate::document::chart::{self, Bar, Course};
use crate::document::drawing::Drawing;
use crate::facts;
use crate::progress::Share;
use crate::report::summary as told;
use crate::summary::{Middle, PainWeek, Span, Summary, Sums};
use crate::words::{List, Message, Words};

/// How long the stretches of time are that are shown beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Weeks,
    Months,
    Years,
}

impl Kind {
    /// The most weeks, and the most months, that are shown beside one another.
    const WEEKS: usize = 27;
    const MONTHS: usize = 36;

    pub(super) fn sessions(self) -> &'static str {
        match self {
            Self::Weeks => "record-report-sessions-week",
            Self::Months => "record-report-sessions-month",
            Self::Years => "record-report-sessions-year",
        }
    }

    /// What stands below the sessions of each.
    pub(super) fn dose_below(self) -> &'static str {
        match self {
            Self::Weeks => "record-report-dose-below-week",
            Self::Months => "record-report-dose-below-month",
            Self::Years => "record-report-dose-below-year",
        }
    }

    pub(super) fn dose(self) -> &'static str {
        match self {
            Self::Weeks => "record-report-dose-week",
            Self::Months => "record-report-dose-month",
            Self::Years => "record-report-dose-year",
        }
    }
}

/// Stretches of time, and what each comes to.
pub(super) struct Stretches {
    pub(super) kind: Kind,
    /// Whether anything was due in any of them: then what was not is in no bar.
    is_due: bool,
    each: Vec<Stretch>,
}

struct Stretch {
    /// For a chart: "7 Sep".
    name: String,
    /// For a sentence.
    date: String,
    sums: Sums,
}

impl Stretches {
    /// Weeks, or as they become too many months or years.
    pub(super) fn of(words: &Words, summary: &Summary) -> Self {
        let Span { from, to } = summary.span;
        let weeks = summary.weeks();
        let months = months(from, to);
        let is_due = summary.whole.is_due();
        let stretch = |date: Date, name: String, sums: Sums| Stretch {
            name,
            date: facts::date(words, date),
            sums,
        };
        if weeks.len() <= Kind::WEEKS {
            let each = weeks.into_iter().map(|(first, sums)| {
                let first = first.max(from);
                stretch(first, day(words, first), sums)
            });
            return Self {
                kind: Kind::Weeks,
                is_due,
                each: each.collect(),
            };
        }
        let is_years = months.len() > Kind::MONTHS;
        let mut begins = months;
        begins.retain(|date| !is_years || date.month() == 1 || *date == from);
        let each = begins.iter().enumerate().map(|(index, begin)| {
            let next = begins.get(index + 1);
            let last = next.map_or(to, |next| next.saturating_sub(1.day()));
            let name = if is_years {
                begin.year().to_string()
            } else {
                month(words, *begin)
            };
            stretch(*begin, name, summary.between(*begin, last))
        });
        Self {
            kind: if is_years { Kind::Years } else { Kind::Months },
            is_due,
            each: each.collect(),
        }
    }

    /// Whether the dose of each has room below it.
    pub(super) fn has_room_for_dose(&self) -> bool {
        chart::has_room_below(&self.bars())
    }

    fn bars(&self) -> Vec<Bar> {
        let nothing = || "–".to_owned();
        let bar = |it: &Stretch| {
            let sessions = self.sessions(&it.sums);
            Bar {
                name: it.name.clone(),
                value: sessions.map_or_else(nothing, |it| it.done.to_string()),
                below: self
                    .dose(&it.sums)
                    .map_or_else(nothing, |it| it.to_string()),
                done: sessions.map_or(0, |it| it.done),
                of: sessions.map_or(0, |it| it.of),
            }
        };
        self.each.iter().map(bar).collect()
    }

    /// Sessions that were done of those due, or where nothing was due in any stretch all of them; `None` of a stretch
    /// in which nothing was due.
    fn sessions(&self, sums: &Sums) -> Option<Share> {
        if !self.is_due {
            return Some(Share {
                done: sums.done(),
                of: sums.done(),
            });
        }
        sums.is_due().then_some(sums.sessions)
    }

    /// The dose in per cent, of the same.
    fn dose(&self, sums: &Sums) -> Option<u64> {
        let is_told = sums.is_due() == self.is_due;
        sums.held().percent().filter(|_| is_told)
    }

    /// Each in words, for those who can't see the chart.
    fn told(&self, words: &Words, of: impl Fn(&Sums) -> String) -> String {
        let each = self.each.iter().map(|it| {
            let told = Message::new("record-report-stretch")
                .with("date", it.date.as_str())
                .with("what", of(&it.sums));
            words.message(&told)
        });
        each.collect::<Vec<_>>().join("; ")
    }
}

/// Sessions that were done of those that were due, with the dose of each stretch below it if that is asked for.
pub(super) fn sessions(words: &Words, stretches: &Stretches, with_dose: bool) -> Drawing {
    let told = stretches.told(words, |sums| {
        let Some(sessions) = stretches
            .sessions(sums)
            .map(|_| told::sessions(words, sums))
        else {
            return words.get("record-report-nothing-due");
        };
        match stretches.dose(sums).filter(|_| with_dose) {
            Some(dose) => {
                let dose = Message::new("sum-percent").with("percent", dose);
                let dose = Message::new("record-report-dose").with("percent", dose);
                words.list(List::Parts, [sessions, words.message(&dose)])
            }
            None => sessions,
        }
    });
    let told = Message::new("record-report-alt")
        .with("chart", Message::new(stretches.kind.sessions()))
        .with("what", told);
    let mut bars = stretches.bars();
    if !with_dose {
        for bar in &mut bars {
            bar.below.clear();
        }
    }
    chart::bars(&bars, words.message(&told).into())
}

/// How much of the dose was completed.
pub(super) fn dose(words: &Words, stretches: &Stretches) -> Drawing {
    let bar = |it: &Stretch| {
        let percent = stretches.dose(&it.sums);
        Bar {
            name: it.name.clone(),
            value: percent.map(|it| it.to_string()).unwrap_or_default(),
            below: String::new(),
            done: percent.unwrap_or(0),
            of: percent.map_or(0, |_| 100),
        }
    };
    let bars: Vec<Bar> = stretches.each.iter().map(bar).collect();
    let told = stretches.told(words, |sums| {
        let percent = |it| words.message(&Message::new("sum-percent").with("percent", it));
        stretches.dose(sums).map_or("–".to_owned(), percent)
    });
    let told = Message::new("record-report-alt")
        .with("chart", Message::new(stretches.kind.dose()))
        .with("what", told);
    chart::bars(&bars, words.message(&told).into())
}

/// Of a week, one of its two figures.
type Of = fn(&PainWeek) -> Option<Middle>;

/// Pain before and after, week by week, with the limit.
pub(super) fn pain(words: &Words, summary: &Summary) -> Drawing {
    let Span { from, to } = summary.span;
    let whole = part(from, to, to).max(1.0);
    let across = |date: Date| part(from, date.max(from), to) / whole;
    let course = |id, of: Of, is_main| {
        let given = summary.pain.iter();
        let given = given.filter_map(|week| Some((week.first, of(week)?)));
        let points: Vec<_> = given.collect();
        let (_, last) = points.last()?;
        let name = Message::new(id).with("pain", told::middle(*last));
        Some(Course {
            name: words.message(&name),
            points: points
                .iter()
                .map(|(date, pain)| [across(*date), pain.value()])
                .collect(),
            is_main,
        })
    };
    let courses = [
        course("sum-pain-before", |week| week.before, false),
        course("sum-pain-after", |week| week.after, true),
    ];
    let courses: Vec<Course> = courses.into_iter().flatten().collect();
    let limit = summary.pain_limit.map(|limit| {
        let name = Message::new("sum-pain-limit").with("limit", limit);
        (f32::from(limit), words.message(&name))
    });
    let is_long = months(from, to).len() > Kind::MONTHS;
    let firsts = months(from, to).into_iter();
    let firsts = firsts.filter(|date| !is_long || date.month() == 1);
    let name = |date: Date| {
        if is_long {
            date.year().to_string()
        } else {
            month(words, date)
        }
    };
    let names: Vec<_> = firsts.map(|date| (across(date), name(date))).collect();
    let weeks = summary.pain.iter().map(|week| told::pain_week(words, week));
    let what = weeks.collect::<Vec<_>>().join("; ");
    let told = Message::new("record-report-alt")
        .with("chart", Message::new("sum-pain"))
        .with("what", what);
    let mut told = vec![words.message(&told)];
    told.extend(limit.as_ref().map(|(_, name)| name.clone()));
    let told = words.list(List::Parts, told);
    chart::courses(&courses, limit.as_ref(), &names, told.into())
}

/// The days between two, of those up to a third.
fn part(from: Date, date: Date, to: Date) -> f32 {
    let days = (date.min(to) - from).get_days();
    f32::from(u16::try_from(days).unwrap_or(u16::MAX))
}

/// The first day of a span, and each first of a month in it.
fn months(from: Date, to: Date) -> Vec<Date> {
    let mut months = vec![from];
    let first = from.first_of_month();
    let later = first.series(1.month()).skip(1);
    months.extend(later.take_while(|date| *date <= to));
    months
}

/// "7 Sep".
pub(super) fn day(words: &Words, date: Date) -> String {
    words.message(&dates::in_year_short(date))
}

/// "Sep".
fn month(words: &Words, date: Date) -> String {
    words.message(&dates::short_month(date))
}
