"""The list of what could not be imported, each file with its reason; a window that stands in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.steps import Failed
from reader.core.wording import sentence
from reader.gui.look import Theme

FITTED = 500
"""Rows that grow with their words; of those below a tooltip says what is cut. A row costs a tenth of a millisecond."""


class NotImported(QDialog):
    """Paths at the left, sentences at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not imported"))
        self.setModal(False)
        self.resize(760, 360)
        self._failures: tuple[Failed, ...] = ()
        self._title = QLabel()
        self._table = QTableWidget(0, 2)
        self._table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason")])
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(30)
        self._table.verticalHeader().setMinimumSectionSize(30)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 260)
        header.setStretchLastSection(True)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_rows)
        header.sectionResized.connect(self._fitting.start)
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.clicked.connect(self._copy_all)
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._arrange()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._title.setFont(theme.font("panel_name"))
        for button in (self._copy, self._close):
            button.setFixedHeight(theme.size("small_button"))
            button.setMinimumWidth(72)

    def set_failures(self, failures: tuple[Failed, ...]) -> None:
        """Lists the failures of a run in place of those before."""
        self._failures = failures
        title = self.tr("1 file was not imported") if len(failures) == 1 else self.tr("{0} files were not imported")
        self._title.setText(title.format(f"{len(failures):,}"))
        self._table.setRowCount(len(failures))
        for row, failed in enumerate(failures):
            for column, words in enumerate((where(failed), sentence(failed.reason))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self._table.setItem(row, column, item)

        self._fitting.start()

    @property
    def lines(self) -> tuple[str, ...]:
        """What is listed: a path, a tab and the reason."""
        return tuple(f"{where(failed)}\t{sentence(failed.reason)}" for failed in self._failures)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines))

    def _fit_rows(self) -> None:
        for row in range(min(FITTED, self._table.rowCount())):
            self._table.resizeRowToContents(row)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._table)
        column.addLayout(buttons)


def where(failed: Failed) -> str:
    """The file, and what inside it."""
    return f"{failed.path} › {failed.member}" if failed.member else failed.path
