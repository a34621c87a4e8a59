//! The format's reference, held to what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use supple::figure;
use supple::routine::keys::{self, Group, Key, Takes, Without};
use supple::routine::{Mistake, Surroundings, read};
use supple::words::Words;

pub(crate) const REFERENCE: &str = include_str!("../../routines/README.md");

/// The example blocks: what stands behind the three marks, and the text.
fn examples() -> Vec<(&'static str, &'static str)> {
    let blocks = REFERENCE.split("```").skip(1).step_by(2);
    blocks
        .map(|block| block.split_once('\n').unwrap())
        .collect()
}

#[test]
fn every_example_is_a_good_file_or_part_of_one() {
    const TOP: &str = "format = 1\ntitle = \"x\"\n";
    const EXERCISE: &str = "[[exercise]]\nname = \"x\"\ninstructions = [\"x\"]\n";
    let mut checked = 0;
    for (kind, text) in examples() {
        let file = match kind {
            "toml" => text.to_owned(),
            "toml top" => format!("{TOP}{text}{EXERCISE}"),
            "toml exercise" => format!("{TOP}{EXERCISE}{text}"),
            _ => continue,
        };
        let surroundings = Surroundings {
            stem: "example",
            today: jiff::civil::date(2026, 11, 22),
            image: &|_| Ok(()),
        };
        let reading = read(file.as_bytes(), &surroundings);
        for diagnostic in &reading.diagnostics {
            let short = matches!(
                diagnostic.mistake,
                Mistake::NoPicture { .. } | Mistake::NoInstructions { .. }
            );
            assert!(short, "{diagnostic:?} in\n{file}");
        }
        assert!(reading.routine.is_some());
        checked += 1;
    }
    assert_eq!(checked, 19, "no example is left out by its mark");
}

#[test]
fn the_keys_whose_texts_are_short_are_named_with_their_limit() {
    let limits = REFERENCE.lines();
    let mut limits = limits.filter(|line| line.ends_with("| 200 characters |"));
    let said = limits.next().unwrap();
    let named: BTreeSet<&str> = said.split('`').skip(1).step_by(2).collect();
    let short = |key: &&Key| {
        matches!(
            key.takes,
            Takes::Text { longest: 200 } | Takes::Texts { longest: 200 }
        )
    };
    let keys = keys::GROUPS.into_iter().flat_map(Group::keys);
    let keys: BTreeSet<&str> = keys.filter(short).map(|key| key.name).collect();
    assert_eq!(named, keys);
}

/// The rows of the reference about some keys, as the format's own table has them.
fn rows(group: &Group, keys: &[Key]) -> String {
    let words = Words::of("en");
    let rows = keys.iter().map(|key| {
        let says = words.find(&key.text(group)).unwrap();
        let without = without(key, &words);
        let limits = match key.takes {
            Takes::Whole { least, most } | Takes::Count { least, most } if most < u32::MAX => {
                let thousands = |number: u32| match number {
                    1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
                    _ => number.to_string(),
                };
                format!("; {} to {}", thousands(least), thousands(most))
            }
            _ => String::new(),
        };
        format!("| `{}` | {says}{limits} | {without} |\n", key.name)
    });
    rows.collect()
}

/// What a reference says of a key that is left out.
fn without(key: &Key, words: &Words) -> String {
    match key.without {
        Without::Refused => "must be there".to_owned(),
        Without::Nothing => match key.takes {
            Takes::Texts { .. } | Takes::Words(_) | Takes::Tables(_) => "none".to_owned(),
            _ => "nothing".to_owned(),
        },
        Without::Whole(number) => format!("`{number}`"),
        Without::Number(number) => format!("`{number}`"),
        Without::Length(length) => format!("`\"{}s\"`", length.as_secs()),
        Without::Word(word) => format!("`\"{word}\"`"),
        Without::No => "`false`".to_owned(),
        Without::As(id) => words.find(id).unwrap(),
    }
}

