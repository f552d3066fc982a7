"""Is anybody else in a library? And is all of it in its one file?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def settle(file: Path) -> bool:
    """Writes what waits in the log into the file and ends the log. False when somebody else has the library open.

    Leaving WAL needs the file alone, so SQLite itself answers. A damaged file has nobody in it: that is True too.
    """
    try:
        with closing(sqlite3.connect(file, timeout=0.5, isolation_level=None)) as db:
            (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
            return str(mode) == "delete"
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return True
