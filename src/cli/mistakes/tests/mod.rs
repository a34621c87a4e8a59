//! Every mistake as it is shown.

mod doses;
mod figures;
mod help;
mod keys;
mod rendering;
mod slips;
mod wording;
mod wrong_values;

#[path = "../../../../tests/support/routine_files.rs"]
mod routine_files;

use routine_files::{file, read_bytes, read_text};
