"""The page of import reports: asks for a run and its lines, and goes on asking while the import goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.article import ArticleId
from reader.core.reports import ImportRun, ReportLine
from reader.gui.history import PagePlace
from reader.gui.jobs import Jobs
from reader.gui.look import Theme
from reader.gui.pages.report_questions import Told, told
from reader.gui.pages.report_rows import waits
from reader.gui.pages.report_view import ReportView
from reader.services.report_words import outcome

NAME = "report"
AGAIN_MS = 400
"""How often a report is asked for anew while its import goes on."""


class ReportPage(QObject):
    """One import at a time; ``key`` of its place is the number of the run."""

    titled = Signal()
    article_chosen = Signal(object)
    """An ``ArticleId`` to open."""
    columns_asked = Signal(object)
    """The ``ReportLine`` of a table that waits: which column is which?"""
    folder_asked = Signal(str)
    """The path of a file that is to be shown where it lies."""
    menu_asked = Signal(object, QPoint)
    """A context menu for a ``ReportLine``, at a global point."""
    pressed = Signal(str, object)
    """A button (stop, undo, save, retry) and the ``ImportRun`` that is shown."""
    copied = Signal(int)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._number = 0
        self._run: ImportRun | None = None
        self._lines: tuple[ReportLine, ...] = ()
        self._awaited: PagePlace | None = None
        self.view = ReportView(theme)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask)
        self.view.line_entered.connect(self._enter)
        self.view.menu_asked.connect(self.menu_asked)
        self.view.copied.connect(self.copied)
        self.view.pressed.connect(self._press)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self.view

    @property
    def title(self) -> str:
        """ "Import of 14 March, 14:02"."""
        return self.view.head.words[0] if self._run else self.tr("Import report")

    @property
    def foot(self) -> str:
        """ "Import done: 484 imported, 4 failed"."""
        return outcome(self._run) if self._run else ""

    @property
    def run(self) -> ImportRun | None:
        """The import that is shown."""
        return self._run

    def go_to(self, place: PagePlace) -> None:
        """Shows the report of a run, or another place in the one that is shown."""
        number = int(place.key) if place.key.isdecimal() else 0  # a settings file may say anything
        self._awaited = place
        if number != self._number:
            self._number, self._run, self._lines = number, None, ()
        self._ask()

    def place(self) -> PagePlace:
        """The run, the tab, the row and how far it is scrolled."""
        if self._awaited is not None:  # its answer has not come yet
            return self._awaited
        line = self.view.current_line()
        top = self.view.table.verticalScrollBar().value()
        return PagePlace(NAME, str(self._number), self.view.wanted.tab, line.number if line else None, top)

    def refresh(self) -> None:
        """Asks for everything anew: the import was taken back, say."""
        self._lines = ()
        self._ask()

    def find(self) -> bool:
        """Goes to the field."""
        self.view.go_to_field()
        return True

    def escape(self) -> bool:
        """Empties the field, then leaves it."""
        return self.view.escape()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.view.set_theme(theme)

    def kept(self) -> str:
        """The columns as the reader has set them."""
        return self.view.table.kept()

    def restore(self, kept: str) -> None:
        """Sets the columns as they were kept."""
        self.view.table.restore(kept)

    def _ask(self) -> None:
        if self._number:
            after = self._lines[-1].number if self._lines else 0
            question = partial(told, number=self._number, after=after)
            self._jobs.ask("report", question, partial(self._show, after), self.refused.emit)

    def _show(self, after: int, answer: Told) -> None:
        run = answer.run
        if run.id != self._number:
            return
        known = self._lines if after else ()
        self._run, self._lines = run, (*known, *answer.lines)
        self.view.set_report(run, self._lines)
        place, self._awaited = self._awaited, None
        if place is not None and place.tab:
            self._move(place)
        if run.state == "running":
            self._again.start()
        self.titled.emit()

    def _move(self, place: PagePlace) -> None:
        self.view.choose_tab(place.tab)
        if place.row is not None:
            self.view.go_to_line(place.row)
        self.view.table.verticalScrollBar().setValue(place.top)

    def _enter(self, line: ReportLine) -> None:
        if line.article is not None and line.is_there:
            self.article_chosen.emit(ArticleId(line.article))
        elif waits(line):
            self.columns_asked.emit(line)
        else:
            self.folder_asked.emit(line.path)

    def _press(self, key: str) -> None:
        if self._run is not None:
            self.pressed.emit(key, self._run)
