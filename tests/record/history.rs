//! `supple history`, after real sessions.

use std::fs;

use jiff::ToSpan as _;
use serde_json::{Value, json};
use supple::clock;
use supple::history::Log;
use supple::routine::{Surroundings, read};

use crate::{kill, machine};

#[test]
fn a_session_in_the_terminal_is_in_the_history() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let sessions = machine.sessions();
    let [session] = &sessions[..] else {
        panic!("{sessions:?}");
    };
    let sha256 = session["routine"]["sha256"].as_str().unwrap();
    assert_eq!(sha256.len(), 64);
    for time in ["started", "finished"] {
        let time = session[time].as_str().unwrap();
        let offset = time.len() - "+01:00".len();
        assert!(["+01:00", "+02:00"].contains(&&time[offset..]), "{time}");
        assert!(time.parse::<jiff::Timestamp>().is_ok(), "{time}");
    }
    let step = |place: usize| session["holds"][place]["step"].as_u64().unwrap();
    assert!(step(0) < step(1));
    let hold = |side, place| {
        json!({
            "step": step(place), "exercise": "knee", "name": "Knee", "side": side, "set": 1, "rep": 1,
            "prescribed_ms": 1000, "held_ms": 1000, "outcome": "done",
            "optional": false
        })
    };
    let expected = json!({
        "id": session["id"], "started": session["started"], "finished": session["finished"],
        "zone": "Europe/Berlin",
        "routine": {
            "id": "short", "revision": 1, "title": "Short", "sha256": sha256, "language": "en"
        },
        "outcome": "completed", "reason": null,
        "pain_before": null, "pain_after": null, "note": null,
        "held_ms": 2000, "prescribed_ms": 2000,
        "holds": [hold("left", 0), hold("right", 1)],
        "other_attempts": [], "hurts": [], "loads": [], "reps": [],
        "told": false, "not_counted": null, "corrected": false, "left_out": null, "next_day": null,
        "due": {},
        "device": session["device"], "pain_limit": null, "prescribed_loads": [], "paces": [],
        "last": session["finished"], "done_since_pain": true, "last_line": session["last_line"]
    });
    assert_eq!(*session, expected);
    for id in ["device", "last_line"] {
        assert!(
            session[id].as_str().is_some_and(|id| id.len() == 36),
            "{id}"
        );
    }

    let table = machine.supple(["history"]).stdout;
    assert!(
        table.contains("0:02 of 0:02") && table.contains("Short"),
        "{table}"
    );
    let csv = machine.supple(["history", "--csv"]).stdout;
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 3, "{csv}");
    assert!(rows.iter().all(|row| row.len() == 28), "{csv}");
    assert_eq!(rows[0][9..12], ["exercise", "side", "set"]);
    assert_eq!(rows[1][9..12], ["knee", "left", "1"]);
    assert_eq!(rows[0][17..20], ["zone", "routine_title", "exercise_name"]);
    assert_eq!(rows[1][17..20], ["Europe/Berlin", "Short", "Knee"]);
    assert_eq!(rows[0][25..28], ["easier", "told", "not_counted"]);
    assert_eq!(rows[1][25..28], ["false", "false", ""]);
}

#[test]
fn a_rehearsal_is_not_recorded() {
    let machine = machine();
    assert_eq!(
        machine.supple(["guide", "--rehearse", "short.toml"]).code,
        0
    );
    assert!(!machine.folders().log().exists());
}

#[test]
fn a_session_that_is_killed_is_interrupted_with_the_hold_that_was_finished() {
    let machine = machine();
    let guide = machine.command(["guide", "long.toml"]).spawn().unwrap();
    machine.wait_for_line("\"hold\"");
    assert_eq!(machine.sessions(), [] as [Value; 0], "it is still running");
    let reported = machine.supple(["history"]).stdout;
    assert!(reported.contains("is shown once it is over"), "{reported}");
    kill(guide);
    let sessions = machine.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0]["outcome"], "interrupted");
    assert_eq!(sessions[0]["finished"], Value::Null);
    assert_eq!(sessions[0]["held_ms"], 1000);
    assert_eq!(sessions[0]["holds"][0]["outcome"], "done");
    assert_eq!(sessions[0]["holds"][1]["outcome"], "skipped");
}

