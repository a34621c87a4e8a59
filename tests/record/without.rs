//! A machine without a home folder, and one without a sound device.

use std::fs;
#[cfg(target_os = "linux")]
use std::io::{BufReader, Read as _};
#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use supple::history::{History, SessionOutcome};

use crate::machine;
#[cfg(target_os = "linux")]
use crate::machine::Machine;
#[cfg(target_os = "linux")]
use crate::needs_root;
#[cfg(target_os = "linux")]
use crate::patience::await_that;
#[cfg(target_os = "linux")]
use crate::process::Process;

#[test]
#[cfg(target_os = "linux")]
fn without_a_home_folder_what_needs_none_works_and_the_rest_says_so() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    // Without HOME a person's home is the one that the system knows; it knows of none for this one.
    const STRANGER: u32 = 64_321;
    let machine = machine();
    fs::set_permissions(&machine.folder, Permissions::from_mode(0o755)).unwrap();
    for (arguments, code, reported) in [
        (&["check", "short.toml"][..], 0, ""),
        (&["plan", "short.toml"], 0, ""),
        (&["list"], 0, ""),
        (&["guide", "--rehearse", "short.toml"], 0, ""),
        (&["guide", "short.toml"], 0, ""),
        (&["history"], 3, "no home folder was found"),
        (&["import", "short.toml"], 3, "no home folder was found"),
    ] {
        let mut command = machine.command(arguments);
        for variable in [
            "HOME",
            "SUPPLE_DATA_DIR",
            "SUPPLE_CONFIG_DIR",
            "SUPPLE_CACHE_DIR",
        ] {
            command.env_remove(variable);
        }
        let output = match command.uid(STRANGER).gid(STRANGER).output() {
            Ok(output) => output,
            Err(error) => {
                needs_root::left_out(&format!("only root can be somebody else ({error})"));
                return;
            }
        };
        let stdout = String::from_utf8_lossy(&output.stdout);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {stderr}");
        assert!(stderr.contains(reported), "{arguments:?}: {stderr}");
        if arguments == ["guide", "short.toml"] {
            assert!(stdout.contains("is not recorded"), "{stdout}");
            assert!(stdout.contains("2 of 2"), "{stdout}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_home_folder_that_would_be_another_in_each_folder_is_none() {
    let machine = machine();
    let mut command = machine.command(["history"]);
    for folder in ["DATA", "CONFIG", "CACHE"] {
        command.env_remove(format!("SUPPLE_{folder}_DIR"));
        command.env_remove(format!("XDG_{folder}_HOME"));
    }
    let output = command.env("HOME", "relative").output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{stderr}");
    assert!(stderr.contains("no home folder was found"), "{stderr}");
    assert!(!machine.path("relative").exists());
}

#[test]
#[cfg(target_os = "linux")]
fn a_guide_that_nobody_reads_or_hears_comes_to_its_end() {
    let machine = machine();
    let guide = machine.command(["guide", "short.toml"]);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "\"$@\" 2>errors | head -n 1", "sh"])
        .arg(guide.get_program())
        .args(guide.get_args())
        .current_dir(&machine.folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    for (name, value) in guide.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    let mut shell = Process(without_sound(&mut shell, &machine).spawn().unwrap());
    await_that("the guide ends", || shell.0.try_wait().unwrap().is_some());
    let mut read = String::new();
    let stdout = shell.0.stdout.take().unwrap();
    BufReader::new(stdout).read_to_string(&mut read).unwrap();
    assert_eq!(read.lines().count(), 1, "{read}");
    let errors = fs::read_to_string(machine.path("errors")).unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
}

/// Nothing that plays is known to a program, and no server answers it.
#[cfg(target_os = "linux")]
fn without_sound<'a>(command: &'a mut Command, machine: &Machine) -> &'a mut Command {
    command
        .env("ALSA_CONFIG_PATH", "/dev/null")
        .env("PULSE_SERVER", "unix:/nonexistent")
        .env("XDG_RUNTIME_DIR", machine.folder.path())
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_sound_device_a_session_says_so_and_is_guided_and_recorded() {
    let machine = machine();
    // Longer than a device is waited for.
    let short = machine.folder.path().join("short.toml");
    let text = fs::read_to_string(&short).unwrap();
    fs::write(&short, text.replace("\"1s\"", "\"4s\"")).unwrap();
    let mut command = machine.command(["guide", "short.toml"]);
    let output = without_sound(&mut command, &machine).output().unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{stdout}");
    assert!(
        stdout.contains("There is no sound: no device answers"),
        "{stdout}"
    );
    assert!(stdout.contains("2 of 2"), "{stdout}");
    let sessions = History::read(&machine.folders().log()).sessions;
    assert_eq!(sessions[0].outcome, SessionOutcome::Completed);
}
