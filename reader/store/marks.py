"""What the reader did: read, starred, tags."""

from __future__ import annotations

import sqlite3

UPDATES = {
    "read": "UPDATE mark SET read = ? WHERE article = ?",
    "starred": "UPDATE mark SET starred = ? WHERE article = ?",
}


def replace(db: sqlite3.Connection, row: int, *, read: bool | None, starred: bool | None) -> None:
    """Sets what is not None."""
    for name, value in (("read", read), ("starred", starred)):
        if value is not None:
            db.execute(UPDATES[name], (int(value), row))
    if read:
        db.execute("UPDATE mark SET turn = (SELECT max(turn) + 1 FROM mark) WHERE article = ?", (row,))


def add_tag(db: sqlite3.Connection, row: int, tag: str) -> None:
    """Puts a tag on an article."""
    db.execute("INSERT OR IGNORE INTO tag VALUES (?, ?)", (row, tag))


def remove_tag(db: sqlite3.Connection, row: int, tag: str) -> None:
    """Takes a tag off an article."""
    db.execute("DELETE FROM tag WHERE article = ? AND tag = ?", (row, tag))
