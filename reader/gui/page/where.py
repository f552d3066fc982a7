"""Where things stand on the page: offsets, lines and points of the viewport, asked of the browser's layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextBlock

from reader.gui.page.geometry import Heights, Laid, Sight, block_at, laid_out, line_at

if TYPE_CHECKING:
    from reader.gui.page.browser import PageBrowser

REACH = 24
"""Px above and below what is to be painted that its pads, rules and grounds may come from."""


class Where:
    """Keeps nothing: every answer is that of the moment. Qt lays a long document out only as far as it is asked."""

    def __init__(self, browser: PageBrowser) -> None:
        self._browser = browser

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in px."""
        return self._browser.verticalScrollBar().value()

    @property
    def height(self) -> int:
        """Of what is seen, in px."""
        return self._browser.viewport().height()

    @property
    def height_laid(self) -> int:
        """How high the document is, as far as it is laid out, in px; at least as high as the viewport."""
        return self._browser.verticalScrollBar().maximum() + self._browser.verticalScrollBar().pageStep()

    def offset_at(self, point: QPoint) -> int | None:
        """The offset of the letter at a point of the viewport, or None beside the letters."""
        layout = self._browser.document().documentLayout()
        place = QPointF(point) + QPointF(0, self.scrolled)
        position = layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)
        map = self._browser.built.map
        return map.offset(position) if position >= 0 and map.holds(position) else None

    def offset_of_line(self, y: int) -> int:
        """The offset at which the line begins that stands ``y`` px below the top of the viewport."""
        block = self._block_at(y + self.scrolled)
        return self._browser.built.map.offset(block.position() + line_at(block, y + self.scrolled))

    def line_of(self, offset: int) -> tuple[float, float]:
        """Top and bottom of the line that holds an offset, in px of the document."""
        position = self._browser.built.map.position(offset)
        block = self._browser.document().findBlock(position)
        # Asking for its box has it laid out; the scroll bar would learn of that only later.
        box = self._browser.document().documentLayout().blockBoundingRect(block)
        bar = self._browser.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), int(box.bottom()) - bar.pageStep()))
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return box.top(), box.bottom()
        top = block.layout().position().y() + line.y()
        return top, top + line.height()

    @property
    def left_below(self) -> float | None:
        """How much of the article stands below what is seen, in px; None where it is not laid out to its end."""
        last = self._browser.document().lastBlock()
        layout = last.layout()
        if not layout.lineCount():
            return None
        end = layout.position().y() + layout.boundingRect().height()
        return max(0.0, end + self._browser.document().rootFrame().frameFormat().bottomMargin() - self.bottom)

    @property
    def bottom(self) -> int:
        """Where what is seen ends, in px of the document."""
        return self.scrolled + self.height

    def heights(self) -> Heights:
        """Where the whole text stands, as far as it is laid out: close enough for the ruler, and quick."""
        starts: list[int] = []
        tops: list[float] = []
        block = self._browser.document().firstBlock()
        for paragraph in self._browser.built.paragraphs:
            layout = block.layout()
            if not layout.lineCount():
                break
            if paragraph.span is not None:
                last = layout.lineAt(layout.lineCount() - 1)
                top = layout.position().y()
                starts += (paragraph.span.start, paragraph.span.end)
                tops += (top, top + last.y())
            block = block.next()
        return Heights(starts, tops)

    def paragraphs(self, sight: Sight) -> Iterator[Laid]:
        """The paragraphs that can be seen, from top to bottom."""
        built, styles = self._browser.built, self._browser.styles
        block = self._block_at(int(sight.top) + sight.scroll)
        while block.isValid():
            paragraph = built.paragraph(block)
            if paragraph is None or block.layout().position().y() - sight.scroll > sight.bottom:
                return
            yield laid_out(block, paragraph, styles[paragraph.style], built.map, sight)
            block = block.next()

    def sight(self, rect: QRect | None = None) -> Sight:
        """The part of the viewport that is to be painted, or all of it."""
        rect = self._browser.viewport().rect() if rect is None else rect
        left, width = self._browser.column
        ratio = self._browser.devicePixelRatioF()
        return Sight(self.scrolled, rect.top() - REACH, rect.bottom() + REACH, left, width, ratio)

    def _block_at(self, y: int) -> QTextBlock:
        """The block that holds a height of the document, or the space under it."""
        # Qt's own answer is the end of the document for a point in the margin; but asking lays out down to there.
        self._browser.document().documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        return block_at(self._browser.document(), y)
