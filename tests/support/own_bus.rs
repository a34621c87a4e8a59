//! A bus of the test's own, and whoever stands on it for the services of a desktop.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Serialize;
use supple::bus::Address;
use zbus::connection::Builder;
use zbus::object_server::Interface;
use zbus::zvariant::{DynamicType, Value};
use zbus::{Connection, Message, block_on};

use super::patience::await_that;
use super::process::Process;

/// A bus that starts nobody by itself.
pub(crate) struct OwnBus {
    pub(crate) address: String,
    folder: PathBuf,
    daemon: Process,
}

impl OwnBus {
    /// In a folder of its own below this one.
    pub(crate) fn start(folder: &Path, name: &str) -> Self {
        let folder = folder.join(name);
        fs::create_dir(&folder).unwrap();
        let address = format!("unix:path={}", folder.join("socket").display());
        let config = format!(
            "<busconfig><type>session</type><listen>{address}</listen>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"
        );
        let path = folder.join("bus.conf");
        fs::write(&path, config).unwrap();
        let mut daemon = Command::new("dbus-daemon");
        daemon
            .arg("--config-file")
            .arg(path)
            .args(["--nofork", "--nopidfile", "--nosyslog", "--print-address=1"])
            .stdout(Stdio::piped());
        let mut daemon = Process::start(&mut daemon, &folder);
        // It says where it listens once it does.
        let mut said = BufReader::new(daemon.0.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        Self {
            address: line.trim().to_owned(),
            folder,
            daemon,
        }
    }

    pub(crate) fn at(&self) -> Address {
        Address::At(self.address.clone())
    }

    pub(crate) fn connect(&self) -> Guest {
        let builder = Builder::address(self.address.as_str()).unwrap();
        Guest(block_on(builder.build()).unwrap())
    }

    /// Has something on the bus under this name, as long as what this gives is there.
    pub(crate) fn has(&self, name: &str, path: &str, service: impl Interface) -> Guest {
        let builder = Builder::address(self.address.as_str()).unwrap();
        // In this order: whoever sees the name is answered.
        let builder = builder.serve_at(path, service).unwrap();
        Guest(block_on(builder.name(name).unwrap().build()).unwrap())
    }

    /// Starts a service, and waits until it has its name on the bus.
    pub(crate) fn serve(&self, service: &mut Command, name: &str) -> Process {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder).unwrap();
        service
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
            .env("HOME", &folder)
            .stdout(Stdio::null());
        let service = Process::start(service, &folder);
        self.await_name(name, true);
        service
    }

    /// Waits until somebody has that name, or nobody.
    pub(crate) fn await_name(&self, name: &str, there: bool) {
        let (bus, driver) = (self.connect(), "org.freedesktop.DBus");
        await_that(&format!("{name} is there: {there}"), || {
            let has = bus.call(
                (driver, "/org/freedesktop/DBus", driver),
                "NameHasOwner",
                &name,
            );
            has.body().deserialize::<bool>().unwrap() == there
        });
    }

    /// Has a service as python-dbusmock knows it.
    pub(crate) fn mock(&self, template: &str, name: &str) -> Process {
        // The system's own Python is the one that the system's packages are for.
        let mut mock = Command::new("/usr/bin/python3");
        mock.args(["-m", "dbusmock", "--session", "--template", template]);
        self.serve(&mut mock, name)
    }

    /// Stops it from answering, and from ending.
    pub(crate) fn hang(&self) {
        use rustix::process::{Pid, Signal, kill_process};
        kill_process(Pid::from_child(&self.daemon.0), Signal::STOP).unwrap();
    }
}

/// Somebody on a bus, who leaves it when this goes.
pub(crate) struct Guest(pub(crate) Connection);

impl Guest {
    /// What is answered by whoever has this name, at this path and of this interface.
    pub(crate) fn call(
        &self,
        (name, path, interface): (&str, &str, &str),
        method: &str,
        with: &(impl Serialize + DynamicType),
    ) -> Message {
        let answer = self
            .0
            .call_method(Some(name), path, Some(interface), method, with);
        block_on(answer).unwrap()
    }

    /// Sets a property.
    pub(crate) fn set<'v>(
        &self,
        (name, path, interface): (&str, &str, &str),
        property: &str,
        value: impl Into<Value<'v>>,
    ) {
        let whom = (name, path, "org.freedesktop.DBus.Properties");
        self.call(whom, "Set", &(interface, property, value.into()));
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        // One that is gone already has left.
        let _ = block_on(self.0.clone().close());
    }
}
