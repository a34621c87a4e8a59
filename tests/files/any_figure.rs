//! Every figure that can be written can be drawn, at every moment that a session can come to.
//!
//! Random figures within the format's limits, with a liking for the limits themselves, are read and
//! drawn as SVG and in the window, for both sides.

use std::fmt::Write as _;
use std::time::Duration;

use eframe::egui::epaint::{Mesh, TessellationOptions, Tessellator};
use eframe::egui::{Rect, Vec2, pos2, vec2};
use fastrand::Rng;
use supple::figure::{BLEND, Figure, Moment, Palette, names, svg};
use supple::routine::{Side, read_figure};
use supple::ui::figure::Posed;

/// Draws it at moments of every kind, more and less of them at random.
#[track_caller]
fn can_be_drawn(figure: &Figure, text: &str, random: &mut Rng) {
    let within = |random: &mut Rng| BLEND.mul_f32(random.f32() * 1.1);
    let paces = [Duration::ZERO, Duration::from_secs(4), Duration::MAX];
    let mut moments = vec![Moment::REST, Moment::HOLD];
    for _ in 0..2 {
        moments.push(Moment::entering(within(random)));
        moments.push(Moment::leaving(within(random)));
        let since = Duration::from_secs_f32(random.f32() * 100.0);
        moments.push(figure.paced(since, paces[random.usize(..paces.len())]));
    }
    moments.push(figure.paced(Duration::MAX, Duration::from_millis(1)));
    for moment in moments {
        for side in [None, Some(Side::Left), Some(Side::Right)] {
            let drawn = svg::element(figure, moment, side, Palette::Light, "it");
            for never in ["NaN", "inf"] {
                assert!(!drawn.contains(never), "{never} at {moment:?}:\n{text}");
            }
            let sizes = [vec2(640.0, 360.0), vec2(1.0, 500.0), vec2(0.0, 0.0)];
            let size = sizes[random.usize(..sizes.len())];
            let posed = Posed {
                figure,
                moment,
                side,
            };
            is_painted(&posed, size, text);
        }
    }
}

/// In the window, however little room there is, all that is painted is where a painter can get to.
#[track_caller]
fn is_painted(posed: &Posed<'_>, size: Vec2, text: &str) {
    const FAR: f32 = 1e6;
    let area = Rect::from_min_size(pos2(20.0, 30.0), size);
    let mut mesh = Mesh::default();
    let options = TessellationOptions::default();
    let mut painter = Tessellator::new(1.0, options, [1, 1], Vec::new());
    for shape in posed.shapes(area, Palette::Light) {
        painter.tessellate_shape(shape, &mut mesh);
    }
    assert!(mesh.is_valid());
    for vertex in &mesh.vertices {
        let at = vertex.pos;
        let is_near = at.x.abs() < FAR && at.y.abs() < FAR;
        let moment = posed.moment;
        assert!(is_near, "{at:?} of {size:?} at {moment:?}:\n{text}");
    }
}

#[test]
fn every_figure_that_can_be_written_can_be_drawn() {
    let mut random = Rng::with_seed(3);
    let mut read = Vec::new();
    for _ in 0..1_300 {
        let text = any_figure(&mut random);
        if let Ok(figure) = read_figure(text.as_bytes()) {
            can_be_drawn(&figure, &text, &mut random);
            read.push(text);
        }
    }
    // What is drawn comes to every limit: there is a figure with each of these, and it is no mistake.
    for (what, is_in) in LIMITS {
        let count = read.iter().filter(|text| is_in(text)).count();
        assert!(count >= 3, "{count} of {} figures have {what}", read.len());
    }
}

/// Whether a text has something.
type Has = fn(&str) -> bool;

