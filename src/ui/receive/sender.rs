//! From whom a file is, as far as it says so.

use eframe::egui::{Align2, Rect, Sense, Ui, Vec2, vec2};

use crate::facts;
use crate::routine::Routine;
use crate::text::capital;
use crate::ui::theme::{Type, palette, space};
use crate::ui::widgets::{Icon, Line, at_right_end, muted, section, small, tag};
use crate::words::{List, Message, Words};

/// The side of the disc with the initials.
const DISC: f32 = 52.0;
/// The name has at least this much room beside what stands at the right end, which is below it otherwise.
const NAME: f32 = 220.0;

/// Who wrote it, and what that is worth, with advice where it `can_be_added`.
pub(super) fn show(ui: &mut Ui, words: &Words, routine: &Routine, can_be_added: bool) {
    let trust = if has_author(routine) {
        "receive-trust"
    } else {
        "receive-trust-unnamed"
    };
    let mut trust = words.get(trust);
    if can_be_added {
        trust += " ";
        trust += &words.get("receive-expected");
    }
    let about = about(words, routine, true);
    with_disc(ui, words, routine, &about, 352.0, |ui| {
        small(ui, &trust);
    });
    ui.add_space(space::XS);
}

/// The same of a version of a routine that is there already, with which version comes after which.
pub(super) fn show_versions(ui: &mut Ui, words: &Words, routine: &Routine, there: &Routine) {
    let mut about = about(words, routine, false);
    if routine.author == there.author && has_author(routine) {
        let before = Message::new("receive-as-before").with("revision", there.revision);
        about.push(words.message(&before));
    }
    let tags = [there, routine].map(|of| capital(&listed_version(words, of)));
    with_disc(ui, words, routine, &about, 468.0, |ui| {
        let show = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::S);
            tag(ui, &tags[0], false);
            let (square, _) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
            Icon::Right.draw(ui.painter(), square, palette(ui).muted);
            tag(ui, &tags[1], true);
        };
        if ui.available_width() < 468.0 {
            ui.horizontal_wrapped(show);
        } else {
            let line = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 32.0));
            at_right_end(ui, line, show);
        }
    });
}

fn has_author(routine: &Routine) -> bool {
    let author = routine.author.as_ref();
    author.is_some_and(|author| {
        [&author.name, &author.role, &author.clinic, &author.contact]
            .iter()
            .any(|part| part.is_some())
    })
}

/// What is said of the author besides the name.
fn about(words: &Words, routine: &Routine, with_contact: bool) -> Vec<String> {
    let Some(author) = routine.author.as_ref().filter(|_| has_author(routine)) else {
        return Vec::new();
    };
    let clinic = author.name.as_ref().and(author.clinic.as_ref());
    let contact = author.contact.as_ref().filter(|_| with_contact);
    let parts = [author.role.as_ref(), clinic, contact];
    let parts: Vec<String> = parts.into_iter().flatten().cloned().collect();
    if parts.is_empty() {
        Vec::new()
    } else {
        vec![words.list(List::Parts, parts)]
    }
}

fn with_disc(
    ui: &mut Ui,
    words: &Words,
    routine: &Routine,
    about: &[String],
    width: f32,
    right: impl FnOnce(&mut Ui),
) {
    let room = ui.available_width();
    let is_wide = room >= DISC + NAME + width + 2.0 * space::M;
    let beside = if is_wide { width + space::M } else { 0.0 };
    let middle = (room - DISC - space::M - beside).max(40.0);
    let name = name(routine);
    let mut line = Line::begin(ui);
    line.add(ui, DISC, space::M, |ui| disc(ui, name));
    line.add(ui, middle, space::M, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add_space(2.0);
        match name {
            Some(name) => section(ui, name),
            None => muted(ui, &words.get("receive-unnamed")),
        };
        if !about.is_empty() {
            muted(
                ui,
                &words.list(List::Parts, about.iter().map(String::as_str)),
            );
        }
    });
    if is_wide {
        line.add(ui, width, 0.0, |ui| {
            ui.add_space(space::S);
            right(ui);
        });
        line.end(ui);
    } else {
        line.end(ui);
        right(ui);
    }
}

fn name(routine: &Routine) -> Option<&str> {
    let author = routine.author.as_ref()?;
    author.name.as_deref().or(author.clinic.as_deref())
}

/// A disc with the initials of the name.
fn disc(ui: &mut Ui, name: Option<&str>) {
    let (rect, _) = ui.allocate_exact_size(vec2(DISC, DISC), Sense::hover());
    let palette = palette(ui);
    let painter = ui.painter();
    painter.circle_filled(rect.center(), DISC / 2.0, palette.teal_soft);
    let initials = name.map(initials).unwrap_or_default();
    let initials = if initials.is_empty() { "?" } else { &initials };
    let font = Type::Heading.font();
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        initials,
        font,
        palette.teal_ink,
    );
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let first_letter = |word: &str| word.chars().find(|letter| letter.is_alphabetic());
    let letters: Vec<char> = name.split_whitespace().filter_map(first_letter).collect();
    let ends = match &letters[..] {
        [] => Vec::new(),
        [only] => vec![*only],
        [first, .., last] => vec![*first, *last],
    };
    ends.into_iter().flat_map(char::to_uppercase).collect()
}

/// Which version of the routine it is, as a fact by itself.
fn listed_version(words: &Words, routine: &Routine) -> String {
    let updated = routine.updated.map(|date| facts::date(words, date));
    let parts = std::iter::once(facts::revision(words, routine)).chain(updated);
    words.list(List::Parts, parts)
}

/// The same in a sentence.
pub(super) fn version(words: &Words, routine: &Routine) -> String {
    match routine.updated {
        Some(date) => words.message(
            &Message::new("receive-version")
                .with("revision", routine.revision)
                .with("date", facts::date(words, date)),
        ),
        None => facts::revision(words, routine),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_the_first_letters_of_its_ends() {
        for (name, known_by) in [
            ("A. Physiotherapist", "AP"),
            ("Dr. Maria da Silva", "DS"),
            ("ördög", "Ö"),
            ("(Clinic) 24", "C"),
            ("555 0134", ""),
        ] {
            assert_eq!(initials(name), known_by, "{name}");
        }
    }
}
