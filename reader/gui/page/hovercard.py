"""The card under a name: who or what it is, in which role, and how often it is mentioned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.look import Theme
from reader.gui.look.icons import make_icon

ICONS = {"quantity": "date"}
"""The icon of a family where it has another name."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the card says."""

    name: str
    kind: str
    role: str
    counts: str
    family: str


class HoverCard(QWidget):
    """A child of the viewport. It lets the pointer through, so that it never stands in the way."""

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._words: CardWords | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._fonts = {style: theme.font(style) for style in ("ui_strong", "small", "ui")}
        self._down: int
        self._across: int
        self._down, self._across = theme.size("hover_card", "pad")
        self._gap: int = theme.token("space")[0]
        self.update()

    @property
    def words(self) -> CardWords | None:
        """What it says while it is shown."""
        return self._words if not self.isHidden() else None

    def show_beside(self, words: CardWords, mark: QRectF) -> None:
        """Shows the card under a mark, or above where there is no room; it never covers the mark."""
        self._words = words
        self.resize(self._theme.size("hover_card", "width"), self._height())
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(", ".join(part for part in (words.kind, words.role, words.counts) if part))
        gap = self._theme.size("hover_card", "gap")
        self.move(placed(mark.toAlignedRect(), self.size(), self._viewport.size(), gap))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words is None:
            return
        painter = QPainter(self)
        self._paint_box(painter)
        left, right = self._across, self.width() - self._across
        y = self._paint_head(painter, self._words, left, right)
        for style, words in (("ui", self._words.role), ("small", self._words.counts)):
            if words:
                y = self._write(painter, style, words, QRect(left, y, right - left, self._theme.line_height(style)))

    def _paint_box(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("control"))
        painter.setBrush(self._theme.colour("raised"))
        radius = self._theme.token("radius", "card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_head(self, painter: QPainter, words: CardWords, left: int, right: int) -> int:
        theme, size = self._theme, self._theme.size("icon_small")
        step, space = theme.line_height("ui_strong"), theme.token("space")[2]
        ink = theme.line(words.family)
        icon = make_icon(ICONS.get(words.family, words.family), ink, ink, size)
        icon.paint(painter, QRect(left, self._down + (step - size) // 2, size, size))
        kind = QFontMetrics(self._fonts["small"]).horizontalAdvance(words.kind)
        name = QRect(left + size + space, self._down, right - left - size - 2 * space - kind, step)
        self._write(painter, "ui_strong", words.name, name)
        self._write(painter, "small", words.kind, QRect(right - kind, self._down, kind, step))
        return name.bottom() + 1 + self._gap

    def _write(self, painter: QPainter, style: str, words: str, place: QRect) -> int:
        font: QFont = self._fonts[style]
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if style == "ui_strong" else "text_secondary"))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return place.bottom() + 1

    def _height(self) -> int:
        if self._words is None:
            return 0
        lines = ("ui_strong", *(("ui",) if self._words.role else ()), "small")
        return 2 * self._down + sum(self._theme.line_height(line) for line in lines) + self._gap


def placed(mark: QRect, card: QSize, room: QSize, gap: int) -> QPoint:
    """Where the upper left corner of a card goes."""
    x = min(max(mark.left(), gap), max(gap, room.width() - card.width() - gap))
    below = mark.bottom() + 1 + gap
    above = mark.top() - gap - card.height()
    if below + card.height() <= room.height() or above < 0:
        return QPoint(x, below)
    return QPoint(x, above)
