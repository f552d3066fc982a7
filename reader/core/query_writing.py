"""A query tree written back in full: how the program understood what was typed. Parsing it gives the same tree."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core import query_dates
from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_fields import NAME_FIELDS, TEXT_FIELDS

_SIGNS = {WordForm.PREFIX: "*", WordForm.FUZZY: "~"}


def understood(query: Query) -> str:
    """The query in its own language, every operator written: ``(cod AND herring) OR speaker:"Ilse Marenko"``.

    Only rows of the store have no words: they are counted.
    """
    match query:
        case Word(text, form):
            return f"{text}{_SIGNS.get(form, '')}"
        case Phrase(text):
            return f'"{text}"'
        case Near(text, within):
            return f'"{text}"~{within}'
        case DateRange():
            return query_dates.written(query)
        case Rows(rows):
            return f"[{len(rows)} articles]"
        case Field(name, inner):
            return f"{name}:{_closed(inner, (All, Any, Not))}"
        case Not(inner):
            return f"NOT {_closed(inner, (All, Any))}"
        case All(queries):
            return " AND ".join(_closed(part, (Any,)) for part in queries)
        case Any(queries):
            return " OR ".join(_closed(part, (All,)) for part in queries)


def briefly(query: Query) -> str:
    """The query as a reader would type it: ``(cod OR eel) herring -cannery``. Parsing it gives the same tree."""
    match query:
        case DateRange():
            return query_dates.briefly(query)
        case Field(name, inner) if name in TEXT_FIELDS or isinstance(inner, DateRange):
            return f"{name}:{_bracketed(inner, (All, Any, Not))}"
        case Not(inner):
            return f"-{_bracketed(inner, (All, Any, Not))}"
        case All(queries):
            return "".join(_bracketed(part, (Any, All)) + _between(part, after) for part, after in _pairs(queries))
        case Any(queries):
            return " OR ".join(_bracketed(part, (All, Any)) for part in queries)
    return understood(query)


def _pairs(queries: tuple[Query, ...]) -> Iterable[tuple[Query, Query | None]]:
    return zip(queries, (*queries[1:], None), strict=True)


def _between(part: Query, after: Query | None) -> str:
    """A word after a name without quotation marks might be read as more of the name."""
    if after is None:
        return ""
    part = part.query if isinstance(part, Not) else part
    name = isinstance(part, Field) and part.name in NAME_FIELDS and isinstance(part.query, Word)
    return " AND " if name and isinstance(after, Word) else " "


def _bracketed(query: Query, sorts: tuple[type, ...]) -> str:
    text = briefly(query)
    return f"({text})" if isinstance(query, sorts) else text


def _closed(query: Query, sorts: tuple[type, ...]) -> str:
    """In parentheses when it is one of these sorts."""
    text = understood(query)
    return f"({text})" if isinstance(query, sorts) else text
