"""What an article that is offered is to those that came from the same place: known, a newer version, or a new story."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.core.article import Article, ArticleId
from reader.core.filenames import stored
from reader.core.versions import Follows, follows
from reader.store import queues, records

MOST = 20
"""Stories at one address, or in one place of a file, that are looked at: a site may give its own for all it prints."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article that was offered: new, known, or newer than ``older``."""

    id: ArticleId
    """The article that the library has now; for one that is known it may bear another id."""
    known: bool
    older: ArticleId | None = None
    stored: bool = False
    """Whether it is a row of its own now, and not one that was there already."""


@dataclass(frozen=True, slots=True)
class Older:
    """The newest version of the story that an article goes on with."""

    row: int
    story: int
    id: ArticleId


def older(
    db: sqlite3.Connection,
    article: Article,
    run: int,
    *,
    read: Callable[[sqlite3.Connection, ArticleId], Article | None],
) -> Added | Older | None:
    """What an offered article goes on with, or what has become of it already; None for a new story."""
    here = _here(db, article)
    if here is not None:
        return _known(db, here)
    for candidate in _from_the_same_place(db, article, run):
        before = read(db, candidate.id)
        what = follows(article, before) if before else Follows.APART
        if what is Follows.NEWER:
            return candidate
        if what is Follows.EXCERPT:
            return Added(candidate.id, known=True)
    return None


def named(db: sqlite3.Connection, id: ArticleId) -> Older | None:
    """The version with an id."""
    found = db.execute("SELECT row, story FROM article WHERE id = ?", (id,)).fetchone()
    return Older(int(found[0]), int(found[1]), id) if found else None


def _here(db: sqlite3.Connection, article: Article) -> Older | None:
    """The article itself, or what was read before from the very same bytes in the same member.

    What is read from them may differ since, for lines are learned; it is the same article nevertheless. A bookmark is
    not: the reader may have told by now which column holds the text.
    """
    found = named(db, article.id)
    if found is not None:
        return found
    before = db.execute(
        "SELECT row, story, id, facts FROM article WHERE original = ? AND member = ? ORDER BY row DESC LIMIT 1",
        (article.origin.digest, article.origin.member),
    ).fetchone()
    if before is None or _is_bookmark(records.facts_in(before[3])["flags"]) is not _is_bookmark(article.flags):
        return None
    return Older(int(before[0]), int(before[1]), ArticleId(before[2]))


def _is_bookmark(flags: tuple[str, ...]) -> bool:
    return "bookmark" in flags


def _known(db: sqlite3.Connection, here: Older) -> Added:
    """A known article. Where its file was changed and is as it was again, this version becomes the newest."""
    newest = db.execute(
        "SELECT row, id, original, member FROM article WHERE story = ? AND newest", (here.story,)
    ).fetchone()
    mine = db.execute("SELECT original, member FROM article WHERE row = ?", (here.row,)).fetchone()
    if newest is None or newest[0] == here.row or newest[2:] == mine:
        return Added(ArticleId(newest[1]) if newest and newest[2:] == mine else here.id, known=True)
    hand_back(db, newest[0], here.row)
    db.execute("UPDATE article SET newest = row = ? WHERE story = ?", (here.row, here.story))
    queues.index(db, [here.id, ArticleId(newest[1])])
    return Added(here.id, known=False, older=ArticleId(newest[1]))


def _from_the_same_place(db: sqlite3.Connection, article: Article, run: int) -> Iterator[Older]:
    """The newest versions at the same address, else at the same path and member, those of the same file left out."""
    origin, path = article.origin, stored(article.origin.path)
    where, values = ("path = ? AND member = ?", (path, origin.member))
    if origin.url:
        where, values = ("url = ? AND url != ?", (origin.url, ""))
    found = db.execute(
        f"SELECT row, story, id FROM article WHERE {where} AND newest AND NOT (run = ? AND path = ?) "
        "ORDER BY row DESC LIMIT ?",
        (*values, run, path, MOST),
    ).fetchall()
    yield from (Older(int(row), int(story), ArticleId(id)) for row, story, id in found)


def follow(db: sqlite3.Connection, older: int, newer: int) -> None:
    """The newer version takes the older one's place in lists and in the index, with the reader's marks and tags."""
    db.execute("UPDATE article SET newest = 0 WHERE row = ?", (older,))
    db.execute("INSERT INTO mark SELECT ?, read, starred, turn FROM mark WHERE article = ?", (newer, older))
    db.execute("INSERT INTO tag SELECT ?, tag FROM tag WHERE article = ?", (newer, older))
    (id,) = db.execute("SELECT id FROM article WHERE row = ?", (older,)).fetchone()
    queues.index(db, [ArticleId(id)])


def hand_back(db: sqlite3.Connection, newer: int, older: int) -> None:
    """What the reader did to the newer version is true of the older one that takes its place again."""
    db.execute("INSERT OR REPLACE INTO mark SELECT ?, read, starred, turn FROM mark WHERE article = ?", (older, newer))
    db.execute("DELETE FROM tag WHERE article = ?", (older,))
    db.execute("INSERT INTO tag SELECT ?, tag FROM tag WHERE article = ?", (older, newer))
