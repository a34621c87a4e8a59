//! Windows that lie over others.

use super::patience::await_that;
use super::screen::{Screen, Window};

impl Screen {
    /// Lays one window over the whole screen, and so over the other.
    pub(crate) fn cover(&self, below: &Window, above: &Window) {
        self.ask(&["windowsize", "--sync", &above.0, "1280", "800"]);
        self.ask(&["windowmove", &above.0, "0", "0"]);
        self.ask(&["windowactivate", "--sync", &above.0]);
        await_that("one window lies over the other", || {
            let [(left, top, right, bottom), covered] = [above, below].map(|w| self.edges(w));
            left <= covered.0 && top <= covered.1 && right >= covered.2 && bottom >= covered.3
        });
        assert_eq!(self.ask(&["getactivewindow"]), above.0);
        assert_ne!(below.0, above.0);
    }

    /// Left, top, right and bottom of a window on the screen.
    fn edges(&self, window: &Window) -> (i32, i32, i32, i32) {
        let reported = self.ask(&["getwindowgeometry", "--shell", &window.0]);
        let [x, y, width, height] = ["X=", "Y=", "WIDTH=", "HEIGHT="].map(|name| -> i32 {
            let mut lines = reported.lines();
            let value = lines.find_map(|line| line.strip_prefix(name));
            value.unwrap().parse().unwrap()
        });
        (x, y, x + width, y + height)
    }
}
