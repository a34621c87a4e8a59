//! What is on now with the reminders, and why.

use super::table::table;
use super::{Context, Failure, print, print_json};
use crate::clock;
use crate::desk;
use crate::desk::request::Request;
use crate::desk::status::{Happened, Status};
use crate::desk::told::{self, Told, became};
use crate::folders::Folders;
use crate::words::Message;

pub(super) fn run(context: &Context, json: bool) -> Result<(), Failure> {
    let reminding = &context.settings.reminders;
    let folders = context.folders.as_ref();
    let asked = folders.and_then(|folders| desk::ask(folders, Request::Status));
    let is_silent = |folders: &&Folders| asked.is_none() && desk::is_running(folders);
    if let Some(folders) = folders.filter(is_silent).filter(|_| !json) {
        return Err(super::remind::process::no_answer(folders));
    }
    let status = asked.unwrap_or_else(|| Status::of_none(reminding.on, reminding.form));
    if json {
        return print_json(&status);
    }
    let here = clock::here();
    let told = Told {
        words: &context.words,
        here: &here,
    };
    print(lines(&told, &status).join("\n") + "\n")
}

/// What is printed, a line for each.
fn lines(told: &Told<'_>, status: &Status) -> Vec<String> {
    if !status.runs {
        let id = if status.on {
            "remind-none-runs"
        } else {
            "status-off"
        };
        return vec![told.words.get(id)];
    }
    let form = told::form(status);
    let sitting = status.sitting_minutes;
    let sitting = sitting.map(|it| Message::new("status-sitting").with("minutes", it));
    let quiet = status.quiet_until.as_deref().and_then(|it| told.moment(it));
    let quiet = quiet.map(|it| Message::new("status-quiet").with("when", told.when(&it)));
    let last = status.last.as_ref().map(|last| {
        Message::new("status-last")
            .with("time", told.time(&last.at))
            .with("title", last.of.title.as_str())
            .with("answer", became(last))
    });
    let now = told.stands(status);
    let missing = told.missing(&status.missing);
    let trouble = status.trouble.map(told::trouble);
    let said = [Some(form), now, sitting, quiet, last, missing, trouble];
    let said = said.iter().flatten().map(|it| told.words.message(it));
    let mut lines: Vec<String> = said.collect();
    if !status.today.is_empty() {
        lines.push(told.words.get("status-today"));
        lines.push(today(told, &status.today));
    }
    lines
}

fn today(told: &Told<'_>, today: &[Happened]) -> String {
    let row = |it: &Happened| {
        let what = told.words.message(&became(it));
        [
            told.words.message(&told.time(&it.at)),
            it.of.title.clone(),
            what,
        ]
    };
    let rows: Vec<[String; 3]> = today.iter().map(row).collect();
    table(&rows, &[0]).trim_end().to_owned()
}
