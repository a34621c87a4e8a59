//! What is different between two versions of a routine, a sentence each.
//!
//! For an author before a new version is saved, and for whoever gets one. Exercises are told apart by their ids:
//! one that has another name and is otherwise the same is not a new one.

mod dose;
mod groups;
mod told;
mod weeks;

use std::time::Duration;

pub use self::told::Telling;
use self::told::{label, word};
use jiff::civil::Weekday;

use crate::dates;
use crate::lengths;
use crate::message::{Arg, List, Message};
use crate::routine::spoken;
use crate::routine::{
    Author, Dose, Exercise, Position, Region, Routine, Safety, Schedule, Tempo, defaults, tempo,
};

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The name of the exercise that it is about, as it is now, or that of a group of them.
    pub exercise: Option<String>,
    pub what: What,
}

/// What is different.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The exercise is new.
    Added,
    /// The exercise is no longer there.
    Removed,
    /// The exercise comes at another point among the others.
    Moved,
    /// The exercise had this name.
    Renamed { before: String },
    /// What a key says in a word or a number.
    Value {
        /// Its part and its name: `exercise.hold`.
        field: &'static str,
        before: Option<Arg>,
        after: Option<Arg>,
    },
    /// What a key says in sentences, or shows.
    Text {
        field: &'static str,
        was: bool,
        is: bool,
        /// What it says now, where that is short.
        text: Option<String>,
    },
    /// One of a list.
    Item {
        field: &'static str,
        item: String,
        is: bool,
    },
}

impl Change {
    /// Whether it is about when to stop, or when not to begin.
    pub fn is_of_safety(&self) -> bool {
        match self.what {
            What::Value { field, .. } | What::Text { field, .. } | What::Item { field, .. } => {
                field.starts_with("safety.")
            }
            _ => false,
        }
    }
}

/// All that is different for the person who does the routine, in the order in which the routine tells it. The
/// number of the version, its date and the ids are not.
pub fn between(before: &Routine, after: &Routine) -> Vec<Change> {
    let mut notes = Notes::default();
    of_routine(before, after, &mut notes);
    let mut changes = notes.of(None);
    changes.extend(groups::between(before, after));
    changes.extend(of_exercises(before, after));
    changes
}

/// What is different in one exercise, or in the routine around them.
#[derive(Default)]
struct Notes {
    all: Vec<What>,
}

impl Notes {
    fn of(self, exercise: Option<&str>) -> Vec<Change> {
        let all = self.all.into_iter();
        let change = |what| Change {
            exercise: exercise.map(str::to_owned),
            what,
        };
        all.map(change).collect()
    }

    fn value<T: PartialEq>(
        &mut self,
        field: &'static str,
        (before, after): (Option<T>, Option<T>),
        said: impl Fn(T) -> Arg,
    ) {
        if before != after {
            let (before, after) = (before.map(&said), after.map(&said));
            self.all.push(What::Value {
                field,
                before,
                after,
            });
        }
    }

    fn number(&mut self, field: &'static str, before: u32, after: u32) {
        self.value(field, (Some(before), Some(after)), Arg::from);
    }

    fn length(&mut self, field: &'static str, before: Duration, after: Duration) {
        let said = |length| lengths::exact(length).into();
        self.value(field, (Some(before), Some(after)), said);
    }

    fn flag(&mut self, field: &'static str, before: bool, after: bool) {
        let said = |flag| word(if flag { "yes" } else { "no" });
        self.value(field, (Some(before), Some(after)), said);
    }

    fn text(&mut self, field: &'static str, before: Option<&String>, after: Option<&String>) {
        /// In letters. What is longer is read where it stands.
        const SHORT: usize = 200;
        let is_short = |text: &&String| text.chars().count() <= SHORT;
        if before != after {
            self.all.push(What::Text {
                field,
                was: before.is_some(),
                is: after.is_some(),
                text: after.filter(is_short).cloned(),
            });
        }
    }

    /// What it says is for no person.
    fn path(&mut self, field: &'static str, before: Option<&String>, after: Option<&String>) {
        self.shown(field, before != after, before.is_some(), after.is_some());
    }

    fn shown(&mut self, field: &'static str, is_other: bool, was: bool, is: bool) {
        if is_other {
            self.all.push(What::Text {
                field,
                was,
                is,
                text: None,
            });
        }
    }

