"""The window that asks which column is which (screens.md, A10). It knows one table and asks nothing by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.lessons import TableRoles
from reader.gui.columns_parts import ColumnTable, DropDown, FirstRowBox
from reader.gui.columns_rules import (
    can_be_read,
    date_words,
    facts,
    first_words,
    import_words,
    is_named,
    with_role,
    with_rows,
)
from reader.gui.look import Theme
from reader.gui.pages.page_head import HeadButton, on_paper
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces

if TYPE_CHECKING:
    from reader.services.tables import TableView

SIZE = 1000, 576
FOOT = 52


class ColumnsWindow(QDialog):
    """Shows the first rows of a table, and what becomes of them. Closing it leaves the file out."""

    roles_changed = Signal(object)
    """The ``TableRoles`` by which the first row is to be shown anew."""
    taken = Signal(object, bool)
    """The ``TableRoles`` by which the file is to be imported, and whether they are to be remembered."""
    left_out = Signal()

    def __init__(self, theme: Theme, name: str, files: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._view: TableView | None = None
        self._roles = TableRoles((), ())
        self._as_bookmarks = False
        """Whether the reader wants no body although a column holds it."""
        self._touched = False
        """Whether the reader has turned to this window by a key or the mouse."""
        self._ended = False
        self.setWindowTitle(self.tr("Import {0}").format(name))
        self.setModal(False)
        self.setMinimumSize(*SIZE)
        self._make(theme)
        self._lay_out(theme)
        self._connect()
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.set_theme(theme)
        self._show()

    def _make(self, theme: Theme) -> None:
        self._question = QLabel(self.tr("Which column is which?"))
        self._facts, self._row_head = QLabel(self.tr("Looking at the file")), QLabel(self.tr("The first row will be"))
        self.columns = ColumnTable(theme)
        self._dates_label, self._rows_label = QLabel(self.tr("Dates are written")), QLabel(self.tr("Rows are"))
        self._letters, self._unclear, self._remark = QLabel(), QLabel(), QLabel()
        self.dates, self.rows = DropDown(theme), DropDown(theme)
        self.dates.addItems([self.tr("day.month.year"), self.tr("month.day.year")])
        self.rows.addItems([self.tr("articles"), self.tr("bookmarks")])
        for label, choice in ((self._dates_label, self.dates), (self._rows_label, self.rows)):
            choice.setAccessibleName(label.text())
        self.first = FirstRowBox(theme)
        self._foot = QWidget()
        self.remember = QCheckBox(self.tr("Remember this for files with these columns"))
        self.remember.setChecked(True)
        self.leave_button, self.import_button = HeadButton(theme), HeadButton(theme, main=True)

    def _connect(self) -> None:
        self.columns.role_chosen.connect(self._take_role)
        self.dates.activated.connect(self._take_dates)
        self.rows.activated.connect(self._take_rows)
        self.leave_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.accept)
        for key, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self._step(by))

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        on_paper(self, theme)
        dress(self._question, theme, "panel_name", "text")
        dress(self._row_head, theme, "small_strong", "text_secondary")
        for label in (self._facts, self._dates_label, self._rows_label, self._letters):
            dress(label, theme, "ui", "text_secondary")
        for label in (self._unclear, self._remark):
            dress(label, theme, "ui", "warn")
        for part in (self.columns, self.dates, self.rows, self.first, self.leave_button, self.import_button):
            part.set_theme(theme)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("window"))
        self._foot.setPalette(palette)
        self._foot.setAutoFillBackground(True)
        self.remember.setFont(theme.font("ui"))

    def set_files(self, files: int) -> None:
        """How many files with these columns wait for the answer."""
        self._files = files
        self._show()

    @property
    def roles(self) -> TableRoles:
        """What the reader has chosen, with bookmarks where rows are to be those."""
        return with_rows(self._roles, as_bookmarks=self._as_bookmarks)

    @property
    def words(self) -> tuple[str, str, str]:
        """The facts, what is said of dates, and what is said of the rows."""
        return self._facts.text(), self._unclear.text(), self._remark.text()

    def set_view(self, view: TableView) -> None:
        """Shows a table; when it comes again, with what its first row becomes by the roles that were chosen."""
        is_new = self._view is None
        self._view = view
        if is_new:
            self._roles = view.roles
            self.columns.set_view(view)
            self.dates.setCurrentIndex(0 if view.roles.day_first else 1)
            self.remember.setChecked(is_named(view.roles))
        self._show()
        if is_new and view.unclear_date:  # it is read only where somebody says how
            self.roles_changed.emit(self.roles)
        if is_new:
            self._set_order()
        if is_new and (choices := self.columns.choices):
            told = next((at for at, role in enumerate(view.roles.roles) if role), 0)
            choices[min(told, len(choices) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_order(self) -> None:
        """Tab goes the way the eye goes; the drop-downs were made last."""
        choices = (*self.columns.choices, self.dates, self.rows)
        for one, other in pairwise((*choices, self.remember, self.leave_button, self.import_button)):
            QWidget.setTabOrder(one, other)

    def accept(self) -> None:
        """Imports the rows, unless nothing could be read of them."""
        if self.import_button.isEnabled():
            self._ended = True
            self.taken.emit(self.roles, self.remember.isChecked())
            super().accept()

    def reject(self) -> None:
        """Leaves the file out; it stays in the report."""
        if not self._ended:
            self._ended = True
            self.left_out.emit()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._touched:  # an Enter that was meant for other work is no answer
                self.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched)):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._touched = True
            elif isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
                self._touched = self._touched or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return False

    # what the reader chooses

    def _take_role(self, at: int, role: str) -> None:
        self._roles = with_role(self._roles, at, role)
        self.columns.set_roles(self._roles.roles)
        self._change()

    def _take_dates(self, index: int) -> None:
        self._roles = replace(self._roles, day_first=index == 0)
        self._change()

    def _take_rows(self, index: int) -> None:
        self._as_bookmarks = index == 1
        self._change()

    def _change(self) -> None:
        self._show()
        self.roles_changed.emit(self.roles)

    def _step(self, by: int) -> None:
        choices = self.columns.choices
        here = next((at for at, choice in enumerate(choices) if choice.hasFocus()), -1 if by > 0 else len(choices))
        if 0 <= here + by < len(choices):
            choices[here + by].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.columns.table.scrollTo(self.columns.table.model().index(0, here + by))

    def _show(self) -> None:
        view, roles = self._view, self.roles
        for part in (self.columns, self.dates, self.rows, self._letters, self.first, self._row_head):
            part.setVisible(view is not None)
        for label in (self._dates_label, self._rows_label):
            label.setVisible(view is not None)
        self.leave_button.set_words(self.tr("Leave this file out") if self._files == 1 else self.tr("Leave them out"))
        self.import_button.setEnabled(view is not None and can_be_read(roles))
        self.import_button.set_words(import_words(view.count) if view is not None else self.tr("Import"))
        if view is None:
            return
        has_body, has_date = "body" in self._roles.roles, "published" in self._roles.roles
        self.rows.setCurrentIndex(1 if self._as_bookmarks or not has_body else 0)
        self.rows.setEnabled(has_body)
        self.dates.setEnabled(has_date)
        self._facts.setText(facts(view, self._files))
        self._letters.setText(self.tr("Letters are {0}").format(view.letters))
        self._unclear.setText(date_words(view, dt.date.today()) if has_date else "")
        self._remark.setText(first_words(view, roles, as_bookmarks=self._as_bookmarks))
        self.first.set_row(view.first)

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        options = QHBoxLayout()
        options.setSpacing(gap.medium)
        for label, choice in ((self._dates_label, self.dates), (self._rows_label, self.rows)):
            options.addWidget(label)
            options.addWidget(choice)
            options.addSpacing(gap.tight)
        options.addWidget(self._letters)
        options.addSpacing(gap.tight)
        options.addWidget(self._unclear, 1)
        column = QVBoxLayout()
        column.setContentsMargins(gap.gutter, gap.wide, gap.gutter, gap.large)
        column.setSpacing(gap.tight)
        column.addWidget(self._question)
        column.addWidget(self._facts)
        column.addSpacing(gap.small)
        column.addWidget(self.columns)
        column.addLayout(options)
        column.addSpacing(gap.large)
        column.addWidget(self._row_head)
        column.addSpacing(gap.hair)
        column.addWidget(self.first)
        column.addSpacing(gap.hair)
        column.addWidget(self._remark)
        column.addStretch(1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(gap.gutter, 0, gap.gutter, 0)
        foot.setSpacing(gap.small)
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.import_button)
        self._foot.setFixedHeight(FOOT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self._foot)
        for label in (self._facts, self._unclear, self._remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)


def name_of(path: str, member: str) -> str:
    """ "clippings-2023.csv", or the name of the table inside an archive."""
    return member.rpartition("/")[2] or Path(path).name
