//! The icon among the desktop's own, as a stand-in for a desktop that shows it has it.
#![expect(
    clippy::unused_self,
    clippy::used_underscore_binding,
    reason = "whoever shows icons answers as the interface has it"
)]

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};

use serde_json::Value as Json;
use zbus::connection::Builder;
use zbus::zvariant::{OwnedValue, Structure, Value};
use zbus::{Connection, block_on, interface};

use crate::due;
use crate::machine::Machine;
use crate::notified::Bus;
use crate::patience::{PATIENCE, await_that};
use crate::running::status;

/// Whoever shows icons, and tells which came.
struct Watcher(Sender<String>);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        let _ = self.0.send(service);
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A desktop with its icons.
struct Panel {
    connection: Connection,
    came: Receiver<String>,
}

impl Panel {
    fn start(bus: &Bus) -> Self {
        let (came, icons) = mpsc::channel();
        let watcher = Builder::address(bus.address.as_str())
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher(came))
            .unwrap()
            .name("org.kde.StatusNotifierWatcher")
            .unwrap();
        Self {
            connection: block_on(watcher.build()).unwrap(),
            came: icons,
        }
    }

    /// The next icon that comes.
    fn icon(&self) -> Icon<'_> {
        let service = self.came.recv_timeout(PATIENCE).unwrap();
        Icon {
            connection: &self.connection,
            service,
        }
    }
}

struct Icon<'a> {
    connection: &'a Connection,
    service: String,
}

impl Icon<'_> {
    fn call<B>(&self, [path, interface, method]: [&str; 3], body: &B) -> zbus::Result<zbus::Message>
    where
        B: zbus::export::serde::Serialize + zbus::zvariant::DynamicType,
    {
        let service = Some(self.service.as_str());
        let call = self
            .connection
            .call_method(service, path, Some(interface), method, body);
        block_on(call)
    }

    fn property(&self, name: &str) -> OwnedValue {
        let get = [
            "/StatusNotifierItem",
            "org.freedesktop.DBus.Properties",
            "Get",
        ];
        let answer = self.call(get, &("org.kde.StatusNotifierItem", name));
        let answer = answer.unwrap();
        answer.body().deserialize().unwrap()
    }

    /// The entries of its menu by their words, in order.
    fn menu(&self) -> Vec<(String, i32)> {
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let layout = ["/MenuBar", "com.canonical.dbusmenu", "GetLayout"];
        let answer = self.call(layout, &(0, -1, Vec::<String>::new()));
        let answer = answer.unwrap();
        let (_, (_, _, entries)): Layout = answer.body().deserialize().unwrap();
        let entry = |entry: OwnedValue| {
            let entry = Structure::try_from(entry).unwrap();
            let [Value::I32(id), Value::Dict(about), ..] = entry.fields() else {
                panic!("{entry:?}");
            };
            let label = about.get::<&str, &str>(&"label").ok().flatten();
            (label.unwrap_or_default().to_owned(), *id)
        };
        entries.into_iter().map(entry).collect()
    }

    fn click(&self, text: &str) {
        let menu = self.menu();
        let entry = menu.iter().find(|(label, _)| label == text);
        let (_, id) = entry.unwrap_or_else(|| panic!("no {text}: {menu:?}"));
        let event = ["/MenuBar", "com.canonical.dbusmenu", "Event"];
        // A process that ends may end before it answers.
        let _ = self.call(event, &(*id, "clicked", Value::from(0), 0_u32));
    }

    fn has(&self, text: &str) -> bool {
        self.menu().iter().any(|(label, _)| label == text)
    }
}

fn with_icon() -> (Machine, Bus) {
    let machine = due("form = \"notification\"");
    let bus = Bus::start(&machine);
    (machine, bus)
}

#[test]
fn the_icon_says_what_comes_and_what_is_wanted_of_it_is_done() {
    let (machine, bus) = with_icon();
    let panel = Panel::start(&bus);
    let mut running = bus.remind(&machine);
    let icon = panel.icon();
    let title: String = icon.property("Title").try_into().unwrap();
    assert_eq!(title, "Supple");
    await_that("the menu says what comes", || {
        icon.menu()[0].0.contains("For the neck")
    });
    icon.click("Pause for an hour");
    await_that("it is quiet", || {
        status(&machine)["quiet_until"].is_string()
    });
    await_that("the menu leads back", || icon.has("Quiet no longer"));
    assert!(!icon.has("Pause for an hour"));
    icon.click("Quiet no longer");
    await_that("it is not quiet", || {
        status(&machine)["quiet_until"] == Json::Null
    });
    await_that("the menu is as before", || icon.has("Quiet until tomorrow"));
    icon.click("Quit reminders");
    assert_eq!(running.code(), Some(0));
}

#[test]
fn a_desktop_that_begins_later_has_the_icon_too() {
    let (machine, bus) = with_icon();
    let _running = bus.remind(&machine);
    let panel = Panel::start(&bus);
    let icon = panel.icon();
    await_that("the menu says what comes", || {
        icon.menu()[0].0.contains("For the neck")
    });
}
