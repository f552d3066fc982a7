"""A query tree as JSON, for saved searches: what was meant, with a version, never text nor an engine's dialect."""

from __future__ import annotations

import datetime as dt
from typing import cast

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_fields import FIELDS, NAME_FIELDS, VALUE_FIELDS
from reader.core.query_values import value as value_of
from reader.core.query_writing import understood
from reader.core.reasons import Trouble

VERSION = 1
DEEPEST = 200
"""Nodes inside one another: more than any query as typed has."""


def to_json(query: Query) -> dict[str, object]:
    """``{"v": 1, "query": …}``, in which each node bears its sort as its first key: ``{"phrase": "closed sea"}``.

    Raises ValueError for rows of the store, which mean something else tomorrow.
    """
    return {"v": VERSION, "query": _value(query)}


def from_json(value: object) -> Query:
    """The tree that ``to_json`` was given, fit to be searched.

    Raises Trouble: saved-newer where a newer program wrote it, saved-damaged where it is no such value, saved-no-field
    and saved-no-value where a field or what stands after it is not known.
    """
    query = _kept(value)
    _check(query)
    return query


def as_typed(value: object) -> str:
    """A kept query as a reader may edit it, also where it names a field that is not known.

    Raises Trouble: saved-newer, saved-damaged.
    """
    return understood(_kept(value))


def _value(query: Query) -> dict[str, object]:
    match query:
        case Word(text, WordForm.PLAIN):
            return {"word": text}
        case Word(text, form):
            return {"word": text, "form": form.value}
        case Phrase(text):
            return {"phrase": text}
        case Near(text, within):
            return {"near": text, "within": within}
        case DateRange(start, end):
            return {"days": [start, end]}
        case Field(name, inner):
            return {"field": name, "query": _value(inner)}
        case Not(inner):
            return {"not": _value(inner)}
        case All(queries):
            return {"all": [_value(part) for part in queries]}
        case Any(queries):
            return {"any": [_value(part) for part in queries]}
        case Rows():
            raise ValueError("rows of the store cannot be kept")


def _kept(value: object) -> Query:
    if not isinstance(value, dict) or type(version := value.get("v")) is not int or version < 1:
        raise Trouble("saved-damaged")
    if version > VERSION:
        raise Trouble("saved-newer", str(version))
    return _tree(value.get("query"), DEEPEST)


def _tree(value: object, deepest: int) -> Query:
    """A node whose sort and parts are right. Nothing is passed over: a key that means nothing may mean something."""
    if not isinstance(value, dict) or not deepest:
        raise Trouble("saved-damaged")
    match len(value), value:
        case 1, {"word": str(text)} if text.strip():
            return Word(text)
        case 2, {"word": str(text), "form": str(form)} if text.strip() and form in list(WordForm):
            return Word(text, WordForm(form))
        case 1, {"phrase": str(text)} if text.strip():
            return Phrase(text)
        case 2, {"near": str(text), "within": int(within)} if text.strip() and _is_count(within):
            return Near(text, within)
        case 1, {"days": [str(start), str(end)]} if _are_days(start, end):
            return DateRange(start, end)
        case 2, {"field": str(name), "query": inner}:
            return Field(name, _tree(inner, deepest - 1))
        case 1, {"not": inner}:
            return Not(_tree(inner, deepest - 1))
        case 1, {"all": [_, *_] as inner}:
            return All(tuple(_tree(part, deepest - 1) for part in inner))
        case 1, {"any": [_, *_] as inner}:
            return Any(tuple(_tree(part, deepest - 1) for part in inner))
    raise Trouble("saved-damaged")


def _says_something(leaf: Word | Phrase | Near | DateRange, field: str) -> bool:
    """Whether something is left to seek; a tag may be a mere sign."""
    return isinstance(leaf, DateRange) or field == "tag" or any(sign.isalnum() for sign in leaf.text)


def _is_count(number: int) -> bool:
    """True and false are numbers to Python."""
    return type(number) is int and number >= 0


def _are_days(start: str, end: str) -> bool:
    """Whether they bound a range that holds a day, each written as ``DateRange`` has it."""
    try:
        right = all(dt.date.fromisoformat(day).isoformat() == day for day in (start, end) if day)
    except ValueError:
        return False
    return right and bool(start or end) and (not end or max(start, dt.date.min.isoformat()) < end)


def _check(query: Query, field: str = "") -> None:
    """Raises Trouble where a field, or what stands after it, cannot be searched."""
    match query:
        case All(queries) | Any(queries):
            for part in queries:
                _check(part, field)
        case Not(inner):
            _check(inner, field)
        case Field(name, inner):
            if field:
                raise Trouble("saved-damaged")
            if name not in FIELDS:
                raise Trouble("saved-no-field", name)
            _check(inner, name)
        case _:
            leaf = cast("Word | Phrase | Near | DateRange", query)
            if not _says_something(leaf, field):
                raise Trouble("saved-damaged")
            if not _fits(leaf, field):
                raise Trouble("saved-no-value", field, understood(query)) if field else Trouble("saved-damaged")


def _fits(leaf: Word | Phrase | Near | DateRange, field: str) -> bool:
    """Whether a field may be asked for it: what it takes, as the parser reads it."""
    if field in NAME_FIELDS:
        return isinstance(leaf, Phrase) or (isinstance(leaf, Word) and leaf.form is WordForm.PLAIN)
    if field not in VALUE_FIELDS:
        return not isinstance(leaf, DateRange)
    if isinstance(leaf, DateRange):
        return field == "date"
    marked = isinstance(leaf, Phrase)
    try:
        return value_of(field, leaf.text if marked else understood(leaf), marked=marked) == leaf
    except Trouble:
        return False
