//! Help, completions, and arguments that make no sense.

use std::process::Stdio;

use crate::{GOOD, Machine};

/// All that the help lists.
pub(crate) fn commands(machine: &Machine) -> Vec<String> {
    let reported = machine.supple(["--help"]);
    assert_eq!(reported.code, 0);
    let commands = reported.stdout.split("\nCommands:\n").nth(1).unwrap();
    let commands = commands.split("\n\n").next().unwrap();
    // A line that is further in goes on with the one before it.
    let lines = commands.lines().filter_map(|line| line.strip_prefix("  "));
    let names = lines
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

#[test]
fn every_command_in_the_help_has_its_own_with_examples() {
    let machine = Machine::new();
    let names = commands(&machine);
    assert!(names.iter().any(|name| name == "voices"), "{names:?}");
    for command in names {
        let own = machine.supple([&*command, "--help"]);
        assert_eq!(own.code, 0, "{command}");
        assert!(
            own.stdout.contains("\nExamples:\n  supple "),
            "{}",
            own.stdout
        );
    }
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_would_be_right() {
    let machine = Machine::new();
    for (arguments, reported) in [
        (&["plan"][..], "Usage: supple plan"),
        (&["gide"], "Did you mean guide?"),
        (&["plan", "x", "--jsn"], "Did you mean --json?"),
        (&["check", "x", "--format", "xml"], "human, json"),
    ] {
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
        assert_eq!(ended.stdout, "", "{arguments:?}");
    }
}

#[test]
fn a_file_in_a_commands_place_is_opened_and_a_command_keeps_its_name() {
    let machine = Machine::new();
    machine.write("plan", GOOD);
    machine.write("gide.toml", GOOD);
    machine.write("attachment", "titel = 1");
    std::fs::create_dir(machine.path("gide")).unwrap();
    for (arguments, code, reported) in [
        // Without a display the window can't be had, and this is no terminal to guide in.
        (&["gide.toml"][..], 3, "no display"),
        (&["gide.toml", "--start"], 3, "no display"),
        (&["attachment"], 1, "attachment:1:1"),
        (&["gone.toml"], 1, "gone.toml"),
        (&["gone.SUPPLE"], 1, "There is no file gone.SUPPLE"),
        (&["gone.JPG"], 1, "There is no file gone.JPG"),
        (&["gide"], 2, "Did you mean guide?"),
        (&["plan"], 2, "Usage: supple plan"),
        (&["my-routine"], 2, "supple open my-routine"),
    ] {
        let mut command = machine.command(arguments);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        let ended = command.output().unwrap();
        let stderr = String::from_utf8_lossy(&ended.stderr);
        assert!(stderr.contains(reported), "{arguments:?}: {stderr}");
        assert_eq!(ended.status.code(), Some(code), "{arguments:?}: {stderr}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    let machine = Machine::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let reported = machine.supple(["completions", shell]);
        assert_eq!(reported.code, 0, "{shell}");
        assert!(reported.stdout.contains("rehearse"), "{shell}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let machine = Machine::new();
    let mut command = machine.command(["completions", "bash"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_finds_no_room_ends_with_three() {
    let machine = Machine::new();
    for arguments in [
        "plan lower-back-relief",
        "--help",
        "guide --help",
        "--version",
    ] {
        let full = std::fs::File::create("/dev/full").unwrap();
        let mut command = machine.command(arguments.split(' '));
        let ended = command.stdout(full).output().unwrap();
        assert_eq!(ended.status.code(), Some(3), "{arguments}");
        let reported = String::from_utf8_lossy(&ended.stderr);
        assert!(
            reported.contains("can’t be written"),
            "{arguments}: {reported}"
        );
    }
}

#[test]
fn the_version_says_what_draws_the_window_where_that_is_asked() {
    let machine = Machine::new();
    let short = machine.supple(["--version"]).stdout;
    assert_eq!(short, machine.supple(["-V"]).stdout);
    assert_eq!(short, format!("supple {}\n", env!("CARGO_PKG_VERSION")));
    for (renderer, drawn) in [("", !cfg!(target_os = "macos")), ("gl", false)] {
        let mut command = machine.command(["--version", "--verbose"]);
        let ended = command.env("SUPPLE_RENDERER", renderer).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        let lines: Vec<_> = said.lines().collect();
        assert_eq!(lines.len(), 2, "{said}");
        assert_eq!(lines[1].contains("by the processor"), drawn, "{said}");
    }
}

#[test]
fn a_file_whose_name_begins_with_a_hyphen_is_used_or_told_how_to_name() {
    let machine = Machine::new();
    machine.write("-x.toml", GOOD);
    for arguments in [["check", "-x.toml"], ["import", "-x.toml"], ["new", "-y"]] {
        let ended = machine.supple(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.stderr);
        assert!(
            ended.stderr.contains("write ./ before it"),
            "{}",
            ended.stderr
        );
    }
    assert_eq!(machine.supple(["check", "./-x.toml"]).code, 0);
    assert_eq!(machine.supple(["import", "./-x.toml"]).code, 0);
    let ended = machine.supple(["new", "--", "-y.toml"]);
    assert!(
        ended.stdout.contains("supple check ./-y.toml"),
        "{}",
        ended.stdout
    );
}

#[cfg(unix)]
#[test]
fn a_command_to_type_names_the_file_and_nothing_else_to_a_shell() {
    for name in [
        "a$b;id.toml",
        "b $(id).toml",
        "it's.toml",
        "`id`.toml",
        "a b.toml",
        "膝.toml",
    ] {
        let machine = Machine::new();
        let ended = machine.supple(["new", name]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.stderr);
        let (_, command) = ended.stdout.split_once("supple check ").unwrap();
        let typed = shlex::split(command.lines().next().unwrap()).unwrap();
        assert_eq!(
            typed[0].trim_end_matches('.'),
            name.trim_end_matches('.'),
            "{command}"
        );
        let plain = !name.contains(['$', ';', '`', '\'', ' ']);
        assert!(plain || !command.starts_with(name), "{command}");
    }
}

#[test]
fn folders_from_the_home_folder_and_relative_ones_are_where_they_were_meant() {
    for (folder, place) in [("~/mine", "home/mine"), ("mine", "mine")] {
        let machine = Machine::new();
        machine.write("given.toml", GOOD);
        let mut command = machine.command(["import", "given.toml"]);
        command.env("HOME", machine.path("home"));
        command.env("SUPPLE_DATA_DIR", folder);
        let ended = command.output().unwrap();
        assert!(ended.status.success(), "{ended:?}");
        let file = machine.path(place).join("routines/given.toml");
        assert!(file.is_file(), "{folder}");
        assert!(!machine.path("~").exists());
    }
}
