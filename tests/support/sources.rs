//! What the sources of a crate name, read as Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::slice;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{
    Attribute, Expr, ExprMethodCall, ImplItemFn, Item, ItemMod, ItemUse, Macro, Meta, UseTree,
};

/// A module by its path in its crate, the crate's root being empty.
pub(crate) type Module = Vec<String>;

/// What the program in a source names; what is there for tests alone is not part of it.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Every path, as it is written, but from the file's own module.
    pub(crate) paths: Vec<Vec<String>>,
    /// What each name that is brought in stands for.
    pub(crate) names: BTreeMap<String, Vec<String>>,
    /// Every method that is called, and with the name that it is called on where there is one.
    pub(crate) methods: BTreeSet<String>,
    /// Its modules that are there for tests alone.
    pub(crate) tests: BTreeSet<String>,
    /// How many modules within the file enclose what is read.
    pub(crate) depth: usize,
}

impl Source {
    pub(crate) fn of(text: &str) -> Self {
        let mut source = Self::default();
        source.visit_file(&syn::parse_file(text).unwrap());
        source
    }

    /// A path whose first name was brought in, by what that stands for.
    pub(crate) fn written_out(&self, path: &[String]) -> Vec<String> {
        let mut path = path.to_vec();
        // A name that is brought in may begin with another; none so often.
        for _ in 0..8 {
            let Some(meant) = path.first().and_then(|first| self.names.get(first)) else {
                break;
            };
            if meant[0] == path[0] {
                break;
            }
            path = [meant, &path[1..]].concat();
        }
        path
    }

    fn add(&mut self, mut path: Vec<String>) {
        // From a module within the file to the file's own.
        for _ in 0..self.depth {
            match path.first().map(String::as_str) {
                Some("super") => drop(path.remove(0)),
                _ => break,
            }
        }
        if !path.is_empty() {
            self.paths.push(path);
        }
    }

    fn bring_in(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| {
            let itself = name == "self" && !before.is_empty();
            let last = (!itself).then(|| name.to_string());
            before.iter().cloned().chain(last).collect::<Vec<_>>()
        };
        match tree {
            UseTree::Path(path) => self.bring_in(&path.tree, &with(&path.ident)),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.bring_in(tree, before);
                }
            }
            UseTree::Glob(_) => self.add(before.to_vec()),
            UseTree::Name(name) => {
                let path = with(&name.ident);
                let known_as = path.last().unwrap().clone();
                self.names.insert(known_as, path.clone());
                self.add(path);
            }
            UseTree::Rename(rename) => {
                let path = with(&rename.ident);
                self.names.insert(rename.rename.to_string(), path.clone());
                self.add(path);
            }
        }
    }

    /// What a macro is given may be no Rust: the paths and methods that its words would make.
    pub(crate) fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut before = String::new();
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if before == "." {
                        self.methods.insert(name.to_string());
                    }
                    if !before.ends_with("::") {
                        self.add(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    before.clear();
                }
                TokenTree::Punct(sign) => before.push(sign.as_char()),
                TokenTree::Group(group) => {
                    self.read_tokens(group.stream());
                    before.clear();
                }
                TokenTree::Literal(_) => before.clear(),
            }
        }
        self.add(path);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            condition == "test" || condition.starts_with("all (test")
        }
        Meta::Path(path) => path.is_ident("test"),
        _ => false,
    })
}

impl<'a> Visit<'a> for Source {
    fn visit_item(&mut self, item: &'a Item) {
        let attributes = match item {
            Item::Const(item) => &item.attrs,
            Item::Enum(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Macro(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Static(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Trait(item) => &item.attrs,
            Item::Type(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        } else if let Item::Mod(module) = item {
            self.tests.insert(module.ident.to_string());
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'a ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        let inside = usize::from(module.content.is_some());
        self.depth += inside;
        visit::visit_item_mod(self, module);
        self.depth -= inside;
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.bring_in(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.add(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        self.methods.insert(call.method.to_string());
        if let Expr::Path(on) = &*call.receiver
            && let Some(name) = on.path.get_ident()
        {
            self.methods.insert(format!("{name}.{}", call.method));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'a Macro) {
        self.visit_path(&call.path);
        self.read_tokens(call.tokens.clone());
    }

    // What is derived and documented needs nothing at run time that the item itself does not.
    fn visit_attribute(&mut self, _: &'a Attribute) {}
}

/// The modules of a crate, without those in `without` and those of its tests; the root is among them,
/// for the names it passes on.
pub(crate) fn modules(sources: &Path, without: &[&str]) -> BTreeMap<Module, Source> {
    let mut modules = BTreeMap::new();
    let mut folders = vec![sources.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = module_of(path.strip_prefix(sources).unwrap());
            if name.len() == 1 && without.contains(&name[0].as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = Source::of(&fs::read_to_string(&path).unwrap());
                // The library and the program have one root.
                let module: &mut Source = modules.entry(name).or_default();
                module.paths.extend(source.paths);
                module.names.extend(source.names);
                module.methods.extend(source.methods);
                module.tests.extend(source.tests);
            }
        }
    }
    let tests: Vec<Module> = modules
        .iter()
        .flat_map(|(name, source)| {
            let below = |test: &String| [&name[..], slice::from_ref(test)].concat();
            source.tests.iter().map(below).collect::<Vec<_>>()
        })
        .collect();
    modules.retain(|name, _| !tests.iter().any(|test| name.starts_with(test)));
    modules
}

pub(crate) fn module_of(path: &Path) -> Module {
    let path = path.with_extension("");
    let parts = path.iter().map(|part| part.to_str().unwrap().to_owned());
    let mut module: Module = parts.collect();
    module.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
    module
}
