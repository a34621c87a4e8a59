//! A record of sessions that nobody did.

use std::sync::Arc;
use std::time::Duration;

use supple::folders::Folders;
use supple::history::{Log, Recorder};
use supple::plan::Plan;
use supple::routine::Routine;
use supple::runner::Record as _;
use supple::session::{Attempt, Event, EventKind, Outcome};

/// Records a session that was cut off after so many holds, or was done whole if there are no more.
pub(crate) fn record_holds(folders: &Folders, routine: &Arc<Routine>, most: usize) {
    let log = Log::open(folders).unwrap();
    let plan = Plan::of(routine);
    let mut recorder = Recorder::new(&log, routine, Some(2));
    let at = Duration::ZERO;
    let mut tell = |kind| recorder.event(&Event { at, kind }, &plan);
    tell(EventKind::Started);
    for (step, hold) in plan.work().take(most) {
        tell(EventKind::Attempted(Attempt {
            step,
            prescribed: hold.duration,
            held: hold.duration.unwrap(),
            outcome: Outcome::Done,
            again: false,
        }));
    }
    if most > plan.work().count() {
        tell(EventKind::Completed);
    }
}
