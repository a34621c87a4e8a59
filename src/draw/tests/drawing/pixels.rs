//! What single pixels get.

use egui::epaint::ClippedShape;
use egui::{Color32, Rect, Shape, pos2};
use supple_draw::Canvas;

use crate::scene::Scene;

#[test]
fn a_rectangle_on_the_grid_covers_its_pixels_and_no_other() {
    let half = Color32::from_rgba_premultiplied(100, 0, 0, 128);
    for (color, inside) in [
        (Color32::from_rgb(1, 2, 3), 0xff01_0203),
        // 255 * 127 / 255 of the white below it are left.
        (half, 0xffe3_7f7f),
        (Color32::from_rgb(255, 0, 9).additive(), 0xffff_ffff),
    ] {
        let mut scene = Scene::new(1);
        (scene.size, scene.scale, scene.background) = ([9, 9], 1.0, Color32::WHITE);
        let (frame, mut copy) = scene.frame(|scene| {
            let rect = Rect::from_min_max(pos2(2.0, 3.0), pos2(6.0, 8.0));
            let shape = Shape::rect_filled(rect, 0, color);
            scene.shapes = vec![ClippedShape::new(Rect::EVERYTHING, shape)];
        });
        copy.textures.clear();
        let mut canvas = Canvas::new();
        canvas.update(&scene.ctx, frame);
        let mut pixels = vec![0; 81];
        canvas.draw(&scene.ctx, &mut pixels, 0);
        for (at, pixel) in pixels.into_iter().enumerate() {
            let (x, y) = (at % 9, at / 9);
            let covered = (2..6).contains(&x) && (3..8).contains(&y);
            let expected = if covered { inside } else { 0xffff_ffff };
            assert_eq!(pixel, expected, "{x}, {y}: {pixel:x}");
        }
    }
}
