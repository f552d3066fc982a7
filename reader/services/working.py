"""What the worker does with a job: a generator of steps over one library."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Changes, Noted, Step
from reader.core.wording import sentence
from reader.services.annotating import annotate_pending, annotate_stale
from reader.services.copying import daily_copy
from reader.services.grouping import group_missing
from reader.services.importing import import_paths, undo
from reader.services.importing_again import import_again
from reader.services.indexing import index_pending, rebuild
from reader.services.library import Library, alone, expected, open_library
from reader.services.lines import ImportJob, Job, PendingJob, RebuildJob, UndoJob
from reader.services.reporting import close_cut_off


def work(folder: Path, job: Job) -> Iterator[Step]:
    """Does a job from beginning to end, alone in its library. Raises Trouble."""
    with expected(folder), open_library(folder) as library, alone(library):
        today = dt.date.today()
        yield from _daily(library, today)
        close_cut_off(library)
        if isinstance(job, ImportJob):
            if job.again:
                yield from import_again(library, today, job.paths, job.articles)
            else:
                yield from import_paths(library, job.paths, today, job.watched, job.tables)
            if not job.wait:
                return
        if isinstance(job, RebuildJob):
            yield from rebuild(library)
        if isinstance(job, UndoJob):
            yield Changes(undo(library, job.run), entities=True)
        yield from finish(library, stale=isinstance(job, PendingJob) and job.stale)


def finish(library: Library, *, stale: bool) -> Iterator[Step]:
    """Annotates and indexes what waits, and finds copies; then, when asked to, annotates what is ``stale``."""
    # The annotator takes a moment to load, so it comes here and not with the program.
    from reader import language

    try:
        annotator = language.load()
    except Trouble as trouble:  # nothing takes the place of a damaged model; see docs/notes/model.md
        logging.getLogger("dateline.annotate").warning("%s", sentence(trouble.reason))
        yield Noted(trouble.reason)
        yield from index_pending(library, unannotated=True)
        yield from group_missing(library)
        yield Changes(index=True)
        return
    yield from annotate_pending(library, annotator)
    yield from index_pending(library)
    yield from group_missing(library)
    if stale:
        yield from annotate_stale(library, annotator)
    yield Changes(entities=True, index=True)


def _daily(library: Library, today: dt.date) -> Iterator[Step]:
    """The daily copy. Without room for it the work goes on; a library that turns out to be damaged is left alone.

    Raises Trouble("read-only") where no work could go on.
    """
    library.store.check_writable()
    try:
        daily_copy(library, today)
    except OSError:
        yield Noted(Reason("copy-failed", (str(library.folder),)))
    except Trouble as trouble:
        if trouble.reason.code == "damaged-library":
            raise
        yield Noted(Reason("copy-failed", (str(library.folder),)))