#[test]
fn one_copy_finishes_while_another_runs() {
    let machine = machine();
    let long = machine.command(["guide", "long.toml"]).spawn().unwrap();
    machine.wait_for_line("\"hold\"");
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let sessions = machine.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0]["outcome"], "completed");
    kill(long);
    let sessions = machine.sessions();
    let outcomes: Vec<_> = sessions.iter().map(|session| &session["outcome"]).collect();
    assert_eq!(outcomes, ["completed", "interrupted"], "newest first");
}

#[test]
fn the_history_can_be_narrowed_to_a_routine_and_a_time() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let count = |arguments: &[&str]| {
        let ended = machine.supple([&["history", "--json"], arguments].concat());
        assert_eq!(ended.code, 0);
        ended.json()["sessions"].as_array().unwrap().len()
    };
    assert_eq!(count(&["--routine", "short"]), 1);
    assert_eq!(count(&["--routine", "long"]), 0);
    assert_eq!(count(&["--since", "2026-01-01"]), 1);
    assert_eq!(count(&["--since", "9999-01-01"]), 0);
    assert_eq!(count(&["--until", "9999-01-01"]), 1);
    assert_eq!(count(&["--until", "2026-01-01"]), 0);
    assert_eq!(machine.supple(["history", "--since", "yesterday"]).code, 2);
    assert_eq!(machine.supple(["history", "--json", "--csv"]).code, 2);
}

#[test]
fn no_record_yet_is_no_failure() {
    let machine = machine();
    let ended = machine.supple(["history"]);
    assert_eq!(ended.code, 0);
    assert!(
        ended.stdout.contains("Nothing to show yet"),
        "{}",
        ended.stdout
    );
    let json = machine.supple(["history", "--json"]).json();
    assert_eq!(
        json,
        json!({ "format": 1, "sessions": [], "not_begun": [], "problems": [] })
    );
}

#[test]
fn a_damaged_line_is_reported_and_the_rest_is_printed() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let file = machine.device_folder().join("2025.jsonl");
    fs::write(&file, "what a broken disk left\n").unwrap();
    let ended = machine.supple(["history", "--json"]);
    assert_eq!(ended.code, 0);
    assert!(
        ended.stderr.contains("2025.jsonl, line 1"),
        "{}",
        ended.stderr
    );
    let json = ended.json();
    assert_eq!(json["sessions"].as_array().unwrap().len(), 1);
    let problem = &json["problems"][0];
    assert_eq!(problem["code"], "damaged-line");
    assert_eq!(
        (&problem["path"], &problem["line"]),
        (&json!(file), &json!(1))
    );
    assert_eq!(
        fs::read_to_string(file).unwrap(),
        "what a broken disk left\n"
    );
}

#[test]
fn what_an_exercise_was_done_with_is_in_every_form_of_the_history() {
    let machine = machine();
    let file = "format = 1\ntitle = \"Curl\"\n[[exercise]]\nid = \"curl\"\nname = \"Curl\"\nprepare = 0\n\
                hold = 1\nload = \"red band\"\n";
    machine.write("curl.toml", file);
    assert_eq!(machine.supple(["guide", "curl.toml"]).code, 0);
    let load = json!([{ "exercise": "curl", "load": "red band" }]);
    assert_eq!(machine.sessions()[0]["loads"], load);
    let csv = machine.supple(["history", "--csv"]).stdout;
    let mut rows = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let column = rows
        .next()
        .unwrap()
        .iter()
        .position(|name| *name == "load")
        .unwrap();
    assert_eq!(rows.next().unwrap()[column], "red band");
}

