"""Text broken into a few lines and cut with an ellipsis: measured here once, painted by the delegates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.core.spans import Span

ELLIPSIS = "…"
MOST_LETTERS = 20_000
"""Of a text whose number of lines is not limited; shaping more would be felt."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Spans of a text that are set in 600 and in a colour of their own."""

    spans: tuple[Span, ...]
    colour: QColor


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines of one step each."""

    layout: QTextLayout
    text: str
    """What is shown, with its ellipsis."""
    step: int
    cut: bool

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.layout.lineCount()

    @property
    def height(self) -> int:
        """Of all lines, in px."""
        return self.count * self.step

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paints the lines with their upper left corner at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(x, y))


def lay_out(text: str, font: QFont, width: float, step: int, *, most: int = 0, marked: Marked | None = None) -> Lines:
    """Breaks a text into lines ``width`` px wide and ``step`` px apart, at most ``most`` of them (0: all)."""
    width = max(width, 1.0)
    # a letter is hardly ever narrower than a pixel: shaping what cannot be seen would stall on a line of megabytes
    limit = most * max(80, int(width)) if most else MOST_LETTERS
    shown = flat_start(text, limit)
    layout = _broken(shown, font, width, step, marked)
    if not most or layout.lineCount() <= most:
        return Lines(layout, shown, step, cut=len(shown) < len(text))
    last = layout.lineAt(most - 1)
    kept = shown[: to_points(shown, last.textStart() + last.textLength())].rstrip()
    while True:
        shown = kept + ELLIPSIS
        layout = _broken(shown, font, width, step, marked)
        if layout.lineCount() <= most or not kept:
            return Lines(layout, shown, step, cut=True)
        kept = shortened(kept)


def shortened(text: str, longest_word: int = 12) -> str:
    """A text without its last word, or without its last letter where that word is long."""
    space = text.rfind(" ", max(0, len(text) - longest_word))
    return text[:space].rstrip(" ,;:") if space > 0 else text[:-1]


def flat_start(text: str, limit: int) -> str:
    """The first letters of a text, in one line."""
    return text[:limit].replace("\n", " ").replace("\t", " ")


def baseline(font: QFont, top: float, step: int) -> float:
    """Where the letters of a line stand whose step of ``step`` px begins at ``top``."""
    metrics = QFontMetrics(font)
    return top + (step - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def elided(text: str, font: QFont, width: float, side: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """A line of text cut to a width; nothing where there is no room at all."""
    if width <= 0:
        return ""
    if advance(text, font) <= width:  # a letter's parts of a pixel are no reason to cut what was measured to fit
        return text
    return QFontMetrics(font).elidedText(text, side, int(width))


def advance(text: str, font: QFont) -> int:
    """How wide a line of text is, in px."""
    return QFontMetrics(font).horizontalAdvance(text)


def to_units(text: str, offset: int) -> int:
    """An offset of a text in UTF-16 units, as Qt counts."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def to_points(text: str, units: int) -> int:
    """An offset that Qt counted in UTF-16 units, in code points."""
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))


def _broken(text: str, font: QFont, width: float, step: int, marked: Marked | None) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marked is not None:
        layout.setFormats(_formats(text, marked))
    metrics = QFontMetrics(font)
    letters_at = (step - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # by the baseline, so that a line with a fallback face does not hop
        line.setPosition(QPointF(0, number * step + letters_at - line.ascent()))
        number += 1
    layout.endLayout()
    return layout


def _formats(text: str, marked: Marked) -> Sequence[QTextLayout.FormatRange]:
    ranges = []
    for span in marked.spans:
        found = QTextLayout.FormatRange()
        found.start = to_units(text, span.start)
        found.length = to_units(text, span.end) - found.start
        found.format = QTextCharFormat()
        found.format.setFontWeight(QFont.Weight.DemiBold)
        found.format.setForeground(marked.colour)
        ranges.append(found)
    return ranges
