//! `supple fmt`, and the order that it puts keys in.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fastrand::Rng;
use supple::figure;
use supple::library::ordered;
use supple::routine::keys;
use supple::routine::{Reading, Routine, Surroundings, read};

use crate::{BAD, GOOD, Machine};

fn reading(text: &str) -> Reading {
    let surroundings = Surroundings {
        stem: "x",
        today: jiff::civil::date(2026, 11, 22),
        image: &|_| Ok(()),
    };
    read(text.as_bytes(), &surroundings)
}

/// What a file says, but for the hash of its bytes.
#[track_caller]
fn meaning(text: &str) -> Routine {
    let reading = reading(text);
    let routine = reading.routine;
    let routine = routine.unwrap_or_else(|| panic!("{:?} in\n{text}", reading.diagnostics));
    Routine {
        sha256: String::new(),
        ..routine
    }
}

/// The lines, in no order, with their ends, and without what spaces are around `=`.
fn lines(text: &str) -> Vec<String> {
    let is_space = [' ', '\t'];
    let lines = text.split_inclusive('\n').map(|line| {
        let parts = line.split('=').map(|part| part.trim_matches(is_space));
        parts.collect::<Vec<_>>().join("=")
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_unstable();
    lines
}

#[track_caller]
fn keeps_its_meaning(text: &str) -> String {
    let done = ordered(text).unwrap();
    assert_eq!(ordered(&done).as_deref(), Some(&*done), "twice is once");
    assert_eq!(meaning(text), meaning(&done), "{text}\n->\n{done}");
    if text.ends_with('\n') {
        assert_eq!(
            lines(text.trim_start_matches('\u{feff}')),
            lines(done.trim_start_matches('\u{feff}'))
        );
    }
    assert_eq!(text.starts_with('\u{feff}'), done.starts_with('\u{feff}'));
    done
}

#[test]
fn all_that_comes_with_supple_keeps_its_meaning() {
    for shipped in supple::library::SHIPPED {
        for language in supple::words::LANGUAGES {
            keeps_its_meaning(shipped.text(language.tag));
        }
    }
    for language in supple::words::LANGUAGES {
        keeps_its_meaning(language.starter);
    }
}

#[test]
fn all_that_comes_with_supple_is_in_order() {
    for language in supple::words::LANGUAGES {
        for shipped in supple::library::SHIPPED {
            let text = shipped.text(language.tag);
            assert_eq!(ordered(text).unwrap(), text, "{}", shipped.name);
        }
        let starter = language.starter;
        assert_eq!(ordered(starter).unwrap(), starter, "{}", language.tag);
    }
}

#[test]
fn there_is_a_space_on_each_side_of_what_a_key_is_set_with_and_nowhere_else_another() {
    let text = "format=1\ntitle  =\t\"a=b  =  c\"\n\n[author]\nname= 'N' #=  x\n\n[[exercise]]\n\
                name =\"Knee\"\n  figure=\"none\"\nleft={reps=3}\nreps =  2\n";
    let done = "format = 1\ntitle = \"a=b  =  c\"\n\n[author]\nname = 'N' #=  x\n\n[[exercise]]\n\
                name = \"Knee\"\n  figure = \"none\"\nreps = 2\nleft = {reps=3}\n";
    assert_eq!(keeps_its_meaning(text), done);
}

/// Lines of a table in any order: comments and empty lines among them, ends of every kind.
fn shuffled(entries: &[&str], random: &mut Rng) -> Vec<String> {
    let mut chosen: Vec<_> = entries.iter().filter(|_| random.u8(..4) > 0).collect();
    random.shuffle(&mut chosen);
    let mut lines = Vec::new();
    for entry in chosen {
        for other in ["", "  ", "# a word", "#hold = 3", "\t# [safety]"] {
            if random.u8(..12) == 0 {
                lines.push(other.to_owned());
            }
        }
        let comment = ["", " # so", "  #"][random.usize(..3)];
        lines.push(format!("{entry}{comment}"));
    }
    lines
}

fn random_file(random: &mut Rng) -> String {
    const TOP: [&str; 9] = [
        "id = 'x-1'",
        "revision = 0x10",
        "  summary = \"\"\"\\\n  # no remark \\\n\n   [safety] it's \"quoted\" \\\n  # nor this\"\"\"",
        "language = \"en\"",
        "updated = 2026-11-01",
        "tags = [\n  \"b\", # of b\n\n  # [a]\n  'a',\n]",
        "author.role = \"R\"",
        "\"author\".name = \"N\"",
        "author . 'clinic' = \"C\"",
    ];
    const SCHEDULE: [&str; 4] = [
        "at = [08:00:00, \"20:00\"]",
        "days = [\"mon\"]",
        "max_per_day = 1_0",
        "times_per_day = 2",
    ];
    const EXERCISE: [&str; 12] = [
        "hold = \"1m 5s\"",
        "reps = 3",
        "sides = 'each'",
        "instructions = [\"\"\"a\"\"\",\n '''b''']",
        "rest = 5",
        "caution = \"#\"",
        "first_side=\"right\"",
        "optional = true",
        "prepare = \"30s\"",
        "equipment = [ \"mat\" ]",
        "figure = \"knee-to-chest\"",
        "cue = [{ say = \"x\", at = 3 }]",
    ];
    let mut lines = shuffled(&TOP, random);
    for required in ["format = 1", "title = \"t\""] {
        // Before or behind all others, where no text of several lines is broken.
        let at = if random.bool() { 0 } else { lines.len() };
        lines.insert(at, required.to_owned());
    }
    if random.bool() {
        lines.push("[schedule] # when".to_owned());
        lines.extend(shuffled(&SCHEDULE, random));
    }
    for number in 0..random.usize(1..4) {
        lines.push("[[exercise]]".to_owned());
        lines.extend(shuffled(&EXERCISE, random));
        lines.push(format!("name = \"e{number}\""));
        if random.bool()
            && !lines
                .iter()
                .rev()
                .take_while(|line| *line != "[[exercise]]")
                .any(|line| line.starts_with("cue"))
        {
            for at in 1..3 {
                lines.push("  [[exercise.cue]]".to_owned());
                lines.extend([format!("say = \"c{at}\""), format!("at = {at}")]);
            }
        }
        if number == 0 && random.bool() {
            lines.push("[defaults]".to_owned());
            lines.extend(shuffled(&EXERCISE[..2], random));
        }
    }
    let end = if random.bool() { "\r\n" } else { "\n" };
    let mut text = lines.join("\n").replace('\n', end);
    if random.bool() {
        text.push_str(end);
    }
    if random.u8(..4) == 0 {
        text.insert(0, '\u{feff}');
    }
    text
}

#[test]
fn any_file_keeps_its_lines_and_its_meaning_and_twice_is_once() {
    let mut random = Rng::with_seed(12);
    let mut changed = 0;
    for _ in 0..600 {
        let text = random_file(&mut random);
        changed += usize::from(keeps_its_meaning(&text) != text);
    }
    assert!(changed > 300, "{changed}");
}

#[test]
fn no_change_to_a_file_makes_it_lose_its_meaning() {
    const PIECES: [&str; 12] = [
        "\n",
        "\r\n",
        "#",
        "\"",
        "'''",
        "\"\"\"",
        "[",
        "]]",
        "{",
        "a.b = 1\n",
        "= ",
        "\u{feff}",
    ];
    let mut random = Rng::with_seed(4);
    let mut good = 0;
    for _ in 0..1_500 {
        let mut text = if random.bool() {
            random_file(&mut random)
        } else {
            let shipped = &supple::library::SHIPPED;
            shipped[random.usize(..shipped.len())].text("en").to_owned()
        };
        for _ in 0..random.usize(1..4) {
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            let (from, length) = (random.usize(..places.len()), random.usize(..6));
            let to = (from + length).min(places.len() - 1);
            let piece = PIECES[random.usize(..PIECES.len())];
            text.replace_range(places[from]..places[to], piece);
        }
        if reading(&text).routine.is_some() {
            keeps_its_meaning(&text);
            good += 1;
        } else {
            // Whatever comes of it, it comes to an end.
            let _ = ordered(&text);
        }
    }
    assert!(good > 100, "{good}");
}

#[test]
fn keys_stand_as_in_the_reference_with_the_comments_above_them() {
    const BEFORE: &str = "#:schema ./routine.schema.json\ntitle = \"x\" # name\nformat = 1\n\n# kept\n\n[safety]\n\
        not_if = [\"a\"]\n# of pain\npain_limit = 3\n\n[[exercise]]\n# how long\nhold = 5\n# who\nname = \"x\"\n\nsides = \"each\"\nreps = 2\n";
    const AFTER: &str = "#:schema ./routine.schema.json\nformat = 1\ntitle = \"x\" # name\n\n# kept\n\n[safety]\n\
        # of pain\npain_limit = 3\nnot_if = [\"a\"]\n\n[[exercise]]\n# who\nname = \"x\"\n# how long\nhold = 5\n\nreps = 2\nsides = \"each\"\n";
    assert_eq!(keeps_its_meaning(BEFORE), AFTER);
}

#[test]
fn all_keys_of_a_table_are_put_in_order() {
    let mut random = Rng::with_seed(3);
    for group in keys::GROUPS.iter().chain(&figure::keys::GROUPS[..2]) {
        let heading = match group.name {
            "figure" => "[figure.a]",
            "pose" => "[figure.a.pose.rest]",
            _ => group.heading,
        };
        let names = group.keys().map(|key| format!("{} = 0\n", key.name));
        let names: Vec<_> = names.collect();
        let mut other = names.clone();
        random.shuffle(&mut other);
        let text = |keys: &[String]| format!("{heading}\n{}", keys.concat());
        assert_eq!(ordered(&text(&other)), Some(text(&names)));
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}

#[test]
fn a_file_is_put_in_order_once_and_never_one_with_mistakes() {
    const MIXED: &str = "title = \"Back\"\r\nformat = 1\r\n[[exercise]]\r\ninstructions = [\"x\"]\r\nname = \"Knee\"";
    const ORDERED: &str = "format = 1\r\ntitle = \"Back\"\r\n[[exercise]]\r\nname = \"Knee\"\r\ninstructions = [\"x\"]\r\n";
    let machine = Machine::new();
    let path = machine.write("x.toml", MIXED);
    let content = |path: &Path| fs::read_to_string(path).unwrap();
    let ended = machine.supple(["fmt", "--check", "x.toml"]);
    assert_eq!((ended.code, content(&path).as_str()), (1, MIXED));
    assert!(
        ended.stderr.contains("x.toml is not in order"),
        "{}",
        ended.stderr
    );
    let bad = machine.write("bad.toml", BAD);
    let good = machine.write("good.toml", GOOD);
    let ended = machine.supple(["fmt", "bad.toml", "absent.toml", "x.toml", "good.toml"]);
    assert_eq!(ended.code, 1);
    assert_eq!(ended.stdout, "x.toml is in order now.\n");
    assert!(ended.stderr.contains("bad.toml:2:1"), "{}", ended.stderr);
    assert!(
        ended.stderr.contains("no file absent.toml"),
        "{}",
        ended.stderr
    );
    assert_eq!(
        (content(&path).as_str(), content(&bad).as_str()),
        (ORDERED, BAD)
    );
    assert_eq!(content(&good), GOOD);
    for arguments in [["fmt", "x.toml"].as_slice(), &["fmt", "--check", "x.toml"]] {
        let ended = machine.supple(arguments);
        assert_eq!(
            (ended.code, ended.stdout.as_str(), ended.stderr.as_str()),
            (0, "", "")
        );
    }
}

#[cfg(unix)]
#[test]
fn what_a_killed_one_left_goes_or_is_told() {
    const MIXED: &str = "title = \"Back\"\nformat = 1\n[[exercise]]\nname = \"Knee\"\n";
    let machine = Machine::new();
    let path = machine.write("own/x.toml", MIXED);
    let left = machine.write("own/.supple-left.tmp", "a draft");
    machine.write("own/x.toml.other-1", "another version");
    let ended = machine.supple(["fmt", "own/x.toml"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("x.toml.other-1"), "{}", ended.stderr);
    assert!(!left.exists() && path.with_file_name("x.toml.other-1").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_protected_or_has_another_name_is_left_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;
    const MIXED: &str = "title = \"Back\"\nformat = 1\n[[exercise]]\nname = \"Knee\"\n";
    let machine = Machine::new();
    let [protected, linked] = ["x.toml", "y.toml"].map(|name| machine.write(name, MIXED));
    fs::set_permissions(&protected, fs::Permissions::from_mode(0o444)).unwrap();
    let other = machine.folder.path().join("z");
    fs::hard_link(&linked, &other).unwrap();
    for (name, why) in [("x.toml", "may only be read"), ("y.toml", "hard link")] {
        let ended = machine.supple(["fmt", name]);
        assert_eq!(ended.code, 3, "{name}");
        assert!(ended.stderr.contains(why), "{}", ended.stderr);
    }
    for path in [&protected, &linked, &other] {
        assert_eq!(fs::read_to_string(path).unwrap(), MIXED);
    }
}
