//! Files that are written for the person, and what came of each.

use std::path::Path;

use crate::background::{Jobs, no_thread};
use crate::ui::hand_out::Written;
use crate::words::Message;

/// What is written from a page, in one of the forms `F`: one file at a time.
pub(super) struct Saving<F> {
    /// The number of the page that is open: what came of a file that was asked for on one before is not shown here.
    page: u64,
    /// What came of the file that was asked for last on this page.
    written: Option<Written<F>>,
    jobs: Jobs<News<F>>,
}

/// What came of a file that was asked for on the page of that number.
pub(super) struct News<F> {
    page: u64,
    written: Written<F>,
}

impl<F: Send + 'static> Saving<F> {
    pub(super) fn new(jobs: Jobs<News<F>>) -> Self {
        Self {
            page: 0,
            written: None,
            jobs,
        }
    }

    /// For a page that is opened anew.
    pub(super) fn open(&mut self) {
        self.page += 1;
        self.written = None;
    }

    /// What came of the file that was asked for last.
    pub(super) fn written(&self) -> Option<&Written<F>> {
        self.written.as_ref()
    }

    /// Has a file written, unless one of this page is.
    pub(super) fn start(
        &mut self,
        path: &Path,
        write: impl FnOnce() -> Written<F> + Send + 'static,
    ) {
        if matches!(self.written, Some(Written::UnderWay(_))) {
            return;
        }
        let page = self.page;
        let work = move || {
            let written = write();
            Some(News { page, written })
        };
        self.written = Some(match self.jobs.write(work) {
            Ok(()) => Written::UnderWay(path.to_owned()),
            Err(error) => Written::Failed(no_thread(&error)),
        });
    }

    /// Takes in what came of the files. Gives what is wrong with one whose page is in view no more.
    pub(super) fn take_news(&mut self, is_in_view: bool) -> Vec<Message> {
        let mut complaints = Vec::new();
        for News { page, written } in self.jobs.news() {
            let is_open = page == self.page;
            if !is_open || !is_in_view {
                complaints.extend(complaint(&written));
            }
            if is_open {
                self.written = Some(written);
            }
        }
        complaints
    }
}

fn complaint<F>(written: &Written<F>) -> Option<Message> {
    match written {
        Written::UnderWay(_) | Written::Done { .. } => None,
        Written::Exists { path, .. } => {
            Some(Message::new("hand-out-exists").with("path", path.as_path()))
        }
        Written::Failed(why) => Some(why.clone()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::background::Background;

    #[test]
    fn what_came_of_a_file_is_no_matter_of_the_page_that_was_opened_since() {
        let background = Background::start().unwrap();
        let mut saving = Saving::new(Jobs::on(&background));
        let path = PathBuf::from("one.pdf");
        let exists = || Written::Exists {
            form: (),
            path: PathBuf::from("one.pdf"),
        };
        let came = |saving: &mut Saving<()>, is_in_view| {
            // Its thread gives its news and ends.
            while saving.jobs.is_writing() {
                std::thread::yield_now();
            }
            saving.take_news(is_in_view)
        };
        saving.start(&path, exists);
        assert_eq!(saving.written(), Some(&Written::UnderWay(path.clone())));
        assert_eq!(came(&mut saving, true), []);
        assert_eq!(saving.written(), Some(&exists()));

        saving.start(&path, exists);
        saving.open();
        assert_eq!(saving.written(), None);
        let told = came(&mut saving, true);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].id, "hand-out-exists");
        assert_eq!(
            saving.written(),
            None,
            "nothing is to be replaced from here"
        );

        saving.start(&path, exists);
        assert_eq!(came(&mut saving, false).len(), 1);
    }
}
