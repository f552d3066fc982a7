"""The model under a page's table: records, and how each is shown, asked for only when a row is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
LOOK = Qt.ItemDataRole.UserRole + 1
"""The role under which the ``RowLook`` of a row is given."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a record is shown."""

    cells: tuple[str, ...]
    """The words of each column."""
    sign: tuple[str, str] | None = None
    """An icon before the words of the first column, and the token of its colour."""
    tip: str = ""
    """What is said of the whole row, where the cells are too narrow for it."""
    link: int | None = None
    """The column whose words lead somewhere."""
    spoken: str = ""
    """For a screen reader, before the words of the first cell: what the sign says."""


class PageModel(QAbstractTableModel):
    """A table of records. ``look`` is pure; it is called for rows that are painted or copied."""

    def __init__(self, heads: tuple[str, ...], look: Callable[[Any], RowLook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: tuple[Any, ...] = ()
        self._heads = heads
        self._look = look

    def set_heads(self, heads: tuple[str, ...]) -> None:
        """Names the columns anew; there are as many as before."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def set_records(self, records: tuple[Any, ...]) -> None:
        """Replaces the rows; those that only follow the known ones are added below them, and nothing moves."""
        known = len(self.records)
        if known and len(records) > known and records[:known] == self.records:
            self.beginInsertRows(QModelIndex(), known, len(records) - 1)
            self.records = records
            self.endInsertRows()
        elif records != self.records:
            self.beginResetModel()
            self.records = records
            self.endResetModel()

    def look(self, row: int) -> RowLook:
        """How a row is shown."""
        return self._look(self.records[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LOOK:
            return self.look(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row()).cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:  # Qt takes for HTML what looks like it, also in the name of a file
            return f"<p style='white-space: pre-wrap'>{escape(self.look(index.row()).tip)}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            look = self.look(index.row())
            words = look.cells[index.column()]
            return f"{look.spoken} {words}".strip() if index.column() == 0 else words
        return None