#[test]
fn a_look_at_the_record_counts_what_is_there_and_says_what_is_wrong_and_where_it_lies() {
    let machine = machine();
    let check = machine.supple(["history", "--check"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    assert!(
        check.stdout.starts_with("0 files, 0 sessions, 0 holds"),
        "{}",
        check.stdout
    );
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let check = machine.supple(["history", "--check"]);
    assert_eq!((check.code, check.stderr.as_str()), (0, ""));
    assert_eq!(
        check.stdout,
        "One file, one session, 2 holds, on one day.\nAll of it can be read.\n"
    );

    let folder = machine.device_folder();
    fs::write(folder.join("2020.jsonl"), "bad\n").unwrap();
    let check = machine.supple(["history", "--check"]);
    assert_eq!(check.code, 1);
    let aside = machine.folders().log().join("quarantine");
    for says in [
        "2 files, one session, 2 holds, on one day.",
        "One thing is wrong.",
        aside.to_str().unwrap(),
    ] {
        assert!(check.stdout.contains(says), "{says}: {}", check.stdout);
    }
    assert!(
        check.stderr.contains("2020.jsonl, line 1"),
        "{}",
        check.stderr
    );
}

#[test]
fn a_record_that_is_moved_goes_on_in_its_new_folder_and_the_old_one_stays() {
    let machine = machine();
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    let before = machine.lines();
    let moved = machine.supple(["history", "--move-to", "shared/record"]);
    assert_eq!(moved.code, 0, "{}", moved.stderr);
    for place in [machine.folders().log(), machine.path("shared/record")] {
        assert!(
            moved.stdout.contains(place.to_str().unwrap()),
            "{}",
            moved.stdout
        );
    }
    assert_eq!(machine.supple(["guide", "short.toml"]).code, 0);
    assert_eq!(machine.sessions().len(), 2);
    assert_eq!(machine.lines(), before, "what was there stays as it was");

    let again = machine.supple(["history", "--move-to", "shared/record"]);
    assert_eq!(again.code, 1, "{}", again.stdout);
    let by_the_disk = machine.supple(["history", "--move-to", "short.toml/record"]);
    assert_eq!(by_the_disk.code, 3, "{}", by_the_disk.stderr);
    let drive = machine.path("shared");
    fs::rename(&drive, machine.path("away")).unwrap();
    let guide = machine.supple(["guide", "short.toml"]);
    assert_eq!(guide.code, 3);
    let place = machine.path("shared/record");
    assert!(
        guide.stderr.contains(place.to_str().unwrap()),
        "{}",
        guide.stderr
    );
    assert!(!drive.exists());
    fs::rename(machine.path("away"), &drive).unwrap();
    assert_eq!(machine.sessions().len(), 3, "nothing is lost");
}

/// Whoever looks what comes today is to see what comes.
#[test]
fn the_plan_of_a_day_and_a_rehearsal_have_the_dose_of_the_week_that_the_record_has_come_to() {
    let machine = machine();
    let text = "format = 1\ntitle = \"Weeks\"\n[schedule]\nweeks = 4\n[[exercise]]\nname = \"Hold\"\nhold = \"1s\"\nreps = 1\n\
                prepare = 0\n[[exercise.step]]\nfrom_week = 3\nreps = 3\n";
    machine.write("weeks.toml", text);
    let holds = || {
        let plan = machine.supple(["plan", "weeks.toml", "--on", &clock::today().to_string()]);
        let rehearsal = machine.supple(["guide", "weeks.toml", "--rehearse"]);
        assert_eq!((plan.code, rehearsal.code), (0, 0), "{}", plan.stderr);
        [plan.stdout, rehearsal.stdout].map(|told| told.contains("3 of 3"))
    };
    assert_eq!(holds(), [false; 2]);
    let surroundings = Surroundings {
        stem: "weeks",
        today: clock::today(),
        image: &|_| Ok(()),
    };
    let routine = read(text.as_bytes(), &surroundings).routine.unwrap();
    let log = Log::open(&machine.folders()).unwrap();
    log.tell(&routine, &clock::here().saturating_sub(15.days()));
    log.flush().unwrap();
    drop(log);
    let lines = machine.lines();
    assert_eq!(holds(), [true; 2]);
    assert_eq!(machine.lines(), lines, "neither is recorded");
}
