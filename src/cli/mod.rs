//! The command line: arguments in, one file for each subcommand, errors printed here alone.

mod backup;
mod check;
mod completions;
mod exercises;
mod figure;
mod fmt;
mod guide;
mod handout;
mod help;
mod history;
mod import;
mod list;
mod man;
pub mod mistakes;
mod new;
mod open;
mod plan;
mod printing;
mod remind;
mod report;
mod routine;
mod share;
mod shell;
mod status;
mod table;
mod usage;
mod version;
mod voices;

use std::cell::RefCell;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::Zoned;

use self::printing::{complain, has_escape_codes, print, print_json, printed};
use self::shell::argument;

use crate::background;
use crate::clock;
use crate::day::Day;
use crate::document::Sheet;
#[cfg(unix)]
use crate::environment;
use crate::folders::Folders;
use crate::handing_out::{self, Form, Unwritten};
use crate::history::{History, correct_undone_move};
use crate::library;
use crate::receive::Received;
use crate::routine::Region;
use crate::settings::{Settings, SettingsFile};
use crate::signals;
use crate::undisturbed;
use crate::words::{Message, Words};

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    #[cfg(unix)]
    environment::leave_out_what_has_no_end();
    signals::outlive_file_limit();
    let context = Context::find();
    let done = match arguments(&context.words) {
        Ok(arguments) if arguments.version => version::run(&context, arguments.verbose),
        Ok(arguments) => run(arguments.command, &context),
        // The help was asked for.
        Err(error) if !error.use_stderr() => printed(error.print()),
        Err(error) => {
            complain(&usage::explain(&error, &context.words));
            return ExitCode::from(2);
        }
    };
    undisturbed::settle();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Failure::Input(message)
            | Failure::Usage(message)
            | Failure::Environment(message) = &failure
            {
                complain(&context.words.message(message));
            }
            failure.exit_code()
        }
    }
}

fn run(command: Option<Command>, context: &Context) -> Result<(), Failure> {
    match command {
        None => open::run(context, None, false),
        Some(Command::Open { routine, start }) => {
            open::run(context, Some(&addressed(routine)), start)
        }
        Some(Command::Guide {
            routine,
            rehearse,
            quiet_screen,
            all,
            choose,
        }) => {
            let manner = guide::Manner {
                rehearse,
                quiet_screen,
                all,
                choose,
            };
            guide::run(context, &routine, &manner)
        }
        Some(Command::Check { files, format }) => check::run(context, &files, format),
        Some(Command::Fmt { files, check }) => fmt::run(context, &files, check),
        Some(Command::Plan {
            routine,
            when,
            json,
        }) => plan::run(context, &routine, when, json),
        Some(Command::List { json }) => list::run(context, json),
        Some(Command::Exercises { region, json }) => exercises::run(context, region, json),
        Some(Command::History(choice)) => history::run(context, &choice),
        Some(Command::Backup(choice)) => backup::run(context, &choice),
        Some(Command::Restore { file }) => backup::restore(context, &file),
        Some(Command::Remind(choice)) => remind::run(context, &choice),
        Some(Command::Status { json }) => status::run(context, json),
        Some(Command::Figure(choice)) => figure::run(context, &choice),
        Some(Command::Handout(choice)) => handout::run(context, &choice),
        Some(Command::Report(choice)) => report::run(context, &choice),
        Some(Command::Share(choice)) => share::run(context, &choice),
        Some(Command::New(choice)) => new::run(context, &choice),
        Some(Command::Import { file, replace }) => {
            let file = addressed(file.into_os_string());
            import::run(context, Path::new(&file), replace)
        }
        Some(Command::Voices { language }) => voices::run(context, language.as_deref()),
        Some(Command::Completions { shell }) => completions::run(context, shell),
        Some(Command::Man) => man::run(context),
    }
}

/// The path of a file whose address was given, as desktops do.
fn addressed(name: OsString) -> OsString {
    let path = name.to_str().and_then(library::of_address);
    path.map_or(name, OsString::from)
}

/// Why a command ended without having done its work, and with it the exit code.
#[derive(Debug)]
enum Failure {
    /// The input is at fault: code 1.
    Input(Message),
    /// The input is at fault and its mistakes have been printed: code 1.
    Reported,
    /// The arguments are at fault in a way that only the command can see: code 2.
    Usage(Message),
    /// The disk, a permission, a missing program or Supple itself is at fault and that has been said:
    /// code 3.
    ReportedEnvironment,
    /// The disk, a permission or a device is at fault: code 3.
    Environment(Message),
}

impl Failure {
    /// The exit code of a disk, a permission or a device at fault.
    const ENVIRONMENT: u8 = 3;

    fn of(message: Message, is_environment: bool) -> Self {
        if is_environment {
            Self::Environment(message)
        } else {
            Self::Input(message)
        }
    }

    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Input(_) | Self::Reported => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
            Self::ReportedEnvironment | Self::Environment(_) => ExitCode::from(Self::ENVIRONMENT),
        }
    }
}

/// A file that can't be read outweighs one that has mistakes.
fn worse(a: Result<(), Failure>, b: Result<(), Failure>) -> Result<(), Failure> {
    match (a, b) {
        (Err(Failure::ReportedEnvironment), _) | (_, Err(Failure::ReportedEnvironment)) => {
            Err(Failure::ReportedEnvironment)
        }
        (a, b) => a.and(b),
    }
}

/// What every command needs.
struct Context {
    words: Words,
    /// `None` on a machine without a home folder; commands that need none still work.
    folders: Option<Folders>,
    settings: Settings,
    /// What the person should know of their settings.
    settings_notes: Vec<Message>,
    /// What was unpacked; gone with the command.
    received: RefCell<Vec<Received>>,
}

