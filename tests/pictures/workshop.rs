//! The screens in which a routine is written, with a prescription in them.

use supple::editing::{Edit, Editing, Part, Value};
use supple::routine::{ImageFault, Region, Surroundings};
use supple::ui::editor::Page;
use supple::ui::exercises::{LookedAt, Offer, Wanted};
use supple::ui::picture_cache::Pictures;
use supple::ui::{editor, exercises};

use crate::screens::{Draw, Screen, TODAY, words};

/// Those in which a routine is written.
pub(crate) const EDITOR: [Screen; 5] = [
    ("exercises", exercises),
    ("exercises-looked-at", exercises_looked_at),
    ("editor", editor),
    ("editor-schedule", editor_schedule),
    ("editor-more", editor_more),
];

/// The same in the smallest window, and at twice the size of its text.
pub(crate) const SMALL_SCREENS: [Screen; 4] = [
    ("exercises-small", exercises),
    ("editor-small", editor_fields),
    ("editor-small-list", editor),
    ("editor-small-seen", editor_seen),
];

fn exercises() -> Draw {
    let (words, offer) = (words(), Offer::of(&words()));
    let mut draft = exercises::Draft {
        wanted: Wanted {
            regions: vec![Region::LowerBack],
            ..Wanted::default()
        },
        chosen: vec!["knee-to-chest", "bridge", "lower-back-rotation"],
        ..exercises::Draft::default()
    };
    Box::new(move |ui| {
        exercises::show(ui, &words, &picking(&offer), &mut draft);
    })
}

fn exercises_looked_at() -> Draw {
    let (words, offer) = (words(), Offer::of(&words()));
    let mut draft = exercises::Draft {
        looked_at: Some(LookedAt {
            id: "clamshell",
            since: 0.0,
        }),
        ..exercises::Draft::default()
    };
    Box::new(move |ui| {
        exercises::show(ui, &words, &picking(&offer), &mut draft);
    })
}

fn picking(offer: &Offer) -> exercises::View<'_> {
    exercises::View {
        offer,
        title: "Lower back relief",
        reduced_motion: true,
        unopened: None,
    }
}

/// A prescription with a mistake in it, as in the designs.
const PRESCRIPTION: &str = include_str!("prescription.toml");

fn prescription() -> Editing {
    let surroundings = Surroundings {
        stem: "lower-back-relief",
        today: TODAY,
        image: &|_| Err(ImageFault::Absent),
    };
    let mut editing = Editing::open(PRESCRIPTION.as_bytes(), &surroundings).unwrap();
    let hold = Part::exercise(3).field("hold");
    let mistyped = Edit::Set(hold, Value::text("3o s"));
    editing.apply(&mistyped, &surroundings).unwrap();
    editing
}

fn editor_of(draft: editor::Draft) -> Draw {
    let (words, editing) = (words(), prescription());
    let mut draft = draft;
    Box::new(move |ui| {
        let view = editor::View {
            editing: &editing,
            saved: editor::Saved {
                is_changed: true,
                unsaved: 3,
                kept_since: Some(jiff::civil::time(14, 32, 0, 0)),
                is_new: false,
            },
            saved_as: None,
            warnings: &[],
            pictures: Pictures::NONE,
            is_dialog_missing: false,
            reduced_motion: true,
        };
        editor::show(ui, &words, &view, &mut draft);
    })
}

fn editor() -> Draw {
    editor_of(editor::Draft {
        chosen: Part::exercise(3),
        ..editor::Draft::default()
    })
}

fn editor_fields() -> Draw {
    editor_of(editor::Draft {
        chosen: Part::exercise(3),
        page: Page::Fields,
        ..editor::Draft::default()
    })
}

fn editor_seen() -> Draw {
    editor_of(editor::Draft {
        chosen: Part::exercise(3),
        page: Page::Seen,
        ..editor::Draft::default()
    })
}

fn editor_schedule() -> Draw {
    editor_of(editor::Draft {
        chosen: Part::table("schedule"),
        ..editor::Draft::default()
    })
}

/// With an exercise of which all fields are shown.
fn editor_more() -> Draw {
    editor_of(editor::Draft {
        chosen: Part::exercise(2),
        shows_more: true,
        ..editor::Draft::default()
    })
}
