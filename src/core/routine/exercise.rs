//! One `[[exercise]]` of a file.

use std::collections::HashSet;
use std::ops::Range;
use std::time::Duration;

use toml::Spanned;

use super::again::{self, Used, not_again};
use super::choices::{DoseKind, KINDS, POSITIONS, REGIONS, SIDES};
use super::count::Count;
use super::figures::Figures;
use super::groups::{self, Groups};
use super::keys;
use super::mistake::Mistake;
use super::section::{Section, inner};
use super::text::{id_or, is_address, is_image_path, link_host};
use super::weeks::Weeks;
use super::{
    Dose, Exercise, Position, Region, Schedule, Side, Sides, SpokenCue, StepDose, Surroundings,
    Tempo, defaults, side_words, spoken, weeks, when,
};
use crate::exercises;
use crate::tables::{Findings, Kind};
use crate::text::shown;

mod dose_of_sides;
mod measured;
mod warnings;

/// The keys of `[defaults]` that say how much is done, and not how long the pauses are.
pub(crate) const OF_DOSE: [&str; 6] = ["hold", "reps", "sets", "sides", "pace", "tempo"];

/// What an exercise, or `[defaults]`, says about the dose and its pauses.
#[derive(Clone, Default)]
pub(super) struct Dosing {
    hold: Option<Spanned<Duration>>,
    reps: Option<Spanned<Count>>,
    sets: Option<Spanned<Count>>,
    sides: Option<Spanned<Sides>>,
    first_side: Option<Spanned<Side>>,
    prepare: Option<Spanned<Duration>>,
    rest: Option<Spanned<Duration>>,
    switch: Option<Spanned<Duration>>,
    rest_between_sets: Option<Spanned<Duration>>,
    rest_after: Option<Spanned<Duration>>,
    pace: Option<Spanned<Duration>>,
    tempo: Option<Spanned<Tempo>>,
    countdown: Option<Spanned<u32>>,
    halfway: Option<Spanned<bool>>,
}

impl Dosing {
    pub(super) fn read(section: &Section<'_>) -> Self {
        Self {
            hold: section.duration("hold"),
            reps: section.count("reps"),
            sets: section.count("sets"),
            sides: section.choice("sides", &SIDES),
            first_side: section.choice("first_side", &Side::CHOICES),
            prepare: section.duration("prepare"),
            rest: section.duration("rest"),
            switch: section.duration("switch"),
            rest_between_sets: section.duration("rest_between_sets"),
            rest_after: section.duration("rest_after"),
            pace: section.duration("pace"),
            tempo: section.tempo("tempo"),
            countdown: section.whole("countdown"),
            halfway: section.flag("halfway"),
        }
    }

    /// Without what is [`OF_DOSE`]: an exercise of the library has its own, and a file's default is meant
    /// for those that it writes out.
    fn pauses(&self) -> Self {
        Self {
            hold: None,
            reps: None,
            sets: None,
            sides: None,
            pace: None,
            tempo: None,
            ..self.clone()
        }
    }

    /// Whether the sides are written in a way that can't be read, which is a mistake of its own.
    fn has_misspelt_sides(&self, section: &Section<'_>) -> bool {
        section.has("sides") && self.sides.is_none()
    }
}

/// What of a file matters to each of its exercises.
pub(super) struct OfFile<'a> {
    pub(super) dosing: &'a Dosing,
    pub(super) schedule: &'a Schedule,
    pub(super) figures: &'a Figures,
    pub(super) groups: &'a Groups,
    pub(super) language: &'a str,
    pub(super) surroundings: &'a Surroundings<'a>,
}

impl OfFile<'_> {
    /// Whether a default of the file may be warned of: once, where it stands, whichever exercises it counts for.
    pub(super) fn has_odd_default(&self) -> bool {
        let hold = self.dosing.hold.as_ref();
        hold.is_some_and(|hold| warnings::is_odd(*hold.get_ref()))
    }
}

/// What the exercise says, or else the file's defaults, or else the format's.
#[expect(
    clippy::ref_option,
    reason = "fields are picked from; `as_ref` at every call would hide what is picked"
)]
fn pick<T: Copy>(own: &Option<Spanned<T>>, file: &Option<Spanned<T>>, format: T) -> T {
    own.as_ref()
        .or(file.as_ref())
        .map_or(format, |value| *value.get_ref())
}

