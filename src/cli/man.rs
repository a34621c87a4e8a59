//! Prints the manual page: the helps of all commands on one page, in the person's language.

use clap::{Arg, Command, CommandFactory};
use roff::{Inline, Roff, bold, italic, roman};

use super::{Arguments, Context, Failure, help, print, usage};
use crate::words::Words;

pub(super) fn run(context: &Context) -> Result<(), Failure> {
    print(page(&context.words).render())
}

fn page(words: &Words) -> Roff {
    let mut command = help::help(Arguments::command(), words);
    command.build();
    let version = concat!("supple ", env!("CARGO_PKG_VERSION"));
    let mut page = Roff::new();
    page.control("TH", ["SUPPLE", "1", "", version, ""]);
    section(&mut page, words, "man-name");
    // A line that `man -k` finds; a sentence is none.
    let about = words.get("help");
    page.text([roman(format!("supple - {}", about.trim_end_matches('.')))]);
    section(&mut page, words, "man-synopsis");
    page.text([roman(usage::line(&mut command))]);
    section(&mut page, words, "man-description");
    lines(&mut page, &words.get("help-long"));
    section(&mut page, words, "help-options");
    arguments(&mut page, &command);
    section(&mut page, words, "help-commands");
    for command in command.get_subcommands_mut() {
        let id = format!("help-{}", command.get_name());
        subcommand(&mut page, command, words, &id);
    }
    for (heading, text) in [
        ("man-exit", "man-exit-codes"),
        ("man-files", "man-files-places"),
        ("man-environment", "man-environment-names"),
    ] {
        section(&mut page, words, heading);
        lines(&mut page, &words.get(text));
    }
    section(&mut page, words, "help-examples-heading");
    as_written(&mut page, &words.get("help-examples"));
    page
}

fn section(page: &mut Roff, words: &Words, heading: &'static str) {
    page.control("SH", [words.get(heading).to_uppercase().as_str()]);
}

fn subcommand(page: &mut Roff, command: &mut Command, words: &Words, id: &str) {
    page.control("SS", [usage::line(command).as_str()]);
    let about = command.get_long_about().unwrap_or_default().to_string();
    lines(page, &about);
    arguments(page, command);
    page.control("PP", []);
    let examples = words.find(&format!("{id}-examples"));
    as_written(page, &examples.unwrap_or_default());
    for below in command.get_subcommands_mut() {
        let id = format!("{id}-{}", below.get_name());
        subcommand(page, below, words, &id);
    }
}

/// Text that is filled anew; an empty line parts paragraphs.
fn lines(page: &mut Roff, text: &str) {
    for line in text.lines() {
        if line.trim().is_empty() {
            page.control("PP", []);
        } else {
            page.text([roman(line)]);
        }
    }
}

/// Text whose lines stay as they are.
fn as_written(page: &mut Roff, text: &str) {
    page.control("nf", []);
    for line in text.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
}

/// Each argument with what it says. That every command has `--help` is said once, for the program.
fn arguments(page: &mut Roff, command: &Command) {
    let is_own = |argument: &&Arg| {
        let is_of_program = command.get_name() == "supple";
        let is_shown = is_of_program || argument.get_id() != "help";
        is_shown && !argument.is_hide_set()
    };
    for argument in command.get_arguments().filter(is_own) {
        page.control("TP", []);
        page.text(term(argument));
        let says = argument.get_help().map(ToString::to_string);
        page.text([roman(says.unwrap_or_default())]);
    }
}

fn term(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let names: Vec<_> = short.into_iter().chain(long).collect();
    let mut term = vec![bold(names.join(", "))];
    if argument.get_action().takes_values() {
        let values = argument.get_value_names().unwrap_or_default();
        let gap = if names.is_empty() { "" } else { " " };
        term.push(roman(gap));
        term.push(italic(values.join(" ")));
    }
    term
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn the_manual_has_every_command_and_argument_in_every_language() {
        for language in LANGUAGES {
            let words = Words::only(language);
            // Hyphens are written so that none of them becomes another sign.
            let text = page(&words).render().replace("\\-", "-");
            let command = help::help(Arguments::command(), &words);
            let commands = command.get_subcommands();
            let below = command.get_subcommands().flat_map(Command::get_subcommands);
            for command in commands.chain(below).chain([&command]) {
                let about = command.get_about().unwrap().to_string();
                let about = about.trim_end_matches('.');
                assert!(text.contains(about), "{about} in {text}");
                let shown = command.get_arguments().filter(|it| !it.is_hide_set());
                for argument in shown {
                    let says = argument.get_help().unwrap().to_string();
                    let says = says.replace('\'', "\\*(Aq");
                    assert!(text.contains(&says), "{says} in {text}");
                    let long = argument.get_long().map(|long| format!("--{long}\\fR"));
                    assert!(text.contains(&long.unwrap_or_default()), "{text}");
                }
            }
            assert!(!text.contains("Usage"), "{text}");
        }
    }
}
