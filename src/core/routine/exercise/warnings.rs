//! What is no mistake in an exercise, and perhaps not meant.

use std::collections::HashSet;
use std::mem;
use std::ops::Range;
use std::time::Duration;

use toml::Spanned;

use super::{Alone, Dosing};
use crate::figure::Figure;
use crate::routine::figures::Figures;
use crate::routine::mistake::{Mistake, ShortTime, WordsTooLong};
use crate::routine::section::Section;
use crate::routine::{Dose, Exercise, Position, Sides, sided, spoken};
use crate::tables::Findings;
use crate::text::shown;

/// A hold outside of these is a warning.
const SHORTEST_MEANT_HOLD: Duration = Duration::from_secs(5);
const LONGEST_MEANT_HOLD: Duration = Duration::from_mins(2);
/// So many repetitions are for strength, where a hold is as short as one likes.
const MANY_REPS: u32 = 5;

/// Warns where a written time is shorter than the words that are said in it.
pub(super) fn of_short_time(
    section: &Section<'_>,
    key: &'static str,
    written: Duration,
    words: Option<Duration>,
    exercise: &Exercise,
) {
    let Some(words) = words.filter(|words| !written.is_zero() && written < *words) else {
        return;
    };
    if exercise.name.is_empty() {
        return;
    }
    let mistake = Mistake::TimeShort(ShortTime {
        key,
        name: shown(&exercise.name),
        seconds: written.as_secs(),
        words: words.as_secs(),
    });
    let own = section.has_own(key).then_some(key);
    section.note(mistake, section.key_span(own.unwrap_or("name")));
}

/// Warns of the author's own words for holds and for repetitions at a pace that take longer than there is
/// time for them.
pub(super) fn of_words_without_time(section: &Section<'_>, exercise: &Exercise) {
    for without in spoken::without_time_in_hold(exercise) {
        let is_say = exercise.say.as_deref() == Some(without.text);
        let key = if is_say { "say" } else { "cue" };
        if !section.has_own(key) {
            continue;
        }
        let mistake = Mistake::WordsTooLong(WordsTooLong {
            text: shown(without.text),
            words: without.words.as_secs() + 1,
            seconds: without.time.as_secs(),
        });
        section.note(mistake, section.key_span(key));
    }
    let Dose::Paced { pace, .. } = exercise.dose else {
        return;
    };
    let say = exercise.say.iter().map(|say| ("say", say));
    let cues = exercise.cues.iter().map(|cue| ("cue", &cue.say));
    for (key, text) in say.chain(cues) {
        if section.has_own(key) && !spoken::fits_pace(text, pace) {
            let mistake = Mistake::PaceTooFast {
                text: shown(text),
                seconds: pace.as_secs(),
            };
            section.note(mistake, section.key_span(key));
        }
    }
}

/// Whether a hold is warned of, whoever it is for: whatever is held but a few times.
pub(super) fn is_odd(hold: Duration) -> bool {
    !(SHORTEST_MEANT_HOLD..=LONGEST_MEANT_HOLD).contains(&hold)
}

pub(super) fn of_dose(section: &Section<'_>, own: &Dosing, file: &Dosing, exercise: &Exercise) {
    let name = || shown(&exercise.name);
    if let Dose::Hold { hold, reps } = exercise.dose {
        let written = own.hold.as_ref().or(file.hold.as_ref());
        let span = match written.filter(|written| *written.get_ref() == hold) {
            Some(written) => written.span(),
            // The side that is done has one of its own.
            None if exercise.sides == Sides::Left => hold_of_side(section, "left"),
            None if exercise.sides == Sides::Right => hold_of_side(section, "right"),
            None => section.span.clone(),
        };
        let seconds = hold.as_secs();
        if hold > LONGEST_MEANT_HOLD {
            section.note(Mistake::HoldLong { seconds }, span);
        } else if hold < SHORTEST_MEANT_HOLD && reps < MANY_REPS {
            section.note(Mistake::HoldShort { seconds }, span);
        }
    }
    // One without a name has a mistake already, and no name to warn of it by; an activity such as a
    // walk needs neither words nor a picture.
    if exercise.name.is_empty() || matches!(exercise.dose, Dose::Timed { .. }) {
        return;
    }
    if section.lists_nothing("instructions") {
        let mistake = Mistake::NoInstructions { name: name() };
        section.note(mistake, section.key_span("name"));
    }
    if !section.has("figure") && !section.has("image") {
        let mistake = Mistake::NoPicture { name: name() };
        section.note(mistake, section.key_span("name"));
    }
}

/// Where the hold of a side is written.
fn hold_of_side(section: &Section<'_>, side: &'static str) -> Range<usize> {
    let table = section.value(side).filter(|table| table.is_own());
    let hold = table.and_then(|table| table.content().get("hold"));
    hold.map_or_else(|| section.key_span(side), Spanned::span)
}

