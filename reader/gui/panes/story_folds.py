"""Which stories of the article list are opened: by Right and Left, and by a click on "3 versions"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow
from reader.gui.look import Theme
from reader.gui.panes.article_model import ArticleModel
from reader.gui.panes.article_row import measure_article
from reader.gui.panes.member_row import Telling
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.text import clock_time


class StoryFolds(QObject):
    """Opens and closes the rows of a table. It remembers which are open; the list arranges its rows by that."""

    members_wanted = Signal(object)
    """An article (ArticleId) whose other versions and copies are to be shown; ``open`` shows them."""
    changed = Signal()
    """Other stories are open, or one of them has other members."""
    walked = Signal(int)
    """A key went to another row."""

    def __init__(self, table: RowTable, model: ArticleModel, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._model, self.theme = table, model, theme
        self.opened: dict[ArticleId, tuple[ArticleId, ...]] = {}
        """The members of every story that is open."""
        self._awaited: set[ArticleId] = set()
        """Stories that the reader opened and whose members have not come yet."""
        table.takes_press = self._take_press
        table.row_pointed.connect(self._point)

    def open(self, id: ArticleId, members: Mapping[ArticleId, Telling]) -> None:
        """Shows the other versions and copies of an article, in this order; closes it where there are none.

        Nothing happens where the reader has closed it while they were fetched.
        """
        if id not in self._awaited and id not in self.opened:
            return
        self._awaited.discard(id)
        self._model.set_tellings(members)
        self.opened[id] = tuple(members)
        if not members:
            del self.opened[id]
        self.changed.emit()

    def keep(self, listed: Iterable[ArticleId]) -> None:
        """Forgets what is open of stories that are no longer listed."""
        if self.opened:
            known = frozenset(listed)
            self.opened = {id: members for id, members in self.opened.items() if id in known}

    def refresh(self, changed: Iterable[ArticleId]) -> None:
        """Asks anew for the members of stories of which an article has changed."""
        ids = frozenset(changed)
        for id, members in self.opened.items():
            if id in ids or not ids.isdisjoint(members):
                self.members_wanted.emit(id)

    def take_key(self, event: QKeyEvent) -> bool:
        """Right and Left; whether the key was one of them."""
        row = self._table.current()
        if row is None or event.modifiers() or event.key() not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return False
        if event.key() == Qt.Key.Key_Right:
            self._unfold(row)
        else:
            self._fold(row)
        return True

    def _unfold(self, row: int) -> None:
        """Shows the members of a story; where they are shown, goes to the first of them."""
        item = self._model.item(row)
        if self._model.is_opened(row):
            self._walk(row + 1)
        elif isinstance(item, ArticleRow) and item.tellings > 1:
            self._want(item.id)

    def _fold(self, row: int) -> None:
        """Hides the members of a story; goes from a member to its story."""
        member = self._model.list.member_at(row)
        if member is not None:
            self._walk(self._model.list.row_of(member[0]))
        elif self._model.is_opened(row):
            self._close(row)

    def _want(self, id: ArticleId) -> None:
        self._awaited.add(id)
        self.members_wanted.emit(id)

    def _walk(self, row: int) -> None:
        self._table.set_current(row)
        self.walked.emit(row)

    def _close(self, row: int) -> None:
        id, here = self._model.article_id(row), self._table.current()
        members = self.opened.pop(id, ()) if id is not None else ()
        if here is not None and self._model.article_id(here) in members:
            self._table.setCurrentIndex(self._model.index(row, 0))  # the nearest row that is still there
        self.changed.emit()

    def _take_press(self, row: int, at: QPoint) -> bool:
        """A press on "3 versions" opens or closes the story and leaves the chosen row alone."""
        if not self._is_over(row, at):
            return False
        if self._model.is_opened(row):
            self._close(row)
        elif (id := self._model.article_id(row)) is not None:
            self._want(id)
        return True

    def _point(self, row: int, at: QPoint) -> None:
        hand = Qt.CursorShape.PointingHandCursor if self._is_over(row, at) else Qt.CursorShape.ArrowCursor
        self._table.viewport().setCursor(hand)

    def _is_over(self, row: int, at: QPoint) -> bool:
        item = self._model.item(row) if 0 <= row < len(self._model.list) else None
        if not isinstance(item, ArticleRow) or item.tellings < 2:
            return False
        width, when = self._table.columnWidth(0), clock_time(item.published)
        look = measure_article(item, width, self.theme, when, opened=self._model.is_opened(row))
        return look.fold.contains(at)
