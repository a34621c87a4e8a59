//! Which cue an event makes, what it sounds like, and the device that plays it.
//!
//! [`Cues`] turns events into cues, one for a moment; [`samples`] is what each sounds like; a
//! [`Speaker`] plays them from a thread of its own, and after them a [`Clip`] of what [`crate::voice`]
//! has to say.

mod arrival;
mod clip;
mod cue;
mod device;
mod keeper;
mod playing;
mod probe;
mod shared;
mod speaker;
mod synth;
mod urgent;
mod volume;
mod worker;

pub use clip::{Clip, NotAClip};
pub use cue::{Cue, Cues, Heard};
pub use device::Device;
pub use speaker::{Output, Silent, Speaker};
pub use synth::{SAMPLE_RATE, duration, frames, lead, samples};
pub use volume::Volume;
pub use worker::Spoken;
