use supple::desk::readings::Missing;
use supple::reminder::Silence;

use crate::{Desk, told};

fn on_battery(desk: &Desk) -> Option<bool> {
    told(&desk.look(), Silence::Battery, Missing::Battery)
}

#[test]
fn the_service_that_looks_after_batteries_is_asked_first() {
    let mut desk = Desk::new();
    let bus = desk.system_bus();
    let _upower = bus.mock("upower", "org.freedesktop.UPower");
    // It knows of what the system's own files can't tell.
    desk.write("sys/class/power_supply/BAT0/type", "Battery\n");
    desk.write("sys/class/power_supply/BAT0/status", "Discharging\n");
    assert_eq!(on_battery(&desk), Some(false));
    let name = "org.freedesktop.UPower";
    let upower = (name, "/org/freedesktop/UPower", name);
    bus.connect().set(upower, "OnBattery", true);
    assert_eq!(on_battery(&desk), Some(true));
}

#[test]
fn without_it_the_systems_own_files_tell() {
    let desk = Desk::new();
    let supply = |name: &str, what: &str, says: &str| {
        desk.write(&format!("sys/class/power_supply/{name}/{what}"), says);
    };
    supply("hidpp_battery_0", "type", "Battery\n");
    supply("hidpp_battery_0", "scope", "Device\n");
    supply("hidpp_battery_0", "status", "Discharging\n");
    assert_eq!(on_battery(&desk), Some(false), "a mouse has a battery too");
    supply("BAT0", "type", "Battery\n");
    supply("BAT0", "status", "Discharging\n");
    assert_eq!(on_battery(&desk), Some(true));
    supply("AC", "type", "Mains\n");
    supply("AC", "online", "0\n");
    assert_eq!(on_battery(&desk), Some(true));
    supply("AC", "online", "1\n");
    assert_eq!(on_battery(&desk), Some(false), "it is plugged in");
}
