"""When the window opens that asks which column is which, and what is done with the answer."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.core.lessons import TableRoles
from reader.core.reasons import Reason
from reader.core.steps import Failed, Step
from reader.gui.columns import ColumnsWindow, name_of
from reader.gui.importing import is_quiet
from reader.gui.look import Theme
from reader.gui.tally import WAITS

if TYPE_CHECKING:
    from reader.gui.window import MainWindow
    from reader.services.library import Library
    from reader.services.tables import TableView
    from reader.services.workers import Job

Table = tuple[str, str]
"""A path, and the name inside an archive."""


class ColumnsTies(QObject):
    """Asks once for all tables of an import that have the same columns, one question at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: dict[str, list[Table]] = {}
        """Tables by the names of their columns."""
        self._tables: tuple[str, list[Table]] = ("", [])
        """What the window that is open asks about."""
        self._settled: dict[str, TableRoles | None] = {}
        """What was answered while the import goes on that met the tables; None for those that are left out."""
        self._later: dict[str, list[Table]] = {}
        """Tables that came after the answer."""
        self._wanted = False
        """Whether the reader asked for the question, in a report."""
        self._began_at: tuple[object, object] = (None, None)
        self.asked: ColumnsWindow | None = None
        """The window that is open."""
        window.importing.began.connect(self._begin)
        window.importing.took_in.connect(self._meet)
        window.importing.did.connect(self._end_import)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        if self.asked is not None:
            self.asked.set_theme(theme)

    def close(self) -> None:
        """Asks no more: the window is closed. What waits stays in the reports."""
        self._waiting.clear()
        if self.asked is not None:
            self.asked.close()

    def ask(self, path: str, member: str, names: str) -> None:
        """Asks about a table that waits in a report; ``names`` are those of its columns."""
        self._settled.pop(names, None)
        self._wanted = True
        self._put((path, member), names)
        if self.asked is not None:
            self.asked.raise_()
            self.asked.activateWindow()

    def _begin(self) -> None:
        self._began_at = self._here()

    def _here(self) -> tuple[object, object]:
        """What the reader has before them, and what has the keyboard."""
        return self._window.desk.here(), QApplication.focusWidget()

    def _is_busy(self) -> bool:
        wanted, self._wanted = self._wanted, False
        here = self._here()
        return not wanted and (here != self._began_at or isinstance(here[1], QLineEdit))

    def _meet(self, job: Job, step: Step) -> None:
        if isinstance(step, Failed) and step.reason.code == WAITS and not is_quiet(job):
            self._put((step.path, step.member), step.reason.args[-1])

    def _put(self, table: Table, names: str) -> None:
        if names in self._settled:
            self._later.setdefault(names, []).append(table)
        elif self.asked is not None and self._tables[0] == names:
            if table not in self._tables[1]:
                self._tables[1].append(table)
                self.asked.set_files(len(self._tables[1]))
        else:
            self._waiting.setdefault(names, []).append(table)
            QTimer.singleShot(0, self, self._ask_next)

    def _end_import(self) -> None:
        later, settled = self._later, self._settled
        self._later, self._settled = {}, {}
        for names, tables in later.items():
            if (roles := settled[names]) is not None:
                self._window.importing.start(dict.fromkeys(Path(path) for path, _ in tables), tables=(roles,))

    def _ask_next(self) -> None:
        if self.asked is not None or not self._waiting:
            return
        names = next(iter(self._waiting))
        tables = list(dict.fromkeys(self._waiting.pop(names)))
        self._tables = names, tables
        theme, window = self._window.appearance.theme, self._window
        shown = self.asked = ColumnsWindow(theme, name_of(*tables[0]), len(tables), window)
        # Work that goes on elsewhere keeps the keyboard; the window waits beside it.
        shown.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, self._is_busy())
        shown.roles_changed.connect(partial(self._look, tables[0]))
        shown.taken.connect(self._take)
        shown.left_out.connect(self._leave_out)
        shown.finished.connect(self._end)
        shown.show()
        self._look(tables[0], None)

    def _look(self, table: Table, roles: TableRoles | None) -> None:
        question = partial(_preview, table=table, roles=roles, today=dt.date.today())
        self._window.jobs.ask("columns", question, self._show, self._refuse)

    def _show(self, view: TableView) -> None:
        if self.asked is not None:
            self.asked.set_view(view)

    def _refuse(self, reason: Reason) -> None:
        if self.asked is not None:
            self.asked.reject()
        self._window.tell(reason)

    def _take(self, roles: TableRoles, remember: bool) -> None:
        self._settle(roles)
        paths = tuple(dict.fromkeys(Path(path) for path, _ in self._tables[1]))
        start = partial(self._start, paths, roles)
        if remember:
            self._window.jobs.change(partial(_remember, table=roles), start, self._window.tell)
        else:
            start()

    def _start(self, paths: tuple[Path, ...], roles: TableRoles, _remembered: object = None) -> None:
        self._window.importing.start(paths, tables=(roles,))

    def _leave_out(self) -> None:
        self._settle(None)
        words = self.tr("“{0}” was left out. Its import report leads back to it.")
        self._window.status.show_message(words.format(name_of(*self._tables[1][0])))

    def _settle(self, roles: TableRoles | None) -> None:
        if self._window.importing.running:
            self._settled[self._tables[0]] = roles

    def _end(self) -> None:
        self._window.jobs.forget("columns")
        if self.asked is not None:
            self.asked.deleteLater()
            self.asked = None
        self._ask_next()


def _preview(_library: Library, table: Table, roles: TableRoles | None, today: dt.date) -> TableView:
    from reader.services import tables

    return tables.preview(*table, roles, today=today)


def _remember(library: Library, table: TableRoles) -> None:
    from reader.services.learning import remember_table

    remember_table(library, table)
