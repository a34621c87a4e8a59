//! A sound server of the test's own, with a sink that leads nowhere and a recorder on it:
//! `PulseAudio`, or `PipeWire` where that has taken its place.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use supple::sound::SAMPLE_RATE;

use super::patience::await_that;
use super::pipewire;
use super::process::Process;

/// What is not louder than this is nothing that was played.
pub(crate) const SILENCE: f32 = 0.002;

/// A private sound server whose only sink is recorded from the beginning.
pub(crate) struct Server {
    folder: PathBuf,
    heard: Arc<Mutex<Vec<f32>>>,
    // Dropped, and so ended, in this order.
    _recorder: Process,
    _daemons: Vec<Process>,
}

impl Server {
    pub(crate) fn start(folder: &Path) -> Self {
        let socket = folder.join("pulse").join("native");
        fs::create_dir_all(folder.join("pulse")).unwrap();
        let daemons = if is_there("pulseaudio") {
            vec![pulseaudio(folder, &socket)]
        } else {
            pipewire::start(folder, &socket)
        };

        let mut recorder = Command::new("parec");
        recorder
            .args([
                "--device=ear.monitor",
                "--raw",
                "--format=float32le",
                "--channels=1",
            ])
            .arg(format!("--rate={SAMPLE_RATE}"))
            .arg("--latency-msec=50")
            .env("PULSE_SERVER", format!("unix:{}", socket.display()))
            .env("HOME", folder)
            .stdout(Stdio::piped());
        let mut recorder = Process::start(&mut recorder, folder);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let mut sound = recorder.0.stdout.take().unwrap();
        let into = Arc::clone(&heard);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while sound.read_exact(&mut bytes).is_ok() {
                let samples = bytes
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .map(|sample| f32::from_le_bytes(*sample));
                into.lock().unwrap().extend(samples);
            }
        });

        let device = format!("type pulse\n server \"unix:{}\"", socket.display());
        let configuration = format!("pcm.!default {{ {device} }}\nctl.!default {{ {device} }}\n");
        fs::write(folder.join("alsa.conf"), configuration).unwrap();
        let server = Self {
            folder: folder.to_owned(),
            heard,
            _recorder: recorder,
            _daemons: daemons,
        };
        // What is played before is recorded with gaps.
        let settled = 3 * SAMPLE_RATE as usize;
        await_that("the recorder has settled", || {
            server.recording().len() > settled
        });
        server
    }

    /// Lets a program play here, and nowhere else.
    pub(crate) fn plays(&self, program: &mut Command) {
        program
            .env("ALSA_CONFIG_PATH", self.folder.join("alsa.conf"))
            .env("XDG_RUNTIME_DIR", &self.folder)
            .env_remove("PULSE_SERVER");
    }

    /// All that was heard, once nothing has been heard for two seconds: longer than what is played
    /// is on its way, and than the gap between two of a hold's last seconds.
    pub(crate) fn heard_out(&self) -> Vec<f32> {
        const QUIET: usize = 2 * SAMPLE_RATE as usize;
        await_that("what is played has rung out", || {
            let heard = self.heard.lock().unwrap();
            let last = heard.iter().rposition(|sample| sample.abs() > SILENCE);
            heard.len() > last.unwrap_or(0) + QUIET
        });
        self.recording()
    }

    /// All that was heard so far.
    pub(crate) fn recording(&self) -> Vec<f32> {
        self.heard.lock().unwrap().clone()
    }
}

fn pulseaudio(folder: &Path, socket: &Path) -> Process {
    let protocol = format!(
        "module-native-protocol-unix auth-anonymous=1 socket={}",
        socket.display()
    );
    let mut daemon = Command::new("pulseaudio");
    daemon
        .args([
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
        ])
        .arg("--disable-shm=yes")
        .arg(format!(
            "--load=module-null-sink sink_name=ear norewinds=1 rate={SAMPLE_RATE}"
        ))
        .arg(format!("--load={protocol}"))
        .env("HOME", folder)
        .env("XDG_RUNTIME_DIR", folder)
        .env("PULSE_RUNTIME_PATH", folder.join("run"))
        .env("PULSE_STATE_PATH", folder.join("state"));
    let daemon = Process::start(&mut daemon, folder);
    await_that("the sound server answers", || socket.exists());
    daemon
}

/// Whether a program is installed.
fn is_there(program: &str) -> bool {
    let version = Command::new(program).arg("--version").output();
    version.is_ok()
}
