//! What the program's own painter makes of the screens: the same pictures as the painter here does,
//! and of changes alone the same as of the whole.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::epaint::{ClippedShape, ImageDelta};
use eframe::egui::{
    Color32, ColorImage, Context, FullOutput, Shape, TextureId, TextureOptions, Vec2,
};
use egui_kittest::Harness;
use image::RgbImage;
use supple_draw::{Canvas, Frame};

use crate::Look;
use crate::canvas::place_of;
use crate::readable;
use crate::screens::{Draw, Screen};

/// A channel of a pixel may differ by so much of 255 from what the painter here makes of it.
const TOLERANCE: u8 = 6;
/// How many screens are shown one after the other, once each was.
const TURNS: usize = 10;

/// Screens that are shown in one window of a size in points, on a display of so many pixels to a point.
pub(crate) struct Window<'a> {
    pub(crate) size: Vec2,
    pub(crate) scale: f32,
    pub(crate) screens: &'a [Screen],
}

/// What the program shows of each screen, whichever was shown before.
pub(crate) fn check(look: &Look, of: &Window<'_>, seed: u64) {
    let shown = Rc::new(Cell::new(0));
    let mut harness = all_screens(look, of, Rc::clone(&shown));
    let screens = of.screens;
    let paper = harness.ctx.style_of(look.theme).visuals.panel_fill;
    let (mut window, mut whole) = (Painter::default(), Painter::default());
    let mut rng = fastrand::Rng::with_seed(seed);
    // Each once, since letters that were never shown have the whole window drawn anew.
    let first = 0..screens.len();
    let turns = first.chain((0..TURNS).map(|_| rng.usize(..screens.len())));
    let mut in_part = 0;
    for (turn, screen) in turns.enumerate() {
        shown.set(screen);
        harness.run();
        let (ctx, output) = (&harness.ctx, harness.output());
        let name = screens[screen].0;
        in_part += usize::from(window.show(ctx, output, paper));
        whole.canvas.forget();
        whole.show(ctx, output, paper);
        let differs = window.pixels.iter().zip(&whole.pixels);
        let differs = differs.filter(|(part, whole)| part != whole).count();
        assert_eq!(differs, 0, "{name} in turn {turn}, {}", look.name);
        if turn < screens.len() {
            let picture = readable::draw(ctx, output, paper, 0.0).0;
            let most = most_apart(&whole.pixels, &picture);
            assert!(most <= TOLERANCE, "{name}, {}: {most}", look.name);
        }
    }
    // From one screen to another most of the window changes.
    assert!(in_part > TURNS / 4, "only {in_part} were drawn in part");
}

/// A window with the screen of this number.
fn all_screens(look: &Look, of: &Window<'_>, shown: Rc<Cell<usize>>) -> Harness<'static> {
    let mut screens: Vec<Draw> = of.screens.iter().map(|(_, make)| make()).collect();
    let draw = Box::new(move |ui: &mut _| screens[shown.get()](ui));
    look.window(of.size, of.scale, draw)
}

/// The program's painter with what it draws on.
#[derive(Default)]
struct Painter {
    canvas: Canvas,
    pixels: Vec<u32>,
    letters: Option<Arc<ColorImage>>,
    pictures: BTreeSet<TextureId>,
}

impl Painter {
    /// Draws what differs; whether that is less than all of it.
    fn show(&mut self, ctx: &Context, output: &FullOutput, paper: Color32) -> bool {
        let size = (ctx.content_rect().size() * ctx.pixels_per_point()).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "windows are small"
        )]
        let size = [size.x as u32, size.y as u32];
        let mut frame = Frame {
            shapes: output.shapes.clone(),
            textures: TexturesDelta::default(),
            pixels_per_point: ctx.pixels_per_point(),
            background: paper,
            size,
        };
        self.hand_over(ctx, &mut frame);
        let changed = self.canvas.update(ctx, frame);
        let all = size[0] as usize * size[1] as usize;
        let age = u8::from(self.pixels.len() == all);
        self.pixels.resize(all, 0);
        self.canvas.draw(ctx, &mut self.pixels, age);
        let drawn = changed.iter().map(|area| area.width() * area.height());
        (drawn.sum::<u32>() as usize) < all
    }

    /// Puts those textures into the frame that it has not got yet.
    fn hand_over(&mut self, ctx: &Context, frame: &mut Frame) {
        let textures = &mut frame.textures;
        let mut add = |id: TextureId, image: Arc<ColorImage>| {
            let whole = ImageDelta::full(image, TextureOptions::LINEAR);
            textures.set.entry(id).or_default().push(whole);
        };
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method itself has one lifetime too few"
        )]
        let letters = ctx.fonts(|fonts| fonts.image());
        if self.letters.as_deref() != Some(&letters) {
            let letters = Arc::new(letters);
            add(TextureId::default(), Arc::clone(&letters));
            self.letters = Some(letters);
        }
        for id in pictures(&frame.shapes) {
            if self.pictures.insert(id) {
                let picture = ctx.data(|data| data.get_temp(place_of(id)));
                add(id, picture.unwrap());
            }
        }
    }
}

/// The textures that are shown, other than the letters.
fn pictures(shapes: &[ClippedShape]) -> BTreeSet<TextureId> {
    fn of(shape: &Shape, found: &mut BTreeSet<TextureId>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| of(shape, found)),
            shape => {
                found.insert(shape.texture_id());
            }
        }
    }
    let mut found = BTreeSet::new();
    for shape in shapes {
        of(&shape.shape, &mut found);
    }
    found.remove(&TextureId::default());
    found
}

/// By how much the channel differs that differs most.
fn most_apart(pixels: &[u32], picture: &RgbImage) -> u8 {
    let pixels = pixels.iter().zip(picture.pixels());
    let apart = pixels.map(|(pixel, expected)| {
        let [_, channels @ ..] = pixel.to_be_bytes();
        let channels = channels.iter().zip(expected.0);
        channels.map(|(one, other)| one.abs_diff(other)).max()
    });
    apart.max().flatten().unwrap_or_default()
}
