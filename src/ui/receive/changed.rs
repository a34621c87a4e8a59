//! What another version of a routine changes, and what stays.

use std::iter;

use eframe::egui::{CornerRadius, Sense, Ui, Vec2, vec2};

use super::View;
use crate::changes::{self, Change, Telling, What};
use crate::day::of_one_session;
use crate::facts;
use crate::library::Standing;
use crate::routine::{Exercise, Routine};
use crate::text::capital;
use crate::ui::picture::Sight;
use crate::ui::picture_cache::Detail;
use crate::ui::text::lines;
use crate::ui::theme::{Type, palette, radius, space};
use crate::ui::widgets::{Icon, Line, body, card, panel, section, strong};
use crate::words::{List, Message, Words};

/// Shows what is different for the person in `routine`, where they have done `there` so far.
pub(super) fn show(ui: &mut Ui, words: &Words, view: &View, routine: &Routine, there: &Routine) {
    let (telling, heading) = match view.received.weighed.standing {
        Standing::Asks(..) => (Telling::SideBySide, "receive-differs"),
        _ => (Telling::Now, "receive-changes"),
    };
    let all = all_changes(view, routine, there);
    let (of_safety, others): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.is_of_safety());
    let rows = rows(words, view, routine, there, &others, telling);
    if !rows.is_empty() {
        section(ui, &words.get(heading));
        card(ui, |ui| {
            for (number, row) in rows.iter().enumerate() {
                if number > 0 {
                    ui.separator();
                }
                show_row(ui, view, row);
            }
        });
        ui.add_space(space::XS);
    }
    if !of_safety.is_empty() {
        show_safety(ui, words, &of_safety, telling);
    }
    show_stays(ui, words, routine, &all);
}

/// What is different, also where the file names a picture as it was and the picture is another.
fn all_changes(view: &View, routine: &Routine, there: &Routine) -> Vec<Change> {
    const IMAGE: &str = "exercise.image";
    let mut all = changes::between(there, routine);
    let others = &view.received.weighed.other_pictures;
    for exercise in &routine.exercises {
        let shows_other = exercise.image.as_ref();
        let shows_other = shows_other.is_some_and(|image| others.contains(image));
        let tells = |change: &Change| {
            let is_about_it = change.exercise.as_ref() == Some(&exercise.name);
            let is_of_picture = match change.what {
                What::Added => true,
                What::Text { field, .. } => field == IMAGE,
                _ => false,
            };
            is_about_it && is_of_picture
        };
        if shows_other && !all.iter().any(tells) {
            all.push(Change {
                exercise: Some(exercise.name.clone()),
                what: What::Text {
                    field: IMAGE,
                    was: true,
                    is: true,
                    text: None,
                },
            });
        }
    }
    all
}

/// What changes in one thing.
struct Row<'a> {
    /// What shows it, where that is an exercise.
    shown: Option<(&'a Routine, &'a Exercise)>,
    name: String,
    sentences: Vec<String>,
}

fn rows<'a>(
    words: &Words,
    view: &View,
    routine: &'a Routine,
    there: &'a Routine,
    changes: &[&Change],
    telling: Telling,
) -> Vec<Row<'a>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut whole: Vec<Row> = Vec::new();
    let mut of_whole =
        |name: String, sentence: String| match whole.iter_mut().find(|row| row.name == name) {
            Some(row) => row.sentences.push(sentence),
            None => whole.push(Row {
                shown: None,
                name,
                sentences: vec![sentence],
            }),
        };
    for change in changes {
        let Some(name) = &change.exercise else {
            let sentence = sentence(words, &change.below_its_subject(telling));
            let subject = change.subject().map(|subject| words.message(&subject));
            let name = subject.unwrap_or_else(|| words.get("receive-whole"));
            of_whole(capital(&name), sentence);
            continue;
        };
        let sentence = sentence(words, &change.in_itself(telling));
        if let Some(row) = rows.iter_mut().find(|row| row.name == *name) {
            row.sentences.push(sentence);
            continue;
        }
        let in_routine = |of: &'a Routine| {
            let exercise = of.exercises.iter().find(|it| it.name == *name)?;
            Some((of, exercise))
        };
        rows.push(Row {
            shown: in_routine(routine).or_else(|| in_routine(there)),
            name: name.clone(),
            sentences: vec![sentence],
        });
    }
    let minutes = |of: &Routine| facts::minutes(&of_one_session(of, view.week));
    let [before, after] = [there, routine].map(minutes);
    if before != after {
        let length = Message::new(match telling {
            Telling::Now => "receive-length",
            Telling::SideBySide => "receive-length-beside",
        });
        let length = length.with("minutes", after).with("before", before);
        of_whole(words.get("receive-length-name"), words.message(&length));
    }
    rows.append(&mut whole);
    rows
}

