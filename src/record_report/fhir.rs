//! The record as a bundle of FHIR R4, for systems of clinics: the report as its PDF, and what was measured and told as
//! observations.
//!
//! A session is shaped as the Physical Activity guide of HL7 has an activity (its release 1.0.0): a panel with the
//! exercise's duration, LOINC 55411-3, in its categories. Stretching is no moderate or vigorous activity, so none of the
//! guide's weekly measures of those is given, nor is anything called a vital sign. Pain is LOINC 72514-3. For the share
//! of a dose there is no code, and it has words alone.
//!
//! The ids are made of what they are of: the same record gives the same bundle, and a system that has it already knows
//! that.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::Zoned;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Asked;
use crate::history::exported::of::rfc_3339;
use crate::history::{History, RecordedSession, SessionOutcome};
use crate::report;
use crate::words::Words;

const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";
const GUIDE: &str = "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// The bundle of what is asked for, with the report of the same: its title and its PDF.
pub fn bundle(words: &Words, history: &History, asked: &Asked, title: &str, pdf: &[u8]) -> Value {
    let routine = asked.routine.as_deref();
    let in_span = |session: &&Arc<RecordedSession>| {
        session.counts()
            && routine.is_none_or(|id| *id == *session.routine.id)
            && asked.span.has(session.started.date())
    };
    // Whose record it is, as far as a record knows: its first session is nobody else's.
    let first = history
        .sessions
        .last()
        .map(|session| session.id.to_string());
    let person = id(&["person", &first.unwrap_or_default()]);
    let mut writer = Writer {
        words,
        with_pain: asked.with_pain,
        person: reference(&person),
        entries: Vec::new(),
    };
    writer.entry(&person, person_of(asked));
    let sessions = history.sessions.iter().rev().filter(in_span);
    let panels: Vec<Value> = sessions.map(|session| writer.session(session)).collect();
    let span = [asked.span.from, asked.span.to].map(|day| day.to_string());
    let report = id(&[
        "report",
        &person,
        &span[0],
        &span[1],
        routine.unwrap_or_default(),
    ]);
    let report_of = json!({
        "resourceType": "DiagnosticReport",
        "status": "final",
        "category": [coding(GUIDE, "PhysicalActivity", "Physical Activity")],
        "code": { "text": words.get("record-report-what") },
        "subject": writer.person,
        "effectivePeriod": { "start": span[0], "end": span[1] },
        "result": panels,
        "presentedForm": [{
            "contentType": "application/pdf",
            "language": words.language().tag,
            "data": BASE64_STANDARD.encode(pdf),
            "title": title,
        }],
    });
    writer.entry(&report, report_of);
    // A reader begins with the report.
    writer.entries.rotate_right(1);
    json!({
        "resourceType": "Bundle",
        "id": id(&["bundle", &report]),
        "type": "collection",
        "entry": writer.entries,
    })
}

fn person_of(asked: &Asked) -> Value {
    let mut person = json!({ "resourceType": "Patient" });
    if let Some(name) = &asked.name {
        person["name"] = json!([{ "text": name }]);
    }
    person
}

/// The id of what these parts name, the same each time.
fn id(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    let id = uuid::Builder::from_custom_bytes(bytes).into_uuid();
    id.hyphenated().to_string()
}

fn reference(id: &str) -> Value {
    json!({ "reference": format!("urn:uuid:{id}") })
}

fn coding(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

fn quantity(value: f64, unit: &str, code: &str) -> Value {
    json!({ "value": value, "unit": unit, "system": UCUM, "code": code })
}

struct Writer<'a> {
    words: &'a Words,
    with_pain: bool,
    /// A reference to whose record it is.
    person: Value,
    entries: Vec<Value>,
}

