//! `supple history import`.

use std::fs;

use crate::record_report::after_a_year;
use crate::{Machine, files_in};

#[test]
fn a_year_that_is_exported_and_imported_elsewhere_is_the_same_year() {
    let machine = after_a_year();
    let exported = machine.supple(["history", "--json"]);
    assert_eq!((exported.code, exported.stderr.as_str()), (0, ""));
    let new = Machine::new();
    let file = new.write("record.json", &exported.stdout);
    let import = |of: &Machine| of.supple(["history", "import", file.to_str().unwrap()]);
    let imported = import(&new);
    assert_eq!((imported.code, imported.stderr.as_str()), (0, ""));
    assert!(
        imported.stdout.ends_with(" sessions were added.\n"),
        "{}",
        imported.stdout
    );
    for arguments in [
        &["history", "--json"][..],
        &["history", "--csv"],
        &["history", "--csv", "--per", "week"],
        &["history"],
    ] {
        let [was, is] = [&machine, &new].map(|it| it.supple(arguments).stdout);
        assert_eq!(is, was, "{arguments:?}");
    }
    let there = files_in(new.folder.path());
    for machine in [&new, &machine] {
        let again = import(machine);
        assert!(
            again.stdout.starts_with("Nothing was added; "),
            "{}",
            again.stdout
        );
    }
    assert_eq!(files_in(new.folder.path()), there);
}

#[test]
fn of_a_broken_file_nothing_is_imported_and_its_line_is_named() {
    let machine = Machine::new();
    for (text, says) in [
        (
            "{\"format\": 1,\n \"sessions\": [7]}",
            "broken.json, line 2: this is not what",
        ),
        (
            "{\"format\": 1,\n \"sessions\": [",
            "broken.json ends in the middle",
        ),
        (
            "{\"format\": 9, \"sessions\": []}",
            "a later version of Supple",
        ),
    ] {
        machine.write("broken.json", text);
        let refused = machine.supple(["history", "import", "broken.json"]);
        assert_eq!((refused.code, refused.stdout.as_str()), (1, ""), "{text}");
        assert!(refused.stderr.contains(says), "{}", refused.stderr);
    }
    let missing = machine.supple(["history", "import", "missing.json"]);
    assert_eq!(missing.code, 3, "{}", missing.stderr);
    assert!(!machine.folders().log().exists());
    fs::create_dir(machine.path("folder")).unwrap();
    assert_eq!(machine.supple(["history", "import", "folder"]).code, 3);
    // What it is to be is one of two.
    assert_eq!(
        machine
            .supple(["history", "--json", "import", "broken.json"])
            .code,
        2
    );
}
