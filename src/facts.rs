//! A routine and its exercises, in words.

mod short;
mod when;

use crate::figure::{Figure, Purpose};
use crate::lengths;
use crate::routine::tempo::Way;
use crate::routine::{
    Author, Dose, Exercise, ExerciseGroup, Position, Region, Routine, Side, Sides, Tempo, tempo,
};
use crate::words::{Arg, List, Message, Words};
use std::sync::Arc;

pub use self::short::short_dose;
pub use self::when::{
    date, day_it_was, day_of_any_year, length_of_programme, programme, rhythm, schedule,
    steps_after, time_of_day, weekday_id, weeks, when_it_comes, when_it_was,
};

/// Length of a routine in whole minutes, at least one.
pub fn minutes(routine: &Routine) -> u64 {
    routine.size().minutes()
}

/// The line below a routine's name: how long, where, how much; of a routine that somebody gave to
/// the person, its revision and its author.
pub fn of_card(words: &Words, routine: &Routine, shipped: bool) -> String {
    let minutes = Message::new("facts-minutes").with("minutes", minutes(routine));
    let mut parts = vec![words.message(&minutes)];
    let from = routine.author.as_ref().and_then(author_in_short);
    if let Some(from) = from.filter(|_| !shipped) {
        parts.push(revision(words, routine));
        parts.push(from.to_owned());
    } else {
        let id = if is_all_stretches(routine) {
            "facts-stretches"
        } else {
            "facts-exercises"
        };
        let count = Message::new(id).with("count", routine.exercises.len());
        parts.extend(positions(words, routine));
        parts.push(words.message(&count));
    }
    words.list(List::Facts, parts)
}

/// Whether all of a routine is stretching: each exercise is held, and its figure shows a stretch. Its
/// parts are called stretches then, and exercises otherwise.
pub fn is_all_stretches(routine: &Routine) -> bool {
    routine.exercises.iter().all(|exercise| {
        let figure = routine.figure_of(exercise);
        let is_held = matches!(exercise.dose, Dose::Hold { .. });
        is_held && figure.is_some_and(|figure| figure.purpose() == Purpose::Stretch)
    })
}

/// The routine's title, with its `file` where another routine has the same title.
pub fn title(words: &Words, routine: &Routine, file: Option<&str>) -> String {
    let Some(file) = file else {
        return routine.title.clone();
    };
    let message = Message::new("facts-title-of-file").with("title", routine.title.as_str());
    words.message(&message.with("file", file))
}

/// Which revision of the routine it is, as its author counts.
pub fn revision(words: &Words, routine: &Routine) -> String {
    words.message(&Message::new("facts-revision").with("revision", routine.revision))
}

fn author_in_short(author: &Author) -> Option<&str> {
    author.clinic.as_deref().or(author.name.as_deref())
}

/// Who prescribed the routine, with all that the file says.
pub fn author(words: &Words, author: &Author) -> String {
    let parts = [&author.name, &author.role, &author.clinic, &author.contact];
    words.list(List::Parts, parts.into_iter().flatten())
}

/// Whom to ask about a routine, where its file says how.
pub fn contact(routine: &Routine) -> Option<Message> {
    let author = routine.author.as_ref()?;
    let contact = author.contact.as_deref()?;
    Some(match author.name.as_deref().or(author.clinic.as_deref()) {
        Some(name) => Message::new("hurts-contact-of")
            .with("name", name)
            .with("contact", contact),
        None => Message::new("hurts-contact").with("contact", contact),
    })
}

/// Advice that ends with whom to ask: the routine's author, where the file says how.
pub fn ask_first(advice: &'static str, routine: &Routine) -> Message {
    let whom = match contact(routine) {
        Some(_) => "author",
        None => "doctor",
    };
    Message::new(advice).with("whom", whom)
}

/// Where the person will be, each place once.
pub fn positions(words: &Words, routine: &Routine) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for position in routine
        .exercises
        .iter()
        .filter_map(|exercise| exercise.position)
    {
        let name = words.get(self::position(position));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| words.list(List::And, names))
}

/// The name of where an exercise is done.
pub fn position(position: Position) -> &'static str {
    match position {
        Position::Floor => "facts-floor",
        Position::Seated => "facts-seated",
        Position::Standing => "facts-standing",
    }
}

/// The name of what an exercise is for.
pub fn region(region: Region) -> &'static str {
    match region {
        Region::Neck => "facts-neck",
        Region::Shoulder => "facts-shoulder",
        Region::Elbow => "facts-elbow",
        Region::WristHand => "facts-wrist-hand",
        Region::UpperBack => "facts-upper-back",
        Region::LowerBack => "facts-lower-back",
        Region::Trunk => "facts-trunk",
        Region::Hip => "facts-hip",
        Region::Knee => "facts-knee",
        Region::AnkleFoot => "facts-ankle-foot",
        Region::Balance => "facts-balance",
        Region::Breathing => "facts-breathing",
    }
}

