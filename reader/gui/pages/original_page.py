"""The page "Original beside cleaned": asks for an article and its original, and follows when one is made anew."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from reader.core.article import Article, ArticleId
from reader.core.reasons import Reason
from reader.gui.history import PagePlace
from reader.gui.jobs import Jobs
from reader.gui.look import Theme
from reader.gui.pages.original_questions import Told, saved, told
from reader.gui.pages.original_view import PIECES, SAVED, OriginalView

NAME = "original"


class OriginalPage(QObject):
    """One article at a time; ``key`` of its place is the article's id, ``row`` the number of the current removal."""

    titled = Signal()
    acted = Signal(str)
    """ "back" or "always", for the current removal of the article that is shown."""
    save_asked = Signal()
    removal_menu_asked = Signal(int, QPoint)
    line_menu_asked = Signal(int, QPoint)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, zoom: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._zoom = zoom
        self._id = ArticleId("")
        self._told: Told | None = None
        self._way = PIECES
        self._awaited: PagePlace | None = None
        view = self.view = OriginalView(theme)
        view.moved.connect(self.titled)
        view.way_chosen.connect(self.show_way)
        view.acted.connect(self.acted)
        view.save_asked.connect(self.save_asked)
        view.removal_menu_asked.connect(self.removal_menu_asked)
        view.line_menu_asked.connect(self.line_menu_asked)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self.view

    @property
    def title(self) -> str:
        """For the window's title."""
        name = self.tr("Original beside cleaned")
        return f"{name}: {self._told.reading.article.headline}" if self._told else name

    @property
    def foot(self) -> str:
        """ "removal 3 of 8, 14% of the page"."""
        return self.view.place_words()

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._told.reading.article if self._told else None

    @property
    def told(self) -> Told | None:
        """What is shown, and what its original is."""
        return self._told

    def go_to(self, place: PagePlace) -> None:
        """Shows an article beside its original, or another removal of it."""
        self._awaited = place
        self._id = ArticleId(place.key)
        self._ask()

    def place(self) -> PagePlace:
        """The article, the way its original is shown, the removal, and how far the original is scrolled."""
        if self._awaited is not None:  # its answer has not come yet
            return self._awaited
        top = self.view.texts.original.verticalScrollBar().value()
        return PagePlace(NAME, self._id, self._way if self._way == SAVED else "", self.view.current, top)

    def refresh(self, ids: Collection[ArticleId]) -> None:
        """Some articles changed: asks anew where this is one of them."""
        if self._id in ids and self._awaited is None:
            self.go_to(self.place())

    def take_version(self, older: ArticleId, newer: ArticleId) -> None:
        """Another version stands in an article's place: shows it, at the removal that comes next."""
        if self._id == older:
            here = self.place()
            self.go_to(PagePlace(NAME, newer, here.tab, here.row))

    def show_way(self, way: str) -> None:
        """Shows the original in pieces or as it was saved."""
        self._way = way
        self.view.show_way(way)
        if way == SAVED and self._told is not None:
            self._jobs.ask("original saved", partial(saved, id=self._id), self.view.show_saved, self.refused.emit)

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
        self._jobs.ask(NAME, partial(told, id=self._id), self._show, self._lose)

    def _show(self, answer: Told) -> None:
        place, self._awaited = self._awaited, None
        if answer != self._told:
            self._told = answer
            self.view.set_told(answer, self._zoom())
        numbers = [row.number for row in self.view.list.rows]
        wanted = place.row if place is not None and place.row is not None else 0
        number = next((number for number in sorted(numbers) if number >= wanted), max(numbers, default=None))
        self.view.choose(number, top=place.top if place is not None and place.row == number else 0)
        self.show_way(SAVED if place is not None and place.tab == SAVED else PIECES)
        self.titled.emit()

    def _lose(self, reason: Reason) -> None:
        self._awaited = self._told = None
        if reason.code == "no-such-article":
            self.view.show_trouble(self.tr("This article is no longer in the library."))
            self.titled.emit()
        else:
            self.refused.emit(reason)
