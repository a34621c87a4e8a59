//! Every word that is seen or heard, from the Fluent files in `assets/lang`.
//!
//! [`Words::message`] turns a [`Message`] into words of the person's language.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

pub use crate::message::{Arg, List, Message};

/// A language that Supple speaks.
///
/// A new one is a folder in `assets/lang` with the files of the English one, and a line in
/// [`LANGUAGES`]. A text that it lacks is said in English; a test counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In the language itself.
    pub name: &'static str,
    /// A routine file to begin with, explained line by line.
    pub starter: &'static str,
    files: &'static [File],
}

/// A file of texts: its name and what is in it.
type File = (&'static str, &'static str);

macro_rules! files {
    ($tag:literal, $($file:literal),*) => {
        &[$(($file, include_str!(concat!("../assets/lang/", $tag, "/", $file)))),*]
    };
}

macro_rules! language {
    ($tag:literal, $name:literal) => {
        Language {
            tag: $tag,
            name: $name,
            starter: include_str!(concat!("../assets/lang/", $tag, "/starter.toml")),
            files: files!(
                $tag,
                "app.ftl",
                "backup.ftl",
                "change.ftl",
                "check.ftl",
                "cli.ftl",
                "days.ftl",
                "edit.ftl",
                "editor.ftl",
                "figure.ftl",
                "format.ftl",
                "forms.ftl",
                "hand-out.ftl",
                "handout.ftl",
                "history.ftl",
                "learn.ftl",
                "mending.ftl",
                "player.ftl",
                "receive.ftl",
                "record.ftl",
                "record-report.ftl",
                "reminder.ftl",
                "reminder-settings.ftl",
                "reminder-window.ftl",
                "session.ftl",
                "share.ftl",
                "tray.ftl",
                "voice.ftl"
            ),
        }
    };
}

/// All languages, English first: it is complete, and stands in where another has a gap.
pub const LANGUAGES: &[Language] = &[language!("en", "English"), language!("de", "Deutsch")];

/// Regions that write a language in their own way, with what differs there. Nobody chooses one: the
/// system says where one is.
const REGIONS: &[(&str, &[File])] = &[("en-US", files!("en-US", "forms.ftl"))];

/// The words of one language.
pub struct Words {
    language: &'static Language,
    /// Of the region, of the language, and English: the first that has a text gives it.
    bundles: Vec<Arc<Bundle>>,
}

/// The texts of one language or region, read.
type Bundle = FluentBundle<FluentResource>;

/// Those of all languages and then of all regions, each read once, when it is first needed: by the window, the
/// voice and the terminal alike.
static READ: [OnceLock<Arc<Bundle>>; LANGUAGES.len() + REGIONS.len()] =
    [const { OnceLock::new() }; LANGUAGES.len() + REGIONS.len()];

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
        Self::nearest_to([tag])
    }

    /// The words of the language that the machine is set to.
    pub fn of_the_system() -> Self {
        Self::nearest_to(sys_locale::get_locales())
    }

    /// The words of a language that the person chose, as they are written where the machine is.
    pub fn chosen(tag: &str) -> Self {
        let chosen = parsed(tag);
        let is_of_region = |system: &String| {
            let of_system = parsed(system).map(|id| id.language);
            let of_choice = chosen.as_ref().filter(|id| id.region.is_none());
            of_system.is_some() && of_system == of_choice.map(|id| id.language)
        };
        let regions = sys_locale::get_locales().filter(is_of_region);
        Self::nearest_to(regions.chain([tag.to_owned()]))
    }

    /// The words nearest to the first of several languages that Supple speaks.
    fn nearest_to<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Self {
        let tags = tags.into_iter();
        let wanted: Vec<_> = tags.filter_map(|tag| parsed(tag.as_ref())).collect();
        let whole = LANGUAGES
            .iter()
            .map(|language| (language.tag, language.files));
        let (spoken, files): (Vec<_>, Vec<_>) = whole
            .chain(REGIONS.iter().copied())
            .filter_map(|(tag, files)| Some((parsed(tag)?, files)))
            .unzip();
        // English is the first, and comes last where it is not wanted.
        let english = spoken.first();
        let near = negotiate_languages(&wanted, &spoken, english, NegotiationStrategy::Filtering);
        let of_tag = |id: &&LanguageIdentifier| {
            let tag = id.to_string();
            LANGUAGES.iter().find(|language| language.tag == tag)
        };
        let read = |id: &LanguageIdentifier| {
            let index = spoken.iter().position(|spoken| spoken == id)?;
            let (read, files) = (READ.get(index)?, files.get(index)?);
            Some(Arc::clone(read.get_or_init(|| Arc::new(bundle(id, files)))))
        };
        Self {
            language: near.iter().find_map(of_tag).unwrap_or(&LANGUAGES[0]),
            bundles: near.iter().filter_map(|id| read(id)).collect(),
        }
    }

    /// The words of one language and of no other, which shows its gaps.
    #[cfg(test)]
    pub(crate) fn only(language: &'static Language) -> Self {
        let id = language.tag.parse().unwrap();
        Self {
            language,
            bundles: vec![Arc::new(bundle(&id, language.files))],
        }
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
        self.message_as(message.id, message)
            .unwrap_or_else(|| format!("[{}]", message.id))
    }

    /// The message in the words of another name, for names that are put together; `None` where no language has it.
    pub fn message_as(&self, id: &str, message: &Message) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        self.format(id, &args)
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Message(_) | Arg::List(..) => FluentValue::from(self.in_words(arg)),
        }
    }

    /// What would be filled into a text, alone.
    pub fn in_words(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Message(inner) => self.message(inner),
            Arg::List(list, items) => {
                self.list(*list, items.iter().map(|item| self.in_words(item)))
            }
        }
    }

    /// Several things in one text, joined as the language joins them; empty without any.
    pub fn list<T: Into<String>>(&self, list: List, items: impl IntoIterator<Item = T>) -> String {
        let (two, middle, end) = match list {
            List::And => ("list-and-two", "list-and-middle", "list-and-end"),
            List::Or => ("list-or-two", "list-or-middle", "list-or-end"),
            List::Parts => ("list-parts", "list-parts", "list-parts"),
            List::Facts => ("list-facts", "list-facts", "list-facts"),
        };
        let join = |id, first: String, second: String| {
            self.message(&Message::new(id).with("first", first).with("second", second))
        };
        let mut items: Vec<String> = items.into_iter().map(Into::into).collect();
        let at_end = items.pop();
        let is_pair = items.len() == 1;
        let before = items
            .into_iter()
            .reduce(|first, next| join(middle, first, next));
        match (before, at_end) {
            (Some(first), Some(second)) => join(if is_pair { two } else { end }, first, second),
            (_, alone) => alone.unwrap_or_default(),
        }
    }

    fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let mut bundles = self.bundles.iter();
        bundles.find_map(|bundle| format(bundle, id, args))
    }
}

fn format(bundle: &Bundle, id: &str, args: &FluentArgs) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text: Cow<'_, str> = bundle.format_pattern(pattern, Some(args), &mut errors);
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
    Some(text.into_owned())
}

fn parsed(tag: &str) -> Option<LanguageIdentifier> {
    tag.parse().ok()
}

fn bundle(id: &LanguageIdentifier, files: &[File]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![id.clone()]);
    // Isolation marks have no glyphs in our fonts, and all shipped languages run left to right.
    bundle.set_use_isolating(false);
    for (_, text) in files {
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
