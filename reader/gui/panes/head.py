"""The heads of the panes: 36 px with a line below, a name that may open a menu, and words at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from reader.gui.look import Theme
from reader.gui.panes.lines import advance, baseline
from reader.gui.panes.spaces import spaces


class PaneHead(QWidget):
    """The strip that the heads of all panes share. Put its parts into ``row``.

    ``left`` is where words begin. Buttons and tabs have a margin of ``tight`` px for their ring: the row begins there.
    """

    def __init__(self, theme: Theme, left: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = spaces(theme)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(left - gap.tight, 0, gap.small, 1)
        self.row.setSpacing(gap.small)
        self.setFixedHeight(theme.size("head"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._line = theme.colour("line")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._line)


class MenuButton(QAbstractButton):
    """Words with an arrow that opens a menu below them."""

    def __init__(self, theme: Theme, style: str, ink: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._ink, self._menu = style, ink, menu
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def menu(self) -> QMenu:
        """What it opens."""
        return self._menu

    def sizeHint(self) -> QSize:
        gap = spaces(self._theme)
        words = advance(self.text(), self._theme.font(self._style))
        wide = 2 * gap.tight + words + gap.small + self._theme.size("icon_small")
        return QSize(wide, self._theme.size("small_button"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        font, tight = theme.font(self._style), spaces(theme).tight
        painter.setFont(font)
        painter.setPen(theme.colour("accent_text" if self.underMouse() else self._ink))
        painter.drawText(tight, round(baseline(font, 0, self.height())), self.text())
        size = theme.size("icon_small")
        icon = theme.icon("next", "text", size)
        icon.paint(painter, QRect(self.width() - tight - size, (self.height() - size) // 2, size, size))
        if self.hasFocus():
            paint_ring(painter, self.rect().adjusted(0, tight, 0, -tight), theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def paint_ring(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The ring that says where the keyboard is."""
    width, radius = theme.size("focus_ring"), theme.token("radius", "control")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def dress(label: QLabel, theme: Theme, style: str, ink: str) -> None:
    """Gives a label a style of the tokens and a colour."""
    label.setFont(theme.font(style))
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.colour(ink))
    label.setPalette(palette)


def ground(widget: QWidget, theme: Theme) -> None:
    """Makes a widget's ground that of a pane."""
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.colour("pane"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
