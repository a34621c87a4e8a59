//! Reminds the person of a routine, and tells when it does, and of which.

pub(super) mod process;
mod say;
mod show;

use clap::ValueEnum;
use jiff::Zoned;
use jiff::civil::Date;
use serde::Serialize;

use super::table::table;
use super::{Context, Failure, open, print, print_json};
use crate::clock;
use crate::desk::call::Reason;
use crate::desk::request::Quiet;
use crate::desk::status::written;
use crate::desk::told::why;
use crate::facts;
use crate::library::Entry;
use crate::remind::Today;
use crate::reminder::{Expected, Reminders, outlook};
use crate::words::{Message, Words};

/// What is to be done; without any of it, to remind.
#[derive(Debug, Clone, clap::Args)]
#[group(multiple = false)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, and clap lets one of them be"
)]
pub(super) struct What {
    #[arg(long)]
    plan: bool,
    #[arg(long, value_name = "MINUTES|tomorrow|off", value_parser = process::quiet)]
    quiet: Option<Quiet>,
    #[arg(long, value_enum, value_name = "ANSWER")]
    answer: Option<AnswerName>,
    #[arg(long, value_enum, value_name = "on|off")]
    autostart: Option<Switch>,
    #[arg(long)]
    rehearse: bool,
    #[arg(long)]
    settings: bool,
    /// For the process that reminds, as the next one.
    #[arg(long, hide = true)]
    show: bool,
    #[arg(long, hide = true)]
    say: bool,
}

#[derive(Debug, Clone, clap::Args)]
pub(super) struct Choice {
    #[command(flatten)]
    what: What,
    #[arg(long, requires = "plan")]
    json: bool,
    #[arg(long, value_name = "DATE", requires = "plan")]
    on: Option<Date>,
}

/// What a person can answer to a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnswerName {
    Start,
    PutOff,
    NotNow,
    NotToday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    let what = &choice.what;
    if what.plan {
        return plan(context, choice);
    }
    if what.settings {
        return open::reminders(context);
    }
    if what.show {
        return show::run(context);
    }
    if what.say {
        return say::run(context);
    }
    if let Some(switch) = what.autostart {
        return process::set_autostart(context, switch);
    }
    if let Some(quiet) = what.quiet {
        return process::be_quiet(context, quiet);
    }
    if let Some(answer) = what.answer {
        return process::answer(context, answer);
    }
    process::run(context, what.rehearse)
}

fn plan(context: &Context, choice: &Choice) -> Result<(), Failure> {
    // What can't be read of the settings counts as if it were not there, and changes what is planned.
    context.tell(&context.settings_notes);
    let here = clock::here();
    // Of another day all, and of today what is left of it.
    let other = choice.on.filter(|date| *date != here.date());
    let from = match other {
        Some(date) => midnight(date, &here)?,
        None => here,
    };
    let reminding = &context.settings.reminders;
    let today = Today::read(context.folders.as_ref(), &context.words, reminding, &from);
    if let Some(id) = &reminding.routine
        && !today.candidates.iter().any(|it| *it.routine == **id)
    {
        context.tell(&[Message::new("remind-no-routine").with("id", id.as_str())]);
    }
    let reminders = Reminders::new(reminding.wishes());
    let expected = outlook(&reminders, &today.candidates, &from);
    if choice.json {
        let reminders = expected.iter().map(ExpectedReport::of);
        return print_json(&Report {
            format: 1,
            date: from.date().to_string(),
            on: reminding.on,
            reminders: reminders.collect(),
        });
    }
    let mut lines = vec![told(context, &from, expected.is_empty())];
    lines.extend(table_of(&expected, &today.entries, &context.words));
    if !reminding.on {
        lines.push(context.words.get("remind-off"));
    }
    lines.push(String::new());
    print(lines.join("\n"))
}

fn midnight(date: Date, here: &Zoned) -> Result<Zoned, Failure> {
    let midnight = date.to_zoned(here.time_zone().clone()).ok();
    // Where a zone has left out a day, its midnight is that of the next.
    let is_its_own = |midnight: &Zoned| midnight.date() == date;
    midnight.filter(is_its_own).ok_or_else(|| {
        Failure::Usage(Message::new("remind-no-such-day").with("date", date.to_string()))
    })
}

fn told(context: &Context, from: &Zoned, is_empty: bool) -> String {
    let id = if is_empty { "remind-none" } else { "remind-on" };
    let date = facts::date(&context.words, from.date());
    context.words.message(&Message::new(id).with("date", date))
}

/// A line for each: when, of what, and why.
fn table_of(expected: &[Expected], entries: &[Entry], words: &Words) -> Option<String> {
    let row = |it: &Expected| {
        let at = words.message(&facts::time_of_day(it.at.time()));
        [
            at,
            title(&it.routine, entries),
            words.message(&why(&it.why.into())),
        ]
    };
    let rows: Vec<[String; 3]> = expected.iter().map(row).collect();
    (!rows.is_empty()).then(|| table(&rows, &[0]).trim_end().to_owned())
}

fn title(id: &str, entries: &[Entry]) -> String {
    let mut routines = entries.iter().filter_map(|entry| entry.routine.as_ref());
    let routine = routines.find(|routine| routine.id == id);
    routine.map_or_else(|| id.to_owned(), |routine| routine.title.clone())
}

/// What `remind --plan --json` prints. A contract: fields are added, never changed.
#[derive(Serialize)]
struct Report {
    format: u32,
    date: String,
    /// Whether the person wants to be reminded at all.
    on: bool,
    reminders: Vec<ExpectedReport>,
}

#[derive(Serialize)]
struct ExpectedReport {
    /// With the zone's offset.
    at: String,
    routine: String,
    /// `sitting`, `time` or `left`.
    why: &'static str,
    /// So much sitting, if that is why.
    sitting_minutes: Option<u64>,
    /// The routine's own time, if that is why.
    time: Option<String>,
    /// How many sessions were left before it, if that is why.
    left: Option<u32>,
}

impl ExpectedReport {
    fn of(expected: &Expected) -> Self {
        let at = written(&expected.at);
        let mut report = Self {
            at,
            routine: expected.routine.to_string(),
            why: "",
            sitting_minutes: None,
            time: None,
            left: None,
        };
        match expected.why.into() {
            Reason::SittingMinutes(minutes) => {
                report.why = "sitting";
                report.sitting_minutes = Some(minutes);
            }
            Reason::Time(time) => {
                report.why = "time";
                report.time = Some(time);
            }
            Reason::Left(left) => {
                report.why = "left";
                report.left = Some(left);
            }
        }
        report
    }
}
