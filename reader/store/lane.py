"""The one lane for long work on a library: imports, annotating and writing the index never run twice at once.

A file of its own that SQLite locks: every system frees such a lock when its process dies, however it dies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store import opening
from reader.store.trouble import expected

FILE = "writer.lock"


@contextmanager
def lane(folder: Path, wait_ms: int | None = None) -> Iterator[None]:
    """Holds the lane of a library. Raises Trouble("busy") when another process holds it for too long (milliseconds)."""
    wait = opening.WAIT_MS if wait_ms is None else wait_ms
    with expected(folder):
        lock = _lock(folder / FILE, wait)
        try:
            yield
        finally:
            lock.close()


def _lock(file: Path, wait_ms: int) -> sqlite3.Connection:
    try:
        return _locked(file, wait_ms)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        # The file holds nothing, so one that is no database can be thrown away: nobody can have locked it.
        file.unlink(missing_ok=True)
        return _locked(file, wait_ms)


def _locked(file: Path, wait_ms: int) -> sqlite3.Connection:
    lock = sqlite3.connect(file, timeout=wait_ms / 1000, isolation_level=None)
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
    except BaseException:
        lock.close()
        raise
    return lock
