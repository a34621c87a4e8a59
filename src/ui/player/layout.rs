//! Where everything stands, for any window and any text size.
//!
//! The seconds get what room there is. A wide window has the figure and the words at their side, a
//! high one below, and one that is neither has the ring alone beside the exercise's name. What does
//! not fit is left out in the order of its use: first the instructions, then what comes next, then
//! the strip where there is something to say in its place. The exercise, its side, the seconds, the
//! pause and "It hurts" are always there.

use eframe::egui::{Rect, Vec2, pos2, vec2};

/// Room that has to be kept, in points.
pub(super) struct Needs<'a> {
    pub(super) header: f32,
    pub(super) controls: f32,
    /// The height of what is said above the controls; 0 if nothing is.
    pub(super) notices: f32,
    /// Whether this is the time to read what to do.
    pub(super) instructs: bool,
    /// Whether it is all read from across the room.
    pub(super) afar: bool,
    /// The height of the exercise's name with its chips, at a width.
    pub(super) head: &'a dyn Fn(f32) -> f32,
}

/// The places of the player's parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Places {
    pub(super) header: Rect,
    pub(super) panel: Option<Rect>,
    /// The exercise's name and its chips.
    pub(super) head: Rect,
    /// Whether the head stands beside the ring, so that it starts at the left.
    pub(super) beside: bool,
    pub(super) ring: Rect,
    pub(super) next: Option<Rect>,
    /// Whether what comes next starts at the left, rather than being centred below the ring.
    pub(super) next_at_left: bool,
    pub(super) strip: Option<Rect>,
    pub(super) notices: Rect,
    pub(super) controls: Rect,
}

/// Height of the line that says what comes next.
const NEXT: f32 = 26.0;
/// Height of the strip of steps.
const STRIP: f32 = 14.0;
/// Height of a notice of one line.
const ONE_NOTICE: f32 = 34.0;
/// A lower window has room for the essentials alone.
const SHORT: f32 = 420.0;
/// In a lower window the strip gives its place to a notice.
const ROOM_FOR_BOTH: f32 = 640.0;
/// A ring smaller than this gives way to nothing else.
const LEAST_RING: f32 = 150.0;
/// Before a hold in the smallest window it does, down to this.
const SMALL_RING: f32 = 72.0;
/// What comes next is left out where it would leave less than this for the ring.
const LEAST_BESIDE: f32 = 96.0;
/// A narrower window has no room for a ring and words beside one another.
const NARROW: f32 = 360.0;
/// And before a hold it has room for the words or the ring beside the name alone.
const NARROW_FOR_WORDS: f32 = 480.0;
/// A panel with nothing but the words that matter now may be as low as this.
const LEAST_WORDS: f32 = 44.0;
/// A panel lower than this has no room for words.
const LEAST_PANEL: f32 = 90.0;
/// A panel lower than this has no room for a figure with words, nor for long instructions.
const FIGURE_PANEL: f32 = 170.0;
/// What comes next is so many times as high where it is read from across the room.
const AFAR: f32 = 2.0;
/// In less height a figure that is seen from across the room has no room below the name.
const LOW_AFAR: f32 = 360.0;

/// Around all in a usual window, and where it fills the screen.
const MARGIN: Vec2 = vec2(36.0, 18.0);
const MARGIN_AFAR: Vec2 = Vec2::splat(18.0);

impl Places {
    pub(super) fn of(window: Rect, needs: &Needs<'_>) -> Self {
        let (gap, margin) = spacing(window, needs.afar);
        let area = window.shrink2(margin);
        let (header, rest) = split_top(area, needs.header, gap);
        let (rest, controls) = split_bottom(rest, needs.controls, gap);
        let least = if needs.instructs {
            NARROW_FOR_WORDS
        } else {
            NARROW
        };
        let narrow = area.width() < least;
        let (stage, strip, notices) = Self::foot(rest, needs, gap, window.height(), narrow);
        let mut places = if needs.afar && stage.width() > stage.height() * 1.2 {
            Self::afar_in_little_room(stage, needs).unwrap_or_else(|| Self::afar(stage, needs))
        } else if stage.height() < 300.0 && narrow {
            Self::small(stage, needs)
        } else if stage.height() < 300.0 {
            Self::beside(stage, needs)
        } else if stage.width() >= 620.0 && stage.width() > stage.height() {
            Self::wide(stage, needs)
        } else {
            Self::high(stage, needs)
        };
        places.header = header;
        places.strip = strip;
        places.notices = notices;
        places.controls = controls;
        places
    }

