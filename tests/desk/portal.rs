//! A desktop that starts reminders for a program that is kept from its folders, as a stand-in for its portal does.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::mpsc::{self, Sender};

use supple::bus::Address;
use supple::desk::autostart::portal;
use zbus::connection::Builder;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, block_on, interface};

use crate::machine::Machine;
use crate::notified::Bus;
use crate::patience::PATIENCE;

const PATH: &str = "/org/freedesktop/portal/desktop";
const REQUEST: &str = "/org/freedesktop/portal/desktop/request/1/1";

/// What was asked for: whether it begins, by which command, and why.
type Asked = (bool, Vec<String>, String);

struct Background {
    asked: Sender<Asked>,
    allows: bool,
}

#[interface(name = "org.freedesktop.portal.Background")]
impl Background {
    async fn request_background(
        &self,
        _window: &str,
        mut options: HashMap<String, OwnedValue>,
        #[zbus(connection)] connection: &Connection,
    ) -> OwnedObjectPath {
        let mut take = |name| options.remove(name).unwrap();
        let starts = take("autostart").try_into().unwrap();
        let command = take("commandline").try_into().unwrap();
        let reason = take("reason").try_into().unwrap();
        self.asked.send((starts, command, reason)).unwrap();
        let emitter = SignalEmitter::new(connection, REQUEST).unwrap();
        let now = HashMap::from([("autostart", Value::from(starts && self.allows))]);
        let code = u32::from(!self.allows);
        Request::response(&emitter, code, now).await.unwrap();
        REQUEST.try_into().unwrap()
    }
}

struct Request;

#[interface(name = "org.freedesktop.portal.Request")]
impl Request {
    #[zbus(signal)]
    async fn response(
        emitter: &SignalEmitter<'_>,
        code: u32,
        results: HashMap<&str, Value<'_>>,
    ) -> zbus::Result<()>;
}

#[test]
fn the_portal_is_asked_and_its_word_counts() {
    let machine = Machine::new();
    let bus = Bus::start(&machine);
    let at = Address::At(bus.address.clone());
    let refused = portal::ask(&at, true, "why").unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotConnected, "nobody is there");
    for allows in [true, false] {
        let (asked, heard) = mpsc::channel();
        let portal = Builder::address(bus.address.as_str())
            .unwrap()
            .serve_at(PATH, Background { asked, allows })
            .unwrap()
            .name("org.freedesktop.portal.Desktop")
            .unwrap();
        let portal_there = block_on(portal.build()).unwrap();
        for starts in [true, false] {
            let answer = portal::ask(&at, starts, "why");
            let command = vec!["supple".to_owned(), "remind".to_owned()];
            let expected = (starts, command, "why".to_owned());
            assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), expected);
            let refused = answer.err().map(|error| error.kind());
            let expected = (!allows).then_some(ErrorKind::ConnectionRefused);
            assert_eq!(refused, expected);
        }
        block_on(portal_there.close()).unwrap();
    }
}
