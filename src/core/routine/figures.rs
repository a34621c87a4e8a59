//! The figures of a file's own, `[figure.NAME]`, and the name of one in an exercise.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::DeValue;

use super::MOST_FIGURES;
use super::keys::Kind;
use super::mistake::Mistake;
use super::section::Section;
use super::text::is_id;
use crate::figure::{self, Figure};
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
    let DeValue::Table(tables) = value.get_ref() else {
        let _: Option<()> = root.wrong_kind("figure", value, Kind::Table);
        return figures;
    };
    if tables.len() > MOST_FIGURES {
        let count = tables.len();
        root.note(Mistake::TooManyFigures { count }, root.key_span("figure"));
    }
    for (name, value) in tables.iter().take(MOST_FIGURES) {
        let text = composed(name.get_ref());
        if !is_id(&text) {
            let text = shown(&text);
            root.note(Mistake::FigureName { text }, name.span());
        }
        if let Some(figure) = read_one(root, name, value) {
            figures.drawn.insert(text.clone().into_owned(), figure);
        }
        figures.names.insert(text.into_owned());
    }
    figures
}

fn read_one(
    root: &Section<'_>,
    name: &Spanned<impl AsRef<str>>,
    value: &Spanned<DeValue<'_>>,
) -> Option<Figure> {
    let DeValue::Table(table) = value.get_ref() else {
        let wanted = figure::Kind::Table;
        let mistake = Mistake::Figure(figure::Fault::WrongKind { wanted });
        root.note(mistake, value.span());
        return None;
    };
    // What is missing from the whole is reported where its name is.
    match Figure::from_table(name.span(), table) {
        Ok(figure) => Some(figure),
        Err(problems) => {
            for problem in problems {
                root.note(Mistake::Figure(problem.fault), problem.span);
            }
            None
        }
    }
}

impl Figures {
    /// The figure that an exercise names: the file's own first, then the shipped.
    pub(super) fn named_by(&self, exercise: &Section<'_>) -> Option<String> {
        let name = exercise.text("figure")?;
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
