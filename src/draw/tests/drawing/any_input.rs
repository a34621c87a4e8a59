//! Whatever is asked to be drawn, drawing comes to an end and nothing breaks.

use std::sync::Arc;

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{
    ClippedShape, ImageDelta, Mesh, PathShape, PathStroke, QuadraticBezierShape, RectShape, Vertex,
};
use egui::{
    Color32, ColorImage, Context, Pos2, RawInput, Rect, Shape, Stroke, StrokeKind, TextureId,
    TextureOptions, pos2,
};
use fastrand::Rng;
use supple_draw::{Canvas, Frame};

const FRAMES: usize = 1500;

#[test]
fn places_far_away_or_nowhere_are_drawn_without_a_hitch() {
    let mut rng = Rng::with_seed(7);
    let ctx = context();
    let mut canvas = Canvas::new();
    for _ in 0..FRAMES {
        let shapes = (0..4).map(|_| ClippedShape::new(rect(&mut rng), shape(&mut rng)));
        let frame = Frame {
            shapes: shapes.collect(),
            textures: textures(&mut rng),
            pixels_per_point: 1.0,
            background: Color32::BLACK,
            size: [40, 30],
        };
        canvas.update(&ctx, frame);
        canvas.draw(&ctx, &mut vec![0; 40 * 30], rng.u8(..));
    }
}

/// Windows of a pixel, of a line, as wide as three screens side by side, and minimised ones.
const SIZES: [[u32; 2]; 9] = [
    [0, 0],
    [0, 9],
    [1, 1],
    [1, 700],
    [16_384, 1],
    [16_384, 3],
    [33, 41],
    [40, 30],
    [41, 33],
];

const SCALES: [f32; 7] = [0.5, 1.0, 1.3, 2.0, 7.7, f32::NAN, 0.0];

#[test]
fn of_whatever_is_asked_for_what_is_drawn_of_changes_is_the_whole_picture() {
    let mut changes = 0;
    for seed in 0..120 {
        let mut rng = Rng::with_seed(seed);
        let ctx = context();
        let (mut canvas, mut whole) = (Canvas::new(), Canvas::new());
        let (mut shown, mut shown_size) = (Vec::new(), [0, 0]);
        let (mut size, mut scale, mut background) = ([40, 30], 1.0, Color32::BLACK);
        let mut shapes: Vec<ClippedShape> = Vec::new();
        for number in 0..40 {
            match rng.u8(..16) {
                0 => size = *rng.choice(&SIZES).unwrap(),
                1 => scale = *rng.choice(&SCALES).unwrap(),
                2 => background = Color32::from_gray(rng.u8(..)),
                3 => shapes.clear(),
                4 if !shapes.is_empty() => drop(shapes.remove(rng.usize(..shapes.len()))),
                5 => canvas.forget(),
                _ if shapes.len() < 12 => {
                    let at = rng.usize(..=shapes.len());
                    shapes.insert(at, ClippedShape::new(rect(&mut rng), shape(&mut rng)));
                }
                _ => {
                    let at = rng.usize(..shapes.len());
                    shapes[at] = ClippedShape::new(rect(&mut rng), shape(&mut rng));
                }
            }
            let mut textures = textures(&mut rng);
            let frame = || Frame {
                shapes: shapes.clone(),
                textures: textures.clone(),
                pixels_per_point: scale,
                background,
                size,
            };
            let pixels = size[0] as usize * size[1] as usize;
            let mut expected = vec![1; pixels];
            whole.forget();
            whole.update(&ctx, frame());
            whole.draw(&ctx, &mut expected, 0);
            let areas = canvas.update(&ctx, frame());
            textures.clear();
            changes += usize::from(!areas.is_empty());
            // Now and then the display refuses, and the next frame makes up for it.
            if rng.u8(..8) > 0 {
                let age = u8::from(shown_size == size);
                if age == 0 {
                    (shown, shown_size) = (vec![7; pixels], size);
                }
                canvas.draw(&ctx, &mut shown, age);
                assert!(shown == expected, "seed {seed}, frame {number}, {size:?}");
            }
        }
    }
    assert!(changes > 2000, "only {changes} changes were seen");
}

#[test]
fn memory_of_any_size_is_written_within_its_bounds() {
    let ctx = context();
    for size in [
        [0, 0],
        [0, 9],
        [9, 0],
        [1, 1],
        [9, 9],
        [u32::MAX, u32::MAX],
        [u32::MAX, 1],
    ] {
        for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-30, 1e30, 1.0] {
            for length in [0, 1, 80, 81, 100] {
                let mut canvas = Canvas::new();
                let shape = Shape::rect_filled(Rect::EVERYTHING, 0, Color32::RED);
                let frame = Frame {
                    shapes: vec![ClippedShape::new(Rect::EVERYTHING, shape)],
                    textures: TexturesDelta::default(),
                    pixels_per_point: scale,
                    background: Color32::WHITE,
                    size,
                };
                canvas.update(&ctx, frame);
                canvas.draw(&ctx, &mut vec![0; length], 0);
            }
        }
    }
}

