//! The exercises that can be picked, ready to be shown, and how they are found.

use std::time::Duration;

use crate::exercises;
use crate::facts;
use crate::routine::{Exercise, Position, Region, measure, of_library};
use crate::words::{LANGUAGES, List, Message, Words};

/// An exercise that can be picked.
#[derive(Debug)]
pub struct Offered {
    pub id: &'static str,
    /// In the language of the window.
    pub exercise: Exercise,
    /// Its dose, in words.
    pub dose: String,
    /// The same in a few words.
    pub short_dose: String,
    /// Where and with what it is done, in words.
    pub setting: String,
    /// How long it takes.
    pub length: Duration,
    /// What looking at it, and taking it in, are called: of all cards, in every frame.
    pub(super) look: String,
    pub(super) take: String,
    things: Vec<Thing>,
    /// What it is found by, in every language, folded: its names first.
    names: String,
    words: String,
}

/// All of them, in the order of their names.
#[derive(Debug)]
pub struct Offer {
    pub all: Vec<Offered>,
    /// Of the texts.
    pub language: &'static str,
}

/// What an exercise needs, as far as it is asked for often enough to look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Nothing,
    Mat,
    Chair,
    Wall,
    Towel,
    Band,
    Step,
    Table,
    Stick,
    Weight,
    Pillow,
}

impl Thing {
    pub(super) const ALL: [Self; 11] = [
        Self::Nothing,
        Self::Mat,
        Self::Chair,
        Self::Wall,
        Self::Towel,
        Self::Band,
        Self::Step,
        Self::Table,
        Self::Stick,
        Self::Weight,
        Self::Pillow,
    ];

    /// The name of its words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "pick-with-nothing",
            Self::Mat => "pick-with-mat",
            Self::Chair => "pick-with-chair",
            Self::Wall => "pick-with-wall",
            Self::Towel => "pick-with-towel",
            Self::Band => "pick-with-band",
            Self::Step => "pick-with-step",
            Self::Table => "pick-with-table",
            Self::Stick => "pick-with-stick",
            Self::Weight => "pick-with-weight",
            Self::Pillow => "pick-with-pillow",
        }
    }

    /// What the English texts call it.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &[],
            Self::Mat => &["mat"],
            Self::Chair => &["chair", "stool"],
            Self::Wall => &["wall", "doorway", "worktop"],
            Self::Towel => &["towel"],
            Self::Band => &["band"],
            Self::Step => &["step"],
            Self::Table => &["table"],
            Self::Stick => &["stick"],
            Self::Weight => &["weight"],
            Self::Pillow => &["pillow", "roll"],
        }
    }

    fn needed_by(equipment: &[String]) -> Vec<Self> {
        if equipment.is_empty() {
            return vec![Self::Nothing];
        }
        let has = |word: &str| {
            let mut parts = equipment.iter().flat_map(|text| text.split([' ', '-']));
            parts.any(|part| part == word)
        };
        let things = Self::ALL.into_iter();
        things
            .filter(|thing| thing.words().iter().any(|word| has(word)))
            .collect()
    }
}

/// What is looked for. Of the same kind any will do; of several kinds all are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub text: String,
    pub regions: Vec<Region>,
    pub positions: Vec<Position>,
    pub things: Vec<Thing>,
}

impl Wanted {
    /// Whether nothing but a text is looked for.
    pub(super) fn is_unfiltered(&self) -> bool {
        self.regions.is_empty() && self.positions.is_empty() && self.things.is_empty()
    }
}

impl Offer {
    /// All exercises that come with the app, told in these words.
    pub fn of(words: &Words) -> Self {
        let language = words.language().tag;
        let in_words: Vec<Words> = LANGUAGES.iter().map(|of| Words::of(of.tag)).collect();
        let ids = exercises::ids().into_iter();
        let mut all: Vec<Offered> = ids
            .filter_map(|id| Offered::of(id, words, &in_words))
            .collect();
        all.sort_by_cached_key(|offered| folded(&offered.exercise.name));
        Self { all, language }
    }

    /// The indices of what is wanted: what is so called first.
    pub fn found(&self, wanted: &Wanted) -> Vec<usize> {
        let text = folded(&wanted.text);
        let parts: Vec<&str> = text.split_whitespace().collect();
        let fits = |offered: &Offered| {
            let has = |part: &&str| begins_a_word(&offered.words, part);
            parts.iter().all(has) && offered.is_among(wanted)
        };
        let of = |index: &usize| &self.all[*index];
        let mut found: Vec<usize> = (0..self.all.len())
            .filter(|index| fits(of(index)))
            .collect();
        let is_named = |index: &usize| {
            let has = |part: &&str| begins_a_word(&of(index).names, part);
            parts.iter().all(has)
        };
        // Those that are alike stay in the order of their names.
        found.sort_by_key(|index| !is_named(index));
        found
    }

    pub fn get(&self, id: &str) -> Option<&Offered> {
        self.all.iter().find(|offered| offered.id == id)
    }
}

