//! The help's texts, from `cli.ftl`, by the names of the commands and their arguments.
//!
//! For the command `guide` with the argument `rehearse` these are `help-guide` (what it does, in a
//! line), `help-guide-long` (the rest of what there is to know), `help-guide-rehearse` and
//! `help-guide-examples`; for a command below another, as `history import`, `help-history-import` and so on.

use clap::{Arg, ArgAction, Command};

use super::usage;
use crate::words::Words;

/// Puts the texts into a command, its arguments and its subcommands.
pub(super) fn help(command: Command, words: &Words) -> Command {
    let mut command = of_area(command, words, "help");
    // Only then does each command know by which words it is called.
    command.build();
    with_usage(command, words)
}

/// How each command is used, with the one word of clap's own in the language of the rest.
fn with_usage(mut command: Command, words: &Words) -> Command {
    let options = format!("[{}]", words.get("help-any-options"));
    let usage = usage::line(&mut command).replace("[OPTIONS]", &options);
    let command = command.override_usage(usage);
    command.mut_subcommands(|subcommand| with_usage(subcommand, words))
}

/// What stands for a value, with each word in capital letters in the language of the rest.
fn named(value: &str, words: &Words) -> String {
    let is_of_word = |c: char| c.is_ascii_uppercase();
    let mut named = String::new();
    let mut rest = value;
    while let Some(start) = rest.find(is_of_word) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_of_word(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let id = format!("help-value-{}", word.to_ascii_lowercase());
        named += before;
        named += &words.find(&id).unwrap_or_else(|| word.to_owned());
        rest = after;
    }
    named + rest
}

fn of_area(command: Command, words: &Words, area: &str) -> Command {
    let command = command
        .subcommand_value_name(words.get("help-command"))
        .disable_help_subcommand(true);
    texts(command, words, area).mut_subcommands(|subcommand| {
        let area = format!("{area}-{}", subcommand.get_name());
        of_area(subcommand, words, &area)
    })
}

fn texts(command: Command, words: &Words, area: &str) -> Command {
    let text = |name: &str| words.find(&format!("{area}{name}")).unwrap_or_default();
    let about = text("");
    let template = template(&command, words, &text("-examples"));
    command
        .long_about(
            format!("{about}\n\n{}", unbroken(&text("-long")))
                .trim_end()
                .to_owned(),
        )
        .about(about)
        .help_template(template)
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.get("help-help")),
        )
        .mut_args(|argument| {
            let takes_value = argument.get_action().takes_values();
            let argument = argument
                .hide_default_value(takes_value)
                .hide_possible_values(takes_value);
            let values = argument.get_value_names().unwrap_or_default();
            let values: Vec<_> = values.iter().map(|value| named(value, words)).collect();
            let argument = if values.is_empty() {
                argument
            } else {
                argument.value_names(values)
            };
            match argument.get_id().as_str() {
                "help" => argument,
                id => {
                    let help = text(&format!("-{id}"));
                    argument.help(help)
                }
            }
        })
}

/// Paragraphs without the breaks that their lines have in the file: they are broken where the terminal ends.
fn unbroken(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|it| it.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// How a command's help is laid out, with headings in the language of the rest.
fn template(command: &Command, words: &Words, examples: &str) -> String {
    let section = |heading, content: &str| format!("\n{}:\n{content}\n", words.get(heading));
    let usage = words.get("help-usage");
    let mut parts = vec![format!("{{about-with-newline}}\n{usage}: {{usage}}\n")];
    if command.has_subcommands() {
        parts.push(section("help-commands", "{subcommands}"));
    }
    if command.get_positionals().next().is_some() {
        parts.push(section("help-arguments", "{positionals}"));
    }
    parts.push(section("help-options", "{options}"));
    parts.push(section("help-examples-heading", examples));
    parts.concat()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Arguments;
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn every_command_and_argument_has_its_text_in_every_language() {
        for language in LANGUAGES {
            let words = Words::only(language);
            check(&Arguments::command(), "help", &words);
        }
    }

    fn check(command: &Command, area: &str, words: &Words) {
        let has = |id: &str| assert!(words.find(id).is_some(), "{id} in {words:?}");
        has(area);
        has(&format!("{area}-examples"));
        for argument in command.get_arguments() {
            has(&format!("{area}-{}", argument.get_id()));
            let values = argument.get_value_names().unwrap_or_default().iter();
            let values = values.filter(|_| argument.get_action().takes_values());
            for word in values.flat_map(|it| it.split(|c: char| !c.is_ascii_uppercase())) {
                if !word.is_empty() {
                    has(&format!("help-value-{}", word.to_ascii_lowercase()));
                }
            }
        }
        for subcommand in command.get_subcommands() {
            let area = format!("{area}-{}", subcommand.get_name());
            check(subcommand, &area, words);
        }
    }

    #[test]
    fn a_paragraph_is_broken_by_the_terminal_alone() {
        for language in LANGUAGES {
            let words = Words::only(language);
            let text = words.get("help-backup-long");
            assert!(text.contains('\n'), "{text}");
            let mut command = help(Arguments::command(), &words).term_width(10_000);
            let backup = command.find_subcommand_mut("backup").unwrap();
            let help = backup
                .clone()
                .term_width(10_000)
                .render_long_help()
                .to_string();
            assert!(help.contains(&text.replace('\n', " ")), "{help}");
        }
    }

    #[test]
    fn help_names_every_command() {
        for language in LANGUAGES {
            let mut command = help(Arguments::command(), &Words::only(language));
            let text = command.render_help().to_string();
            for subcommand in Arguments::command().get_subcommands() {
                let line = format!("\n  {} ", subcommand.get_name());
                assert!(text.contains(&line), "{line} in {text}");
            }
        }
    }

    #[test]
    fn the_arguments_of_every_command_make_sense() {
        help(Arguments::command(), &Words::of("de")).debug_assert();
    }

    #[test]
    fn the_help_is_all_in_one_language() {
        let mut command = help(Arguments::command(), &Words::of("de"));
        let text = command.render_long_help().to_string();
        for english in ["Usage", "Options", "OPTIONS", "Commands", "Print"] {
            assert!(!text.contains(english), "{text}");
        }
        let plan = command.find_subcommand_mut("plan").unwrap();
        let text = plan.render_long_help().to_string();
        let usage = "Aufruf: supple plan [SCHALTER] <DATEI|KENNUNG>\n";
        assert!(text.contains(usage), "{text}");
        assert!(text.contains("--on <DATUM>"), "{text}");
    }
}
