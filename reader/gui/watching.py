"""The watched folder: what appears in it is imported by itself, when it has stopped growing. It is only ever read."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed, Step
from reader.core.watching import Growing, Sight, decide
from reader.gui.counting import counted
from reader.gui.tally import Tally

if TYPE_CHECKING:
    from reader.gui.window import MainWindow
    from reader.services.library import Library
    from reader.services.watching import Look
    from reader.services.workers import Job

SECTION = "watched"
"""Where the settings keep the folder, under the path of each library."""
POLL_MS = 15_000
"""How often the folder is looked at where the system tells nothing of it, as of network disks."""
AGAIN_MS = 700
"""How soon it is looked at again when something happened in it, or grows."""
SOON = 30.0
"""Seconds for which a file that does not grow any more (an empty one, say) is looked at again so soon."""
PAUSES = 4
"""How many times as long as a look lasts, it is looked at again at the soonest."""
PAUSE = 60.0
"""Seconds before what could not be imported is tried again."""
MOST_FOLDERS = 200
"""Folders of which the system is asked to tell; the others are looked at."""
_LATER = frozenset({"disk-full", "no-reader"})
"""Codes of failures for which the file is not to blame: it is taken in at the next start."""


class Watching(QObject):
    """Watches one folder for a library, beside whatever the reader does; it never steals the screen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None
        self._growing: Mapping[str, Growing] = {}
        self._left: set[Sight] = set()
        """What is being taken in, or is not to be taken in until the next start."""
        self._jobs: dict[Job, tuple[Sight, ...]] = {}
        self._now: Job | None = None
        self._later: set[str] = set()
        self._asking = self._missed = self._begun = False
        self._not_before = self._asked_at = 0.0
        self._system = QFileSystemWatcher(self)
        self._poll = QTimer(self, interval=POLL_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._system.directoryChanged.connect(lambda _: self._again.start())
        for timer in (self._poll, self._again):
            timer.timeout.connect(self.look)
        importing, commands = window.importing, window.commands
        importing.took_in.connect(self._take)
        importing.stored.connect(self._see_stored)
        importing.did.connect(self._end)
        window.articles.counted.connect(self._begin_once)
        commands.watch.triggered.connect(self._choose)
        commands.watched.triggered.connect(self._open)
        commands.stop_watching.triggered.connect(self.stop)
        kept = window.settings.get(SECTION, str(window.folder), "")
        self._set(Path(kept) if kept else None)

    @property
    def folder(self) -> Path | None:
        """What is watched, or None."""
        return self._folder

    def watch(self, folder: Path) -> None:
        """Watches a folder from now on. What lies in it already is left as it is."""
        folder, library = folder.absolute(), self._window.folder.absolute()
        if folder == library or folder in library.parents or library in folder.parents:
            self._window.status.show_message(self.tr("The library lies in this folder. Choose another one."))
            return
        answer = partial(self._begin, folder)
        self._window.jobs.change(partial(_begin, folder=folder), answer, self._window.tell)

    def stop(self) -> None:
        """Watches no more. What was taken in stays."""
        if self._folder is not None:
            words = self.tr("“{0}” is watched no more. What was imported is kept.").format(self._folder.name)
            self._window.status.show_message(words)
        self._set(None)
        self._keep("")

    def look(self) -> None:
        """Looks what is new; one look at a time, for a disk that does not answer must not hold up all questions."""
        if self._folder is not None and not self._asking and self._begun and self._window.isVisible():
            self._asking, self._asked_at = True, time.monotonic()
            answer, refused = partial(self._decide, self._folder), partial(self._refuse, self._folder)
            self._window.jobs.ask("watch", partial(_look, folder=self._folder), answer, refused)

    # the folder

    def _choose(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Watch a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.watch(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _begin(self, folder: Path, files: int) -> None:
        self._begun = True
        self._set(folder)
        self._keep(str(folder))
        words = self.tr("Watching “{0}”. What appears in it from now on is imported.").format(folder.name)
        if files:
            left = counted(files, self.tr("1 file is left as it is"), self.tr("{0} files are left as they are"))
            words = self.tr("{0} In it {1}.").format(words, left)
        self._window.status.show_message(words)
        self.look()

    def _begin_once(self) -> None:
        if not self._begun:  # what appeared while the program was closed
            self._begun = True
            self.look()

    def _set(self, folder: Path | None) -> None:
        self._folder, self._growing, self._missed, self._asking = folder, {}, False, False
        self._again.stop()
        if known := self._system.directories():
            self._system.removePaths(known)
        if folder is None:
            self._poll.stop()
        else:
            self._poll.start()
        self._window.commands.set_watched(folder.name or str(folder) if folder is not None else "")

    def _keep(self, folder: str) -> None:
        try:
            self._window.settings.set(SECTION, {str(self._window.folder): folder})
        except Trouble as trouble:
            self._window.tell(trouble.reason)

    # what is in it

    def _decide(self, folder: Path, look: Look) -> None:
        if folder != self._folder:  # another one is watched since
            return
        self._asking = False
        if not look.is_there:
            self._miss(folder)
            return
        self._missed = False
        if new := [each for each in look.folders[:MOST_FOLDERS] if each not in self._system.directories()]:
            self._system.addPaths(new)
        now = time.monotonic()
        sights = [sight for sight in look.sights if sight not in self._left]
        decision = decide(sights, self._growing, now)
        self._growing = decision.growing
        if decision.ready and now >= self._not_before:
            self._import(folder, decision.ready)
        if any(now - each.since < SOON for each in decision.growing.values()):
            # A large folder on a slow disk is not looked at without a pause.
            self._again.start(max(AGAIN_MS, int(1000 * PAUSES * (now - self._asked_at))))

    def _miss(self, folder: Path) -> None:
        self._growing = {}
        if not self._missed:
            self._missed = True
            words = self.tr("The watched folder “{0}” is not there. It is looked for again.").format(folder.name)
            self._window.status.show_message(words)

    def _refuse(self, folder: Path, reason: Reason) -> None:
        if folder == self._folder:
            self._asking = False
            self._window.tell(reason)

    def _import(self, folder: Path, sights: tuple[Sight, ...]) -> None:
        job = self._window.importing.start((Path(sight.path) for sight in sights), watched=str(folder))
        if job is not None:
            self._left.update(sights)
            self._jobs[job] = sights

    # what became of it

    def _take(self, job: Job, step: Step) -> None:
        self._now = job
        if isinstance(step, Failed) and step.reason.code in _LATER:
            self._later.add(step.path)

    def _see_stored(self, tally: Tally) -> None:
        for job, sights in tuple(self._jobs.items()):
            if tally.quiet and job == self._now:
                del self._jobs[job]
                self._see(sights)

    def _see(self, sights: tuple[Sight, ...]) -> None:
        later, self._later = self._later, set()
        done = tuple(sight for sight in sights if sight.path not in later)
        self._window.jobs.change(partial(_see, sights=done), failed=self._window.tell)

    def _end(self, job: Job, reason: Reason | None, stopped: bool) -> None:
        sights = self._jobs.pop(job, ())
        if reason is not None:  # another window writes, say
            self._left.difference_update(sights)
            self._not_before = time.monotonic() + PAUSE
        if stopped:  # what was being taken in is left until the next start; what waited behind it is looked for again
            for waiting in self._jobs.values():
                self._left.difference_update(waiting)
            self._jobs.clear()


def _look(library: Library, folder: Path) -> Look:
    from reader.services import watching

    return watching.look(library, folder)


def _begin(library: Library, folder: Path) -> int:
    from reader.services import watching

    return watching.begin(library, folder)


def _see(library: Library, sights: tuple[Sight, ...]) -> None:
    from reader.services import watching

    watching.see(library, sights)
