//! Two machines whose data folders two real Syncthing programs carry to each other: on loopback alone, and
//! without a word to anybody else.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use serde_json::Value;

use crate::ended::Ended;
use crate::machine;
use crate::machine::Machine;
use crate::needs_root::left_out;
use crate::patience::{PATIENCE, await_that};

/// A program that carries the data folder of a machine, ended with the test.
struct Syncthing {
    program: Child,
    socket: PathBuf,
    /// Of the other machine's.
    other: String,
    /// The last of its events that was seen.
    seen: u64,
}

impl Drop for Syncthing {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

const KEY: &str = "a-key-of-the-test";

impl Syncthing {
    /// Starts two, each for one machine; `None`, and a word about it, where Syncthing is missing.
    fn between(machines: &[Machine; 2]) -> Option<[Self; 2]> {
        let homes = machines.each_ref().map(|machine| machine.path("syncthing"));
        for home in &homes {
            let mut command = Command::new("syncthing");
            let made = command.args(["generate", "--no-default-folder", "--home"]);
            if made.arg(home).output().is_err() {
                left_out("syncthing is missing; sh .ci/setup tests installs it");
                return None;
            }
        }
        let ids = homes.each_ref().map(|home| {
            let mut command = Command::new("syncthing");
            let told = command.arg("--device-id").arg("--home").arg(home).output();
            String::from_utf8(told.unwrap().stdout)
                .unwrap()
                .trim()
                .to_owned()
        });
        // Held until both are known, so that they differ.
        let ports = [(), ()].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
        let ports = ports.map(|port| port.local_addr().unwrap().port());
        Some([0, 1].map(|at| {
            let (machine, home) = (&machines[at], &homes[at]);
            let data = machine.folders().data;
            fs::create_dir_all(&data).unwrap();
            let socket = machine.path("api");
            fs::write(
                home.join("config.xml"),
                config(&data, &socket, &ids, at, ports),
            )
            .unwrap();
            let program = Command::new("syncthing")
                .args(["serve", "--no-browser", "--no-restart", "--no-upgrade"])
                .arg("--home")
                .arg(home)
                .env("STNOUPGRADE", "1")
                .env("STMONITORED", "1")
                .env("HOME", home)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let other = ids[1 - at].clone();
            Self {
                program,
                socket,
                other,
                seen: 0,
            }
        }))
    }

    /// Asks it; `None` as long as it does not listen.
    fn try_ask(&self, method: &str, path: &str) -> Option<Value> {
        let mut stream = UnixStream::connect(&self.socket).ok()?;
        write!(
            stream,
            "{method} /rest/{path} HTTP/1.0\r\nHost: localhost\r\nX-API-Key: {KEY}\r\nContent-Length: 0\r\n\r\n"
        )
        .ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.lines().next().unwrap_or_default();
        assert!(status.contains(" 200 "), "{method} {path}: {answer}");
        Some(serde_json::from_str(body).unwrap_or(Value::Null))
    }

    fn ask(&self, method: &str, path: &str) -> Value {
        let answer = self.try_ask(method, path);
        answer.unwrap_or_else(|| panic!("{path}: Syncthing has ended"))
    }

    /// Waits for its next event, a few seconds at most.
    fn await_event(&mut self) {
        let path = format!("events?since={}&timeout=5", self.seen);
        let events = self.ask("GET", &path);
        let ids = events.as_array().into_iter().flatten();
        let last = ids.filter_map(|event| event["id"].as_u64()).max();
        self.seen = last.unwrap_or(self.seen);
    }

    /// Has it look at the files as they are now.
    fn scan(&self) {
        self.ask("POST", "db/scan?folder=supple");
    }

