"""An import run from its first step to its last: batches, and the report, whatever room the disk has for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reader.core.article import ArticleId
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Changes, Failed, Progress, Step
from reader.services.library import Library
from reader.store import reports, runs

BATCH_SECONDS = 0.04
"""How long articles are gathered before one transaction takes them in: the window's writes wait no longer than this."""

One = TypeVar("One")
"""What is to be stored: an article, or why there is none."""
Stored = tuple[reports.Outcome, frozenset[ArticleId]]
"""What became of it, and the articles that changed by that."""


def begin(library: Library, paths: Iterable[str], files: int, *, watched: bool = False, again: bool = False) -> int:
    """Begins a run over so many files and returns its number; one that was cut off before is closed."""
    with library.store.writing() as db:
        reports.stop_open(db)
        run = runs.add(db)
        given = tuple(str(Path(path).absolute()) for path in paths)
        reports.begin(db, run, given, files, watched=watched, again=again)
    return run


def in_batches(
    given: Iterable[tuple[list[One], int]], total: int, keep: Callable[[list[One]], Iterator[Step]]
) -> Iterator[Step]:
    """Keeps what comes, with the number of files that are done by then, as soon as it has waited long enough."""
    yield Progress("import", 0, total)
    batch: list[One] = []
    since = time.monotonic()
    for some, done in given:
        batch += some
        if time.monotonic() - since > BATCH_SECONDS or done == total:
            yield from keep(batch)
            batch.clear()
            if done < total:
                yield Progress("import", done, total)
            since = time.monotonic()


def keep(
    library: Library, run: int, batch: list[One], store: Callable[[One], Stored], fail: Callable[[One, Reason], Failed]
) -> Iterator[Step]:
    """Stores a batch and its part of the report in one transaction, then reports it; ``fail`` where the disk is full.

    Raises Trouble (busy, read-only).
    """
    if not batch:
        return
    steps: list[reports.Outcome] = []
    changed: set[ArticleId] = set()
    try:
        with library.store.writing():
            for one in batch:
                step, more = store(one)
                steps.append(step)
                changed |= more
            note(library, run, steps)
    except Trouble as trouble:
        if trouble.reason.code != "disk-full":
            raise
        yield from keep_failures(library, [fail(one, trouble.reason) for one in batch], run)
        return
    yield from steps
    if changed:
        yield Changes(tuple(sorted(changed)))


def note(library: Library, run: int, outcomes: Iterable[reports.Outcome]) -> None:
    """Adds to the report, inside a transaction. Its paths are absolute, so that "try again" finds them."""
    reports.add(library.store.db, run, (replace(each, path=str(Path(each.path).absolute())) for each in outcomes))


def keep_failures(library: Library, failures: list[Failed], run: int) -> Iterator[Failed]:
    """Reports failures; where the disk has no room even for that, they are told and not kept."""
    with suppress(Trouble), library.store.writing():
        note(library, run, failures)
    yield from failures


def end(library: Library, run: int, total: int) -> Iterator[Progress]:
    """Says that a run came to its end; without room for that its report says that it was stopped."""
    try:
        with library.store.writing() as db:
            reports.end(db, run)
    except Trouble as trouble:
        if trouble.reason.code != "disk-full":
            raise
    yield Progress("import", total, total)
