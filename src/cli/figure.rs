//! Draws a figure as a picture, or a page of all that come with Supple.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

use clap::ValueEnum;

use super::routine::{print_reading, unread};
use super::{Context, Failure, create};
use crate::figure::{Figure, Moment, Palette, names, shipped, svg};
use crate::library::{self, is_routine_file};
use crate::routine::{self, nearest, read_figure, shown};
use crate::words::{Message, Words};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Side {
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum At {
    Rest,
    Hold,
}

/// How a figure is to be drawn.
pub(super) struct Look {
    pub(super) side: Option<Side>,
    pub(super) at: At,
    pub(super) dark: bool,
}

pub(super) fn run(
    context: &Context,
    name: &OsStr,
    output: &Path,
    look: &Look,
) -> Result<(), Failure> {
    let own;
    let path = Path::new(name);
    let figure = if is_routine_file(path) || path.exists() {
        own = read(context, path)?;
        &own
    } else {
        find(&name.to_string_lossy())?
    };
    let side = look.side.map(|side| match side {
        Side::Left => routine::Side::Left,
        Side::Right => routine::Side::Right,
    });
    let moment = match look.at {
        At::Rest => Moment::REST,
        At::Hold => Moment::HOLD,
    };
    let palette = if look.dark {
        Palette::Dark
    } else {
        Palette::Light
    };
    let name = path.file_stem().unwrap_or(name).to_string_lossy();
    let label = label(&context.words, &name);
    let picture = svg::element(figure, moment, side, palette, &label);
    create(output, picture.as_bytes())?;
    written(context, output)
}

/// A page with every shipped figure: both sides, at rest and held, by day and by night.
pub(super) fn gallery(context: &Context, output: &Path) -> Result<(), Failure> {
    let words = &context.words;
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n<h1>{title}</h1>\n",
        words.language().tag,
        title = words.get("figure-gallery"),
    );
    for (name, figure) in names().filter_map(|name| Some((name, shipped(name)?))) {
        // Writing to a string can't fail.
        let _ = writeln!(page, "<h2>{name}</h2>");
        page.push_str(&row(figure, &label(words, name)));
    }
    page.push_str("</html>\n");
    create(output, page.as_bytes())?;
    written(context, output)
}

fn written(context: &Context, output: &Path) -> Result<(), Failure> {
    let written = Message::new("figure-written").with("path", output);
    super::print(context.words.message(&written) + "\n")
}

const STYLE: &str = "body{font:16px sans-serif;color:#1f2a30;background:#f6f4ef;margin:24px}\
    div{display:grid;grid-template-columns:repeat(4,1fr);gap:12px}\
    span{aspect-ratio:16/10;border-radius:12px;background:#fcfaf6;padding:8px}\
    .night{background:#1b2226}svg{width:100%;height:100%}";

fn row(figure: &Figure, label: &str) -> String {
    let mut row = String::from("<div>");
    let sides = [
        figure.drawn_for(),
        figure.drawn_for().map(routine::Side::other),
    ];
    for (palette, class) in [(Palette::Light, "day"), (Palette::Dark, "night")] {
        for side in sides {
            for moment in [Moment::REST, Moment::HOLD] {
                let picture = svg::element(figure, moment, side, palette, label);
                // Writing to a string can't fail.
                let _ = write!(row, "<span class=\"{class}\">{picture}</span>");
            }
        }
    }
    row.push_str("</div>\n");
    row
}

fn label(words: &Words, name: &str) -> String {
    words.message(&Message::new("figure-of").with("name", shown(name)))
}

fn find(name: &str) -> Result<&'static Figure, Failure> {
    shipped(name).ok_or_else(|| {
        let names: Vec<_> = names().collect();
        let message = match nearest(name, &names) {
            Some(near) => Message::new("error-figure-near").with("near", near),
            None => Message::new("error-figure-unknown").with("names", names.join(", ")),
        };
        Failure::Input(message.with("name", shown(name)))
    })
}

/// A figure from a file of its own. Mistakes are printed.
fn read(context: &Context, path: &Path) -> Result<Figure, Failure> {
    let bytes = library::bytes(path).map_err(|error| unread(&error))?;
    read_figure(&bytes).map_err(|reading| {
        print_reading(context, path, &reading);
        Failure::Reported
    })
}
