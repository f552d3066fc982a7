"""The two texts of "Original beside cleaned": every piece at the left, the article with its marks in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reader.core.rows import Reading
from reader.gui.look import Theme
from reader.gui.page.browser import PageBrowser
from reader.gui.page.layers import Layers
from reader.gui.page.marks import marks_of
from reader.gui.page.paragraphs import Paragraph
from reader.gui.page.quotes import quotes_of
from reader.gui.pages.original_scroll import Pair, TiedBars
from reader.gui.pages.original_words import cleaned_paragraphs, original_paragraphs

MOST_LETTERS = 300_000
"""Code points of an article whose texts are tied piece by piece; it takes their whole layout. Longer ones go evenly."""
EDGE = 24
"""Px that are to be seen above and below the current removal."""


class Texts:
    """Fills two browsers with an article and keeps them beside each other. It is no widget itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.original = PageBrowser(theme, Layers(), parent)
        self.cleaned = PageBrowser(theme, Layers(), parent)
        for browser in (self.original, self.cleaned):
            browser.setViewportMargins(0, 0, 0, 0)  # no ruler stands beside them
        self._theme = theme
        self._reading: Reading | None = None
        self._current: int | None = None
        self._zoom = 0
        self._ties = TiedBars(self.original, self.cleaned, self._pairs)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.original.set_theme(theme)
        self.cleaned.set_theme(theme)

    def show_reading(self, reading: Reading | None, zoom: int) -> None:
        """Shows both texts of an article from their tops, or nothing."""
        self._reading, self._current, self._zoom = reading, None, zoom
        layers = self.cleaned.layers
        layers.marks = marks_of(reading, self._theme.family) if reading else type(layers.marks)(())
        layers.quotes = quotes_of(reading) if reading else type(layers.quotes)(())
        self.original.layers.removal = None
        shown = original_paragraphs(reading.article) if reading else ()
        self.original.show_paragraphs(reading.article.text if reading else "", shown, zoom)
        self._fill_cleaned()
        self._ties.forget()

    def set_current(self, number: int | None) -> None:
        """Frames a removal in the original, and says in the cleaned text where it stood."""
        self._current = self.original.layers.removal = number
        top = self.cleaned.verticalScrollBar().value()
        self._fill_cleaned()
        self.cleaned.verticalScrollBar().setValue(top)
        self.original.viewport().update()
        self._ties.forget()

    def scroll_to(self, top: int) -> None:
        """Scrolls the original to where it stood once, and the cleaned text with it."""
        last = len(self.original.built.paragraphs) - 1
        self.original.where.line_of(len(self._reading.article.text) if self._reading else 0)  # laid out down to there
        if last >= 0:
            _box(self.original, last)
        self.original.verticalScrollBar().setValue(top)

    def go_to_current(self) -> None:
        """Brings the current removal into view in both texts, if it is not in view in both already."""
        places = [
            (browser, _box(browser, number))
            for browser in (self.original, self.cleaned)
            for number, key in _keys(browser.built.paragraphs, self._current)
            if key == "here"
        ]
        if places and not all(_in_view(browser, box) for browser, box in places):
            top, bottom = places[0][1]
            self._ties.go_to((top + bottom) / 2)

    def _fill_cleaned(self) -> None:
        shown = cleaned_paragraphs(self._reading, self._current) if self._reading else ()
        self.cleaned.show_paragraphs(self._reading.article.text if self._reading else "", shown, self._zoom)

    def _pairs(self) -> Iterator[Pair]:
        """Where the same pieces stand in both texts, and where the current removal stands and stood."""
        if self._reading is None or len(self._reading.article.text) > MOST_LETTERS:
            return
        there = {key: _middle(self.cleaned, n) for n, key in _keys(self.cleaned.built.paragraphs, None)}
        for n, key in _keys(self.original.built.paragraphs, self._current):
            if key in there:
                yield _middle(self.original, n), there[key]


def _keys(paragraphs: tuple[Paragraph, ...], current: int | None) -> Iterator[tuple[int, int | str]]:
    """(number of the block, what ties it to the other text) for each paragraph that has a partner."""
    for number, one in enumerate(paragraphs):
        if one.span is not None:
            yield number, one.span.start
        elif one.style == "here" or (one.removal is not None and one.removal == current):
            yield number, "here"


def _middle(browser: PageBrowser, number: int) -> float:
    top, bottom = _box(browser, number)
    return (top + bottom) / 2


def _in_view(browser: PageBrowser, box: Pair) -> bool:
    top = browser.verticalScrollBar().value()
    return top <= box[0] - EDGE and box[1] + EDGE <= top + browser.viewport().height()


def _box(browser: PageBrowser, number: int) -> Pair:
    """Top and bottom of a block, in px of the document, which is laid out down to there."""
    document = browser.document()
    box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
    return box.top(), box.bottom()
