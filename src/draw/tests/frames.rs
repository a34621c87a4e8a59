//! What frames cost: a page of text, and a player with its ring and a figure.
#![expect(
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "prints figures"
)]

use std::f32::consts::TAU;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{CircleShape, ClippedShape, PathShape, PathStroke, TextShape};
use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, RawInput, Rect, Shape, Stroke,
    StrokeKind, ViewportId, pos2, vec2,
};
use supple_draw::{Canvas, Frame};

const RUNS: u32 = 60;

fn main() {
    for (size, scale) in [([1280, 800], 1.0), ([3840, 2160], 2.0)] {
        println!("{} x {}, scale {scale}", size[0], size[1]);
        measure("a page of text", size, scale, page);
        measure("a player", size, scale, player);
    }
}

fn measure(what: &str, size: [u32; 2], scale: f32, shapes: fn(&Context, Rect, u32) -> Vec<Shape>) {
    let ctx = Context::default();
    ctx.set_fonts(noto());
    let mut canvas = Canvas::new();
    let mut pixels = vec![0; size[0] as usize * size[1] as usize];
    let mut show = |count: u32, whole: bool, canvas: &mut Canvas| {
        let frame = frame(&ctx, size, scale, count, shapes);
        if whole {
            canvas.forget();
        }
        let start = Instant::now();
        let areas = canvas.update(&ctx, frame);
        let updated = start.elapsed();
        canvas.draw(&ctx, &mut pixels, 1);
        let changed: u32 = areas.iter().map(|area| area.width() * area.height()).sum();
        (start.elapsed(), updated, changed)
    };
    for (kind, whole, moving) in [
        ("whole", true, 1),
        ("a second later", false, 1),
        ("unchanged", false, 0),
    ] {
        let times = (0..RUNS).map(|run| show(run * moving, whole, &mut canvas));
        let mut times: Vec<(Duration, Duration, u32)> = times.collect();
        times.sort();
        let (all, update, changed) = times[times.len() / 2];
        println!(
            "  {what}, {kind}: {} us, of it looking for changes {} us, {changed} pixels",
            all.as_micros(),
            update.as_micros(),
        );
    }
}

fn frame(
    ctx: &Context,
    size: [u32; 2],
    scale: f32,
    count: u32,
    shapes: fn(&Context, Rect, u32) -> Vec<Shape>,
) -> Frame {
    let screen = Rect::from_min_size(
        egui::Pos2::ZERO,
        vec2(size[0] as f32, size[1] as f32) / scale,
    );
    let mut input = RawInput::default();
    let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
    viewport.native_pixels_per_point = Some(scale);
    let mut drawn = Vec::new();
    let mut output = ctx.run_ui(input, |_| {
        drawn = shapes(ctx, screen, count);
    });
    let mut textures = TexturesDelta::default();
    std::mem::swap(&mut textures, &mut output.textures_delta);
    let clipped = drawn.into_iter();
    Frame {
        shapes: clipped
            .map(|shape| ClippedShape::new(screen, shape))
            .collect(),
        textures,
        pixels_per_point: scale,
        background: Color32::from_rgb(246, 244, 239),
        size,
    }
}

fn text(ctx: &Context, at: egui::Pos2, size: f32, text: String) -> Shape {
    let ink = Color32::from_rgb(31, 42, 48);
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, FontId::proportional(size), ink));
    TextShape::new(at, galley, ink).into()
}

fn page(ctx: &Context, screen: Rect, count: u32) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for row in 0..(screen.height() / 24.0) as u32 {
        let y = row as f32 * 24.0;
        let card = Rect::from_min_size(pos2(20.0, y + 2.0), vec2(screen.width() - 40.0, 20.0));
        shapes.push(Shape::rect_filled(card, 8, Color32::WHITE));
        for column in 0..(screen.width() / 150.0) as u32 {
            let at = pos2(30.0 + column as f32 * 150.0, y + 3.0);
            shapes.push(text(ctx, at, 13.0, format!("Knee to chest {row} {column}")));
        }
    }
    shapes.push(text(ctx, pos2(30.0, 3.0), 13.0, format!("{count} s")));
    shapes
}

fn player(ctx: &Context, screen: Rect, count: u32) -> Vec<Shape> {
    let center = screen.center();
    let radius = screen.height() * 0.4;
    let teal = Color32::from_rgb(47, 127, 121);
    let part = 0.3 + count as f32 * 0.005;
    let arc = |points: usize, part: f32| -> Vec<_> {
        (0..points)
            .map(|at| {
                let angle = at as f32 / points as f32 * TAU * part;
                center + vec2(angle.sin(), -angle.cos()) * radius
            })
            .collect()
    };
    let mut shapes = vec![
        CircleShape {
            center,
            radius,
            fill: Color32::WHITE,
            stroke: Stroke::new(12.0, Color32::from_rgb(229, 225, 216)),
        }
        .into(),
        Shape::Path(PathShape {
            points: arc(3000, part),
            closed: false,
            fill: Color32::TRANSPARENT,
            stroke: PathStroke::from(Stroke::new(12.0, teal)).with_kind(StrokeKind::Middle),
        }),
    ];
    // Limbs.
    for limb in 0..24 {
        let from = center + vec2((limb % 6) as f32 * 50.0 - 150.0, (limb / 6) as f32 * 20.0);
        shapes.push(Shape::line_segment(
            [from, from + vec2(60.0, 30.0)],
            Stroke::new(14.0, teal),
        ));
        shapes.push(Shape::circle_filled(from, 9.0, teal));
    }
    shapes.push(text(
        ctx,
        center - vec2(60.0, 160.0),
        90.0,
        format!("{count}"),
    ));
    shapes
}

fn noto() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let face = FontData::from_static(ttf_noto_sans::REGULAR);
    fonts
        .font_data
        .insert("Noto Sans".to_owned(), Arc::new(face));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["Noto Sans".to_owned()]);
    }
    fonts
}
