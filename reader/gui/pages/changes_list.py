"""The rows of "What changed" as a list: walked by the keyboard, measured for the width there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.gui.look import Theme
from reader.gui.pages.changes_look import STRIP, Look, measure, paint
from reader.gui.pages.changes_rows import ChangeRow, Heading, Row, SameRow, spoken
from reader.gui.pages.changes_words import sign_words
from reader.gui.panes.article_delegate import state_of
from reader.gui.panes.article_row import RowState
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

CHUNK = 30
"""Rows that are measured at a time, some ten milliseconds."""


class ChangesDelegate(QStyledItemDelegate):
    """Thin: measures, then paints."""

    def __init__(self, theme: Theme, table: RowTable, model: RowModel) -> None:
        super().__init__(table)
        self.theme = theme
        self._table, self._model = table, model
        self._looks: dict[tuple[int, bool], Look] = {}

    def look(self, row: int, state: RowState) -> Look:
        """A measured row."""
        key = row, state.selected and state.focused  # what is marked has other colours then
        if key not in self._looks:
            self._looks[key] = measure(self._model.records[row], self._table.width(), self.theme, state)
        return self._looks[key]

    def forget(self) -> None:
        """Has every row measured again."""
        self._looks.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = state_of(option)
        rect = QRect(option.rect)
        rect.setWidth(self._table.width())  # the columns stand still when the scroll bar comes
        paint(painter, rect, self._model.records[index.row()], self.look(index.row(), state), state, self.theme)


class ChangesList(QWidget):
    """Shows rows. Up and Down walk, Enter and a double-click enter a row; a click opens what is the same."""

    row_entered = Signal(object)
    """The ``ChangeRow`` on which Enter or a double-click came."""
    same_toggled = Signal()
    moved = Signal()
    """Another row is current."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next = 0
        self._model = RowModel(spoken, self, choosable=lambda row: not isinstance(row, Heading))
        self.table = RowTable(theme, self._model, self)
        self._delegate = ChangesDelegate(theme, self.table, self._model)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.tr("What changed"))
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(lambda: self._measure_to(self._next + CHUNK))
        self.table.row_entered.connect(self._enter)
        self.table.row_pressed.connect(lambda row, _: self._press(row))
        self.table.doubleClicked.connect(lambda index: self._enter(index.row(), twice=True))
        self.table.row_pointed.connect(lambda row, _: self._show_tip(row))
        self.table.width_changed.connect(self._measure)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._delegate.theme = theme
        self.table.set_theme(theme)
        palette = self.table.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        self.table.setPalette(palette)
        self._measure()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.records

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Replaces the rows."""
        self._delegate.forget()
        self.table.level_rows(STRIP)
        self._model.set_records(rows)
        self._measure()
        self.moved.emit()

    def current(self) -> int | None:
        """The current row, or none."""
        return self.table.current()

    def current_row(self) -> Row | None:
        """What the current row shows."""
        row = self.current()
        return self.rows[row] if row is not None and row < len(self.rows) else None

    def set_current(self, row: int | None) -> None:
        """Goes to a row, where there is one that can be chosen."""
        if row is not None and 0 <= row < len(self.rows) and not isinstance(self.rows[row], Heading):
            self._measure_to(row)
            self.table.set_current(row)

    def step(self, by: int) -> None:
        """Goes to the next (+1) or previous (-1) change; past the last one it stays."""
        here = self.current()
        at = (here if here is not None else -1 if by > 0 else len(self.rows)) + by
        while 0 <= at < len(self.rows):
            row = self.rows[at]
            if isinstance(row, ChangeRow) and row.number:
                self.set_current(at)
                return
            at += by

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _enter(self, row: int, *, twice: bool = False) -> None:
        found = self.rows[row]
        if isinstance(found, ChangeRow):
            self.row_entered.emit(found)
        elif isinstance(found, SameRow) and not twice:
            self.same_toggled.emit()

    def _press(self, row: int) -> None:
        if isinstance(self.rows[row], SameRow):
            self.same_toggled.emit()

    def _show_tip(self, row: int) -> None:
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        words = sign_words(found.change.sign) if isinstance(found, ChangeRow) else ""
        self.table.viewport().setToolTip(words)

    def _measure(self) -> None:
        """Measures the rows that are seen for the width there is, and the others soon after."""
        self._delegate.forget()
        self._next = 0
        if self.isVisible():
            seen = self.table.visible_rows()
            self._measure_to(max(CHUNK, seen[-1] if seen else 0))

    def _measure_to(self, last: int) -> None:
        rows = range(self._next, min(last + 1, len(self.rows)))
        idle = RowState()
        self.table.set_row_heights((row, self._delegate.look(row, idle).height) for row in rows)
        self._next = max(self._next, rows.stop)
        if self._next < len(self.rows) and self.isVisible():
            self._measuring.start()
        self.table.viewport().update()
