//! Learn: what there is to know about stretching, and when to see a doctor.

use eframe::egui::{CursorIcon, Sense, Ui};

use super::source::show_named_link;
use super::theme::{palette, space};
use super::widgets::{Button, alarm, body, bullets, card, card_link, heading, muted, panel, title};
use super::{Action, Place};
use crate::red_flags;
use crate::routine::link_host;
use crate::words::Words;

/// Lines of running text grow no wider than this.
pub const TEXT_WIDTH: f32 = 680.0;

/// The pages in the order in which they are offered. Their texts are `learn-PAGE-title`,
/// `learn-PAGE-summary` and, from 1 on, `learn-PAGE-1-heading` and `learn-PAGE-1-text`.
pub const PAGES: [&str; 9] = [
    WHEN_TO_STOP,
    BEFORE_YOU_BEGIN,
    "why-backs-crack",
    "why-it-feels-good",
    "risks-of-forcing",
    "two-safe-ways",
    "how-to-stretch",
    "what-stretching-does",
    "sources",
];

/// The page that says when to stop, whose second part is about emergencies.
const WHEN_TO_STOP: &str = "when-to-stop";
const EMERGENCIES: u32 = 2;

/// The card that was shown before the first session, to be read again.
const BEFORE_YOU_BEGIN: &str = "what-to-know-first";

/// The room above a part of a page, in points.
const ABOVE_A_HEADING: f32 = 24.0;

/// The shipped routine that guides through what the page "two-safe-ways" tells of.
const TWO_SAFE_WAYS: &str = "lower-back-relief";

/// The list of pages, or the page that is open. `unopened` is an address that the system did not open.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    open: Option<usize>,
    unopened: Option<&str>,
) -> Option<Action> {
    super::frame::limit_width(ui, TEXT_WIDTH);
    match open.and_then(|page| PAGES.get(page)) {
        Some(page) => show_page(ui, words, page, unopened),
        None => show_list(ui, words),
    }
}

fn show_list(ui: &mut Ui, words: &Words) -> Option<Action> {
    let mut action = None;
    title(ui, &words.get("learn-title"));
    muted(ui, &words.get("learn-hint"));
    ui.add_space(space::S);
    for (index, page) in PAGES.iter().enumerate() {
        let card = card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let by_link = card_link(ui, &text(words, page, "title")).clicked();
            body(ui, &text(words, page, "summary"));
            by_link
        });
        // The keyboard has the link; the pointer need not aim at it.
        let whole = card.response.interact(Sense::CLICK);
        if card.inner || whole.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            action = Some(Action::Go(Place::Learn(Some(index))));
        }
    }
    action
}

/// What everybody should have read once: the texts `safety-1` and on, of which some have a list
/// below their first line.
pub fn show_safety_lines(ui: &mut Ui, words: &Words) {
    /// The one that says when to get help at once.
    const EMERGENCY: u32 = 5;
    let lines = (1..).map_while(|number| Some((number, words.find(&format!("safety-{number}"))?)));
    for (number, line) in lines {
        let mut lines = line.lines();
        let first = lines.next().unwrap_or_default();
        let listed = lines.map(|line| line.trim_start_matches("• "));
        if number == EMERGENCY {
            // As on the page for when it hurts.
            panel(ui, palette(ui).coral_soft, |ui| {
                alarm(ui, first);
                bullets(ui, listed);
            });
        } else {
            body(ui, first);
            bullets(ui, listed);
        }
        ui.add_space(space::XS);
    }
}

fn show_page(ui: &mut Ui, words: &Words, page: &str, unopened: Option<&str>) -> Option<Action> {
    let mut action = None;
    if ui.add(Button::quiet(&words.get("learn-back"))).clicked() {
        action = Some(Action::Go(Place::Learn(None)));
    }
    title(ui, &text(words, page, "title"));
    muted(ui, &text(words, page, "summary"));
    if page == BEFORE_YOU_BEGIN {
        ui.add_space(space::S);
        show_safety_lines(ui, words);
    }
    for number in 1.. {
        let Some(name) = words.find(&format!("learn-{page}-{number}-heading")) else {
            break;
        };
        let by_part = ui.scope(|ui| {
            // A heading is nearer to its own words than to those before it.
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.add_space(ABOVE_A_HEADING - space::S);
            if page == WHEN_TO_STOP && number == EMERGENCIES {
                panel(ui, palette(ui).coral_soft, |ui| {
                    alarm(ui, &name);
                    bullets(ui, red_flags::emergencies(words));
                });
                return None;
            }
            heading(ui, &name);
            let paragraph = text(words, page, &format!("{number}-text"));
            let Some((name, address, host)) = source(&paragraph) else {
                body(ui, &paragraph);
                return None;
            };
            let text = format!("{name} ({host})");
            show_named_link(ui, words, &text, address, unopened)
        });
        action = action.or(by_part.inner);
    }
    ui.add_space(space::S);
    if page == "two-safe-ways" {
        let open = words.get("learn-two-safe-ways-open");
        if ui.add(Button::primary(&open)).clicked() {
            let routine = TWO_SAFE_WAYS.to_owned();
            action = Some(Action::Go(Place::Routine(routine)));
        }
    }
    action
}

