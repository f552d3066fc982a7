"""What the hits of a query have, with counts, to narrow the query by; and the query after something was chosen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from reader.core.histogram import bars
from reader.core.kinds import Kind
from reader.core.query import All, DateRange, Field, Phrase, Query, Word, WordForm
from reader.core.query_fields import KINDS, LANGUAGES, NAME_FIELDS
from reader.core.query_narrowing import Choices, choices, chosen, value_of, without_choices
from reader.core.query_narrowing import ticked as with_choice
from reader.core.query_narrowing import unticked as without
from reader.core.query_parser import IsName, parse
from reader.core.query_writing import briefly, understood
from reader.core.search import Bar, Facet, FacetValue
from reader.index import UNBOUNDED, Bounds
from reader.services.asked import EVERYTHING, for_index, read
from reader.services.library import IndexDamaged, Library
from reader.services.naming import names_of
from reader.store import entities, marks

FIELDS = ("kind", "entity", "speaker", "publication", "place", "tag", "lang")
MOST = 20
"""Values of a facet; those that are chosen come on top of these."""
MOST_LOOKED_AT = 1_000
"""Values of a field among which those of a facet are; the most frequent ones."""
_PLACES = frozenset({Kind.PLACE, Kind.FACILITY})

_Exact = Callable[[Query], int]
"""How many articles would be found if a value were chosen."""
_Counted = Iterable[tuple[str, int]]
"""(value, articles), the most frequent first; an entity is written as its id."""


def facets(
    library: Library, typed: str, *, typing: bool = False, today: dt.date | None = None, bounds: Bounds = UNBOUNDED
) -> tuple[Facet, ...]:
    """What the hits of a query have, each field counted as if nothing of it was chosen; nothing without an index.

    Places are among ``place``, all other entities among ``entity``. ``today`` is the reader's. Raises Trouble with the
    reason of an error in the query; Stopped.
    """
    query = read(library, typed, typing=typing)

    @cache
    def counting(asked: Query | None) -> Callable[[str], _Counted]:
        found = library.index().facets(for_index(library, asked, today), names_of(library), bounds=bounds)
        mentioned = cache(lambda: _by_kind(library, found.entities(MOST_LOOKED_AT)))

        def count(field: str) -> _Counted:
            match field:
                case "entity" | "place":
                    return mentioned()[field]
                case "speaker":
                    return [(str(id), n) for id, n in found.speakers(MOST_LOOKED_AT)]
                case "tag":
                    return _tags(library, found.rows)
                case "kind":
                    return [(kind, n) for kind, n in found.values("kind", MOST_LOOKED_AT) if kind in KINDS]
            return found.values(field, MOST_LOOKED_AT)

        return count

    def facet(field: str) -> Facet:
        asked = without_choices(query, field)

        def exact(value: Query) -> int:
            both = All((asked or EVERYTHING, Field(field, value)))
            return library.index().count(for_index(library, both, today), names_of(library))

        return _facet(library, query, field, counting(asked)(field), exact)

    try:
        made = [facet(field) for field in FIELDS]
    except IndexDamaged:
        library.forget_index()
        return ()
    return tuple(facet for facet in made if facet.values)


def histogram(
    library: Library, typed: str, *, typing: bool = False, today: dt.date | None = None, bounds: Bounds = UNBOUNDED
) -> tuple[Bar, ...]:
    """When the hits of a query appeared, whatever days it asks for. Raises as ``facets`` does."""
    query = without_choices(read(library, typed, typing=typing), "date")
    try:
        found = library.index().facets(for_index(library, query, today), names_of(library), bounds=bounds)
    except IndexDamaged:
        library.forget_index()
        return ()
    return bars(found.days())


def _by_kind(library: Library, counted: tuple[tuple[int, int], ...]) -> dict[str, _Counted]:
    """The entities by the facet in which they stand, places apart from all others."""
    known = entities.called(library.store.db, [id for id, _ in counted])
    sorts: dict[str, list[tuple[str, int]]] = {"place": [], "entity": []}
    for id, count in counted:
        if id in known:
            sorts["place" if known[id][1] in _PLACES else "entity"].append((str(id), count))
    return dict(sorts)


def _tags(library: Library, rows: Callable[[], frozenset[int]]) -> _Counted:
    tagged = marks.tagged(library.store.db)
    found = rows() if tagged else frozenset()
    return Counter(tag for tag, row in tagged if row in found).most_common()


def _facet(library: Library, query: Query | None, field: str, counted: _Counted, exact: _Exact) -> Facet:
    """What is chosen, then what hits have most; each as often as choosing it would find."""
    counts, made = dict(counted), choices(query, field)
    shown, taken = list[FacetValue](), set[str]()
    for value in (*made.only, *made.out):
        if isinstance(value, Phrase) or (isinstance(value, Word) and value.form is WordForm.PLAIN):
            meant = _meant(library, field, value.text, counts)
            words = _words(library, field, meant[0] if len(meant) == 1 else value.text)
            out = value in made.out
            shown.append(FacetValue(value.text, words, exact(value), chosen=not out, out=out))
            taken.update(meant)
    full = len(shown) + MOST
    for key, count in counts.items():
        if key not in taken and len(shown) < full:
            words = _words(library, field, key)
            text = words if field in NAME_FIELDS else key
            meant = _meant(library, field, text, counts)
            shown.append(FacetValue(text, words, count if meant == [key] else exact(value_of(field, text))))
            taken.update(meant if field in NAME_FIELDS else (), (key,))
    return Facet(field, tuple(shown), len(counts.keys() - taken))


def _meant(library: Library, field: str, text: str, counts: dict[str, int]) -> list[str]:
    """Which values a query for a text finds: all entities of that name, counted publications with it in theirs."""
    if field in NAME_FIELDS:
        return [str(id) for id in names_of(library)(field, text)]
    small = text.casefold()
    return [key for key in counts if key.casefold() == small or (field == "publication" and small in key.casefold())]


def _words(library: Library, field: str, value: str) -> str:
    """What a reader calls a counted value, or a choice that none was counted for."""
    if field in NAME_FIELDS and value.isdecimal():
        return entities.name_of(library.store.db, int(value))
    return LANGUAGES.get(value, value) if field == "lang" else value


# the query after a choice


def ticked(typed: str, field: str, value: str, out: bool = False, *, is_name: IsName | None = None) -> str:
    """The query as typed with one more value chosen, or left out; one with an error as it was."""
    return _after(typed, is_name, lambda query: with_choice(query, field, value_of(field, value), out=out))


def unticked(typed: str, field: str, value: str, *, is_name: IsName | None = None) -> str:
    """The query as typed without a choice of this value."""
    return _after(typed, is_name, lambda query: without(query, field, value_of(field, value)))


def dated(typed: str, start: str, end: str, *, is_name: IsName | None = None) -> str:
    """The query as typed for days from ``start`` up to but not on ``end``, ISO 8601; with none for any day."""
    days = Choices((DateRange(start, end),)) if start or end else Choices()
    return _after(typed, is_name, lambda query: chosen(chosen(query, "last", Choices()), "date", days))


def _after(typed: str, is_name: IsName | None, change: Callable[[Query | None], Query | None]) -> str:
    parsed = parse(typed, is_name=is_name)
    if parsed.error:
        return typed
    query = change(parsed.query)
    if query == parsed.query:
        return typed
    if query is None:
        return ""
    # What is written briefly may be read otherwise by a hair; and some values no query can hold.
    return next((text for text in (briefly(query), understood(query)) if parse(text).query == query), typed)
