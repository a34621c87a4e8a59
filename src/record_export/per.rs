//! The record as a table with a line for each session, day or week.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::csv::{self, Separator, hurts, name, number};
use crate::history::exported;
use crate::history::{History, Past, RecordedSession};
use crate::progress::Share;
use crate::summary::{Mark, Summary, Sums};

const OF_SESSION: [&str; 26] = [
    "session",
    "started",
    "finished",
    "zone",
    "routine",
    "routine_title",
    "revision",
    "outcome",
    "reason",
    "told",
    "not_counted",
    "pain_before",
    "pain_after",
    "next_day_pain",
    "exercises_attempted",
    "exercises_prescribed",
    "held_ms",
    "prescribed_ms",
    "reps_done",
    "reps_prescribed",
    "skipped",
    "left_out",
    "easier",
    "loads",
    "hurts",
    "note",
];

/// A line for each session, newest first, those that were not begun with them.
pub(super) fn sessions(history: &History, separator: Separator) -> ::csv::Result<String> {
    let rows = history.past().into_iter().map(|past| match past {
        Past::Session(session) => of_session(session),
        Past::NotBegun(it) => csv::not_begun(&exported::NotBegun::of(it), OF_SESSION),
    });
    csv::written(OF_SESSION, rows, separator)
}

fn of_session(session: &RecordedSession) -> [String; OF_SESSION.len()] {
    let report = exported::Session::of(session);
    // Nothing of a session that was told was measured.
    let tally = (!session.is_told).then(|| session.tally());
    let reps = reps(session);
    let mut easier: Vec<&str> = Vec::new();
    for hold in session.holds.iter().filter(|hold| session.is_easier(hold)) {
        if !easier.contains(&&*hold.exercise) {
            easier.push(&hold.exercise);
        }
    }
    let loads = report.loads.iter();
    let loads = loads.map(|load| format!("{} {}", load.exercise, load.load));
    [
        report.id.to_string(),
        report.started.to_string(),
        csv::text(report.finished.as_ref()),
        csv::text(report.zone.as_ref()),
        report.routine.id.to_string(),
        report.routine.title.to_string(),
        report.routine.revision.to_string(),
        name(&report.outcome),
        report.reason.as_ref().map(name).unwrap_or_default(),
        report.told.to_string(),
        report.not_counted.as_ref().map(name).unwrap_or_default(),
        number(report.pain_before),
        number(report.pain_after),
        number(report.next_day.as_ref().map(|it| it.pain)),
        number(tally.map(|it| it.exercises.done)),
        number(tally.map(|it| it.exercises.of)),
        number(tally.map(|it| it.dose.done)),
        number(tally.map(|it| it.dose.of)),
        number(reps.map(|it| it.done)),
        number(reps.map(|it| it.of)),
        number(tally.map(|it| it.skipped)),
        report.left_out.as_ref().map(name).unwrap_or_default(),
        easier.join("; "),
        loads.collect::<Vec<_>>().join("; "),
        hurts(&report),
        csv::text(report.note.as_ref()),
    ]
}

/// Repetitions at a pace of all its holds that were to be done; `None` if there are none.
fn reps(session: &RecordedSession) -> Option<Share> {
    let mut whole = Share::default();
    for hold in &session.holds {
        whole.add(session.reps_done(hold).unwrap_or_default());
    }
    (whole.of > 0).then_some(whole)
}

const OF_DAYS: [&str; 24] = [
    "from",
    "to",
    "mark",
    "sessions_done",
    "sessions_due",
    "sessions_more",
    "sessions_free",
    "sessions_begun",
    "sessions_told",
    "sessions_unknown",
    "exercises_attempted",
    "exercises_due",
    "held_ms",
    "due_ms",
    "left_held_ms",
    "left_prescribed_ms",
    "right_held_ms",
    "right_prescribed_ms",
    "no_side_held_ms",
    "no_side_prescribed_ms",
    "reps_done",
    "reps_prescribed",
    "pain_before",
    "pain_after",
];

