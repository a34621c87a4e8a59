//! Shows one reminder in a window of its own, for the process that waits for its time.

use std::io::{self, BufRead as _, Read as _};

use crate::app::{self, NoWindow};
use crate::cli::{Context, Failure, complain, no_thread, print};
use crate::desk::call::Call;
use crate::desk::said::Said;
use crate::folders::Folders;
use crate::library::Library;
use crate::plan::Plan;
use crate::reminder::Reminder;
use crate::signals;
use crate::ui::reminder::View;
use crate::words::{Message, Words};

/// More than a reminder takes, in bytes.
const LONGEST: u64 = 64 * 1024;

pub(super) fn run(context: &Context) -> Result<(), Failure> {
    // Before anything is read: it may start the program anew.
    let display = app::find_display().map_err(|why| no_window(&why))?;
    let view = view(context, &line()?)?;
    let words = Words::of(context.words.language().tag);
    let gone = move |why: Message| {
        complain(&words.message(&why));
        signals::exit(Failure::ENVIRONMENT);
    };
    let answer = app::remind(display, context.settings.clone(), view, gone);
    let answer = answer.map_err(|why| no_window(&why))?;
    print(format!("{}\n", answer.name()))
}

fn no_window(why: &NoWindow) -> Failure {
    match why {
        NoWindow::NoDisplay => Failure::Environment(Message::new("error-display")),
        NoWindow::Failed(why) | NoWindow::Lost { why, .. } => Failure::Environment(why.clone()),
        NoWindow::NoThread(error) => no_thread(error),
    }
}

/// The first line of the standard input.
fn line() -> Result<String, Failure> {
    let mut line = String::new();
    let read = io::stdin().lock().take(LONGEST).read_line(&mut line);
    read.map_err(|error| unread(&error))?;
    Ok(line)
}

fn view(context: &Context, line: &str) -> Result<View, Failure> {
    let call: Call = serde_json::from_str(line).map_err(|error| unread(&error))?;
    let folder = context.folders.as_ref().map(Folders::routines);
    let library = Library::open(folder, context.words.language());
    let routine = library.routine(&call.routine).ok_or_else(|| {
        Failure::Input(Message::new("reminder-unknown").with("id", call.routine.as_str()))
    })?;
    let reminder = Reminder {
        routine: call.routine.into(),
        why: call.why.try_into().map_err(|error| unread(&error))?,
        after: call.after,
        can_be_put_off: call.can_be_put_off,
    };
    let said = if call.is_example {
        Said::example(&routine.title, &context.words)
    } else {
        let length = Plan::of(&routine).total;
        Said::of(&reminder, &routine.title, Some(length), &context.words)
    };
    Ok(View {
        said,
        can_be_put_off: reminder.can_be_put_off,
        routine,
    })
}

fn unread(error: &dyn std::error::Error) -> Failure {
    Failure::Input(Message::new("reminder-unread").with("reason", error.to_string()))
}
