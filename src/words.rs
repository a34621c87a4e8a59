//! Every word that is seen or heard, from the Fluent files in `assets/lang`.
//!
//! [`Words::message`] turns a [`Message`] into words of the person's language.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use crate::message::{Arg, Message};

/// A language that Supple speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In the language itself.
    pub name: &'static str,
    /// A routine file to begin with, explained line by line.
    pub starter: &'static str,
    files: &'static [(&'static str, &'static str)],
}

macro_rules! asset {
    ($tag:literal, $file:literal) => {
        include_str!(concat!("../assets/lang/", $tag, "/", $file))
    };
}

macro_rules! language {
    ($tag:literal, $name:literal) => {
        Language {
            tag: $tag,
            name: $name,
            starter: asset!($tag, "starter.toml"),
            files: &[
                ("app.ftl", asset!($tag, "app.ftl")),
                ("check.ftl", asset!($tag, "check.ftl")),
                ("cli.ftl", asset!($tag, "cli.ftl")),
                ("learn.ftl", asset!($tag, "learn.ftl")),
                ("player.ftl", asset!($tag, "player.ftl")),
                ("record.ftl", asset!($tag, "record.ftl")),
                ("session.ftl", asset!($tag, "session.ftl")),
                ("voice.ftl", asset!($tag, "voice.ftl")),
            ],
        }
    };
}

/// All languages, English first: it is complete, and stands in where another has a gap.
pub const LANGUAGES: &[Language] = &[language!("en", "English"), language!("de", "Deutsch")];

/// The words of one language.
pub struct Words {
    language: &'static Language,
    bundle: FluentBundle<FluentResource>,
    /// English, in any other language.
    fallback: Option<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language.tag)
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The words of the shipped language nearest to `tag`; English if there is none.
    pub fn of(tag: &str) -> Self {
        let wanted: Option<LanguageIdentifier> = tag.parse().ok();
        let speaks = |language: &&Language| {
            wanted
                .as_ref()
                .is_some_and(|wanted| wanted.language.as_str() == language.tag)
        };
        let english = &LANGUAGES[0];
        let language = LANGUAGES.iter().find(speaks).unwrap_or(english);
        Self {
            language,
            bundle: bundle(language),
            fallback: (language != english).then(|| bundle(english)),
        }
    }

    /// The words of one language and of no other, which shows its gaps.
    #[cfg(test)]
    pub(crate) fn only(language: &'static Language) -> Self {
        Self {
            language,
            bundle: bundle(language),
            fallback: None,
        }
    }

    /// The words of the language that the machine is set to.
    pub fn of_the_system() -> Self {
        Self::of(&sys_locale::get_locale().unwrap_or_default())
    }

    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The text of that name; the name itself, in brackets, where no language has it, which a test
    /// rules out for every name that stands in the code.
    pub fn get(&self, id: &'static str) -> String {
        self.message(&Message::new(id))
    }

    /// The text of that name, for names that are put together and lists that end where the texts do;
    /// `None` where no language has it.
    pub fn find(&self, id: &str) -> Option<String> {
        self.format(id, &FluentArgs::new())
    }

    /// The message in words.
    pub fn message(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Message(inner) => FluentValue::from(self.message(inner)),
            };
            args.set(*name, value);
        }
        self.format(message.id, &args)
            .unwrap_or_else(|| format!("[{}]", message.id))
    }

    fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        format(&self.bundle, id, args).or_else(|| {
            self.fallback
                .as_ref()
                .and_then(|english| format(english, id, args))
        })
    }
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text: Cow<'_, str> = bundle.format_pattern(pattern, Some(args), &mut errors);
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
    Some(text.into_owned())
}

fn bundle(language: &Language) -> FluentBundle<FluentResource> {
    let id = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks have no glyphs in our fonts, and both shipped languages run left to right.
    bundle.set_use_isolating(false);
    for (_, text) in language.files {
        // A file with a mistake still gives all its other texts; a test holds that none has one.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
