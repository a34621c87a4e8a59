//! A document as an HTML page that is complete in itself: no scripts, and nothing that is loaded.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::drawing::{Anchor, Drawing, Ink, LETTERS, Mark};
use super::{
    Block, Cell, Code, Document, Level, Modules, Paper, Paragraph, Picture, Run, Sheet, Sight,
    Split, Table, TableKind, Text, Tone,
};
use crate::figure::Palette;
use crate::figure::svg::{self, escaped};
use crate::text::is_right_to_left;

const STYLE: &str = include_str!("page.css");

/// The whole page, to be shown and to be printed on the sheet.
pub fn page(document: &Document, sheet: Sheet) -> String {
    let (paper, width) = match sheet.paper {
        Paper::A4 => ("A4", "210mm"),
        Paper::Letter => ("letter", "8.5in"),
    };
    let class = if sheet.large_print { "large" } else { "usual" };
    let direction = if is_right_to_left(&document.title) {
        "rtl"
    } else {
        "ltr"
    };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\" class=\"{class}\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Supple\">\n",
        language = escaped(&document.language),
    );
    if let Some(author) = &document.author {
        add(
            &mut page,
            format_args!("<meta name=\"author\" content=\"{}\">\n", escaped(author)),
        );
    }
    add(
        &mut page,
        format_args!(
            "<title>{}</title>\n<style>\n@page{{size:{paper};margin:14mm}}\n:root{{--paper:{width}}}\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
            escaped(&document.title),
        ),
    );
    add_blocks(&mut page, &document.blocks);
    add(
        &mut page,
        format_args!(
            "</main>\n<footer>{}</footer>\n</body>\n</html>\n",
            runs(&document.foot)
        ),
    );
    page
}

/// Writing to a string can't fail.
fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(text);
}

fn add_blocks(page: &mut String, blocks: &[Block]) {
    for block in blocks {
        add_block(page, block);
    }
}

fn add_block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => {
            let name = match level {
                Level::One => "h1",
                Level::Two => "h2",
                Level::Three => "h3",
            };
            add(page, format_args!("{}\n", element(name, text)));
        }
        Block::Paragraph(paragraph) => add_paragraph(page, paragraph),
        Block::Fact(fact) => {
            let (name, value) = (element("dt", &fact.name), element("dd", &fact.value));
            add(page, format_args!("<dl>{name}{value}"));
            if let Some(note) = &fact.note {
                let (language, note) = (language(note), escaped(&note.words));
                add(
                    page,
                    format_args!("<dd class=\"note\"{language}>{note}</dd>"),
                );
            }
            page.push_str("</dl>\n");
        }
        Block::Pictures(pictures) => {
            page.push_str("<div class=\"pictures\">\n");
            for picture in pictures {
                add_picture(page, picture);
            }
            page.push_str("</div>\n");
        }
        Block::Table(table) => add_table(page, table),
        Block::Code(code) => add_code(page, code),
        Block::Drawing(drawing) => add_drawing(page, drawing),
        Block::Bar(share) => add(
            page,
            format_args!(
                "<div class=\"bar\"><div style=\"width:{:.1}%\"></div></div>\n",
                share.clamp(0.0, 1.0) * 100.0
            ),
        ),
        Block::Lines(count) => {
            page.push_str("<div class=\"lines\">");
            for _ in 0..*count {
                page.push_str("<div></div>");
            }
            page.push_str("</div>\n");
        }
        Block::Framed(blocks) => {
            page.push_str("<section class=\"framed\">\n");
            add_blocks(page, blocks);
            page.push_str("</section>\n");
        }
        Block::Beside(split, [first, second]) => {
            let class = match split {
                Split::Halves => "halves",
                Split::Ends => "ends",
                Split::Margin => "margin",
                Split::Figured => "figured",
                Split::Pictured => "pictured",
                Split::Coded => "coded",
            };
            add(
                page,
                format_args!("<div class=\"beside {class}\">\n<div class=\"words\">\n"),
            );
            add_blocks(page, first);
            page.push_str("</div>\n<div>\n");
            add_blocks(page, second);
            page.push_str("</div>\n</div>\n");
        }
        Block::Whole { blocks, is_ruled } => {
            let class = if *is_ruled { "whole ruled" } else { "whole" };
            add(page, format_args!("<section class=\"{class}\">\n"));
            add_blocks(page, blocks);
            page.push_str("</section>\n");
        }
    }
}

