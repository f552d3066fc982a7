"""Paints all that lies under the letters, in the order of window.md section 4: grounds, fills, lines, bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.page.geometry import Laid, MarkSpace, Piece, Sight, step_box
from reader.gui.page.layers import Layers
from reader.gui.page.lines import LinePainter
from reader.gui.page.marks import FAMILIES, Mark
from reader.gui.page.quotepainter import QuotePainter
from reader.gui.page.removalpainter import RemovalPainter
from reader.gui.page.runs import flat_runs

_COLOURS = ("line", "text", "hit", "hit_current", "hit_line", "flash", "focus")
FRAME = 1.5
"""Of the current hit, in px (window.md, section 4)."""


class Overlay:
    """Paints in the colours of one theme. It keeps nothing of the article."""

    def __init__(self, theme: Theme) -> None:
        self._lines = LinePainter(theme)
        self._quotes = QuotePainter(theme)
        self._colours = {token: theme.colour(token) for token in _COLOURS}
        self._inks = {family: theme.line(family) for family in FAMILIES}
        self._tints = {family: theme.tint(family) for family in FAMILIES}
        self._ring_width, self._radius = theme.size("focus_ring"), theme.token("radius", "control")
        marks = theme.token("marks")
        self._space = MarkSpace(marks["tint_above_cap"], marks["tint_below_line"], marks["person"]["width"])
        self._removals = RemovalPainter(theme)

    def paint(self, painter: QPainter, paragraphs: Iterable[Laid], layers: Layers, sight: Sight) -> None:
        """Paints every layer under the letters of some paragraphs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for laid in paragraphs:
            if not laid.lines:
                continue
            self._paint_ground(painter, laid, layers, sight)
            if laid.paragraph.span is not None:
                self._paint_layers(painter, laid, laid.paragraph.span, layers, sight)

    def flash_box(self, laid: Laid, span: Span) -> QRectF:
        """What must be painted again when a flash over a span changes."""
        box = QRectF()
        for piece in laid.pieces(span):
            box = box.united(step_box(piece))
        return box.adjusted(-FRAME, -FRAME, FRAME, FRAME)

    def link_box(self, laid: Laid, sight: Sight) -> QRectF:
        """The words that give a removal back; empty where they are not in sight."""
        return self._removals.link_box(laid, sight)

    def mark_box(self, piece: Piece, laid: Laid) -> QRectF:
        """The fill of a name."""
        return self._space.fill(piece, laid.style)

    def _paint_layers(self, painter: QPainter, laid: Laid, own: Span, layers: Layers, sight: Sight) -> None:
        marks = [mark for at in layers.marks.places.touching(own) if layers.shows(mark := layers.marks.all[at])]
        hits = layers.hits.touching(own)
        quoted = self._quotes.pieces(laid, layers)
        self._quotes.paint_bands(painter, quoted, layers)
        self._paint_fills(painter, laid, marks, hits, layers)
        inked = [layers.hits.spans[number] for number in hits]
        if layers.flash is not None and layers.flash.overlaps(own):
            inked.append(layers.flash)
        self._paint_lines(painter, laid, [mark for mark in marks if mark.name or layers.is_lit(mark)], inked, layers)
        self._quotes.paint_bars(painter, laid, quoted, layers, sight)

    # grounds

    def _paint_ground(self, painter: QPainter, laid: Laid, layers: Layers, sight: Sight) -> None:
        style, lines = laid.style, laid.lines
        top, bottom = lines[0].top - style.pad, lines[-1].bottom + style.pad
        if laid.paragraph.reason is not None:
            self._removals.paint(painter, laid, layers, sight)
        elif style.name == "here":
            self._removals.paint_here(painter, laid, sight)
        elif style.rule:
            # The first and the last line are not always in sight; a rule outside of it is painted for nothing.
            for y in (top - style.rule, bottom):
                painter.fillRect(QRectF(sight.left, y, sight.width, style.rule), self._colours["line"])

    # fills

    def _paint_fills(
        self, painter: QPainter, laid: Laid, marks: Sequence[Mark], hits: Sequence[int], layers: Layers
    ) -> None:
        hovered = [mark for mark in marks if layers.is_hovered(mark)]
        self._paint_tints(painter, laid, [mark for mark in marks if layers.is_chosen(mark) and mark not in hovered])
        self._paint_hits(painter, laid, hits, layers)
        self._paint_tints(painter, laid, hovered)
        if layers.flash is not None:
            self._fill(painter, laid, layers.flash, faded(self._colours["flash"], layers.glow))
        if layers.focused is not None:
            self._paint_ring(painter, laid, layers.focused)

    def _paint_tints(self, painter: QPainter, laid: Laid, marks: Iterable[Mark]) -> None:
        for mark in marks:
            for piece in laid.pieces(mark.span):
                painter.fillRect(self._space.fill(piece, laid.style), self._tints[mark.family])

    def _paint_hits(self, painter: QPainter, laid: Laid, hits: Iterable[int], layers: Layers) -> None:
        for number in hits:
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

    # lines

    def _paint_lines(
        self, painter: QPainter, laid: Laid, marks: Sequence[Mark], inked: Sequence[Span], layers: Layers
    ) -> None:
        """Over a hit or a flash, whose spans are ``inked``, a line keeps its pattern and takes the colour of text."""
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


def drawn(marks: Sequence[Mark], layers: Layers) -> Mark:
    """Of marks over one stretch the one whose line is drawn: the innermost that is lit, else the outermost."""
    lit = [mark for mark in marks if layers.is_lit(mark)]
    return lit[-1] if lit else marks[0]


def faded(colour: QColor, share: float) -> QColor:
    """A colour that lets the ground through as it goes."""
    gone = QColor(colour)
    gone.setAlphaF(max(0.0, min(share, 1.0)))
    return gone
