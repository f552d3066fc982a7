"""What the words at the cursor of a query may become: names, fields, values, saved searches, earlier queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import chain, islice

from reader.core.kinds import Kind
from reader.core.names import name_key
from reader.core.query_accepting import Rewritten, with_field, with_value
from reader.core.query_fields import LANGUAGES, NAME_FIELDS, VALUE_FIELDS
from reader.core.query_typing import Place, Typing, fields_like, readings, values_like
from reader.core.search import Suggestion
from reader.services.asked import EVERYTHING
from reader.services.library import IndexDamaged, Library
from reader.services.naming import KINDS, is_text, names_of
from reader.services.saved_searches import written
from reader.store import entities, marks, saved

MOST_NAMES = 3
"""Entities that are proposed for words without a field."""
MOST_VALUES = 200
"""Publications among which those that begin so are; the most frequent ones."""
LEAST = 2
"""Letters of a word from which on it may be the beginning of a field's name; with a colon one letter does."""


def suggestions(library: Library, typed: str, cursor: int, most: int = 10) -> tuple[Suggestion, ...]:
    """What may be meant at the cursor, which counts code points: names by articles, then fields and values.

    Each of these keeps the rest of the query as it was typed. Saved searches and earlier queries come last and take
    its place; of an empty query these are all.
    """
    found = readings(typed, cursor)
    told = chain(
        _names(library, typed, found), _fields(typed, found), _values(library, typed, found),
        _saved(library, typed), _earlier(library, typed),
    )  # fmt: skip
    return tuple(islice(_once(told), most))


def _once(told: Iterable[Suggestion]) -> Iterator[Suggestion]:
    seen = set[tuple[str, str]]()
    for one in told:
        if (one.text.strip(), one.words) not in seen:
            seen.add((one.text.strip(), one.words))
            yield one


# names


def _names(library: Library, typed: str, found: tuple[Typing, ...]) -> Iterator[Suggestion]:
    """Entities of which a word begins so: "Ilse Mar" before "Mar"; without a field also what the first one said."""
    first = True
    for typing in found:
        name = typing.field
        if typing.place is Place.FIELD or (typing.place is Place.VALUE and name not in NAME_FIELDS):
            continue
        ranked = _ranked(library, typing.text, name)
        for id, known, kind, count in ranked if name else ranked[:MOST_NAMES]:
            detail = f"{kind.value} · {_articles(count)}"
            made = with_value(typed, typing, known, field="" if name else "entity")
            yield Suggestion("entity", known, detail, made.text, made.cursor, kind.value)
            if not name and first:
                first = False
                yield from _said(library, typed, typing, id, known)


def _said(library: Library, typed: str, typing: Typing, id: int, known: str) -> Iterator[Suggestion]:
    """``speaker:`` and ``about:`` of somebody who is quoted somewhere."""
    (count,) = _frequencies(library, [id], speaking=True)
    if not count:
        return
    for field, what in (("speaker", f"what {known} said"), ("about", f"quotations that mention {known}")):
        made = with_value(typed, typing, known, field=field)
        detail = f"{what} · {_articles(count)}" if field == "speaker" else what
        yield Suggestion("speaker", f"{field}:{known}", detail, made.text, made.cursor)


def _ranked(library: Library, text: str, field: str, most: int = 10) -> list[tuple[int, str, Kind, int]]:
    """(id, name, kind, articles) of entities of which a word begins so, the most frequent first, each name once."""
    start = name_key(text)
    if not start or not is_text(start):
        return []
    ids = entities.beginning(library.store.db, start, KINDS.get(field, ()))
    counts = _frequencies(library, ids, speaking=field == "speaker")
    order = nsmallest(2 * most, ((-count, id) for count, id in zip(counts, ids, strict=True) if count))
    known = entities.called(library.store.db, [id for _, id in order])
    rows: dict[str, tuple[int, str, Kind, int]] = {}
    for less, id in order:
        name, kind = known[id]
        rows.setdefault(name_key(name), (id, name, kind, -less))
    return list(rows.values())[:most]


def _frequencies(library: Library, ids: Sequence[int], *, speaking: bool) -> list[int]:
    try:
        return library.index().frequencies(ids, speaking=speaking)
    except IndexDamaged:
        library.forget_index()
        return [0] * len(ids)


def _articles(count: int) -> str:
    return f"{count:,} article{'s' if count != 1 else ''}"


# fields and values


def _fields(typed: str, found: tuple[Typing, ...]) -> Iterator[Suggestion]:
    typing = found[-1] if found else None
    if not typing or typing.place is Place.VALUE or typing.marked or " " in typing.text:
        return
    if typing.place is Place.FIELD or len(typing.text) >= LEAST:
        for name in fields_like(typing.text):
            made = with_field(typed, typing, name)
            yield Suggestion("field", f"{name}:", "field", made.text, made.cursor)


def _values(library: Library, typed: str, found: tuple[Typing, ...]) -> Iterator[Suggestion]:
    typing = found[-1] if found else None
    if not typing or typing.place is not Place.VALUE:
        return
    for value, detail in _known_values(library, typing):
        made: Rewritten = with_value(typed, typing, value)
        yield Suggestion("value", value, detail, made.text, made.cursor)


def _known_values(library: Library, typing: Typing) -> Iterator[tuple[str, str]]:
    """(value, what is told of it) of those that begin as typed."""
    small = typing.text.casefold()
    if typing.field == "tag":
        yield from ((tag, "tag") for tag in marks.tags(library.store.db) if tag.casefold().startswith(small))
    elif typing.field == "publication":
        for name, count in _publications(library):
            if f" {small}" in f" {name.casefold()}":
                yield name, _articles(count)
    elif typing.field in VALUE_FIELDS:
        for value in values_like(typing.field, typing.text):
            yield value, LANGUAGES.get(value, "") if typing.field == "lang" else ""


def _publications(library: Library) -> tuple[tuple[str, int], ...]:
    try:
        return library.index().facets(EVERYTHING, names_of(library)).values("publication", MOST_VALUES)
    except IndexDamaged:
        library.forget_index()
        return ()


# whole queries


def _saved(library: Library, typed: str) -> Iterator[Suggestion]:
    """Saved searches of whose name some word begins as the whole query does."""
    small = name_key(typed)
    for record in saved.searches(library.store.db):
        query = written(record)
        if query and f" {small}" in f" {name_key(record.name)}":
            yield Suggestion("saved", record.name, "saved search", query, len(query))


def _earlier(library: Library, typed: str) -> Iterator[Suggestion]:
    """Earlier queries that begin as the whole query does, and go on."""
    small = " ".join(typed.casefold().split())
    for query, at in saved.earlier(library.store.db, saved.MOST_EARLIER):
        if query.casefold().startswith(small) and query.casefold() != small:
            yield Suggestion("history", query, at[:10], query, len(query))
