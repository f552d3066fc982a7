"""The search side of the window: hits as one types, Enter and F3 from one to the next, Esc back to the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.article import ArticleId
from reader.core.query import Note
from reader.core.query_parser import parse
from reader.core.reasons import Reason
from reader.core.rows import ArticleRow
from reader.core.search import Hit, Page
from reader.core.spans import Span
from reader.gui import questions
from reader.gui.jobs import Jobs
from reader.gui.opening import DAMAGED, explained
from reader.gui.page import ArticlePage
from reader.gui.panes import HitList
from reader.gui.search_field import SearchField

HITS = 50
"""Hits that are asked for at a time."""


class Searching(QObject):
    """Asks with every key; the newest question wins."""

    opened = Signal()
    """A search stands in the list's place now."""
    closed = Signal()
    hit_chosen = Signal(object)
    """The id of the article to open."""
    sought = Signal(str)
    """The words to be marked in articles."""
    found = Signal(object)
    """The newest ``Page``."""
    misread = Signal()
    """Nothing was sought: the query cannot be read."""
    refused = Signal(object)
    """A ``Reason`` that is about more than the query."""
    index_missed = Signal()
    """The index is not ready; it has to be made anew."""

    def __init__(
        self, jobs: Jobs, field: SearchField, pane: HitList, text: ArticlePage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._field = field
        self._pane = pane
        self._text = text
        self._hits: tuple[Hit, ...] = ()
        self.page: Page | None = None
        """The newest answer."""
        self._current: ArticleId | None = None
        self._taken = ""
        self._order = "relevance"
        self.active = False
        field.typed.connect(self._typed)
        field.taken.connect(self._take)
        pane.hit_chosen.connect(self._open)
        pane.more_wanted.connect(self._fetch_more)
        pane.query_proposed.connect(self.search_for)
        pane.sort_chosen.connect(self._sort)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits so far."""
        return self._hits

    @property
    def words(self) -> str:
        """What is sought, as typed."""
        return self._field.text().strip()

    def search_for(self, typed: str) -> None:
        """Searches for something as if it had been typed and taken."""
        self._field.setText(typed)
        self._take()

    def close(self) -> bool:
        """Ends the search; False when there was none."""
        if not self.active and not self._field.text():
            return False
        for topic in ("search", "hits"):
            self._jobs.forget(topic)
        self.active = False
        self._hits, self._current, self._taken = (), None, ""
        self._field.clear()
        self.sought.emit("")
        self.closed.emit()
        return True

    def next(self, back: bool = False) -> None:
        """The next place of the words in this article, else the first one in the next hit."""
        if self._current is not None and self._text.next_hit(back):
            return
        self.step(-1 if back else 1)

    def step(self, by: int) -> None:
        """Opens the next or the previous hit; stays at either end."""
        self._pane.step(by)

    def refresh(self) -> None:
        """Searches again: the index has learned more."""
        if self.active and self._current is None:
            self._ask(self.words, typing=True)

    def warm(self) -> None:
        """Makes the first search as quick as the others."""
        self._jobs.ask("warm", questions.warm, lambda _: None, self._miss_index)

    def rows_changed(self, ids: Sequence[ArticleId]) -> None:
        """Articles among the hits were read or starred."""
        if wanted := tuple(hit.id for hit in self._hits if hit.id in ids):
            self._jobs.ask("", partial(questions.rows, ids=wanted), self._show_rows)

    # what the reader does

    def _typed(self, _text: str) -> None:
        if not self.words:
            self.close()
            return
        self._taken = ""
        self._ask(self.words, typing=True)

    def _take(self) -> None:
        if not self.words:
            return
        if self._taken == self.words:
            self.next()
            return
        self._taken = self.words
        self._ask(self.words, typing=False)

    def _sort(self, order: str) -> None:
        self._order = order
        self._ask(self.words, typing=True)

    def _open(self, id: ArticleId) -> None:
        self._current = id
        self._pane.choose(id)
        self.hit_chosen.emit(id)

    # questions and answers

    def _ask(self, typed: str, *, typing: bool) -> None:
        question = partial(questions.found, typed=typed, limit=HITS, offset=0, sort=self._order, typing=typing)
        self._jobs.forget("hits")
        self._jobs.ask("search", question, partial(self._show, typed, typing), self._refuse)

    def _fetch_more(self, offset: int) -> None:
        question = partial(questions.found, typed=self.words, limit=HITS, offset=offset, sort=self._order, typing=True)
        self._jobs.ask("hits", question, self._add, self._refuse)

    def _show(self, typed: str, typing: bool, page: Page) -> None:
        self.page, self._hits, self._current = page, page.hits, None
        self._enter()
        notes = () if page.understood else parse(typed, typing=typing).notes
        if notes:  # all of it was left out
            self._explain(notes[0])
            return
        self._pane.set_page(page, page.hits)
        self.found.emit(page)
        self.sought.emit(typed)
        if not typing and page.hits:
            self._open(page.hits[0].id)

    def _add(self, page: Page) -> None:
        self._hits = (*self._hits, *page.hits)
        self._pane.set_page(page, self._hits)

    def _show_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        new = {row.id: row for row in rows}
        self._hits = tuple(replace(hit, row=new.get(hit.id, hit.row)) for hit in self._hits)
        if self.page is not None and self._hits:
            self._pane.set_page(self.page, self._hits)

    def _refuse(self, reason: Reason) -> None:
        self._enter()
        self._explain(parse(self.words).error or Note(Span(0, 0), reason))
        self._miss_index(reason)
        if reason.code in DAMAGED:
            self.refused.emit(reason)

    def _explain(self, note: Note) -> None:
        self.page, self._hits, self._current = None, (), None
        self._pane.set_error(explained(note.reason), self.words, note.span if len(note.span) else None)
        self.sought.emit("")
        self.misread.emit()

    def _miss_index(self, reason: Reason) -> None:
        if reason.code == "index-unready":
            self.index_missed.emit()

    def _enter(self) -> None:
        if not self.active:
            self.active = True
            self.opened.emit()
