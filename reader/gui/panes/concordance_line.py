"""One concordance line: measured by a pure function, painted by a delegate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.core.rows import ConcordanceLine
from reader.gui.look import Theme
from reader.gui.panes.article_delegate import state_of
from reader.gui.panes.article_row import RowState, paint_ground, paint_heading
from reader.gui.panes.concordance import LineHeading, NumberedLine, heading_words, right_words
from reader.gui.panes.lines import advance, baseline, elided, flat_start
from reader.gui.panes.row_table import ITEM
from reader.gui.panes.spaces import headline_width, spaces

Index = QModelIndex | QPersistentModelIndex

CONTEXT_LETTERS = 400
"""More of a sentence is never seen on either side."""


@dataclass(frozen=True, slots=True)
class LineLook:
    """A measured line; every place is counted in px from the left of the row."""

    left: str
    left_at: int
    mention: str
    mention_at: int
    right: str
    right_at: int
    headline: str
    headline_at: int
    day: str
    day_at: int


def measure_line(item: NumberedLine, width: int, theme: Theme, today: dt.date) -> LineLook:
    """The mention begins at the same place in every line, its left context ends there."""
    gap, plain, strong, small = spaces(theme), theme.font("ui"), theme.font("ui_strong"), theme.font("small")
    day_end = width - gap.large
    headline_end = day_end - theme.size("panel", "date")
    context_end = headline_end - headline_width(width, theme)
    context = context_end - gap.large
    mention_at = gap.large + round(context * theme.size("panel", "left_share"))
    before, mention, after = parts(item.line)
    left = elided(before, plain, mention_at - gap.large, Qt.TextElideMode.ElideLeft)
    mention = elided(mention, strong, context_end - mention_at)
    right_at = mention_at + advance(mention, strong)
    day = right_words(item, today)
    headline_at = context_end + gap.gutter
    day_at = day_end - advance(day, small)
    headline_end = min(headline_end, day_at - gap.medium)  # a day with its year is wider than its column
    context_end = min(context_end, headline_end)
    headline = "" if item.here else elided(item.line.headline, small, headline_end - headline_at)
    return LineLook(
        left, mention_at - advance(left, plain), mention, mention_at,
        elided(after, plain, context_end - right_at), right_at,
        headline, headline_at, day, day_at,
    )  # fmt: skip


def parts(line: ConcordanceLine) -> tuple[str, str, str]:
    """The sentence before the mention, the mention, and the sentence after it, as far as they can be seen."""
    start, end = line.span.start - line.at, line.span.end - line.at
    before = line.sentence[max(0, start - CONTEXT_LETTERS) : start]
    mention, after = line.sentence[start:end], line.sentence[end:]
    return flat_start(before, CONTEXT_LETTERS), flat_start(mention, CONTEXT_LETTERS), flat_start(after, CONTEXT_LETTERS)


def paint_line(painter: QPainter, rect: QRect, look: LineLook, state: RowState, theme: Theme) -> None:
    """Paints a measured line into its cell."""
    paint_ground(painter, rect, state, theme)
    plain, small = theme.font("ui"), theme.font("small")
    line, small_line = (round(baseline(font, rect.top(), rect.height())) for font in (plain, small))
    painter.setPen(theme.colour(state.ink))
    painter.setFont(plain)
    painter.drawText(rect.left() + look.left_at, line, look.left)
    painter.drawText(rect.left() + look.right_at, line, look.right)
    painter.setFont(theme.font("ui_strong"))
    painter.drawText(rect.left() + look.mention_at, line, look.mention)
    painter.setPen(theme.colour(state.second_ink))
    painter.setFont(small)
    painter.drawText(rect.left() + look.headline_at, small_line, look.headline)
    painter.drawText(rect.left() + look.day_at, small_line, look.day)


class ConcordanceDelegate(QStyledItemDelegate):
    """Thin: measures, then paints."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._today = today

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, theme = index.data(ITEM), self.theme
        if isinstance(item, LineHeading):
            paint_heading(painter, option.rect, heading_words(item), spaces(theme).large, theme)
        elif isinstance(item, NumberedLine):
            look = measure_line(item, option.widget.width(), theme, self._today())
            paint_line(painter, option.rect, look, state_of(option), theme)
