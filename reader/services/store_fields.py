"""What only the store knows of articles, put into a query as the rows that it means: tags, marks, copies, last days.

The index is not told of these, for they change with every click of the reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from reader.core.query import All, Any, Field, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_likeness import fits_pattern, is_like
from reader.core.query_values import days_of_last
from reader.services.library import Library
from reader.store import marks


def answered(library: Library, query: Query, today: dt.date) -> Query:
    """A query in which each field that the store answers is what it answers; ``today`` is the reader's."""

    def leaf(name: str, value: Query) -> Query:
        return _answer(library, name, value, today) if isinstance(value, Word | Phrase) else Field(name, value)

    return _each(query, leaf)


def _each(query: Query, leaf: Callable[[str, Query], Query], field: str = "") -> Query:
    """The tree with every value of a field of the store replaced."""
    if isinstance(query, All | Any):
        return replace(query, queries=tuple(_each(part, leaf, field) for part in query.queries))
    if isinstance(query, Not):
        return Not(_each(query.query, leaf, field))
    if isinstance(query, Field) and query.name in ("tag", "is", "last"):
        return _each(query.query, leaf, query.name)
    return leaf(field, query) if field else query


def _answer(library: Library, name: str, value: Word | Phrase, today: dt.date) -> Query:
    db = library.store.db
    if name == "last":
        return Field("date", days_of_last(value.text, today))
    if name == "tag":
        return Rows(marks.rows_tagged(db, [tag for tag in marks.tags(db) if _is_meant(tag, value)]))
    match value.text:
        case "unread":
            # Those that are read are fewer in a library that grows.
            return Not(Rows(marks.rows_marked(db, "read")))
        case "starred":
            return Rows(marks.rows_marked(db, "starred"))
        case "duplicate":
            return Rows(marks.rows_that_are(db, "copy", "elsewhere"))
        case _:
            return Any((Field("is", value), Rows(marks.rows_that_are(db, "correction"))))


def _is_meant(tag: str, value: Word | Phrase) -> bool:
    """Whether a tag is the one that was typed, in any letter case; a tag may hold several words."""
    small, sought = tag.casefold(), value.text.casefold()
    match value.form if isinstance(value, Word) else WordForm.PLAIN:
        case WordForm.PREFIX:
            return small.startswith(sought)
        case WordForm.PATTERN:
            return fits_pattern(small, sought)
        case WordForm.FUZZY:
            return is_like(small, sought)
    return small == sought
