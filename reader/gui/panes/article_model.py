"""The articles of the list: all of them by id, the painted ones with their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow
from reader.gui.panes.article_delegate import OPENED
from reader.gui.panes.list_rows import DayHeading, ListRows
from reader.gui.panes.member_row import MemberRow, Telling
from reader.gui.panes.row_table import ITEM
from reader.gui.panes.text import clock_time, day_heading, short_day, tellings_counted, translate

Index = QModelIndex | QPersistentModelIndex

MOST_KEPT = 4_000
"""Rows that are remembered; scrolling through a million must not fill the memory."""


class ArticleModel(QAbstractTableModel):
    """Knows which rows there are, and of each article what ``set_rows`` told."""

    row_missed = Signal()
    """A row was looked at that is not known, or no longer surely right."""

    def __init__(self, today: Callable[[], dt.date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.list = ListRows()
        self._today = today
        self._known: dict[ArticleId, ArticleRow] = {}
        self._stale: set[ArticleId] = set()
        self._tellings: dict[ArticleId, Telling] = {}

    def set_list(self, rows: ListRows) -> None:
        """Replaces which rows there are; what is known of the articles stays."""
        self.beginResetModel()
        self.list = rows
        self.endResetModel()

    def set_tellings(self, tellings: Mapping[ArticleId, Telling]) -> None:
        """Takes what members are to the stories that they stand under."""
        self._tellings.update(tellings)

    def set_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Takes what the painted articles look like."""
        for row in rows:
            self._known.pop(row.id, None)  # to the end: the oldest answers go first
            self._known[row.id] = row
            self._stale.discard(row.id)
        for id in list(self._known)[: max(0, len(self._known) - MOST_KEPT)]:
            del self._known[id]
        self._all_changed()

    def forget_rows(self, ids: Iterable[ArticleId], groups: Mapping[ArticleId, int]) -> None:
        """Asks for some articles, and for others of their groups, again; until the answer they are shown as before."""
        ids = tuple(ids)
        self._stale.update(ids)
        if changed := {groups[id] for id in ids if id in groups}:
            self._stale.update(id for id in self._known if groups.get(id) in changed)
        self._all_changed()

    def lacks(self, id: ArticleId) -> bool:
        """Whether an article's row must still be asked for."""
        return id not in self._known or id in self._stale

    def article_id(self, row: int) -> ArticleId | None:
        """The article in a row, a member as well; none for a heading."""
        return self.list.id_at(row)

    def is_opened(self, row: int) -> bool:
        """Whether a story shows its members."""
        return self.list.member_at(row + 1) is not None and self.list.member_at(row) is None

    def item(self, row: int) -> DayHeading | ArticleRow | MemberRow | None:
        """What stands in a row: a heading, an article, a member, or none while it is not known."""
        day = self.list.day_at(row)
        if day is not None:
            return DayHeading(day)
        id = self.article_id(row)
        known = self._known.get(id) if id is not None else None
        member = self.list.member_at(row)
        if known is None or member is None:
            return known
        return MemberRow(known, self._tellings[known.id], self._known.get(self.list.ids[member[0]]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.list)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.list.day_at(index.row()) is not None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if role == ITEM:
            id = self.article_id(index.row())
            if id is not None and self.lacks(id):
                self.row_missed.emit()
            return item
        if role == OPENED:
            return self.is_opened(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item, self._today(), opened=self.is_opened(index.row()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(item, ArticleRow):
            return item.lede
        return None

    def _all_changed(self) -> None:
        if self.list.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.list) - 1, 0))


def spoken(item: DayHeading | ArticleRow | MemberRow, today: dt.date, *, opened: bool = False) -> str:
    """A row as a screen reader says it."""
    if isinstance(item, DayHeading):
        return day_heading(item.day, today)
    row = item.article if isinstance(item, MemberRow) else item
    parts = [row.headline, row.publication, short_day(row.published, today), clock_time(row.published)]
    if isinstance(item, MemberRow):
        parts.insert(0, item.words)
    elif told := tellings_counted(row, closed=not opened):
        parts += [told, translate("panes", "opened") if opened else translate("panes", "closed")]
    if item.unread if isinstance(item, MemberRow) else not row.read:
        parts.append(translate("panes", "unread"))
    if row.starred:
        parts.append(translate("panes", "starred"))
    return ", ".join(part for part in parts if part)
