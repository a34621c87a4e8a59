//! The scale that an X server's windows have: what the environment asks for, or else what the desktop has set.

use std::env;
use std::mem;
use std::ops::RangeInclusive;

use winit::dpi::{LogicalSize, PhysicalSize};
use winit::event::WindowEvent;
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use super::panics::without_panics;
use crate::disk;
use crate::environment;
use crate::words::Message;

/// What winit takes a scale from.
const SCALE_FACTOR: &str = "WINIT_X11_SCALE_FACTOR";

/// Those of all screens that there are.
const SCALES: RangeInclusive<f64> = 0.2..=20.0;

fn is_scale(value: f64) -> bool {
    SCALES.contains(&value)
}

/// The size that an X server's window is to have at another scale. winit makes it smaller or larger by each that a
/// desktop sets, though out of nothing nothing comes back, and twice by one that it learns of twice.
#[derive(Default)]
pub(in crate::app) struct KeptSize {
    /// As it was reported, or asked for since.
    size: Option<PhysicalSize<u32>>,
    /// The scale that it has this size at; unknown until the window is open.
    scale: Option<f64>,
    /// Whether the last one is none that a screen has.
    is_lost: bool,
    /// What it was asked for with a scale and has not got yet.
    asked: Option<PhysicalSize<u32>>,
}

impl KeptSize {
    /// The window has opened at this scale.
    pub(in crate::app) fn opened(&mut self, scale: f64) {
        self.scale = Some(scale);
    }

    /// Keeps a window's size by what it reports. Whether it has now got the one that was asked for.
    pub(in crate::app) fn follow(&mut self, event: &mut WindowEvent) -> bool {
        match event {
            WindowEvent::Resized(size) => {
                if !self.is_lost {
                    self.size = Some(*size);
                }
                self.asked.take_if(|asked| asked == size).is_some()
            }
            WindowEvent::ScaleFactorChanged {
                scale_factor,
                inner_size_writer,
            } => {
                self.asked = self.size_at(*scale_factor);
                // Nobody waits for it where it comes too late.
                let _ = self
                    .asked
                    .map(|size| inner_size_writer.request_inner_size(size));
                false
            }
            _ => false,
        }
    }

    /// Whether this scale is not the one that was told last, of those that a screen has.
    pub(in crate::app) fn is_at_another_than(&self, scale: f64) -> bool {
        let is_other = |told: f64| told.to_bits() != scale.to_bits();
        !self.is_lost && self.scale.is_some_and(is_other)
    }

    /// The size to ask for at a new scale, or at one that was told before; `None` if winit knows as well.
    fn size_at(&mut self, scale: f64) -> Option<PhysicalSize<u32>> {
        if !is_scale(scale) {
            self.is_lost = true;
            return self.size;
        }
        let was_lost = mem::take(&mut self.is_lost);
        self.size = match self.scale.replace(scale) {
            Some(before) => self.size.map(|size| larger(size, scale / before)),
            None => self.size.filter(|_| was_lost),
        };
        self.size
    }
}

fn larger(size: PhysicalSize<u32>, times: f64) -> PhysicalSize<u32> {
    let size = LogicalSize::<f64>::new(size.width.into(), size.height.into());
    size.to_physical(times)
}

/// Looks whether windows can have the scale that the environment asks for. Where it asks for none, and the
/// desktop's own is none that a screen has, the program starts anew at the usual one: it is from the
/// environment alone that winit takes another.
///
/// # Errors
/// It is none.
pub(super) fn check() -> Result<(), Message> {
    let value = env::var(SCALE_FACTOR).unwrap_or_default();
    if let Some(bad) = bad_scale(&value) {
        return Err(bad);
    }
    if value.is_empty() && dpi().is_some_and(|dpi| !is_scale(dpi / 96.0)) {
        let failed = environment::start_anew(|program| {
            program.env(SCALE_FACTOR, "1");
        });
        return Err(Message::new("error-window").with("reason", disk::reason(&failed)));
    }
    Ok(())
}

/// Why no window can have the scale that the environment asks for, if it can't: what winit makes of
/// a number beyond all screens is no sentence.
fn bad_scale(value: &str) -> Option<Message> {
    let is_good = value.is_empty()
        || value.eq_ignore_ascii_case("randr")
        || value.parse().is_ok_and(is_scale);
    (!is_good).then(|| Message::new("error-window-scale").with("value", value))
}

/// The dots on an inch that the desktop has set, as winit reads them: some write 0, or -1 for none.
fn dpi() -> Option<f64> {
    let connect = || RustConnection::connect(None).ok();
    let (server, screen) = without_panics(connect).ok().flatten()?;
    if let Some(dpi) = settings(&server, screen).and_then(|told| dpi_of(&told)) {
        return Some(dpi);
    }
    let resources = x11rb::resource_manager::new_from_default(&server).ok()?;
    resources.get_string("Xft.dpi", "")?.parse().ok()
}

