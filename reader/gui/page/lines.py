"""The six lines under marks: solid, double, dashes, dots, dash and dot, fine dots. Page and legend share them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from reader.gui.look import Theme
from reader.gui.page.geometry import Piece, strokes
from reader.gui.page.marks import FAMILIES
from reader.gui.page.styles import Style


class LinePainter:
    """Draws the line of a family under a piece of text."""

    def __init__(self, theme: Theme) -> None:
        marks = theme.token("marks")
        self._chosen: float = marks["chosen_width"]
        self._specs = {family: marks[family] for family in FAMILIES}

    def paint(
        self, painter: QPainter, family: str, piece: Piece, style: Style, ink: QColor, *, origin: float, lit: bool
    ) -> None:
        """Draws in the text; ``lit`` is for a hovered or chosen mark, ``origin`` is where the pattern begins."""
        spec = self._specs[family]
        thick = spec["width"] if style.line is None else style.line
        if lit and spec["pattern"] != "double":
            thick = self._chosen
        place = QRectF(piece.left, piece.line.baseline + style.gap, piece.width, thick)
        self.draw(painter, family, place, ink, round(origin))

    def draw(self, painter: QPainter, family: str, place: QRectF, ink: QColor, origin: float) -> None:
        """Draws with the left end, upper edge, length and thickness of ``place``."""
        spec = self._specs[family]
        top, height = place.top(), place.height()
        for x, width in strokes(spec["dash"], origin, place.left(), place.right()):
            painter.fillRect(QRectF(x, top, width, height), ink)
        if spec["pattern"] == "double":
            painter.fillRect(place.translated(0, height + spec["gap"]), ink)