/// What was found to be hard to draw, and how a text is known to have it.
const LIMITS: [(&str, Has); 14] = [
    ("an arm pinned to a place", |text| text.contains("hand = [")),
    ("a leg pinned to a place", |text| text.contains("ankle = [")),
    ("a limb pinned to a part", |text| {
        ["hand = { on", "ankle = { on"]
            .iter()
            .any(|pin| text.contains(pin))
    }),
    ("a limb pinned to a prop", |text| {
        text.contains("= { on = \"wall\"")
    }),
    ("a limb pinned to where it begins", |text| {
        let hips = text
            .split("hip = ")
            .skip(1)
            .filter_map(|rest| rest.split('\n').next());
        hips.into_iter()
            .any(|hip| text.contains(&format!("ankle = {hip},")))
    }),
    ("a part that has swung past the line of sight", |text| {
        text.contains("short = [-") && text.contains("hand = ")
    }),
    ("a part without a length", |text| {
        text.contains("short = [0.0,")
    }),
    ("the shortest part that may be pinned", |text| {
        text.contains("short = [0.05,")
    }),
    ("a spine that bends", |text| text.contains("spine = [")),
    ("a body that hangs on a knee", |text| {
        text.contains("\nknee = [")
    }),
    ("a prop without a size", |text| {
        is_of_equal_points(text, "[[prop]]")
    }),
    ("an arrow without a length", |text| {
        is_of_equal_points(text, "[[arrow]]")
    }),
    ("a towel that runs through nothing", |text| {
        text.contains("through = []")
    }),
    ("a pose that follows itself", |text| {
        text.contains("\"hold\", \"hold\"")
    }),
];

/// Whether anything below such a heading goes from a point to the same point.
fn is_of_equal_points(text: &str, heading: &str) -> bool {
    text.split(heading).skip(1).any(|entry| {
        let value = |key| {
            let line = entry.split('\n').find_map(|line| line.strip_prefix(key));
            line.map(str::to_owned)
        };
        value("from = ").is_some_and(|from| Some(from) == value("to = "))
    })
}

#[test]
fn a_shipped_figure_with_other_numbers_is_refused_or_can_be_drawn() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/figures");
    let files: Vec<String> = names()
        .map(|name| std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap())
        .collect();
    let mut random = Rng::with_seed(4);
    let mut read = 0;
    for _ in 0..150 {
        let text = with_other_numbers(random.choice(&files).unwrap(), &mut random);
        if let Ok(figure) = read_figure(text.as_bytes()) {
            read += 1;
            can_be_drawn(&figure, &text, &mut random);
        }
    }
    assert!(read > 30, "most were refused: {read}");
}

/// One to four of its numbers changed.
fn with_other_numbers(text: &str, random: &mut Rng) -> String {
    let mut text = text.to_owned();
    for _ in 0..random.usize(1..=4) {
        let digits: Vec<usize> = text
            .char_indices()
            .filter_map(|(at, letter)| letter.is_ascii_digit().then_some(at))
            .collect();
        let Some(&at) = random.choice(&digits) else {
            continue;
        };
        let is_of_number = |letter: char| letter.is_ascii_digit() || "-.".contains(letter);
        let start = text[..at].rfind(|letter| !is_of_number(letter));
        let start = start.map_or(0, |before| before + 1);
        let length = text[start..].find(|letter| !is_of_number(letter));
        let end = length.map_or(text.len(), |length| start + length);
        let (low, high) = [(-1.0, 1.0), (-8.0, 8.0), (-720.0, 720.0)][random.usize(..3)];
        text.replace_range(start..end, &number(random, low, high).to_string());
    }
    text
}

/// A number from within a range, more often than not one that stands out.
fn number(random: &mut Rng, low: f32, high: f32) -> f32 {
    let even = low + (high - low) * random.f32();
    match random.u8(..8) {
        0 => low,
        1 => high,
        2 => 0.0_f32.clamp(low, high),
        3 => (even * 10.0).round() / 10.0,
        _ => even,
    }
}

const PARTS: [&str; 15] = [
    "neck",
    "head",
    "torso",
    "left-upper-arm",
    "left-forearm",
    "left-hand",
    "right-upper-arm",
    "right-forearm",
    "right-hand",
    "left-thigh",
    "left-shin",
    "left-foot",
    "right-thigh",
    "right-shin",
    "right-foot",
];

const PROPS: [&str; 8] = [
    "mat", "floor", "chair", "stool", "desk", "doorway", "step", "pillow",
];
const HELD: [&str; 4] = ["towel", "band", "stick", "weight"];

