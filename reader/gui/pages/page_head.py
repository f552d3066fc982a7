"""The head of a page: title, one line of facts, and at most three buttons at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.gui.look import Theme
from reader.gui.look.style import mixed
from reader.gui.panes.head import dress, paint_ring
from reader.gui.panes.lines import advance, baseline
from reader.gui.panes.spaces import spaces


class HeadButton(QAbstractButton):
    """A button of a page; the ``main`` one is filled."""

    def __init__(self, theme: Theme, *, main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_words(self, words: str) -> None:
        """What it says."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(advance(self.text(), theme.font("ui")) + 2 * spaces(theme).medium, theme.size("small_button"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        self._paint_ground(painter)
        font = theme.font("ui")
        painter.setFont(font)
        ink = "disabled" if not self.isEnabled() else "on_accent" if self._main else "text"
        painter.setPen(theme.colour(ink))
        left = (self.width() - advance(self.text(), font)) // 2
        painter.drawText(left, round(baseline(font, 0, self.height())), self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._theme
        used = self.isEnabled() and self.underMouse()
        if self._main and self.isEnabled():
            ground = theme.colour("accent")
            ground = mixed(ground, theme.colour("text"), 0.85) if self.isDown() or used else ground
            edge = ground
        else:
            ground = theme.colour("select_idle" if self.isDown() else "hover" if used else "field")
            edge = theme.colour("control" if self.isEnabled() else "line")
        radius = theme.token("radius", "control")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class PageHead(QWidget):
    """What a page begins with. ``buttons`` are keys and words, from left to right; the ``main`` one is filled."""

    pressed = Signal(str)
    """The key of a button that was pressed."""

    def __init__(
        self, theme: Theme, buttons: Mapping[str, str] | None = None, *, main: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._facts = QLabel(), QLabel()
        for label in (self._title, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = {key: HeadButton(theme, main=key == main) for key in buttons or {}}
        for key, words in (buttons or {}).items():
            self._buttons[key].set_words(words)
            self._buttons[key].clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
        self._lay_out(theme)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        dress(self._title, theme, "page_title", "text")
        dress(self._facts, theme, "ui", "text_secondary")
        for button in self._buttons.values():
            button.set_theme(theme)

    def set_words(self, title: str, facts: str) -> None:
        """Title and facts."""
        self._title.setText(title)
        self._facts.setText(facts)

    @property
    def words(self) -> tuple[str, str]:
        """Title and facts as they stand."""
        return self._title.text(), self._facts.text()

    def buttons(self) -> tuple[HeadButton, ...]:
        """All of them, from left to right."""
        return tuple(self._buttons.values())

    def button(self, key: str) -> HeadButton:
        """One of the buttons."""
        return self._buttons[key]

    def set_button(self, key: str, words: str = "", *, offered: bool = True, enabled: bool = True) -> None:
        """What a button says (as before when empty), whether it is there, and whether it can be pressed."""
        button = self._buttons[key]
        if words and words != button.text():
            button.set_words(words)
        button.setEnabled(enabled)
        button.setVisible(offered)

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        words = QVBoxLayout()
        words.setSpacing(gap.tight)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(gap.gutter, gap.gutter, gap.gutter, gap.large)
        row.setSpacing(gap.small)
        row.addLayout(words, 1)
        row.addSpacing(gap.small)
        for button in self._buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class Rule(QWidget):
    """A line of one px between the parts of a page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._line = theme.colour("line")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(0, 0, self.width(), 1), self._line)


def on_paper(widget: QWidget, theme: Theme) -> None:
    """Makes a widget's ground that of a page."""
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.colour("paper"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
