"""The reading side of the window: the open article, its quotations, and the way back to where the reader was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.rows import QuotationRow, Reading
from reader.core.spans import Span
from reader.gui import questions
from reader.gui.history import History, PagePlace, Place, Spot
from reader.gui.jobs import Jobs
from reader.gui.page import ArticlePage
from reader.gui.pages import Pages
from reader.gui.panes import QuotationList, QuotationState, QuotationStrip


@dataclass(frozen=True, slots=True)
class Going:
    """On the way to an article: where in it, and what the journey is to leave behind."""

    id: ArticleId
    span: Span | None = None
    remember: bool = True
    """Whether it is a jump that one can go back from."""
    hit: bool = False
    """Whether to go to the first of the words that are sought."""
    looking: bool = False
    """Whether the reader is only walking past: one way back then leads over the whole walk."""


class Desk(QObject):
    """Opens articles and places in them. Every jump goes through ``open``."""

    opened = Signal(object)
    """The ``Reading`` that is now shown."""
    waited = Signal(bool)
    """True when an article takes long to come, False when the wait is over."""
    refused = Signal(object)
    """A ``Reason`` why an article could not be marked."""
    lost = Signal(object)
    """A ``Reason`` why an article could not be opened."""
    moved = Signal()
    """The ways back and forward are others now."""
    marked = Signal(object)
    """``Changes`` that came of reading or marking."""

    def __init__(
        self,
        jobs: Jobs,
        page: ArticlePage,
        quotations: QuotationList,
        strip: QuotationStrip,
        pages: Pages,
        parent: QObject | None = None,
        *,
        tell_after: int,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._page = page
        self._quotations = quotations
        self._strip = strip
        self._pages = pages
        self._going: Going | None = None
        self._late = QTimer(self, singleShot=True, interval=tell_after)
        self._late.timeout.connect(self._tell_wait)
        self._waiting = False
        self._rows: tuple[QuotationRow, ...] = ()
        self._sought = ""
        self._looking = False
        self.history = History()
        self.read = False
        """Whether the open article counts as read."""
        self.starred = False
        quotations.quotation_chosen.connect(self.show_quotation)
        page.quotation_in_view.connect(self._set_current_quotation)

    @property
    def reading(self) -> Reading | None:
        """What is open."""
        return self._page.reading

    @property
    def current(self) -> ArticleId | None:
        """The id of the open article."""
        return self.reading.article.id if self.reading else None

    @property
    def quotations(self) -> tuple[QuotationRow, ...]:
        """The quotations of the open article, in its order."""
        return self._rows

    def open(
        self,
        id: ArticleId,
        span: Span | None = None,
        *,
        remember: bool = True,
        hit: bool = False,
        looking: bool = False,
    ) -> None:
        """Opens an article, at a span of it if one is given. A newer call overtakes an older one."""
        going = Going(id, span, remember, hit, looking)
        if id == self.current and not hit:
            self._jobs.forget("reading")
            self._going = None
            self._end_wait()
            self._arrive(going)
            return
        self._going = going
        self._late.start()
        self._jobs.forget("places")
        question = partial(questions.opened, id=id, sought=self._sought)
        self._jobs.ask("reading", question, partial(self._show, going), self._lose)

    def open_page(self, place: PagePlace, *, take_focus: bool = True) -> None:
        """Shows a page in place of text and quotations; Back leads to where the reader was."""
        left = self.here()
        self._show_page(place, take_focus=take_focus)
        if not (isinstance(left, PagePlace) and (left.page, left.key) == (place.page, place.key)):
            self._looking = False
            self.history = self.history.gone_to(place, left)
        self.moved.emit()

    def leave_page(self) -> bool:
        """Back to what stood there before the page; False when no page is shown."""
        if self._pages.place() is None:
            return False
        if self.history.before:
            self.go_back()
        else:
            self._pages.leave()
        return True

    def forget(self, ids: Collection[ArticleId]) -> None:
        """These articles are no longer in the library: no way leads to them, and none of them stays open."""
        for id in ids:
            self.history = self.history.without(id)
        if self.current in ids:
            self._rows = ()
            self._page.show_reading(None)
            self._quotations.set_rows((), QuotationState.READY)
            self._strip.set_rows((), 0)
        self.moved.emit()

    def go_back(self) -> None:
        """Back to where the reader was before the last jump."""
        self._travel(self.history.gone_back(self.here()))

    def go_forward(self) -> None:
        """Forward again."""
        self._travel(self.history.gone_forward(self.here()))

    def set_sought(self, typed: str) -> None:
        """The search whose words are marked in every article that is opened, and in this one; empty for none."""
        self._sought = typed
        if not typed:
            self._jobs.forget("places")
            self._page.set_hits((), None)
        elif (here := self.current) is not None:
            show = partial(self._page.set_hits, current=None)
            self._jobs.ask("places", partial(questions.places, typed=typed, id=here), show)

    def show_quotation(self, index: int) -> None:
        """Goes to a quotation of the open article."""
        if (here := self.current) is not None and index < len(self._rows):
            self.open(here, self._rows[index].spans[0])
            self._set_current_quotation(index)
            self._page.set_current_quotation(index)

    def mark(self, id: ArticleId | None, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Marks an article, the open one or another."""
        if id is None:
            return
        before = self.read, self.starred
        if id == self.current:
            self.read = self.read if read is None else read
            self.starred = self.starred if starred is None else starred
        change = partial(questions.mark, id=id, read=read, starred=starred)
        self._jobs.change(change, self.marked.emit, partial(self._unmark, id, before))

    def reload(self) -> None:
        """Shows the open article as the library has it now, without moving it."""
        here = self.current
        if here is not None and self._going is None:
            self._ask_again(here)

    def take_version(self, older: ArticleId, newer: ArticleId) -> None:
        """Another version stands in an article's place from now on: in the history, and in the text if it is open."""
        self.history = self.history.with_version(older, newer)
        if self.current == older and self._going is None:
            going = self._going = Going(newer, remember=False)  # the older one may be gone: it is not asked for again
            question = partial(questions.opened, id=newer, sought=self._sought)
            self._jobs.ask("reading", question, partial(self._show_version, going, self._page.top_offset()), self._lose)
        self.moved.emit()

    def _ask_again(self, id: ArticleId) -> None:
        top = self._page.top_offset()
        question = partial(questions.opened, id=id, sought=self._sought)
        self._jobs.ask("reading", question, partial(self._show_again, top), self._lose)

    # answers

    def _show_version(self, going: Going, top: int, opened: questions.Opened) -> None:
        if self._going is going:
            self._going = None
        self._show_again(top, opened)

    def _show(self, going: Going, opened: questions.Opened) -> None:
        left = self.here()
        self._going = None
        self._end_wait()
        self._pages.leave()
        self._fill(opened)
        if going.remember:
            self._remember(going, left)
        self.opened.emit(opened.reading)
        self._page.set_hits(opened.places, 0 if opened.places and going.hit else None)
        if going.span is not None:
            self._go_to(going.span)
        if not opened.reading.read:
            self.mark(going.id, read=True)

    def _tell_wait(self) -> None:
        self._waiting = True
        self.waited.emit(True)

    def _end_wait(self) -> None:
        self._late.stop()
        if self._waiting:
            self._waiting = False
            self.waited.emit(False)

    def _show_again(self, top: int, opened: questions.Opened) -> None:
        self._fill(opened)
        self._page.set_hits(opened.places, None)
        self._page.scroll_to_offset(top)
        self.opened.emit(opened.reading)

    def _fill(self, opened: questions.Opened) -> None:
        self.read, self.starred = opened.reading.read, opened.reading.starred
        if opened.reading == self.reading:
            return
        self._rows = opened.quotations
        self._page.show_reading(opened.reading)
        self._quotations.set_rows(opened.quotations, _state_of(opened.reading))
        self._strip.set_rows(opened.quotations, len(opened.reading.article.text))

    def _arrive(self, going: Going) -> None:
        left = self.here()
        if not self._pages.leave() and going.span is None:
            return
        if going.remember:
            self._remember(going, left)
        if going.span is not None:
            self._go_to(going.span)

    def _unmark(self, id: ArticleId, before: tuple[bool, bool], reason: Reason) -> None:
        if id == self.current:
            self.read, self.starred = before
        self.refused.emit(reason)

    def _lose(self, reason: Reason) -> None:
        going, self._going = self._going, None
        self._end_wait()
        if going is not None:
            self.history = self.history.without(going.id)
            self.moved.emit()
        self.lost.emit(reason)

    def _remember(self, going: Going, left: Spot | None) -> None:
        place = Place(going.id, going.span or Span(0, 0))
        walks_on = going.looking and self._looking
        self._looking = going.looking
        self.history = self.history.moved_to(place) if walks_on else self.history.gone_to(place, left)
        self.moved.emit()

    def _travel(self, history: History) -> None:
        if history is self.history or history.now is None:
            return
        self.history = history
        self._looking = False
        self.moved.emit()
        if isinstance(history.now, PagePlace):
            self._show_page(history.now)
        else:
            self.open(history.now.article, history.now.span, remember=False)

    def _show_page(self, place: PagePlace, *, take_focus: bool = True) -> None:
        self._jobs.forget("reading")
        self._going = None
        self._end_wait()
        self._pages.show(place, take_focus=take_focus)

    def here(self) -> Spot | None:
        """The place where the reader is: the page that is shown, or the first line in view."""
        if (place := self._pages.place()) is not None:
            return place
        here = self.current
        if here is None:
            return None
        top = self._page.top_offset()
        return Place(here, Span(top, top))

    def _go_to(self, span: Span) -> None:
        if len(span):
            self._page.go_to(span)
        else:
            self._page.scroll_to_offset(span.start)

    def _set_current_quotation(self, index: int | None) -> None:
        self._quotations.set_current(index)
        self._strip.set_current(index)


def _state_of(reading: Reading) -> QuotationState:
    """How far the quotations of an article are known."""
    if reading.annotations is None:
        return QuotationState.PENDING
    return QuotationState.READY if reading.english else QuotationState.NOT_ENGLISH
