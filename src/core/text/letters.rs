//! Which characters a text may hold, by Unicode's own properties, and the one form it is kept in.
//!
//! What hides, reorders or acts is refused. Some characters that can't be seen are needed
//! nevertheless: joiners between letters that join and between the parts of an emoji, the spaces
//! without width of scripts that write no others, selectors of a sign's variant. They are taken
//! where they do their work, and only there.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{
    Alphabetic, BidiClass, BinaryProperty, CanonicalCombiningClass, DefaultIgnorableCodePoint,
    Emoji, EmojiModifier, ExtendedPictographic, GeneralCategory, Ideographic,
    IndicSyllabicCategory, JoiningType, NoncharacterCodePoint, PrependedConcatenationMark,
    VariationSelector,
};
use icu_properties::{CodePointMapData, CodePointSetData, CodePointSetDataBorrowed};

/// The most marks of one letter: one of Tibetan or Burmese may have as many.
const MOST_MARKS: usize = 8;
/// The most of them that pile up above or below it: Hebrew with all its points has as many.
const MOST_PILED: usize = 4;

/// The first of all marks. Before it there is nothing that composes, nothing from right to left and, but
/// for control characters and soft hyphens, nothing hidden: Latin letters and what stands around them.
const FIRST_MARK: char = '\u{300}';
/// What its UTF-8 begins with: no byte of a character before it is as large.
const BYTE_OF_FIRST_MARK: u8 = 0xcc;

const SOFT_HYPHEN: char = '\u{ad}';
const SPACE_WITHOUT_WIDTH: char = '\u{200b}';
const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';
/// Nothing to see, but to Unicode signs like any other: of Braille, of hieroglyphs and of music.
const BLANKS: [char; 4] = ['\u{2800}', '\u{13441}', '\u{13442}', '\u{1d159}'];

/// What the flags of parts of countries begin with. The part's code follows in tags, and a tag ends it.
const BLACK_FLAG: char = '\u{1f3f4}';
const LAST_TAG: char = '\u{e007f}';
/// The code of a part of a country has no more letters and digits.
const MOST_TAGS: usize = 6;

/// What is refused in a text, with its place in bytes: what can't be seen where it does no work,
/// and marks beyond those that a letter can carry, which would be painted over what is around it.
pub fn refused(text: &str) -> impl Iterator<Item = (usize, char)> {
    // Of printable ASCII nothing is, and most texts are no more than that.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let text = if is_plain { "" } else { text };
    let mut letter = Letter::default();
    text.char_indices().filter(move |(_, c)| !letter.takes(*c))
}

/// The letter that has been read so far, with all that belongs to it.
#[derive(Default)]
struct Letter {
    base: Option<char>,
    /// The last character, whatever it is.
    last: Option<char>,
    marks: usize,
    piled: usize,
    /// How many of the same marks stand in a row.
    alike: usize,
    tags: usize,
}

impl Letter {
    /// Goes on to the next character of the text, and returns whether it is allowed there.
    fn takes(&mut self, c: char) -> bool {
        let is_taken = if is_hidden(c) {
            self.needs(c)
        } else if is_mark(c) {
            self.can_carry(c)
        } else {
            *self = Self {
                base: Some(c),
                ..Self::default()
            };
            true
        };
        self.last = Some(c);
        is_taken
    }

    /// Whether a character that can't be seen does its work behind this letter.
    fn needs(&mut self, c: char) -> bool {
        let is_base = |test: fn(char) -> bool| self.base.is_some_and(test);
        let stands_alone = self.last.is_some_and(|last| !is_hidden(last));
        match c {
            JOINER if self.last != Some(JOINER) && is_base(is_pictograph) => true,
            JOINER | NON_JOINER | SPACE_WITHOUT_WIDTH => stands_alone && is_base(joins),
            SOFT_HYPHEN => stands_alone && is_base(is_letter),
            c if is_tag(c) || c == LAST_TAG => {
                let follows = self.last == self.base || self.last.is_some_and(is_tag);
                self.tags += 1;
                let is_code = self.tags <= MOST_TAGS + usize::from(c == LAST_TAG);
                follows && is_code && is_base(|base| base == BLACK_FLAG)
            }
            c if is_selector(c) => self.last == self.base && is_base(has_variants),
            _ => false,
        }
    }

    fn can_carry(&mut self, mark: char) -> bool {
        self.alike = if self.last == Some(mark) {
            self.alike + 1
        } else {
            1
        };
        self.marks += 1;
        self.piled += usize::from(piles_up(mark));
        // No language writes a mark three times.
        self.marks <= MOST_MARKS && self.piled <= MOST_PILED && self.alike < 3
    }
}

/// Whether a character can't be seen, changes the direction of others or acts on a terminal.
pub fn is_hidden(c: char) -> bool {
    if c < FIRST_MARK {
        return c.is_control() || c == SOFT_HYPHEN;
    }
    is_hidden_beyond_latin(c)
}

