#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::Date;

use super::*;
use crate::routine::ImageFault;

const TEXT: &str = "# Mine.\nformat = 1\ntitle = \"Back\" # short\n\n[[exercise]]\nname = \"Knee\"\nhold = \"20 s\"\n";

fn surroundings() -> Surroundings<'static> {
    Surroundings {
        stem: "back",
        today: Date::constant(2026, 1, 1),
        image: &|_| Err(ImageFault::Absent),
    }
}

#[test]
fn a_mistyped_hold_is_reported_at_its_field_and_undone() {
    let mut editing = Editing::open(TEXT.as_bytes(), &surroundings()).unwrap();
    let hold = Part::exercise(0).field("hold");
    assert_eq!(editing.value(&hold), Some(Value::text("20 s")));
    let set = Edit::Set(hold.clone(), Value::text("3o s"));
    editing.apply(&set, &surroundings()).unwrap();
    assert_eq!(editing.text(), TEXT.replace("20 s", "3o s"));
    let codes: Vec<_> = editing.at(&hold).map(|it| it.mistake.code()).collect();
    assert_eq!(codes, ["duration-form"]);
    assert!(editing.shown().is_some(), "as it was before");
    editing.undo(&surroundings());
    assert_eq!(editing.text(), TEXT);
    assert_eq!(editing.at(&hold).count(), 0);
}
