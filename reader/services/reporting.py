"""What imports came to: the last runs, the report of one, its files that failed, and reports as files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from reader.core.reasons import Trouble
from reader.core.reports import ImportRun, Report, ReportLine
from reader.services.library import Library, lane_is_free
from reader.services.report_words import as_csv, as_text
from reader.store import reports

LAST = 20
"""Runs that are listed."""


def runs(library: Library, limit: int = LAST) -> tuple[ImportRun, ...]:
    """The last import runs, newest first."""
    return tuple(_as_it_is(library, run) for run in reports.runs(library.store.db, limit))


def run(library: Library, number: int) -> ImportRun:
    """An import run. Raises Trouble("no-such-run")."""
    found = reports.find(library.store.db, number)
    if found is None:
        raise Trouble("no-such-run", str(number))
    return _as_it_is(library, found)


def lines(library: Library, number: int, *, after: int = 0) -> tuple[ReportLine, ...]:
    """The lines of a run's report, those numbered above ``after``: what came since they were last asked for."""
    return reports.lines(library.store.db, number, after=after)


def report(library: Library, number: int) -> Report:
    """A run with all its lines. Raises Trouble("no-such-run")."""
    return Report(run(library, number), lines(library, number))


def retry(library: Library, number: int) -> tuple[str, ...]:
    """The files of a run to be read again: those that failed, and those of which a member did.

    Importing them is a run of its own; what they gave the first time is known then.
    """
    return reports.failed_paths(library.store.db, number)


def save(library: Library, number: int, file: Path) -> None:
    """Writes a report: a table where the name ends with .csv, else text. Raises Trouble (no-such-run, cannot-write)."""
    whole = report(library, number)
    table = file.suffix.lower() == ".csv"
    words = as_csv(whole) if table else as_text(whole, dt.datetime.now().astimezone())
    try:
        # the mark at the beginning tells spreadsheets that a table is UTF-8
        file.write_text(words, "utf-8-sig" if table else "utf-8", newline="")
    except OSError as error:
        raise Trouble("cannot-write", str(file), error.strerror or str(error)) from error


def close_cut_off(library: Library) -> None:
    """Says of runs that were cut off that they were stopped. To be called alone in the library."""
    if reports.any_open(library.store.db):
        with library.store.writing() as db:
            reports.stop_open(db)


def _as_it_is(library: Library, found: ImportRun) -> ImportRun:
    """The run of a worker that was killed is open and goes on no more."""
    if found.state == "running" and _nobody_works(library):
        return replace(found, state="stopped")
    return found


def _nobody_works(library: Library) -> bool:
    try:
        return lane_is_free(library)
    except Trouble:  # where nothing can be written nobody imports
        return True
