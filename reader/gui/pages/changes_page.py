"""The page "What changed": asks for two articles and what differs between them."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.gui.history import PagePlace
from reader.gui.jobs import Jobs
from reader.gui.look import Theme
from reader.gui.pages.changes_questions import Told, told
from reader.gui.pages.changes_rows import ChangeRow
from reader.gui.pages.changes_view import ChangesView

NAME = "changes"
SAME = "same"
"""The tab of a place where what is the same is shown as well."""


def place_of(older: ArticleId, newer: ArticleId) -> PagePlace:
    """Where two articles are compared."""
    return PagePlace(NAME, f"{older} {newer}")


class ChangesPage(QObject):
    """Two articles at a time; ``key`` of its place is their ids, the older one first."""

    titled = Signal()
    article_chosen = Signal(object, object)
    """An ``ArticleId`` to open, at a ``Span``."""
    pair_chosen = Signal(object, object)
    """The reader wants to compare these two."""
    copied = Signal(int)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pair = ArticleId(""), ArticleId("")
        self._headline = ""
        self._awaited: PagePlace | None = None
        self.view = ChangesView(theme)
        self.view.pair_chosen.connect(self.pair_chosen)
        self.view.entered.connect(self._enter)
        self.view.moved.connect(self.titled)
        self.view.copied.connect(self.copied)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self.view

    @property
    def title(self) -> str:
        """For the window's title."""
        return self.tr("What changed: {0}").format(self._headline) if self._headline else self.tr("What changed")

    @property
    def foot(self) -> str:
        """ "change 1 of 6"."""
        return self.view.place_words()

    def go_to(self, place: PagePlace) -> None:
        """Compares two articles, or goes to another place in what is compared."""
        older, _, newer = place.key.partition(" ")
        self._awaited = place
        self._pair = ArticleId(older), ArticleId(newer)
        self._ask()

    def place(self) -> PagePlace:
        """The two articles, the row, and how far it is scrolled."""
        if self._awaited is not None:  # its answer has not come yet
            return self._awaited
        top = self.view.list.table.verticalScrollBar().value()
        return PagePlace(NAME, " ".join(self._pair), SAME if self.view.opened else "", self.view.list.current(), top)

    def refresh(self, ids: Collection[ArticleId]) -> None:
        """Some articles changed: asks anew where one of these two is among them."""
        if not set(self._pair).isdisjoint(ids) and self._awaited is None:
            self._awaited = self.place()
            self._ask()

    def find(self) -> bool:
        """It has no field."""
        return False

    def escape(self) -> bool:
        """There is nothing to let go of."""
        return False

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.view.set_theme(theme)

    def kept(self) -> str:
        """It has no columns to be kept."""
        return ""

    def restore(self, kept: str) -> None:
        """There is nothing to be set."""

    def _ask(self) -> None:
        older, newer = self._pair
        question = partial(told, older=older, newer=newer)
        self._jobs.ask(NAME, question, partial(self._show, self._pair), self._lose)

    def _show(self, pair: tuple[ArticleId, ArticleId], answer: Told) -> None:
        place, self._awaited = self._awaited, None
        self._headline = answer.compared.newer.headline if answer.compared else ""
        self.view.opened = place is not None and place.tab == SAME
        self.view.set_told(answer, *pair)
        if place is not None and place.row is not None:
            self.view.list.set_current(place.row)
            self.view.list.table.verticalScrollBar().setValue(place.top)
        self.view.go_to_change()
        self.titled.emit()

    def _lose(self, reason: Reason) -> None:
        self._awaited = None
        if reason.code == "no-such-article":
            self._headline = ""
            self.view.show_trouble(self.tr("This article is no longer in the library."))
            self.titled.emit()
        else:
            self.refused.emit(reason)

    def _enter(self, row: ChangeRow, older: bool) -> None:
        """Opens the side that is wanted, or the one that has the words where it lacks them."""
        sides = [(self._pair[1], row.change.newer), (self._pair[0], row.change.older)]
        for id, passage in reversed(sides) if older else sides:
            if passage is not None:
                self.article_chosen.emit(id, passage.spans[0])
                return
