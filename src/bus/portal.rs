//! The desktop's portal, by which a program asks for what only the desktop can do.
//!
//! It answers twice. The first answer names a request and comes at once, or there is no portal. The second is a signal of
//! that request with what came of it, however long the person takes.

use std::collections::HashMap;

use futures_lite::{Stream, StreamExt as _, future, stream};
use serde::Serialize;
use zbus::fdo::DBusProxy;
use zbus::message::Type;
use zbus::names::OwnedUniqueName;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue};
use zbus::{Connection, MatchRule, Message, MessageStream};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// Something that was asked for.
pub(crate) struct Request {
    pub(crate) connection: Connection,
    /// What any portal answered of any request before this one had its name.
    early: Vec<Message>,
    /// The same from then on.
    answers: MessageStream,
    portal: OwnedUniqueName,
    path: OwnedObjectPath,
}

/// What came of a request.
#[derive(Debug)]
pub(crate) enum Answer {
    Done(HashMap<String, OwnedValue>),
    /// The person did not want it, or the bus is gone.
    Cancelled,
    /// What is behind the portal did not ask the person, or is gone.
    NotAvailable,
}

impl Request {
    /// Asks the portal for what a method of one of its interfaces does.
    ///
    /// # Errors
    /// There is none, or it does not do that.
    pub(crate) async fn ask(
        connection: Connection,
        interface: &str,
        method: &str,
        with: &(impl Serialize + DynamicType),
    ) -> zbus::Result<Self> {
        // Before it asks: the answer may come with the name of the request.
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface(REQUEST)?
            .member("Response")?
            .build();
        let mut answers = MessageStream::for_match_rule(rule, &connection, None).await?;
        // Whatever anybody sends meanwhile: a connection whose signals nobody takes reads nothing else either.
        let mut early = Vec::new();
        let listening = async {
            while let Some(Ok(answer)) = answers.next().await {
                early.push(answer);
            }
            future::pending().await
        };
        let call = connection.call_method(Some(NAME), PATH, Some(interface), method, with);
        let reply = future::or(call, listening).await?;
        let portal = reply.header().sender().map(|name| name.to_owned().into());
        Ok(Self {
            portal: portal.ok_or(zbus::Error::InvalidReply)?,
            path: reply.body().deserialize()?,
            connection,
            early,
            answers,
        })
    }

    /// Waits for what comes of it.
    pub(crate) async fn answer(self) -> Answer {
        let gone = async {
            // Where it can't be learned, there is still the answer to wait for.
            if gone(&self.connection, &self.portal).await.is_err() {
                future::pending::<()>().await;
            }
            Answer::NotAvailable
        };
        let answers = stream::iter(self.early).map(Ok).chain(self.answers);
        future::or(answered(answers, &self.portal, &self.path), gone).await
    }
}

/// What is answered; by no other than who was asked, and of this request alone.
async fn answered(
    mut answers: impl Stream<Item = zbus::Result<Message>> + Unpin,
    portal: &OwnedUniqueName,
    path: &OwnedObjectPath,
) -> Answer {
    /// Any other number says that what is behind the portal has asked nobody, or lost what it asked.
    const DONE: u32 = 0;
    const CANCELLED: u32 = 1;
    while let Some(Ok(message)) = answers.next().await {
        let header = message.header();
        let is_asked = header.sender().is_some_and(|sender| *sender == **portal);
        let is_of_this = header.path().is_some_and(|it| *it == **path);
        if !is_asked || !is_of_this {
            continue;
        }
        let body = message.body();
        return match body.deserialize::<(u32, HashMap<String, OwnedValue>)>() {
            Ok((DONE, results)) => Answer::Done(results),
            Ok((CANCELLED, _)) => Answer::Cancelled,
            Ok(_) | Err(_) => Answer::NotAvailable,
        };
    }
    // The bus went away, or the connection was closed.
    Answer::Cancelled
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
