//! The figures that come with the app.

use std::sync::OnceLock;

use toml::de::DeTable;

use super::Figure;

struct Shipped {
    name: &'static str,
    text: &'static str,
    /// Read when it is first asked for.
    figure: OnceLock<Option<Figure>>,
}

macro_rules! figures {
    ($($name:literal),* $(,)?) => {
        /// In alphabetical order.
        static SHIPPED: [Shipped; [$($name),*].len()] = [
            $(Shipped {
                name: $name,
                text: include_str!(concat!("../../../assets/figures/", $name, ".toml")),
                figure: OnceLock::new(),
            },)*
        ];
    };
}

figures![
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

/// The names of the shipped figures, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|shipped| shipped.name)
}

/// A shipped figure by its name.
pub fn shipped(name: &str) -> Option<&'static Figure> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.name == name)?;
    let read = || {
        let table = DeTable::parse(shipped.text).ok()?;
        Figure::from_table(shipped.text, 0..0, table.get_ref()).ok()
    };
    // A test reads every one of them.
    shipped.figure.get_or_init(read).as_ref()
}
