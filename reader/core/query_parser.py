"""From what was typed to a query tree, and back. No string, however silly, raises."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from reader.core import dates_of_queries as dates
from reader.core.query import All, Any, Field, Not, Note, Parsed, Phrase, Query, Word, WordForm
from reader.core.query_lexer import Kind, Token, lex
from reader.core.reasons import Reason
from reader.core.spans import Span

FIELDS = (
    "headline", "body", "publication", "byline", "date", "entity", "person", "org", "place", "speaker", "about",
    "quote", "has",
)  # fmt: skip
_OTHER_NAMES = {"title": "headline", "organization": "org", "after": "date"}
_HAS = ("quote", "unknown-speaker")
DEEPEST = 40
"""Parentheses inside parentheses: deeper ones are read as if they were not there."""


class _Mistake(Exception):
    """An error in the query; it never leaves this file."""

    def __init__(self, span: Span, code: str, *args: str) -> None:
        self.note = Note(span, Reason(code, args))


@dataclass(slots=True)
class _Reading:
    """A cursor over the tokens. While typing, what is in error is left out and noted."""

    tokens: list[Token]
    typing: bool
    at: int = 0
    depth: int = 0
    in_field: bool = False
    notes: list[Note] = field(default_factory=list)

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]


def parse(typed: str, *, typing: bool = False) -> Parsed:
    """Parses a query as typed; ``typing``: the last word may be unfinished, and errors become notes."""
    tokens, notes = lex(typed)
    reading = _Reading(tokens, typing, notes=list(notes))
    parts: list[Query] = []
    try:
        while reading.peek() is not None:
            before = reading.at
            part = _any(reading)
            if part is not None:
                parts.append(part)
            if reading.at == before:  # a closing parenthesis that nobody opened
                reading.take()
    except _Mistake as mistake:
        return Parsed(None, tuple(reading.notes), mistake.note)
    return Parsed(_all(parts), tuple(reading.notes))


def _any(reading: _Reading) -> Query | None:
    found = [_and(reading)]
    while (token := reading.peek()) and token.kind is Kind.OR:
        reading.take()
        found.append(_and(reading))
    parts = [part for part in found if part is not None]
    return Any(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)


def _and(reading: _Reading) -> Query | None:
    parts: list[Query] = []
    while (token := reading.peek()) and token.kind not in (Kind.OR, Kind.CLOSE):
        if token.kind is Kind.AND:
            reading.take()
            continue
        part = _one(reading)
        if part is not None:
            parts.append(part)
    return _all(parts)


def _all(parts: list[Query]) -> Query | None:
    flat: list[Query] = []
    for part in parts:
        flat += part.queries if isinstance(part, All) else (part,)
    return All(tuple(flat)) if len(flat) > 1 else (flat[0] if flat else None)


def _one(reading: _Reading) -> Query | None:
    token = reading.take()
    if token.kind is Kind.NOT:
        return _not(reading)
    if token.kind is Kind.OPEN:
        return _group(reading)
    if token.kind is Kind.FIELD:
        try:
            return _field(reading, token)
        except _Mistake as mistake:
            if not reading.typing:
                raise
            reading.notes.append(mistake.note)
            return None
    if token.kind is Kind.PHRASE:
        return Phrase(token.text)
    return _word(token, unfinished=reading.typing and reading.at == len(reading.tokens) and token.touches_end)


def _not(reading: _Reading) -> Query | None:
    """What follows is excluded; "not not" takes itself back."""
    excluded = True
    while (token := reading.peek()) and token.kind is Kind.NOT:
        reading.take()
        excluded = not excluded
    if token is None or token.kind in (Kind.OR, Kind.AND, Kind.CLOSE):
        return None
    inner = _one(reading)
    if inner is None or not excluded:
        return inner
    return inner.query if isinstance(inner, Not) else Not(inner)


def _group(reading: _Reading) -> Query | None:
    if reading.depth >= DEEPEST:
        return None
    reading.depth += 1
    inner = _any(reading)
    reading.depth -= 1
    if (token := reading.peek()) and token.kind is Kind.CLOSE:
        reading.take()
    return inner


def _word(token: Token, unfinished: bool) -> Query | None:
    text = token.text.rstrip("*")
    if not any(char.isalnum() for char in text):
        return None
    return Word(text, WordForm.PREFIX if unfinished or token.text.endswith("*") else WordForm.PLAIN)


def _field(reading: _Reading, token: Token) -> Query | None:
    if reading.in_field:
        raise _Mistake(token.span, "field-in-field", token.text)
    name = _OTHER_NAMES.get(token.text, token.text)
    value = reading.peek()
    follows = value is not None and value.span.start == token.span.end
    has_value = follows and value is not None and value.kind in (Kind.WORD, Kind.PHRASE, Kind.OPEN)
    if name not in FIELDS:
        if has_value:
            _one(reading)
        near = difflib.get_close_matches(name, (*FIELDS, *_OTHER_NAMES), 1, 0.5)
        raise (
            _Mistake(token.span, "no-such-field", token.text, near[0])
            if near
            else _Mistake(token.span, "unknown-field", token.text, ", ".join(FIELDS))
        )
    if not has_value:
        raise _Mistake(token.span, "empty-field", token.text)
    assert value is not None
    if name == "date":
        return _date(reading)
    reading.in_field = True
    try:
        inner = _one(reading)
    finally:
        reading.in_field = False
    if name == "has" and not (isinstance(inner, Word) and inner.text in _HAS):
        if reading.typing:
            return None
        raise _Mistake(value.span, "unknown-has", value.text, ", ".join(_HAS))
    return Field(name, inner) if inner is not None else None


def _date(reading: _Reading) -> Query:
    value = reading.take()
    found = dates.range_of(value.text)
    if found is None:
        raise _Mistake(value.span, "bad-date", value.text)
    return Field("date", found)


def understood(query: Query) -> str:
    """The tree written back in full; parsing it gives the same tree."""
    if isinstance(query, Word):
        return query.text + ("*" if query.form is WordForm.PREFIX else "")
    if isinstance(query, Phrase):
        return f'"{query.text}"'
    if isinstance(query, Field):
        excluded = isinstance(query.query, Not)
        return f"{query.name}:({understood(query.query)})" if excluded else f"{query.name}:{_inside(query.query)}"
    if isinstance(query, Not):
        return f"NOT {_inside(query.query)}"
    if isinstance(query, All):
        return " AND ".join(_inside(part) if isinstance(part, Any) else understood(part) for part in query.queries)
    if isinstance(query, Any):
        return " OR ".join(_inside(part) if isinstance(part, Any) else understood(part) for part in query.queries)
    return dates.written(query)


def _inside(query: Query) -> str:
    return f"({understood(query)})" if isinstance(query, All | Any) else understood(query)
