//! What the person chose.
