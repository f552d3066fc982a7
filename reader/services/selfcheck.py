"""Trying everything once in a throw-away library: does this installation work?"""

from __future__ import annotations

import datetime as dt
import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader import paths
from reader.core.reasons import Reason
from reader.core.steps import Failed, Imported, Noted
from reader.core.wording import sentence
from reader.services import analyzing, browsing, searching
from reader.services.library import Library, open_library
from reader.services.selfcheck_files import files
from reader.services.workers import ImportJob, Worker


@dataclass(frozen=True, slots=True)
class Tried:
    """One step of the self-check and how long it took, in milliseconds."""

    step: str
    ok: bool
    ms: float
    why: Reason | None = None
    """What the worker had to say of a step that went wrong."""


def try_all(folder: Path) -> Iterator[Tried]:
    """Imports, annotates, indexes and searches the sample stories in the library at ``folder``."""
    stories = tuple(str(path) for path in paths.sample_stories())
    worker = Worker(folder)
    noted: list[Reason] = []
    try:
        yield timed("import", lambda: _import(worker, stories, noted))
    finally:
        worker.close()
    yield timed("formats", lambda: _every_format())
    with open_library(folder) as library:
        annotated = timed("annotate", lambda: _annotated(library))
        yield annotated if annotated.ok or not noted else replace(annotated, why=noted[0])
        yield timed("index", lambda: len(library.index().ids()) == browsing.counts(library).articles)
        yield timed("search", lambda: searching.search(library, "the").total > 0)


def timed(step: str, check: Callable[[], bool]) -> Tried:
    """Does a step and takes its time."""
    since = time.perf_counter()
    ok = check()
    return Tried(step, ok, round(1000 * (time.perf_counter() - since), 1))


def _import(worker: Worker, stories: tuple[str, ...], noted: list[Reason]) -> bool:
    steps = list(worker.run(ImportJob(stories)))
    noted += [step.reason for step in steps if isinstance(step, Noted)]
    return any(isinstance(s, Imported) for s in steps) and not any(isinstance(s, Failed) for s in steps)


def _every_format() -> bool:
    """Whether each library that reads a format is there and works; a frozen program may lack one."""
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        written = []
        for name, data in files().items():
            (Path(folder) / name).write_bytes(data)
            written.append(str(Path(folder) / name))
        read = list(analyzing.read_paths(tuple(written), dt.date.today()))
    for one in read:
        for failure in one.failures:
            logging.getLogger("dateline.selfcheck").error("%s", sentence(failure.reason))
    return len(read) == len(written) and all(len(one.articles) == 1 and not one.failures for one in read)


def _annotated(library: Library) -> bool:
    return bool(browsing.entities(library, limit=1)) and bool(browsing.quotations(library, limit=1))
