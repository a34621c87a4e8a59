//! A routine inside of a QR code: packed small, with what tells it from any other code and a checksum.
//!
//! ```text
//! Supple1      what it is, and the version of this form
//! ....         the CRC-32 of what follows, unpacked
//! ...          packed by DEFLATE: the file's name without its ending, a line end, the file
//! ```

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::archive::is_file_name;
use crate::document::Modules;
use crate::routine::LARGEST_FILE;

/// What every code of ours begins with.
const NAME: &[u8] = b"Supple";
/// The version of the form that is written and read.
const VERSION: u8 = b'1';

/// The largest code that is drawn: what a telephone still reads of a sheet that was folded, held askew and badly lit.
const LARGEST: u8 = 30;
/// How much of it may be unreadable at least, where there is room for no more: 15 of 100.
const LEVEL: QrCodeEcc = QrCodeEcc::Low;

/// Why there is no routine in a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It is somebody else's.
    Foreign,
    /// It was made by a newer version of Supple.
    Newer,
    /// It was not read as it was written.
    Damaged,
}

/// The code that carries a routine file, by the file's name without its ending; `None` if the routine is too long for
/// one that can be read from paper.
pub fn of(stem: &str, routine: &[u8]) -> Option<Modules> {
    drawn(&packed(stem, routine)?)
}

/// A code that says this, if it has room for it.
pub(crate) fn drawn(data: &[u8]) -> Option<Modules> {
    let segments = [QrSegment::make_bytes(data)];
    let largest = Version::new(LARGEST);
    let code =
        QrCode::encode_segments_advanced(&segments, LEVEL, Version::MIN, largest, None, true);
    let code = code.ok()?;
    let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let is_dark = places.map(|(x, y)| code.get_module(x, y)).collect();
    Modules::new(is_dark)
}

/// What a code says that carries a routine file.
pub(crate) fn packed(stem: &str, routine: &[u8]) -> Option<Vec<u8>> {
    let content = [stem.as_bytes(), b"\n", routine].concat();
    let mut data = [NAME, &[VERSION], &crc32fast::hash(&content).to_be_bytes()].concat();
    let mut encoder = DeflateEncoder::new(&mut data, Compression::best());
    encoder.write_all(&content).ok()?;
    encoder.finish().ok()?;
    Some(data)
}

/// A routine file, as a code carries it.
#[derive(Debug, PartialEq, Eq)]
pub struct Carried {
    pub name: String,
    pub text: Vec<u8>,
}

/// The routine file in what was read of a code.
///
/// # Errors
/// There is none in it, or not the one that was put in.
pub fn read(data: &[u8]) -> Result<Carried, CodeFault> {
    let rest = data.strip_prefix(NAME).ok_or(CodeFault::Foreign)?;
    let (version, rest) = rest.split_first().ok_or(CodeFault::Foreign)?;
    match version {
        &VERSION => {}
        b'2'..=b'9' => return Err(CodeFault::Newer),
        _ => return Err(CodeFault::Foreign),
    }
    let (sum, packed) = rest.split_first_chunk().ok_or(CodeFault::Damaged)?;
    // A name besides, and one byte more, by which a file over the limit is known.
    let most = LARGEST_FILE as u64 + 256 + 1;
    let mut content = Vec::new();
    let unpacked = DeflateDecoder::new(packed)
        .take(most)
        .read_to_end(&mut content);
    if unpacked.is_err() || crc32fast::hash(&content) != u32::from_be_bytes(*sum) {
        return Err(CodeFault::Damaged);
    }
    let parted = content.iter().position(|byte| *byte == b'\n');
    let (stem, routine) = content.split_at(parted.ok_or(CodeFault::Damaged)?);
    let name = std::str::from_utf8(stem).map_err(|_| CodeFault::Damaged)?;
    let name = format!("{name}.toml");
    if stem.is_empty() || !is_file_name(&name) {
        return Err(CodeFault::Damaged);
    }
    Ok(Carried {
        name,
        text: routine[1..].to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::SHIPPED;

    #[test]
    fn what_is_put_into_a_code_is_read_from_it_to_the_very_bytes() {
        let text = "format = 1\r\ntitle = \"Rücken\" # mine\n".as_bytes();
        let carried = read(&packed("rücken", text).unwrap()).unwrap();
        assert_eq!(carried.name, "rücken.toml");
        assert_eq!(carried.text, text);
    }

    #[test]
    fn every_shipped_routine_but_the_commented_example_has_a_code() {
        for shipped in SHIPPED {
            for language in ["en", "de"] {
                let code = of(shipped.name, shipped.text(language).as_bytes());
                let is_example = shipped.name == "paced-and-open-example";
                assert_eq!(code.is_none(), is_example, "{language} {}", shipped.name);
            }
        }
    }

    #[test]
    fn what_is_too_long_for_a_code_has_none_and_no_name_in_one_leads_elsewhere() {
        let mut random = fastrand::Rng::with_seed(1);
        let long: Vec<u8> = std::iter::repeat_with(|| random.u8(..))
            .take(1_800)
            .collect();
        assert_eq!(of("back", &long), None);
        for name in ["../back", "a/b", "con", "", "a\0", "C:x", "x\u{202e}y"] {
            let data = packed(name, b"title = \"T\"").unwrap();
            assert_eq!(read(&data), Err(CodeFault::Damaged), "{name:?}");
        }
        // What unpacks without end.
        let bomb = packed("back", &vec![b'x'; 50_000_000]).unwrap();
        assert_eq!(read(&bomb), Err(CodeFault::Damaged));
    }
}
