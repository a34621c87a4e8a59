//! Stands for a compositor that says when somebody goes and comes back, as it is told to: those of stable
//! distributions are too old for it. It knows the few words of the protocol that this takes.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crate::patience::PATIENCE;

pub(crate) struct WaitingCompositor {
    pub(crate) socket: PathBuf,
    asked: Receiver<Waiting>,
}

/// Somebody who wants to know when nobody is there.
pub(crate) struct Waiting {
    pub(crate) long: Duration,
    client: UnixStream,
    notification: u32,
}

impl WaitingCompositor {
    /// For one program.
    pub(crate) fn start(folder: &Path) -> Self {
        let socket = folder.join("wayland-waiting");
        // One that was there before has left it.
        let _ = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).unwrap();
        let (tell, asked) = mpsc::channel();
        thread::spawn(move || {
            for client in listener.incoming() {
                let tell = tell.clone();
                // It ends when the client leaves.
                thread::spawn(move || serve(client.unwrap(), &tell));
            }
        });
        Self { socket, asked }
    }

    /// Waits until somebody wants to know it.
    pub(crate) fn asked(&self) -> Waiting {
        self.asked.recv_timeout(PATIENCE).unwrap()
    }
}

impl Waiting {
    /// Says that nobody is there, or somebody.
    pub(crate) fn tell(&mut self, idle: bool) {
        let event = u32::from(!idle);
        send(&mut self.client, self.notification, event, &[]).unwrap();
    }

    /// Ends as a compositor does that crashes.
    pub(crate) fn leave(self) {
        self.client.shutdown(std::net::Shutdown::Both).unwrap();
    }
}

const DISPLAY: u32 = 1;

/// What it can do, each by its number and its version.
const GLOBALS: [(&str, u32); 2] = [("wl_seat", 1), ("ext_idle_notifier_v1", 2)];

fn serve(mut client: UnixStream, tell: &Sender<Waiting>) -> io::Result<()> {
    let (mut registry, mut notifier) = (0, 0);
    loop {
        let mut head = [0; 8];
        client.read_exact(&mut head)?;
        let (object, what) = (number(&head, 0), number(&head, 4));
        let (size, request) = (what >> 16, what & 0xffff);
        let mut with = vec![0; size as usize - head.len()];
        client.read_exact(&mut with)?;
        match (object, request) {
            // All that was asked before is done.
            (DISPLAY, 0) => {
                let callback = number(&with, 0);
                send(&mut client, callback, 0, &[0])?;
                send(&mut client, DISPLAY, 1, &[callback])?;
            }
            (DISPLAY, 1) => {
                registry = number(&with, 0);
                for (at, (interface, version)) in (1..).zip(GLOBALS) {
                    let mut global = vec![at];
                    global.extend(text(interface));
                    global.push(version);
                    send(&mut client, registry, 0, &global)?;
                }
            }
            (object, 0) if object == registry => {
                let new = number(&with, with.len() - 4);
                if number(&with, 0) == 2 {
                    notifier = new;
                }
            }
            // The other kind takes a film for somebody at the keyboard.
            (object, 2) if object == notifier => {
                let waiting = Waiting {
                    long: Duration::from_millis(number(&with, 4).into()),
                    client: client.try_clone()?,
                    notification: number(&with, 0),
                };
                // The test may be over.
                let _ = tell.send(waiting);
            }
            _ => {}
        }
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_ne_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// A text as a message has it: its length with the zero at its end, in whole numbers.
fn text(text: &str) -> Vec<u32> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.push(0);
    let long = u32::try_from(bytes.len()).unwrap();
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    let numbers = bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| u32::from_ne_bytes(*four));
    std::iter::once(long).chain(numbers).collect()
}

fn send(client: &mut UnixStream, object: u32, event: u32, with: &[u32]) -> io::Result<()> {
    let size = u32::try_from(8 + 4 * with.len()).unwrap();
    let head = [object, size << 16 | event];
    let message = head
        .iter()
        .chain(with)
        .flat_map(|number| number.to_ne_bytes());
    client.write_all(&message.collect::<Vec<_>>())
}
