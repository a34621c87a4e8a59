//! The pages of files from elsewhere.

use std::path::PathBuf;
use std::sync::Arc;

use supple::library::{Doubt, Entry, Notice, Origin, Standing, Weighed};
use supple::routine::{ImageFault, Reading, Routine, Surroundings, read};
use supple::ui::frame;
use supple::ui::picture_cache::Pictures;
use supple::ui::receive::{self, Received};

use crate::screens::{Draw, Screen, TODAY, words};

/// In a window of the usual size.
pub(crate) const RECEIVED: [Screen; 6] = [
    ("receive", new),
    ("receive-update", update),
    ("receive-older", older),
    ("receive-same-revision", same_revision),
    ("receive-another", another),
    ("receive-broken", broken),
];

/// Those of which there are pictures in the smallest window, and at twice the size of its text.
pub(crate) const SMALL: [Screen; 2] = [("receive-small", new), ("receive-update-small", update)];

const GIVEN: &str = include_str!("received.toml");

fn reading(text: &str) -> Reading {
    let surroundings = Surroundings {
        stem: "lower-back-relief",
        today: TODAY,
        image: &|_| Err(ImageFault::Absent),
    };
    read(text.as_bytes(), &surroundings)
}

fn routine(text: &str) -> Routine {
    reading(text).routine.unwrap()
}

/// What the author sends five months later.
pub(crate) fn later() -> Routine {
    routine(&later_text())
}

pub(crate) fn later_text() -> String {
    let mut text = GIVEN.to_owned();
    for (before, after) in [
        ("revision = 3", "revision = 4"),
        ("2026-07-06", "2026-11-28"),
        ("2026-11-30", "2027-01-04"),
        ("reps = 2\n", "left = { reps = 3 }\nright = { reps = 2 }\n"),
        ("first_side = \"left\"", "first_side = \"right\""),
        (
            "stop_if = [",
            "stop_if = [\"a sharp pull behind the knee\", ",
        ),
    ] {
        assert!(text.contains(before), "{before}");
        text = text.replace(before, after);
    }
    text
}

fn page(text: &str, standing: Standing) -> Draw {
    let reading = reading(text);
    let entry = Entry {
        origin: Origin::Own(PathBuf::from("lower-back-relief.supple")),
        is_current: reading.routine.is_some(),
        routine: reading.routine.map(Arc::new),
        diagnostics: reading.diagnostics,
        more: reading.more,
        notices: Vec::<Notice>::new(),
        earlier: None,
    };
    let received = Received {
        path: PathBuf::from("lower-back-relief.supple"),
        opened: None,
        weighed: Weighed {
            entry,
            standing,
            sha256: String::new(),
            other_pictures: Vec::new(),
        },
        added: None,
    };
    let (words, mut draft) = (words(), receive::Draft::default());
    draft.shows_mistakes = true;
    Box::new(move |ui| {
        let view = receive::View {
            received: &received,
            pictures: Pictures::NONE,
            today: TODAY,
            part: received.weighed.entry.routine.as_deref(),
            week: 1,
        };
        frame::whole(ui, |ui| receive::show(ui, &words, &view, &mut draft));
    })
}

fn new() -> Draw {
    page(GIVEN, Standing::New)
}

fn update() -> Draw {
    page(&later_text(), Standing::Update(Box::new(routine(GIVEN))))
}

fn older() -> Draw {
    let there = Box::new(routine(&later_text()));
    page(GIVEN, Standing::Asks(Doubt::Older, there))
}

fn same_revision() -> Draw {
    let there = GIVEN.replace("reps = 2\n", "reps = 3\n");
    let there = there.replace("2026-11-30", "2026-12-14");
    page(
        GIVEN,
        Standing::Asks(Doubt::SameVersion, Box::new(routine(&there))),
    )
}

fn another() -> Draw {
    let there = GIVEN.replace("Lower back relief", "Shoulder and neck");
    let there = there.replace("A. Physiotherapist", "B. Trainer");
    page(
        GIVEN,
        Standing::Asks(Doubt::Another, Box::new(routine(&there))),
    )
}

fn broken() -> Draw {
    page(
        &GIVEN.replace("hold = \"10s\"", "hodl = \"10s\""),
        Standing::Broken,
    )
}