/// Warns of braces that name no limb, and of limbs named in an exercise without sides.
pub(super) fn of_braces(section: &Section<'_>, own: &Dosing, exercise: &Exercise) {
    let texts = [
        ("feel_it_in", &exercise.feel_it_in),
        ("caution", &exercise.caution),
        ("clinician_note", &exercise.clinician_note),
        ("say", &exercise.say),
        ("easier", &exercise.easier),
        ("harder", &exercise.harder),
        ("image_alt", &exercise.image_alt),
        ("load", &exercise.load),
    ];
    let texts = texts
        .iter()
        .filter_map(|(key, text)| Some((*key, text.as_ref()?)));
    let instructions = exercise.instructions.iter();
    let cues = exercise.cues.iter().map(|cue| ("cue", &cue.say));
    let equipment = exercise.equipment.iter();
    let all = instructions
        .map(|text| ("instructions", text))
        .chain(equipment.map(|text| ("equipment", text)))
        .chain(texts)
        .chain(cues);
    let has_no_sides = exercise.sides == Sides::None && !own.has_misspelt_sides(section);
    let mut noted = HashSet::new();
    for (key, text) in all {
        let mistake = if sided::has_stray_brace(text) {
            Mistake::StrayBrace { key }
        } else if has_no_sides && section.has_own(key) && sided::names_limbs(text) {
            Mistake::LimbsWithoutSides { key }
        } else {
            continue;
        };
        // Of a list of texts, each mistake once.
        if noted.insert((key, mem::discriminant(&mistake))) {
            section.note(mistake, section.key_span(key));
        }
    }
}

/// Warns of what only matters where sides change, or change with a pause.
pub(super) fn of_idle_sides(section: &Section<'_>, own: &Dosing, exercise: &Exercise) {
    let has_both = matches!(exercise.sides, Sides::Each | Sides::Alternate);
    if exercise.alternates_at_pace() && section.has_own("switch") {
        section.note(Mistake::NoEffectAtPace, section.key_span("switch"));
    }
    if own.has_misspelt_sides(section) || has_both {
        return;
    }
    let of_side = [("left", Sides::Left), ("right", Sides::Right)];
    let of_side = of_side
        .into_iter()
        .filter(|(key, side)| section.has_own(key) && exercise.sides != *side)
        .map(|(key, _)| key);
    let of_change = [
        ("first_side", own.first_side.is_some()),
        ("switch", own.switch.is_some()),
    ];
    let of_change = of_change
        .into_iter()
        .filter(|(key, is_read)| *is_read && section.has_own(key))
        .map(|(key, _)| key);
    for key in of_change.chain(of_side) {
        let mistake = Mistake::NoEffectWithoutSides { key };
        section.note(mistake, section.key_span(key));
    }
}

/// Warns of a figure that looks the same whichever side is announced.
pub(super) fn of_sides_alike(
    section: &Section<'_>,
    own: &Dosing,
    figures: &Figures,
    exercise: &Exercise,
) {
    let is_timed = matches!(exercise.dose, Dose::Timed { .. });
    if is_timed || exercise.sides == Sides::None || own.has_misspelt_sides(section) {
        return;
    }
    let name = exercise.figure.as_deref().unwrap_or_default();
    let shows_no_side = |figure: &Figure| figure.drawn_for().is_none();
    if figures.get(name).is_some_and(shows_no_side)
        && let Some(value) = section.value("figure")
    {
        let mistake = Mistake::SidesAlike {
            figure: shown(name),
        };
        section.note(mistake, value.span());
    }
}

/// Warns of a position that the figure plainly does not show: the voice and the time to get ready follow
/// the one, and the eyes the other.
pub(super) fn of_position(section: &Section<'_>, figures: &Figures, exercise: &Exercise) {
    let name = exercise.figure.as_deref().unwrap_or_default();
    let (Some(figure), Some(position)) = (figures.get(name), exercise.position) else {
        return;
    };
    let shows = if figure.lies() && position != Position::Floor {
        "floor"
    } else if figure.stands() && position == Position::Floor {
        "standing"
    } else {
        return;
    };
    let mistake = Mistake::PositionOfFigure {
        figure: shown(name),
        shows,
    };
    let key = if section.has_own("position") {
        "position"
    } else {
        "figure"
    };
    section.note(mistake, section.key_span(key));
}

/// Two exercises of one name beside each other, one with sides and one that says nothing of them.
pub(super) fn compare_sides(a: &Alone, b: &Alone, findings: &Findings<'_, Mistake>) {
    if a.exercise.name != b.exercise.name || a.exercise.sides == b.exercise.sides {
        return;
    }
    let forgetful = match (a.says_sides, b.says_sides) {
        (true, false) => b,
        (false, true) => a,
        _ => return,
    };
    let name = shown(&forgetful.exercise.name);
    findings.note(
        Mistake::SidesForgotten { name },
        forgetful.name_span.clone(),
    );
}
