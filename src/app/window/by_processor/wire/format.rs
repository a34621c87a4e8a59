//! How an X server lays out the pixels of a window.

use x11rb::protocol::xproto::{ImageOrder, Setup, VisualClass, Visualid};

/// The layout of a window whose colours are made of red, green and blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Format {
    bytes_in_pixel: usize,
    /// Each row begins at a multiple of so many bytes.
    row_align: usize,
    most_significant_first: bool,
    /// Red, green and blue.
    channels: [Channel; 3],
}

/// The bits of a pixel that hold one of its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Channel {
    shift: u32,
    most: u32,
}

impl Channel {
    /// `None` for a mask with gaps, or with none or too many bits.
    fn of(mask: u32) -> Option<Self> {
        let (shift, bits) = (mask.trailing_zeros(), mask.count_ones());
        let most = (1..=16).contains(&bits).then(|| (1 << bits) - 1)?;
        (mask == most << shift).then_some(Self { shift, most })
    }

    fn bits(self, level: u8) -> u32 {
        ((u32::from(level) * self.most + 127) / 255) << self.shift
    }
}

impl Format {
    /// The layout of windows of this depth and visual; `None` where a pixel is the number of a colour.
    pub(super) fn of(setup: &Setup, depth: u8, visual: Visualid) -> Option<Self> {
        let depths = setup.roots.iter().flat_map(|screen| &screen.allowed_depths);
        let mut visuals = depths.flat_map(|depth| &depth.visuals);
        let visual = visuals.find(|known| known.visual_id == visual)?;
        if visual.class != VisualClass::TRUE_COLOR {
            return None;
        }
        let mut formats = setup.pixmap_formats.iter();
        let pixmap = formats.find(|format| format.depth == depth)?;
        if !matches!(pixmap.bits_per_pixel, 16 | 32) {
            return None;
        }
        let [red, green, blue] =
            [visual.red_mask, visual.green_mask, visual.blue_mask].map(Channel::of);
        Some(Self {
            bytes_in_pixel: usize::from(pixmap.bits_per_pixel / 8),
            row_align: usize::from(pixmap.scanline_pad / 8).max(1),
            most_significant_first: setup.image_byte_order == ImageOrder::MSB_FIRST,
            channels: [red?, green?, blue?],
        })
    }

    /// Whether pixels are laid out as they are in memory here.
    pub(super) fn is_native(&self) -> bool {
        let native = [16, 8, 0].map(|shift| Channel { shift, most: 255 });
        self.bytes_in_pixel == 4
            && self.most_significant_first == cfg!(target_endian = "big")
            && self.channels == native
    }

    /// How many bytes a row of so many pixels takes.
    pub(super) fn row_bytes(&self, pixels: usize) -> usize {
        (pixels * self.bytes_in_pixel).next_multiple_of(self.row_align)
    }

    /// Lays out a row of pixels, each as red, green and blue in its lower three bytes.
    pub(super) fn lay_out(&self, row: &[u32], bytes: &mut Vec<u8>) {
        let end = bytes.len() + self.row_bytes(row.len());
        if self.is_native() {
            bytes.extend(row.iter().flat_map(|pixel| pixel.to_ne_bytes()));
        } else {
            for pixel in row {
                let [_, colors @ ..] = pixel.to_be_bytes();
                let channels = self.channels.iter().zip(colors);
                let bits = channels.fold(0, |bits, (channel, level)| bits | channel.bits(level));
                self.put(bits, bytes);
            }
        }
        bytes.resize(end, 0);
    }

    fn put(&self, bits: u32, bytes: &mut Vec<u8>) {
        if self.most_significant_first {
            bytes.extend(&bits.to_be_bytes()[4 - self.bytes_in_pixel..]);
        } else {
            bytes.extend(&bits.to_le_bytes()[..self.bytes_in_pixel]);
        }
    }
}

#[cfg(test)]
mod tests {
    use x11rb::protocol::xproto::{Depth, Format as Pixmap, Screen, Visualtype};

    use super::*;

    /// A server with one kind of window.
    fn server(depth: u8, bits_per_pixel: u8, masks: [u32; 3], order: ImageOrder) -> Setup {
        let [red_mask, green_mask, blue_mask] = masks;
        let visual = Visualtype {
            visual_id: 7,
            class: VisualClass::TRUE_COLOR,
            red_mask,
            green_mask,
            blue_mask,
            ..Visualtype::default()
        };
        Setup {
            image_byte_order: order,
            pixmap_formats: vec![Pixmap {
                depth,
                bits_per_pixel,
                scanline_pad: 32,
            }],
            roots: vec![Screen {
                allowed_depths: vec![Depth {
                    depth,
                    visuals: vec![visual],
                }],
                ..Screen::default()
            }],
            ..Setup::default()
        }
    }

    fn laid_out(setup: &Setup, depth: u8, row: &[u32]) -> Vec<u8> {
        let mut bytes = Vec::new();
        Format::of(setup, depth, 7)
            .unwrap()
            .lay_out(row, &mut bytes);
        bytes
    }

    #[test]
    fn pixels_are_laid_out_as_the_server_has_them() {
        let row = [0x00ff_8000, 0x0000_00ff, 0];
        let (least, most) = (ImageOrder::LSB_FIRST, ImageOrder::MSB_FIRST);
        let usual = [0xff_0000, 0xff00, 0xff];
        let few = [0xf800, 0x07e0, 0x001f];
        let many = [0x3ff0_0000, 0xf_fc00, 0x3ff];
        assert_eq!(
            laid_out(&server(24, 32, usual, least), 24, &row),
            [0, 0x80, 0xff, 0, 0xff, 0, 0, 0, 0, 0, 0, 0],
        );
        // A row of an odd number of them ends at a multiple of four bytes.
        assert_eq!(
            laid_out(&server(16, 16, few, least), 16, &row),
            [0x00, 0xfc, 0x1f, 0x00, 0, 0, 0, 0],
        );
        assert_eq!(
            laid_out(&server(16, 16, few, most), 16, &row[..2]),
            [0xfc, 0x00, 0x00, 0x1f],
        );
        assert_eq!(
            laid_out(&server(30, 32, many, least), 30, &row[..1]),
            0x3ff8_0800_u32.to_le_bytes(),
        );
    }

    #[test]
    fn white_is_white_and_black_is_black_in_every_layout() {
        for bits in 1..=10_u32 {
            let most = (1 << bits) - 1;
            let masks = [most << (2 * bits), most << bits, most];
            let setup = server(24, 32, masks, ImageOrder::LSB_FIRST);
            let ends = laid_out(&setup, 24, &[0, 0x00ff_ffff]);
            assert_eq!(ends[..4], [0; 4]);
            let white = masks[0] | masks[1] | masks[2];
            assert_eq!(ends[4..], white.to_le_bytes());
        }
    }

    #[test]
    fn a_pixel_that_is_the_number_of_a_colour_is_refused() {
        let mut setup = server(8, 8, [0; 3], ImageOrder::LSB_FIRST);
        assert_eq!(Format::of(&setup, 8, 7), None);
        setup = server(16, 16, [0xf800, 0x07e0, 0x001f], ImageOrder::LSB_FIRST);
        assert!(Format::of(&setup, 16, 7).is_some());
        assert_eq!(Format::of(&setup, 16, 8), None, "no such visual");
        setup.roots[0].allowed_depths[0].visuals[0].class = VisualClass::PSEUDO_COLOR;
        assert_eq!(Format::of(&setup, 16, 7), None);
    }
}
