"""From our query tree to Whoosh's. Words count for more in a headline; exclusion never adds to a score."""

from __future__ import annotations

from typing import Any

from reader.core.query import All, DateRange, Field, Not, Phrase, Query, Word, WordForm
from reader.core.query import Any as AnyOf
from reader.index.analysis import STOP_WORDS, words
from reader.index.documents import Names
from reader.index.engine import day_number
from reader.index.quiet import query as whoosh

HEADLINE_BOOST = 2.0
_ENTITY_FIELDS = {"entity": "entity", "person": "entity", "org": "entity", "place": "entity"}
_ENTITY_FIELDS |= {"speaker": "speaker", "about": "about"}


def compile_query(query: Query, names: Names) -> Any:
    """A query of Whoosh's that finds what ours means."""
    return _compile(query, "text", names)


def _compile(query: Query, field: str, names: Names) -> Any:
    if isinstance(query, Field):
        return _field(query, names)
    if isinstance(query, All):
        return _all(query, field, names)
    if isinstance(query, AnyOf):
        return whoosh.Or([_compile(part, field, names) for part in query.queries])
    if isinstance(query, Not):
        return whoosh.And([whoosh.Every(), whoosh.Not(_compile(query.query, field, names))])
    if isinstance(query, DateRange):
        return _dates(query)
    return _words(query, field)


def _all(query: All, field: str, names: Names) -> Any:
    """Stop words are left out of a bag of words, unless it holds nothing else."""
    parts = [part for part in query.queries if not _is_stop(part)] or list(query.queries)
    wanted = [_compile(part, field, names) for part in parts if not isinstance(part, Not)]
    unwanted = [whoosh.Not(_compile(part.query, field, names)) for part in parts if isinstance(part, Not)]
    return whoosh.And((wanted or [whoosh.Every()]) + unwanted)


def _is_stop(query: Query) -> bool:
    if not isinstance(query, Word) or query.form is WordForm.PREFIX:
        return False
    found = list(words(query.text))
    return all(word.plain in STOP_WORDS for word in found)


def _words(query: Word | Phrase, field: str) -> Any:
    found = list(words(query.text))
    if not found:
        return whoosh.NullQuery
    if isinstance(query, Word) and query.form is WordForm.PREFIX:
        return _prefix([word.plain for word in found], field)
    terms = _terms([word.plain if field == "byline" else word.term for word in found], query, field)
    if len(terms) > 1:
        return whoosh.Phrase(field, terms)
    if field == "text":
        return whoosh.AndMaybe(whoosh.Term("text", terms[0]), whoosh.Term("headline", terms[0], boost=HEADLINE_BOOST))
    return whoosh.Term(field, terms[0])


def _terms(terms: list[str], query: Word | Phrase, field: str) -> list[str]:
    """A bare "us" means the country; inside a phrase the letters as typed decide."""
    return ["us^"] if isinstance(query, Word) and terms == ["us"] and field != "byline" else terms


def _prefix(plain: list[str], field: str) -> Any:
    """Words as written that begin so; the words before the last one must stand there whole."""
    last = whoosh.Prefix("byline" if field == "byline" else "plain", plain[-1])
    whole = [whoosh.Term("byline" if field == "byline" else "plain", word) for word in plain[:-1]]
    return whoosh.And([*whole, last]) if whole else last


def _field(query: Field, names: Names) -> Any:
    if query.name in _ENTITY_FIELDS:
        return _entities(query.name, query.query, names)
    if query.name == "has" and isinstance(query.query, Word):
        return whoosh.Term("has", query.query.text)
    return _compile(query.query, query.name, names)


def _entities(name: str, value: Query, names: Names) -> Any:
    if isinstance(value, All):
        return whoosh.And([_entities(name, part, names) for part in value.queries])
    if isinstance(value, AnyOf):
        return whoosh.Or([_entities(name, part, names) for part in value.queries])
    if isinstance(value, Not):
        return whoosh.And([whoosh.Every(), whoosh.Not(_entities(name, value.query, names))])
    ids = names(name, value.text) if isinstance(value, Word | Phrase) else ()
    if not ids:
        return whoosh.NullQuery
    return whoosh.Or([whoosh.Term(_ENTITY_FIELDS[name], str(id)) for id in ids])


def _dates(found: DateRange) -> Any:
    start = day_number(found.start) if found.start else 1
    end = day_number(found.end) - 1 if found.end else None
    return whoosh.NumericRange("published", start, end)
