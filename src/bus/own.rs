//! For tests: a bus that nobody else knows.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use zbus::connection::Builder;

use super::Address;

/// A bus that only this test knows.
pub(crate) struct OwnBus {
    daemon: Child,
    address: String,
    _folder: TempDir,
}

impl OwnBus {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("unix:path={}", folder.path().join("bus").display());
        let config = format!(
            "<busconfig><type>session</type><listen>{address}</listen>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"
        );
        let path = folder.path().join("bus.conf");
        fs::write(&path, config).unwrap();
        let mut command = Command::new("dbus-daemon");
        command.arg("--config-file").arg(path);
        command.args(["--nofork", "--nopidfile", "--nosyslog", "--print-address=1"]);
        let daemon = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut daemon = daemon.unwrap_or_else(|error| {
            panic!("dbus-daemon: {error}. `sh .ci/setup tests` installs it")
        });
        // It says where it listens once it does.
        let mut said = std::io::BufReader::new(daemon.stdout.take().unwrap());
        let mut line = String::new();
        std::io::BufRead::read_line(&mut said, &mut line).unwrap();
        Self {
            daemon,
            address: line.trim().to_owned(),
            _folder: folder,
        }
    }

    pub(crate) fn bus(&self) -> Address {
        Address::At(self.address.clone())
    }

    pub(crate) fn builder(&self) -> Builder<'_> {
        Builder::address(self.address.as_str()).unwrap()
    }
}

impl Drop for OwnBus {
    fn drop(&mut self) {
        self.daemon.kill().unwrap();
        self.daemon.wait().unwrap();
    }
}