    fn texts<T: PartialEq>(&mut self, field: &'static str, before: &[T], after: &[T]) {
        let is_other = before != after;
        self.shown(field, is_other, !before.is_empty(), !after.is_empty());
    }

    /// Each of a list whose order says nothing.
    fn items(&mut self, field: &'static str, before: &[String], after: &[String]) {
        let new = after.iter().filter(|item| !before.contains(item));
        let new = new.map(|item| (item, true));
        let gone = before.iter().filter(|item| !after.contains(item));
        let gone = gone.map(|item| (item, false));
        self.all
            .extend(new.chain(gone).map(|(item, is)| What::Item {
                field,
                item: item.clone(),
                is,
            }));
    }
}

// Each function takes its kind apart whole: a new field of it has to be given its place here.

fn of_routine(before: &Routine, after: &Routine, notes: &mut Notes) {
    let Routine {
        id: _,
        id_is_written: _,
        revision: _,
        title,
        summary,
        language,
        updated: _,
        tags,
        author,
        schedule,
        safety,
        exercises: _,
        figures: _,
        sha256: _,
        due_of_whole: _,
    } = before;
    let text = |text: &str| Arg::from(text);
    notes.value("routine.title", (Some(&**title), Some(&*after.title)), text);
    notes.text("routine.summary", summary.as_ref(), after.summary.as_ref());
    let languages = (Some(&**language), Some(&*after.language));
    notes.value("routine.language", languages, text);
    notes.items("routine.tags", tags, &after.tags);
    of_author(author.as_ref(), after.author.as_ref(), notes);
    of_schedule(schedule, &after.schedule, notes);
    of_safety(safety, &after.safety, notes);
}

fn of_author(before: Option<&Author>, after: Option<&Author>, notes: &mut Notes) {
    let nobody = Author::default();
    let (before, after) = (before.unwrap_or(&nobody), after.unwrap_or(&nobody));
    let Author {
        name,
        role,
        clinic,
        contact,
    } = before;
    for (field, before, after) in [
        ("author.name", name, &after.name),
        ("author.role", role, &after.role),
        ("author.clinic", clinic, &after.clinic),
        ("author.contact", contact, &after.contact),
    ] {
        let said = |text: &String| Arg::from(text.as_str());
        notes.value(field, (before.as_ref(), after.as_ref()), said);
    }
}

fn of_schedule(before: &Schedule, after: &Schedule, notes: &mut Notes) {
    let Schedule {
        times_per_day: _,
        max_per_day,
        days,
        days_per_week,
        days_between,
        first_day,
        weeks,
        last_day,
        afterwards,
        at,
        review_on,
    } = before;
    let times = (before.times_a_day(), after.times_a_day());
    notes.number("schedule.times_per_day", times.0, times.1);
    notes.value(
        "schedule.max_per_day",
        (*max_per_day, after.max_per_day),
        Arg::from,
    );
    let days = (Some(&**days), Some(&*after.days));
    notes.value("schedule.days", days, said_days);
    let at = (some(at), some(&after.at));
    notes.value("schedule.at", at, |times| {
        let times = times.iter().map(|time| time.strftime("%H:%M").to_string());
        List::And.of(times)
    });
    let days_a_week = (*days_per_week, after.days_per_week);
    notes.value("schedule.days_per_week", days_a_week, Arg::from);
    let between = (*days_between, after.days_between);
    notes.value("schedule.days_between", between, Arg::from);
    notes.value("schedule.weeks", (*weeks, after.weeks), Arg::from);
    for (field, dates) in [
        ("schedule.first_day", (*first_day, after.first_day)),
        ("schedule.last_day", (*last_day, after.last_day)),
        ("schedule.review_on", (*review_on, after.review_on)),
    ] {
        notes.value(field, dates, |date| dates::in_words(date).into());
    }
    let afterwards = (afterwards.as_ref(), after.afterwards.as_ref());
    let said = |text: &String| Arg::from(text.as_str());
    notes.value("schedule.afterwards", afterwards, said);
}

fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn said_days(days: &[Weekday]) -> Arg {
    if days.is_empty() {
        return word("every_day");
    }
    dates::days_in_words(days)
}

fn of_safety(before: &Safety, after: &Safety, notes: &mut Notes) {
    let Safety {
        pain_limit,
        stop_if,
        not_if,
    } = before;
    let limits = (*pain_limit, after.pain_limit);
    notes.value("safety.pain_limit", limits, |limit| u32::from(limit).into());
    notes.items("safety.stop_if", stop_if, &after.stop_if);
    notes.items("safety.not_if", not_if, &after.not_if);
}

