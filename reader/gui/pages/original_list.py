"""What was removed, as a list: reason, rule and words of each removal, and what can be done with the current one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.gui.look import Theme
from reader.gui.pages.original_words import RemovalRow, spoken
from reader.gui.panes.article_delegate import state_of
from reader.gui.panes.article_row import RowState
from reader.gui.panes.head import MenuButton, PaneHead, dress, ground, paint_ring
from reader.gui.panes.lines import Lines, advance, baseline, elided, lay_out
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import thousands

Index = QModelIndex | QPersistentModelIndex

MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Link:
    """Words that do something, and where they stand, counted from the row's upper left corner."""

    name: str
    words: str
    place: QRect


@dataclass(frozen=True, slots=True)
class RemovalLook:
    """A measured row."""

    reason: str
    rule: str
    words: Lines
    links: tuple[Link, ...]
    height: int


def measure(row: RemovalRow, width: int, theme: Theme, links: tuple[tuple[str, str], ...]) -> RemovalLook:
    """A row at a width; ``links`` are names and words of what can be done with it."""
    gap = spaces(theme)
    left, right, small = gap.large, width - gap.large, theme.font("small")
    rule = elided(row.rule, small, right - left)
    reason = elided(row.reason, theme.font("ui_strong"), right - left - advance(rule, small) - gap.small)
    words = lay_out(row.words, theme.font("ui"), right - left, theme.line_height("ui"), most=MOST_LINES)
    bottom = gap.medium + theme.line_height("ui") + gap.hair + words.height
    found: list[Link] = []
    at = left
    for name, text in links:
        if found and at + advance(text, small) > right:  # a long name of a publication stands on a line of its own
            at, bottom = left, bottom + theme.line_height("ui")
        shown = elided(text, small, right - at)
        if shown:
            found.append(
                Link(name, shown, QRect(at, bottom + gap.tight, advance(shown, small), theme.line_height("ui")))
            )
            at += advance(shown, small) + gap.large
    if found:
        bottom += gap.tight + theme.line_height("ui")
    return RemovalLook(reason, rule, words, tuple(found), bottom + gap.medium + 1)


