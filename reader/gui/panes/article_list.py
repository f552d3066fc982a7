"""The article list: headings of days, stories with their versions and copies, and the menu of what is listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow, Counts, ListEntry
from reader.gui.look import Theme
from reader.gui.panes.article_delegate import ArticleDelegate
from reader.gui.panes.article_head import ArticleHead
from reader.gui.panes.article_model import ArticleModel
from reader.gui.panes.empty_words import EmptyWords
from reader.gui.panes.head import ground
from reader.gui.panes.list_rows import arrange
from reader.gui.panes.member_row import Telling
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.story_folds import StoryFolds

FILTERS = ("all", "unread", "starred")
"""What can be listed, by the words of ``services.browsing.ListFilter``."""
PAGE = 50
"""Articles that are asked for together."""


class ArticleList(QWidget):
    """Which articles there are, newest first, one row a story. It asks for the rows that are painted and nothing else.

    Right and a click on "3 versions" show the other versions and copies below the row, Left and a click hide them.
    """

    article_chosen = Signal(object)
    """The reader went to an article (ArticleId), by mouse, arrows or ``step``."""
    rows_wanted = Signal(object)
    """Articles (tuple of ids) that can be seen and are not known: always all of them, the newest question is enough."""
    members_wanted = Signal(object)
    """An article (ArticleId) whose other versions and copies are to be shown; ``set_members`` shows them."""
    article_menu_asked = Signal(object, object)
    """An article (ArticleId) for a context menu, and a global point."""
    filter_chosen = Signal(object)
    """Of FILTERS: what the reader wants to be listed."""
    sample_asked = Signal()
    """The reader of an empty library wants to see the sample library."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, today: Callable[[], dt.date] = dt.date.today
    ) -> None:
        super().__init__(parent)
        self._filter = "all"
        self._gap = 0
        self._listed: tuple[ListEntry, ...] = ()
        self._groups: Mapping[ArticleId, int] = {}
        self._theme = theme
        self._model = ArticleModel(today, self)
        self._table = RowTable(theme, self._model, self)
        self._delegate = ArticleDelegate(theme, today, self._table)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(self.tr("Articles"))
        self._table.setAccessibleDescription(self.tr("Newest first, with a heading before each day"))
        self._table.level_rows(theme.size("list", "row", "comfortable"))
        self.setFocusProxy(self._table)
        self._head = ArticleHead(theme)
        self._head.filter_chosen.connect(self._choose_filter)
        self._make_body()
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._ask)
        self._model.row_missed.connect(self._wanting.start)
        self._table.row_moved.connect(self._tell)
        self._table.row_entered.connect(self._tell)
        self._table.row_pressed.connect(lambda row, _: self._tell(row))
        self._table.row_menu_asked.connect(self._ask_menu)
        self._folds = StoryFolds(self._table, self._model, theme)
        self._folds.members_wanted.connect(self.members_wanted)
        self._folds.changed.connect(self._arrange)
        self._folds.walked.connect(self._tell)
        self.set_theme(theme)

    def _make_body(self) -> None:
        self._empty = EmptyWords(self._theme, self._theme.size("list", "gutter"))
        self._empty.link_chosen.connect(self._follow_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        self._body = QStackedWidget()
        self._body.addWidget(self._table)
        self._body.addWidget(self._empty)
        column.addWidget(self._body)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = self._delegate.theme = self._folds.theme = theme
        ground(self, theme)
        for part in (self._head, self._table, self._empty):
            part.set_theme(theme)
        self.set_filter(self._filter)

    def set_filter(self, which: str) -> None:
        """Says what is listed; the entries come by ``set_entries``."""
        self._filter = which
        self._head.set_filter(which)
        words = {
            "all": self.tr("No articles yet. Import files, or drop them here."),
            "unread": self.tr("Nothing unread."),
            "starred": self.tr("Nothing starred."),
        }
        link = self.tr("Open the sample library.") if which == "all" else self.tr("Show all articles.")
        self._empty.set_words(words[which], link)

    def set_counts(self, counts: Counts) -> None:
        """Shows how many articles are unread."""
        self._head.set_unread(counts.unread)

    def set_entries(self, entries: tuple[ListEntry, ...], groups: Mapping[ArticleId, int] | None = None) -> None:
        """Replaces the list. The chosen article and what is seen stay where they are, if they are still there.

        ``groups`` leads from articles, also those that are not listed, to the number of their group.
        """
        self._listed, self._groups = entries, groups or {}
        self._folds.keep(entry.id for entry in entries)
        self._arrange()
        shown = self._table if entries else self._empty
        self.setFocusProxy(shown)
        self._body.setCurrentWidget(shown)

    def set_members(self, id: ArticleId, members: Mapping[ArticleId, Telling], rows: tuple[ArticleRow, ...]) -> None:
        """Shows the other versions and copies of an article below it, in this order; ``rows`` are theirs."""
        self._model.set_rows(rows)
        self._folds.open(id, members)

    def opened(self) -> tuple[ArticleId, ...]:
        """The stories whose other versions and copies are shown."""
        return tuple(self._folds.opened)

    def _arrange(self) -> None:
        chosen, anchor = self.current(), self._anchor()
        if chosen is not None:
            self._gap = self._table.current() or 0
        rows = arrange(self._listed, self._folds.opened)
        self._table.level_rows(self._theme.size("list", "row", "comfortable"))
        self._model.set_list(rows)
        day = self._theme.size("list", "day")
        self._table.set_row_heights((row, day) for row in sorted((*rows.headings, *rows.members)))
        self._select(chosen)
        self._restore(anchor)

    def set_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        """Takes what ``rows_wanted`` asked for."""
        self._model.set_rows(rows)

    def forget_rows(self, ids: tuple[ArticleId, ...]) -> None:
        """Asks for articles again that may have changed; until then they look as they did."""
        self._model.forget_rows(ids, self._groups)
        self._folds.refresh(ids)

    def show_all(self) -> None:
        """Lists all articles, as the link under an empty list does."""
        self._choose_filter("all")

    def filter_actions(self) -> dict[str, QAction]:
        """The entries of the menu under the heading, by FILTERS."""
        return dict(self._head.entries)

    def heading(self) -> str:
        """What is listed, in words."""
        return self._head.words()[0]

    def unread_words(self) -> str:
        """How many articles are unread, in words."""
        return self._head.words()[1]

    def empty_words(self) -> str:
        """What stands in an empty list; nothing while there are articles."""
        return self._empty.words() if self._body.currentWidget() is self._empty else ""

    def current(self) -> ArticleId | None:
        """The chosen article."""
        row = self._table.current()
        return None if row is None else self._model.article_id(row)

    def choose(self, id: ArticleId | None) -> bool:
        """Goes to an article without telling; to none where the list lacks it. Whether it is there."""
        if not self._select(id):
            return False
        self._table.set_current(self._table.current())
        return True

    def step(self, by: int) -> ArticleId | None:
        """Goes to the next (+1) or previous (-1) article and tells it; none at either end."""
        row = self._table.current()
        if row is not None:
            row += by
        else:  # the chosen article left the list: go on where it stood
            row = self._gap if by > 0 else self._gap - 1
        while 0 <= row < len(self._model.list) and self._model.article_id(row) is None:
            row += by
        if not 0 <= row < len(self._model.list):
            return None
        self._table.set_current(row)
        self._tell(row)
        return self.current()

    def _select(self, id: ArticleId | None) -> bool:
        row = None if id is None else self._model.list.find_row(id, self._groups)
        if row is None:
            self._table.set_current(None)
            return False
        self._table.setCurrentIndex(self._model.index(row, 0))
        return True

    def _anchor(self) -> tuple[ArticleId, int] | None:
        """The article by which the list is held in place, and where it is seen; none at the top of the list."""
        if self._table.verticalScrollBar().value() == 0:
            return None
        seen = [row for row in self._table.visible_rows() if self._model.article_id(row) is not None]
        row = next((row for row in seen if row == self._table.current()), seen[0] if seen else None)
        id = None if row is None else self._model.article_id(row)
        return None if row is None or id is None else (id, self._table.rowViewportPosition(row))

    def _restore(self, anchor: tuple[ArticleId, int] | None) -> None:
        row = self._model.list.find_row(anchor[0], self._groups) if anchor else None
        if anchor is None or row is None:
            return
        self._table.updateGeometries()  # the bar's range is that of the old rows until then
        moved = self._table.rowViewportPosition(row) - anchor[1]
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + moved)

    def _ask(self) -> None:
        """Asks for what is seen and not known, in whole pages."""
        rows, seen = self._model.list, self._table.visible_rows()
        numbers = [rows.article_at(row) for row in seen]
        pages = dict.fromkeys(number // PAGE for number in numbers if number is not None)
        members = [member[1] for row in seen if (member := rows.member_at(row)) is not None]
        paged = (id for page in pages for id in rows.ids[page * PAGE : (page + 1) * PAGE])
        wanted = tuple(id for id in (*paged, *members) if self._model.lacks(id))
        if wanted:
            self.rows_wanted.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._folds.take_key(event):
            super().keyPressEvent(event)

    def _tell(self, row: int) -> None:
        id = self._model.article_id(row)
        if id is not None:
            self.article_chosen.emit(id)

    def _ask_menu(self, row: int, at: QPoint) -> None:
        self.article_menu_asked.emit(self._model.article_id(row), at)

    def _follow_link(self) -> None:
        if self._filter == "all":
            self.sample_asked.emit()
        else:
            self.show_all()

    def _choose_filter(self, which: str) -> None:
        self.set_filter(which)
        self.filter_chosen.emit(which)