/// An exercise as its own table says it, with what it is held against the others by.
#[derive(Debug, Clone)]
pub(super) struct Alone {
    /// With the id that it would have by itself.
    exercise: Exercise,
    written_id: Option<Spanned<String>>,
    /// Which exercise it uses, as it is written.
    uses: Option<Spanned<String>>,
    /// The first choice of an id where none is written.
    wished_id: String,
    says_sides: bool,
    /// Of the name, of the group, and of the whole table.
    name_span: Range<usize>,
    group_span: Range<usize>,
    span: Range<usize>,
    weeks: Weeks,
}

impl Alone {
    /// Where the person is in it.
    pub(super) fn position(&self) -> Option<Position> {
        self.exercise.position
    }

    /// The circuit that it is a part of.
    pub(super) fn circuit(&self) -> Option<&str> {
        self.exercise.circuit().map(|circuit| circuit.name.as_str())
    }

    /// The same from so many bytes on in the text.
    pub(super) fn from(&self, start: usize) -> Self {
        let from = |span: &Range<usize>| span.start + start..span.end + start;
        let text =
            |text: &Spanned<String>| Spanned::new(from(&text.span()), text.get_ref().clone());
        Self {
            exercise: self.exercise.clone(),
            written_id: self.written_id.as_ref().map(text),
            uses: self.uses.as_ref().map(text),
            wished_id: self.wished_id.clone(),
            says_sides: self.says_sides,
            name_span: from(&self.name_span),
            group_span: from(&self.group_span),
            span: from(&self.span),
            weeks: Weeks {
                from_span: from(&self.weeks.from_span),
                until_span: from(&self.weeks.until_span),
                ..self.weeks
            },
        }
    }
}

/// Reads one exercise. `last` is the one before, and `used` the one of the file that it uses again, if it does.
pub(super) fn read_alone<'a>(
    section: Section<'a>,
    last: Option<&Alone>,
    used: Option<&Used<'a>>,
    file: &OfFile<'_>,
) -> Alone {
    let section = &on_used(section, used, file.language);
    // The id of what is used is one that a file may have twice.
    let written_id = section.has_own("id").then(|| section.id()).flatten();
    let is_of_library = section.has_base() && used.is_none();
    let mut exercise = read_one(section, is_of_library, file);
    let last = last.map(|last| &last.exercise);
    make_time_for_words(section, file.dosing, &mut exercise, last);
    warnings::of_words_without_time(section, &exercise);
    let named = section.has_base().then(|| section.text("use")).flatten();
    let of_name = || id_or(&exercise.name, "exercise");
    let of_used = named.as_ref().map(|id| id.get_ref().clone());
    let wished_id = of_used.unwrap_or_else(of_name);
    // Nearly always the one that it will have: what it says of each side is then shared by all that is read later.
    let id = written_id.as_ref().map_or(&wished_id, |id| id.get_ref());
    let exercise = exercise.called(id);
    Alone {
        wished_id,
        written_id,
        uses: named,
        says_sides: section.has("sides"),
        name_span: section.key_span("name"),
        group_span: section.key_span("group"),
        span: section.span.clone(),
        weeks: Weeks {
            from: exercise.from_week,
            until: exercise.until_week,
            from_span: section.key_span("from_week"),
            until_span: section.key_span("until_week"),
        },
        exercise,
    }
}

/// An exercise with what the one that it names says of it beneath: one of the file, or else of the library.
fn on_used<'a>(section: Section<'a>, used: Option<&Used<'a>>, language: &str) -> Section<'a> {
    let Some(id) = section.text("use") else {
        return section;
    };
    if let Some(used) = used {
        let without = not_again(|key| section.has(key));
        return section.on(used.entries, id.span(), without);
    }
    let Some(entries) = exercises::entries(id.get_ref(), language) else {
        let unknown = shown(id.get_ref());
        section.note(Mistake::ExerciseUnknown { id: unknown }, id.span());
        return section;
    };
    if !exercises::speak(language) {
        let tag = shown(language);
        section.note(Mistake::ExerciseLanguage { tag }, id.span());
    }
    section.on(entries, id.span(), &[])
}

