"""What stands under a search that found nothing: which word killed it, and the nearest spelling as a way out."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.core.search import WordCount
from reader.gui.look import Theme
from reader.gui.panes.article_delegate import state_of
from reader.gui.panes.article_row import paint_ground
from reader.gui.panes.head import dress
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.row_model import RowModel
from reader.gui.panes.row_table import ITEM, RowTable
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import articles_counted, thousands, translate

Index = QModelIndex | QPersistentModelIndex

LINK_WIDTH = 132
"""Of the column with the nearest spelling (screens.md A3)."""


def culprit(words: tuple[WordCount, ...]) -> WordCount | None:
    """The first word that no article has."""
    return next((word for word in words if word.count == 0), None)


def title_of(words: tuple[WordCount, ...]) -> str:
    """The sentence over the words."""
    found = culprit(words)
    if found is not None:
        nothing = translate("panes", "Nothing has “{0}”.").format(shown(found.word))
        return f"{nothing} {nearest(found)}" if found.instead else nothing
    if len(words) > 1:
        return translate("panes", "No article has all of these")
    return translate("panes", "Nothing found")


def shown(word: str) -> str:
    """A word as the reader typed it: the star that ends a word while it is typed is ours."""
    return word.removesuffix("*")


def nearest(word: WordCount) -> str:
    """ "61 articles have “herring”." """
    if word.instead_count == 1:
        return translate("panes", "1 article has “{0}”.").format(word.instead)
    return translate("panes", "{0} articles have “{1}”.").format(thousands(word.instead_count), word.instead)


def proposed(query: str, word: WordCount) -> str:
    """The query with one word spelled as the library spells it."""
    field, colon, _ = word.word.partition(":")
    better = f'"{word.instead}"' if " " in word.instead else word.instead
    if colon and ":" not in better:
        better = f"{field}:{better}"
    pattern = rf"(?<!\w){re.escape(shown(word.word))}\*?(?!\w)"
    made, times = re.subn(pattern, lambda _: better, query, count=1, flags=re.IGNORECASE)
    return made if times else better


def link_words(word: WordCount) -> str:
    """ "herring, 61"."""
    return f"{word.instead}, {thousands(word.instead_count)}" if word.instead else ""


def spoken(word: WordCount) -> tuple[str, str]:
    """A row as a screen reader says it, and what its link leads to."""
    return f"{shown(word.word)}, {articles_counted(word.count)}", link_words(word)


class _WordDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        word, theme, rect = index.data(ITEM), self.theme, option.rect
        gap, state = spaces(theme), state_of(option)
        paint_ground(painter, rect, state, theme)
        for edge in (rect.top(), rect.bottom())[index.row() > 0 :]:  # the first row has a line above as well
            painter.fillRect(QRect(rect.left(), edge, rect.width(), 1), theme.colour("line"))
        font, plain = theme.font("ui_strong" if word.count == 0 else "ui"), theme.font("ui")
        line = round(baseline(plain, rect.top(), rect.height() - 1))
        count, link = articles_counted(word.count), link_words(word)
        right = option.widget.width() - gap.large
        left, middle = theme.size("list", "gutter"), right - LINK_WIDTH - gap.large
        painter.setFont(font)
        painter.setPen(theme.colour(state.ink))
        painter.drawText(left, line, elided(shown(word.word), font, middle - advance(count, plain) - gap.large - left))
        painter.setFont(plain)
        painter.setPen(theme.colour(state.second_ink))
        painter.drawText(middle - advance(count, plain), line, count)
        painter.setPen(theme.colour(state.ink if state.selected and state.focused else "accent_text"))
        link = elided(link, plain, LINK_WIDTH)
        painter.drawText(right - advance(link, plain), line, link)


class NothingFound(QWidget):
    """A row for each word of the query with its own count; the link of a row proposes another query."""

    query_proposed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._title = QLabel()
        self._title.setWordWrap(True)
        gap, left = spaces(theme), theme.size("list", "gutter")
        self._title.setContentsMargins(left, gap.medium, gap.large, gap.small)
        self._words: tuple[WordCount, ...] = ()
        self._model = RowModel(spoken, self, choosable=lambda word: bool(word.instead))
        self._table = RowTable(theme, self._model)
        self._delegate = _WordDelegate(theme, self._table)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(self.tr("Words of the search"))
        self._table.level_rows(gap.large * 2)
        self._table.row_entered.connect(self._propose)
        self._table.row_pressed.connect(lambda row, _: self._propose(row))
        self.setFocusProxy(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._table)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._delegate.theme = theme
        self._table.set_theme(theme)
        dress(self._title, theme, "panel_name", "text")

    def set_words(self, query: str, words: tuple[WordCount, ...]) -> None:
        """Shows the words of a query that found nothing."""
        self._query = query
        self._title.setText(title_of(words))
        self._words = words
        self._model.set_records(words)

    def title(self) -> str:
        """The sentence that is shown."""
        return self._title.text()

    def _propose(self, row: int) -> None:
        self.query_proposed.emit(proposed(self._query, self._words[row]))