/// A line for each day or week, newest first.
pub(super) fn days(
    history: &History,
    summary: Option<&Summary>,
    is_weeks: bool,
    separator: Separator,
) -> ::csv::Result<String> {
    let mut reps_of: BTreeMap<Date, Share> = BTreeMap::new();
    for session in history.sessions.iter().filter(|it| it.counts()) {
        let of_day = reps_of.entry(session.started.date()).or_default();
        of_day.add(reps(session).unwrap_or_default());
    }
    let rows = summary.map(|summary| {
        let mut rows = if is_weeks {
            weeks(summary, &reps_of, separator)
        } else {
            each(summary, &reps_of)
        };
        rows.reverse();
        rows
    });
    csv::written(OF_DAYS, rows.unwrap_or_default(), separator)
}

type Row = [String; OF_DAYS.len()];

fn each(summary: &Summary, reps_of: &BTreeMap<Date, Share>) -> Vec<Row> {
    let row = |day: &crate::summary::DaySum| {
        let mark = match day.mark() {
            Mark::Before => "before",
            Mark::Nothing => "nothing_recorded",
            Mark::NotDue => "not_due",
            Mark::PutOff => "put_off_for_pain",
            Mark::Open => "not_over",
            Mark::Due => "due_nothing_recorded",
            Mark::Partly => "partly",
            Mark::Done => "done",
        };
        let due = day.due.map(u64::from);
        let reps = reps_of.get(&day.date).copied().unwrap_or_default();
        let pain = [String::new(), String::new()];
        let whole = &summary.whole;
        of_sums([day.date; 2], mark, [&day.sums, whole], due, reps, pain)
    };
    summary.days.iter().map(row).collect()
}

fn weeks(summary: &Summary, reps_of: &BTreeMap<Date, Share>, separator: Separator) -> Vec<Row> {
    let span = summary.span;
    let begins: Vec<(Date, Sums)> = summary.weeks();
    let row = |(first, sums): &(Date, Sums)| {
        let from = (*first).max(span.from);
        let last = first.saturating_add(jiff::Span::new().days(6));
        let to = last.min(span.to);
        let mut reps = Share::default();
        for (_, of_day) in reps_of.range(from..=to) {
            reps.add(*of_day);
        }
        // In order, as the pain is; a record may begin in any year.
        let begins = summary.days.partition_point(|day| day.date < from);
        let mut days = summary.days[begins..]
            .iter()
            .take_while(|day| day.date <= to);
        let is_known = days.any(|day| day.due.is_some());
        let due = is_known.then_some(sums.sessions.of);
        let pain = summary.pain.binary_search_by_key(first, |week| week.first);
        let pain = pain.map_or([None; 2], |at| {
            [summary.pain[at].before, summary.pain[at].after]
        });
        let pain = pain.map(|middle| separator.middle(middle));
        of_sums([from, to], "", [sums, &summary.whole], due, reps, pain)
    };
    begins.iter().map(row).collect()
}

fn of_sums(
    [from, to]: [Date; 2],
    mark: &str,
    [sums, whole]: [&Sums; 2],
    due: Option<u64>,
    reps: Share,
    [before, after]: [String; 2],
) -> Row {
    let both = |share: Share| {
        let share = (share.of > 0).then_some(share);
        [
            number(share.map(|it| it.done)),
            number(share.map(|it| it.of)),
        ]
    };
    // All lines are of one kind, so that they add up.
    let (attempted, held) = if whole.is_due() {
        (sums.exercises, sums.dose)
    } else {
        (sums.exercises_begun, sums.dose_begun())
    };
    let [attempted, exercises] = both(attempted);
    let [held, held_of] = both(held);
    let [left, left_of] = both(sums.left);
    let [right, right_of] = both(sums.right);
    let [none, none_of] = both(sums.both);
    let [reps, reps_of] = both(reps);
    [
        from.to_string(),
        to.to_string(),
        mark.to_owned(),
        sums.sessions.done.to_string(),
        number(due),
        sums.more.to_string(),
        sums.free.to_string(),
        sums.begun.to_string(),
        sums.told.to_string(),
        sums.unknown.to_string(),
        attempted,
        exercises,
        held,
        held_of,
        left,
        left_of,
        right,
        right_of,
        none,
        none_of,
        reps,
        reps_of,
        before,
        after,
    ]
}
