"""The report of an import run, from its first line to its last, whatever room the disk has for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.services.library import Library
from reader.store import reports, runs


def begin(library: Library, paths: Iterable[str], files: int, *, watched: bool = False, again: bool = False) -> int:
    """Begins a run over so many files and returns its number; one that was cut off before is closed."""
    with library.store.writing() as db:
        reports.stop_open(db)
        run = runs.add(db)
        given = tuple(str(Path(path).absolute()) for path in paths)
        reports.begin(db, run, given, files, watched=watched, again=again)
    return run


def note(library: Library, run: int, outcomes: Iterable[reports.Outcome]) -> None:
    """Adds to the report, inside a transaction. Its paths are absolute, so that "try again" finds them."""
    reports.add(library.store.db, run, (replace(each, path=str(Path(each.path).absolute())) for each in outcomes))


def keep_failures(library: Library, failures: list[Failed], run: int) -> Iterator[Failed]:
    """Reports failures; where the disk has no room even for that, they are told and not kept."""
    with suppress(Trouble), library.store.writing():
        note(library, run, failures)
    yield from failures


def end(library: Library, run: int) -> None:
    """Says that a run came to its end; without room for that its report says that it was stopped."""
    try:
        with library.store.writing() as db:
            reports.end(db, run)
    except Trouble as trouble:
        if trouble.reason.code != "disk-full":
            raise
