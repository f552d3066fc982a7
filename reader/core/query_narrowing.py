"""A query with values of a field chosen or left out, as one ticks them in a list beside the hits."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.query import All, Any, DateRange, Field, Not, Phrase, Query, Word
from reader.core.query_accepting import is_plain, without_marks

Value = Word | Phrase | DateRange


@dataclass(frozen=True, slots=True)
class Choices:
    """What of a field is chosen: articles with one of ``only``, where there are some, and with none of ``out``."""

    only: tuple[Value, ...] = ()
    out: tuple[Value, ...] = ()


def value_of(field: str, text: str) -> Value:
    """A value as a query holds it: a word, or a phrase where it needs quotation marks."""
    return Word(text) if is_plain(field, text) else Phrase(without_marks(text))


def choices(query: Query | None, field: str) -> Choices:
    """What a query chooses of a field outside all parentheses."""
    only = [part for part in _parts(query) if isinstance(part, Field) and _is_choice(part, field)]
    out = [part.query for part in _parts(query) if isinstance(part, Not) and _is_choice(part.query, field)]
    # Two fields that must both be answered are no list of which one will do.
    chosen = _values(only[0]) if len(only) == 1 else ()
    return Choices(chosen, tuple(value for part in out if isinstance(part, Field) for value in _values(part)))


def without_choices(query: Query | None, field: str) -> Query | None:
    """The query as it counts the values of a field: without what is chosen of it. None where nothing is left."""
    return chosen(query, field, Choices())


def chosen(query: Query | None, field: str, made: Choices) -> Query | None:
    """The query with these choices of a field, and no others; None where nothing is left to seek."""
    old = choices(query, field)
    parts = [part for part in _parts(query) if not _is_old(part, field, old)]
    if made.only:
        parts.append(Field(field, Any(made.only) if len(made.only) > 1 else made.only[0]))
    parts += [Not(Field(field, value)) for value in made.out]
    return All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def ticked(query: Query | None, field: str, value: Value, *, out: bool = False) -> Query | None:
    """The query after one more value is chosen, or left out; a choice of the same value before is forgotten."""
    made = choices(unticked(query, field, value), field)
    only, left_out = (made.only, (*made.out, value)) if out else ((*made.only, value), made.out)
    return chosen(query, field, Choices(only, left_out))


def unticked(query: Query | None, field: str, value: Value) -> Query | None:
    """The query without a choice of this value."""
    made = choices(query, field)
    only, out = (tuple(one for one in side if one != value) for side in (made.only, made.out))
    return chosen(query, field, Choices(only, out)) if Choices(only, out) != made else query


def _parts(query: Query | None) -> tuple[Query, ...]:
    return () if query is None else query.queries if isinstance(query, All) else (query,)


def _is_choice(part: Query, field: str) -> bool:
    """Whether a clause is a value of the field, or a list of values."""
    if not isinstance(part, Field) or part.name != field:
        return False
    inner = part.query.queries if isinstance(part.query, Any) else (part.query,)
    return all(isinstance(one, Value) for one in inner)


def _values(part: Field) -> tuple[Value, ...]:
    inner = part.query.queries if isinstance(part.query, Any) else (part.query,)
    return tuple(one for one in inner if isinstance(one, Value))


def _is_old(part: Query, field: str, old: Choices) -> bool:
    if isinstance(part, Not):
        return _is_choice(part.query, field)
    return bool(old.only) and _is_choice(part, field)
