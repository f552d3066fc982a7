"""Removals in the text: which one is current, what its menu and its keys do, and how a line is removed for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.lessons import CAN_GO

if TYPE_CHECKING:
    from reader.gui.context_menus import Entry
    from reader.gui.window import MainWindow


class Removing(QObject):
    """Ties the removals of the reading pane to the keys G and Shift+G and to the context menus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.frame.page
        self._page.give_back_asked.connect(self.give_back)
        self._page.removal_chosen.connect(self._tell_place)

    def press(self, *, always: bool) -> None:
        """G or Shift+G in the text: gives the current removal back; where none is, makes the first in view current."""
        reading, page = self._window.desk.reading, self._page
        if reading is None:
            return
        if not page.removals_shown:
            words = self.tr("No removal is chosen. Ctrl+Shift+R shows what was removed.")
            self._window.status.show_message(words)
        elif page.current_removal is not None:
            self.give_back(page.current_removal, always=always)
        elif page.choose_removal() is None:
            self._window.status.show_message(self.tr("No removal is in view."))
        else:
            self._window.status.show_message(self.tr("G gives the framed line back, Shift+G keeps it always."))

    def give_back(self, number: int, *, always: bool = False) -> None:
        """Gives a removal of the open article back."""
        if (here := self._window.desk.current) is not None:
            self._window.remaking.give_back(here, number, always=always)

    def entries(self, number: int) -> tuple[Entry, ...]:
        """The menu of a removal of the open article."""
        reading = self._window.desk.reading
        if reading is None or not 0 <= number < len(reading.article.removals):
            return ()
        self._page.choose_removal(number)
        always: tuple[Entry, ...] = ()
        if publication := reading.article.publication:
            keep = partial(self.give_back, number, always=True)
            always = ((self.tr("Always keep for {0}").format(publication), keep),)
        copy = partial(QGuiApplication.clipboard().setText, reading.article.removals[number].text)
        return ((self.tr("Give back"), partial(self.give_back, number)), *always, None, (self.tr("Copy"), copy))

    def line_entry(self, offset: int | None) -> Entry:
        """ "Always remove this line from Coastline Press", for a line of the open article that a rule can remove."""
        reading = self._window.desk.reading
        if reading is None or offset is None or not can_go(reading.article, offset):
            return None
        words = self.tr("Always remove this line from {0}").format(reading.article.publication)
        return words, partial(self._window.remaking.take_away, reading.article.id, offset)

    def _tell_place(self, number: int) -> None:
        reading = self._window.desk.reading
        if reading is not None:
            words = self.tr("removal {0} of {1}")
            total = len(reading.article.removals)
            self._window.status.set_place(words.format(f"{number + 1:,}", f"{total:,}"))


def can_go(article: Article, offset: int) -> bool:
    """Whether a rule of the reader can remove the line at an offset."""
    blocks = (block for block in article.blocks if block.role is not BlockRole.DATELINE)
    here = next((block for block in blocks if block.span.start <= offset < block.span.end), None)
    return bool(article.publication) and here is not None and here.role in CAN_GO
