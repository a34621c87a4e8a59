//! Where something is from: the address of a page of the web, opened when it is pressed.

use eframe::egui::Ui;

use super::widgets::{Button, link, note, part};
use super::{Action, Outside};
use crate::routine::link_host;
use crate::words::{Message, Words};

/// Shows an address by its host; nothing for a text that is none. Below `unopened`, which the system
/// did not open, it says what to do.
pub(super) fn show_link(
    ui: &mut Ui,
    words: &Words,
    address: &str,
    unopened: Option<&str>,
) -> Option<Action> {
    let host = link_host(address)?;
    let text = words.message(&Message::new("exercise-source").with("source", host));
    show_named_link(ui, words, &text, address, unopened)
}

/// The same under a text of its own, for an address that can be opened.
pub(super) fn show_named_link(
    ui: &mut Ui,
    words: &Words,
    text: &str,
    address: &str,
    unopened: Option<&str>,
) -> Option<Action> {
    let mut action = None;
    if link(ui, text).clicked() {
        action = Some(Outside::Link(address.to_owned()));
    }
    if unopened == Some(address) {
        let warning = Message::new("link-unopened").with("address", address);
        note(ui, &words.message(&warning));
        let copy = words.get("link-copy");
        if part(ui, address, |ui| ui.add(Button::quiet(&copy)).clicked()) {
            action = Some(Outside::Copy(address.to_owned()));
        }
    }
    action.map(Action::Outside)
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;
    use crate::words::LANGUAGES;

    #[test]
    fn an_address_that_was_not_opened_is_there_to_be_copied() {
        let address = "https://clinic.example/knee?a=1";
        let mut harness = Harness::builder()
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, asked: &mut Option<Action>| {
                    let words = Words::only(&LANGUAGES[0]);
                    for it in [address, "https://other.example/", "no address"] {
                        let action = show_link(ui, &words, it, Some(address));
                        *asked = asked.take().or(action);
                    }
                },
                None,
            );
        let told = "This link could not be opened. Copy its address";
        assert!(harness.query_by_label_contains(told).is_some());
        harness.get_by_label("Copy the address").click();
        harness.run();
        let copied = Action::Outside(Outside::Copy(address.to_owned()));
        assert_eq!(*harness.state(), Some(copied));
    }
}
