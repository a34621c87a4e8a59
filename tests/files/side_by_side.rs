//! `supple report --data … --csv`: many people's records side by side.

use std::collections::BTreeMap;
use std::fs;

use crate::record_report::after_a_year;
use crate::{Machine, files_in};

type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    let text = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        let cells = names.iter().zip(&record);
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    reader.records().map(row).collect()
}

const SPAN: [&str; 4] = ["--since", "2025-09-06", "--until", "2025-11-28"];

#[test]
fn each_persons_row_says_what_their_own_record_says() {
    let person = after_a_year();
    let exported = person.supple(["history", "--json"]).stdout;
    let clinic = Machine::new();
    // One person's folder, another's log alone, a third's export, and a fourth who did nothing yet.
    for name in files_in(&person.folders().log()) {
        let lines = fs::read(person.folders().log().join(&name)).unwrap();
        clinic.write(&format!("patients/ada/log/{name}"), &lines);
        clinic.write(&format!("patients/bea/{name}"), &lines);
    }
    clinic.write("patients/cy.json", &exported);
    clinic.write("patients/dee.json", "{\"format\":1,\"sessions\":[]}");
    let there = files_in(clinic.folder.path());
    let data = [
        "patients/ada",
        "patients/bea",
        "patients/cy.json",
        "patients/dee.json",
    ];
    let report = |choices: &[&str]| {
        let arguments = [
            &["report", "--csv", "--separator", "comma"],
            choices,
            &["--data"],
            &data,
        ];
        clinic.supple(arguments.concat())
    };
    let table = report(&SPAN);
    assert_eq!((table.code, table.stderr.as_str()), (0, ""));
    let all = rows(&table.stdout);
    let of = |data: &str, routine: &str| {
        let mut row = all
            .iter()
            .find(|it| it["data"] == data && it["routine"] == routine);
        let mut row = row.take().unwrap().clone();
        row.remove("data");
        row
    };
    for routine in ["lower-back-relief", "two-minute-standing-break"] {
        let ada = of("patients/ada", routine);
        assert_eq!(of("patients/bea", routine), ada);
        assert_eq!(of("patients/cy.json", routine), ada);
        // The same sums as the person has.
        let choices = [
            "history",
            "--csv",
            "--separator",
            "comma",
            "--routine",
            routine,
        ];
        let days =
            person.supple([&choices[..], &["--per", "day", "--since", "2025-09-06"]].concat());
        let days = rows(&days.stdout);
        for name in [
            "sessions_done",
            "sessions_more",
            "sessions_free",
            "sessions_begun",
            "sessions_told",
            "held_ms",
            "due_ms",
            "exercises_attempted",
        ] {
            let of_days = days.iter().filter(|day| day["to"].as_str() <= "2025-11-28");
            let of_days = of_days.filter_map(|day| day[name].parse::<u64>().ok());
            assert_eq!(
                ada[name],
                of_days.sum::<u64>().to_string(),
                "{routine}: {name}"
            );
        }
    }
    let ada = of("patients/ada", "lower-back-relief");
    let number = |name: &str| {
        ada[name]
            .parse::<f64>()
            .unwrap_or_else(|_| panic!("{name}: {ada:?}"))
    };
    assert!(number("sessions_due") > number("sessions_done") && number("sessions_done") > 0.0);
    let whole = |name: &str| ada[name].parse::<u32>().unwrap();
    assert_eq!(
        whole("sessions_measured") + whole("sessions_told"),
        whole("sessions_begun")
    );
    assert!((1.0..=100.0).contains(&number("dose_percent")));
    assert!(number("sessions_stopped") > 0.0);
    assert!(number("pain_last") < number("pain_first"));
    assert_eq!(
        (ada["pain_change"].as_str(), ada["last_day"].as_str()),
        ("less", "2025-11-28")
    );
    // Nothing is known of the fourth, and that can be seen.
    let none = of("patients/dee.json", "");
    assert!(none.values().all(String::is_empty), "{none:?}");
    // Nothing was written beside anybody's record.
    assert_eq!(files_in(clinic.folder.path()), there);
    let written = report(&["-o", "all.csv"]);
    assert_eq!(
        (written.code, written.stdout.as_str()),
        (0, "all.csv is written.\n")
    );
    assert_eq!(report(&["-o", "all.csv"]).code, 1);
}

#[test]
fn whose_record_cant_be_read_is_told_and_costs_none_of_the_others() {
    let clinic = Machine::new();
    clinic.write("good.json", "{\"format\":1,\"sessions\":[]}");
    clinic.write("cut.json", "{\"format\":1,\"sessions\":[");
    clinic.write("photos/one.png", "");
    clinic.write("damaged/log/2026.jsonl", "no line\nof a record\n");
    let data = ["missing", "cut.json", "photos", "damaged", "good.json"];
    let table = clinic.supple([&["report", "--csv", "--data"], &data[..]].concat());
    assert_eq!(table.code, 3);
    let people: Vec<_> = rows(&table.stdout)
        .iter()
        .map(|row| row["data"].clone())
        .collect();
    assert_eq!(people, ["damaged", "good.json"]);
    for says in [
        "missing is left out: ",
        "cut.json is left out: It is not what “supple history --json” prints",
        "photos is left out: There is no record in it.",
        "2026.jsonl, line 1: this line is damaged",
    ] {
        assert!(table.stderr.contains(says), "{says}: {}", table.stderr);
    }
    assert!(!clinic.path("damaged/log/quarantine").exists());
    for wrong in [
        &["report"][..],
        &["report", "--csv"],
        &["report", "--data", "good.json", "-o", "out.html"],
        &["report", "--csv", "--name", "Ada", "--data", "good.json"],
    ] {
        assert_eq!(clinic.supple(wrong).code, 2, "{wrong:?}");
    }
}
