"""Moving over the page: to a span, to a line, by a screen, to a place of the ruler."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.page.browser import PageBrowser
from reader.gui.page.motion import Glide, is_reduced

EDGE = 4
"""A line of which less than this is in view, in px, does not count as in view."""


class Scrolling(QObject):
    """Moves the scroll bar of the browser, and says so when it has come to rest."""

    moving = Signal()
    """The page moves; nothing that stands over it is in its place any more."""
    rested = Signal()
    """The page stands still at another place."""

    def __init__(self, theme: Theme, browser: PageBrowser) -> None:
        super().__init__(browser)
        self._browser, self._where = browser, browser.where
        self._bar = browser.verticalScrollBar()
        self._quiet = False
        self._glide = Glide(theme, self._bar, self)
        self._glide.ended.connect(self.rested)
        self._bar.valueChanged.connect(self._moved)
        self._bar.sliderPressed.connect(self.stop)
        browser.moved_by_hand.connect(self.stop)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Says nothing of what moves inside: the page is being filled, and nothing on it stands where it should."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def stop(self) -> None:
        """Stays where the page is."""
        if self._glide.is_moving:
            self._glide.stop()
            self.rested.emit()

    @property
    def top_offset(self) -> int:
        """The offset at which the first line in view begins."""
        return self._where.offset_of_line(EDGE)

    @property
    def seen(self) -> Span:
        """From the first line in view to the beginning of the last one."""
        return Span(self.top_offset, self._where.offset_of_line(self._where.height - EDGE) + 1)

    def reveal(self, span: Span) -> None:
        """Brings the beginning of a span into view: its line goes to a third of the height."""
        top, bottom = self._where.line_of(span.start)
        height, margin = self._where.height, self._browser.styles["body"].step
        if self._where.scrolled + margin <= top and bottom <= self._where.scrolled + height - margin:
            return
        self._glide.to(int(top) - height // 3, screen=height, reduced=is_reduced(self._browser))

    def to_offset(self, offset: int) -> None:
        """Puts the line of an offset at the top; offset 0 is the top of the page."""
        self._glide.stop()
        self._bar.setValue(int(self._where.line_of(offset)[0]) if offset else 0)

    def by_page(self, down: bool) -> bool:
        """Moves by a screen less a line; False at the end, or at the beginning where it goes up."""
        self._glide.stop()
        if self._bar.value() >= self._bar.maximum() if down else self._bar.value() <= self._bar.minimum():
            return False
        step = self._where.height - self._browser.styles["body"].step
        self._bar.setValue(self._bar.value() + (step if down else -step))
        return True

    def to_share(self, share: float) -> None:
        """Puts a place into the middle; ``share`` is its height from 0 to 1 of the whole article's."""
        self._glide.stop()
        self._bar.setValue(round(share * self._where.height_laid - self._where.height / 2))

    def _moved(self) -> None:
        if self._quiet:
            return
        self.moving.emit()
        if not self._glide.is_moving:
            self.rested.emit()
