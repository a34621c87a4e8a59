//! Copies that sync programs make of a file that was changed in two places.

/// The name of the file that a copy was made of; `None` for a name like any other.
///
/// ```text
/// back.sync-conflict-20261128-120000-ABCDEFG.toml     Syncthing
/// back (Anna's conflicted copy 2026-11-28).toml       Dropbox
/// back (conflicted copy 2026-11-28 120000).toml       Nextcloud
/// back_conflict-20261128-120000.toml                  ownCloud
/// back (SFConflict anna@example.org 2026-11-28).toml  Seafile
/// back.toml.conflict1, back.conflict1.toml            rclone
/// ```
pub(super) fn original(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    if is_numbered(ending) {
        return Some(stem.to_owned());
    }
    let original = of_stem(stem)?.trim_end();
    (!original.is_empty()).then(|| format!("{original}.{ending}"))
}

/// What is in the word for a conflict in the languages that such programs have: English, Dutch, Spanish;
/// German, Polish, the Nordic ones; French, Italian, Portuguese; Russian, Ukrainian; Japanese, Chinese in
/// both scripts, and Korean.
const CONFLICTS: [&str; 9] = [
    "conflict",
    "konflikt",
    "conflit",
    "конфликт",
    "конфлікт",
    "競合",
    "冲突",
    "衝突",
    "충돌",
];

/// What stands before the mark of a copy.
fn of_stem(stem: &str) -> Option<&str> {
    if let Some((before, mark)) = stem
        .strip_suffix(')')
        .and_then(|stem| stem.rsplit_once('('))
    {
        let mark = mark.to_lowercase();
        let is_copy = CONFLICTS.iter().any(|word| mark.contains(word));
        return (is_copy && has_date(&mark)).then_some(before);
    }
    if let Some((before, mark)) = stem.rsplit_once('.') {
        let is_mark = mark.starts_with("sync-conflict-") || is_numbered(mark);
        return is_mark.then_some(before);
    }
    let (before, date) = stem.rsplit_once("_conflict-")?;
    let is_date = date.chars().all(|c| c.is_ascii_digit() || c == '-');
    is_date.then_some(before)
}

/// Whether a date stands in it, as in every mark in brackets: words alone may be a person's own.
fn has_date(mark: &str) -> bool {
    let is_date = |shape: &[u8]| {
        let digits = [0, 1, 2, 3, 5, 6, 8, 9];
        digits.iter().all(|&at| shape[at].is_ascii_digit()) && shape[4] == b'-' && shape[7] == b'-'
    };
    mark.as_bytes().windows(10).any(is_date)
}

/// `conflict1`, `conflict2`.
fn is_numbered(mark: &str) -> bool {
    let number = mark.strip_prefix("conflict");
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name_whichever_program_made_it() {
        for copy in [
            "back.sync-conflict-20261128-120000-ABCDEFG.toml",
            "back (Anna's conflicted copy 2026-11-28).toml",
            "back (conflicted copy 2026-11-28 120000).toml",
            "back (In Konflikt stehende Kopie von Anna 2026-11-28).toml",
            "back (Copie en conflit de Anna 2026-11-28).toml",
            "back (Copia in conflitto di Anna 2026-11-28).toml",
            "back (Cópia em conflito de Anna 2026-11-28).toml",
            "back (Copia en conflicto de Anna 2026-11-28).toml",
            "back (Конфликтующая копия с компьютера Анна 2026-11-28).toml",
            "back (Anna の競合コピー 2026-11-28).toml",
            "back_conflict-20261128-120000.toml",
            "back (SFConflict anna@example.org 2026-11-28-12-00-00).toml",
            "back.toml.conflict1",
            "back.conflict2.toml",
        ] {
            assert_eq!(original(copy).as_deref(), Some("back.toml"), "{copy}");
        }
        for name in [
            "back.toml",
            "back (2).toml",
            "conflict.toml",
            "back-conflict-free.toml",
            "hips (no pain).toml",
            "back (no conflict).toml",
            "back (for a conflicted shoulder).toml",
            "back (sans conflit).toml",
            "back.conflict.toml",
            "back.toml.conflict",
            "my.back.toml",
            "(conflicted copy).toml",
            "toml",
        ] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}
