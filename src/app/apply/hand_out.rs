//! What is asked for where a routine is handed out.

use std::sync::Arc;

use crate::app::App;
use crate::library::{Found, Origin};
use crate::ui::Place;
use crate::ui::hand_out::HandOutAction;

impl App {
    pub(super) fn apply_hand_out(&mut self, action: HandOutAction) {
        match action {
            HandOutAction::Open(id) => {
                let entry = match &id {
                    Some(id) => self.store.library.find(id),
                    None => self.opened_file.entry.clone(),
                };
                if let Some(entry) = entry {
                    let origin = entry.origin;
                    let found = entry.routine.map(|routine| Found { routine, origin });
                    self.open_hand_out(found, id);
                }
            }
            HandOutAction::Lay(sheet) => {
                let ctx = self.ctx.clone();
                self.handing_out.lay(sheet, &ctx);
            }
            HandOutAction::Write(it) => self.handing_out.write(it),
        }
    }

    /// Leaves the editor and hands out what was edited, as it is saved.
    pub(in crate::app) fn hand_out_edited(&mut self) {
        let Some(open) = self.store.editor.open() else {
            return;
        };
        let routine = open.editing().reading().routine.clone();
        let (Some(routine), Some(path)) = (routine, open.path()) else {
            return;
        };
        let folder = self.store.library.folder();
        let is_own = folder.is_some_and(|folder| path.starts_with(folder));
        let id = is_own.then(|| routine.id.clone());
        let found = Found {
            routine: Arc::new(routine),
            origin: Origin::Own(path.to_owned()),
        };
        self.leave_editor();
        self.open_hand_out(Some(found), id);
    }

    fn open_hand_out(&mut self, found: Option<Found>, id: Option<String>) {
        let ctx = self.ctx.clone();
        self.handing_out.open(found, &ctx);
        self.go(Place::HandOut(id));
    }
}
