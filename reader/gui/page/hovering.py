"""What the pointer or the keyboard is on: the mark that lights up, and the card that comes after a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.core.rows import EntityRow, Reading
from reader.gui.look import Theme
from reader.gui.page.browser import PageBrowser
from reader.gui.page.hovercard import CardWords, HoverCard
from reader.gui.page.marks import Mark, role_in
from reader.gui.page.words import kind_word, mentions_counted, spoken


class Hovering(QObject):
    """Keeps ``hovered`` and ``focused`` of the layers, and the card."""

    hovered = Signal(object)
    """The id of the entity under the pointer or the keyboard, or None."""

    def __init__(self, theme: Theme, browser: PageBrowser, go_to: Callable[[Mark], None]) -> None:
        super().__init__(browser)
        self.card = HoverCard(theme, browser.viewport())
        self._browser, self._layers, self._go_to = browser, browser.layers, go_to
        self._reading: Reading | None = None
        self._walked: Mark | None = None
        self._coming = self._timer(theme.token("motion", "hover_delay"), self._show_card)
        self._leaving = self._timer(theme.token("motion", "hover_leave"), self.card.hide)
        browser.pointed.connect(self._point)
        browser.walk = self._walk
        browser.left.connect(self._leave)

    def set_reading(self, reading: Reading | None) -> None:
        """Another article is shown."""
        self._reading = reading
        self.forget()

    def forget(self) -> None:
        """Nothing is hovered, nothing has the keyboard."""
        self._walked = self._layers.focused = None
        self._set_hovered(None)
        self.hide_card()

    def hide_card(self) -> None:
        """Takes the card away at once, and keeps it from coming."""
        self._coming.stop()
        self._leaving.stop()
        self.card.hide()

    def refresh(self) -> None:
        """The page has moved: the card of the name that has the keyboard comes back."""
        if self._layers.focused is not None:
            self._show_card()

    def mark_at(self, offset: int | None) -> Mark | None:
        """The mark with an entity at an offset."""
        return None if offset is None else self._layers.marks.at(offset, self._layers.families)

    # pointer

    def _point(self, offset: int | None) -> None:
        mark = self.mark_at(offset)
        self._browser.viewport().setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.IBeamCursor)
        if mark is not self._layers.hovered:
            self._set_hovered(mark)

    def _set_hovered(self, mark: Mark | None) -> None:
        before, self._layers.hovered = self._layers.hovered, mark
        if mark is None and before is None:
            return
        self._browser.viewport().update()
        self.hovered.emit(mark.entities[0] if mark else None)
        if mark is not None:
            self._leaving.stop()
            if not self.card.isHidden():
                self._show_card()
            else:
                self._coming.start()
        else:
            self._coming.stop()
            self._leaving.start()

    # keyboard

    def _walk(self, forwards: bool) -> bool:
        names = self._layers.marks.names(self._layers.families)
        walked = self._walked
        if walked in names and (self._layers.focused or self._browser.box_of(walked.span)):
            number = names.index(walked) + (1 if forwards else -1)
        else:
            number = self._first_in_view(names, forwards)
        if not 0 <= number < len(names):
            return False
        self._focus(names[number])
        return True

    def _focus(self, mark: Mark) -> None:
        self._walked = self._layers.focused = mark
        self._browser.viewport().update()
        self.hide_card()
        self._go_to(mark)
        self._show_card()
        self._announce(mark)
        self.hovered.emit(mark.entities[0])

    def _leave(self) -> None:
        """The keyboard is elsewhere; it comes back to the same name if that is still in view."""
        if self._layers.focused is not None:
            self._layers.focused = None
            self.hide_card()
            self._browser.viewport().update()
            self.hovered.emit(None)

    def _first_in_view(self, names: tuple[Mark, ...], forwards: bool) -> int:
        top = self._browser.where.offset_of_line(0)
        first = next((number for number, mark in enumerate(names) if mark.span.start >= top), len(names))
        return first if forwards else first - 1

    def _announce(self, mark: Mark) -> None:
        entity = self._entity(mark)
        if entity is not None:
            words = spoken(entity, len(self._layers.marks.of(entity.id)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._browser, words))

    # the card

    def _show_card(self) -> None:
        mark = self._layers.hovered or self._layers.focused
        entity = self._entity(mark) if mark else None
        if mark is None or entity is None or self._reading is None:
            return
        box = self._browser.box_of(mark.span)
        if box is not None:
            here = len(self._layers.marks.of(entity.id))
            counts = mentions_counted(here, max(here, entity.mentions))
            role = role_in(self._reading, entity)
            self.card.show_beside(CardWords(entity.name, kind_word(entity.kind), role, counts, mark.family), box)

    def _entity(self, mark: Mark) -> EntityRow | None:
        rows = self._reading.entities if self._reading else ()
        return next((row for _, row in rows if row.id in mark.entities[:1]), None)

    def _timer(self, delay: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=delay)
        timer.timeout.connect(act)
        return timer
