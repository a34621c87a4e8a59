//! `PipeWire` as a sound server that knows neither the machine's devices nor its other sound server.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use supple::sound::SAMPLE_RATE;

use super::patience::await_that;
use super::process::{Process, missing};

/// What `WirePlumber` is to leave alone: devices, and the desktop's permissions. Version 0.4 reads
/// the scripts, 0.5 the other file.
const LEFT_ALONE: [(&str, &str); 3] = [
    (
        "main.lua.d/51-alone.lua",
        "alsa_monitor.enabled = false\n\
         v4l2_monitor.enabled = false\n\
         libcamera_monitor.enabled = false\n\
         default_access.properties[\"enable-flatpak-portal\"] = false\n",
    ),
    (
        "bluetooth.lua.d/51-alone.lua",
        "bluez_monitor.enabled = false\n",
    ),
    (
        "wireplumber.conf.d/alone.conf",
        "wireplumber.profiles = { main = {\n\
         hardware.audio = disabled\n\
         hardware.bluetooth = disabled\n\
         hardware.video-capture = disabled\n\
         } }\n",
    ),
];

/// Starts what together is a sound server whose only sink is called `ear`, and which programs made
/// for `PulseAudio` reach at the socket: `pulse/native` in the folder.
pub(crate) fn start(folder: &Path, socket: &Path) -> Vec<Process> {
    for (name, content) in LEFT_ALONE {
        let file = folder.join("wireplumber").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }

    let server = Process::start(&mut private("pipewire", folder), folder);
    let own = folder.join("pipewire-0");
    await_that("the sound server answers", || own.exists());
    // It connects every stream with the sink.
    let manager = Process::start(&mut private("wireplumber", folder), folder);
    let pulse = Process::start(&mut private("pipewire-pulse", folder), folder);
    await_that("the sound server answers as PulseAudio", || socket.exists());

    let sink = private("pactl", folder)
        .args(["load-module", "module-null-sink", "sink_name=ear"])
        .arg(format!("rate={SAMPLE_RATE}"))
        .env("PULSE_SERVER", format!("unix:{}", socket.display()))
        .stdout(Stdio::null())
        .status();
    let sink = sink.unwrap_or_else(|error| missing("pactl", &error));
    assert!(sink.success(), "pactl: {sink}");
    vec![pulse, manager, server]
}

/// A program that finds no other sound server, nor the desktop's message bus.
fn private(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .env("HOME", folder)
        .env("XDG_RUNTIME_DIR", folder)
        .env("XDG_CONFIG_HOME", folder)
        .env("XDG_STATE_HOME", folder)
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env_remove("PIPEWIRE_REMOTE")
        .env_remove("PIPEWIRE_RUNTIME_DIR");
    command
}
