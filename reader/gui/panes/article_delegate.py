"""Paints the article list: headings of days, articles, and the other versions and copies of those that are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.rows import ArticleRow
from reader.gui.look import Theme
from reader.gui.panes.article_row import RowState, measure_article, paint_heading, paint_row
from reader.gui.panes.list_rows import DayHeading
from reader.gui.panes.member_row import MemberRow, paint_member
from reader.gui.panes.row_table import ITEM
from reader.gui.panes.text import clock_time, day_heading

OPENED = ITEM + 1
"""The role under which the list's model says whether the members of a story are shown."""


class ArticleDelegate(QStyledItemDelegate):
    """Thin: measures, then paints."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._today = today

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item, theme = index.data(ITEM), self.theme
        if isinstance(item, DayHeading):
            left = theme.size("list", "gutter")
            paint_heading(painter, option.rect, day_heading(item.day, self._today()), left, theme)
        elif isinstance(item, MemberRow):
            paint_member(painter, option.rect, item, item.when(self._today()), state_of(option), theme)
        elif isinstance(item, ArticleRow):
            opened = bool(index.data(OPENED))
            look = measure_article(item, option.rect.width(), theme, clock_time(item.published), opened=opened)
            state = state_of(option)
            paint_row(painter, option.rect, look, state, theme, below=state.second_ink)


def state_of(option: QStyleOptionViewItem) -> RowState:
    """What the view says about a row."""
    state = option.state
    return RowState(
        selected=bool(state & QStyle.StateFlag.State_Selected),
        focused=option.widget.hasFocus(),
        hovered=bool(state & QStyle.StateFlag.State_MouseOver),
    )
