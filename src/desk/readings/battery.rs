//! Whether the machine runs on its battery.

use std::fs;
use std::path::Path;

use crate::bus::{Asked, Whom};

/// As the service that looks after batteries has it.
pub(super) async fn on_bus(system: &Asked) -> Option<bool> {
    const NAME: &str = "org.freedesktop.UPower";
    let whom = Whom(NAME, "/org/freedesktop/UPower", NAME);
    system.get(whom, "OnBattery").await
}

/// As the system has it.
pub(super) fn of_system(sys: &Path) -> Option<bool> {
    let mut drains = false;
    for supply in fs::read_dir(sys.join("class/power_supply")).ok()?.flatten() {
        let reads = |name, what| {
            let text = fs::read_to_string(supply.path().join(name));
            text.is_ok_and(|text| text.trim() == what)
        };
        if reads("type", "Battery") {
            // A mouse or a headset has one too.
            drains |= reads("status", "Discharging") && !reads("scope", "Device");
        } else if reads("online", "1") {
            return Some(false);
        }
    }
    Some(drains)
}
