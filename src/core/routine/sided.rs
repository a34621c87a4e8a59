//! Words that name the limb of a side: `{left|right}` in any text of an exercise.
//!
//! The author writes the words of both sides, the left side's first, as their language has them:
//! "Step back with the {left|right} leg", "Mit dem {linken|rechten} Bein". While a side is under way
//! its own are said and shown. Where no side is meant both are, with a stroke between: "left/right".
//! Anything else between braces stands as it is written.

use std::sync::Arc;

use super::{Exercise, Side, Sides};

impl Exercise {
    /// The exercise in the words of one side; in those of both for `None`.
    pub fn on(&self, side: Option<Side>) -> &Self {
        match (&self.in_words_of, side) {
            (Some(sides), Some(Side::Left)) => &sides[0],
            (Some(sides), Some(Side::Right)) => &sides[1],
            _ => self,
        }
    }

    /// It in the words of each side, where they differ, to be changed.
    pub(super) fn sides_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.in_words_of.iter_mut().flat_map(Arc::make_mut)
    }

    /// The exercise with its id, on each side.
    pub(super) fn called(mut self, id: &str) -> Self {
        if self.id != id {
            id.clone_into(&mut self.id);
            self.sides_mut()
                .for_each(|side| id.clone_into(&mut side.id));
        }
        self
    }

    /// Reads the words of each side out of all texts.
    pub(super) fn name_limbs(&mut self) {
        if !self.texts_mut().any(|text| names_limbs(text)) {
            return;
        }
        let named = |side| {
            let mut named = self.clone();
            named
                .texts_mut()
                .for_each(|text| *text = resolved(text, side));
            named
        };
        let [left, right, both] = [Some(Side::Left), Some(Side::Right), None].map(named);
        *self = match self.sides {
            Sides::Left => left,
            Sides::Right => right,
            Sides::None => both,
            Sides::Alternate if self.alternates_at_pace() => both,
            Sides::Each | Sides::Alternate => Self {
                in_words_of: Some(Arc::new([left, right])),
                ..both
            },
        };
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let cues = self.cues.iter_mut().map(|cue| &mut cue.say);
        let texts = [
            &mut self.feel_it_in,
            &mut self.caution,
            &mut self.clinician_note,
            &mut self.say,
            &mut self.easier,
            &mut self.harder,
            &mut self.image_alt,
            &mut self.load,
        ];
        let later = self.steps.iter_mut().map(|step| &mut step.load);
        let texts = texts.into_iter().chain(later).flatten();
        let lists = self.instructions.iter_mut().chain(&mut self.equipment);
        lists.chain(texts).chain(cues)
    }
}

/// What is between braces, and what is not.
#[derive(Clone, Copy)]
enum Part<'a> {
    Plain(&'a str),
    Choice { left: &'a str, right: &'a str },
}

/// Whether a text names limbs by side.
pub(super) fn names_limbs(text: &str) -> bool {
    parts(text).any(is_choice)
}

/// Whether a text has a brace that names no limb, and so is read aloud as it stands.
pub(super) fn has_stray_brace(text: &str) -> bool {
    parts(text).any(|part| matches!(part, Part::Plain(text) if text.contains(['{', '}'])))
}

/// The text with a stroke in the place of each byte that is between braces which name a limb.
pub(super) fn without_choices(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for part in parts(text) {
        match part {
            Part::Plain(text) => plain.push_str(text),
            Part::Choice { left, right } => {
                let braces_and_stroke = 3;
                plain.extend(std::iter::repeat_n(
                    '|',
                    left.len() + right.len() + braces_and_stroke,
                ));
            }
        }
    }
    plain
}

fn is_choice(part: Part<'_>) -> bool {
    matches!(part, Part::Choice { .. })
}

fn resolved(text: &str, side: Option<Side>) -> String {
    let mut resolved = String::with_capacity(text.len());
    for part in parts(text) {
        match (part, side) {
            (Part::Plain(text), _) => resolved.push_str(text),
            (Part::Choice { left, .. }, Some(Side::Left)) => resolved.push_str(left),
            (Part::Choice { right, .. }, Some(Side::Right)) => resolved.push_str(right),
            (Part::Choice { left, right }, None) => {
                resolved.extend([left, "/", right]);
            }
        }
    }
    resolved
}