fn sentence(words: &Words, said: &Message) -> String {
    let sentence = capital(&words.message(said));
    if sentence.ends_with(['.', '”', '“']) {
        sentence
    } else {
        sentence + "."
    }
}

fn show_row(ui: &mut Ui, view: &View, row: &Row) {
    let room = ui.available_width();
    let is_narrow = room < NARROW;
    let size = if is_narrow {
        vec2(72.0, 48.0)
    } else {
        vec2(104.0, 64.0)
    };
    let width = (room - size.x - space::L).max(40.0);
    let mut line = Line::begin(ui);
    match row.shown {
        Some((routine, exercise)) => {
            line.add(ui, size.x, space::L, |ui| {
                show_sight(ui, view, routine, exercise, size);
            });
            line.add(ui, width, 0.0, |ui| {
                let high = row.height(ui, width);
                ui.add_space(((size.y - high) / 2.0).max(0.0));
                show_words(ui, row, true);
            });
        }
        None if is_narrow => line.add(ui, room, 0.0, |ui| show_words(ui, row, true)),
        // What is about no exercise has its name where the others have their picture.
        None => {
            line.add(ui, size.x, space::L, |ui| _ = strong(ui, &row.name));
            line.add(ui, width, 0.0, |ui| show_words(ui, row, false));
        }
    }
    line.end(ui);
}

/// Below this width there is no room for a name beside what is said of it.
const NARROW: f32 = 420.0;

impl Row<'_> {
    /// Of the name and the sentences below it.
    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let all = self.sentences.iter().map(|sentence| (sentence, Type::Body));
        let all = iter::once((&self.name, Type::Strong)).chain(all);
        let heights = all.map(|(text, kind)| {
            lines(ui, text, kind.font(), width, usize::MAX).size().y + space::XS
        });
        heights.sum::<f32>() - space::XS
    }
}

fn show_words(ui: &mut Ui, row: &Row, with_name: bool) {
    ui.spacing_mut().item_spacing.y = space::XS;
    if with_name {
        strong(ui, &row.name);
    }
    for sentence in &row.sentences {
        body(ui, sentence);
    }
}

fn show_sight(ui: &mut Ui, view: &View, routine: &Routine, exercise: &Exercise, size: Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let ground = palette(ui).paper;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::ROW), ground);
    let picture = view.pictures.ask(exercise, Detail::Small);
    if let Some(sight) = Sight::of(routine, exercise, picture) {
        sight.paint(ui, exercise, rect.shrink(4.0));
    }
}

fn show_safety(ui: &mut Ui, words: &Words, changes: &[&Change], telling: Telling) {
    panel(ui, palette(ui).coral_soft, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let danger = palette(ui).danger;
        ui.label(Type::Strong.text(words.get("receive-stop"), danger));
        for change in changes {
            body(ui, &of_safety(words, change, telling));
        }
    });
    ui.add_space(space::XS);
}

/// A sign that is new or gone, or another limit, in a sentence.
fn of_safety(words: &Words, change: &Change, telling: Telling) -> String {
    let What::Item { field, item, is } = &change.what else {
        return sentence(words, &change.in_itself(telling));
    };
    if telling == Telling::SideBySide {
        // The panel is headed by when to stop.
        let said = match *field {
            "safety.stop_if" => change.below_its_subject(telling),
            _ => change.in_itself(telling),
        };
        return sentence(words, &said);
    }
    let id = match (*field, is) {
        ("safety.stop_if", true) => "receive-stop-added",
        ("safety.stop_if", false) => "receive-stop-removed",
        (_, true) => "receive-not-if-added",
        (_, false) => "receive-not-if-removed",
    };
    words.message(&Message::new(id).with("sign", item.as_str()))
}

