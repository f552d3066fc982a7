"""The reading pane: legend, find bar, text and ruler, and the way into them for the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.rows import Reading
from reader.core.spans import Span
from reader.core.wording import sentence
from reader.gui.look import Theme
from reader.gui.page.browser import PageBrowser
from reader.gui.page.findbar import FindBar
from reader.gui.page.hovering import Hovering
from reader.gui.page.layers import Layers
from reader.gui.page.legend import Legend
from reader.gui.page.marks import FAMILIES, Mark, Marks, marks_of
from reader.gui.page.motion import Flash, is_reduced
from reader.gui.page.paragraphs import Paragraph, paragraphs
from reader.gui.page.quotes import Quotes, quotes_of
from reader.gui.page.ruler import Ruler
from reader.gui.page.scrolling import Scrolling
from reader.gui.page.seeking import Seeking
from reader.gui.page.tracking import Tracking
from reader.gui.page.words import kicker


class ArticlePage(QWidget):
    """Shows one article at a time. Every span and offset counts code points of the article's text."""

    entity_chosen = Signal(object, object)
    """An entity's id, and the span of the mention that was clicked."""
    quotation_in_view = Signal(object)
    """The number of the quotation that is being read, or None."""
    hit_changed = Signal(object, object)
    """The number of the current hit from 0, or None; and how many there are."""
    families_changed = Signal()
    mention_hovered = Signal(object)
    """The id of the entity under the pointer or the keyboard, or None."""
    context_menu_asked = Signal(object, object, object, object)
    """An entity's id and the span of its mention, or None and None; a QPoint of the screen; an offset or None."""
    removal_menu_asked = Signal(int, object)
    """The number of a removal and a QPoint of the screen."""
    give_back_asked = Signal(int)
    """The number of a removal that is to be given back."""
    removal_chosen = Signal(int)
    """The number of the removal that is current now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: Reading | None = None
        self._zoom = 0
        self._removals = False
        self._layers = Layers(offers=True)
        self.legend = Legend(theme)
        self.find_bar = FindBar(theme)
        self.browser = PageBrowser(theme, self._layers)
        self.ruler = Ruler(theme, self.browser)
        self._scrolling = Scrolling(theme, self.browser)
        self._seeking = Seeking(self.find_bar, self._layers, self._scrolling)
        self._tracking = Tracking(self._layers, self.browser.where, self._scrolling)
        self.hovering = Hovering(theme, self.browser, lambda mark: self._scrolling.reveal(mark.span))
        self.flash = Flash(theme, self)
        self._place()
        self._connect()
        self.show_reading(None)

    # what is shown

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    def show_reading(self, reading: Reading | None, *, hint: str = "") -> None:
        """Shows an article from its top; for None a hint in its place."""
        self._stop()
        self._reading = reading
        self._layers.marks = marks_of(reading, self._theme.family) if reading else Marks(())
        self._layers.quotes = quotes_of(reading) if reading else Quotes(())
        self._layers.quotation = self._layers.place = self._layers.removal = None
        self.browser.hint = hint or self.tr("Choose an article. J and K go through the list.")
        published = reading.article.published if reading else None
        why = sentence(published.why) if published and published.why else ""
        self.browser.date_reason = why[:1].upper() + why[1:]
        self.browser.setAccessibleDescription(reading.article.headline if reading else self.browser.hint)
        self.hovering.set_reading(reading)
        self.legend.set_counts(self._layers.marks.counts() if reading and reading.annotations else None)
        self._fill()
        self._seeking.set_text(reading.article.text if reading else "")
        self._tracking.begin()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for part in (self.legend, self.find_bar, self.browser, self.ruler, self.hovering.card):
            part.set_theme(theme)

    def set_zoom(self, steps: int) -> None:
        """Sets the text larger or smaller, in px of the body."""
        if steps != self._zoom:
            self._zoom = steps
            self._fill_again()

    def set_removals_shown(self, shown: bool) -> None:
        """Shows what cleaning took away, in its place."""
        if shown != self._removals:
            self._removals = shown
            self._layers.removal = None
            self._fill_again()

    @property
    def removals_shown(self) -> bool:
        """Whether what cleaning took away is shown."""
        return self._removals

    @property
    def current_removal(self) -> int | None:
        """The number of the removal that was chosen, from 0."""
        return self._layers.removal

    def choose_removal(self, number: int | None = None) -> int | None:
        """Makes a removal the current one, or the first in view; returns its number, or None where none is in view."""
        if number is None:
            seen = self.browser.where.paragraphs(self.browser.where.sight())
            number = next((laid.paragraph.removal for laid in seen if laid.paragraph.removal is not None), None)
        self._layers.removal = number
        self.browser.viewport().update()
        if number is not None:
            self.removal_chosen.emit(number)
        return number

    def set_quotations_shown(self, shown: bool) -> None:
        """Shows bands and bars of quotations, or hides them."""
        self._layers.quotations = shown
        self._repaint()

    def families_shown(self) -> frozenset[str]:
        """The families of marks that are switched on."""
        return self._layers.families

    def set_family_shown(self, family: str, shown: bool) -> None:
        """Switches the marks of a family on or off."""
        families = self._layers.families
        self._set_families(families | {family} if shown else families - {family})

    def set_chosen_entity(self, id: int | None) -> None:
        """Lights up every mention of an entity."""
        self._layers.chosen = id
        self._repaint()

    def set_current_quotation(self, index: int | None) -> None:
        """Marks a quotation as the current one; it stays that as long as it is in view."""
        self._tracking.choose(index)
        self._repaint()

    # places

    def go_to(self, span: Span, *, flash: bool = True) -> None:
        """Brings a span into view, and lets it flash."""
        self._layers.place = span
        self._tracking.arrive(span)
        self._scrolling.reveal(span)
        if flash:
            self.flash.stop()
            self._layers.flash = span
            self.flash.start(reduced=is_reduced(self))
        self.ruler.renew()

    def top_offset(self) -> int:
        """The offset at which the first line in view begins."""
        return self._scrolling.top_offset

    def scroll_to_offset(self, offset: int) -> None:
        """Puts the line of an offset at the top; offset 0 is the top of the page."""
        self._scrolling.to_offset(offset)

    def scroll_page(self, down: bool) -> bool:
        """Reads on by a screen; False at the end, or at the beginning where it goes up."""
        return self._scrolling.by_page(down)

    # hits

    def set_hits(self, spans: tuple[Span, ...], current: int | None) -> None:
        """Marks the places of a search, and goes to the current one, a number from 0."""
        self._seeking.set_search(spans, current)

    def next_hit(self, back: bool = False) -> bool:
        """Goes to the next place that is sought; False where there is none left."""
        return self._seeking.step(back)

    @property
    def find_is_open(self) -> bool:
        """Whether the find bar is shown."""
        return self._seeking.is_open

    def open_find(self) -> None:
        """Shows the find bar with the keyboard in it."""
        self._seeking.open()

    def close_find(self) -> bool:
        """Hides the find bar and its hits; False when it was not open."""
        if not self._seeking.is_open:
            return False
        focused = self.window().focusWidget()
        had_keys = focused is not None and self.find_bar.isAncestorOf(focused)
        self._seeking.close()
        if had_keys:
            self.browser.setFocus()
        return True

    # inside

    def _set_families(self, families: frozenset[str]) -> None:
        if families == self._layers.families:
            return
        self._layers.families = families
        self.legend.set_shown(families)
        self.hovering.forget()
        self._repaint()
        self.families_changed.emit()

    def _show_alone(self, family: str) -> None:
        """Only one family; all of them when it was alone already."""
        alone = frozenset({family})
        self._set_families(frozenset(FAMILIES) if self._layers.families == alone else alone)

    def _fill(self) -> None:
        text, shown = "", tuple[Paragraph, ...]()
        if self._reading is not None:
            text = self._reading.article.text
            shown = paragraphs(self._reading.article, kicker=kicker(self._reading), removals=self._removals)
        with self._scrolling.quietly():
            self.browser.show_paragraphs(text, shown, self._zoom)
        self.ruler.clear()

    def _fill_again(self) -> None:
        top = self.top_offset()
        self._stop()
        self._fill()
        with self._scrolling.quietly():
            self.scroll_to_offset(top)
        self._follow()

    def _stop(self) -> None:
        self._scrolling.stop()
        self.flash.stop()
        self.hovering.hide_card()

    def _glow(self, glow: float) -> None:
        span, self._layers.glow = self._layers.flash, glow
        if glow <= 0:
            self._layers.flash = None
        if span is not None:
            self.browser.repaint_span(span)

    def _repaint(self) -> None:
        self.browser.viewport().update()
        self.ruler.renew()

    def _follow(self) -> None:
        if self._tracking.follow():
            self._repaint()

    def _rest(self) -> None:
        self._follow()
        self.hovering.refresh()

    def _fit(self) -> None:
        beside = self.browser.viewport().geometry()
        self.ruler.setGeometry(beside.right() + 1, beside.top(), self.ruler.width(), beside.height())
        self.ruler.renew()
        self._follow()

    # what the reader does

    def _click(self, offset: int | None) -> None:
        self._choose(self.hovering.mark_at(offset))

    def _enter(self) -> None:
        self._choose(self._layers.focused)

    def _choose(self, mark: Mark | None) -> None:
        if mark is not None:
            self.hovering.hide_card()
            self._layers.place = mark.span
            self.entity_chosen.emit(mark.entities[0], mark.span)

    def _click_removal(self, number: int, on_link: bool) -> None:
        self.choose_removal(number)
        if on_link:
            self.give_back_asked.emit(number)

    def _ask_menu(self, offset: int | None, at: QPoint | None) -> None:
        mark = self._layers.focused if at is None else self.hovering.mark_at(offset)
        self.hovering.hide_card()
        if at is None and mark is None and self._layers.removal is not None:
            middle = self.browser.viewport().rect().center()
            self.removal_menu_asked.emit(self._layers.removal, self.browser.viewport().mapToGlobal(middle))
            return
        if at is None and mark is not None:
            offset = mark.span.start
        if at is None:
            box = self.browser.box_of(mark.span) if mark else None
            corner = box.bottomLeft().toPoint() if box else self.browser.viewport().rect().center()
            at = self.browser.viewport().mapToGlobal(corner)
        entity, span = (mark.entities[0], mark.span) if mark else (None, None)
        self.context_menu_asked.emit(entity, span, at, offset)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.legend, self.find_bar, self.browser):
            column.addWidget(part)
        self.find_bar.hide()
        self.setFocusProxy(self.browser)
        self.setAccessibleName(self.tr("Reading pane"))

    def _connect(self) -> None:
        browser, seeking = self.browser, self._seeking
        self.legend.family_switched.connect(self.set_family_shown)
        self.legend.alone_asked.connect(self._show_alone)
        self.find_bar.close_asked.connect(self.close_find)
        seeking.changed.connect(lambda current, total: self.hit_changed.emit(current, total))
        seeking.changed.connect(self._repaint)
        browser.clicked.connect(self._click)
        browser.entered.connect(self._enter)
        browser.menu_asked.connect(self._ask_menu)
        browser.removal_clicked.connect(self._click_removal)
        browser.removal_menu_asked.connect(self.removal_menu_asked)
        browser.resized.connect(self._fit)
        browser.verticalScrollBar().rangeChanged.connect(self.ruler.renew_soon)
        self._scrolling.moving.connect(self.hovering.hide_card)
        self._scrolling.rested.connect(self._rest)
        self._tracking.changed.connect(self.quotation_in_view)
        self.hovering.hovered.connect(self.mention_hovered)
        self.ruler.place_asked.connect(self._scrolling.to_share)
        self.flash.glowed.connect(self._glow)
