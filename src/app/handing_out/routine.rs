//! A routine that is handed out.

use std::path::PathBuf;

use super::Subject;
use crate::document::{Document, Sheet};
use crate::handing_out::{self, Form, Refused, Unwritten};
use crate::library::Found;
use crate::ui::hand_out::{ToWrite, Written};
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

    fn write(&self, it: ToWrite<Form>, sheet: Sheet) -> Written<Form> {
        let form = it.form;
        match handing_out::hand_out(self, form, sheet, &it.path, it.replaces) {
            Ok(notes) => Written::Done {
                path: it.path,
                is_own: form == Form::Share,
                notes,
            },
            Err(Unwritten::Exists(path)) => Written::Exists { form, path },
            Err(error) => Written::Failed(error.message()),
        }
    }
}
