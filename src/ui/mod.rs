//! Screens: each draws a view model and returns actions.
