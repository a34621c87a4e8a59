//! What is asked for where a routine is handed out.

use crate::app::App;
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
                    let ctx = self.ctx.clone();
                    self.handing_out.open(entry, &ctx);
                    self.go(Place::HandOut(id));
                }
            }
            HandOutAction::Lay(sheet) => {
                let ctx = self.ctx.clone();
                self.handing_out.lay(sheet, &ctx);
            }
            HandOutAction::Write {
                form,
                path,
                replaces,
            } => self.handing_out.write(form, path, replaces),
        }
    }
}