impl Offered {
    fn of(id: &'static str, words: &Words, in_words: &[Words]) -> Option<Self> {
        let exercise = of_library(id, words.language().tag)?;
        let english = of_library(id, LANGUAGES[0].tag)?;
        let (mut names, mut all) = (String::new(), String::new());
        for words in in_words {
            let told = of_library(id, words.language().tag)?;
            add(&mut names, &told.name);
            for text in told.equipment.iter().chain(&told.feel_it_in) {
                add(&mut all, text);
            }
            for region in &told.regions {
                add(&mut all, &words.get(facts::region(*region)));
            }
            if let Some(position) = told.position {
                add(&mut all, &words.get(facts::position(position)));
            }
        }
        add(&mut names, id);
        all.push_str(&names);
        let place = exercise.position.map(|at| words.get(facts::position(at)));
        let setting = place.into_iter().chain(exercise.equipment.iter().cloned());
        let dose = facts::dose(words, &exercise);
        let look = Message::new("pick-look").with("name", exercise.name.as_str());
        let take = Message::new("pick-take").with("name", exercise.name.as_str());
        Some(Self {
            id,
            look: words.message(&look.with("dose", dose.as_str())),
            take: words.message(&take),
            dose,
            short_dose: facts::short_dose(words, &exercise),
            setting: words.list(List::Facts, setting),
            length: measure(std::slice::from_ref(&exercise)).total,
            things: Thing::needed_by(&english.equipment),
            names,
            words: all,
            exercise,
        })
    }

    fn is_among(&self, wanted: &Wanted) -> bool {
        let Wanted {
            regions,
            positions,
            things,
            ..
        } = wanted;
        let of_region = |region| self.exercise.regions.contains(region);
        (regions.is_empty() || regions.iter().any(of_region))
            && (positions.is_empty()
                || self
                    .exercise
                    .position
                    .is_some_and(|at| positions.contains(&at)))
            && (things.is_empty() || things.iter().any(|thing| self.things.contains(thing)))
    }
}

fn add(words: &mut String, text: &str) {
    words.push(' ');
    words.push_str(&folded(text));
}

fn begins_a_word(text: &str, part: &str) -> bool {
    let mut places = text.match_indices(part);
    places.any(|(at, _)| at == 0 || text.as_bytes()[at - 1] == b' ')
}

/// A text as it is searched: small letters without their marks, and words alone.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'à' | 'á' | 'â' => folded.push('a'),
            'ö' | 'ó' | 'ô' => folded.push('o'),
            'ü' | 'ú' | 'û' => folded.push('u'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'ß' => folded.push_str("ss"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => folded.push(' '),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, change: impl FnOnce(&mut Wanted)) -> Vec<&'static str> {
        let offer = Offer::of(&Words::of("en"));
        let mut wanted = Wanted {
            text: text.to_owned(),
            ..Wanted::default()
        };
        change(&mut wanted);
        let found = offer.found(&wanted).into_iter();
        found.map(|index| offer.all[index].id).collect()
    }

    #[test]
    fn every_exercise_that_comes_with_the_app_is_offered() {
        for language in LANGUAGES {
            let offer = Offer::of(&Words::of(language.tag));
            assert_eq!(offer.all.len(), exercises::ids().len());
        }
    }

    #[test]
    fn an_exercise_is_found_by_its_name_in_either_language() {
        for text in ["clamshell", "CLAM", "muschel", "  Clam  shell"] {
            let id = found(text, |_| {});
            let expected: &[&str] = if text.trim().contains(' ') {
                &[]
            } else {
                &["clamshell"]
            };
            assert_eq!(id, expected, "{text}");
        }
        assert_eq!(found("no such thing", |_| {}), [""; 0]);
    }

    #[test]
    fn what_is_so_called_comes_before_what_is_only_for_it() {
        let hips = found("hip", |_| {});
        let offer = Offer::of(&Words::of("en"));
        let is_named = |id: &&&str| {
            id.contains("hip") || folded(&offer.get(id).unwrap().exercise.name).contains("hip")
        };
        let named = hips.iter().filter(is_named).count();
        assert!(named > 2 && named < hips.len(), "{hips:?}");
        assert!(hips[..named].iter().all(|id| is_named(&id)), "{hips:?}");
    }

    #[test]
    fn an_exercise_is_found_by_region_and_equipment_as_words_and_as_filters() {
        assert!(found("knie", |_| {}).contains(&"quad-set"));
        assert!(found("übungsband", |_| {}).contains(&"row-band"));
        assert!(found("ubungsband", |_| {}).contains(&"row-band"));
        let on_a_chair = found("", |wanted| {
            wanted.regions = vec![Region::Neck];
            wanted.things = vec![Thing::Chair];
        });
        assert!(on_a_chair.contains(&"chin-tuck") || on_a_chair.contains(&"neck-rotation"));
        assert!(!on_a_chair.contains(&"neck-side-bend-standing"));
        let all = exercises::ids().len();
        let either = found("", |wanted| {
            wanted.positions = vec![Position::Floor, Position::Seated, Position::Standing];
        });
        assert_eq!(either.len(), all);
    }

    #[test]
    fn every_filter_finds_something() {
        for thing in Thing::ALL {
            assert!(
                !found("", |wanted| wanted.things = vec![thing]).is_empty(),
                "{thing:?}"
            );
        }
        for region in Region::ALL {
            assert!(
                !found("", |wanted| wanted.regions = vec![*region]).is_empty(),
                "{region:?}"
            );
        }
    }
}
