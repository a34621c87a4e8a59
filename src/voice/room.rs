//! Which parts of what there is to say have room.

use std::time::Duration;

use super::{Part, Phrase};
use crate::routine::spoken::PAUSE;
use crate::sound::Clip;

/// For each part its clip, if it is said, and what is left of the room: the most important that fit
/// into `room` together with the pauses between them. A part without a clip is left out. Once an
/// instruction has no room, the later ones are skipped too: they make sense only in order.
pub(super) fn fit(
    parts: &[Part],
    room: Duration,
    clip: impl Fn(&Phrase) -> Option<Clip>,
) -> (Vec<Option<Clip>>, Duration) {
    let mut by_rank: Vec<(usize, &Part)> = parts.iter().enumerate().collect();
    // Stable: parts of one rank stay in their order.
    by_rank.sort_by_key(|(_, part)| part.rank);
    // The last of them needs no pause behind it.
    let mut left = room + PAUSE;
    let mut chosen = vec![None; parts.len()];
    let mut list_is_cut = false;
    for (index, part) in by_rank {
        if list_is_cut && part.is_of_list() {
            continue;
        }
        let takes = |clip: &Clip| clip.length() + PAUSE;
        match clip(&part.phrase).filter(|clip| takes(clip) <= left) {
            Some(clip) => {
                left -= takes(&clip);
                chosen[index] = Some(clip);
            }
            None => list_is_cut |= part.is_of_list(),
        }
    }
    (chosen, left.min(room))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::SAMPLE_RATE;
    use crate::voice::Rank;

    /// A clip of so many tenths of a second.
    fn tenths(tenths: u32) -> Clip {
        Clip::of(vec![1; (tenths * SAMPLE_RATE / 10) as usize])
    }

    fn chosen(parts: &[(&str, usize, u32)], room_ms: u64) -> Vec<u128> {
        let ranks = [
            Rank::Moment,
            Rank::Name,
            Rank::Dose,
            Rank::Caution,
            Rank::Instruction,
            Rank::Note,
        ];
        let reported: Vec<Part> = parts
            .iter()
            .map(|&(text, rank, _)| Part::new(text, "en", ranks[rank]))
            .collect();
        let clip = |phrase: &Phrase| {
            let (.., length) = parts.iter().find(|(text, ..)| *text == phrase.text)?;
            (*length > 0).then(|| tenths(*length))
        };
        let (clips, _) = fit(&reported, Duration::from_millis(room_ms), clip);
        clips
            .iter()
            .flatten()
            .map(|clip| clip.length().as_millis() / 100)
            .collect()
    }

    #[test]
    fn the_most_important_parts_that_fit_are_said_in_their_order() {
        let parts = [("name", 1, 10), ("dose", 2, 20), ("side", 0, 5)];
        assert_eq!(chosen(&parts, 4_100), [10, 20, 5]);
        assert_eq!(chosen(&parts, 4_099), [10, 5]);
        assert_eq!(chosen(&parts, 1_800), [10, 5]);
        assert_eq!(chosen(&parts, 1_799), [5]);
        assert_eq!(chosen(&parts, 499), [0; 0]);
    }

    #[test]
    fn a_list_is_said_from_its_beginning_or_not_at_all() {
        let list = [("first", 4, 30), ("second", 4, 10), ("then", 5, 5)];
        assert_eq!(chosen(&list, 2_000), [5]);
        assert_eq!(chosen(&list, 4_300), [30, 10]);
    }

    #[test]
    fn what_has_not_been_rendered_is_left_out() {
        assert_eq!(chosen(&[("name", 0, 0), ("side", 1, 5)], 9_000), [5]);
    }

    #[test]
    fn what_is_left_is_the_room_behind_the_last_of_them() {
        let parts = ["one", "two"].map(|text| Part::new(text, "en", Rank::Moment));
        let left = |room_ms| {
            let (_, left) = fit(&parts, Duration::from_millis(room_ms), |_| Some(tenths(10)));
            left.as_millis()
        };
        assert_eq!(left(2_300), 0);
        assert_eq!(left(2_500), 200);
        // Room for the first alone, and for none.
        assert_eq!(left(2_299), 1_299);
        assert_eq!(left(900), 900);
    }
}