#[test]
fn every_key_is_explained_as_the_reader_takes_it() {
    let mut missing = String::new();
    for group in keys::GROUPS {
        // A default is explained as the exercise's own key is.
        for part in group.parts.iter().filter(|_| group != &keys::DEFAULTS) {
            let rows = rows(group, part);
            if !REFERENCE.contains(&rows) {
                missing = format!("{missing}\n{}\n{rows}", group.heading);
            }
        }
    }
    assert!(
        missing.is_empty(),
        "routines/README.md should say:\n{missing}"
    );
}

/// What the reference of figures says that a key takes.
fn value(takes: &Takes) -> String {
    let named = [
        (figure::keys::POINT, "point"),
        (figure::keys::ANGLE, "angle"),
        (figure::keys::PARTS, "list of parts"),
        (figure::keys::PART, "part"),
        (figure::keys::THING, "part or kind of prop"),
    ];
    if let Some((_, name)) = named.iter().find(|(known, _)| known == takes) {
        return (*name).to_owned();
    }
    let Takes::Number {
        least: lowest,
        most: highest,
    } = figure::keys::ANGLE
    else {
        panic!("an angle is a number");
    };
    match takes {
        Takes::Word(words) => {
            let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        }
        Takes::Number { least, most } => format!("{least} to {most}"),
        Takes::NumberOrNumbers { count, least, most } if (*least, *most) == (lowest, highest) => {
            format!("angle, or {count}")
        }
        Takes::Numbers { count, least, most } => format!("{count} numbers, {least} to {most}"),
        Takes::Flag => "`true`, `false`".to_owned(),
        Takes::Place => "place".to_owned(),
        Takes::Places => "list of places".to_owned(),
        Takes::Pose => "pose".to_owned(),
        Takes::Poses => "list of poses".to_owned(),
        Takes::Table(group) => format!("{} {}", article(group.name), group.name),
        Takes::Tables(group) | Takes::Named(group) => format!("`{}`", group.heading),
        other => panic!("{other:?} is none of a figure's"),
    }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o']) {
        "an"
    } else {
        "a"
    }
}

#[test]
fn every_key_of_a_figure_is_explained_as_the_reader_takes_it_and_no_other() {
    const HEAD: &str = "| key | value | what it says | left out |\n|---|---|---|---|\n";
    let page = include_str!("../../assets/figures/README.md");
    let words = Words::of("en");
    let table = |group: &Group, keys: &[Key]| {
        let row = |key: &Key| {
            let says = words.find(&key.text(group)).unwrap();
            let (value, without) = (value(&key.takes), without(key, &words));
            format!("| `{}` | {value} | {says} | {without} |\n", key.name)
        };
        let rows: String = keys.iter().map(row).collect();
        format!("{HEAD}{rows}")
    };
    // What a highlight lies on is explained once, with places.
    let own = |group: &&'static Group| group.parts[group.parts.len() - 1];
    let groups = figure::keys::GROUPS.iter().copied();
    let groups = groups.chain([&figure::keys::PLACE]);
    let tables: Vec<String> = groups.map(|group| table(group, own(&group))).collect();
    let missing = tables.iter().filter(|table| !page.contains(*table));
    let missing = missing.fold(String::new(), |all, table| format!("{all}\n{table}"));
    assert!(
        missing.is_empty(),
        "assets/figures/README.md should say:\n{missing}"
    );
    let rows = |text: &str| text.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows(page), tables.iter().map(|it| rows(it)).sum::<usize>());
}

#[test]
fn every_routine_of_the_folder_is_good() {
    let machine = crate::Machine::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/routines");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path());
    let german = fs::read_dir(Path::new(folder).join("de")).unwrap();
    let files = files.chain(german.map(|item| item.unwrap().path()));
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let arguments = std::iter::once("check".into()).chain(files);
    let ended = machine.supple(arguments.map(std::path::PathBuf::into_os_string));
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    for code in [
        "other-side",
        "side-of-both",
        "side-in-name",
        "side-not-written",
    ] {
        assert!(!ended.stderr.contains(code), "{}", ended.stderr);
    }
}

