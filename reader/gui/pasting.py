"""Paste as article, and texts that are dropped: each is kept as an original of its own and imported like any file."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from reader.core.article import ArticleId
from reader.core.steps import Imported, Known, Step, Updated
from reader.gui.brought import Brought, Text, brought

if TYPE_CHECKING:
    from reader.gui.window import MainWindow
    from reader.services.workers import ImportJob, Job


class Pasting(QObject):
    """Takes in what the clipboard or a drop brings, and opens the article that a text became."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        """The files of this window's pasted texts: there until it is closed, so that one can be tried again."""
        self._awaited: ImportJob | None = None
        self._known: Job | None = None
        """The import of a text that was there already."""
        self._to_choose: ArticleId | None = None
        window.commands.paste.triggered.connect(self.paste)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window.frame.list)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.paste)
        window.importing.took_in.connect(self._take)
        window.importing.did.connect(self._end)
        window.articles.counted.connect(self._choose)

    def paste(self) -> None:
        """Takes in what the clipboard holds."""
        found = brought(QGuiApplication.clipboard().mimeData())
        if found.refused == "empty":
            self._window.status.show_message(self.tr("Nothing to paste. Copy a text first."))
        else:
            self.take_in(found, self.tr("pasted {0}"))

    def take_in(self, found: Brought, name: str) -> None:
        """Imports what was brought; ``name`` is that of a text, with ``{0}`` for the moment."""
        if found.paths:
            self._window.importing.start(found.paths)
        elif found.text is not None:
            self._awaited = self._window.importing.start((self._write(found.text, name),))
        else:
            self._window.status.show_message(self._why_not(found.refused))

    def close(self) -> None:
        """Removes the files; to be called when nothing is imported any more."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _why_not(self, code: str) -> str:
        return {
            "address": self.tr("Nothing is fetched: save the page and drop the file."),
            "promise": self.tr("The message came without its text. Save it as a file and drop that."),
        }.get(code, self.tr("There is no text in what was dropped."))

    def _write(self, text: Text, name: str) -> Path:
        """A file with a folder of its own: the same name in the same minute is no newer version of the story."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="dateline-pasted-", ignore_cleanup_errors=True)
        now = f"{dt.datetime.now():%Y-%m-%d %H.%M}"
        file = Path(tempfile.mkdtemp(dir=self._folder.name)) / f"{name.format(now)}{text.suffix}"
        file.write_bytes(text.data)
        return file

    # the article that a text became

    def _take(self, job: Job, step: Step) -> None:
        if job != self._awaited or not isinstance(step, Imported | Updated | Known):
            return
        self._awaited = None
        self._known = job if isinstance(step, Known) else None
        self._to_choose = step.id
        self._window.articles.refresh()
        self._window.desk.open(step.id)

    def _end(self, job: Job) -> None:
        if job == self._awaited:
            self._awaited = None
        if job == self._known:
            self._known = None
            QTimer.singleShot(0, self, self._tell_known)  # after what is said of any import that ends

    def _tell_known(self) -> None:
        self._window.status.show_message(self.tr("This text is in the library already."))

    def _choose(self) -> None:
        if self._to_choose is not None and self._window.frame.list.choose(self._to_choose):
            self._to_choose = None