/// The exercises of a file beside each other, each with an id of its own.
pub(super) fn together(
    all: Vec<Alone>,
    file: &OfFile<'_>,
    findings: &Findings<'_, Mistake>,
) -> Vec<Exercise> {
    let mut ids = HashSet::new();
    for id in all.iter().filter_map(|alone| alone.written_id.as_ref()) {
        if !ids.insert(id.get_ref().clone()) {
            let twice = shown(id.get_ref());
            findings.note(Mistake::IdTwice { id: twice }, id.span());
        }
    }
    let named = all.iter();
    let named = named.map(|alone| (alone.uses.as_ref(), alone.written_id.as_ref()));
    again::warn_of_both(named, findings);
    for pair in all.windows(2) {
        warnings::compare_sides(&pair[0], &pair[1], findings);
    }
    let members = all.iter().map(|alone| {
        let group = alone.exercise.group.as_ref();
        (
            group.map(|group| group.name.as_str()),
            alone.group_span.clone(),
        )
    });
    let members: Vec<_> = members.collect();
    file.groups.compare(&members, findings);
    let weeks = all.iter().map(|alone| alone.weeks.clone());
    weeks::note_empty_weeks(weeks, file.schedule, findings);
    let spans: Vec<_> = all.iter().map(|alone| alone.span.clone()).collect();
    let with_id = |alone: Alone| {
        let written = alone.written_id.map(Spanned::into_inner);
        let id = written.unwrap_or_else(|| free_id(&alone.wished_id, &mut ids));
        alone.exercise.called(&id)
    };
    let exercises: Vec<_> = all.into_iter().map(with_id).collect();
    measured::hold_against_limits(&spans, &exercises, findings);
    exercises
}

fn read_one(section: &Section<'_>, is_of_library: bool, of_file: &OfFile<'_>) -> Exercise {
    let OfFile {
        figures,
        surroundings,
        ..
    } = *of_file;
    let text = |key| section.text(key).map(Spanned::into_inner);
    // An exercise of the library that can't be found has its name there.
    let is_lost = section.value("use").is_some() && !section.has_base();
    let name = if is_lost {
        section.text("name")
    } else {
        section.required_text("name")
    };
    let name = name.map(Spanned::into_inner).unwrap_or_default();
    let own = Dosing::read(section);
    let pauses = is_of_library.then(|| of_file.dosing.pauses());
    let file = pauses.as_ref().unwrap_or(of_file.dosing);
    let (dose, tempo) = read_dose(section, &own, file);
    let sets = sets_of(&own, file);
    let sides = sides_of(section, &own, file);
    let (from_week, until_week) = when::read_weeks(section, of_file.schedule);
    let halfway = matches!(dose, Dose::Hold { hold, .. } if defaults::halfway(hold));
    let exercise = Exercise {
        id: String::new(),
        figure: figures.named_by(section),
        position: section
            .choice("position", &POSITIONS)
            .map(Spanned::into_inner),
        equipment: inner(section.texts("equipment")),
        regions: read_regions(section),
        instructions: inner(section.texts("instructions")),
        feel_it_in: text("feel_it_in"),
        caution: text("caution"),
        clinician_note: text("clinician_note"),
        group: of_file.groups.named_by(section),
        dose,
        tempo,
        load: text("load"),
        more_reps: more_reps(dose, &own, file),
        sets: sets.least,
        more_sets: sets.more(),
        sides,
        first_side: pick(&own.first_side, &file.first_side, defaults::FIRST_SIDE),
        prepare: pick(&own.prepare, &file.prepare, defaults::PREPARE),
        prepare_is_written: is_written(section, "prepare", file.prepare.as_ref()),
        rest: pick(&own.rest, &file.rest, defaults::REST),
        switch: pick(&own.switch, &file.switch, defaults::SWITCH),
        more_at_first_switch: Duration::ZERO,
        rest_between_sets: pick(
            &own.rest_between_sets,
            &file.rest_between_sets,
            defaults::REST_BETWEEN_SETS,
        ),
        rest_after: pick(&own.rest_after, &file.rest_after, defaults::REST_AFTER),
        countdown: pick(&own.countdown, &file.countdown, defaults::COUNTDOWN),
        halfway: pick(&own.halfway, &file.halfway, halfway),
        halfway_is_written: own.halfway.is_some() || file.halfway.is_some(),
        say: text("say"),
        cues: Vec::new(),
        easier: text("easier"),
        harder: text("harder"),
        optional: section.flag("optional").is_some_and(Spanned::into_inner),
        steps: Vec::new(),
        rhythm: when::read_rhythm(section, of_file.schedule),
        from_week,
        until_week,
        image: read_image(section, surroundings),
        image_alt: text("image_alt"),
        source: read_source(section),
        of_side_alone: StepDose::default(),
        in_words_of: None,
        name,
    };
    let mut exercise = Exercise {
        cues: read_cues(section, exercise.step_length()),
        ..exercise
    };
    exercise.steps = weeks::read(section, &exercise, of_file.schedule);
    warnings::of_braces(section, &own, &exercise);
    exercise.name_limbs();
    dose_of_sides::read(section, &own, file, &mut exercise);
    let exercise = groups::join(section, exercise);
    warnings::of_dose(section, &own, file, &exercise);
    warnings::of_idle_sides(section, &own, &exercise);
    // With `sets = 1` written out, a rest between sets is no mistake: templates list every key.
    if exercise.is_in_one_set() && own.sets.is_none() && section.has_own("rest_between_sets") {
        let span = section.key_span("rest_between_sets");
        section.note(Mistake::NoEffectInOneSet, span);
    }
    warnings::of_sides_alike(section, &own, figures, &exercise);
    warnings::of_position(section, figures, &exercise);
    if !own.has_misspelt_sides(section) {
        let sides = own.sides.as_ref().or(file.sides.as_ref());
        side_words::warn(
            section,
            of_file.language,
            sides.map(|sides| *sides.get_ref()),
        );
    }
    exercise
}