/// Which exercises stay as they were, beside a tick.
fn show_stays(ui: &mut Ui, words: &Words, routine: &Routine, changes: &[Change]) {
    let is_about = |exercise: &&Exercise| {
        let mut changes = changes.iter();
        let group = exercise.group.as_ref().map(|group| group.name.as_str());
        changes.any(|change| {
            let about = change.exercise.as_deref();
            about.is_some_and(|about| about == exercise.name || Some(about) == group)
        })
    };
    let staying = routine.exercises.iter().filter(|it| !is_about(it));
    let staying: Vec<&str> = staying.map(|exercise| &*exercise.name).collect();
    let text = if changes.is_empty() {
        Message::new("receive-stays-all")
    } else if staying.is_empty() {
        Message::new("receive-stays-history")
    } else if staying.len() <= MOST_NAMED {
        Message::new("receive-stays")
            .with("count", staying.len())
            .with("exercises", List::And.of(staying))
    } else {
        Message::new("receive-stays-many").with("count", staying.len())
    };
    let text = words.message(&text);
    let mut line = Line::begin(ui);
    line.add(ui, 20.0, space::S, |ui| {
        let (square, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
        Icon::Check.draw(ui.painter(), square.shrink(2.0), palette(ui).teal_ink);
    });
    let room = (ui.available_width() - 28.0).max(40.0);
    line.add(ui, room, 0.0, |ui| {
        body(ui, &text);
    });
    line.end(ui);
}

/// More names than these are a number.
const MOST_NAMED: usize = 3;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::routine::{Surroundings, read};
    use crate::words::Arg;

    fn routine(step: &str) -> Routine {
        let surroundings = Surroundings {
            stem: "walk",
            today: date(2026, 1, 1),
            image: &|_| Ok(()),
        };
        let text = format!(
            "format = 1\ntitle = \"Walk\"\n[schedule]\nweeks = 6\n\n[[exercise]]\nname = \"Heel raise\"\n\
             kind = \"reps\"\nsides = \"each\"\n\n[[exercise.step]]\nfrom_week = 3\n{step}\n"
        );
        read(text.as_bytes(), &surroundings).routine.unwrap()
    }

    #[test]
    fn what_is_another_from_a_week_on_is_told_with_what_it_was() {
        let before = routine("reps = 12");
        let after = routine(
            "reps = \"12 to 15\"\ntempo = \"2s up, 3s down\"\nload = \"2 kg\"\nleft = { sets = 2 }",
        );
        let changes = changes::between(&before, &after);
        let words = Words::of("en");
        let said: Vec<_> = changes
            .iter()
            .map(|it| words.message(&it.message(Telling::Now)))
            .collect();
        assert_eq!(
            said,
            [
                "Heel raise: its dose is repetitions 12 to 15, tempo up 2 seconds, \
                 down 3 seconds, load 2 kg, dose of the left side sets 2 from week 3 now, \
                 before repetitions 12 from week 3"
            ]
        );
    }

    /// Whatever an author changes, nothing of it is said to be now or to have been before, where nobody knows.
    #[test]
    fn two_versions_side_by_side_are_told_without_an_order() {
        let fields = [
            "exercise.hold",
            "safety.pain_limit",
            "routine.title",
            "exercise.step",
        ];
        let some = || Some(Arg::from("12"));
        let of_field = |field| {
            let value = |before, after| What::Value {
                field,
                before,
                after,
            };
            let text = |was, is, text: Option<&str>| What::Text {
                field,
                was,
                is,
                text: text.map(str::to_owned),
            };
            let item = |is| What::Item {
                field,
                item: "a rest".to_owned(),
                is,
            };
            [
                value(some(), some()),
                value(None, some()),
                value(some(), None),
                text(true, true, Some("Sit.")),
                text(false, true, Some("Sit.")),
                text(true, true, None),
                text(false, true, None),
                text(true, false, None),
                item(true),
                item(false),
            ]
        };
        let before = "Before".to_owned();
        let whole = [
            What::Added,
            What::Removed,
            What::Moved,
            What::Renamed { before },
        ];
        let all = fields.into_iter().flat_map(of_field).chain(whole);
        let mut told: Vec<String> = Vec::new();
        for (language, order) in [
            ("en", ["now", "before", "more"]),
            ("de", ["jetzt", "vorher", "mehr"]),
        ] {
            let words = Words::of(language);
            for what in all.clone() {
                let change = Change {
                    exercise: Some("Heel raise".to_owned()),
                    what,
                };
                let said = words.message(&change.message(Telling::SideBySide));
                let mut parts = said.split(|letter: char| !letter.is_alphabetic());
                assert!(!parts.any(|part| order.contains(&part)), "{said}");
                let names = ["this file", "yours", "dieser Datei", "Ihrer"];
                assert!(names.iter().any(|name| said.contains(name)), "{said}");
                told.push(said);
            }
        }
        assert!(
            told.contains(&"Heel raise: hold: 12 in this file; 12 in yours".to_owned()),
            "{told:?}"
        );
    }
}
