//! What the short texts of a file mean: durations, names, links, paths.

use crate::text::{composed, is_hidden, is_of_id};

/// The longest text of a name or a title, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest of any other text, in characters.
pub const LONGEST_TEXT: usize = 4_000;

/// Why a text is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotSeconds {
    /// It is not written as one.
    Form,
    /// It has a part of a second, a minute or an hour.
    Fraction,
}

/// Reads `20s`, `1m 30s` or `1h`: whole numbers with units, the larger unit first.
pub(super) fn seconds(text: &str) -> Result<u64, NotSeconds> {
    let mut rest = text.trim();
    let mut total: u64 = 0;
    let mut smallest = u64::MAX;
    if rest.is_empty() {
        return Err(NotSeconds::Form);
    }
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, unit) = rest.split_at(digits);
        if number.is_empty() {
            return Err(NotSeconds::Form);
        }
        if is_fraction(unit) {
            return Err(NotSeconds::Fraction);
        }
        let unit = unit.trim_start();
        let worth = match unit.chars().next() {
            Some('h') => 3_600,
            Some('m') => 60,
            Some('s') => 1,
            _ => return Err(NotSeconds::Form),
        };
        if worth >= smallest {
            return Err(NotSeconds::Form);
        }
        smallest = worth;
        // More digits than a number holds are far beyond every limit, like the largest number.
        let number = number.parse().unwrap_or(u64::MAX);
        total = total.saturating_add(worth.saturating_mul(number));
        rest = &unit[1..];
        if rest.starts_with(|c: char| !c.is_whitespace() && !c.is_ascii_digit()) {
            return Err(NotSeconds::Form);
        }
        rest = rest.trim_start();
    }
    Ok(total)
}

/// A length of time as a file writes it in quotation marks, in seconds; `None` if it is none.
pub fn whole_seconds(text: &str) -> Option<u64> {
    seconds(text).ok()
}

/// Whether what follows a whole number makes it a fraction: `.5s`, `,5s`.
fn is_fraction(after: &str) -> bool {
    after
        .strip_prefix(['.', ','])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether an id is letters, digits and hyphens, and not empty.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| is_of_id(c) || c == '-')
}

/// An id from words, or `otherwise` if they have no letter.
pub fn id_or(words: &str, otherwise: &str) -> String {
    let id = id_from(words);
    if id.is_empty() {
        otherwise.to_owned()
    } else {
        id
    }
}

/// An id made from words: composed, lower case, joined by hyphens, without what can't be seen.
/// Empty if there is no letter or digit.
fn id_from(words: &str) -> String {
    let mut id = String::new();
    let words: String = composed(words).chars().filter(|c| !is_hidden(*c)).collect();
    for word in words.split(|c: char| !is_of_id(c)) {
        if word.is_empty() {
            continue;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().flat_map(char::to_lowercase));
    }
    id
}

/// The host of an https address; `None` for anything else, which is never opened as a link.
///
/// An address with a user name is none: it would show one host and open another.
pub fn link_host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = &rest[..end];
    let good = host.contains('.')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let plain = !address.contains(|c: char| c.is_whitespace() || c == '\\');
    (good && plain).then_some(host)
}

/// Whether a text means to be an address rather than words.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim_start().to_ascii_lowercase();
    text.contains("://") || text.starts_with("www.") || text.starts_with("javascript:")
}

/// Whether a path names a PNG or JPEG beside a file or below it, in a way that means the same on
/// every system.
pub(super) fn is_image_path(path: &str) -> bool {
    let parts_good = path
        .split('/')
        .all(|part| !part.is_empty() && part != "." && part != "..");
    let plain = !path.contains(['\\', ':']);
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let picture = ending.is_some_and(|ending| {
        ["png", "jpg", "jpeg"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    });
    parts_good && plain && picture
}
