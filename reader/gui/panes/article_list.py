"""The article list: headings of days, stories with their versions and copies, and the menu of what is listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow, Counts, ListEntry
from reader.gui.look import Theme
from reader.gui.panes.article_delegate import ArticleDelegate
from reader.gui.panes.article_model import ArticleModel
from reader.gui.panes.article_row import measure_article
from reader.gui.panes.empty_words import EmptyWords
from reader.gui.panes.head import MenuButton, PaneHead, dress, ground
from reader.gui.panes.list_rows import arrange
from reader.gui.panes.member_row import Telling
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import clock_time, thousands

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
        self._opened: dict[ArticleId, tuple[ArticleId, ...]] = {}
        self._theme = theme
        self._model = ArticleModel(today, self)
        self._table = RowTable(theme, self._model, self)
        self._delegate = ArticleDelegate(theme, today, self._table)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(self.tr("Articles"))
        self._table.setAccessibleDescription(self.tr("Newest first, with a heading before each day"))
        self._table.level_rows(theme.size("list", "row", "comfortable"))
        self.setFocusProxy(self._table)
        self._make_head()
        self._make_body()
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._ask)
        self._model.row_missed.connect(self._wanting.start)
        self._table.row_moved.connect(self._tell)
        self._table.row_entered.connect(self._tell)
        self._table.row_pressed.connect(lambda row, _: self._tell(row))
        self._table.row_menu_asked.connect(self._ask_menu)
        self._table.row_pointed.connect(self._point)
        self._table.takes_press = self._take_press
        self.set_theme(theme)

    def _make_head(self) -> None:
        theme, menu = self._theme, QMenu(self)
        names = {
            "all": self.tr("All articles"),
            "unread": self.tr("Unread"),
            "starred": self.tr("Starred"),
        }
        choices = QActionGroup(menu)
        self._entries: dict[str, QAction] = {}
        for which, name in names.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.triggered.connect(lambda _=False, which=which: self._choose_filter(which))
            choices.addAction(entry)
            self._entries[which] = entry
        self._name = MenuButton(theme, "ui_strong", "text", menu)
        self._unread = QLabel()
        self._unread.setContentsMargins(0, 0, spaces(theme).tight, 0)
        self._head = PaneHead(theme, theme.size("list", "gutter"))
        self._head.row.addWidget(self._name)
        self._head.row.addStretch()
        self._head.row.addWidget(self._unread)

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
        self._theme = self._delegate.theme = theme
        ground(self, theme)
        for part in (self._head, self._name, self._table, self._empty):
            part.set_theme(theme)
        dress(self._unread, theme, "small", "text_secondary")
        self.set_filter(self._filter)

    def set_filter(self, which: str) -> None:
        """Says what is listed; the entries come by ``set_entries``."""
        self._filter = which
        self._entries[which].setChecked(True)
        self._name.setText(self._entries[which].text())
        self._name.updateGeometry()
        words = {
            "all": self.tr("No articles yet. Import files, or drop them here."),
            "unread": self.tr("Nothing unread."),
            "starred": self.tr("Nothing starred."),
        }
        link = self.tr("Open the sample library.") if which == "all" else self.tr("Show all articles.")
        self._empty.set_words(words[which], link)

    def set_counts(self, counts: Counts) -> None:
        """Shows how many articles are unread."""
        self._unread.setText(self.tr("{0} unread").format(thousands(counts.unread)))

    def set_entries(self, entries: tuple[ListEntry, ...], groups: Mapping[ArticleId, int] | None = None) -> None:
        """Replaces the list. The chosen article and what is seen stay where they are, if they are still there.

        ``groups`` leads from articles, also those that are not listed, to the number of their group.
        """
        self._listed, self._groups = entries, groups or {}
        if self._opened:
            listed = {entry.id for entry in entries}
            self._opened = {id: members for id, members in self._opened.items() if id in listed}
        self._arrange()
        shown = self._table if entries else self._empty
        self.setFocusProxy(shown)
        self._body.setCurrentWidget(shown)

    def set_members(self, id: ArticleId, members: Mapping[ArticleId, Telling], rows: tuple[ArticleRow, ...]) -> None:
        """Shows the other versions and copies of an article below it, in this order; ``rows`` are theirs."""
        self._model.set_tellings(members)
        self._model.set_rows(rows)
        self._opened[id] = tuple(members)
        self._arrange()

    def opened(self) -> tuple[ArticleId, ...]:
        """The stories whose other versions and copies are shown."""
        return tuple(self._opened)

    def _arrange(self) -> None:
        chosen, anchor = self.current(), self._anchor()
        if chosen is not None:
            self._gap = self._table.current() or 0
        rows = arrange(self._listed, self._opened)
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
        changed = frozenset(ids)
        for id, members in self._opened.items():
            if id in changed or not changed.isdisjoint(members):
                self.members_wanted.emit(id)

    def show_all(self) -> None:
        """Lists all articles, as the link under an empty list does."""
        self._choose_filter("all")

    def filter_actions(self) -> dict[str, QAction]:
        """The entries of the menu under the heading, by FILTERS."""
        return dict(self._entries)

    def heading(self) -> str:
        """What is listed, in words."""
        return self._name.text()

    def unread_words(self) -> str:
        """How many articles are unread, in words."""
        return self._unread.text()

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

    # stories that are opened

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._table.current()
        if row is None or event.modifiers() or event.key() not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Right:
            self._unfold(row)
        else:
            self._fold(row)

    def _unfold(self, row: int) -> None:
        """Shows the members of a story; where they are shown, goes to the first of them."""
        item = self._model.item(row)
        if self._model.is_opened(row):
            self._table.set_current(row + 1)
            self._tell(row + 1)
        elif isinstance(item, ArticleRow) and item.tellings > 1:
            self.members_wanted.emit(item.id)

    def _fold(self, row: int) -> None:
        """Hides the members of a story; goes from a member to its story."""
        member = self._model.list.member_at(row)
        if member is not None:
            above = self._model.list.row_of(member[0])
            self._table.set_current(above)
            self._tell(above)
        elif self._model.is_opened(row):
            self._close(self._model.list.ids[self._model.list.article_at(row) or 0])

    def _close(self, id: ArticleId) -> None:
        members = self._opened.pop(id, ())
        if self.current() in members:
            self._select(id)  # its row is the nearest that is still there
        self._arrange()

    def _over_fold(self, row: int, at: QPoint) -> bool:
        item = self._model.item(row) if 0 <= row < len(self._model.list) else None
        if not isinstance(item, ArticleRow):
            return False
        width, when = self._table.columnWidth(0), clock_time(item.published)
        look = measure_article(item, width, self._theme, when, opened=self._model.is_opened(row))
        return look.fold.contains(at)

    def _take_press(self, row: int, at: QPoint) -> bool:
        """A press on "3 versions" opens or closes the story and leaves the chosen row alone."""
        if not self._over_fold(row, at):
            return False
        id = self._model.article_id(row)
        if id in self._opened:
            self._close(id)
        else:
            self.members_wanted.emit(id)
        return True

    def _point(self, row: int, at: QPoint) -> None:
        hand = Qt.CursorShape.PointingHandCursor if self._over_fold(row, at) else Qt.CursorShape.ArrowCursor
        self._table.viewport().setCursor(hand)

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
