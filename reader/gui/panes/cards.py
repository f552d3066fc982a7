"""A list of quotation cards: the rows, their heights for the width there is, and what is clicked on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.rows import QuotationRow
from reader.gui.look import Theme
from reader.gui.panes.article_row import RowState
from reader.gui.panes.card import Card, CardForm, kind_words, measure_card, paint_card, speaker_words
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import RowTable
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import place_words

Index = QModelIndex | QPersistentModelIndex

CHUNK = 40
"""Cards that are measured at a time, some ten milliseconds."""


def spoken(row: QuotationRow) -> tuple[str, str]:
    """A card as a screen reader says it, and its kind and place."""
    names, note = speaker_words(row)
    said = (*(name for name, _ in names), note, row.content)
    about = (kind_words(row), place_words(row.where))
    return ", ".join(part for part in said if part), ", ".join(part for part in about if part)


class CardDelegate(QStyledItemDelegate):
    """Paints cards, each measured when it is first asked for."""

    def __init__(self, measure: Callable[[int], Card], theme: Theme, table: RowTable) -> None:
        super().__init__(table)
        self.theme = theme
        self.current: int | None = None
        """The quotation in view."""
        self._measure, self._table = measure, table
        self._cards: dict[int, Card] = {}

    def card(self, row: int) -> Card:
        """The measured card of a row."""
        if row not in self._cards:
            self._cards[row] = self._measure(row)
        return self._cards[row]

    def forget(self, row: int | None = None) -> None:
        """Has one card, or every one, measured again."""
        if row is None:
            self._cards.clear()
        else:
            self._cards.pop(row, None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pointer = self._table.pointer if option.state & QStyle.StateFlag.State_MouseOver else None
        state = RowState(
            selected=self.current == index.row(),
            focused=self._table.ring_shown and self._table.hasFocus() and self._table.current() == index.row(),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
        )
        over = None if pointer is None else pointer - option.rect.topLeft()
        paint_card(painter, option.rect, self.card(index.row()), state, self.theme, over)


class Cards(QWidget):
    """The cards of some quotations.

    Up and Down walk, Enter goes to the words, Q to the speaker, Right opens a long card and Left closes it.
    """

    quotation_chosen = Signal(object)
    """The number of a quotation whose words were clicked."""
    speaker_chosen = Signal(object, object)
    """The entity of a speaker, and the number of the quotation."""
    menu_asked = Signal(object, object)
    """The number of a quotation, and a global point."""

    def __init__(
        self, theme: Theme, most_lines: int, today: Callable[[], dt.date], *, dated: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._most_lines, self._today, self._dated = theme, most_lines, today, dated
        self._opened: set[int] = set()
        self._rows: tuple[QuotationRow, ...] = ()
        self._next = 0
        self._model = RowModel(spoken, self)
        self._table = RowTable(theme, self._model, self)
        self._delegate = CardDelegate(self._measured, theme, self._table)
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(lambda: self._measure_to(self._next + CHUNK))
        self._set_up_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)

    def _set_up_table(self) -> None:
        table = self._table
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setAccessibleName(self.tr("Quotations"))
        table.setItemDelegate(self._delegate)
        table.row_entered.connect(lambda row: self.quotation_chosen.emit(row))
        table.row_pressed.connect(self._press)
        table.row_pointed.connect(self._point)
        table.row_menu_asked.connect(lambda row, at: self.menu_asked.emit(row, at))
        table.width_changed.connect(self._measure)
        self.setFocusProxy(table)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = self._delegate.theme = theme
        self._table.set_theme(theme)
        self._measure()

    def rows(self) -> tuple[QuotationRow, ...]:
        """The quotations that are shown."""
        return self._rows

    def set_rows(self, rows: tuple[QuotationRow, ...]) -> None:
        """Replaces the quotations; all cards are closed, unless nothing has changed."""
        if rows == self._rows:
            return
        self._opened.clear()
        self._rows = rows
        self._delegate.current = None
        self._delegate.forget()
        self._table.level_rows(self._usual_height())
        self._model.set_records(rows)
        self._table.scrollToTop()
        self._measure()

    def set_current(self, number: int | None) -> None:
        """Marks the quotation in view and shows its card."""
        if number == self._delegate.current or (number is not None and number >= len(self._rows)):
            return
        self._delegate.current = number
        self._table.viewport().update()
        if number is None:
            return
        self._measure_to(number)
        if not (self._table.hasFocus() and self._table.ring_shown):
            self._table.set_current(number)  # the keyboard begins here; while it is in use it stays where it is

    def set_opened(self, number: int, opened: bool) -> None:
        """Shows all words of a card, or at most as many lines as usual."""
        if opened == (number in self._opened):
            return
        self._opened ^= {number}
        self._delegate.forget(number)
        self._table.set_row_heights([(number, self._delegate.card(number).height)])
        self._table.show_row(number)
        self._table.viewport().update()

    def card(self, number: int) -> Card:
        """The card of a quotation as it is measured now."""
        return self._delegate.card(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._table.current()
        if row is not None and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers():
            self.set_opened(row, event.key() == Qt.Key.Key_Right)
        elif row is not None and event.key() == Qt.Key.Key_Q and not event.modifiers():
            for speaker in self._rows[row].speakers[:1]:
                self.speaker_chosen.emit(speaker.id, row)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _press(self, row: int, at: QPoint) -> None:
        entity = self._delegate.card(row).entity_at(at)
        if entity is None:
            self.quotation_chosen.emit(row)
        else:
            self.speaker_chosen.emit(entity, row)

    def _point(self, row: int, at: QPoint) -> None:
        over_name = row >= 0 and self._delegate.card(row).entity_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if over_name else Qt.CursorShape.ArrowCursor
        self._table.viewport().setCursor(shape)

    def _measure(self) -> None:
        """Measures the cards down to the last one that is seen for the width there is, and the others soon after."""
        self._delegate.forget()
        self._next = 0
        if self.isVisible():
            seen = self._table.visible_rows()
            self._measure_to(max(CHUNK, seen[-1] if seen else 0))

    def _measure_to(self, last: int) -> None:
        rows = range(self._next, min(last + 1, len(self._rows)))
        self._table.set_row_heights((row, self._delegate.card(row).height) for row in rows)
        self._next = max(self._next, rows.stop)
        if self._next < len(self._rows) and self.isVisible():
            self._measuring.start()
        self._table.viewport().update()

    def _measured(self, number: int) -> Card:
        form = CardForm(self._table.width(), self._most_lines, self._today(), self._dated)
        return measure_card(self._rows[number], form, self._theme, opened=number in self._opened)

    def _usual_height(self) -> int:
        """Of a card whose words take two lines: what a card has until it is measured."""
        theme = self._theme
        down = theme.size("quotes", "card_pad")[0]
        lines = theme.line_height("ui") + 2 * theme.line_height("card_words") + theme.line_height("small")
        return int(2 * down + 2 * spaces(theme).tight + lines)