/// The parts of a text in their order.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let open = rest.find('{').unwrap_or(rest.len());
        if open > 0 {
            let (plain, after) = rest.split_at(open);
            rest = after;
            return Some(Part::Plain(plain));
        }
        if let Some((choice, after)) = rest[1..].split_once('}')
            && let Some((left, right)) = choice.split_once('|')
            && !right.contains('|')
            && !choice.contains('{')
        {
            rest = after;
            return Some(Part::Choice { left, right });
        }
        let (brace, after) = rest.split_at(1);
        rest = after;
        Some(Part::Plain(brace))
    })
}

#[cfg(test)]
mod tests {
    use super::super::WeekStep;
    use super::*;

    fn said(text: &str) -> [String; 3] {
        [Some(Side::Left), Some(Side::Right), None].map(|side| resolved(text, side))
    }

    #[test]
    fn each_side_has_its_words_and_no_side_both() {
        let texts = [
            (
                "the {left|right} leg",
                ["the left leg", "the right leg", "the left/right leg"],
            ),
            (
                "{linkes|rechtes} Bein",
                ["linkes Bein", "rechtes Bein", "linkes/rechtes Bein"],
            ),
            ("{a|b} over {b|a}", ["a over b", "b over a", "a/b over b/a"]),
            ("{|not }here", ["here", "not here", "/not here"]),
        ];
        for (text, expected) in texts {
            assert_eq!(said(text), expected, "{text}");
            assert!(names_limbs(text) && !has_stray_brace(text), "{text}");
        }
    }

    #[test]
    fn anything_else_between_braces_stands_as_it_is_written() {
        for text in [
            "{side} leg",
            "{left|right",
            "left|right}",
            "{a|b|c}",
            "{a{b|c",
            "}{",
            "{",
        ] {
            assert_eq!(said(text), [text; 3], "{text}");
            assert!(!names_limbs(text) && has_stray_brace(text), "{text}");
        }
        assert!(!has_stray_brace("left|right"));
        assert_eq!(said("{{a|b}}"), ["{a}", "{b}", "{a/b}"]);
    }

    #[test]
    fn what_is_outside_of_braces_keeps_its_place() {
        for (text, plain) in [
            ("the {left|right} leg", "the |||||||||||| leg"),
            ("{ä|} {b", "||||| {b"),
        ] {
            assert_eq!(without_choices(text), plain);
            assert_eq!(plain.len(), text.len());
        }
    }

    #[test]
    fn an_exercise_is_in_the_words_of_the_side_under_way() {
        let exercise = |sides| {
            let mut exercise = Exercise {
                instructions: vec![
                    "Lie down.".to_owned(),
                    "Lift the {left|right} leg.".to_owned(),
                ],
                feel_it_in: Some("the {left|right} calf".to_owned()),
                load: Some("2 kg at the {left|right} ankle".to_owned()),
                equipment: vec!["chair for the {left|right} foot".to_owned()],
                steps: vec![WeekStep {
                    from_week: 2,
                    load: Some("3 kg at the {left|right} ankle".to_owned()),
                    ..WeekStep::default()
                }],
                sides,
                ..Exercise::new("raise", "Leg raise")
            };
            exercise.name_limbs();
            exercise
        };
        let each = exercise(Sides::Each);
        assert_eq!(each.instructions[1], "Lift the left/right leg.");
        let right = each.on(Some(Side::Right));
        assert_eq!(right.instructions, ["Lie down.", "Lift the right leg."]);
        assert_eq!(right.feel_it_in.as_deref(), Some("the right calf"));
        assert_eq!(each.equipment, ["chair for the left/right foot"]);
        let load = |exercise: &Exercise| exercise.load.clone().unwrap_or_default();
        assert_eq!(load(&each), "2 kg at the left/right ankle");
        assert_eq!(load(right), "2 kg at the right ankle");
        let later = each.in_week(2);
        assert_eq!(load(&later), "3 kg at the left/right ankle");
        let right = later.on(Some(Side::Right));
        assert_eq!(load(right), "3 kg at the right ankle");
        // Of one side alone there is nothing to choose from.
        let left = exercise(Sides::Left);
        assert_eq!(left.instructions[1], "Lift the left leg.");
        assert_eq!(*left.on(Some(Side::Left)), left);
    }
}
