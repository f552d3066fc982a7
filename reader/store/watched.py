"""What was seen in watched folders: each file with its size and its time, so that it is taken in once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.core.filenames import given, stored
from reader.core.watching import Sight


def seen(db: sqlite3.Connection, folder: str) -> frozenset[Sight]:
    """What was seen in a folder and the folders inside it; ``folder`` ends with the mark that parts names."""
    found = db.execute("SELECT path, size, time FROM watched").fetchall()
    sights = (Sight(given(path), size, time) for path, size, time in found)
    return frozenset(sight for sight in sights if sight.path.startswith(folder))


def see(db: sqlite3.Connection, sights: Iterable[Sight]) -> None:
    """Notes that files were taken in, or are to be left as they are. To be called inside a transaction."""
    db.executemany(
        "INSERT OR REPLACE INTO watched VALUES (?, ?, ?)",
        ((stored(sight.path), sight.size, sight.time) for sight in sights),
    )
