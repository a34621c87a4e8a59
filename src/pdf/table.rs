//! A table laid out.

use super::layout::{Align, Area, Composed, Composer};
use super::pieces::{self, Piece, What};
use super::sizes::{GRID, HAIRLINE};
use super::tags::{Node, Tag};
use super::text::Style;
use crate::document::{self, Cell, Picture, Table, TableKind, Text, Tone};

/// What a screen reader reads of a cell that people write into.
const TO_TICK: &str = "☐";
const TO_WRITE: &str = " ";

impl Composer<'_> {
    /// Each row is a piece, of a table to be read the first one with the heads of its columns.
    pub(super) fn table<'a>(&mut self, table: &'a Table, area: Area) -> Composed<'a> {
        let areas = self.columns(table, area);
        let (plain, strong) = (self.sizes.plain(), self.sizes.strong());
        let [head_style, name_style] = match table.kind {
            TableKind::Form => [strong, plain],
            TableKind::Told => [self.sizes.tone(Tone::Quiet), strong],
        };
        let kind = table.kind;
        let mut pieces = Vec::new();

        let mut head = Row::new(self);
        let corner = head.mean(areas[0], TO_WRITE);
        let mut cells = vec![Node::Group(Tag::Cell(1), vec![corner])];
        for (name, area) in table.columns.iter().zip(&areas[1..]) {
            let name = head.text(name, head_style, *area);
            cells.push(Node::Group(Tag::ColumnHead, vec![name]));
        }
        pieces.push(head.drawn(&areas, kind, true));
        let head = Node::Group(Tag::Head, vec![Node::Group(Tag::Row, cells)]);

        let has_pictures = table.rows.iter().any(|row| row.picture.is_some());
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut drawn = Row::new(self);
            let name = drawn.name(row, name_style, areas[0], has_pictures);
            let mut cells = vec![Node::Group(Tag::RowHead, name)];
            let mut free = areas[1..].iter();
            for cell in &row.cells {
                let Some(mut area) = free.next().copied() else {
                    break;
                };
                let mut columns = 1;
                let content = match cell {
                    Cell::Tick => vec![drawn.tick(area)],
                    Cell::Blank => vec![drawn.mean(area, TO_WRITE)],
                    Cell::Nothing => vec![drawn.text(&"–".into(), plain, area)],
                    Cell::Told {
                        value,
                        note,
                        columns: of,
                    } => {
                        columns = *of;
                        for more in free.by_ref().take(usize::from(columns.saturating_sub(1))) {
                            area.width += more.width;
                        }
                        drawn.noted(value, strong, note.as_ref(), area)
                    }
                };
                cells.push(Node::Group(Tag::Cell(columns), content));
            }
            pieces.push(drawn.drawn(&areas, kind, false));
            rows.push(Node::Group(Tag::Row, cells));
        }
        // What is told is not parted from what it is told of.
        if table.kind == TableKind::Told && pieces.len() > 1 {
            let rest = pieces.split_off(2);
            pieces = vec![pieces::joined(pieces)];
            pieces.extend(rest);
        }
        let body = Node::Group(Tag::Body, rows);
        (pieces, vec![Node::Group(Tag::Table, vec![head, body])])
    }

    /// The names of the rows take what they need, and the other columns share the rest.
    fn columns(&self, table: &Table, area: Area) -> Vec<Area> {
        let align = match table.kind {
            TableKind::Form => Align::Middle,
            TableKind::Told => Align::Start,
        };
        let inset = self.inset();
        let names = table.rows.iter().flat_map(|row| {
            self.faces
                .lines(&row.name.words, self.sizes.plain(), f32::INFINITY)
        });
        let widest = names.map(|line| line.width).fold(0.0, f32::max);
        let first = match table.kind {
            TableKind::Form => {
                (widest + 2.0 * inset + 1.0).clamp(area.width * 0.17, area.width * 0.4)
            }
            TableKind::Told => area.width * 0.35,
        };
        let count = f32::from(u16::try_from(table.columns.len()).unwrap_or(u16::MAX)).max(1.0);
        let room = area.width - first;
        // Why something was left out takes more words than how much was done.
        let each = match table.kind {
            TableKind::Form => room / count,
            TableKind::Told => {
                let needed = self.figures_need(table) + 2.0 * inset + 1.0;
                if needed <= room / (count + 0.3) {
                    needed
                } else {
                    room / (count + 1.0)
                }
            }
        };
        let last = room - each * (count - 1.0);
        let mut x = area.x;
        let mut areas = vec![Area {
            x,
            width: first,
            align: Align::Start,
        }];
        x += first;
        for index in 1..=table.columns.len() {
            let is_last = index == table.columns.len();
            let width = if is_last { last } else { each };
            areas.push(Area { x, width, align });
            x += width;
        }
        areas
    }

    /// The room that the widest needs of what is told in a column but the first and the last.
    fn figures_need(&self, table: &Table) -> f32 {
        let [quiet, strong] = [self.sizes.tone(Tone::Quiet), self.sizes.strong()];
        let inner = table.columns.len().saturating_sub(1);
        let heads = table.columns.iter().take(inner).map(|head| (head, quiet));
        let cells = table.rows.iter().filter_map(|row| row.cells.split_last());
        let cells = cells.flat_map(|(_, cells)| cells);
        let told = cells.filter_map(|cell| match cell {
            Cell::Told {
                value,
                note,
                columns: 1,
            } => Some([Some((value, strong)), note.as_ref().map(|it| (it, quiet))]),
            _ => None,
        });
        let texts = heads.chain(told.flatten().flatten());
        let lines =
            texts.flat_map(|(text, style)| self.faces.lines(&text.words, style, f32::INFINITY));
        lines.map(|line| line.width).fold(0.0, f32::max)
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

    /// A text and what there is to know of it below.
    fn noted(&mut self, text: &Text, style: Style, note: Option<&Text>, area: Area) -> Vec<Node> {
        let mut nodes = vec![self.text(text, style, area)];
        if let Some(note) = note {
            let above = self.cells.pop();
            let quiet = self.composer.sizes.tone(Tone::Quiet);
            nodes.push(self.text(note, quiet, area));
            let both = above.into_iter().chain(self.cells.pop()).collect();
            self.cells.push(pieces::joined(both));
        }
        nodes
    }

    /// The name of a row, beside its picture; where other rows have one and it has none, beside where that would be.
    fn name<'t: 'a>(
        &mut self,
        row: &'t document::Row,
        style: Style,
        area: Area,
        has_pictures: bool,
    ) -> Vec<Node> {
        let width = if has_pictures { area.width * 0.27 } else { 0.0 };
        let beside = Area {
            x: area.x + width,
            width: area.width - width,
            ..area
        };
        let Some(picture) = &row.picture else {
            return self.noted(&row.name, style, row.note.as_ref(), beside);
        };
        let node = self.picture(picture, area.x, width - 2.0 * self.inset);
        let above = self.cells.pop();
        let mut nodes = vec![node];
        nodes.extend(self.noted(&row.name, style, row.note.as_ref(), beside));
        let mut words = self.cells.pop().unwrap_or_default();
        let picture = above.unwrap_or_default();
        words.before = ((picture.height - words.height) / 2.0).max(0.0);
        let both = pieces::beside([vec![picture], vec![words]]);
        self.cells.push(pieces::joined(both));
        nodes
    }

    fn picture<'t: 'a>(&mut self, picture: &'t Picture, x: f32, width: f32) -> Node {
        let leaf = self.composer.leaf();
        let size = [width, width * 0.6];
        let mut piece = Piece {
            before: 0.0,
            height: size[1],
            marks: Vec::new(),
        };
        let sight = &picture.sight;
        piece.add(x, 0.0, What::Sight { leaf, sight, size });
        self.cells.push(piece);
        let tag = Tag::Figure(picture.alt.clone());
        Node::Group(tag, vec![Node::Leaf(leaf)])
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
    fn drawn(self, areas: &[Area], kind: TableKind, is_first: bool) -> Piece<'a> {
        let base = self.composer.sizes.base;
        let highest = self
            .cells
            .iter()
            .map(|cell| cell.height)
            .fold(0.0, f32::max);
        let height = match kind {
            TableKind::Form => (highest + 2.0 * self.inset).max(2.1 * base),
            TableKind::Told => highest + 2.0 * self.inset,
        };
        let mut columns = Vec::new();
        for mut cell in self.cells {
            let above = match kind {
                TableKind::Form => (height - cell.height) / 2.0,
                TableKind::Told => self.inset,
            };
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
            colour: match kind {
                TableKind::Told if !is_first => HAIRLINE,
                _ => GRID,
            },
        };
        let (Some(first), Some(last)) = (areas.first(), areas.last()) else {
            return row;
        };
        let right = last.x + last.width;
        let across = right - first.x;
        row.add(first.x, height, line([across, 0.0]));
        if kind == TableKind::Told {
            return row;
        }
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