/// What to have ready, each thing once.
pub fn equipment(routine: &Routine) -> Vec<&str> {
    let mut things: Vec<&str> = Vec::new();
    for thing in routine
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.equipment)
    {
        if !things.contains(&thing.as_str()) {
            things.push(thing);
        }
    }
    things
}

/// What an exercise is for, as far as its words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Felt in a place.
    Stretch,
    /// Worked with a place.
    Strength,
    Balance,
}

impl Aim {
    /// By the regions and the figure of an exercise; what is shown by none is for strength if it has a
    /// load or a tempo.
    pub fn of(routine: &Routine, exercise: &Exercise) -> Self {
        Self::shown_by(routine.figure_of(exercise), exercise)
    }

    /// The same of an exercise that this figure shows, if one does.
    pub fn shown_by(figure: Option<&Figure>, exercise: &Exercise) -> Self {
        if exercise.regions.contains(&Region::Balance) {
            return Self::Balance;
        }
        let is_strength = match figure {
            Some(figure) => figure.purpose() == Purpose::Strength,
            None => exercise.load.is_some() || !exercise.tempo.is_empty(),
        };
        if is_strength {
            Self::Strength
        } else {
            Self::Stretch
        }
    }

    /// By which a text chooses its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stretch => "stretch",
            Self::Strength => "strength",
            Self::Balance => "balance",
        }
    }
}

/// To stop if it hurts; with what a stretch feels like, if any of the routines has one.
pub fn gently<'r>(mut routines: impl Iterator<Item = &'r Routine>) -> Message {
    let has_stretch = |routine: &Routine| {
        let mut exercises = routine.exercises.iter();
        exercises.any(|exercise| Aim::of(routine, exercise) == Aim::Stretch)
    };
    let stretches = if routines.any(has_stretch) {
        "yes"
    } else {
        "no"
    };
    Message::new("today-gentle").with("stretches", stretches)
}

/// The dose of an exercise: how often, how long, on which sides, with which load.
pub fn dose(words: &Words, exercise: &Exercise) -> String {
    let mut parts = Vec::new();
    if exercise.has_dose_of_sides() {
        let first = exercise.first_side;
        parts.extend([first, first.other()].map(|side| dose_of_side(words, exercise, side)));
    } else {
        parts.push(how_much(words, exercise));
        parts.extend(sides(exercise).map(|id| words.get(id)));
        parts.extend(sets(words, exercise));
    }
    parts.extend(exercise.load.clone());
    words.list(List::Parts, parts)
}

/// The dose of an exercise in one round of its circuit.
pub fn dose_in_round(words: &Words, exercise: &Exercise) -> String {
    let mut exercise = exercise.clone();
    let sides = exercise.in_words_of.take().map(|sides| {
        let [left, right] = Arc::unwrap_or_clone(sides);
        Arc::new([in_one_set(left), in_one_set(right)])
    });
    exercise.in_words_of = sides;
    dose(words, &in_one_set(exercise))
}

fn in_one_set(exercise: Exercise) -> Exercise {
    Exercise {
        sets: 1,
        more_sets: 0,
        ..exercise
    }
}

/// The dose of one side: "left 10 times, hold 5 seconds".
pub fn dose_of_side(words: &Words, exercise: &Exercise, side: Side) -> String {
    let exercise = exercise.on(Some(side));
    let parts = [Some(how_much(words, exercise)), sets(words, exercise)];
    let dose = words.list(List::Parts, parts.into_iter().flatten());
    let message = Message::new("facts-dose-of-side").with("side", side_key(Some(side)));
    words.message(&message.with("dose", dose))
}

/// One set of it on one side.
fn how_much(words: &Words, exercise: &Exercise) -> String {
    let more = exercise.more_reps;
    words.message(&match exercise.dose {
        Dose::Hold { hold, reps } => Message::new("facts-dose-hold")
            .with("reps", from_to(reps, more))
            .with("time", lengths::exact(hold)),
        Dose::Paced { reps, .. } if !exercise.tempo.is_empty() => Message::new("facts-dose-tempo")
            .with("reps", from_to(reps, more))
            .with("tempo", tempo(words, &exercise.tempo)),
        Dose::Paced { reps, pace } => Message::new("facts-dose-paced")
            .with("reps", from_to(reps, more))
            .with("time", lengths::exact(pace)),
        Dose::Timed { time } => Message::new("facts-dose-timed").with("time", lengths::exact(time)),
        Dose::Open => Message::new("facts-dose-open"),
    })
}

