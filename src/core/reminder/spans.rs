//! Spans of time, of which a day's hours are made.

use std::ops::Range;

use jiff::{SignedDuration, Timestamp};

/// Spans of time, in order and apart from each other; none is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Spans(Vec<Range<Timestamp>>);

impl Spans {
    /// Those that lie on or beside each other become one.
    pub(super) fn of(spans: impl IntoIterator<Item = Range<Timestamp>>) -> Self {
        let mut spans: Vec<_> = spans.into_iter().filter(|span| !span.is_empty()).collect();
        spans.sort_by_key(|span| span.start);
        let mut apart: Vec<Range<Timestamp>> = Vec::with_capacity(spans.len());
        for span in spans {
            match apart.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => last.end = last.end.max(span.end),
                None => apart.push(span),
            }
        }
        Self(apart)
    }

    pub(super) fn and(&self, others: &Self) -> Self {
        Self::of(self.0.iter().chain(&others.0).cloned())
    }

    pub(super) fn without(&self, others: &Self) -> Self {
        let mut left = self.0.clone();
        for other in &others.0 {
            let parts = left.into_iter().flat_map(|span| {
                let before = span.start..span.end.min(other.start);
                let after = span.start.max(other.end)..span.end;
                [before, after]
            });
            left = parts.filter(|part| !part.is_empty()).collect();
        }
        Self(left)
    }

    /// What of them lies from a moment on.
    pub(super) fn from(&self, moment: Timestamp) -> Self {
        self.within(moment..Timestamp::MAX)
    }

    pub(super) fn within(&self, whole: Range<Timestamp>) -> Self {
        let cut = |span: &Range<Timestamp>| {
            let start = span.start.max(whole.start);
            start..span.end.min(whole.end)
        };
        Self(
            self.0
                .iter()
                .map(cut)
                .filter(|span| !span.is_empty())
                .collect(),
        )
    }

    /// The span that a moment lies in.
    pub(super) fn at(&self, moment: Timestamp) -> Option<&Range<Timestamp>> {
        self.0.iter().find(|span| span.contains(&moment))
    }

    /// The first moment in them that is not before this one.
    pub(super) fn next(&self, moment: Timestamp) -> Option<Timestamp> {
        let span = self.0.iter().find(|span| moment < span.end)?;
        Some(span.start.max(moment))
    }

    pub(super) fn length(&self) -> SignedDuration {
        let lengths = self
            .0
            .iter()
            .map(|span| span.end.duration_since(span.start));
        lengths.fold(SignedDuration::ZERO, SignedDuration::saturating_add)
    }

    /// The moment at which so much of them is over, if they are that long.
    pub(super) fn after(&self, mut wait: SignedDuration) -> Option<Timestamp> {
        for span in &self.0 {
            let length = span.end.duration_since(span.start);
            if wait < length {
                return span.start.checked_add(wait).ok();
            }
            wait = wait.saturating_sub(length);
        }
        None
    }
}
