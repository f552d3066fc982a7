"""The chosen entity: what the panel shows of it, and the way from one mention to the next, also into other articles."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.article import ArticleId
from reader.core.rows import ConcordanceLine, Reading
from reader.core.spans import Span
from reader.gui import questions
from reader.gui.jobs import Jobs
from reader.gui.page import ArticlePage
from reader.gui.panes import EntityPanel


class Mentions(QObject):
    """Keeps panel and page at the same entity. The lines keep their order while the reader walks through them."""

    place_chosen = Signal(object, object, bool)
    """An article's id, a span to go to, and whether the reader is only looking (arrow keys in the panel)."""
    stepped = Signal(object, object)
    """Number of the current mention from 1, and how many there are."""
    shown = Signal()
    """An entity stands in the panel."""
    let_go = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, page: ArticlePage, panel: EntityPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._page = page
        self._panel = panel
        self._known: questions.Known | None = None
        self._entity: int | None = None
        self._last: int | None = None
        self._here: ArticleId | None = None
        self._line: int | None = None
        self._walked_to: ArticleId | None = None
        self._looking = False
        panel.line_chosen.connect(self._take_line)
        panel.entered.connect(partial(page.setFocus, Qt.FocusReason.OtherFocusReason))
        panel.quotation_chosen.connect(self._go_to_quotation)
        panel.step_asked.connect(self.step)
        panel.closed.connect(self.release)

    @property
    def entity(self) -> int | None:
        """The id of the chosen entity."""
        return self._entity

    @property
    def lines(self) -> tuple[ConcordanceLine, ...]:
        """Its mentions, as the panel lists them."""
        return self._known.lines if self._known else ()

    def choose(self, entity: int, here: ArticleId | None, span: Span | None = None, tab: str = "mentions") -> None:
        """Chooses an entity, as it is mentioned at ``span`` of the article ``here``.

        Who asks for what it said wants to read in the panel: the keyboard goes there.
        """
        self._ask(entity, here, span, tab, keys=tab == "quotations")

    def release(self) -> None:
        """Lets go of the entity."""
        if self._entity is None:
            return
        self._jobs.forget("entity")
        self._last, self._entity, self._known, self._line = self._entity, None, None, None
        self._page.set_chosen_entity(None)
        self.let_go.emit()

    def choose_again(self, here: ArticleId | None) -> bool:
        """Chooses the entity that was let go of last; False when there was none."""
        if self._last is None:
            return False
        self.choose(self._last, here)
        return True

    def follow(self, reading: Reading) -> None:
        """Another article is open: its mentions come first. Where one of them led there, all keep their order."""
        if self._entity is None:
            return
        self._page.set_chosen_entity(self._entity)
        id, walked_to = reading.article.id, self._walked_to
        self._walked_to = None
        if id != walked_to:
            self._bring_first(id)
        elif not self._looking:
            self._group(id)

    def refresh(self) -> None:
        """The library has learned more: the panel is filled anew."""
        if self._entity is not None:
            line = self._current_line()
            self._ask(self._entity, self._here, line.span if line else None)

    def step(self, by: int) -> None:
        """Goes to the next or previous mention; round at the end."""
        lines = self.lines
        if lines:
            start = self._line if self._line is not None else (-1 if by > 0 else 0)
            self._go_to_line((start + by) % len(lines))

    # answers and choices

    def _ask(
        self, entity: int, here: ArticleId | None, span: Span | None = None, tab: str = "", *, keys: bool = False
    ) -> None:
        """Has the panel filled; without ``tab`` it stays at the one it shows."""
        self._entity = entity
        self._here = here
        self._page.set_chosen_entity(entity)
        question = partial(questions.known, entity=entity, here=here)
        self._jobs.ask("entity", question, partial(self._show, span, tab, keys), self.refused.emit)

    def _show(self, span: Span | None, tab: str, keys: bool, known: questions.Known) -> None:
        self._known = known
        self._line = line_at(known.lines, self._here, span)
        self._panel.set_entity(known.entity, known.lines, known.quotations, self._here)
        self._panel.show_tab(tab or self._panel.tab())
        self.shown.emit()
        if keys:
            self._panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_line()

    def _take_line(self, index: int, final: bool) -> None:
        self._go_to_line(index, looking=not final)

    def _go_to_line(self, index: int, looking: bool = False) -> None:
        if self._known is None or index >= len(self._known.lines):
            return
        self._line = index
        line = self._known.lines[index]
        self._walked_to, self._looking = line.article, looking
        self._tell_line()
        self.place_chosen.emit(line.article, line.span, looking)
        if not looking and self._is_open(line.article):
            self._group(line.article)

    def _go_to_quotation(self, index: int) -> None:
        if self._known is not None and index < len(self._known.quotations):
            row = self._known.quotations[index]
            self._walked_to = None
            self.place_chosen.emit(row.article, row.spans[0], False)
            if self._is_open(row.article):
                self._bring_first(row.article)

    def _is_open(self, article: ArticleId) -> bool:
        reading = self._page.reading
        return reading is not None and reading.article.id == article

    def _bring_first(self, here: ArticleId) -> None:
        """Has the mentions of another article come first; the walk begins anew there."""
        if self._entity is not None and here != self._here:
            self._ask(self._entity, here)

    def _group(self, here: ArticleId) -> None:
        """Lists the mentions of another article under its heading, each with the number that it has."""
        if self._known is not None and here != self._here:
            self._here = here
            self._panel.set_entity(self._known.entity, self._known.lines, self._known.quotations, here)
            self._panel.set_current_line(self._line)

    def _tell_line(self) -> None:
        self._panel.set_current_line(self._line)
        if self._line is not None and self._known is not None:
            total = max(self._known.entity.mentions, len(self._known.lines))
            self.stepped.emit(self._line + 1, total)

    def _current_line(self) -> ConcordanceLine | None:
        if self._known is None or self._line is None:
            return None
        return self._known.lines[self._line]


def line_at(lines: tuple[ConcordanceLine, ...], here: ArticleId | None, span: Span | None) -> int | None:
    """The line of the mention at a span of an article, if there is one."""
    if span is None:
        return None
    return next((n for n, line in enumerate(lines) if line.article == here and line.span.overlaps(span)), None)
