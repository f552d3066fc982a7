"""Paints the hits of a search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.search import Hit
from reader.gui.look import Theme
from reader.gui.panes.article_delegate import state_of
from reader.gui.panes.article_row import measure_hit, paint_row
from reader.gui.panes.row_table import ITEM
from reader.gui.panes.text import short_day


class HitDelegate(QStyledItemDelegate):
    """Thin: measures, then paints."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._today = today

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(ITEM)
        if not isinstance(hit, Hit) or hit.row is None:
            return
        state = state_of(option)
        when = short_day(hit.row.published, self._today())
        passage = hit.snippets[0] if hit.snippets else None
        look = measure_hit(hit.row, passage, option.rect.width(), self.theme, when, state)
        below = state.ink if state.selected and state.focused else state.second_ink
        paint_row(painter, option.rect, look, state, self.theme, below=below)