/// A number, or "8 to 12" where so many more may be done.
pub fn from_to(number: u32, more: u32) -> Arg {
    if more == 0 {
        return number.into();
    }
    let range = Message::new("facts-from-to").with("least", number);
    range.with("most", number.saturating_add(more)).into()
}

fn sets(words: &Words, exercise: &Exercise) -> Option<String> {
    let id = match exercise.circuit() {
        Some(_) => "facts-rounds",
        None => "facts-sets",
    };
    let sets = Message::new(id).with("sets", from_to(exercise.sets, exercise.more_sets));
    (exercise.most_sets() > 1).then(|| words.message(&sets))
}

/// What is said of exercises that belong together: "3 rounds · 1 minute of rest between them · any 3 of
/// these"; `None` where there is nothing to say.
pub fn group(words: &Words, group: &ExerciseGroup) -> Option<String> {
    let mut parts = Vec::new();
    if group.has_rounds() {
        let rounds = from_to(group.rounds, group.more_rounds);
        parts.push(words.message(&Message::new("facts-rounds").with("sets", rounds)));
        if !group.rest_between_rounds.is_zero() {
            let rest = lengths::exact(group.rest_between_rounds);
            let rest = Message::new("facts-rest-between-rounds").with("time", rest);
            parts.push(words.message(&rest));
        }
    }
    if let Some(choose) = group.choose {
        parts.push(words.message(&Message::new("facts-choose").with("choose", choose)));
    }
    (!parts.is_empty()).then(|| words.list(List::Facts, parts))
}

/// The same with which exercises of the routine they are, from the `first`, of 1, on: "Exercises 2 to 4. 3 rounds".
pub fn of_members(words: &Words, group: &ExerciseGroup, first: usize, members: usize) -> String {
    let told = Message::new("facts-members")
        .with("members", members)
        .with("first", first)
        .with("last", (first + members).saturating_sub(1));
    let told = words.message(&told);
    match self::group(words, group) {
        Some(facts) => told + " " + &facts,
        None => told,
    }
}

/// How a repetition goes: "up 2 seconds, hold 1 second, down 3 seconds".
fn tempo(words: &Words, tempo: &Tempo) -> String {
    let part = |part: &tempo::Part| {
        let message = Message::new("facts-tempo-part").with("part", way(part.way));
        words.message(&message.with("time", lengths::exact(part.length)))
    };
    words.list(List::Parts, tempo.parts().iter().map(part))
}

/// What is said of a part of a repetition: "up".
pub fn way(way: Way) -> Message {
    Message::new(match way {
        Way::Up => "session-part-up",
        Way::Hold => "session-part-hold",
        Way::Down => "session-part-down",
        Way::In => "session-part-in",
        Way::Out => "session-part-out",
        Way::Rest => "session-part-rest",
    })
}

/// A side's word for texts that choose by it; `none` where there are no sides.
pub fn side_key(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
        None => "none",
    }
}