/// What a desktop's program of settings tells all others, if there is one.
fn settings(server: &RustConnection, screen: usize) -> Option<Vec<u8>> {
    /// In numbers of four bytes; GNOME and Xfce tell of a few thousand bytes.
    const MOST: u32 = 1 << 18;
    let atom = |name: String| {
        let asked = server.intern_atom(false, name.as_bytes()).ok()?;
        Some(asked.reply().ok()?.atom)
    };
    let place = atom(format!("_XSETTINGS_S{screen}"))?;
    let teller = server.get_selection_owner(place).ok()?.reply().ok()?.owner;
    if teller == x11rb::NONE {
        return None;
    }
    let name = atom("_XSETTINGS_SETTINGS".to_owned())?;
    let asked = server.get_property(false, teller, name, name, 0, MOST);
    Some(asked.ok()?.reply().ok()?.value)
}

/// The dots on an inch among the settings that are told, in the form of the XSETTINGS specification; `None` if
/// there are none, or these bytes are none.
fn dpi_of(told: &[u8]) -> Option<f64> {
    const BIG_ENDIAN: [u8; 2] = [1, b'B'];
    let (order, mut rest) = told.split_first()?;
    let is_big = BIG_ENDIAN.contains(order);
    let mut take = |count: usize| {
        let (taken, left) = rest.split_at_checked(count)?;
        rest = left;
        Some(taken)
    };
    let number = |bytes: &[u8]| {
        let mut four = [0; 4];
        let first = if is_big { 4 - bytes.len() } else { 0 };
        four[first..first + bytes.len()].copy_from_slice(bytes);
        if is_big {
            u32::from_be_bytes(four)
        } else {
            u32::from_le_bytes(four)
        }
    };
    let padding = |length: usize| length.next_multiple_of(4) - length;
    // Three bytes that say nothing, and how often they were told.
    take(7)?;
    let count = number(take(4)?);
    for _ in 0..count {
        let kind = take(2)?[0];
        let length = usize::try_from(number(take(2)?)).ok()?;
        let is_dpi = take(length)? == b"Xft/DPI";
        take(padding(length) + 4)?;
        match kind {
            0 => {
                let value = number(take(4)?).cast_signed();
                if is_dpi {
                    return Some(f64::from(value) / 1024.0);
                }
            }
            1 => {
                let length = usize::try_from(number(take(4)?)).ok()?;
                take(length)?;
                take(padding(length))?;
            }
            2 => {
                take(8)?;
            }
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_that_no_screen_has_is_named() {
        for value in ["", "1", "1.5", "2e0", "randr", "RandR"] {
            assert_eq!(bad_scale(value), None, "{value}");
        }
        for value in ["wide", "0", "-1", "1e9", "NaN", "inf", "1,5"] {
            assert!(bad_scale(value).is_some(), "{value}");
        }
    }

    #[test]
    fn a_window_has_its_size_at_every_scale_however_often_that_is_told_and_whatever_comes_between()
    {
        let size = |width, height| Some(PhysicalSize::new(width, height));
        let mut kept = KeptSize {
            size: size(600, 700),
            scale: Some(1.0),
            ..KeptSize::default()
        };
        let (usual, twice) = (size(600, 700), size(1200, 1400));
        for (scale, expected) in [
            (2.0, twice),
            (2.0, twice),
            (1.0, usual),
            (0.0, usual),
            (-1.0, usual),
            (f64::INFINITY, usual),
            (1.0, usual),
            (1.5, size(900, 1050)),
            (f64::NAN, size(900, 1050)),
            (3.0, size(1800, 2100)),
        ] {
            assert_eq!(kept.size_at(scale), expected, "{scale}");
        }
        // Where it is not known at which scale it opened, what winit makes of the first is right.
        let mut kept = KeptSize {
            size: size(600, 700),
            ..KeptSize::default()
        };
        assert_eq!(kept.size_at(2.0), None);
    }

    /// A text, a colour and the dots on an inch, as a desktop tells them.
    fn told(is_big: bool, dpi: i32) -> Vec<u8> {
        let short = |number: u16| {
            if is_big {
                number.to_be_bytes()
            } else {
                number.to_le_bytes()
            }
        };
        let long = |number: u32| {
            if is_big {
                number.to_be_bytes()
            } else {
                number.to_le_bytes()
            }
        };
        let mut bytes = vec![u8::from(is_big), 0, 0, 0];
        bytes.extend([long(1), long(3)].concat());
        for (kind, name, value) in [
            (1, "Net/Theme", [&long(5)[..], b"Plain\0\0\0"].concat()),
            (2, "Net/Color", vec![0; 8]),
            (0, "Xft/DPI", long((dpi * 1024).cast_unsigned()).to_vec()),
        ] {
            bytes.extend([kind, 0]);
            bytes.extend(short(u16::try_from(name.len()).unwrap()));
            bytes.extend(name.bytes());
            bytes.resize(bytes.len().next_multiple_of(4), 0);
            bytes.extend(long(1));
            bytes.extend(value);
        }
        bytes
    }

    #[test]
    fn what_a_desktop_tells_of_its_scale_is_read_in_either_order_of_bytes_and_whatever_is_told() {
        for (is_big, dpi) in [(false, 192), (true, 192), (false, 0), (true, -1)] {
            let told = told(is_big, dpi);
            assert_eq!(dpi_of(&told), Some(f64::from(dpi)));
            for end in 0..told.len() {
                assert_eq!(dpi_of(&told[..end]), None, "{end}");
            }
            let mut rng = fastrand::Rng::with_seed(1);
            for _ in 0..10_000 {
                let mut other = told.clone();
                let at = rng.usize(..other.len());
                other[at] = rng.u8(..);
                dpi_of(&other);
            }
        }
    }
}
