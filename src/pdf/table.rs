//! A table laid out.

use super::layout::{Align, Area, Composed, Composer};
use super::pieces::{self, Piece, What};
use super::sizes::GRID;
use super::tags::{Node, Tag};
use super::text::Style;
use crate::document::{Cell, Table, Text};

/// What a screen reader reads of a cell that people write into.
const TO_TICK: &str = "☐";
const TO_WRITE: &str = " ";

impl Composer<'_> {
    /// Each row is a piece.
    pub(super) fn table<'a>(&mut self, table: &'a Table, area: Area) -> Composed<'a> {
        let areas = self.columns(table, area);
        let (plain, strong) = (self.sizes.plain(), self.sizes.strong());
        let mut pieces = Vec::new();

        let mut head = Row::new(self);
        let corner = head.mean(areas[0], TO_WRITE);
        let mut cells = vec![Node::Group(Tag::Cell, vec![corner])];
        for (name, area) in table.columns.iter().zip(&areas[1..]) {
            let name = head.text(name, strong, *area);
            cells.push(Node::Group(Tag::ColumnHead, vec![name]));
        }
        pieces.push(head.drawn(&areas, true));
        let head = Node::Group(Tag::Head, vec![Node::Group(Tag::Row, cells)]);

        let mut rows = Vec::new();
        for row in &table.rows {
            let mut drawn = Row::new(self);
            let name = drawn.text(&row.name, plain, areas[0]);
            let mut cells = vec![Node::Group(Tag::RowHead, vec![name])];
            for (cell, area) in row.cells.iter().zip(&areas[1..]) {
                let content = match cell {
                    Cell::Tick => drawn.tick(*area),
                    Cell::Blank => drawn.mean(*area, TO_WRITE),
                    Cell::Nothing => drawn.text(&"–".into(), plain, *area),
                };
                cells.push(Node::Group(Tag::Cell, vec![content]));
            }
            pieces.push(drawn.drawn(&areas, false));
            rows.push(Node::Group(Tag::Row, cells));
        }
        let body = Node::Group(Tag::Body, rows);
        (pieces, vec![Node::Group(Tag::Table, vec![head, body])])
    }

    /// The names of the rows take what they need, and the other columns share the rest.
    fn columns(&self, table: &Table, area: Area) -> Vec<Area> {
        let inset = self.inset();
        let names = table.rows.iter().flat_map(|row| {
            self.faces
                .lines(&row.name.words, self.sizes.plain(), f32::INFINITY)
        });
        let widest = names.map(|line| line.width).fold(0.0, f32::max);
        let first = (widest + 2.0 * inset + 1.0).clamp(area.width * 0.17, area.width * 0.4);
        let count = f32::from(u16::try_from(table.columns.len()).unwrap_or(u16::MAX)).max(1.0);
        let each = (area.width - first) / count;
        let mut x = area.x;
        let mut areas = vec![Area {
            x,
            width: first,
            align: Align::Start,
        }];
        x += first;
        for _ in &table.columns {
            areas.push(Area {
                x,
                width: each,
                align: Align::Middle,
            });
            x += each;
        }
        areas
    }

    fn inset(&self) -> f32 {
        self.sizes.base * 0.35
    }
}

/// A row that is being filled.
struct Row<'c, 'f, 'a> {
    composer: &'c mut Composer<'f>,
    inset: f32,
    cells: Vec<Piece<'a>>,
}

impl<'c, 'f, 'a> Row<'c, 'f, 'a> {
    fn new(composer: &'c mut Composer<'f>) -> Self {
        Self {
            inset: composer.inset(),
            composer,
            cells: Vec::new(),
        }
    }

    fn text(&mut self, text: &Text, style: Style, area: Area) -> Node {
        let inner = Area {
            x: area.x + self.inset,
            width: area.width - 2.0 * self.inset,
            ..area
        };
        let (lines, leaf) = self.composer.text(text, style, inner);
        self.cells.push(pieces::joined(lines));
        Node::Leaf(leaf)
    }

    fn mean(&mut self, area: Area, means: &'static str) -> Node {
        let leaf = self.composer.leaf();
        let mut piece = Piece::default();
        piece.add(area.x, 0.0, What::Meaning { leaf, means });
        self.cells.push(piece);
        Node::Leaf(leaf)
    }

    fn tick(&mut self, area: Area) -> Node {
        let leaf = self.mean(area, TO_TICK);
        let size = self.composer.sizes.base;
        let frame = What::Frame {
            size: [size, size],
            radius: 2.5,
            width: 0.7,
            colour: GRID,
        };
        if let Some(cell) = self.cells.last_mut() {
            cell.height = size;
            cell.add(area.x + (area.width - size) / 2.0, 0.0, frame);
        }
        leaf
    }

    /// Each cell in the middle of the row's height, with the lines around them; that above too if it is the first.
    fn drawn(self, areas: &[Area], is_first: bool) -> Piece<'a> {
        let base = self.composer.sizes.base;
        let highest = self
            .cells
            .iter()
            .map(|cell| cell.height)
            .fold(0.0, f32::max);
        let height = (highest + 2.0 * self.inset).max(2.1 * base);
        let mut columns = Vec::new();
        for mut cell in self.cells {
            let above = (height - cell.height) / 2.0;
            for mark in &mut cell.marks {
                mark.y += above;
            }
            cell.height = height;
            columns.push(cell);
        }
        let mut row = Piece::default();
        for cell in columns {
            row = pieces::joined(pieces::beside([vec![row], vec![cell]]));
        }
        row.height = height;
        let line = |over| What::Line {
            over,
            width: 0.6,
            colour: GRID,
        };
        let (Some(first), Some(last)) = (areas.first(), areas.last()) else {
            return row;
        };
        let right = last.x + last.width;
        let across = right - first.x;
        row.add(first.x, height, line([across, 0.0]));
        if is_first {
            row.add(first.x, 0.0, line([across, 0.0]));
        }
        for area in areas {
            row.add(area.x, 0.0, line([0.0, height]));
        }
        row.add(right, 0.0, line([0.0, height]));
        row
    }
}
