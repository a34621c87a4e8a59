//! What each part of a document is, for whoever has it read out.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, Node as TagNode, TableHeaderScope, Tag as Kind, TagGroup, TagKind, TagTree,
};

use super::pieces::Leaf;
use crate::document::{Level, Text};

/// A part of the document's structure.
#[derive(Debug)]
pub(super) enum Node {
    Leaf(Leaf),
    Group(Tag, Vec<Node>),
}

#[derive(Debug)]
pub(super) enum Tag {
    Section,
    Heading(Level, Text),
    Paragraph,
    /// With the picture in words.
    Figure(Text),
    Table,
    Head,
    Body,
    Row,
    ColumnHead,
    RowHead,
    /// Of so many columns.
    Cell(u16),
}

/// What was drawn of each leaf.
pub(super) struct Marks(Vec<Drawn>);

#[derive(Debug, Clone, Default)]
struct Drawn {
    marks: Vec<Identifier>,
    /// On which page a picture is, and where.
    place: Option<(usize, Rect)>,
}

impl Marks {
    pub(super) fn of(leaves: usize) -> Self {
        Self(vec![Drawn::default(); leaves])
    }

    pub(super) fn add(&mut self, leaf: Leaf, mark: Identifier) {
        if let Some(drawn) = self.0.get_mut(leaf) {
            drawn.marks.push(mark);
        }
    }

    pub(super) fn place(&mut self, leaf: Leaf, page: usize, rect: Rect) {
        if let Some(drawn) = self.0.get_mut(leaf) {
            drawn.place = Some((page, rect));
        }
    }

    pub(super) fn tree(&self, nodes: Vec<Node>, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in nodes {
            for node in self.nodes(node) {
                tree.push(node);
            }
        }
        tree
    }

    fn nodes(&self, node: Node) -> Vec<TagNode> {
        match node {
            Node::Leaf(leaf) => {
                let drawn = self.0.get(leaf);
                let marks = drawn.into_iter().flat_map(|drawn| &drawn.marks);
                marks.map(|mark| TagNode::Leaf(*mark)).collect()
            }
            Node::Group(tag, parts) => {
                let place = match parts.first() {
                    Some(Node::Leaf(leaf)) => self.0.get(*leaf).and_then(|drawn| drawn.place),
                    _ => None,
                };
                let mut group = TagGroup::new(kind(tag, place));
                for part in parts {
                    group.children.extend(self.nodes(part));
                }
                vec![group.into()]
            }
        }
    }
}

fn kind(tag: Tag, place: Option<(usize, Rect)>) -> TagKind {
    match tag {
        Tag::Section => Kind::Section.into(),
        Tag::Heading(level, text) => {
            // Levels count from 1.
            let level = NonZeroU16::new(level as u16).unwrap_or(NonZeroU16::MIN);
            Kind::Hn(level, Some(text.words))
                .with_lang(text.language)
                .into()
        }
        Tag::Paragraph => Kind::P.into(),
        Tag::Figure(alt) => {
            let place = place.map(|(page, rect)| BBox::new(page, rect));
            Kind::Figure(Some(alt.words))
                .with_lang(alt.language)
                .with_bbox(place)
                .into()
        }
        Tag::Table => Kind::Table.into(),
        Tag::Head => Kind::THead.into(),
        Tag::Body => Kind::TBody.into(),
        Tag::Row => Kind::TR.into(),
        Tag::ColumnHead => Kind::TH(TableHeaderScope::Column).into(),
        Tag::RowHead => Kind::TH(TableHeaderScope::Row).into(),
        Tag::Cell(columns) => {
            let columns = NonZeroU32::new(columns.into()).filter(|count| count.get() > 1);
            Kind::TD.with_col_span(columns).into()
        }
    }
}
