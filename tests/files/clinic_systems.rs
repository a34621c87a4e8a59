//! What a clinic's systems make of what Supple writes: models of FHIR, and a database.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::ended::Ended;
use crate::needs_root::left_out;
use crate::record_report::after_a_year;
use crate::{Machine, reference};

/// Python with packages of its own, where `sh .ci/setup tests` puts it.
fn python() -> Option<PathBuf> {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?;
    let name = format!("python{}", std::env::consts::EXE_SUFFIX);
    let paths = ["bin", "Scripts"].map(|folder| built.join("clinic").join(folder).join(&name));
    let found = paths.into_iter().find(|path| path.is_file());
    if found.is_none() {
        left_out("fhir.resources and duckdb are missing; sh .ci/setup tests installs them");
    }
    found
}

/// Runs a Python program in the machine's folder, and gives what it prints.
fn run(python: &Path, machine: &Machine, program: &str) -> String {
    let mut command = Command::new(python);
    command
        .args(["-c", program])
        .current_dir(&machine.folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let ended = Ended::of(command.spawn().unwrap());
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    ended.stdout
}

const SPAN: [&str; 4] = ["--since", "2025-09-06", "--until", "2025-11-28"];

fn bundle(machine: &Machine, output: &str, choices: &[&str]) -> Value {
    let arguments = [&["report", "--fhir", "-o", output], &SPAN[..], choices];
    let ended = machine.supple(arguments.concat());
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{choices:?}");
    serde_json::from_slice(&fs::read(machine.path(output)).unwrap()).unwrap()
}

/// The resources of a bundle of this type.
fn of_type<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources.filter(|it| it["resourceType"] == kind).collect()
}

fn with_code<'a>(bundle: &'a Value, code: &str) -> Vec<&'a Value> {
    let mut found = of_type(bundle, "Observation");
    found.retain(|it| it["code"]["coding"][0]["code"] == code);
    found
}

/// All references in a value.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(all) => {
            if let Some(Value::String(to)) = all.get("reference") {
                found.insert(to.clone());
            }
            all.values().for_each(|it| references(it, found));
        }
        Value::Array(all) => all.iter().for_each(|it| references(it, found)),
        _ => {}
    }
}

