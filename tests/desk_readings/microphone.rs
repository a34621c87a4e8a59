use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pulseaudio::protocol::stream::StreamFlags;
use pulseaudio::protocol::{ChannelMap, RecordStreamParams, SampleFormat, SampleSpec};
use pulseaudio::{Client, RecordStream};
use supple::desk::readings::{Desktop as _, Missing, Real};
use supple::reminder::Silence;

use crate::patience::await_that;
use crate::process::{Process, missing};
use crate::{Desk, told};

fn in_use(real: &mut Real) -> Option<bool> {
    told(&real.look(), Silence::Microphone, Missing::Microphone)
}

/// A sound server with a microphone that hears nothing, and a loudspeaker that nobody hears.
struct Sound {
    socket: PathBuf,
    _server: Process,
}

impl Sound {
    fn start(folder: &Path) -> Self {
        let socket = folder.join("pulse");
        let protocol = format!(
            "module-native-protocol-unix auth-anonymous=1 socket={}",
            socket.display()
        );
        let mut server = Command::new("pulseaudio");
        server
            .args([
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
            ])
            .arg("--disable-shm=yes")
            .arg("--load=module-null-source source_name=microphone")
            .arg("--load=module-null-sink sink_name=loudspeaker")
            .arg(format!("--load={protocol}"))
            .env("HOME", folder)
            .env("XDG_RUNTIME_DIR", folder)
            .env("PULSE_RUNTIME_PATH", folder.join("run"))
            .env("PULSE_STATE_PATH", folder.join("state"));
        let server = Process::start(&mut server, folder);
        await_that("the sound server answers", || socket.exists());
        Self {
            socket,
            _server: server,
        }
    }

    /// A program that records.
    fn records(&self, from: &str, folder: &Path) -> Process {
        let mut program = Command::new("parec");
        program
            .arg(format!("--device={from}"))
            .env("PULSE_SERVER", format!("unix:{}", self.socket.display()))
            .env("HOME", folder)
            .stdout(Stdio::null());
        let program = Process::start(&mut program, folder);
        self.await_recording(true);
        program
    }

    /// A stream from the microphone that is held, or of which only the loudness is wanted.
    fn stream(&self, flags: StreamFlags, sample_rate: u32) -> RecordStream {
        let socket = UnixStream::connect(&self.socket).unwrap();
        let client = Client::new_unix(c"test", socket, Some([0; 256])).unwrap();
        let params = RecordStreamParams {
            sample_spec: SampleSpec {
                format: SampleFormat::S16Le,
                channels: 1,
                sample_rate,
            },
            channel_map: ChannelMap::mono(),
            source_name: Some(c"microphone".into()),
            flags,
            ..RecordStreamParams::default()
        };
        let stream = client.create_record_stream(params, |_: &[u8]| {});
        let stream = zbus::block_on(stream).unwrap();
        self.await_recording(true);
        stream
    }

    /// Waits until something records, as the server's own tool has it, or nothing.
    fn await_recording(&self, there: bool) {
        await_that(&format!("something records: {there}"), || {
            let list = Command::new("pactl")
                .args(["list", "short", "source-outputs"])
                .env("PULSE_SERVER", format!("unix:{}", self.socket.display()))
                .output();
            let list = list.unwrap_or_else(|error| missing("pactl", &error));
            list.status.success() && list.stdout.is_empty() != there
        });
    }
}

#[test]
fn a_program_that_records_from_a_microphone_uses_it() {
    let mut desk = Desk::new();
    let sound = Sound::start(desk.path());
    desk.places.sound = Some(sound.socket.clone());
    let mut real = desk.real();
    assert_eq!(in_use(&mut real), Some(false));
    let recorder = sound.records("loudspeaker.monitor", desk.path());
    assert_eq!(
        in_use(&mut real),
        Some(false),
        "what is played is no microphone"
    );
    let call = sound.stream(StreamFlags::default(), 44_100);
    assert_eq!(in_use(&mut real), Some(true), "one of two");
    drop((recorder, call));
    sound.await_recording(false);
    let call = sound.records("microphone", desk.path());
    assert_eq!(in_use(&mut real), Some(true));
    drop(call);
    sound.await_recording(false);
    assert_eq!(in_use(&mut real), Some(false));
}

#[test]
fn one_that_holds_its_stream_or_only_shows_how_loud_it_is_does_not() {
    let mut desk = Desk::new();
    let sound = Sound::start(desk.path());
    desk.places.sound = Some(sound.socket.clone());
    let mut real = desk.real();
    let held = StreamFlags {
        start_corked: true,
        ..StreamFlags::default()
    };
    let meter = StreamFlags {
        peak_detect: true,
        ..StreamFlags::default()
    };
    // So often does a mixer look how loud it is.
    for (flags, rate) in [(held, 44_100), (meter, 25)] {
        let stream = sound.stream(flags, rate);
        assert_eq!(in_use(&mut real), Some(false), "{rate}");
        drop(stream);
        sound.await_recording(false);
    }
}

#[test]
fn a_sound_server_that_comes_later_is_found() {
    let mut desk = Desk::new();
    desk.places.sound = Some(desk.path().join("pulse"));
    let mut real = desk.real();
    assert_eq!(in_use(&mut real), None);
    let _sound = Sound::start(desk.path());
    await_that("it is found", || in_use(&mut real) == Some(false));
}

#[test]
fn without_a_sound_server_the_systems_own_files_tell() {
    let desk = Desk::new();
    let mut real = desk.real();
    assert_eq!(in_use(&mut real), None);
    desk.write("proc/asound/card0/pcm0p/sub0/status", "state: RUNNING\n");
    desk.write("proc/asound/card0/pcm0c/sub0/status", "closed\n");
    assert_eq!(in_use(&mut real), Some(false), "it is played alone");
    desk.write(
        "proc/asound/card1/pcm2c/sub0/status",
        "state: RUNNING\nowner_pid: 1\n",
    );
    assert_eq!(in_use(&mut real), Some(true));
    desk.write("proc/asound/card1/pcm2c/sub0/status", "state: PREPARED\n");
    assert_eq!(in_use(&mut real), Some(false));
}
