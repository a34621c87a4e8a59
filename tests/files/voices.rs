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
    for told in ["Nothing on this machine speaks", "espeak-ng"] {
        assert!(ended.stderr.contains(told), "{}", ended.stderr);
    }
    assert_eq!(ended.stdout, "");
}

#[test]
fn what_is_wrong_with_the_settings_is_told() {
    let machine = Machine::new();
    machine.write("config/settings.toml", "speech_program = \"piper\"\n");
    let ended = voices(&machine);
    for told in ["settings.toml, line 1", "speech_program", "{file}"] {
        assert!(ended.stderr.contains(told), "{}", ended.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_speech_program_that_is_not_executable_is_named_with_the_mend() {
    let machine = Machine::new();
    let program = machine.write("piper", "#!/bin/sh\n");
    let settings = format!("speech_program = \"{} {{file}}\"\n", program.display());
    machine.write("config/settings.toml", settings);
    let ended = voices(&machine);
    assert_eq!(ended.code, 3, "{}", ended.stderr);
    for told in [program.to_str().unwrap(), "make its file executable"] {
        assert!(ended.stderr.contains(told), "{}", ended.stderr);
    }
}
