//! A system whose programs have no icon among the desktop's own.

use std::sync::mpsc::Sender;

use jiff::Zoned;

use super::request::News;
use super::status::Status;
use crate::words::Words;

/// None.
#[derive(Debug)]
pub(super) struct Tray;

impl Tray {
    pub(super) fn start(_: Sender<News>) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "other systems have one")]
    pub(super) fn show(&mut self, _: &Status, _: &Words, _: &Zoned) {}
}