impl Context {
    /// What is on record of a day, for what is shown of it. Nothing is written.
    fn day(&self, now: &Zoned) -> Day {
        let folders = self.folders.as_ref();
        let day = match folders.map(|folders| History::of_another(&folders.log())) {
            Some(history) => history.day(now, None),
            None => Day::new(now.date()),
        };
        day.with_first_weekday(clock::first_weekday())
    }

    fn find() -> Self {
        let mut folders = Folders::find();
        let loaded = folders
            .as_ref()
            .map(|folders| SettingsFile::load(folders.settings_file()));
        let (settings, settings_notes) =
            loaded.map_or_else(Default::default, |loaded| (loaded.settings, loaded.notes));
        if let Some(folders) = &mut folders {
            folders.record.clone_from(&settings.record_folder);
            let file = folders.settings_file();
            correct_undone_move(folders, || SettingsFile::load(file).settings.record_folder);
        }
        Self {
            words: settings.words(),
            folders,
            settings,
            settings_notes,
            received: RefCell::default(),
        }
    }

    /// Says on the error stream what the person should know and what ends no command.
    fn tell(&self, notes: &[Message]) {
        for note in notes {
            complain(&self.words.message(note));
        }
    }

    /// The person's folders, for a command that can't do without them.
    fn folders(&self) -> Result<&Folders, Failure> {
        self.folders
            .as_ref()
            .ok_or_else(|| Failure::Environment(Message::new("error-no-home")))
    }
}

// The texts come from `cli.ftl`, by the names of the commands and arguments: see `help`.
#[derive(Debug, Parser)]
#[command(name = "supple", disable_help_subcommand = true)]
struct Arguments {
    #[arg(short = 'V', long)]
    version: bool,
    #[arg(long, requires = "version")]
    verbose: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Open {
        #[arg(value_name = "FILE|ID")]
        routine: OsString,
        #[arg(long)]
        start: bool,
    },
    Guide {
        #[arg(value_name = "FILE|ID")]
        routine: OsString,
        #[arg(long)]
        rehearse: bool,
        #[arg(long, conflicts_with = "rehearse")]
        quiet_screen: bool,
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "EXERCISE,…", value_delimiter = ',')]
        choose: Vec<String>,
    },
    Check {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
        format: CheckFormat,
    },
    Fmt {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long)]
        check: bool,
    },
    Plan {
        #[arg(value_name = "FILE|ID")]
        routine: OsString,
        #[command(flatten)]
        when: plan::When,
        #[arg(long)]
        json: bool,
    },
    List {
        #[arg(long)]
        json: bool,
    },
    Exercises {
        #[arg(long, value_parser = exercises::region())]
        region: Option<Region>,
        #[arg(long)]
        json: bool,
    },
    History(history::Choice),
    Backup(backup::Choice),
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Remind(remind::Choice),
    Status {
        #[arg(long)]
        json: bool,
    },
    Figure(figure::Choice),
    Handout(handout::Choice),
    Report(report::Choice),
    Share(share::Choice),
    New(new::Choice),
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    Voices {
        #[arg(long, value_name = "TAG", value_parser = voices::language)]
        language: Option<String>,
    },
    Completions {
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    Man,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    Human,
    Json,
}

fn arguments(words: &Words) -> Result<Arguments, clap::Error> {
    let command = help::help(Arguments::command(), words);
    let given = opening(env::args_os().collect(), &command);
    Arguments::from_arg_matches(&command.try_get_matches_from(given)?)
}

/// A file that stands where a command would is opened: so desktops hand over one that was double-clicked.
fn opening(mut given: Vec<OsString>, command: &clap::Command) -> Vec<OsString> {
    let is_file = |first: &OsString| {
        let is_option = first.as_encoded_bytes().starts_with(b"-");
        !is_option && command.find_subcommand(first).is_none() && library::is_file(first)
    };
    if given.get(1).is_some_and(is_file) {
        given.insert(1, "open".into());
    }
    given
}

/// That the system has no thread to give.
fn no_thread(error: &io::Error) -> Failure {
    Failure::Environment(background::no_thread(error))
}

/// Writes a file that a command was asked for; one that is there is left alone.
fn create(file: &Path, content: &[u8]) -> Result<(), Failure> {
    let written = handing_out::write(file, content, false).map(drop);
    written.map_err(|error| match error {
        Unwritten::Exists(path) => {
            Failure::Input(Message::new("error-new-exists").with("path", path.as_path()))
        }
        other => unwritten(&other),
    })
}

/// Hands a routine out to a file; one that is there is left alone, or gives way where that was asked for.
fn hand_out(
    context: &Context,
    routine: &OsStr,
    (form, sheet): (Form, Sheet),
    output: &Path,
    replace: bool,
) -> Result<(), Failure> {
    let found = routine::find(context, routine)?;
    let given = Path::new(routine);
    // What it was unpacked from is no more to be lost than a routine file.
    handing_out::require_another(output, given).map_err(|error| unwritten(&error))?;
    let notes = handing_out::hand_out(&found, form, sheet, output, replace)
        .map_err(|error| unwritten(&error))?;
    context.tell(&notes);
    Ok(())
}

/// Whether a file's name ends so, in letters of either case.
fn ends_in(path: &Path, ending: &str) -> bool {
    let has = path.extension();
    has.is_some_and(|has| has.eq_ignore_ascii_case(ending))
}

/// Refuses a name under which no program would show what is in the file.
fn require_ending(output: &Path, ending: &str, refusal: &'static str) -> Result<(), Failure> {
    if ends_in(output, ending) {
        return Ok(());
    }
    Err(Failure::Usage(Message::new(refusal).with("path", output)))
}

fn unwritten(error: &Unwritten) -> Failure {
    Failure::of(error.message(), error.is_environment())
}
