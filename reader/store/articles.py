"""What was published: articles, their versions, and the bytes they came from."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.core.article import Article, ArticleId, Origin
from reader.core.filenames import given, stored
from reader.core.identity import text_digest
from reader.core.rows import ArticleRow, Counts, ListEntry
from reader.store import groups, lineage, queues, records, sketches
from reader.store.lineage import Added

_ROW = """SELECT a.id, a.headline, a.publication, a.published, a.lede, coalesce(m.read, 0), coalesce(m.starred, 0),
    (SELECT count(*) FROM article v WHERE v.story = a.story), a.path, a.url, a.row
    FROM article a LEFT JOIN mark m ON m.article = a.row"""


@dataclass(frozen=True, slots=True)
class Packed:
    """The bytes of an original as the library keeps them: ``size`` is their number before zlib."""

    size: int
    data: bytes = field(repr=False)


def pack(data: bytes) -> Packed:
    """Bytes made ready to be kept."""
    return Packed(len(data), zlib.compress(data, 6))


def unpacked(packed: Packed) -> bytes | None:
    """The bytes that were packed, or None where they are damaged."""
    try:
        return zlib.decompress(packed.data)
    except zlib.error:
        return None


def add(
    db: sqlite3.Connection, article: Article, packed: Packed, run: int, *, instead_of: ArticleId | None = None
) -> Added:
    """Adds an article with its original and queues the work on it. To be called inside a transaction.

    ``instead_of`` names the article of which it is a version by the reader's own doing; else ``store.lineage`` finds
    out what it is to the articles that came from the same place.
    """
    older = lineage.named(db, instead_of) if instead_of else lineage.older(db, article, run, read=find)
    if isinstance(older, Added):
        return older
    origin = article.origin
    if not db.execute("SELECT 1 FROM original WHERE digest = ?", (origin.digest,)).fetchone():
        db.execute("INSERT INTO original VALUES (?, ?, ?)", (origin.digest, packed.size, packed.data))
    row = db.execute(
        """INSERT INTO article (id, story, newest, headline, lede, publication, published, day, sort, language,
        path, member, url, original, run, digest, facts, text)
        VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            article.id,
            older.story if older else None,
            *_columns(article),
            run,
            text_digest(article.text),
            records.facts_out(article),
            article.text,
        ),
    ).lastrowid
    assert row is not None
    if older:
        lineage.follow(db, older.row, row)
    else:
        db.execute("UPDATE article SET story = row WHERE row = ?", (row,))
        db.execute("INSERT INTO mark (article) VALUES (?)", (row,))
    queues.add(db, row, article.id)
    return Added(article.id, known=False, older=older.id if older else None, stored=True)


def _columns(article: Article) -> tuple[str, ...]:
    published, origin = article.published, article.origin
    day = published.date.isoformat() if published else ""
    time = published.time.isoformat("minutes") if published and published.time else ""
    return (
        article.headline, article.lede[:600], article.publication, published.iso if published else "", day,
        f"{day} {time}", article.language, stored(origin.path), origin.member, origin.url, origin.digest,
    )  # fmt: skip


def row_id(db: sqlite3.Connection, row: int) -> ArticleId:
    """The id of the article in a row."""
    return ArticleId(db.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone()[0])


def find_row(db: sqlite3.Connection, id: ArticleId) -> int | None:
    """The row of an article, or None."""
    found = db.execute("SELECT row FROM article WHERE id = ?", (id,)).fetchone()
    return int(found[0]) if found else None


def find(db: sqlite3.Connection, id: ArticleId) -> Article | None:
    """The article with an id, or None."""
    found = db.execute(
        "SELECT text, publication, language, path, member, url, original, facts FROM article WHERE id = ?", (id,)
    ).fetchone()
    if found is None:
        return None
    text, publication, language, path, member, url, digest, facts = found
    return Article(
        id=id, text=text, publication=publication, language=language, origin=Origin(given(path), member, url, digest),
        **records.facts_in(facts),
    )  # fmt: skip


def original(db: sqlite3.Connection, id: ArticleId) -> bytes | None:
    """The bytes that an article was read from, or None when there is no such article."""
    found = db.execute(
        "SELECT o.packed FROM article a JOIN original o ON o.digest = a.original WHERE a.id = ?", (id,)
    ).fetchone()
    return zlib.decompress(found[0]) if found else None


def packed(db: sqlite3.Connection, id: ArticleId) -> Packed | None:
    """The original of an article as it is kept, or None when there is no such article."""
    found = db.execute(
        "SELECT o.size, o.packed FROM article a JOIN original o ON o.digest = a.original WHERE a.id = ?", (id,)
    ).fetchone()
    return Packed(*found) if found else None


