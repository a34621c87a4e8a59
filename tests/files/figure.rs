//! `supple figure`.

use supple::figure::names;

use crate::{Machine, files_in};

fn read(machine: &Machine, name: &str) -> String {
    std::fs::read_to_string(machine.folder.path().join(name)).unwrap()
}

#[test]
fn a_figure_is_drawn_for_the_side_and_the_pose_that_are_asked_for() {
    let machine = Machine::new();
    let drawn = |file: &str, look: &[&str]| {
        let mut arguments = vec!["figure", "knee-to-chest", "-o", file];
        arguments.extend(look);
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        assert_eq!(ended.stdout, format!("{file} is written.\n"));
        read(&machine, file)
    };
    let usual = drawn("usual.svg", &[]);
    assert!(usual.starts_with("<svg ") && usual.contains("Picture of knee-to-chest"));
    // The figure's own comment tells that it was drawn for the right side.
    assert_eq!(
        drawn("hold.svg", &["--side", "right", "--at", "hold"]),
        usual
    );
    let others: [&[&str]; 3] = [&["--side", "left"], &["--at", "rest"], &["--dark"]];
    for (file, look) in ["a.svg", "b.svg", "c.svg"].into_iter().zip(others) {
        assert_ne!(drawn(file, look), usual, "{look:?}");
    }
}

#[test]
fn a_figure_of_ones_own_is_drawn_from_its_file_and_its_mistakes_are_reported() {
    let machine = Machine::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/figures");
    let text = std::fs::read_to_string(format!("{folder}/bridge.toml")).unwrap();
    machine.write("mine.toml", &text);
    let ended = machine.supple(["figure", "mine.toml", "-o", "mine.svg"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    machine.supple(["figure", "bridge", "-o", "bridge.svg"]);
    let named_alike = read(&machine, "bridge.svg").replace("of bridge", "of mine");
    assert_eq!(read(&machine, "mine.svg"), named_alike);

    machine.write("wrong.toml", text.replacen("view", "veiw", 1));
    let ended = machine.supple(["figure", "wrong.toml", "-o", "wrong.svg"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.stderr.contains("Did you mean “view”?"),
        "{}",
        ended.stderr
    );
    for (name, reported) in [
        ("brigde", "Did you mean “bridge”?"),
        ("handstand on one arm", "These come with Supple: adductor"),
        ("absent.toml", "There is no file absent.toml"),
    ] {
        let ended = machine.supple(["figure", name, "-o", "wrong.svg"]);
        assert_eq!(ended.code, 1, "{name}");
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
    let written = files_in(machine.folder.path());
    assert!(!written.contains(&"wrong.svg".to_owned()), "{written:?}");
}

#[test]
fn a_figure_of_a_routines_own_is_drawn_by_its_name_or_as_the_only_one() {
    const ROUTINE: &str = "format = 1\ntitle = \"Reach\"\n[[exercise]]\nname = \"Reach\"\nfigure = \"reach\"\ninstructions = [\"Reach.\"]\n";
    let figure = |name: &str, degrees: u32| {
        format!(
            "[figure.{name}]\nview = \"side\"\n\
             pose.rest = {{ hip = [0, 1.73], spine = 90, arms = {{ upper = -90, fore = -90 }}, legs = {{ thigh = -90, shin = -90 }} }}\n\
             pose.hold = {{ right_arm = {{ upper = {degrees}, fore = {degrees} }} }}\n"
        )
    };
    let machine = Machine::new();
    machine.write("one.toml", format!("{ROUTINE}{}", figure("reach", 90)));
    let two = format!("{ROUTINE}{}{}", figure("reach", 90), figure("salute", 0));
    machine.write("two.toml", &two);
    machine.write("odd#name.toml", two.replace("salute", "aim"));
    let drawn = |name: &str, file: &str| {
        let ended = machine.supple(["figure", name, "-o", file]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.stderr);
        read(&machine, file)
    };
    let only = drawn("one.toml", "only.svg");
    assert!(only.contains("Picture of reach"), "{only}");
    assert_eq!(drawn("one.toml#reach", "named.svg"), only);
    assert_eq!(drawn("two.toml#reach", "first.svg"), only);
    let other = drawn("two.toml#salute", "second.svg");
    assert!(other.contains("Picture of salute"), "{other}");
    assert_ne!(other.replace("salute", "reach"), only);
    assert_eq!(
        drawn("odd#name.toml#aim", "third.svg"),
        other.replace("salute", "aim")
    );

    machine.write("none.toml", ROUTINE.replace("reach", "bridge"));
    machine.write("figure.toml", figure("x", 90).replace("[figure.x]\n", ""));
    machine.write("wrong.toml", two.replace("title", "titel"));
    for (name, reported) in [
        (
            "two.toml",
            "several figures: reach, salute. Say which: two.toml#reach",
        ),
        ("two.toml#salut", "Did you mean “salute”?"),
        ("two.toml#handstand", "It has: reach, salute"),
        ("two.toml#", "It has: reach, salute"),
        ("none.toml", "none.toml has no figure of its own"),
        ("none.toml#bridge", "none.toml has no figure of its own"),
        ("figure.toml#x", "figure.toml is one figure by itself"),
        ("absent.toml#x", "There is no file absent.toml"),
        ("wrong.toml#salute", "Did you mean “title”?"),
    ] {
        let ended = machine.supple(["figure", name, "-o", "wrong.svg"]);
        assert_eq!(ended.code, 1, "{name}");
        assert!(ended.stderr.contains(reported), "{name}: {}", ended.stderr);
    }
    assert!(!machine.path("wrong.svg").exists());
}

#[test]
fn a_picture_never_takes_the_place_of_a_file() {
    let machine = Machine::new();
    for (figure, file) in [("knee-to-chest", "knee.svg"), ("--gallery", "all.html")] {
        machine.write(file, "mine");
        let ended = machine.supple(["figure", figure, "-o", file]);
        assert_eq!(ended.code, 1);
        assert!(
            ended.stderr.contains("is there already"),
            "{}",
            ended.stderr
        );
        assert_eq!(read(&machine, file), "mine");
    }
}

#[test]
fn a_picture_gets_no_name_under_which_nothing_would_show_it() {
    let machine = Machine::new();
    for (figure, file, reported) in [
        ("knee-to-chest", "knee.png", "has to end in .svg"),
        ("knee-to-chest", "knee", "has to end in .svg"),
        ("--gallery", "all.svg", "has to end in .html"),
    ] {
        let ended = machine.supple(["figure", figure, "-o", file]);
        assert_eq!(ended.code, 2, "{file}");
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert!(ended.stderr.contains(file), "{}", ended.stderr);
        assert!(!machine.path(file).exists(), "{file}");
    }
    let ended = machine.supple(["figure", "knee-to-chest", "-o", "KNEE.SVG"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}

#[test]
fn the_gallery_shows_every_figure_eight_times() {
    let machine = Machine::new();
    let ended = machine.supple(["figure", "--gallery", "-o", "figures.html"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let page = read(&machine, "figures.html");
    for name in names() {
        assert!(page.contains(&format!("<h2>{name}</h2>")), "{name}");
    }
    assert_eq!(page.matches("<svg ").count(), 8 * names().count());
}
