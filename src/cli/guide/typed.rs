//! The keys in the bytes that a terminal sends.
//!
//! Every byte that can't be read costs itself alone: the key behind it counts, since it may say that it
//! hurts. crossterm's reader takes the key as well behind a letter of an older encoding, and all that
//! follows behind the beginning of a paste that has no end.

use std::io;
use std::mem;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// What stands for a letter that can't be read.
const UNREADABLE: char = char::REPLACEMENT_CHARACTER;
/// Silence for so long says that nothing more belongs to what was begun.
const SILENCE: Duration = Duration::from_millis(50);
/// The same of what is pasted, which comes in pieces.
const SILENCE_IN_PASTE: Duration = Duration::from_secs(1);
/// A longer sequence is none.
const LONGEST_SEQUENCE: usize = 32;
const ESCAPE: u8 = 0x1b;
const PASTE_BEGINS: &[u8] = b"200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Passes each key on until `take` says that it wants no more, or the terminal is gone.
pub(super) fn read(mut take: impl FnMut(KeyEvent) -> bool) {
    let stdin = io::stdin();
    let mut typed = Typed::default();
    let mut bytes = [0; 1024];
    let mut keys = Vec::new();
    loop {
        let patience = typed.patience().and_then(|it| Timespec::try_from(it).ok());
        let mut there = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut there, patience.as_ref()) {
            Ok(0) => typed.silence(&mut keys),
            Ok(_) => match rustix::io::read(&stdin, &mut bytes) {
                Ok(0) => return,
                Ok(count) => {
                    for byte in &bytes[..count] {
                        typed.take(*byte, &mut keys);
                    }
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return,
            },
            Err(Errno::INTR) => {}
            Err(_) => return,
        }
        if !keys.drain(..).all(&mut take) {
            return;
        }
    }
}

/// What was begun and may go on with the next byte.
#[derive(Debug, Default)]
enum Typed {
    #[default]
    Nothing,
    /// A letter of several bytes, and how many it has.
    Letter(Vec<u8>, usize),
    /// The key, or the beginning of a sequence.
    Escape,
    /// A sequence after `ESC [`.
    Sequence(Vec<u8>),
    /// One after `ESC O`.
    ShortSequence,
    /// A function key of the Linux console, after `ESC [ [`.
    OfConsole,
    /// What is pasted, and how much of its end was seen. It is meant for another program.
    Paste(usize),
}

impl Typed {
    /// How long to wait for the rest of what was begun; `None` if nothing was.
    fn patience(&self) -> Option<Duration> {
        match self {
            Self::Nothing => None,
            Self::Paste(_) => Some(SILENCE_IN_PASTE),
            _ => Some(SILENCE),
        }
    }

    /// Nothing more belongs to what was begun.
    fn silence(&mut self, keys: &mut Vec<KeyEvent>) {
        match mem::take(self) {
            Self::Escape => keys.push(KeyCode::Esc.into()),
            Self::Letter(..) => keys.push(KeyCode::Char(UNREADABLE).into()),
            Self::Nothing
            | Self::Sequence(_)
            | Self::ShortSequence
            | Self::OfConsole
            | Self::Paste(_) => {}
        }
    }

    /// Adds the keys that are whole with this byte.
    fn take(&mut self, byte: u8, keys: &mut Vec<KeyEvent>) {
        match mem::take(self) {
            Self::Nothing => self.begin(byte, keys),
            Self::Letter(mut bytes, length) => {
                if !matches!(byte, 0x80..=0xbf) {
                    keys.push(KeyCode::Char(UNREADABLE).into());
                    self.begin(byte, keys);
                    return;
                }
                bytes.push(byte);
                if bytes.len() < length {
                    *self = Self::Letter(bytes, length);
                } else {
                    let letter = str::from_utf8(&bytes).ok();
                    let letter = letter.and_then(|text| text.chars().next());
                    keys.push(KeyCode::Char(letter.unwrap_or(UNREADABLE)).into());
                }
            }
            Self::Escape => match byte {
                b'[' => *self = Self::Sequence(Vec::new()),
                b'O' => *self = Self::ShortSequence,
                ESCAPE => {
                    keys.push(KeyCode::Esc.into());
                    *self = Self::Escape;
                }
                b' '..=b'~' => {
                    let letter = KeyCode::Char(char::from(byte));
                    keys.push(KeyEvent::new(letter, KeyModifiers::ALT));
                }
                _ => self.begin(byte, keys),
            },
            Self::Sequence(mut bytes) => match byte {
                b'[' if bytes.is_empty() => *self = Self::OfConsole,
                b' '..=b'?' if bytes.len() < LONGEST_SEQUENCE => {
                    bytes.push(byte);
                    *self = Self::Sequence(bytes);
                }
                b'@'..=b'~' => {
                    bytes.push(byte);
                    if bytes == PASTE_BEGINS {
                        *self = Self::Paste(0);
                    } else {
                        keys.extend(arrow(&bytes));
                    }
                }
                _ => self.begin(byte, keys),
            },
            Self::ShortSequence => match byte {
                b'@'..=b'~' => keys.extend(arrow(&[byte])),
                _ => self.begin(byte, keys),
            },
            Self::OfConsole => {}
            Self::Paste(seen) => {
                let seen = match PASTE_ENDS.get(seen) {
                    Some(next) if *next == byte => seen + 1,
                    _ => usize::from(byte == ESCAPE),
                };
                if seen < PASTE_ENDS.len() {
                    *self = Self::Paste(seen);
                }
            }
        }
    }

