//! The parts of a picture file that are decoded: its pixels, and the orientation of the camera.
//!
//! All else that a PNG or JPEG may carry (colour profiles, which may unpack to a thousand times their
//! size, texts, previews) is passed over unread, before a decoder sees it.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// How much of a picture is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// As far as its form and its size are written.
    Size,
    Whole,
}

/// Chunks or segments before the pixels: pictures have a dozen, and each takes a moment to pass over.
const MOST_BEFORE: usize = 1_000;
/// Of what says how the camera was held, in bytes; a JPEG has no room for more.
const LARGEST_EXIF: u64 = 64 * 1024;
/// Of the pixels, where the size alone is asked for.
const FIRST_PIXELS: u64 = 1024;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8";

/// The file without what is not decoded; empty if it is neither PNG nor JPEG.
///
/// # Errors
/// It can't be read, or is not built as its form asks for.
pub(super) fn pixels(file: &mut (impl BufRead + Seek), extent: Extent) -> io::Result<Vec<u8>> {
    let mut start = [0; 8];
    file.read_exact(&mut start)?;
    if start == PNG {
        png(file, extent)
    } else if start.starts_with(JPEG) {
        file.seek(SeekFrom::Start(JPEG.len() as u64))?;
        jpeg(file, extent)
    } else {
        Ok(Vec::new())
    }
}

/// Chunks: a length, a name, so many bytes, and a checksum of four.
fn png(file: &mut (impl BufRead + Seek), extent: Extent) -> io::Result<Vec<u8>> {
    let mut kept = PNG.to_vec();
    let mut before = 0;
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [a, b, c, d, name @ ..] = head;
        let length = u64::from(u32::from_be_bytes([a, b, c, d]));
        let is_kept = match &name {
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND" => true,
            b"eXIf" => length <= LARGEST_EXIF,
            _ => false,
        };
        if is_kept {
            kept.extend(head);
            if name == *b"IDAT" && extent == Extent::Size {
                // What is cut off here is not asked for.
                file.take(FIRST_PIXELS.min(length + 4))
                    .read_to_end(&mut kept)?;
                return Ok(kept);
            }
            copy(file, length + 4, &mut kept)?;
        } else {
            pass(file, length + 4)?;
        }
        if name == *b"IEND" {
            return Ok(kept);
        }
        if name != *b"IDAT" {
            before += 1;
            is_few(before)?;
        }
    }
}

/// Segments: two bytes that name it, a length that counts itself, and the rest; then the pixels.
fn jpeg(file: &mut (impl BufRead + Seek), extent: Extent) -> io::Result<Vec<u8>> {
    let mut kept = JPEG.to_vec();
    let mut before = 0;
    loop {
        let mut head = [0; 4];
        file.read_exact(&mut head)?;
        let [mark, name, high, low] = head;
        if mark != 0xff {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if name == 0xff {
            // One to fill up with.
            file.seek_relative(-3)?;
            before += 1;
            is_few(before)?;
            continue;
        }
        let length = u64::from(u16::from_be_bytes([high, low]));
        let length = length.checked_sub(2).ok_or(io::ErrorKind::InvalidData)?;
        let is_app = matches!(name, 0xe1..=0xed | 0xef);
        let is_exif = name == 0xe1 && file.fill_buf()?.starts_with(b"Exif\0\0");
        let is_comment = name == 0xfe;
        if is_comment || is_app && !is_exif {
            pass(file, length)?;
        } else {
            kept.extend(head);
            copy(file, length, &mut kept)?;
        }
        // The start of the scan: from here on there are pixels alone.
        if name == 0xda {
            match extent {
                Extent::Size => file.take(FIRST_PIXELS).read_to_end(&mut kept)?,
                Extent::Whole => file.read_to_end(&mut kept)?,
            };
            return Ok(kept);
        }
        before += 1;
        is_few(before)?;
    }
}

fn is_few(before: usize) -> io::Result<()> {
    if before <= MOST_BEFORE {
        Ok(())
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

fn copy(file: &mut impl Read, length: u64, kept: &mut Vec<u8>) -> io::Result<()> {
    let copied = file.take(length).read_to_end(kept)?;
    if copied as u64 == length {
        Ok(())
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn pass(file: &mut impl Seek, length: u64) -> io::Result<()> {
    // A chunk is shorter than 4 GiB.
    file.seek_relative(length.cast_signed())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn chunk(name: &[u8], bytes: &[u8]) -> Vec<u8> {
        let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
        [&length[..], name, bytes, b"sum!"].concat()
    }

    fn read(file: &[u8], extent: Extent) -> io::Result<Vec<u8>> {
        pixels(&mut Cursor::new(file), extent)
    }

    #[test]
    fn of_a_png_what_makes_the_picture_and_how_it_was_held_is_left() {
        let size = chunk(b"IHDR", b"size");
        let data = chunk(b"IDAT", &[7; 5_000]);
        let end = chunk(b"IEND", b"");
        let held = chunk(b"eXIf", b"held");
        let profile = chunk(b"iCCP", &[1; 3_000]);
        let text = chunk(b"zTXt", b"text");
        let file = [PNG, &size, &profile, &text, &held, &data, &text, &end].concat();
        let left = [PNG, &size, &held, &data, &end].concat();
        assert_eq!(read(&file, Extent::Whole).unwrap(), left);
        let first = read(&file, Extent::Size).unwrap();
        assert!(left.starts_with(&first) && first.len() < 1_200);
        let many = [PNG, &size, &text.repeat(2_000), &data, &end].concat();
        assert!(read(&many, Extent::Size).is_err());
        for cut in [9, 30, file.len() - 3] {
            assert!(read(&file[..cut], Extent::Whole).is_err(), "{cut}");
        }
    }

    #[test]
    fn of_a_jpeg_what_makes_the_picture_and_how_it_was_held_is_left() {
        let segment = |name: u8, bytes: &[u8]| {
            let length = u16::try_from(bytes.len() + 2).unwrap().to_be_bytes();
            [&[0xff, name], &length[..], bytes].concat()
        };
        let held = segment(0xe1, b"Exif\0\0held");
        let profile = segment(0xe2, b"ICC_PROFILE");
        let words = segment(0xe1, b"http://ns.adobe.com/xap");
        let colours = segment(0xee, b"Adobe");
        let size = segment(0xc0, b"size");
        let scan = segment(0xda, b"scan");
        let rest = [5; 3_000];
        let file = [
            JPEG, &held, &profile, &words, &colours, b"\xff", &size, &scan, &rest,
        ]
        .concat();
        let left = [JPEG, &held, &colours, &size, &scan, &rest].concat();
        assert_eq!(read(&file, Extent::Whole).unwrap(), left);
        let first = read(&file, Extent::Size).unwrap();
        assert!(left.starts_with(&first) && first.len() < 1_200);
        assert!(read(b"\xff\xd8\xff\xe1\0\x01......", Extent::Whole).is_err());
        assert!(read(b"\xff\xd8not a JPEG", Extent::Whole).is_err());
    }

    #[test]
    fn what_is_no_picture_leaves_nothing() {
        assert_eq!(read(b"GIF89a..", Extent::Whole).unwrap(), b"");
        assert!(read(b"short", Extent::Whole).is_err());
    }
}
