//! What became of the shapes from one frame to the next.

use egui::epaint::ClippedShape;

use crate::shapes::{Drawn, same};

/// How far ahead is looked for where both go on alike.
const AHEAD: usize = 24;

/// For each of the new shapes which of the old ones it is, if any. Both go the same way through their
/// lists: of those that were kept, none was laid over another that lay over it before.
pub(crate) fn kept(old: &[Drawn], new: &[ClippedShape]) -> Vec<Option<usize>> {
    let mut kept = vec![None; new.len()];
    let alike = |(one, other): (usize, usize)| matches!((old.get(one), new.get(other)), (Some(one), Some(other)) if same(&one.shape, other));
    let (mut one, mut other) = (0, 0);
    while one < old.len() && other < new.len() {
        if !alike((one, other)) {
            let Some((gone, come)) = ahead().find(|(gone, come)| alike((one + gone, other + come)))
            else {
                one += 1;
                other += 1;
                continue;
            };
            one += gone;
            other += come;
        }
        kept[other] = Some(one);
        one += 1;
        other += 1;
    }
    kept
}

/// How many are gone and how many have come until both go on alike, the likeliest first: one that
/// changed, then what takes the fewest.
fn ahead() -> impl Iterator<Item = (usize, usize)> {
    let few = (1..=AHEAD).flat_map(|sum| (0..=sum).map(move |gone| (gone, sum - gone)));
    std::iter::once((1, 1)).chain(few)
}
