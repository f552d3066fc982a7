"""A row of "What changed" as it is seen: measured by a pure function, painted by another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from reader.core.changes import Sign
from reader.gui.look import Theme
from reader.gui.pages.changes_rows import ChangeRow, Heading, Row, SameRow, same_words
from reader.gui.pages.changes_words import SideWords
from reader.gui.panes.article_row import RowState, paint_ground
from reader.gui.panes.lines import Lines, Marked, advance, baseline, lay_out
from reader.gui.panes.spaces import spaces

SIGN = 44
"""Width of the column of signs, in px."""
PAD = 10
"""Above and below the words of a row."""
STRIP = 32
"""Height of headings, and of the row that opens what is the same."""
BAR = 12
"""Kept free for the scroll bar, so that the columns stand still when it comes."""

_ICONS = {Sign.CHANGED: "changed", Sign.ADDED: "added", Sign.GONE: "gone"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the words of the two sides begin and end, and the line between them, in px of the page."""

    older: tuple[int, int]
    line: int
    newer: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SideLook:
    """One side of a row, measured."""

    speaker: Lines | None
    words: Lines
    ink: str
    """The token of its words."""


@dataclass(frozen=True, slots=True)
class Look:
    """A row, measured. Headings and the way to what is the same have no sides."""

    sides: tuple[SideLook, ...]
    height: int


def columns(width: int, theme: Theme) -> Columns:
    """Two equal columns behind that of the signs."""
    gap = spaces(theme)
    line = SIGN + (width - SIGN) // 2
    return Columns((SIGN + gap.large, line - gap.gutter), line, (line + 1 + gap.gutter, width - BAR - gap.large))


def measure(row: Row, width: int, theme: Theme, state: RowState) -> Look:
    """A row at a width; ``state`` says which colours its marked words have."""
    if not isinstance(row, ChangeRow):
        return Look((), STRIP)
    place = columns(width, theme)
    alone = row.older is None or row.newer is None
    sides = tuple(
        _side(words, lacking, end - start, theme, state, quiet=not alone)
        for words, lacking, (start, end) in (
            (row.older, row.lacking[0], place.older),
            (row.newer, row.lacking[1], place.newer),
        )
    )
    return Look(sides, 2 * PAD + max(_height(side) for side in sides) + 1)


def paint(painter: QPainter, rect: QRect, row: Row, look: Look, state: RowState, theme: Theme) -> None:
    """Paints a measured row into its cell."""
    if isinstance(row, Heading):
        _paint_heading(painter, rect, row, theme)
    elif isinstance(row, SameRow):
        _paint_same(painter, rect, row, state, theme)
    else:
        _paint_sides(painter, rect, row, look, state, theme)


def _side(
    side: SideWords | None, lacking: str, width: int, theme: Theme, state: RowState, *, quiet: bool
) -> SideLook:  # fmt: skip
    """``quiet`` words are those of which only what differs is to be seen at once."""
    if side is None:
        words = lay_out(lacking, theme.font("ui"), width, theme.line_height("card_words"))
        return SideLook(None, words, state.second_ink)
    strong = theme.colour(state.ink)
    step = theme.line_height("ui")
    speaker = None
    if side.speaker is not None:
        told = Marked(side.speaker.strong, strong)
        speaker = lay_out(side.speaker.text, theme.font("ui"), width, step, marked=told)
    marked = Marked(side.words.strong, strong)
    words = lay_out(side.words.text, theme.font("card_words"), width, theme.line_height("card_words"), marked=marked)
    return SideLook(speaker, words, state.second_ink if quiet else state.ink)


def _height(side: SideLook) -> int:
    return side.words.height + (side.speaker.height if side.speaker else 0)


def _paint_heading(painter: QPainter, rect: QRect, row: Heading, theme: Theme) -> None:
    gap = spaces(theme)
    left = rect.left() + gap.gutter
    font = theme.font("small_strong")
    painter.setFont(font)
    painter.setPen(theme.colour("text_secondary"))
    line = round(baseline(font, rect.top(), rect.height() - 1))
    painter.drawText(left, line, row.words)
    painter.drawText(left + advance(row.words, font) + gap.small, line, str(row.count))
    _paint_rule(painter, rect, theme)


def _paint_same(painter: QPainter, rect: QRect, row: SameRow, state: RowState, theme: Theme) -> None:
    gap, size = spaces(theme), theme.size("icon_small")
    paint_ground(painter, rect, state, theme)
    ink = state.ink if state.selected and state.focused else "accent_text"
    left = rect.left() + SIGN + gap.large
    icon = theme.icon("previous" if row.opened else "next", ink, size)
    icon.paint(painter, QRect(left, rect.top() + (rect.height() - size) // 2, size, size))
    font = theme.font("ui")
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(left + size + gap.small, round(baseline(font, rect.top(), rect.height())), same_words(row.count))
    if row.opened:
        _paint_rule(painter, rect, theme)


def _paint_sides(painter: QPainter, rect: QRect, row: ChangeRow, look: Look, state: RowState, theme: Theme) -> None:
    paint_ground(painter, rect, state, theme)
    place = columns(rect.width(), theme)
    top = rect.top() + PAD
    if row.change.sign in _ICONS:
        size, step = theme.size("icon_small"), theme.line_height("card_words")
        icon = theme.icon(_ICONS[row.change.sign], state.second_ink, size)
        icon.paint(painter, QRect(rect.left() + spaces(theme).gutter, top + (step - size) // 2, size, size))
    for side, (start, _) in zip(look.sides, (place.older, place.newer), strict=True):
        down = 0
        if side.speaker is not None:
            side.speaker.draw(painter, rect.left() + start, top, theme.colour(state.ink))
            down = side.speaker.height
        side.words.draw(painter, rect.left() + start, top + down, theme.colour(side.ink))
    painter.fillRect(rect.left() + place.line, rect.top(), 1, rect.height(), theme.colour("line"))
    _paint_rule(painter, rect, theme)


def _paint_rule(painter: QPainter, rect: QRect, theme: Theme) -> None:
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