fn sides(exercise: &Exercise) -> Option<&'static str> {
    match (exercise.sides, exercise.first_side) {
        (Sides::None, _) => None,
        (Sides::Left, _) => Some("facts-left-only"),
        (Sides::Right, _) => Some("facts-right-only"),
        (Sides::Each, Side::Left) => Some("facts-each-left-first"),
        (Sides::Each, Side::Right) => Some("facts-each-right-first"),
        (Sides::Alternate, Side::Left) => Some("facts-alternate"),
        (Sides::Alternate, Side::Right) => Some("facts-alternate-right-first"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::routine::Schedule;

    #[test]
    fn a_schedule_tells_its_times_like_any_time_of_day() {
        let at = |hour, minute| jiff::civil::time(hour, minute, 0, 0);
        let wanted = Schedule {
            at: vec![at(8, 5), at(20, 10)],
            ..Schedule::default()
        };
        for (language, reported) in [
            ("en", "twice a day · 8:05 and 20:10"),
            ("en-US", "twice a day · 8:05 AM and 8:10 PM"),
            ("de", "zweimal am Tag · 8:05 und 20:10"),
        ] {
            assert_eq!(schedule(&Words::of(language), &wanted), reported);
        }
    }

    #[test]
    fn what_holds_more_than_stretches_is_reported_as_exercises() {
        let reported = |exercise: Exercise| {
            let routine = Routine::new("id", "Title", vec![exercise]);
            of_card(&Words::of("en"), &routine, true)
        };
        let shown_by = |figure: Option<&str>| Exercise {
            figure: figure.map(str::to_owned),
            ..Exercise::new("knee", "Knee to chest")
        };
        let stretch = || shown_by(Some("knee-to-chest"));
        assert!(reported(stretch()).ends_with("1 stretch"));
        let pace = Duration::from_secs(5);
        let paced = Dose::Paced { reps: 10, pace };
        for other in [
            Exercise {
                dose: paced,
                ..stretch()
            },
            // Held for strength, to move, and for what nobody says.
            shown_by(Some("wall-sit")),
            shown_by(Some("chin-tuck")),
            shown_by(None),
        ] {
            assert!(reported(other).ends_with("1 exercise"));
        }
    }

    #[test]
    fn what_is_for_strength_works_and_what_is_for_balance_is_kept() {
        let routine = |exercise: Exercise| Routine::new("id", "Title", vec![exercise]);
        let figure = |name: &str| Exercise {
            figure: Some(name.to_owned()),
            ..Exercise::new("a", "A")
        };
        let aim = |exercise: Exercise| Aim::of(&routine(exercise.clone()), &exercise);
        assert_eq!(aim(figure("knee-to-chest")), Aim::Stretch);
        assert_eq!(aim(figure("wall-sit")), Aim::Strength);
        assert_eq!(aim(Exercise::new("a", "A")), Aim::Stretch);
        let with_load = Exercise {
            load: Some("2 kg".to_owned()),
            ..Exercise::new("a", "A")
        };
        assert_eq!(aim(with_load), Aim::Strength);
        let with_tempo = Exercise {
            tempo: Tempo::read("2s up, 3s down").unwrap(),
            ..Exercise::new("a", "A")
        };
        assert_eq!(aim(with_tempo), Aim::Strength);
        let for_balance = Exercise {
            regions: vec![Region::Hip, Region::Balance],
            ..figure("wall-sit")
        };
        assert_eq!(aim(for_balance), Aim::Balance);
        let said = |language: &str, id, aim: Aim| {
            let message = Message::new(id).with("aim", aim.key());
            let message = message
                .with("where", "the thighs")
                .with("text", "the thighs");
            Words::of(language).message(&message)
        };
        for (language, aim, hold, felt) in [
            ("en", Aim::Stretch, "Hold.", "Feel it in: the thighs"),
            ("en", Aim::Strength, "Hold.", "Works: the thighs"),
            (
                "en",
                Aim::Balance,
                "Hold your balance.",
                "Works: the thighs",
            ),
            ("de", Aim::Stretch, "Halten.", "Zu spüren: the thighs"),
            ("de", Aim::Strength, "Halten.", "Arbeitet: the thighs"),
            (
                "de",
                Aim::Balance,
                "Gleichgewicht halten.",
                "Arbeitet: the thighs",
            ),
        ] {
            assert_eq!(said(language, "voice-hold", aim), hold);
            assert!(
                said(language, "voice-feel-it-in", aim).starts_with(felt),
                "{felt}"
            );
            assert_eq!(said(language, "exercise-feel-it-in", aim), felt);
        }
    }

    #[test]
    fn a_length_is_told_to_the_second_without_what_is_none() {
        for (seconds, in_english, in_german) in [
            (0, "0 seconds", "0 Sekunden"),
            (1, "1 second", "1 Sekunde"),
            (90, "1 minute 30 seconds", "1 Minute 30 Sekunden"),
            (3_600, "1 hour", "1 Stunde"),
            (
                7_265,
                "2 hours 1 minute 5 seconds",
                "2 Stunden 1 Minute 5 Sekunden",
            ),
        ] {
            let length = lengths::exact(Duration::from_secs(seconds));
            assert_eq!(Words::of("en").message(&length), in_english);
            assert_eq!(Words::of("de").message(&length), in_german);
        }
    }

    #[test]
    fn noon_and_midnight_are_twelve_where_hours_are_counted_twice() {
        let words = Words::of("en-US");
        let reported = |hour| words.message(&time_of_day(jiff::civil::time(hour, 0, 0, 0)));
        assert_eq!(reported(0), "12:00 AM");
        assert_eq!(reported(12), "12:00 PM");
    }

    #[test]
    fn a_date_is_written_as_in_the_region() {
        let day = jiff::civil::date(2026, 11, 8);
        for (language, reported) in [
            ("en", "8 November 2026"),
            ("en-GB", "8 November 2026"),
            ("en-US", "Nov 8, 2026"),
            ("de-AT", "8. November 2026"),
        ] {
            assert_eq!(date(&Words::of(language), day), reported);
        }
    }
}
