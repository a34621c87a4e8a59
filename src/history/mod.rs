//! The record of what was done: append-only lines, read back as sessions and summaries.
