//! Where the machine is set to be: how numbers are written there, on which day weeks begin, on which paper people print.
//! Which language the person wants is another question, and [`crate::words`] answers it.

use unic_langid::LanguageIdentifier;

/// What is asked for: a person may read English and count as in Germany.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Numbers,
    Time,
    Paper,
}

/// The locale that the machine is set to for that; `None` if there is none, or it is of no country.
pub fn of(what: Of) -> Option<LanguageIdentifier> {
    // There people set it in the environment; elsewhere the system tells.
    let by_environment = cfg!(all(unix, not(target_vendor = "apple")));
    let set = by_environment.then(|| in_environment(what, |name| std::env::var(name).ok()));
    match set.flatten() {
        Some(locale) => parsed(&locale),
        None => parsed(&sys_locale::get_locale()?),
    }
}

/// What the first of the variables says that holds anything, in the order of POSIX.
fn in_environment(what: Of, get: impl Fn(&str) -> Option<String>) -> Option<String> {
    let own = match what {
        Of::Numbers => "LC_NUMERIC",
        Of::Time => "LC_TIME",
        Of::Paper => "LC_PAPER",
    };
    let all = ["LC_ALL", own, "LANG"];
    all.into_iter().filter_map(get).find(|it| !it.is_empty())
}

/// "de_DE.UTF-8@euro" as "de-DE"; `None` of "C", which is of no country.
fn parsed(locale: &str) -> Option<LanguageIdentifier> {
    locale.split(['.', '@']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_asked_for_by_its_own_variable_and_then_by_that_of_all() {
        type Set = [(&'static str, &'static str)];
        // As installers write it for an English desktop in Germany.
        let desktop: &Set = &[
            ("LANG", "en_US.UTF-8"),
            ("LANGUAGE", "en_US:en"),
            ("LC_TIME", "de_DE.UTF-8"),
            ("LC_NUMERIC", "de_DE.UTF-8"),
            ("LC_PAPER", "de_DE.UTF-8"),
        ];
        let all: &Set = &[("LC_ALL", "pt_BR@euro"), ("LC_TIME", "de_DE")];
        let empty: &Set = &[("LC_ALL", ""), ("LC_TIME", ""), ("LANG", "fr_FR")];
        let cases: [(&Set, Of, Option<&str>); 7] = [
            (desktop, Of::Time, Some("de-DE")),
            (desktop, Of::Numbers, Some("de-DE")),
            (desktop, Of::Paper, Some("de-DE")),
            (all, Of::Time, Some("pt-BR")),
            (empty, Of::Time, Some("fr-FR")),
            (&[("LC_ALL", "C.UTF-8"), ("LANG", "de_DE")], Of::Time, None),
            (&[("LANGUAGE", "de_DE")], Of::Time, None),
        ];
        for (set, what, expected) in cases {
            let get = |name: &str| {
                let found = set.iter().find(|(of, _)| *of == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            let locale = in_environment(what, get).and_then(|it| parsed(&it));
            assert_eq!(
                locale.map(|it| it.to_string()).as_deref(),
                expected,
                "{set:?}"
            );
        }
    }
}
