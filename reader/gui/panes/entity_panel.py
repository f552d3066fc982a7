"""The entity panel: every mention of one entity across the library, and what it said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.core.article import ArticleId
from reader.core.kinds import Kind
from reader.core.rows import ConcordanceLine, EntityRow, QuotationRow
from reader.gui.look import Theme
from reader.gui.panes.cards import Cards
from reader.gui.panes.concordance import LineHeading, NumberedLine, arrange_lines, spoken
from reader.gui.panes.concordance_line import ConcordanceDelegate
from reader.gui.panes.empty_words import EmptyWords
from reader.gui.panes.entity_head import EntityHead
from reader.gui.panes.head import dress, ground
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.spaces import spaces
from reader.gui.panes.tabs import Tab, Tabs
from reader.gui.panes.text import articles_counted, period

SPEAKS = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP))
"""Kinds that can be quoted."""
MOST_LINES = 3
"""Of a quotation's words in this panel."""


class EntityPanel(QWidget):
    """Two tabs under one head. Up and Down show each mention at once, Enter goes there."""

    line_chosen = Signal(object, bool)
    """The number of a line, and whether the reader goes there (Enter, click) or only looks (arrows)."""
    quotation_chosen = Signal(object)
    """The number of a quotation."""
    tab_chosen = Signal(object)
    """ "mentions" or "quotations"."""
    step_asked = Signal(int)
    """The next (+1) or previous (-1) mention."""
    entered = Signal()
    """The reader went to a mention by Enter, and goes on in the text."""
    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, today: Callable[[], dt.date] = dt.date.today
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._total = 0
        self._head = EntityHead(theme)
        self._head.step_asked.connect(self.step_asked)
        self._head.closed.connect(self.closed)
        self._tabs = Tabs(theme, ("mentions", "quotations"))
        self._tabs.tab_chosen.connect(self._choose_tab)
        self._facts = QLabel()
        self._make_lists(theme)
        self._lay_out(theme)
        self.set_theme(theme)

    def _make_lists(self, theme: Theme) -> None:
        self._rows: tuple[LineHeading | NumberedLine, ...] = ()
        self._model = RowModel(
            lambda item: spoken(item, self._today()), self, choosable=lambda item: isinstance(item, NumberedLine)
        )
        self._table = RowTable(theme, self._model)
        self._delegate = ConcordanceDelegate(theme, self._today, self._table)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(self.tr("Mentions"))
        self._table.level_rows(theme.size("panel", "row"))
        self._table.row_moved.connect(lambda row: self._tell_line(row, final=False))
        self._table.row_entered.connect(self._enter)
        self._table.row_pressed.connect(lambda row, _: self._tell_line(row, final=True))
        self._cards = Cards(theme, MOST_LINES, self._today, dated=True)
        self._cards.quotation_chosen.connect(self.quotation_chosen)
        self._cards.speaker_chosen.connect(lambda _, number: self.quotation_chosen.emit(number))
        self._empty = EmptyWords(theme, spaces(theme).large)
        self._empty.set_words(self.tr("No quotations."))

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        self._tab_line = QWidget()
        row = QHBoxLayout(self._tab_line)
        row.setContentsMargins(gap.large - gap.tight, 0, gap.large, 0)
        row.addWidget(self._tabs)
        row.addStretch()
        row.addWidget(self._facts)
        self._tab_line.setFixedHeight(theme.size("panel", "tabs"))
        self._body = QStackedWidget()
        for part in (self._table, self._cards, self._empty):
            self._body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._tab_line)
        column.addSpacing(1)  # the line under the tabs
        column.addWidget(self._body)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = self._delegate.theme = theme
        ground(self, theme)
        for part in (self._head, self._tabs, self._table, self._cards, self._empty):
            part.set_theme(theme)
        dress(self._facts, theme, "small", "text_secondary")

    def set_entity(
        self,
        entity: EntityRow,
        lines: tuple[ConcordanceLine, ...],
        quotations: tuple[QuotationRow, ...],
        here: ArticleId | None,
    ) -> None:
        """Shows an entity; the lines of the article ``here`` stand under a heading of their own."""
        self._total = max(entity.mentions, len(lines))
        self._head.set_entity(entity)
        self._tabs.set_words("mentions", self.tr("Mentions"), self._total)
        self._tabs.set_words("quotations", self.tr("Quotations"), len(quotations))
        self._tabs.set_offered("quotations", entity.kind in SPEAKS)
        self._facts.setText(self._facts_of(entity))
        self._table.level_rows(self._theme.size("panel", "row"))
        self._rows = arrange_lines(lines, here)
        self._model.set_records(self._rows)
        self._table.scrollToTop()
        self._cards.set_rows(quotations)
        self.set_current_line(None)
        self.show_tab(self._tabs.chosen())

    def show_tab(self, tab: str) -> None:
        """Shows "mentions" or "quotations"; mentions where the kind cannot be quoted."""
        if not self._tabs.is_offered(tab):
            tab = "mentions"
        self._tabs.choose(tab)
        cards: QWidget = self._cards if self._cards.rows() else self._empty
        part = self._table if tab == "mentions" else cards
        self._body.setCurrentWidget(part)
        self.setFocusProxy(part)

    def tab(self) -> str:
        """Which tab is shown."""
        return self._tabs.chosen()

    def tab_words(self, tab: str) -> str:
        """What a tab says, with its count."""
        return self._tabs.words(tab)

    def tab_button(self, tab: str) -> Tab:
        """A tab."""
        return self._tabs.button(tab)

    def place(self) -> str:
        """Which mention is current, in words."""
        return self._head.place()

    def facts(self) -> str:
        """How many articles mention the entity, and when."""
        return self._facts.text()

    def empty_words(self) -> str:
        """What stands in place of quotations when there are none."""
        return self._empty.words() if self._body.currentWidget() is self._empty else ""

    def set_current_line(self, number: int | None) -> None:
        """Marks the line of the mention at which the reader is, by its number among all lines."""
        row = self._row_of(number)
        if row is None or row != self._table.current():
            self._table.set_current(row)
        self._head.set_place(number if row is not None else None, self._total)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        line = theme.size("panel", "header") + theme.size("panel", "tabs")
        painter.fillRect(QRect(0, line, self.width(), 1), theme.colour("line"))

    def _facts_of(self, entity: EntityRow) -> str:
        when = period(entity.first, entity.last, self._today())
        return ", ".join(part for part in (articles_counted(entity.articles), when) if part)

    def _tell_line(self, row: int, *, final: bool) -> None:
        item = self._rows[row]
        if isinstance(item, NumberedLine):
            self._head.set_place(item.number, self._total)
            self.line_chosen.emit(item.number, final)

    def _enter(self, row: int) -> None:
        self._tell_line(row, final=True)
        self.entered.emit()

    def _row_of(self, number: int | None) -> int | None:
        rows = enumerate(self._rows)
        return next((row for row, item in rows if isinstance(item, NumberedLine) and item.number == number), None)

    def _choose_tab(self, tab: str) -> None:
        self.show_tab(tab)
        if not self._tabs.button(tab).hasFocus():  # arrow keys go on from tab to tab, a click is meant for the rows
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.tab_chosen.emit(tab)
