//! JPEG pictures: what it takes to decode one, and whether one has its end.

const START: &[u8] = b"\xff\xd8";
const SCAN: u8 = 0xda;

/// Bytes that the decoder keeps besides the decoded picture. A picture that comes in passes over all
/// of it (a progressive one, or one with a scan for each colour) is kept whole as coefficients, two
/// bytes each, until the last of them is read. Nothing for any other, and for what is no JPEG.
pub(super) fn besides_the_picture(bytes: &[u8]) -> u64 {
    let mut frame = None;
    for (name, content) in segments(bytes) {
        match name {
            0xc0..=0xc2 => frame = Frame::read(name == 0xc2, content),
            SCAN => {
                let colours = content.first().copied().unwrap_or_default();
                let in_passes = |frame: &Frame| {
                    frame.is_progressive || usize::from(colours) < frame.colours.len()
                };
                return frame
                    .filter(in_passes)
                    .map_or(0, |frame| frame.coefficients() * 2);
            }
            _ => {}
        }
    }
    0
}

/// Whether it is a JPEG without its end, which the decoder makes up in grey.
pub(super) fn is_cut_off(bytes: &[u8]) -> bool {
    if !bytes.starts_with(START) {
        return false;
    }
    let scan = segments(bytes).find(|(name, _)| *name == SCAN);
    scan.is_none_or(|(_, scan)| !scan.windows(2).any(|end| end == b"\xff\xd9"))
}

/// The names of a JPEG's segments, with what is in them. What stands before the pixels is passed over
/// by its length: a small picture may be in it, with an end of its own. The last is the scan, which has
/// the rest of the file.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes.strip_prefix(START).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let [mark, name, high, low, content @ ..] = rest else {
                return None;
            };
            if *mark != 0xff || !(0xc0..=0xfe).contains(name) {
                // One to fill up with, or something that does not belong there.
                rest = &rest[1..];
                continue;
            }
            let length = usize::from(u16::from_be_bytes([*high, *low])).saturating_sub(2);
            let (inside, after) = content.split_at(length.min(content.len()));
            rest = if *name == SCAN { &[] } else { after };
            return Some((*name, if *name == SCAN { content } else { inside }));
        }
    })
}

/// What a JPEG says of its picture.
#[derive(Debug)]
struct Frame {
    is_progressive: bool,
    size: [u64; 2],
    /// How often each colour is sampled, across and down, beside the others.
    colours: Vec<[u64; 2]>,
}

impl Frame {
    fn read(is_progressive: bool, content: &[u8]) -> Option<Self> {
        let [_bits, h1, h0, w1, w0, _count, colours @ ..] = content else {
            return None;
        };
        let sampled = |colour: &[u8]| colour.get(1).map(|it| [it >> 4, it & 15].map(u64::from));
        let size = [[*w1, *w0], [*h1, *h0]].map(|side| u64::from(u16::from_be_bytes(side)));
        Some(Self {
            is_progressive,
            size,
            colours: colours.chunks_exact(3).filter_map(sampled).collect(),
        })
    }

    /// Of all colours together. They come in blocks of eight by eight samples, and a block of the
    /// colour that is sampled the least lies on as many of the others as they are sampled more often.
    fn coefficients(&self) -> u64 {
        let most = |side: usize| self.colours.iter().map(|it| it[side]).max().unwrap_or(1);
        let groups = [0, 1].map(|side| self.size[side].div_ceil(8 * most(side).max(1)));
        let blocks: u64 = self
            .colours
            .iter()
            .map(|[across, down]| across * down)
            .sum();
        groups[0] * groups[1] * blocks * 64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a picture of three colours, of which the first is sampled so often.
    fn beginning(kind: u8, [width, height]: [u16; 2], sampled: u8, in_first_scan: u8) -> Vec<u8> {
        let [h1, h0] = height.to_be_bytes();
        let [w1, w0] = width.to_be_bytes();
        let frame = [8, h1, h0, w1, w0, 3, 1, sampled, 0, 2, 0x11, 1, 3, 0x11, 1];
        let before = b"\xff\xe0\0\x06JF\xff\xc2";
        [
            START,
            before,
            b"\xff",
            &[0xff, kind, 0, 17],
            &frame,
            &[0xff, SCAN, 0, 12, in_first_scan],
        ]
        .concat()
    }

    #[test]
    fn a_picture_in_passes_is_kept_whole_and_any_other_is_not() {
        let large = [4_096, 4_096];
        let samples = 4_096 * 4_096;
        for (kind, size, sampled, in_first_scan, bytes) in [
            (0xc0, large, 0x11, 3, 0),
            (0xc2, large, 0x11, 3, 2 * 3 * samples),
            (0xc2, large, 0x11, 1, 2 * 3 * samples),
            // The other two at half of it, across and down.
            (0xc2, large, 0x22, 3, 3 * samples),
            // A scan for each colour, of a picture that is not progressive.
            (0xc0, large, 0x11, 1, 2 * 3 * samples),
            (0xc1, large, 0x11, 2, 2 * 3 * samples),
            // Filled up to whole blocks.
            (0xc2, [1, 1], 0x22, 3, 2 * 6 * 64),
        ] {
            let picture = beginning(kind, size, sampled, in_first_scan);
            let found = besides_the_picture(&picture);
            assert_eq!(
                found, bytes,
                "{kind:x} {size:?} {sampled:x} {in_first_scan}"
            );
        }
    }

    #[test]
    fn whatever_a_file_says_is_looked_through_without_a_fault() {
        let mut random = fastrand::Rng::with_seed(7);
        let whole = beginning(0xc2, [4_096, 4_096], 0x22, 3);
        for _ in 0..20_000 {
            let mut bytes = whole.clone();
            for _ in 0..random.usize(1..6) {
                let at = random.usize(2..bytes.len());
                bytes[at] = random.u8(..);
            }
            bytes.truncate(random.usize(0..=bytes.len()));
            besides_the_picture(&bytes);
            is_cut_off(&bytes);
        }
    }
}
