//! Letters of another alphabet that look like Latin ones.

/// Cyrillic and Greek letters that are printed as the Latin one beside them.
const ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ӏ', 'l'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('х', 'x'),
    ('у', 'y'),
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('ο', 'o'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

fn latin(c: char) -> Option<char> {
    ALIKE
        .iter()
        .find(|(it, _)| *it == c)
        .map(|(_, latin)| *latin)
}

/// A text with Latin letters for those that look like them.
pub fn in_latin(text: &str) -> String {
    text.chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// The first word of a text that has such a letter beside Latin ones: nobody writes that on purpose.
pub fn with_two_alphabets(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric()).find(|word| {
        let has_latin = word.contains(|c: char| c.is_ascii_alphabetic());
        has_latin && word.contains(|c| latin(c).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_two_alphabets_that_look_alike_is_found() {
        assert_eq!(with_two_alphabets("Leg R\u{430}ise"), Some("R\u{430}ise"));
        assert_eq!(with_two_alphabets("Heel \u{3a4}ap"), Some("\u{3a4}ap"));
        for text in [
            "Raise",
            "Подъём ног",
            "Κάμψη",
            "β-Blocker",
            "Übung T Т",
            "α1",
            "5 км",
        ] {
            assert_eq!(with_two_alphabets(text), None, "{text}");
        }
        assert_eq!(in_latin("\u{410}"), "A");
    }
}
