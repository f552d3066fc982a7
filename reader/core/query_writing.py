"""A query tree written back in full: how the program understood what was typed. Parsing it gives the same tree."""

from __future__ import annotations

from reader.core import query_dates
from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm

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


def _closed(query: Query, sorts: tuple[type, ...]) -> str:
    """In parentheses when it is one of these sorts."""
    text = understood(query)
    return f"({text})" if isinstance(query, sorts) else text
