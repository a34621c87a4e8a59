//! `supple history --csv --per …`.

use std::collections::BTreeMap;

use crate::Machine;
use crate::record_report::after_a_year;

type Row = BTreeMap<String, String>;

/// The rows of a table, each cell by the name of its column.
fn rows(machine: &Machine, choices: &[&str]) -> Vec<Row> {
    let arguments = ["history", "--csv", "--separator", "comma"];
    let ended = machine.supple([&arguments, choices].concat());
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let text = ended.stdout.strip_prefix('\u{feff}').unwrap();
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

fn sum(rows: &[Row], name: &str) -> u64 {
    let cells = rows.iter().map(|row| row[name].as_str());
    cells
        .filter(|it| !it.is_empty())
        .map(|it| it.parse::<u64>().unwrap())
        .sum()
}

#[test]
fn days_weeks_sessions_and_holds_come_to_the_same() {
    let machine = after_a_year();
    let back = [
        "--routine",
        "lower-back-relief",
        "--since",
        "2025-09-01",
        "--per",
    ];
    let per = |what| rows(&machine, &[&back[..], &[what]].concat());
    let [holds, sessions, days, weeks] = ["hold", "session", "day", "week"].map(per);
    for name in [
        "sessions_done",
        "sessions_due",
        "sessions_more",
        "sessions_begun",
        "held_ms",
        "reps_done",
    ] {
        assert!(sum(&days, name) > 0, "{name}");
        assert_eq!(sum(&days, name), sum(&weeks, name), "{name}");
    }
    let counted = |rows: &[Row]| -> Vec<Row> {
        rows.iter()
            .filter(|row| row["not_counted"].is_empty())
            .cloned()
            .collect()
    };
    let (counting, held) = (counted(&sessions), counted(&holds));
    assert!(
        counting.len() < sessions.len(),
        "one of them does not count"
    );
    assert_eq!(
        u64::try_from(counting.len()).unwrap(),
        sum(&days, "sessions_begun")
    );
    assert_eq!(sum(&counting, "reps_done"), sum(&days, "reps_done"));
    assert_eq!(sum(&held, "reps_done"), sum(&days, "reps_done"));
    let sides = ["left_held_ms", "right_held_ms", "no_side_held_ms"];
    let of_sides: u64 = sides.iter().map(|name| sum(&days, name)).sum();
    assert_eq!(sum(&counting, "held_ms"), of_sides);
    // Of what was told nothing is known but that it was done.
    let told: Vec<_> = counting
        .iter()
        .filter(|row| row["told"] == "true")
        .collect();
    assert!(!told.is_empty());
    for row in told {
        assert_eq!(
            (
                row["held_ms"].as_str(),
                row["exercises_prescribed"].as_str()
            ),
            ("", "")
        );
    }
    // The newest comes first, and a day off is no day with nothing recorded.
    assert!(days.windows(2).all(|two| two[0]["from"] > two[1]["from"]));
    for mark in ["done", "partly", "not_due", "due_nothing_recorded"] {
        assert!(days.iter().any(|row| row["mark"] == mark), "{mark}");
    }
}

#[test]
fn decimals_are_written_as_the_separator_has_them_read() {
    let machine = after_a_year();
    for (separator, sign, other) in [("comma", '.', ','), ("semicolon", ',', '.')] {
        let choices = [
            "history",
            "--csv",
            "--per",
            "week",
            "--separator",
            separator,
        ];
        let text = machine.supple(choices).stdout;
        let delimiter = if separator == "comma" { b',' } else { b';' };
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.delimiter(delimiter).from_reader(text.as_bytes());
        let pains = reader.records().map(|row| {
            let row = row.unwrap();
            format!("{} {}", &row[row.len() - 2], &row[row.len() - 1])
        });
        let pains: String = pains.collect();
        assert!(pains.contains(sign) && !pains.contains(other), "{pains}");
    }
}

#[test]
fn a_table_of_nothing_has_its_heads() {
    let machine = Machine::new();
    for per in ["hold", "session", "day", "week"] {
        assert_eq!(rows(&machine, &["--per", per]), Vec::<Row>::new(), "{per}");
    }
    for without_csv in [&["--per", "day"][..], &["--json", "--per", "day"]] {
        assert_eq!(machine.supple([&["history"], without_csv].concat()).code, 2);
    }
}
