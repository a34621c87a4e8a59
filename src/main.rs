//! The `supple` program: hands its arguments to the library and ends with its exit code.

fn main() -> std::process::ExitCode {
    supple::cli::main()
}