/// A figure that breaks no rule but, perhaps, that its hands and feet have to reach what they are
/// pinned to, in no circle, and above the floor.
fn any_figure(random: &mut Rng) -> String {
    let view = random.choice(["side", "front", "back", "top"]).unwrap();
    let mut text = format!("view = \"{view}\"\n");
    if random.bool() {
        text.push_str("drawn_for = \"right\"\n");
    }
    if random.u8(..4) == 0 {
        let bust = number(random, 0.0, 0.9);
        writeln!(text, "bust = {bust}").unwrap();
    }
    if random.u8(..4) == 0 {
        let hidden: Vec<_> = PARTS.iter().filter(|_| random.u8(..3) > 0).collect();
        writeln!(text, "hide = {hidden:?}").unwrap();
    }
    if random.u8(..20) == 0 {
        writeln!(text, "hide = {PARTS:?}").unwrap();
    }
    if random.u8(..4) == 0 {
        let (x, y) = (number(random, -8.0, 7.8), number(random, -8.0, 7.8));
        let (width, height) = (number(random, 0.11, 1.0), number(random, 0.11, 1.0));
        let (right, high) = ((x + width).min(8.0), (y + height).min(8.0));
        writeln!(text, "frame = [{x}, {y}, {right}, {high}]").unwrap();
    }
    let cycle = [
        "[]",
        "[\"hold\"]",
        "[\"hold\", \"hold\"]",
        "[\"rest\", \"more\", \"hold\"]",
        "[\"rest\", \"more\", \"hold\", \"more\", \"more\", \"rest\", \"hold\", \"rest\"]",
    ];
    if random.bool() {
        writeln!(text, "cycle = {}", random.choice(cycle).unwrap()).unwrap();
    }
    let prop = random.choice(PROPS).unwrap();
    let mut marks = String::new();
    if random.bool() {
        let point = |random: &mut Rng| [(); 2].map(|()| number(random, -8.0, 8.0));
        let (from, to) = (point(random), point(random));
        let to = if random.u8(..4) == 0 { from } else { to };
        let layer = random
            .choice(["", "in_front = true", "behind = \"torso\""])
            .unwrap();
        let back = number(random, -8.0, 8.0);
        writeln!(
            marks,
            "[[prop]]\nkind = \"{prop}\"\nfrom = {from:?}\nto = {to:?}\nback = {back}\n{layer}"
        )
        .unwrap();
        let end = if random.u8(..4) == 0 {
            from
        } else {
            point(random)
        };
        writeln!(marks, "[[arrow]]\nfrom = {from:?}\nto = {end:?}").unwrap();
        let turns = [(); 2].map(|()| number(random, -720.0, 720.0));
        let radius = number(random, 0.05, 2.0);
        writeln!(
            marks,
            "[[arrow]]\ncenter = {from:?}\nradius = {radius}\nstart = {}\nend = {}",
            turns[0], turns[1]
        )
        .unwrap();
        let on = if random.bool() {
            prop
        } else {
            random.choice(PARTS).unwrap()
        };
        let shares = [(); 2].map(|()| number(random, -3.0, 3.0));
        let size = [(); 2].map(|()| number(random, 0.02, 2.0));
        writeln!(
            marks,
            "[[highlight]]\non = \"{on}\"\nat = {}\nout = {}\nsize = {size:?}\n{}",
            shares[0],
            shares[1],
            layer.trim_start_matches("in_front = true")
        )
        .unwrap();
        let through: Vec<String> = (0..random.u8(..4)).map(|_| place(random)).collect();
        writeln!(
            marks,
            "[[prop]]\nkind = \"{}\"\nthrough = [{}]",
            random.choice(HELD).unwrap(),
            through.join(", ")
        )
        .unwrap();
    }
    // One that hands and feet may be put on; each of the body's own lies in what it can reach.
    let corner = [number(random, -1.0, 1.0), number(random, 4.0, 7.0)];
    writeln!(
        marks,
        "[[prop]]\nkind = \"wall\"\nfrom = {corner:?}\nto = {corner:?}"
    )
    .unwrap();
    text.push_str(&marks);
    for name in ["rest", "hold", "more"] {
        writeln!(text, "[pose.{name}]").unwrap();
        pose(&mut text, view, corner, random);
    }
    text
}

