//! What is asked on a bus, once or now and then. A connection does something only while something is asked over it.
//! What a bus sends in between waits, and wakes nobody.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant};

use async_io::Timer;
use futures_lite::{StreamExt as _, future};
use serde::Serialize;
use zbus::message::Type;
use zbus::zvariant::{DynamicDeserialize, DynamicType, OwnedValue};
use zbus::{Connection, MatchRule, Message, MessageStream, Task};

use super::Address;

/// How long a bus and all that is asked over it may take, together, where nothing else is said.
pub(crate) const PATIENCE: Duration = Duration::from_millis(500);

const DRIVER: &str = "org.freedesktop.DBus";

/// A bus, connected to when it is first needed, and anew once it is lost.
#[derive(Debug)]
pub(crate) struct Bus {
    address: Address,
    /// How long it and all that is asked over it may take, together.
    patience: Duration,
    connection: Option<Connection>,
}

impl Bus {
    pub(crate) fn at(address: Address, patience: Duration) -> Self {
        Self {
            address,
            patience,
            connection: None,
        }
    }

    /// Does `work` with what is on the bus; `None` without a bus.
    pub(crate) async fn ask<T>(&mut self, work: impl AsyncFnOnce(&Asked) -> T) -> Option<T> {
        let until = Instant::now() + self.patience;
        let opened = by(until, self.open()).await;
        let Some((connection, names)) = opened else {
            // It is gone, or hangs.
            self.connection = None;
            return None;
        };
        let asked = Asked {
            connection,
            names,
            until,
        };
        let driven = driven(&asked.connection, work(&asked));
        Some(driven.await)
    }

    async fn open(&mut self) -> zbus::Result<(Connection, BTreeSet<String>)> {
        let connection = if let Some(connection) = &self.connection {
            connection.clone()
        } else {
            let builder = self.address.builder()?;
            builder.internal_executor(false).build().await?
        };
        let path = "/org/freedesktop/DBus";
        let names = connection.call_method(Some(DRIVER), path, Some(DRIVER), "ListNames", &());
        let names = driven(&connection, names).await?;
        let names = names.body().deserialize()?;
        self.connection = Some(connection.clone());
        Ok((connection, names))
    }
}

/// A bus that something is asked over just now. What takes longer in all than it may has no answer.
pub(crate) struct Asked {
    connection: Connection,
    names: BTreeSet<String>,
    until: Instant,
}

/// Who is asked, by the name on the bus, the path there and the interface.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whom<'a>(pub(crate) &'a str, pub(crate) &'a str, pub(crate) &'a str);

impl Asked {
    /// Whether somebody on the bus has this name. Nobody is started by being asked.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The names that begin so.
    pub(crate) fn names<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let names = self.names.iter().map(String::as_str);
        names.filter(move |name| name.starts_with(start))
    }

    /// From here on has `heard` told who says that properties of this interface change at this path, and what they are
    /// now, for as long as what this gives is there. It is told while something is asked, and before the answer comes
    /// to a question that is put after it was said.
    pub(crate) async fn hear_changes(
        &self,
        path: &'static str,
        interface: &'static str,
        mut heard: impl FnMut(&str, HashMap<String, OwnedValue>) + Send + 'static,
    ) -> Option<Task<()>> {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface("org.freedesktop.DBus.Properties")
            .and_then(|rule| rule.member("PropertiesChanged"))
            .and_then(|rule| rule.path(path))
            .and_then(|rule| rule.arg(0, interface));
        let rule = rule.ok()?.build();
        let said = MessageStream::for_match_rule(rule, &self.connection, None);
        let mut said = by(self.until, said).await?;
        let listens = async move {
            while let Some(message) = said.next().await {
                let Ok(message) = message else { continue };
                let told = message.body();
                let told = told.deserialize::<(&str, HashMap<String, OwnedValue>, Vec<&str>)>();
                if let (Ok((_, now, _)), Some(who)) = (told, message.header().sender()) {
                    heard(who, now);
                }
            }
        };
        Some(self.connection.executor().spawn(listens, "changes"))
    }

    /// Who has this name just now.
    pub(crate) async fn owner(&self, name: &str) -> Option<String> {
        let driver = Whom(DRIVER, "/org/freedesktop/DBus", DRIVER);
        self.call_or_start(driver, "GetNameOwner", &name).await
    }

    /// What a property is; `None` if nobody there has it.
    pub(crate) async fn get<T: TryFrom<OwnedValue>>(
        &self,
        Whom(name, path, interface): Whom<'_>,
        property: &str,
    ) -> Option<T> {
        let of = Whom(name, path, "org.freedesktop.DBus.Properties");
        let value: OwnedValue = self.call(of, "Get", &(interface, property)).await?;
        value.try_into().ok()
    }

    /// What a method answers; `None` if nobody there has it.
    pub(crate) async fn call<T>(
        &self,
        whom: Whom<'_>,
        method: &str,
        with: &(impl Serialize + DynamicType),
    ) -> Option<T>
    where
        T: for<'d> DynamicDeserialize<'d>,
    {
        if !self.has(whom.0) {
            return None;
        }
        self.call_or_start(whom, method, with).await
    }

    /// The same of somebody whom the bus may have to start first.
    pub(crate) async fn call_or_start<T>(
        &self,
        Whom(name, path, interface): Whom<'_>,
        method: &str,
        with: &(impl Serialize + DynamicType),
    ) -> Option<T>
    where
        T: for<'d> DynamicDeserialize<'d>,
    {
        let connection = &self.connection;
        let answer = connection.call_method(Some(name), path, Some(interface), method, with);
        let answer: Message = by(self.until, answer).await?;
        answer.body().deserialize().ok()
    }
}

/// What `work` gives, with the connection at work meanwhile.
async fn driven<T>(connection: &Connection, work: impl Future<Output = T>) -> T {
    let connected = async {
        loop {
            connection.executor().tick().await;
        }
    };
    future::or(work, connected).await
}

/// What a future gives until then.
async fn by<T>(until: Instant, work: impl Future<Output = zbus::Result<T>>) -> Option<T> {
    let limit = async {
        Timer::at(until).await;
        None
    };
    future::or(async { work.await.ok() }, limit).await
}
