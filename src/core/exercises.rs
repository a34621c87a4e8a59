//! The exercises that come with the app, to be named by a routine or to be picked from.
//!
//! Each is a file of `assets/exercises`, written like any `[[exercise]]` of a routine, with one in
//! every language that the app speaks. The routine's reader reads them: see
//! [`routine::of_library`](crate::routine::of_library).

use std::sync::OnceLock;

use toml::Spanned;
use toml::de::DeTable;

/// One exercise in one language.
struct InLanguage {
    /// BCP 47 tag.
    language: &'static str,
    text: &'static str,
    /// Parsed when it is first asked for.
    parsed: OnceLock<Option<Spanned<DeTable<'static>>>>,
}

struct Shipped {
    id: &'static str,
    /// English first, which counts where there is no other.
    languages: [InLanguage; 2],
}

macro_rules! exercises {
    ($($id:literal),* $(,)?) => {
        /// In alphabetical order.
        static SHIPPED: [Shipped; [$($id),*].len()] = [
            $(Shipped {
                id: $id,
                languages: [
                    InLanguage {
                        language: "en",
                        text: include_str!(concat!("../../assets/exercises/", $id, ".toml")),
                        parsed: OnceLock::new(),
                    },
                    InLanguage {
                        language: "de",
                        text: include_str!(concat!("../../assets/exercises/de/", $id, ".toml")),
                        parsed: OnceLock::new(),
                    },
                ],
            },)*
        ];
    };
}

exercises![
    "adductor",
    "ankle-circles",
    "ankle-eversion-band",
    "ankle-pump",
    "ball-squeeze-seated",
    "biceps-curl",
    "bird-dog",
    "bridge",
    "calf-bent",
    "calf-straight",
    "cat-and-camel",
    "chest-doorway",
    "chest-hands-behind",
    "childs-pose",
    "chin-tuck",
    "clamshell",
    "cross-body-shoulder",
    "curl-up",
    "dead-bug",
    "deep-breathing-lying",
    "double-knee-to-chest",
    "external-rotation-band",
    "figure-four-lying",
    "figure-four-seated",
    "fist-and-fan",
    "hamstring-curl-standing",
    "hamstring-lying-towel",
    "hamstring-seated",
    "hamstring-standing",
    "hamstring-two-chairs",
    "heel-raise",
    "heel-slide",
    "hip-flexor-kneeling",
    "internal-rotation-band",
    "knee-to-chest",
    "levator-scapulae-stretch",
    "lower-back-rotation",
    "lunge",
    "marching-seated",
    "marching-standing",
    "median-nerve-glide",
    "mini-squat",
    "neck-flexion",
    "neck-rotation",
    "neck-side-bend",
    "neck-side-bend-hand",
    "neck-side-bend-standing",
    "overhead-triceps",
    "pelvic-tilt",
    "piriformis-lying",
    "plank",
    "plantar-fascia-stretch",
    "prayer-stretch",
    "prone-leg-raise",
    "prone-press-up",
    "quad-set",
    "quadriceps-standing",
    "row-band",
    "seated-forward-fold",
    "seated-knee-extension",
    "seated-twist",
    "short-arc-quad",
    "shoulder-blade-squeeze",
    "shoulder-flexion-stick",
    "shoulder-pendulum",
    "shoulder-roll",
    "side-bend-seated",
    "side-bend-standing",
    "side-lying-hip-abduction",
    "side-lying-hip-adduction",
    "side-plank",
    "side-step-band",
    "single-leg-stand",
    "sit-to-stand",
    "sleeper-stretch",
    "standing-hip-abduction",
    "standing-hip-extension",
    "step-down",
    "step-up",
    "straight-leg-raise",
    "t-raise",
    "tandem-stand",
    "tandem-walk",
    "tendon-glides",
    "towel-scrunch",
    "upper-back-hug",
    "wall-push-up",
    "wall-sit",
    "wall-slide",
    "wrist-extensors",
    "wrist-flexors",
];

/// The ids of all exercises, in alphabetical order.
pub fn ids() -> Vec<&'static str> {
    SHIPPED.iter().map(|shipped| shipped.id).collect()
}

/// Whether the exercises are written in a language, given as a BCP 47 tag.
pub fn speak(language: &str) -> bool {
    let first = SHIPPED.first();
    first.is_some_and(|shipped| shipped.in_language(language).is_some())
}

/// The text of an exercise's file, in a language or else in English.
pub fn text(id: &str, language: &str) -> Option<&'static str> {
    Some(found(id, language)?.text)
}

/// The keys of an exercise, in a language or else in English.
pub(crate) fn entries(id: &str, language: &str) -> Option<&'static DeTable<'static>> {
    let found = found(id, language)?;
    // A test reads every one of them.
    let parsed = found.parsed.get_or_init(|| DeTable::parse(found.text).ok());
    let list = parsed.as_ref()?.get_ref().get("exercise")?.get_ref();
    list.as_array()?.first()?.get_ref().as_table()
}

fn found(id: &str, language: &str) -> Option<&'static InLanguage> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.id == id)?;
    let in_language = shipped.in_language(language);
    in_language.or_else(|| shipped.languages.first())
}

impl Shipped {
    /// A region or a script of the language makes no difference.
    fn in_language(&self, tag: &str) -> Option<&InLanguage> {
        let language = tag.split('-').next()?;
        self.languages
            .iter()
            .find(|one| one.language.eq_ignore_ascii_case(language))
    }
}
