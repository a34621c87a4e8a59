//! The routines found: those shipped with the program and the person's own.
