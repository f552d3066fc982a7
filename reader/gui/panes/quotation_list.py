"""The quote sidebar: a card for each quotation of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.core.rows import QuotationRow
from reader.gui.look import Theme
from reader.gui.panes.cards import Cards
from reader.gui.panes.empty_words import EmptyWords
from reader.gui.panes.head import PaneHead, dress, ground
from reader.gui.panes.note import PaneNote
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import thousands


class QuotationState(StrEnum):
    """How far the article's quotations are known."""

    READY = "ready"
    NOT_ENGLISH = "not-english"
    """Known, but no speakers were sought: the article is in another language."""
    PENDING = "pending"
    NO_ARTICLE = "no-article"


class QuotationList(QWidget):
    """Who said what in this article, in order of the text."""

    quotation_chosen = Signal(object)
    """The number of a quotation: show its words in the text."""
    speaker_chosen = Signal(object, object)
    """The entity of a speaker, and the number of the quotation."""
    quotation_menu_asked = Signal(object, object)
    """The number of a quotation, and a global point."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, today: Callable[[], dt.date] = dt.date.today
    ) -> None:
        super().__init__(parent)
        left = theme.size("quotes", "card_pad")[1]
        self._name, self._count = QLabel(self.tr("Quotations")), QLabel()
        self._name.setContentsMargins(spaces(theme).tight, 0, 0, 0)
        self._head = PaneHead(theme, left)
        self._head.row.addWidget(self._name)
        self._head.row.addWidget(self._count)
        self._head.row.addStretch()
        self._cards = Cards(theme, theme.token("type", "card_words", "max_lines"), today)
        self._cards.quotation_chosen.connect(self.quotation_chosen)
        self._cards.speaker_chosen.connect(self.speaker_chosen)
        self._cards.menu_asked.connect(self.quotation_menu_asked)
        not_english = self.tr("No names or speakers are found: this article is not in English.")
        self._note = PaneNote(theme, left, not_english)
        self._empty = EmptyWords(theme, left)
        self._state: str = QuotationState.NO_ARTICLE
        self._trouble = ""
        self.setFocusProxy(self._cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._note)
        self._body = QStackedWidget()
        self._body.addWidget(self._cards)
        self._body.addWidget(self._empty)
        column.addWidget(self._body, 1)
        self.set_theme(theme)
        self.set_rows((), QuotationState.NO_ARTICLE)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        ground(self, theme)
        for part in (self._head, self._note, self._cards, self._empty):
            part.set_theme(theme)
        dress(self._name, theme, "ui_strong", "text")
        dress(self._count, theme, "ui", "text_secondary")

    def set_rows(self, rows: tuple[QuotationRow, ...], state: str = QuotationState.READY) -> None:
        """Shows an article's quotations, or says why there are none; ``state`` is a ``QuotationState``."""
        self._state = state
        known = state in (QuotationState.READY, QuotationState.NOT_ENGLISH)
        self._count.setText(thousands(len(rows)) if known else "")
        self._note.setVisible(state == QuotationState.NOT_ENGLISH)
        self._cards.set_rows(rows)
        self._body.setCurrentWidget(self._cards if rows else self._empty)
        self._say_why_empty()

    def set_trouble(self, words: str) -> None:
        """Why no quotations come at all, for articles that wait for theirs; empty words when they do come."""
        self._trouble = words
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        words: dict[str, str] = {
            QuotationState.READY: self.tr("No quotations in this article."),
            QuotationState.PENDING: self._trouble or self.tr("Still being read. Quotations come in a moment."),
            QuotationState.NOT_ENGLISH: "",  # the note has said it
            QuotationState.NO_ARTICLE: "",
        }
        self._empty.set_words(words[self._state])

    def heading(self) -> str:
        """What stands in the head."""
        return f"{self._name.text()} {self._count.text()}".strip()

    def note(self) -> str:
        """What is said above the cards; mostly nothing."""
        return "" if self._note.isHidden() else self._note.text()

    def empty_words(self) -> str:
        """Why there are no cards; nothing when there are some."""
        return self._empty.words() if self._body.currentWidget() is self._empty else ""

    def set_current(self, number: int | None) -> None:
        """Marks the card of the quotation in view."""
        self._cards.set_current(number)
