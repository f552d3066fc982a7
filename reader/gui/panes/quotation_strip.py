"""What is left of the quote sidebar in a narrow window: a strip that says how many quotations there are, and where."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.core.rows import QuotationRow
from reader.gui.look import Theme
from reader.gui.panes.head import paint_ring
from reader.gui.panes.lines import advance, baseline
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import quotations_counted


class QuotationStrip(QAbstractButton):
    """A click on it (``clicked``) lays the list over the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: tuple[float, ...] = ()
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_theme(theme)
        self.set_count(0)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> None:
        """How many quotations the article has."""
        self.setText(quotations_counted(count))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def set_rows(self, rows: tuple[QuotationRow, ...], length: int = 0) -> None:
        """Takes an article's quotations; with the ``length`` of its text (code points) a tick stands for each."""
        self.set_count(len(rows))
        self.set_ticks([row.spans[0].start / length for row in rows] if length else [])

    def set_current(self, number: int | None) -> None:
        """Marks the tick of the quotation in view."""
        self._current = number
        self.update()

    def set_ticks(self, fractions: list[float] | tuple[float, ...], current: int | None = None) -> None:
        """Where quotations begin, as parts of the strip's height from 0 to 1; ``current`` is the number of one."""
        self._ticks, self._current = tuple(fractions), current
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._theme.size("quotes", "strip")
        return QSize(wide, self.label_end())

    def label_end(self) -> int:
        """Where the words end, in px from the top."""
        gap = spaces(self._theme)
        words = advance(self.text(), self._theme.font("small"))
        return 3 * gap.small + int(self._theme.size("icon_small")) + words

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("hover" if self.underMouse() else "pane"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
        self._paint_label(painter)
        for number, fraction in enumerate(self._ticks):
            self._paint_tick(painter, round(fraction * self.height()), number == self._current)
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)

    def _paint_label(self, painter: QPainter) -> None:
        theme, gap, size = self._theme, spaces(self._theme), self._theme.size("icon_small")
        left = (self.width() - size) // 2
        theme.icon("quotes", "text", size).paint(painter, QRect(left, gap.small, size, size))
        font = theme.font("small")
        painter.save()
        painter.setFont(font)
        painter.setPen(theme.colour("text_secondary"))
        painter.translate(self.width(), gap.small + size + gap.small)
        painter.rotate(90)
        painter.drawText(0, round(baseline(font, 0, self.width())), self.text())
        painter.restore()

    def _paint_tick(self, painter: QPainter, top: int, current: bool) -> None:
        theme, thick = self._theme, self._theme.size("reading", "bar")
        width = self.width() - 2 * (spaces(theme).small + 1)
        left = (self.width() - width) // 2
        if top < self.label_end():  # beside the words, not over them
            left, width = 1, spaces(theme).small - thick
        colour = theme.colour("bar_current" if current else "bar")
        painter.fillRect(QRectF(left, top, width, thick), colour)
