"""One row of the article list or of the hits: measured by a pure function, painted by another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from reader.core.rows import ArticleRow
from reader.core.search import Snippet
from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.panes.lines import ELLIPSIS, Lines, Marked, advance, baseline, elided, lay_out
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import tellings_counted

TEXT_LINES = 3
"""Headline and lede share these."""


@dataclass(frozen=True, slots=True)
class RowState:
    """What the reader is doing with a row."""

    selected: bool = False
    focused: bool = False
    """Whether the pane has the keyboard."""
    hovered: bool = False

    @property
    def ground(self) -> str | None:
        """The token of the row's ground, or none for the pane's own."""
        if self.selected:
            return "select" if self.focused else "select_idle"
        return "hover" if self.hovered else None

    @property
    def ink(self) -> str:
        """The token of its text."""
        return "on_select" if self.selected and self.focused else "text"

    @property
    def second_ink(self) -> str:
        """The token of its second text."""
        return "on_select_secondary" if self.selected and self.focused else "text_secondary"


@dataclass(frozen=True, slots=True)
class RowLook:
    """A measured row: what stands where, counted from its upper left corner."""

    publication: str
    versions: str
    """ "3 versions" or "4 copies", or nothing."""
    when: str
    headline: Lines
    below: Lines
    unread: bool
    starred: bool
    left: int
    right: int
    """The end of the text."""
    fold: QRect
    """What opens and closes its members, counted from the row's upper left corner; empty where it has none to show."""
    opened: bool = False


def headline_font(theme: Theme, *, read: bool) -> QFont:
    """600 for an unread article, 400 for one that was read."""
    return theme.font("ui" if read else "ui_strong")


def measure_article(row: ArticleRow, width: int, theme: Theme, when: str, *, opened: bool = False) -> RowLook:
    """Headline in one or two lines, the lede in what is left of three; ``width`` is what the scroll bar leaves.

    ``opened`` says that the other versions and copies are shown below it.
    """
    left, right = _edges(width, theme)
    step = theme.line_height("ui")
    headline = lay_out(row.headline, headline_font(theme, read=row.read), right - left, step, most=2)
    lede = lay_out(row.lede, theme.font("small"), right - left, step, most=TEXT_LINES - headline.count)
    return _look(row, theme, when, (headline, lede), (left, right), opened=opened)


def measure_hit(
    row: ArticleRow, snippet: Snippet | None, width: int, theme: Theme, when: str, state: RowState
) -> RowLook:
    """Headline in one line, the snippet in two with the words that were sought in 600."""
    left, right = _edges(width, theme)
    step = theme.line_height("ui")
    headline = lay_out(row.headline, headline_font(theme, read=row.read), right - left, step, most=1)
    words, spans = passage(snippet) if snippet else (row.lede, ())
    marked = Marked(spans, theme.colour(state.ink))
    below = lay_out(words, theme.font("small"), right - left, step, most=TEXT_LINES - 1, marked=marked)
    return _look(row, theme, when, (headline, below), (left, right), opened=None)


def passage(snippet: Snippet) -> tuple[str, tuple[Span, ...]]:
    """The words of a snippet, with an ellipsis where it begins or ends inside a sentence, and its marks."""
    body = snippet.text.rstrip()
    lead = len(body) - len(body.lstrip())
    body = body[lead:]
    before = ELLIPSIS if body[:1].islower() else ""
    after = "" if body[-1:] in '.!?”"’' else ELLIPSIS
    return before + body + after, tuple(mark.moved(len(before) - lead) for mark in snippet.marks)


def meta(look: RowLook) -> tuple[str, ...]:
    """What stands above the headline: "Coastline Press", "·", "3 versions"; a point only where it parts two things."""
    words = (look.publication, look.versions)
    return (look.publication, "·", look.versions) if all(words) else tuple(filter(None, words))


