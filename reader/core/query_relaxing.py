"""Queries that ask for a little less, one step from one that found nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Word, WordForm
from reader.core.query_clauses import without
from reader.core.query_fields import NAME_FIELDS, TEXT_FIELDS, VALUE_FIELDS
from reader.core.query_parser import parse
from reader.core.query_sentence import as_sentence
from reader.core.query_words import bare
from reader.core.query_writing import briefly
from reader.core.reasons import Reason

MOST = 40
"""Relaxations of one query: each is counted by a search of its own."""
MOST_TRIED = 60
"""Steps that are looked at; each is read as a query."""
NEAR = 10
"""Words that may stand between those of a phrase."""
SHORTEST = 4
"""Letters of a word in which a slip is forgiven: shorter ones are like too many others."""
_WORDS_FIELDS = (*NAME_FIELDS, "headline", "body", "quote", "cue", "byline")
"""Fields whose value stands in the text of the article as well."""
_SPANS = ("1w", "1m", "1y", "5y")

_Step = tuple[Reason, Query]
"""What was done, and the query that it gives."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A query that finds all that another one does, and perhaps more."""

    reason: Reason
    """What was relaxed, for a sentence: 'Leave out "hering"'."""
    typed: str
    """The query to run, as a reader would type it; ``parse(typed)`` gives ``query``."""
    query: Query


def relaxations(query: Query) -> tuple[Relaxation, ...]:
    """All queries that are one step less strict, the step that changes least first; at most ``MOST``."""
    found: dict[str, Relaxation] = {}
    for reason, less in islice(chain.from_iterable(step(query) for step in _STEPS), MOST_TRIED):
        read = parse(briefly(less)).query
        if read is not None and read != query:
            typed = briefly(read)
            found.setdefault(typed, Relaxation(reason, typed, read))
    return tuple(found.values())[:MOST]


def ordered(
    relaxed: Iterable[Relaxation], count: Callable[[Query], int], *, most: int = 3
) -> tuple[tuple[Relaxation, int], ...]:
    """Those that find something, with how much, the nearest to what was asked first: it finds least."""
    counted = [(one, found) for one in relaxed if (found := count(one.query))]
    return tuple(sorted(counted, key=lambda pair: pair[1])[:most])


# steps on the whole query


def _shorter(query: Query) -> Iterator[_Step]:
    """Leaves out one clause, exclusions first; not the only one that says what is sought."""
    if not isinstance(query, All):
        return
    content = [part for part in query.queries if _says_what(part)]
    for n, part in sorted(enumerate(query.queries), key=lambda pair: not isinstance(pair[1], Not)):
        less = without(query, n)
        if less is None or content == [part]:
            continue
        code, told = ("relaxed-exclusion", part.query) if isinstance(part, Not) else ("relaxed-without", part)
        yield Reason(code, (briefly(told),)), less


def _either(query: Query) -> Iterator[_Step]:
    """One of the words will do, or one of the names and words where there are no two words."""
    if not isinstance(query, All):
        return
    words = [part for part in query.queries if isinstance(part, Word | Phrase | Near)]
    joined = words if len(words) > 1 else [part for part in query.queries if _says_what(part)]
    if len(joined) < 2:
        return
    either = Any(tuple(side for part in joined for side in (part.queries if isinstance(part, Any) else (part,))))
    rest = tuple(part for part in query.queries if part not in joined)
    yield Reason("relaxed-either"), All((either, *rest)) if rest else either


def _says_what(part: Query) -> bool:
    """Whether a clause says what is sought, not only when it was published or whether it is read."""
    return not isinstance(part, Not) and not (isinstance(part, Field) and part.name in VALUE_FIELDS)


# steps on one leaf


def _fuzzier(query: Query) -> Iterator[_Step]:
    def fuzzy(leaf: Query, field: str) -> Iterator[_Step]:
        if not isinstance(leaf, Word) or leaf.form is not WordForm.PLAIN or (field and field not in TEXT_FIELDS):
            return
        if len(leaf.text) >= SHORTEST and leaf.text.isalpha():
            yield Reason("relaxed-fuzzy", (leaf.text,)), Word(leaf.text, WordForm.FUZZY)

    return _leaves(query, fuzzy)


def _looser(query: Query) -> Iterator[_Step]:
    """The words of a phrase near one another, or anywhere."""

    def loose(leaf: Query, field: str) -> Iterator[_Step]:
        if not isinstance(leaf, Phrase | Near) or (field and field not in TEXT_FIELDS):
            return
        words = tuple(dict.fromkeys(Word(word.text) for typed in leaf.text.split() if (word := bare(typed)).text))
        if len(words) > 1 and not (isinstance(leaf, Near) and leaf.within >= NEAR):
            yield Reason("relaxed-near", (leaf.text,)), Near(leaf.text, NEAR)
        if len(words) > 1:
            yield Reason("relaxed-words", (leaf.text,)), All(words)

    return _leaves(query, loose)


def _plainer(query: Query) -> Iterator[_Step]:
    """A name or a headline's words as words that may stand anywhere."""

    def plain(part: Query, _: str) -> Iterator[_Step]:
        if isinstance(part, Field) and part.name in _WORDS_FIELDS and not _excludes(part.query):
            yield Reason("relaxed-plain", (briefly(part),)), part.query

    return _leaves(query, plain)


def _excludes(query: Query) -> bool:
    if isinstance(query, All | Any):
        return any(_excludes(part) for part in query.queries)
    return isinstance(query, Not)


def _longer(query: Query) -> Iterator[_Step]:
    """A longer time around the days that were asked for."""

    def longer(leaf: Query, field: str) -> Iterator[_Step]:
        more: Query | None = None
        if isinstance(leaf, DateRange):
            more = _wider(leaf)
        elif isinstance(leaf, Word) and field == "last":
            more = next((Word(span) for span in _SPANS if _days(span) > _days(leaf.text)), None)
        if more:
            told = as_sentence(Field(field, more))
            yield Reason("relaxed-dates", (told[:1].lower() + told[1:],)), more

    return _leaves(query, longer)


def _days(span: str) -> int:
    return int(span[:-1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[span[-1]]


def _wider(days: DateRange) -> DateRange:
    """As much time again before and after, but a week at least; without an end where there was none."""
    start = dt.date.fromisoformat(days.start) if days.start else None
    end = dt.date.fromisoformat(days.end) if days.end else None
    more = max(end - start, dt.timedelta(days=7)) if start and end else dt.timedelta(days=365)
    first = dt.date.fromordinal(max(1, start.toordinal() - more.days)) if start else None
    last = dt.date.fromordinal(min(dt.date.max.toordinal(), end.toordinal() + more.days)) if end else None
    return DateRange(first.isoformat() if first else "", last.isoformat() if last else "")


def _leaves(query: Query, step: Callable[[Query, str], Iterable[_Step]], field: str = "") -> Iterator[_Step]:
    """The query with a step taken in one place, for each place but inside *not*, where it would ask more."""
    for reason, less in step(query, field):
        yield reason, less
    match query:
        case Field(name, inner):
            for reason, less in _leaves(inner, step, name):
                yield reason, Field(name, less)
        case All(queries) | Any(queries):
            for n, part in enumerate(queries):
                for reason, less in _leaves(part, step, field):
                    parts = (*queries[:n], less, *queries[n + 1 :])
                    yield reason, All(parts) if isinstance(query, All) else Any(parts)


_STEPS = (_fuzzier, _looser, _longer, _plainer, _shorter, _either)
"""In the order in which a reader would try them."""
