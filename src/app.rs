//! The window: routes actions and owns the screen in view.
