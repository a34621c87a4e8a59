//! Draws a figure as a picture, or a page of all that come with Supple.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::routine::{print_reading, unread};
use super::{Context, Failure, create, print, require_ending};
use crate::clock;
use crate::figure::{Figure, Moment, Palette, names, shipped, svg};
use crate::library::{self, is_routine_file};
use crate::routine::{self, Reading, Routine, is_routine, read_figure};
use crate::text::{nearest, shown};
use crate::words::{List, Message, Words};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Side {
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum At {
    Rest,
    Hold,
}

/// What a person asked for: a figure in a file, all of them, or how they are written.
#[derive(Debug, Args)]
pub(super) struct Choice {
    #[arg(value_name = "NAME|FILE", required_unless_present_any = ["gallery", "reference"])]
    figure: Option<OsString>,
    #[arg(
        short,
        long,
        value_name = "FILE",
        required_unless_present = "reference"
    )]
    output: Option<PathBuf>,
    #[command(flatten)]
    look: Look,
    #[arg(long, conflicts_with_all = ["figure", "side", "at", "dark"])]
    gallery: bool,
    #[arg(long, exclusive = true)]
    reference: bool,
}

/// How a figure is to be drawn.
#[derive(Debug, Args)]
struct Look {
    #[arg(long, value_enum)]
    side: Option<Side>,
    #[arg(long, value_enum, default_value_t = At::Hold)]
    at: At,
    #[arg(long)]
    dark: bool,
}

/// The reference of the format of figures.
const REFERENCE: &str = include_str!("../../assets/figures/README.md");

pub(super) fn run(context: &Context, choice: &Choice) -> Result<(), Failure> {
    match (&choice.output, &choice.figure) {
        (Some(output), Some(figure)) => draw(context, figure, output, &choice.look),
        (Some(output), None) => {
            debug_assert!(choice.gallery, "all else needs a figure");
            draw_all(context, output)
        }
        (None, _) => {
            debug_assert!(choice.reference, "all else needs an output");
            print(REFERENCE)
        }
    }
}

fn draw(context: &Context, name: &OsStr, output: &Path, look: &Look) -> Result<(), Failure> {
    require_ending(output, "svg", "usage-output-svg")?;
    let (path, of_file) = parts(name);
    let (figure, name) = if is_file(path) {
        read(context, path, of_file)?
    } else {
        let name = name.to_string_lossy();
        (find(&name)?.clone(), name.into_owned())
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
    let label = label(&context.words, &name);
    let picture = svg::element(&figure, moment, side, palette, &label);
    create(output, picture.as_bytes())?;
    written(context, output)
}

/// A page with every shipped figure: both sides, at rest and held, by day and by night.
fn draw_all(context: &Context, output: &Path) -> Result<(), Failure> {
    require_ending(output, "html", "usage-output-html")?;
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
    print(context.words.message(&written) + "\n")
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
            None => Message::new("error-figure-unknown").with("names", List::Parts.of(names)),
        };
        Failure::Input(message.with("name", shown(name)))
    })
}

/// The path of `FILE#NAME`, and the name of the figure in it. A path that has such a sign itself is
/// taken as it stands.
fn parts(name: &OsStr) -> (&Path, Option<&str>) {
    let whole = Path::new(name);
    let halves = name.to_str().and_then(|text| text.rsplit_once('#'));
    match halves {
        Some((file, of_file)) if !whole.exists() && is_file(Path::new(file)) => {
            (Path::new(file), Some(of_file))
        }
        _ => (whole, None),
    }
}

fn is_file(path: &Path) -> bool {
    is_routine_file(path) || path.exists()
}

/// A figure from a file of its own or from a routine's, with its name. Mistakes are printed.
fn read(
    context: &Context,
    path: &Path,
    of_file: Option<&str>,
) -> Result<(Figure, String), Failure> {
    let bytes = library::bytes(path).map_err(|error| unread(&error))?;
    let wrong = |reading: &Reading| {
        print_reading(context, path, reading);
        Failure::Reported
    };
    if is_routine(&bytes) {
        let reading = library::read_bytes(&bytes, path, clock::today());
        let routine = reading.routine.as_ref().ok_or_else(|| wrong(&reading))?;
        return own(routine, path, of_file);
    }
    if let Some(name) = of_file {
        let message = Message::new("error-figure-alone").with("path", path);
        return Err(Failure::Input(message.with("name", shown(name))));
    }
    let figure = read_figure(&bytes).map_err(|reading| wrong(&reading))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok((figure, name.into_owned()))
}

/// The figure of a routine's own that has this name, or its only one.
fn own(routine: &Routine, path: &Path, name: Option<&str>) -> Result<(Figure, String), Failure> {
    let figures = &routine.figures;
    let found = match name {
        Some(name) => figures.get_key_value(name),
        None => figures.first_key_value().filter(|_| figures.len() == 1),
    };
    if let Some((name, figure)) = found {
        return Ok((figure.clone(), name.clone()));
    }
    let names: Vec<&str> = figures.keys().map(String::as_str).collect();
    let message = match (name, names.first()) {
        (_, None) => Message::new("error-figure-own-none"),
        (None, Some(first)) => Message::new("error-figure-own-several").with("first", *first),
        (Some(name), _) => match nearest(name, &names) {
            Some(near) => Message::new("error-figure-own-near").with("near", near),
            None => Message::new("error-figure-own-unknown"),
        }
        .with("name", shown(name)),
    };
    let message = message.with("path", path);
    Err(Failure::Input(message.with("names", List::Parts.of(names))))
}
