""" "What changed" as it is seen: head, the two sides with their menus, and the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.core.article import ArticleId
from reader.gui.look import Theme
from reader.gui.pages.changes_facts import Choice, choices, sentences, why_empty
from reader.gui.pages.changes_heads import ChangesHeads
from reader.gui.pages.changes_list import ChangesList
from reader.gui.pages.changes_questions import Told
from reader.gui.pages.changes_rows import ChangeRow, all_copied, copied, rows
from reader.gui.pages.page_head import PageHead, on_paper
from reader.gui.pages.page_keys import PageKeys
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces


class ChangesView(QWidget):
    """Shows what was told of two articles, and asks nothing."""

    pair_chosen = Signal(object, object)
    """The older and the newer article that are to be compared."""
    entered = Signal(object, bool)
    """A ``ChangeRow`` that is to be shown in the text, and whether in the older one."""
    moved = Signal()
    copied = Signal(int)
    """So many changes were copied."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, today: Callable[[], dt.date] = dt.date.today
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._told: Told | None = None
        self._names = ("", "")
        self.opened = False
        """Whether what is the same is shown as well."""
        self._make(theme)
        self._lay_out(theme)
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.list)

    def _make(self, theme: Theme) -> None:
        self.head = PageHead(theme, {"copy": self.tr("Copy changes")})
        self.previous, self.next = QToolButton(), QToolButton()
        for button, words in (
            (self.previous, self.tr("Previous change (Shift+N)")),
            (self.next, self.tr("Next change (N)")),
        ):
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._facts, self._empty = QLabel(), QLabel()
        self.heads = ChangesHeads(theme)
        self.list = ChangesList(theme)

    def _connect(self) -> None:
        self.head.pressed.connect(lambda _: self.copy_all())
        self.previous.clicked.connect(lambda: self.list.step(-1))
        self.next.clicked.connect(lambda: self.list.step(1))
        self.heads.pair_chosen.connect(self.pair_chosen)
        self.list.row_entered.connect(lambda row: self.entered.emit(row, False))
        self.list.same_toggled.connect(lambda: self.set_opened(not self.opened))
        self.list.moved.connect(self.moved)
        PageKeys(
            self,
            {
                "N": lambda: self.list.step(1),
                "Shift+N": lambda: self.list.step(-1),
                "Shift+Return": self._enter_older,
                "Shift+Enter": self._enter_older,
                "Ctrl+C": self.copy,
            },
        )

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        on_paper(self, theme)
        for part in (self.head, self.heads, self.list):
            part.set_theme(theme)
        for label in (self._facts, self._empty):
            dress(label, theme, "ui", "text_secondary")
        for button, icon in ((self.previous, "previous"), (self.next, "next")):
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
            button.setFixedSize(theme.size("small_button"), theme.size("small_button"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt forgets the order of a widget that it puts into another window.
        order = self.heads.older, self.heads.newer, self.list.table, *self.head.buttons(), self.previous, self.next
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def set_told(self, told: Told, older: ArticleId, newer: ArticleId) -> None:
        """Shows two articles that were compared."""
        self._told = told
        found = choices(told.comparables, self._today())
        named = {one.id: one for one in found}
        sides = named.get(older), named.get(newer)
        self._names = tuple(_name(one) for one in sides)  # type: ignore[assignment]
        self._lacking = tuple(one.lacking if one else "" for one in sides)
        self.heads.set_choices(found, older, newer)
        self._show()

    def show_trouble(self, words: str) -> None:
        """Says why there is nothing to compare."""
        self._told = None
        self._show()
        self._empty.setText(words)

    def set_opened(self, opened: bool) -> None:
        """Shows or hides what is the same."""
        current = self.list.current()
        self.opened = opened
        self._show_rows()
        self.list.set_current(current)

    def go_to_change(self) -> None:
        """Goes to the first change, where no row is current."""
        if self.list.current() is None:
            self.list.step(1)

    def place_words(self) -> str:
        """ "change 1 of 6", or how many there are."""
        total = sum(isinstance(row, ChangeRow) and row.number > 0 for row in self.list.rows)
        here = self.list.current_row()
        if isinstance(here, ChangeRow) and here.number:
            return self.tr("change {0} of {1}").format(f"{here.number:,}", f"{total:,}")
        return "" if not total else self.tr("1 change") if total == 1 else self.tr("{0} changes").format(f"{total:,}")

    def words(self) -> tuple[str, str, str]:
        """The headline, the sentence below it, and what stands in the place of rows."""
        return self.head.words[1], self._facts.text(), self._empty.text()

    def copy(self) -> None:
        """Puts both sides of the current row on the clipboard."""
        row = self.list.current_row()
        if row is not None and (words := copied(row)):
            QGuiApplication.clipboard().setText(words)
            self.copied.emit(1)

    def copy_all(self) -> None:
        """Puts all changes on the clipboard."""
        changes = [row for row in self.list.rows if isinstance(row, ChangeRow) and row.number]
        headline = self.head.words[1]
        QGuiApplication.clipboard().setText(all_copied(headline, self._names, self.list.rows))
        self.copied.emit(len(changes))

    def _enter_older(self) -> None:
        row = self.list.current_row()
        if isinstance(row, ChangeRow):
            self.entered.emit(row, True)

    def _show(self) -> None:
        compared = self._told.compared if self._told else None
        changed = compared.changed if compared else None
        self.head.set_words(self.tr("What changed"), compared.newer.headline if compared else "")
        self._facts.setText(sentences(changed, self._today()) if changed else "")
        self._facts.setVisible(changed is not None)
        self.heads.setVisible(changed is not None)
        self._empty.setText(why_empty(changed) if changed else self.tr("This article has one version."))
        self._empty.setVisible(bool(self._empty.text()))
        differs = changed is not None and bool(changed.quotations or changed.sentences)
        self.head.set_button("copy", enabled=differs)
        for button in (self.previous, self.next):
            button.setEnabled(differs)
        self._show_rows()

    def _show_rows(self) -> None:
        compared = self._told.compared if self._told else None
        if compared is None:
            self.list.set_rows(())
            return
        texts = compared.older, compared.newer
        lacking = self._lacking[0], self._lacking[1]
        self.list.set_rows(rows(texts, compared.changed, lacking, opened=self.opened))

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        for label in (self._facts, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._facts.setContentsMargins(gap.gutter, 0, gap.gutter, gap.medium)
        self._empty.setContentsMargins(gap.gutter, gap.large, gap.gutter, gap.large)
        row = self.head.layout()
        assert isinstance(row, QHBoxLayout)
        row.setContentsMargins(gap.gutter, gap.gutter, gap.gutter, gap.small)
        for button in (self.previous, self.next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self._facts, self.heads, self._empty):
            column.addWidget(part)
        column.addWidget(self.list, 1)


def _name(choice: Choice | None) -> str:
    return ", ".join(part for part in (choice.name, choice.when) if part) if choice else ""
