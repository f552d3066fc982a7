"""Importing from the window: starts runs of the worker, tells how far they are, and never stands in the way."""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.core.article import ArticleId
from reader.core.lessons import TableRoles
from reader.core.reasons import Reason
from reader.core.steps import Changes, Failed, Imported, Known, Noted, Step, Updated
from reader.gui.jobs import Jobs
from reader.gui.tally import Tally, with_step

if TYPE_CHECKING:
    from reader.services.workers import ImportJob, Job, Worker


NEXT = {"import": "annotate", "annotate": "index"}
"""The stage that follows another."""


class Importing(QObject):
    """One run at a time; what is asked for meanwhile waits."""

    changed = Signal(object)
    """``Changes`` to the library."""
    noted = Signal(object)
    """A ``Reason`` that the reader should know although nothing failed."""
    told = Signal(str, float)
    """Words about the work and the share that is done; empty words when there is none."""
    began = Signal()
    """An import begins, which the reader has asked for."""
    named = Signal(int)
    """The number of the import that goes on is known."""
    stored = Signal(object)
    """The ``Tally`` of an import when all of it is in the library; names are still to be found."""
    undone = Signal(int, object)
    """A run was taken back: its number, and the ids of what is no longer in the library."""
    took_in = Signal(object, object)
    """The job of an import, and the ``Imported``, ``Known``, ``Updated`` or ``Failed`` that came of a file."""
    did = Signal(object, object, bool)
    """A job, the ``Reason`` why it broke off or None, and whether the reader stopped it."""
    ended = Signal(object, object, bool)
    """The ``Tally`` of a run, the ``Reason`` why it broke off or None, and whether the reader stopped it."""

    def __init__(self, jobs: Jobs, library: Path, *, tell_after: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._worker: Worker | None = None
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._tally = Tally()
        self._remade: set[int] = set()
        """Runs that are undone and were no imports."""
        self._stopped = False
        self._held = False
        self._late = QTimer(self, singleShot=True, interval=tell_after)
        self._late.timeout.connect(self._tell)

    @property
    def running(self) -> bool:
        """Whether the worker is at work."""
        return self._running is not None

    def start(
        self, paths: Iterable[Path], *, watched: str = "", tables: tuple[TableRoles, ...] = ()
    ) -> ImportJob | None:
        """Imports files and folders; the job is named by ``took_in`` and ``did``. None where there is nothing to do.

        ``watched`` is the folder in which they appeared; ``tables`` says which column is which, this once.
        """
        from reader.services.workers import ImportJob

        wanted = tuple(str(path) for path in paths)
        if not wanted:
            return None
        job = ImportJob(wanted, watched=watched, tables=tables)
        self._add(job)
        return job

    def read_again(self, articles: tuple[ArticleId, ...] = ()) -> None:
        """Reads the kept originals of some articles anew, or of all; a run like any import."""
        from reader.services.workers import ImportJob

        self._add(ImportJob((), again=True, articles=articles))

    def finish_pending(self) -> None:
        """Takes up what an earlier run left in the queue, and what is stale; not once the reader has stopped that."""
        from reader.services.workers import PendingJob

        if not self.running and not self._held:
            self._add(PendingJob(stale=True))

    def rebuild(self) -> None:
        """Makes the index anew."""
        from reader.services.workers import RebuildJob

        self._add(RebuildJob())

    def undo(self, run: int, *, remade: bool = False) -> None:
        """Takes an import back. Finding names and indexing give way to it, and go on afterwards.

        ``remade`` says that it gave a line back, or took one away.
        """
        from reader.services.workers import UndoJob

        if remade:
            self._remade.add(run)
        self._add(UndoJob(run))

    def stop(self) -> None:
        """Ends the run at once. What was imported is kept, and gets its names; these stop when they are stopped."""
        self._waiting.clear()
        if self._worker is not None and self.running:
            self._stopped = True
            self._held = self._tally.job != "import" or self._tally.is_stored
            self._worker.stop()

    def close(self) -> None:
        """Ends the worker; to be called before the jobs are closed."""
        self._late.stop()
        self.stop()
        self._held = True

    def let_go(self) -> None:
        """Ends run and child process, so that another library can be put in the place of this one."""
        self._late.stop()
        self.stop()
        self._held = False
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def dismiss(self) -> None:
        """Lets the child process go; to be called after the jobs were closed."""
        if self._worker is not None:
            self._worker.close()

    def _add(self, job: Job) -> None:
        if job not in self._waiting:
            self._waiting.append(job)
        if not self.running:
            self._run_next()
        elif self._worker is not None and self._gives_way_to(job):
            # What is left may wait: it is taken up again after what the reader asks for.
            self._worker.stop()

    def _gives_way_to(self, job: Job) -> bool:
        tally = self._tally
        if tally.job == "pending":
            return True
        return (
            kind_of(job) == "undo" and tally.job in ("import", "undo") and tally.stage in ("annotate", "index", "group")
        )

    def _run_next(self) -> None:
        from reader.services.workers import Worker

        if not self._waiting:
            return
        worker = self._worker = self._worker or Worker(self._library)
        job = self._running = self._waiting.pop(0)
        self._tally = Tally(
            job=kind_of(job),
            again=getattr(job, "again", False),
            remade=getattr(job, "run", 0) in self._remade,
            quiet=is_quiet(job),
            began=time.monotonic(),
        )
        self._stopped = self._held = False
        self._late.start()
        if self._tally.job == "import" and not self._tally.quiet:
            self.began.emit()
        if self._tally.job == "undo":  # it tells nothing before all of it is done
            self._tell()
        self._jobs.listen(partial(worker.run, job), self._took, self._end)

    def _took(self, steps: tuple[Step, ...]) -> None:
        now, before = time.monotonic(), self._tally
        for step in steps:
            self._tally = with_step(self._tally, step, now)
        if self._tally.run and not before.run and not self._tally.quiet:
            self.named.emit(self._tally.run)
        for step in steps:
            if isinstance(step, Imported | Known | Updated | Failed):
                self.took_in.emit(self._running, step)
        if self._tally.is_stored and not before.is_stored:
            self.stored.emit(self._tally)
        if self._tally.job == "undo" and before.changes is None and self._tally.changes is not None:
            self.undone.emit(getattr(self._running, "run", 0), self._tally.changes.articles)
        for changes in (step for step in steps if isinstance(step, Changes)):
            self.changed.emit(changes)
        for note in (step for step in steps if isinstance(step, Noted)):
            self.noted.emit(note.reason)
        if not self._late.isActive():
            self._tell()
        if self._worker is not None and any(map(self._gives_way_to, self._waiting)):
            self._worker.stop()

    def _end(self, reason: Reason | None) -> None:
        self._late.stop()
        job, self._running = self._running, None
        self.told.emit("", 0.0)
        self.did.emit(job, reason, self._stopped)
        self.ended.emit(self._tally, reason, self._stopped)
        self._run_next()

    def _tell(self) -> None:
        if self.running:
            self.told.emit(words_for(self._tally, time.monotonic()), self._tally.share)


def kind_of(job: Job) -> str:
    """The name of a job in a ``Tally``."""
    from reader.services.workers import ImportJob, RebuildJob, UndoJob

    if isinstance(job, ImportJob):
        return "import"
    if isinstance(job, UndoJob):
        return "undo"
    return "rebuild" if isinstance(job, RebuildJob) else "pending"


def is_quiet(job: Job) -> bool:
    """Whether nobody asked for a job: what appeared in the watched folder never steals the screen."""
    from reader.services.workers import ImportJob

    return isinstance(job, ImportJob) and bool(job.watched)


def words_for(tally: Tally, now: float) -> str:
    """What the status bar says of a run: "Importing 212 of 500, 48 a second, 7 seconds left"."""
    tr = partial(QCoreApplication.translate, "Importing")
    if not tally.total:
        return {
            "import": tr("Looking at the originals") if tally.again else tr("Looking at the files"),
            "pending": tr("Going on with what waits"),
            "rebuild": tr("Making the index anew"),
            "undo": tr("Undoing the change") if tally.remade else tr("Undoing the import"),
        }[tally.job]
    if tally.done >= tally.total and tally.stage in NEXT:  # a stage tells nothing before its first article is done
        return tr("Finding names") if NEXT[tally.stage] == "annotate" else tr("Indexing")
    words = {
        "import": tr("Reading again {0} of {1}") if tally.again else tr("Importing {0} of {1}"),
        "annotate": tr("Finding names, {0} of {1}"),
        "index": tr("Indexing, {0} of {1}"),
        "group": tr("Finding copies, {0} of {1}"),
    }[tally.stage].format(f"{tally.done:,}", f"{tally.total:,}")
    if tally.stage == "import" and (pace := tally.pace(now)):
        words = tr("{0}, {1} a second").format(words, f"{pace:,}")
    left = tally.seconds_left(now)
    if left is None:
        return words
    if left == 1:
        return tr("{0}, 1 second left").format(words)
    if left < 100:
        return tr("{0}, {1} seconds left").format(words, left)
    return tr("{0}, {1} minutes left").format(words, f"{round(left / 60):,}")
