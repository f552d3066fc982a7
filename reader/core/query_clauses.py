"""The clauses of a query, each of which must answer, and which of them left nothing to find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.core.query import All, Any, Field, Not, Query


def clauses(query: Query) -> tuple[Query, ...]:
    """What must all be answered, exclusions included; of a query that is one OR, its sides."""
    return query.queries if isinstance(query, All | Any) else (query,)


def without(query: Query, clause: int) -> Query | None:
    """The query without one of its clauses; None where nothing but exclusions would be left."""
    parts = clauses(query)
    left = parts[:clause] + parts[clause + 1 :]
    if all(isinstance(part, Not) for part in left):
        return None
    return left[0] if len(left) == 1 else All(left) if isinstance(query, All) else Any(left)


def what_killed(alone: Sequence[int], without: Sequence[int | None]) -> tuple[int, ...]:
    """Which clauses left nothing to find, by their numbers; empty where only several of them together did.

    ``alone`` is how much each clause finds by itself, ``without`` how much the query finds without it (None where
    that is no query). Clauses that find nothing killed it; else those without which there are hits, the most first.
    """
    nothing = tuple(n for n, count in enumerate(alone) if not count)
    if nothing:
        return nothing
    blocking = [n for n, count in enumerate(without) if count]
    return tuple(sorted(blocking, key=lambda n: -(without[n] or 0)))


def respelled(query: Query, instead: Mapping[Query, Query]) -> Query:
    """The query with other words, phrases or fields in place of some, wherever they stand."""
    if query in instead:
        return instead[query]
    match query:
        case Field(name, inner):
            return Field(name, respelled(inner, instead))
        case Not(inner):
            return Not(respelled(inner, instead))
        case All(queries):
            return All(tuple(respelled(part, instead) for part in queries))
        case Any(queries):
            return Any(tuple(respelled(part, instead) for part in queries))
    return query
