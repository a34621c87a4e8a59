//! The page on which a routine is handed out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use supple::document::{Paper, Sheet};
use supple::handing_out::Form;
use supple::handout;
use supple::pdf::preview;
use supple::share::code;
use supple::ui::hand_out::{self, Sheets, Written};
use supple::ui::{Place, frame};
use supple::words::Words;

use crate::received::{later, later_text};
use crate::screens::{Draw, Screen, words};

/// In a window of the usual size.
pub(crate) const HANDED_OUT: [Screen; 1] = [("hand-out", hand_out)];

/// Those of which there are pictures in the smallest window, and at twice the size of its text.
pub(crate) const SMALL: [Screen; 1] = [("hand-out-small", hand_out)];

fn hand_out() -> Draw {
    let sheet = Sheet {
        paper: Paper::A4,
        large_print: false,
    };
    let routine = later();
    let code = code::of("lower-back-relief", later_text().as_bytes());
    let document = handout::document(&Words::of("en"), &routine, &|_| None, code.map(Arc::new));
    let sheets = Sheets {
        sheet,
        pages: preview::pages(&document, sheet).unwrap().0,
        photos: Vec::new(),
    };
    let written = Written::Done {
        path: PathBuf::from("/home/me/Documents/lower-back-relief.pdf"),
        is_own: false,
        notes: Vec::new(),
    };
    let (words, mut draft) = (words(), hand_out::Draft::default());
    let place = Place::HandOut(Some(routine.id.clone()));
    Box::new(move |ui| {
        let view = hand_out::View {
            title: &routine.title,
            back: Place::Routine(routine.id.clone()),
            sheet,
            sheets: Some(Ok(&sheets)),
            written: Some(&written),
            usual_form: Form::Pdf,
            usual: Path::new("/home/me/Documents/lower-back-relief"),
            warning: None,
        };
        frame::show(ui, &words, &place, |ui| {
            hand_out::show(ui, &words, &view, &mut draft)
        });
    })
}
