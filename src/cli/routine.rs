//! The routine that a command is given, by a file's path or by an id.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;

use super::mistakes::{Style, render};
use super::{Context, Failure};
use crate::day::{ExercisesOf, groups_to_choose_of};
use crate::folders::Folders;
use crate::library::{self, FindError, Found, Library, Origin, ReadFileError};
use crate::receive::{self, ReceiveError};
use crate::routine::{Exercise, Reading, Routine};
use crate::words::{List, Message};

/// The routine. Mistakes of its file are printed.
pub(super) fn routine(context: &Context, name: &OsStr) -> Result<Arc<Routine>, Failure> {
    find(context, name).map(|found| found.routine)
}

/// The same, with where it lies: of a share file or a photograph, where it was unpacked for as long as the command
/// takes.
pub(super) fn find(context: &Context, name: &OsStr) -> Result<Found, Failure> {
    if !library::is_file(name) {
        return find_named(context, name, name);
    }
    let received = receive::open(Path::new(name)).map_err(|error| not_received(&error))?;
    let found = find_named(context, received.file.as_os_str(), name);
    context.received.borrow_mut().push(received);
    found
}

/// `given` is what mistakes are told of.
fn find_named(context: &Context, name: &OsStr, given: &OsStr) -> Result<Found, Failure> {
    let library = Library::open(
        context.folders.as_ref().map(Folders::routines),
        context.words.language(),
    );
    let found = library::find(name, &library);
    if let Ok(found) = &found
        && found.origin == Origin::Shipped
        && let Some(why) = library.unseen()
    {
        // Another prescription than the one that is meant must not be taken for it.
        let note = Message::new("find-shipped")
            .with("why", why)
            .with("id", found.routine.id.as_str());
        super::complain(&context.words.message(&note));
    }
    if let Err(FindError::UnknownId { .. }) = &found
        && let Some(why) = library.unseen()
    {
        // It may be one of those that can't be read.
        super::complain(&context.words.message(&why));
    }
    found.map_err(|error| match error {
        FindError::Mistakes { path, reading } => {
            let path = if library::is_file(given) {
                Path::new(given)
            } else {
                &path
            };
            print_reading(context, path, &reading);
            Failure::Reported
        }
        FindError::File(error) => unread(&error),
        FindError::UnknownId { id, near: None } => {
            Failure::Input(Message::new("error-id-unknown").with("id", id))
        }
        FindError::UnknownId {
            id,
            near: Some(near),
        } => Failure::Input(
            Message::new("error-id-near")
                .with("id", id)
                .with("near", near),
        ),
    })
}

/// The exercises, by their ids, that a session has of groups of which the person chooses some.
pub(super) fn chosen(routine: &Routine, exercises: &[String]) -> Result<ExercisesOf, Failure> {
    let ids = exercises.iter().map(|name| to_choose(routine, name.trim()));
    let ids: BTreeSet<Arc<str>> = ids.collect::<Result<_, _>>()?;
    for (group, choose, of_group) in groups_to_choose_of(routine) {
        let is_chosen = |index: &&usize| ids.contains(routine.exercises[**index].id.as_str());
        let count = of_group.iter().filter(is_chosen).count();
        if count > choose {
            let too_many = Message::new("error-choose-too-many").with("group", &*group.name);
            let too_many = too_many.with("choose", choose).with("count", count);
            return Err(Failure::Usage(too_many));
        }
    }
    Ok(ExercisesOf::from([(routine.id.as_str().into(), ids)]))
}

/// The id of an exercise that there is a choice of, by the id itself or by its name.
fn to_choose(routine: &Routine, name: &str) -> Result<Arc<str>, Failure> {
    let groups = groups_to_choose_of(routine);
    let there_are = groups.iter().flat_map(|(.., exercises)| exercises);
    let there_are = there_are.map(|index| &routine.exercises[*index]);
    let there_are: Vec<&Exercise> = there_are.collect();
    if let Some(exercise) = there_are.iter().find(|exercise| exercise.id == name) {
        return Ok(exercise.id.as_str().into());
    }
    let is_named = |exercise: &&Exercise| exercise.name.to_lowercase() == name.to_lowercase();
    let named: Vec<&Exercise> = there_are.into_iter().filter(is_named).collect();
    let failure = match &named[..] {
        [exercise] => return Ok(exercise.id.as_str().into()),
        [] => Message::new("error-choose-unknown"),
        several => {
            let ids = several.iter().map(|exercise| exercise.id.as_str());
            Message::new("error-choose-several").with("ids", List::Parts.of(ids))
        }
    };
    Err(Failure::Usage(failure.with("exercise", name)))
}

/// The failure of a command whose file can't be read.
pub(super) fn unread(error: &ReadFileError) -> Failure {
    Failure::of(error.message(), error.is_environment())
}

/// The failure of a command that was given something in which there is no routine file.
pub(super) fn not_received(error: &ReceiveError) -> Failure {
    Failure::of(error.message(), error.is_environment())
}

/// Prints what was found in a file to the error stream.
pub(super) fn print_reading(context: &Context, path: &Path, reading: &Reading) {
    let mut stderr = std::io::stderr().lock();
    let is_coloured = stderr.is_terminal() && super::has_escape_codes();
    let style = if is_coloured && std::env::var_os("NO_COLOR").is_none() {
        Style::Coloured
    } else {
        Style::Plain
    };
    let text = render(path, reading, &context.words, style);
    // Nobody is left to report to if the error stream is closed.
    let _ = stderr.write_all(text.as_bytes());
}