fn context() -> Context {
    let ctx = Context::default();
    let mut output = ctx.run_ui(RawInput::default(), |_| {});
    output.textures_delta.clear();
    ctx
}

fn along(rng: &mut Rng) -> f32 {
    let some = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        f32::MAX,
        f32::MIN,
        1e9,
        -1e7,
        65_536.0,
        -3.0,
        0.0,
        f32::MIN_POSITIVE,
        0.5,
        7.0,
        20.0,
    ];
    match rng.u8(..3) {
        0 => *rng.choice(&some).unwrap(),
        _ => rng.f32() * 60.0 - 10.0,
    }
}

fn at(rng: &mut Rng) -> Pos2 {
    pos2(along(rng), along(rng))
}

fn rect(rng: &mut Rng) -> Rect {
    match rng.u8(..3) {
        0 => Rect::EVERYTHING,
        1 => Rect::from_min_max(at(rng), at(rng)),
        _ => Rect::from_two_pos(at(rng), at(rng)),
    }
}

fn stroke(rng: &mut Rng) -> Stroke {
    Stroke::new(along(rng), Color32::from_rgb(rng.u8(..), 7, 200))
}

fn shape(rng: &mut Rng) -> Shape {
    let fill = Color32::from_rgba_premultiplied(90, rng.u8(..), 40, 120);
    match rng.u8(..8) {
        0 => Shape::circle_filled(at(rng), along(rng), fill),
        1 => Shape::circle_stroke(at(rng), along(rng), stroke(rng)),
        2 => Shape::ellipse_filled(at(rng), at(rng).to_vec2(), fill),
        3 => Shape::line_segment([at(rng), at(rng)], stroke(rng)),
        4 => {
            let points = (0..rng.u8(..6)).map(|_| at(rng)).collect();
            let stroke = PathStroke::from(stroke(rng)).with_kind(StrokeKind::Inside);
            Shape::Path(PathShape {
                points,
                closed: true,
                fill,
                stroke,
            })
        }
        5 => {
            let kind = StrokeKind::Outside;
            let mut rect = RectShape::new(rect(rng), rng.u8(..9), fill, stroke(rng), kind);
            rect.blur_width = along(rng);
            rect.angle = along(rng);
            rect.into()
        }
        6 => {
            let points = [at(rng), at(rng), at(rng)];
            QuadraticBezierShape::from_points_stroke(points, true, fill, stroke(rng)).into()
        }
        _ => Shape::Mesh(Arc::new(mesh(rng))),
    }
}

/// With corners that are not there, of a picture that may not be there.
fn mesh(rng: &mut Rng) -> Mesh {
    let vertex = |rng: &mut Rng| Vertex {
        pos: at(rng),
        uv: at(rng),
        color: Color32::from_rgba_premultiplied(255, rng.u8(..), 0, rng.u8(..)),
    };
    let vertices: Vec<_> = (0..5).map(|_| vertex(rng)).collect();
    let most = if rng.bool() { 5 } else { 7 };
    Mesh {
        indices: (0..rng.u8(..20)).map(|_| rng.u32(..most)).collect(),
        vertices,
        texture_id: TextureId::Managed(rng.u64(..4)),
    }
}

/// Pictures that are new, changed within and beyond their edges, or not as large as they say.
fn textures(rng: &mut Rng) -> TexturesDelta {
    let mut textures = TexturesDelta::default();
    let id = TextureId::Managed(rng.u64(..4));
    let mut image = ColorImage::filled([rng.usize(..5), rng.usize(..5)], Color32::GOLD);
    if rng.u8(..4) == 0 {
        image.size = [rng.usize(..5), usize::MAX];
    }
    let delta = match rng.u8(..3) {
        0 => ImageDelta::full(image, TextureOptions::LINEAR_REPEAT),
        1 => ImageDelta::partial(
            [rng.usize(..6), rng.usize(..6)],
            image,
            TextureOptions::LINEAR,
        ),
        _ => ImageDelta::partial([usize::MAX, 0], image, TextureOptions::NEAREST),
    };
    textures.push(id, delta);
    if rng.u8(..3) == 0 {
        textures.free(TextureId::Managed(rng.u64(..4)));
    }
    textures
}
