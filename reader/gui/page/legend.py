"""The head of the page: each family's name under its own line, with how many things of it the article names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.gui.look import Theme
from reader.gui.page.lines import LinePainter
from reader.gui.page.marks import FAMILIES

COUNTS_FROM = 760
"""Width of the page in px from which the counts are shown (window.md, section 1)."""


class LegendEntry(QAbstractButton):
    """Switches one family on and off."""

    alone_asked = Signal()
    """Alt was held: only this family is wanted."""

    def __init__(self, theme: Theme, family: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.family = family
        self._count: int | None = None
        self._counted = False
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click: on or off. Alt+click: only these"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._font = theme.font("small")
        self._lines = LinePainter(theme)
        self._pad: int = theme.token("space")[1]
        metrics = QFontMetrics(self._font)
        self._wide = metrics.horizontalAdvance(self.text())
        self._baseline = (self.sizeHint().height() - metrics.ascent() - metrics.descent()) // 2 + metrics.ascent()
        self._thick: float = theme.token("marks", self.family, "width")
        self._gap: int = theme.token("marks", "small_gap")
        self.update()

    def set_count(self, count: int | None) -> None:
        """How many things the article names; None without an article."""
        self._count = count
        self.setAccessibleDescription("" if count is None else self.tr("{0} in this article").format(count))
        self.updateGeometry()
        self.update()

    def width_of(self, *, counted: bool) -> int:
        """How wide it is with or without its number."""
        number = 0
        if counted and self._count is not None:
            number = self._pad + QFontMetrics(self._font).horizontalAdvance(str(self._count))
        return 2 * self._pad + self._wide + number

    def set_counted(self, counted: bool) -> None:
        """Shows or hides the number."""
        self._counted = counted
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(counted=self._counted), self._theme.size("small_button"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.alone_asked.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.alone_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        if self.isChecked():
            place = QRectF(self._pad, self._baseline + self._gap, self._wide, self._thick)
            self._lines.draw(painter, self.family, place, theme.line(self.family), place.left())
        painter.setPen(theme.colour("text" if self.isChecked() else "disabled"))
        painter.drawText(self._pad, self._baseline, self.text())
        if self._counted and self._count is not None:
            painter.setPen(theme.colour("text_secondary" if self.isChecked() else "disabled"))
            painter.drawText(2 * self._pad + self._wide, self._baseline, str(self._count))
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        width, radius = self._theme.size("focus_ring"), self._theme.token("radius", "control")
        painter.setPen(QPen(self._theme.colour("focus"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


class Legend(QWidget):
    """The strip above the text."""

    family_switched = Signal(str, bool)
    alone_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = {family: LegendEntry(theme, family, words, self) for family, words in self._names().items()}
        for family, entry in self.entries.items():
            entry.clicked.connect(lambda shown, family=family: self.family_switched.emit(family, shown))
            entry.alone_asked.connect(lambda family=family: self.alone_asked.emit(family))
        self.setFixedHeight(theme.size("head"))
        self.setAccessibleName(self.tr("Marks"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for entry in self.entries.values():
            entry.set_theme(theme)
        self._arrange()
        self.update()

    def set_counts(self, counts: Mapping[str, int] | None) -> None:
        """How many things of each family the article names; None without an article."""
        for family, entry in self.entries.items():
            entry.set_count(counts[family] if counts is not None else None)
        self._arrange()

    def set_shown(self, families: frozenset[str]) -> None:
        """Which families are switched on."""
        for family, entry in self.entries.items():
            entry.setChecked(family in families)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("line"))

    def _names(self) -> dict[str, str]:
        names = (
            self.tr("People"),
            self.tr("Organizations"),
            self.tr("Places"),
            self.tr("Groups"),
            self.tr("Works, events"),
            self.tr("Dates, amounts"),
        )
        return dict(zip(FAMILIES, names, strict=True))

    def _arrange(self) -> None:
        """Sets the entries side by side, as far apart as the width allows."""
        space, side = self._theme.token("space"), self._theme.token("space")[4]
        counted = self.width() >= COUNTS_FROM
        widths = [entry.width_of(counted=counted) for entry in self.entries.values()]
        pad = space[1]
        wished = (space[5] - 2 * pad, space[3] - 2 * pad, 0)
        room = self.width() - 2 * (side - pad)
        gap = next((gap for gap in wished if sum(widths) + gap * (len(widths) - 1) <= room), -pad)
        x, high = side - pad, self._theme.size("small_button")
        for entry, width in zip(self.entries.values(), widths, strict=True):
            entry.set_counted(counted)
            entry.setGeometry(x, (self.height() - high) // 2, width, high)
            x += width + gap
