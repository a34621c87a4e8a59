//! A notification of the desktop: `org.freedesktop.Notifications`.

use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_lite::StreamExt as _;
use zbus::message::Type;
use zbus::zvariant::Value;
use zbus::{Connection, MatchRule, Message, MessageStream};

use crate::bus::within;
use crate::desk::bus::Bus;
use crate::desk::call::Call;
use crate::desk::request::News;
use crate::desk::said::{Said, without_markup};
use crate::reminder::{Answer, ON_SHOW};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long the server may take: one that has to be started first needs a second or two.
const PATIENCE: Duration = Duration::from_secs(5);

/// The notifications of one process, of which one is on show at most.
pub(super) struct Notifications {
    connection: Connection,
    shared: Arc<Mutex<Shared>>,
    news: Sender<News>,
    listens: bool,
}

#[derive(Default)]
struct Shared {
    on_show: OnShow,
    token: Option<String>,
}

#[derive(Default)]
enum OnShow {
    #[default]
    Nothing,
    /// It is asked for, and its id is not known yet; what came of any meanwhile.
    Asked(Vec<(u32, Answer)>),
    /// With the id that the server gave it, for the reminder of this number.
    Shown { id: u32, number: u64 },
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Notifications {
    pub(super) fn on(bus: &Bus, news: Sender<News>) -> Self {
        Self {
            connection: bus.connection().clone(),
            shared: Arc::default(),
            news,
            listens: false,
        }
    }

    /// Shows a reminder; `false` if nothing shows notifications.
    pub(super) fn show(&mut self, call: &Call, said: &Said, number: u64) -> bool {
        lock(&self.shared).on_show = OnShow::Asked(Vec::new());
        let shown = zbus::block_on(within(PATIENCE, async {
            if !self.listens {
                listen(&self.connection, &self.shared, &self.news).await?;
            }
            let id = notify(&self.connection, call, said).await?;
            Ok::<u32, zbus::Error>(id)
        }));
        self.listens |= shown.is_ok();
        let mut shared = lock(&self.shared);
        let before = std::mem::take(&mut shared.on_show);
        let Ok(id) = shown else { return false };
        shared.on_show = OnShow::Shown { id, number };
        if let OnShow::Asked(early) = before
            && let Some((_, answer)) = early.into_iter().find(|(of, _)| *of == id)
        {
            // The process is there: it shows this.
            let _ = self.news.send(News::Answered(number, answer));
        }
        true
    }

    /// What the desktop wants a window to be told that is opened after the last click.
    pub(super) fn token(&self) -> Option<String> {
        lock(&self.shared).token.take()
    }

    pub(super) fn take_away(&mut self) {
        let on_show = std::mem::take(&mut lock(&self.shared).on_show);
        if let OnShow::Shown { id, .. } = on_show {
            let close = async {
                let call = self.connection.call_method(
                    Some(NAME),
                    PATH,
                    Some(NAME),
                    "CloseNotification",
                    &id,
                );
                call.await.map(drop)
            };
            // One that is gone already can't be closed.
            let _ = zbus::block_on(within(PATIENCE, close));
        }
    }
}

async fn notify(connection: &Connection, call: &Call, said: &Said) -> zbus::Result<u32> {
    let ask =
        |method: &'static str| connection.call_method(Some(NAME), PATH, Some(NAME), method, &());
    let can: Vec<String> = ask("GetCapabilities").await?.body().deserialize()?;
    let can = |what: &str| can.iter().any(|it| it == what);
    let mut text = said.text.clone();
    if !can("actions") {
        text = format!("{text} {}", said.how_to_start);
    }
    if can("body-markup") {
        text = without_markup(&text);
    }
    let mut actions = vec!["default", &said.start, "start", &said.start];
    if call.can_be_put_off {
        actions.extend(["put-off", &said.put_off]);
    }
    actions.extend(["not-now", &said.not_now]);
    let hints = HashMap::from([
        ("desktop-entry", Value::from("supple")),
        ("category", Value::from("x-supple.reminder")),
        ("suppress-sound", Value::from(true)),
        // It is of this moment: no list of old ones has to keep it.
        ("transient", Value::from(true)),
    ]);
    let most = i32::try_from(ON_SHOW.as_millis()).unwrap_or(i32::MAX);
    let body = (
        "Supple",
        0_u32,
        "supple",
        &*said.title,
        &*text,
        actions,
        hints,
        most,
    );
    let reply = connection
        .call_method(Some(NAME), PATH, Some(NAME), "Notify", &body)
        .await?;
    reply.body().deserialize()
}

/// Takes in what the server says of notifications, for as long as the connection lasts.
async fn listen(
    connection: &Connection,
    shared: &Arc<Mutex<Shared>>,
    news: &Sender<News>,
) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .interface(NAME)?
        .path(PATH)?
        .build();
    let mut said = MessageStream::for_match_rule(rule, connection, None).await?;
    let (shared, news) = (Arc::clone(shared), news.clone());
    let heard = async move {
        while let Some(message) = said.next().await {
            let Ok(message) = message else { continue };
            if hear(&message, &shared, &news).is_none() {
                break;
            }
        }
    };
    connection.executor().spawn(heard, "notifications").detach();
    Ok(())
}

/// Takes in one thing; `None` once nobody listens any more.
fn hear(message: &Message, shared: &Mutex<Shared>, news: &Sender<News>) -> Option<()> {
    let header = message.header();
    let member = header.member().map(ToString::to_string);
    let body = message.body();
    let (id, answer) = match member.as_deref() {
        Some("ActionInvoked") => {
            let Ok((id, key)) = body.deserialize::<(u32, String)>() else {
                return Some(());
            };
            let key = if key == "default" { "start" } else { &key };
            let Some(answer) = Answer::named(key) else {
                return Some(());
            };
            (id, answer)
        }
        Some("NotificationClosed") => {
            /// The person has closed it.
            const DISMISSED: u32 = 2;
            let Ok((id, why)) = body.deserialize::<(u32, u32)>() else {
                return Some(());
            };
            (
                id,
                if why == DISMISSED {
                    Answer::NotNow
                } else {
                    Answer::Gone
                },
            )
        }
        Some("ActivationToken") => {
            if let Ok((_, token)) = body.deserialize::<(u32, String)>() {
                lock(shared).token = Some(token);
            }
            return Some(());
        }
        _ => return Some(()),
    };
    let mut shared = lock(shared);
    match &mut shared.on_show {
        OnShow::Asked(early) => early.push((id, answer)),
        // One that was answered stays with some servers until it is closed.
        OnShow::Shown { id: shown, number } if *shown == id => {
            return news.send(News::Answered(*number, answer)).ok();
        }
        OnShow::Nothing | OnShow::Shown { .. } => {}
    }
    Some(())
}
