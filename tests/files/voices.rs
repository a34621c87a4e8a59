//! `supple voices`.

use crate::Machine;
use crate::ended::Ended;

/// `supple voices` on a machine without any program.
fn voices(machine: &Machine) -> Ended {
    let mut command = machine.command(["voices"]);
    Ended::of(command.env("PATH", "").spawn().unwrap())
}

#[test]
fn where_nothing_speaks_it_is_told_how_to_get_a_voice() {
    let machine = Machine::new();
    let ended = voices(&machine);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    for reported in ["Nothing on this machine speaks", "espeak-ng"] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
    assert_eq!(ended.stdout, "");
}

#[test]
fn what_is_wrong_with_the_settings_is_reported() {
    let machine = Machine::new();
    machine.write("config/settings.toml", "speech_program = \"piper\"\n");
    let ended = voices(&machine);
    for reported in ["settings.toml, line 1", "speech_program", "{file}"] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_speech_program_that_is_not_executable_is_named_with_the_fix() {
    let machine = Machine::new();
    let program = machine.write("piper", "#!/bin/sh\n");
    let settings = format!("speech_program = \"{} {{file}}\"\n", program.display());
    machine.write("config/settings.toml", settings);
    let ended = voices(&machine);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    for reported in [program.to_str().unwrap(), "make its file executable"] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
}

/// A program that lists its voices holds a pipe open for as long as it runs.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_asked_for_its_voices_ends_with_the_command() {
    use std::fs::{self, File};
    use std::io::Read as _;
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Command;

    use rustix::process::{Pid, Signal, kill_process};

    let machine = Machine::new();
    let pipe = machine.path("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let script = format!("#!/bin/sh\nexec > '{}'\nexec sleep 600\n", pipe.display());
    let program = machine.write("bin/espeak-ng", script);
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = machine.command(["voices"]);
    let path = format!("{}:/usr/bin:/bin", machine.path("bin").display());
    let mut supple = command.env("PATH", path).spawn().unwrap();
    let mut held = File::open(&pipe).unwrap();
    kill_process(Pid::from_child(&supple), Signal::INT).unwrap();
    assert!(!supple.wait().unwrap().success());
    assert_eq!(held.read(&mut [0]).unwrap(), 0);
}

/// A stand-in for piper that writes down its options and what it reads, as piper's own guide has it:
/// `--model`, `--length_scale`, `--output_file`, and a line of text on its input.
#[cfg(target_os = "linux")]
#[test]
fn piper_with_a_model_for_the_language_speaks_before_others_and_at_the_speed_that_is_set() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    let machine = Machine::new();
    machine.write("config/settings.toml", "[voice]\nspeed_percent = 80\n");
    let asked = machine.folder.path().join("asked");
    let script = format!(
        "#!/bin/sh\nread text\necho \"$@: $text\" > '{}'\n",
        asked.display()
    );
    let programs = ["piper", "espeak-ng"].map(|name| {
        let program = machine.write(&format!("bin/{name}"), &script);
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program
    });
    let model = machine.write("data/piper/de/de_DE-thorsten-medium.onnx", "");
    let speaks = |language: &str| {
        let mut command = machine.command(["voices", "--language", language]);
        command.env("PATH", programs[0].parent().unwrap());
        command.env("XDG_DATA_HOME", machine.folder.path().join("data"));
        let ended = Ended::of(command.spawn().unwrap());
        (ended, fs::read_to_string(&asked).unwrap())
    };
    // Half of a model is none.
    let (ended, _) = speaks("de");
    assert!(!ended.stdout.contains("piper:"), "{}", ended.stdout);
    machine.write("data/piper/de/de_DE-thorsten-medium.onnx.json", "{}");
    fs::remove_file(&programs[1]).unwrap();
    let (ended, reported) = speaks("de");
    let used = "piper: 1 language (Supple speaks through this)";
    assert!(ended.stdout.contains(used), "{}", ended.stdout);
    let options = format!(
        "--model {} --length_scale 1.250 --output_file",
        model.display()
    );
    assert!(reported.starts_with(&options), "{reported}");
    assert!(reported.contains("So spricht Supple."), "{reported}");
}

/// Stand-ins for speech programs: the first ends with an error, the second writes a sound.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_fails_and_a_chosen_voice_that_is_gone_are_reported_beside_the_one_that_speaks() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    let machine = Machine::new();
    let chosen = "[voice.names]\nen = \"piper /nowhere/en_GB-alba-medium.onnx\"\n";
    machine.write("config/settings.toml", chosen);
    // Forty milliseconds at 8 kHz.
    let mut tone = b"RIFF\xa4\x02\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x80\x02\0\0".to_vec();
    tone.resize(44 + 640, 16);
    let tone_file = machine.folder.path().join("tone.wav");
    fs::write(&tone_file, tone).unwrap();
    // What espeak-ng is to write is its last argument.
    let works = format!(
        "#!/bin/sh\nfor file; do :; done\n/bin/cat > /dev/null\n/bin/cp '{}' \"$file\"\n",
        tone_file.display()
    );
    let mut folder = None;
    for (name, script) in [
        ("flite", "#!/bin/sh\nexit 5\n"),
        ("espeak-ng", works.as_str()),
    ] {
        let program = machine.write(&format!("bin/{name}"), script);
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        folder = program.parent().map(ToOwned::to_owned);
    }
    let mut command = machine.command(["voices", "--language", "en"]);
    command.env("PATH", folder.unwrap());
    command.env("XDG_DATA_HOME", machine.folder.path().join("data"));
    let ended = Ended::of(command.spawn().unwrap());
    let speaks = |line: &str| line.starts_with("espeak-ng") && line.contains("speaks through this");
    assert!(ended.stdout.lines().any(speaks), "{}", ended.stdout);
    for reported in [
        "alba, medium (piper)",
        "“flite” does not do its work, so espeak-ng speaks instead. It ended with code 5.",
    ] {
        assert!(ended.stderr.contains(reported), "{}", ended.stderr);
    }
}
