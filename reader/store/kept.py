"""The originals that a library keeps, for reading them again, and what the reader did to articles by hand."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from itertools import pairwise

from reader.core.article import ArticleId
from reader.core.filenames import given
from reader.store.articles import Packed


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """The bytes behind one article or several of one file, and these in their newest versions, in order of import."""

    digest: str
    path: str
    articles: tuple[ArticleId, ...]
    today: dt.date
    """When the first of them was taken in."""


def originals(db: sqlite3.Connection) -> tuple[KeptOriginal, ...]:
    """The originals of all newest versions, in the order in which they came."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for id, digest, path, started in db.execute(
        """SELECT a.id, a.original, a.path, r.started FROM article a
        JOIN run r ON r.id = (SELECT min(v.run) FROM article v WHERE v.story = a.story)
        WHERE a.newest = 1 ORDER BY a.row"""
    ):
        found.setdefault((digest, path), []).append((id, started))
    return tuple(
        KeptOriginal(
            digest, given(path), tuple(ArticleId(id) for id, _ in articles),
            min(dt.datetime.fromisoformat(started).date() for _, started in articles),
        )
        for (digest, path), articles in found.items()
    )  # fmt: skip


def packed(db: sqlite3.Connection, digest: str) -> Packed | None:
    """The bytes with a digest as they are kept, or None."""
    found = db.execute("SELECT size, packed FROM original WHERE digest = ?", (digest,)).fetchone()
    return Packed(*found) if found else None


def made_by_hand(db: sqlite3.Connection, id: ArticleId) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """(version before, version) for each version up to this one that the reader made by giving back or taking away.

    Only of those that were read from the same bytes; a version by hand has a run of its own that took in no file.
    """
    rows = db.execute(
        """SELECT v.id, r.given = '[]' AND NOT r.again AND NOT EXISTS (SELECT 1 FROM run_line l WHERE l.run = r.id)
        FROM article a JOIN article v ON v.story = a.story AND v.row <= a.row
            AND v.original = a.original AND v.member = a.member
        JOIN run r ON r.id = v.run WHERE a.id = ? ORDER BY v.row""",
        (id,),
    ).fetchall()
    pairs = pairwise(rows)
    return tuple((ArticleId(before), ArticleId(id)) for (before, _), (id, by_hand) in pairs if by_hand)
