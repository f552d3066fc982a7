"""Searches that the reader keeps, with what is new since the last look, and the queries asked last."""

from __future__ import annotations

import datetime as dt
import json
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.query import Query
from reader.core.query_json import as_typed, from_json, to_json
from reader.core.query_writing import briefly
from reader.core.reasons import Trouble
from reader.core.rows import ListEntry
from reader.core.search import Earlier, SavedSearch
from reader.services.asked import for_index, read
from reader.services.library import IndexDamaged, Library
from reader.services.naming import names_of
from reader.store import articles
from reader.store import saved as store
from reader.store.saved import SavedRecord

if TYPE_CHECKING:
    from reader.index.counting import Counting

__all__ = ["SavedRecord"]


def saved(library: Library, *, today: dt.date | None = None) -> tuple[SavedSearch, ...]:
    """All saved searches by name, counted now; ``today`` is the reader's, for "the last week"."""
    return tuple(_counted(library, record, today) for record in store.searches(library.store.db))


def find(library: Library, id: int, *, today: dt.date | None = None) -> SavedSearch:
    """One saved search, counted now. Raises Trouble("no-such-search")."""
    return _counted(library, _get(library, id), today)


def entries(
    library: Library, id: int, *, today: dt.date | None = None
) -> tuple[tuple[ListEntry, ...], tuple[ListEntry, ...]]:
    """(new articles, those seen before) that a saved search finds, newest first.

    Raises Trouble: no-such-search; saved-newer, saved-damaged, saved-no-field, saved-no-value as ``problem`` says.
    """
    record = _get(library, id)
    try:
        answer = library.index().search(
            for_index(library, _tree(record), today), names_of(library), limit=sys.maxsize, sort="newest"
        )
    except IndexDamaged:
        library.forget_index()
        return (), ()
    found = articles.entries_of(library.store.db, [id for id, _ in answer.ids])
    return (
        tuple(entry for row, entry in found if record.tell and record.is_new(row)),
        tuple(entry for row, entry in found if not (record.tell and record.is_new(row))),
    )


def save(library: Library, name: str, typed: str, *, tell: bool = True) -> SavedSearch:
    """Keeps a query; without a name it is called what it says. Nothing of it is new yet.

    Raises Trouble with the reason of an error in the query; nothing-to-save for an empty one.
    """
    query = _tree_of(library, typed)
    with library.store.writing() as db:
        called = _line(name) or briefly(query)
        id = store.add(db, called, json.dumps(to_json(query)), tell=tell)
    look_at(library, id)
    return find(library, id)


def rename(library: Library, id: int, name: str) -> None:
    """Calls a saved search otherwise; an empty name changes nothing. Raises Trouble("no-such-search")."""
    _replace(library, replace(record := _get(library, id), name=_line(name) or record.name))


def edit(library: Library, id: int, typed: str) -> None:
    """Gives a saved search another query. Raises Trouble as ``save`` does, and no-such-search."""
    _replace(library, replace(_get(library, id), query=json.dumps(to_json(_tree_of(library, typed)))))


def tell(library: Library, id: int, wanted: bool) -> None:
    """Says whether the reader wants to know of new articles. Raises Trouble("no-such-search")."""
    _replace(library, replace(_get(library, id), tell=wanted))


def remove(library: Library, id: int) -> SavedRecord:
    """Forgets a saved search; what ``put_back`` needs to undo that. Raises Trouble("no-such-search")."""
    record = _get(library, id)
    with library.store.writing() as db:
        store.remove(db, id)
    return record


def put_back(library: Library, record: SavedRecord) -> None:
    """Undoes ``remove``."""
    _replace(library, record)


def look_at(library: Library, id: int) -> None:
    """What is new in a saved search is new no more. Raises Trouble("no-such-search")."""
    record = _get(library, id)
    found = None
    with suppress(Trouble):
        found = _found(library, record, None)
    with library.store.writing() as db:
        store.look_at(db, record, found.rows() if found else frozenset(), _now())


def _replace(library: Library, record: SavedRecord) -> None:
    with library.store.writing() as db:
        store.put_back(db, record)


def _get(library: Library, id: int) -> SavedRecord:
    record = store.find(library.store.db, id)
    if record is None:
        raise Trouble("no-such-search", str(id))
    return record


def _tree_of(library: Library, typed: str) -> Query:
    query = read(library, typed)
    if query is None:
        raise Trouble("nothing-to-save")
    return query


def _tree(record: SavedRecord) -> Query:
    return from_json(_json(record))


def _json(record: SavedRecord) -> object:
    try:
        return json.loads(record.query)
    except ValueError as error:
        raise Trouble("saved-damaged") from error


def _counted(library: Library, record: SavedRecord, today: dt.date | None) -> SavedSearch:
    shown = SavedSearch(record.id, record.name, written(record), 0, 0, record.looked, record.tell)
    try:
        found = _found(library, record, today)
    except Trouble as trouble:
        return replace(shown, problem=trouble.reason)
    if found is None:
        return shown
    return replace(shown, total=found.total, new=sum(map(record.is_new, found.rows())) if record.tell else 0)


def _found(library: Library, record: SavedRecord, today: dt.date | None) -> Counting | None:
    """What a saved search finds; None without an index. Raises Trouble where it cannot be asked any more."""
    try:
        return library.index().facets(for_index(library, _tree(record), today), names_of(library))
    except IndexDamaged:
        library.forget_index()
        return None


def written(record: SavedRecord) -> str:
    """The query as a reader would type it, also where it cannot be asked any more; nothing where it is damaged."""
    try:
        return briefly(_tree(record))
    except Trouble:
        with suppress(Trouble):
            return as_typed(_json(record))
    return ""


def _line(text: str) -> str:
    """In one line, and without halves of characters, which no store can hold."""
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


# the queries asked last


def history(library: Library, limit: int = 50) -> tuple[Earlier, ...]:
    """The queries asked last, the last one first."""
    return tuple(Earlier(typed, at) for typed, at in store.earlier(library.store.db, limit))


def remember(library: Library, typed: str) -> None:
    """Notes that a query was asked; an empty one, and one with an error, is not remembered."""
    try:
        query = read(library, typed)
    except Trouble:
        return
    if query is not None:
        with library.store.writing() as db:
            store.remember(db, _line(typed), _now())


def forget(library: Library, typed: str) -> None:
    """Forgets one query of those asked before."""
    with library.store.writing() as db:
        store.forget(db, _line(typed))


def forget_history(library: Library) -> None:
    """Forgets all queries asked before."""
    with library.store.writing() as db:
        store.forget(db)
