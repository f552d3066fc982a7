"""Rows that are all known: a tuple of records, and how each is said aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.panes.row_table import ITEM

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractTableModel):
    """One column. ``spoken`` gives the name and the description of a record for a screen reader."""

    def __init__(
        self,
        spoken: Callable[[Any], tuple[str, str]],
        parent: QObject | None = None,
        *,
        choosable: Callable[[Any], bool] = lambda _: True,
    ) -> None:
        super().__init__(parent)
        self.records: tuple[Any, ...] = ()
        self._spoken, self._choosable = spoken, choosable

    def set_records(self, records: tuple[Any, ...]) -> None:
        """Replaces the rows; those that only follow the known ones are added below them."""
        known = len(self.records)
        if known and len(records) > known and records[:known] == self.records:
            self.beginInsertRows(QModelIndex(), known, len(records) - 1)
            self.records = records
            self.endInsertRows()
        elif records != self.records:
            self.beginResetModel()
            self.records = records
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._choosable(self.records[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.records[index.row()]
        if role == ITEM:
            return record
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(record)[0]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._spoken(record)[1]
        return None
