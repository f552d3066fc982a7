"""Paints quotations: the band under their words, the bar beside their lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from reader.core.kinds import QuotationKind
from reader.gui.look import Theme
from reader.gui.page.geometry import Laid, Piece, Sight, parted, step_box
from reader.gui.page.layers import Layers


class QuotePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._band, self._bar = theme.colour("band"), theme.colour("bar")
        self._current = theme.colour("bar_current")
        self._shapes = theme.token("quotation_bar")
        self._gap, self._width = theme.size("reading", "bar_gap"), theme.size("reading", "bar")

    def pieces(self, laid: Laid, layers: Layers) -> tuple[tuple[int, Piece], ...]:
        """(number of the quotation, what its content covers of a line) in a paragraph."""
        if not layers.quotations or laid.paragraph.span is None:
            return ()
        found = layers.quotes.touching(laid.paragraph.span)
        return tuple((number, piece) for number, span in found for piece in laid.pieces(span))

    def paint_bands(self, painter: QPainter, pieces: Sequence[tuple[int, Piece]], layers: Layers) -> None:
        """Behind the words of direct and mixed quotations."""
        for number, piece in pieces:
            if layers.quotes.has_band(number):
                painter.fillRect(step_box(piece), self._band)

    def paint_bars(
        self, painter: QPainter, laid: Laid, pieces: Sequence[tuple[int, Piece]], layers: Layers, sight: Sight
    ) -> None:
        """Beside the lines of every quotation, on the side where lines begin."""
        ranges: dict[int, tuple[float, float]] = {}
        for number, piece in pieces:
            top, _ = ranges.get(number, (piece.line.top, 0.0))
            ranges[number] = (top, piece.line.bottom)
        left = sight.left - self._gap - self._width
        if laid.right_to_left:
            left = sight.left + sight.width + self._gap
        for number, (top, bottom) in zip(ranges, parted(tuple(ranges.values())), strict=True):
            ink = self._current if number == layers.quotation else self._bar
            place = QRectF(round(left), top, self._width, bottom - top)
            self._paint_bar(painter, layers.quotes.all[number].kind, place, ink)

    def _paint_bar(self, painter: QPainter, kind: QuotationKind, place: QRectF, ink: QColor) -> None:
        shape = self._shapes[kind.value]
        width, lines, gap = shape["width"], shape["lines"], shape.get("gap", 0)
        x = place.left() + (place.width() - lines * width - (lines - 1) * gap) / 2
        for number in range(lines):
            painter.fillRect(QRectF(x + number * (width + gap), place.top(), width, place.height()), ink)
