//! What the figures promise to the rest of the app and to authors: nothing a file says can stop the
//! program, and drawings are what they claim to be.

use std::time::Duration;

use crate::figure::{BLEND, Geometry, Moment, Palette, names, shipped, svg};
use crate::routine::read_figure;

#[test]
fn no_text_stops_the_program() {
    let numbers = [
        "0", "-0.0", "1e30", "-1e30", "1e-30", "nan", "inf", "9e99", "0.0001", "360", "-8", "8",
    ];
    let mut random = fastrand::Rng::with_seed(7);
    let mut good = 0;
    for name in names() {
        let path = format!(
            "{}/../../assets/figures/{name}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(path).unwrap();
        let words: Vec<&str> = text.split_inclusive([' ', '\n', ',']).collect();
        for _ in 0..60 {
            let mut changed: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            for _ in 0..random.usize(1..=3) {
                let place = random.usize(..changed.len());
                let is_number = changed[place]
                    .trim_end_matches([',', ' ', '\n'])
                    .parse::<f32>()
                    .is_ok();
                changed[place] = match random.u8(..4) {
                    0 => String::new(),
                    1 => (*random.choice(&words).unwrap()).to_owned(),
                    _ if is_number => format!("{}, ", random.choice(numbers).unwrap()),
                    _ => changed[place].chars().rev().collect(),
                };
            }
            if let Ok(figure) = read_figure(changed.concat().as_bytes()) {
                good += 1;
                for share in 0..8 {
                    let moment = Moment::entering(BLEND * share / 7);
                    for shape in figure.shapes(moment, None) {
                        let bounds = shape.bounds();
                        assert!(
                            bounds.width().is_finite() && bounds.height().is_finite(),
                            "{name}"
                        );
                    }
                }
                let drawn = svg::element(&figure, Moment::HOLD, None, Palette::Light, name);
                assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{name}");
            }
        }
    }
    assert!(
        good > 100,
        "too few of the changed texts were still figures: {good}"
    );
}

#[test]
fn a_hold_is_entered_within_a_second_and_left_the_same_way() {
    let figure = shipped("knee-to-chest").unwrap();
    let shapes = |moment| figure.shapes(moment, None);
    assert_eq!(
        shapes(Moment::entering(Duration::ZERO)),
        shapes(Moment::REST)
    );
    assert_eq!(shapes(Moment::leaving(BLEND * 3)), shapes(Moment::REST));
    assert_ne!(shapes(Moment::entering(BLEND / 2)), shapes(Moment::HOLD));
    let glow = |moment| {
        let shapes = figure.shapes(moment, None);
        shapes
            .iter()
            .find(|shape| matches!(shape.geometry, Geometry::Glow { .. }))
            .map(|shape| shape.opacity)
    };
    assert_eq!(glow(Moment::REST), None);
    assert!(glow(Moment::entering(BLEND / 2)).is_some_and(|opacity| (opacity - 0.5).abs() < 1e-3));
    assert_eq!(glow(Moment::entering(BLEND)), Some(1.0));
}

#[test]
fn svg_escapes_its_label_and_keeps_to_its_palette() {
    let figure = shipped("knee-to-chest").unwrap();
    let svg = svg::element(figure, Moment::HOLD, None, Palette::Dark, "a \"b\" <c> & d");
    assert!(svg.contains("aria-label=\"a &quot;b&quot; &lt;c&gt; &amp; d\""));
    assert!(svg.contains("#6d82ad") && !svg.contains("#33415c"));
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert!(svg.len() < 12_000, "{}", svg.len());
}

#[test]
fn what_is_held_has_no_place_that_a_hand_could_be_put_on() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/figures/hamstring-lying-towel.toml"
    );
    let text = std::fs::read_to_string(path).unwrap();
    for kind in ["towel", "band", "stick", "weight"] {
        let held = text.replace("kind = \"towel\"", &format!("kind = \"{kind}\""));
        assert!(read_figure(held.as_bytes()).is_ok(), "{kind}");
        let on_it = held.replace(
            "hand = [-0.42, 0.78]",
            &format!("hand = {{ on = \"{kind}\" }}"),
        );
        assert!(read_figure(on_it.as_bytes()).is_err(), "{kind}");
    }
}