/// An exercise of each version that is the same one, by their places.
type Pair = (usize, usize);

fn of_exercises(before: &Routine, after: &Routine) -> Vec<Change> {
    let pairs = pairs(&before.exercises, &after.exercises);
    let staying = staying(&pairs);
    let change = |name: &str, what| Change {
        exercise: Some(name.to_owned()),
        what,
    };
    let mut changes = Vec::new();
    for (place, exercise) in after.exercises.iter().enumerate() {
        let Some(pair) = pairs.iter().find(|pair| pair.1 == place) else {
            changes.push(change(&exercise.name, What::Added));
            continue;
        };
        if !staying.contains(pair) {
            changes.push(change(&exercise.name, What::Moved));
        }
        let mut notes = Notes::default();
        of_exercise((before, pair.0), (after, place), &mut notes);
        changes.extend(notes.of(Some(&exercise.name)));
    }
    for (place, exercise) in before.exercises.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.0 == place) {
            changes.push(change(&exercise.name, What::Removed));
        }
    }
    changes
}

fn pairs(before: &[Exercise], after: &[Exercise]) -> Vec<Pair> {
    let by_id = after.iter().enumerate().filter_map(|(place, exercise)| {
        let same = before.iter().position(|other| other.id == exercise.id)?;
        Some((same, place))
    });
    let mut pairs: Vec<Pair> = by_id.collect();
    // Without an id of its own it has that of its name.
    for (place, exercise) in after.iter().enumerate() {
        if pairs.iter().any(|pair| pair.1 == place) {
            continue;
        }
        let is_free = |place: usize| !pairs.iter().any(|pair| pair.0 == place);
        let mut others = before.iter().enumerate();
        let same = others.find(|(place, other)| is_free(*place) && is_renamed(other, exercise));
        if let Some((other, _)) = same {
            pairs.push((other, place));
        }
    }
    pairs.sort_by_key(|pair| pair.1);
    pairs
}

fn is_renamed(before: &Exercise, after: &Exercise) -> bool {
    before.figure == after.figure
        && before.dose == after.dose
        && before.sides == after.sides
        && before.instructions == after.instructions
}

/// The most pairs that are in the same order in both versions: the others were moved.
fn staying(pairs: &[Pair]) -> Vec<Pair> {
    // For each pair the longest such row that ends with it, and the pair before it there.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let earlier = rows.iter().enumerate();
        let earlier = earlier.filter(|(other, _)| pairs[*other].0 < pair.0);
        let longest = earlier.max_by_key(|(other, row)| (row.0, at - other));
        rows.push(longest.map_or((1, None), |(other, row)| (row.0 + 1, Some(other))));
    }
    let last = rows.iter().enumerate().max_by_key(|(_, row)| row.0);
    let mut next = last.map(|(at, _)| at);
    let mut staying = Vec::new();
    while let Some(at) = next {
        staying.push(pairs[at]);
        next = rows[at].1;
    }
    staying
}

