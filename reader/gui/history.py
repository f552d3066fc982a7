"""Where the reader has been: places to go back to and forward to, as a record that never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.core.article import ArticleId
from reader.core.spans import Span

KEPT = 200
"""Places that are remembered in each direction."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article and a span of its text; an empty span is a line that stood at the top."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page that stands in place of text and quotations, and where the reader is on it (``reader.gui.pages``)."""

    page: str
    """The name of the page ("report")."""
    key: str = ""
    """What it is about, as the page itself reads it: the number of a run, an article's id."""
    tab: str = ""
    row: int | None = None
    """The chosen row, counted as the page counts; it stays the same row however the rows are sorted."""
    top: int = 0
    """How far its rows are scrolled, in px."""


Spot = Place | PagePlace


@dataclass(frozen=True, slots=True)
class History:
    """The place where the reader is, with those before it (the nearest last) and after it (the nearest first)."""

    now: Spot | None = None
    before: tuple[Spot, ...] = ()
    after: tuple[Spot, ...] = ()

    def gone_to(self, place: Spot, leaving: Spot | None = None) -> History:
        """A jump. ``leaving`` is how the reader left the present place: where they had scrolled to."""
        left = leaving or self.now
        if left is None:
            return History(place)
        if self.now == place:
            return self
        return History(place, (*self.before, left)[-KEPT:])

    def moved_to(self, place: Spot) -> History:
        """Another present place that leaves nothing behind: one step of a walk."""
        return replace(self, now=place)

    def gone_back(self, leaving: Spot | None = None) -> History:
        """One place back; the same history when there is none."""
        if not self.before:
            return self
        left = leaving or self.now
        after = self.after if left is None else (left, *self.after)
        return History(self.before[-1], self.before[:-1], after[:KEPT])

    def gone_forward(self, leaving: Spot | None = None) -> History:
        """One place forward; the same history when there is none."""
        if not self.after:
            return self
        left = leaving or self.now
        before = self.before if left is None else (*self.before, left)
        return History(self.after[0], before[-KEPT:], self.after[1:])

    def with_version(self, older: ArticleId, newer: ArticleId) -> History:
        """The same history with another version in an article's place."""
        now = None if self.now is None else _in_version(self.now, older, newer)
        before = tuple(_in_version(place, older, newer) for place in self.before)
        return History(now, before, tuple(_in_version(place, older, newer) for place in self.after))

    def without(self, article: ArticleId) -> History:
        """The same history without an article that is no longer there."""
        now = None if self.now is not None and _is_of(self.now, article) else self.now
        return replace(self, now=now, before=_others(self.before, article), after=_others(self.after, article))


def _others(places: tuple[Spot, ...], article: ArticleId) -> tuple[Spot, ...]:
    return tuple(place for place in places if not _is_of(place, article))


def _in_version(place: Spot, older: ArticleId, newer: ArticleId) -> Spot:
    if isinstance(place, PagePlace):
        return replace(place, key=newer) if place.key == older else place
    return replace(place, article=newer) if place.article == older else place


def _is_of(place: Spot, article: ArticleId) -> bool:
    return isinstance(place, Place) and place.article == article
