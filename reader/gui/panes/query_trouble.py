"""A query that cannot be read: its words as typed, a line under the fault, and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.panes.head import dress
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces


class QueryTrouble(QWidget):
    """What stands in the place of hits while the query has an error."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = _Typed(theme)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        gap = spaces(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.size("list", "gutter"), gap.medium, gap.large, gap.medium)
        column.setSpacing(gap.small)
        column.addWidget(self._typed)
        column.addWidget(self._sentence)
        column.addStretch()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._typed.set_theme(theme)
        dress(self._sentence, theme, "ui", "text")

    def set_trouble(self, sentence: str, typed: str, fault: Span | None) -> None:
        """Shows a sentence; ``fault`` is the part of the typed words that it is about."""
        self._typed.set_words(typed, fault)
        self._typed.setVisible(bool(typed))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()


class _Typed(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = ""
        self._fault: Span | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedHeight(theme.line_height("ui_strong") + spaces(theme).tight)
        self.update()

    def set_words(self, words: str, fault: Span | None) -> None:
        self._words, self._fault = words, fault
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        font, step = theme.font("ui_strong"), theme.line_height("ui_strong")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(0, round(baseline(font, 0, step)), elided(self._words, font, self.width()))
        if self._fault is not None:
            left = advance(self._words[: self._fault.start], font)
            width = max(advance(self._fault.of(self._words), font), advance("n", font))
            painter.fillRect(QRect(left, step, width, spaces(theme).hair), theme.colour("bad"))
