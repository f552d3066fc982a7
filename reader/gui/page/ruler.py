"""The ruler beside the scroll bar: where in the article quotations, mentions and hits stand. A click goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.page.browser import PageBrowser
from reader.gui.page.geometry import Heights

SETTLE_MS = 60
"""A long article is laid out bit by bit; the ruler is drawn anew at most this often meanwhile."""


MOST_TICKS = 2_000
"""Of one sort; the ruler is about a thousand px long."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tick:
    """A sign on the ruler, from the top of the document."""

    top: float
    bottom: float
    colour: str
    lane: bool
    """Whether it stands in the lane of quotations."""
    family: str = ""
    """Of a mention, whose line gives the colour."""


def scaled(at: float, whole: float, length: int) -> int:
    """Where a place of a document ``whole`` px high stands on a ruler of ``length`` px."""
    return round(at * length / whole) if whole > 0 else 0


def thinned(things: Sequence[T], most: int = MOST_TICKS) -> Sequence[T]:
    """Evenly fewer of them where there are more than can be told apart."""
    return things[:: -(-len(things) // most)] if len(things) > most else things


class Ruler(QWidget):
    """Reads the layers of the browser; it is told when they have changed."""

    place_asked = Signal(float)
    """A place of the article as a share of its height, from 0 to 1."""

    def __init__(self, theme: Theme, browser: PageBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        self._ticks: tuple[Tick, ...] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.renew)  # by then it is no longer active
        self.setFixedWidth(theme.size("ruler", "width"))
        self.setAccessibleName(self.tr("Places in the article"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._pad: int = theme.token("space")[1]
        self.update()

    def renew(self) -> None:
        """The layers have changed."""
        if not self._timer.isActive():
            self._ticks = None
            self.update()

    def clear(self) -> None:
        """Another document is shown. The text comes first; what stands on the ruler follows."""
        self._ticks = ()
        self._timer.start()
        self.update()

    def renew_soon(self, *_size: object) -> None:
        """The document grows while it is laid out."""
        if not self._timer.isActive():
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        if self._ticks is None:
            self._ticks = tuple(self._find_ticks())
        height = self._browser.where.height_laid
        for tick in self._ticks:
            painter.fillRect(self._place(tick, height), self._colour(tick))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            length = max(1, self.height() - 2 * self._pad)
            self.place_asked.emit(min(1.0, max(0.0, (event.position().y() - self._pad) / length)))

    # what stands on it

    def _find_ticks(self) -> Iterator[Tick]:
        layers, heights = self._browser.layers, self._browser.where.heights()
        if layers.quotations:
            for quotation in thinned(layers.quotes.all):
                yield from self._stretch(heights, quotation.content, "bar")
            if layers.quotation is not None:
                yield from self._stretch(heights, layers.quotes.all[layers.quotation].content, "bar_current")
        for span in thinned(layers.hits.spans):
            yield from _tick(heights, span, "hit_line")
        for mark in thinned(layers.marks.of(layers.chosen)) if layers.chosen is not None else ():
            if layers.shows(mark):
                here = layers.place is not None and layers.place.overlaps(mark.span)
                yield from _tick(heights, mark.span, "text" if here else "", mark.family)

    def _stretch(self, heights: Heights, content: tuple[Span, ...], colour: str) -> Iterator[Tick]:
        top, last = heights.top(content[0].start), heights.top(content[-1].end - 1)
        if top is not None and last is not None:
            yield Tick(top, last + self._browser.styles["body"].step, colour, True)

    def _place(self, tick: Tick, height: float) -> QRect:
        spec = self._theme.size("ruler")
        length = self.height() - 2 * self._pad
        top = self._pad + scaled(tick.top, height, length)
        if tick.lane:
            bottom = self._pad + scaled(tick.bottom, height, length)
            return QRect(0, top, spec["quote_lane"], max(spec["tick"][1], bottom - top - 1))
        wide, high = spec["tick"]
        return QRect(spec["quote_lane"] + spec["tick"][1], top, wide, high)

    def _colour(self, tick: Tick) -> QColor:
        return self._theme.colour(tick.colour) if tick.colour else self._theme.line(tick.family)


def _tick(heights: Heights, span: Span, colour: str, family: str = "") -> Iterator[Tick]:
    top = heights.top(span.start)
    if top is not None:
        yield Tick(top, top, colour, False, family)
