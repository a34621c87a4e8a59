//! A document as an HTML page that is complete in itself: no scripts, and nothing that is loaded.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{
    Block, Cell, Code, Document, Level, Modules, Paper, Paragraph, Picture, Run, Sheet, Sight,
    Split, Table, Tone,
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
            escaped(&document.foot)
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
            add(page, format_args!("<{name}>{}</{name}>\n", escaped(text)));
        }
        Block::Paragraph(paragraph) => add_paragraph(page, paragraph),
        Block::Fact(fact) => {
            let (name, value) = (escaped(&fact.name), escaped(&fact.value));
            add(page, format_args!("<dl><dt>{name}</dt><dd>{value}</dd>"));
            if let Some(note) = &fact.note {
                add(
                    page,
                    format_args!("<dd class=\"note\">{}</dd>", escaped(note)),
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
                Split::Ends => "ends",
                Split::Margin => "margin",
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
    page.push_str(match paragraph.tone {
        Tone::Plain => "<p>",
        Tone::Quiet => "<p class=\"quiet\">",
        Tone::Lead => "<p class=\"lead\">",
        Tone::Dose => "<p class=\"dose\">",
    });
    for run in &paragraph.runs {
        match run {
            Run::Text(text) => page.push_str(&escaped(text)),
            Run::Strong(text) => add(page, format_args!("<strong>{}</strong>", escaped(text))),
            Run::Blank => page.push_str("<span class=\"blank\"></span>"),
        }
    }
    page.push_str("</p>\n");
}

fn add_picture(page: &mut String, picture: &Picture) {
    page.push_str("<figure>");
    match &picture.sight {
        Sight::Figure {
            figure,
            moment,
            side,
        } => {
            let drawing = svg::element(figure, *moment, *side, Palette::Light, &picture.alt);
            page.push_str(drawing.trim_end());
        }
        Sight::Photo(photo) => add(
            page,
            format_args!(
                "<img src=\"data:image/jpeg;base64,{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
                STANDARD.encode(&photo.jpeg),
                photo.width,
                photo.height,
                escaped(&picture.alt),
            ),
        ),
    }
    if let Some(caption) = &picture.caption {
        add(
            page,
            format_args!("<figcaption>{}</figcaption>", escaped(caption)),
        );
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
            "<svg class=\"code\" role=\"img\" aria-label=\"{alt}\" viewBox=\"0 0 {whole} {whole}\" style=\"width:{width:.2}mm;margin:0 -{margin:.2}mm\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}h-{whole}z\"/><path fill=\"#000\" d=\"",
            alt = escaped(&code.alt),
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

fn add_table(page: &mut String, table: &Table) {
    page.push_str("<table>\n<thead>\n<tr><td></td>");
    for column in &table.columns {
        add(
            page,
            format_args!("<th scope=\"col\">{}</th>", escaped(column)),
        );
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        add(
            page,
            format_args!("<tr><th scope=\"row\">{}</th>", escaped(&row.name)),
        );
        for cell in &row.cells {
            page.push_str(match cell {
                Cell::Tick => "<td><span class=\"tick\"></span></td>",
                Cell::Blank => "<td></td>",
                Cell::Nothing => "<td>–</td>",
            });
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}
