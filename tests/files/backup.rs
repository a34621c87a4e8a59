//! `supple backup` and `supple restore`.

use std::fs;

use crate::record_report::after_a_year;
use crate::{Machine, files_in};

#[test]
fn a_year_moves_to_another_machine_in_one_file() {
    let machine = after_a_year();
    machine.write("config/settings.toml", "[sound]\nmuted = true\n");
    let saved = machine.supple(["backup", "out.zip"]);
    assert_eq!((saved.code, saved.stderr.as_str()), (0, ""));
    assert!(
        saved
            .stdout
            .starts_with("out.zip is written, with 4 files."),
        "{}",
        saved.stdout
    );
    let new = Machine::new();
    new.write("in.zip", fs::read(machine.path("out.zip")).unwrap());
    let restored = new.supple(["restore", "in.zip"]);
    assert_eq!((restored.code, restored.stderr.as_str()), (0, ""));
    for says in [
        " sessions added.\n",
        "Routines and their pictures: one added.\n",
        "Settings: one taken over.\n",
    ] {
        assert!(restored.stdout.contains(says), "{}", restored.stdout);
    }
    let [was, is] = [&machine, &new].map(|it| it.supple(["history", "--json"]).stdout);
    assert_eq!(is, was);
    let there = files_in(new.folder.path());
    let again = new.supple(["restore", "in.zip"]);
    assert_eq!(
        again.stdout,
        "Record: nothing was missing.\nRoutines and their pictures: none added, one was here already.\nSettings: none taken over.\n"
    );
    assert_eq!(files_in(new.folder.path()), there);
}

#[test]
fn a_backup_takes_the_place_of_no_file_and_nothing_else_is_restored() {
    let machine = Machine::new();
    machine.write("out.zip", "mine");
    assert_eq!(machine.supple(["backup", "out.zip"]).code, 1);
    assert_eq!(fs::read(machine.path("out.zip")).unwrap(), b"mine");
    let refused = machine.supple(["restore", "out.zip"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
    assert!(
        refused.stderr.contains("out.zip is no backup of Supple"),
        "{}",
        refused.stderr
    );
    assert_eq!(machine.supple(["backup", "--replace", "out.zip"]).code, 0);
    assert_eq!(machine.supple(["restore", "out.zip"]).code, 0);
    assert_eq!(machine.supple(["backup", "out.tar"]).code, 2);
    assert_eq!(machine.supple(["restore", "missing.zip"]).code, 3);
}
