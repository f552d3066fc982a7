"""A sentence above the rows of a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.gui.look import Theme
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces


class PaneNote(QLabel):
    """Quiet words over the width of a pane, with a line below as under a card. ``left`` is where words begin, in px."""

    def __init__(self, theme: Theme, left: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        gap = spaces(theme)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(left, gap.medium, gap.medium, gap.medium)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._line = theme.colour("line")
        dress(self, theme, "ui", "text_secondary")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._line)
