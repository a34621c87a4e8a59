//! Small pictures, drawn from lines and circles.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Sun,
    List,
    Calendar,
    Book,
    Sliders,
    /// Somebody lying.
    Floor,
    /// Somebody on a chair.
    Seated,
    /// Somebody on their feet.
    Standing,
    /// A window in the corner of a screen.
    SmallWindow,
    /// The same, growing.
    UsualWindow,
    /// Four corners that reach outwards.
    FullScreen,
    /// Four corners that reach inwards.
    LeaveFullScreen,
    /// A loudspeaker.
    Sound,
    /// A loudspeaker that is crossed out.
    NoSound,
    /// A question mark.
    Question,
    /// A triangle with an exclamation mark.
    Warning,
    /// An arrow to the left.
    Back,
    Plus,
    Minus,
    Check,
    Cross,
    /// A magnifying glass.
    Search,
    /// Six dots, by which something is dragged.
    Grip,
    Undo,
    Redo,
    /// A triangle that points to the right.
    Play,
    /// An angle that points downwards.
    Down,
    /// The same upwards.
    Up,
    /// The same to the right.
    Right,
    /// Two sheets, one behind the other.
    Copy,
    /// A dot, for what is wrong.
    Dot,
    Microphone,
    Camera,
    /// A screen on its foot.
    Screen,
    Moon,
    Battery,
}

impl Icon {
    /// How far down the square somebody stands, sits or lies, as a share of its height.
    pub const GROUND: f32 = 22.0 / 24.0;

    /// Draws the picture into a square.
    pub fn draw(self, painter: &Painter, square: Rect, color: Color32) {
        let pen = Pen {
            painter,
            square,
            color,
        };
        match self {
            Self::Sun => pen.sun(),
            Self::List => pen.list(),
            Self::Calendar => pen.calendar(),
            Self::Book => pen.book(),
            Self::Sliders => pen.sliders(),
            Self::Floor => pen.person(
                (3.6, 19.4),
                &[(7.1, 20.2), (15.2, 20.2), (18.9, 14.4), (22.0, 20.2)],
            ),
            Self::Seated => pen.person(
                (10.0, 4.2),
                &[(10.0, 7.7), (10.0, 14.2), (16.0, 14.2), (16.0, 20.2)],
            ),
            Self::Standing => pen.person((12.0, 3.0), &[(12.0, 6.5), (12.0, 13.5), (12.0, 20.2)]),
            Self::SmallWindow => pen.window((11.5, 11.5), (18.6, 17.1)),
            Self::UsualWindow => pen.window((5.4, 6.9), (18.6, 17.1)),
            Self::FullScreen => pen.corners(4.0, 9.5),
            Self::LeaveFullScreen => pen.corners(9.0, 3.5),
            Self::Sound => pen.sound(),
            Self::NoSound => pen.no_sound(),
            Self::Question => pen.question(),
            Self::Warning => pen.warning(),
            Self::Back => {
                pen.line(&[(20.0, 12.0), (4.5, 12.0)]);
                pen.line(&[(10.5, 6.0), (4.5, 12.0), (10.5, 18.0)]);
            }
            Self::Plus => {
                pen.line(&[(12.0, 5.0), (12.0, 19.0)]);
                pen.line(&[(5.0, 12.0), (19.0, 12.0)]);
            }
            Self::Minus => pen.line(&[(5.0, 12.0), (19.0, 12.0)]),
            Self::Check => pen.line(&[(5.0, 12.5), (10.0, 17.5), (19.5, 7.0)]),
            Self::Cross => {
                pen.line(&[(6.5, 6.5), (17.5, 17.5)]);
                pen.line(&[(17.5, 6.5), (6.5, 17.5)]);
            }
            Self::Search => {
                pen.ring(10.5, 10.5, 6.0);
                pen.line(&[(15.0, 15.0), (20.5, 20.5)]);
            }
            Self::Grip => pen.grip(),
            Self::Undo => pen.turn(false),
            Self::Redo => pen.turn(true),
            Self::Play => pen.play(),
            Self::Down => pen.line(&[(5.5, 9.0), (12.0, 15.5), (18.5, 9.0)]),
            Self::Up => pen.line(&[(5.5, 15.5), (12.0, 9.0), (18.5, 15.5)]),
            Self::Right => pen.line(&[(9.0, 5.5), (15.5, 12.0), (9.0, 18.5)]),
            Self::Copy => pen.sheets(),
            Self::Dot => pen.dot(12.0, 12.0, 6.0),
            Self::Microphone => pen.microphone(),
            Self::Camera => pen.camera(),
            Self::Screen => {
                pen.framed((3.0, 4.5), (21.0, 16.5));
                pen.line(&[(8.0, 20.0), (16.0, 20.0)]);
            }
            Self::Moon => pen.moon(),
            Self::Battery => {
                pen.framed((2.5, 8.0), (19.0, 16.5));
                pen.line(&[(21.8, 11.0), (21.8, 13.5)]);
                pen.line(&[(6.3, 11.2), (6.3, 13.3)]);
            }
        }
    }
}

