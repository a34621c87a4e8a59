//! The session's bus: the one name of the process there, and what other programs can ask it for.

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use here::{Bus, Claim};
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) use nowhere::Bus;

#[cfg(all(unix, not(target_os = "macos")))]
mod here {
    use std::sync::mpsc::{self, Sender};
    use std::time::Duration;

    use zbus::connection::Builder;
    use zbus::fdo::{RequestNameFlags, RequestNameReply};
    use zbus::{Connection, interface};

    use crate::bus::within;
    use crate::desk::request::{News, Quiet, Request};

    /// Of the application that `assets/package/supple.desktop` names.
    const NAME: &str = "supple.Reminders";
    const PATH: &str = "/supple/Reminders";

    /// How long the bus may take: at a login it has much to do.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// A connection to it.
    pub(in crate::desk) struct Bus(Connection);

    /// What came of asking for the name.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in crate::desk) enum Claim {
        Ours,
        /// Another process has it.
        Taken,
        /// The bus does not give it.
        Refused,
    }

    impl Bus {
        /// Nothing where there is none, or none that answers. Answers there what is asked for, by way of
        /// `news`.
        pub(in crate::desk) fn of_session(news: Sender<News>) -> Option<Self> {
            let connected = async {
                // What is served only later loses what is asked for in its first moment.
                let builder = Builder::session()?.serve_at(PATH, Reminders { news })?;
                builder.build().await
            };
            let connection = zbus::block_on(within(PATIENCE, connected));
            connection.ok().map(Self)
        }

        pub(in crate::desk) fn connection(&self) -> &Connection {
            &self.0
        }

        /// Takes the name.
        pub(in crate::desk) fn claim(&self) -> Claim {
            let flags = RequestNameFlags::DoNotQueue.into();
            let claim = self.0.request_name_with_flags(NAME, flags);
            match zbus::block_on(within(PATIENCE, claim)) {
                Ok(RequestNameReply::PrimaryOwner | RequestNameReply::AlreadyOwner) => Claim::Ours,
                Ok(_) | Err(zbus::Error::NameTaken) => Claim::Taken,
                Err(_) => Claim::Refused,
            }
        }
    }

    struct Reminders {
        news: Sender<News>,
    }

    /// Each answers with the status after it, as `supple status --json` prints it.
    #[interface(name = "supple.Reminders")]
    impl Reminders {
        async fn status(&self) -> zbus::fdo::Result<String> {
            self.ask(Request::Status).await
        }

        /// Keeps silent for so many minutes; for none, no longer.
        async fn quiet(&self, minutes: u32) -> zbus::fdo::Result<String> {
            self.ask(Request::Quiet(match minutes {
                0 => Quiet::Off,
                minutes => Quiet::Minutes(minutes),
            }))
            .await
        }

        async fn quiet_until_tomorrow(&self) -> zbus::fdo::Result<String> {
            self.ask(Request::Quiet(Quiet::UntilTomorrow)).await
        }

        async fn start_next(&self) -> zbus::fdo::Result<String> {
            self.ask(Request::StartNext).await
        }
    }

    impl Reminders {
        async fn ask(&self, request: Request) -> zbus::fdo::Result<String> {
            let (asker, answer) = mpsc::channel();
            let sent = self.news.send(News::Asked(request, Some(asker)));
            let gone = || zbus::fdo::Error::Failed("Supple's reminders are ending".to_owned());
            sent.map_err(|_| gone())?;
            // On another thread: what it waits for may itself wait for an answer from the bus.
            let waited = blocking::unblock(move || answer.recv_timeout(2 * PATIENCE)).await;
            let status = waited.map_err(|_| gone())?;
            serde_json::to_string(&status).map_err(|_| gone())
        }
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod nowhere {
    use std::sync::mpsc::Sender;

    use crate::desk::request::News;

    /// Other systems have none.
    pub(in crate::desk) enum Bus {}

    impl Bus {
        pub(in crate::desk) fn of_session(_: Sender<News>) -> Option<Self> {
            None
        }
    }
}
