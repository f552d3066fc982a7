""" "Original beside cleaned" as it is seen: the original, the cleaned text, and the list of what was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.core.rows import Reading
from reader.gui.frame import paint
from reader.gui.look import Theme
from reader.gui.pages.original_heads import Segments, TextHead
from reader.gui.pages.original_list import RemovalList
from reader.gui.pages.original_questions import Told
from reader.gui.pages.original_saved import SavedBrowser
from reader.gui.pages.original_texts import Texts
from reader.gui.pages.original_words import (
    length_words,
    not_shown_words,
    original_facts,
    place_words,
    removal_rows,
    wanted_words,
)
from reader.gui.pages.page_head import on_paper
from reader.gui.pages.page_keys import PageKeys
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces
from reader.gui.status_bar import LinkButton

if TYPE_CHECKING:
    from reader.services.originals import SavedOriginal

LIST = 288
"""Width of the list, in px (screens.md, A9)."""
BELOW = 1180
"""A page narrower than this has the list under its texts."""
PIECES, SAVED = "pieces", "saved"
"""The ways to see the original."""


class OriginalView(QWidget):
    """Shows what was told of an article and its original, and asks nothing. Removals are numbered from 0."""

    moved = Signal()
    """Another removal is current."""
    way_chosen = Signal(str)
    acted = Signal(str)
    """ "back" or "always", for the current removal."""
    save_asked = Signal()
    removal_menu_asked = Signal(int, QPoint)
    line_menu_asked = Signal(int, QPoint)
    """An offset of the cleaned text, and a global point."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._current: int | None = None
        self._newest = True
        self._by_reason = False
        self._top = 0
        self._arriving = QTimer(self, singleShot=True, interval=0)
        self._make(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.list)

    def _make(self, theme: Theme) -> None:
        self.texts = Texts(theme, self)
        self.texts.original.setAccessibleName(self.tr("Original"))
        self.texts.cleaned.setAccessibleName(self.tr("Cleaned"))
        self.saved = SavedBrowser(theme)
        self.list = RemovalList(theme)
        self.original_head = TextHead(theme, self.tr("Original"))
        self.cleaned_head = TextHead(theme, self.tr("Cleaned"))
        self.ways = Segments(theme, {PIECES: self.tr("Pieces"), SAVED: self.tr("As saved")})
        self.save = LinkButton(theme, self.tr("Save original…"))
        self.original_head.add(self.ways, self.save)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.hide()
        self._edges = tuple(QWidget() for _ in range(2))

    def _connect(self) -> None:
        self._arriving.timeout.connect(self._arrive)
        self.list.removal_chosen.connect(self.choose)
        self.list.acted.connect(self.acted)
        self.list.menu_asked.connect(self._ask_menu)
        self.list.sorted_by.connect(self._sort)
        self.ways.chosen.connect(self.way_chosen)
        self.save.clicked.connect(self.save_asked)
        original, cleaned = self.texts.original, self.texts.cleaned
        original.removal_clicked.connect(lambda number, _: self.choose(number))
        original.removal_menu_asked.connect(self._ask_menu)
        cleaned.menu_asked.connect(self._ask_line_menu)
        PageKeys(self, {"Up": lambda: self.step(-1), "Down": lambda: self.step(1)})

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        on_paper(self, theme)
        for part in (self.texts, self.saved, self.list, self.ways, self.save):
            part.set_theme(theme)
        for head in (self.original_head, self.cleaned_head):
            head.take_theme(theme)
        dress(self._note, theme, "ui", "text_secondary")
        gap = spaces(theme)
        self._note.setContentsMargins(gap.gutter + gap.tight, gap.large, gap.gutter, gap.large)
        for edge in self._edges:
            paint(edge, theme)

    # what is shown

    @property
    def current(self) -> int | None:
        """The number of the current removal."""
        return self._current

    def set_told(self, told: Told, zoom: int) -> None:
        """Shows an article with its original."""
        reading, self._newest = told.reading, told.newest
        self._reading = reading
        self._current = None
        self.original_head.facts.set_words(original_facts(told.original), reading.article.origin.path)
        self.cleaned_head.facts.set_words(length_words(reading.article))
        self.save.setEnabled(told.original.kind != "lost")
        self.texts.show_reading(reading, zoom)
        self._list_rows()

    def show_trouble(self, words: str) -> None:
        """Says why there is no article to show."""
        self._reading = self._current = None
        self.original_head.facts.set_words("")
        self.cleaned_head.facts.set_words("")
        self.texts.show_reading(None, 0)
        for text in (self.texts.original, self.texts.cleaned):
            text.hint = ""
        self.save.setEnabled(False)
        self.list.set_rows((), (), words)

    def show_way(self, way: str) -> None:
        """Shows the original in pieces or as it was saved."""
        self.ways.choose(way)
        self._stack.setCurrentWidget(self.texts.original if way == PIECES else self._saved_pane)

    def show_saved(self, original: SavedOriginal) -> None:
        """Shows the original as it was saved."""
        words = not_shown_words(original)
        self._note.setText(words)
        self._note.setVisible(bool(words))
        shown = original.kind in ("html", "text")
        self.saved.setVisible(shown)
        if shown:
            self.saved.show_original(original)
            self._mark_saved()

    def choose(self, number: int | None, *, top: int = 0) -> None:
        """Goes to a removal, in the list and in the texts; ``top`` is how far the original was scrolled before."""
        if number is not None and all(row.number != number for row in self.list.rows):
            return
        self._current = number
        self.list.set_current(number)
        self.texts.set_current(number)
        self._top = top
        self._arriving.start()  # what was filled anew is laid out by then
        self.moved.emit()

    def step(self, by: int) -> None:
        """Goes to the next (+1) or previous (-1) removal of the list; past the last one it stays."""
        numbers = [row.number for row in self.list.rows]
        at = numbers.index(self._current) + by if self._current in numbers else 0
        if 0 <= at < len(numbers):
            self.choose(numbers[at])

    def place_words(self) -> str:
        """ "removal 3 of 8, 14% of the page"."""
        return place_words(self._reading.article, self._current) if self._reading else ""

    def note(self) -> str:
        """What is said in the place of the original, or above it."""
        return self._note.text() if not self._note.isHidden() else ""

    def links(self) -> tuple[tuple[str, str], ...]:
        """What can be done with the current removal: nothing in a version that has a newer one."""
        reading = self._reading
        if reading is None or not self._newest:
            return ()
        back = ("back", self.tr("Give back"))
        publication = reading.article.publication
        always = (("always", self.tr("Always keep for {0}").format(publication)),) if publication else ()
        return (back, *always)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._arriving.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arriving.start()

    # inside

    def _arrive(self) -> None:
        top, self._top = self._top, 0
        if top:
            self.texts.scroll_to(top)
        else:
            self.texts.go_to_current()
        self._mark_saved()

    def _mark_saved(self) -> None:
        """Shows the current removal in the original as it was saved."""
        if self._reading is not None and self.saved.isVisible():
            self.saved.mark(*wanted_words(self._reading.article, self._current))

    def _list_rows(self) -> None:
        rows = removal_rows(self._reading.article, by_reason=self._by_reason) if self._reading else ()
        had_keys = self.list.table.hasFocus()
        self.list.set_rows(rows, self.links(), self.tr("Nothing was removed."))
        self.setFocusProxy(self.list if rows else self.texts.original)
        if had_keys and not rows:  # Qt would give the keyboard of what is hidden to the tool bar
            self.texts.original.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, by_reason: bool) -> None:
        self._by_reason, current = by_reason, self._current
        self.list.set_order(by_reason=by_reason)
        self._list_rows()
        self.choose(current)

    def _ask_menu(self, number: int, at: QPoint) -> None:
        self.choose(number)
        self.removal_menu_asked.emit(number, at)

    def _ask_line_menu(self, offset: int | None, at: QPoint | None) -> None:
        if offset is not None and at is not None:
            self.line_menu_asked.emit(offset, at)

    def _lay_out(self) -> None:
        self._saved_pane = QWidget()
        column = QVBoxLayout(self._saved_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._note)
        column.addWidget(self.saved, 1)
        column.addStretch()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.texts.original)
        self._stack.addWidget(self._saved_pane)
        self._left, self._middle = QWidget(), QWidget()
        for side, parts in (
            (self._left, (self.original_head, self._stack)),
            (self._middle, (self.cleaned_head, self.texts.cleaned)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(parts[0])
            column.addWidget(parts[1], 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._edges[0], 0, 1)
        self._grid.addWidget(self._middle, 0, 2)
        for column_number in (0, 2):
            self._grid.setColumnStretch(column_number, 1)
        self._edges[0].setFixedWidth(1)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the texts there is room for the list, or it stands below them."""
        grid, edge = self._grid, self._edges[1]
        wide = self.width() >= BELOW
        for part in (edge, self.list):
            grid.removeWidget(part)
        self.list.setMinimumSize(LIST if wide else 0, 0)
        self.list.setMaximumSize(LIST if wide else 16_777_215, 16_777_215 if wide else self.height() // 3)
        edge.setMaximumSize(1 if wide else 16_777_215, 16_777_215 if wide else 1)
        edge.setMinimumSize(1, 1)
        if wide:
            grid.addWidget(edge, 0, 3)
            grid.addWidget(self.list, 0, 4)
        else:
            grid.addWidget(edge, 1, 0, 1, 3)
            grid.addWidget(self.list, 2, 0, 1, 3)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(2, 0 if wide else 1)
