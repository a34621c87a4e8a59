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
    "ball-squeeze-seated",
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
    "deep-breathing-lying",
    "double-knee-to-chest",
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
    "knee-to-chest",
    "lower-back-rotation",
    "lunge",
    "marching-seated",
    "marching-standing",
    "mini-squat",
    "neck-flexion",
    "neck-rotation",
    "neck-side-bend",
    "neck-side-bend-hand",
    "neck-side-bend-standing",
    "overhead-triceps",
    "pelvic-tilt",
    "piriformis-lying",
    "prayer-stretch",
    "prone-leg-raise",
    "prone-press-up",
    "quad-set",
    "quadriceps-standing",
    "seated-forward-fold",
    "seated-knee-extension",
    "seated-twist",
    "short-arc-quad",
    "shoulder-blade-squeeze",
    "shoulder-roll",
    "side-bend-seated",
    "side-bend-standing",
    "side-lying-hip-abduction",
    "side-lying-hip-adduction",
    "single-leg-stand",
    "sit-to-stand",
    "standing-hip-abduction",
    "standing-hip-extension",
    "step-down",
    "step-up",
    "straight-leg-raise",
    "tandem-stand",
    "tandem-walk",
    "upper-back-hug",
    "wall-sit",
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
