"""Why a query found nothing, and what to ask instead: other spellings, and queries that ask for a little less."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, replace

from reader.core.query import Field, Not, Phrase, Query, Word
from reader.core.query_clauses import clauses, respelled, what_killed, without
from reader.core.query_fields import NAME_FIELDS, TEXT_FIELDS
from reader.core.query_mending import mended
from reader.core.query_parser import parse
from reader.core.query_relaxing import ordered, relaxations
from reader.core.query_writing import briefly, understood
from reader.core.reasons import Reason
from reader.core.search import Page, WordCount
from reader.index import Bounds, Stopped
from reader.services.library import Library
from reader.services.naming import KINDS, is_known, names_of, nearest
from reader.services.store_fields import answered

MOST_PARTS = 12
"""Of how many parts of a query is told how much each finds by itself; each takes up to a tenth of a second."""
MOST_PROPOSED = 3
"""Queries that are proposed instead."""
LONGEST = 0.2
"""Seconds in which queries that ask for less are counted; those that nobody got to are not proposed."""


def explained(library: Library, page: Page, typed: str, query: Query, today: dt.date, bounds: Bounds) -> Page:
    """The page of a query that found nothing, with what each part finds and what to ask instead. Raises Stopped."""
    asking = _Asking(library, today, bounds)
    words, instead = _words(asking, query)
    better = respelled(query, instead) if instead else query
    count = asking.count(better) if instead else 0
    told = [(Reason("relaxed-spelling"), briefly(better), count)] if count else []
    base = better if count else query
    less = ordered(relaxations(base), asking.hurried(count))
    told += [(one.reason, one.typed, found) for one, found in less]
    better_typed = briefly(better) if count else _mended(asking, typed)
    return replace(page, words=words, relaxations=tuple(told[:MOST_PROPOSED]), mended=better_typed)


def words(library: Library, query: Query, today: dt.date, bounds: Bounds) -> tuple[WordCount, ...]:
    """How many articles each part of a query finds by itself. Raises Stopped."""
    return _words(_Asking(library, today, bounds), query)[0]


@dataclass(frozen=True, slots=True)
class _Asking:
    library: Library
    today: dt.date
    bounds: Bounds

    def count(self, query: Query) -> int:
        """How many articles answer. Raises Stopped."""
        if self.bounds.is_stopped():
            raise Stopped
        return self.library.index().count(answered(self.library, query, self.today), names_of(self.library))

    def hurried(self, known: int) -> _Hurried:
        return _Hurried(self, time.monotonic() + LONGEST, known)


@dataclass(frozen=True, slots=True)
class _Hurried:
    """Counts as long as there is time; what finds no more than is ``known`` already is as good as nothing."""

    asking: _Asking
    until: float
    known: int

    def __call__(self, query: Query) -> int:
        found = self.asking.count(query) if time.monotonic() < self.until else 0
        return found if found > self.known else 0


def _words(asking: _Asking, query: Query) -> tuple[tuple[WordCount, ...], dict[Query, Query]]:
    """(what each clause finds by itself and whether it killed the query; better spellings of some clauses)."""
    parts = clauses(query)[:MOST_PARTS]
    alone = [asking.count(part) for part in parts]
    left: list[int | None] = [None] * len(parts)
    if all(alone):
        rest = [without(query, n) for n in range(len(parts))]
        left = [None if less is None else asking.count(less) for less in rest]
    killed = what_killed(alone, left)
    found, instead = list[WordCount](), dict[Query, Query]()
    for n, (part, count) in enumerate(zip(parts, alone, strict=True)):
        near = None if count or isinstance(part, Not) else _nearest(asking, part)
        if near:
            instead[part] = near[0]
        if n in killed or not isinstance(part, Not):
            spelled = _value(near[0]) if near else ""
            found.append(WordCount(understood(part), count, spelled, near[1] if near else 0, killed=n in killed))
    return tuple(found), instead


def _value(part: Query) -> str:
    """What stands after the field, without quotation marks."""
    value = part.query if isinstance(part, Field) else part
    return value.text if isinstance(value, Word | Phrase) else understood(value)


def _nearest(asking: _Asking, part: Query) -> tuple[Query, int] | None:
    """The part with the nearest word that some article has, or name of the library, and how many articles it finds."""
    if isinstance(part, Word):
        near = asking.library.index().nearest(part.text)
        return (Word(near[0]), near[1]) if near else None
    if not isinstance(part, Field) or not isinstance(part.query, Word | Phrase):
        return None
    if part.name in NAME_FIELDS:
        return _nearest_name(asking, part.name, part.query.text)
    if part.name in TEXT_FIELDS and isinstance(part.query, Word):
        near = asking.library.index().nearest(part.query.text)
        better = Field(part.name, Word(near[0])) if near else None
        count = asking.count(better) if better else 0
        return (better, count) if better and count else None
    return None


def _nearest_name(asking: _Asking, field: str, text: str) -> tuple[Query, int] | None:
    for near in nearest(asking.library, text, KINDS.get(field, ())):
        better = Field(field, Phrase(near) if " " in near else Word(near))
        if count := asking.count(better):
            return better, count
    return None


def _mended(asking: _Asking, typed: str) -> str:
    """The query with what one of its notes proposes, where that finds something; else nothing."""
    known = is_known(asking.library)
    for note in parse(typed, is_name=known).notes:
        better = mended(typed, note)
        query = parse(better, is_name=known).query if better else None
        if query is not None and asking.count(query):
            return better
    return ""