fn add_paragraph(page: &mut String, paragraph: &Paragraph) {
    let class = match paragraph.tone {
        Tone::Plain => "",
        Tone::Quiet => " class=\"quiet\"",
        Tone::Lead => " class=\"lead\"",
        Tone::Dose => " class=\"dose\"",
        Tone::Figure => " class=\"figure\"",
    };
    // A paragraph all of one language begins on the side on which that does.
    let mut texts = paragraph.runs.iter().filter_map(Run::text);
    let first = texts.next();
    let of_all = first.filter(|first| texts.all(|text| text.language == first.language));
    let language = of_all.map(language).unwrap_or_default();
    let runs = if language.is_empty() {
        runs(&paragraph.runs)
    } else {
        let plain = paragraph.runs.iter().map(|run| in_elements(run, ""));
        plain.collect()
    };
    add(page, format_args!("<p{class}{language}>{runs}</p>\n"));
}

fn runs(runs: &[Run]) -> String {
    let all = runs.iter().map(|run| {
        let language = run.text().map(language).unwrap_or_default();
        in_elements(run, &language)
    });
    all.collect()
}

fn in_elements(run: &Run, language: &str) -> String {
    match run {
        Run::Text(text) if language.is_empty() => escaped(&text.words),
        Run::Text(text) => format!("<span{language}>{}</span>", escaped(&text.words)),
        Run::Strong(text) => format!("<strong{language}>{}</strong>", escaped(&text.words)),
        Run::Blank => "<span class=\"blank\"></span>".to_owned(),
    }
}

/// An element of that name with the text in it.
fn element(name: &str, text: &Text) -> String {
    let (language, words) = (language(text), escaped(&text.words));
    format!("<{name}{language}>{words}</{name}>")
}

/// The attributes of an element with a text in another language than the document's, and nothing for any other.
fn language(text: &Text) -> String {
    let Some(language) = &text.language else {
        return String::new();
    };
    let direction = if is_right_to_left(&text.words) {
        "rtl"
    } else {
        "ltr"
    };
    format!(" lang=\"{}\" dir=\"{direction}\"", escaped(language))
}

fn add_picture(page: &mut String, picture: &Picture) {
    add(page, format_args!("<figure{}>", language(&picture.alt)));
    match &picture.sight {
        Sight::Figure {
            figure,
            moment,
            side,
        } => {
            let drawing = svg::element(figure, *moment, *side, Palette::Light, &picture.alt.words);
            page.push_str(drawing.trim_end());
        }
        Sight::Photo(photo) => add(
            page,
            format_args!(
                "<img src=\"data:image/jpeg;base64,{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
                STANDARD.encode(&photo.jpeg),
                photo.width,
                photo.height,
                escaped(&picture.alt.words),
            ),
        ),
    }
    if let Some(caption) = &picture.caption {
        page.push_str(&element("figcaption", caption));
    }
    page.push_str("</figure>\n");
}

/// One path of a stroke for each dark stretch, on a white ground with the margin that cameras need.
fn add_code(page: &mut String, code: &Code) {
    let side = code.modules.side();
    let whole = side + 2 * Modules::MARGIN;
    add(
        page,
        format_args!(
            "<svg class=\"code\"{language} role=\"img\" aria-label=\"{alt}\" viewBox=\"0 0 {whole} {whole}\" style=\"width:{width:.2}mm;margin:0 -{margin:.2}mm\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}h-{whole}z\"/><path fill=\"#000\" d=\"",
            language = language(&code.alt),
            alt = escaped(&code.alt.words),
            width = code.modules.width_in_mm(),
            // What is dark stands in line with the words.
            margin = code.modules.margin_in_mm(),
        ),
    );
    for (x, y, length) in code.modules.dark() {
        let (x, y) = (x + Modules::MARGIN, y + Modules::MARGIN);
        add(page, format_args!("M{x} {y}h{length}v1h-{length}z"));
    }
    page.push_str("\"/></svg>\n");
}

