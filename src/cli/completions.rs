//! Prints a completion script for a shell.

use clap::CommandFactory;

use super::{Arguments, Context, Failure, help, print};

pub(super) fn run(context: &Context, shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut command = help::help(Arguments::command(), &context.words);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "supple", &mut script);
    print(script)
}
