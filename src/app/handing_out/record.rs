//! A report of the record that is handed out.

use std::path::PathBuf;
use std::sync::Arc;

use super::Subject;
use crate::document::{Document, Sheet};
use crate::handing_out::{self, PageForm, Refused, Unwritten};
use crate::history::History;
use crate::record_report::{self, Asked};
use crate::routine::Routine;
use crate::ui::hand_out::{ToWrite, Written};
use crate::words::{Message, Words};

/// What was asked for of the record, as it was when that was.
#[derive(Clone)]
pub(in crate::app) struct Report {
    pub(in crate::app) words: Arc<Words>,
    pub(in crate::app) history: Arc<History>,
    pub(in crate::app) routines: Arc<[Arc<Routine>]>,
    pub(in crate::app) asked: Asked,
}

impl Subject for Report {
    type Form = PageForm;
    const USUAL: PageForm = PageForm::Pdf;
    const WITH_ALL_LETTERS: PageForm = PageForm::Html;

    fn document(&self) -> Result<Document, Message> {
        let made = record_report::document(&self.words, &self.history, &self.routines, &self.asked);
        made.ok_or_else(|| Message::new("report-nothing"))
    }

    fn no_sheets(&self, why: &Refused) -> Message {
        why.message_of_sheets_of_report()
    }

    fn usual_path(&self) -> PathBuf {
        let name = Message::new("report-file").with("date", self.asked.today.to_string());
        handing_out::usual_place(&self.words.message(&name))
    }

    fn write(&self, it: ToWrite<PageForm>, sheet: Sheet) -> Written<PageForm> {
        let form = it.form;
        let page = match self.document() {
            Ok(document) => handing_out::page(&document, form, sheet),
            Err(why) => return Written::Failed(why),
        };
        let content = match page {
            Ok(content) => content,
            Err(why) => return Written::Failed(why.message_of_report(&it.path)),
        };
        match handing_out::put(&it.path, content, it.replaces) {
            Ok(notes) => Written::Done {
                path: it.path,
                is_own: false,
                notes,
            },
            Err(Unwritten::Exists(path)) => Written::Exists { form, path },
            Err(error) => Written::Failed(error.message()),
        }
    }
}
