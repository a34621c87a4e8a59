//! A routine as a physiotherapist gives it to a patient.

/// A patient's routine with all that a page can show.
pub(crate) const CLINIC: &str = r#"
format = 1
title = "From your physiotherapist"
revision = 3
summary = "Two stretches for the weeks until we see each other again."
author = { name = "A. Physiotherapist", clinic = "Oak Street Clinic", contact = "555 0134" }
schedule = { times_per_day = 2, max_per_day = 3, review_on = 2099-12-20 }
safety = { pain_limit = 3, stop_if = ["numbness in the legs"], not_if = ["recent surgery"] }

[[exercise]]
name = "Single knee to chest"
sides = "each"
position = "floor"
equipment = ["mat"]
prepare = "10s"
hold = "20s"
instructions = ["Lie on your back.", "Draw one knee towards your chest with both hands."]
feel_it_in = "the lower back"
caution = "Never pull against pain."
clinician_note = "Left side first, please."
easier = "Hold behind the thigh."
harder = "Straighten the other leg."
source = "https://www.example.org/knee"

[[exercise]]
name = "Pelvic tilt"
kind = "reps"
reps = 10
optional = true
source = "Clinic sheet 12"
"#;
