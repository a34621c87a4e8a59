//! What speech programs list of their voices and languages.

use std::collections::BTreeSet;

/// Of the names of languages the very one, or else one of the same language elsewhere.
pub(super) fn kin<'a>(names: impl IntoIterator<Item = &'a str>, language: &str) -> Option<&'a str> {
    let parts = |name: &str| name.replace('_', "-").to_lowercase();
    let first = |name: &str| parts(name).split('-').next().map(str::to_owned);
    let mut kin = None;
    for name in names {
        if parts(name) == parts(language) {
            return Some(name);
        }
        kin = kin.or_else(|| (first(name) == first(language)).then_some(name));
    }
    kin
}

/// The words of one column of a table, without its heading.
pub(super) fn column(table: &str, number: usize) -> BTreeSet<String> {
    let rows = table.lines().skip(1);
    rows.filter_map(|row| row.split_whitespace().nth(number))
        .map(str::to_owned)
        .collect()
}

/// `Anna                de_DE    # Hallo, ich heiße Anna.`
pub(super) fn lines_of_say(voices: &str) -> impl Iterator<Item = (&str, &str)> {
    voices.lines().filter_map(|line| {
        let (about, _) = line.split_once('#')?;
        let (name, locale) = about.trim_end().rsplit_once(char::is_whitespace)?;
        Some((name.trim(), locale))
    })
}

/// The name of a voice for a language: those of macOS have names of their own.
pub(super) fn voice_of_say(voices: &str, language: &str) -> Option<String> {
    let locale = kin(lines_of_say(voices).map(|(_, locale)| locale), language)?;
    let found = lines_of_say(voices).find(|(_, of)| *of == locale);
    found.map(|(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID_BY_SAY: &str = "\
Anna                de_DE    # Hallo, ich heiße Anna.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Samantha            en_US    # Hello, my name is Samantha.";

    #[test]
    fn a_language_gets_the_voice_of_macos_that_is_its_own_or_its_kin() {
        let of_say = |language| voice_of_say(SAID_BY_SAY, language);
        assert_eq!(of_say("de").as_deref(), Some("Anna"));
        assert_eq!(of_say("en-US").as_deref(), Some("Samantha"));
        assert_eq!(of_say("en-AU").as_deref(), Some("Eddy (English (UK))"));
        assert_eq!(of_say("fr"), None);
    }

    #[test]
    fn the_languages_of_a_table_are_reported() {
        let table = "\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en            (en 2)";
        assert_eq!(Vec::from_iter(column(table, 1)), ["de", "en-gb"]);
    }
}
