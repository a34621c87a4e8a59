//! The dialog of a portal that stands in for a desktop's, on a bus of its own.
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use zbus::message::Header;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, interface};

use super::portal::Shown;
use super::{Answer, Question};
use crate::bus::Address;
use crate::bus::own::OwnBus;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the portal does when it is asked.
#[derive(Clone)]
enum Does {
    /// Answers at once, even before it has named the request.
    Answer(u32, Vec<&'static str>),
    /// Shows a dialog, and nobody answers it.
    Show,
    Nothing,
    Refuse,
}

/// A question as it reaches the portal.
#[derive(Debug)]
struct Asked {
    by: String,
    request: OwnedObjectPath,
    parent: String,
    title: String,
    patterns: Vec<String>,
}

struct Portal {
    does: Does,
    asked: Sender<Asked>,
    requests: u32,
}

type Filters = Vec<(String, Vec<(u32, String)>)>;

#[interface(name = "org.freedesktop.portal.FileChooser")]
impl Portal {
    async fn open_file(
        &mut self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
        parent: String,
        title: String,
        mut options: HashMap<String, OwnedValue>,
    ) -> zbus::fdo::Result<OwnedObjectPath> {
        self.requests += 1;
        let request = format!(
            "/org/freedesktop/portal/desktop/request/own/{}",
            self.requests
        );
        let request = OwnedObjectPath::try_from(request).unwrap();
        let filters = Filters::try_from(options.remove("filters").unwrap()).unwrap();
        let patterns = filters.into_iter().flat_map(|(_, patterns)| patterns);
        let asked = Asked {
            by: header.sender().unwrap().to_string(),
            request: request.clone(),
            parent,
            title,
            patterns: patterns.map(|(_, pattern)| pattern).collect(),
        };
        let by = asked.by.clone();
        self.asked.send(asked).unwrap();
        match &self.does {
            Does::Answer(code, files) => answer(connection, &by, &request, *code, files).await,
            Does::Show => {}
            Does::Nothing => std::future::pending().await,
            Does::Refuse => return Err(zbus::fdo::Error::UnknownMethod("no dialogs".to_owned())),
        }
        Ok(request)
    }
}

async fn answer(
    connection: &Connection,
    to: &str,
    request: &OwnedObjectPath,
    code: u32,
    files: &[&str],
) {
    let results = HashMap::from([("uris", Value::from(files.to_vec()))]);
    let emitter = SignalEmitter::new(connection, request.clone()).unwrap();
    let emitter = emitter.set_destination(to.try_into().unwrap());
    let interface = "org.freedesktop.portal.Request";
    emitter
        .emit(interface, "Response", &(code, results))
        .await
        .unwrap();
}

/// A portal on the bus, and what it is asked.
fn portal(bus: &OwnBus, does: Does) -> (Connection, Receiver<Asked>) {
    let (tell, asked) = mpsc::channel();
    let portal = Portal {
        does,
        asked: tell,
        requests: 0,
    };
    let builder = bus
        .builder()
        .name("org.freedesktop.portal.Desktop")
        .unwrap();
    let builder = builder.serve_at("/org/freedesktop/portal/desktop", portal);
    (zbus::block_on(builder.unwrap().build()).unwrap(), asked)
}

fn question() -> Question {
    Question {
        title: "Choose a picture".to_owned(),
        kind: "Pictures".to_owned(),
        endings: &["png", "jpg"],
        parent: "x11:1a".to_owned(),
    }
}

fn asks(bus: &OwnBus) -> Answer {
    Shown::default().ask_within(PATIENCE, &bus.bus(), &question())
}

#[test]
fn the_file_that_is_chosen_is_given() {
    let bus = OwnBus::start();
    let files = vec!["file:///home/ana/My%20kn%C3%A9e.png"];
    let (_portal, asked) = portal(&bus, Does::Answer(0, files));
    let path = PathBuf::from("/home/ana/My knée.png");
    assert_eq!(asks(&bus), Answer::Chosen(path));
    let asked = asked.recv().unwrap();
    assert_eq!(
        (&*asked.parent, &*asked.title),
        ("x11:1a", "Choose a picture")
    );
    assert_eq!(asked.patterns, ["*.png", "*.PNG", "*.jpg", "*.JPG"]);
}

#[test]
fn a_dialog_that_is_closed_gives_nothing() {
    let bus = OwnBus::start();
    let (_portal, _asked) = portal(&bus, Does::Answer(1, Vec::new()));
    assert_eq!(asks(&bus), Answer::Cancelled);
}

#[test]
fn where_nothing_shows_a_dialog_it_is_said() {
    let bus = OwnBus::start();
    assert_eq!(asks(&bus), Answer::NotAvailable, "no portal");
    for (does, why) in [
        (Does::Refuse, "a portal without dialogs"),
        (
            Does::Answer(2, Vec::new()),
            "a portal with nothing behind it",
        ),
        (
            Does::Answer(0, vec!["https://example.org/knee.png"]),
            "no file",
        ),
        (Does::Answer(0, Vec::new()), "none chosen"),
    ] {
        let bus = OwnBus::start();
        let (_portal, _asked) = portal(&bus, does);
        assert_eq!(asks(&bus), Answer::NotAvailable, "{why}");
    }
    let nowhere = Address::At("unix:path=/nonexistent/bus".to_owned());
    let asked = Shown::default().ask_within(PATIENCE, &nowhere, &question());
    assert_eq!(asked, Answer::NotAvailable, "no bus");
}

#[test]
fn a_portal_that_never_answers_is_not_waited_for() {
    let bus = OwnBus::start();
    let (_portal, _asked) = portal(&bus, Does::Nothing);
    let asked = Shown::default().ask_within(Duration::from_millis(1), &bus.bus(), &question());
    assert_eq!(asked, Answer::NotAvailable);
}

#[test]
fn a_portal_that_goes_while_its_dialog_is_shown_is_not_waited_for() {
    let bus = OwnBus::start();
    let (portal, asked) = portal(&bus, Does::Show);
    thread::scope(|scope| {
        let answer = scope.spawn(|| asks(&bus));
        asked.recv_timeout(PATIENCE).unwrap();
        zbus::block_on(portal.close()).unwrap();
        assert_eq!(answer.join().unwrap(), Answer::NotAvailable);
    });
}

#[test]
fn the_next_dialog_takes_the_place_of_one_that_is_shown() {
    let bus = OwnBus::start();
    let (portal, asked) = portal(&bus, Does::Show);
    let shown = Arc::new(Shown::default());
    let ask = || {
        let (shown, bus) = (Arc::clone(&shown), bus.bus());
        let (tell, answer) = mpsc::channel();
        let work = move || {
            let answer = shown.ask_within(PATIENCE, &bus, &question());
            tell.send(answer).unwrap();
        };
        crate::threads::start("test", work, || {}).unwrap();
        answer
    };
    let first = ask();
    asked.recv_timeout(PATIENCE).unwrap();
    let second = ask();
    let request = asked.recv_timeout(PATIENCE).unwrap();
    assert_eq!(first.recv_timeout(PATIENCE).unwrap(), Answer::Cancelled);
    let path = &["file:///knee.png"];
    zbus::block_on(answer(&portal, &request.by, &request.request, 0, path));
    let chosen = Answer::Chosen(PathBuf::from("/knee.png"));
    assert_eq!(second.recv_timeout(PATIENCE).unwrap(), chosen);
}

#[test]
fn what_others_on_the_bus_say_is_no_answer() {
    let bus = OwnBus::start();
    let (portal, asked) = portal(&bus, Does::Show);
    let other = zbus::block_on(bus.builder().build()).unwrap();
    thread::scope(|scope| {
        let answered = scope.spawn(|| asks(&bus));
        let it = asked.recv_timeout(PATIENCE).unwrap();
        zbus::block_on(async {
            let another = OwnedObjectPath::try_from("/another").unwrap();
            // More than any queue holds.
            for _ in 0..200 {
                answer(&other, &it.by, &it.request, 0, &["file:///theirs.png"]).await;
                answer(&portal, &it.by, &another, 0, &["file:///another.png"]).await;
            }
            answer(&portal, &it.by, &it.request, 0, &["file:///knee.png"]).await;
        });
        let chosen = Answer::Chosen(PathBuf::from("/knee.png"));
        assert_eq!(answered.join().unwrap(), chosen);
    });
}
