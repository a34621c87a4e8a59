//! What the Debian package has beside the program, held against the program.

use std::fs;
use std::path::Path;

use supple::words::{LANGUAGES, Words};

const DESKTOP: &str = include_str!("../../assets/package/supple.desktop");
const METAINFO: &str = include_str!("../../assets/package/supple.metainfo.xml");
const KINDS: &str = include_str!("../../assets/package/supple.xml");

/// What a key of the desktop entry says.
fn desktop(key: &str) -> &'static str {
    let mut lines = DESKTOP.lines().filter_map(|line| line.split_once('='));
    let found = lines.find(|(of, _)| *of == key);
    found
        .unwrap_or_else(|| panic!("the desktop entry has no {key}"))
        .1
}

/// What stands between the first such words.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start);
    let (_, rest) = rest.unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap().0
}

#[test]
fn a_double_click_on_what_is_shared_starts_the_program_with_it() {
    let kind = between(KINDS, "<mime-type type=\"", "\"");
    assert_eq!(desktop("MimeType"), format!("{kind};"));
    assert_eq!(between(METAINFO, "<mediatype>", "<"), kind);
    assert_eq!(between(KINDS, "<glob pattern=\"", "\""), "*.supple");
    // Without a file it is started from a menu, so no command may stand before it.
    assert_eq!(desktop("Exec"), "supple %f");
    assert_eq!(between(METAINFO, "<binary>", "<"), "supple");
}

#[test]
fn the_package_says_what_the_program_says_of_itself_in_every_language() {
    assert_eq!(
        between(METAINFO, "<project_license>", "<"),
        env!("CARGO_PKG_LICENSE")
    );
    assert_eq!(between(METAINFO, "<name>", "<"), desktop("Name"));
    for language in LANGUAGES {
        let (key, xml) = match language.tag {
            "en" => (String::new(), String::new()),
            tag => (format!("[{tag}]"), format!(" xml:lang=\"{tag}\"")),
        };
        let about = Words::of(language.tag).get("help");
        let comment = desktop(&format!("Comment{key}"));
        assert_eq!(comment, about.trim_end_matches('.'));
        let summary = between(METAINFO, &format!("<summary{xml}>"), "<");
        assert!(comment.starts_with(summary), "{summary} of {comment}");
        for key in ["GenericName", "Keywords"].map(|of| format!("{of}{key}")) {
            assert!(!desktop(&key).is_empty());
        }
        let safety = Words::of(language.tag).get("safety-1");
        let said = METAINFO.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&safety), "{safety} in {said}");
        assert!(said.contains(&format!("<p{xml}>")), "{said}");
        assert!(KINDS.contains(&format!("<comment{xml}>")), "{KINDS}");
    }
}

#[test]
fn desktops_know_the_window_by_the_name_of_its_entry() {
    // The window says `supple`, and so Wayland looks for supple.desktop.
    assert_eq!(desktop("StartupWMClass"), "supple");
    assert_eq!(desktop("Icon"), "supple");
    assert_eq!(between(KINDS, "<icon name=\"", "\""), "supple");
    assert_eq!(
        between(METAINFO, "<launchable type=\"desktop-id\">", "<"),
        "supple.desktop"
    );
}

#[test]
fn the_package_has_every_file_that_is_written_for_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array();
    let packaged: Vec<_> = assets
        .unwrap()
        .iter()
        .map(|asset| asset[0].as_str().unwrap())
        .collect();
    for source in &packaged {
        let is_made = source.starts_with("target/");
        assert!(
            is_made || root.join(source).is_file(),
            "{source} is not there"
        );
    }
    for file in fs::read_dir(root.join("assets/package")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let source = format!("assets/package/{name}");
        assert!(
            packaged.contains(&source.as_str()),
            "{source} is not packaged"
        );
    }
}
