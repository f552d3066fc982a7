"""Which key leads to which entity, which name is short for which, and what follows when that changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from reader.core.kinds import Kind
from reader.core.names import name_key
from reader.store import entities

_CHUNK = 400
"""Articles in one statement: far below the number of values that SQLite takes."""
Short = tuple[str, str]
"""(short, full): two keys of which an article says that the one is short for the other."""


def shorts_of(db: sqlite3.Connection, row: int) -> set[str]:
    """The short names that an article vouches for."""
    return {short for (short,) in db.execute("SELECT short FROM short_name WHERE article = ?", (row,))}


def replace_shorts(db: sqlite3.Connection, row: int, shorts: Iterable[Short]) -> None:
    """What an article says to be short for what."""
    db.execute("DELETE FROM short_name WHERE article = ?", (row,))
    db.executemany("INSERT OR IGNORE INTO short_name VALUES (?, ?, ?)", ((short, full, row) for short, full in shorts))


def claimants(db: sqlite3.Connection, short: str) -> tuple[str, ...]:
    """The different keys for which some article says that a key is short."""
    return tuple(full for (full,) in db.execute("SELECT DISTINCT full FROM short_name WHERE short = ?", (short,)))


def merge(db: sqlite3.Connection, one: int, other: int) -> tuple[int, tuple[int, ...]]:
    """Makes two entities one, under the older id. Returns that id and the rows of articles that are linked anew.

    The other id stays in the table without mentions, so that it is never given again.
    """
    kept, left = sorted((one, other))
    rows = _rows(db, "SELECT DISTINCT article FROM chain WHERE entity = ?", left)
    db.execute("UPDATE chain SET entity = ? WHERE entity = ?", (kept, left))
    db.execute("UPDATE entity_key SET entity = ? WHERE entity = ?", (kept, left))
    _recount(db, (kept, left), rows)
    return kept, rows


def part(db: sqlite3.Connection, keys: Iterable[str], name: str, kind: Kind) -> tuple[int, ...]:
    """Gives some keys of an entity another, new one. Returns the rows of articles that are linked anew."""
    own, moved = entities.add(db, name, kind), set[int]()
    for key in keys:
        row, before = db.execute("SELECT row, entity FROM entity_key WHERE key = ?", (key,)).fetchone()
        rows = _rows(db, "SELECT DISTINCT article FROM chain WHERE key = ?", row)
        db.execute("UPDATE chain SET entity = ? WHERE key = ?", (own, row))
        entities.lead(db, key, own)
        _recount(db, (before, own), rows)
        moved.update(rows)
    return tuple(sorted(moved))


def forget(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    """These keys lead nowhere any more; no chain may be linked under them."""
    db.executemany("DELETE FROM entity_key WHERE key = ?", ((key,) for key in keys))


def keys_of(db: sqlite3.Connection, entity: int) -> dict[str, int]:
    """The keys that lead to an entity, each with the number of chains that were linked under it."""
    found = db.execute(
        """SELECT k.key, count(c.article) FROM entity_key k LEFT JOIN chain c ON c.key = k.row
        WHERE k.entity = ? GROUP BY k.row ORDER BY k.row""",
        (entity,),
    )
    return dict(found.fetchall())


def written_as(db: sqlite3.Connection, key: str) -> tuple[str, Kind] | None:
    """The name and kind of a chain that was linked under a key, or None when no article has one."""
    found = db.execute(
        "SELECT name, kind FROM chain WHERE key = (SELECT row FROM entity_key WHERE key = ?) ORDER BY article LIMIT 1",
        (key,),
    ).fetchone()
    return (found[0], Kind(found[1])) if found else None


def _rows(db: sqlite3.Connection, sql: str, value: int) -> tuple[int, ...]:
    return tuple(row for (row,) in db.execute(sql, (value,)))


def _recount(db: sqlite3.Connection, ids: tuple[int, int], rows: Sequence[int]) -> None:
    """Counts anew how often, and under which names, two entities are mentioned in some articles."""
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        values = (*ids, *chunk)
        among = f"entity IN (?, ?) AND article IN ({','.join('?' * len(chunk))})"
        db.execute(f"DELETE FROM entity_article WHERE {among}", values)
        db.execute(f"DELETE FROM alias WHERE {among}", values)
        among = among.replace("entity", "c.entity").replace("article", "c.article")
        db.execute(_COUNT.format(among), values)
        found = db.execute(_NAMES.format(among), values)
        names = {(entity, article, " ".join(text.split())) for entity, article, text in found}
        db.executemany("INSERT INTO alias VALUES (?, ?, ?, ?)", [(*n, name_key(n[2])) for n in names])


_COUNT = """INSERT INTO entity_article SELECT c.entity, c.article, count(DISTINCT mc.n) FROM chain c
    JOIN mention_chain mc ON mc.article = c.article AND mc.chain = c.chain WHERE {} GROUP BY c.entity, c.article"""
_NAMES = """SELECT c.entity, c.article, substr(a.text, m.start + 1, m.end - m.start) FROM chain c
    JOIN mention_chain mc ON mc.article = c.article AND mc.chain = c.chain
    JOIN mention m ON m.article = mc.article AND m.n = mc.n AND m.form = 'name'
    JOIN article a ON a.row = c.article
    WHERE {} AND (SELECT count(*) FROM mention_chain o WHERE o.article = mc.article AND o.n = mc.n) = 1"""


# Coming over to another rule of linking


def rule(db: sqlite3.Connection) -> str:
    """The name of the rule by which the keys of this library were made; empty for the first one."""
    found = db.execute("SELECT value FROM meta WHERE key = 'linking'").fetchone()
    return str(found[0]) if found else ""


def set_rule(db: sqlite3.Connection, name: str) -> None:
    """All keys follow this rule from now on."""
    db.execute("INSERT OR REPLACE INTO meta VALUES ('linking', ?)", (name,))


def write_keys(db: sqlite3.Connection, limit: int) -> int:
    """Gives the chains of some articles the key of their entity, where they have none; returns how many articles.

    Only the first rule left chains without keys, and by that rule each entity has one.
    """
    rows = [
        row
        for (row,) in db.execute(
            """SELECT DISTINCT article FROM chain
            WHERE key IS NULL AND entity IN (SELECT entity FROM entity_key) LIMIT ?""",
            (limit,),
        )
    ]
    db.executemany(
        """UPDATE chain SET key = (SELECT k.row FROM entity_key k WHERE k.entity = chain.entity)
        WHERE article = ? AND key IS NULL""",
        ((row,) for row in rows),
    )
    return len(rows)


def all_keys(db: sqlite3.Connection) -> list[tuple[int, str, str, Kind, str]]:
    """(entity, key, name, kind, the id of the first article that mentions it or nothing), the oldest entity first."""
    found = db.execute(
        """SELECT e.id, k.key, coalesce((SELECT c.name FROM chain c WHERE c.key = k.row LIMIT 1), e.name), e.kind,
        coalesce((SELECT a.id FROM chain c JOIN article a ON a.row = c.article WHERE c.key = k.row LIMIT 1), '')
        FROM entity e JOIN entity_key k ON k.entity = e.id ORDER BY e.id, k.row"""
    )
    return [(id, key, name, Kind(kind), article) for id, key, name, kind, article in found]


def add_short(db: sqlite3.Connection, short: str, full: str) -> None:
    """Every article with a chain under one key says that another is short for it."""
    db.execute(
        """INSERT OR IGNORE INTO short_name SELECT ?, ?, article FROM chain
        WHERE key = (SELECT row FROM entity_key WHERE key = ?)""",
        (short, full, full),
    )


def rekey(db: sqlite3.Connection, old: str, new: str) -> tuple[int, ...]:
    """A key is written otherwise by the new rule. Returns the rows of articles that are linked anew.

    Where another entity has the new key already, the two are one.
    """
    before, there = entities.find_id(db, old), entities.find_id(db, new)
    assert before is not None
    if there is None:
        db.execute("UPDATE entity_key SET key = ? WHERE key = ?", (new, old))
        return ()
    rows: tuple[int, ...] = ()
    if there != before:
        _, rows = merge(db, there, before)
    row_of = "(SELECT row FROM entity_key WHERE key = ?)"
    db.execute(f"UPDATE chain SET key = {row_of} WHERE key = {row_of}", (new, old))
    db.execute("DELETE FROM entity_key WHERE key = ?", (old,))
    return rows