/// The first id that is wished for; `-2`, `-3` and so on after one that is taken.
fn free_id(first: &str, taken: &mut HashSet<String>) -> String {
    let mut id = first.to_owned();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{first}-{number}");
        number += 1;
    }
    id
}

fn read_regions(section: &Section<'_>) -> Vec<Region> {
    let mut regions = section.choices("regions", &REGIONS);
    regions.sort_unstable();
    regions.dedup();
    regions
}

/// The kind of dose that an exercise of the library is given by what is written over its own.
fn kind_over_library(section: &Section<'_>) -> Option<DoseKind> {
    let is_its_own = !section.has_base() || section.has_own("kind");
    let kinds = [
        ("tempo", DoseKind::Reps),
        ("pace", DoseKind::Reps),
        ("time", DoseKind::Time),
        ("hold", DoseKind::Hold),
    ];
    let written = kinds.into_iter().find(|(key, _)| section.has_own(key));
    written.map(|(_, kind)| kind).filter(|_| !is_its_own)
}

/// With the parts of a repetition, where it is one at a pace that has any.
fn read_dose(section: &Section<'_>, own: &Dosing, file: &Dosing) -> (Dose, Tempo) {
    let written = section.choice("kind", &KINDS).map(Spanned::into_inner);
    // What has a tempo is repeated.
    let implied = match own.tempo {
        Some(_) => DoseKind::Reps,
        None if section.has("time") => DoseKind::Time,
        None => DoseKind::Hold,
    };
    let kind = kind_over_library(section).or(written).unwrap_or(implied);
    let (name, idle): (_, &[&'static str]) = match kind {
        // With `kind = "hold"` written out, an idle pace is no mistake: templates list every key.
        // Without a kind, a pace suggests that `kind = "reps"` was forgotten.
        DoseKind::Hold if written.is_some() => ("hold", &["tempo", "time"]),
        DoseKind::Hold => ("hold", &["pace"]),
        DoseKind::Reps => ("reps", &["hold", "time", "rest", "halfway"]),
        DoseKind::Time => (
            "time",
            &["hold", "reps", "pace", "tempo", "rest", "halfway"],
        ),
        DoseKind::Open => (
            "open",
            &[
                "hold",
                "reps",
                "pace",
                "tempo",
                "time",
                "rest",
                "countdown",
                "halfway",
            ],
        ),
    };
    for &key in idle.iter().filter(|key| section.has_own(key)) {
        let mistake = Mistake::NoEffect { key, kind: name };
        section.note(mistake, section.key_span(key));
    }
    let reps = reps_of(own, file).least;
    let dose = match kind {
        DoseKind::Hold => Dose::Hold {
            hold: pick(&own.hold, &file.hold, defaults::HOLD),
            reps,
        },
        DoseKind::Reps => {
            let tempo = tempo_of(section, own, file);
            let pace = if tempo.is_empty() {
                pick(&own.pace, &file.pace, defaults::PACE)
            } else {
                tempo.length()
            };
            return (Dose::Paced { reps, pace }, tempo);
        }
        DoseKind::Time => Dose::Timed {
            time: section
                .duration("time")
                .map_or(defaults::TIME, Spanned::into_inner),
        },
        DoseKind::Open => Dose::Open,
    };
    (dose, Tempo::default())
}

fn reps_of(own: &Dosing, file: &Dosing) -> Count {
    pick(&own.reps, &file.reps, Count::of(defaults::REPS))
}

fn sets_of(own: &Dosing, file: &Dosing) -> Count {
    pick(&own.sets, &file.sets, Count::of(defaults::SETS))
}

fn more_reps(dose: Dose, own: &Dosing, file: &Dosing) -> u32 {
    dose.reps().map_or(0, |_| reps_of(own, file).more())
}

/// What has a dose for a side is done on each.
fn sides_of(section: &Section<'_>, own: &Dosing, file: &Dosing) -> Sides {
    let sides = pick(&own.sides, &file.sides, defaults::SIDES);
    let names_sides = ["left", "right"].iter().any(|side| section.has(side));
    if sides == Sides::None && names_sides && !section.has("sides") {
        Sides::Each
    } else {
        sides
    }
}

/// A pace counts more than the tempo of what lies beneath it: the file's, or that of the library.
fn tempo_of(section: &Section<'_>, own: &Dosing, file: &Dosing) -> Tempo {
    let [has_tempo, has_pace] = ["tempo", "pace"].map(|key| section.has_own(key));
    if has_tempo && has_pace {
        section.note(Mistake::NoEffectBesideTempo, section.key_span("pace"));
    }
    if has_pace && !has_tempo {
        return Tempo::default();
    }
    let of_file = file.tempo.as_ref().filter(|_| own.pace.is_none());
    let tempo = own.tempo.as_ref().or(of_file);
    tempo
        .map(|tempo| tempo.get_ref().clone())
        .unwrap_or_default()
}

fn read_image(section: &Section<'_>, surroundings: &Surroundings<'_>) -> Option<String> {
    let path = section.text("image")?;
    if !is_image_path(path.get_ref()) {
        section.note(Mistake::ImagePath, path.span());
        return None;
    }
    match (surroundings.image)(path.get_ref()) {
        Ok(()) => Some(path.into_inner()),
        Err(fault) => {
            section.note(Mistake::Image(fault), path.span());
            None
        }
    }
}

fn read_source(section: &Section<'_>) -> Option<String> {
    let source = section.text("source")?;
    if is_address(source.get_ref()) && link_host(source.get_ref()).is_none() {
        section.note(Mistake::LinkForm, source.span());
        return None;
    }
    Some(source.into_inner())
}

/// `end` is that of a step of work; an open one has none.
fn read_cues(section: &Section<'_>, end: Option<Duration>) -> Vec<SpokenCue> {
    let cue = |cue: Section<'_>| {
        let at = cue.need("at").and_then(|_| cue.duration("at"));
        let say = cue.required_text("say");
        if let (Some(at), Some(end)) = (&at, end)
            && *at.get_ref() > end
        {
            let mistake = Mistake::CueAfterEnd {
                at: at.get_ref().as_secs(),
                end: end.as_secs(),
            };
            cue.note(mistake, at.span());
        }
        Some(SpokenCue {
            at: at?.into_inner(),
            say: say?.into_inner(),
        })
    };
    let items = section.value("cue").and_then(|cue| cue.list(Kind::Tables));
    let mut cues: Vec<_> = items
        .unwrap_or_default()
        .into_iter()
        .filter_map(|item| item.table_of_list(&keys::CUE))
        .filter_map(cue)
        .collect();
    cues.sort_by_key(|cue| cue.at);
    cues
}

