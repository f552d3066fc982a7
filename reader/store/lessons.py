"""What was learned of the lines that publications print, and what the reader decided about them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from types import MappingProxyType

from reader.core.lessons import SEEN_OFTEN, Lessons, TableRoles


def learn(db: sqlite3.Connection, row: int, publication: str, lines: Iterable[str]) -> None:
    """Notes that an article printed these lines; one that enough stories printed is learned.

    Copies and versions of one story count as one, else a story that was imported three times would be furniture. To be
    called inside a transaction, after the article has joined its group.
    """
    (story,) = db.execute(
        "SELECT coalesce(g.head, a.story) FROM article a LEFT JOIN grouped g ON g.story = a.story WHERE a.row = ?",
        (row,),
    ).fetchone()
    for line in set(lines):
        number = _number(publication, line)
        db.execute("INSERT OR IGNORE INTO printed VALUES (?, ?)", (number, story))
        if _times(db, number) >= SEEN_OFTEN:
            db.execute("INSERT OR IGNORE INTO learned VALUES (?, ?)", (publication, line))


def forget_removed(db: sqlite3.Connection) -> None:
    """Forgets what was learned from stories that are no longer in the library. To be called inside a transaction."""
    db.execute("DELETE FROM printed WHERE story NOT IN (SELECT story FROM article)")
    for publication, line in db.execute("SELECT publication, line FROM learned").fetchall():
        if _times(db, _number(publication, line)) < SEEN_OFTEN:
            db.execute("DELETE FROM learned WHERE publication = ? AND line = ?", (publication, line))


def set_rule(db: sqlite3.Connection, publication: str, line: str, keep: bool | None) -> None:
    """The reader's word on a line of a publication: always keep it, always remove it, or (None) no rule any more."""
    if keep is None:
        db.execute("DELETE FROM line_rule WHERE publication = ? AND line = ?", (publication, line))
    else:
        db.execute("INSERT OR REPLACE INTO line_rule VALUES (?, ?, ?)", (publication, line, keep))


def set_table(db: sqlite3.Connection, table: TableRoles) -> None:
    """Remembers which column is which in tables with exactly these columns."""
    values = (json.dumps(table.columns), json.dumps(table.roles), table.day_first)
    db.execute("INSERT OR REPLACE INTO table_roles VALUES (?, ?, ?)", values)


def lessons(db: sqlite3.Connection) -> Lessons:
    """All that was learned, for the next import."""
    rules = db.execute("SELECT publication, line, keep FROM line_rule").fetchall()
    tables = db.execute("SELECT columns, roles, day_first FROM table_roles").fetchall()
    return Lessons(
        furniture=_by_publication(db.execute("SELECT publication, line FROM learned")),
        kept=_by_publication((publication, line) for publication, line, keep in rules if keep),
        always_removed=_by_publication((publication, line) for publication, line, keep in rules if not keep),
        tables=tuple(
            TableRoles(tuple(json.loads(columns)), tuple(json.loads(roles)), bool(day_first))
            for columns, roles, day_first in tables
        ),
    )


def _by_publication(lines: Iterable[tuple[str, str]]) -> MappingProxyType[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for publication, line in lines:
        found[publication].add(line)
    return MappingProxyType({publication: frozenset(keys) for publication, keys in found.items()})


def _times(db: sqlite3.Connection, number: int) -> int:
    (times,) = db.execute("SELECT count(*) FROM printed WHERE line = ?", (number,)).fetchone()
    return int(times)


def _number(publication: str, line: str) -> int:
    digest = hashlib.blake2b(f"{publication}\n{line}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
