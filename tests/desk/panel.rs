//! A real panel that shows the icons of programs.

use std::process::{Command, Stdio};

use zbus::block_on;
use zbus::connection::Builder;
use zbus::zvariant::OwnedValue;

use crate::compositor::Sway;
use crate::due;
use crate::notified::Bus;
use crate::patience::await_that;
use crate::process::Process;
use crate::running::status;

#[test]
fn waybar_has_the_icon_and_may_go() {
    let machine = due("form = \"notification\"");
    let folder = machine.folder.path();
    let bus = Bus::start(&machine);
    let sway = Sway::start(folder);
    let config = machine.write("waybar.json", r#"{"modules-right": ["tray"]}"#);
    let style = machine.write("waybar.css", "");
    let mut panel = Command::new("waybar");
    sway.shows(&mut panel);
    panel
        .arg("--config")
        .arg(config)
        .arg("--style")
        .arg(style)
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .env("HOME", folder)
        .stdout(Stdio::null());
    let panel = Process::start(&mut panel, folder);
    let builder = Builder::address(bus.address.as_str()).unwrap();
    let guest = block_on(builder.build()).unwrap();
    let icons = || {
        let watcher = "org.kde.StatusNotifierWatcher";
        let property = (watcher, "RegisteredStatusNotifierItems");
        let asked = guest.call_method(
            Some(watcher),
            "/StatusNotifierWatcher",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &property,
        );
        let icons: OwnedValue = block_on(asked).ok()?.body().deserialize().ok()?;
        Vec::<String>::try_from(icons).ok()
    };
    await_that("the panel is there", || {
        icons().is_some_and(|icons| icons.is_empty())
    });
    let mut running = bus.remind(&machine);
    await_that("it has the icon", || {
        icons().is_some_and(|icons| icons.len() == 1)
    });
    drop(panel);
    await_that("the panel is gone", || icons().is_none());
    assert_eq!(status(&machine)["runs"], true);
    running.signal(rustix::process::Signal::TERM);
    assert_eq!(running.code(), Some(0));
}
