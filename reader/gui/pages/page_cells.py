"""What a page's table is painted of: the heads of its columns, and the cells of its rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from reader.gui.look import Theme
from reader.gui.pages.page_model import LOOK, RowLook
from reader.gui.panes.lines import baseline, elided
from reader.gui.panes.spaces import spaces

ROW = 30
"""Of heads and rows, in px."""
LEAST = 60
"""A column is never made narrower than this many px by hand."""


class TableHead(QHeaderView):
    """The heads of the columns: small and quiet, the sorted one with an arrow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted: int | None = None
        self._descending = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(LEAST)
        self.setHighlightSections(False)
        self.setFixedHeight(ROW)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.viewport().update()

    def set_sorted(self, column: int | None, descending: bool) -> None:
        """Where the arrow stands."""
        self._sorted, self._descending = column, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt names it
        theme, gap = self._theme, spaces(self._theme)
        painter.save()
        painter.fillRect(rect, theme.colour("paper"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        font = theme.font("small_strong")
        painter.setFont(font)
        painter.setPen(theme.colour("text_secondary"))
        left = rect.x() + (gap.gutter if self.visualIndex(logicalIndex) == 0 else 0)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        size = theme.size("icon_small")
        if logicalIndex == 0:  # over the words of its cells, which stand behind their signs
            left += size + gap.large
        room = rect.right() - left - gap.large
        shown = elided(words, font, room - (size if logicalIndex == self._sorted else 0))
        painter.drawText(left, round(baseline(font, rect.y(), rect.height())), shown)
        if logicalIndex == self._sorted:
            at = left + painter.fontMetrics().horizontalAdvance(shown) + gap.tight
            icon = theme.icon("next" if self._descending else "previous", "text_secondary", size)
            icon.paint(painter, QRect(at, rect.y() + (rect.height() - size) // 2, size, size))
        painter.restore()


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a ``PageModel``."""

    def __init__(self, theme: Theme, table: QTableView, hovered: Callable[[], int]) -> None:
        super().__init__(table)
        self.theme = theme
        self._table = table
        self._hovered = hovered

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = index.data(LOOK)
        if not isinstance(look, RowLook):
            return
        theme, gap, rect = self.theme, spaces(self.theme), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = self._table.hasFocus()
        first = self._table.horizontalHeader().visualIndex(index.column()) == 0
        painter.save()
        self._paint_ground(painter, rect, index.row(), chosen=chosen, focused=focused, first=first)
        left = rect.x() + (gap.gutter if first else 0)
        ink = "on_select" if chosen and focused else "text"
        if index.column() == 0 and look.sign is not None:
            size = theme.size("icon_small")
            name, token = look.sign
            icon = theme.icon(name, ink if chosen and focused else token, size)
            icon.paint(painter, QRect(left, rect.y() + (rect.height() - size) // 2, size, size))
        if index.column() == 0:
            left += theme.size("icon_small") + gap.large
        font = theme.font("ui")
        painter.setFont(font)
        is_link = look.link == index.column() and ink == "text"
        painter.setPen(theme.colour("accent_text" if is_link else ink))
        side = Qt.TextElideMode.ElideMiddle if index.column() == 0 else Qt.TextElideMode.ElideRight
        words = elided(look.cells[index.column()], font, rect.right() - left - gap.large, side)
        painter.drawText(left, round(baseline(font, rect.y(), rect.height() - 1)), words)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, row: int, *, chosen: bool, focused: bool, first: bool
    ) -> None:
        theme = self.theme
        ground = "paper"
        if chosen:
            ground = "select" if focused else "select_idle"
        elif row == self._hovered():
            ground = "hover"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if chosen and first:
            painter.fillRect(rect.x(), rect.y(), theme.size("list", "selection_bar"), rect.height(),
                             theme.colour("accent_text"))  # fmt: skip
