"""The six lines under marks: solid, double, dashes, dots, dash and dot, fine dots. Page and legend share them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.gui.look import Theme
from reader.gui.page.geometry import Piece
from reader.gui.page.marks import FAMILIES
from reader.gui.page.styles import Style


class LinePainter:
    """Draws the line of a family, with antialiasing on. A dashed pen gives the picture of single fills, far quicker."""

    def __init__(self, theme: Theme) -> None:
        marks = theme.token("marks")
        self._chosen: float = marks["chosen_width"]
        self._specs = {family: marks[family] for family in FAMILIES}
        self._pens: dict[tuple[str, int, float], QPen] = {}

    def paint(
        self, painter: QPainter, family: str, piece: Piece, style: Style, ink: QColor, *, origin: float, lit: bool
    ) -> None:
        """Draws in the text; ``lit`` is for a hovered or chosen mark, ``origin`` is where the pattern begins."""
        spec = self._specs[family]
        thick = spec["width"] if style.line is None else style.line
        if lit and spec["pattern"] != "double":
            thick = self._chosen
        place = QRectF(piece.left, piece.line.baseline + style.gap, piece.width, thick)
        self.draw(painter, family, place, ink, origin)

    def draw(self, painter: QPainter, family: str, place: QRectF, ink: QColor, origin: float) -> None:
        """Draws with the left end, upper edge, length and thickness of ``place``."""
        spec = self._specs[family]
        if spec["dash"]:
            self._draw_dashes(painter, self._pen(family, ink, place.height()), place, origin)
            return
        painter.fillRect(place, ink)
        if spec["pattern"] == "double":
            painter.fillRect(place.translated(0, place.height() + spec["gap"]), ink)

    def _draw_dashes(self, painter: QPainter, pen: QPen, place: QRectF, origin: float) -> None:
        left: float = round(origin)  # on a whole px dots are crisp
        middle = place.top() + place.height() / 2
        if place.left() > origin:
            pen = QPen(pen)
            pen.setDashOffset((place.left() - left) / place.height())
            left = place.left()
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(place.right(), middle))

    def _pen(self, family: str, ink: QColor, thick: float) -> QPen:
        key = (family, ink.rgb(), thick)
        if key not in self._pens:
            pen = self._pens[key] = QPen(ink, thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length / thick for length in self._specs[family]["dash"]])
        return self._pens[key]
