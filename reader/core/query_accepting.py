"""The query when a proposal is accepted: what was being typed is replaced, and nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.query import DateRange, Field, Word
from reader.core.query_parser import parse
from reader.core.query_pieces import MARKS
from reader.core.query_typing import Typing

_NO_MARKS = str.maketrans("", "", MARKS)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A query and where the cursor goes, in code points."""

    text: str
    cursor: int


def with_field(typed: str, typing: Typing, name: str) -> Rewritten:
    """The field's name and its colon, behind which the cursor stands."""
    text = f"{typed[: typing.span.start]}{name}:"
    return Rewritten(text + typed[typing.span.end :], len(text))


def with_value(typed: str, typing: Typing, value: str, *, field: str = "") -> Rewritten:
    """A name or word, after ``field`` where none stands before it yet; in quotation marks where it needs them.

    The cursor goes behind it and one space. Quotation marks inside the value are left out: nothing could hold them.
    """
    name = typing.field or field
    value = without_marks(value)
    written = value if is_plain(name, value) else f'"{value}"'
    lead = f"{field}:" if field and not typing.field else ""
    text, rest = f"{typed[: typing.span.start]}{lead}{written}", typed[typing.span.end :]
    if not rest:
        rest = " "
    return Rewritten(text + rest, len(text) + rest[:1].isspace())


def is_plain(field: str, value: str) -> bool:
    """Whether a value is read without quotation marks as it is meant."""
    parsed = parse(f"{field}:{value}" if field else value)
    if parsed.error or parsed.notes or " " in value:
        return False
    said = parsed.query.query if isinstance(parsed.query, Field) and field else parsed.query
    return said == Word(value) or isinstance(said, DateRange)


def without_marks(value: str) -> str:
    """A value in one line, without the quotation marks that none could hold."""
    return " ".join(value.translate(_NO_MARKS).split())
