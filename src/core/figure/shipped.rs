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
        static SHIPPED: [Shipped; 45] = [
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
    "bird-dog",
    "bridge",
    "calf-bent",
    "calf-straight",
    "cat-and-camel",
    "chest-doorway",
    "chest-hands-behind",
    "childs-pose",
    "chin-tuck",
    "cross-body-shoulder",
    "deep-breathing-lying",
    "double-knee-to-chest",
    "figure-four-lying",
    "figure-four-seated",
    "fist-and-fan",
    "hamstring-lying-towel",
    "hamstring-seated",
    "hamstring-standing",
    "hamstring-two-chairs",
    "hip-flexor-kneeling",
    "knee-to-chest",
    "lower-back-rotation",
    "neck-flexion",
    "neck-rotation",
    "neck-side-bend",
    "neck-side-bend-hand",
    "neck-side-bend-standing",
    "overhead-triceps",
    "pelvic-tilt",
    "piriformis-lying",
    "prayer-stretch",
    "prone-press-up",
    "quadriceps-standing",
    "seated-forward-fold",
    "seated-twist",
    "shoulder-blade-squeeze",
    "shoulder-roll",
    "side-bend-seated",
    "side-bend-standing",
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