#[test]
fn a_bundle_has_the_report_and_what_the_record_says_under_ids_that_stay() {
    let machine = after_a_year();
    let named = ["--routine", "lower-back-relief", "--name", "A. Patient"];
    let one = bundle(&machine, "one.json", &named);
    assert_eq!(bundle(&machine, "two.json", &named), one);
    let exported = machine.supple(["history", "--json", "--routine", "lower-back-relief"]);
    let exported: Value = serde_json::from_str(&exported.stdout).unwrap();
    let sessions = exported["sessions"].as_array().unwrap().iter();
    let sessions: Vec<&Value> = sessions
        .filter(|it| it["not_counted"].is_null())
        .filter(|it| ("2025-09-06"..="2025-11-29").contains(&it["started"].as_str().unwrap()))
        .collect();
    let count = |keep: &dyn Fn(&Value) -> bool| sessions.iter().filter(|it| keep(it)).count();
    // A panel for each session, and its duration where that was measured.
    assert!(sessions.len() > 20);
    assert_eq!(with_code(&one, "PAPanel").len(), sessions.len());
    let durations = with_code(&one, "55411-3");
    let told = durations.iter().filter(|it| it["valueQuantity"].is_null());
    let told: Vec<_> = told.collect();
    assert_eq!(told.len(), count(&|it| it["told"] == true));
    assert!(!told.is_empty() && told.iter().all(|it| !it["dataAbsentReason"].is_null()));
    let minutes = durations
        .iter()
        .filter_map(|it| it["valueQuantity"]["value"].as_f64());
    let held = sessions.iter().filter_map(|it| it["held_ms"].as_f64());
    let [minutes, held] = [minutes.sum::<f64>(), held.sum::<f64>() / 60_000.0];
    assert!(
        (minutes - held).abs() < 0.01 * f64::from(u32::try_from(durations.len()).unwrap()),
        "{minutes} {held}"
    );
    let pains = with_code(&one, "72514-3");
    let given = ["pain_before", "pain_after", "next_day"];
    let given = given.map(|name| count(&|it| !it[name].is_null()));
    assert_eq!(pains.len(), given.iter().sum::<usize>());
    // What it refers to is in it, each once.
    let mut to = BTreeSet::new();
    references(&one, &mut to);
    let urls = one["entry"].as_array().unwrap().iter();
    let urls: Vec<&str> = urls.map(|it| it["fullUrl"].as_str().unwrap()).collect();
    let distinct: BTreeSet<String> = urls.iter().map(|url| (*url).to_owned()).collect();
    assert_eq!(distinct.len(), urls.len());
    assert!(to.is_subset(&distinct), "{:?}", to.difference(&distinct));
    let [report] = of_type(&one, "DiagnosticReport")[..] else {
        panic!("one report");
    };
    let data = report["presentedForm"][0]["data"].as_str().unwrap();
    // `%PDF-`
    assert!(data.starts_with("JVBERi0"), "{data:.20}");
    assert_eq!(of_type(&one, "Patient")[0]["name"][0]["text"], "A. Patient");
    // Another span has the same sessions under the same ids; nothing is called a vital sign.
    let all = bundle(&machine, "all.json", &[]);
    let ids = |bundle: &Value| -> BTreeSet<String> {
        let ids = of_type(bundle, "Observation").into_iter();
        ids.map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(ids(&one).is_subset(&ids(&all)) && ids(&one) != ids(&all));
    assert!(!all.to_string().contains("vital-signs"));
    let without = bundle(&machine, "without.json", &["--without-pain"]);
    assert_eq!(with_code(&without, "72514-3"), Vec::<&Value>::new());
    assert!(of_type(&without, "Patient")[0]["name"].is_null());
    assert_eq!(
        machine.supple(["report", "--fhir", "-o", "out.pdf"]).code,
        2
    );
}

/// R4B, which these models have, differs from R4 in none of the resources of a bundle of ours.
#[test]
fn a_bundle_is_what_models_of_fhir_take() {
    let Some(python) = python() else { return };
    let machine = after_a_year();
    bundle(&machine, "one.json", &["--name", "A. Patient"]);
    let program = r#"
from fhir.resources.R4B.bundle import Bundle
bundle = Bundle.model_validate_json(open("one.json", encoding="utf-8").read())
kinds = [entry.resource.get_resource_type() for entry in bundle.entry]
print(kinds[0], kinds.count("DiagnosticReport"), kinds.count("Patient"), kinds.count("Observation") > 60)
try:
    Bundle.model_validate_json(open("one.json", encoding="utf-8").read().replace('"final"', '"whole", "other": 1'))
except Exception:
    print("refused")
"#;
    assert_eq!(
        run(&python, &machine, program),
        "DiagnosticReport 1 1 True\nrefused\n"
    );
}

/// The queries of the recipe in `routines/README.md`, in order.
fn recipe() -> Vec<String> {
    let text = reference::REFERENCE;
    let recipe = text.split("```sql\n").skip(1);
    recipe
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_recipe_for_many_people_gives_what_their_records_say() {
    let Some(python) = python() else { return };
    let person = after_a_year();
    let clinic = Machine::new();
    let csv = [
        "history",
        "--csv",
        "--per",
        "session",
        "--separator",
        "comma",
    ];
    let csv = person.supple(csv).stdout;
    let json = person.supple(["history", "--json"]).stdout;
    for name in ["ada", "bea"] {
        clinic.write(&format!("sessions/{name}.csv"), &csv);
        clinic.write(&format!("patients/{name}.json"), &json);
    }
    // One of whom nothing is known yet.
    let nothing = Machine::new();
    let csv = [
        "history",
        "--csv",
        "--per",
        "session",
        "--separator",
        "comma",
    ];
    clinic.write("sessions/cy.csv", nothing.supple(csv).stdout);
    clinic.write(
        "patients/cy.json",
        nothing.supple(["history", "--json"]).stdout,
    );
    let queries = serde_json::to_string(&recipe()).unwrap();
    let program = format!(
        r#"
import duckdb, json
database = duckdb.connect()
for query in json.loads({queries:?}):
    result = database.execute(query)
    if not query.startswith("CREATE"):
        names = [column[0] for column in result.description]
        rows = [dict(zip(names, row)) for row in result.fetchall()]
        print(json.dumps(rows, default=str), file=open("results", "a"))
"#
    );
    // What takes long is told on the output as well.
    run(&python, &clinic, &program);
    let results = fs::read_to_string(clinic.path("results")).unwrap();
    let results: Vec<Value> = results
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let json: Value = serde_json::from_str(&json).unwrap();
    let sessions = json["sessions"].as_array().unwrap();
    let of_back: Vec<&Value> = sessions
        .iter()
        .filter(|it| it["routine"]["id"] == "lower-back-relief" && it["not_counted"].is_null())
        .collect();
    let row = |of: &Value, routine: &str| {
        let rows = of.as_array().unwrap().iter();
        let mut rows = rows.filter(|row| row["routine"] == routine);
        rows.next().unwrap().clone()
    };
    let sums = row(&results[0], "lower-back-relief");
    let told = of_back.iter().filter(|it| it["told"] == true).count();
    assert_eq!(sums["people"], 2);
    assert_eq!(sums["told"], 2 * told);
    assert_eq!(sums["measured"], 2 * (of_back.len() - told));
    // Who has not been seen for two weeks.
    assert_eq!(results[1].as_array().unwrap().len(), 0, "{}", results[1]);
    // By exercise, from the holds.
    let held: u64 = of_back
        .iter()
        .flat_map(|it| it["holds"].as_array().unwrap())
        .filter(|hold| hold["exercise"] == "knee-to-chest")
        .filter_map(|hold| hold["held_ms"].as_u64())
        .sum();
    let rows = results[2].as_array().unwrap().iter();
    let rows = rows.filter(|row| row["person"] == "ada" && row["exercise"] == "knee-to-chest");
    let of_knee: u64 = rows.filter_map(|row| row["held_ms"].as_u64()).sum();
    assert_eq!(of_knee, held);
}