/// Draws in a square of 24 by 24.
struct Pen<'a> {
    painter: &'a Painter,
    square: Rect,
    color: Color32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        let unit = self.square.width() / 24.0;
        pos2(self.square.left() + x * unit, self.square.top() + y * unit)
    }

    fn scale(&self, length: f32) -> f32 {
        length * self.square.width() / 24.0
    }

    fn stroke(&self) -> Stroke {
        Stroke::new(self.scale(1.8), self.color)
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&(x, y)| self.at(x, y)).collect();
        self.painter.line(points, self.stroke());
    }

    fn ring(&self, x: f32, y: f32, r: f32) {
        self.painter
            .circle_stroke(self.at(x, y), self.scale(r), self.stroke());
    }

    fn dot(&self, x: f32, y: f32, r: f32) {
        self.painter
            .circle_filled(self.at(x, y), self.scale(r), self.color);
    }

    fn sun(&self) {
        self.ring(12.0, 12.0, 4.2);
        for step in 0..8_u8 {
            let (sin, cos) = (f32::from(step) * std::f32::consts::FRAC_PI_4).sin_cos();
            self.line(&[
                (12.0 + 7.2 * cos, 12.0 + 7.2 * sin),
                (12.0 + 9.6 * cos, 12.0 + 9.6 * sin),
            ]);
        }
    }

    fn list(&self) {
        for y in [6.0, 12.0, 18.0] {
            self.dot(4.5, y, 1.5);
            self.line(&[(9.0, y), (20.5, y)]);
        }
    }

    fn calendar(&self) {
        self.painter.rect_stroke(
            Rect::from_min_max(self.at(3.5, 5.0), self.at(20.5, 20.5)),
            CornerRadius::same(3),
            self.stroke(),
            StrokeKind::Middle,
        );
        self.line(&[(3.5, 10.0), (20.5, 10.0)]);
        self.line(&[(8.0, 3.0), (8.0, 6.5)]);
        self.line(&[(16.0, 3.0), (16.0, 6.5)]);
        self.dot(8.5, 15.0, 1.4);
        self.dot(13.0, 15.0, 1.4);
    }

    fn book(&self) {
        self.line(&[
            (12.0, 6.5),
            (8.0, 4.5),
            (3.5, 4.5),
            (3.5, 18.0),
            (8.0, 18.0),
            (12.0, 20.0),
        ]);
        self.line(&[
            (12.0, 6.5),
            (16.0, 4.5),
            (20.5, 4.5),
            (20.5, 18.0),
            (16.0, 18.0),
            (12.0, 20.0),
        ]);
        self.line(&[(12.0, 6.5), (12.0, 20.0)]);
    }

    fn sound(&self) {
        self.speaker();
        self.line(&[(15.5, 9.0), (16.8, 12.0), (15.5, 15.0)]);
        self.line(&[(18.3, 6.5), (20.6, 12.0), (18.3, 17.5)]);
    }

    fn no_sound(&self) {
        self.speaker();
        self.line(&[(15.5, 9.5), (20.5, 14.5)]);
        self.line(&[(20.5, 9.5), (15.5, 14.5)]);
    }

    fn speaker(&self) {
        let speaker = [
            (3.5, 9.5),
            (7.5, 9.5),
            (12.0, 5.5),
            (12.0, 18.5),
            (7.5, 14.5),
            (3.5, 14.5),
        ];
        let points = speaker.map(|(x, y)| self.at(x, y)).to_vec();
        self.painter.add(Shape::closed_line(points, self.stroke()));
    }

    fn question(&self) {
        self.ring(12.0, 12.0, 9.2);
        self.line(&[
            (9.2, 9.6),
            (9.8, 7.8),
            (12.0, 6.9),
            (14.2, 7.8),
            (14.8, 9.6),
            (13.9, 11.2),
            (12.0, 12.4),
            (12.0, 14.0),
        ]);
        self.dot(12.0, 16.9, 1.2);
    }

    fn warning(&self) {
        let corners = [(12.0, 3.5), (21.5, 20.0), (2.5, 20.0)];
        let points = corners.map(|(x, y)| self.at(x, y)).to_vec();
        let stroke = Stroke::new(self.scale(2.0), self.color);
        self.painter.add(Shape::closed_line(points, stroke));
        self.line(&[(12.0, 9.5), (12.0, 14.0)]);
        self.dot(12.0, 17.0, 1.2);
    }

    fn sliders(&self) {
        for (y, x) in [(6.0, 15.0), (12.0, 8.0), (18.0, 13.5)] {
            self.line(&[(3.5, y), (x - 2.4, y)]);
            self.line(&[(x + 2.4, y), (20.5, y)]);
            self.ring(x, y, 2.4);
        }
    }

    fn grip(&self) {
        for x in [8.5, 15.5] {
            for y in [5.5, 12.0, 18.5] {
                self.dot(x, y, 1.8);
            }
        }
    }

    /// An arrow that bends back to the left, or on to the right.
    fn turn(&self, on: bool) {
        let x = |x: f32| if on { 24.0 - x } else { x };
        let at = |points: &[(f32, f32)]| {
            let turned: Vec<_> = points.iter().map(|&(along, y)| (x(along), y)).collect();
            self.line(&turned);
        };
        at(&[(9.0, 4.5), (4.5, 9.0), (9.0, 13.5)]);
        at(&[
            (4.5, 9.0),
            (14.5, 9.0),
            (18.0, 10.5),
            (19.5, 14.0),
            (18.0, 17.5),
            (14.5, 19.0),
            (10.0, 19.0),
        ]);
    }

    fn framed(&self, min: (f32, f32), max: (f32, f32)) {
        self.painter.rect_stroke(
            Rect::from_min_max(self.at(min.0, min.1), self.at(max.0, max.1)),
            CornerRadius::same(2),
            self.stroke(),
            StrokeKind::Middle,
        );
    }

    fn microphone(&self) {
        self.painter.rect_stroke(
            Rect::from_min_max(self.at(9.0, 2.5), self.at(15.0, 13.5)),
            CornerRadius::same(4),
            self.stroke(),
            StrokeKind::Middle,
        );
        self.line(&[
            (5.5, 11.0),
            (6.5, 14.5),
            (9.0, 16.7),
            (12.0, 17.4),
            (15.0, 16.7),
            (17.5, 14.5),
            (18.5, 11.0),
        ]);
        self.line(&[(12.0, 17.4), (12.0, 21.5)]);
    }

    fn camera(&self) {
        self.framed((2.5, 6.5), (15.5, 17.5));
        self.line(&[(15.5, 11.0), (21.5, 7.5), (21.5, 16.5), (15.5, 13.0)]);
    }

    /// A disc, of which another leaves a sickle.
    fn moon(&self) {
        let arc = |x: f32, y: f32, r: f32, from: f32, to: f32| {
            (0..=10_u8).map(move |step| {
                let angle = from + (to - from) * f32::from(step) / 10.0;
                (x + r * angle.cos(), y + r * angle.sin())
            })
        };
        let outer = arc(12.0, 12.0, 9.0, 0.088, 4.625);
        let inner = arc(16.84, 7.16, 7.0, 3.778, 0.934);
        // Apart: a corner as sharp as its tips are would reach far beyond them.
        self.line(&outer.collect::<Vec<_>>());
        self.line(&inner.collect::<Vec<_>>());
    }

    fn play(&self) {
        let points = [(7.0, 4.5), (19.5, 12.0), (7.0, 19.5)].map(|(x, y)| self.at(x, y));
        let shape = Shape::convex_polygon(points.to_vec(), self.color, Stroke::NONE);
        self.painter.add(shape);
    }

    fn sheets(&self) {
        let behind = [
            (7.0, 15.5),
            (4.0, 15.5),
            (4.0, 4.0),
            (15.5, 4.0),
            (15.5, 7.0),
        ];
        self.line(&behind);
        self.painter.rect_stroke(
            Rect::from_min_max(self.at(8.5, 8.5), self.at(20.0, 20.0)),
            CornerRadius::same(2),
            self.stroke(),
            StrokeKind::Middle,
        );
    }

    /// A screen with a window in it between two corners.
    fn window(&self, min: (f32, f32), max: (f32, f32)) {
        self.painter.rect_stroke(
            Rect::from_min_max(self.at(2.5, 4.0), self.at(21.5, 20.0)),
            CornerRadius::same(3),
            self.stroke(),
            StrokeKind::Middle,
        );
        self.painter.rect_filled(
            Rect::from_min_max(self.at(min.0, min.1), self.at(max.0, max.1)),
            CornerRadius::same(1),
            self.color,
        );
    }

    /// Four corners, so far from the edges, with ends that are as far from them as `end`.
    fn corners(&self, corner: f32, end: f32) {
        for (left, top) in [(true, true), (false, true), (false, false), (true, false)] {
            let x = |from: f32| if left { from } else { 24.0 - from };
            let y = |from: f32| if top { from } else { 24.0 - from };
            self.line(&[
                (x(end), y(corner)),
                (x(corner), y(corner)),
                (x(corner), y(end)),
            ]);
        }
    }

    /// A head and a body bent at its joints.
    fn person(&self, head: (f32, f32), body: &[(f32, f32)]) {
        self.dot(head.0, head.1, 2.6);
        let thick = Stroke::new(self.scale(3.6), self.color);
        for bone in body.windows(2) {
            self.painter.line_segment(
                [self.at(bone[0].0, bone[0].1), self.at(bone[1].0, bone[1].1)],
                thick,
            );
        }
        for &(x, y) in body {
            self.dot(x, y, 1.8);
        }
    }
}
