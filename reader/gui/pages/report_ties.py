"""Import reports in the window: when they open by themselves, what their buttons do, and the ways that lead to them."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.reports import ImportRun, ReportLine
from reader.core.wording import sentence
from reader.gui.context_menus import Entry
from reader.gui.counting import counted
from reader.gui.history import PagePlace, Spot
from reader.gui.pages.report_page import NAME, ReportPage
from reader.gui.pages.report_questions import last_runs, save, to_retry
from reader.gui.pages.report_rows import waits
from reader.gui.tally import Tally
from reader.services.report_words import counts, named, outcome, title

if TYPE_CHECKING:
    from reader.gui.window import MainWindow

LISTED = 10
"""Runs in the menu."""


class ReportTies(QObject):
    """Ties the page of import reports to the worker, the menus and the status bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: ReportPage | None = None
        self._last = 0
        """The import that the status bar tells of."""
        self._told = ""
        """What the status bar says of it."""
        self._undoable = 0
        """The import that can be taken back, or 0."""
        self._began_at: tuple[Spot | None, str] = (None, "")
        self._follows = False
        self._listed = False
        window.pages.add(NAME, self._make)
        window.pages.changed.connect(self._show_link)
        importing = window.importing
        importing.began.connect(self._begin)
        importing.named.connect(self._follow)
        importing.stored.connect(self._tell)
        importing.ended.connect(self._end)
        importing.undone.connect(self._tell_undone)
        window.status.report_asked.connect(lambda: self.open(self._last))
        window.articles.counted.connect(self._list_once)
        self._fill_menu(())

    def open(self, run: int, *, take_focus: bool = True) -> None:
        """Shows the report of an import in place of the text."""
        self._window.desk.open_page(PagePlace(NAME, str(run)), take_focus=take_focus)

    def _make(self) -> ReportPage:
        window = self._window
        page = self._page = ReportPage(window.jobs, window.appearance.theme, self)
        page.article_chosen.connect(window.desk.open)
        page.folder_asked.connect(window.acts.show_in_folder)
        page.columns_asked.connect(self._ask_columns)
        page.menu_asked.connect(self._show_menu)
        page.pressed.connect(self._press)
        page.copied.connect(self._tell_copied)
        page.refused.connect(window.tell)
        return page

    # an import from its beginning to its end

    def _begin(self) -> None:
        self._last = 0
        self._say("")
        self._began_at = self._here()

    def _here(self) -> tuple[Spot | None, str]:
        """What the reader has before them, and what they search for."""
        here = self._window.desk.here()
        if isinstance(here, PagePlace):
            here = PagePlace(here.page, here.key)
        return here, self._window.tool_bar.field.text()

    def _follow(self, run: int) -> None:
        self._last = run
        self._ask_runs()
        if self._follows:
            self._follows = False
            self.open(run, take_focus=False)

    def _tell(self, tally: Tally) -> None:
        if tally.quiet:
            self._last = tally.run
            self._ask_runs()
            return
        # A report that opens by itself must not take away what the reader has turned to meanwhile.
        busy = self._here() != self._began_at or isinstance(QApplication.focusWidget(), QLineEdit)
        # About tables that wait a window of its own asks.
        if tally.failed > tally.waiting and not busy:
            self.open(tally.run, take_focus=False)
        self._ask_runs()

    def _end(self, tally: Tally, _reason: Reason | None, _stopped: bool) -> None:
        self._follows = False
        if self._page is not None and self._window.pages.current is self._page:
            self._page.refresh()
        if tally.run and not tally.is_stored:  # it was cut off
            self._ask_runs()

    def _ask_runs(self) -> None:
        self._window.jobs.ask("runs", last_runs, self._take_runs)

    def _list_once(self) -> None:
        if not self._listed:
            self._listed = True
            self._ask_runs()

    def _take_runs(self, runs: tuple[ImportRun, ...]) -> None:
        self._fill_menu(runs[:LISTED])
        last = next((run for run in runs if run.id == self._last), None)
        if last is not None and last.state != "running":
            self._say(outcome(last))
            self._set_undoable(last if last.imported + last.updated and not last.undone else None)

    def _say(self, words: str) -> None:
        self._told = words
        self._show_link()

    def _show_link(self) -> None:
        """The page says the same at the right of the status bar, so there is no link to what is shown already."""
        place = self._window.pages.place()
        here = place is not None and (place.page, place.key) == (NAME, str(self._last))
        self._window.status.set_report("" if here else self._told)

    def _fill_menu(self, runs: tuple[ImportRun, ...]) -> None:
        menu = self._window.commands.reports_menu
        menu.clear()
        for run in runs:
            words = _entry(run).replace("&", "&&")  # a single one would underline the letter after it
            menu.addAction(words).triggered.connect(partial(self._open_from_menu, run.id))
        if not runs:
            menu.addAction(self.tr("Nothing was imported yet")).setEnabled(False)

    def _open_from_menu(self, run: int, _checked: bool = False) -> None:
        self.open(run)

    # taking back

    def _set_undoable(self, run: ImportRun | None) -> None:
        undoing, before = self._window.undoing, self._undoable
        self._undoable = run.id if run is not None else 0
        if before != self._undoable:
            undoing.withdraw(f"import {before}")
        if run is not None:
            added = counted(run.imported + run.updated, self.tr("1 article"), self.tr("{0} articles"))
            words = self.tr("Undo import of {0}").format(added)
            undoing.offer(f"import {run.id}", words, partial(self._undo, run.id))

    def _undo(self, run: int) -> None:
        if self._undoable == run:
            self._set_undoable(None)
        self._window.importing.undo(run)

    def _tell_undone(self, run: int, ids: tuple[ArticleId, ...]) -> None:
        window = self._window
        if window.remaking.made(run):
            return
        self._last = 0
        self._say("")
        window.desk.forget(frozenset(ids))
        gone = counted(len(ids), self.tr("1 article"), self.tr("{0} articles"))
        window.status.show_message(self.tr("Import undone. {0} removed.").format(gone))
        if self._page is not None and window.pages.current is self._page:
            self._page.refresh()
        self._ask_runs()

    # the page's buttons and its menu

    def _press(self, key: str, run: ImportRun) -> None:
        if key == "stop":
            self._window.importing.stop()
        elif key == "undo":
            self._undo(run.id)
        elif key == "save":
            self._choose_file(run)
        elif key == "retry":
            self._window.jobs.ask("retry", partial(to_retry, number=run.id), self._try_again)

    def _try_again(self, paths: tuple[Path, ...]) -> None:
        self._follows = True
        self._window.importing.start(paths)

    def _choose_file(self, run: ImportRun) -> None:
        dialog = QFileDialog(self._window, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)"), self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix("txt" if "*.txt" in words else "csv"))
        dialog.selectFile(f"import-{run.started.astimezone():%Y-%m-%d-%H%M}.csv")
        dialog.fileSelected.connect(lambda file: self.save(run.id, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, run: int, file: Path) -> None:
        """Writes a report into a file."""
        self._window.jobs.ask("", partial(save, number=run, file=file), self._tell_saved, self._window.tell)

    def _tell_saved(self, file: Path) -> None:
        self._window.status.show_message(self.tr("Report saved as “{0}”").format(file.name))

    def _tell_copied(self, rows: int) -> None:
        self._window.status.show_message(counted(rows, self.tr("1 row copied"), self.tr("{0} rows copied")))

    def _ask_columns(self, line: ReportLine) -> None:
        if line.reason is not None:
            self._window.columns.ask(line.path, line.member, line.reason.args[-1])

    def _show_menu(self, line: ReportLine, at: QPoint) -> None:
        window = self._window
        entries: list[Entry] = []
        if line.article is not None and line.is_there:
            entries += [(self.tr("Open"), partial(window.desk.open, line.article)), None]
        entries.append((self.tr("Show file in folder"), partial(window.acts.show_in_folder, line.path)))
        if waits(line):
            entries += [(self.tr("Which column is which?"), partial(self._ask_columns, line)), None]
        if line.reason is not None:
            entries.append((self.tr("Try again"), partial(self._try_again, (Path(line.path),))))
            copy = QGuiApplication.clipboard().setText
            entries += [None, (self.tr("Copy reason"), partial(copy, sentence(line.reason)))]
        window.acts.menus.pop_up(at, *entries)


def _entry(run: ImportRun) -> str:
    """ "Import of 14 March, 14:02: “wire-2024-03”, 484 imported, 4 failed"."""
    began = title(run, dt.datetime.now().astimezone())
    return f"{began}: {named(run.given)}, {counts(run)}" if run.given else f"{began}: {counts(run)}"
