"""Which quotation is being read: the card beside the text follows the scrolling."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.spans import Span
from reader.gui.page.layers import Layers
from reader.gui.page.quotes import being_read
from reader.gui.page.scrolling import Scrolling
from reader.gui.page.where import Where

READING_LINE = 1 / 3
"""How far down the page one reads, as a share of what is seen; at the end of an article one reads to the bottom."""


class Tracking(QObject):
    """Keeps ``quotation`` of the layers. One that was chosen stays current as long as it is in view."""

    changed = Signal(object)
    """The number of the quotation that is being read, or None."""

    def __init__(self, layers: Layers, where: Where, scrolling: Scrolling) -> None:
        super().__init__(scrolling)
        self._layers, self._where, self._scrolling = layers, where, scrolling
        self._chosen = False
        # The window fills its list of quotations after it has shown the article: only then it can be told of one.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.changed.emit(layers.quotation))

    def choose(self, number: int | None) -> None:
        """Makes a quotation the current one."""
        self._layers.quotation = number
        self._chosen = number is not None
        self._later.stop()

    def arrive(self, span: Span) -> None:
        """The reader jumps to a place: the quotation that it is in becomes the current one."""
        touched = self._layers.quotes.touching(span)
        if touched:
            number = next((number for number, content in touched if content == span), touched[0][0])
            self.choose(number)
            self.changed.emit(number)

    def begin(self) -> None:
        """Another article is shown, from its top."""
        self._chosen = False
        self._layers.quotation = self._find()
        self._later.start()

    def follow(self) -> bool:
        """The page has moved; True when another quotation is current."""
        current = self._find()
        if current == self._layers.quotation:
            return False
        self._layers.quotation = current
        self.changed.emit(current)
        return True

    def _find(self) -> int | None:
        quotes = self._layers.quotes
        if not quotes.all:
            return None
        seen = dict.fromkeys(number for number, _ in quotes.touching(self._scrolling.seen))
        if self._chosen and self._layers.quotation in seen:
            return self._layers.quotation
        self._chosen = False
        tops = [(number, self._where.line_of(quotes.all[number].content[0].start)[0]) for number in seen]
        return being_read(tops, self._where.scrolled + self._reading_line())

    def _reading_line(self) -> float:
        """How far below the top one reads, in px; it glides to the bottom as the end of the article comes up."""
        where = self._where
        line, left = where.height * READING_LINE, where.left_below
        way = min(where.height - line, where.scrolled + (left or 0))
        if left is None or left >= way:
            return line
        return line + (where.height - line) * (1 - left / way)
