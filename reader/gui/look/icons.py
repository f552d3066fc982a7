"""Icons: the drawings under resources/design/icons with the palette's ink in place of their own."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.paths import resource

INK = "#1E1C19"
"""The colour in which every drawing is kept."""


def drawing(name: str) -> str:
    """The SVG text of an icon."""
    return resource("design", "icons", f"{name}.svg").read_text("utf-8")


def pixmap(svg: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """A drawing in one colour, ``size`` logical px wide at a device pixel ratio."""
    inked = svg.replace(INK, colour.name())
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(inked.encode("utf-8"))).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def make_icon(name: str, colour: QColor, disabled: QColor, size: int) -> QIcon:
    """An icon that is crisp at the ratios of the screens there are, with its own look when it cannot be used."""
    svg = drawing(name)
    icon = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}):
        icon.addPixmap(pixmap(svg, colour, size, ratio), QIcon.Mode.Normal)
        icon.addPixmap(pixmap(svg, disabled, size, ratio), QIcon.Mode.Disabled)
    return icon