def paint(
    painter: QPainter, rect: QRect, look: RemovalLook, state: RowState, theme: Theme, over: QPoint | None, *, ring: bool
) -> None:  # fmt: skip
    """Paints a measured row; the current one stands out as the current card of a list of quotations does."""
    gap = spaces(theme)
    if state.selected or state.hovered:
        painter.fillRect(rect, theme.colour("raised" if state.selected else "hover"))
    if state.selected:
        bar = QRect(rect.left(), rect.top(), theme.size("list", "selection_bar"), rect.height() - 1)
        painter.fillRect(bar, theme.colour("accent_text"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
    left, top, step = rect.left() + gap.large, rect.top() + gap.medium, theme.line_height("ui")
    strong, small = theme.font("ui_strong"), theme.font("small")
    line = round(baseline(strong, top, step))
    painter.setFont(strong)
    painter.setPen(theme.colour("text"))
    painter.drawText(left, line, look.reason)
    painter.setFont(small)
    painter.setPen(theme.colour("text_secondary"))
    painter.drawText(rect.right() + 1 - gap.large - advance(look.rule, small), line, look.rule)
    look.words.draw(painter, left, top + step + gap.hair, theme.colour("text_secondary"))
    for link in look.links:
        small.setUnderline(over is not None and link.place.contains(over))
        painter.setFont(small)
        painter.setPen(theme.colour("accent_text"))
        place = link.place.translated(rect.topLeft())
        painter.drawText(place.left(), round(baseline(small, place.top(), place.height())), link.words)
    if ring and state.selected and state.focused:
        paint_ring(painter, rect.adjusted(0, 0, 0, -1), theme)


class RemovalDelegate(QStyledItemDelegate):
    """Thin: measures, then paints."""

    def __init__(self, theme: Theme, table: RowTable, model: RowModel) -> None:
        super().__init__(table)
        self.theme = theme
        self.links: tuple[tuple[str, str], ...] = ()
        """What can be done with the current row."""
        self._table, self._model = table, model
        self._plain: dict[tuple[int, int], RemovalLook] = {}  # by row and width; a saved page has hundreds of rows

    def forget(self) -> None:
        """Other rows or another theme: nothing that was measured holds."""
        self._plain.clear()

    def look(self, row: int, *, current: bool) -> RemovalLook:
        """A measured row."""
        width = self._table.viewport().width()
        if current:
            return measure(self._model.records[row], width, self.theme, self.links)
        if (row, width) not in self._plain:
            self._plain[row, width] = measure(self._model.records[row], width, self.theme, ())
        return self._plain[row, width]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, rect = state_of(option), QRect(option.rect)
        over = self._table.pointer - rect.topLeft() if self._table.pointer is not None else None
        look = self.look(index.row(), current=index.row() == self._table.current())
        paint(painter, rect, look, state, self.theme, over, ring=self._table.ring_shown)


class RemovalList(QWidget):
    """The list with its head. ``number`` is that of a removal of the article, from 0."""

    removal_chosen = Signal(int)
    """The reader went to another removal."""
    acted = Signal(str)
    """ "back" or "always", for the current removal."""
    menu_asked = Signal(int, QPoint)
    sorted_by = Signal(bool)
    """Whether by reason, and not by place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowModel(spoken, self)
        self.table = RowTable(theme, self._model, self)
        self._delegate = RemovalDelegate(theme, self.table, self._model)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.tr("Removed"))
        self.head = PaneHead(theme, spaces(theme).large, self)
        self._name, self._count, self._empty = QLabel(self.tr("Removed")), QLabel(), QLabel()
        menu = QMenu(self)
        for words, by_reason in ((self.tr("by place"), False), (self.tr("by reason"), True)):
            menu.addAction(words).triggered.connect(lambda _=False, by=by_reason: self.sorted_by.emit(by))
        self._order = MenuButton(theme, "small", "text_secondary", menu)
        self.set_order(by_reason=False)
        self._lay_out(theme)
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.row_moved.connect(self._choose)
        self.table.row_pressed.connect(lambda row, _: self._choose(row))
        self.table.row_entered.connect(self._choose)
        self.table.takes_press = self._press
        self.table.row_menu_asked.connect(lambda row, at: self.menu_asked.emit(self.rows[row].number, at))
        self.table.width_changed.connect(self.measure)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        ground(self, theme)
        self._delegate.theme = theme
        self._delegate.forget()
        for part in (self.head, self._order, self.table):
            part.set_theme(theme)
        dress(self._name, theme, "ui_strong", "text")
        dress(self._count, theme, "small", "text_secondary")
        dress(self._empty, theme, "ui", "text_secondary")
        self.measure()

    @property
    def rows(self) -> tuple[RemovalRow, ...]:
        """What is listed, in its order."""
        return self._model.records

    def set_rows(self, rows: tuple[RemovalRow, ...], links: tuple[tuple[str, str], ...], why_empty: str) -> None:
        """Lists removals; ``links`` are what can be done with the current one."""
        self._delegate.links = links
        self._delegate.forget()
        self.table.set_current(None)
        self._model.set_records(rows)
        self._count.setText(thousands(len(rows)) if rows else "")
        self._order.setVisible(len(rows) > 1)
        self._empty.setText(why_empty)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.measure()

    def set_order(self, *, by_reason: bool) -> None:
        """What the head says of the order."""
        self._order.setText(self.tr("by reason") if by_reason else self.tr("by place"))
        self._order.setAccessibleName(self._order.text())
        self._order.updateGeometry()

    def set_current(self, number: int | None) -> None:
        """Makes a removal the current one, without telling."""
        row = next((row for row, each in enumerate(self.rows) if each.number == number), None)
        if row is None:
            self.table.set_current(None)
        self.measure(row)
        if row is not None:
            self.table.set_current(row)

    def words(self) -> str:
        """What stands in the place of rows."""
        return self._empty.text() if not self._empty.isHidden() else ""

    def link_place(self, name: str) -> QRect:
        """Where a link of the current row stands in the viewport; empty where there is none."""
        row = self.table.current()
        links = self._delegate.look(row, current=True).links if row is not None else ()
        origin = self.table.visualRect(self._model.index(row or 0, 0)).topLeft()
        return next((link.place.translated(origin) for link in links if link.name == name), QRect())

    def measure(self, current: int | None = None) -> None:
        """Gives every row the height that it needs."""
        current = self.table.current() if current is None else current
        heights = ((row, self._delegate.look(row, current=row == current).height) for row in range(len(self.rows)))
        self.table.set_row_heights(heights)
        self.table.viewport().update()

    def _choose(self, row: int) -> None:
        self.measure(row)
        self.removal_chosen.emit(self.rows[row].number)

    def _press(self, row: int, at: QPoint) -> bool:
        if row != self.table.current():
            return False
        for link in self._delegate.look(row, current=True).links:
            if link.place.contains(at):
                self.acted.emit(link.name)
                return True
        return False

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        for label in (self._name, self._count, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setContentsMargins(gap.tight, 0, 0, 0)
        self._empty.setContentsMargins(gap.large, gap.large, gap.large, 0)
        self._empty.setWordWrap(True)
        self.head.row.addWidget(self._name)
        self.head.row.addWidget(self._count)
        self.head.row.addStretch(1)
        self.head.row.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addStretch()
