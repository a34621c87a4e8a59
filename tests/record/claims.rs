//! What the guide says is over is on record, whenever it is killed.

use std::io::{BufRead, BufReader};
use std::thread;

use supple::history::{History, SessionOutcome};
use supple::session::Outcome;

use crate::kill;
use crate::machine::Machine;

/// A hold of a second, and what follows it at once.
fn routine(id: &str) -> String {
    format!(
        "format = 1\nid = \"{id}\"\ntitle = \"T\"\n\
         [[exercise]]\nname = \"Knee\"\nhold = \"1s\"\nreps = 1\nprepare = 0\nrest_after = 0\n\
         [[exercise]]\nname = \"Back\"\nhold = \"1s\"\nreps = 1\nprepare = 0\n"
    )
}

#[test]
fn what_a_guide_says_is_over_is_on_record_when_it_is_killed_at_that_moment() {
    // They keep the disk and each other busy.
    const GUIDES: usize = 12;
    let machine = Machine::new();
    let line_of = |guide: usize| {
        if guide.is_multiple_of(3) {
            "2 of 2"
        } else {
            "Back"
        }
    };
    thread::scope(|scope| {
        for guide in 0..GUIDES {
            let (id, line) = (format!("r{guide}"), line_of(guide));
            let file = format!("{id}.toml");
            machine.write(&file, routine(&id));
            let mut child = machine.command(["guide", &file]).spawn().unwrap();
            scope.spawn(move || {
                let lines = BufReader::new(child.stdout.take().unwrap()).lines();
                let seen = lines
                    .map(Result::unwrap)
                    .any(|reported| reported.contains(line));
                kill(child);
                assert!(seen, "{line}");
            });
        }
    });
    let history = History::read(&machine.folders().log());
    assert_eq!(history.problems, []);
    for guide in 0..GUIDES {
        let id = format!("r{guide}");
        let session = history.sessions.iter().find(|it| *it.routine.id == *id);
        let session = session.unwrap_or_else(|| panic!("{id} is not on record"));
        assert_eq!(session.holds[0].outcome, Outcome::Done, "{id}");
        if line_of(guide) == "2 of 2" {
            assert_eq!(session.holds[1].outcome, Outcome::Done, "{id}");
            assert_eq!(session.outcome, SessionOutcome::Completed, "{id}");
        }
    }
}