impl Writer<'_> {
    fn entry(&mut self, id: &str, mut resource: Value) {
        resource["id"] = json!(id);
        self.entries
            .push(json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource }));
    }

    /// An observation of a session, with its value and whatever else it has. Gives a reference to it.
    fn observation(&mut self, session: &RecordedSession, what: &str, own: Value) -> Value {
        let mut observation = json!({
            "resourceType": "Observation",
            "status": "final",
            "category": [
                coding(CATEGORY, "activity", "Activity"),
                coding(GUIDE, "PhysicalActivity", "Physical Activity"),
            ],
            "subject": self.person,
            "performer": [self.person],
        });
        if let (Some(all), Value::Object(own)) = (observation.as_object_mut(), own) {
            all.extend(own);
        }
        let id = id(&["session", &session.id.to_string(), what]);
        self.entry(&id, observation);
        reference(&id)
    }

    /// The panel of a session, after the observations that are its members. Gives a reference to it.
    fn session(&mut self, session: &RecordedSession) -> Value {
        let mut members = vec![self.duration(session)];
        members.extend(self.dose(session));
        if self.with_pain {
            members.extend(self.pain(session));
        }
        let marks = report::marks(session);
        let mut notes: Vec<String> = marks.iter().map(|id| self.words.get(id)).collect();
        if session.outcome != SessionOutcome::Completed {
            notes.push(self.words.message(&report::outcome(session.outcome)));
        }
        let notes: Vec<Value> = notes.iter().map(|text| json!({ "text": text })).collect();
        let mut code = coding(GUIDE, "PAPanel", "Physical Activity Panel");
        code["text"] = json!(report::title(self.words, &session.routine));
        let mut panel = json!({
            "code": code,
            "effectivePeriod": period(session),
            "hasMember": members,
        });
        if !notes.is_empty() {
            panel["note"] = json!(notes);
        }
        self.observation(session, "panel", panel)
    }

    /// How long was held. Of what was told later it is not known, and that is said.
    fn duration(&mut self, session: &RecordedSession) -> Value {
        let mut own = json!({
            "code": coding(LOINC, "55411-3", "Exercise duration"),
            "effectivePeriod": period(session),
        });
        if session.is_told {
            let why = coding(ABSENT, "not-performed", "Not Performed");
            own["dataAbsentReason"] = why;
        } else {
            own["valueQuantity"] = quantity(minutes(session.held_ms()), "min", "min");
        }
        self.observation(session, "duration", own)
    }

    /// How much of the dose was done.
    fn dose(&mut self, session: &RecordedSession) -> Option<Value> {
        let percent = session.tally().dose.percent();
        let percent = percent.filter(|_| !session.is_told)?;
        let percent = u32::try_from(percent).ok()?;
        let own = json!({
            "code": { "text": self.words.get("fhir-dose") },
            "effectivePeriod": period(session),
            "valueQuantity": quantity(percent.into(), "%", "%"),
        });
        Some(self.observation(session, "dose", own))
    }

    fn pain(&mut self, session: &RecordedSession) -> Vec<Value> {
        let next_day = session.next_day.as_ref();
        let pains = [
            ("before", session.pain_before, &session.started),
            ("after", session.pain_after, end(session)),
            (
                "next-day",
                next_day.map(|(pain, _)| *pain),
                next_day.map_or(end(session), |(_, time)| time),
            ),
        ];
        let told = pains
            .into_iter()
            .filter_map(|(what, pain, time)| Some((what, pain?, time)));
        let told: Vec<_> = told.collect();
        told.into_iter()
            .map(|(what, pain, time)| {
                let display = "Pain severity - 0-10 verbal numeric rating [Score] - Reported";
                let mut code = coding(LOINC, "72514-3", display);
                code["text"] = json!(self.words.get(match what {
                    "before" => "fhir-pain-before",
                    "after" => "fhir-pain-after",
                    _ => "fhir-pain-next-day",
                }));
                let own = json!({
                    // What a person says of themselves, and no measure of an activity.
                    "category": [coding(CATEGORY, "survey", "Survey")],
                    "code": code,
                    "effectiveDateTime": rfc_3339(time),
                    "valueQuantity": quantity(pain.into(), "{score}", "{score}"),
                });
                self.observation(session, &format!("pain-{what}"), own)
            })
            .collect()
    }
}

fn end(session: &RecordedSession) -> &Zoned {
    session.finished.as_ref().unwrap_or(&session.started)
}

/// A clock that was set back meanwhile would end it before it began.
fn period(session: &RecordedSession) -> Value {
    let mut period = json!({ "start": rfc_3339(&session.started) });
    if let Some(finished) = session
        .finished
        .as_ref()
        .filter(|end| **end >= session.started)
    {
        period["end"] = json!(rfc_3339(finished));
    }
    period
}

/// To a hundredth of a minute.
fn minutes(ms: u64) -> f64 {
    const HUNDREDTH_MS: u64 = 600;
    let hundredths = ms.saturating_add(HUNDREDTH_MS / 2) / HUNDREDTH_MS;
    let hundredths = u32::try_from(hundredths).unwrap_or(u32::MAX);
    f64::from(hundredths) / 100.0
}
