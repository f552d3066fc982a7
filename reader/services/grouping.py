"""Finding the articles of a library that tell one story, as they come in."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from reader.core.article import Article, ArticleId
from reader.core.groups import Group
from reader.core.sameness import is_later, may_be_same, relation
from reader.core.steps import Changes, Progress, Step
from reader.core.tellings import Telling, other_keys, sought, telling
from reader.services.library import Library
from reader.store import articles, groups, sketches
from reader.store.opening import Store

BATCH_SECONDS = 0.04
"""How long articles without a sketch are taken in one transaction: the window's writes wait no longer than this."""
LOOKED_AT = 32
"""Candidates whose sketches are compared."""
READ = 5
"""Candidates whose texts are compared, the likeliest first. Copies are related to each other, so a few do for many."""


def take_in(store: Store, article: Article) -> frozenset[ArticleId]:
    """Keeps the sketch of a stored article and relates it to others that tell its story. Inside a transaction.

    Returns the ids of all whose group changed by that.
    """
    db = store.db
    row = articles.find_row(db, article.id)
    if row is None:
        return frozenset()
    told = telling(article)
    groups.clear(db, row)
    sketches.replace(db, row, told.sketch, other_keys(told))
    changed: set[ArticleId] = set()
    for other in _likeliest(store, row, told):
        found = articles.find(db, articles.row_id(db, other))
        if found is not None and _relate(store, (row, told), (other, telling(found))):
            changed |= {article.id, found.id}
    return frozenset(changed)


def _likeliest(store: Store, row: int, told: Telling) -> tuple[int, ...]:
    """Rows of the articles that may tell the same story, the likeliest first: to read texts costs most."""
    rows = sketches.candidates(store.db, row, sought(told))[:LOOKED_AT]
    known = ((other, sketches.find(store.db, other)) for other in rows)
    likely = sorted(((may_be_same(told, *found), other) for other, found in known if found), reverse=True)
    return tuple(other for chance, other in likely[:READ] if chance)


def _relate(store: Store, mine: tuple[int, Telling], theirs: tuple[int, Telling]) -> bool:
    """Relates two articles where they tell one story. The order of import decides where neither tells when it was."""
    later = is_later(mine[1], theirs[1])
    first_is_newer = mine[0] > theirs[0] if later is None else later
    newer, older = (mine, theirs) if first_is_newer else (theirs, mine)
    kind = relation(newer[1], older[1])
    if kind is not None:
        groups.relate(store.db, newer[0], older[0], kind)
    return kind is not None


def group_missing(library: Library) -> Iterator[Step]:
    """Takes in the articles without a sketch, oldest first. Killed at any line, it goes on the next time."""
    rows = sketches.missing(library.store.db)
    waiting, done = iter(rows), 0
    row = next(waiting, None)
    while row is not None:
        yield Progress("group", done, len(rows))
        changed: set[ArticleId] = set()
        since = time.monotonic()
        with library.store.writing() as db:
            while row is not None:
                article = articles.find(db, articles.row_id(db, row))
                changed |= take_in(library.store, article) if article else set()
                row, done = next(waiting, None), done + 1
                if time.monotonic() - since > BATCH_SECONDS:
                    break
        if changed:
            yield Changes(tuple(sorted(changed)))
    if rows:
        yield Progress("group", done, len(rows))


def group_numbers(library: Library) -> dict[ArticleId, int]:
    """For each article that is in a group of two or more, in its newest version, the number of the group."""
    return groups.numbers(library.store.db)


def groups_of(library: Library, ids: Sequence[ArticleId]) -> dict[ArticleId, Group]:
    """The groups of those of the articles that are in one of two or more."""
    return groups.of(library.store.db, ids)
