//! Drawing what changed leaves every pixel as if the whole frame had been drawn.

use egui::emath::TSTransform;
use supple_draw::{Area, Canvas};

use crate::scene::Scene;

const SCENES: u64 = 60;
const FRAMES: usize = 25;

#[test]
fn what_is_drawn_of_changes_is_the_whole_frame() {
    let mut drawn = 0;
    for seed in 0..SCENES {
        let mut scene = Scene::new(seed);
        let mut window = Window::new(1 + seed as usize % 3);
        for number in 0..FRAMES {
            drawn += window.show(&mut scene, &format!("scene {seed}, frame {number}"));
        }
    }
    assert!(drawn > 700, "only {drawn} changes were seen");
}

/// A display with several buffers, and the same frames drawn whole beside it.
struct Window {
    canvas: Canvas,
    whole: Canvas,
    /// Each with when it was drawn last.
    buffers: Vec<(Vec<u32>, Option<usize>)>,
    drawings: usize,
    shown: Vec<u32>,
}

impl Window {
    fn new(buffers: usize) -> Self {
        Self {
            canvas: Canvas::new(),
            whole: Canvas::new(),
            buffers: vec![(Vec::new(), None); buffers],
            drawings: 0,
            shown: Vec::new(),
        }
    }

    /// Returns one if something changed.
    fn show(&mut self, scene: &mut Scene, what: &str) -> u32 {
        let (frame, copy) = scene.frame(change);
        let pixels = scene.size[0] as usize * scene.size[1] as usize;
        self.whole.forget();
        self.whole.update(&scene.ctx, copy);
        let mut expected = vec![0xdead_beef; pixels];
        self.whole.draw(&scene.ctx, &mut expected, 0);
        if scene.rng.u8(..12) == 0 {
            self.canvas.forget();
        }
        let areas = self.canvas.update(&scene.ctx, frame);
        if areas.is_empty() {
            assert_eq!(differing(&self.shown, &expected, scene), None, "{what}");
            return 0;
        }
        if scene.rng.u8(..12) == 0 {
            // The display refuses, and the next frame has to make up for it.
            return 0;
        }
        let at = scene.rng.usize(..self.buffers.len());
        let (buffer, last) = &mut self.buffers[at];
        if buffer.len() != pixels || scene.rng.u8(..12) == 0 {
            (*buffer, *last) = (vec![scene.rng.u32(..); pixels], None);
        }
        let age = last.map_or(0, |last| (self.drawings - last) as u8);
        self.canvas.draw(&scene.ctx, buffer, age);
        *last = Some(self.drawings);
        self.drawings += 1;
        assert_eq!(
            differing(buffer, &expected, scene),
            None,
            "{what}, age {age}"
        );
        // What is shown elsewhere stays as it is.
        if self.shown.len() == pixels {
            for area in areas {
                put(buffer, &mut self.shown, area, scene.size[0]);
            }
        } else {
            self.shown.clone_from(buffer);
        }
        assert_eq!(
            differing(&self.shown, &expected, scene),
            None,
            "{what}, shown"
        );
        1
    }
}

/// The first pixel that is not as expected.
fn differing(pixels: &[u32], expected: &[u32], scene: &Scene) -> Option<String> {
    assert_eq!(pixels.len(), expected.len());
    let at = (0..pixels.len()).find(|&at| pixels[at] != expected[at])?;
    let (x, y) = (at % scene.size[0] as usize, at / scene.size[0] as usize);
    let count = pixels.iter().zip(expected).filter(|(a, b)| a != b).count();
    Some(format!(
        "{count} pixels, the first {x}, {y}: {:x} and not {:x}",
        pixels[at], expected[at]
    ))
}

fn put(from: &[u32], to: &mut [u32], area: Area, width: u32) {
    for y in area.y()..area.y() + area.height() {
        let start = (y * width + area.x()) as usize;
        let row = start..start + area.width() as usize;
        to[row.clone()].copy_from_slice(&from[row]);
    }
}

/// What people and the app do to a screen.
fn change(scene: &mut Scene) {
    let count = scene.shapes.len();
    let any = scene.rng.usize(..count.max(1));
    match scene.rng.u8(..20) {
        0..=5 => {
            let shape = scene.clipped();
            scene.shapes.insert(any, shape);
        }
        6..=8 if count > 0 => scene.shapes[any] = scene.clipped(),
        9 | 10 if count > 0 => {
            let by = egui::vec2(scene.rng.f32() * 20.0 - 10.0, scene.rng.f32() * 9.0);
            scene.shapes[any].transform(TSTransform::from_translation(by));
        }
        11 if count > 0 => drop(scene.shapes.remove(any)),
        12 if count > 0 => {
            let other = scene.rng.usize(..count);
            scene.shapes.swap(any, other);
        }
        13 => scene.load_picture(),
        14 => scene.change_picture(),
        15 if !scene.pictures.is_empty() => drop(scene.pictures.remove(0)),
        16 => {
            scene.shapes = (0..scene.rng.u8(..12)).map(|_| scene.clipped()).collect();
        }
        17 => match scene.rng.u8(..3) {
            0 => scene.size = [scene.rng.u32(1..150), scene.rng.u32(1..120)],
            1 => scene.restyle(),
            _ => scene.shapes.rotate_left(any),
        },
        _ => {}
    }
}
