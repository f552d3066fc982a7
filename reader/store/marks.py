"""What the reader did: read, starred, tags."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

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


def tags(db: sqlite3.Connection) -> tuple[str, ...]:
    """Every tag that some article bears, in order."""
    return tuple(tag for (tag,) in db.execute("SELECT DISTINCT tag FROM tag ORDER BY tag"))


def tagged(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """(tag, row of an article that bears it), by tag."""
    return tuple(db.execute("SELECT tag, article FROM tag ORDER BY tag, article"))


def rows_tagged(db: sqlite3.Connection, wanted: Iterable[str]) -> frozenset[int]:
    """The rows of articles that bear one of some tags."""
    found = (db.execute("SELECT article FROM tag WHERE tag = ?", (tag,)) for tag in wanted)
    return frozenset(row for cursor in found for (row,) in cursor)


_MARKED = {
    "read": "SELECT article FROM mark WHERE read",
    "starred": "SELECT article FROM mark WHERE starred",
}


def rows_marked(db: sqlite3.Connection, mark: str) -> frozenset[int]:
    """The rows of articles with a mark: read or starred."""
    return frozenset(row for (row,) in db.execute(_MARKED[mark]))


def rows_that_are(db: sqlite3.Connection, *kinds: str) -> frozenset[int]:
    """The rows of articles that are one of some kinds of ``core.sameness.Relation`` to an older one."""
    return frozenset(
        row for kind in kinds for (row,) in db.execute("SELECT article FROM relation WHERE kind = ?", (kind,))
    )