def paint_row(painter: QPainter, rect: QRect, look: RowLook, state: RowState, theme: Theme, *, below: str) -> None:
    """Paints a measured row into its cell; ``below`` is the token of the lede's or snippet's colour."""
    gap, step = spaces(theme), theme.line_height("ui")
    paint_ground(painter, rect, state, theme)
    top = rect.top() + gap.small
    _paint_meta(painter, rect.left(), top, look, state, theme)
    top += theme.line_height("small") + gap.hair
    look.headline.draw(painter, rect.left() + look.left, top, theme.colour(state.ink))
    if look.unread:
        paint_dot(painter, rect.left() + gap.small, top + step / 2, theme)
    look.below.draw(painter, rect.left() + look.left, top + look.headline.height, theme.colour(below))


def paint_ground(painter: QPainter, rect: QRect, state: RowState, theme: Theme) -> None:
    """The ground of a chosen or hovered row, with the bar that says that its pane has the keyboard."""
    if state.ground is not None:
        painter.fillRect(rect, theme.colour(state.ground))
    if state.selected and state.focused:
        bar = QRect(rect.left(), rect.top(), theme.size("list", "selection_bar"), rect.height())
        painter.fillRect(bar, theme.colour("accent_text"))


def paint_dot(painter: QPainter, left: float, middle: float, theme: Theme) -> None:
    """The dot of an unread article."""
    size = theme.size("list", "unread_dot")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent_text"))
    painter.drawEllipse(QRectF(left, middle - size / 2, size, size))
    painter.restore()


def paint_heading(painter: QPainter, rect: QRect, words: str, left: int, theme: Theme) -> None:
    """A heading between rows, small 600; its letters stand near the row below."""
    font, step = theme.font("small_strong"), theme.line_height("small_strong")
    painter.setFont(font)
    painter.setPen(theme.colour("text_secondary"))
    top = rect.top() + spaces(theme).small
    painter.drawText(rect.left() + left, round(baseline(font, top, step)), words)


def _edges(width: int, theme: Theme) -> tuple[int, int]:
    return theme.size("list", "gutter"), width - spaces(theme).medium


def _look(
    row: ArticleRow, theme: Theme, when: str, texts: tuple[Lines, Lines], edges: tuple[int, int], *, opened: bool | None
) -> RowLook:
    """``opened`` is None where the row cannot be opened."""
    small, gap, (left, right) = theme.font("small"), spaces(theme), edges
    size = theme.size("icon_small")
    folds = row.tellings > 1 and opened is not None
    most = right - left - advance(when, small) - 2 * gap.small - (size + gap.small if row.starred else 0)
    versions, wide, room = "", 0, most
    for closed in (opened is False, False):  # how many are unread is said where the publication keeps its name
        versions = tellings_counted(row, closed=closed)
        wide = advance(versions, small) + (gap.hair + size if folds else 0)
        room = most - (advance("·", small) + wide + 2 * gap.small if versions else 0)
        if advance(row.publication, small) <= room:
            break
    publication = elided(row.publication, small, room)
    at = left + (advance(publication, small) + advance("·", small) + 2 * gap.small if publication else 0)
    down = gap.small + theme.line_height("small") + gap.hair
    fold = QRect(at - gap.tight, 0, wide + 2 * gap.tight, down) if folds else QRect()
    unread, (headline, below) = not row.read, texts
    return RowLook(
        publication, versions, when, headline, below, unread, row.starred, left, right, fold, bool(opened)
    )  # fmt: skip


def _paint_meta(painter: QPainter, left: int, top: int, look: RowLook, state: RowState, theme: Theme) -> None:
    small, gap, step = theme.font("small"), spaces(theme), theme.line_height("small")
    second: QColor = theme.colour(state.second_ink)
    painter.setFont(small)
    painter.setPen(second)
    line = round(baseline(small, top, step))
    painter.drawText(left + look.right - advance(look.when, small), line, look.when)
    at = left + look.left
    for words in meta(look):
        painter.drawText(at, line, words)
        at += advance(words, small) + gap.small
    size = theme.size("icon_small")
    if not look.fold.isEmpty():
        at += gap.hair - gap.small
        icon = theme.icon("previous" if look.opened else "next", state.second_ink, size)
        icon.paint(painter, QRect(at, top + (step - size) // 2, size, size))
        at += size + gap.small
    if look.starred:
        token = state.second_ink if state.selected and state.focused else "star"
        theme.icon("star-filled", token, size).paint(painter, QRect(at, top + (step - size) // 2, size, size))