    /// Has it talk to the other, or not.
    fn join(&self, is_joined: bool) {
        let what = if is_joined { "resume" } else { "pause" };
        self.ask("POST", &format!("system/{what}?device={}", self.other));
    }
}

fn config(data: &Path, socket: &Path, ids: &[String; 2], at: usize, ports: [u16; 2]) -> String {
    let [data, socket] = [data, socket].map(|path| path.display().to_string());
    let devices = [0, 1].map(|of| {
        let (id, port) = (&ids[of], ports[of]);
        format!("<device id=\"{id}\"><address>tcp://127.0.0.1:{port}</address></device>")
    });
    let shared = ids
        .each_ref()
        .map(|id| format!("<device id=\"{id}\"></device>"));
    format!(
        "<configuration version=\"36\">\
         <folder id=\"supple\" path=\"{data}\" type=\"sendreceive\" rescanIntervalS=\"0\" fsWatcherEnabled=\"false\">{}\
         <filesystemType>basic</filesystemType><maxConflicts>-1</maxConflicts><minDiskFree unit=\"%\">0</minDiskFree></folder>{}\
         <gui enabled=\"true\" tls=\"false\"><address>{socket}</address><apikey>{KEY}</apikey></gui>\
         <options><listenAddress>tcp://127.0.0.1:{}</listenAddress>\
         <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>\
         <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><urAccepted>-1</urAccepted>\
         <crashReportingEnabled>false</crashReportingEnabled><autoUpgradeIntervalH>0</autoUpgradeIntervalH>\
         <startBrowser>false</startBrowser><reconnectionIntervalS>5</reconnectionIntervalS>\
         <minHomeDiskFree unit=\"%\">0</minHomeDiskFree><setLowPriority>false</setLowPriority></options>\
         </configuration>",
        shared.concat(),
        devices.concat(),
        ports[at],
    )
}

/// The files of lines that a machine has, by their paths in its record.
fn files(machine: &Machine) -> BTreeMap<PathBuf, Vec<u8>> {
    let log = machine.folders().log();
    let devices = fs::read_dir(&log).into_iter().flatten();
    let paths = devices.flat_map(|device| fs::read_dir(device.unwrap().path()).unwrap());
    let lines = paths
        .map(|path| path.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    lines
        .map(|path| {
            let name = path.strip_prefix(&log).unwrap().to_owned();
            (name, fs::read(&path).unwrap_or_default())
        })
        .collect()
}

/// Waits until both machines have the same files.
fn await_both(machines: &[Machine; 2], programs: &mut [Syncthing; 2]) {
    let began = Instant::now();
    loop {
        programs.iter().for_each(Syncthing::scan);
        let [one, other] = machines.each_ref().map(files);
        if !one.is_empty() && one == other {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "{one:?}\n{other:?}");
        programs.iter_mut().for_each(Syncthing::await_event);
    }
}

/// Does sessions on both machines at the same time, while their files are carried if they are joined.
fn do_sessions(machines: &[Machine; 2], programs: &[Syncthing; 2], rounds: usize) {
    for _ in 0..rounds {
        let guides = machines
            .each_ref()
            .map(|machine| machine.command(["guide", "short.toml"]).spawn().unwrap());
        thread::scope(|scope| {
            for program in programs {
                scope.spawn(|| (0..4).for_each(|_| program.scan()));
            }
        });
        for guide in guides.map(Ended::of) {
            assert_eq!(guide.code, 0, "{}", guide.stderr);
        }
    }
}

/// Both have all sessions, each once and whole.
fn assert_all(machines: &[Machine; 2], count: usize) {
    let [one, other] = machines.each_ref().map(Machine::sessions);
    assert_eq!(one, other);
    assert_eq!(one.len(), count);
    for session in &one {
        assert_eq!(session["outcome"], "completed");
        assert_eq!(session["held_ms"], 2000);
        assert_eq!(session["other_attempts"], serde_json::json!([]));
    }
    for machine in machines {
        let check = machine.supple(["history", "--check"]);
        assert_eq!((check.code, check.stderr.as_str()), (0, ""));
    }
}

#[test]
fn two_machines_that_syncthing_joins_cuts_apart_and_joins_again_both_have_all_that_was_done() {
    for is_copied in [false, true] {
        let machines = [machine(), machine()];
        if is_copied {
            // The home folder was copied, with the id under which lines are written.
            for machine in &machines {
                machine.device_folder();
            }
        }
        let Some(mut programs) = Syncthing::between(&machines) else {
            return;
        };
        for program in &mut programs {
            await_that("Syncthing listens", || {
                let ended = program.program.try_wait().unwrap();
                assert!(ended.is_none(), "{ended:?}");
                program.try_ask("GET", "system/status").is_some()
            });
        }
        do_sessions(&machines, &programs, 2);
        await_both(&machines, &mut programs);
        assert_all(&machines, 4);

        for program in &programs {
            program.join(false);
        }
        do_sessions(&machines, &programs, 2);
        assert_eq!(machines[0].sessions().len(), 6, "they are apart");
        for program in &programs {
            program.join(true);
        }
        await_both(&machines, &mut programs);
        assert_all(&machines, 8);
        let is_in_conflict = |path: &PathBuf| path.to_string_lossy().contains("sync-conflict");
        assert_eq!(files(&machines[0]).keys().any(is_in_conflict), is_copied);
    }
}
