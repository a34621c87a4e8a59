//! The process that reminds, and what it is asked for.

use super::{AnswerName, Switch};
use crate::cli::{Context, Failure, print};
use crate::desk::request::{Quiet, Request};
use crate::desk::{self, Ran, autostart};
use crate::disk;
use crate::facts;
use crate::folders::Folders;
use crate::reminder::Answer;
use crate::words::Message;

/// Reads an argument that says how long to keep silent.
pub(super) fn quiet(text: &str) -> Result<Quiet, &'static str> {
    match text {
        "off" => Ok(Quiet::Off),
        "tomorrow" => Ok(Quiet::UntilTomorrow),
        minutes => {
            let minutes = minutes.parse().ok().filter(|minutes| *minutes > 0);
            minutes.map(Quiet::Minutes).ok_or("no number of minutes")
        }
    }
}

/// Reminds until it is asked to end.
pub(super) fn run(context: &Context, rehearse: bool) -> Result<(), Failure> {
    let folders = context.folders()?;
    context.tell(&context.settings_notes);
    let begun = || {
        // It reminds, whether anybody reads that or not.
        let _ = say(context, &Message::new("remind-begun"));
    };
    let ran = desk::run(folders, rehearse, begun).map_err(|error| {
        Failure::Environment(Message::new("remind-no-place").with("reason", disk::reason(&error)))
    })?;
    match ran {
        Ran::Ended => Ok(()),
        Ran::Off => say(context, &Message::new("remind-is-off")),
        Ran::Another => say(context, &Message::new("remind-another")),
    }
}

pub(super) fn be_quiet(context: &Context, quiet: Quiet) -> Result<(), Failure> {
    let status = asked(context, Request::Quiet(quiet))?;
    let until = status.quiet_until.as_deref();
    let until = until.and_then(|until| until.parse::<jiff::Timestamp>().ok());
    say(
        context,
        &match until {
            Some(until) => {
                let here = crate::clock::here();
                let until = until.to_zoned(here.time_zone().clone());
                let when = facts::when_it_comes(&context.words, &until, &here);
                Message::new("remind-quiet-until").with("when", when)
            }
            None => Message::new("remind-quiet-off"),
        },
    )
}

/// Answers the reminder that is on show.
pub(super) fn answer(context: &Context, answer: AnswerName) -> Result<(), Failure> {
    let answer = match answer {
        AnswerName::Start => Answer::Start,
        AnswerName::PutOff => Answer::PutOff,
        AnswerName::NotNow => Answer::NotNow,
        AnswerName::NotToday => Answer::NotToday,
    };
    let is_on_show = asked(context, Request::Status)?.is_reminding();
    if !is_on_show {
        return Err(Failure::Input(Message::new("remind-nothing-shown")));
    }
    asked(context, Request::Answer(answer)).map(drop)
}

fn asked(context: &Context, request: Request) -> Result<desk::status::Status, Failure> {
    let folders: &Folders = context.folders()?;
    let status = desk::ask(folders, request);
    status.ok_or_else(|| no_answer(folders))
}

/// Why there was none.
pub(in crate::cli) fn no_answer(folders: &Folders) -> Failure {
    if desk::is_running(folders) {
        Failure::Environment(Message::new("remind-silent"))
    } else {
        Failure::Input(Message::new("remind-none-runs"))
    }
}

pub(super) fn set_autostart(context: &Context, switch: Switch) -> Result<(), Failure> {
    if !autostart::MAY_BE {
        return Err(Failure::Environment(Message::new("remind-autostart-none")));
    }
    let on = switch == Switch::On;
    autostart::set(on, &context.words).map_err(|error| {
        let failed = Message::new("remind-autostart-failed");
        Failure::Environment(failed.with("reason", autostart::reason(&error)))
    })?;
    say(
        context,
        &Message::new(if on {
            "remind-autostart-on"
        } else {
            "remind-autostart-off"
        }),
    )
}

fn say(context: &Context, message: &Message) -> Result<(), Failure> {
    print(context.words.message(message) + "\n")
}
