"""From our query tree to Whoosh's. Words count for more in a headline; what is excluded never adds to a score."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reader.core.query import All, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query import Any as AnyOf
from reader.index.analysis import Found, words
from reader.index.documents import Names
from reader.index.expanding import AmongRows, Fitting, NearWords, WithHeadline
from reader.index.fields import STEMMED
from reader.index.quiet import query as whoosh
from reader.index.written import fitting, joined

HEADLINE_BOOST = 2.0
_TEXT = "text"
"""The whole of an article: what stands in its headline counts for more."""
_STEMMED = (*STEMMED, "body")
_VALUES = {"has": "has", "lang": "lang", "kind": "kind", "is": "flag"}
"""Fields of a few known values, and where these are listed."""
_ENTITIES = {"entity": "entity", "person": "entity", "org": "entity", "place": "entity"}
_ENTITIES |= {"speaker": "speaker", "about": "about"}

_Leaf = Callable[[Query], Any]
"""How a word, phrase or range is sought in the field in which it stands."""


def compile_query(query: Query, names: Names) -> Any:
    """A query of Whoosh's that finds what ours means."""

    def leaf(part: Query) -> Any:
        if isinstance(part, Rows):
            return AmongRows(part.rows)
        return _field(part, names) if isinstance(part, Field) else _in_text(part)

    return _tree(query, leaf)


def _tree(query: Query, leaf: _Leaf) -> Any:
    # What is asked twice is sought once.
    if isinstance(query, All):
        parts = dict.fromkeys(query.queries)
        wanted = [_tree(part, leaf) for part in parts if not isinstance(part, Not)]
        unwanted = [whoosh.Not(_tree(part.query, leaf)) for part in parts if isinstance(part, Not)]
        return whoosh.And([*(wanted or [whoosh.Every()]), *unwanted])
    if isinstance(query, AnyOf):
        return whoosh.Or([_tree(part, leaf) for part in dict.fromkeys(query.queries)])
    if isinstance(query, Not):
        return whoosh.And([whoosh.Every(), whoosh.Not(_tree(query.query, leaf))])
    return leaf(query)


def _field(field: Field, names: Names) -> Any:
    if field.name in _ENTITIES:
        return _tree(field.query, lambda part: _entities(field.name, part, names))
    return _tree(field.query, lambda part: _in_field(part, field.name))


def _entities(name: str, value: Query, names: Names) -> Any:
    ids = names(name, value.text) if isinstance(value, Word | Phrase) else ()
    return _either([whoosh.Term(_ENTITIES[name], str(id)) for id in ids])


def _in_text(leaf: Query) -> Any:
    everywhere = _in_field(leaf, _TEXT)
    if everywhere == whoosh.NullQuery:
        return everywhere
    return WithHeadline([everywhere, _in_field(leaf, "headline")])


def _either(queries: list[Any]) -> Any:
    if not queries:
        return whoosh.NullQuery
    return whoosh.Or(queries) if len(queries) > 1 else queries[0]


def _in_field(leaf: Query, field: str) -> Any:
    if isinstance(leaf, DateRange):
        # Days that are not known have no term, so they lie in no range.
        return whoosh.TermRange("published", leaf.start or None, leaf.end or None, endexcl=True)
    if not isinstance(leaf, Word | Phrase | Near):
        return whoosh.NullQuery
    if field in _VALUES:
        return whoosh.Term(_VALUES[field], leaf.text)
    if isinstance(leaf, Word) and leaf.form is WordForm.PATTERN:
        return _patterned(leaf.text, field)
    found = list(words(leaf.text))
    if not found:
        return whoosh.NullQuery
    if isinstance(leaf, Near):
        return NearWords(field, tuple(_term(word, field) for word in found), leaf.within)
    if isinstance(leaf, Word) and leaf.form in (WordForm.PREFIX, WordForm.FUZZY):
        return _expanded(found, leaf.form, field)
    if isinstance(leaf, Word) and (one := joined(leaf.text)):
        return whoosh.Or([_side_by_side(found, field), _side_by_side([one], field)])
    return _side_by_side(found, field)


def _term(word: Found, field: str) -> str:
    return word.term if field in _STEMMED else word.plain


def _side_by_side(found: list[Found], field: str) -> Any:
    terms = [_term(word, field) for word in found]
    boost = HEADLINE_BOOST if field == "headline" else 1.0
    if len(terms) > 1:
        return whoosh.Phrase(field, terms, boost=boost)
    return whoosh.Term(field, terms[0], boost=boost)


def _expanded(found: list[Found], form: WordForm, field: str) -> Any:
    """Words as written that begin so or are like it, or any form of the word itself.

    Hits must not vanish as a word is typed on. Of "long-ter*" the whole words stand side by side, and some word begins
    like the last.
    """
    last = found[-1]
    either = whoosh.Or([_fitting(field, last.plain, form), _side_by_side([last], field)])
    return whoosh.And([_side_by_side(found[:-1], field), either]) if len(found) > 1 else either


def _patterned(pattern: str, field: str) -> Any:
    """Words as written; of "long-t*m" one word is like each part."""
    parts = [_fitting(field, part, WordForm.PATTERN) for part in fitting(pattern)]
    return whoosh.And(parts) if len(parts) > 1 else parts[0] if parts else whoosh.NullQuery


def _fitting(field: str, sought: str, form: WordForm) -> Any:
    written = f"{field}_written" if field in _STEMMED else field
    return Fitting(written, sought, form, HEADLINE_BOOST if field == "headline" else 1.0)
