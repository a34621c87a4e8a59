//! A reminder that only shows how one comes.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::bus::Bus;
use super::call::Call;
use super::forms::RealForms;
use super::keeper::Forms as _;
use super::request::News;
use super::said::Said;
use crate::reminder::ON_SHOW;
use crate::settings::ReminderForm;

/// What the bus and the forms take besides, at most.
const BEGINNING: Duration = Duration::from_secs(10);

/// Shows an example of a reminder in this form, or in another where that can't be, and waits until it is answered or
/// gone. Nothing comes of the answer. Returns the form that it came in; nothing if no form could be had.
pub fn show_example(form: ReminderForm, call: &Call, said: &Said) -> Option<ReminderForm> {
    /// There is one.
    const NUMBER: u64 = 1;
    let (news, inbox) = mpsc::channel();
    let bus = Bus::of_session(news.clone());
    let mut forms = RealForms::new(bus.as_ref(), news);
    let mut shown = forms.show(form, call, said, NUMBER)?;
    let until = Instant::now() + ON_SHOW + BEGINNING;
    loop {
        match inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(News::NotShown(_)) => shown = forms.show_otherwise()?,
            Ok(News::Answered(..) | News::Spoken(_)) | Err(_) => break,
            Ok(_) => {}
        }
    }
    forms.take_away();
    Some(shown)
}
