//! A program that is kept from the desktop's own folders asks the portal: `org.freedesktop.portal.Background`.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::time::Duration;

use futures_lite::StreamExt as _;
use zbus::message::Type;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, MessageStream};

use crate::bus::Address;
use crate::desk::bus::within;

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const BACKGROUND: &str = "org.freedesktop.portal.Background";
const REQUEST: &str = "org.freedesktop.portal.Request";

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
    // Before it asks: the answer may come with the name of the request.
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .interface(REQUEST)?
        .member("Response")?
        .build();
    let mut answers = MessageStream::for_match_rule(rule, &connection, None).await?;
    let options = HashMap::from([
        ("reason", Value::from(reason)),
        ("autostart", Value::from(starts)),
        ("commandline", Value::from(vec!["supple", "remind"])),
    ]);
    let reply = connection
        .call_method(
            Some(NAME),
            PATH,
            Some(BACKGROUND),
            "RequestBackground",
            &("", options),
        )
        .await?;
    let portal = reply.header().sender().map(ToString::to_string);
    let request: OwnedObjectPath = reply.body().deserialize()?;
    while let Some(answer) = answers.next().await {
        let answer = answer?;
        let header = answer.header();
        let is_of_it = header.path().is_some_and(|path| *path == *request)
            && header.sender().map(ToString::to_string) == portal;
        if !is_of_it {
            continue;
        }
        let (code, results): (u32, HashMap<String, OwnedValue>) = answer.body().deserialize()?;
        let now = results
            .get("autostart")
            .map(|it| bool::try_from(it.clone()));
        return Ok(code == 0 && now.is_none_or(|now| now == Ok(starts)));
    }
    Err(zbus::Error::InvalidReply)
}
