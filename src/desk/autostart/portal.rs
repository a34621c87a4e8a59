//! A program that is kept from the desktop's own folders asks the portal: `org.freedesktop.portal.Background`.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::time::Duration;

use zbus::zvariant::Value;

use crate::bus::portal::{Answer, Request};
use crate::bus::{Address, within};

const BACKGROUND: &str = "org.freedesktop.portal.Background";

/// How long the portal may take, which may ask the person first.
const PATIENCE: Duration = Duration::from_mins(2);

/// Whether this program is one of those, as in a Flatpak.
pub(super) fn is_needed() -> bool {
    Path::new("/.flatpak-info").exists()
}

/// Asks the portal on this bus that reminders begin when the person logs in, or no more. A desktop may show `reason`.
///
/// # Errors
/// Nobody answers (`NotConnected`), or the desktop does not allow it (`ConnectionRefused`).
pub fn ask(bus: &Address, starts: bool, reason: &str) -> io::Result<()> {
    let asked = zbus::block_on(within(PATIENCE, request(bus, starts, reason)));
    match asked {
        Ok(true) => Ok(()),
        Ok(false) => Err(io::ErrorKind::ConnectionRefused.into()),
        Err(_) => Err(io::ErrorKind::NotConnected.into()),
    }
}

/// Returns whether it is as it was asked for.
async fn request(bus: &Address, starts: bool, reason: &str) -> zbus::Result<bool> {
    let connection = bus.builder()?.build().await?;
    let options = HashMap::from([
        ("reason", Value::from(reason)),
        ("autostart", Value::from(starts)),
        ("commandline", Value::from(vec!["supple", "remind"])),
    ]);
    let with = ("", options);
    let request = Request::ask(connection, BACKGROUND, "RequestBackground", &with).await?;
    Ok(match request.answer().await {
        Answer::Done(results) => {
            let now = results.get("autostart").cloned().map(bool::try_from);
            now.is_none_or(|now| now == Ok(starts))
        }
        Answer::Cancelled => false,
        Answer::NotAvailable => return Err(zbus::Error::InvalidReply),
    })
}