/// The name, the address and the host of a source that can be opened: `Name: https://host/page`.
fn source(paragraph: &str) -> Option<(&str, &str, &str)> {
    let (name, address) = paragraph.rsplit_once(": ")?;
    Some((name, address, link_host(address)?))
}

fn text(words: &Words, page: &str, part: &str) -> String {
    words
        .find(&format!("learn-{page}-{part}"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{By, Queryable as _};

    use super::*;
    use crate::ui::theme;

    #[test]
    fn when_to_stop_comes_first_and_tells_each_emergency_by_itself() {
        assert_eq!(PAGES[..2], [WHEN_TO_STOP, BEFORE_YOU_BEGIN]);
        for words in ["en", "de"].map(Words::of) {
            let mut harness = Harness::builder()
                .with_size([800.0, 1200.0])
                .with_context_setup(theme::install)
                .build_ui(|ui| {
                    show(ui, &words, Some(0), None);
                });
            harness.run();
            harness.get_by_label(&words.get("advice-emergency-heading"));
            for sign in red_flags::emergencies(&words) {
                harness.get_by_label(&sign);
            }
        }
    }

    #[test]
    fn what_people_fear_of_a_crack_and_ask_about_pain_relievers_is_answered() {
        for (language, page, questions) in [
            (
                "en",
                "why-backs-crack",
                &["squeeze your buttocks", "worn or out of line"][..],
            ),
            (
                "de",
                "why-backs-crack",
                &["Gesäß anspannen", "abgenutzte oder verschobene"],
            ),
            ("en", WHEN_TO_STOP, &["Pain relievers"]),
            ("de", WHEN_TO_STOP, &["Schmerzmittel"]),
        ] {
            let words = Words::of(language);
            let open = PAGES.iter().position(|name| *name == page);
            let harness = reading(move |ui| {
                show(ui, &words, open, None);
            });
            for question in questions {
                let heading = By::new()
                    .role(accesskit::Role::Heading)
                    .label_contains(question);
                assert!(harness.query(heading).is_some(), "{question}");
            }
        }
    }

    #[test]
    fn the_safety_card_names_who_asks_a_doctor_first() {
        for (language, conditions) in [
            ("en", "osteoporosis, a pregnancy, or a recent operation"),
            (
                "de",
                "Osteoporose, einer Schwangerschaft oder einer Operation in letzter Zeit",
            ),
        ] {
            let words = Words::of(language);
            let harness = reading(move |ui| show_safety_lines(ui, &words));
            harness.get_by_label(conditions);
        }
    }

    /// A window in which the whole of a page has room.
    fn reading(mut page: impl FnMut(&mut Ui) + 'static) -> Harness<'static> {
        let mut harness = Harness::builder()
            .with_size([800.0, 2000.0])
            .with_context_setup(theme::install)
            .build_ui(move |ui| page(ui));
        harness.run();
        harness
    }

    #[test]
    fn every_address_on_a_page_is_opened_by_the_name_of_its_source() {
        for words in ["en", "de"].map(Words::of) {
            let mut opened = 0;
            for page in PAGES {
                let texts =
                    (1..).map_while(|number| words.find(&format!("learn-{page}-{number}-text")));
                for text in texts.filter(|text| text.contains("://")) {
                    let (name, address, host) = source(&text).unwrap_or_else(|| panic!("{text}"));
                    assert!(!name.contains("://") && address.contains(host), "{text}");
                    opened += 1;
                }
            }
            assert!(opened > 0);
        }
    }
}
