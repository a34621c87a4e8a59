//! The buses over which the programs of a desktop talk to each other.

#[cfg(target_os = "linux")]
mod asked;
#[cfg(test)]
pub(crate) mod own;
pub(crate) mod portal;

use std::io;
use std::time::Duration;

use async_io::Timer;
use futures_lite::future;
use zbus::connection::Builder;

#[cfg(target_os = "linux")]
pub(crate) use self::asked::{Asked, Bus, PATIENCE, Whom};

/// Where a bus is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// The one of the person's session.
    Session,
    /// The one of the whole machine.
    System,
    /// One with this address.
    At(String),
}

impl Address {
    /// What connects to it.
    pub(crate) fn builder(&self) -> zbus::Result<Builder<'_>> {
        match self {
            Self::Session => Builder::session(),
            Self::System => Builder::system(),
            Self::At(address) => Builder::address(address.as_str()),
        }
    }
}

/// What a future gives, unless it takes longer.
pub(crate) async fn within<T>(
    patience: Duration,
    work: impl Future<Output = zbus::Result<T>>,
) -> zbus::Result<T> {
    let limit = async {
        Timer::after(patience).await;
        Err(io::Error::from(io::ErrorKind::TimedOut).into())
    };
    future::or(work, limit).await
}
