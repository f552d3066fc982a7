"""Paints what was removed: its ground, its reason, what gives it back, and where it stood in the cleaned text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reader.core.wording import sentence
from reader.gui.look import Theme
from reader.gui.page.geometry import Laid, Line, Sight
from reader.gui.page.layers import Layers
from reader.gui.page.styles import OVERHANG, REASON_MARGIN

_COLOURS = ("removed_band", "removed_text", "accent_text", "focus")
GAP = 8
"""Between a reason and what gives the removal back, and beside the words that say where one stood, in px."""


class RemovalPainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._colours = {token: theme.colour(token) for token in _COLOURS}
        self._small = theme.font("small")
        self._metrics = QFontMetricsF(self._small)
        self._frame = theme.size("focus_ring")
        self._link = QCoreApplication.translate("ArticlePage", "Give back")

    def paint(self, painter: QPainter, laid: Laid, layers: Layers, sight: Sight) -> None:
        """The ground of a removal with what is written at its right; the current one has a frame."""
        lines, pad = laid.lines, laid.style.pad
        top, bottom = lines[0].top - pad, lines[-1].bottom + pad
        ground = QRectF(sight.left - OVERHANG, top, sight.width + 2 * OVERHANG, bottom - top)
        painter.fillRect(ground, self._colours["removed_band"])
        if laid.paragraph.removal is not None and laid.paragraph.removal == layers.removal:
            half = self._frame / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours["focus"], self._frame))
            painter.drawRect(ground.adjusted(half, half, -half, -half))
        self._write(painter, laid, sight, linked=layers.offers)

    def link_box(self, laid: Laid, sight: Sight) -> QRectF:
        """Where "Give back" stands; empty where its line is not in sight."""
        line = self._link_line(laid, sight)
        if line is None:
            return QRectF()
        width = self._metrics.horizontalAdvance(self._link)
        return QRectF(sight.left + sight.width - width - 4, line.top, width + 8, line.bottom - line.top)

    def paint_here(self, painter: QPainter, laid: Laid, sight: Sight) -> None:
        """Lines at both sides of the words that say what stood here."""
        line = laid.lines[0]
        middle = round((line.top + line.bottom) / 2)
        words = line.text.naturalTextRect()
        left, right = line.left + words.left() - 2 * GAP, line.left + words.right() + 2 * GAP
        for start, end in ((sight.left, left), (right, sight.left + sight.width)):
            painter.fillRect(QRectF(start, middle, end - start, 1), self._colours["accent_text"])

    def _write(self, painter: QPainter, laid: Laid, sight: Sight, *, linked: bool) -> None:
        right, first = sight.left + sight.width, laid.lines[0]
        painter.setFont(self._small)
        width = self._metrics.horizontalAdvance(self._link)
        line = self._link_line(laid, sight) if linked else None
        if line is not None:
            painter.setPen(self._colours["accent_text"])
            painter.drawText(QPointF(right - width, line.baseline), self._link)
        if first.start or laid.paragraph.reason is None:
            return
        beside = width + GAP if line is not None and not line.start else 0
        room = _room(laid, sight) - beside
        words = self._metrics.elidedText(sentence(laid.paragraph.reason), Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._colours["removed_text"])
        painter.drawText(QPointF(right - beside - self._metrics.horizontalAdvance(words), first.baseline), words)

    def _link_line(self, laid: Laid, sight: Sight) -> Line | None:
        """The line on which "Give back" stands: the first, or the second where a long reason leaves no room for it."""
        if laid.paragraph.reason is None:
            return None
        reason = self._metrics.horizontalAdvance(sentence(laid.paragraph.reason))
        room = _room(laid, sight) - GAP - self._metrics.horizontalAdvance(self._link)
        wanted = 1 if reason > room and _count(laid) > 1 else 0
        at = wanted - laid.lines[0].text.lineNumber()
        return laid.lines[at] if 0 <= at < len(laid.lines) else None


def _room(laid: Laid, sight: Sight) -> float:
    """What the right of a removal has for its reason; more where it is a short line."""
    least = REASON_MARGIN - 2 * OVERHANG
    short = _count(laid) == 1
    return max(least, sight.width - laid.lines[0].text.naturalTextWidth() - 2 * OVERHANG) if short else least


def _count(laid: Laid) -> int:
    """How many lines the paragraph has, those included that are not in sight."""
    last = laid.lines[-1]
    whole = len(laid.paragraph.words.encode("utf-16-le", "surrogatepass")) // 2
    return last.text.lineNumber() + 1 + (last.text.textStart() + last.text.textLength() < whole)
