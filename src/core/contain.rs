//! A mistake of the program's own ends what it happened in, and nothing else.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `work` gives; `None` if it panicked. What it was changing may be half done: read afterwards
/// only what is valid after every single assignment.
pub fn contained<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_what_it_happened_in_alone() {
        assert_eq!(contained(|| -> u8 { panic!("as a mistake would") }), None);
        assert_eq!(contained(|| 1), Some(1));
    }
}
