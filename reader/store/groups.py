"""Which articles tell one story: what each is to others, and the groups that come of it.

A group is made of stories, so that all versions of an article are in it. Two stories are in one group where a chain of
related articles leads from one to the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from reader.core.article import ArticleId
from reader.core.groups import Group, Member
from reader.core.sameness import Relation

_RANK = (Relation.CORRECTION, Relation.UPDATE, Relation.COPY, Relation.ELSEWHERE)
"""Of several relations of one article, the first of these is told."""
_NEAR = """SELECT a.story FROM relation r JOIN article a ON a.row = r.other
    WHERE r.article IN (SELECT row FROM article WHERE story = ?1)
    UNION SELECT a.story FROM relation r JOIN article a ON a.row = r.article
    WHERE r.other IN (SELECT row FROM article WHERE story = ?1)"""


def relate(db: sqlite3.Connection, newer: int, older: int, kind: Relation) -> None:
    """Says what the article in one row is to another, and puts both in one group. To be called inside a transaction."""
    db.execute("INSERT OR REPLACE INTO relation VALUES (?, ?, ?)", (newer, older, kind))
    stories = [_story(db, row) for row in (newer, older)]
    if stories[0] == stories[1]:
        return
    heads = [_head(db, story) or story for story in stories]
    db.executemany("INSERT OR IGNORE INTO grouped VALUES (?, ?)", zip(stories, heads, strict=True))
    db.execute("UPDATE grouped SET head = ? WHERE head = ?", (min(heads), max(heads)))


def _story(db: sqlite3.Connection, row: int) -> int:
    return int(db.execute("SELECT story FROM article WHERE row = ?", (row,)).fetchone()[0])


def _head(db: sqlite3.Connection, story: int) -> int | None:
    found = db.execute("SELECT head FROM grouped WHERE story = ?", (story,)).fetchone()
    return int(found[0]) if found else None


def clear(db: sqlite3.Connection, row: int) -> None:
    """Forgets what an article is to others, before it goes or is compared anew. To be called inside a transaction."""
    story = _story(db, row)
    head, before = _head(db, story), _near(db, story)
    db.execute("DELETE FROM relation WHERE article = ?1 OR other = ?1", (row,))
    if head is None or not before:
        return
    wanted = before | {story} if _near(db, story) else before
    # Mostly the others are related to each other as well, and nothing comes apart.
    if len(wanted) == 1 or not _reached(db, min(wanted), wanted) >= wanted:
        _part(db, head)
    elif story not in wanted:
        db.execute("DELETE FROM grouped WHERE story = ?", (story,))
        _name_anew(db, head)


def _part(db: sqlite3.Connection, head: int) -> None:
    """Makes groups anew of the stories of one that may have come apart."""
    left = {story for (story,) in db.execute("SELECT story FROM grouped WHERE head = ?", (head,))}
    db.execute("DELETE FROM grouped WHERE head = ?", (head,))
    while left:
        part = _reached(db, min(left))
        if len(part) > 1:
            db.executemany("INSERT INTO grouped VALUES (?, ?)", ((one, min(part)) for one in part))
        left -= part


def _name_anew(db: sqlite3.Connection, head: int) -> None:
    """A group bears the least number of its stories, for the story that left it may be in another one later."""
    db.execute("UPDATE grouped SET head = (SELECT min(story) FROM grouped WHERE head = ?1) WHERE head = ?1", (head,))


def _near(db: sqlite3.Connection, story: int) -> frozenset[int]:
    """The stories that are related to a story, without itself."""
    return frozenset(other for (other,) in db.execute(_NEAR, (story,)) if other != story)


def _reached(db: sqlite3.Connection, start: int, wanted: frozenset[int] | None = None) -> frozenset[int]:
    """The stories to which a chain leads from one, itself among them; stops when all that are ``wanted`` are found."""
    found, todo = {start}, [start]
    while todo and not (wanted is not None and wanted <= found):
        for other in _near(db, todo.pop()) - found:
            found.add(other)
            todo.append(other)
    return frozenset(found)


def wrong(db: sqlite3.Connection) -> tuple[int, int, int]:
    """How many members of groups are no stories, groups have one member, and related articles are not in one group.

    A story cannot be in two groups: the table has one row for it.
    """
    (gone,) = db.execute("SELECT count(*) FROM grouped WHERE story NOT IN (SELECT story FROM article)").fetchone()
    (alone,) = db.execute("SELECT count(*) FROM (SELECT 1 FROM grouped GROUP BY head HAVING count(*) < 2)").fetchone()
    (apart,) = db.execute(
        """SELECT count(*) FROM relation r JOIN article a ON a.row = r.article JOIN article b ON b.row = r.other
        LEFT JOIN grouped g ON g.story = a.story LEFT JOIN grouped h ON h.story = b.story
        WHERE a.story != b.story AND (g.head IS NULL OR h.head IS NULL OR g.head != h.head)"""
    ).fetchone()
    return gone, alone, apart


def numbers(db: sqlite3.Connection) -> dict[ArticleId, int]:
    """The number of its group for each article, in its newest version, that is in one of two or more."""
    # CROSS, here and below: else SQLite walks all articles by their index and looks for the group of each.
    found = db.execute("SELECT a.id, g.head FROM grouped g CROSS JOIN article a ON a.story = g.story AND a.newest = 1")
    return {ArticleId(id): head for id, head in found}


def of(db: sqlite3.Connection, ids: Sequence[ArticleId]) -> dict[ArticleId, Group]:
    """The groups of those of the articles that are in one of two or more; of any version."""
    found: dict[ArticleId, Group] = {}
    known: dict[int, Group] = {}
    for id in ids:
        row = db.execute(
            "SELECT g.head FROM article a JOIN grouped g ON g.story = a.story WHERE a.id = ?", (id,)
        ).fetchone()
        if row is not None:
            head = int(row[0])
            known[head] = known.get(head) or Group(head, _members(db, head))
            found[id] = known[head]
    return found


def members(db: sqlite3.Connection, id: ArticleId) -> tuple[Member, ...]:
    """The articles that tell the same story as this one, itself among them, newest first; empty where it is alone."""
    group = of(db, [id]).get(id)
    return group.members if group else ()


def _members(db: sqlite3.Connection, head: int) -> tuple[Member, ...]:
    found = db.execute(
        """SELECT a.row, a.id, a.publication, a.published, a.headline FROM grouped g
        CROSS JOIN article a ON a.story = g.story AND a.newest = 1 WHERE g.head = ? ORDER BY a.sort DESC, a.row DESC""",
        (head,),
    ).fetchall()
    kinds = _kinds(db, head)
    return tuple(
        Member(ArticleId(id), kinds.get(row), publication, published, headline)
        for row, id, publication, published, headline in found
    )


def _kinds(db: sqlite3.Connection, head: int) -> dict[int, Relation]:
    """What each article of a group is to the older ones; relations between versions of one story tell nothing here."""
    rows: Iterable[tuple[int, str]] = db.execute(
        """SELECT r.article, r.kind FROM grouped g JOIN article a ON a.story = g.story
        JOIN relation r ON r.article = a.row JOIN article b ON b.row = r.other AND b.story != a.story
        WHERE g.head = ?""",
        (head,),
    )
    kinds: dict[int, Relation] = {}
    for row, kind in rows:
        kinds[row] = min(Relation(kind), kinds.get(row, Relation(kind)), key=_RANK.index)
    return kinds
