"""Whether one quotation answers a query by itself: its words, and who speaks."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.query import All, Any, Field, Not, Query
from reader.core.rows import QuotationRow
from reader.index import find_hits

Names = Callable[[str, str], tuple[int, ...]]
"""(field, name as typed) gives the ids of the entities that are meant."""


def fits(query: Query, row: QuotationRow, names: Names) -> bool:
    """Words must stand in the quotation, ``speaker:`` must be who speaks; other fields are answered by its article."""
    if isinstance(query, All):
        return all(fits(part, row, names) for part in query.queries)
    if isinstance(query, Any):
        return any(fits(part, row, names) for part in query.queries)
    if isinstance(query, Not):
        return not fits(query.query, row, names)
    if isinstance(query, Field) and query.name == "speaker":
        return bool({speaker.id for speaker in row.speakers} & set(_ids(query.query, names)))
    if isinstance(query, Field) and query.name not in ("quote", "body"):
        return True
    return bool(find_hits(row.content, query))


def _ids(query: Query, names: Names) -> tuple[int, ...]:
    """The entities that the value of ``speaker:`` means."""
    if isinstance(query, All | Any):
        return tuple(id for part in query.queries for id in _ids(part, names))
    text = getattr(query, "text", "")
    return names("speaker", text) if text else ()
