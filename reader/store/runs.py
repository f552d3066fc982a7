"""Import runs: each has a number and can be taken back."""

from __future__ import annotations

import datetime as dt
import sqlite3

from reader.core.article import ArticleId
from reader.store import articles


def add(db: sqlite3.Connection) -> int:
    """Begins a run and returns its number."""
    number = db.execute("INSERT INTO run (started) VALUES (?)", (dt.datetime.now(dt.UTC).isoformat(),)).lastrowid
    assert number is not None
    return number


def exists(db: sqlite3.Connection, run: int) -> bool:
    """Whether there was such a run and it was not taken back."""
    return db.execute("SELECT 1 FROM run WHERE id = ? AND NOT undone", (run,)).fetchone() is not None


def undo(db: sqlite3.Connection, run: int) -> tuple[ArticleId, ...]:
    """Removes what a run added, newest first, and returns the ids. To be called inside a transaction."""
    found = db.execute("SELECT row, id FROM article WHERE run = ? ORDER BY row DESC", (run,)).fetchall()
    for row, _ in found:
        articles.remove(db, row)
    db.execute("UPDATE run SET undone = 1 WHERE id = ?", (run,))
    return tuple(ArticleId(id) for _, id in found)
