//! A file's mistakes in words, each with its marked line.

use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::message::Message;
use crate::routine::{Diagnostic, Reading, Severity};
use crate::text::shown_path;
use crate::words::Words;

/// How mistakes are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With the colours of a terminal.
    Coloured,
    Plain,
}

/// All mistakes of the file at `path`, the errors before the warnings, and a last line that sums them up.
pub fn render(path: &Path, reading: &Reading, words: &Words, style: Style) -> String {
    let path = shown_path(path);
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let mut text = String::new();
    let (errors, warnings): (Vec<_>, Vec<_>) = reading
        .diagnostics
        .iter()
        .partition(|diagnostic| diagnostic.is_error());
    for diagnostic in errors.into_iter().chain(warnings) {
        text.push_str(&renderer.render(&[group(&path, diagnostic, words)]));
        text.push_str("\n\n");
    }
    if reading.more > 0 {
        let more = Message::new("check-more").with("count", reading.more);
        text.push_str(&words.message(&more));
        text.push_str("\n\n");
    }
    if reading.may_hide_more {
        text.push_str(&words.get("check-may-hide-more"));
        text.push_str("\n\n");
    }
    text.push_str(&words.message(&summary(&path, reading)));
    text.push('\n');
    text
}

fn group<'a>(path: &'a str, diagnostic: &'a Diagnostic, words: &Words) -> Group<'a> {
    let (level, name) = match diagnostic.severity() {
        Severity::Error => (Level::ERROR, "check-error"),
        Severity::Warning => (Level::WARNING, "check-warning"),
    };
    let place = &diagnostic.place;
    let title = level
        .with_name(words.get(name))
        .primary_title(words.message(&diagnostic.mistake.message()))
        .id(diagnostic.mistake.code());
    let line = Snippet::source(place.excerpt.as_str())
        .line_start(place.line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(place.mark.clone()));
    let group = if place.starts_with_line() {
        title.element(line.path(path))
    } else {
        // A snippet counts its columns from the start of what is shown.
        let origin = Origin::path(path).line(place.line);
        let origin = origin.char_column(place.column);
        title.element(origin).element(line)
    };
    match diagnostic.mistake.help() {
        None => group,
        Some(help) => {
            let level = Level::HELP.with_name(words.get("check-help"));
            group.element(level.message(words.message(&help)))
        }
    }
}

fn summary(path: &str, reading: &Reading) -> Message {
    let (errors, warnings) = (reading.errors(), reading.warnings());
    match (errors, warnings) {
        (0, 0) => Message::new("check-summary-good").with("path", path),
        (0, _) => Message::new("check-summary-warnings")
            .with("path", path)
            .with("warnings", warnings + reading.more),
        _ => Message::new("check-summary-errors")
            .with("path", path)
            .with("errors", errors + reading.more),
    }
}

#[cfg(test)]
mod tests;
