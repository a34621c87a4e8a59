//! The file dialog of the desktop portal: `org.freedesktop.portal.FileChooser`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use url::Url;
use zbus::Connection;
use zbus::zvariant::{OwnedValue, Value};

use super::{Answer, Question};
use crate::bus::portal::{self, Request};
use crate::bus::{Address, within};

const CHOOSER: &str = "org.freedesktop.portal.FileChooser";

/// How long the first answer may take: one that has to be started first needs a second or two.
const PATIENCE: Duration = Duration::from_secs(5);

/// The dialog that is shown, or is about to be.
#[derive(Default)]
pub(super) struct Shown(Mutex<Latest>);

#[derive(Default)]
struct Latest {
    /// Counts what was asked for.
    number: u64,
    /// A portal closes the dialogs of those whose connection is closed.
    connection: Option<Connection>,
}

impl Shown {
    /// Shows a dialog in the place of the last, and waits for its answer.
    pub(super) fn ask(&self, bus: &Address, question: &Question) -> Answer {
        self.ask_within(PATIENCE, bus, question)
    }

    pub(super) fn ask_within(
        &self,
        patience: Duration,
        bus: &Address,
        question: &Question,
    ) -> Answer {
        zbus::block_on(async {
            let number = self.begin().await;
            let opened = within(patience, open(bus, question)).await;
            let Ok(opened) = opened else {
                return Answer::NotAvailable;
            };
            if !self.keep(number, &opened.connection) {
                return Answer::Cancelled;
            }
            let answer = opened.answer().await;
            self.let_go(number);
            match answer {
                portal::Answer::Done(chosen) => {
                    file(chosen).map_or(Answer::NotAvailable, Answer::Chosen)
                }
                portal::Answer::Cancelled => Answer::Cancelled,
                portal::Answer::NotAvailable => Answer::NotAvailable,
            }
        })
    }

    fn latest(&self) -> MutexGuard<'_, Latest> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the last dialog, and gives the next one its number.
    async fn begin(&self) -> u64 {
        let (number, before) = {
            let mut latest = self.latest();
            latest.number += 1;
            (latest.number, latest.connection.take())
        };
        if let Some(before) = before {
            // One that is gone can't be closed, and need not be.
            let _ = before.close().await;
        }
        number
    }

    /// Forgets the connection of a dialog that was answered, unless it is another's by now.
    fn let_go(&self, number: u64) {
        let mut latest = self.latest();
        if latest.number == number {
            latest.connection = None;
        }
    }

    /// Keeps the connection of a dialog, to be closed for the next; `false` if there is a next one already.
    fn keep(&self, number: u64, connection: &Connection) -> bool {
        let mut latest = self.latest();
        let is_latest = latest.number == number;
        if is_latest {
            latest.connection = Some(connection.clone());
        }
        is_latest
    }
}

async fn open(bus: &Address, question: &Question) -> zbus::Result<Request> {
    let connection = bus.builder()?.build().await?;
    let body = (&*question.parent, &*question.title, options(question));
    Request::ask(connection, CHOOSER, "OpenFile", &body).await
}

/// Which files are shown: some portals tell large letters in a pattern from small ones.
fn options(question: &Question) -> HashMap<&'static str, Value<'_>> {
    /// Of a pattern such as `*.png`, where a type of the web would be 1.
    const PATTERN: u32 = 0;
    let endings = question.endings.iter();
    let patterns = endings.flat_map(|ending| {
        [
            format!("*.{ending}"),
            format!("*.{}", ending.to_uppercase()),
        ]
    });
    let patterns: Vec<(u32, String)> = patterns.map(|pattern| (PATTERN, pattern)).collect();
    HashMap::from([
        ("filters", Value::from(vec![(&*question.kind, patterns)])),
        ("modal", Value::from(true)),
    ])
}

/// The first of the files that were chosen.
fn file(mut results: HashMap<String, OwnedValue>) -> Option<PathBuf> {
    let uris = Vec::<String>::try_from(results.remove("uris")?).ok()?;
    Url::parse(uris.first()?).ok()?.to_file_path().ok()
}
