"""The heads of the two texts of "Original beside cleaned": a name, facts, segments, and a link."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.gui.look import Theme
from reader.gui.panes.head import PaneHead, dress, paint_ring
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces
from reader.gui.status_bar import LinkButton

HEIGHT = 26
"""Of the segments: the least height of a target, in a head of 36."""


class Segment(QAbstractButton):
    """One of a few ways to see something; Qt's own exclusive group walks them with the arrow keys."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.theme = theme

    def sizeHint(self) -> QSize:
        wide = advance(self.text(), self.theme.font("small_strong")) + 2 * spaces(self.theme).small
        return QSize(wide, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, chosen = self.theme, QPainter(self), self.isChecked()
        font = theme.font("small_strong" if chosen else "small")
        painter.setFont(font)
        ink = "on_select" if chosen else "text" if self.underMouse() else "text_secondary"
        painter.setPen(theme.colour(ink))
        left = (self.width() - advance(self.text(), font)) // 2
        painter.drawText(left, round(baseline(font, 0, self.height())), self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)


class Segments(QWidget):
    """Ways to see something in one border, of which one is chosen."""

    chosen = Signal(str)
    """The key of a way that the reader chose."""

    def __init__(self, theme: Theme, ways: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._ways = {key: Segment(theme, words, self) for key, words in ways.items()}
        for key, way in self._ways.items():
            self._group.addButton(way)
            row.addWidget(way)
            way.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(next(iter(ways)))

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for way in self._ways.values():
            way.theme = theme
        self.update()

    def way(self, key: str) -> Segment:
        """One of the ways."""
        return self._ways[key]

    def choose(self, key: str) -> None:
        """Chooses a way without telling."""
        self._ways[key].setChecked(True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        radius = theme.token("radius", "control")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = QPainterPath()
        border.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(border, theme.colour("field"))
        painter.save()
        painter.setClipPath(border)
        shown = [way for way in self._ways.values() if way.isVisibleTo(self)]
        for way in shown:
            if way.isChecked():
                painter.fillRect(way.geometry(), theme.colour("select"))
        painter.restore()
        for way in shown[1:]:
            painter.fillRect(QRect(way.x(), 0, 1, self.height()), theme.colour("control"))
        painter.setPen(theme.colour("control"))
        painter.drawPath(border)


class Facts(QLabel):
    """Words that are cut where they do not fit; the tooltip has all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str, tip: str = "") -> None:
        """What it says, and what it says in full."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(tip or words)
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        line = round(baseline(self.font(), 0, self.height()))
        painter.drawText(0, line, elided(self._words, self.font(), self.width()))


class TextHead(PaneHead):
    """The head of a text: its name and facts at the left; segments and link of the original at the right."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        gap = spaces(theme)
        super().__init__(theme, gap.gutter + gap.tight, parent)
        self._name, self.facts = QLabel(name), Facts()
        self.row.addWidget(self._name)
        self.row.addWidget(self.facts, 1)
        self.take_theme(theme)

    def add(self, *parts: Segments | LinkButton) -> None:
        """Puts parts at the right end."""
        for part in parts:
            self.row.addWidget(part)

    def take_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme, in all its parts."""
        self.set_theme(theme)
        dress(self._name, theme, "ui_strong", "text")
        dress(self.facts, theme, "small", "text_secondary")
