//! Pieces on pages.

use super::pieces::Piece;

/// The pieces of a page, each with where its top is.
pub(super) type Page<'a> = Vec<(f32, Piece<'a>)>;

/// Puts the pieces on pages, each of which has room from `top` to `bottom`. A piece stands on one page, and what is
/// higher than one has one of its own.
pub(super) fn pages(pieces: Vec<Piece<'_>>, top: f32, bottom: f32) -> Vec<Page<'_>> {
    let mut pages = vec![Page::new()];
    let mut y = top;
    for piece in pieces {
        let is_first = pages.last().is_none_or(Vec::is_empty);
        let at = if is_first { top } else { y + piece.before };
        let fits = is_first || at + piece.height <= bottom + 0.01;
        let at = if fits { at } else { top };
        if !fits {
            pages.push(Page::new());
        }
        y = at + piece.height;
        if let Some(page) = pages.last_mut() {
            page.push((at, piece));
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_piece_is_parted_and_a_page_begins_at_its_top() {
        let strip = |height| Piece {
            before: 10.0,
            height,
            marks: Vec::new(),
        };
        let pages = pages(
            [40.0, 40.0, 30.0, 200.0, 20.0].map(strip).into(),
            5.0,
            105.0,
        );
        let tops: Vec<Vec<f32>> = pages
            .iter()
            .map(|page| page.iter().map(|(top, _)| *top).collect())
            .collect();
        assert_eq!(tops, [vec![5.0, 55.0], vec![5.0], vec![5.0], vec![5.0]]);
    }
}