fn is_hidden_beyond_latin(c: char) -> bool {
    use GeneralCategory::{Format, LineSeparator, ParagraphSeparator};
    let acts = matches!(category(c), Format | LineSeparator | ParagraphSeparator);
    c.is_control()
        || set::<DefaultIgnorableCodePoint>().contains(c)
        || set::<NoncharacterCodePoint>().contains(c)
        || acts && !set::<PrependedConcatenationMark>().contains(c)
}

/// Whether there is nothing to see of a text, or only signs on which nobody has agreed.
pub fn is_blank(text: &str) -> bool {
    let is_agreed = |c| category(c) != GeneralCategory::PrivateUse;
    let is_sign = |c: char| !(c.is_whitespace() || BLANKS.contains(&c) || is_hidden(c));
    !text.contains(|c| is_sign(c) && is_agreed(c) && !is_mark(c))
}

/// A file's name or path as a disk knows it that tells no capital letters from small ones, nor composed letters from
/// others.
pub fn folded(name: &str) -> String {
    composed(name).to_lowercase()
}

/// The one form of a text that may be written in several: letters with their marks composed, and no
/// soft hyphens, which only say where a word may be divided. What Unicode calls the same letters is
/// the same in it.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_latin(text) && !text.contains(SOFT_HYPHEN) {
        return Cow::Borrowed(text);
    }
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    if text.contains(SOFT_HYPHEN) {
        // One that hides stays, to be refused.
        let mut letter = Letter::default();
        let kept = |c: &char| !(letter.takes(*c) && *c == SOFT_HYPHEN);
        return text.chars().filter(kept).collect::<String>().into();
    }
    text
}

/// Whether all characters of a text come before the first mark.
fn is_latin(text: &str) -> bool {
    text.bytes().all(|byte| byte < BYTE_OF_FIRST_MARK)
}

/// Whether any of a text's letters are written from right to left.
pub fn is_right_to_left(text: &str) -> bool {
    if is_latin(text) {
        return false;
    }
    let direction = CodePointMapData::<BidiClass>::new();
    text.contains(|c| {
        matches!(
            direction.get(c),
            BidiClass::RightToLeft | BidiClass::ArabicLetter
        )
    })
}

/// Whether a character can stand in an id: a letter, a digit, or a mark that is part of a letter.
pub fn is_of_id(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || category(c) == GeneralCategory::SpacingMark
}

const fn set<P: BinaryProperty>() -> CodePointSetDataBorrowed<'static> {
    CodePointSetData::new::<P>()
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is painted onto the one before it.
fn is_mark(c: char) -> bool {
    use GeneralCategory::{EnclosingMark, NonspacingMark};
    c >= FIRST_MARK && matches!(category(c), NonspacingMark | EnclosingMark) && !is_hidden(c)
}

/// Whether a mark stands above or below the others of its letter, not in a place of its own.
fn piles_up(mark: char) -> bool {
    use CanonicalCombiningClass as Class;
    let class = CodePointMapData::<Class>::new().get(mark);
    !matches!(class, Class::NotReordered | Class::Nukta | Class::Virama)
}

/// Whether a number is that of a mark.
pub fn is_code_of_mark(code: u32) -> bool {
    char::from_u32(code).is_some_and(is_mark)
}

fn is_letter(c: char) -> bool {
    set::<Alphabetic>().contains(c)
}

/// Whether a letter is of a script in which neighbours join or stand in clusters.
fn joins(c: char) -> bool {
    let joining = CodePointMapData::<JoiningType>::new().get(c);
    let syllable = CodePointMapData::<IndicSyllabicCategory>::new().get(c);
    let is_alone = matches!(joining, JoiningType::NonJoining | JoiningType::Transparent);
    is_letter(c) && (!is_alone || syllable != IndicSyllabicCategory::Other)
}

fn is_pictograph(c: char) -> bool {
    set::<ExtendedPictographic>().contains(c) || set::<EmojiModifier>().contains(c)
}

fn is_selector(c: char) -> bool {
    set::<VariationSelector>().contains(c)
}

/// Whether a character spells the code of a flag: a small letter or a digit among the tags.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}')
}

