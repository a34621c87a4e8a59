//! What a person says of the record.

use crate::app::App;
use crate::clock;
use crate::ui::history::HistoryAction;

impl App {
    pub(in crate::app) fn apply_history(&mut self, action: HistoryAction) {
        let record = &self.store.record;
        let Some(log) = record.log() else {
            return;
        };
        match action {
            HistoryAction::Correct(session, correction) => {
                if let Some(session) = record.session(session) {
                    log.correct(session, correction);
                }
            }
            HistoryAction::Undo(session) => {
                if let Some(session) = record.session(session)
                    && let Some(line) = session.corrections.last()
                {
                    log.undo(session, *line);
                }
            }
            HistoryAction::NextDay(session, pain) => {
                if let Some(session) = record.session(session) {
                    log.next_day(session, pain);
                }
            }
            HistoryAction::NextDayLater => self.drafts.is_next_day_put_off = true,
            HistoryAction::Tell(routine, day) => {
                let now = clock::here();
                // Of an earlier day the hour is not known.
                let done = if day == now.date() {
                    Some(now)
                } else {
                    day.at(12, 0, 0, 0).to_zoned(now.time_zone().clone()).ok()
                };
                if let (Some(routine), Some(done)) = (self.routine(&routine), done) {
                    log.tell(&routine, &done);
                }
            }
        }
        self.store.record.read();
    }
}