def is_newest(db: sqlite3.Connection, id: ArticleId) -> bool:
    """Whether an article has no newer version."""
    return db.execute("SELECT 1 FROM article WHERE id = ? AND newest", (id,)).fetchone() is not None


def entries(
    db: sqlite3.Connection, *, unread: bool = False, starred: bool = False, tag: str = ""
) -> tuple[ListEntry, ...]:
    """Every newest version that fits, newest first."""
    sql, values = "SELECT a.id, a.day FROM article a", []
    if unread or starred:
        sql += " JOIN mark m ON m.article = a.row"
        sql += " AND NOT m.read" if unread else ""
        sql += " AND m.starred" if starred else ""
    if tag:
        sql += " JOIN tag t ON t.article = a.row AND t.tag = ?"
        values.append(tag)
    sql += " WHERE a.newest = 1 ORDER BY a.sort DESC, a.row DESC"
    return tuple(ListEntry(ArticleId(id), day) for id, day in db.execute(sql, values))


def entries_of(db: sqlite3.Connection, ids: Sequence[ArticleId]) -> tuple[tuple[int, ListEntry], ...]:
    """(row, entry) of some articles, in the order asked for; ids that are not there are left out."""
    found: dict[str, tuple[int, ListEntry]] = {}
    for chunk in _chunks(ids):
        sql = f"SELECT row, id, day FROM article WHERE id IN ({','.join('?' * len(chunk))})"
        found |= {id: (row, ListEntry(ArticleId(id), day)) for row, id, day in db.execute(sql, chunk)}
    return tuple(found[id] for id in ids if id in found)


def rows(db: sqlite3.Connection, ids: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
    """The rows of some articles, in the order asked for; ids that are not there are left out."""
    found: dict[str, tuple[Any, ...]] = {}
    for chunk in _chunks(ids):
        marks = ",".join("?" * len(chunk))
        for row in db.execute(f"{_ROW} WHERE a.id IN ({marks})", chunk):
            found[row[0]] = row
    tags = _tags(db, [row[-1] for row in found.values()])
    return tuple(_article_row(found[id], tags) for id in ids if id in found)


def _article_row(row: tuple[Any, ...], tags: dict[int, tuple[str, ...]]) -> ArticleRow:
    id, headline, publication, published, lede, read, starred, versions, path, url, number = row
    return ArticleRow(
        ArticleId(id), headline, publication, published, lede, bool(read), bool(starred),
        tags.get(number, ()), versions, given(path), url,
    )  # fmt: skip


def _tags(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    tags: dict[int, tuple[str, ...]] = {}
    for chunk in _chunks(numbers):
        marks = ",".join("?" * len(chunk))
        for number, tag in db.execute(f"SELECT article, tag FROM tag WHERE article IN ({marks}) ORDER BY tag", chunk):
            tags[number] = (*tags.get(number, ()), tag)
    return tags


def _chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[i : i + 500] for i in range(0, len(values), 500))


def versions(db: sqlite3.Connection, id: ArticleId) -> tuple[ArticleId, ...]:
    """All versions of the story of an article, oldest first."""
    found = db.execute(
        "SELECT id FROM article WHERE story = (SELECT story FROM article WHERE id = ?) ORDER BY row", (id,)
    )
    return tuple(ArticleId(x) for (x,) in found)


def counts(db: sqlite3.Connection, annotator: str = "") -> Counts:
    """How many articles there are, how many are unread, how many wait for work.

    With the name of an ``annotator``, stale articles wait too: those that another one annotated.
    """
    (articles,) = db.execute("SELECT count(*) FROM article WHERE newest").fetchone()
    (unread,) = db.execute(
        "SELECT count(*) FROM mark m JOIN article a ON a.row = m.article WHERE NOT m.read AND a.newest"
    ).fetchone()
    return Counts(articles, unread, queues.pending(db, annotator))


def remove(db: sqlite3.Connection, row: int) -> None:
    """Removes one version; the one before it becomes the newest again. To be called inside a transaction."""
    id, story, newest, digest = db.execute(
        "SELECT id, story, newest, original FROM article WHERE row = ?", (row,)
    ).fetchone()
    before = db.execute(
        "SELECT row, id FROM article WHERE story = ? AND row != ? ORDER BY row DESC LIMIT 1", (story, row)
    ).fetchone()
    if newest and before:
        lineage.hand_back(db, row, before[0])
    groups.clear(db, row)
    sketches.remove(db, row)
    db.execute("DELETE FROM article WHERE row = ?", (row,))
    db.execute(
        "DELETE FROM original WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM article WHERE original = ?)",
        (digest, digest),
    )
    queues.index(db, [ArticleId(id)])
    if newest and before:
        db.execute("UPDATE article SET newest = 1 WHERE row = ?", (before[0],))
        queues.index(db, [ArticleId(before[1])])
