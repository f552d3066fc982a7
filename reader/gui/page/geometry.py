"""Where letters, lines and fills stand, in px of the viewport. Numbers only; nothing here paints."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.core.spans import Span
from reader.gui.page.mapping import TextMap
from reader.gui.page.paragraphs import Paragraph
from reader.gui.page.styles import Style

_BLANKS = (b" \0", b"\n\0", b"\x0b\x20")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph. ``start`` and ``end`` count units from the beginning of its block.

    The space at a soft wrap lies behind ``end``: nothing is drawn under it.
    """

    text: QTextLine
    start: int
    end: int
    left: float
    """Where its block begins."""
    top: float
    bottom: float
    """Of the whole step, so that the lines of one paragraph touch."""
    baseline: float

    def stretch(self, start: int, end: int) -> tuple[float, float]:
        """The left and the right edge of some letters."""
        one, other = _x(self.text, max(start, self.start)), _x(self.text, min(end, self.end))
        return self.left + min(one, other), self.left + max(one, other)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a span covers of one line."""

    line: Line
    left: float
    right: float

    @property
    def width(self) -> float:
        """In px."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph as it stands in the viewport, as far as it is seen."""

    paragraph: Paragraph
    style: Style
    lines: tuple[Line, ...]
    map: TextMap
    right_to_left: bool
    mixed: bool
    """Whether words of both directions may stand in it, so that letters side by side need not stand side by side."""

    def pieces(self, span: Span) -> Iterator[Piece]:
        """What a span covers, line by line."""
        own = self.paragraph.span
        if own is None or not own.overlaps(span):
            return
        start = self.map.units(own.start, max(own.start, span.start))
        end = self.map.units(own.start, min(own.end, span.end))
        for line in self.lines:
            if line.start < end and start < line.end:
                left, right = self._edges(line, start, end)
                if right > left:
                    yield Piece(line, left, right)

    def _edges(self, line: Line, start: int, end: int) -> tuple[float, float]:
        if not self.mixed:
            return line.stretch(start, end)
        first, last = max(start, line.start), min(end, line.end)
        boxes = [run.boundingRect() for run in line.text.glyphRuns(first, last - first)]
        left, right = min((box.left() for box in boxes), default=0.0), max((box.right() for box in boxes), default=0.0)
        return line.left + left, line.left + right


class Heights:
    """The heights of some offsets of the text, in order; between two of them it rises evenly."""

    def __init__(self, offsets: Sequence[int], tops: Sequence[float]) -> None:
        self._offsets, self._tops = offsets, tops

    def top(self, offset: int) -> float | None:
        """The height of an offset in px of the document; None where the text is not laid out yet."""
        after = bisect_right(self._offsets, offset)
        if after == 0 or after == len(self._offsets):
            at_end = bool(self._offsets) and offset == self._offsets[-1]
            return self._tops[-1] if at_end else None
        first, last = self._offsets[after - 1], self._offsets[after]
        share = (offset - first) / (last - first)
        return self._tops[after - 1] + share * (self._tops[after] - self._tops[after - 1])


def block_at(document: QTextDocument, y: float) -> QTextBlock:
    """The last block that begins at or above a height of the document, of those that are laid out."""
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        layout = document.findBlockByNumber(middle).layout()
        if layout.lineCount() and layout.position().y() <= y:
            low = middle
        else:
            high = middle - 1
    return document.findBlockByNumber(low)


def line_at(block: QTextBlock, y: float) -> int:
    """Where in a block the line begins that holds a height of the document, in units."""
    layout = block.layout()
    start = 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if layout.position().y() + line.y() > y:
            break
        start = line.textStart()
    return start


def laid_out(block: QTextBlock, paragraph: Paragraph, style: Style, map: TextMap, view: Sight) -> Laid:
    """The lines of a block that the sight holds."""
    layout = block.layout()
    origin = layout.position() - QPointF(0, view.scroll)
    units = paragraph.words.encode("utf-16-le", "surrogatepass")
    lines = []
    for number in range(layout.lineCount()):
        text = layout.lineAt(number)
        step = text.height() * style.percent / 100
        top = origin.y() + text.y() - (step - text.height()) / 2  # half of the leading stands above the letters
        if top > view.bottom:
            break
        if top + step >= view.top:
            baseline = view.whole(origin.y() + text.y() + text.ascent())
            start = text.textStart()
            end = start + text.textLength()
            while end > start and units[2 * end - 2 : 2 * end] in _BLANKS:
                end -= 1
            lines.append(Line(text, start, end, origin.x(), view.whole(top), view.whole(top + step), baseline))
    right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
    mixed = not paragraph.words.isascii() and _RIGHT_TO_LEFT.search(paragraph.words) is not None
    return Laid(paragraph, style, tuple(lines), map, right_to_left, mixed)


@dataclass(frozen=True, slots=True)
class Sight:
    """What of the document is seen: how far it is scrolled, and which part of the viewport is asked for."""

    scroll: int
    top: float
    bottom: float
    left: float
    """Of the column."""
    width: float
    """Of the column."""
    ratio: float
    """Device pixels to a logical one."""

    def whole(self, value: float) -> float:
        """The nearest whole device pixel."""
        return round(value * self.ratio) / self.ratio


@dataclass(frozen=True, slots=True)
class MarkSpace:
    """How far fills reach (tokens ``marks``)."""

    above_cap: float
    below_line: float
    thickest: float

    def fill(self, piece: Piece, style: Style) -> QRectF:
        """Behind a name: from above its capitals to below its line."""
        top = piece.line.baseline - style.cap - self.above_cap
        bottom = piece.line.baseline + style.gap + (style.line or self.thickest) + self.below_line
        return _box(piece, top, bottom)

    def letter_box(self, piece: Piece, style: Style) -> QRectF:
        """Behind a hit or a flash: all that letters may need, where the lines leave room for it."""
        text = piece.line.text
        top, bottom = piece.line.baseline - text.ascent() - 1, piece.line.baseline + text.descent() + 1
        if bottom - top > style.step:
            return self.fill(piece, style)
        return _box(piece, top, bottom)


def step_box(piece: Piece) -> QRectF:
    """The whole step of a line, so that a fill over several lines has no gaps."""
    return QRectF(piece.left, piece.line.top, piece.width, piece.line.bottom - piece.line.top)


def parted(ranges: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """(top, bottom) of bars one after another, so that none covers the next where they share a line."""
    found = list(ranges)
    for number in range(len(found) - 1):
        (top, bottom), (below, end) = found[number], found[number + 1]
        if below >= bottom:
            continue
        if below > top:
            found[number] = (top, below)
        elif end > bottom:
            found[number + 1] = (bottom, end)
    return tuple(found)


def _box(piece: Piece, top: float, bottom: float) -> QRectF:
    top, bottom = round(top), round(bottom)
    return QRectF(piece.left, top, piece.width, bottom - top)


def _x(line: QTextLine, position: int) -> float:
    return float(line.cursorToX(position)[0])  # type: ignore[index]  # Qt's stubs forget the second value
