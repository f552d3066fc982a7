"""Paints all that lies under the letters, in the order of window.md section 4: grounds, fills, lines, bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.core.kinds import QuotationKind
from reader.core.spans import Span
from reader.core.wording import sentence
from reader.gui.look import Theme
from reader.gui.page.geometry import Laid, MarkSpace, Piece, Sight, parted, step_box
from reader.gui.page.layers import Layers
from reader.gui.page.lines import LinePainter
from reader.gui.page.marks import FAMILIES, Mark
from reader.gui.page.runs import flat_runs
from reader.gui.page.styles import OVERHANG, REASON_MARGIN

_COLOURS = (
    "line", "text", "band", "bar", "bar_current", "hit", "hit_current", "hit_line", "flash", "focus",
    "removed_band", "removed_text",
)
FRAME = 1.5
"""Of the current hit, in px (window.md, section 4)."""


class Overlay:
    """Paints in the colours of one theme. It keeps nothing of the article."""

    def __init__(self, theme: Theme) -> None:
        self._lines = LinePainter(theme)
        self._colours = {token: theme.colour(token) for token in _COLOURS}
        self._inks = {family: theme.line(family) for family in FAMILIES}
        self._tints = {family: theme.tint(family) for family in FAMILIES}
        self._ring_width, self._radius = theme.size("focus_ring"), theme.token("radius", "control")
        marks = theme.token("marks")
        self._space = MarkSpace(marks["tint_above_cap"], marks["tint_below_line"], marks["person"]["width"])
        self._bars = theme.token("quotation_bar")
        self._reading = theme.size("reading")
        self._small = theme.font("small")

    def paint(self, painter: QPainter, paragraphs: Iterable[Laid], layers: Layers, sight: Sight) -> None:
        """Paints every layer under the letters of some paragraphs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for laid in paragraphs:
            if not laid.lines:
                continue
            self._paint_ground(painter, laid, sight)
            if laid.paragraph.span is None:
                continue
            self._paint_bands(painter, laid, layers)
            self._paint_fills(painter, laid, layers)
            self._paint_lines(painter, laid, layers)
            self._paint_bars(painter, laid, layers, sight)

    def flash_box(self, laid: Laid, span: Span) -> QRectF:
        """What must be painted again when a flash over a span changes."""
        box = QRectF()
        for piece in laid.pieces(span):
            box = box.united(step_box(piece))
        return box.adjusted(-FRAME, -FRAME, FRAME, FRAME)

    def mark_box(self, piece: Piece, laid: Laid) -> QRectF:
        """The fill of a name."""
        return self._space.fill(piece, laid.style)

    # grounds

    def _paint_ground(self, painter: QPainter, laid: Laid, sight: Sight) -> None:
        style, lines = laid.style, laid.lines
        top, bottom = lines[0].top - style.pad, lines[-1].bottom + style.pad
        if laid.paragraph.reason is not None:
            ground = QRectF(sight.left - OVERHANG, top, sight.width + 2 * OVERHANG, bottom - top)
            painter.fillRect(ground, self._colours["removed_band"])
            self._write_reason(painter, laid, sight)
        elif style.rule:
            # The first and the last line are not always in sight; a rule outside of it is painted for nothing.
            ink = self._colours["line"]
            for y in (top - style.rule, bottom):
                painter.fillRect(QRectF(sight.left, y, sight.width, style.rule), ink)

    def _write_reason(self, painter: QPainter, laid: Laid, sight: Sight) -> None:
        first = laid.lines[0]
        if first.start or laid.paragraph.reason is None:
            return
        metrics = QFontMetricsF(self._small)
        room = REASON_MARGIN - 2 * OVERHANG
        words = metrics.elidedText(sentence(laid.paragraph.reason), Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._small)
        painter.setPen(self._colours["removed_text"])
        right = sight.left + sight.width
        painter.drawText(QPointF(right - metrics.horizontalAdvance(words), first.baseline), words)

    # fills

    def _paint_bands(self, painter: QPainter, laid: Laid, layers: Layers) -> None:
        if not layers.quotations or laid.paragraph.span is None:
            return
        for number, span in layers.quotes.touching(laid.paragraph.span):
            if layers.quotes.has_band(number):
                for piece in laid.pieces(span):
                    painter.fillRect(step_box(piece), self._colours["band"])

    def _paint_fills(self, painter: QPainter, laid: Laid, layers: Layers) -> None:
        marks = [mark for mark in _marks_in(laid, layers) if layers.is_lit(mark)]
        self._paint_tints(painter, laid, [mark for mark in marks if not layers.is_hovered(mark)])
        self._paint_hits(painter, laid, layers)
        self._paint_tints(painter, laid, [mark for mark in marks if layers.is_hovered(mark)])
        if layers.flash is not None:
            self._fill(painter, laid, layers.flash, faded(self._colours["flash"], layers.glow))
        if layers.focused is not None:
            self._paint_ring(painter, laid, layers.focused)

    def _paint_tints(self, painter: QPainter, laid: Laid, marks: Iterable[Mark]) -> None:
        for mark in marks:
            for piece in laid.pieces(mark.span):
                painter.fillRect(self._space.fill(piece, laid.style), self._tints[mark.family])

    def _paint_hits(self, painter: QPainter, laid: Laid, layers: Layers) -> None:
        for number in _hits_in(laid, layers):
            span = layers.hits.spans[number]
            if number != layers.hit:
                self._fill(painter, laid, span, self._colours["hit"])
                continue
            self._fill(painter, laid, span, self._colours["hit_current"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours["hit_line"], FRAME))
            for piece in laid.pieces(span):
                painter.drawRect(self._space.letter_box(piece, laid.style))

    def _paint_ring(self, painter: QPainter, laid: Laid, mark: Mark) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colours["focus"], self._ring_width))
        for piece in laid.pieces(mark.span):
            painter.drawRoundedRect(self._space.fill(piece, laid.style), self._radius, self._radius)

    def _fill(self, painter: QPainter, laid: Laid, span: Span, colour: QColor) -> None:
        for piece in laid.pieces(span):
            painter.fillRect(self._space.letter_box(piece, laid.style), colour)

    # lines and bars

    def _paint_lines(self, painter: QPainter, laid: Laid, layers: Layers) -> None:
        marks = [mark for mark in _marks_in(laid, layers) if mark.name or layers.is_lit(mark)]
        inked = [layers.hits.spans[number] for number in _hits_in(laid, layers)]
        if layers.flash is not None:
            inked.append(layers.flash)
        for run in flat_runs([*(mark.span for mark in marks), *inked]):
            under = [marks[number] for number in run.under if number < len(marks)]
            if not under:
                continue
            mark = drawn(under, layers)
            ink = self._colours["text"] if len(under) < len(run.under) else self._inks[mark.family]
            lit = layers.is_lit(mark)
            # A pattern runs on where the mark is cut, so that only its colour changes there.
            starts = {} if run.span == mark.span else {p.line.start: p.left for p in laid.pieces(mark.span)}
            for piece in laid.pieces(run.span):
                origin = starts.get(piece.line.start, piece.left)
                self._lines.paint(painter, mark.family, piece, laid.style, ink, origin=origin, lit=lit)

    def _paint_bars(self, painter: QPainter, laid: Laid, layers: Layers, sight: Sight) -> None:
        if not layers.quotations or laid.paragraph.span is None:
            return
        ranges: dict[int, tuple[float, float]] = {}
        for number, span in layers.quotes.touching(laid.paragraph.span):
            for piece in laid.pieces(span):
                top, _ = ranges.get(number, (piece.line.top, 0.0))
                ranges[number] = (top, piece.line.bottom)
        for number, (top, bottom) in zip(ranges, parted(tuple(ranges.values())), strict=True):
            ink = self._colours["bar_current" if number == layers.quotation else "bar"]
            slot = QRectF(self._bar_left(laid, sight), top, self._reading["bar"], bottom - top)
            self._paint_bar(painter, layers.quotes.all[number].kind, slot, ink)

    def _bar_left(self, laid: Laid, sight: Sight) -> float:
        gap, width = self._reading["bar_gap"], self._reading["bar"]
        if laid.right_to_left:
            return float(round(sight.left + sight.width + gap))
        return float(round(sight.left - gap - width))

    def _paint_bar(self, painter: QPainter, kind: QuotationKind, place: QRectF, ink: QColor) -> None:
        spec = self._bars[kind.value]
        width, lines, gap = spec["width"], spec["lines"], spec.get("gap", 0)
        x = place.left() + (place.width() - lines * width - (lines - 1) * gap) / 2
        for number in range(lines):
            painter.fillRect(QRectF(x + number * (width + gap), place.top(), width, place.height()), ink)


def drawn(marks: list[Mark], layers: Layers) -> Mark:
    """Of marks over one stretch the one whose line is drawn: the innermost that is lit, else the outermost."""
    lit = [mark for mark in marks if layers.is_lit(mark)]
    return lit[-1] if lit else marks[0]


def faded(colour: QColor, share: float) -> QColor:
    """A colour that lets the ground through as it goes."""
    gone = QColor(colour)
    gone.setAlphaF(max(0.0, min(share, 1.0)))
    return gone


def _marks_in(laid: Laid, layers: Layers) -> Iterator[Mark]:
    if laid.paragraph.span is not None:
        for number in layers.marks.places.touching(_seen(laid)):
            if layers.shows(mark := layers.marks.all[number]):
                yield mark


def _hits_in(laid: Laid, layers: Layers) -> tuple[int, ...]:
    return layers.hits.touching(_seen(laid)) if laid.paragraph.span is not None else ()


def _seen(laid: Laid) -> Span:
    assert laid.paragraph.span is not None
    return laid.paragraph.span
