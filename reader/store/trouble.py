"""Which errors of SQLite are trouble of the world, and what they are called."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.core.reasons import Trouble

_CODES = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged-library",
    sqlite3.SQLITE_NOTADB: "damaged-library",
    sqlite3.SQLITE_IOERR: "disk-error",
}


def trouble_of(error: sqlite3.Error, folder: str) -> Trouble | None:
    """The trouble behind an error of SQLite, or None when the mistake is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    name = _CODES.get(code & 0xFF) if isinstance(code, int) else None
    if name is None:
        return None
    return Trouble(name, folder) if name in ("read-only", "damaged-library", "disk-error") else Trouble(name)


@contextmanager
def expected(folder: Path) -> Iterator[None]:
    """Turns what SQLite says of a full disk, another writer or a damaged file into Trouble; other errors pass."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = trouble_of(error, str(folder))
        if trouble is None:
            raise
        raise trouble from error