    /// What is left above the strip and the notices, the strip, and the notices. Except in a short
    /// window a notice of one line that comes and goes moves nothing.
    fn foot(
        rest: Rect,
        needs: &Needs<'_>,
        gap: f32,
        window: f32,
        narrow: bool,
    ) -> (Rect, Option<Rect>, Rect) {
        let has_notices = needs.notices > 0.0;
        if window < SHORT {
            let nowhere = Rect::from_min_size(rest.left_bottom(), Vec2::ZERO);
            let (rest, notices) = if has_notices {
                split_bottom(rest, needs.notices, gap * 0.6)
            } else {
                (rest, nowhere)
            };
            if has_notices || narrow && needs.instructs {
                return (rest, None, notices);
            }
            let (stage, strip) = split_bottom(rest, STRIP, gap * 0.8);
            return (stage, Some(strip), notices);
        }
        let (rest, notices) = split_bottom(rest, needs.notices.max(ONE_NOTICE), gap * 0.6);
        if needs.afar || window < ROOM_FOR_BOTH {
            // They share their place.
            return (rest, (!has_notices).then_some(notices), notices);
        }
        let (stage, strip) = split_bottom(rest, STRIP, gap * 0.8);
        (stage, Some(strip), notices)
    }

    /// Words at the left, the seconds at the right.
    fn wide(stage: Rect, needs: &Needs<'_>) -> Self {
        let (panel, between) = Self::words_of(stage.width());
        let (panel, column) = split_left(stage, panel, between);
        let places = Self::column(column, needs);
        Self {
            panel: Some(panel),
            ..places
        }
    }

    /// The width of the words beside the seconds, and how far apart they are.
    fn words_of(width: f32) -> (f32, f32) {
        let between = (width * 0.03).clamp(16.0, 72.0);
        let column = (width * 0.36).max(250.0);
        (width - column - between, between)
    }

    /// The seconds with what comes next at the right, the name and the panel at the left, where the
    /// figure has as much room as in a window. It is the same in every step.
    fn afar(stage: Rect, needs: &Needs<'_>) -> Self {
        // No more, since it is taken from the figure.
        let between = 14.0;
        let next = NEXT * (stage.width() / 640.0).clamp(1.0, AFAR);
        let (words, _) = Self::words_of(stage.width() - 2.0 * (MARGIN.x - MARGIN_AFAR.x));
        let words = words.max(stage.width() - (stage.height() - next - 12.0) - between);
        let (column, seconds) = split_left(stage, words, between);
        let side = seconds.width().min(stage.height() - next - 12.0);
        let together = vec2(seconds.width(), side + 12.0 + next);
        let together = Rect::from_center_size(seconds.center(), together);
        let (ring, next) = split_bottom(together, next, 12.0);
        // Not as large as the width would have it: what it takes is taken from the figure.
        let of_head = column.width() * 0.66;
        let (head, panel) = split_top(column, (needs.head)(of_head), 12.0);
        let head = head.with_max_x(head.left() + of_head);
        Self {
            head,
            beside: true,
            ring,
            panel: (panel.height() >= LEAST_WORDS).then_some(panel),
            next: Some(next),
            ..Self::empty()
        }
    }

    /// On a small screen, or with large text: the figure as high as there is room, with the name above the
    /// seconds at its right. `None` where the seconds would be too small, and where there is more room.
    fn afar_in_little_room(stage: Rect, needs: &Needs<'_>) -> Option<Self> {
        if stage.height() >= LOW_AFAR {
            return None;
        }
        let (panel, column) = split_left(stage, stage.width() * 0.6, 14.0);
        let places = Self::column(column, needs);
        (places.ring.size().min_elem() >= SMALL_RING).then_some(Self {
            panel: Some(panel),
            ..places
        })
    }

    /// The seconds above, words below.
    fn high(stage: Rect, needs: &Needs<'_>) -> Self {
        let fixed = (needs.head)(stage.width()) + NEXT + 24.0;
        let free = stage.height() - fixed;
        let share = if needs.instructs && stage.height() < 560.0 {
            0.45
        } else {
            0.66
        };
        let ring = (free * share).min(stage.width() * 0.9).max(LEAST_RING);
        let suits_above =
            stage.width() >= NARROW && stage.height() >= LEAST_RING + 12.0 + FIGURE_PANEL;
        if suits_above && free - ring < FIGURE_PANEL {
            return Self::above(stage, needs);
        }
        if free - ring < LEAST_PANEL {
            return Self::column(stage, needs);
        }
        let (above, panel) = split_top(stage, fixed + ring, 12.0);
        let places = Self::column(above, needs);
        Self {
            panel: Some(panel),
            ..places
        }
    }

    /// The ring with the name beside it, and below them a panel high enough for a figure.
    fn above(stage: Rect, needs: &Needs<'_>) -> Self {
        let ring = (stage.width() * 0.42).min(stage.height() - FIGURE_PANEL - 12.0);
        let (above, panel) = split_top(stage, ring, 12.0);
        let (ring, column) = split_left(above, ring, 18.0);
        let head = (needs.head)(column.width());
        let spare = (column.height() - head - NEXT).max(0.0);
        let column = column.with_min_y(column.top() + spare / 2.0);
        let (head, rest) = split_top(column, head, 0.0);
        let next = (rest.height() >= NEXT).then(|| split_top(rest, NEXT, 0.0).0);
        Self {
            head,
            beside: true,
            ring,
            next,
            next_at_left: true,
            panel: Some(panel),
            ..Self::empty()
        }
    }

