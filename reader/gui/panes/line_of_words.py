"""A line of 28 px in small letters, cut at the right, with all of its words in the tooltip."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.look import Theme
from reader.gui.panes.lines import baseline, elided
from reader.gui.panes.spaces import spaces


class LineOfWords(QWidget):
    """Hidden while it has no words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFixedHeight(theme.size("list", "day"))
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_words(self, words: str) -> None:
        """What it says."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def words(self) -> str:
        """What it says, uncut."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        gap, left, font = spaces(theme), theme.size("list", "gutter"), theme.font("small")
        painter.setFont(font)
        painter.setPen(theme.colour("text_secondary"))
        line = round(baseline(font, gap.small, theme.line_height("small")))
        painter.drawText(left, line, elided(self._words, font, self.width() - left - gap.medium))
