//! Which cue an event makes, what it sounds like, and the device that plays it.
