//! What only root can test.

/// Says that a test was left out, and why. Where every test is meant to run, which `CI` in the
/// environment says, the test fails instead: a promise that nobody looked at is not kept.
#[expect(
    clippy::print_stdout,
    reason = "a test that was left out should say so"
)]
pub(crate) fn left_out(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "not tested: {why}");
    println!("left out: {why}");
}
