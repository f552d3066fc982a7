"""The article list's side of the window: which articles it shows, their rows, and what is unread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.article import ArticleId
from reader.core.rows import ListEntry
from reader.gui import questions
from reader.gui.jobs import Jobs
from reader.gui.panes import ArticleList
from reader.gui.panes.list_rows import one_row_each
from reader.gui.panes.member_row import Telling

if TYPE_CHECKING:
    from reader.services.comparing import Comparable

REFRESH_MS = 250
"""The list is asked anew at most four times a second, however fast articles come."""


class Articles(QObject):
    """Keeps the list as the library is, without losing the reader's place in it."""

    counted = Signal(object)
    """``Counts`` of the library."""
    refused = Signal(object)
    """The ``Reason`` why there is no list: the library cannot be opened."""

    def __init__(self, jobs: Jobs, pane: ArticleList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pane = pane
        self._filter = "all"
        self._found: tuple[ListEntry, ...] | None = None
        """All that fit, also those that a row of their group stands for."""
        self._groups: dict[ArticleId, int] = {}
        self._entries: tuple[ListEntry, ...] = ()
        self._kept: ArticleId | None = None
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh_again)
        self._again = False
        pane.rows_wanted.connect(self._fetch)
        pane.members_wanted.connect(self._fetch_members)
        pane.filter_chosen.connect(self.set_filter)

    @property
    def entries(self) -> tuple[ListEntry, ...]:
        """What is listed, newest first: of each group one."""
        return self._entries

    @property
    def filter(self) -> str:
        """Which articles are listed: "all", "unread" or "starred"."""
        return self._filter

    def set_filter(self, which: str) -> None:
        """Lists all, the unread or the starred articles."""
        self._filter = str(which)
        self._kept = None
        self._ask()

    def keep(self, id: ArticleId | None) -> None:
        """The article that is being read stays in the list, also when a filter would now leave it out."""
        self._kept = id

    def refresh(self) -> None:
        """Asks for the list anew, soon."""
        if self._timer.isActive():
            self._again = True
            return
        self._timer.start()
        self._ask()

    def changed(self, ids: Sequence[ArticleId]) -> None:
        """Some articles changed: their rows are fetched anew when they are painted."""
        self._pane.forget_rows(tuple(ids))
        self.refresh()

    def _refresh_again(self) -> None:
        if self._again:
            self._again = False
            self._timer.start()
            self._ask()

    def _ask(self) -> None:
        self._jobs.ask("list", partial(questions.listing, which=self._filter), self._show, self.refused.emit)

    def _show(self, listing: questions.Listing) -> None:
        kept = self._kept if self._filter != "all" else None
        found = with_kept(listing.entries, self._found or (), kept)
        if found != self._found or listing.groups != self._groups:
            self._found, self._groups = found, listing.groups
            self._entries = one_row_each(found, listing.groups)
            self._pane.set_entries(self._entries, listing.groups)
        self._pane.set_counts(listing.counts)
        self.counted.emit(listing.counts)

    def _fetch(self, ids: Sequence[ArticleId]) -> None:
        self._jobs.ask("rows", partial(questions.story_rows, ids=tuple(ids)), self._pane.set_rows)

    def _fetch_members(self, id: ArticleId) -> None:
        self._jobs.ask(f"members {id}", partial(questions.tellings, id=id), partial(self._show_members, id))

    def _show_members(self, id: ArticleId, found: tuple[Comparable, ...]) -> None:
        tellings = {one.row.id: Telling(one.version, one.relation) for one in found}
        self._pane.set_members(id, tellings, tuple(one.row for one in found))


def with_kept(new: tuple[ListEntry, ...], old: tuple[ListEntry, ...], kept: ArticleId | None) -> tuple[ListEntry, ...]:
    """The new entries, with the article that must not vanish put back where it stood."""
    if kept is None or any(entry.id == kept for entry in new):
        return new
    at = next((n for n, entry in enumerate(old) if entry.id == kept), None)
    if at is None:
        return new
    place = min(at, len(new))
    return (*new[:place], old[at], *new[place:])
