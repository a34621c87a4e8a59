//! What is wrong with the arguments, in the person's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::words::{List, Message, Words};

/// Weeks that a programme can have.
pub(super) const MOST_WEEKS: u32 = 104;

/// What is wrong, the nearest thing that would be right, and how the command is used.
pub(super) fn explain(error: &Error, words: &Words) -> String {
    let mut lines = vec![words.message(&mistake(error))];
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let suggested: Vec<_> = suggested
        .into_iter()
        .flat_map(|kind| context(error, kind))
        .collect();
    if !suggested.is_empty() {
        let near = Message::new("usage-near").with("near", List::Or.of(suggested));
        lines.push(words.message(&near));
    } else if error.kind() == ErrorKind::InvalidSubcommand {
        let command = context(error, ContextKind::InvalidSubcommand);
        let open = Message::new("usage-open").with("command", List::Parts.of(command));
        lines.push(words.message(&open));
    } else if error.kind() == ErrorKind::UnknownArgument
        && context(error, ContextKind::InvalidArg)
            .iter()
            .any(|argument| argument.starts_with('-'))
    {
        lines.push(words.get("usage-dash"));
    }
    if let Some(usage) = context(error, ContextKind::Usage).first() {
        lines.push(format!("{}: {}", words.get("help-usage"), bare(usage)));
    }
    lines.push(words.get("usage-help"));
    lines.join("\n")
}

/// How a command is used, in a line.
pub(super) fn line(command: &mut Command) -> String {
    bare(&command.render_usage().to_string()).to_owned()
}

/// Clap's own word stands before it.
fn bare(usage: &str) -> &str {
    usage.trim_start_matches("Usage:").trim()
}

fn mistake(error: &Error) -> Message {
    let of = |kind| context(error, kind).into_iter().next().unwrap_or_default();
    let all = |kind| List::Parts.of(context(error, kind));
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            Message::new("usage-unknown-argument").with("argument", argument)
        }
        ErrorKind::InvalidSubcommand => Message::new("usage-unknown-command")
            .with("command", of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => {
            Message::new("usage-missing").with("argument", all(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => Message::new("usage-conflict")
            .with("argument", argument)
            .with("other", all(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue => Message::new("usage-value-of")
            .with("argument", argument)
            .with("value", of(ContextKind::InvalidValue))
            .with("values", all(ContextKind::ValidValue)),
        // Only these can be malformed; all else are paths, ids or choices.
        ErrorKind::ValueValidation if is_of(&argument, &["--since", "--until", "--on"]) => {
            Message::new("usage-date").with("value", of(ContextKind::InvalidValue))
        }
        ErrorKind::ValueValidation if is_of(&argument, &["--week"]) => Message::new("usage-week")
            .with("value", of(ContextKind::InvalidValue))
            .with("most", MOST_WEEKS),
        ErrorKind::ValueValidation if argument.starts_with("--language") => {
            Message::new("usage-language").with("argument", argument)
        }
        ErrorKind::ValueValidation if argument.starts_with("--quiet") => {
            Message::new("usage-quiet").with("value", of(ContextKind::InvalidValue))
        }
        ErrorKind::ValueValidation => Message::new("usage-value")
            .with("argument", argument)
            .with("value", of(ContextKind::InvalidValue)),
        _ => Message::new("usage-other"),
    }
}

/// Whether an argument is one of these, whatever value stands behind it.
fn is_of(argument: &str, flags: &[&str]) -> bool {
    let flag = argument.split(' ').next();
    flag.is_some_and(|flag| flags.contains(&flag))
}

/// What clap knows of the mistake, as texts without control characters.
fn context(error: &Error, kind: ContextKind) -> Vec<String> {
    let texts = match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    texts.iter().map(|text| crate::text::shown(text)).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::{Arguments, help};
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn every_mistake_is_told_with_what_would_be_right() {
        for (arguments, reported) in [
            ("plan", "|"),
            ("gide x", "guide"),
            ("plan x --jsn", "--json"),
            ("plan x y", "y"),
            ("check -x.toml", "./"),
            ("import --my.toml", "./"),
            ("check x --format xml", "human, json"),
            ("check x --format", "--format"),
            ("history --json --csv", "--csv"),
            ("history --since yesterday", "2026-11-01"),
            ("history --until 31.11.2026", "2026-11-01"),
            ("report --since x", "2026-11-01"),
            ("plan x --on 2026-02-30", "2026-11-01"),
            ("remind --plan --on 2027-02-31", "2026-11-01"),
            ("plan x --week 0", "104"),
            ("plan x --week 105", "104"),
            ("plan x --week two", "104"),
            ("remind --quiet soon", "tomorrow"),
            ("remind --answer maybe", "put-off"),
            ("remind --json", "--plan"),
            ("remind --plan --rehearse", "--plan"),
            ("voices --language=", "de-AT"),
            ("voices --language x/y", "de-AT"),
            ("completions tcsh", "bash, elvish, fish, powershell, zsh"),
        ] {
            for language in LANGUAGES {
                let words = Words::only(language);
                let command = help::help(Arguments::command(), &words);
                let arguments = ["supple"].into_iter().chain(arguments.split(' '));
                let error = command.try_get_matches_from(arguments).unwrap_err();
                assert_eq!(error.exit_code(), 2, "{error:?}");
                let text = explain(&error, &words);
                assert!(text.contains(reported), "{reported} in {text}");
                assert!(!text.contains("[usage"), "{text}");
                assert_ne!(mistake(&error), Message::new("usage-other"), "{text}");
            }
        }
    }

    #[test]
    fn a_value_that_is_refused_is_told_with_what_is_taken() {
        let words = Words::only(&LANGUAGES[0]);
        let command = help::help(Arguments::command(), &words);
        let mut refused = 0;
        for subcommand in command.get_subcommands() {
            for argument in subcommand.get_arguments() {
                let Some(long) = argument.get_long() else {
                    continue;
                };
                let given = ["supple", subcommand.get_name(), &format!("--{long}=§")];
                let error = command.clone().try_get_matches_from(given).err();
                if let Some(error) = error.filter(|it| it.kind() == ErrorKind::ValueValidation) {
                    refused += 1;
                    assert_ne!(mistake(&error).id, "usage-value", "{given:?}");
                }
            }
        }
        assert!(refused > 7, "{refused}");
    }

    #[test]
    fn a_report_of_other_records_needs_no_file_to_write() {
        let words = Words::of("en");
        let command = help::help(Arguments::command(), &words);
        let error = command.try_get_matches_from(["supple", "report", "--data", "x"]);
        let text = explain(&error.unwrap_err(), &words);
        assert!(text.starts_with("This is missing: --csv\n"), "{text}");
    }

    #[test]
    fn a_terminals_own_codes_are_not_passed_on() {
        let words = Words::of("en");
        let command = help::help(Arguments::command(), &words);
        let error = command
            .try_get_matches_from(["supple", "\u{1b}[2Jx"])
            .unwrap_err();
        assert!(!explain(&error, &words).contains('\u{1b}'));
    }
}
