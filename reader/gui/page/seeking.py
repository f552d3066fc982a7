"""The places that are sought in the open article: those of a search of the library, or those of the find bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.spans import Span
from reader.gui.page.findbar import FindBar
from reader.gui.page.finding import FoldedText
from reader.gui.page.hits import Hits
from reader.gui.page.layers import Layers
from reader.gui.page.scrolling import Scrolling

NONE = Hits.of(())


class Seeking(QObject):
    """Keeps both, and lets the layers show the ones that count: the find bar's while it holds words."""

    changed = Signal(object, object)
    """The number of the current hit from 0, or None; and how many there are."""

    def __init__(self, bar: FindBar, layers: Layers, scrolling: Scrolling) -> None:
        super().__init__(bar)
        self._bar, self._layers, self._scrolling = bar, layers, scrolling
        self._text = ""
        self._folded: FoldedText | None = None
        self._search, self._found = NONE, NONE
        bar.words_changed.connect(self._find)
        bar.step_asked.connect(self.step)

    def set_text(self, text: str) -> None:
        """Another article is open: a search's places are gone, the words in the find bar are sought anew."""
        self._text, self._folded = text, None
        self._search = NONE
        self._find()

    def set_search(self, spans: tuple[Span, ...], current: int | None) -> None:
        """The places of a search of the library; ``current`` counts from 0."""
        self._search = Hits.of(spans, current)
        if not self._is_finding:
            self._show()

    def step(self, back: bool) -> bool:
        """Goes to the next or previous place; round in the find bar, else False where there is none left."""
        finding = self._is_finding
        hits = self._found if finding else self._search
        stepped = hits.stepped(back, self._scrolling.top_offset, around=finding)
        if stepped is None:
            return False
        if finding:
            self._found = stepped
        else:
            self._search = stepped
        self._show()
        return True

    @property
    def is_open(self) -> bool:
        """Whether the find bar is shown."""
        return not self._bar.isHidden()

    def open(self) -> None:
        """Shows the find bar with the keyboard in it."""
        self._bar.show()
        self._bar.field.setFocus()
        self._bar.field.selectAll()
        self._find()

    def close(self) -> None:
        """Hides the find bar; a search's places are shown again."""
        self._bar.hide()
        self._found = NONE
        self._show()

    @property
    def _is_finding(self) -> bool:
        return self.is_open and bool(self._bar.words)

    def _find(self) -> None:
        if self._is_finding:
            self._folded = self._folded or FoldedText(self._text)
            self._found = Hits.of(self._folded.find(self._bar.words)).nearest(self._scrolling.top_offset)
        else:
            self._found = NONE
        self._show()

    def _show(self) -> None:
        hits = self._found if self._is_finding else self._search
        self._layers.hits, self._layers.hit = hits.places, hits.current
        if hits.span is not None:
            self._scrolling.reveal(hits.span)
        self._bar.tell(hits.current, len(hits.places))
        self.changed.emit(hits.current, len(hits.places))
