//! `supple --version`: which Supple this is, and what draws its window.

use super::{Context, Failure, print};
use crate::app::Renderer;

pub(super) fn run(context: &Context, verbose: bool) -> Result<(), Failure> {
    let mut text = format!("supple {}\n", env!("CARGO_PKG_VERSION"));
    if verbose {
        let window = match Renderer::asked_for() {
            Renderer::Processor => "version-window-processor",
            Renderer::OpenGl => "version-window-opengl",
        };
        text += &context.words.get(window);
        text.push('\n');
    }
    print(text)
}
