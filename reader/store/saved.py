"""Searches that the reader keeps, and the queries asked last."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

MOST_EARLIER = 500
"""Queries that are remembered."""


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """A saved search as it is stored."""

    id: int
    name: str
    query: str
    """JSON as of ``core.query_json``; what is no JSON any more is to be told, not to be raised."""
    tell: bool
    looked: str
    seen: int
    waiting: frozenset[int]

    def is_new(self, row: int) -> bool:
        """Whether an article that is found now could not be found when the reader last looked."""
        return row > self.seen or row in self.waiting


_COLUMNS = "id, name, query, tell, looked, seen, waiting"


def searches(db: sqlite3.Connection) -> tuple[SavedRecord, ...]:
    """All saved searches, by name."""
    found = db.execute(f"SELECT {_COLUMNS} FROM saved_search ORDER BY name COLLATE NOCASE, id")
    return tuple(map(_record, found))


def find(db: sqlite3.Connection, id: int) -> SavedRecord | None:
    """A saved search by its id, or None."""
    found = db.execute(f"SELECT {_COLUMNS} FROM saved_search WHERE id = ?", (id,)).fetchone()
    return _record(found) if found else None


def _record(row: tuple[int, str, str, int, str, int, str]) -> SavedRecord:
    id, name, query, tell, looked, seen, waiting = row
    return SavedRecord(id, name, query, bool(tell), looked, seen, frozenset(json.loads(waiting)))


def add(db: sqlite3.Connection, name: str, query: str, *, tell: bool) -> int:
    """Saves a search at which nobody has looked; returns its id. To be called inside a transaction."""
    sql = "INSERT INTO saved_search (name, query, tell, looked, seen) VALUES (?, ?, ?, '', 0)"
    id = db.execute(sql, (name, query, tell)).lastrowid
    assert id is not None
    return id


def put_back(db: sqlite3.Connection, record: SavedRecord) -> None:
    """Saves a search as it was. To be called inside a transaction."""
    values = (record.id, record.name, record.query, record.tell, record.looked, record.seen)
    waiting = json.dumps(sorted(record.waiting))
    db.execute(f"INSERT OR REPLACE INTO saved_search ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, waiting))


def remove(db: sqlite3.Connection, id: int) -> None:
    """Forgets a saved search. To be called inside a transaction."""
    db.execute("DELETE FROM saved_search WHERE id = ?", (id,))


def look_at(db: sqlite3.Connection, record: SavedRecord, found: frozenset[int], looked: str) -> None:
    """What can be found now is new no more: the rows ``found``, and all others but those that still wait.

    To be called inside a transaction.
    """
    (highest,) = db.execute("SELECT coalesce(max(row), 0) FROM article").fetchone()
    waits = db.execute(
        """SELECT a.row FROM article a JOIN index_queue q ON q.id = a.id WHERE a.newest
        UNION SELECT article FROM annotate_queue"""
    )
    # What was seen before, and is only annotated or indexed anew, stays seen.
    waiting = sorted(row for (row,) in waits if record.is_new(row) and row not in found)
    sql = "UPDATE saved_search SET looked = ?, seen = ?, waiting = ? WHERE id = ?"
    db.execute(sql, (looked, highest, json.dumps(waiting), record.id))


# the queries asked last


def earlier(db: sqlite3.Connection, limit: int) -> tuple[tuple[str, str], ...]:
    """(query as typed, when it was last asked), the last one first."""
    return tuple(db.execute("SELECT typed, at FROM search_history ORDER BY turn DESC LIMIT ?", (limit,)))


def remember(db: sqlite3.Connection, typed: str, at: str) -> None:
    """Notes that a query was asked. To be called inside a transaction."""
    db.execute("INSERT OR REPLACE INTO search_history (typed, at) VALUES (?, ?)", (typed, at))
    oldest = "SELECT turn FROM search_history ORDER BY turn DESC LIMIT 1 OFFSET ?"
    db.execute(f"DELETE FROM search_history WHERE turn <= ({oldest})", (MOST_EARLIER,))


def forget(db: sqlite3.Connection, typed: str | None = None) -> None:
    """Forgets one query, or all. To be called inside a transaction."""
    if typed is None:
        db.execute("DELETE FROM search_history")
    else:
        db.execute("DELETE FROM search_history WHERE typed = ?", (typed,))
