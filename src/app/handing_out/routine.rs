//! A routine that is handed out.

use std::path::{Path, PathBuf};

use super::Subject;
use crate::document::{Document, Sheet};
use crate::handing_out::{self, Form, Refused, Unwritten};
use crate::library::Found;
use crate::ui::hand_out::Written;
use crate::words::Message;

impl Subject for Found {
    type Form = Form;
    const USUAL: Form = Form::Pdf;
    const WITH_ALL_LETTERS: Form = Form::Html;

    fn document(&self) -> Result<Document, Message> {
        handing_out::document(self).map_err(|why| self.no_sheets(&why))
    }

    fn no_sheets(&self, why: &Refused) -> Message {
        why.message_of_sheets(&self.routine.title)
    }

    fn usual_path(&self) -> PathBuf {
        handing_out::usual_path(self)
    }

    fn write(&self, form: Form, sheet: Sheet, path: &Path, replaces: bool) -> Written<Form> {
        match handing_out::hand_out(self, form, sheet, path, replaces) {
            Ok(notes) => Written::Done {
                path: path.to_owned(),
                is_own: form == Form::Share,
                notes,
            },
            Err(Unwritten::Exists(path)) => Written::Exists { form, path },
            Err(error) => Written::Failed(error.message()),
        }
    }
}
