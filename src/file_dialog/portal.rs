//! The file dialog of the desktop portal: `org.freedesktop.portal.FileChooser`.
//!
//! It answers twice. The first answer names a request and comes at once, or there is no portal. The second
//! is a signal of that request with what the person chose, however long they take.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_io::Timer;
use futures_lite::{StreamExt as _, future};
use url::Url;
use zbus::connection::Builder;
use zbus::fdo::DBusProxy;
use zbus::message::Type;
use zbus::names::OwnedUniqueName;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, MatchRule, MessageStream};

use super::{Answer, Question};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// How long the first answer may take: one that has to be started first needs a second or two.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whose bus the portal is on.
pub(super) enum Bus {
    OfSession,
    /// One at this address, for tests.
    #[cfg(test)]
    At(String),
}

impl Bus {
    fn builder(&self) -> zbus::Result<Builder<'_>> {
        match self {
            Self::OfSession => Builder::session(),
            #[cfg(test)]
            Self::At(address) => Builder::address(address.as_str()),
        }
    }
}

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
    pub(super) fn ask(&self, bus: &Bus, question: &Question) -> Answer {
        self.ask_within(PATIENCE, bus, question)
    }

    pub(super) fn ask_within(&self, patience: Duration, bus: &Bus, question: &Question) -> Answer {
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
            answer
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

/// What a future gives, unless it takes longer.
async fn within<T>(
    patience: Duration,
    work: impl Future<Output = zbus::Result<T>>,
) -> zbus::Result<T> {
    let limit = async {
        Timer::after(patience).await;
        Err(io::Error::from(io::ErrorKind::TimedOut).into())
    };
    future::or(work, limit).await
}

/// A dialog that is shown.
struct Opened {
    connection: Connection,
    /// What any portal answers of any request.
    answers: MessageStream,
    portal: OwnedUniqueName,
    request: OwnedObjectPath,
}

async fn open(bus: &Bus, question: &Question) -> zbus::Result<Opened> {
    let connection = bus.builder()?.build().await?;
    // Before it asks: the answer may come with the name of the request.
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .interface(REQUEST)?
        .member("Response")?
        .build();
    let answers = MessageStream::for_match_rule(rule, &connection, None).await?;
    let body = (&*question.parent, &*question.title, options(question));
    let reply = connection
        .call_method(Some(NAME), PATH, Some(CHOOSER), "OpenFile", &body)
        .await?;
    let portal = reply.header().sender().map(|name| name.to_owned().into());
    Ok(Opened {
        portal: portal.ok_or(zbus::Error::InvalidReply)?,
        request: reply.body().deserialize()?,
        connection,
        answers,
    })
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

impl Opened {
    async fn answer(self) -> Answer {
        let chosen = self.chosen();
        let gone = async {
            // Where it can't be learned, there is still the answer to wait for.
            if gone(&self.connection, &self.portal).await.is_err() {
                future::pending::<()>().await;
            }
            Answer::NotAvailable
        };
        future::or(chosen, gone).await
    }

    /// What the person chose; of no other than who was asked, and of this request alone.
    async fn chosen(&self) -> Answer {
        /// Any other number says that what is behind the portal has shown no dialog, or lost it.
        const DONE: u32 = 0;
        const CANCELLED: u32 = 1;
        let mut answers = self.answers.clone();
        while let Some(Ok(message)) = answers.next().await {
            let header = message.header();
            let is_asked = header
                .sender()
                .is_some_and(|sender| *sender == *self.portal);
            let is_of_this = header.path().is_some_and(|path| *path == *self.request);
            if !is_asked || !is_of_this {
                continue;
            }
            let body = message.body();
            return match body.deserialize::<(u32, HashMap<String, OwnedValue>)>() {
                Ok((DONE, results)) => file(results).map_or(Answer::NotAvailable, Answer::Chosen),
                Ok((CANCELLED, _)) => Answer::Cancelled,
                Ok(_) | Err(_) => Answer::NotAvailable,
            };
        }
        // The bus went away, or the connection was closed for the next dialog.
        Answer::Cancelled
    }
}

/// The first of the files that were chosen.
fn file(mut results: HashMap<String, OwnedValue>) -> Option<PathBuf> {
    let uris = Vec::<String>::try_from(results.remove("uris")?).ok()?;
    Url::parse(uris.first()?).ok()?.to_file_path().ok()
}

/// Waits until the portal has left the bus.
async fn gone(connection: &Connection, portal: &OwnedUniqueName) -> zbus::Result<()> {
    let bus = DBusProxy::new(connection).await?;
    let mut changes = bus
        .receive_name_owner_changed_with_args(&[(0, portal.as_str())])
        .await?;
    // It may have left before anybody listened.
    if !bus.name_has_owner(portal.inner().clone().into()).await? {
        return Ok(());
    }
    while let Some(change) = changes.next().await {
        if change.args()?.new_owner().is_none() {
            return Ok(());
        }
    }
    Err(zbus::Error::InvalidReply)
}