#[test]
fn every_file_that_the_readme_links_to_is_there() {
    for readme in ["README.md", "routines/README.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let text = fs::read_to_string(&path).unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| {
            let (target, _) = rest.split_once(')')?;
            (!target.contains("://")).then_some(target)
        });
        for target in targets {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() {
                path.clone()
            } else {
                path.with_file_name(file)
            };
            assert!(file.exists(), "{readme}: {target}");
            if heading.is_empty() {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let headings = text.lines().filter(|line| line.starts_with('#'));
            let mut headings = headings.map(|line| {
                let words = line.trim_start_matches('#').trim().to_lowercase();
                words.replace(' ', "-")
            });
            assert!(headings.any(|it| it == heading), "{readme}: {target}");
        }
    }
}

#[test]
fn every_fault_in_the_readme_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, section) = readme.split_once("## Reliability").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| "));
    let tests = rows.skip(1).map(|row| {
        let cell = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let names = cell.split('`').filter(|part| part.len() > 2);
        (row, names.map(str::to_owned).collect::<Vec<_>>())
    });
    let places = [
        "tests/record",
        "src/history/tests",
        "src/backup",
        "tests/files",
    ];
    let files = places
        .iter()
        .flat_map(|place| fs::read_dir(root.join(place)).unwrap());
    let files = files.map(|file| file.unwrap().path());
    let sources = files
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .map(|path| fs::read_to_string(path).unwrap());
    let sources: String = sources.collect();
    let mut count = 0;
    for (row, names) in tests {
        count += names.len();
        assert!(!names.is_empty(), "no test: {row}");
        for name in names {
            assert!(sources.contains(&format!("fn {name}(")), "{name}: {row}");
        }
    }
    assert!(count > 12, "{count}");
}

/// The names of all fields, at any depth.
fn fields(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(object) => object
            .iter()
            .flat_map(|(name, value)| fields(value).into_iter().chain([name.clone()]))
            .collect(),
        Value::Array(values) => values.iter().flat_map(fields).collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn every_field_that_programs_read_is_explained() {
    let (_, section) = REFERENCE.split_once("## For programs").unwrap();
    let machine = crate::Machine::new();
    let open = "[[exercise]]\nname = \"Breathe\"\nkind = \"open\"\nprepare = 0\n";
    machine.write("open.toml", format!("format = 1\ntitle = \"x\"\n{open}"));
    assert_eq!(machine.supple(["guide", "open.toml"]).code, 0);
    let log = machine.folders().log();
    fs::write(log.join("damaged.jsonl"), "no record\nnor this\n").unwrap();

    let printed = |arguments: &[&str]| machine.supple(arguments);
    let history = printed(&["history", "--json"]).json();
    for list in ["sessions", "problems"] {
        assert_ne!(history[list], json!([]), "{list}");
    }
    for value in [
        history,
        printed(&["plan", "open.toml", "--json"]).json(),
        printed(&["list", "--json"]).json(),
        printed(&["exercises", "--json"]).json(),
        printed(&["check", "open.toml", "--format", "json"]).json(),
    ] {
        for field in fields(&value) {
            let named = [format!("\"{field}\""), format!("`{field}`")];
            assert!(named.iter().any(|name| section.contains(name)), "{field}");
        }
    }
    let table = printed(&["history", "--csv"]).stdout;
    // Behind the mark by which spreadsheets know UTF-8.
    let columns = table.strip_prefix('\u{feff}').unwrap().lines().next();
    assert!(section.contains(columns.unwrap()), "{table}");
}

#[test]
fn an_installed_program_prints_both_references_and_its_help_names_no_file_that_it_lacks() {
    let machine = crate::Machine::new();
    let printed = |arguments: &[&str]| {
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.stderr);
        ended.stdout
    };
    assert_eq!(printed(&["new", "--reference"]), REFERENCE);
    let figures = include_str!("../../assets/figures/README.md");
    assert_eq!(printed(&["figure", "--reference"]), figures);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang");
    for language in supple::words::LANGUAGES {
        for name in ["check.ftl", "cli.ftl", "app.ftl"] {
            let text = fs::read_to_string(folder.join(language.tag).join(name)).unwrap();
            let texts = text.lines().filter(|line| !line.starts_with('#'));
            let named = texts.filter(|line| line.contains("README"));
            assert_eq!(named.collect::<Vec<_>>(), [""; 0], "{name}");
        }
    }
}
