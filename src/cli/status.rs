//! What is on now with the reminders, and why.

use jiff::{Timestamp, Zoned};

use super::table::table;
use super::{Context, Failure, print, print_json};
use crate::clock;
use crate::desk::call::Reason;
use crate::desk::request::Request;
use crate::desk::status::{Happened, Now, Of, Status};
use crate::desk::{self};
use crate::facts;
use crate::reminder::Silence;
use crate::words::{List, Message, Words};

pub(super) fn run(context: &Context, json: bool) -> Result<(), Failure> {
    let reminding = &context.settings.reminders;
    let folders = context.folders.as_ref();
    let asked = folders.and_then(|folders| desk::ask(folders, Request::Status));
    let status = asked.unwrap_or_else(|| Status::of_none(reminding.on, reminding.form));
    if json {
        return print_json(&status);
    }
    let here = clock::here();
    let told = Told {
        words: &context.words,
        here: &here,
    };
    print(told.lines(&status).join("\n") + "\n")
}

/// Puts it into words, at a moment.
struct Told<'a> {
    words: &'a Words,
    here: &'a Zoned,
}

impl Told<'_> {
    fn lines(&self, status: &Status) -> Vec<String> {
        if !status.runs {
            let id = if status.on {
                "remind-none-runs"
            } else {
                "status-off"
            };
            return vec![self.words.get(id)];
        }
        let form = Message::new("status-runs").with("form", status.form.as_str());
        let sitting = status.sitting_minutes;
        let sitting = sitting.map(|it| Message::new("status-sitting").with("minutes", it));
        let quiet = status.quiet_until.as_deref().and_then(|it| self.moment(it));
        let quiet = quiet.map(|it| Message::new("status-quiet").with("when", self.when(&it)));
        let last = status.last.as_ref().map(|last| {
            Message::new("status-last")
                .with("time", self.time(&last.at))
                .with("title", last.of.title.as_str())
                .with("answer", became(last))
        });
        let now = status.now.as_ref().map(|now| self.now(now));
        let missing = self.missing(&status.missing);
        let told = [Some(form), now, sitting, quiet, last, missing];
        let told = told.iter().flatten().map(|it| self.words.message(it));
        let mut lines: Vec<String> = told.collect();
        if !status.today.is_empty() {
            lines.push(self.words.get("status-today"));
            lines.push(self.today(&status.today));
        }
        lines
    }

    fn now(&self, now: &Now) -> Message {
        let of = |id, of: &Of| {
            Message::new(id)
                .with("title", of.title.as_str())
                .with("why", why(&of.why))
        };
        match now {
            Now::Reminding { of: it } => of("status-reminding", it),
            Now::Silent { because, waiting } => {
                of("status-silent", waiting).with("because", Message::new(because_id(*because)))
            }
            Now::Waiting { at, next } => {
                let when = self.moment(at).map(|at| self.when(&at));
                of("status-waiting", next).with("when", when.unwrap_or_default())
            }
            Now::OutsideHours { until } => {
                let when = self.moment(until).map(|until| self.when(&until));
                Message::new("status-outside").with("when", when.unwrap_or_default())
            }
            Now::NothingLeft => Message::new("status-nothing-left"),
        }
    }

    fn missing(&self, missing: &[String]) -> Option<Message> {
        let known = missing.iter().filter_map(|name| {
            let id = format!("status-missing-{name}");
            self.words.find(&id)
        });
        let what = self.words.list(List::And, known);
        (!what.is_empty()).then(|| Message::new("status-missing").with("what", what))
    }

    fn today(&self, today: &[Happened]) -> String {
        let row = |it: &Happened| {
            let what = self.words.message(&became(it));
            [
                self.words.message(&self.time(&it.at)),
                it.of.title.clone(),
                what,
            ]
        };
        let rows: Vec<[String; 3]> = today.iter().map(row).collect();
        table(&rows, &[0]).trim_end().to_owned()
    }

    fn moment(&self, written: &str) -> Option<Zoned> {
        let moment: Timestamp = written.parse().ok()?;
        Some(moment.to_zoned(self.here.time_zone().clone()))
    }

    fn time(&self, written: &str) -> Message {
        let time = self.moment(written).map(|it| it.time());
        facts::time_of_day(time.unwrap_or_default())
    }

    fn when(&self, moment: &Zoned) -> String {
        facts::when_it_comes(self.words, moment, self.here)
    }
}

/// What became of a reminder.
fn became(happened: &Happened) -> Message {
    if let Some(because) = happened.silent {
        return Message::new("status-kept-back").with("because", Message::new(because_id(because)));
    }
    Message::new(match happened.answer.as_deref() {
        Some("start") => "status-answer-start",
        Some("put-off") => "status-answer-put-off",
        Some("not-now") => "status-answer-not-now",
        Some("not-today") => "status-answer-not-today",
        Some("gone") => "status-answer-gone",
        Some(_) => "status-answer-taken-back",
        None => "status-answer-on-show",
    })
}

fn because_id(because: Silence) -> &'static str {
    match because {
        Silence::Session => "status-because-session",
        Silence::Asked => "status-because-asked",
        Silence::Locked => "status-because-locked",
        Silence::Waking => "status-because-waking",
        Silence::Away => "status-because-away",
        Silence::Microphone => "status-because-microphone",
        Silence::Camera => "status-because-camera",
        Silence::FullScreen => "status-because-full-screen",
        Silence::DoNotDisturb => "status-because-do-not-disturb",
        Silence::Battery => "status-because-battery",
        Silence::Calm => "status-because-calm",
        Silence::JustDone => "status-because-just-done",
        Silence::JustReminded => "status-because-just-reminded",
    }
}

fn why(why: &Reason) -> Message {
    match why {
        Reason::SittingMinutes(minutes) => {
            Message::new("remind-why-sitting").with("minutes", *minutes)
        }
        Reason::Time(time) => {
            let time: Option<jiff::civil::Time> = time.parse().ok();
            let time = facts::time_of_day(time.unwrap_or_default());
            Message::new("remind-why-time").with("time", time)
        }
        Reason::Left(left) => Message::new("remind-why-left").with("count", *left),
    }
}