    /// Name, ring and what comes next, one below the other.
    fn column(column: Rect, needs: &Needs<'_>) -> Self {
        let (head, rest) = split_top(column, (needs.head)(column.width()), 12.0);
        let has_room = rest.height() - NEXT >= LEAST_RING;
        let (ring, next) = if has_room {
            let ring = rest.width().min(rest.height() - NEXT - 12.0);
            // Together in the middle of the column, so that they stay near one another.
            let top = rest.top() + (rest.height() - ring - NEXT - 12.0) / 2.0;
            let ring = Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), ring));
            let next = Rect::from_min_size(
                pos2(rest.left(), ring.bottom() + 12.0),
                vec2(rest.width(), NEXT),
            );
            (ring, Some(next))
        } else {
            (rest, None)
        };
        Self {
            head,
            ring,
            next,
            ..Self::empty()
        }
    }

    /// Room for one thing: for the ring while something is held, for the words before it.
    fn small(stage: Rect, needs: &Needs<'_>) -> Self {
        let ring_at_left = |area: Rect, side: f32| {
            let (ring, head) = split_left(area, side, 12.0);
            Self {
                head,
                beside: true,
                ring,
                ..Self::empty()
            }
        };
        if needs.instructs {
            let head = (needs.head)(stage.width() - SMALL_RING - 12.0);
            let (above, panel) = split_top(stage, head.max(SMALL_RING), 6.0);
            let panel = (panel.height() >= LEAST_WORDS).then_some(panel);
            return Self {
                panel,
                ..ring_at_left(above, SMALL_RING)
            };
        }
        let side = stage.width() * 0.48;
        let has_room = stage.height() - NEXT - 6.0 >= LEAST_BESIDE;
        let (above, next) = if has_room {
            let (above, next) = split_bottom(stage, NEXT, 6.0);
            (above, Some(next))
        } else {
            (stage, None)
        };
        Self {
            next,
            next_at_left: true,
            ..ring_at_left(above, side.min(above.height()))
        }
    }

    /// The ring at the left, as large as there is room, and the words at its right.
    fn beside(stage: Rect, needs: &Needs<'_>) -> Self {
        let share = if needs.instructs { 0.3 } else { 0.48 };
        let side = stage.height().min(stage.width() * share);
        let (ring, column) = split_left(stage, side, 14.0);
        let (head, rest) = split_top(column, (needs.head)(column.width()), 8.0);
        let (panel, next) = if rest.height() >= LEAST_PANEL + NEXT {
            let (panel, next) = split_bottom(rest, NEXT, 6.0);
            (Some(panel), Some(next))
        } else if needs.instructs && rest.height() >= LEAST_WORDS {
            // They come first.
            (Some(rest), None)
        } else if rest.height() >= NEXT {
            (None, Some(split_top(rest, NEXT, 0.0).0))
        } else {
            (None, None)
        };
        Self {
            head,
            beside: true,
            ring,
            panel,
            next,
            next_at_left: true,
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            header: Rect::NOTHING,
            panel: None,
            head: Rect::NOTHING,
            beside: false,
            ring: Rect::NOTHING,
            next: None,
            next_at_left: false,
            strip: None,
            notices: Rect::NOTHING,
            controls: Rect::NOTHING,
        }
    }
}

/// Between the parts, and around them all.
fn spacing(window: Rect, afar: bool) -> (f32, Vec2) {
    if is_short(window) {
        (8.0, vec2(10.0, 8.0))
    } else if window.width() < 720.0 || window.height() < 560.0 {
        (14.0, Vec2::splat(14.0))
    } else if afar {
        (18.0, MARGIN_AFAR)
    } else {
        (28.0, MARGIN)
    }
}

/// How wide the parts are together.
pub(super) fn width(window: Rect, afar: bool) -> f32 {
    let (_, margin) = spacing(window, afar);
    window.width() - 2.0 * margin.x
}

/// Whether a window is so low, or its text so large, that only the essentials have room.
pub(super) fn is_short(window: Rect) -> bool {
    window.height() < SHORT
}

fn split_top(rect: Rect, height: f32, gap: f32) -> (Rect, Rect) {
    let y = (rect.top() + height).min(rect.bottom());
    let (above, below) = rect.split_top_bottom_at_y(y);
    (above, with_top(below, y + gap))
}

fn split_bottom(rect: Rect, height: f32, gap: f32) -> (Rect, Rect) {
    let y = (rect.bottom() - height).max(rect.top());
    let (above, below) = rect.split_top_bottom_at_y(y);
    let bottom = (y - gap).max(above.top());
    (above.with_max_y(bottom), below)
}

fn split_left(rect: Rect, width: f32, gap: f32) -> (Rect, Rect) {
    let x = rect.left() + width;
    let (left, right) = rect.split_left_right_at_x(x);
    (left, right.with_min_x((x + gap).min(right.right())))
}

fn with_top(rect: Rect, top: f32) -> Rect {
    rect.with_min_y(top.min(rect.bottom()))
}