fn of_exercise(before: (&Routine, usize), after: (&Routine, usize), notes: &mut Notes) {
    let (a, b) = (&before.0.exercises[before.1], &after.0.exercises[after.1]);
    let Exercise {
        id: _,
        name,
        // Compared in `of_pictures`.
        figure: _,
        image: _,
        image_alt: _,
        position,
        equipment,
        regions,
        instructions,
        feel_it_in,
        caution,
        clinician_note,
        group: _,
        // Compared in `dose`.
        dose: _,
        tempo: _,
        load: _,
        more_reps: _,
        sets: _,
        more_sets: _,
        sides: _,
        first_side: _,
        // Compared in `of_pauses`.
        prepare: _,
        rest: _,
        switch: _,
        more_at_first_switch: _,
        rest_between_sets: _,
        rest_after: _,
        prepare_is_written: _,
        halfway_is_written: _,
        rhythm,
        // Compared in `weeks`.
        steps: _,
        from_week: _,
        until_week: _,
        countdown,
        halfway,
        say,
        cues,
        easier,
        harder,
        optional,
        source,
        of_side_alone: _,
        in_words_of: _,
    } = a;
    if *name != b.name {
        let before = name.clone();
        notes.all.push(What::Renamed { before });
    }
    let [was, is] = [a, b].map(|of| of.group.as_deref());
    let former = is.and_then(|is| groups::former(before.0, after.0, is));
    let is_same_group = was.is_some() && former == was;
    let are_rounds = is_same_group && a.circuit().is_some() && b.circuit().is_some();
    dose::compare(a, b, are_rounds, notes);
    // It goes along with a group that has another name now.
    if !is_same_group {
        let names = [was, is].map(|group| group.map(|group| group.name.as_str()));
        notes.value("exercise.group", names.into(), Arg::from);
    }
    of_pauses(before, after, notes);
    notes.texts("exercise.instructions", instructions, &b.instructions);
    of_pictures(before, after, notes);
    notes.value("exercise.position", (*position, b.position), said_position);
    notes.items("exercise.equipment", equipment, &b.equipment);
    notes.texts::<Region>("exercise.regions", regions, &b.regions);
    for (field, before, after) in [
        ("exercise.feel_it_in", feel_it_in, &b.feel_it_in),
        ("exercise.caution", caution, &b.caution),
        ("exercise.clinician_note", clinician_note, &b.clinician_note),
        ("exercise.easier", easier, &b.easier),
        ("exercise.harder", harder, &b.harder),
        ("exercise.say", say, &b.say),
        ("exercise.source", source, &b.source),
    ] {
        notes.text(field, before.as_ref(), after.as_ref());
    }
    notes.texts("exercise.cue", cues, &b.cues);
    weeks::compare(a, b, notes);
    weeks::compare_rhythm(rhythm.as_ref(), b.rhythm.as_ref(), notes);
    notes.flag("exercise.optional", *optional, b.optional);
    notes.number("exercise.countdown", *countdown, b.countdown);
    if !(is_as_usual(a) && is_as_usual(b)) {
        notes.flag("exercise.halfway", *halfway, b.halfway);
    }
}

fn of_pictures(before: (&Routine, usize), after: (&Routine, usize), notes: &mut Notes) {
    let (a, b) = (&before.0.exercises[before.1], &after.0.exercises[after.1]);
    let is_drawn_anew = before.0.figure_of(a) != after.0.figure_of(b);
    let is_other = a.figure != b.figure || is_drawn_anew;
    notes.shown(
        "exercise.figure",
        is_other,
        a.figure.is_some(),
        b.figure.is_some(),
    );
    notes.path("exercise.image", a.image.as_ref(), b.image.as_ref());
    notes.text(
        "exercise.image_alt",
        a.image_alt.as_ref(),
        b.image_alt.as_ref(),
    );
}

fn of_pauses(before: (&Routine, usize), after: (&Routine, usize), notes: &mut Notes) {
    let (a, b) = (&before.0.exercises[before.1], &after.0.exercises[after.1]);
    notes.length("exercise.rest", a.rest, b.rest);
    notes.length("exercise.switch", a.switch, b.switch);
    if a.circuit().is_none() && b.circuit().is_none() {
        notes.length(
            "exercise.rest_between_sets",
            a.rest_between_sets,
            b.rest_between_sets,
        );
    }
    notes.length("exercise.rest_after", a.rest_after, b.rest_after);
    // As long as the words take, unless the author says otherwise.
    if !(is_as_long_as_words(before) && is_as_long_as_words(after)) {
        notes.length("exercise.prepare", a.prepare, b.prepare);
    }
}

fn is_as_long_as_words((routine, place): (&Routine, usize)) -> bool {
    let last = place.checked_sub(1).map(|last| &routine.exercises[last]);
    let exercise = &routine.exercises[place];
    exercise.prepare == spoken::prepare(exercise, last)
}

/// Whether the middle of a hold is sounded as it is without a word from the author.
fn is_as_usual(exercise: &Exercise) -> bool {
    let usual = matches!(exercise.dose, Dose::Hold { hold, .. } if defaults::halfway(hold));
    exercise.halfway == usual
}

fn said_tempo(tempo: &Tempo) -> Arg {
    let part = |part: &tempo::Part| {
        Message::new("change-part")
            .with("field", word(&format!("way.{}", part.way.word())))
            .with("value", lengths::exact(part.length))
    };
    List::Parts.of(tempo.parts().iter().map(part))
}

fn said_position(position: Position) -> Arg {
    word(match position {
        Position::Floor => "position.floor",
        Position::Seated => "position.seated",
        Position::Standing => "position.standing",
    })
}

#[cfg(test)]
mod tests;
