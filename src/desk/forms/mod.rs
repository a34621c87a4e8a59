//! How a reminder reaches the person: as a notification of the desktop, in a small window, or spoken. Where one
//! of them can't be had, another comes in its place.

mod child;
#[cfg(all(unix, not(target_os = "macos")))]
mod notification;

use std::process::Child;
use std::sync::mpsc::Sender;

use self::child::{Spoken, Window};
use super::bus::Bus;
use super::call::Call;
use super::keeper::{Forms, On};
use super::program;
use super::request::News;
use super::said::Said;
use crate::settings::ReminderForm;

/// The real ones.
pub(super) struct RealForms {
    news: Sender<News>,
    #[cfg(all(unix, not(target_os = "macos")))]
    notifications: Option<notification::Notifications>,
    window: Option<Window>,
    spoken: Option<Spoken>,
    /// What is on show, and the forms that were not tried yet.
    what: Option<(Call, Said, u64)>,
    left: Vec<ReminderForm>,
    /// The windows that were opened, until they are seen to end.
    opened: Vec<Child>,
}

impl RealForms {
    /// On this bus, where there is one.
    pub(super) fn new(bus: Option<&Bus>, news: Sender<News>) -> Self {
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let _ = bus;
        Self {
            #[cfg(all(unix, not(target_os = "macos")))]
            notifications: bus.map(|bus| notification::Notifications::on(bus, news.clone())),
            news,
            window: None,
            spoken: None,
            what: None,
            left: Vec::new(),
            opened: Vec::new(),
        }
    }

    /// Shows it in that form; `false` if that can't be.
    fn begin(&mut self, form: ReminderForm, call: &Call, said: &Said, number: u64) -> bool {
        match form {
            ReminderForm::Notification => self.notify(call, said, number),
            ReminderForm::Window => {
                self.window = Window::open(call, number, &self.news).ok();
                self.window.is_some()
            }
            ReminderForm::Voice => {
                self.spoken = Spoken::begin(said, number, &self.news).ok();
                self.spoken.is_some()
            }
        }
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    fn notify(&mut self, call: &Call, said: &Said, number: u64) -> bool {
        let notifications = self.notifications.as_mut();
        notifications.is_some_and(|it| it.show(call, said, number))
    }

    #[cfg(not(all(unix, not(target_os = "macos"))))]
    #[expect(clippy::unused_self, reason = "other systems have them")]
    fn notify(&mut self, _: &Call, _: &Said, _: u64) -> bool {
        false
    }

    /// What the desktop wants a window to be told that is opened after a click on a notification.
    fn token(&mut self) -> Option<String> {
        #[cfg(all(unix, not(target_os = "macos")))]
        return self.notifications.as_ref()?.token();
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        None
    }
}

/// The form that was chosen first, and then those that need least.
fn in_order(first: ReminderForm) -> Vec<ReminderForm> {
    let others = [ReminderForm::Window, ReminderForm::Notification];
    let others = others.into_iter().filter(|form| *form != first);
    [first].into_iter().chain(others).collect()
}

impl Forms for RealForms {
    fn show(
        &mut self,
        form: ReminderForm,
        call: &Call,
        said: &Said,
        number: u64,
    ) -> Option<ReminderForm> {
        self.left = in_order(form);
        self.what = Some((call.clone(), said.clone(), number));
        self.show_otherwise()
    }

    fn show_otherwise(&mut self) -> Option<ReminderForm> {
        let (call, said, number) = self.what.clone()?;
        while !self.left.is_empty() {
            let form = self.left.remove(0);
            if self.begin(form, &call, &said, number) {
                return Some(form);
            }
        }
        None
    }

    fn take_away(&mut self) {
        self.what = None;
        self.window = None;
        self.spoken = None;
        #[cfg(all(unix, not(target_os = "macos")))]
        if let Some(notifications) = &mut self.notifications {
            notifications.take_away();
        }
    }

    fn open(&mut self, on: On<'_>) {
        let command = match on {
            On::Today => program::of(&[]),
            On::Session(routine) => program::of(&["open", "--start", "--", routine]),
            On::Reminders => program::of(&["remind", "--settings"]),
        };
        let Ok(mut command) = command else { return };
        if let Some(token) = self.token() {
            command
                .env("XDG_ACTIVATION_TOKEN", &token)
                .env("DESKTOP_STARTUP_ID", token);
        }
        // What can't be opened now can be opened by the person.
        self.opened.extend(command.spawn());
    }

    fn look_after(&mut self) {
        let runs = |child: &mut Child| matches!(child.try_wait(), Ok(None));
        self.opened.retain_mut(runs);
    }
}