fn has_variants(c: char) -> bool {
    set::<Emoji>().contains(c) || set::<Ideographic>().contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused_in(text: &str) -> Vec<char> {
        refused(text).map(|(_, c)| c).collect()
    }

    #[test]
    fn what_languages_and_emoji_need_is_taken() {
        for (text, language) in [
            ("می\u{200c}خواهم", "Persian: a non-joiner between letters"),
            ("क्\u{200d}ष हिन्दी", "Hindi: a joiner behind a virama"),
            ("র\u{200d}্যাব", "Bengali: a joiner before one"),
            ("ශ්\u{200d}රී", "Sinhala"),
            ("ការ\u{200b}ហាត់\u{200b}ប្រាណ", "Khmer: spaces without width"),
            ("ប៊\u{200c}ី", "Khmer: a non-joiner between marks"),
            ("ยืดเหยียด ที่ น้ำ", "Thai: a vowel and a tone on one letter"),
            ("ကြွှိုံ့", "Burmese: six marks"),
            ("བསྒྲུབས་", "Tibetan: letters below letters"),
            ("Rücken\u{ad}schmerz", "German: a soft hyphen"),
            ("Ru\u{308}cken, e\u{323}\u{302}", "decomposed letters"),
            ("בְּרֵאשִׁ֖ית", "Hebrew with all its points"),
            ("🧘\u{200d}♀\u{fe0f} 🧘🏽\u{200d}♂\u{fe0f}", "emoji of people"),
            (
                "👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 1\u{fe0f}⃣ 🇩🇪",
                "emoji",
            ),
            (
                "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Fife",
                "the flag of Scotland",
            ),
            ("葛\u{e0100}城", "Japanese: a variant of a sign"),
            ("⠎⠞⠗⠑⠞⠉⠓⠀⠝⠕⠺", "Braille with its blank"),
        ] {
            assert_eq!(refused_in(text), [] as [char; 0], "{language}");
        }
    }

    #[test]
    fn what_hides_reorders_or_acts_is_refused() {
        for c in [
            '\u{0}',
            '\u{7}',
            '\t',
            '\n',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{180b}',
            '\u{180e}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{2028}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff9}',
            '\u{fdd0}',
            '\u{1bca0}',
            '\u{1d173}',
            '\u{1ffff}',
            '\u{e0041}',
            '\u{e0061}',
            '\u{e007f}',
            '\u{e0100}',
            '\u{e0fff}',
        ] {
            for text in [format!("{c}"), format!("a {c}b"), format!("-{c}-")] {
                assert_eq!(refused_in(&text), [c], "{text:?}");
            }
        }
        // In a script whose letters do not join, and several in a row, joiners only hide.
        assert_eq!(refused_in("pa\u{200c}y"), ['\u{200c}']);
        assert_eq!(refused_in("pa\u{ad}\u{ad}y"), ['\u{ad}']);
        assert_eq!(refused_in("می\u{200c}\u{200c}خ"), ['\u{200c}']);
        assert_eq!(refused_in("a\u{fe0f}"), ['\u{fe0f}']);
        // More than the code of a flag is a text that nobody sees.
        let hides = format!("🏴{}\u{e007f}", "\u{e0061}".repeat(20));
        assert_eq!(refused_in(&hides).len(), 15);
        assert_eq!(refused_in("🏴x\u{e0061}"), ['\u{e0061}']);
    }

    #[test]
    fn marks_that_would_be_painted_over_what_is_around_are_refused() {
        let tower = format!("a{}b", "\u{301}\u{302}\u{303}".repeat(5));
        assert_eq!(refused(&tower).count(), 11);
        // A Thai mark that stands in no order with others.
        let tower = format!("ก{}", "\u{e47}".repeat(20));
        assert_eq!(refused(&tower).count(), 18);
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..200 {
            let marks: String = (0..40).map(|_| random.char('\u{300}'..'\u{33f}')).collect();
            let taken = marks.chars().count() - refused(&marks).count();
            assert!(taken <= MOST_MARKS, "{marks:?}");
        }
    }

    #[test]
    fn a_text_of_nothing_to_see_is_blank() {
        for text in [
            "",
            " ",
            "\u{a0}\u{2003}\u{3000}",
            "\u{2800}",
            "\u{301}",
            "\u{3164}",
            "\u{13441}\u{1d159}",
            "\u{e000}\u{f8ff}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "\u{2800}\u{2801}", "…", "🧘", "が"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn two_spellings_of_one_word_are_kept_alike() {
        assert_eq!(composed("Ru\u{308}cken\u{ad}schmerz"), "Rückenschmerz");
        assert_eq!(
            composed("a \u{ad}b"),
            "a \u{ad}b",
            "it hides, and stays to be refused"
        );
        assert_eq!(composed("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn latin_letters_are_what_unicode_says_of_them() {
        assert_eq!(String::from(FIRST_MARK).as_bytes()[0], BYTE_OF_FIRST_MARK);
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let direction = CodePointMapData::<BidiClass>::new();
        for c in '\0'..FIRST_MARK {
            let name = format!("U+{:04X}", u32::from(c));
            assert_eq!(is_hidden(c), is_hidden_beyond_latin(c), "{name}");
            let is_mark = matches!(
                category(c),
                GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
            );
            assert!(!is_mark, "{name}");
            assert!(is_latin(&c.to_string()), "{name}");
            let is_from_right = matches!(
                direction.get(c),
                BidiClass::RightToLeft | BidiClass::ArabicLetter
            );
            assert!(!is_from_right, "{name}");
            for before in ['a', 'A', 'ä', 'ǖ', c] {
                let pair: String = [before, c].into_iter().collect();
                assert_eq!(nfc.normalize(&pair), pair, "{name}");
            }
        }
        assert!(!is_latin("ü\u{301}"));
    }

    #[test]
    fn letters_from_right_to_left_are_found() {
        for text in ["Nacken: שלום", "شد"] {
            assert!(is_right_to_left(text), "{text}");
        }
        assert!(!is_right_to_left("Ελλάδα, Россия, ไทย 🧘 (1)"));
    }
}
