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
    languages: &'static [InLanguage],
}

macro_rules! exercises {
    ($($id:literal $($language:literal)*),* $(,)?) => {
        /// In alphabetical order.
        static SHIPPED: &[Shipped] = &[
            $(Shipped {
                id: $id,
                languages: {
                    static LANGUAGES: [InLanguage; 1 + [$($language),*].len()] = [
                        in_language("en", include_str!(
                            concat!("../../assets/exercises/", $id, ".toml")
                        )),
                        $(in_language($language, include_str!(
                            concat!("../../assets/exercises/", $language, "/", $id, ".toml")
                        ))),*
                    ];
                    &LANGUAGES
                },
            },)*
        ];
    };
}

const fn in_language(language: &'static str, text: &'static str) -> InLanguage {
    InLanguage {
        language,
        text,
        parsed: OnceLock::new(),
    }
}

// Each with the languages that it is translated to.
exercises![
    "adductor" "de",
    "ankle-circles" "de",
    "ankle-eversion-band" "de",
    "ankle-pump" "de",
    "ball-squeeze-seated" "de",
    "biceps-curl" "de",
    "bird-dog" "de",
    "bridge" "de",
    "calf-bent" "de",
    "calf-straight" "de",
    "cat-and-camel" "de",
    "chest-doorway" "de",
    "chest-hands-behind" "de",
    "childs-pose" "de",
    "chin-tuck" "de",
    "clamshell" "de",
    "cross-body-shoulder" "de",
    "curl-up" "de",
    "dead-bug" "de",
    "deep-breathing-lying" "de",
    "double-knee-to-chest" "de",
    "external-rotation-band" "de",
    "figure-four-lying" "de",
    "figure-four-seated" "de",
    "fist-and-fan" "de",
    "hamstring-curl-standing" "de",
    "hamstring-lying-towel" "de",
    "hamstring-seated" "de",
    "hamstring-standing" "de",
    "hamstring-two-chairs" "de",
    "heel-raise" "de",
    "heel-slide" "de",
    "hip-flexor-kneeling" "de",
    "internal-rotation-band" "de",
    "knee-to-chest" "de",
    "levator-scapulae-stretch" "de",
    "lower-back-rotation" "de",
    "lunge" "de",
    "marching-seated" "de",
    "marching-standing" "de",
    "median-nerve-glide" "de",
    "mini-squat" "de",
    "neck-flexion" "de",
    "neck-rotation" "de",
    "neck-side-bend" "de",
    "neck-side-bend-hand" "de",
    "neck-side-bend-standing" "de",
    "overhead-triceps" "de",
    "pelvic-tilt" "de",
    "piriformis-lying" "de",
    "plank" "de",
    "plantar-fascia-stretch" "de",
    "prayer-stretch" "de",
    "prone-leg-raise" "de",
    "prone-press-up" "de",
    "quad-set" "de",
    "quadriceps-standing" "de",
    "row-band" "de",
    "seated-forward-fold" "de",
    "seated-knee-extension" "de",
    "seated-twist" "de",
    "short-arc-quad" "de",
    "shoulder-blade-squeeze" "de",
    "shoulder-flexion-stick" "de",
    "shoulder-pendulum" "de",
    "shoulder-roll" "de",
    "side-bend-seated" "de",
    "side-bend-standing" "de",
    "side-lying-hip-abduction" "de",
    "side-lying-hip-adduction" "de",
    "side-plank" "de",
    "side-step-band" "de",
    "single-leg-stand" "de",
    "sit-to-stand" "de",
    "sleeper-stretch" "de",
    "standing-hip-abduction" "de",
    "standing-hip-extension" "de",
    "step-down" "de",
    "step-up" "de",
    "straight-leg-raise" "de",
    "t-raise" "de",
    "tandem-stand" "de",
    "tandem-walk" "de",
    "tendon-glides" "de",
    "towel-scrunch" "de",
    "upper-back-hug" "de",
    "wall-push-up" "de",
    "wall-sit" "de",
    "wall-slide" "de",
    "wrist-extensors" "de",
    "wrist-flexors" "de",
];

/// The ids of all exercises, in alphabetical order.
pub fn ids() -> Vec<&'static str> {
    SHIPPED.iter().map(|shipped| shipped.id).collect()
}

/// Whether there are exercises in a language, given as a BCP 47 tag.
pub fn speak(language: &str) -> bool {
    let mut shipped = SHIPPED.iter();
    shipped.any(|shipped| shipped.in_language(language).is_some())
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

/// The figure of the exercise that has this name in one of its languages, also written as an id is.
pub(crate) fn figure_of(name: &str) -> Option<&'static str> {
    let plain = |name: &str| name.trim().to_lowercase().replace(['_', ' '], "-");
    let name = plain(name);
    let in_languages = SHIPPED.iter().flat_map(|shipped| {
        let languages = shipped.languages.iter();
        languages.filter_map(|one| entries(shipped.id, one.language))
    });
    let text = |entries: &'static DeTable<'static>, key| entries.get(key)?.get_ref().as_str();
    let named = |entries: &&'static DeTable<'static>| {
        text(entries, "name").is_some_and(|it| plain(it) == name)
    };
    text(in_languages.into_iter().find(named)?, "figure")
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
