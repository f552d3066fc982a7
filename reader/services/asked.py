"""A query as typed, read with the names that the library knows."""

from __future__ import annotations

import datetime as dt

from reader.core.query import All, Query
from reader.core.query_parser import parse
from reader.core.reasons import Trouble
from reader.services.library import Library
from reader.services.naming import is_known
from reader.services.store_fields import answered

EVERYTHING = All(())
"""What every article answers."""


def read(library: Library, typed: str, *, typing: bool = False) -> Query | None:
    """The tree of a query; None of an empty one. Raises Trouble with the reason of an error in it."""
    parsed = parse(typed, typing=typing, is_name=is_known(library))
    if parsed.error:
        raise Trouble(parsed.error.reason.code, *parsed.error.reason.args)
    return parsed.query


def for_index(library: Library, query: Query | None, today: dt.date | None = None) -> Query:
    """The query as the index takes it; without one, every article. ``today`` is the reader's, else the clock's."""
    return answered(library, query or EVERYTHING, today or dt.date.today())
