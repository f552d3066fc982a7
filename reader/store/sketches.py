"""Sketches of the articles, and the keys by which articles are found that may tell the same story."""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable

from reader.core.sketches import RULE, SIZE, Sketch

PER_KEY = 64
"""How many articles, newest first, are looked at for one key: what hundreds share tells nothing."""


def replace(db: sqlite3.Connection, row: int, sketch: Sketch, others: Iterable[int]) -> None:
    """Keeps the sketch of an article with its ``others``, the keys that are no hashes. Inside a transaction."""
    remove(db, row)
    others = tuple(others)
    numbers = (*sketch.hashes, *others)
    packed = struct.pack(f"<{len(numbers)}Q", *numbers)
    db.execute("INSERT INTO sketch VALUES (?, ?, ?, ?, ?)", (row, RULE, sketch.words, sketch.shingles, packed))
    db.executemany("INSERT OR IGNORE INTO sketch_key VALUES (?, ?)", ((k, row) for k in (*sketch.keys, *others)))


def remove(db: sqlite3.Connection, row: int) -> None:
    """Removes the sketch of an article. To be called inside a transaction, before the article goes."""
    found = db.execute("SELECT words, shingles, hashes FROM sketch WHERE article = ?", (row,)).fetchone()
    if found is None:
        return
    sketch, others = _unpacked(*found)
    db.executemany("DELETE FROM sketch_key WHERE key = ? AND article = ?", ((k, row) for k in (*sketch.keys, *others)))
    db.execute("DELETE FROM sketch WHERE article = ?", (row,))


def find(db: sqlite3.Connection, row: int) -> tuple[Sketch, str] | None:
    """The sketch of an article and its headline, or None where it has no sketch by the present rule."""
    found = db.execute(
        """SELECT s.words, s.shingles, s.hashes, a.headline FROM sketch s JOIN article a ON a.row = s.article
        WHERE s.article = ? AND s.rule = ?""",
        (row, RULE),
    ).fetchone()
    return (_unpacked(*found[:3])[0], found[3]) if found else None


def _unpacked(words: int, shingles: int, packed: bytes) -> tuple[Sketch, tuple[int, ...]]:
    numbers = struct.unpack(f"<{len(packed) // 8}Q", packed)
    kept = min(shingles, SIZE)
    return Sketch(words, shingles, numbers[:kept]), numbers[kept:]


def candidates(db: sqlite3.Connection, row: int, keys: Iterable[int]) -> tuple[int, ...]:
    """Rows of other articles that have one of the keys: those with most of them first, then the newest."""
    found = Counter[int]()
    for key in set(keys):
        found.update(
            other
            for (other,) in db.execute(
                "SELECT article FROM sketch_key WHERE key = ? AND article != ? ORDER BY article DESC LIMIT ?",
                (key, row, PER_KEY),
            )
        )
    return tuple(sorted(found, key=lambda other: (-found[other], -other)))


def missing(db: sqlite3.Connection, limit: int = -1) -> tuple[int, ...]:
    """Rows of articles without a sketch by the present rule, oldest first."""
    found = db.execute(
        """SELECT row FROM article WHERE NOT EXISTS (SELECT 1 FROM sketch WHERE article = row AND rule = ?)
        ORDER BY row LIMIT ?""",
        (RULE, limit),
    )
    return tuple(row for (row,) in found)