/// Where nothing is written of getting ready and of changing sides, both last as long as the words
/// that are said then; where it is written, warns if they last longer. A written 0 is meant: they are
/// said in the holds then. `last` is the exercise before.
fn make_time_for_words(
    section: &Section<'_>,
    file: &Dosing,
    exercise: &mut Exercise,
    last: Option<&Exercise>,
) {
    if exercise.prepare_is_written {
        let is_explained = spoken::how(exercise).next().is_some();
        let words = is_explained.then(|| spoken::before(exercise, last));
        warnings::of_short_time(section, "prepare", exercise.prepare, words, exercise);
    } else {
        exercise.prepare = spoken::prepare(exercise, last);
    }
    if is_written(section, "switch", file.switch.as_ref()) {
        // Between repetitions at a pace there is none.
        let words = spoken::at_switch(exercise).filter(|_| !exercise.alternates_at_pace());
        warnings::of_short_time(section, "switch", exercise.switch, words, exercise);
    } else {
        exercise.more_at_first_switch = spoken::switch(exercise).saturating_sub(exercise.switch);
    }
}

/// Whether the exercise or the file says how long something lasts. Of what can't be read there is no more to say.
fn is_written(section: &Section<'_>, key: &'static str, file: Option<&Spanned<Duration>>) -> bool {
    if section.has(key) {
        section.has_length(key)
    } else {
        file.is_some()
    }
}