/// On another part.
fn place(random: &mut Rng) -> String {
    let on = random.choice(PARTS).unwrap();
    let [at, out] = [(); 2].map(|()| number(random, -1.0, 1.0));
    format!("{{ on = \"{on}\", at = {at}, out = {out} }}")
}

/// With a place that one of its hands or feet may be put on.
fn pose(text: &mut String, view: &str, wall: [f32; 2], random: &mut Rng) {
    // High above the floor, so that nothing sinks through it; now and then where the wall is.
    let hip = match random.u8(..4) {
        0 => [wall[0] + number(random, -0.5, 0.5), wall[1]],
        _ => [number(random, -4.0, 4.0), number(random, 4.0, 7.0)],
    };
    // From the side a body may kneel, its right thigh given by an angle.
    let kneels = view == "side" && random.u8(..4) == 0;
    let root = if kneels { "knee" } else { "hip" };
    writeln!(text, "{root} = {hip:?}").unwrap();
    let spine = number(random, -720.0, 720.0);
    if random.u8(..3) == 0 {
        let bends = [(); 2].map(|()| spine + number(random, -30.0, 30.0));
        let all = [spine, bends[0], bends[1]].map(|angle| angle.clamp(-720.0, 720.0));
        writeln!(text, "spine = {all:?}").unwrap();
    } else {
        writeln!(text, "spine = {spine}").unwrap();
    }
    for (key, low, high) in [
        ("tall", 0.3, 1.0),
        ("neck", -720.0, 720.0),
        ("head", -720.0, 720.0),
        ("turn", -180.0, 180.0),
        ("shoulders", -0.4, 0.4),
        ("hips", 0.0, 0.4),
        ("belly", -0.1, 0.2),
    ] {
        if random.u8(..3) == 0 {
            writeln!(text, "{key} = {}", number(random, low, high)).unwrap();
        }
    }
    if random.u8(..3) == 0 {
        let shrug = [(); 2].map(|()| number(random, -0.4, 0.4));
        writeln!(text, "shrug = {shrug:?}").unwrap();
    }
    let (sin, cos) = spine.to_radians().sin_cos();
    let shoulder = [hip[0] + 0.9 * cos, hip[1] + 0.9 * sin];
    for (limb, keys, root) in [
        ("left_arm", ARM, shoulder),
        ("right_arm", ARM, shoulder),
        ("left_leg", LEG, hip),
        ("right_leg", LEG, hip),
    ] {
        let [upper, lower, pin, joint, end] = keys;
        let mut says = Vec::new();
        let is_pinned = random.u8(..3) == 0 && !(kneels && limb == "right_leg");
        let least = if is_pinned {
            let bend = random.choice(["up", "down", "left", "right"]).unwrap();
            let to = match random.u8(..8) {
                0 | 1 => place(random),
                2 | 3 => "{ on = \"wall\" }".to_owned(),
                4 => format!("{root:?}"),
                _ => {
                    let near = [(); 2].map(|()| number(random, -0.6, 0.6));
                    format!("{:?}", [root[0] + near[0], root[1] + near[1]])
                }
            };
            says.push(format!("{pin} = {to}, {joint} = \"{bend}\""));
            0.05
        } else {
            for part in [upper, lower] {
                says.push(format!("{part} = {}", number(random, -720.0, 720.0)));
            }
            -1.0
        };
        if random.bool() {
            let short = [(); 3].map(|()| number(random, least, 1.0));
            says.push(format!("short = {short:?}"));
        }
        if random.bool() {
            says.push(format!("{end} = {}", number(random, -720.0, 720.0)));
        }
        if keys == ARM {
            for (key, low, high) in [
                ("fingers", -720.0, 720.0),
                ("thumb", -720.0, 720.0),
                ("curl", 0.0, 1.0),
                ("flat", 0.0, 1.0),
                ("spread", 0.0, 40.0),
            ] {
                if random.u8(..4) == 0 {
                    says.push(format!("{key} = {}", number(random, low, high)));
                }
            }
        }
        writeln!(text, "{limb} = {{ {} }}", says.join(", ")).unwrap();
    }
}

const ARM: [&str; 5] = ["upper", "fore", "hand", "elbow", "palm"];
const LEG: [&str; 5] = ["thigh", "shin", "ankle", "knee", "foot"];
