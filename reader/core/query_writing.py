"""A query tree written back in full: how the program understood what was typed. Parsing it gives the same tree."""

from __future__ import annotations

from reader.core import query_dates
from reader.core.query import All, Any, DateRange, Field, Not, Phrase, Query, Word, WordForm


def understood(query: Query) -> str:
    """The query in its own language, every operator written: ``(cod AND herring) OR speaker:"Ilse Marenko"``."""
    match query:
        case Word(text, form):
            return f"{text}*" if form is WordForm.PREFIX else text
        case Phrase(text):
            return f'"{text}"'
        case DateRange():
            return query_dates.written(query)
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
