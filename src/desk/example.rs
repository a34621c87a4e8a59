//! A reminder that only shows how one comes.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use super::bus::Bus;
use super::call::Call;
use super::forms::RealForms;
use super::keeper::Forms;
use super::request::News;
use super::said::Said;
use crate::reminder::ON_SHOW;
use crate::settings::ReminderForm;

/// What the bus and the forms take besides, at most.
const BEGINNING: Duration = Duration::from_secs(10);

/// There is one.
const NUMBER: u64 = 1;

/// An example that is yet to be shown.
#[derive(Debug)]
pub struct Example {
    news: Sender<News>,
    inbox: Receiver<News>,
}

/// Takes an example away before it is answered or gone.
#[derive(Debug)]
pub struct TakesAway(Sender<News>);

impl TakesAway {
    pub fn take_away(&self) {
        // One that is gone is away.
        let _ = self.0.send(News::End);
    }
}

impl Default for Example {
    fn default() -> Self {
        let (news, inbox) = mpsc::channel();
        Self { news, inbox }
    }
}

impl Example {
    /// What takes this one away.
    pub fn takes_away(&self) -> TakesAway {
        TakesAway(self.news.clone())
    }

    /// Shows it in this form, or in another where that can't be, and waits until it is answered, gone or taken away.
    /// Nothing comes of the answer. Returns the form that it came in; nothing if no form could be had.
    pub fn show(self, form: ReminderForm, call: &Call, said: &Said) -> Option<ReminderForm> {
        let bus = Bus::of_session(self.news.clone());
        let mut forms = RealForms::new(bus.as_ref(), self.news);
        let shown = forms.show(form, call, said, NUMBER)?;
        let shown = until_gone(&mut forms, shown, &self.inbox, Instant::now());
        forms.take_away();
        shown
    }
}

/// Waits until what is shown since `begun` is answered, gone or taken away, and tells in which form it was.
fn until_gone(
    forms: &mut impl Forms,
    mut shown: ReminderForm,
    inbox: &Receiver<News>,
    begun: Instant,
) -> Option<ReminderForm> {
    let until = begun + ON_SHOW + BEGINNING;
    loop {
        match inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(News::NotShown(_)) => shown = forms.show_otherwise()?,
            Ok(News::Answered(..) | News::Spoken(_) | News::End) | Err(_) => return Some(shown),
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::keeper::On;

    struct Shows;

    impl Forms for Shows {
        fn show(&mut self, form: ReminderForm, _: &Call, _: &Said, _: u64) -> Option<ReminderForm> {
            Some(form)
        }

        fn show_otherwise(&mut self) -> Option<ReminderForm> {
            Some(ReminderForm::Voice)
        }

        fn take_away(&mut self) {}

        fn open(&mut self, _: On<'_>) {}
    }

    /// Whoever asks for another form sees that one, and not the first for a minute more.
    #[test]
    fn an_example_is_taken_away_for_the_next() {
        let example = Example::default();
        example.takes_away().take_away();
        let shown = ReminderForm::Window;
        let ended = until_gone(&mut Shows, shown, &example.inbox, Instant::now());
        assert_eq!(ended, Some(ReminderForm::Window));
    }

    #[test]
    fn an_example_that_can_not_be_shown_comes_in_another_form() {
        let example = Example::default();
        example.news.send(News::NotShown(NUMBER)).unwrap();
        example.takes_away().take_away();
        let shown = ReminderForm::Notification;
        let ended = until_gone(&mut Shows, shown, &example.inbox, Instant::now());
        assert_eq!(ended, Some(ReminderForm::Voice));
    }
}
