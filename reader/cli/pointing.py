"""Shows on a terminal where in a query a fault stands."""

from __future__ import annotations

import unicodedata

from reader.core.query import Note
from reader.core.query_mending import mended
from reader.core.spans import Span

WIDEST = 70
"""Columns of the part of a query that is shown."""
_BEFORE = 40
"""Code points of it that stand before the fault."""


def pointed(typed: str, fault: Note) -> str:
    """The query and, under its fault, a caret; and the query as it may have been meant, where that is proposed."""
    lines = ["  " + line for line in _under(typed, fault.span)]
    if better := mended(typed, fault):
        lines.append(f"  Try: {_one_line(better)}")
    return "\n".join(lines)


def _under(typed: str, fault: Span) -> tuple[str, str]:
    """What stands around a fault, in columns of a terminal."""
    first = max(0, fault.start - _BEFORE)
    shown, marks = "…" * (first > 0), " " * (first > 0)
    for at, sign in enumerate(_one_line(typed[first : first + WIDEST]), first):
        shown += sign
        marks += ("^" if fault.start <= at < fault.end else " ") * _columns(sign)
    return shown + "…" * (first + WIDEST < len(typed)), marks.rstrip() or f"{marks}^"


def _one_line(text: str) -> str:
    """Each sign that would break the line, or is not to be seen, as a space."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
