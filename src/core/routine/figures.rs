//! The figures of a file's own, `[figure.NAME]`, and the name of one in an exercise.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeValue;

use super::MOST_FIGURES;
use super::mistake::Mistake;
use super::section::Section;
use super::text::is_id;
use crate::figure::{self, Fault, Figure};
use crate::tables::{Kind, Name, Value};
use crate::text::{composed, shown};

/// What a file defines.
#[derive(Default)]
pub(super) struct Figures {
    /// Those without a mistake, by name.
    pub(super) drawn: BTreeMap<String, Figure>,
    /// All names: an exercise that uses a figure with a mistake is not wrong as well.
    names: BTreeSet<String>,
}

pub(super) fn read_all(root: &Section<'_>) -> Figures {
    let mut figures = Figures::default();
    let Some(value) = root.value("figure") else {
        return figures;
    };
    let Some(tables) = value.named() else {
        return figures;
    };
    if tables.len() > MOST_FIGURES {
        let count = tables.len();
        root.note(Mistake::TooManyFigures { count }, root.key_span("figure"));
    }
    for (name, value) in tables.into_iter().take(MOST_FIGURES) {
        let text = composed(name.get_ref());
        if !is_id(&text) {
            let text = shown(&text);
            root.note(Mistake::FigureName { text }, name.span());
        }
        if let Some(figure) = read_one(name, value) {
            figures.drawn.insert(text.clone().into_owned(), figure);
        }
        figures.names.insert(text.into_owned());
    }
    figures
}

/// What is missing from the whole is reported where its name is.
fn read_one(name: Name<'_>, value: Value<'_, Mistake>) -> Option<Figure> {
    let findings = value.findings();
    let heading = format!("figure.{}", shown(name.get_ref()));
    let DeValue::Table(table) = value.content() else {
        let wanted = Kind::Table;
        value.note(Mistake::Figure(Fault::WrongKind { wanted }));
        return None;
    };
    let in_routine = |fault: Fault| Mistake::Figure(fault.below(&heading));
    Figure::from_table(findings.source(), name.span(), table)
        .map_err(|noted| findings.note_all(noted, in_routine))
        .ok()
}

/// In the place of a figure's name: there is none, and none is missed.
const NONE: &str = "none";

impl Figures {
    /// The figure that an exercise names: the file's own first, then the shipped.
    pub(super) fn named_by(&self, exercise: &Section<'_>) -> Option<String> {
        let name = exercise.text("figure")?;
        if name.get_ref() == NONE && !self.names.contains(NONE) {
            return None;
        }
        if !self.names.contains(name.get_ref()) && figure::shipped(name.get_ref()).is_none() {
            let text = shown(name.get_ref());
            exercise.note(Mistake::FigureUnknown { name: text }, name.span());
        }
        Some(name.into_inner())
    }

    /// The figure of that name as it will be drawn; `None` if it has a mistake.
    pub(super) fn get(&self, name: &str) -> Option<&Figure> {
        if self.names.contains(name) {
            self.drawn.get(name)
        } else {
            figure::shipped(name)
        }
    }
}