    /// The first byte of something new.
    fn begin(&mut self, byte: u8, keys: &mut Vec<KeyEvent>) {
        let key = match byte {
            ESCAPE => {
                *self = Self::Escape;
                return;
            }
            b'\r' => KeyCode::Enter.into(),
            b'\t' => KeyCode::Tab.into(),
            0x7f => KeyCode::Backspace.into(),
            // The letters stand in the same order as those that Control makes of them.
            0x01..=0x1a => {
                let letter = KeyCode::Char(char::from(b'a' - 1 + byte));
                KeyEvent::new(letter, KeyModifiers::CONTROL)
            }
            b' '..=b'~' => KeyCode::Char(char::from(byte)).into(),
            0xc2..=0xf4 => {
                let length = match byte {
                    ..=0xdf => 2,
                    0xe0..=0xef => 3,
                    _ => 4,
                };
                *self = Self::Letter(vec![byte], length);
                return;
            }
            0x80.. => KeyCode::Char(UNREADABLE).into(),
            // Signs that Control makes of others.
            _ => return,
        };
        keys.push(key);
    }
}

/// The arrow that a sequence is, with what was held down with it; `None` of any other key.
fn arrow(sequence: &[u8]) -> Option<KeyEvent> {
    let (last, numbers) = sequence.split_last()?;
    let code = match last {
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        _ => return None,
    };
    let held = str::from_utf8(numbers).ok()?.split(';').nth(1);
    // One more than the sum of 1 for Shift, 2 for Alt and 4 for Control.
    let held = held
        .and_then(|number| number.parse::<u8>().ok())
        .unwrap_or(1);
    let held = held.saturating_sub(1);
    let flags = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ];
    let flags = flags.into_iter().filter(|(flag, _)| held & flag != 0);
    let modifiers = flags.map(|(_, modifier)| modifier).collect();
    Some(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys in some bytes, with the silence behind them.
    fn keys_in(bytes: &[u8]) -> Vec<KeyEvent> {
        let (mut typed, mut keys) = (Typed::default(), Vec::new());
        for byte in bytes {
            typed.take(*byte, &mut keys);
        }
        typed.silence(&mut keys);
        keys
    }

    fn sign(sign: char) -> KeyEvent {
        KeyCode::Char(sign).into()
    }

    #[test]
    fn each_key_is_read_as_terminals_send_it() {
        let with = |code, modifiers| vec![KeyEvent::new(code, modifiers)];
        for (bytes, keys) in [
            ("h".as_bytes(), vec![sign('h')]),
            ("H".as_bytes(), vec![sign('H')]),
            ("р".as_bytes(), vec![sign('р')]),
            ("は".as_bytes(), vec![sign('は')]),
            ("😀".as_bytes(), vec![sign('😀')]),
            (b" +", vec![sign(' '), sign('+')]),
            (b"\r", vec![KeyCode::Enter.into()]),
            (b"\x1b", vec![KeyCode::Esc.into()]),
            (b"\x1b\x1b", vec![KeyCode::Esc.into(), KeyCode::Esc.into()]),
            (b"\x1b[C", vec![KeyCode::Right.into()]),
            (b"\x1bOD", vec![KeyCode::Left.into()]),
            (b"\x1b[1;5D", with(KeyCode::Left, KeyModifiers::CONTROL)),
            (b"\x1b[1;2C", with(KeyCode::Right, KeyModifiers::SHIFT)),
            (b"\x03", with(KeyCode::Char('c'), KeyModifiers::CONTROL)),
            (b"\x1bh", with(KeyCode::Char('h'), KeyModifiers::ALT)),
            // Function keys, Delete, the place of the cursor, focus.
            (b"\x1bOP\x1b[15~\x1b[3~\x1b[[D\x1b[24;80R\x1b[I", vec![]),
            (b"\x1b[200~hqt\r\x1b[201~h", vec![sign('h')]),
            (b"\x1b[200~\x1b\x1b[201~h", vec![sign('h')]),
        ] {
            assert_eq!(keys_in(bytes), keys, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn no_bytes_before_it_keep_a_key_from_being_read() {
        let mut random = fastrand::Rng::with_seed(2026);
        let pieces: [&[u8]; 12] = [
            b"\xe9",
            b"\xc3",
            b"\xf0\x9f",
            b"\xff",
            b"\x80",
            b"\x1b",
            b"\x1b[",
            b"\x1b[1;",
            b"\x1bO",
            b"\x1b[[",
            b"\x1b[200~",
            b"\x1b[200~pasted\x1b[20",
        ];
        for _ in 0..5_000 {
            let (mut typed, mut keys) = (Typed::default(), Vec::new());
            for _ in 0..random.usize(1..6) {
                let piece: Vec<u8> = match random.usize(..=pieces.len()) {
                    at if at < pieces.len() => pieces[at].to_vec(),
                    _ => std::iter::repeat_with(|| random.u8(..)).take(20).collect(),
                };
                for byte in piece {
                    typed.take(byte, &mut keys);
                }
            }
            // A person's next key comes after a moment.
            typed.silence(&mut keys);
            keys.clear();
            typed.take(b'h', &mut keys);
            assert_eq!(keys, [sign('h')]);
        }
        // And a letter that can't be read takes none with it that comes at once.
        for before in [b"\xe9".as_slice(), b"\xc3", b"\xf0\x9f", b"\xff"] {
            let bytes = [before, b"h"].concat();
            assert_eq!(keys_in(&bytes).last(), Some(&sign('h')), "{before:?}");
        }
    }

    #[test]
    fn what_was_begun_is_waited_for_and_nothing_else() {
        let mut typed = Typed::default();
        assert_eq!(typed.patience(), None);
        let mut keys = Vec::new();
        for (byte, waits) in [(b'h', false), (ESCAPE, true), (b'[', true), (b'C', false)] {
            typed.take(byte, &mut keys);
            assert_eq!(typed.patience().is_some(), waits, "{byte}");
        }
    }
}
