""" "What changed" in the window: the ways that lead to it, and when there is nothing to compare."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.article import ArticleId
from reader.core.rows import Reading
from reader.gui.counting import counted
from reader.gui.pages.changes_page import NAME, ChangesPage, place_of
from reader.gui.pages.changes_questions import partners

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class ChangesTies(QObject):
    """Ties the page to the open article, to the menus and to the worker."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: ChangesPage | None = None
        window.pages.add(NAME, self._make)
        window.commands.what_changed.triggered.connect(self._open_current)
        window.desk.opened.connect(lambda _: self._offer())
        window.desk.moved.connect(self._offer)
        window.pages.changed.connect(self._offer)
        window.importing.changed.connect(lambda changes: self._refresh(changes.articles))
        window.importing.undone.connect(self._refresh)
        self._offer()

    def open(self, id: ArticleId) -> None:
        """Compares an article with the version or copy before it."""
        self._window.jobs.ask("partners", partial(partners, id=id), self._show, self._window.tell)

    def _make(self) -> ChangesPage:
        window = self._window
        page = self._page = ChangesPage(window.jobs, window.appearance.theme, self)
        page.article_chosen.connect(window.desk.open)
        page.pair_chosen.connect(lambda older, newer: window.desk.open_page(place_of(older, newer)))
        page.copied.connect(self._tell_copied)
        page.refused.connect(window.tell)
        return page

    def _open_current(self) -> None:
        if (here := self._window.desk.current) is not None:
            self.open(here)

    def _show(self, pair: tuple[ArticleId, ArticleId] | None) -> None:
        if pair is None:
            self._window.status.show_message(self.tr("This article has one version."))
        else:
            self._window.desk.open_page(place_of(*pair))

    def _offer(self) -> None:
        """Switches the command off where there is nothing to compare, and says why."""
        window, command = self._window, self._window.commands.what_changed
        reading = window.desk.reading
        why = self.tr("No article is open.")
        if window.pages.current is not None:
            why = self.tr("A page is open.")
        elif reading is not None:
            why = "" if _is_told_twice(reading) else self.tr("This article has one version.")
        command.setEnabled(not why)
        command.setToolTip(why)

    def _refresh(self, ids: Collection[ArticleId]) -> None:
        if self._page is not None and self._window.pages.current is self._page:
            self._page.refresh(ids)

    def _tell_copied(self, changes: int) -> None:
        self._window.status.show_message(counted(changes, self.tr("1 change copied"), self.tr("{0} changes copied")))


def _is_told_twice(reading: Reading) -> bool:
    return len(reading.versions) > 1 or len(reading.group) > 1
