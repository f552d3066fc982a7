"""Offsets of the text and positions of the document, both ways. The one place in the window that counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.core.spans import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_UNSHOWABLE = re.compile("[\x00\r\u2029\ud800-\udfff\ufdd0\ufdd1]")


def showable(words: str) -> str:
    """The words as a document takes them inside one block: not a position more or less.

    A line break stays inside the block; what Qt would take for a new block or cannot hold is shown as U+FFFD.
    """
    return _UNSHOWABLE.sub("\ufffd", words).replace("\n", "\u2028")


class TextMap:
    """Offsets count code points of ``text``, positions count UTF-16 units of the document.

    The document shows pieces of the text in their order, each without a gap inside, and other lines between them.
    """

    def __init__(self, text: str, pieces: Sequence[tuple[Span, int]]) -> None:
        """``pieces`` are (span of the text, position of its first unit), in order."""
        self._text = text
        self._wide = [match.start() for match in _WIDE.finditer(text)]
        self._spans = [span for span, _ in pieces]
        self._starts = [span.start for span in self._spans]
        self._positions = [position for _, position in pieces]

    def units(self, start: int, end: int) -> int:
        """How many units the text takes between two offsets."""
        return end - start + bisect_left(self._wide, end) - bisect_left(self._wide, start)

    def position(self, offset: int) -> int:
        """The position of an offset; between two pieces the beginning of the second one."""
        at = self._piece_at(offset)
        if at is None:
            return self._positions[0] if self._positions else 0
        span = self._spans[at]
        if offset <= span.end:
            return self._positions[at] + self.units(span.start, offset)
        if at + 1 < len(self._spans):
            return self._positions[at + 1]
        return self._positions[at] + self.units(span.start, span.end)

    def offset(self, position: int) -> int:
        """The offset of a position; in a line that the text does not hold the beginning of the next piece."""
        at = bisect_right(self._positions, position) - 1
        if at < 0:
            return self._starts[0] if self._starts else 0
        span = self._spans[at]
        units = position - self._positions[at]
        if units <= self.units(span.start, span.end):
            return self._offset_inside(span, units)
        return self._starts[at + 1] if at + 1 < len(self._spans) else span.end

    def holds(self, position: int) -> bool:
        """Whether the text has a letter at a position."""
        at = bisect_right(self._positions, position) - 1
        if at < 0:
            return False
        span = self._spans[at]
        return position < self._positions[at] + self.units(span.start, span.end)

    def words(self, start: int, end: int) -> str:
        """The words of the text between two positions."""
        return self._text[self.offset(start) : self.offset(end)]

    def _piece_at(self, offset: int) -> int | None:
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 else None

    def _offset_inside(self, span: Span, units: int) -> int:
        # Each wide letter before the place takes a unit more than the code point that it is.
        first = bisect_left(self._wide, span.start)
        low, high = 0, bisect_left(self._wide, span.end) - first
        while low < high:
            middle = (low + high) // 2
            if self._wide[first + middle] - span.start + middle + 1 < units:
                low = middle + 1
            else:
                high = middle
        offset = span.start + units - low
        inside_pair = low < bisect_left(self._wide, span.end) - first and self._wide[first + low] < offset
        return offset - 1 if inside_pair else offset
