"""The hits of a search, in the place of the article list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reader.core.article import ArticleId
from reader.core.search import Hit, Page
from reader.core.spans import Span
from reader.core.wording import sentence
from reader.gui.look import Theme
from reader.gui.panes.article_model import spoken
from reader.gui.panes.head import MenuButton, PaneHead, ground
from reader.gui.panes.hit_delegate import HitDelegate
from reader.gui.panes.line_of_words import LineOfWords
from reader.gui.panes.nothing_found import NothingFound
from reader.gui.panes.query_trouble import QueryTrouble
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.tabs import Tabs
from reader.gui.panes.text import articles_counted

SORTS = ("relevance", "newest", "oldest")
AHEAD = 10
"""More hits are asked for when so few are left below."""


class HitList(QWidget):
    """Hits with their snippets, or why there are none."""

    hit_chosen = Signal(object)
    """The reader went to a hit (ArticleId), by mouse, arrows, Enter or ``step``."""
    more_wanted = Signal(object)
    """The reader scrolls near the end: how many hits are here already."""
    sort_chosen = Signal(str)
    """Of SORTS."""
    query_proposed = Signal(str)
    """A link was followed: search for this instead."""
    hit_menu_asked = Signal(object, object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, today: Callable[[], dt.date] = dt.date.today
    ) -> None:
        super().__init__(parent)
        self._total = self._asked = 0
        self._hits: tuple[Hit, ...] = ()
        self._today = today
        self._model = RowModel(self._spoken, self)
        self._table = RowTable(theme, self._model, self)
        self._delegate = HitDelegate(theme, today, self._table)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(self.tr("Articles found"))
        self._table.level_rows(theme.size("list", "row", "comfortable"))
        self.setFocusProxy(self._table)
        self._make_head(theme)
        self._make_body(theme)
        self._table.row_moved.connect(self._tell)
        self._table.row_entered.connect(self._tell)
        self._table.row_pressed.connect(lambda row, _: self._tell(row))
        self._table.row_menu_asked.connect(self._ask_menu)
        self._table.verticalScrollBar().valueChanged.connect(self._ask_more)
        self._table.verticalScrollBar().rangeChanged.connect(self._ask_more)
        self.set_theme(theme)

    def _make_head(self, theme: Theme) -> None:
        self._tabs = Tabs(theme, ("articles",))
        menu = QMenu(self)
        names = {
            "relevance": self.tr("best first"),
            "newest": self.tr("newest first"),
            "oldest": self.tr("oldest first"),
        }
        choices = QActionGroup(menu)
        self._entries: dict[str, QAction] = {}
        for sort, name in names.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.triggered.connect(lambda _=False, sort=sort: self._choose_sort(sort))
            choices.addAction(entry)
            self._entries[sort] = entry
        self._sort = MenuButton(theme, "small", "text_secondary", menu)
        self._head = PaneHead(theme, theme.size("list", "gutter"))
        self._head.row.addWidget(self._tabs)
        self._head.row.addStretch()
        self._head.row.addWidget(self._sort)
        self.set_sort("relevance")

    def _make_body(self, theme: Theme) -> None:
        self._understood, self._notes, self._pending = LineOfWords(theme), LineOfWords(theme), LineOfWords(theme)
        self._nothing, self._trouble = NothingFound(theme), QueryTrouble(theme)
        self._nothing.query_proposed.connect(self.query_proposed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body = QStackedWidget()
        for part in (self._table, self._nothing, self._trouble):
            self._body.addWidget(part)
        column.addWidget(self._head)
        column.addWidget(self._understood)
        column.addWidget(self._notes)
        column.addWidget(self._pending)
        column.addWidget(self._body)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._delegate.theme = theme
        ground(self, theme)
        for part in (
            self._head, self._tabs, self._sort, self._table,
            self._understood, self._notes, self._pending, self._nothing, self._trouble,
        ):  # fmt: skip
            part.set_theme(theme)

    def set_page(self, page: Page, hits: tuple[Hit, ...]) -> None:
        """Shows all hits so far; ``page`` is the newest answer. The chosen hit stays chosen if it is there."""
        chosen, before = self.current(), self._hits
        self._total, self._asked = page.total, 0
        self._tabs.set_words("articles", self.tr("Articles"), page.total)
        self._understood.set_words(page.understood)
        self._notes.set_words(" ".join(map(sentence, page.notes)))
        waiting = self.tr("{0} pending").format(articles_counted(page.pending)) if page.pending else ""
        self._pending.set_words(waiting)
        self._set_hits(hits)
        if not hits and page.understood:
            self._nothing.set_words(page.understood, page.words)
            self._body.setCurrentWidget(self._nothing)
            return
        self._body.setCurrentWidget(self._table)
        row = self._row_of(chosen)
        if row != self._table.current():
            self._table.set_current(row)
        if row is None and hits[: len(before)] != before:
            self._table.scrollToTop()

    def set_error(self, why: str, typed: str = "", fault: Span | None = None) -> None:
        """Shows why the query cannot be read; ``fault`` is a part of the typed words."""
        self._total = 0
        self._set_hits(())
        self._tabs.set_words("articles", self.tr("Articles"), None)
        self._understood.set_words("")
        self._notes.set_words("")
        self._pending.set_words("")
        self._trouble.set_trouble(why, typed, fault)
        self._body.setCurrentWidget(self._trouble)

    def set_sort(self, sort: str) -> None:
        """Says how the hits are sorted."""
        self._entries[sort].setChecked(True)
        self._sort.setText(self._entries[sort].text())
        self._sort.updateGeometry()

    def sort_actions(self) -> dict[str, QAction]:
        """The entries of the menu at the right of the head, by SORTS."""
        return dict(self._entries)

    def heading(self) -> str:
        """What stands in the head."""
        return self._tabs.words("articles")

    def understood(self) -> str:
        """How the query was understood."""
        return self._understood.words()

    def notes(self) -> str:
        """How parts of the query were read; nothing when there is nothing to say."""
        return self._notes.words()

    def pending_words(self) -> str:
        """How many articles are not searched yet; nothing when all are."""
        return self._pending.words()

    def error(self) -> str:
        """Why the query cannot be read; nothing when it can."""
        return self._trouble.sentence() if self._body.currentWidget() is self._trouble else ""

    def current(self) -> ArticleId | None:
        """The chosen hit."""
        row = self._table.current()
        return None if row is None else self._hits[row].id

    def choose(self, id: ArticleId | None) -> bool:
        """Goes to a hit without telling; to none where it is not here. Whether it is."""
        row = self._row_of(id)
        self._table.set_current(row)
        return row is not None

    def step(self, by: int) -> ArticleId | None:
        """Goes to the next (+1) or previous (-1) hit and tells it; none at either end. At first +1 is the first hit."""
        before = self._table.current()
        row = (0 if by > 0 else -1) if before is None else before + by
        if not 0 <= row < len(self._hits):
            return None
        self._table.set_current(row)
        self._tell(row)
        return self.current()

    def _set_hits(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._model.set_records(hits)

    def _row_of(self, id: ArticleId | None) -> int | None:
        return next((row for row, hit in enumerate(self._hits) if hit.id == id), None)

    def _spoken(self, hit: Hit) -> tuple[str, str]:
        name = spoken(hit.row, self._today()) if hit.row else ""
        return name, hit.snippets[0].text if hit.snippets else ""

    def _tell(self, row: int) -> None:
        self.hit_chosen.emit(self._hits[row].id)

    def _ask_menu(self, row: int, at: QPoint) -> None:
        self.hit_menu_asked.emit(self._hits[row].id, at)

    def _ask_more(self) -> None:
        held = len(self._hits)
        seen = self._table.visible_rows()
        if held < self._total and self._asked != held and seen and seen[-1] + AHEAD >= held:
            self._asked = held
            self.more_wanted.emit(held)

    def _choose_sort(self, sort: str) -> None:
        self.set_sort(sort)
        self.sort_chosen.emit(sort)
