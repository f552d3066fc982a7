"""Which quotations answer a query by themselves: their words, who speaks, whom they mention, and their article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.kinds import QuotationKind
from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word
from reader.core.rows import QuotationRow
from reader.index import find_hits, stands_near

Names = Callable[[str, str], tuple[int, ...]]
"""(field, name as typed) gives the ids of the entities that are meant."""
_WORDS = frozenset({"quote", "body"})
"""Fields whose words have to stand in the quotation itself, like words without a field."""
_OWN = _WORDS | {"speaker", "about", "has", "cue", "kind"}
"""What is asked of the quotation; all else is asked of its article."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row of a quotation does not say."""

    names: Names
    articles: Callable[[Query], frozenset[ArticleId]]
    """The articles that answer a field, or are in some rows."""
    inside: Callable[[QuotationRow], frozenset[int]]
    """The entities that are mentioned inside a quotation."""


def fits(query: Query, row: QuotationRow, facts: Facts) -> bool:
    """Words must stand in the quotation, ``speaker:`` must speak and ``about:`` be mentioned in it."""
    return _holds(query, lambda part: _leaf(part, row, facts))


def candidates(query: Query) -> Query:
    """What an article answers that has such a quotation. It may answer it without having one."""
    quoted = Field("has", Word("quote"))
    wide = _wide(query)
    return All((wide, quoted)) if wide else quoted


def _holds(query: Query, leaf: Callable[[Query], bool]) -> bool:
    if isinstance(query, All):
        return all(_holds(part, leaf) for part in query.queries)
    if isinstance(query, Any):
        return any(_holds(part, leaf) for part in query.queries)
    return not _holds(query.query, leaf) if isinstance(query, Not) else leaf(query)


def _leaf(part: Query, row: QuotationRow, facts: Facts) -> bool:
    if isinstance(part, Rows):
        return row.article in facts.articles(part)
    if not isinstance(part, Field):
        return _stands(part, row.content)
    if part.name in _WORDS:
        return _holds(part.query, lambda word: _stands(word, row.content))
    if part.name == "speaker":
        return _names_one(part, {speaker.id for speaker in row.speakers}, facts.names)
    if part.name == "about":
        return _names_one(part, facts.inside(row), facts.names)
    if part.name == "cue":
        return _holds(part.query, lambda word: _stands(word, row.cue or ""))
    if part.name == "kind":
        return _holds(part.query, lambda kind: _is_of(kind, row) or row.article in facts.articles(_an_entity(kind)))
    if part.name == "has":
        return _holds(part.query, lambda word: _has(word, row))
    if part.name == "date":
        return _holds(part.query, lambda days: _published(days, row.published[:10]))
    return row.article in facts.articles(part)


def _stands(part: Query, content: str) -> bool:
    return stands_near(content, part) if isinstance(part, Near) else bool(find_hits(content, part))


def _names_one(field: Field, known: set[int] | frozenset[int], names: Names) -> bool:
    def one(value: Query) -> bool:
        return isinstance(value, Word | Phrase) and not known.isdisjoint(names(field.name, value.text))

    return _holds(field.query, one)


def _has(word: Query, row: QuotationRow) -> bool:
    """A quotation of an unknown speaker has not even words that name one."""
    return word == Word("quote") or not (row.speakers or row.speaker_text)


def _is_of(kind: Query, row: QuotationRow) -> bool:
    return isinstance(kind, Word) and kind.text == row.kind


def _an_entity(kind: Query) -> Query:
    """What an article has that mentions an entity of a kind; a kind of quotations is no such one."""
    is_quoted = isinstance(kind, Word) and kind.text in frozenset(QuotationKind)
    return Rows(frozenset()) if is_quoted else Field("kind", kind)


def _published(days: Query, day: str) -> bool:
    return isinstance(days, DateRange) and bool(day) and days.start <= day and (not days.end or day < days.end)


def _wide(query: Query) -> Query | None:
    """The query with nothing in it that one quotation may answer and its article not; None for all articles."""
    if isinstance(query, All):
        parts = tuple(wide for part in query.queries if (wide := _wide(part)))
        return All(parts) if parts else None
    if isinstance(query, Any):
        either = [_wide(part) for part in query.queries]
        return None if None in either else Any(tuple(wide for wide in either if wide))
    if isinstance(query, Not):
        # An article may hold the word elsewhere, or have another quotation of the speaker.
        return None if _asks_the_quotation(query.query) else query
    if isinstance(query, Rows):
        return query
    if isinstance(query, Field):
        hidden = query.name in _OWN and _has_not(query.query)
        return None if hidden else Field("quote", query.query) if query.name in _WORDS else query
    return Field("quote", query)


def _asks_the_quotation(query: Query) -> bool:
    if isinstance(query, All | Any):
        return any(_asks_the_quotation(part) for part in query.queries)
    if isinstance(query, Not):
        return _asks_the_quotation(query.query)
    return query.name in _OWN if isinstance(query, Field) else not isinstance(query, Rows)


def _has_not(value: Query) -> bool:
    if isinstance(value, All | Any):
        # Words that one quotation has are words that its article's quotations have; *not* turns that round.
        return any(_has_not(part) for part in value.queries)
    return isinstance(value, Not)