/// What is drawn, of which the alternative text says everything.
fn add_drawing(page: &mut String, drawing: &Drawing) {
    let [width, height] = drawing.size;
    add(
        page,
        format_args!(
            "<svg class=\"chart\"{language} role=\"img\" aria-label=\"{alt}\" viewBox=\"0 0 {width:.1} {height:.1}\" font-size=\"{LETTERS}\">",
            language = language(&drawing.alt),
            alt = escaped(&drawing.alt.words),
        ),
    );
    for mark in &drawing.marks {
        match mark {
            Mark::Line {
                from,
                to,
                width,
                ink,
            } => add(
                page,
                format_args!(
                    "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"{}\" stroke-width=\"{width}\"/>",
                    from[0],
                    from[1],
                    to[0],
                    to[1],
                    colour(Some(*ink)),
                ),
            ),
            Mark::Box {
                at,
                size,
                radius,
                fill,
                edge,
            } => add(
                page,
                format_args!(
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{radius:.1}\" fill=\"{}\" stroke=\"{}\"/>",
                    at[0],
                    at[1],
                    size[0],
                    size[1],
                    colour(*fill),
                    colour(*edge),
                ),
            ),
            Mark::Label {
                at,
                anchor,
                text,
                ink,
            } => {
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                add(
                    page,
                    format_args!(
                        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" fill=\"{}\">{}</text>",
                        at[0],
                        at[1],
                        colour(Some(*ink)),
                        escaped(text),
                    ),
                );
            }
        }
    }
    page.push_str("</svg>\n");
}

fn colour(ink: Option<Ink>) -> String {
    ink.map_or("none".to_owned(), |ink| {
        let [red, green, blue] = ink.rgb();
        format!("#{red:02x}{green:02x}{blue:02x}")
    })
}

fn add_table(page: &mut String, table: &Table) {
    page.push_str(match table.kind {
        TableKind::Form => "<table>\n<thead>\n<tr><td></td>",
        TableKind::Told => "<table class=\"told\">\n<thead>\n<tr><td></td>",
    });
    for column in &table.columns {
        let (language, name) = (language(column), escaped(&column.words));
        add(
            page,
            format_args!("<th scope=\"col\"{language}>{name}</th>"),
        );
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    let has_pictures = table.rows.iter().any(|row| row.picture.is_some());
    for row in &table.rows {
        let (language, name) = (language(&row.name), escaped(&row.name.words));
        // The names stand below one another, whether or not each has a picture.
        let class = if has_pictures && row.picture.is_none() {
            " class=\"bare\""
        } else {
            ""
        };
        add(
            page,
            format_args!("<tr><th scope=\"row\"{class}{language}>"),
        );
        let note = below(row.note.as_ref());
        match &row.picture {
            Some(picture) => {
                page.push_str("<div class=\"named\">");
                add_picture(page, picture);
                add(page, format_args!("<div>{name}{note}</div></div></th>"));
            }
            None => add(page, format_args!("{name}{note}</th>")),
        }
        for cell in &row.cells {
            match cell {
                Cell::Tick => page.push_str("<td><span class=\"tick\"></span></td>"),
                Cell::Blank => page.push_str("<td></td>"),
                Cell::Nothing => page.push_str("<td>–</td>"),
                Cell::Told {
                    value,
                    note,
                    columns,
                } => {
                    let (value, note) = (element("strong", value), below(note.as_ref()));
                    match columns {
                        0 | 1 => add(page, format_args!("<td>{value}{note}</td>")),
                        _ => add(
                            page,
                            format_args!("<td colspan=\"{columns}\">{value}{note}</td>"),
                        ),
                    }
                }
            }
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

/// A note of what stands above it.
fn below(note: Option<&Text>) -> String {
    let note = note.map(|note| {
        let (language, words) = (language(note), escaped(&note.words));
        format!("<small{language}>{words}</small>")
    });
    note.unwrap_or_default()
}
