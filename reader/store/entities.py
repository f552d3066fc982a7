"""The entities of the library: ids that are never given again, their names, and how often they are mentioned."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.core.kinds import Kind
from reader.core.names import name_key
from reader.core.rows import EntityRow

_ROW = """SELECT e.id, e.name, e.kind, sum(ea.mentions), count(*), min(nullif(a.day, '')), max(a.day)
    FROM entity e JOIN entity_article ea ON ea.entity = e.id JOIN article a ON a.row = ea.article
    AND (a.newest OR a.row = ?)"""
_KINDS = {kind.value: kind for kind in Kind}


def get_id(db: sqlite3.Connection, key: str, name: str, kind: Kind) -> int:
    """The id of the entity to which a key leads; it is made when there is none. To be called inside a transaction."""
    found = find_id(db, key)
    if found is not None:
        return found
    made = add(db, name, kind)
    lead(db, key, made)
    return made


def find_id(db: sqlite3.Connection, key: str) -> int | None:
    """The id of the entity to which a key leads, or None."""
    found = db.execute("SELECT entity FROM entity_key WHERE key = ?", (key,)).fetchone()
    return int(found[0]) if found else None


def add(db: sqlite3.Connection, name: str, kind: Kind) -> int:
    """A new entity to which no key leads yet. Its id was never given before."""
    sql = "INSERT INTO entity (key, name, kind) VALUES (hex(randomblob(12)), ?, ?)"
    made = db.execute(sql, (name, kind)).lastrowid
    assert made is not None
    return made


def lead(db: sqlite3.Connection, key: str, entity: int) -> None:
    """From now on a key leads to this entity."""
    sql = "INSERT INTO entity_key (key, entity) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET entity = excluded.entity"
    db.execute(sql, (key, entity))


def name_of(db: sqlite3.Connection, entity: int) -> str:
    """The name that is shown for an entity."""
    return str(db.execute("SELECT name FROM entity WHERE id = ?", (entity,)).fetchone()[0])


def called(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, Kind]]:
    """The name and kind of each of some entities, in the order asked for."""
    found: dict[int, tuple[str, Kind]] = {}
    for i in range(0, len(ids), 500):
        chunk = ids[i : i + 500]
        sql = f"SELECT id, name, kind FROM entity WHERE id IN ({','.join('?' * len(chunk))})"
        known = {id: (name, _KINDS[kind]) for id, name, kind in db.execute(sql, chunk)}
        found |= {id: known[id] for id in chunk if id in known}
    return found


def beginning(db: sqlite3.Connection, start: str, kinds: Sequence[Kind] = ()) -> tuple[int, ...]:
    """The entities in whose key some word begins so, of some kinds or of all; ``start`` is a ``name_key``."""
    # A key is "kind|name", or "kind|name|article" where the name alone does not say who is meant.
    sql = "SELECT key, entity FROM entity_key WHERE instr(key, ?) OR instr(key, ?)"
    found = dict[int, None]()
    for key, entity in db.execute(sql, (f"|{start}", f" {start}")):
        kind, name, *article = key.split("|")
        if (not kinds or kind in kinds) and (not article or name.startswith(start) or f" {start}" in name):
            found[entity] = None
    return tuple(found)


def rename(db: sqlite3.Connection, entity: int, name: str) -> None:
    """Shows another name for an entity."""
    db.execute("UPDATE entity SET name = ? WHERE id = ? AND name != ?", (name, entity, name))


def rows(
    db: sqlite3.Connection,
    ids: Sequence[int] | None = None,
    *,
    kind: Kind | None = None,
    article: int | None = None,
    limit: int | None = None,
) -> tuple[EntityRow, ...]:
    """Entities that the newest versions mention, most mentioned first; ``article`` is a row."""
    wheres: list[str] = []
    # The page of an older version knows its own names, which the newest versions may not have any more.
    values: list[Any] = [article if article is not None else -1]
    if ids is not None:
        wheres.append(f"e.id IN ({','.join('?' * len(ids))})")
        values += ids
    if kind is not None:
        wheres.append("e.kind = ?")
        values.append(kind)
    if article is not None:
        wheres.append("e.id IN (SELECT entity FROM entity_article WHERE article = ?)")
        values.append(article)
    sql = _ROW + (" WHERE " + " AND ".join(wheres) if wheres else "")
    sql += " GROUP BY e.id ORDER BY 4 DESC, e.name LIMIT ?"
    found = db.execute(sql, (*values, -1 if limit is None else limit)).fetchall()
    return _with_names(db, found)


def _with_names(db: sqlite3.Connection, found: list[Any]) -> tuple[EntityRow, ...]:
    ids = [row[0] for row in found]
    aliases = _texts(
        db, ids,
        "SELECT entity, text FROM alias WHERE entity IN ({}) GROUP BY entity, text ORDER BY count(*) DESC, text",
    )  # fmt: skip
    roles = _texts(
        db, ids,
        """SELECT c.entity, r.text FROM chain c JOIN role r ON r.article = c.article AND r.chain = c.chain
        JOIN article a ON a.row = c.article AND a.newest WHERE c.entity IN ({})
        ORDER BY a.sort DESC, a.row DESC, r.start""",
    )  # fmt: skip
    return tuple(
        EntityRow(id, name, Kind(kind), aliases.get(id, ()), roles.get(id, ()), mentions, articles, first or "", last)
        for id, name, kind, mentions, articles, first, last in found
    )


def _texts(db: sqlite3.Connection, ids: Sequence[int], sql: str) -> dict[int, tuple[str, ...]]:
    """For each id its different texts, in the order of the query."""
    texts: dict[int, dict[str, None]] = {}
    for i in range(0, len(ids), 500):
        chunk = ids[i : i + 500]
        for id, text in db.execute(sql.format(",".join("?" * len(chunk))), chunk):
            texts.setdefault(id, {})[text] = None
    return {id: tuple(found) for id, found in texts.items()}


def named(db: sqlite3.Connection, name: str, kinds: Sequence[Kind] = ()) -> tuple[int, ...]:
    """Ids of the entities that are written like this somewhere in the library, or have this name."""
    key = name_key(name)
    keys = [f"{kind}|{key}" for kind in Kind]
    # Every article has a row for the names in it: from one entity the index leaps to the next.
    sql = f"""WITH RECURSIVE written(entity) AS (
            SELECT min(entity) FROM alias WHERE key = ?1
            UNION ALL SELECT (SELECT min(a.entity) FROM alias a WHERE a.key = ?1 AND a.entity > w.entity)
            FROM written w WHERE w.entity IS NOT NULL)
        SELECT entity FROM written WHERE entity IS NOT NULL
        UNION SELECT entity FROM entity_key WHERE key IN ({",".join("?" * len(keys))}) ORDER BY 1"""
    found = [id for (id,) in db.execute(sql, (key, *keys))]
    if kinds and found:
        among, allowed = ",".join("?" * len(found)), ",".join("?" * len(kinds))
        sql = f"SELECT id FROM entity WHERE id IN ({among}) AND kind IN ({allowed}) ORDER BY 1"
        found = [id for (id,) in db.execute(sql, (*found, *kinds))]
    return tuple(found)
