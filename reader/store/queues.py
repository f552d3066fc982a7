"""What is left to do: articles to annotate, articles to index. A killed worker finds its place again here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.core.article import ArticleId


def add(db: sqlite3.Connection, row: int, id: ArticleId) -> None:
    """A new article is to be annotated and indexed."""
    db.execute("INSERT OR IGNORE INTO annotate_queue VALUES (?)", (row,))
    index(db, [id])


def index(db: sqlite3.Connection, ids: Iterable[ArticleId]) -> None:
    """These articles changed, came or went: the index has to be told. Each time gets a stamp of its own."""
    db.executemany(
        "INSERT OR REPLACE INTO index_queue SELECT ?, coalesce(max(stamp), 0) + 1 FROM index_queue",
        ((id,) for id in ids),
    )


def to_annotate(db: sqlite3.Connection, limit: int) -> tuple[int, ...]:
    """Rows of articles that wait for the annotator, newest import first: a reader looks at those first."""
    found = db.execute("SELECT article FROM annotate_queue ORDER BY article DESC LIMIT ?", (limit,))
    return tuple(row for (row,) in found)


def annotated(db: sqlite3.Connection, row: int) -> None:
    """The annotator is done with an article."""
    db.execute("DELETE FROM annotate_queue WHERE article = ?", (row,))


def to_index(db: sqlite3.Connection, limit: int, *, unannotated: bool = False) -> tuple[tuple[ArticleId, int], ...]:
    """(id, stamp) of articles of which the index must be told, oldest first.

    An article that still waits for the annotator is left for later, so that it is written once; unless it is gone, or
    ``unannotated`` ones are wanted too.
    """
    found = db.execute(
        """SELECT q.id, q.stamp FROM index_queue q LEFT JOIN article a ON a.id = q.id
        WHERE ? OR a.row IS NULL OR a.row NOT IN (SELECT article FROM annotate_queue) ORDER BY q.stamp LIMIT ?""",
        (unannotated, limit),
    )
    return tuple((ArticleId(id), stamp) for id, stamp in found)


def indexed(db: sqlite3.Connection, done: Iterable[tuple[ArticleId, int]]) -> None:
    """The index has these; an article that changed again meanwhile has a newer stamp and stays in the queue."""
    db.executemany("DELETE FROM index_queue WHERE id = ? AND stamp = ?", done)


def all_to_index(db: sqlite3.Connection) -> None:
    """Everything is to be indexed anew."""
    db.execute("DELETE FROM index_queue")
    db.execute("INSERT INTO index_queue SELECT id, row FROM article WHERE newest")


def missing_to_annotate(db: sqlite3.Connection) -> int:
    """Queues the articles without annotations for this text; returns how many wait now."""
    db.execute(
        """INSERT OR IGNORE INTO annotate_queue SELECT a.row FROM article a LEFT JOIN annotation n ON n.article = a.row
        WHERE n.article IS NULL OR n.digest != a.digest"""
    )
    return waiting(db)[0]


def stale(db: sqlite3.Connection, annotator: str) -> tuple[int, ...]:
    """Rows of articles that another annotator annotated, in the order in which their reader will miss the better ones.

    That is: those read last first, then those never read, newest import first; older versions come after all others.
    """
    found = db.execute(
        """SELECT n.article FROM annotation n LEFT JOIN mark m ON m.article = n.article
        WHERE n.annotator != ? AND n.article NOT IN (SELECT article FROM annotate_queue)
        ORDER BY n.article IN (SELECT row FROM article WHERE newest = 1) DESC, m.turn DESC, n.article DESC""",
        (annotator,),
    )
    return tuple(row for (row,) in found)


def count_stale(db: sqlite3.Connection, annotator: str) -> int:
    """How many articles another annotator annotated; none when the name is empty."""
    sql = """SELECT count(*) FROM annotation WHERE annotator != ?1 AND ?1 != ''
        AND article NOT IN (SELECT article FROM annotate_queue)"""
    return int(db.execute(sql, (annotator,)).fetchone()[0])


def waiting(db: sqlite3.Connection) -> tuple[int, int]:
    """How many articles wait for the annotator, and how many for the index."""
    (annotate,) = db.execute("SELECT count(*) FROM annotate_queue").fetchone()
    (to_write,) = db.execute("SELECT count(*) FROM index_queue").fetchone()
    return annotate, to_write


def pending(db: sqlite3.Connection, annotator: str = "") -> int:
    """How many articles are not searchable yet in their newest state.

    With the name of an ``annotator``, also those that it has not annotated yet.
    """
    annotate, to_write = waiting(db)
    return max(annotate + count_stale(db, annotator), to_write)
